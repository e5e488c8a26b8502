// On an appeal: any document of the Department may be begun about it, beside the reply.
import type { RecordPart } from '../../../ui/parts.ts'
import { BeginCard } from './begin.tsx'

interface Shown {
  id: string
  number: string | null
  slipNumber: string
}

const part: RecordPart<Shown> = {
  side: ({ it }) => <BeginCard kind="appeal" id={it.id} title={it.number ?? it.slipNumber} />,
}

export default part

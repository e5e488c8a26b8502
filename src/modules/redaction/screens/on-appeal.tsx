// On the page of an appeal: a copy can be made of each file, and the copies stand in a card.
import type { RecordPart } from '../../../ui/parts.ts'
import { Copies, DeskLink } from './copies.tsx'

const part: RecordPart<{ id: string }> = {
  beside: ({ id, file }) => <DeskLink kind="appeal" id={id} file={file} />,
  side: ({ it }) => <Copies kind="appeal" id={it.id} />,
}

export default part

// On the page of a document: a copy can be made of the signed page, and the copies stand in a card.
import type { Output } from '../../../ui/call.ts'
import { usePower } from '../../../ui/me.ts'
import type { RecordPart } from '../../../ui/parts.ts'
import type { openDocument } from '../../documents/contract.ts'
import { Copies, DeskLink } from './copies.tsx'

const part: RecordPart<Output<typeof openDocument>> = {
  side: function DocumentCopies({ it }) {
    const mayMake = usePower('redaction.make')
    const file = it.signed?.file
    return (
      <Copies kind="document" id={it.id}>
        {file && mayMake ? <DeskLink kind="document" id={it.id} file={{ ...file, type: 'application/pdf' }} /> : null}
      </Copies>
    )
  },
}

export default part

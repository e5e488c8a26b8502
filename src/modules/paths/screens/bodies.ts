// The bodies to which an appeal may go today, as options of a form: asked for while the appeal is still in the Department's hands.
import type { Option } from '../../../ui/fields.ts'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { listDestinations, type Purpose } from '../../submissions/contract.ts'
import type { Opened } from './opened.ts'

export const useBodies = (it: Opened, purpose: Purpose): Option[] => {
  const text = useText()
  const enabled = it.number !== null && !it.term.doneOn
  const asked = useCall(listDestinations, { purpose }, { enabled })
  return (asked.data?.result.rows ?? []).map(({ value, name, group }) => ({
    value,
    label: text(name),
    ...(group ? { hint: text(group) } : {}),
  }))
}

// Colours of the states of an inspection.
import type { Tone } from '../../../ui/notes.tsx'
import type { InspectionState } from '../contract.ts'

export const stateTones: Readonly<Record<InspectionState, Tone>> = {
  prepared: 'warn',
  opened: 'work',
  drawn: 'mark',
  signed: 'ok',
  acquainted: 'ok',
  remedying: 'work',
  closed: 'plain',
  discontinued: 'plain',
}

// Colours of the states of a reception.
import type { Tone } from '../../../ui/notes.tsx'
import type { ReceptionState } from '../contract.ts'

export const stateTones: Readonly<Record<ReceptionState, Tone>> = {
  booked: 'work',
  held: 'ok',
  missed: 'warn',
  cancelled: 'plain',
  withdrawn: 'late',
}

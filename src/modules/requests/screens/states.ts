// Colours of the states of a request.
import type { Tone } from '../../../ui/notes.tsx'
import type { RequestState } from '../contract.ts'

export const stateTones: Readonly<Record<RequestState, Tone>> = {
  drafted: 'plain',
  offered: 'warn',
  signed: 'work',
  sent: 'work',
  arrived: 'warn',
  partly: 'warn',
  answered: 'ok',
  reported: 'late',
  closed: 'plain',
  withdrawn: 'plain',
}

// Colours of the states of a summons.
import type { Tone } from '../../../ui/notes.tsx'
import type { SummonsState } from '../contract.ts'

export const stateTones: Readonly<Record<SummonsState, Tone>> = {
  drafted: 'plain',
  offered: 'warn',
  signed: 'work',
  served: 'work',
  missed: 'late',
  explained: 'ok',
  refused: 'late',
  withdrawn: 'plain',
}

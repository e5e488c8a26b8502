// Colours of the states of a questioning.
import type { Tone } from '../../../ui/notes.tsx'
import type { QuestioningState } from '../contract.ts'

export const stateTones: Readonly<Record<QuestioningState, Tone>> = {
  planned: 'plain',
  underway: 'work',
  stopped: 'late',
  held: 'warn',
  signed: 'ok',
  cancelled: 'plain',
}

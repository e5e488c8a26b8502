// Colours of the states of an investigation.
import type { Tone } from '../../../ui/notes.tsx'
import type { InvestigationState } from '../contract.ts'

export const stateTones: Readonly<Record<InvestigationState, Tone>> = {
  proposed: 'mark',
  prepared: 'warn',
  opened: 'work',
  halted: 'late',
  concluded: 'ok',
  reviewed: 'ok',
  closed: 'plain',
  discontinued: 'plain',
}

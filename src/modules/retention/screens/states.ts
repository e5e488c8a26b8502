// Colours of the states of an act.
import type { Tone } from '../../../ui/notes.tsx'
import type { ActState } from '../contract.ts'

export const stateTones: Readonly<Record<ActState, Tone>> = {
  announced: 'warn',
  proposed: 'mark',
  approved: 'ok',
  declined: 'plain',
}

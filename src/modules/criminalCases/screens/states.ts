// Colours of the states of a case and of its outcomes.
import type { Tone } from '../../../ui/notes.tsx'
import type { CaseState, Outcome } from '../contract.ts'

export const stateTones: Readonly<Record<CaseState, Tone>> = {
  registered: 'plain',
  suspected: 'work',
  charged: 'work',
  'in-court': 'work',
  sentenced: 'warn',
  appealed: 'warn',
  'in-force': 'late',
  terminated: 'ok',
}

export const outcomeTones: Readonly<Record<Outcome, Tone>> = {
  pending: 'plain',
  convicted: 'late',
  acquitted: 'ok',
  cleared: 'ok',
  excused: 'warn',
}

// Colours of the states of an appeal.
import type { Tone } from '../../../ui/notes.tsx'
import type { AppealState } from '../contract.ts'

export const stateTones: Readonly<Record<AppealState, Tone>> = {
  received: 'warn',
  registered: 'warn',
  assigned: 'work',
  working: 'work',
  offered: 'mark',
  answered: 'ok',
  delivered: 'ok',
  closed: 'plain',
  redirected: 'plain',
  forwarded: 'plain',
  returned: 'plain',
  withdrawn: 'plain',
  transferred: 'plain',
}

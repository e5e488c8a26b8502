// Colours of the states of a reconciliation and of its lines.
import type { Tone } from '../../../ui/notes.tsx'
import type { ReconciliationState, RowKind, RowState } from '../contract.ts'

export const stateTones: Readonly<Record<ReconciliationState, Tone>> = {
  awaited: 'warn',
  reading: 'work',
  deciding: 'work',
  drawn: 'warn',
  signed: 'ok',
}
export const kindTones: Readonly<Record<RowKind, Tone>> = { differs: 'warn', theirs: 'late', ours: 'mark', same: 'ok' }
export const rowTones: Readonly<Record<RowState, Tone>> = {
  open: 'warn',
  agreed: 'ok',
  taken: 'ok',
  kept: 'plain',
  entered: 'ok',
  aside: 'plain',
}

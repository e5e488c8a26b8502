// Colours of the states of evidence.
import type { Tone } from '../../../ui/notes.tsx'
import type { EvidenceState } from '../contract.ts'

export const stateTones: Readonly<Record<EvidenceState, Tone>> = {
  sealed: 'ok',
  unsealed: 'warn',
  out: 'work',
  returned: 'plain',
  destroyed: 'plain',
}

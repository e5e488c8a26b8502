// The tone in which the state of an import is shown.
import type { ImportState } from '../contract.ts'

export const stateTones: Readonly<Record<ImportState, 'work' | 'ok' | 'late' | 'plain' | 'warn'>> = {
  trying: 'work',
  tried: 'warn',
  importing: 'work',
  done: 'ok',
  unread: 'late',
  dropped: 'plain',
}

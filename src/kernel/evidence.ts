// Which clauses the running code is bound to. Tests listen (listen.ts); in production a touch costs one comparison.
import type { Clause } from './clauses.ts'

type Ear = (clause: Clause) => void

let ear: Ear | null = null

/** Sets who hears of touched clauses; null for nobody. */
export const hearTouches = (next: Ear | null): void => void (ear = next)

/** Notes that code bound to these clauses has run. Safe for the browser, free while nobody listens. */
export function touch(...clauses: readonly Clause[]): void {
  if (ear) for (const clause of clauses) ear(clause)
}

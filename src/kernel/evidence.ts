// Which clauses the running code is bound to. Tests listen; in production nobody does and a touch costs one lookup.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clause } from './clauses.ts'

const listeners = new AsyncLocalStorage<Set<Clause>>()

/** Notes that code bound to these clauses has run. Free while nobody listens. */
export function touch(...clauses: readonly Clause[]): void {
  const touched = listeners.getStore()
  if (touched) for (const clause of clauses) touched.add(clause)
}

/** Runs the body and gives every clause touched inside it, however deep in promises and timers; errors pass through. */
export async function listen(run: () => unknown): Promise<Set<Clause>> {
  const touched = new Set<Clause>()
  await listeners.run(touched, async () => run())
  return touched
}

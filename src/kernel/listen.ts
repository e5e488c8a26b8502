// Listening to touched clauses: each run hears its own, however deep in promises and however many run at once.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clause } from './clauses.ts'
import { hearTouches } from './evidence.ts'

const runs = new AsyncLocalStorage<Set<Clause>>()

/** Runs the body and gives every clause touched inside it; its errors pass through. */
export async function listen(run: () => unknown): Promise<Set<Clause>> {
  hearTouches((clause) => runs.getStore()?.add(clause))
  const touched = new Set<Clause>()
  await runs.run(touched, async () => run())
  return touched
}

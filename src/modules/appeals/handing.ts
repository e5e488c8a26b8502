// What rooms above do with whoever has an appeal, inside their own operations: back to the chief's desk, or on to another.
import { mayTake, take } from '../../kernel/lifecycle.ts'
import type { Tx } from '../../kernel/operation.ts'
import { handOverDocuments } from '../documents/index.ts'
import { moveWork } from './duties.ts'
import { appealLife } from './lifecycle.ts'
import { give } from './operations.ts'
import { reindex } from './reindex.ts'
import * as store from './store.ts'

/** Nobody's for now: the chief gives it anew, and the clock goes on. Nothing where the work is over or not yet given. */
export async function releaseAppeal(tx: Tx, id: string): Promise<void> {
  const it = await store.findAppeal(tx, id, true)
  if (!it || !mayTake(appealLife, 'release', it.state)) return
  take(appealLife, 'release', it.state)
  await store.moveTo(tx, id, 'registered', { assignee_id: null, assigned_at: null })
  const released = await reindex(tx, id)
  if (released) await moveWork(tx, released)
}

/** On to another employee with its drafts; a reply that waits for its signature goes on waiting. @throws Refusal 'invalid' on `to` */
export async function passAppeal(tx: Tx, id: string, to: string, note: string | null): Promise<void> {
  const it = await store.findAppeal(tx, id, true)
  if (!it) return
  if (mayTake(appealLife, 'reassign', it.state)) await store.moveTo(tx, id, 'assigned', {})
  await give(tx, it, to, note)
  await handOverDocuments(tx, { kind: 'appeal', id }, to)
}

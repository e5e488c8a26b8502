// What rooms above do with an appeal inside their own operations: back to the chief's desk, on to another, answered with another.
import { mayTake, take } from '../../kernel/lifecycle.ts'
import type { Tx } from '../../kernel/operation.ts'
import { handOverDocuments } from '../documents/index.ts'
import { shareReply } from '../submissions/index.ts'
import type { AppealState } from '../submissions/contract.ts'
import { closeWork, moveWork, openForWork, tellSigned } from './duties.ts'
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

/** The appeal will be answered with another: it lies on nobody's desk meanwhile. */
export async function closeForJoin(tx: Tx, id: string): Promise<void> {
  const it = await store.findAppeal(tx, id, false)
  if (it) await closeWork(tx, it)
}

/** It is to be answered by itself after all: the legal term is on the desk again, counted from receipt as ever. */
export async function reopenWork(tx: Tx, id: string): Promise<void> {
  const it = await store.findAppeal(tx, id, true)
  if (!it || it.doneOn) return
  await closeWork(tx, it)
  await openForWork(tx, it)
}

export interface SharedReply {
  document: string
  number: string
  on: string
  file: string
}

const moved = async (tx: Tx, id: string, step: 'answer' | 'deliver', words: store.Changes): Promise<boolean> => {
  const it = await store.findAppeal(tx, id, true)
  if (!it || !mayTake(appealLife, step, it.state)) return false
  await store.moveTo(tx, id, take(appealLife, step, it.state) as AppealState, words)
  return true
}

/** Answered by the reply that was signed for another appeal of the same applicant. */
export async function answerAlong(tx: Tx, id: string, { document, number, on }: SharedReply): Promise<void> {
  const words = { reply_id: document, reply_number: number, reply_on: on, done_on: on }
  if (!(await moved(tx, id, 'answer', words))) return
  const it = await store.findAppeal(tx, id, false)
  if (!it) return
  await closeWork(tx, it)
  await tellSigned(tx, it)
}

/** And given: whoever holds the code of this one can open that reply. */
export async function deliverAlong(tx: Tx, id: string, { file, number, on }: SharedReply): Promise<void> {
  const name = `${number.replaceAll('/', '-')}.pdf`
  const words = { reply_file_id: file, reply_name: name, reply_number: number, reply_on: on }
  if (await moved(tx, id, 'deliver', words)) await shareReply(tx, id, file)
}

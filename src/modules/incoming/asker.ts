// For the room that asked: a document that answers something goes to whoever asked, and is done when its answer is weighed.
import { mayTake } from '../../kernel/lifecycle.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { closeDuty, openDuty } from '../work/index.ts'
import { dutyTitle, reindex } from './entering.ts'
import { incomingLife } from './lifecycle.ts'
import * as store from './store.ts'

/**
 * Shows the document to whoever asked for it and, where nobody has it yet, gives it to that person: no chief need say so.
 * One for official use stays with its readers.
 */
export async function giveToAsker(tx: Tx, id: string, person: string): Promise<void> {
  await store.addFollower(tx, id, person)
  const it = await reindex(tx, id)
  if (it.officialUse || it.state !== 'registered') return
  await store.moveIncoming(tx, id, 'handed', { holder_id: person, handed_at: tx.at })
  await closeDuty(tx, { kind: 'incoming', recordId: id })
  const given = await reindex(tx, id)
  if (!given.dueOn) return
  await openDuty(tx, {
    kind: 'incoming',
    recordId: id,
    stage: 'execute',
    number: given.number,
    title: dutyTitle(given),
    clause: '5.14',
    holder: person,
    unit: given.unit,
    openedOn: tx.today,
    dueOn: given.dueOn,
  })
}

/** The answer is weighed: nothing more is owed on the document, where it lies with whoever asked. */
export async function settleAnswer(tx: Tx, id: string, person: string, word: Text): Promise<void> {
  const it = await store.findIncoming(tx, id, true)
  if (it?.holder !== person || !mayTake(incomingLife, 'finish', it.state)) return
  const done = { done_on: tx.today, done_by: tx.actor.id, done_word: word[it.language] }
  await store.moveIncoming(tx, id, 'done', done)
  await closeDuty(tx, { kind: 'incoming', recordId: id })
}

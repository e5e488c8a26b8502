// What higher rooms do to an appeal inside their own operations: move its term, bring it to another end, tell its applicant.
import type { Day } from '../../kernel/clock.ts'
import { mayTake, take } from '../../kernel/lifecycle.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { AppealResult, AppealState } from '../submissions/contract.ts'
import { shareDocument } from '../submissions/index.ts'
import { moveDuty } from '../work/index.ts'
import { closeWork } from './duties.ts'
import { appealLife } from './lifecycle.ts'
import { titleOf } from './reindex.ts'
import { holdReply } from './results.ts'
import { addMessage, change, moveTo, readContent, type Appeal } from './store.ts'

/** What lists and duties call it. */
export const appealTitle = async (tx: Tx, it: Appeal): Promise<string> =>
  titleOf(tx, it, (await readContent(tx, it.id)).court_name)

/** A longer term: the first one is kept, and the duty to answer moves with it. */
export async function extendTerm(tx: Tx, it: Appeal, dueOn: Day): Promise<void> {
  const early = it.term.internal ? tx.calendar.addWorkingDays(dueOn, -it.term.internal) : dueOn
  await change(tx, it.id, { due_on: dueOn, internal_due_on: early, first_due_on: it.firstDueOn ?? it.dueOn })
  await moveDuty(tx, { kind: 'appeal', recordId: it.id, stage: 'answer' }, { term: { openedOn: it.receivedOn, dueOn } })
}

interface End {
  reason: string
  body?: string | null
  result?: AppealResult
}

type EndStep = 'forward' | 'sendBack' | 'withdraw' | 'transfer'

/** Brings it to this end today and closes what was due; false where its state no longer allows it. */
export async function endAppeal(tx: Tx, it: Appeal, step: EndStep, end: End): Promise<boolean> {
  if (!mayTake(appealLife, step, it.state)) return false
  const result = end.result ? { result: end.result, result_ground: null } : {}
  await moveTo(tx, it.id, take(appealLife, step, it.state) as AppealState, result)
  await closeAppeal(tx, it, end)
  tx.emit('appeals.ended', { id: it.id, step })
  return true
}

/** What an end leaves behind when the operation's own step has moved the state. */
export async function closeAppeal(tx: Tx, it: Appeal, { reason, body = null }: End): Promise<void> {
  await change(tx, it.id, { done_on: tx.today, ending_reason: reason, ending_body: body })
  await closeWork(tx, it)
}

/** From this day on a burdensome answer may be signed: the applicant has been told, or heard. */
export async function markHeard(tx: Tx, it: Appeal, heardFrom: Day): Promise<void> {
  await change(tx, it.id, { heard_from: heardFrom })
  await holdReply(tx, { ...it, heardFrom })
}

export const keepPaths = (tx: Tx, id: string, open: readonly string[]): Promise<void> =>
  change(tx, id, { open_paths: [...open] })

/** A signed paper reaches the applicant under the code, with a line that says what it is. */
export async function giveToApplicant(
  tx: Tx,
  it: Appeal,
  { by, text, file, name }: { by: string; text: string; file: string; name: string },
): Promise<void> {
  const message = await addMessage(tx, it.id, text, by)
  await shareDocument(tx, { appeal: it.id, message, side: 'department' }, { id: file, name })
}

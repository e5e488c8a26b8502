// What is due on a request and on whose desk it lies; the search entry that follows its words.
import type { Desk } from '../../kernel/module.ts'
import type { Tx } from '../../kernel/operation.ts'
import { putSearch } from '../../kernel/search/index.ts'
import { headOn, holdersIn } from '../org/index.ts'
import { closeDuty, moveDuty, openDuty, tell } from '../work/index.ts'
import { changeRequest, findRequest, requestsOf, type Ask } from './store.ts'
import { kindClauses, kindTitles } from './words.ts'

const on = (it: Ask) => ({ kind: 'request', recordId: it.id, number: it.number })
const titleOf = (it: Ask): string => `${it.addresseeName[it.language]}: ${it.subject}`

export async function reindex(tx: Tx, id: string): Promise<Ask> {
  const it = await findRequest(tx, id, false)
  if (!it) throw new Error(`request ${id} is not there to be indexed`)
  const { kk, ru, en } = it.addresseeName
  await putSearch(tx, {
    kind: 'request',
    id,
    unit: it.unit,
    readers: [it.author],
    number: it.number,
    title: `${kindTitles[it.kind][it.language]}: ${it.subject}`,
    names: [...new Set([kk, ru, en])],
    at: it.preparedAt,
  })
  return it
}

/** The paper waits for its signature on the desk of whoever signs today; one working day is the house's own measure. */
export async function openForSignature(tx: Tx, it: Ask): Promise<void> {
  const signer = (await headOn(tx, tx.today))?.id ?? null
  const place = { kind: 'request', recordId: it.id, stage: 'sign' }
  await closeDuty(tx, place)
  await openDuty(tx, {
    ...place,
    number: it.number,
    title: titleOf(it),
    clause: '15',
    holder: signer,
    unit: it.unit,
    openedOn: tx.today,
    dueOn: tx.calendar.addWorkingDays(tx.today, 1),
  })
  await tell(tx, { ...on(it), to: [signer], news: 'offered' })
}

export async function closeSignature(tx: Tx, it: Ask, news: 'returned' | 'signed'): Promise<void> {
  await closeDuty(tx, { kind: 'request', recordId: it.id, stage: 'sign' })
  await tell(tx, { ...on(it), to: [it.author], news })
}

/** Sent: the author watches the term, and the ladder reminds before and after it. */
export async function awaitAnswer(tx: Tx, it: Ask): Promise<void> {
  if (!it.sentOn || !it.dueOn) throw new Error(`request ${it.id} is not sent`)
  for (const stage of ['sign', 'await']) await closeDuty(tx, { kind: 'request', recordId: it.id, stage })
  await openDuty(tx, {
    ...on(it),
    stage: 'await',
    title: titleOf(it),
    clause: kindClauses[it.kind],
    holder: it.author,
    unit: it.unit,
    openedOn: it.sentOn,
    dueOn: it.dueOn,
  })
  if (it.addresseePost) await tell(tx, { ...on(it), to: await principals(tx, [it.addresseePost]), news: 'came' })
}

export const moveTerm = (tx: Tx, it: Ask, dueOn: string): Promise<void> =>
  moveDuty(
    tx,
    { kind: 'request', recordId: it.id, stage: 'await' },
    { term: { openedOn: it.sentOn ?? tx.today, dueOn } },
  )

export const tellArrived = (tx: Tx, it: Ask): Promise<void> =>
  tell(tx, { ...on(it), to: [it.author], news: 'answered' })

export const closeAwaiting = (tx: Tx, it: Ask): Promise<void> =>
  closeDuty(tx, { kind: 'request', recordId: it.id, stage: 'await' })

export const closeAll = (tx: Tx, it: Ask): Promise<void> => closeDuty(tx, on(it))

/** Whoever holds these posts today, also for the days of an acting appointment. */
const principals = async (tx: Tx, codes: readonly string[]): Promise<string[]> =>
  (await holdersIn(tx, { codes, day: tx.today })).map(({ id }) => id)

export async function tellPrincipals(tx: Tx, it: Ask): Promise<void> {
  await closeAwaiting(tx, it)
  await tell(tx, { ...on(it), to: await principals(tx, ['chairman', 'ca-head']), news: 'reported' })
}

/** The word of a principal: the head hears it, and where a day is named it is the head's duty until then. */
export async function takeWord(
  tx: Tx,
  it: Ask,
  word: { post: string; instruction: string | null; until: string | null },
): Promise<void> {
  const head = (await headOn(tx, tx.today))?.id ?? null
  await tell(tx, { ...on(it), to: [head, it.author], news: word.instruction ? 'instructed' : 'acknowledged' })
  if (!word.instruction || !word.until) return
  const place = { kind: 'request', recordId: it.id, stage: `instruction-${word.post}` }
  await closeDuty(tx, place)
  await openDuty(tx, {
    ...place,
    number: it.number,
    title: titleOf(it),
    clause: '7.2',
    holder: head,
    unit: it.unit,
    openedOn: tx.today,
    dueOn: word.until,
  })
}

/** The desk of the room: whoever takes a request over watches its answer and finds it in the search. */
export const desk: Desk = {
  kind: 'request',
  lying: requestsOf,
  pass: async (tx, id, to) => {
    await changeRequest(tx, id, { author_id: to })
    await moveDuty(tx, { kind: 'request', recordId: id, stage: 'await' }, { holder: to })
    await reindex(tx, id)
  },
}

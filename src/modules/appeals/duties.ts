// What is due on an appeal and on whose desk it lies: registration, the answer, the signature. The ladder of `work` does the reminding.
import type { Tx } from '../../kernel/operation.ts'
import { closeDuty, moveDuty, openDuty, tell } from '../work/index.ts'
import { readContent, type Appeal } from './store.ts'
import { titleOf } from './reindex.ts'

const on = (it: Appeal) => ({ kind: 'appeal', recordId: it.id })
const numberOf = (it: Appeal): string => it.number ?? it.slipNumber
const wordsOf = async (tx: Tx, it: Appeal): Promise<string> =>
  titleOf(tx, it, (await readContent(tx, it.id)).court_name)

/** The registrars have until the working day on which it counts as registered. */
export async function openForRegistrar(tx: Tx, it: Appeal): Promise<void> {
  const title = await wordsOf(tx, it)
  const { unit, receivedOn: openedOn, slipNumber: number } = it
  const dueOn = tx.calendar.nextWorking(openedOn)
  await openDuty(tx, {
    ...on(it),
    stage: 'register',
    number,
    title,
    clause: '6.23',
    holder: null,
    unit,
    openedOn,
    dueOn,
  })
}

/** Registered: the legal term is now everybody's, and nobody's until somebody is given it. */
export async function openForWork(tx: Tx, it: Appeal): Promise<void> {
  await closeDuty(tx, { ...on(it), stage: 'register' })
  const { unit, assignee: holder, receivedOn: openedOn, dueOn } = it
  const title = await wordsOf(tx, it)
  await openDuty(tx, {
    ...on(it),
    stage: 'answer',
    number: it.number,
    title,
    clause: '6.23',
    holder,
    unit,
    openedOn,
    dueOn,
  })
}

/** Given to somebody: it lies on that desk, and the bell says so. */
export async function moveWork(tx: Tx, it: Appeal): Promise<void> {
  await moveDuty(tx, { ...on(it), stage: 'answer' }, { holder: it.assignee })
  await tell(tx, { to: [it.assignee], news: 'assigned', ...on(it), number: numberOf(it) })
}

/** The reply waits for its signature: the person who signs today has it on the desk. */
export async function openForSignature(tx: Tx, it: Appeal, signer: string | null): Promise<void> {
  const title = await wordsOf(tx, it)
  const { unit, dueOn } = it
  await openDuty(tx, {
    ...on(it),
    stage: 'sign',
    number: it.number,
    title,
    clause: '15',
    holder: signer,
    unit,
    openedOn: tx.today,
    dueOn,
  })
  await tell(tx, { to: [signer], news: 'offered', ...on(it), number: numberOf(it) })
}

export async function closeSignature(tx: Tx, it: Appeal): Promise<void> {
  await closeDuty(tx, { ...on(it), stage: 'sign' })
  await tell(tx, { to: [it.assignee], news: 'returned', ...on(it), number: numberOf(it) })
}

/** Nothing more is owed: every duty on the appeal ends. */
export async function closeWork(tx: Tx, it: Appeal): Promise<void> {
  await closeDuty(tx, on(it))
}

export const tellSigned = (tx: Tx, it: Appeal): Promise<void> =>
  tell(tx, { to: [it.assignee], news: 'signed', ...on(it), number: numberOf(it) })

export const tellWritten = (tx: Tx, it: Appeal): Promise<void> =>
  tell(tx, { to: [it.assignee], news: 'message', ...on(it), number: numberOf(it) })

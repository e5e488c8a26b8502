// What is due on a summons and on whose desk it lies: the signature, the service, the explanation, the report.
import type { Tx } from '../../kernel/operation.ts'
import { headOn } from '../org/index.ts'
import { closeDuty, moveDuty, openDuty, tell } from '../work/index.ts'
import type { Summons } from './store.ts'

const place = ({ id }: Pick<Summons, 'id'>) => ({ kind: 'summons', recordId: id })
const titleOf = (it: Summons): string => it.name[it.language]

interface Due {
  stage: string
  clause: '15' | '5.2' | '12'
  holder: string | null
  dueOn: string
  openedOn?: string
}

const open = (tx: Tx, it: Summons, { openedOn = tx.today, ...due }: Due): Promise<void> =>
  openDuty(tx, {
    ...place(it),
    number: it.number,
    title: titleOf(it),
    unit: it.investigation.unit,
    openedOn,
    ...due,
  })

const soon = (tx: Tx): string => tx.calendar.addWorkingDays(tx.today, 1)

const on = (it: Summons) => ({ ...place(it), number: it.number })

export async function awaitSignature(tx: Tx, it: Summons): Promise<void> {
  const holder = (await headOn(tx, tx.today))?.id ?? null
  await closeDuty(tx, { ...place(it), stage: 'sign' })
  await open(tx, it, { stage: 'sign', clause: '15', holder, dueOn: soon(tx) })
  await tell(tx, { ...on(it), to: [holder], news: 'offered' })
}

export async function returned(tx: Tx, it: Summons): Promise<void> {
  await closeDuty(tx, { ...place(it), stage: 'sign' })
  await tell(tx, { ...on(it), to: [it.author], news: 'returned' })
}

/** Signed: the author serves it; a working day is the house's own measure. */
export async function awaitService(tx: Tx, it: Summons): Promise<void> {
  await closeDuty(tx, { ...place(it), stage: 'sign' })
  await open(tx, it, { stage: 'serve', clause: '5.2', holder: it.author, dueOn: soon(tx) })
  await tell(tx, { ...on(it), to: [it.author], news: 'signed' })
}

/** Served: the author watches the term, and the ladder reminds before and after it. */
export async function awaitExplanation(tx: Tx, it: Summons, served: string, dueOn: string): Promise<void> {
  await closeDuty(tx, { ...place(it), stage: 'serve' })
  await open(tx, it, { stage: 'explain', clause: '5.2', holder: it.author, openedOn: served, dueOn })
}

export const moveTerm = (tx: Tx, it: Summons, dueOn: string): Promise<void> =>
  moveDuty(tx, { ...place(it), stage: 'explain' }, { term: { openedOn: it.served?.on ?? tx.today, dueOn } })

/** Refused or absent: where clause 12 obliges the person, the head reports it. */
export async function awaitReport(tx: Tx, it: Summons): Promise<void> {
  if (!it.obliged || it.reported) return
  const holder = (await headOn(tx, tx.today))?.id ?? null
  await closeDuty(tx, { ...place(it), stage: 'report' })
  await open(tx, it, { stage: 'report', clause: '12', holder, dueOn: soon(tx) })
  await tell(tx, { ...on(it), to: [holder], news: 'asked' })
}

export const close = (tx: Tx, it: Pick<Summons, 'id'>, stage?: string): Promise<void> =>
  closeDuty(tx, { ...place(it), ...(stage ? { stage } : {}) })

export const tellExplained = (tx: Tx, it: Summons): Promise<void> =>
  tell(tx, { ...on(it), to: [...it.investigation.team], news: 'explained' })

/** Another holds what the author was to do. */
export async function pass(tx: Tx, it: Summons, holder: string | null): Promise<void> {
  for (const stage of ['serve', 'explain']) await moveDuty(tx, { ...place(it), stage }, { holder })
}

// What is due after the act, and on whose desk it lies.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import { duties, type Inspection } from '../inspections/index.ts'
import { moveDuty, tell } from '../work/index.ts'

type StageTerm = 'inspection.acquaint' | 'inspection.answer' | 'inspection.plan'
const within = (tx: Tx, term: StageTerm): Day => tx.calendar.addWorkingDays(tx.today, tx.parameter(term).value)

export const awaitAcquaintance = async (tx: Tx, it: Inspection): Promise<void> => {
  await duties.open(tx, it, {
    stage: 'acquaint',
    holder: await duties.holderOf(tx, it),
    dueOn: within(tx, 'inspection.acquaint'),
  })
  await tell(tx, { ...duties.on(it), to: it.team, news: 'signed' })
}

/** The plan, or the closing where nothing was found: from the end of the term of objections. */
export const awaitPlan = async (tx: Tx, it: Inspection): Promise<void> =>
  duties.open(tx, it, { stage: 'plan', holder: await duties.holderOf(tx, it), dueOn: within(tx, 'inspection.plan') })

export async function awaitAnswer(tx: Tx, it: Inspection, objection: string): Promise<void> {
  const chief = await duties.chiefOf(tx, it.id)
  await duties.open(tx, it, { stage: `objection.${objection}`, holder: chief, dueOn: within(tx, 'inspection.answer') })
  await tell(tx, { ...duties.on(it), to: [chief], news: 'objected' })
}

interface Item {
  id: string
  what: string
  due_on: Day
}
/** Each item of the plan is looked at on its day by the leader; the ladder reminds and climbs. */
export async function awaitRemedies(tx: Tx, it: Inspection, items: readonly Item[]): Promise<void> {
  const holder = await duties.holderOf(tx, it)
  for (const { id, what, due_on: dueOn } of items)
    await duties.open(tx, it, { stage: `item.${id}`, holder, dueOn, title: what })
}
export const moveRemedy = (tx: Tx, it: Inspection, item: string, dueOn: Day): Promise<void> =>
  moveDuty(tx, { kind: 'inspection', recordId: it.id, stage: `item.${item}` }, { term: { openedOn: tx.today, dueOn } })

// A step of the plan lies on the desk of whoever owes it, and the ladder reminds of it.
import type { Tx } from '../../kernel/operation.ts'
import { closeDuty, moveDuty, openDuty, tell } from '../work/index.ts'
import type { Investigation } from '../investigations/index.ts'
import type { stepsOf } from './store.ts'

type Step = Pick<Awaited<ReturnType<typeof stepsOf>>[number], 'id' | 'what' | 'who_id' | 'by_on'>
const placeOf = (it: { id: string }, step: string) => ({
  kind: 'investigation',
  recordId: it.id,
  stage: `step.${step}`,
})

export async function awaitStep(tx: Tx, it: Investigation, step: Step): Promise<void> {
  await openDuty(tx, {
    ...placeOf(it, step.id),
    number: it.number,
    unit: it.unit,
    title: step.what,
    clause: '5.14',
    holder: step.who_id,
    openedOn: tx.today,
    dueOn: step.by_on,
  })
  await tell(tx, { to: [step.who_id], news: 'assigned', kind: 'investigation', recordId: it.id, number: it.number })
}

export const closeStep = (tx: Tx, it: Investigation, step: string): Promise<void> => closeDuty(tx, placeOf(it, step))

export const passStep = (tx: Tx, it: Investigation, step: string, holder: string): Promise<void> =>
  moveDuty(tx, placeOf(it, step), { holder })

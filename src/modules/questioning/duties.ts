// What is due on a questioning and on whose desk it lies: the occasion itself, then its protocol.
import type { Tx } from '../../kernel/operation.ts'
import { closeDuty, openDuty, tell } from '../work/index.ts'
import type { Questioning } from './store.ts'

const place = ({ id }: Pick<Questioning, 'id'>) => ({ kind: 'questioning', recordId: id })

type Planned = Pick<Questioning, 'id' | 'name' | 'language' | 'on'>

export const awaitOccasion = (tx: Tx, it: Planned, unit: string): Promise<void> =>
  openDuty(tx, {
    ...place(it),
    stage: 'question',
    number: null,
    title: it.name[it.language],
    clause: '5.3',
    holder: tx.actor.id,
    unit,
    openedOn: tx.today,
    dueOn: it.on,
  })

/** Ended or stopped: the protocol is read, signed and put into the file; a working day is the house's own measure. */
export async function awaitProtocol(tx: Tx, it: Questioning): Promise<void> {
  await closeDuty(tx, { ...place(it), stage: 'protocol' })
  await openDuty(tx, {
    ...place(it),
    stage: 'protocol',
    number: null,
    title: it.name[it.language],
    clause: '5.3',
    holder: it.begun?.by ?? it.plannedBy,
    unit: it.investigation.unit,
    openedOn: tx.today,
    dueOn: tx.calendar.addWorkingDays(tx.today, 1),
  })
}

export const close = (tx: Tx, it: Pick<Questioning, 'id'>): Promise<void> => closeDuty(tx, place(it))

export const tellStopped = (tx: Tx, it: Questioning): Promise<void> =>
  tell(tx, { ...place(it), number: null, to: [...it.investigation.team], news: 'stopped' })

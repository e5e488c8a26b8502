// What is due after the conclusion and on whose desk it lies: the answer of another body, the resignation of a superior.
import { addDays } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { closeStudy, openDue } from '../conclusions/index.ts'
import { chiefOf, closeDuties, holderOf, type Investigation } from '../investigations/index.ts'
import { tell } from '../work/index.ts'

const titles = {
  transfer: { kk: 'Органның жауабын күту', ru: 'Ожидание ответа органа', en: 'The body’s answer is awaited' },
  resign: {
    kk: 'Тікелей басшының отставкасы',
    ru: 'Отставка непосредственного руководителя',
    en: 'Resignation of the direct superior',
  },
} satisfies Record<string, Text>

const transferOf = (transfer: string): string => `transfer.${transfer}`
const resignOf = (person: string): string => `resign.${person}`

export async function awaitAnswer(
  tx: Tx,
  it: Investigation,
  transfer: string,
  term: { openedOn: Day; dueOn: Day; name: Text },
): Promise<void> {
  const holder = await holderOf(tx, it)
  await openDue(tx, it, { ...term, stage: transferOf(transfer), title: titles.transfer, clause: '6.17', holder })
}
export const closeAnswer = (tx: Tx, it: Investigation, transfer: string): Promise<void> =>
  closeDuties(tx, it, transferOf(transfer))

/** Before it no value of the parameter is known; the first known one then stands in. */
const firstDay = '2019-11-26'

/** Until when the superior hands in a resignation: by the law of the day on which the verdict entered into force. */
export async function resignationBy(tx: Tx, forceOn: Day): Promise<{ on: Day; doubtful: boolean }> {
  const law = await tx.house.parameters.current()
  const { value, confidence } = law.on('superior.resignation', forceOn < firstDay ? firstDay : forceOn)
  return { on: addDays(forceOn, value), doubtful: confidence !== 'verified' }
}

export async function awaitResignation(
  tx: Tx,
  it: Investigation,
  person: { id: string; name: Text },
  forceOn: Day,
): Promise<void> {
  const { on: dueOn } = await resignationBy(tx, forceOn)
  const holder = await chiefOf(tx, it.id)
  await closeResignation(tx, it, person.id)
  await openDue(tx, it, {
    stage: resignOf(person.id),
    title: titles.resign,
    name: person.name,
    clause: '6.22',
    holder,
    openedOn: forceOn < dueOn ? forceOn : dueOn,
    dueOn,
  })
}
export const closeResignation = (tx: Tx, it: Investigation, person: string): Promise<void> =>
  closeDuties(tx, it, resignOf(person))

export const tellHead = (tx: Tx, it: Investigation, head: string): Promise<void> =>
  tell(tx, { kind: 'investigation', recordId: it.id, number: it.number, to: [head], news: 'notified' })

/** Nothing is owed any more but what outlives the case: the answer of another body. */
export async function closeCase(tx: Tx, it: Investigation): Promise<void> {
  for (const stage of ['term', 'limitation', 'review']) await closeDuties(tx, it, stage)
  for (const { id } of it.persons) {
    await closeStudy(tx, it, id)
    await closeResignation(tx, it, id)
  }
}

// What is due on the way to the outcome and on whose desk it lies: study of the materials, the review, answers, resignations.
import { addDays } from '../../kernel/calendar.ts'
import type { Clause } from '../../kernel/clauses.ts'
import type { Day } from '../../kernel/clock.ts'
import { dueBy } from '../../kernel/parameters.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { duties as of, type Investigation } from '../investigations/index.ts'
import { closeDuty, moveDuty, openDuty, tell } from '../work/index.ts'

const kind = 'investigation'
const on = (it: Investigation) => ({ kind, recordId: it.id, number: it.number })

const titles = {
  familiarise: {
    kk: 'Тексеру материалдарымен танысу',
    ru: 'Ознакомление с материалами',
    en: 'Study of the materials',
  },
  review: {
    kk: 'Тексеру қорытындысын қарау',
    ru: 'Проверка заключения',
    en: 'Review of the conclusion',
  },
  transfer: { kk: 'Органның жауабын күту', ru: 'Ожидание ответа органа', en: 'The body’s answer is awaited' },
  resign: {
    kk: 'Тікелей басшының отставкасы',
    ru: 'Отставка непосредственного руководителя',
    en: 'Resignation of the direct superior',
  },
} satisfies Record<string, Text>

interface Due {
  stage: keyof typeof titles
  /** Of several on one investigation. */
  of?: string
  clause: Clause
  holder: string | null
  openedOn: Day
  dueOn: Day
  name?: Text
}

const stageOf = ({ stage, of: one }: Pick<Due, 'stage' | 'of'>): string => (one ? `${stage}.${one}` : stage)

const open = (tx: Tx, it: Investigation, { name, openedOn, dueOn, clause, holder, ...place }: Due): Promise<void> => {
  const title = titles[place.stage][it.language]
  return openDuty(tx, {
    ...on(it),
    stage: stageOf(place),
    unit: it.unit,
    title: name ? `${title}: ${name[it.language]}` : title,
    clause,
    holder,
    openedOn,
    dueOn,
  })
}

export const close = (tx: Tx, it: Investigation, stage: keyof typeof titles, one?: string): Promise<void> =>
  closeDuty(tx, { kind, recordId: it.id, stage: stageOf({ stage, ...(one ? { of: one } : {}) }) })

const leaderOf = async (tx: Tx, it: Investigation): Promise<string | null> => it.leader ?? (await of.chiefOf(tx, it.id))

/** The last day of a term by the law in force when it began, and whether a lawyer has confirmed it. */
export async function termFrom(
  tx: Tx,
  name: 'investigation.familiarisation' | 'transfer.answer',
  from: Day,
): Promise<{ due_on: Day; doubtful: boolean }> {
  const { on: due_on, doubtful } = dueBy(await tx.house.parameters.current(), name, from)
  return { due_on, doubtful }
}

export async function awaitStudy(
  tx: Tx,
  it: Investigation,
  person: { id: string; name: Text },
  term: { openedOn: Day; dueOn: Day },
): Promise<void> {
  const holder = await leaderOf(tx, it)
  await open(tx, it, { ...term, stage: 'familiarise', of: person.id, name: person.name, clause: '6.21', holder })
}

/** The conclusion is signed: the term has been met, and somebody outside the team reviews it. */
export async function awaitReview(tx: Tx, it: Investigation): Promise<void> {
  await of.close(tx, it, 'term')
  const holder = await of.chiefOf(tx, it.id)
  const dueOn = tx.calendar.addWorkingDays(tx.today, tx.parameter('investigation.review').value)
  await open(tx, it, { stage: 'review', clause: '5.14', holder, openedOn: tx.today, dueOn })
  await tell(tx, { ...on(it), to: [...it.team, holder], news: 'signed' })
}

export async function passReview(tx: Tx, it: Investigation, holder: string): Promise<void> {
  await moveDuty(tx, { kind, recordId: it.id, stage: 'review' }, { holder })
  await tell(tx, { ...on(it), to: [holder], news: 'assigned' })
}

/** Sent back: the term runs on, and the team hears of it. */
export async function reopenTerm(tx: Tx, it: Investigation): Promise<void> {
  await close(tx, it, 'review')
  await of.awaitConclusion(tx, it)
  await tell(tx, { ...on(it), to: it.team, news: 'returned' })
}

export async function awaitAnswer(
  tx: Tx,
  it: Investigation,
  transfer: string,
  term: { openedOn: Day; dueOn: Day; name: Text },
): Promise<void> {
  const holder = await leaderOf(tx, it)
  await open(tx, it, { ...term, stage: 'transfer', of: transfer, clause: '6.17', holder })
}

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
  const holder = await of.chiefOf(tx, it.id)
  await close(tx, it, 'resign', person.id)
  await open(tx, it, {
    stage: 'resign',
    of: person.id,
    name: person.name,
    clause: '6.22',
    holder,
    openedOn: forceOn < dueOn ? forceOn : dueOn,
    dueOn,
  })
}

export const tellTeam = (tx: Tx, it: Investigation, news: 'decided' | 'answered'): Promise<void> =>
  tell(tx, { ...on(it), to: it.team, news })

export const tellHead = (tx: Tx, it: Investigation, head: string): Promise<void> =>
  tell(tx, { ...on(it), to: [head], news: 'notified' })

/** Nothing is owed any more but what outlives the case: the answer of another body. */
export async function closeCase(tx: Tx, it: Investigation): Promise<void> {
  for (const stage of ['term', 'limitation']) await of.close(tx, it, stage)
  await close(tx, it, 'review')
  for (const { id } of it.persons)
    for (const stage of ['familiarise', 'resign'] as const) await close(tx, it, stage, id)
}

// What is due on the way to the conclusion and after it, and on whose desk it lies; here the study of the materials and the review.
import type { Clause } from '../../kernel/clauses.ts'
import type { Day } from '../../kernel/clock.ts'
import { dueBy } from '../../kernel/parameters.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { awaitConclusion, chiefOf, closeDuties, holderOf, type Investigation } from '../investigations/index.ts'
import { moveDuty, openDuty, tell } from '../work/index.ts'

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
} satisfies Record<string, Text>

interface Due {
  stage: string
  /** What it is called, and about whom. */
  title: Text
  name?: Text
  clause: Clause
  holder: string | null
  openedOn: Day
  dueOn: Day
}

export const openDue = (tx: Tx, it: Investigation, { title, name, ...due }: Due): Promise<void> =>
  openDuty(tx, {
    ...due,
    ...on(it),
    unit: it.unit,
    title: name ? `${title[it.language]}: ${name[it.language]}` : title[it.language],
  })

/** The last day of a term by the law in force when it began, and whether a lawyer has confirmed it. */
export async function termFrom(
  tx: Tx,
  name: 'investigation.familiarisation' | 'transfer.answer',
  from: Day,
): Promise<{ due_on: Day; doubtful: boolean }> {
  const { on: due_on, doubtful } = dueBy(await tx.house.parameters.current(), name, from)
  return { due_on, doubtful }
}

const studyOf = (person: string): string => `familiarise.${person}`

export async function awaitStudy(
  tx: Tx,
  it: Investigation,
  person: { id: string; name: Text },
  term: { openedOn: Day; dueOn: Day },
): Promise<void> {
  const holder = await holderOf(tx, it)
  const { id, name } = person
  await openDue(tx, it, { ...term, stage: studyOf(id), title: titles.familiarise, name, clause: '6.21', holder })
}
export const closeStudy = (tx: Tx, it: Investigation, person: string): Promise<void> =>
  closeDuties(tx, it, studyOf(person))

/** The conclusion is signed: the term has been met, and somebody outside the team reviews it. */
export async function awaitReview(tx: Tx, it: Investigation): Promise<void> {
  await closeDuties(tx, it, 'term')
  const holder = await chiefOf(tx, it.id)
  const dueOn = tx.calendar.addWorkingDays(tx.today, tx.parameter('investigation.review').value)
  await openDue(tx, it, { stage: 'review', title: titles.review, clause: '5.14', holder, openedOn: tx.today, dueOn })
  await tell(tx, { ...on(it), to: [...it.team, holder], news: 'signed' })
}

export async function passReview(tx: Tx, it: Investigation, holder: string): Promise<void> {
  await moveDuty(tx, { kind, recordId: it.id, stage: 'review' }, { holder })
  await tell(tx, { ...on(it), to: [holder], news: 'assigned' })
}

/** Sent back: the term runs on, and the team hears of it. */
export async function reopenTerm(tx: Tx, it: Investigation): Promise<void> {
  await closeDuties(tx, it, 'review')
  await awaitConclusion(tx, it)
  await tell(tx, { ...on(it), to: it.team, news: 'returned' })
}

export async function closeReview(tx: Tx, it: Investigation): Promise<void> {
  await closeDuties(tx, it, 'review')
  await tellTeam(tx, it, 'decided')
}

export const tellTeam = (tx: Tx, it: Investigation, news: 'decided' | 'answered'): Promise<void> =>
  tell(tx, { ...on(it), to: it.team, news })

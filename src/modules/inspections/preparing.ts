// The programme of an inspection is set by the head: which department, which questions, which period, which days.
import { addDays } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { partyOn } from '../incoming/index.ts'
import { unitsOn } from '../org/index.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { inspectionRecord, type Inspection } from './records.ts'
import { insertExtension } from './files-store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { judgeTeam } from './weighing.ts'

const says = {
  body: {
    kk: 'Сот әкімшілігінің аумақтық бөлімшесін тізімнен таңдаңыз.',
    ru: 'Выберите территориальное подразделение Судебной администрации из списка.',
    en: 'Choose a territorial department of the Court Administration from the list.',
  },
  unit: {
    kk: 'Бөлімнің бөлімшесін таңдаңыз.',
    ru: 'Выберите подразделение отдела.',
    en: 'Choose a unit of the Department.',
  },
  order: {
    kk: 'Соңғы күн бірінші күннен ерте бола алмайды.',
    ru: 'Последний день не может быть раньше первого.',
    en: 'The last day cannot be before the first.',
  },
  past: {
    kk: 'Тексеру бүгіннен ерте басталмайды.',
    ru: 'Проверка не может начаться раньше сегодняшнего дня.',
    en: 'An inspection cannot begin before today.',
  },
  ahead: {
    kk: 'Тексерілетін кезең тексерудің соңғы күнінен аспайды.',
    ru: 'Проверяемый период не может выходить за последний день проверки.',
    en: 'The period under inspection cannot go beyond its last day.',
  },
  long: {
    kk: 'Тексеру рұқсат етілгеннен ұзақ бола алмайды.',
    ru: 'Проверка не может быть дольше допустимого.',
    en: 'An inspection cannot be longer than allowed.',
  },
  longer: {
    kk: 'Жаңа күн бұрынғысынан және бүгіннен кеш болуы керек.',
    ru: 'Новый день должен быть позже прежнего и не раньше сегодняшнего.',
    en: 'The new day must be later than the old one and not before today.',
  },
  served: {
    kk: 'Сіз осы бөлімшеде тексерілетін кезеңде не одан кейін жұмыс істегенсіз, сондықтан бұл тексеруді дайындай алмайсыз.',
    ru: 'Вы работали в этом подразделении в проверяемый период или позже, поэтому готовить эту проверку вам нельзя.',
    en: 'You served in this department during the period under inspection or since, so you cannot prepare this inspection.',
  },
} satisfies Record<string, Text>

interface Programme {
  language: Language
  body: string
  aim: string
  questions: readonly string[]
  periodFrom: Day
  periodUntil: Day
  startsOn: Day
  endsOn: Day
}

/** The last day of an inspection that begins on the day. */
export const latestOf = (tx: Tx, startsOn: Day): Day =>
  tx.calendar.addWorkingDays(addDays(startsOn, -1), tx.parameter('inspection.days').value)

async function checked(tx: Tx, it: Programme) {
  if (refusesStateSecret(it.aim)) throw stateSecretRefused('aim')
  if (it.questions.some(refusesStateSecret)) throw stateSecretRefused('questions')
  // Territorial departments stand in the directory of bodies, under their own kind (5.10).
  const party = await partyOn(tx, `body:${it.body}`, tx.today)
  if (party?.group !== 'court-administration') throw invalidField('body', says.body)
  if (it.periodUntil < it.periodFrom) throw invalidField('periodUntil', says.order)
  if (it.startsOn < tx.today) throw invalidField('startsOn', says.past)
  if (it.endsOn < it.startsOn) throw invalidField('endsOn', says.order)
  if (it.periodUntil > it.endsOn) throw invalidField('periodUntil', says.ahead)
  if (it.endsOn > latestOf(tx, it.startsOn)) throw invalidField('endsOn', says.long)
  if (await store.servedIn(tx, tx.actor.id, it.body, it.periodFrom))
    throw new Refusal('forbidden', says.served, { clause: '5.16' })
  return {
    language: it.language,
    body_id: party.id,
    body_name: party.name,
    aim: it.aim,
    period_from: it.periodFrom,
    period_until: it.periodUntil,
    starts_on: it.startsOn,
    ends_on: it.endsOn,
  }
}

const unitOf = async (tx: Tx, unit: string | undefined): Promise<string> => {
  const units = await unitsOn(tx, tx.today)
  const found = unit
    ? units.find(({ id, kind }) => id === unit && (kind === 'department' || kind === 'territorial'))
    : units.find(({ kind }) => kind === 'department')
  if (!found) throw invalidField('unit', says.unit)
  return found.id
}

export const prepareInspection = command(shapes.prepareInspection, {
  clauses: ['5.10', '5.14', '10'],
  rules: [rules.mayPrepare],
  run: async ({ input, tx }) => {
    const id = input.entryKey
    if (await store.prepared(tx, id)) return { id }
    const programme = await checked(tx, input)
    await store.insertInspection(tx, { ...programme, id, unit_id: await unitOf(tx, input.unit) })
    await store.putQuestions(tx, id, input.questions)
    await duties.reindex(tx, id)
    tx.about('inspection', id)
    return { id }
  },
})

/** Whoever is on the team and would have an interest in the department now chosen is named before the programme changes. */
const judgeAgain = (tx: Tx, it: Inspection): Promise<void> => judgeTeam(tx, it.id, it.team)

export const amendInspection = command(shapes.amendInspection, {
  clauses: ['5.10', '5.14', '10'],
  record: inspectionRecord,
  rules: [rules.directs, rules.beingPrepared, rules.orderStandsOverIt],
  run: async ({ input, subject, tx }) => {
    await store.amendInspection(tx, subject.id, await checked(tx, input))
    await store.putQuestions(tx, subject.id, input.questions)
    await judgeAgain(tx, subject)
    await duties.reindex(tx, subject.id)
    return {}
  },
})

export const extendInspection = command(shapes.extendInspection, {
  clauses: ['5.10', '5.14', '10'],
  record: inspectionRecord,
  rules: [rules.directs, rules.beforeAct, rules.standsOnAuthority],
  run: async ({ input: { until, reason }, subject, tx }) => {
    if (until <= subject.ends_on || until < tx.today) throw invalidField('until', says.longer)
    if (until > latestOf(tx, subject.starts_on)) throw invalidField('until', says.long)
    await insertExtension(tx, subject.id, { remedy: null, from: subject.ends_on, until, reason })
    await store.moveMembers(tx, subject.id, subject.ends_on, until)
    await store.changeInspection(tx, subject.id, { ends_on: until })
    await duties.moveTerm(tx, subject, until)
    return {}
  },
})

// An investigation is prepared by the head from a fact, an appeal or a verdict, and amended until it is opened.
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { partyOn } from '../incoming/index.ts'
import { unitsOn } from '../org/index.ts'
import { personOf } from '../persons/index.ts'
import * as shapes from './contract.ts'
import { membersOf } from './team-store.ts'
import * as duties from './duties.ts'
import { investigationRecord, type Investigation } from './records.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { candidatesFor, judgeCandidate } from '../conflicts/index.ts'
import { settleVerdict, verdictOf } from '../superiors/index.ts'

const says = {
  about: { kk: 'Мұндай жазба табылмады.', ru: 'Такая запись не найдена.', en: 'No such record was found.' },
  person: {
    kk: 'Мұндай адам тізілімде табылмады.',
    ru: 'Такое лицо в реестре не найдено.',
    en: 'The register knows no such person.',
  },
  place: {
    kk: 'Мұндай сот не бөлімше бүгін анықтамалықта жоқ.',
    ru: 'Такого суда или подразделения сегодня в справочнике нет.',
    en: 'The directory has no such court or unit today.',
  },
  unit: {
    kk: 'Бөлімнің бөлімшесін таңдаңыз.',
    ru: 'Выберите подразделение отдела.',
    en: 'Choose a unit of the Department.',
  },
  verdict: {
    kk: 'Мұндай үкім тізілімде жоқ.',
    ru: 'Такого приговора в реестре нет.',
    en: 'The register knows no such verdict.',
  },
  noSuperior: {
    kk: 'Үкім тек тікелей басшыға қатысты тексеруде көрсетіледі.',
    ru: 'Приговор указывается только в расследовании в отношении руководителя.',
    en: 'A verdict is named only in an investigation of a superior.',
  },
  ahead: {
    kk: 'Бұл күн бүгіннен кеш бола алмайды.',
    ru: 'Этот день не может быть позже сегодняшнего.',
    en: 'This day cannot be after today.',
  },
  early: {
    kk: 'Құқық бұзушылық жасалғаннан бұрын анықталмайды.',
    ru: 'Правонарушение не могло быть обнаружено раньше, чем совершено.',
    en: 'The offence cannot have been discovered before it was committed.',
  },
  twice: {
    kk: 'Бұл адам қазірдің өзінде тексерілуде.',
    ru: 'Это лицо уже проверяется в этом расследовании.',
    en: 'This person is under this investigation already.',
  },
  last: {
    kk: 'Тексеруде кемінде бір адам болуы керек.',
    ru: 'В расследовании должно быть хотя бы одно проверяемое лицо.',
    en: 'At least one person is under investigation.',
  },
} satisfies Record<string, Text>

/** Who is under it, or what and when, has changed: the limitations follow. */
export const changed = 'investigations.changed'
export const prepared = 'investigations.prepared'

export interface Acts {
  allegations: string
  committedOn: string
  discoveredOn: string
  place?: string | undefined
}

const checkActs = (tx: Tx, it: Acts): void => {
  if (refusesStateSecret(it.allegations)) throw stateSecretRefused('allegations')
  if (it.committedOn > tx.today) throw invalidField('committedOn', says.ahead)
  if (it.discoveredOn > tx.today) throw invalidField('discoveredOn', says.ahead)
  if (it.discoveredOn < it.committedOn) throw invalidField('discoveredOn', says.early)
}

const placeOf = async (tx: Tx, place: string | undefined): Promise<store.Place | null> => {
  if (!place) return null
  const party = await partyOn(tx, place, tx.today)
  if (!party) throw invalidField('place', says.place)
  return { kind: party.kind, id: party.id, name: party.name }
}

const aboutOf = async (tx: Tx, about: string | undefined): Promise<{ kind: string; id: string } | null> => {
  if (!about) return null
  const [kind = '', id = ''] = about.split(':')
  if (!(await tx.house.registry.records.get(kind)?.find(tx, id, false))) throw invalidField('about', says.about)
  return { kind, id }
}

const unitOf = async (tx: Tx, unit: string | undefined): Promise<string> => {
  const units = await unitsOn(tx, tx.today)
  const found = unit
    ? units.find(({ id, kind }) => id === unit && (kind === 'department' || kind === 'territorial'))
    : units.find(({ kind }) => kind === 'department')
  if (!found) throw invalidField('unit', says.unit)
  return found.id
}

const personNamed = async (tx: Tx, field: string, id: string): Promise<{ id: string; name: Text }> => {
  const person = await personOf(tx, id)
  if (!person) throw invalidField(field, says.person)
  return { id, name: person.name }
}

type Case = Parameters<typeof candidatesFor>[1]

/** Whoever prepares, and everybody on the team, has no interest in it. */
async function judgeAll(tx: Tx, it: Case, employees: readonly string[]): Promise<void> {
  for (const employee of employees)
    for (const candidate of await candidatesFor(tx, it, employee)) judgeCandidate(tx, candidate)
}

export const prepareInvestigation = command(shapes.prepareInvestigation, {
  clauses: ['6.21', '6.22', '5.14', '5.15'],
  rules: [rules.mayPrepare],
  personal: true,
  run: async ({ input, actor, tx }) => {
    const id = input.entryKey
    if (await store.prepared(tx, id)) return { id }
    checkActs(tx, input)
    const { kind, language, allegations, offence } = input
    if (input.verdict && kind !== 'superior') throw invalidField('verdict', says.noSuperior)
    if (input.verdict && !(await verdictOf(tx, input.verdict))) throw invalidField('verdict', says.verdict)
    const about = await aboutOf(tx, input.about)
    const persons: { id: string; name: Text }[] = []
    for (const [at, person] of [...new Set(input.persons)].entries())
      persons.push(await personNamed(tx, `persons.${at}`, person))
    const place = await placeOf(tx, input.place)
    const unit = await unitOf(tx, input.unit)
    // Whoever is under investigation does not prepare it; what the Department's rules call kin or the same unit is the head's to weigh.
    await judgeOwn(tx, { id, persons, committedOn: input.committedOn, allegations, about }, actor.id)
    await store.insertInvestigation(tx, {
      id,
      state: 'prepared',
      kind,
      language,
      unit_id: unit,
      allegations,
      offence,
      committed_on: input.committedOn,
      discovered_on: input.discoveredOn,
      place,
      about_kind: about?.kind ?? null,
      about_id: about?.id ?? null,
      verdict_id: input.verdict ?? null,
    })
    await store.insertPersons(tx, id, persons)
    if (input.verdict) await settleVerdict(tx, input.verdict, id)
    await duties.reindex(tx, id)
    tx.emit(prepared, { id, kind })
    tx.emit(changed, { id })
    tx.about('investigation', id)
    return { id }
  },
})

/** The head who is meant, or is kin of somebody meant, leaves it to the deputy. */
async function judgeOwn(tx: Tx, it: Case, employee: string): Promise<void> {
  for (const candidate of await candidatesFor(tx, it, employee))
    judgeCandidate(tx, { ...candidate, isNear: false, named: false })
}

export const amendInvestigation = command(shapes.amendInvestigation, {
  clauses: ['6.21', '6.22', '5.14'],
  record: investigationRecord,
  rules: [rules.directs, rules.beingPrepared],
  run: async ({ input, subject, tx }) => {
    checkActs(tx, input)
    await store.changeInvestigation(tx, subject.id, {
      allegations: input.allegations,
      offence: input.offence,
      committed_on: input.committedOn,
      discovered_on: input.discoveredOn,
    })
    await store.movePlace(tx, subject.id, await placeOf(tx, input.place))
    await duties.reindex(tx, subject.id)
    tx.emit(changed, { id: subject.id })
    return {}
  },
})

const currentTeam = async (tx: Tx, it: Investigation): Promise<string[]> =>
  (await membersOf(tx, it.id)).filter(({ ended_at }) => ended_at === null).map(({ employee_id }) => employee_id)

export const addPerson = command(shapes.addPerson, {
  clauses: ['6.21', '6.22', '5.16'],
  record: investigationRecord,
  rules: [rules.directs, rules.beingPreparedOrUnderWay, ...rules.standsOnAuthority],
  personal: true,
  run: async ({ input, subject, tx }) => {
    if (subject.persons.some(({ id }) => id === input.person))
      throw new Refusal('conflict', says.twice, { clause: '6.21' })
    const person = await personNamed(tx, 'person', input.person)
    const persons = [...subject.persons, person]
    await judgeAll(tx, { ...subject, persons }, await currentTeam(tx, subject))
    await judgeOwn(tx, { ...subject, persons }, tx.actor.id)
    await store.insertPersons(tx, subject.id, [person])
    await duties.reindex(tx, subject.id)
    tx.emit(changed, { id: subject.id })
    return {}
  },
})

export const dropPerson = command(shapes.dropPerson, {
  clauses: ['6.21', '5.14'],
  record: investigationRecord,
  rules: [rules.directs, rules.beingPrepared],
  personal: true,
  run: async ({ input, subject, tx }) => {
    if (!subject.persons.some(({ id }) => id === input.person)) throw invalidField('person', says.person)
    if (subject.persons.length === 1) throw invalidField('person', says.last)
    await store.dropPerson(tx, subject.id, input.person, input.reason)
    await duties.reindex(tx, subject.id)
    tx.emit(changed, { id: subject.id })
    return {}
  },
})

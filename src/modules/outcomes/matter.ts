// Where an investigation stands on its way to the outcome: everything that was found, measured, studied, decided, and what the gates see of it.
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { absencesOf, duties, type Investigation } from '../investigations/index.ts'
import { postsOf } from '../persons/index.ts'
import { appealsOf, decisionsOf, superiorsOf } from './decisions-store.ts'
import type { Closing, OnPerson } from './gates.ts'
import { keyOf, materialsFor, type Material } from './materials.ts'
import { copiesOf, noticesOf, servesInTerritory } from './notices-store.ts'
import * as store from './store.ts'
import { awaitsDecision } from './words.ts'

export async function matterOf(tx: Tx, it: Investigation) {
  const findings = await store.findingsOf(tx, it.id)
  return {
    it,
    allegations: await store.allegationsOf(tx, it.id),
    findings: findings.filter(({ replaced_at }) => replaced_at === null),
    earlier: findings.filter(({ replaced_at }) => replaced_at !== null),
    measures: await store.measuresOf(tx, it.id),
    familiarisations: await store.familiarisationsOf(tx, it.id),
    conclusion: await store.conclusionOf(tx, it.id),
    decisions: await decisionsOf(tx, it.id),
    appeals: await appealsOf(tx, it.id),
    superiors: await superiorsOf(tx, it.id),
    copies: await copiesOf(tx, it.id),
    notices: await noticesOf(tx, it.id),
    absences: await absencesOf(tx, [it.id]),
  }
}
export type Matter = Awaited<ReturnType<typeof matterOf>>

export const standingAllegations = ({ allegations }: Pick<Matter, 'allegations'>) =>
  allegations.filter(({ dropped_at }) => dropped_at === null)

/** Findings on allegations that still stand. */
export const findingsOn = (matter: Matter, person: string) => {
  const stand = new Set(standingAllegations(matter).map(({ id }) => id))
  return matter.findings.filter(({ person_id, allegation_id }) => person_id === person && stand.has(allegation_id))
}

/** In the capacity in which the offence was committed; of one who held no post then, that of today. */
export async function isJudge(tx: Tx, it: Investigation, person: string): Promise<boolean> {
  const then = await postsOf(tx, person, it.committedOn)
  const posts = then.length ? then : await postsOf(tx, person, tx.today)
  return posts.some(({ kind }) => kind === 'judge')
}

/** Of the Department's territorial staff: then, on the day of the decision, or today (13). */
export const isTerritorial = (tx: Tx, it: Investigation, person: string, on: Day = tx.today): Promise<boolean> =>
  servesInTerritory(tx, person, [...new Set([it.committedOn, on, tx.today])])

export const latestNotice = (matter: Matter, person: string) =>
  matter.notices.find(({ person_id }) => person_id === person) ?? null

export function checklistOf(matter: Matter, person: string, materials: readonly Material[]) {
  const copies = new Map(
    matter.copies
      .filter(({ person_id }) => person_id === person)
      .map((copy) => [keyOf({ kind: copy.material_kind, id: copy.material_id }), copy]),
  )
  const notice = latestNotice(matter, person)
  const rows = materials.map((material) => ({ material, copy: copies.get(keyOf(material)) ?? null }))
  return {
    rows,
    notice,
    unticked: rows.filter(({ copy }) => copy === null).length,
    copied: rows.filter(({ copy }) => copy?.copied).length,
    /** Copies that went with no notice yet. */
    later: rows.filter(({ copy }) => copy?.copied && copy.notice_id === null).length,
    gone: rows.filter(({ copy }) => copy?.notice_id != null).length,
  }
}

export const limitationOn = (tx: Tx, { it, absences }: Pick<Matter, 'it' | 'absences'>, person: string) =>
  duties.limitationFor(tx, it, person, absences)

/** One person as the gates see him or her; the clocks of limitation as of the day. */
export async function onPerson(tx: Tx, matter: Matter, person: string, day: Day = tx.today): Promise<OnPerson> {
  const { it } = matter
  const found = findingsOn(matter, person)
  const territorial = await isTerritorial(tx, it, person, day)
  const checklist = checklistOf(matter, person, territorial ? await materialsFor(tx, it) : [])
  const limitation = await limitationOn(tx, matter, person)
  const past = (clock: 'discovery' | 'commission'): boolean => {
    const { on } = limitation[clock]
    return on !== null && on < day
  }
  return {
    judge: await isJudge(tx, it, person),
    territorial,
    proven: found.filter(({ finding }) => finding === 'proven').length,
    unfound: Math.max(standingAllegations(matter).length, 1) - found.length,
    measure: matter.measures.find(({ person_id }) => person_id === person)?.measure ?? null,
    familiarised: matter.familiarisations.some(
      ({ person_id, acknowledged_on }) => person_id === person && acknowledged_on !== null && acknowledged_on <= day,
    ),
    past: { discovery: past('discovery'), commission: past('commission'), doubtful: limitation.doubtful },
    checklist: { ...checklist, noticed: checklist.notice !== null && checklist.notice.gone_on <= day },
  }
}

/** Decisions on the person that were not annulled. */
export const decisionOn = (matter: Matter, person: string) =>
  matter.decisions.find(({ person_id, annulled_on }) => person_id === person && annulled_on === null) ?? null

export function closingOf(matter: Matter, person: string): Closing {
  const measure = matter.measures.find(({ person_id }) => person_id === person)?.measure
  const ever = matter.decisions.filter(({ person_id }) => person_id === person)
  const decision = decisionOn(matter, person)
  return {
    awaits: measure !== undefined && awaitsDecision(measure),
    decided: ever.length > 0,
    // What was annulled, or says that no measure is taken, has nothing to be carried out.
    executed: decision === null || decision.executed_on !== null || decision.standing === 'none',
    underAppeal: matter.appeals.some(
      ({ decision_id, result }) => result === null && ever.some(({ id }) => id === decision_id),
    ),
    superiorOpen:
      matter.it.kind === 'superior' &&
      matter.it.verdict !== null &&
      !matter.superiors.some(({ person_id }) => person_id === person),
  }
}

const notUnder: Text = {
  kk: 'Бұл адам тексерілмейді.',
  ru: 'Это лицо не проверяется.',
  en: 'This person is not under investigation.',
}
export function personUnder(it: Investigation, person: string): { id: string; name: Text } {
  const found = it.persons.find(({ id }) => id === person)
  if (!found) throw invalidField('person', notUnder)
  return found
}

const ahead: Text = {
  kk: 'Бұл күн бүгіннен кеш бола алмайды.',
  ru: 'Этот день не может быть позже сегодняшнего.',
  en: 'This day cannot be after today.',
}
export const notAhead = (tx: Tx, field: string, day: Day): void => {
  if (day > tx.today) throw invalidField(field, ahead)
}
export const notBefore = (field: string, day: Day, first: Day, says: Text): void => {
  if (day < first) throw invalidField(field, says)
}

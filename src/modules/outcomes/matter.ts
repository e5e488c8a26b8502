// Where a concluded investigation stands on its way to the end: decisions, appeals, the notice of clause 13, and what the gates see of it.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import { awaitsDecision } from '../conclusions/contract.ts'
import {
  filesOf,
  matterOf as concludedOf,
  materialsFor,
  onPerson as concludedOn,
  type Material,
} from '../conclusions/index.ts'
import type { Investigation } from '../investigations/index.ts'
import { absencesOf, limitationFor } from '../limitations/index.ts'
import { appealsOf, decisionsOf, superiorsOf } from './decisions-store.ts'
import type { Closing, OnPerson } from './gates.ts'
import { copiesOf, noticesOf, servesInTerritory } from './notices-store.ts'

export async function matterOf(tx: Tx, it: Investigation) {
  const notices = await noticesOf(tx, it.id)
  let asked: Promise<Material[]> | null = null
  return {
    ...(await concludedOf(tx, it)),
    decisions: await decisionsOf(tx, it.id),
    appeals: await appealsOf(tx, it.id),
    superiors: await superiorsOf(tx, it.id),
    copies: await copiesOf(tx, it.id),
    notices,
    absences: await absencesOf(tx, it.id),
    /** What clause 13 wants copied: gathered from every room once, and only where somebody asks for it. */
    toCopy: () => (asked ??= toCopy(tx, { it, notices })),
  }
}
export type Matter = Awaited<ReturnType<typeof matterOf>>

export const keyOf = ({ kind, id }: Pick<Material, 'kind' | 'id'>): string => `${kind}:${id}`

/** What clause 13 wants copied: all that the case holds but the notices themselves and the papers of the decision that follows them. */
async function toCopy(
  tx: Tx,
  matter: { it: Investigation; notices: Awaited<ReturnType<typeof noticesOf>> },
): Promise<Material[]> {
  const notices = new Set(matter.notices.map(({ document_id }) => document_id))
  const later = new Set(
    (await filesOf(tx, matter.it.id))
      .filter(({ part }) => !['familiarisation', 'transfer', 'answer'].includes(part))
      .map(({ file }) => file.id),
  )
  return (await materialsFor(tx, matter.it)).filter(({ id }) => !notices.has(id) && !later.has(id))
}

/** Of the Department's territorial staff: then, on the day of the decision, or today (13). */
export const isTerritorial = (tx: Tx, it: Investigation, person: string, on: Day = tx.today): Promise<boolean> =>
  servesInTerritory(tx, person, [...new Set([it.committedOn, on, tx.today])])

const latestNotice = (matter: Matter, person: string) =>
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
    gone: rows.filter(({ copy }) => (copy?.notice_id ?? null) !== null).length,
  }
}

export const limitationOn = (tx: Tx, { it, absences }: Pick<Matter, 'it' | 'absences'>, person: string) =>
  limitationFor(tx, it, person, absences)

/** One person as the gates see him or her; the clocks of limitation as of the day. */
export async function onPerson(tx: Tx, matter: Matter, person: string, day: Day = tx.today): Promise<OnPerson> {
  const { it } = matter
  const territorial = await isTerritorial(tx, it, person, day)
  const checklist = checklistOf(matter, person, territorial ? await matter.toCopy() : [])
  const limitation = await limitationOn(tx, matter, person)
  const past = (clock: 'discovery' | 'commission'): boolean => {
    const { on } = limitation[clock]
    return on !== null && on < day
  }
  return {
    ...(await concludedOn(tx, matter, person)),
    territorial,
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

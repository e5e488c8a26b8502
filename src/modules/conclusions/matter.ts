// Where an investigation stands on its way to the conclusion: everything that was found, measured and studied, and what the gates see of it.
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { checkUnder, type Investigation } from '../investigations/index.ts'
import { postsOf } from '../persons/index.ts'
import type { OnPerson } from './gates.ts'
import * as store from './store.ts'

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

/** One person as the gates before the conclusion see him or her. */
export async function onPerson(tx: Tx, matter: Matter, person: string): Promise<OnPerson> {
  const found = findingsOn(matter, person)
  return {
    judge: await isJudge(tx, matter.it, person),
    proven: found.filter(({ finding }) => finding === 'proven').length,
    // An investigation without an allegation has found nothing.
    unfound: Math.max(standingAllegations(matter).length, 1) - found.length,
    measure: matter.measures.find(({ person_id }) => person_id === person)?.measure ?? null,
  }
}

export function personUnder(it: Investigation, person: string): { id: string; name: Text } {
  checkUnder(it, person)
  const found = it.persons.find(({ id }) => id === person)
  if (!found) throw new Error('a person under investigation is not among its persons')
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

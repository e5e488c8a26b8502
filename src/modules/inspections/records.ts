// The inspection as rules see it: what is kept, and the authority in force today.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import type { Actor } from '../../kernel/rules.ts'
import { authoritiesFor, type InForce } from '../authorities/index.ts'
import { inspectionLife } from './lifecycle.ts'
import { readKept, type Kept } from './store.ts'

export interface Inspection extends Kept {
  /** In force today and naming this inspection. */
  authority: InForce | null
}

/** Every authority in force on the day that names the inspection; locked, so that a revocation waits for the act. */
export const authoritiesNow = (tx: Tx, id: string, on: Day): Promise<readonly InForce[]> =>
  authoritiesFor(tx, { purpose: 'inspection', subjects: [{ kind: 'inspection', id }], on })

async function findInspection(tx: Tx, id: string, lock: boolean): Promise<Inspection | undefined> {
  const it = await readKept(tx, id, lock)
  if (!it) return undefined
  const [authority = null] = await authoritiesNow(tx, id, tx.today)
  return { ...it, authority }
}

/** Clause 10: the head and the deputy over all, a territorial head over those of the own unit. */
export const commands = (actor: Actor, it: Pick<Kept, 'unit_id'>): boolean =>
  actor.powers.has('inspections.lead') &&
  (actor.posts.some(({ code }) => code === 'head' || code === 'deputy-head') ||
    actor.posts.some(({ code, unit }) => code === 'territorial-head' && unit === it.unit_id))

/** Clauses 5.15 and 10: the team and their chain of command. A principal only reads. */
export const mayWork = (actor: Actor, it: Pick<Kept, 'team' | 'unit_id'>): boolean =>
  it.team.includes(actor.id) || commands(actor, it)

export const inspectionRecord = record({
  name: 'inspection',
  table: 'inspections',
  title: {
    kk: 'Аумақтық бөлімшені тексеру',
    ru: 'Проверка территориального подразделения',
    en: 'Inspection of a territorial unit',
  },
  life: inspectionLife,
  find: findInspection,
  caption: (it: Inspection) => it.number ?? it.body_name[it.language],
  works: mayWork,
  page: (id) => `/inspections/${id}`,
})

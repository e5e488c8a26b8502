// The SQL of decisions, their execution, appeals and lapse, of transfers to other bodies and of the liability of a superior.
import { sql, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Body, MeasureName } from '../conclusions/contract.ts'
import type { Answer, AppealResult, Resignation } from './words.ts'

export type Db = Pick<Tx, 'db'>

interface DecisionsTable {
  id: string
  investigation_id: string
  person_id: string
  body: Body
  body_name: string
  number: string
  decided_on: Day
  measure: MeasureName
  words: string | null
  limitation_on: Day | null
  doubtful: boolean
  at: Date
  by: string
  order_number: string | null
  executed_on: Day | null
  executed_at: Date | null
  executed_by: string | null
  standing: MeasureName | null
  annulled_on: Day | null
  lapses_on: Day | null
  lapse_doubtful: boolean | null
  lapsed_on: Day | null
  lapsed_at: Date | null
}
interface AppealsTable {
  id: string
  investigation_id: string
  decision_id: string
  filed_on: Day
  filed_with: string
  at: Date
  by: string
  result: AppealResult | null
  result_on: Day | null
  result_number: string | null
  measure: MeasureName | null
  words: string | null
  result_at: Date | null
  result_by: string | null
}
interface TransfersTable {
  id: string
  investigation_id: string
  body_id: string
  body_name: JSONColumnType<Text>
  sent_on: Day
  number: string
  what: string
  due_on: Day
  doubtful: boolean
  at: Date
  by: string
  answer: Answer | null
  answered_on: Day | null
  register_number: string | null
  answer_words: string | null
  answer_at: Date | null
  answer_by: string | null
}
interface SuperiorsTable {
  investigation_id: string
  person_id: string
  case_id: string
  liable: boolean
  from_on: Day
  due_on: Day
  doubtful: boolean
  resignation: Resignation
  filed_on: Day | null
  words: string
  at: Date
  by: string
}

declare module '../../kernel/database.ts' {
  interface Tables {
    outcome_decisions: DecisionsTable
    outcome_appeals: AppealsTable
    outcome_transfers: TransfersTable
    outcome_superiors: SuperiorsTable
  }
}

const made = ({ at, actor }: Tx, investigation_id: string) => ({ id: newId(), investigation_id, at, by: actor.id })

type NewDecision = Pick<
  DecisionsTable,
  | 'person_id'
  | 'body'
  | 'body_name'
  | 'number'
  | 'decided_on'
  | 'measure'
  | 'words'
  | 'limitation_on'
  | 'doubtful'
  | 'lapses_on'
  | 'lapse_doubtful'
>
export async function insertDecision(tx: Tx, id: string, it: NewDecision): Promise<string> {
  const row = made(tx, id)
  const later = { order_number: null, executed_on: null, executed_at: null, executed_by: null }
  await tx.db
    .insertInto('outcome_decisions')
    .values({ ...row, ...it, ...later, standing: it.measure, annulled_on: null, lapsed_on: null, lapsed_at: null })
    .execute()
  return row.id
}

export const decisionsOf = ({ db }: Db, id: string) =>
  db
    .selectFrom('outcome_decisions')
    .selectAll()
    .where('investigation_id', '=', id)
    .orderBy('decided_on', 'desc')
    .orderBy('id')
    .execute()
export type Decision = Awaited<ReturnType<typeof decisionsOf>>[number]

export const changeDecision = async ({ db }: Db, id: string, change: Partial<DecisionsTable>): Promise<void> => {
  await db.updateTable('outcome_decisions').set(change).where('id', '=', id).execute()
}

/** Penalties whose last day is behind and that nobody has called lapsed. */
export const lapsing = ({ db, today }: Pick<Tx, 'db' | 'today'>) =>
  db
    .selectFrom('outcome_decisions')
    .select(['id', 'investigation_id'])
    .where('lapses_on', '<', today)
    .where('lapsed_on', 'is', null)
    .where('annulled_on', 'is', null)
    .orderBy('lapses_on')
    .limit(1_000)
    .execute()

export async function insertAppeal(
  tx: Tx,
  id: string,
  it: Pick<AppealsTable, 'decision_id' | 'filed_on' | 'filed_with'>,
): Promise<string> {
  const row = made(tx, id)
  const later = { result: null, result_on: null, result_number: null, measure: null, words: null }
  await tx.db
    .insertInto('outcome_appeals')
    .values({ ...row, ...it, ...later, result_at: null, result_by: null })
    .execute()
  return row.id
}

export const appealsOf = ({ db }: Db, id: string) =>
  db.selectFrom('outcome_appeals').selectAll().where('investigation_id', '=', id).orderBy('filed_on').execute()
export type DecisionAppeal = Awaited<ReturnType<typeof appealsOf>>[number]

type Settled = Pick<AppealsTable, 'result' | 'result_on' | 'result_number' | 'measure' | 'words'>
export const settle = async ({ db, at, actor }: Tx, appeal: string, it: Settled): Promise<void> => {
  await db
    .updateTable('outcome_appeals')
    .set({ ...it, result_at: at, result_by: actor.id })
    .where('id', '=', appeal)
    .execute()
}

type NewTransfer = Pick<TransfersTable, 'body_id' | 'sent_on' | 'number' | 'what' | 'due_on' | 'doubtful'>
export async function insertTransfer(
  tx: Tx,
  id: string,
  { name, ...it }: NewTransfer & { name: Text },
): Promise<string> {
  const row = made(tx, id)
  const later = { answer: null, answered_on: null, register_number: null, answer_words: null }
  await tx.db
    .insertInto('outcome_transfers')
    .values({ ...row, ...it, body_name: JSON.stringify(name), ...later, answer_at: null, answer_by: null })
    .execute()
  return row.id
}

export const transfersOf = ({ db }: Db, id: string) =>
  db.selectFrom('outcome_transfers').selectAll().where('investigation_id', '=', id).orderBy('sent_on').execute()

type Answered = Pick<TransfersTable, 'answer' | 'answered_on' | 'register_number' | 'answer_words'>
export const putAnswer = async ({ db, at, actor }: Tx, transfer: string, it: Answered): Promise<void> => {
  await db
    .updateTable('outcome_transfers')
    .set({ ...it, answer_at: at, answer_by: actor.id })
    .where('id', '=', transfer)
    .execute()
}

export const insertSuperior = async (
  { db, at, actor }: Tx,
  id: string,
  it: Omit<SuperiorsTable, 'investigation_id' | 'at' | 'by'>,
): Promise<void> => {
  await db
    .insertInto('outcome_superiors')
    .values({ ...it, investigation_id: id, at, by: actor.id })
    .execute()
}
export const superiorsOf = ({ db }: Db, id: string) =>
  db.selectFrom('outcome_superiors').selectAll().where('investigation_id', '=', id).execute()

export interface Known {
  person: string
  name: Text
  investigation: string
  number: string
  proven: number
  measure: MeasureName | null
  decidedOn: Day | null
  lapsedOn: Day | null
  annulledOn: Day | null
}

/** What other investigations, of those the actor sees, came to on these persons; only where something was proven. */
export async function knownOf({ db }: Db, except: string, persons: readonly string[]): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select p.person_id as person, p.name, i.id as investigation, i.number, f.proven::int as proven, d.standing as measure,
      d.decided_on as "decidedOn", d.lapsed_on as "lapsedOn", d.annulled_on as "annulledOn"
    from investigation_persons p join investigations i on i.id = p.investigation_id
      cross join lateral (select count(*) as proven from conclusion_findings f where f.investigation_id = i.id and f.person_id = p.person_id
        and f.finding = 'proven' and f.replaced_at is null) f
      left join outcome_decisions d on d.investigation_id = i.id and d.person_id = p.person_id and d.annulled_on is null
    where p.person_id = any (${[...persons]}::uuid[]) and p.dropped_at is null and i.id <> ${except} and i.concluded_on is not null
      and f.proven > 0
    order by i.concluded_on desc, i.id limit 100`.execute(db)
  return rows
}

// The SQL of inspections, their programme and their team. The policies of the database are the scope.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { InspectionState, RecusalCause, Role } from './kinds.ts'

interface InspectionsTable {
  id: string
  version: Generated<number>
  state: InspectionState
  language: Language
  unit_id: string
  author_id: string
  prepared_at: Date
  body_id: string
  body_name: JSONColumnType<Text>
  aim: string
  period_from: Day
  period_until: Day
  starts_on: Day
  ends_on: Day
  number: string | null
  opened_on: Day | null
  halted_on: Day | null
  document_id: string | null
  drawn_on: Day | null
  act_number: string | null
  signed_on: Day | null
  acquainted_on: Day | null
  acquainted_name: string | null
  acquainted_way: 'signed' | 'refused' | null
  acquainted_words: string | null
  objections_due_on: Day | null
  planned_on: Day | null
  ended_on: Day | null
  ended_by: string | null
  ended_word: string | null
  team: Generated<string[]>
  leader_id: Generated<string | null>
  unanswered: Generated<number>
  found: Generated<number>
  objections_open: Generated<number>
  remedies: Generated<number>
  remedies_open: Generated<number>
}

interface QuestionsTable {
  id: string
  inspection_id: string
  place: number
  words: string
  answer: string | null
  answered_at: Date | null
  answered_by: string | null
}

interface MembersTable {
  id: string
  inspection_id: string
  employee_id: string
  role: Role
  from_on: Day
  until_on: Day
  added_at: Date
  added_by: string
  ended_at: Date | null
  ended_on: Day | null
  cause: RecusalCause | null
  reason: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    inspections: InspectionsTable
    inspection_questions: QuestionsTable
    inspection_members: MembersTable
  }
}

type Db = Pick<Tx, 'db'>

export async function readKept({ db }: Db, id: string, lock: boolean) {
  const query = db.selectFrom('inspections').selectAll().where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}
export type Kept = NonNullable<Awaited<ReturnType<typeof readKept>>>

/** What this form has prepared already, if it was sent twice; forms with one key wait for each other. */
export async function prepared(tx: Tx, id: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 60))`.execute(tx.db)
  const found = await tx.db
    .selectFrom('inspections')
    .select('id')
    .where('id', '=', id)
    .where('author_id', '=', tx.actor.id)
    .executeTakeFirst()
  return found !== undefined
}

type Words = Pick<
  InspectionsTable,
  'body_id' | 'aim' | 'period_from' | 'period_until' | 'starts_on' | 'ends_on' | 'language'
> & { body_name: Text }

export async function insertInspection(
  { db, at, actor }: Tx,
  it: Words & Pick<InspectionsTable, 'id' | 'unit_id'>,
): Promise<void> {
  await db
    .insertInto('inspections')
    .values({
      ...it,
      body_name: JSON.stringify(it.body_name),
      state: 'prepared',
      author_id: actor.id,
      prepared_at: at,
    })
    .execute()
}

export const amendInspection = async ({ db }: Tx, id: string, it: Words): Promise<void> => {
  await db
    .updateTable('inspections')
    .set({ ...it, body_name: JSON.stringify(it.body_name) })
    .where('id', '=', id)
    .execute()
}

export type Change = Partial<
  Omit<
    InspectionsTable,
    | 'id'
    | 'version'
    | 'body_name'
    | 'team'
    | 'leader_id'
    | 'unanswered'
    | 'found'
    | 'objections_open'
    | 'remedies'
    | 'remedies_open'
  >
>
export const changeInspection = async ({ db }: Db, id: string, change: Change): Promise<void> => {
  await db.updateTable('inspections').set(change).where('id', '=', id).execute()
}

/** The programme as it is set: whatever stood before is replaced. */
export async function putQuestions({ db }: Db, id: string, questions: readonly string[]): Promise<void> {
  await db.deleteFrom('inspection_questions').where('inspection_id', '=', id).execute()
  await db
    .insertInto('inspection_questions')
    .values(
      questions.map((words, place) => ({
        id: newId(),
        inspection_id: id,
        place: place + 1,
        words,
        answer: null,
        answered_at: null,
        answered_by: null,
      })),
    )
    .execute()
}

export const questionsOf = ({ db }: Db, id: string) =>
  db.selectFrom('inspection_questions').selectAll().where('inspection_id', '=', id).orderBy('place').execute()

export const answerOf = async ({ db, at, actor }: Tx, question: string, answer: string): Promise<void> => {
  await db
    .updateTable('inspection_questions')
    .set({ answer, answered_at: at, answered_by: actor.id })
    .where('id', '=', question)
    .execute()
}

interface Joining {
  employee: string
  role: Role
  from: Day
  until: Day
}
export async function insertMember(tx: Tx, id: string, it: Joining): Promise<void> {
  await tx.db
    .insertInto('inspection_members')
    .values({
      id: newId(),
      inspection_id: id,
      employee_id: it.employee,
      role: it.role,
      from_on: it.from,
      until_on: it.until,
      added_at: tx.at,
      added_by: tx.actor.id,
      ended_at: null,
      ended_on: null,
      cause: null,
      reason: null,
    })
    .execute()
}

/** Everybody who was ever on the team, whoever is on it first. */
export const membersOf = ({ db }: Db, id: string) =>
  db
    .selectFrom('inspection_members')
    .selectAll()
    .where('inspection_id', '=', id)
    .orderBy(sql`ended_at is not null`)
    .orderBy('role')
    .orderBy('added_at')
    .execute()

export const changeRole = async ({ db }: Tx, id: string, employee: string, role: Role): Promise<void> => {
  await db
    .updateTable('inspection_members')
    .set({ role })
    .where('inspection_id', '=', id)
    .where('employee_id', '=', employee)
    .where('ended_at', 'is', null)
    .execute()
}

export const endMember = async (
  { db, at, today }: Tx,
  id: string,
  employee: string,
  it: { reason: string; cause: RecusalCause | null },
): Promise<void> => {
  await db
    .updateTable('inspection_members')
    .set({ ended_at: at, ended_on: today, reason: it.reason, cause: it.cause })
    .where('inspection_id', '=', id)
    .where('employee_id', '=', employee)
    .where('ended_at', 'is', null)
    .execute()
}

/** Whoever was to work to the last day works to the new one. */
export const moveMembers = async ({ db }: Tx, id: string, from: Day, until: Day): Promise<void> => {
  await db
    .updateTable('inspection_members')
    .set({ until_on: until })
    .where('inspection_id', '=', id)
    .where('ended_at', 'is', null)
    .where('until_on', '=', from)
    .execute()
}

export const shutOut = async ({ db, at }: Tx, id: string, employee: string): Promise<void> => {
  await sql`insert into denied (record_id, person_id, since, reason) values (${id}, ${employee}, ${at}, 'recused')
    on conflict do nothing`.execute(db)
}

/** Whether the employee served in the body on or after the day, by the register of persons. */
export async function servedIn({ db }: Db, employee: string, body: string, since: Day): Promise<boolean> {
  const { rows } = await sql<{ served: boolean }>`select served_in(${employee}, ${body}, ${since}) as served`.execute(
    db,
  )
  return rows[0]?.served === true
}

/** Those that are not at their end: the readers of the search and the label of a halt follow them. */
export const livingIds = async ({ db }: Db): Promise<string[]> =>
  (await db.selectFrom('inspections').select('id').where('ended_on', 'is', null).orderBy('id').execute()).map(
    ({ id }) => id,
  )

/** Those who answer for a finding that stands, and the words of the findings. */
export async function namedIn({ db }: Db, id: string): Promise<{ person: string | null; what: string }[]> {
  const { rows } = await sql<{ person: string | null; what: string }>`
    select person_id as person, what from inspection_findings where inspection_id = ${id} and struck_at is null`.execute(
    db,
  )
  return rows
}

/** Items of the remedy plan that nobody has judged. */
export async function openItems({ db }: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from inspection_remedies where inspection_id = ${id} and state = 'open'`.execute(db)
  return rows.map((row) => row.id)
}

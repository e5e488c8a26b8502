// SQL of duties, rungs and notices. Who sees which row is the policies' word.
import { sql, type Selectable } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Clause } from '../../kernel/clauses.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { NewsKind } from './contract.ts'

interface DutiesTable {
  id: string
  record_kind: string
  record_id: string
  stage: string
  number: string | null
  title: string
  clause: string
  holder_id: string | null
  unit_id: string
  opened_on: Day
  due_on: Day
  total: number
  closed_at: Date | null
}

interface NoticesTable {
  id: string
  employee_id: string
  news: NewsKind
  record_kind: string
  record_id: string
  number: string | null
  days_left: number | null
  words: string | null
  at: Date
  read_at: Date | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    duties: DutiesTable
    duty_rungs: { duty_id: string; due_on: Day; rung: number; told_at: Date }
    notices: NoticesTable
  }
}

export type DutyRow = Selectable<DutiesTable>
export type NoticeRow = Selectable<NoticesTable>

/** Counting stops here: a screen then says "more than". */
export const cap = 10_000

export interface NewDuty {
  kind: string
  recordId: string
  stage: string
  number: string | null
  title: string
  clause: Clause
  holder: string | null
  unit: string
  openedOn: Day
  dueOn: Day
  total: number
}

// The portal's role has no hand in duties; a public submission opens its duty when a reaction registers it.
export const insertDuty = async ({ db }: Tx, it: NewDuty): Promise<string> => {
  const id = newId()
  await db
    .insertInto('duties')
    .values({
      id,
      record_kind: it.kind,
      record_id: it.recordId,
      stage: it.stage,
      number: it.number,
      title: it.title,
      clause: it.clause,
      holder_id: it.holder,
      unit_id: it.unit,
      opened_on: it.openedOn,
      due_on: it.dueOn,
      total: it.total,
      closed_at: null,
    })
    .execute()
  return id
}

type Place = { kind: string; recordId: string; stage?: string | undefined }

interface DutyChange {
  holder?: string | null
  unit?: string
  number?: string
  title?: string
  openedOn?: Day
  dueOn?: Day
  total?: number
  closedAt?: Date
}

/** Changes the open duty of a stage, or every open duty of the record where no stage is given. */
export const changeDuty = async ({ db }: Tx, { kind, recordId, stage }: Place, change: DutyChange): Promise<void> => {
  await sql`select change_duty(${kind}, ${recordId}, ${stage ?? null}, ${JSON.stringify(change)}::jsonb)`.execute(db)
}

export interface DutyFilter {
  from?: Day | undefined
  before?: Day | undefined
  stage?: string | undefined
  unit?: string | undefined
  unassigned?: boolean | undefined
  holder?: string | undefined
}

const filtered = ({ db }: Tx, it: DutyFilter) => {
  let rows = db.selectFrom('duties').where('closed_at', 'is', null)
  if (it.from) rows = rows.where('due_on', '>=', it.from)
  if (it.before) rows = rows.where('due_on', '<', it.before)
  // 'agree' stands for 'agree.1', 'agree.2' too: several people may owe the same on one record.
  if (it.stage)
    rows = rows.where((row) => row.or([row('stage', '=', it.stage ?? ''), row('stage', 'like', `${it.stage}.%`)]))
  if (it.unit) rows = rows.where('unit_id', '=', it.unit)
  if (it.unassigned) rows = rows.where('holder_id', 'is', null)
  if (it.holder) rows = rows.where('holder_id', '=', it.holder)
  return rows
}

export const duties = (
  tx: Tx,
  filter: DutyFilter,
  order: 'asc' | 'desc',
  page: number,
  size: number,
): Promise<DutyRow[]> =>
  filtered(tx, filter)
    .selectAll()
    .orderBy('due_on', order)
    .orderBy('id', order)
    .offset((page - 1) * size)
    .limit(size)
    .execute()

export const countDuties = async (tx: Tx, filter: DutyFilter): Promise<number> => {
  const counted = filtered(tx, filter)
    .select('id')
    .limit(cap + 1)
    .as('counted')
  const row = await tx.db
    .selectFrom(counted)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export const byUnit = async ({ db, today }: Tx): Promise<{ unit_id: string; open: number; late: number }[]> => {
  const { rows } = await sql<{ unit_id: string; open: number; late: number }>`
    select unit_id, count(*)::int as open, (count(*) filter (where due_on < ${today}))::int as late
    from duties where closed_at is null group by unit_id`.execute(db)
  return rows
}

/** A rung of the ladder, and the day before which a duty must be due to have reached it. */
export interface Rung {
  rung: number
  before: Day
}

export interface StandingDuty extends DutyRow {
  /** The newest rung it has reached; it was not told yet. */
  rung: number
}

/** Open duties whose newest rung has not been told, in pages by id, as the house itself sees them. */
export const untold = async (
  { db }: Tx,
  rungs: readonly Rung[],
  after: string,
  size: number,
): Promise<StandingDuty[]> => {
  const latest = rungs.reduce((day, { before }) => (before > day ? before : day), '')
  const { rows } = await sql<StandingDuty>`
    select duties.*, newest.rung from duties cross join lateral (
      select max(reached.rung) as rung from unnest(${rungs.map(({ rung }) => rung)}::int[], ${rungs.map(({ before }) => before)}::date[])
        reached (rung, before) where duties.due_on < reached.before) newest
    where closed_at is null and due_on < ${latest} and id > ${after} and not exists (
      select from duty_rungs told where told.duty_id = duties.id and told.due_on = duties.due_on and told.rung >= newest.rung)
    order by id limit ${size}`.execute(db)
  return rows
}

/** Marks the rungs as told; gives the ids of those that nobody else had told meanwhile. */
export const markTold = async ({ db, at }: Tx, duties: readonly StandingDuty[]): Promise<Set<string>> => {
  if (!duties.length) return new Set()
  const marked = await db
    .insertInto('duty_rungs')
    .values(duties.map(({ id, due_on, rung }) => ({ duty_id: id, due_on, rung, told_at: at })))
    .onConflict((it) => it.doNothing())
    .returning('duty_id')
    .execute()
  return new Set(marked.map(({ duty_id }) => duty_id))
}

/** Who is shut out of these records: `record person`. */
export const shutOut = async ({ db }: Tx, records: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ pair: string }>`
    select record_id || ' ' || person_id as pair from denied where record_id = any(${[...records]}::uuid[])`.execute(db)
  return new Set(rows.map(({ pair }) => pair))
}

export const insertNotices = async ({ db }: Tx, rows: readonly NoticesTable[]): Promise<void> => {
  if (rows.length)
    await db
      .insertInto('notices')
      .values([...rows])
      .execute()
}

export const notices = ({ db, actor }: Tx, page: number, size: number): Promise<NoticeRow[]> =>
  db
    .selectFrom('notices')
    .selectAll()
    .where('employee_id', '=', actor.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .offset((page - 1) * size)
    .limit(size)
    .execute()

export const countNotices = async ({ db, actor }: Tx): Promise<{ all: number; unread: number }> => {
  const { rows } = await sql<{ all: number; unread: number }>`
    select (select count(*) from (select from notices where employee_id = ${actor.id} limit ${cap + 1}) a)::int as all,
      (select count(*) from (select from notices where employee_id = ${actor.id} and read_at is null limit 1000) u)::int as unread`.execute(
    db,
  )
  return rows[0] ?? { all: 0, unread: 0 }
}

export const markRead = async ({ db, actor, at }: Tx, ids: readonly string[] | null): Promise<void> => {
  let rows = db
    .updateTable('notices')
    .set({ read_at: at })
    .where('employee_id', '=', actor.id)
    .where('read_at', 'is', null)
  if (ids) rows = rows.where('id', 'in', [...ids])
  await rows.execute()
}

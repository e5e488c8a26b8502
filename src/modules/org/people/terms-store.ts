// The SQL of what people have by days: appointments to seats, acting, absences.
import { sql, type Kysely } from 'kysely'
import type { Day } from '../../../kernel/clock.ts'
import type { Tables } from '../../../kernel/database.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../kernel/operation.ts'
import type { Text } from '../../../kernel/text.ts'
import type { PostCode } from '../../structure/index.ts'
import type { AbsenceKind } from './contract.ts'
import type {} from './store.ts'

type Db = { db: Kysely<Tables> }

/** A dated fact of a person as the operations judge it. */
export interface Term {
  id: string
  version: number
  employeeId: string
  employee: Text
  postId: string
  code: PostCode
  holderId: string | null
  fromOn: Day
  untilOn: Day | null
}

const termOf =
  (table: 'appointments' | 'actings') =>
  async (tx: Tx, id: string, lock: boolean): Promise<Term | undefined> => {
    const { rows } = await sql<Term>`
    select t.id, t.version, t.employee_id as "employeeId", e.name as employee, t.post_id as "postId", p.code,
      ${table === 'actings' ? sql`t.holder_id` : sql`null::uuid`} as "holderId", t.from_on as "fromOn", t.until_on as "untilOn"
    from ${sql.table(table)} t join employees e on e.id = t.employee_id join posts p on p.id = t.post_id
    where t.id = ${id} ${lock ? sql`for update of t` : sql``}`.execute(tx.db)
    return rows[0]
  }
export const findAppointment = termOf('appointments')
export const findActing = termOf('actings')

export interface Absence {
  id: string
  version: number
  employeeId: string
  kind: AbsenceKind
  fromOn: Day
  untilOn: Day
}

export const findAbsence = async (tx: Tx, id: string, lock: boolean): Promise<Absence | undefined> => {
  const rows = tx.db
    .selectFrom('absences')
    .where('id', '=', id)
    .select(['id', 'version', 'employee_id as employeeId', 'kind', 'from_on as fromOn', 'until_on as untilOn'])
  return (lock ? rows.forUpdate() : rows).executeTakeFirst()
}

export interface PostHere {
  id: string
  code: PostCode
  unitId: string
  unitKind: 'department' | 'territorial' | 'body'
  staffed: boolean
}

export const findPost = async ({ db }: Db, id: string, on: Day): Promise<PostHere | undefined> =>
  db
    .selectFrom('posts')
    .innerJoin('units', 'units.id', 'posts.unit_id')
    .select(['posts.id', 'posts.code', 'unit_id as unitId', 'units.kind as unitKind', 'staffed'])
    .where('posts.id', '=', id)
    .where('posts.valid_from', '<=', on)
    .where((it) => it.or([it('posts.valid_to', 'is', null), it('posts.valid_to', '>=', on)]))
    .executeTakeFirst()

/** Takes the one queue in which seats are given; whatever is read afterwards is settled. */
export const lockStaffing = async ({ db }: Db): Promise<void> => {
  await sql`select lock_staffing()`.execute(db)
}

export interface Span {
  employeeId: string
  postId: string
  fromOn: Day
  untilOn: Day | null
  basis: string
}

/** Whether every day of the span has a free seat, and whether the person holds the post already. Call under the lock. */
export const seatsFor = async ({ db }: Db, { employeeId, postId, fromOn, untilOn }: Omit<Span, 'basis'>) => {
  const { rows } = await sql<{ free: boolean; twice: boolean }>`
    select not exists (
      select from (select ${fromOn}::date as d union select from_on from appointments union select from_on from staffings where state = 'approved') days
      where d >= ${fromOn}::date and d <= coalesce(${untilOn}::date, 'infinity') and (
        select count(*) from appointments a where a.post_id = ${postId} and a.from_on <= d and (a.until_on is null or a.until_on >= d)
      ) >= seats_on(${postId}, d)) as free,
      exists (select from appointments a where a.post_id = ${postId} and a.employee_id = ${employeeId}
        and a.from_on <= coalesce(${untilOn}::date, 'infinity') and coalesce(a.until_on, 'infinity') >= ${fromOn}::date) as twice`.execute(
    db,
  )
  return rows[0] ?? { free: false, twice: false }
}

export const addAppointment = async ({ db }: Db, it: Span): Promise<string> => {
  const id = newId()
  await db
    .insertInto('appointments')
    .values({
      id,
      employee_id: it.employeeId,
      post_id: it.postId,
      from_on: it.fromOn,
      until_on: it.untilOn,
      basis: it.basis,
    })
    .execute()
  return id
}

/** The first administrator's appointment: a post that no staffing table counts. */
export const appointUnstaffed = (tx: Db, it: Omit<Span, 'untilOn'>): Promise<string> =>
  addAppointment(tx, { ...it, untilOn: null })

export const endTerm = async (
  { db }: Db,
  table: 'appointments' | 'actings',
  id: string,
  lastOn: Day,
  basis: string,
): Promise<void> => {
  await db.updateTable(table).set({ until_on: lastOn, end_basis: basis }).where('id', '=', id).execute()
}

/** Who holds the post by appointment on the day. */
export const holdersOf = async ({ db }: Db, postId: string, on: Day): Promise<string[]> => {
  const rows = await db
    .selectFrom('appointments')
    .select('employee_id')
    .where('post_id', '=', postId)
    .where('from_on', '<=', on)
    .where((it) => it.or([it('until_on', 'is', null), it('until_on', '>=', on)]))
    .orderBy('from_on')
    .execute()
  return rows.map((row) => row.employee_id)
}

export const actsThen = async ({ db }: Db, postId: string, fromOn: Day, untilOn: Day): Promise<boolean> => {
  const row = await db
    .selectFrom('actings')
    .select('id')
    .where('post_id', '=', postId)
    .where('from_on', '<=', untilOn)
    .where('until_on', '>=', fromOn)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export const addActing = async ({ db }: Db, it: Span & { untilOn: Day; holderId: string | null }): Promise<string> => {
  const id = newId()
  await db
    .insertInto('actings')
    .values({
      id,
      employee_id: it.employeeId,
      post_id: it.postId,
      holder_id: it.holderId,
      from_on: it.fromOn,
      until_on: it.untilOn,
      basis: it.basis,
    })
    .execute()
  return id
}

export const addAbsence = async (
  { db }: Db,
  it: { employeeId: string; kind: AbsenceKind; fromOn: Day; untilOn: Day; basis: string | null },
): Promise<string> => {
  const id = newId()
  await db
    .insertInto('absences')
    .values({
      id,
      employee_id: it.employeeId,
      kind: it.kind,
      from_on: it.fromOn,
      until_on: it.untilOn,
      basis: it.basis,
    })
    .execute()
  return id
}

export const shortenAbsence = async ({ db }: Db, id: string, lastOn: Day): Promise<void> => {
  await db.updateTable('absences').set({ until_on: lastOn }).where('id', '=', id).execute()
}

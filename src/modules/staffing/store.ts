// The SQL of the staffing limit, staffing tables and job descriptions.
import { sql, type Generated } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { PostCode } from '../structure/index.ts'

export type DecisionState = 'proposed' | 'approved' | 'returned'

interface Decided {
  id: string
  state: DecisionState
  version: Generated<number>
  from_on: Day
  basis: string
  proposed_by: string | null
  proposed_at: Date
  decided_by: string | null
  decided_at: Date | null
  reason: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    staffing_limits: { id: string; seats: number; from_on: Day; basis: string; set_by: string | null; set_at: Date }
    staffings: Decided
    staffing_rows: { staffing_id: string; post_id: string; seats: number }
    descriptions: Decided & { post_code: PostCode; powers: string[]; until_on: Day | null }
  }
}

type Db = Pick<Tx, 'db'>

interface Person {
  id: string
  name: Text
}

export interface Decision {
  id: string
  state: DecisionState
  version: number
  fromOn: Day
  basis: string
  proposedBy: Person | null
  proposedAt: Date
  decidedBy: Person | null
  decidedAt: Date | null
  reason: string | null
}

export interface Staffing extends Decision {
  /** Seats of all its rows, and the limit in force on its first day (0 where there is none). */
  seats: number
  limit: number
  /** A post would have fewer seats than people hold it. */
  crowded: boolean
  /** Another table is approved from the same day. */
  beside: boolean
}

const person = (column: string) =>
  sql<Person | null>`(select json_build_object('id', e.id, 'name', e.name) from employees e where e.id = ${sql.ref(column)})`

const nextOn = sql`coalesce((select min(n.from_on) from staffings n where n.state = 'approved' and n.from_on > staffings.from_on), 'infinity')`

const staffings = ({ db }: Db) =>
  db
    .selectFrom('staffings')
    .select([
      'staffings.id',
      'state',
      'version',
      'from_on as fromOn',
      'basis',
      'proposed_at as proposedAt',
      'decided_at as decidedAt',
      'reason',
    ])
    .select([person('proposed_by').as('proposedBy'), person('decided_by').as('decidedBy')])
    .select([
      sql<number>`(select coalesce(sum(seats), 0)::int from staffing_rows r where r.staffing_id = staffings.id)`.as(
        'seats',
      ),
      // The least limit of all its days, until the next approved table.
      sql<number>`least(coalesce(staffing_limit_on(from_on), 0), (select min(l.seats) from staffing_limits l
        where l.from_on > staffings.from_on and l.from_on < ${nextOn}))`.as('limit'),
      sql<boolean>`exists (select from posts p cross join (select staffings.from_on as d union select a.from_on from appointments a
          where a.from_on > staffings.from_on and a.from_on < ${nextOn}) days
        where p.staffed and (select count(*) from appointments a where a.post_id = p.id and a.from_on <= days.d
          and (a.until_on is null or a.until_on >= days.d))
        > coalesce((select r.seats from staffing_rows r where r.staffing_id = staffings.id and r.post_id = p.id), 0))`.as(
        'crowded',
      ),
      sql<boolean>`exists (select from staffings n where n.state = 'approved' and n.from_on = staffings.from_on and n.id <> staffings.id)`.as(
        'beside',
      ),
    ])

export const lockStaffing = async ({ db }: Db): Promise<void> => {
  await sql`select lock_staffing()`.execute(db)
}

/** Locked, it is judged in the one queue of all that touches seats, so limit and sum cannot change under the rule. */
export const findStaffing = async (tx: Tx, id: string, lock: boolean): Promise<Staffing | undefined> => {
  if (lock) {
    await lockStaffing(tx)
    await tx.db.selectFrom('staffings').select('id').where('id', '=', id).forUpdate().execute()
  }
  return staffings(tx).where('staffings.id', '=', id).executeTakeFirst()
}

export const allStaffings = (tx: Db): Promise<Staffing[]> =>
  staffings(tx).orderBy('proposed_at', 'desc').limit(100).execute()

export const staffingInForce = async ({ db }: Db, day: Day): Promise<string | null> => {
  const { rows } = await sql<{ id: string | null }>`select staffing_on(${day}) as id`.execute(db)
  return rows[0]?.id ?? null
}

export interface StaffingRow {
  postId: string
  code: PostCode
  title: Text
  unitId: string
  unit: Text
  seats: number
  held: number
}

export const rowsOf = async ({ db }: Db, id: string, day: Day): Promise<StaffingRow[]> => {
  const { rows } = await sql<StaffingRow>`
    select p.id as "postId", p.code, p.name as title, u.id as "unitId", u.name as unit, r.seats,
      (select count(*)::int from appointments a where a.post_id = p.id and a.from_on <= ${day} and (a.until_on is null or a.until_on >= ${day})) as held
    from staffing_rows r join posts p on p.id = r.post_id join units u on u.id = p.unit_id
    where r.staffing_id = ${id} order by u.place, p.place`.execute(db)
  return rows
}

export const limitOn = async ({ db }: Db, day: Day): Promise<{ seats: number; fromOn: Day; basis: string } | null> =>
  (await db
    .selectFrom('staffing_limits')
    .select(['seats', 'from_on as fromOn', 'basis'])
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

/** The largest sum of seats that is or will be in force from the day on, while a limit from that day would hold. */
export const mostSeatsFrom = async ({ db }: Db, day: Day): Promise<number> => {
  const { rows } = await sql<{ most: number }>`
    select coalesce(max((select sum(seats) from staffing_rows r where r.staffing_id = s.id)), 0)::int as most
    from staffings s where s.state = 'approved' and (s.id = staffing_on(${day}) or s.from_on > ${day}
      and s.from_on < coalesce((select min(from_on) from staffing_limits where from_on > ${day}), 'infinity'))`.execute(
    db,
  )
  return rows[0]?.most ?? 0
}

interface NewLimit {
  seats: number
  fromOn: Day
  basis: string
}

export const addLimit = async (
  { db }: Db,
  { seats, fromOn, basis }: NewLimit,
  by: string | null,
  at: Date,
): Promise<void> => {
  await db
    .insertInto('staffing_limits')
    .values({ id: newId(), seats, from_on: fromOn, basis, set_by: by, set_at: at })
    .execute()
}

interface Proposal {
  fromOn: Day
  basis: string
  rows: readonly { postId: string; seats: number }[]
}

export const addStaffing = async (
  { db }: Db,
  { fromOn, basis, rows }: Proposal,
  by: string | null,
  at: Date,
): Promise<string> => {
  const id = newId()
  await db
    .insertInto('staffings')
    .values({ id, state: 'proposed', from_on: fromOn, basis, proposed_by: by, proposed_at: at })
    .execute()
  await db
    .insertInto('staffing_rows')
    .values(rows.map(({ postId, seats }) => ({ staffing_id: id, post_id: postId, seats })))
    .execute()
  return id
}

export const decide = async (
  { db }: Db,
  table: 'staffings' | 'descriptions',
  id: string,
  { by, at, reason }: { by: string | null; at: Date; reason: string | null },
): Promise<void> => {
  await db.updateTable(table).set({ decided_by: by, decided_at: at, reason }).where('id', '=', id).execute()
}

export interface Description extends Decision {
  postCode: PostCode
  powers: string[]
  untilOn: Day | null
  inForce: boolean
}

const described = ({ db }: Db, today: Day) =>
  db
    .selectFrom('descriptions')
    .select([
      'descriptions.id',
      'state',
      'version',
      'from_on as fromOn',
      'basis',
      'proposed_at as proposedAt',
      'decided_at as decidedAt',
      'reason',
      'post_code as postCode',
      'powers',
      'until_on as untilOn',
    ])
    .select([person('proposed_by').as('proposedBy'), person('decided_by').as('decidedBy')])
    .select([
      sql<boolean>`coalesce(state = 'approved' and (until_on is null or until_on >= ${today}) and from_on = (select max(d.from_on)
      from descriptions d where d.state = 'approved' and d.post_code = descriptions.post_code and d.from_on <= ${today}), false)`.as(
        'inForce',
      ),
    ])

export const findDescription = async (tx: Tx, id: string, lock: boolean): Promise<Description | undefined> => {
  if (lock) await tx.db.selectFrom('descriptions').select('id').where('id', '=', id).forUpdate().execute()
  return described(tx, tx.today).where('descriptions.id', '=', id).executeTakeFirst()
}

export const descriptions = async (tx: Tx, postCode?: string): Promise<Description[]> => {
  const rows = described(tx, tx.today)
    .orderBy('post_code')
    .orderBy('from_on', 'desc')
    .orderBy('proposed_at', 'desc')
    .limit(500)
  return (postCode ? rows.where('post_code', '=', postCode as PostCode) : rows).execute()
}

interface NewDescription {
  postCode: PostCode
  powers: readonly string[]
  fromOn: Day
  untilOn: Day | null
  basis: string
}

export const addDescription = async ({ db }: Db, it: NewDescription, by: string | null, at: Date): Promise<string> => {
  const id = newId()
  await db
    .insertInto('descriptions')
    .values({
      id,
      state: 'proposed',
      post_code: it.postCode,
      powers: [...it.powers],
      from_on: it.fromOn,
      until_on: it.untilOn,
      basis: it.basis,
      proposed_by: by,
      proposed_at: at,
    })
    .execute()
  return id
}

export const endDescribed = async ({ db }: Db, id: string, lastOn: Day, reason: string): Promise<void> => {
  await db.updateTable('descriptions').set({ until_on: lastOn, reason }).where('id', '=', id).execute()
}

// The SQL of employees, appointments, acting and absences.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../../kernel/clock.ts'
import type {} from '../../../kernel/database.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../kernel/operation.ts'
import type { Language, Text } from '../../../kernel/text.ts'
import type { PostCode } from '../posts.ts'
import type { AbsenceKind } from './contract.ts'

interface EmployeesTable {
  id: string
  version: Generated<number>
  name: JSONColumnType<Text>
  iin: string | null
  email: string | null
  language: Language
  joined_on: Day
  left_on: Day | null
  leaving_reason: string | null
}

interface Versioned {
  id: string
  version: Generated<number>
}

declare module '../../../kernel/database.ts' {
  interface Tables {
    employees: EmployeesTable
    appointments: Versioned & {
      employee_id: string
      post_id: string
      from_on: Day
      until_on: Day | null
      basis: string
      end_basis: string | null
    }
    actings: Versioned & {
      post_id: string
      employee_id: string
      holder_id: string | null
      from_on: Day
      until_on: Day
      basis: string
      end_basis: string | null
    }
    absences: Versioned & { employee_id: string; kind: AbsenceKind; from_on: Day; until_on: Day; basis: string | null }
  }
}

type Db = Pick<Tx, 'db'>

/** A post that a person holds on a day. */
export interface HeldPost {
  postId: string
  code: PostCode
  title: Text
  unitId: string
  unit: Text
  unitKind: 'department' | 'territorial' | 'body'
  acting: boolean
  /** Whom the acting person stands in for. */
  replaces: string | null
  /** The holder's own, but held by another for these days. */
  resting: boolean
}

export interface Employee {
  id: string
  version: number
  name: Text
  iin: string | null
  email: string | null
  language: Language
  joinedOn: Day
  leftOn: Day | null
  leavingReason: string | null
  absentUntil: Day | null
  posts: HeldPost[]
}

const held = (day: Day) => sql<HeldPost[]>`coalesce((
  with now as (select h.post_id, h.acting, h.replaces from posts_held(${day}) h where h.employee_id = employees.id),
    shown as (
      select post_id, acting, replaces, false as resting from now
      union all
      select a.post_id, false, null, true from appointments a where a.employee_id = employees.id and a.from_on <= ${day}
        and (a.until_on is null or a.until_on >= ${day}) and (employees.left_on is null or employees.left_on >= ${day})
        and a.post_id not in (select post_id from now))
  select json_agg(json_build_object('postId', s.post_id, 'code', p.code, 'title', p.name, 'unitId', p.unit_id, 'unit', u.name,
    'unitKind', u.kind, 'acting', s.acting, 'replaces', s.replaces, 'resting', s.resting) order by s.acting, u.place, p.place)
  from shown s join posts p on p.id = s.post_id join units u on u.id = p.unit_id), '[]')`

const absentUntil = (day: Day) => sql<Day | null>`(
  select max(until_on)::text from absences a where a.employee_id = employees.id and ${day} between a.from_on and a.until_on)`

const selected = ({ db }: Db, day: Day) =>
  db
    .selectFrom('employees')
    .select(['id', 'version', 'name', 'iin', 'email', 'language', 'joined_on as joinedOn', 'left_on as leftOn', 'leaving_reason as leavingReason'])
    .select([absentUntil(day).as('absentUntil'), held(day).as('posts')])

export const findEmployee = async (tx: Tx, id: string, lock: boolean): Promise<Employee | undefined> => {
  if (lock) await tx.db.selectFrom('employees').select('id').where('id', '=', id).forUpdate().execute()
  return selected(tx, tx.today).where('id', '=', id).executeTakeFirst()
}

export interface EmployeeFilter {
  words: string | null
  unit?: string | undefined
  post?: string | undefined
  state: 'working' | 'left' | 'all'
}

const filtered = ({ db }: Db, day: Day, { words, unit, post, state }: EmployeeFilter) => {
  let rows = db.selectFrom('employees')
  if (state === 'working') rows = rows.where((it) => it.or([it('left_on', 'is', null), it('left_on', '>=', day)]))
  if (state === 'left') rows = rows.where('left_on', '<', day)
  for (const word of words?.split(/\s+/).slice(0, 8) ?? []) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where(sql<boolean>`(name::text || ' ' || coalesce(email, '')) ilike ${like}`)
  }
  if (unit || post) {
    rows = rows.where(sql<boolean>`exists (select from posts_held(${day}) h where h.employee_id = employees.id
      and (${unit ?? null}::uuid is null or h.unit_id = ${unit ?? null}) and (${post ?? null}::text is null or h.code = ${post ?? null}))`)
  }
  return rows
}

export const employees = async (tx: Tx, filter: EmployeeFilter, order: 'asc' | 'desc', page: number, size: number) => {
  const { total } = await filtered(tx, tx.today, filter).select((it) => it.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const ids = await filtered(tx, tx.today, filter).select('id')
    .orderBy(sql`(name ->> 'kk') collate "kk-x-icu"`, order).orderBy('id').limit(size).offset((page - 1) * size).execute()
  const rows = await selected(tx, tx.today).where('id', 'in', [...ids.map(({ id }) => id), '00000000-0000-0000-0000-000000000000']).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { rows: ids.flatMap(({ id }) => byId.get(id) ?? []), total }
}

export interface OptionRow {
  id: string
  name: Text
  post: Text
  unitId: string
  unit: Text
  absentUntil: Day | null
}

/** One row a person, by the first post held today; at most 200. */
export const optionsOf = async (tx: Tx, { words, unit, power }: { words: string | null; unit?: string | undefined; power?: string | undefined }) => {
  const like = words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<OptionRow>`
    select * from (
      select distinct on (e.id) e.id, e.name, p.name as post, u.id as "unitId", u.name as unit,
        (select max(until_on)::text from absences a where a.employee_id = e.id and ${tx.today} between a.from_on and a.until_on) as "absentUntil"
      from posts_held(${tx.today}) h join employees e on e.id = h.employee_id join posts p on p.id = h.post_id join units u on u.id = h.unit_id
      where (${unit ?? null}::uuid is null or h.unit_id = ${unit ?? null})
        and (${power ?? null}::text is null or ${power ?? null} = any (described_powers(h.code, ${tx.today})))
        and (${like}::text is null or e.name::text ilike ${like})
      order by e.id, h.acting, u.place, p.place) found
    order by (name ->> 'kk') collate "kk-x-icu" limit 200`.execute(tx.db)
  return rows
}

interface Card {
  name: Text
  iin: string | null
  email: string | null
  language: Language
}

const stored = ({ name, ...rest }: Card) => ({ ...rest, name: JSON.stringify(name) })

export const addEmployee = async ({ db }: Db, id: string, card: Card, joinedOn: Day): Promise<void> => {
  await db.insertInto('employees').values({ id, ...stored(card), joined_on: joinedOn }).execute()
}

export const changeEmployee = async ({ db }: Db, id: string, card: Card): Promise<void> => {
  await db.updateTable('employees').set(stored(card)).where('id', '=', id).execute()
}

export const iinTaken = async ({ db }: Db, iin: string, except: string | null): Promise<boolean> => {
  const rows = await db.selectFrom('employees').select('id').where('iin', '=', iin).where('left_on', 'is', null).execute()
  return rows.some(({ id }) => id !== except)
}

export const markLeft = async ({ db }: Db, id: string, lastOn: Day, reason: string): Promise<void> => {
  await db.updateTable('employees').set({ left_on: lastOn, leaving_reason: reason }).where('id', '=', id).execute()
  await db.updateTable('appointments').set({ until_on: sql<Day>`greatest(from_on - 1, least(coalesce(until_on, ${lastOn}::date), ${lastOn}::date))`, end_basis: reason })
    .where('employee_id', '=', id).where((it) => it.or([it('until_on', 'is', null), it('until_on', '>', lastOn)])).execute()
  await db.updateTable('actings').set({ until_on: sql<Day>`greatest(from_on - 1, least(until_on, ${lastOn}::date))`, end_basis: reason })
    .where('employee_id', '=', id).where('until_on', '>', lastOn).execute()
}

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

const termOf = (table: 'appointments' | 'actings') => async (tx: Tx, id: string, lock: boolean): Promise<Term | undefined> => {
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
  const rows = tx.db.selectFrom('absences').where('id', '=', id)
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
  db.selectFrom('posts').innerJoin('units', 'units.id', 'posts.unit_id')
    .select(['posts.id', 'posts.code', 'unit_id as unitId', 'units.kind as unitKind', 'staffed'])
    .where('posts.id', '=', id).where('posts.valid_from', '<=', on)
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
        and a.from_on <= coalesce(${untilOn}::date, 'infinity') and coalesce(a.until_on, 'infinity') >= ${fromOn}::date) as twice`.execute(db)
  return rows[0] ?? { free: false, twice: false }
}

export const addAppointment = async ({ db }: Db, it: Span): Promise<string> => {
  const id = newId()
  await db.insertInto('appointments').values({
    id, employee_id: it.employeeId, post_id: it.postId, from_on: it.fromOn, until_on: it.untilOn, basis: it.basis,
  }).execute()
  return id
}

/** The first administrator's appointment: a post that no staffing table counts. */
export const appointUnstaffed = (tx: Db, it: Omit<Span, 'untilOn'>): Promise<string> => addAppointment(tx, { ...it, untilOn: null })

export const setLanguageOf = async ({ db }: Db, id: string, language: Language): Promise<void> => {
  await db.updateTable('employees').set({ language }).where('id', '=', id).execute()
}

export const endTerm = async ({ db }: Db, table: 'appointments' | 'actings', id: string, lastOn: Day, basis: string): Promise<void> => {
  await db.updateTable(table).set({ until_on: lastOn, end_basis: basis }).where('id', '=', id).execute()
}

/** Who holds the post by appointment on the day. */
export const holdersOf = async ({ db }: Db, postId: string, on: Day): Promise<string[]> => {
  const rows = await db.selectFrom('appointments').select('employee_id').where('post_id', '=', postId).where('from_on', '<=', on)
    .where((it) => it.or([it('until_on', 'is', null), it('until_on', '>=', on)])).orderBy('from_on').execute()
  return rows.map((row) => row.employee_id)
}

export const actsThen = async ({ db }: Db, postId: string, fromOn: Day, untilOn: Day): Promise<boolean> => {
  const row = await db.selectFrom('actings').select('id').where('post_id', '=', postId)
    .where('from_on', '<=', untilOn).where('until_on', '>=', fromOn).limit(1).executeTakeFirst()
  return row !== undefined
}

export const addActing = async ({ db }: Db, it: Span & { untilOn: Day; holderId: string | null }): Promise<string> => {
  const id = newId()
  await db.insertInto('actings').values({
    id, employee_id: it.employeeId, post_id: it.postId, holder_id: it.holderId, from_on: it.fromOn, until_on: it.untilOn, basis: it.basis,
  }).execute()
  return id
}

export const addAbsence = async ({ db }: Db, it: { employeeId: string; kind: AbsenceKind; fromOn: Day; untilOn: Day; basis: string | null }): Promise<string> => {
  const id = newId()
  await db.insertInto('absences').values({ id, employee_id: it.employeeId, kind: it.kind, from_on: it.fromOn, until_on: it.untilOn, basis: it.basis }).execute()
  return id
}

export const shortenAbsence = async ({ db }: Db, id: string, lastOn: Day): Promise<void> => {
  await db.updateTable('absences').set({ until_on: lastOn }).where('id', '=', id).execute()
}

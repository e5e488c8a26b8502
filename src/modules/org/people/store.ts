// The SQL of employees, appointments, acting and absences.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../../kernel/clock.ts'
import type {} from '../../../kernel/database.ts'
import type { Tx } from '../../../kernel/operation.ts'
import type { Language, Text } from '../../../kernel/text.ts'
import type { PostCode } from '../../structure/index.ts'
import type { AbsenceKind, LeavingCause } from './contract.ts'

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
  leaving_cause: LeavingCause | null
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
  leavingCause: LeavingCause | null
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
    .select([
      'id',
      'version',
      'name',
      'iin',
      'email',
      'language',
      'joined_on as joinedOn',
      'left_on as leftOn',
      'leaving_reason as leavingReason',
      'leaving_cause as leavingCause',
    ])
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
  const { total } = await filtered(tx, tx.today, filter)
    .select((it) => it.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const ids = await filtered(tx, tx.today, filter)
    .select('id')
    .orderBy(sql`(name ->> 'kk') collate "kk-x-icu"`, order)
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const rows = await selected(tx, tx.today)
    .where('id', 'in', [...ids.map(({ id }) => id), '00000000-0000-0000-0000-000000000000'])
    .execute()
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
export const optionsOf = async (
  tx: Tx,
  { words, unit, power }: { words: string | null; unit?: string | undefined; power?: string | undefined },
) => {
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
  await db
    .insertInto('employees')
    .values({ id, ...stored(card), joined_on: joinedOn })
    .execute()
}

export const changeEmployee = async ({ db }: Db, id: string, card: Card): Promise<void> => {
  await db.updateTable('employees').set(stored(card)).where('id', '=', id).execute()
}

export const iinTaken = async ({ db }: Db, iin: string, except: string | null): Promise<boolean> => {
  const rows = await db
    .selectFrom('employees')
    .select('id')
    .where('iin', '=', iin)
    .where('left_on', 'is', null)
    .execute()
  return rows.some(({ id }) => id !== except)
}

/** What the rooms above keep of clause 13, told by the database whatever the asker may see. */
export const headNotified = async ({ db }: Db, id: string, on: Day): Promise<boolean> => {
  const { rows } = await sql<{ notified: boolean }>`select head_notified_of(${id}, ${on}) as notified`.execute(db)
  return rows[0]?.notified ?? false
}

interface Left {
  lastOn: Day
  cause: LeavingCause
  reason: string
}
export const markLeft = async ({ db }: Db, id: string, { lastOn, cause, reason }: Left): Promise<void> => {
  const left = { left_on: lastOn, leaving_cause: cause, leaving_reason: reason }
  await db.updateTable('employees').set(left).where('id', '=', id).execute()
  await db
    .updateTable('appointments')
    .set({
      until_on: sql<Day>`greatest(from_on - 1, least(coalesce(until_on, ${lastOn}::date), ${lastOn}::date))`,
      end_basis: reason,
    })
    .where('employee_id', '=', id)
    .where((it) => it.or([it('until_on', 'is', null), it('until_on', '>', lastOn)]))
    .execute()
  await db
    .updateTable('actings')
    .set({ until_on: sql<Day>`greatest(from_on - 1, least(until_on, ${lastOn}::date))`, end_basis: reason })
    .where('employee_id', '=', id)
    .where('until_on', '>', lastOn)
    .execute()
}

export const setLanguageOf = async ({ db }: Db, id: string, language: Language): Promise<void> => {
  await db.updateTable('employees').set({ language }).where('id', '=', id).execute()
}

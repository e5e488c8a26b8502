// The SQL of receptions and of their cards. What the actor may not see does not exist here: the policies are the scope.
import { sql, type Generated, type SelectQueryBuilder, type Updateable } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Tables } from '../../kernel/database.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language } from '../../kernel/text.ts'
import type { ReceivingPost, ReceptionState } from './words.ts'

interface ReceptionsTable {
  id: string
  version: Generated<number>
  state: Generated<ReceptionState>
  number: string
  receipt_hash: string | null
  unit_id: string
  post_code: ReceivingPost
  on_day: Day
  at_time: string
  minutes: number
  place: string
  language: Language
  walk_in: Generated<boolean>
  about: string
  person_keys: string[]
  booked_at: Date
  booked_by: string | null
  held_at: Date | null
  held_by: string | null
  asked: string | null
  answered: string | null
  promise: string | null
  promise_due_on: Day | null
  promise_done_at: Date | null
  promise_result: string | null
  appeal_id: string | null
  notice: string | null
  ended_at: Date | null
}

interface HoursTable {
  id: string
  version: Generated<number>
  unit_id: string
  post_code: ReceivingPost
  weekday: number
  from_time: string
  until_time: string
  place: string
  from_on: Day
  until_on: Day | null
}

interface ExceptionsTable {
  id: string
  unit_id: string
  post_code: ReceivingPost
  on_day: Day
  kind: 'closed' | 'extra'
  from_time: string | null
  until_time: string | null
  place: string | null
  reason: string
  made_by: string
  made_at: Date
}

declare module '../../kernel/database.ts' {
  interface Tables {
    receptions: ReceptionsTable
    reception_visitors: {
      reception_id: string
      name: string
      iin: string | null
      phone: string | null
      email: string | null
    }
    reception_hours: HoursTable
    reception_exceptions: ExceptionsTable
    receptions_in_hand: Pick<
      ReceptionsTable,
      | 'id'
      | 'number'
      | 'unit_id'
      | 'post_code'
      | 'on_day'
      | 'at_time'
      | 'minutes'
      | 'place'
      | 'language'
      | 'about'
      | 'notice'
      | 'promise'
      | 'promise_due_on'
      | 'promise_done_at'
    > & { state: ReceptionState; version: number }
  }
}

/** A reception as the rules judge it and the journal keeps it: no word of the visitor's, no personal detail. */
export interface Reception {
  id: string
  state: ReceptionState
  version: number
  number: string
  unit: string
  post: ReceivingPost
  on: Day
  at: string
  language: Language
  walkIn: boolean
  heldBy: string | null
  promise: { dueOn: Day; done: boolean } | null
  appeal: string | null
}

/** The reception as the actor may see it, locked if asked. */
export async function findReception(tx: Tx, id: string, lock: boolean): Promise<Reception | undefined> {
  // The public page knows its own by the code, and reads no row of the table.
  if (tx.actor.kind === 'public') return undefined
  const query = tx.db.selectFrom('receptions').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return undefined
  const { promise_due_on: dueOn, promise_done_at: doneAt } = row
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    number: row.number,
    unit: row.unit_id,
    post: row.post_code,
    on: row.on_day,
    at: row.at_time,
    language: row.language,
    walkIn: row.walk_in,
    heldBy: row.held_by,
    promise: dueOn ? { dueOn, done: doneAt !== null } : null,
    appeal: row.appeal_id,
  }
}

export const readReception = (tx: Tx, id: string) =>
  tx.db.selectFrom('receptions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export const readVisitor = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('reception_visitors')
    .select(['name', 'iin', 'phone', 'email'])
    .where('reception_id', '=', id)
    .executeTakeFirstOrThrow()

export const change = async (
  tx: Tx,
  id: string,
  it: Omit<Updateable<ReceptionsTable>, 'id' | 'state'>,
): Promise<void> => {
  await tx.db.updateTable('receptions').set(it).where('id', '=', id).execute()
}

/** Unique for ever, drawn without waiting for others; a number of a failed entry is lost, and may be. */
export async function drawNumber(tx: Tx): Promise<string> {
  const { rows } = await sql<{ serial: number }>`select nextval('reception_slips') as serial`.execute(tx.db)
  return `ЖҚ-${tx.today.slice(2, 4)}-${String(rows[0]?.serial).padStart(5, '0')}`
}

export interface NewReception {
  id: string
  number: string
  receiptHash: string | null
  unit: string
  post: ReceivingPost
  on: Day
  at: string
  minutes: number
  place: string
  language: Language
  about: string
  personKeys: readonly string[]
  visitor: { name: string; iin: string | null; phone: string | null; email: string | null }
}

/** Adds the reception and, apart, who comes. False where the hour has just been taken, or this form was sent before. */
export async function insertReception(tx: Tx, it: NewReception): Promise<boolean> {
  const isStaff = tx.actor.kind === 'employee'
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('receptions')
    .values({
      id: it.id,
      number: it.number,
      receipt_hash: it.receiptHash,
      unit_id: it.unit,
      post_code: it.post,
      on_day: it.on,
      at_time: it.at,
      minutes: it.minutes,
      place: it.place,
      language: it.language,
      about: it.about,
      person_keys: [...it.personKeys],
      booked_at: tx.at,
      // The public page has no right to these columns at all.
      ...(isStaff ? { walk_in: true, booked_by: tx.actor.id } : {}),
    })
    // No target is named, because the public page may read no column of the table.
    .onConflict((met) => met.doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) return false
  await tx.db
    .insertInto('reception_visitors')
    .values({ reception_id: it.id, ...it.visitor })
    .execute()
  return true
}

/** From here on the transaction holds this code, as a visitor who typed it would. */
export const holdReceipt = async (tx: Tx, hash: string): Promise<void> => {
  await sql`select set_config('app.receipt', ${hash}, true)`.execute(tx.db)
}

export const inHand = (tx: Tx) => tx.db.selectFrom('receptions_in_hand').selectAll().executeTakeFirst()

export async function cancelInHand(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select cancel_reception(${tx.at}) as id`.execute(tx.db)
  return rows[0]?.id ?? null
}

/** How many bookings the person with one of these keys has for a day, and from today on. */
export async function bookingsOf(
  tx: Tx,
  keys: readonly string[],
  day: Day,
): Promise<{ thatDay: number; ahead: number }> {
  const { rows } = await sql<{ thatDay: number; ahead: number }>`
    select that_day as "thatDay", ahead from reception_bookings(${[...keys]}::text[], ${day}, ${tx.today})`.execute(
    tx.db,
  )
  return rows[0] ?? { thatDay: 0, ahead: 0 }
}

/** Calls off every booking of a chief's day; gives them, so that their visitors can be told. */
export async function withdrawDay(
  tx: Tx,
  it: { unit: string; post: ReceivingPost; on: Day; notice: string },
): Promise<{ id: string; number: string }[]> {
  return tx.db
    .updateTable('receptions')
    .set({ state: 'withdrawn', notice: it.notice, ended_at: tx.at, version: sql<number>`version + 1` })
    .where('unit_id', '=', it.unit)
    .where('post_code', '=', it.post)
    .where('on_day', '=', it.on)
    .where('state', '=', 'booked')
    .returning(['id', 'number'])
    .execute()
}

export interface ReceptionFilter {
  state?: ReceptionState | undefined
  post?: ReceivingPost | undefined
  promise?: 'open' | 'done' | undefined
  onFrom?: Day | undefined
  onUntil?: Day | undefined
  words?: string | null | undefined
}

const filtered = <O>(rows: SelectQueryBuilder<Tables, 'receptions', O>, it: ReceptionFilter) => {
  let asked = rows
  if (it.state) asked = asked.where('state', '=', it.state)
  if (it.post) asked = asked.where('post_code', '=', it.post)
  if (it.promise)
    asked = asked
      .where('promise', 'is not', null)
      .where('promise_done_at', it.promise === 'open' ? 'is' : 'is not', null)
  if (it.onFrom) asked = asked.where('on_day', '>=', it.onFrom)
  if (it.onUntil) asked = asked.where('on_day', '<=', it.onUntil)
  if (it.words) asked = asked.where('number', 'ilike', `%${it.words.replace(/[%_\\]/g, '\\$&')}%`)
  return asked
}

/** Counting stops here: a screen then says "more than". */
const cap = 10_000

export async function listRows(tx: Tx, it: ReceptionFilter, sort: 'on' | '-on', page: number, size: number) {
  const order = sort === 'on' ? 'asc' : 'desc'
  const rows = await filtered(tx.db.selectFrom('receptions').selectAll(), it)
    .orderBy('on_day', order)
    .orderBy('at_time', order)
    .orderBy('id', order)
    .offset((page - 1) * size)
    .limit(size)
    .execute()
  const counted = await tx.db
    .selectFrom(
      filtered(tx.db.selectFrom('receptions').select('id'), it)
        .limit(cap + 1)
        .as('counted'),
    )
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const total = Number(counted.n)
  return { rows, total: Math.min(total, cap), capped: total > cap }
}

/** Everybody booked or received on a day in a unit, with their names. */
export const visitsOn = (tx: Tx, unit: string, on: Day) =>
  tx.db
    .selectFrom('receptions')
    .innerJoin('reception_visitors', 'reception_visitors.reception_id', 'receptions.id')
    .select(['receptions.id', 'number', 'post_code', 'at_time', 'state', 'walk_in', 'name', 'about'])
    .where('unit_id', '=', unit)
    .where('on_day', '=', on)
    .where('state', '!=', 'cancelled')
    .orderBy('at_time')
    .orderBy('number')
    .limit(500)
    .execute()

/** The reception at which an appeal was made. */
export const ofAppeal = (tx: Tx, appeal: string) =>
  tx.db.selectFrom('receptions').select(['id', 'number', 'on_day']).where('appeal_id', '=', appeal).executeTakeFirst()

export interface HoursRow {
  id: string
  version: number
  unit: string
  post: ReceivingPost
  weekday: number
  fromTime: string
  untilTime: string
  fromOn: Day
  untilOn: Day | null
}

export async function findHours(tx: Tx, id: string, lock: boolean): Promise<HoursRow | undefined> {
  const query = tx.db.selectFrom('reception_hours').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return (
    row && {
      id: row.id,
      version: row.version,
      unit: row.unit_id,
      post: row.post_code,
      weekday: row.weekday,
      fromTime: row.from_time,
      untilTime: row.until_time,
      fromOn: row.from_on,
      untilOn: row.until_on,
    }
  )
}

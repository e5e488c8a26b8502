// The SQL of the calendar: who receives where and when, what is taken, and which units have a chief who receives.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Known, Receiver, Taken } from './slots.ts'
import type {} from './store.ts'
import type { ReceivingPost } from './words.ts'

export interface Desk {
  unit: string
  post: ReceivingPost
}

const ofDesk = (tx: Tx, { unit, post }: Desk) => ({
  hours: tx.db.selectFrom('reception_hours').selectAll().where('unit_id', '=', unit).where('post_code', '=', post),
  exceptions: tx.db
    .selectFrom('reception_exceptions')
    .selectAll()
    .where('unit_id', '=', unit)
    .where('post_code', '=', post),
})

export async function receiversOf(tx: Tx, { unit, post }: Desk, first: Day, last: Day): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    select on_day as "onDay", name, acting from reception_receivers(${unit}, ${post}, ${first}, ${last})`.execute(tx.db)
  return rows
}

/** All that decides which hours of a desk are free between two days. */
export async function knownOf(tx: Tx, desk: Desk, first: Day, last: Day): Promise<Known> {
  const { hours, exceptions } = ofDesk(tx, desk)
  const patterns = await hours.where('from_on', '<=', last).execute()
  const special = await exceptions.where('on_day', '>=', first).where('on_day', '<=', last).execute()
  const { rows: taken } = await sql<Taken>`
    select on_day as "onDay", at_time as "atTime", minutes from reception_taken(${desk.unit}, ${desk.post}, ${first}, ${last})`.execute(
    tx.db,
  )
  return {
    patterns: patterns.map((it) => ({
      weekday: it.weekday,
      fromTime: it.from_time,
      untilTime: it.until_time,
      place: it.place,
      fromOn: it.from_on,
      untilOn: it.until_on,
    })),
    exceptions: special.map((it) => ({
      onDay: it.on_day,
      kind: it.kind,
      fromTime: it.from_time,
      untilTime: it.until_time,
      place: it.place,
    })),
    receivers: await receiversOf(tx, desk, first, last),
    taken,
    calendar: tx.calendar,
    minutes: tx.parameter('reception.slot').value,
  }
}

/** Desks with hours today or later. */
export async function desksAhead(tx: Tx): Promise<(Desk & { unitName: Text })[]> {
  const { rows } = await sql<Desk & { unitName: Text }>`
    select u.id as unit, u.name as "unitName", d.post_code as post
    from (
      select unit_id, post_code from reception_hours where until_on is null or until_on >= ${tx.today}
      union select unit_id, post_code from reception_exceptions where kind = 'extra' and on_day >= ${tx.today}
    ) d join units u on u.id = d.unit_id
    order by u.kind = 'territorial', u.place, d.post_code = 'deputy-head', d.post_code`.execute(tx.db)
  return rows
}

export const unitName = async (tx: Tx, unit: string): Promise<Text> => {
  const { rows } = await sql<{ name: Text }>`select name from units where id = ${unit}`.execute(tx.db)
  return rows[0]?.name ?? { kk: '—', ru: '—', en: '—' }
}

/** What kind of unit it is decides which chiefs it has. */
export async function kindOf(tx: Tx, unit: string): Promise<string | null> {
  const { rows } = await sql<{ kind: string }>`select kind from units where id = ${unit}`.execute(tx.db)
  return rows[0]?.kind ?? null
}

export const hoursIn = (tx: Tx, unit: string) =>
  tx.db
    .selectFrom('reception_hours')
    .selectAll()
    .where('unit_id', '=', unit)
    .where((it) => it.or([it('until_on', 'is', null), it('until_on', '>=', tx.today)]))
    .orderBy('post_code')
    .orderBy('weekday')
    .orderBy('from_time')
    .limit(200)
    .execute()

export const exceptionsIn = (tx: Tx, unit: string) =>
  tx.db
    .selectFrom('reception_exceptions')
    .selectAll()
    .where('unit_id', '=', unit)
    .where('on_day', '>=', tx.today)
    .orderBy('on_day')
    .limit(200)
    .execute()

/** Why nobody is received on a day. */
export const closedOn = (tx: Tx, { unit, post }: Desk, on: Day) =>
  tx.db
    .selectFrom('reception_exceptions')
    .select('reason')
    .where('unit_id', '=', unit)
    .where('post_code', '=', post)
    .where('on_day', '=', on)
    .where('kind', '=', 'closed')
    .executeTakeFirst()

interface NewHours extends Desk {
  weekday: number
  fromTime: string
  untilTime: string
  place: string
  fromOn: Day
}

/** Whether hours of the same desk and weekday would overlap. */
export async function overlaps(tx: Tx, it: NewHours): Promise<boolean> {
  const { hours } = ofDesk(tx, it)
  const met = await hours
    .where('weekday', '=', it.weekday)
    .where('from_time', '<', it.untilTime)
    .where('until_time', '>', it.fromTime)
    .where((or) => or.or([or('until_on', 'is', null), or('until_on', '>=', it.fromOn)]))
    .executeTakeFirst()
  return met !== undefined
}

export async function insertHours(tx: Tx, it: NewHours): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('reception_hours')
    .values({
      id,
      unit_id: it.unit,
      post_code: it.post,
      weekday: it.weekday,
      from_time: it.fromTime,
      until_time: it.untilTime,
      place: it.place,
      from_on: it.fromOn,
      until_on: null,
    })
    .execute()
  return id
}

export const endHoursOn = async (tx: Tx, id: string, untilOn: Day): Promise<void> => {
  await tx.db.updateTable('reception_hours').set({ until_on: untilOn }).where('id', '=', id).execute()
}

interface NewException extends Desk {
  on: Day
  kind: 'closed' | 'extra'
  fromTime: string | null
  untilTime: string | null
  place: string | null
  reason: string
}

export async function insertException(tx: Tx, it: NewException): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('reception_exceptions')
    .values({
      id,
      unit_id: it.unit,
      post_code: it.post,
      on_day: it.on,
      kind: it.kind,
      from_time: it.fromTime,
      until_time: it.untilTime,
      place: it.place,
      reason: it.reason,
      made_by: tx.actor.id,
      made_at: tx.at,
    })
    .execute()
  return id
}

/** False where it is unknown to the actor. */
export async function dropException(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('reception_exceptions')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

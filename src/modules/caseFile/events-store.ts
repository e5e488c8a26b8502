// Everything that happened in an investigation, as the database's function `case_events` tells it: both times, one key each. A room that
// keeps more of a case adds its lines there; what is done on the investigation itself comes by the journal without that.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Source } from './contract.ts'

export interface EventRow {
  key: string
  source: Source
  /** A name in words.ts, or an operation whose title says it. */
  title: string
  happened_on: Day
  at: Date
  by: string | null
  /** In three languages, or in somebody's own words. */
  words: Text | string | null
  record_kind: string | null
  record_id: string | null
}

export interface Wanted {
  source?: Source | undefined
  words?: string | null | undefined
}

const matching = ({ source, words }: Wanted): RawBuilder<unknown> => {
  const like = words ? `%${words.replaceAll(/[\\%_]/g, '\\$&')}%` : null
  return sql`${source ? sql`source = ${source}` : sql`true`} and ${like ? sql`words::text ilike ${like}` : sql`true`}`
}

export type Order = 'happenedOn' | 'at'
const orders: Readonly<Record<Order, RawBuilder<unknown>>> = {
  happenedOn: sql.raw('happened_on, at, key'),
  at: sql.raw('at, happened_on, key'),
}
const downwards: Readonly<Record<Order, RawBuilder<unknown>>> = {
  happenedOn: sql.raw('happened_on desc, at desc, key desc'),
  at: sql.raw('at desc, happened_on desc, key desc'),
}

export async function pageOfEvents(
  { db }: Pick<Tx, 'db'>,
  id: string,
  wanted: Wanted,
  { order, down, page, size }: { order: Order; down: boolean; page: number; size: number },
): Promise<{ rows: EventRow[]; total: number }> {
  const { rows } = await sql<EventRow & { total: number }>`
    select *, count(*) over () as total from case_events(${id}) where ${matching(wanted)}
    order by ${(down ? downwards : orders)[order]} limit ${size} offset ${(page - 1) * size}`.execute(db)
  if (rows.length || page === 1) return { rows, total: rows[0]?.total ?? 0 }
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from case_events(${id}) where ${matching(wanted)}`.execute(db)
  return { rows, total: counted[0]?.total ?? 0 }
}

const batch = 500

/** All of them, upwards, some hundreds at a time, from a cursor that the database holds open till the end of the operation. */
export async function* walkEvents({ db }: Pick<Tx, 'db'>, id: string, order: Order): AsyncGenerator<EventRow[]> {
  const cursor = sql.id(`events_by_${order}`)
  await sql`declare ${cursor} no scroll cursor for select * from case_events(${id}) order by ${orders[order]}`.execute(
    db,
  )
  for (;;) {
    const { rows } = await sql<EventRow>`fetch ${sql.lit(batch)} from ${cursor}`.execute(db)
    yield rows
    if (rows.length < batch) break
  }
  await sql`close ${cursor}`.execute(db)
}

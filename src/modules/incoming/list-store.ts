// The SQL of the register's list and of its sheet.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { House } from '../../kernel/house.ts'
import { countUpTo, walkPages } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Actor } from '../../kernel/rules.ts'
import type { IncomingState, ReceivingWay, SenderKind } from './contract.ts'

export interface Asked {
  state?: IncomingState | undefined
  sender?: string | undefined
  senderKind?: SenderKind | undefined
  way?: ReceivingWay | undefined
  unit?: string | undefined
  due?: 'overdue' | 'soon' | 'open' | undefined
  mine?: boolean | undefined
  receivedOnFrom?: Day | undefined
  receivedOnUntil?: Day | undefined
  words?: string | null | undefined
}

export interface Bounds {
  asked: Asked
  actor: Actor
  today: Day
  soon: Day
}

export const boundsOf = (tx: Tx, asked: Asked): Bounds => ({
  asked,
  actor: tx.actor,
  today: tx.today,
  soon: tx.calendar.addWorkingDays(tx.today, 3),
})

const countCap = 10_000

const filtered = (tx: Pick<Tx, 'db'>, { asked: it, actor, today, soon }: Bounds) => {
  let rows = tx.db.selectFrom('incoming')
  if (it.state) rows = rows.where('state', '=', it.state)
  if (it.sender) rows = rows.where('sender_id', '=', it.sender.split(':')[1] ?? '')
  if (it.senderKind) rows = rows.where('sender_kind', '=', it.senderKind)
  if (it.way) rows = rows.where('way', '=', it.way)
  if (it.unit) rows = rows.where('unit_id', '=', it.unit)
  if (it.mine) rows = rows.where((row) => row.or([row('holder_id', '=', actor.id), row('addressed_to', '=', actor.id)]))
  if (it.receivedOnFrom) rows = rows.where('received_on', '>=', it.receivedOnFrom)
  if (it.receivedOnUntil) rows = rows.where('received_on', '<=', it.receivedOnUntil)
  if (it.due) rows = rows.where('done_on', 'is', null).where('due_on', 'is not', null)
  if (it.due === 'overdue') rows = rows.where('due_on', '<', today)
  if (it.due === 'soon') rows = rows.where('due_on', '>=', today).where('due_on', '<=', soon)
  if (it.words) {
    const like = `%${it.words.replaceAll(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((row) =>
      row.or([
        row('number', 'ilike', like),
        row('subject', 'ilike', like),
        row('sender_number', 'ilike', like),
        sql<boolean>`sender_name::text ilike ${like}`,
      ]),
    )
  }
  return rows
}

const orderOf = (sort: string) => {
  const way = sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  // The serial decides, not its spelling: 9 before 10.
  if (sort.endsWith('number')) return sql`registered_at ${way}, split_part(number, '/', 2)::int ${way}`
  if (sort.endsWith('dueOn')) return sql`due_on ${way}, id ${way}`
  if (sort.endsWith('sender')) return sql`sender_name ->> 'kk' collate "kk-x-icu" ${way}, id`
  return sql`received_on ${way}, id ${way}`
}

const columns = [
  'id',
  'number',
  'state',
  'received_on',
  'sender_name',
  'sender_number',
  'sender_on',
  'subject',
  'unit_id',
  'holder_id',
  'official_use',
  'due_on',
  'done_on',
  'way',
] as const

interface Page {
  sort: string
  page: number
  size: number
}

export const listRows = (tx: Pick<Tx, 'db'>, bounds: Bounds, { sort, page, size }: Page) =>
  filtered(tx, bounds)
    .select(columns)
    .orderBy(orderOf(sort))
    .limit(size)
    .offset((page - 1) * size)
    .execute()

export type ListRow = Awaited<ReturnType<typeof listRows>>[number]

export const countRows = (tx: Tx, bounds: Bounds) => countUpTo(tx, filtered(tx, bounds).select('id'), countCap)

export const walkRows = (house: House, bounds: Bounds, sort: string): AsyncGenerator<readonly ListRow[]> =>
  walkPages({ house, actor: bounds.actor }, (db, page) => listRows({ db }, bounds, { sort, ...page }))

// The SQL of the register of requests, of what was reported, and of the figures of compliance.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { House } from '../../kernel/house.ts'
import { countUpTo, walkPages } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Actor } from '../../kernel/rules.ts'
import type { RequestKind, RequestState } from './contract.ts'

export interface Asked {
  kind?: RequestKind | undefined
  state?: RequestState | undefined
  addressee?: string | undefined
  unit?: string | undefined
  due?: 'overdue' | 'soon' | 'open' | undefined
  mine?: boolean | undefined
  sentOnFrom?: Day | undefined
  sentOnUntil?: Day | undefined
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
/** The clock of these still runs: nothing full has come, and nobody has closed it. */
const running = ['sent', 'arrived', 'partly', 'reported'] as const

const filtered = (tx: Pick<Tx, 'db'>, { asked: it, actor, today, soon }: Bounds) => {
  let rows = tx.db.selectFrom('requests')
  if (it.kind) rows = rows.where('kind', '=', it.kind)
  if (it.state) rows = rows.where('state', '=', it.state)
  const [kind, key] = it.addressee?.split(':') ?? []
  if (kind === 'principal') rows = rows.where(sql<boolean>`addressee_post = ${key}`)
  else if (key) rows = rows.where('addressee_id', '=', key)
  if (it.unit) rows = rows.where('unit_id', '=', it.unit)
  if (it.mine) rows = rows.where('author_id', '=', actor.id)
  if (it.sentOnFrom) rows = rows.where('sent_on', '>=', it.sentOnFrom)
  if (it.sentOnUntil) rows = rows.where('sent_on', '<=', it.sentOnUntil)
  if (it.due) rows = rows.where('state', 'in', [...running])
  if (it.due === 'overdue') rows = rows.where('due_on', '<', today)
  if (it.due === 'soon') rows = rows.where('due_on', '>=', today).where('due_on', '<=', soon)
  if (it.words) {
    const like = `%${it.words.replaceAll(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((row) =>
      row.or([
        row('number', 'ilike', like),
        row('subject', 'ilike', like),
        sql<boolean>`addressee_name::text ilike ${like}`,
      ]),
    )
  }
  return rows
}

const orderOf = (sort: string) => {
  const way = sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  // The serial decides, not its spelling: 9 before 10.
  if (sort.endsWith('number')) return sql`signed_on ${way}, split_part(number, '/', 2)::int ${way}, id`
  if (sort.endsWith('dueOn')) return sql`due_on ${way}, id ${way}`
  if (sort.endsWith('addressee')) return sql`addressee_name ->> 'kk' collate "kk-x-icu" ${way}, id`
  return sql`prepared_at ${way}, id ${way}`
}

export const columns = [
  'id',
  'number',
  'kind',
  'state',
  'addressee_name',
  'subject',
  'author_id',
  'unit_id',
  'prepared_at',
  'sent_on',
  'due_on',
  'completed_on',
] as const

export const listRows = (
  tx: Pick<Tx, 'db'>,
  bounds: Bounds,
  { sort, page, size }: { sort: string; page: number; size: number },
) =>
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

/** Everybody who has prepared a request that the actor sees. */
export const authors = async ({ db }: Tx): Promise<string[]> =>
  (await db.selectFrom('requests').select('author_id').distinct().limit(1000).execute()).map(
    ({ author_id }) => author_id,
  )

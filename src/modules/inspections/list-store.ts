// The SQL of the list of inspections.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { InspectionState } from './kinds.ts'

export interface Asked {
  state?: InspectionState | undefined
  body?: string | undefined
  unit?: string | undefined
  due?: 'overdue' | 'soon' | undefined
  mine?: boolean | undefined
  openedOnFrom?: Day | undefined
  openedOnUntil?: Day | undefined
  words?: string | null | undefined
}

const cap = 10_000

const filtered = (tx: Tx, it: Asked) => {
  const { actor, today, calendar } = tx
  let rows = tx.db.selectFrom('inspections')
  if (it.state) rows = rows.where('state', '=', it.state)
  if (it.body) rows = rows.where('body_id', '=', it.body)
  if (it.unit) rows = rows.where('unit_id', '=', it.unit)
  if (it.due) rows = rows.where('state', '=', 'opened')
  if (it.due === 'overdue') rows = rows.where('ends_on', '<', today)
  if (it.due === 'soon')
    rows = rows.where('ends_on', '>=', today).where('ends_on', '<=', calendar.addWorkingDays(today, 3))
  if (it.mine) rows = rows.where(sql<boolean>`${actor.id} = any(team)`)
  if (it.openedOnFrom) rows = rows.where('opened_on', '>=', it.openedOnFrom)
  if (it.openedOnUntil) rows = rows.where('opened_on', '<=', it.openedOnUntil)
  if (it.words) {
    const like = `%${it.words.replaceAll(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((row) =>
      row.or([row('number', 'ilike', like), row('aim', 'ilike', like), sql<boolean>`body_name::text ilike ${like}`]),
    )
  }
  return rows
}

const orderOf = (sort: string) => {
  const way = sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  // The serial decides, not its spelling: 9 before 10.
  if (sort.endsWith('number')) return sql`opened_on ${way}, split_part(number, '/', 2)::int ${way}, id`
  if (sort.endsWith('endsOn')) return sql`ends_on ${way}, id ${way}`
  if (sort.endsWith('body')) return sql`body_name ->> 'kk' collate "kk-x-icu" ${way}, id ${way}`
  return sql`prepared_at ${way}, id ${way}`
}

export async function page(tx: Tx, asked: Asked, at: { sort: string; page: number; size: number }) {
  const rows = await filtered(tx, asked)
    .selectAll()
    .orderBy(orderOf(at.sort))
    .limit(at.size)
    .offset((at.page - 1) * at.size)
    .execute()
  return { rows, ...(await countUpTo(tx, filtered(tx, asked).select('id'), cap)) }
}

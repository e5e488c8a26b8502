// The SQL of the list of investigations.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { InvestigationKind, InvestigationState, Offence } from './contract.ts'

export interface Asked {
  kind?: InvestigationKind | undefined
  state?: InvestigationState | undefined
  offence?: Offence | undefined
  unit?: string | undefined
  due?: 'overdue' | 'soon' | undefined
  mine?: boolean | undefined
  openedOnFrom?: Day | undefined
  openedOnUntil?: Day | undefined
  words?: string | null | undefined
}

const cap = 10_000
/** Their term still runs. */
const running = ['opened', 'halted'] as const

const filtered = (tx: Tx, it: Asked) => {
  const { actor, today, calendar } = tx
  let rows = tx.db.selectFrom('investigations')
  if (it.kind) rows = rows.where('kind', '=', it.kind)
  if (it.state) rows = rows.where('state', '=', it.state)
  if (it.offence) rows = rows.where('offence', '=', it.offence)
  if (it.unit) rows = rows.where('unit_id', '=', it.unit)
  if (it.due) rows = rows.where('state', 'in', running)
  if (it.due === 'overdue') rows = rows.where('due_on', '<', today)
  if (it.due === 'soon')
    rows = rows.where('due_on', '>=', today).where('due_on', '<=', calendar.addWorkingDays(today, 3))
  if (it.mine) rows = rows.where(sql<boolean>`${actor.id} = any(team)`)
  if (it.openedOnFrom) rows = rows.where('opened_on', '>=', it.openedOnFrom)
  if (it.openedOnUntil) rows = rows.where('opened_on', '<=', it.openedOnUntil)
  if (it.words) {
    const like = `%${it.words.replaceAll(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((row) =>
      row.or([
        row('number', 'ilike', like),
        row('allegations', 'ilike', like),
        sql<boolean>`exists (select from investigation_persons p where p.investigation_id = investigations.id
          and p.dropped_at is null and p.name::text ilike ${like})`,
      ]),
    )
  }
  return rows
}

const orderOf = (sort: string) => {
  const way = sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  // The serial decides, not its spelling: 9 before 10.
  if (sort.endsWith('number')) return sql`opened_on ${way}, split_part(number, '/', 2)::int ${way}, id`
  if (sort.endsWith('dueOn')) return sql`due_on ${way}, id ${way}`
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

export const personsOfAll = ({ db }: Tx, ids: readonly string[]) =>
  ids.length
    ? db
        .selectFrom('investigation_persons')
        .select(['investigation_id', 'name'])
        .where('investigation_id', 'in', ids)
        .where('dropped_at', 'is', null)
        .orderBy('added_at')
        .orderBy('id')
        .execute()
    : Promise.resolve([])

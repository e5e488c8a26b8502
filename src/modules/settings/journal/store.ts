// SQL of the journal's screens: one entry, where a page begins, how many entries a filter leaves, who is named.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../kernel/operation.ts'
import type { JournalFilters } from '../../../kernel/seal/read.ts'
import type { JournalRecord } from './record.ts'

/** Counting stops here: a screen then says "more than". */
export const cap = 10_000

export const findEntry = async ({ db }: Tx, id: string): Promise<JournalRecord | undefined> => {
  const { rows } = await sql<JournalRecord & { erasedAt: Date | null }>`
    select id, seq, operation, actor, detail_hash is not null and detail is not null as "hasDetails", erased_at as "erasedAt"
    from journal_entries left join journal_details on entry_id = id where id = ${id}`.execute(db)
  const [found] = rows
  return found && { ...found, erasedAt: (found.erasedAt as Date | null)?.toISOString() ?? null }
}

const where = ({ recordId, actor, operation, outcome, from, until }: JournalFilters): RawBuilder<unknown> => {
  const rows = [
    recordId && sql`record_id = ${recordId}`,
    actor && sql`actor = ${actor}`,
    operation && sql`operation = ${operation}`,
    outcome && sql`outcome = ${outcome}`,
    from && sql`at >= ${from}`,
    until && sql`at < ${until}`,
  ].filter((row): row is RawBuilder<unknown> => typeof row === 'object')
  return rows.length ? sql`where ${sql.join(rows, sql` and `)}` : sql``
}

/** Number of the first entry of a page, newest first; null past the end. */
export const pageStart = async ({ db }: Tx, filters: JournalFilters, offset: number): Promise<number | null> => {
  const { rows } = await sql<{ seq: number }>`
    select seq from journal_entries ${where(filters)} order by seq desc offset ${offset} limit 1`.execute(db)
  return rows[0]?.seq ?? null
}

export const countEntries = async ({ db }: Tx, filters: JournalFilters): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select from journal_entries ${where(filters)} limit ${cap + 1}) counted`.execute(db)
  return rows[0]?.n ?? 0
}

/** Everybody who ever acted, found by skipping through the index from one to the next. */
export const actors = async ({ db }: Tx): Promise<string[]> => {
  const { rows } = await sql<{ actor: string }>`
    with recursive named (actor) as (
      select min(actor::text)::uuid from journal_entries
      union all
      select (select e.actor from journal_entries e where e.actor > named.actor order by e.actor limit 1)
      from named where named.actor is not null)
    select actor from named where actor is not null`.execute(db)
  return rows.map(({ actor }) => actor)
}

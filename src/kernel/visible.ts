// Which of these records the actor of a transaction sees: asked of the record's own table, whose policies are the scope.
import { sql, type Transaction } from 'kysely'
import type { Tables } from './database.ts'
import type { Registry } from './module.ts'

/** The visible ones of the ids of one kind; an unregistered kind has none. */
export async function visibleIds(
  db: Transaction<Tables>,
  registry: Registry,
  kind: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const record = registry.records.get(kind)
  if (!record || !ids.length) return new Set()
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(record.table)} where id = any(${ids})`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

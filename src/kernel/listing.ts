// What every list does alike: a count that stops, and a walk over all pages after the operation's own commit.
import { sql, type AliasableExpression, type Transaction } from 'kysely'
import { asActor, type Tables } from './database.ts'
import type { House } from './house.ts'
import type { Tx } from './operation.ts'
import type { Actor } from './rules.ts'

/** Rows found, of which no more than the first `cap` are counted; then `capped` is true. */
export async function countUpTo(
  { db }: Pick<Tx, 'db'>,
  found: { limit(most: number): AliasableExpression<{ id: string }> },
  cap: number,
): Promise<{ total: number; capped: boolean }> {
  const { total } = await db
    .selectFrom(found.limit(cap + 1).as('found'))
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return { total: Math.min(total, cap), capped: total > cap }
}

const size = 500

/** Pages from 1 in the same actor's sight, each in a short transaction of its own, until one is not full. */
export async function* walkPages<R>(
  { house, actor }: { house: House; actor: Actor },
  read: (db: Transaction<Tables>, page: { page: number; size: number }) => Promise<readonly R[]>,
): AsyncGenerator<readonly R[]> {
  for (let page = 1; ; page += 1) {
    const rows = await asActor(house.database, actor, (db) => read(db, { page, size }))
    yield rows
    if (rows.length < size) return
  }
}

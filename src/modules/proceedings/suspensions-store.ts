// The SQL of the order behind a suspension: which have been recorded, and which end with it.
import { sql } from 'kysely'
import { addDays } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'

type Db = Pick<Tx, 'db'>

export const standOn = async ({ db }: Db, suspension: string, authority: string): Promise<void> => {
  await sql`update investigation_suspensions set authority_id = ${authority} where id = ${suspension}`.execute(db)
}

/** Orders on which somebody's suspension has been recorded already. */
export const recordedOrders = async ({ db }: Db, investigation: string, person: string): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    select authority_id as id from investigation_suspensions
    where investigation_id = ${investigation} and person_id = ${person} and authority_id is not null`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Investigations with a suspension on this order. */
export const investigationsUnder = async ({ db }: Db, authority: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct investigation_id as id from investigation_suspensions where authority_id = ${authority}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Those that would still run on the day end before it. Says how many. */
export async function cutSuspensions(
  { db, at }: Pick<Tx, 'db' | 'at'>,
  it: { investigation: string; authority: string; on: Day },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update investigation_suspensions set ended_on = ${it.on}, ended_at = ${at}, ordered_until = until_on, until_on = ${addDays(it.on, -1)}
    where investigation_id = ${it.investigation} and authority_id = ${it.authority} and ended_on is null and until_on >= ${it.on}`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}

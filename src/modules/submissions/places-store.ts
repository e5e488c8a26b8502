// Courts and the units that answer for them, as the public page and the registrar choose them.
import { sql } from 'kysely'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'

export interface Named {
  id: string
  name: Text
}

export interface CourtPlace {
  id: string
  name: Text
  /** The territorial unit of its region; the Department where there is none. */
  unit: string
}

const inForce = (tx: Tx) => sql`valid_from <= ${tx.today} and (valid_to is null or valid_to >= ${tx.today})`

// Courts of the whole Republic are the Department's own, wherever they sit.
const ofRegion = sql`c.kind not in ('supreme', 'cassation', 'military')`

/** A court of the registry with the unit that answers for it; nothing when no such court is in force today. */
export async function courtPlace(tx: Tx, id: string): Promise<CourtPlace | undefined> {
  const { rows } = await sql<{ id: string; name: Text; unit: string | null }>`
    select c.id, c.name, (select u.id from units u where u.region_code = c.region_code and u.kind = 'territorial' and ${ofRegion}
        and u.valid_from <= ${tx.today} and (u.valid_to is null or u.valid_to >= ${tx.today}) limit 1) as unit
    from courts c where c.id = ${id} and c.${inForce(tx)}`.execute(tx.db)
  const [court] = rows
  return court && { ...court, unit: court.unit ?? (await departmentOf(tx)).id }
}

/** The Department itself. */
export async function departmentOf(tx: Tx): Promise<Named> {
  const { rows } =
    await sql<Named>`select id, name from units where kind = 'department' and ${inForce(tx)} limit 1`.execute(tx.db)
  const [unit] = rows
  if (!unit) throw new Error('the Department is not among the units')
  return unit
}

/** The Department and its territorial units, in their order. */
export async function answeringUnits(tx: Tx): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select id, name from units where kind in ('department', 'territorial') and ${inForce(tx)}
    order by kind = 'territorial', place`.execute(tx.db)
  return rows
}

export async function courtsInForce(tx: Tx): Promise<readonly (Named & { unit: string | null })[]> {
  const { rows } = await sql<Named & { unit: string | null }>`
    select c.id, c.name, u.id as unit
    from courts c left join units u on u.region_code = c.region_code and u.kind = 'territorial' and u.valid_to is null and ${ofRegion}
    where c.valid_from <= ${tx.today} and (c.valid_to is null or c.valid_to >= ${tx.today})
    order by c.name ->> 'kk' collate "kk-x-icu" limit 2000`.execute(tx.db)
  return rows
}

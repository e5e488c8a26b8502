// The names that an appeal carries and the employees to whom it may be given: read from the directory of the staff.
import { sql } from 'kysely'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'

export interface Named {
  id: string
  name: Text
}

const inForce = (tx: Tx) => sql`valid_from <= ${tx.today} and (valid_to is null or valid_to >= ${tx.today})`

const byId = (rows: readonly Named[]): ReadonlyMap<string, Text> => new Map(rows.map(({ id, name }) => [id, name]))

const known = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** Names by id of employees, units and courts; what is not there is left out. */
export async function namesOf(tx: Tx, table: 'employees' | 'units' | 'courts', ids: readonly (string | null)[]) {
  const asked = known(ids)
  if (!asked.length) return byId([])
  const { rows } = await sql<Named>`select id, name from ${sql.table(table)} where id = any (${asked}::uuid[])`.execute(tx.db)
  return byId(rows)
}

export interface CourtPlace {
  id: string
  name: Text
  /** The territorial unit of its region; the Department where there is none. */
  unit: string
}

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
  const { rows } = await sql<Named>`select id, name from units where kind = 'department' and ${inForce(tx)} limit 1`.execute(tx.db)
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

export interface Candidate extends Named {
  unit: string
  unitName: Text
  absent: boolean
}

/**
 * Employees whose post's job description of today lets them work appeals (clause 5.15).
 * @param reach the asker's units, or 'all'
 * @param only one employee, to check a choice
 */
export async function candidates(tx: Tx, reach: 'all' | readonly string[], only: string | null = null): Promise<readonly Candidate[]> {
  const units = reach === 'all' ? null : [...reach]
  const { rows } = await sql<Candidate>`
    select * from (
      select distinct on (e.id) e.id, e.name, u.id as unit, u.name as "unitName", u.place, u.kind,
        exists (select from absences b where b.employee_id = e.id and ${tx.today} between b.from_on and b.until_on) as absent
      from posts_held(${tx.today}) held
      join employees e on e.id = held.employee_id
      join units u on u.id = held.unit_id
      where 'appeals.work' = any (coalesce(described_powers(held.code, ${tx.today}), '{}'))
        and (${only}::uuid is null or e.id = ${only})
        and (${units}::uuid[] is null or u.id = any (${units}::uuid[]))
      order by e.id, held.acting
    ) found
    order by kind = 'territorial', place, name ->> 'kk' collate "kk-x-icu"
    limit 500`.execute(tx.db)
  return rows.map(({ id, name, unit, unitName, absent }) => ({ id, name, unit, unitName, absent }))
}

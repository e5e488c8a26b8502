// The names that an appeal carries and the employees to whom it may be given: read from the directory of the staff.
import { sql } from 'kysely'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Named } from '../submissions/index.ts'

const byId = (rows: readonly Named[]): ReadonlyMap<string, Text> => new Map(rows.map(({ id, name }) => [id, name]))

const known = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** Names by id of employees, units and courts; what is not there is left out. */
export async function namesOf(tx: Tx, table: 'employees' | 'units' | 'courts', ids: readonly (string | null)[]) {
  const asked = known(ids)
  if (!asked.length) return byId([])
  const { rows } = await sql<Named>`select id, name from ${sql.table(table)} where id = any (${asked}::uuid[])`.execute(
    tx.db,
  )
  return byId(rows)
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
 * @param record leaves out whoever is shut out of it
 */
export async function candidates(
  tx: Tx,
  reach: 'all' | readonly string[],
  only: string | null = null,
  record: string | null = null,
): Promise<readonly Candidate[]> {
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
        and not exists (select from denied d where d.record_id = ${record}::uuid and d.person_id = e.id)
        and (${units}::uuid[] is null or u.id = any (${units}::uuid[]))
      order by e.id, held.acting
    ) found
    order by kind = 'territorial', place, name ->> 'kk' collate "kk-x-icu"
    limit 500`.execute(tx.db)
  return rows.map(({ id, name, unit, unitName, absent }) => ({ id, name, unit, unitName, absent }))
}

// To whom a document may be handed on or shown: employees of the Department and its units who hold a post today.
import { sql } from 'kysely'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'

export interface Candidate {
  id: string
  name: Text
  unit: Text
  absent: boolean
}

/**
 * @param reach the asker's units, or 'all'
 * @param only one employee, to check a choice
 */
export async function candidates(
  tx: Tx,
  reach: 'all' | readonly string[],
  only: string | null = null,
): Promise<readonly Candidate[]> {
  const units = reach === 'all' ? null : [...reach]
  const { rows } = await sql<Candidate>`
    select id, name, unit, absent from (
      select distinct on (e.id) e.id, e.name, u.name as unit, u.place,
        exists (select from absences b where b.employee_id = e.id and ${tx.today} between b.from_on and b.until_on) as absent
      from posts_held(${tx.today}) held join employees e on e.id = held.employee_id join units u on u.id = held.unit_id
      where u.kind in ('department', 'territorial') and held.code not in ('bailiff', 'gate-officer')
        and (${only}::uuid is null or e.id = ${only})
        and (${units}::uuid[] is null or u.id = any (${units}::uuid[]))
      order by e.id, held.acting
    ) found order by place, name ->> 'kk' collate "kk-x-icu" limit 500`.execute(tx.db)
  return rows
}

/** Which of these employees are shut out of one of these records. */
export async function shutOut({ db }: Tx, records: readonly string[], people: readonly string[]): Promise<string[]> {
  if (!people.length) return []
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from denied
    where record_id = any (${[...records]}::uuid[]) and person_id = any (${[...people]}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

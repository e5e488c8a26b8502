// The SQL of colleagues who may be asked to look into something, and of what may stand against one.
import { sql } from 'kysely'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'

export interface Colleague {
  id: string
  name: Text
  iin: string | null
  post: Text
  /** Units of the posts held today. */
  units: string[]
  /** Named, by sound, in the allegations. */
  named: boolean
}

/** Posts that investigate (5.15). */
const investigating = ['head', 'deputy-head', 'inspector', 'analyst', 'territorial-head', 'territorial-inspector']

/** Units in which whoever bears the IIN works here today, if anybody does. */
export async function unitsByIin({ db, today }: Tx, iin: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct h.unit_id as id from posts_held(${today}) h join employees e on e.id = h.employee_id where e.iin = ${iin}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Who may be asked to investigate, with whether the words of the allegations sound like the name. */
export async function colleagues({ db, today }: Tx, allegations: string, only?: string): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    with heard as (select ' ' || name_sounds(${allegations}) as words)
    select e.id, e.name, e.iin, (array_agg(p.name order by u.place, p.place))[1] as post, array_agg(distinct u.id::text) as units,
      employee_sounds_in(e.id, (select words from heard)) as named
    from posts_held(${today}) h join employees e on e.id = h.employee_id join posts p on p.id = h.post_id
      join units u on u.id = h.unit_id
    where h.code = any (${investigating}::text[]) and (${only ?? null}::uuid is null or e.id = ${only ?? null})
    group by e.id order by e.name ->> 'kk' collate "kk-x-icu" limit 500`.execute(db)
  return rows
}

/** Everybody who is shut out of one of these records. */
export async function shutOutOf({ db }: Pick<Tx, 'db'>, records: readonly string[]): Promise<Set<string>> {
  if (!records.length) return new Set()
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from denied where record_id = any(${[...records]}::uuid[])`.execute(db)
  return new Set(rows.map(({ person_id }) => person_id))
}

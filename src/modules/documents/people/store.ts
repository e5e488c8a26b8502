// Whom clause 15 names today, and the names that a document carries.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/clock.ts'
import type {} from '../../../kernel/database.ts'
import type { Tx } from '../../../kernel/operation.ts'
import type { Text } from '../../../kernel/text.ts'

export interface Person {
  id: string
  name: Text
}

/** Who signs on a day under clause 15. Nobody, where the post is vacant and nobody acts in it. */
export interface Signing {
  signer: Person | null
  /** The post as it stands under the signature. */
  post: Text | null
  acting: boolean
  /** The head, when another person replaces him or her on this day. */
  replaced: Person | null
  /** Days of the replacement, both included. */
  from: Day | null
  until: Day | null
}

interface Held {
  id: string
  name: Text
  post: Text
  acting: boolean
  replaced_id: string | null
  replaced_name: Text | null
  from_on: Day | null
  until_on: Day | null
}

const actingPost: Text = {
  kk: 'Меңгерушінің міндетін атқарушы',
  ru: 'Исполняющий обязанности заведующего',
  en: 'Acting Head of the Department',
}

/** Who signs today; org says who holds the post of the head, this room says what follows from it. */
export async function signingOn(tx: Tx): Promise<Signing> {
  const { rows } = await sql<Held>`
    select e.id, e.name, p.name as post, held.acting, r.id as replaced_id, r.name as replaced_name,
      coalesce(s.from_on, b.from_on) as from_on, coalesce(s.until_on, b.until_on) as until_on
    from posts_held(${tx.today}) held
    join units u on u.id = held.unit_id and u.kind = 'department'
    join posts p on p.id = held.post_id
    join employees e on e.id = held.employee_id
    left join employees r on r.id = held.replaces
    left join lateral (select from_on, until_on from actings where held.acting and post_id = held.post_id
      and employee_id = held.employee_id and ${tx.today} between from_on and until_on limit 1) s on true
    left join lateral (select from_on, until_on from absences where held.acting and employee_id = held.replaces
      and ${tx.today} between from_on and until_on limit 1) b on true
    where held.code = 'head'
    order by held.acting desc limit 1`.execute(tx.db)
  const [held] = rows
  if (!held) return { signer: null, post: null, acting: false, replaced: null, from: null, until: null }
  return {
    signer: { id: held.id, name: held.name },
    post: held.acting ? actingPost : held.post,
    acting: held.acting,
    replaced: held.replaced_id && held.replaced_name ? { id: held.replaced_id, name: held.replaced_name } : null,
    from: held.from_on,
    until: held.until_on,
  }
}

/** The Department itself, on whose behalf every document leaves. */
export async function department(tx: Tx): Promise<Person> {
  const { rows } = await sql<Person>`
    select id, name from units where kind = 'department' and valid_from <= ${tx.today}
      and (valid_to is null or valid_to >= ${tx.today}) limit 1`.execute(tx.db)
  const [unit] = rows
  if (!unit) throw new Error('the Department is not among the units')
  return unit
}

/** Names of employees by id; one that is not there is left out. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Text>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (!asked.length) return new Map()
  const { rows } = await sql<Person>`select id, name from employees where id = any (${asked}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The drafter as the foot of a letter names him or her. */
export async function executor(tx: Tx, id: string): Promise<{ name: Text; contact: string | null } | null> {
  const { rows } = await sql<{ name: Text; contact: string | null }>`
    select name, email as contact from employees where id = ${id}`.execute(tx.db)
  return rows[0] ?? null
}

// The SQL of the team, and of what may set a colleague against an investigation.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { RecusalCause, Role } from './contract.ts'

interface MembersTable {
  id: string
  investigation_id: string
  employee_id: string
  role: Role
  from_on: Day
  added_at: Date
  added_by: string
  until_on: Day | null
  ended_at: Date | null
  cause: RecusalCause | null
  reason: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    investigation_members: MembersTable
  }
}

export async function insertMember(tx: Tx, id: string, it: { employee: string; role: Role }): Promise<void> {
  await tx.db
    .insertInto('investigation_members')
    .values({
      id: newId(),
      investigation_id: id,
      employee_id: it.employee,
      role: it.role,
      from_on: tx.today,
      added_at: tx.at,
      added_by: tx.actor.id,
      until_on: null,
      ended_at: null,
      cause: null,
      reason: null,
    })
    .execute()
}

/** Everybody who was ever on the team, whoever is on it first. */
export const membersOf = ({ db }: Pick<Tx, 'db'>, id: string) =>
  db
    .selectFrom('investigation_members')
    .selectAll()
    .where('investigation_id', '=', id)
    .orderBy(sql`ended_at is not null`)
    .orderBy('role')
    .orderBy('added_at')
    .execute()

export type Member = Awaited<ReturnType<typeof membersOf>>[number]

export const changeRole = async ({ db }: Tx, id: string, employee: string, role: Role): Promise<void> => {
  await db
    .updateTable('investigation_members')
    .set({ role })
    .where('investigation_id', '=', id)
    .where('employee_id', '=', employee)
    .where('ended_at', 'is', null)
    .execute()
}

export const endMember = async (
  { db, at, today }: Tx,
  id: string,
  employee: string,
  it: { reason: string; cause: RecusalCause | null },
): Promise<void> => {
  await db
    .updateTable('investigation_members')
    .set({ until_on: today, ended_at: at, reason: it.reason, cause: it.cause })
    .where('investigation_id', '=', id)
    .where('employee_id', '=', employee)
    .where('ended_at', 'is', null)
    .execute()
}

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

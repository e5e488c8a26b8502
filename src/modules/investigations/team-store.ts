// The SQL of the team.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
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

// The SQL of the networks from which the holders of a post sign in.
import { sql } from 'kysely'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    sign_in_networks: { id: string; post_code: string; network: string; note: string; added_at: Date; added_by: string }
  }
}

export const networks = (tx: Tx) =>
  tx.db
    .selectFrom('sign_in_networks')
    .select(['id', 'post_code', 'network', 'note', 'added_at'])
    .orderBy('post_code')
    .orderBy('network')
    .limit(1_000)
    .execute()

/** The network as PostgreSQL writes it, without the bits to the right of its mask. Expects an address or a network. */
export async function normalNetwork(tx: Tx, given: string): Promise<string> {
  const { rows } = await sql<{ it: string }>`select network(${given}::inet)::text as it`.execute(tx.db)
  return rows[0]?.it ?? given
}

export async function addNetwork(
  tx: Tx,
  it: { postCode: string; network: string; note: string },
): Promise<string | null> {
  const id = newId()
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('sign_in_networks')
    .values({ id, post_code: it.postCode, network: it.network, note: it.note, added_at: tx.at, added_by: tx.actor.id })
    .onConflict((met) => met.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows ? id : null
}

export const dropNetwork = async (tx: Tx, id: string): Promise<{ post_code: string; network: string } | undefined> =>
  tx.db.deleteFrom('sign_in_networks').where('id', '=', id).returning(['post_code', 'network']).executeTakeFirst()

/** True unless the posts held today have networks and the address lies in none of them. An unknown address lies in none. */
export async function isInside(tx: Tx, employeeId: string, address: string | null): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`
    select coalesce(bool_or(coalesce(${address}::inet <<= network, false)), true) as inside
    from sign_in_networks
    where post_code in (select code from posts_held(${tx.today}) where employee_id = ${employeeId})`.execute(tx.db)
  return rows[0]?.inside ?? true
}

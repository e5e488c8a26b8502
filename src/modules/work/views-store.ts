// The SQL of named views. A person meets none but the own ones: the policy is the scope.
import { sql } from 'kysely'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    list_views: { id: string; owner_id: string; list: string; title: string; query: string }
  }
}

export const viewsOf = (tx: Tx, list: string) =>
  tx.db
    .selectFrom('list_views')
    .select(['id', 'title', 'query'])
    .where('owner_id', '=', tx.actor.id)
    .where('list', '=', list)
    .orderBy(sql`title collate "kk-x-icu"`)
    .limit(100)
    .execute()

/** A view of the same name is replaced. */
export async function putView(tx: Tx, it: { list: string; title: string; query: string }): Promise<string> {
  await tx.db
    .deleteFrom('list_views')
    .where('owner_id', '=', tx.actor.id)
    .where('list', '=', it.list)
    .where('title', '=', it.title)
    .execute()
  const id = newId()
  await tx.db
    .insertInto('list_views')
    .values({ id, owner_id: tx.actor.id, ...it })
    .execute()
  return id
}

export const dropView = async (tx: Tx, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx.db.deleteFrom('list_views').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

// What the higher rooms set on a document: its place in a route of agreement, the official-use mark, the seal; and the check hash.
import { sql } from 'kysely'
import type { Tx } from '../../kernel/operation.ts'
import type { Agreement, Mark } from './store.ts'

export const putAgreement = async (
  tx: Tx,
  id: string,
  agreement: Agreement,
  awaited: readonly string[],
): Promise<void> => {
  await tx.db
    .updateTable('documents')
    .set({ agreement, awaited: [...awaited] })
    .where('id', '=', id)
    .execute()
}

export const addReaders = async (tx: Tx, id: string, people: readonly string[]): Promise<void> => {
  await sql`update documents set readers = array(select distinct it from unnest(readers || ${[...people]}::uuid[]) it)
    where id = ${id}`.execute(tx.db)
}

export const putMark = async (tx: Tx, id: string, mark: Mark | null, readers: readonly string[]): Promise<void> => {
  await tx.db
    .updateTable('documents')
    .set({ mark: mark && JSON.stringify(mark), readers: [...readers] })
    .where('id', '=', id)
    .execute()
}

/** False where it was sealed before: the first seal stands. */
export const putSealed = async (tx: Tx, id: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('documents')
    .set({ sealed_at: tx.at })
    .where('id', '=', id)
    .where('sealed_at', 'is', null)
    .where('number', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0
}

/** Whether a token or a hash of bytes is that of a signed document; the database says no more than this to anybody. */
export const isGenuine = async (tx: Tx, by: { token?: string; bytes?: string }): Promise<boolean> => {
  const { rows } = await sql<{ genuine: boolean }>`
    select document_is_genuine(${by.token ?? null}, ${by.bytes ?? null}) as genuine`.execute(tx.db)
  return rows[0]?.genuine ?? false
}

// SQL of the sizes of the house and of its newest checkpoint.
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/operation.ts'

export interface Sizes {
  version: string
  bytes: number
  tables: { name: string; bytes: number }[]
  files: { count: number; bytes: number }
  /** Entries of the journal. */
  entries: number
  mails: Partial<Record<'waiting' | 'sent' | 'kept' | 'failed', number>>
}

export const sizes = async ({ db }: Tx): Promise<Sizes> => {
  const { rows } = await sql<{ sizes: Sizes }>`select house_sizes() as sizes`.execute(db)
  const [found] = rows
  if (!found) throw new Error('the database tells no sizes')
  return found.sizes
}

export const newestCheckpoint = async ({ db }: Tx): Promise<{ size: number; at: Date; root: Buffer } | null> => {
  const { rows } = await sql<{ size: number; at: Date; root: Buffer }>`
    select size, at, root from journal_checkpoints order by size desc limit 1`.execute(db)
  return rows[0] ?? null
}

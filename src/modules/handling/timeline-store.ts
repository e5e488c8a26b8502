// The entries of the sealed journal that concern an appeal and its documents.
import { sql } from 'kysely'
import type { Tx } from '../../kernel/operation.ts'

export interface JournalEntry {
  at: Date
  operation: string
  clauses: readonly string[]
  actor: string | null
  actor_kind: string
  outcome: string
  clause: string | null
}

const most = 200

/** Newest first; entries that are still waiting to be sequenced come a moment later. */
export async function entriesOf(tx: Tx, records: readonly string[]): Promise<readonly JournalEntry[]> {
  const { rows } = await sql<JournalEntry>`
    select at, operation, clauses, actor, actor_kind, outcome, clause from journal_entries
    where record_id = any (${[...records]}::uuid[]) and operation <> 'appeals.one'
    order by seq desc limit ${most}`.execute(tx.db)
  return rows
}

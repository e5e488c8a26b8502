// The SQL of redacted copies. What the actor may not see does not exist here: the policies of the database are the scope.
import type { JSONColumnType } from 'kysely'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Box } from './contract.ts'

interface RedactionsTable {
  id: string
  key: string
  record_kind: string
  record_table: string
  record_id: string
  source_file_id: string
  source_sha256: string
  copy_file_id: string
  copy_sha256: string
  name: string
  pages: number
  boxes: JSONColumnType<Box[]>
  reason: string
  made_at: Date
  made_by: string
}

declare module '../../kernel/database.ts' {
  interface Tables {
    redactions: RedactionsTable
  }
}

export interface Redaction {
  id: string
  record: { kind: string; id: string }
  source: string
  copy: string
  sha256: string
  name: string
  pages: number
  reason: string
  madeAt: Date
  madeBy: string
}

const shown = (row: Omit<RedactionsTable, 'boxes'>): Redaction => ({
  id: row.id,
  record: { kind: row.record_kind, id: row.record_id },
  source: row.source_file_id,
  copy: row.copy_file_id,
  sha256: row.copy_sha256,
  name: row.name,
  pages: row.pages,
  reason: row.reason,
  madeAt: row.made_at,
  madeBy: row.made_by,
})

const columns = [
  'id',
  'key',
  'record_kind',
  'record_table',
  'record_id',
  'source_file_id',
  'source_sha256',
  'copy_file_id',
  'copy_sha256',
  'name',
  'pages',
  'reason',
  'made_at',
  'made_by',
] as const

export async function findCopy(tx: Tx, id: string): Promise<Redaction | undefined> {
  const row = await tx.db.selectFrom('redactions').select(columns).where('id', '=', id).executeTakeFirst()
  return row && shown(row)
}

/** The copy that this form has made already. */
export async function findByKey(tx: Tx, key: string): Promise<Redaction | undefined> {
  const row = await tx.db.selectFrom('redactions').select(columns).where('key', '=', key).executeTakeFirst()
  return row && shown(row)
}

/** Newest first, 200 at most. */
export const copiesOf = async (tx: Tx, record: { kind: string; id: string }): Promise<Redaction[]> =>
  (
    await tx.db
      .selectFrom('redactions')
      .select(columns)
      .where('record_kind', '=', record.kind)
      .where('record_id', '=', record.id)
      .orderBy('made_at', 'desc')
      .orderBy('id')
      .limit(200)
      .execute()
  ).map(shown)

interface Making {
  key: string
  record: { kind: string; table: string; id: string }
  source: { file: string; sha256: string }
  copy: { file: string; sha256: string; name: string; pages: number }
  boxes: readonly Box[]
  reason: string
}

export async function insertCopy(tx: Tx, it: Making): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('redactions')
    .values({
      id,
      key: it.key,
      record_kind: it.record.kind,
      record_table: it.record.table,
      record_id: it.record.id,
      source_file_id: it.source.file,
      source_sha256: it.source.sha256,
      copy_file_id: it.copy.file,
      copy_sha256: it.copy.sha256,
      name: it.copy.name,
      pages: it.copy.pages,
      boxes: JSON.stringify(it.boxes),
      reason: it.reason,
      made_at: tx.at,
      made_by: tx.actor.id,
    })
    .execute()
  return id
}

// The files' rows: no decisions, no bytes.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database.ts'
import type { Actor } from '../rules.ts'

export type Scan = 'not-scanned' | 'clean' | 'infected'
export type Act = 'received' | 'attached' | 'read' | 'scanned' | 'failed' | 'removed'

export interface FileRow {
  id: string
  name: string
  type: string
  bytes: number
  sha256: string
  key: Buffer
  key_mark: string
  stripped: boolean
  scan: Scan
  received_at: Date
  received_by: string | null
}

type Db = Transaction<Tables>

export const personOf = (actor: Actor): string | null => (actor.kind === 'employee' ? actor.id : null)

export async function insertFile(db: Db, it: Omit<FileRow, 'scan'>): Promise<void> {
  await sql`insert into files (id, name, type, bytes, sha256, key, key_mark, stripped, received_at, received_by)
    values (${it.id}, ${it.name}, ${it.type}, ${it.bytes}, ${it.sha256}, ${it.key}, ${it.key_mark}, ${it.stripped},
      ${it.received_at}, ${it.received_by})`.execute(db)
}

export async function findFile(db: Db, id: string): Promise<FileRow | undefined> {
  const { rows } =
    await sql<FileRow>`select id, name, type, bytes, sha256, key, key_mark, stripped, scan, received_at, received_by
    from files where id = ${id}`.execute(db)
  return rows[0]
}

export async function noteCustody(
  db: Db,
  id: string,
  at: Date,
  actor: Actor,
  act: Act,
  note: string | null = null,
): Promise<void> {
  await sql`insert into file_custody (file_id, at, actor, actor_kind, act, note)
    values (${id}, ${at}, ${personOf(actor)}, ${actor.kind}, ${act}, ${note})`.execute(db)
}

export interface CustodyEntry {
  at: Date
  actor: string | null
  actor_kind: Actor['kind']
  act: Act
  note: string | null
}

export const findCustody = async (db: Db, id: string): Promise<CustodyEntry[]> =>
  (
    await sql<CustodyEntry>`select at, actor, actor_kind, act, note from file_custody where file_id = ${id} order by at, act`.execute(
      db,
    )
  ).rows

interface Attaching {
  id: string
  kind: string
  table: string
  recordId: string
  at: Date
}

export type AttachedRow = Pick<FileRow, 'name' | 'type' | 'bytes' | 'sha256' | 'stripped'>

/** The row, or nothing where the file is unknown, another's or attached already. */
export const attachRow = async (
  db: Db,
  { id, kind, table, recordId, at }: Attaching,
): Promise<AttachedRow | undefined> =>
  (await sql<AttachedRow>`select * from attach_file(${id}, ${kind}, ${table}, ${recordId}, ${at})`.execute(db)).rows[0]

export async function shareRow(db: Db, { id, kind, table, recordId, at }: Attaching): Promise<void> {
  await sql`insert into file_attachments (file_id, record_kind, record_table, record_id, at)
    values (${id}, ${kind}, ${table}, ${recordId}, ${at}) on conflict do nothing`.execute(db)
}

export async function setScan(db: Db, id: string, scan: Scan): Promise<void> {
  await sql`update files set scan = ${scan} where id = ${id}`.execute(db)
}

/** Files that nothing took up since. */
export const findLoose = async (db: Db, before: Date): Promise<string[]> =>
  (
    await sql<{ id: string }>`select id from files where not attached and received_at < ${before} limit 1000`.execute(
      db,
    )
  ).rows.map((it) => it.id)

export async function deleteLoose(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`delete from files where id = ${id} and not attached returning id`.execute(db)
  return rows.length === 1
}

/** Which of these ids have a row; the system sees them all. */
export const knownIds = async (db: Db, ids: readonly string[]): Promise<Set<string>> =>
  new Set(
    (await sql<{ id: string }>`select id from files where id = any(${[...ids]})`.execute(db)).rows.map((it) => it.id),
  )

export const findUnscanned = async (db: Db): Promise<string[]> =>
  (
    await sql<{ id: string }>`select id from files where scan = 'not-scanned' order by id limit 1000`.execute(db)
  ).rows.map((it) => it.id)

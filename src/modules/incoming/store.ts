// The SQL of the incoming register: its documents, their files and the corrections. The policies of the database are the scope.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Attached } from '../../kernel/files/index.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { IncomingState, ReceivingWay, SenderKind } from './contract.ts'

export interface IncomingTable {
  id: string
  version: Generated<number>
  state: Generated<IncomingState>
  entry_key: string
  number: string
  sender_kind: SenderKind
  sender_id: string | null
  sender_name: JSONColumnType<Text>
  sender_number: string | null
  sender_on: Day | null
  subject: string
  pages: number
  enclosures: number
  way: ReceivingWay
  language: Language
  received_on: Day
  registered_at: Date
  registered_by: string
  unit_id: string
  addressed_to: string | null
  answers_kind: string | null
  answers_id: string | null
  official_use: boolean
  mark_ground: string | null
  readers: string[]
  followers: Generated<string[]>
  due_on: Day | null
  holder_id: string | null
  handed_at: Date | null
  handed_by: string | null
  handed_note: string | null
  done_on: Day | null
  done_by: string | null
  done_word: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    incoming: IncomingTable
    incoming_files: {
      incoming_id: string
      file_id: string
      name: string
      bytes: number
      sha256: string
      type: string
      place: number
    }
    incoming_corrections: {
      id: string
      incoming_id: string
      at: Date
      by: string
      reason: string
      before: JSONColumnType<Said>
      after: JSONColumnType<Said>
    }
  }
}

/** What a correction changes, as a reader sees it: words by name of the field. */
export type Said = Record<string, string | null>

export interface IncomingDocument {
  id: string
  version: number
  state: IncomingState
  number: string
  senderKind: SenderKind
  senderId: string | null
  senderName: Text
  senderNumber: string | null
  senderOn: Day | null
  subject: string
  pages: number
  enclosures: number
  way: ReceivingWay
  language: Language
  receivedOn: Day
  registeredAt: Date
  registeredBy: string
  unit: string
  addressedTo: string | null
  answers: { kind: string; id: string } | null
  officialUse: boolean
  markGround: string | null
  readers: readonly string[]
  followers: readonly string[]
  dueOn: Day | null
  holder: string | null
  handed: { at: Date; by: string; note: string | null } | null
  done: { on: Day; by: string; word: string } | null
}

export async function findIncoming(tx: Tx, id: string, lock: boolean): Promise<IncomingDocument | undefined> {
  const query = tx.db.selectFrom('incoming').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    number: row.number,
    senderKind: row.sender_kind,
    senderId: row.sender_id,
    senderName: row.sender_name,
    senderNumber: row.sender_number,
    senderOn: row.sender_on,
    subject: row.subject,
    pages: row.pages,
    enclosures: row.enclosures,
    way: row.way,
    language: row.language,
    receivedOn: row.received_on,
    registeredAt: row.registered_at,
    registeredBy: row.registered_by,
    unit: row.unit_id,
    addressedTo: row.addressed_to,
    answers: row.answers_kind && row.answers_id ? { kind: row.answers_kind, id: row.answers_id } : null,
    officialUse: row.official_use,
    markGround: row.mark_ground,
    readers: row.readers,
    followers: row.followers,
    dueOn: row.due_on,
    holder: row.holder_id,
    handed: row.handed_at && row.handed_by ? { at: row.handed_at, by: row.handed_by, note: row.handed_note } : null,
    done: row.done_on && row.done_by ? { on: row.done_on, by: row.done_by, word: row.done_word ?? '' } : null,
  }
}

/** The document that this form has registered already, if it was sent twice. */
export const entered = async ({ db, actor }: Tx, entryKey: string) =>
  db
    .selectFrom('incoming')
    .select(['id', 'number'])
    .where('entry_key', '=', entryKey)
    .where('registered_by', '=', actor.id)
    .executeTakeFirst()

/** Two forms with one key wait for each other. */
export const lockEntry = async ({ db }: Tx, entryKey: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${entryKey}, 26))`.execute(db)
}

type NewRow = Omit<
  IncomingTable,
  'version' | 'state' | 'followers' | 'sender_name' | `handed_${string}` | `done_${string}`
> & {
  sender_name: Text
}

export const insertIncoming = async ({ db }: Tx, { sender_name, ...row }: NewRow): Promise<void> => {
  await db
    .insertInto('incoming')
    .values({ ...row, sender_name: JSON.stringify(sender_name) })
    .execute()
}

export type Change = Partial<
  Pick<
    NewRow,
    | 'sender_kind'
    | 'sender_id'
    | 'sender_name'
    | 'sender_number'
    | 'sender_on'
    | 'subject'
    | 'pages'
    | 'enclosures'
    | 'way'
    | 'language'
    | 'received_on'
    | 'official_use'
    | 'mark_ground'
    | 'readers'
    | 'due_on'
    | 'holder_id'
  > &
    Pick<IncomingTable, 'handed_at' | 'handed_by' | 'handed_note' | 'done_on' | 'done_by' | 'done_word'>
>

export const changeIncoming = async ({ db }: Tx, id: string, { sender_name, ...change }: Change): Promise<void> => {
  const name = sender_name ? { sender_name: JSON.stringify(sender_name) } : {}
  await db
    .updateTable('incoming')
    .set({ ...change, ...name })
    .where('id', '=', id)
    .execute()
}

/** A step taken by the room that asked; the operation's own steps are moved by perform(). */
export const moveIncoming = async (tx: Tx, id: string, state: IncomingState, change: Change): Promise<void> => {
  await changeIncoming(tx, id, change)
  await tx.db
    .updateTable('incoming')
    .set({ state, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export const addFollower = async ({ db }: Tx, id: string, person: string): Promise<void> => {
  await db
    .updateTable('incoming')
    .set({ followers: sql<string[]>`array_append(array_remove(followers, ${person}::uuid), ${person}::uuid)` })
    .where('id', '=', id)
    .execute()
}

export const linkFiles = async ({ db }: Tx, id: string, files: readonly Attached[]): Promise<void> => {
  if (!files.length) return
  const rows = files.map(({ id: file_id, name, bytes, sha256, type }, place) => ({
    incoming_id: id,
    file_id,
    name,
    bytes,
    sha256,
    type,
    place,
  }))
  await db.insertInto('incoming_files').values(rows).execute()
}

export const filesOf = ({ db }: Tx, id: string) =>
  db.selectFrom('incoming_files').selectAll().where('incoming_id', '=', id).orderBy('place').limit(200).execute()

export const insertCorrection = async (
  tx: Tx,
  id: string,
  it: { reason: string; before: Said; after: Said },
): Promise<void> => {
  const { reason, before, after } = it
  await tx.db
    .insertInto('incoming_corrections')
    .values({
      id: newId(),
      incoming_id: id,
      at: tx.at,
      by: tx.actor.id,
      reason,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    })
    .execute()
}

export const correctionsOf = ({ db }: Tx, id: string) =>
  db
    .selectFrom('incoming_corrections')
    .select(['at', 'by', 'reason', 'before', 'after'])
    .where('incoming_id', '=', id)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()

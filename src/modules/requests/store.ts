// The SQL of requests and of the papers that carry them. The policies of the database are the scope.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import type { Lying } from '../../kernel/module.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { AddresseeKind, PrincipalPost, RequestKind, RequestState } from './contract.ts'

export interface RequestsTable {
  id: string
  version: Generated<number>
  state: Generated<RequestState>
  kind: RequestKind
  language: Language
  unit_id: string
  author_id: string
  prepared_at: Date
  addressee_kind: AddresseeKind
  addressee_id: string | null
  addressee_post: PrincipalPost | null
  addressee_name: JSONColumnType<Text>
  person_post: string | null
  obliged: boolean
  subject: string
  ground: string
  asked: string
  about_kind: string | null
  about_id: string | null
  document_id: string | null
  number: string | null
  signed_on: Day | null
  sent_on: Day | null
  until_on: Day
  first_due_on: Day | null
  due_on: Day | null
  completed_on: Day | null
  reported_at: Date | null
  closed_on: Day | null
  closed_by: string | null
  closed_word: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    requests: RequestsTable
  }
}

export interface Ask {
  id: string
  version: number
  state: RequestState
  kind: RequestKind
  language: Language
  unit: string
  author: string
  preparedAt: Date
  addresseeKind: AddresseeKind
  addresseeId: string | null
  addresseePost: PrincipalPost | null
  addresseeName: Text
  personPost: string | null
  obliged: boolean
  subject: string
  ground: string
  asked: string
  about: { kind: string; id: string } | null
  document: string | null
  number: string | null
  signedOn: Day | null
  sentOn: Day | null
  until: Day
  firstDueOn: Day | null
  dueOn: Day | null
  completedOn: Day | null
  reportedAt: Date | null
  closed: { on: Day; by: string | null; word: string } | null
}

export async function findRequest(tx: Tx, id: string, lock: boolean): Promise<Ask | undefined> {
  const query = tx.db.selectFrom('requests').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    kind: row.kind,
    language: row.language,
    unit: row.unit_id,
    author: row.author_id,
    preparedAt: row.prepared_at,
    addresseeKind: row.addressee_kind,
    addresseeId: row.addressee_id,
    addresseePost: row.addressee_post,
    addresseeName: row.addressee_name,
    personPost: row.person_post,
    obliged: row.obliged,
    subject: row.subject,
    ground: row.ground,
    asked: row.asked,
    about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
    document: row.document_id,
    number: row.number,
    signedOn: row.signed_on,
    sentOn: row.sent_on,
    until: row.until_on,
    firstDueOn: row.first_due_on,
    dueOn: row.due_on,
    completedOn: row.completed_on,
    reportedAt: row.reported_at,
    closed: row.closed_on ? { on: row.closed_on, by: row.closed_by, word: row.closed_word ?? '' } : null,
  }
}

/** The request that this form has prepared already, if it was sent twice; forms with one key wait for each other. */
export async function prepared(tx: Tx, id: string): Promise<{ id: string; document: string } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 27))`.execute(tx.db)
  const found = await tx.db
    .selectFrom('requests')
    .select(['id', 'document_id as document'])
    .where('id', '=', id)
    .where('author_id', '=', tx.actor.id)
    .executeTakeFirst()
  return found?.document ? { id: found.id, document: found.document } : undefined
}

type NewRequest = Pick<
  RequestsTable,
  | 'id'
  | 'kind'
  | 'language'
  | 'unit_id'
  | 'addressee_kind'
  | 'addressee_id'
  | 'addressee_post'
  | 'person_post'
  | 'obliged'
  | 'subject'
  | 'ground'
  | 'asked'
  | 'about_kind'
  | 'about_id'
  | 'until_on'
> & { addressee_name: Text }

export const insertRequest = async ({ db, at, actor }: Tx, { addressee_name, ...row }: NewRequest): Promise<void> => {
  await db
    .insertInto('requests')
    .values({ ...row, addressee_name: JSON.stringify(addressee_name), author_id: actor.id, prepared_at: at })
    .execute()
}

export type Change = Partial<
  Pick<
    RequestsTable,
    | 'subject'
    | 'ground'
    | 'asked'
    | 'document_id'
    | 'number'
    | 'signed_on'
    | 'sent_on'
    | 'until_on'
    | 'author_id'
    | 'first_due_on'
    | 'due_on'
    | 'completed_on'
    | 'reported_at'
    | 'closed_on'
    | 'closed_by'
    | 'closed_word'
  > & { state: RequestState }
>

/** Open requests of one person, as far as the actor sees them. */
export async function requestsOf({ db }: Tx, person: string): Promise<Lying[]> {
  const rows = await db
    .selectFrom('requests')
    .select(['id', 'number', 'subject', 'due_on'])
    .where('author_id', '=', person)
    .where('state', 'not in', ['closed', 'withdrawn'])
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, number: row.number ?? '', title: row.subject, dueOn: row.due_on }))
}

export const changeRequest = async ({ db }: Tx, id: string, change: Change): Promise<void> => {
  await db.updateTable('requests').set(change).where('id', '=', id).execute()
}

/** The words of the paper as it was signed: the drafter may have changed them on the way to the signature. */
export async function paperOf({ db }: Tx, document: string): Promise<Readonly<Record<string, string | null>>> {
  const row = await db
    .selectFrom('document_drafts')
    .innerJoin('documents', (join) =>
      join
        .onRef('documents.id', '=', 'document_drafts.document_id')
        .onRef('documents.draft', '=', 'document_drafts.draft'),
    )
    .select('document_drafts.fields')
    .where('documents.id', '=', document)
    .executeTakeFirst()
  return row?.fields ?? {}
}

/** Requests about a record that the actor sees, newest first, 100 at most. */
export const rowsAbout = ({ db }: Pick<Tx, 'db'>, about: { kind: string; id: string }) =>
  db
    .selectFrom('requests')
    .select(['id', 'number', 'kind', 'state', 'subject', 'addressee_name', 'due_on', 'completed_on'])
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .orderBy('prepared_at', 'desc')
    .limit(100)
    .execute()

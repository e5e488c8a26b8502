// The SQL of documents. What the actor may not see does not exist here: the policies of the database are the scope.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { Fields } from './drafting.ts'
import { signingOn, type Signing } from './people/store.ts'

export type State = 'drafted' | 'offered' | 'signed' | 'sent'
/** What a signature waits for, by the word of the room that keeps the record: a result chosen, a person heard. */
export type Held = 'result' | 'hearing' | 'investigation' | 'inspection'
export type SendingWay = 'portal' | 'post' | 'hand' | 'courier'
export type Agreement = 'none' | 'asked' | 'agreed' | 'objected'

/** The official-use mark as it is stamped: why, which copy, and the last day of its force. */
export interface Mark {
  ground: string
  copy: number
  until: Day
}

interface DocumentsTable {
  id: string
  version: Generated<number>
  state: Generated<State>
  template: string
  language: Language
  about_kind: string
  about_id: string
  unit_id: string
  drafter_id: string
  readers: string[]
  answers_number: string | null
  answers_on: Day | null
  title: string
  addressee: string
  draft: Generated<number>
  drafted_at: Date
  offered_at: Date | null
  number: string | null
  signed_on: Day | null
  signed_at: Date | null
  signed_by: string | null
  signed_post: JSONColumnType<Text> | null
  signed_acting: boolean | null
  file_id: string | null
  sha256: string | null
  sent_at: Date | null
  sent_by: string | null
  sent_way: SendingWay | null
  agreement: Generated<Agreement>
  awaited: Generated<string[]>
  mark: JSONColumnType<Mark> | null
  sealed_at: Date | null
  check_hash: string | null
  held: Held | null
  held_until: Day | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    documents: DocumentsTable
    document_drafts: { document_id: string; draft: number; at: Date; by: string; fields: JSONColumnType<Fields> }
    document_remarks: { id: string; document_id: string; draft: number; at: Date; by: string; remark: string }
    document_series: {
      unit_index: string
      index: string
      title: JSONColumnType<Text>
      retention_years: number | null
      unverified: Generated<boolean>
    }
    document_serials: { unit_index: string; year: number; index: string; last: number }
  }
}

export interface Document {
  id: string
  version: number
  state: State
  template: string
  language: Language
  about: { kind: string; id: string }
  unit: string
  drafter: string
  readers: readonly string[]
  answers: { number: string; on: Day } | null
  title: string
  addressee: string
  draft: number
  draftedAt: Date
  number: string | null
  signed: {
    on: Day
    at: Date
    by: string
    post: Text
    acting: boolean
    file: string
    sha256: string
  } | null
  sent: { at: Date; by: string | null; way: SendingWay } | null
  /** What its signature waits for, and from which day it no longer does; no day: until it is lifted. */
  held: { for: Held; until: Day | null } | null
  /** Who signs today. */
  signing: Signing
  agreement: Agreement
  /** Employees whose answer it waits for now. */
  awaited: readonly string[]
  mark: Mark | null
  /** When an electronic signature over the signed bytes was verified. */
  sealedAt: Date | null
  /** Whether it may leave only with one. */
  sealDemanded: boolean
}

/** Whether documents leave only with an electronic signature (clause 15, by the day's parameter). */
const sealDemanded = (tx: Pick<Tx, 'parameter'>): boolean => tx.parameter('documents.eds').value === 'required'

/** The document with who signs today, locked if asked. */
export async function findDocument(tx: Tx, id: string, lock: boolean): Promise<Document | undefined> {
  const query = tx.db.selectFrom('documents').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return undefined
  const { signed_on, signed_at, signed_by, signed_post, signed_acting, file_id, sha256 } = row
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    template: row.template,
    language: row.language,
    about: { kind: row.about_kind, id: row.about_id },
    unit: row.unit_id,
    drafter: row.drafter_id,
    readers: row.readers,
    answers: row.answers_number && row.answers_on ? { number: row.answers_number, on: row.answers_on } : null,
    title: row.title,
    addressee: row.addressee,
    draft: row.draft,
    draftedAt: row.drafted_at,
    number: row.number,
    signed:
      signed_on && signed_at && signed_by && signed_post && file_id && sha256
        ? {
            on: signed_on,
            at: signed_at,
            by: signed_by,
            post: signed_post,
            acting: signed_acting ?? false,
            file: file_id,
            sha256,
          }
        : null,
    sent: row.sent_at && row.sent_way ? { at: row.sent_at, by: row.sent_by, way: row.sent_way } : null,
    held: row.held ? { for: row.held, until: row.held_until } : null,
    signing: await signingOn(tx),
    agreement: row.agreement,
    awaited: row.awaited,
    mark: row.mark,
    sealedAt: row.sealed_at,
    sealDemanded: sealDemanded(tx),
  }
}

export interface NewDocument {
  template: string
  language: Language
  about: { kind: string; id: string } | null
  unit: string
  drafter: string
  readers: readonly string[]
  answers: { number: string; on: Day } | null
  fields: Fields
}

const heading = (fields: Fields) => ({ title: fields['subject'] ?? '', addressee: fields['addressee'] ?? '' })

export async function insertDocument(tx: Tx, it: NewDocument): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('documents')
    .values({
      id,
      template: it.template,
      language: it.language,
      about_kind: it.about?.kind ?? 'document',
      about_id: it.about?.id ?? id,
      unit_id: it.unit,
      drafter_id: it.drafter,
      readers: [...it.readers],
      answers_number: it.answers?.number ?? null,
      answers_on: it.answers?.on ?? null,
      drafted_at: tx.at,
      ...heading(it.fields),
    })
    .execute()
  await insertDraft(tx, id, 1, it.drafter, it.fields)
  return id
}

const insertDraft = async (tx: Tx, id: string, draft: number, by: string, fields: Fields): Promise<void> => {
  const row = { document_id: id, draft, at: tx.at, by, fields: JSON.stringify(fields) }
  await tx.db.insertInto('document_drafts').values(row).execute()
}

/** Keeps a new text beside the older ones and returns its number. */
export async function addDraft(tx: Tx, it: Document, fields: Fields): Promise<number> {
  const draft = it.draft + 1
  await insertDraft(tx, it.id, draft, tx.actor.id, fields)
  await tx.db
    .updateTable('documents')
    .set({ draft, ...heading(fields) })
    .where('id', '=', it.id)
    .execute()
  return draft
}

/** @throws Refusal 'unknown' when there is no such version. */
export async function readDraft(tx: Tx, id: string, draft: number): Promise<Fields> {
  const row = await tx.db
    .selectFrom('document_drafts')
    .select('fields')
    .where('document_id', '=', id)
    .where('draft', '=', draft)
    .executeTakeFirst()
  if (!row) throw unknownRecord()
  return row.fields
}

export const listDrafts = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('document_drafts')
    .select(['draft', 'at', 'by'])
    .where('document_id', '=', id)
    .orderBy('draft', 'desc')
    .limit(500)
    .execute()

export const listRemarks = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('document_remarks')
    .select(['at', 'by', 'draft', 'remark'])
    .where('document_id', '=', id)
    .orderBy('at', 'desc')
    .limit(500)
    .execute()

export const insertRemark = async (tx: Tx, it: Document, remark: string): Promise<void> => {
  const row = { id: newId(), document_id: it.id, draft: it.draft, at: tx.at, by: tx.actor.id, remark }
  await tx.db.insertInto('document_remarks').values(row).execute()
}

export const markOffered = async (tx: Tx, id: string): Promise<void> => {
  await tx.db.updateTable('documents').set({ offered_at: tx.at }).where('id', '=', id).execute()
}

export const markSigned = async (
  tx: Tx,
  id: string,
  it: { number: string; by: string; post: Text; acting: boolean; file: string; sha256: string; check: string },
): Promise<void> => {
  await tx.db
    .updateTable('documents')
    .set({
      number: it.number,
      signed_on: tx.today,
      signed_at: tx.at,
      signed_by: it.by,
      signed_post: JSON.stringify(it.post),
      signed_acting: it.acting,
      file_id: it.file,
      sha256: it.sha256,
      check_hash: it.check,
    })
    .where('id', '=', id)
    .execute()
}

/** A signed document is past holding. */
export const putHold = async (tx: Tx, id: string, held: Held | null, until: Day | null): Promise<void> => {
  await tx.db
    .updateTable('documents')
    .set({ held, held_until: until })
    .where('id', '=', id)
    .where('number', 'is', null)
    .execute()
}

export const markSent = async (tx: Tx, id: string, way: SendingWay): Promise<void> => {
  const by = tx.actor.kind === 'employee' ? tx.actor.id : null
  await tx.db
    .updateTable('documents')
    .set({ sent_at: tx.at, sent_by: by, sent_way: way })
    .where('id', '=', id)
    .execute()
}

export const moveTo = async (tx: Tx, id: string, state: State): Promise<void> => {
  await tx.db
    .updateTable('documents')
    .set({ state, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Unsigned documents about a record pass to another drafter; returns their ids. */
export async function changeDrafter(
  tx: Tx,
  about: { kind: string; id: string },
  to: string,
  from: string | null,
): Promise<string[]> {
  const rows = await tx.db
    .updateTable('documents')
    .$if(from !== null, (query) => query.where('drafter_id', '=', from ?? ''))
    .set({ drafter_id: to, version: sql<number>`version + 1` })
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', about.id)
    .where('state', 'in', ['drafted', 'offered'])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

// What higher modules call inside their own operations, in the same transaction: begin a document, send it, hand it over.
import type { Day } from '../../kernel/clock.ts'
import { take } from '../../kernel/lifecycle.ts'
import type { Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { putSearch } from '../../kernel/search/index.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { draftFields, templateOf, type Fields } from './drafting.ts'
import { documentLife } from './lifecycle.ts'
import { department } from './people/store.ts'
import { lacksSeal, notSealed } from './rules.ts'
import { listRows } from './list-store.ts'
import * as store from './store.ts'

export interface Beginning {
  /** Name of a template: 'reply'. */
  template: string
  language: Language
  /** The record that the document is about; the caller has already shown that the actor may work on it. None: about itself. */
  about?: { kind: string; id: string } | undefined
  /** Unit whose reach sees the document: that of the record. The Department's own unless told. */
  unit?: string
  /** Drafter; the actor unless told. */
  drafter?: string
  /** Employees who see it whatever their reach. */
  readers?: readonly string[]
  /** Number and day of what it answers, printed in its head. */
  answers?: { number: string; on: Day }
  /** First words by field name; blanks are allowed. */
  fields?: Fields
}

/** Puts the document into the search index as it now stands. */
export async function indexDocument(tx: Tx, id: string): Promise<void> {
  const it = await store.findDocument(tx, id, false)
  if (!it) throw new Error(`document ${id} is not there to be indexed`)
  await putSearch(tx, {
    kind: 'document',
    id,
    unit: it.unit,
    readers: [it.drafter, ...it.readers, ...(it.signed ? [it.signed.by] : [])],
    ...(it.mark ? { reachVisible: false } : {}),
    number: it.number,
    ids: it.answers ? [it.answers.number] : [],
    title: it.title || templateOf(it.template).title[it.language],
    names: it.addressee ? [it.addressee] : [],
    at: it.draftedAt,
  })
}

/** Begins a document and returns its id. Journaled by the calling operation. @throws Refusal 'invalid' for its fields. */
export async function beginDocument(tx: Tx, it: Beginning): Promise<string> {
  const template = templateOf(it.template)
  const id = await store.insertDocument(tx, {
    template: template.name,
    language: it.language,
    about: it.about ?? null,
    unit: it.unit ?? (await department(tx)).id,
    drafter: it.drafter ?? tx.actor.id,
    readers: it.readers ?? [],
    answers: it.answers ?? null,
    fields: draftFields(template, it.fields ?? {}),
  })
  await indexDocument(tx, id)
  return id
}

/** Notes the sending of a document whose state already says so, and tells the higher modules. */
export async function noteSending(tx: Tx, it: store.Document, way: store.SendingWay): Promise<void> {
  await store.markSent(tx, it.id, way)
  const { id: documentId, about, template, number } = it
  tx.emit('documents.sent', { documentId, about, template, number, way })
}

/** Sends a signed document within the caller's operation. @throws Refusal 'unknown', 'forbidden', 'wrong-state'. */
export async function dispatchDocument(tx: Tx, id: string, way: store.SendingWay): Promise<void> {
  const it = await store.findDocument(tx, id, true)
  if (!it) throw unknownRecord()
  if (lacksSeal(it)) throw new Refusal('forbidden', notSealed.why, { clause: notSealed.clause })
  take(documentLife, 'send', it.state)
  await store.moveTo(tx, id, 'sent')
  await noteSending(tx, it, way)
}

/** The unsigned documents about a record pass to another drafter, with the record itself; those of one drafter alone where told. */
export async function handOverDocuments(
  tx: Tx,
  about: { kind: string; id: string },
  to: string,
  from: string | null = null,
): Promise<void> {
  for (const id of await store.changeDrafter(tx, about, to, from)) await indexDocument(tx, id)
}

/** What the signature of an unsigned document waits for; null lifts it. `until` is the first day on which it no longer waits. */
export const holdDocument = (tx: Tx, id: string, held: store.Held | null, until: Day | null = null): Promise<void> =>
  store.putHold(tx, id, held, until)

export interface DocumentAbout {
  id: string
  /** Its subject, or the kind of document while it has none. */
  title: string
  number: string | null
  state: Text
  signedOn: Day | null
}

/** The documents about a record that the actor sees, newest first, 100 at most. */
export async function documentsAbout(tx: Tx, about: { kind: string; id: string }): Promise<DocumentAbout[]> {
  const rows = await listRows(tx, { about, words: null, of: null, sort: '-draftedAt', page: 1, size: 100 })
  return rows.map(({ id, title, number, state, signed_on, template, language }) => ({
    id,
    title: title || templateOf(template).title[language],
    number,
    state: documentLife.states[state],
    signedOn: signed_on,
  }))
}

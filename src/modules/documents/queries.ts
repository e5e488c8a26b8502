// What is read of documents: the register, one document with its way to the signature, its texts and its PDF.
import { Readable } from 'node:stream'
import type { z } from 'zod'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { FileReply } from '../../kernel/reply.ts'
import type { Text } from '../../kernel/text.ts'
import * as shapes from './contract.ts'
import { asksOf, draftFields, templateOf } from './drafting.ts'
import { readSeries } from './numbers/store.ts'
import { documentRecord } from './operations.ts'
import { namesOf } from './people/store.ts'
import { printDraft } from './printing.ts'
import * as rules from './rules.ts'
import { openPdf } from './signed.ts'
import * as store from './store.ts'

const nameless: Text = { kk: 'Жүйе', ru: 'Система', en: 'The system' }

/** Names by id, the system's own where there is nobody. */
async function naming(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string | null) => Text> {
  const names = await namesOf(tx, ids)
  return (id) => names.get(id ?? '') ?? nameless
}

export const listDocuments = query(shapes.listDocuments, {
  clauses: ['5.14', '15'],
  rules: [rules.mayList],
  run: async ({ input, actor, tx }) => {
    const asked = { ...input, of: actor.powers.has('documents.read') ? null : actor.id }
    const rows = await store.listRows(tx, asked)
    const name = await naming(tx, rows.flatMap((it) => [it.drafter_id, it.signed_by]))
    return {
      rows: rows.map((it) => ({
        id: it.id,
        number: it.number,
        signedOn: it.signed_on,
        template: it.template,
        templateTitle: templateOf(it.template).title,
        title: it.title,
        addressee: it.addressee,
        state: it.state,
        language: it.language,
        drafter: name(it.drafter_id),
        signer: it.signed_by ? name(it.signed_by) : null,
        draftedAt: it.drafted_at.toISOString(),
      })),
      ...(await store.countRows(tx, asked)),
    }
  },
})

/** The record that the document is about, as far as the reader sees it. */
async function aboutOf(tx: Tx, { kind, id }: store.Document['about']) {
  const of = tx.house.registry.records.get(kind)
  const found = await of?.find(tx, id, false)
  return { kind, id, caption: of && found ? of.caption(found) : '', page: of?.page && found ? of.page(id) : null }
}

type Page = z.input<typeof shapes.openDocument.output>

async function signedOf(it: store.Document, name: (id: string | null) => Text): Promise<Page['signed']> {
  if (!it.signed || !it.number) return null
  const { at, by, post, acting, file, sha256 } = it.signed
  return {
    at: at.toISOString(),
    by: name(by),
    post,
    acting,
    file: { id: file, name: pdfName(it), sha256 },
  }
}

/** 'reply-6001-26-7-7-12.pdf'; a draft has no number to bear. */
const pdfName = (it: store.Document): string =>
  `${it.template}-${it.number ? it.number.replaceAll('/', '-') : `draft-${it.draft}`}.pdf`

export const openDocument = query(shapes.openDocument, {
  clauses: ['5.16', '15'],
  record: documentRecord,
  personal: true,
  rules: [rules.reads],
  run: async ({ subject: it, tx }) => {
    const template = templateOf(it.template)
    const drafts = await store.listDrafts(tx, it.id)
    const remarks = await store.listRemarks(tx, it.id)
    const people = [it.drafter, it.signed?.by ?? null, it.sent?.by ?? null, ...drafts.map(({ by }) => by), ...remarks.map(({ by }) => by)]
    const name = await naming(tx, people)
    return {
      id: it.id,
      version: it.version,
      number: it.number,
      signedOn: it.signed?.on ?? null,
      template: it.template,
      templateTitle: template.title,
      title: it.title,
      addressee: it.addressee,
      state: it.state,
      language: it.language,
      drafter: name(it.drafter),
      signer: it.signed ? name(it.signed.by) : null,
      draftedAt: it.draftedAt.toISOString(),
      about: await aboutOf(tx, it.about),
      draft: it.draft,
      fields: await store.readDraft(tx, it.id, it.draft),
      asks: asksOf(template),
      drafts: drafts.map(({ draft, at, by }) => ({ draft, at: at.toISOString(), by: name(by) })),
      remarks: remarks.map(({ at, by, draft, remark }) => ({ at: at.toISOString(), by: name(by), draft, remark })),
      signing: it.signing,
      signed: await signedOf(it, name),
      sent: it.sent ? { at: it.sent.at.toISOString(), by: name(it.sent.by), way: it.sent.way } : null,
    }
  },
})

export const openDraft = query(shapes.openDraft, {
  clauses: ['5.16'],
  record: documentRecord,
  personal: true,
  rules: [rules.reads],
  run: async ({ input, tx }) => ({ draft: input.draft, fields: await store.readDraft(tx, input.id, input.draft) }),
})

const asFile = (name: string, bytes: Buffer): FileReply => ({
  kind: 'file',
  name,
  type: 'application/pdf',
  bytes: bytes.length,
  stream: Readable.from([bytes]),
})

export const renderDocument = query(shapes.renderDocument, {
  clauses: ['5.16', '15'],
  record: documentRecord,
  personal: true,
  rules: [rules.reads],
  run: async ({ input, subject: it, tx }) => {
    if (it.signed && !input.draft) return asFile(pdfName(it), await openPdf(tx, it))
    const fields = input.fields
      ? draftFields(templateOf(it.template), input.fields)
      : await store.readDraft(tx, it.id, input.draft ?? it.draft)
    return asFile(pdfName(it), (await printDraft(tx, it, fields)).bytes)
  },
})

export const readDocumentFile = query(shapes.readDocumentFile, {
  clauses: ['5.16', '15'],
  record: documentRecord,
  personal: true,
  rules: [rules.reads],
  run: async ({ input, subject: it, tx }) => {
    if (it.signed?.file !== input.file) throw unknownRecord()
    return asFile(pdfName(it), await openPdf(tx, it))
  },
})

export const listSeries = query(shapes.listSeries, {
  clauses: ['5.14'],
  rules: [rules.mayList],
  run: async ({ tx }) => {
    const year = Number(tx.today.slice(0, 4))
    return { rows: await readSeries(tx, year), year }
  },
})

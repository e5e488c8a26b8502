// What is read of documents: the register, one document with its way to the signature, its texts and its PDF.
import { Readable } from 'node:stream'
import type { z } from 'zod'
import { walkPages } from '../../kernel/listing.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Cell, FileReply } from '../../kernel/reply.ts'
import type { Actor } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { captionOfEmployees } from '../org/index.ts'
import { drafted } from '../templates/index.ts'
import * as shapes from './contract.ts'
import { compareTexts } from './compare.ts'
import { asksOf, draftFields, templateOf } from './drafting.ts'
import { documentLife } from './lifecycle.ts'
import { documentRecord } from './operations.ts'
import { printDraft, printWord } from './printing.ts'
import * as rules from './rules.ts'
import { openPdf, pdfName } from './signed.ts'
import { countRows, listRows, type Asked } from './list-store.ts'
import * as store from './store.ts'

const nameless: Text = { kk: 'Жүйе', ru: 'Система', en: 'The system' }

/** Names by id, the system's own where there is nobody. */
async function naming(tx: Pick<Tx, 'db'>, ids: readonly (string | null)[]): Promise<(id: string | null) => Text> {
  const names = await captionOfEmployees(tx, ids)
  return (id) => names.get(id ?? '') ?? nameless
}

const scoped = <I extends object>(input: I, actor: Actor): I & { of: string | null } => ({
  ...input,
  of: actor.powers.has('documents.read') ? null : actor.id,
})

export const listDocuments = query(shapes.listDocuments, {
  clauses: ['5.14', '15'],
  rules: [rules.mayList],
  run: async ({ input, actor, tx }) => {
    const asked = scoped(input, actor)
    const rows = await listRows(tx, asked)
    const name = await naming(
      tx,
      rows.flatMap((it) => [it.drafter_id, it.signed_by]),
    )
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
      ...(await countRows(tx, asked)),
    }
  },
})

/** Each page's names are read with it, in the same actor's sight. */
async function* exportRows(it: Tx, asked: Omit<Asked, 'page' | 'size'>): AsyncGenerator<readonly Cell[]> {
  const { language } = it.actor
  const pages = walkPages(it, async (db, page) => {
    const found = await listRows({ db }, { ...asked, ...page })
    const name = await naming(
      { db },
      found.flatMap((row) => [row.drafter_id, row.signed_by]),
    )
    return found.map((row): readonly Cell[] => [
      row.number,
      row.signed_on,
      templateOf(row.template).title[language],
      row.title,
      row.addressee,
      documentLife.states[row.state][language],
      name(row.drafter_id)[language],
      row.signed_by ? name(row.signed_by)[language] : null,
    ])
  })
  for await (const rows of pages) yield* rows
}

export const exportDocuments = query(shapes.exportDocuments, {
  clauses: ['5.14', '15'],
  export: true,
  rules: [rules.mayList],
  run: async ({ input, actor, tx }) => ({
    kind: 'sheet' as const,
    file: `documents-${tx.today}`,
    title: shapes.listDocuments.title,
    columns: [
      { title: { kk: 'Нөмірі', ru: 'Номер', en: 'Number' } },
      { title: { kk: 'Қол қойылған күні', ru: 'Дата подписания', en: 'Signed on' }, width: 16 },
      { title: { kk: 'Түрі', ru: 'Вид', en: 'Kind' }, width: 26 },
      { title: { kk: 'Тақырыбы', ru: 'Тема', en: 'Subject' }, width: 50 },
      { title: { kk: 'Кімге', ru: 'Кому', en: 'To' }, width: 34 },
      { title: { kk: 'Күйі', ru: 'Состояние', en: 'State' }, width: 16 },
      { title: { kk: 'Орындаушы', ru: 'Исполнитель', en: 'Drafter' }, width: 34 },
      { title: { kk: 'Қол қойған', ru: 'Подписал', en: 'Signed by' }, width: 34 },
    ],
    rows: exportRows(tx, scoped(input, actor)),
  }),
})

/** The record that the document is about, as far as the reader sees it; null where it stands by itself. */
async function aboutOf(tx: Tx, { about: { kind, id }, id: own }: store.Document) {
  if (id === own) return null
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

export const openDocument = query(shapes.openDocument, {
  clauses: ['5.16', '15'],
  record: documentRecord,
  personal: true,
  rules: [rules.reads],
  run: async ({ subject: it, tx }) => {
    const template = templateOf(it.template)
    const drafts = await store.listDrafts(tx, it.id)
    const remarks = await store.listRemarks(tx, it.id)
    const people = [
      it.drafter,
      it.signed?.by ?? null,
      it.sent?.by ?? null,
      ...drafts.map(({ by }) => by),
      ...remarks.map(({ by }) => by),
    ]
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
      about: await aboutOf(tx, it),
      draft: it.draft,
      fields: await store.readDraft(tx, it.id, it.draft),
      asks: asksOf(template),
      drafts: drafts.map(({ draft, at, by }) => ({ draft, at: at.toISOString(), by: name(by) })),
      remarks: remarks.map(({ at, by, draft, remark }) => ({ at: at.toISOString(), by: name(by), draft, remark })),
      signing: it.signing,
      signed: await signedOf(it, name),
      sent: it.sent ? { at: it.sent.at.toISOString(), by: name(it.sent.by), way: it.sent.way } : null,
      agreement: it.agreement,
      mark: it.mark,
      sealedAt: it.sealedAt?.toISOString() ?? null,
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

const isWord = (it: string | null | undefined): boolean => Boolean(it)

export const compareDrafts = query(shapes.compareDrafts, {
  clauses: ['5.16'],
  record: documentRecord,
  personal: true,
  rules: [rules.reads],
  run: async ({ input: { from, to }, subject: it, tx }) => {
    const [old, now] = [await store.readDraft(tx, it.id, from), await store.readDraft(tx, it.id, to)]
    const parts = asksOf(templateOf(it.template))
      .filter(({ name }) => isWord(old[name]) || isWord(now[name]))
      .map(({ name, label }) => {
        const pieces = compareTexts(old[name] ?? '', now[name] ?? '')
        return { name, label, changed: pieces.some(({ kind }) => kind !== 'same'), pieces }
      })
    return { from, to, parts }
  },
})

export const listKinds = query(shapes.listKinds, {
  clauses: ['15', '5.14'],
  rules: [rules.mayDraft],
  run: async () => ({
    kinds: drafted.map((it) => ({
      template: it.name,
      title: it.title,
      clauses: [...it.clauses],
      languages: [...it.languages],
      asks: asksOf(it),
    })),
  }),
})

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const asFile = (name: string, bytes: Buffer, type = 'application/pdf'): FileReply => ({
  kind: 'file',
  name,
  type,
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

export const editDocx = query(shapes.editDocx, {
  clauses: ['5.16', '15'],
  record: documentRecord,
  personal: true,
  rules: [rules.reads],
  run: async ({ input, subject: it, tx }) => {
    const fields = await store.readDraft(tx, it.id, input.draft ?? it.draft)
    return asFile(pdfName(it).replace(/pdf$/, 'docx'), await printWord(tx, it, fields), word)
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

// The shapes of the Department's documents, shared by the server and the web.
import { z } from 'zod'
import {
  day,
  id,
  instant,
  language,
  line,
  maybeLine,
  paged,
  paging,
  prose,
  shape,
  text,
} from '../../kernel/contract.ts'
import { file, sheet } from '../../kernel/reply.ts'
import { field } from '../templates/contract.ts'

export const documentStates = ['drafted', 'offered', 'signed', 'sent'] as const
export const sendingWays = ['portal', 'post', 'hand', 'courier'] as const

export const agreements = ['none', 'asked', 'agreed', 'objected'] as const
export const mark = z.object({ ground: z.string(), copy: z.int(), until: day })

/** Version of the record that the screen showed; if a colleague changed it since, the operation is refused. */
const version = z.int().optional()
const about = z.object({ kind: z.string().regex(/^[a-z][A-Za-z]{0,40}$/), id })
/** The drafter's words by field name. Blank and missing fields are allowed in a draft; the template bounds each. */
const fields = z.record(z.string().max(60), z.string().max(30_000).nullable())
const person = z.object({ id, name: text })

export const draftDocument = shape(
  'documents.draft',
  // Without `about` the document stands by itself: no record went before it.
  z.object({ template: line(60), language, about: about.optional(), fields: fields.default({}) }),
  z.object({ id }),
  { kk: 'Құжат жобасын дайындау', ru: 'Подготовить проект документа', en: 'Draft a document' },
)

export const saveDocument = shape('documents.save', z.object({ id, version, fields }), z.object({ draft: z.int() }), {
  kk: 'Жобаны сақтау',
  ru: 'Сохранить проект',
  en: 'Save the draft',
})

export const offerDocument = shape('documents.offer', z.object({ id, version }), z.object({}), {
  kk: 'Қол қоюға ұсыну',
  ru: 'Представить на подпись',
  en: 'Offer for signature',
})

export const returnDocument = shape('documents.return', z.object({ id, version, remark: prose(4_000) }), z.object({}), {
  kk: 'Ескертумен қайтару',
  ru: 'Вернуть с замечанием',
  en: 'Return with a remark',
})

export const signDocument = shape(
  'documents.sign',
  z.object({ id, version }),
  z.object({ number: z.string(), on: day, sha256: z.string() }),
  { kk: 'Қол қою', ru: 'Подписать', en: 'Sign' },
)

export const sendDocument = shape('documents.send', z.object({ id, version, way: z.enum(sendingWays) }), z.object({}), {
  kk: 'Жіберілді деп белгілеу',
  ru: 'Отметить отправку',
  en: 'Mark as sent',
})

const row = z.object({
  id,
  number: z.string().nullable(),
  signedOn: day.nullable(),
  template: z.string(),
  templateTitle: text,
  title: z.string(),
  addressee: z.string(),
  state: z.enum(documentStates),
  language,
  drafter: text,
  signer: text.nullable(),
  draftedAt: instant,
})

const sorts = ['-draftedAt', 'draftedAt', '-number', 'number', '-title', 'title', '-addressee', 'addressee'] as const

const asking = {
  /** Words of the number, title or addressee. */
  words: maybeLine(200),
  state: z.enum(documentStates).optional(),
  template: line(60).optional(),
  signedFrom: day.optional(),
  signedUntil: day.optional(),
  about: about.optional(),
  sort: z.enum(sorts).default('-draftedAt'),
}

export const listDocuments = shape('documents.list', z.object({ ...paging, ...asking }), paged(row), {
  kk: 'Құжаттар тізілімі',
  ru: 'Реестр документов',
  en: 'Register of documents',
})

export const exportDocuments = shape('documents.export', z.object(asking), sheet, {
  kk: 'Құжаттар тізілімін XLSX түрінде алу',
  ru: 'Выгрузить реестр документов в XLSX',
  en: 'Export the register of documents as XLSX',
})

/** Who signs on this day under clause 15: the head, or the person who replaces him or her on that day. */
const signing = z.object({
  signer: person.nullable(),
  post: text.nullable(),
  acting: z.boolean(),
  /** The head, when another person replaces him or her. */
  replaced: person.nullable(),
})

export const openDocument = shape(
  'documents.one',
  z.object({ id }),
  row.extend({
    version: z.int(),
    /** Null where no record went before it. */
    about: about.extend({ caption: z.string(), page: z.string().nullable() }).nullable(),
    /** Number of the newest text. */
    draft: z.int(),
    fields,
    asks: z.array(field),
    drafts: z.array(z.object({ draft: z.int(), at: instant, by: text })),
    remarks: z.array(z.object({ at: instant, by: text, draft: z.int(), remark: z.string() })),
    signing,
    signed: z
      .object({
        at: instant,
        by: text,
        post: text,
        acting: z.boolean(),
        file: z.object({ id, name: z.string(), sha256: z.string() }),
      })
      .nullable(),
    sent: z.object({ at: instant, by: text, way: z.enum(sendingWays) }).nullable(),
    agreement: z.enum(agreements),
    mark: mark.nullable(),
    /** When an electronic signature over the signed PDF was verified. */
    sealedAt: instant.nullable(),
  }),
  { kk: 'Құжатты ашу', ru: 'Открыть документ', en: 'Open a document' },
)

export const openDraft = shape(
  'documents.text',
  z.object({ id, draft: z.int().min(1) }),
  z.object({ draft: z.int(), fields }),
  { kk: 'Жобаның нұсқасын ашу', ru: 'Открыть редакцию проекта', en: 'Open a version of the draft' },
)

/** The PDF of the document: the signed one as it was signed, otherwise the draft, marked as one. */
export const renderDocument = shape(
  'documents.pdf',
  z.object({
    id,
    draft: z.int().min(1).optional(),
    /** Words not yet saved, to be shown in place of the saved ones. */
    fields: fields.optional(),
  }),
  file,
  { kk: 'PDF көру', ru: 'Просмотреть PDF', en: 'View the PDF' },
)

/** A link to the signed PDF: `/api/files/document/<id>/<file>`. */
export const readDocumentFile = shape('documents.file', z.object({ id, file: id }), file, {
  kk: 'Қол қойылған PDF файлын алу',
  ru: 'Получить подписанный PDF',
  en: 'Get the signed PDF',
})

export const editDocx = shape('documents.docx', z.object({ id, draft: z.int().min(1).optional() }), file, {
  kk: 'DOCX түрінде алу',
  ru: 'Получить в виде DOCX',
  en: 'Get as DOCX',
})

const piece = z.object({ text: z.string(), kind: z.enum(['same', 'gone', 'new']) })

export const compareDrafts = shape(
  'documents.compare',
  z.object({ id, from: z.int().min(1), to: z.int().min(1) }),
  z.object({
    from: z.int(),
    to: z.int(),
    /** The fields that hold a word in either version, in the template's order. */
    parts: z.array(z.object({ name: z.string(), label: text, changed: z.boolean(), pieces: z.array(piece) })),
  }),
  { kk: 'Нұсқаларды салыстыру', ru: 'Сравнить редакции', en: 'Compare versions' },
)

export const listKinds = shape(
  'documents.kinds',
  z.object({}),
  z.object({
    kinds: z.array(
      z.object({
        template: z.string(),
        title: text,
        clauses: z.array(z.string()),
        languages: z.array(language),
        asks: z.array(field),
      }),
    ),
  }),
  { kk: 'Құжат түрлері', ru: 'Виды документов', en: 'Kinds of documents' },
)

/** For whoever holds a paper: by the code in its QR, or by the SHA-256 of the PDF. It says yes or no and nothing more. */
export const checkGenuine = shape(
  'documents.genuine',
  z.object({
    code: z.string().max(300).optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  z.object({ genuine: z.boolean() }),
  {
    kk: 'Құжаттың түпнұсқалығын тексеру',
    ru: 'Проверить подлинность документа',
    en: 'Check whether a document is genuine',
  },
)

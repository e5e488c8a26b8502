// The shapes of redaction, shared by the server and the web.
import { z } from 'zod'
import { id, instant, language, line, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'

/** A file of a record that the actor sees. */
const source = { kind: z.string().regex(/^[a-z][A-Za-z]{0,40}$/), id, file: id }

const share = z.number().min(0).max(1)

/** A rectangle of a page; page from 1, the rest in shares of the page's width and height from its upper left corner. */
const box = z.object({ page: z.int().min(1), x: share, y: share, width: share, height: share })
export type Box = z.infer<typeof box>

/** Pages that come with one answer. */
export const pagesAtOnce = 3
/** Boxes of one copy. */
export const mostBoxes = 2_000

export const showPages = shape(
  'redaction.pages',
  z.object({ ...source, from: z.int().min(1).default(1) }),
  z.object({
    name: z.string(),
    /** The record that the file belongs to, and where the web shows it. */
    record: z.object({ caption: z.string(), page: z.string().nullable() }),
    total: z.int(),
    /** Whether words can be looked for: a scanned page is a picture without words. */
    worded: z.boolean(),
    pages: z.array(
      z.object({
        page: z.int(),
        /** Points, 1/72 of an inch. */
        width: z.number(),
        height: z.number(),
        /** The page as JPEG, base64. */
        picture: z.string(),
      }),
    ),
  }),
  { kk: 'Жасырылатын беттерді ашу', ru: 'Открыть страницы для изъятий', en: 'Open the pages to be redacted' },
)

export const findWords = shape(
  'redaction.find',
  z.object({ ...source, words: line(200) }),
  z.object({ boxes: z.array(box) }),
  { kk: 'Сөздерді беттерден табу', ru: 'Найти слова на страницах', en: 'Find words on the pages' },
)

export const makeCopy = shape(
  'redaction.make',
  z.object({
    ...source,
    /** Made by the screen once for a copy, so that a form sent twice makes one. */
    key: id,
    boxes: z.array(box).min(1).max(mostBoxes),
    reason: line(500),
    /** Language of the copy's name. */
    language: language.default('kk'),
  }),
  z.object({ id, file: id, name: z.string(), pages: z.int(), sha256: z.string() }),
  { kk: 'Редакцияланған көшірме жасау', ru: 'Изготовить копию с изъятиями', en: 'Make a redacted copy' },
)

export const listCopies = shape(
  'redaction.list',
  z.object({ kind: source.kind, id }),
  z.object({
    copies: z.array(
      z.object({
        id,
        file: id,
        name: z.string(),
        source: id,
        sha256: z.string(),
        pages: z.int(),
        reason: z.string(),
        by: text,
        at: instant,
      }),
    ),
  }),
  { kk: 'Редакцияланған көшірмелер', ru: 'Копии с изъятиями', en: 'Redacted copies' },
)

/** A link to the copy: `/api/files/redaction/<id>/<file>`. */
export const takeCopy = shape('redaction.file', z.object({ id, file: id }), file, {
  kk: 'Редакцияланған көшірмені алу',
  ru: 'Получить копию с изъятиями',
  en: 'Take the redacted copy',
})

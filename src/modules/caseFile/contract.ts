// The shapes of the case file: the timeline with both times, the links, and the files that were made.
import { z } from 'zod'
import { day, id, instant, language, maybeLine, paged, paging, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'

/** Whence an event is told. */
export const sources = [
  'course',
  'persons',
  'team',
  'authorities',
  'steps',
  'evidence',
  'papers',
  'summonses',
  'questioning',
  'conclusions',
  'outcomes',
  'limitations',
] as const
export type Source = (typeof sources)[number]

const event = z.object({
  /** The same event always has the same key. */
  key: z.string(),
  source: z.enum(sources),
  title: text,
  words: text.nullable(),
  /** When it happened, and when it was entered. */
  happenedOn: day,
  at: instant,
  by: text.nullable(),
  page: z.string().nullable(),
})

const sorts = ['-happenedOn', 'happenedOn', '-at', 'at'] as const

export const readCaseTimeline = shape(
  'caseFile.timeline',
  z.object({
    id,
    ...paging,
    source: z.enum(sources).optional(),
    words: maybeLine(200),
    sort: z.enum(sorts).default('-happenedOn'),
  }),
  paged(event),
  { kk: 'Іс оқиғаларының желісі', ru: 'Хронология дела', en: 'Timeline of the case' },
)

const nodeKinds = ['case', 'person', 'body', 'authority', 'paper', 'evidence'] as const
export type NodeKind = (typeof nodeKinds)[number]

const node = z.object({ id: z.string(), kind: z.enum(nodeKinds), title: text, page: z.string().nullable() })

export const readLinks = shape(
  'caseFile.links',
  z.object({ id }),
  z.object({
    nodes: z.array(node),
    links: z.array(z.object({ from: z.string(), to: z.string(), relation: text })),
    /** Papers and evidence beyond those that the chart can hold. */
    more: z.int(),
  }),
  { kk: 'Байланыстар сызбасы', ru: 'Схема связей', en: 'Chart of links' },
)

const made = z.object({
  id,
  place: z.int(),
  madeAt: instant,
  madeBy: text,
  language,
  pages: z.int(),
  events: z.int(),
  journalSize: z.int(),
  file: z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() }),
})

export const makeCaseFile = shape('caseFile.make', z.object({ id, language }), made, {
  kk: 'Іс материалдарын жинақтау',
  ru: 'Собрать материалы дела',
  en: 'Make the case file',
})

export const listCaseFiles = shape('caseFile.list', z.object({ id }), z.object({ rows: z.array(made) }), {
  kk: 'Жинақталған іс материалдары',
  ru: 'Собранные материалы дела',
  en: 'Case files made',
})

export const takeCaseFile = shape('caseFile.file', z.object({ id, file: id }), file, {
  kk: 'Іс материалдарын алу',
  ru: 'Получить материалы дела',
  en: 'Take the case file',
})

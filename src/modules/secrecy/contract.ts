// The shapes of the official-use mark and of outside references, shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, line, maybeLine, paged, paging, prose, shape, text } from '../../kernel/contract.ts'
import type { Text } from '../../kernel/text.ts'

/** Version of the document that the screen showed. */
const version = z.int().optional()

/** The last three are state secrets: they are chosen only to be told why they are refused. */
export const grades = ['official-use', 'secret', 'top-secret', 'special-importance'] as const
export type Grade = (typeof grades)[number]

export const gradeTitles: Readonly<Record<Grade, Text>> = {
  'official-use': {
    kk: 'Қызмет бабында пайдалану үшін (ҚБПҮ)',
    ru: 'Для служебного пользования (ДСП)',
    en: 'For official use (FOU)',
  },
  secret: { kk: 'Құпия', ru: 'Секретно', en: 'Secret' },
  'top-secret': { kk: 'Өте құпия', ru: 'Совершенно секретно', en: 'Top secret' },
  'special-importance': { kk: 'Аса маңызды', ru: 'Особой важности', en: 'Of special importance' },
}

const readers = z.array(id).max(100)

export const markDocument = shape(
  'secrecy.mark',
  z.object({
    id,
    version,
    grade: z.enum(grades).default('official-use'),
    /** Item of the list of restricted information on which the mark rests. */
    ground: line(500),
    copy: z.int().min(1).max(9_999).default(1),
    /** Last day of the mark; the longest term that the law gives, unless told. */
    until: day.optional(),
    /** It goes to a body with a special archive, whose bound is longer. */
    archive: z.boolean().default(false),
    readers: readers.default([]),
  }),
  z.object({ until: day }),
  { kk: 'ҚБПҮ белгісін қою', ru: 'Поставить пометку ДСП', en: 'Mark for official use' },
)

export const extendMark = shape(
  'secrecy.extend',
  z.object({ id, version, until: day, archive: z.boolean().default(false), reason: prose(1_000) }),
  z.object({}),
  { kk: 'ҚБПҮ мерзімін ұзарту', ru: 'Продлить пометку ДСП', en: 'Extend the mark' },
)

export const liftMark = shape('secrecy.lift', z.object({ id, version, reason: prose(1_000) }), z.object({}), {
  kk: 'ҚБПҮ белгісін алып тастау',
  ru: 'Снять пометку ДСП',
  en: 'Lift the mark',
})

export const setReaders = shape(
  'secrecy.readers',
  z.object({ id, version, readers, reason: prose(1_000) }),
  z.object({}),
  { kk: 'Оқырмандар тізімін өзгерту', ru: 'Изменить список читателей', en: 'Change the readers' },
)

const person = z.object({ id, name: text })

export const readMark = shape(
  'secrecy.read',
  z.object({ id }),
  z.object({
    mark: z
      .object({ ground: z.string(), copy: z.int(), until: day, expired: z.boolean(), readers: z.array(person) })
      .nullable(),
    acts: z.array(
      z.object({
        act: z.enum(['marked', 'extended', 'readers', 'lifted']),
        at: instant,
        by: text,
        until: day.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  { kk: 'ҚБПҮ белгісін көру', ru: 'Посмотреть пометку ДСП', en: 'See the mark' },
)

export const listReaders = shape(
  'secrecy.people',
  z.object({ id }),
  z.object({ rows: z.array(person.extend({ post: text })), longest: day }),
  { kk: 'Кім оқырман бола алады', ru: 'Кто может быть читателем', en: 'Who may be a reader' },
)

export const listMarked = shape(
  'secrecy.marked',
  z.object({ ...paging, words: maybeLine(200), sort: z.enum(['until', '-until']).default('until') }),
  paged(
    z.object({
      id,
      number: z.string().nullable(),
      title: z.string(),
      ground: z.string(),
      copy: z.int(),
      until: day,
      expired: z.boolean(),
      drafter: text,
    }),
  ),
  { kk: 'ҚБПҮ белгісі бар құжаттар', ru: 'Документы с пометкой ДСП', en: 'Documents marked for official use' },
)

/** By the clock: marks near their end are laid before those who keep them. Nothing is lifted. */
export const watchMarks = shape('secrecy.watch', z.object({}), z.object({ told: z.int() }), {
  kk: 'Белгі мерзімін бақылау',
  ru: 'Следить за сроками пометок',
  en: 'Watch the terms of marks',
})

export const keepReference = shape(
  'secrecy.keepReference',
  z.object({ number: line(100), datedOn: day, body: line(300), heldAt: line(300), subject: line(300) }),
  z.object({ id }),
  {
    kk: 'Сыртқы деректемені тіркеу',
    ru: 'Зарегистрировать внешние реквизиты',
    en: 'Keep an outside reference',
  },
)

export const listReferences = shape(
  'secrecy.references',
  z.object({
    ...paging,
    words: maybeLine(200),
    sort: z.enum(['-datedOn', 'datedOn', '-keptAt', 'keptAt']).default('-keptAt'),
  }),
  paged(
    z.object({
      id,
      number: z.string(),
      datedOn: day,
      body: z.string(),
      heldAt: z.string(),
      subject: z.string(),
      keptAt: instant,
      keptBy: text,
    }),
  ),
  {
    kk: 'Сыртта сақталатын құжаттардың деректемелері',
    ru: 'Реквизиты документов, хранимых вне системы',
    en: 'References of documents held outside',
  },
)

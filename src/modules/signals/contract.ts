// The shapes of signals: noting one, the list, one, its links to appeals, its files.
import { z } from 'zod'
import { day, id, instant, line, maybeLine, paged, paging, prose, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'
import { signalSources } from './words.ts'

export * from './words.ts'

const none = z.object({})
const one = { id, version: z.int().optional() }

const web = maybeLine(1_000).refine((it) => it === null || /^https?:\/\/[^\s/]+/i.test(it), {
  params: {
    says: {
      kk: 'Сілтемені толық жазыңыз, мысалы https://…',
      ru: 'Укажите ссылку полностью, например https://…',
      en: 'Give the whole link, such as https://…',
    },
  },
})

export const noteSignal = shape(
  'signals.note',
  z.object({
    source: z.enum(signalSources),
    link: web,
    /** The name under which it was published: a word of the page, not an established author. */
    author: maybeLine(200),
    seenOn: day,
    gist: prose(5_000),
    court: id.nullish(),
    /** Unit that keeps it; by the court's region unless told. */
    unit: id.optional(),
    /** Screenshots, received before. */
    files: z.array(id).max(20).default([]),
  }),
  z.object({ id, mark: z.string() }),
  { kk: 'Сигнал жазу', ru: 'Записать сигнал', en: 'Note a signal' },
)

const row = z.object({
  id,
  mark: z.string(),
  source: z.enum(signalSources),
  seenOn: day,
  gist: z.string(),
  unit: text,
  court: text.nullable(),
  links: z.int(),
})

export const listSignals = shape(
  'signals.list',
  z.object({
    ...paging,
    source: z.enum(signalSources).optional(),
    linked: z.enum(['yes', 'no']).optional(),
    seenOnFrom: day.optional(),
    seenOnUntil: day.optional(),
    words: maybeLine(200),
    sort: z.enum(['seenOn', '-seenOn']).default('-seenOn'),
  }),
  paged(row),
  { kk: 'Сигналдар тізімі', ru: 'Список сигналов', en: 'List of signals' },
)

export const openSignal = shape(
  'signals.one',
  z.object({ id }),
  row.extend({
    version: z.int(),
    link: z.string().nullable(),
    author: z.string().nullable(),
    notedAt: instant,
    notedBy: text,
    files: z.array(z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })),
    appeals: z.array(
      z.object({
        link: id,
        appeal: id,
        number: z.string(),
        subject: z.string().nullable(),
        reason: z.string(),
        at: instant,
        by: text,
        undone: z.object({ at: instant, by: text, reason: z.string() }).nullable(),
      }),
    ),
  }),
  { kk: 'Сигналды ашу', ru: 'Открыть сигнал', en: 'Open a signal' },
)

export const linkSignal = shape('signals.link', z.object({ ...one, appeal: id, reason: line(500) }), none, {
  kk: 'Өтінішпен байланыстыру',
  ru: 'Связать с обращением',
  en: 'Link to an appeal',
})

export const unlinkSignal = shape('signals.unlink', z.object({ ...one, link: id, reason: line(500) }), none, {
  kk: 'Байланысты үзу',
  ru: 'Разорвать связь',
  en: 'Undo the link',
})

/** Appeals that the asker sees, by number or words, to link one. */
export const findAppeals = shape(
  'signals.appeals',
  z.object({ words: maybeLine(100) }),
  z.object({ rows: z.array(z.object({ id, number: z.string(), subject: z.string().nullable() })) }),
  { kk: 'Байланыстыратын өтініштер', ru: 'Обращения для связи', en: 'Appeals to link' },
)

/** It exists only to be refused, with the reason that the registrar tells the author. */
export const registerSignal = shape('signals.register', z.object(one), none, {
  kk: 'Өтініш ретінде тіркеу',
  ru: 'Зарегистрировать как обращение',
  en: 'Register as an appeal',
})

export const takeSignalFile = shape('signals.file', z.object({ id, file: id }), file, {
  kk: 'Файлды алу',
  ru: 'Получить файл',
  en: 'Take a file',
})

/** Signals linked to an appeal, for the appeal's own page. */
export const signalsOfAppeal = shape(
  'signals.ofAppeal',
  z.object({ id }),
  z.object({
    rows: z.array(z.object({ id, mark: z.string(), source: z.enum(signalSources), seenOn: day, gist: z.string() })),
  }),
  { kk: 'Өтінішпен байланысты сигналдар', ru: 'Сигналы, связанные с обращением', en: 'Signals linked to an appeal' },
)

/** Courts for the form. */
export const signalPlaces = shape(
  'signals.places',
  none,
  z.object({ courts: z.array(z.object({ id, name: text })), units: z.array(z.object({ id, name: text })) }),
  { kk: 'Соттар мен бөлімшелер', ru: 'Суды и подразделения', en: 'Courts and units' },
)

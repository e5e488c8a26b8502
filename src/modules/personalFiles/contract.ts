// Shapes: personal files, the authority they stand under, their pages and copies, and whose a copy was.
import { z } from 'zod'
import { day, id, instant, line, maybeLine, paged, paging, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'
import { closedBecause, documentKinds } from './words.ts'

export { documentKinds, documentKindTitles } from './words.ts'

const none = z.object({})

export const beginFile = shape(
  'personalFiles.begin',
  z.object({ person: id, number: line(60), heldAt: line(300) }),
  z.object({ id }),
  { kk: 'Жеке істі тіркеу', ru: 'Зарегистрировать личное дело', en: 'Register a personal file' },
)

const row = z.object({
  id,
  number: z.string(),
  heldAt: z.string(),
  person: z.object({ id, name: text, post: text.nullable(), body: text.nullable() }),
  /** Open to the asker today. */
  open: z.boolean(),
})

export const listFiles = shape(
  'personalFiles.list',
  z.object({
    ...paging,
    /** The number, or a person's name. */
    words: maybeLine(),
    open: z.boolean().optional(),
    sort: z.enum(['person', '-person', 'number', '-number']).default('person'),
  }),
  paged(row),
  { kk: 'Жеке істер тізілімі', ru: 'Реестр личных дел', en: 'Register of personal files' },
)

const authority = z.object({ id, number: z.string(), from: day, until: day.nullable(), issuer: text })

const document = z.object({
  id,
  kind: z.enum(documentKinds),
  kindTitle: text,
  title: z.string(),
  datedOn: day,
  pages: z.int(),
  destroyedOn: day.nullable(),
})

export const openFile = shape(
  'personalFiles.one',
  z.object({ id }),
  row.extend({
    version: z.int(),
    /** Why it is closed to the asker, and what would open it. */
    closed: z
      .object({
        because: z.enum(closedBecause),
        says: text,
        /** The authority that ended, was revoked, or stands for another. */
        number: z.string().nullable(),
        on: day.nullable(),
      })
      .nullable(),
    authority: authority.nullable(),
    /** Those in force today, for whoever appoints readers. */
    standing: z.array(authority.extend({ readers: z.array(text) })),
    /** Empty while it is closed. */
    documents: z.array(document),
    keptDays: z.int(),
  }),
  { kk: 'Жеке істі ашу', ru: 'Открыть личное дело', en: 'Open a personal file' },
)

export const fileOfPerson = shape(
  'personalFiles.ofPerson',
  z.object({ person: id }),
  z.object({ file: z.object({ id, number: z.string(), open: z.boolean() }).nullable() }),
  { kk: 'Адамның жеке ісі', ru: 'Личное дело лица', en: 'A person’s file' },
)

export const addDocument = shape(
  'personalFiles.add',
  z.object({ id, kind: z.enum(documentKinds), title: line(300), datedOn: day, file: id }),
  z.object({ document: id, pages: z.int() }),
  { kk: 'Құжатты тіркеу', ru: 'Приобщить документ', en: 'Add a document' },
)

export const viewPage = shape(
  'personalFiles.viewPage',
  z.object({ id, document: id, page: z.int().min(1).max(1000) }),
  z.object({
    total: z.int(),
    width: z.number(),
    height: z.number(),
    /** The page with the marks of its reader as JPEG, base64. */
    picture: z.string(),
    /** What is written across it. */
    mark: z.string(),
  }),
  { kk: 'Бетті көру', ru: 'Просмотреть страницу', en: 'View a page' },
)

export const takeCopy = shape('personalFiles.copy', z.object({ id, document: id }), file, {
  kk: 'Таңбалы көшірмесін алу',
  ru: 'Получить копию с отметкой',
  en: 'Take a marked copy',
})

export const appointReader = shape('personalFiles.appoint', z.object({ id, authority: id, reader: id }), none, {
  kk: 'Оқуды тапсыру',
  ru: 'Поручить ознакомление',
  en: 'Appoint a reader',
})

export const listReaders = shape(
  'personalFiles.readers',
  z.object({ id }),
  z.object({ rows: z.array(z.object({ id, name: text })) }),
  { kk: 'Тапсыруға болатын қызметкерлер', ru: 'Кому можно поручить', en: 'Who may be appointed' },
)

const seen = z.object({
  at: instant,
  by: text,
  document: z.string(),
  /** Null: a copy of all pages. */
  page: z.int().nullable(),
  authority: z.string(),
})

export const listViews = shape('personalFiles.views', z.object({ id, ...paging }), paged(seen), {
  kk: 'Кім, қашан қарады',
  ru: 'Кто и когда смотрел',
  en: 'Who looked, and when',
})

export const traceCopy = shape(
  'personalFiles.trace',
  z.object({
    /** The copy itself, or a picture of its pages: PDF, PNG or JPEG, base64. */
    content: z.base64().max(14_000_000),
  }),
  z.object({
    found: seen.extend({ file: z.object({ id, number: z.string() }), number: z.int() }).nullable(),
  }),
  { kk: 'Көшірменің кімдікі екенін анықтау', ru: 'Узнать, чья это копия', en: 'Find out whose copy it is' },
)

// What the house itself performs; not reachable over HTTP.
export const noteEnd = shape('personalFiles.noteEnd', z.object({ id, how: z.enum(['revoked', 'expired']) }), none, {
  kk: 'Рұқсат аяқталды, жеке іс жабылды',
  ru: 'Разрешение прекратилось, личное дело закрыто',
  en: 'The permission ended, the file is closed',
})
export const findExpired = shape('personalFiles.findExpired', none, z.object({ ids: z.array(id) }), {
  kk: 'Сақтау мерзімі өткен скандарды табу',
  ru: 'Найти сканы с истёкшим сроком',
  en: 'Find scans past their term',
})
export const destroyScans = shape('personalFiles.destroy', z.object({ id }), z.object({ destroyed: z.int() }), {
  kk: 'Сақтау мерзімі өткен скандарды жою',
  ru: 'Уничтожить сканы с истёкшим сроком',
  en: 'Destroy scans past their term',
})

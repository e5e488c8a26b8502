// Shapes of what is due, the bell and the search, for the server and the screens.
import { z } from 'zod'
import { day, id, instant, line, paged, paging, shape, text } from '../../kernel/contract.ts'

/** The legal clock as screens draw it: last day, whole working days left (negative: late), length of the term. */
const term = z.object({ dueOn: day, left: z.int(), total: z.int() })

const duty = z.object({
  id,
  kind: z.string(),
  recordId: id,
  /** 'answer', 'sign', …: what is due on the record. */
  stage: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  clause: z.string(),
  holder: z.object({ id, name: text }).nullable(),
  unit: z.object({ id, name: text }),
  openedOn: day,
  term,
  /** Where the record is shown. */
  page: z.string().nullable(),
})
export type Duty = z.infer<typeof duty>

const due = z.enum(['late', 'soon', 'later'])

export const listDuties = shape(
  'work.mine',
  z.object({
    ...paging,
    due: due.optional(),
    stage: z.string().max(40).optional(),
    unit: id.optional(),
    unassigned: z.coerce.boolean().optional(),
    sort: z.enum(['dueOn', '-dueOn']).default('dueOn'),
  }),
  paged(duty),
  { kk: 'Менің жұмысым', ru: 'Моя работа', en: 'My work' },
)

export const readFigures = shape(
  'work.figures',
  z.object({}),
  z.object({
    late: z.int(),
    soon: z.int(),
    toSign: z.int(),
    unassigned: z.int(),
    open: z.int(),
    /** The whole reach, or only what the asker holds. */
    whose: z.enum(['reach', 'own']),
    capped: z.boolean(),
  }),
  { kk: 'Жұмыс көрсеткіштері', ru: 'Показатели работы', en: 'Figures of the work' },
)

export const readRegions = shape(
  'work.regions',
  z.object({}),
  z.object({ regions: z.array(z.object({ kato: z.string(), unitId: id, name: text, open: z.int(), late: z.int() })) }),
  { kk: 'Өңірлер бойынша жұмыс', ru: 'Работа по регионам', en: 'Work by region' },
)

const newsKinds = [
  'assigned',
  'offered',
  'returned',
  'signed',
  'message',
  'shared',
  'reminded',
  'asked',
  'decided',
  'toAgree',
  'agreed',
  'objected',
  'ahead',
  'today',
  'late',
  'escalated',
  'came',
  'answered',
  'reported',
  'instructed',
  'acknowledged',
  'revoked',
  'expired',
  'halted',
  'verdictFell',
  'suspensionEnded',
  'resumed',
  'notProposed',
  'notified',
  'damaged',
  'explained',
  'stopped',
] as const
export type NewsKind = (typeof newsKinds)[number]

const notice = z.object({
  id,
  news: z.enum(newsKinds),
  says: text,
  kind: z.string(),
  recordId: id,
  number: z.string().nullable(),
  at: instant,
  read: z.boolean(),
  page: z.string().nullable(),
})

export const listNotices = shape('work.notices', z.object({ ...paging }), paged(notice).extend({ unread: z.int() }), {
  kk: 'Хабарламалар',
  ru: 'Уведомления',
  en: 'Notices',
})

export const readNotices = shape(
  'work.readNotices',
  z.object({ ids: z.array(id).max(100).optional() }),
  z.object({ unread: z.int() }),
  { kk: 'Хабарламаны оқылды деп белгілеу', ru: 'Отметить уведомления прочитанными', en: 'Mark notices as read' },
)

export const remind = shape('work.remind', z.object({}), z.object({ told: z.int(), escalated: z.int() }), {
  kk: 'Мерзім туралы ескерту',
  ru: 'Напомнить о сроках',
  en: 'Remind of terms',
})

export const findRecords = shape(
  'search.find',
  z.object({ q: line(200), kinds: z.array(z.string().max(40)).max(20).optional(), ...paging }),
  paged(
    z.object({
      kind: z.string(),
      kindTitle: text,
      id,
      number: z.string().nullable(),
      title: z.string(),
      at: instant,
      exact: z.boolean(),
      page: z.string().nullable(),
    }),
  ),
  { kk: 'Іздеу', ru: 'Поиск', en: 'Search' },
)

/** Name of the operation whose list is looked at: 'appeals.list'. */
const list = z.string().regex(/^[a-z][A-Za-z]{0,40}\.[a-z][A-Za-z]{0,40}$/)

export const listViews = shape(
  'work.views',
  z.object({ list }),
  z.object({ rows: z.array(z.object({ id, title: z.string(), query: z.string() })) }),
  { kk: 'Сақталған көріністер', ru: 'Сохранённые представления', en: 'Saved views' },
)

export const saveView = shape(
  'work.saveView',
  z.object({
    list,
    title: line(40),
    query: z
      .string()
      .max(2_000)
      .regex(/^(\?|$)/),
  }),
  z.object({ view: id }),
  { kk: 'Көріністі сақтау', ru: 'Сохранить представление', en: 'Save the view' },
)

export const dropView = shape('work.dropView', z.object({ view: id }), z.object({}), {
  kk: 'Көріністі өшіру',
  ru: 'Удалить представление',
  en: 'Delete the view',
})

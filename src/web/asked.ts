// What the shell asks of the modules.
import { z } from 'zod'
import { day, instant, paged, paging, shape, text } from '../kernel/contract.ts'

const term = z.object({ dueOn: day, left: z.int(), total: z.int(), calendar: z.boolean().optional() })

export const myWork = shape(
  'work.mine',
  z.object({ ...paging }),
  paged(z.object({ kind: z.string(), id: z.string(), number: z.string(), caption: z.string(), page: z.string(), who: text.nullable(), clause: z.string(), term })),
  { kk: 'Мерзімі бойынша', ru: 'По срокам', en: 'By the clock' },
)
export const figures = shape(
  'work.figures',
  z.object({}),
  z.object({ rows: z.array(z.object({ key: z.string(), title: text, value: z.int(), note: text.nullable(), tone: z.enum(['late', 'warn', 'plain']), page: z.string().nullable() })) }),
  { kk: 'Сандар', ru: 'Показатели', en: 'Figures' },
)
export const regions = shape(
  'work.regions',
  z.object({}),
  z.object({ rows: z.array(z.object({ kato: z.string(), name: text, open: z.int(), late: z.int(), page: z.string() })) }),
  { kk: 'Өңірлер: ашық мәселелер', ru: 'Регионы: открытые вопросы', en: 'Regions: open matters' },
)
export const notices = shape(
  'work.notices',
  z.object({ ...paging }),
  paged(z.object({ id: z.string(), at: instant, title: text, says: text.nullable(), page: z.string().nullable(), clause: z.string().nullable(), read: z.boolean() })),
  { kk: 'Хабарламалар', ru: 'Уведомления', en: 'Notices' },
)
export const readNotices = shape('work.readNotices', z.object({}), z.object({}), { kk: 'Бәрі оқылды деп белгілеу', ru: 'Отметить всё прочитанным', en: 'Mark all as read' })
export const find = shape(
  'search.find',
  z.object({ ...paging, words: z.string(), kind: z.string().optional() }),
  paged(z.object({ kind: z.string(), kindTitle: text, id: z.string(), caption: z.string(), page: z.string(), hint: z.string().nullable() })),
  { kk: 'Іздеу', ru: 'Поиск', en: 'Search' },
)
export const law = shape(
  'settings.law',
  z.object({}),
  z.object({ rows: z.array(z.object({ id: z.string(), carriers: z.array(z.string()), tests: z.array(z.string()), reason: z.string().optional() })) }),
  { kk: 'Ереженің орындалуы', ru: 'Исполнение Положения', en: 'Coverage of the Regulation' },
)

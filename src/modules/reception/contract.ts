// The shapes of personal reception: booking for the public page, the calendar and the cards for the staff.
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
import { agreements, appealKinds, maybeIin, ways } from '../submissions/contract.ts'
import { receivingPosts, receptionStates } from './words.ts'

export * from './words.ts'

const none = z.object({})
const version = z.int().optional()
const one = { id, version }
const post = z.enum(receivingPosts)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const typedTime = line(5).refine((it) => /^([01]\d|2[0-3]):[0-5]\d$/.test(it), {
  params: {
    says: {
      kk: 'Уақытты 09:30 үлгісімен жазыңыз.',
      ru: 'Укажите время по образцу 09:30.',
      en: 'Give the time like 09:30.',
    },
  },
})

// The public page. All but the first three need actor.receipt.

/** Whose hours can be booked. */
export const listChiefs = shape(
  'reception.chiefs',
  none,
  z.object({ rows: z.array(z.object({ unit: id, unitName: text, post })) }),
  { kk: 'Кім қабылдайды', ru: 'Кто принимает', en: 'Who receives' },
)

export const listOpenDays = shape(
  'reception.openDays',
  z.object({ unit: id, post }),
  z.object({
    minutes: z.int(),
    days: z.array(
      z.object({
        on: day,
        receiver: text,
        acting: z.boolean(),
        slots: z.array(z.object({ at: time, place: z.string() })),
      }),
    ),
  }),
  { kk: 'Бос уақыттар', ru: 'Свободное время', en: 'Free hours' },
)

/** Who comes: a telephone is needed, so that the Department can tell of a change. */
export const visitorShape = {
  name: line(300),
  iin: maybeIin,
  phone: ways.phone,
  email: ways.email,
}

export const bookReception = shape(
  'reception.book',
  z.object({
    /** Random and secret, made once a form: the same key always gives the same slip and code. */
    bookingKey: z.uuid(),
    unit: id,
    post,
    on: day,
    at: time,
    language,
    ...visitorShape,
    /** Bounded by the parameter appeal.message.max. */
    about: prose(100_000),
  }),
  z.object({
    id,
    number: z.string(),
    on: day,
    at: time,
    minutes: z.int(),
    place: z.string(),
    code: z.string(),
  }),
  { kk: 'Жеке қабылдауға жазылу', ru: 'Записаться на личный приём', en: 'Book a personal reception' },
)

/** Whether the code in hand is of a booking; a wrong one is no entry here, because the appeals are asked next. */
export const isBooking = shape('reception.isCode', none, z.object({ found: z.boolean() }), {
  kk: 'Кодты тану',
  ru: 'Распознать код',
  en: 'Know a code',
})

export const bookingStatus = shape(
  'reception.status',
  none,
  z.object({
    id,
    number: z.string(),
    state: z.enum(receptionStates),
    unitName: text,
    post,
    receiver: text.nullable(),
    on: day,
    at: time,
    minutes: z.int(),
    place: z.string(),
    about: z.string(),
    notice: z.string().nullable(),
    promise: z.object({ text: z.string(), dueOn: day, done: z.boolean() }).nullable(),
  }),
  { kk: 'Жазылуды көру', ru: 'Посмотреть запись', en: 'See the booking' },
)

export const cancelBooking = shape('reception.cancel', none, none, {
  kk: 'Жазылудан бас тарту',
  ru: 'Отменить запись',
  en: 'Cancel the booking',
})

// The staff.

const visitor = z.object({
  name: z.string(),
  iin: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
})

/** The sheet of one day in one unit: each chief with his hours, who comes and when, what is free. */
export const readDay = shape(
  'reception.day',
  z.object({ on: day.optional(), unit: id.optional() }),
  z.object({
    on: day,
    unit: id,
    units: z.array(z.object({ id, name: text })),
    /** Why it is no working day. */
    dayOff: text.nullable(),
    desks: z.array(
      z.object({
        post,
        receiver: z.object({ name: text, acting: z.boolean() }).nullable(),
        hours: z.array(z.object({ fromTime: time, untilTime: time, place: z.string() })),
        closed: z.string().nullable(),
        free: z.array(time),
        visits: z.array(
          z.object({
            id,
            number: z.string(),
            at: time,
            state: z.enum(receptionStates),
            walkIn: z.boolean(),
            name: z.string(),
            about: z.string(),
          }),
        ),
      }),
    ),
    mayKeep: z.boolean(),
  }),
  { kk: 'Күн парағы', ru: 'Лист дня', en: 'Day sheet' },
)

const row = z.object({
  id,
  number: z.string(),
  state: z.enum(receptionStates),
  unit: text,
  post,
  on: day,
  at: time,
  walkIn: z.boolean(),
  promiseDueOn: day.nullable(),
  promiseDone: z.boolean(),
})

export const listReceptions = shape(
  'reception.list',
  z.object({
    ...paging,
    state: z.enum(receptionStates).optional(),
    post: post.optional(),
    promise: z.enum(['open', 'done']).optional(),
    onFrom: day.optional(),
    onUntil: day.optional(),
    words: maybeLine(60),
    sort: z.enum(['on', '-on']).default('-on'),
  }),
  paged(row),
  { kk: 'Қабылдаулар тізімі', ru: 'Список приёмов', en: 'List of receptions' },
)

export const openReception = shape(
  'reception.one',
  z.object({ id }),
  row.extend({
    version: z.int(),
    minutes: z.int(),
    place: z.string(),
    language,
    about: z.string(),
    visitor,
    warnings: z.array(text),
    receiver: z.object({ name: text, acting: z.boolean() }).nullable(),
    bookedAt: instant,
    card: z.object({ heldAt: instant, by: text, asked: z.string(), answered: z.string() }).nullable(),
    promise: z
      .object({
        text: z.string(),
        dueOn: day,
        left: z.int(),
        total: z.int(),
        doneAt: instant.nullable(),
        result: z.string().nullable(),
      })
      .nullable(),
    appeal: id.nullable(),
    notice: z.string().nullable(),
  }),
  { kk: 'Қабылдауды ашу', ru: 'Открыть приём', en: 'Open a reception' },
)

export const takeWalkIn = shape(
  'reception.walkIn',
  z.object({ unit: id, post, language, ...visitorShape, about: prose(5_000) }),
  z.object({ id, number: z.string() }),
  { kk: 'Жазылмай келгенді енгізу', ru: 'Внести пришедшего без записи', en: 'Enter a visitor without a booking' },
)

export const holdReception = shape(
  'reception.hold',
  z.object({
    ...one,
    asked: prose(20_000),
    answered: prose(20_000),
    promise: maybeLine(2_000),
    promiseDueOn: day.nullish(),
  }),
  none,
  { kk: 'Қабылдау карточкасын толтыру', ru: 'Заполнить карточку приёма', en: 'Fill in the card' },
)

export const fulfilPromise = shape('reception.fulfil', z.object({ ...one, result: prose(5_000) }), none, {
  kk: 'Уәденің орындалғанын белгілеу',
  ru: 'Отметить исполнение обещанного',
  en: 'Mark the promise as kept',
})

export const makeAppeal = shape(
  'reception.makeAppeal',
  z.object({
    ...one,
    kind: z.enum(appealKinds),
    /** What was said, as it goes into the protocol. */
    text: prose(100_000),
    agreement: z.enum(agreements).nullish(),
    remarks: maybeLine(5_000),
    address: ways.address,
  }),
  z.object({
    appeal: id,
    slipNumber: z.string(),
    receivedAt: instant,
    registeredOn: day,
    dueOn: day,
    code: z.string(),
  }),
  {
    kk: 'Айтылғанын өтініш етіп рәсімдеу',
    ru: 'Оформить сказанное как обращение',
    en: 'Make an appeal of what was said',
  },
)

export const missReception = shape('reception.miss', z.object(one), none, {
  kk: 'Келмегенін белгілеу',
  ru: 'Отметить неявку',
  en: 'Mark as not come',
})

export const withdrawReception = shape('reception.withdraw', z.object({ ...one, notice: prose(1_000) }), none, {
  kk: 'Қабылдауды болдырмау',
  ru: 'Отменить приём',
  en: 'Call the reception off',
})

const hours = z.object({
  id,
  version: z.int(),
  post,
  weekday: z.int(),
  fromTime: time,
  untilTime: time,
  place: z.string(),
  fromOn: day,
  untilOn: day.nullable(),
})

const exception = z.object({
  id,
  post,
  on: day,
  kind: z.enum(['closed', 'extra']),
  fromTime: time.nullable(),
  untilTime: time.nullable(),
  place: z.string().nullable(),
  reason: z.string(),
})

export const readPlan = shape(
  'reception.plan',
  z.object({ unit: id.optional() }),
  z.object({
    unit: id,
    units: z.array(z.object({ id, name: text })),
    posts: z.array(post),
    minutes: z.int(),
    hours: z.array(hours),
    exceptions: z.array(exception),
  }),
  { kk: 'Қабылдау күндері', ru: 'Дни приёма', en: 'Reception days' },
)

export const setHours = shape(
  'reception.setHours',
  z.object({
    unit: id,
    post,
    weekday: z.coerce.number().int().min(1).max(7),
    fromTime: typedTime,
    untilTime: typedTime,
    place: line(200),
    fromOn: day,
  }),
  z.object({ id }),
  { kk: 'Қабылдау күнін қосу', ru: 'Добавить день приёма', en: 'Add a reception day' },
)

export const endHours = shape('reception.endHours', z.object({ ...one, untilOn: day }), none, {
  kk: 'Қабылдау күнін аяқтау',
  ru: 'Завершить день приёма',
  en: 'End a reception day',
})

export const makeException = shape(
  'reception.except',
  z.object({
    unit: id,
    post,
    on: day,
    kind: z.enum(['closed', 'extra']),
    fromTime: typedTime.nullish(),
    untilTime: typedTime.nullish(),
    place: maybeLine(200),
    /** Also the notice of those who were booked for a day that is closed. */
    reason: line(500),
  }),
  z.object({ id, withdrawn: z.int() }),
  { kk: 'Ерекше күн қосу', ru: 'Добавить особый день', en: 'Add an exception' },
)

export const liftException = shape('reception.lift', z.object({ exception: id }), none, {
  kk: 'Ерекше күнді алып тастау',
  ru: 'Убрать особый день',
  en: 'Remove the exception',
})

/** The reception at which an appeal was made, for the appeal's own page. */
export const receptionOfAppeal = shape(
  'reception.ofAppeal',
  z.object({ id }),
  z.object({ reception: z.object({ id, number: z.string(), on: day }).nullable() }),
  { kk: 'Өтініш айтылған қабылдау', ru: 'Приём, на котором сделано обращение', en: 'Reception of the appeal' },
)

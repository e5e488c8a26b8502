// The shapes of requests, demands and proposals, shared by the server and the web.
import { z } from 'zod'
import {
  day,
  id,
  instant,
  language,
  line,
  maybeLine,
  maybeProse,
  paged,
  paging,
  prose,
  shape,
  text,
} from '../../kernel/contract.ts'
import { file, sheet } from '../../kernel/reply.ts'
import { aboutRecord, happening } from '../incoming/contract.ts'

export * from './words.ts'

export const requestKinds = ['request', 'agency-request', 'demand', 'proposal'] as const
export const requestStates = [
  'drafted',
  'offered',
  'signed',
  'sent',
  'arrived',
  'partly',
  'answered',
  'reported',
  'closed',
  'withdrawn',
] as const
export const principalPosts = ['chairman', 'ca-head'] as const
const addresseeKinds = ['body', 'court', 'unit', 'other', 'principal'] as const
export type RequestKind = (typeof requestKinds)[number]
export type RequestState = (typeof requestStates)[number]
export type PrincipalPost = (typeof principalPosts)[number]
export type AddresseeKind = (typeof addresseeKinds)[number]

/** 'court:<id>', 'body:<id>', 'unit:<id>' or 'principal:chairman'. */
const addressee = z.string().regex(/^((body|court|unit):[0-9a-f-]{36}|principal:(chairman|ca-head))$/)

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
const term = z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() })
const keptFile = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })

export const prepareRequest = shape(
  'requests.prepare',
  z.object({
    entryKey: id,
    kind: z.enum(requestKinds),
    language,
    addressee: addressee.optional(),
    /** An addressee that no directory knows: a legal entity, a person, an organisation abroad (5.7). */
    addresseeName: maybeLine(300),
    personPost: maybeLine(200),
    address: maybeLine(500),
    subject: line(300),
    /** The law it rests on; in a proposal, the present situation. */
    ground: prose(10_000),
    /** What is asked, demanded or proposed. */
    asked: prose(10_000),
    effect: maybeProse(10_000),
    /** The term by the parameter of the addressee's kind unless told. */
    until: day.optional(),
    about: aboutRecord.optional(),
  }),
  z.object({ id, document: id }),
  { kk: 'Сұрау салуды дайындау', ru: 'Подготовить запрос', en: 'Prepare a request' },
)

const answered = {
  ...one,
  /** The answer as it stands in the incoming register. */
  incoming: id.optional(),
  receivedOn: day.optional(),
  word: maybeProse(4_000),
  files: z.array(id).max(20).default([]),
}

export const completeRequest = shape('requests.complete', z.object(answered), none, {
  kk: 'Толық жауап ретінде тіркеу',
  ru: 'Отметить полный ответ',
  en: 'Record a full answer',
})

export const answerPartly = shape('requests.answerPartly', z.object({ ...answered, missing: prose(4_000) }), none, {
  kk: 'Ішінара жауап ретінде тіркеу',
  ru: 'Отметить неполный ответ',
  en: 'Record an answer in part',
})

export const extendRequest = shape('requests.extend', z.object({ ...one, until: day, plea: prose(2_000) }), none, {
  kk: 'Адресаттың өтінуімен мерзімді ұзарту',
  ru: 'Продлить срок по просьбе адресата',
  en: 'Extend on the addressee’s plea',
})

export const reportRequest = shape('requests.report', z.object({ ...one, done: prose(4_000) }), none, {
  kk: 'Орындалмағанын тіркеп, басшылыққа баяндау',
  ru: 'Зафиксировать неисполнение и доложить руководству',
  en: 'Record non-compliance and report it to the principals',
})

export const closeRequest = shape('requests.close', z.object({ ...one, word: prose(2_000) }), none, {
  kk: 'Жұмысты аяқтау',
  ru: 'Завершить работу',
  en: 'Close',
})

export const withdrawRequest = shape('requests.withdraw', z.object({ ...one, reason: prose(2_000) }), none, {
  kk: 'Жобадан бас тарту',
  ru: 'Отказаться от проекта',
  en: 'Withdraw the draft',
})

const filters = {
  kind: z.enum(requestKinds).optional(),
  state: z.enum(requestStates).optional(),
  addressee: addressee.optional(),
  unit: id.optional(),
  due: z.enum(['overdue', 'soon', 'open']).optional(),
  mine: z.boolean().optional(),
  sentOnFrom: day.optional(),
  sentOnUntil: day.optional(),
  /** Number, addressee or words of the subject. */
  words: maybeLine(200),
}
const sorts = ['-preparedAt', 'preparedAt', '-number', 'number', '-dueOn', 'dueOn', '-addressee', 'addressee'] as const

export const requestRow = z.object({
  id,
  number: z.string().nullable(),
  kind: z.enum(requestKinds),
  state: z.enum(requestStates),
  addressee: text,
  subject: z.string(),
  author: text,
  unit: text,
  preparedAt: instant,
  sentOn: day.nullable(),
  term: term.nullable(),
})

export const listRequests = shape(
  'requests.list',
  z.object({ ...paging, ...filters, sort: z.enum(sorts).default('-preparedAt') }),
  paged(requestRow),
  { kk: 'Сұрау салулар тізілімі', ru: 'Реестр запросов', en: 'Register of requests' },
)

export const exportRequests = shape(
  'requests.export',
  z.object({ ...filters, sort: z.enum(sorts).default('-preparedAt') }),
  sheet,
  {
    kk: 'Сұрау салулар тізілімін XLSX түрінде алу',
    ru: 'Выгрузить реестр запросов в XLSX',
    en: 'Export the register of requests as XLSX',
  },
)

const acknowledgement = z.object({
  post: z.enum(principalPosts),
  at: instant,
  by: text,
  instruction: z.string().nullable(),
  until: day.nullable(),
})

export const report = z.object({
  id,
  at: instant,
  by: text,
  dueOn: day,
  clause: z.string(),
  done: z.string(),
  missing: z.string().nullable(),
  acknowledgements: z.array(acknowledgement),
})

export const openRequest = shape(
  'requests.one',
  z.object({ id }),
  requestRow.extend({
    version: z.int(),
    language,
    personPost: z.string().nullable(),
    obliged: z.boolean(),
    clause: z.string(),
    ground: z.string(),
    asked: z.string(),
    until: day,
    firstDueOn: day.nullable(),
    signedOn: day.nullable(),
    completedOn: day.nullable(),
    /** The term has passed and nothing full has come: it may be reported. */
    overdue: z.boolean(),
    doubtful: z.boolean(),
    about: z.object({ kind: z.string(), id, caption: z.string(), page: z.string().nullable() }).nullable(),
    document: z.object({ id, state: text, number: z.string().nullable() }).nullable(),
    answers: z.array(
      z.object({
        id,
        at: instant,
        by: text.nullable(),
        receivedOn: day,
        incoming: z.object({ id, number: z.string() }).nullable(),
        word: z.string().nullable(),
        complete: z.enum(['full', 'partly']).nullable(),
        missing: z.string().nullable(),
        files: z.array(keptFile),
      }),
    ),
    extensions: z.array(z.object({ at: instant, by: text, plea: z.string(), from: day, until: day })),
    reports: z.array(report),
    /** The report that waits for the asker's own word, where the asker is a principal. */
    waits: id.nullable(),
    files: z.array(keptFile),
    closed: z.object({ on: day, by: text, word: z.string() }).nullable(),
  }),
  { kk: 'Сұрау салуды ашу', ru: 'Открыть запрос', en: 'Open a request' },
)

export const readRequestTimeline = shape(
  'requests.timeline',
  z.object({ id }),
  z.object({ rows: z.array(happening) }),
  { kk: 'Оқиғалар желісі', ru: 'Ход событий', en: 'Timeline' },
)

export const takeRequestFile = shape('requests.file', z.object({ id, file: id }), file, {
  kk: 'Файлды алу',
  ru: 'Получить файл',
  en: 'Take a file',
})

const choice = z.object({ value: z.string(), name: text, group: text.nullable(), kinds: z.array(z.enum(requestKinds)) })

export const requestChoices = shape(
  'requests.choices',
  z.object({ about: aboutRecord.optional() }),
  z.object({
    addressees: z.array(choice),
    units: z.array(z.object({ id, name: text })),
    /** Last day of the usual term, were it sent today. */
    terms: z.array(z.object({ kind: z.enum(requestKinds), until: day, days: text, doubtful: z.boolean() })),
    about: z.object({ caption: z.string(), kindTitle: text, page: z.string().nullable() }).nullable(),
  }),
  { kk: 'Нысан таңдаулары', ru: 'Варианты формы', en: 'Choices of the form' },
)

// What the house itself performs when news comes; not reachable over HTTP.
const followed = z.object({ id, document: id })
export const noteOffered = shape('requests.noteOffered', followed, none, {
  kk: 'Қол қоюға ұсынылды',
  ru: 'Представлен на подпись',
  en: 'Offered for signature',
})
export const noteReturned = shape('requests.noteReturned', followed, none, {
  kk: 'Ескертумен қайтарылды',
  ru: 'Возвращён с замечанием',
  en: 'Returned with a remark',
})
export const noteSigned = shape('requests.noteSigned', followed, none, {
  kk: 'Қол қойылды',
  ru: 'Подписан',
  en: 'Signed',
})
export const noteSent = shape('requests.noteSent', followed, none, {
  kk: 'Жіберілді, мерзім басталды',
  ru: 'Отправлен, срок пошёл',
  en: 'Sent, the term runs',
})
export const noteArrived = shape('requests.noteArrived', z.object({ id, incoming: id }), none, {
  kk: 'Кіріс құжатымен жауап түсті',
  ru: 'Ответ поступил входящим документом',
  en: 'An answer came by the incoming register',
})

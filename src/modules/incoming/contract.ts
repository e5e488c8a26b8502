// The shapes of the incoming register and of the directory of bodies, shared by the server and the web.
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

export const incomingStates = ['registered', 'handed', 'done'] as const
export const receivingWays = ['post', 'courier', 'hand', 'email', 'edms'] as const
export const senderKinds = ['body', 'court', 'unit', 'other'] as const
const marks = ['none', 'official-use', 'state-secret'] as const
export const bodyKinds = [
  'court-administration',
  'judicial',
  'prosecution',
  'special',
  'law-enforcement',
  'state',
  'other',
] as const
export type IncomingState = (typeof incomingStates)[number]
export type ReceivingWay = (typeof receivingWays)[number]
export type SenderKind = (typeof senderKinds)[number]
export type BodyKind = (typeof bodyKinds)[number]

/** 'court:<id>': a court, a body or a unit of the directories. */
const party = z.string().regex(/^(body|court|unit):[0-9a-f-]{36}$/)
/** 'request:<id>': a record of any kind. */
export const aboutRecord = z.string().regex(/^[a-z][A-Za-z]{0,40}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
const person = z.object({ id, name: text })
const place = z.object({ id, name: text })
const term = z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() })

/** What the sheet itself says; the same for entering and for correcting. */
const said = {
  sender: party.nullish(),
  /** A sender that no directory knows. */
  senderName: maybeLine(300),
  senderNumber: maybeLine(100),
  senderOn: day.nullish(),
  subject: line(300),
  pages: z.int().min(1).max(10_000).default(1),
  enclosures: z.int().min(0).max(10_000).default(0),
  way: z.enum(receivingWays),
  language,
  mark: z.enum(marks).default('none'),
  markGround: maybeLine(300),
  readers: z.array(id).max(50).default([]),
}

export const registerIncoming = shape(
  'incoming.register',
  z.object({
    entryKey: id,
    ...said,
    /** Today unless told. */
    receivedOn: day.optional(),
    unit: id.optional(),
    addressedTo: id.optional(),
    answers: aboutRecord.optional(),
    /** The term that the paper itself sets. */
    until: day.optional(),
    files: z.array(id).max(20).default([]),
  }),
  z.object({ id, number: z.string() }),
  { kk: 'Кіріс құжатын тіркеу', ru: 'Зарегистрировать входящий документ', en: 'Register an incoming document' },
)

export const correctIncoming = shape(
  'incoming.correct',
  z.object({ ...one, ...said, receivedOn: day, reason: line(500) }),
  none,
  { kk: 'Түзету енгізу', ru: 'Внести исправление', en: 'Correct the entry' },
)

export const handOnIncoming = shape(
  'incoming.handOn',
  z.object({ ...one, to: id, until: day, note: maybeProse(2_000) }),
  none,
  { kk: 'Орындауға тапсыру', ru: 'Передать на исполнение', en: 'Hand on to an employee' },
)

export const finishIncoming = shape('incoming.finish', z.object({ ...one, word: prose(2_000) }), none, {
  kk: 'Орындалды деп белгілеу',
  ru: 'Отметить исполнение',
  en: 'Mark as done',
})

const filters = {
  state: z.enum(incomingStates).optional(),
  sender: party.optional(),
  senderKind: z.enum(senderKinds).optional(),
  way: z.enum(receivingWays).optional(),
  unit: id.optional(),
  due: z.enum(['overdue', 'soon', 'open']).optional(),
  mine: z.boolean().optional(),
  receivedOnFrom: day.optional(),
  receivedOnUntil: day.optional(),
  /** Number, sender, sender's number or words of the subject. */
  words: maybeLine(200),
}
const sorts = ['-receivedOn', 'receivedOn', '-number', 'number', '-dueOn', 'dueOn', '-sender', 'sender'] as const

const row = z.object({
  id,
  number: z.string(),
  state: z.enum(incomingStates),
  receivedOn: day,
  sender: text,
  senderNumber: z.string().nullable(),
  senderOn: day.nullable(),
  subject: z.string(),
  unit: text,
  holder: text.nullable(),
  officialUse: z.boolean(),
  term: term.nullable(),
})

export const listIncoming = shape(
  'incoming.list',
  z.object({ ...paging, ...filters, sort: z.enum(sorts).default('-receivedOn') }),
  paged(row),
  { kk: 'Кіріс құжаттарының тізілімі', ru: 'Реестр входящих документов', en: 'Register of incoming documents' },
)

export const exportIncoming = shape(
  'incoming.export',
  z.object({ ...filters, sort: z.enum(sorts).default('-receivedOn') }),
  sheet,
  {
    kk: 'Кіріс тізілімін XLSX түрінде алу',
    ru: 'Выгрузить реестр входящих в XLSX',
    en: 'Export the incoming register as XLSX',
  },
)

export const openIncoming = shape(
  'incoming.one',
  z.object({ id }),
  row.extend({
    version: z.int(),
    senderKind: z.enum(senderKinds),
    /** The sender as the form chooses it; null for one in free words. */
    senderParty: z.string().nullable(),
    pages: z.int(),
    enclosures: z.int(),
    way: z.enum(receivingWays),
    language,
    registeredAt: instant,
    registeredBy: text,
    addressedTo: text.nullable(),
    answers: z.object({ kind: z.string(), id, caption: z.string(), page: z.string().nullable() }).nullable(),
    mark: z.object({ ground: z.string().nullable(), readers: z.array(person) }).nullable(),
    handed: z.object({ at: instant, by: text, note: z.string().nullable() }).nullable(),
    done: z.object({ on: day, by: text, word: z.string() }).nullable(),
    files: z.array(z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })),
    corrections: z.array(
      z.object({
        at: instant,
        by: text,
        reason: z.string(),
        changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
  }),
  { kk: 'Кіріс құжатын ашу', ru: 'Открыть входящий документ', en: 'Open an incoming document' },
)

export const takeIncomingFile = shape('incoming.file', z.object({ id, file: id }), file, {
  kk: 'Файлды алу',
  ru: 'Получить файл',
  en: 'Take a file',
})

export const happening = z.object({
  at: instant,
  title: text,
  clause: z.string().nullable(),
  who: text.nullable(),
  refused: z.boolean(),
})
export const readIncomingTimeline = shape(
  'incoming.timeline',
  z.object({ id }),
  z.object({ rows: z.array(happening) }),
  { kk: 'Оқиғалар желісі', ru: 'Ход событий', en: 'Timeline' },
)

const sender = z.object({ value: z.string(), name: text, kind: z.enum(senderKinds), group: text.nullable() })

/** The choices of the forms: who may have written, where it goes, who may be made a reader. */
export const incomingChoices = shape(
  'incoming.choices',
  none,
  z.object({ senders: z.array(sender), units: z.array(place), people: z.array(person.extend({ unit: text })) }),
  { kk: 'Нысан таңдаулары', ru: 'Варианты формы', en: 'Choices of the form' },
)

/** Employees to whom the document may be handed on today. */
export const listHolders = shape(
  'incoming.holders',
  z.object({ id, words: maybeLine(100) }),
  z.object({ rows: z.array(person.extend({ unit: text, absent: z.boolean() })) }),
  { kk: 'Кімге тапсыруға болады', ru: 'Кому можно передать', en: 'Who may be given it' },
)

/** Records that a paper may answer, as the asker finds them. */
export const findAnswered = shape(
  'incoming.answered',
  z.object({ words: line(200), kinds: z.array(z.string().max(40)).max(10).optional() }),
  z.object({ rows: z.array(z.object({ value: z.string(), caption: z.string(), kindTitle: text, title: z.string() })) }),
  { kk: 'Жауап берілетін жазбаны іздеу', ru: 'Найти запись, на которую отвечают', en: 'Find what is answered' },
)

const body = z.object({
  id,
  code: z.string(),
  kind: z.enum(bodyKinds),
  kindTitle: text,
  name: text,
  from: day,
  until: day.nullable(),
  predecessor: text.nullable(),
  successors: z.array(text),
  unverified: z.boolean(),
})

export const listBodies = shape(
  'incoming.bodies',
  z.object({ on: day.optional() }),
  z.object({ rows: z.array(body) }),
  { kk: 'Органдар анықтамалығы', ru: 'Справочник органов', en: 'Directory of bodies' },
)

export const putBody = shape(
  'incoming.putBody',
  z.object({
    code: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
    kind: z.enum(bodyKinds),
    nameKk: line(300),
    nameRu: line(300),
    nameEn: line(300),
    from: day,
    /** Code of the body whose place it takes; that one ends the day before. */
    predecessor: maybeLine(41),
    basis: line(500),
  }),
  z.object({ id }),
  { kk: 'Органды енгізу', ru: 'Внести орган', en: 'Enter a body' },
)

export const endBody = shape('incoming.endBody', z.object({ code: line(41), until: day, basis: line(500) }), none, {
  kk: 'Органның қызметін аяқтау',
  ru: 'Отметить упразднение органа',
  en: 'End a body',
})

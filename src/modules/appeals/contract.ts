// The shapes of appeals for the staff; those of handing in and following one stand below, in submissions, and are handed on here.
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
import { agreements, appealKinds, appealResults, appealStates, channels, workStages } from '../submissions/contract.ts'

export * from '../submissions/contract.ts'

/** Version of the record that the screen showed; if a colleague changed it since, the operation is refused. */
const version = z.int().optional()
const one = { id, version }
const none = z.object({})
const person = z.object({ id, name: text })
const place = z.object({ id, name: text })
const keptFile = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })

/** How much of the legal term is left, in working days; the web draws it. */
const term = z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() })

// What a list may be asked for; the same for the sheet.
const filters = {
  state: z.array(z.enum(appealStates)).max(appealStates.length).optional(),
  kind: z.enum(appealKinds).optional(),
  channel: z.enum(channels).optional(),
  unit: id.optional(),
  court: id.optional(),
  assignee: id.optional(),
  /** Only what is given to the asker. */
  mine: z.boolean().optional(),
  anonymous: z.boolean().optional(),
  result: z.enum(appealResults).optional(),
  question: z.string().max(60).optional(),
  stage: z.enum(workStages).optional(),
  /** By the clock: the term has passed; it ends today; it ends within three working days; anything not yet answered. */
  due: z.enum(['overdue', 'today', 'soon', 'open']).optional(),
  receivedOnFrom: day.optional(),
  receivedOnUntil: day.optional(),
  /** Number, slip number, identifier or words of the text. */
  words: maybeLine(200),
}

const row = z.object({
  id,
  /** Registration number, null until it is registered. */
  number: z.string().nullable(),
  slipNumber: z.string(),
  /** The registrar's short title; null until one is given. Never the applicant's name. */
  subject: z.string().nullable(),
  /** Which time the same person writes on the same question; null for the first. */
  repeatPlace: z.int().nullable(),
  kind: z.enum(appealKinds),
  channel: z.enum(channels),
  state: z.enum(appealStates),
  anonymous: z.boolean(),
  /** How far the work has come; null where nothing is said of it or the work is over. */
  stage: z.enum(workStages).nullable(),
  result: z.enum(appealResults).nullable(),
  unit: text,
  court: text.nullable(),
  assignee: text.nullable(),
  receivedOn: day,
  term,
})

export const listAppeals = shape(
  'appeals.list',
  z.object({
    ...paging,
    ...filters,
    sort: z.enum(['receivedOn', '-receivedOn', 'dueOn', '-dueOn']).default('-receivedOn'),
  }),
  paged(row),
  { kk: 'Өтініштер тізімі', ru: 'Список обращений', en: 'List of appeals' },
)

export const exportAppeals = shape('appeals.export', z.object({ ...filters, sort: line(20).optional() }), sheet, {
  kk: 'Тізімді XLSX түрінде алу',
  ru: 'Выгрузить список в XLSX',
  en: 'Export the list as XLSX',
})

/** One calendar day of the term: its count if it is a working day of it, otherwise why it does not count. */
const countedDay = z.object({ on: day, count: z.int().nullable(), why: text.nullable() })

const message = z.object({
  id,
  at: instant,
  from: z.enum(['applicant', 'department']),
  by: text.nullable(),
  text: z.string(),
  files: z.array(keptFile),
})

export const openAppeal = shape(
  'appeals.one',
  z.object({ id }),
  row.extend({
    version: z.int(),
    language,
    text: z.string(),
    unitId: id,
    assigneeId: id.nullable(),
    courtId: id.nullable(),
    courtName: z.string().nullable(),
    person: z.string().nullable(),
    personPost: z.string().nullable(),
    eventOn: day.nullable(),
    receivedAt: instant,
    receiver: text,
    registeredOn: day,
    /** Who will sign the reply by clause 15 today. */
    signer: text.nullable(),
    resultGround: z.string().nullable(),
    burdensome: z.boolean(),
    /** From which day a burdensome answer may be signed. */
    heardFrom: day.nullable(),
    question: z.object({ code: z.string(), title: text }).nullable(),
    /** Whether the reply has been begun. */
    replies: z.boolean(),
    openPaths: z.array(z.string()),
    clock: z.object({
      term: text,
      countFrom: text,
      act: text.nullable(),
      clause: z.string(),
      internalDueOn: day,
      /** The term as it was before any extension. */
      firstDueOn: day.nullable(),
      /** A value or a day off in the count that nobody has confirmed. */
      doubtful: z.boolean(),
      days: z.array(countedDay),
    }),
    messages: z.array(message),
    notes: z.array(z.object({ id, at: instant, by: text, text: z.string() })),
    files: z.array(keptFile),
    documents: z.array(
      z.object({ id, title: z.string(), number: z.string().nullable(), state: text, signedOn: day.nullable() }),
    ),
    collective: z.boolean(),
    signatories: z.int().nullable(),
    /** What whoever spoke said of the text that was read back; null for what came in writing. */
    protocol: z.object({ agreement: z.enum(agreements), remarks: z.string().nullable() }).nullable(),
    ending: z.object({ on: day, reason: z.string(), body: text.nullable() }).nullable(),
  }),
  { kk: 'Өтінішті ашу', ru: 'Открыть обращение', en: 'Open an appeal' },
)

/** What happened, newest first. Asked for apart: it grows a moment after each step, when the journal has been sealed. */
export const readTimeline = shape(
  'appeals.timeline',
  z.object({ id }),
  z.object({
    rows: z.array(
      z.object({ at: instant, title: text, clause: z.string().nullable(), who: text.nullable(), refused: z.boolean() }),
    ),
  }),
  { kk: 'Оқиғалар желісі', ru: 'Ход событий', en: 'Timeline' },
)

export const registerAppeal = shape(
  'appeals.register',
  z.object({
    ...one,
    subject: maybeLine(200),
    kind: z.enum(appealKinds).optional(),
    question: line(60).optional(),
    unit: id.optional(),
  }),
  z.object({ number: z.string(), registeredOn: day, dueOn: day }),
  { kk: 'Өтінішті тіркеу', ru: 'Зарегистрировать обращение', en: 'Register the appeal' },
)

export const assignAppeal = shape('appeals.assign', z.object({ ...one, to: id, note: maybeProse(2_000) }), none, {
  kk: 'Орындаушы тағайындау',
  ru: 'Назначить исполнителя',
  en: 'Assign',
})

export const reassignAppeal = shape('appeals.reassign', z.object({ ...one, to: id, note: prose(2_000) }), none, {
  kk: 'Басқа орындаушыға беру',
  ru: 'Передать другому исполнителю',
  en: 'Pass to another employee',
})

/** Employees to whom the appeal may be given today. */
export const listAssignees = shape(
  'appeals.assignees',
  z.object({ id, words: maybeLine(100) }),
  z.object({ rows: z.array(person.extend({ unit: text, open: z.int(), absent: z.boolean() })) }),
  { kk: 'Кімге тапсыруға болады', ru: 'Кому можно поручить', en: 'Who may be given it' },
)

export const takeUpAppeal = shape('appeals.takeUp', z.object(one), none, {
  kk: 'Жұмысқа алу',
  ru: 'Принять в работу',
  en: 'Take up',
})

export const noteAppeal = shape('appeals.note', z.object({ ...one, text: prose(10_000) }), z.object({ note: id }), {
  kk: 'Жұмыс жазбасын қосу',
  ru: 'Добавить рабочую запись',
  en: 'Add a work note',
})

export const messageAppeal = shape(
  'appeals.message',
  z.object({ ...one, text: prose(50_000), files: z.array(id).max(20).default([]) }),
  z.object({ message: id }),
  { kk: 'Өтініш берушіге жазу', ru: 'Написать заявителю', en: 'Write to the applicant' },
)

/** Begun with its result: a refusal has its ground, and burdens the applicant unless told. */
export const draftReply = shape(
  'appeals.draftReply',
  z.object({
    ...one,
    result: z.enum(appealResults).optional(),
    ground: maybeProse(4_000),
    burdensome: z.boolean().optional(),
  }),
  z.object({ document: id }),
  { kk: 'Жауап жобасын дайындау', ru: 'Подготовить проект ответа', en: 'Draft the reply' },
)

export const revealApplicant = shape(
  'appeals.revealApplicant',
  z.object({ id, reason: line(500) }),
  z.object({
    as: z.enum(['person', 'entity']),
    name: z.string(),
    number: z.string().nullable(),
    representative: z.string().nullable(),
    ground: z.object({ title: text, number: z.string().nullable(), on: day.nullable() }).nullable(),
    coApplicants: z.array(z.object({ name: z.string(), number: z.string().nullable() })),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    /** Doubts about the number that stop nobody. */
    warnings: z.array(text),
  }),
  { kk: 'Өтініш берушінің деректерін ашу', ru: 'Раскрыть данные заявителя', en: "Open the applicant's details" },
)

export const takeAppealFile = shape('appeals.file', z.object({ id, file: id }), file, {
  kk: 'Файлды алу',
  ru: 'Получить файл',
  en: 'Take a file',
})

/** Choices of the list's filters and of registration, as the asker may use them. */
export const appealChoices = shape(
  'appeals.choices',
  none,
  z.object({
    units: z.array(place),
    questions: z.array(z.object({ code: z.string(), title: text })),
    assignees: z.array(person),
  }),
  { kk: 'Сүзгі мен нысанның таңдаулары', ru: 'Варианты фильтра и формы', en: 'Choices of filters and forms' },
)

// What the house itself performs when news comes; not reachable over HTTP.
const followed = z.object({ id, document: id })

export const awaitRegistration = shape('appeals.awaitRegistration', z.object({ id }), none, {
  kk: 'Тіркеу кезегіне қою',
  ru: 'Поставить в очередь на регистрацию',
  en: 'Queue for registration',
})
export const noteOffered = shape('appeals.noteOffered', followed, none, {
  kk: 'Жауап қол қоюға ұсынылды',
  ru: 'Ответ представлен на подпись',
  en: 'The reply was offered for signature',
})
export const noteReturned = shape('appeals.noteReturned', followed, none, {
  kk: 'Жауап жобасы қайтарылды',
  ru: 'Проект ответа возвращён',
  en: 'The draft reply was returned',
})
export const noteSigned = shape('appeals.noteSigned', followed, none, {
  kk: 'Жауапқа қол қойылды',
  ru: 'Ответ подписан',
  en: 'The reply was signed',
})
export const noteSealed = shape('appeals.noteSealed', followed, none, {
  kk: 'Жауап ЭЦҚ-мен расталды',
  ru: 'Ответ заверен ЭЦП',
  en: 'The reply was sealed',
})
export const noteSent = shape('appeals.noteSent', followed, none, {
  kk: 'Жауап өтініш берушіге берілді',
  ru: 'Ответ дан заявителю',
  en: 'The reply was given to the applicant',
})
export const noteDisclosed = shape('appeals.noteDisclosed', z.object({ id }), none, {
  kk: 'Өтініш беруші атын көрсетті',
  ru: 'Заявитель назвал себя',
  en: 'The applicant gave the name',
})
export const noteWritten = shape('appeals.noteWritten', z.object({ id }), none, {
  kk: 'Өтініш беруші қосымша жазды',
  ru: 'Заявитель дополнил обращение',
  en: 'The applicant wrote again',
})

// The shapes of questionings (5.3) and their protocols, shared by the server, the web and the public page.
import { z } from 'zod'
import { day, id, instant, language, line, maybeLine, maybeProse, prose, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'
import { happening } from '../incoming/contract.ts'

const questioningStates = ['planned', 'underway', 'stopped', 'held', 'signed', 'cancelled'] as const
export const partRoles = ['defender', 'representative', 'interpreter', 'present'] as const
export const consentHows = ['written', 'spoken'] as const
export const signatures = ['signed', 'remarks', 'refused'] as const
const stoppedWhys = ['consent', 'permission', 'investigation'] as const
export type QuestioningState = (typeof questioningStates)[number]
export type PartRole = (typeof partRoles)[number]
export type ConsentHow = (typeof consentHows)[number]
export type Signature = (typeof signatures)[number]
export type StoppedWhy = (typeof stoppedWhys)[number]

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
/** Local time of day, 'HH:MM'. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** On the investigation: its id. One occasion: one person, one day. */
export const planQuestioning = shape(
  'questioning.plan',
  z.object({ id, entryKey: id, person: id, language, on: day, at: time.optional(), place: line(300) }),
  z.object({ questioning: id }),
  { kk: 'Жауап алуды жоспарлау', ru: 'Запланировать опрос', en: 'Plan a questioning' },
)

export const recordConsent = shape(
  'questioning.recordConsent',
  z.object({
    ...one,
    how: z.enum(consentHows),
    /** What the judge said, where the consent is spoken. */
    words: maybeProse(2_000),
    /** The scan of a written one. */
    files: z.array(id).max(5).default([]),
  }),
  z.object({ code: z.string(), name: z.string(), /** The slip, base64. */ pdf: z.string() }),
  { kk: 'Судьяның келісімін тіркеу', ru: 'Зафиксировать согласие судьи', en: 'Record the judge’s consent' },
)

export const withdrawConsent = shape('questioning.withdrawConsent', z.object({ ...one, words: prose(2_000) }), none, {
  kk: 'Келісімнен бас тартқанын тіркеу',
  ru: 'Зафиксировать отзыв согласия',
  en: 'Record the withdrawal of the consent',
})

export const explainRights = shape('questioning.explainRights', z.object({ ...one, words: maybeProse(2_000) }), none, {
  kk: 'Құқықтары түсіндірілгенін тіркеу',
  ru: 'Отметить разъяснение прав',
  en: 'Record that the rights were explained',
})

export const addParticipant = shape(
  'questioning.addParticipant',
  z.object({
    ...one,
    role: z.enum(partRoles),
    name: line(200),
    /** Licence, power of attorney, post. */
    paper: maybeLine(300),
  }),
  none,
  { kk: 'Қатысушыны қосу', ru: 'Добавить участника', en: 'Add a participant' },
)

export const beginQuestioning = shape('questioning.begin', z.object(one), none, {
  kk: 'Жауап алуды бастау',
  ru: 'Начать опрос',
  en: 'Begin the questioning',
})

export const askQuestion = shape(
  'questioning.ask',
  z.object({ ...one, entryKey: id, question: prose(10_000), answer: prose(20_000) }),
  none,
  { kk: 'Сұрақ пен жауапты жазу', ru: 'Записать вопрос и ответ', en: 'Write down a question and its answer' },
)

export const correctEntry = shape(
  'questioning.correct',
  z.object({ ...one, entry: id, question: prose(10_000), answer: prose(20_000), reason: prose(1_000) }),
  none,
  { kk: 'Жазбаны түзету', ru: 'Исправить запись', en: 'Correct an entry' },
)

export const finishQuestioning = shape('questioning.finish', z.object(one), none, {
  kk: 'Жауап алуды аяқтау',
  ru: 'Завершить опрос',
  en: 'End the questioning',
})

export const addAudio = shape('questioning.addAudio', z.object({ ...one, files: z.array(id).min(1).max(10) }), none, {
  kk: 'Аудиожазба қосу',
  ru: 'Приложить аудиозапись',
  en: 'Attach an audio recording',
})

export const signQuestioning = shape(
  'questioning.sign',
  z.object({
    ...one,
    signature: z.enum(signatures),
    /** Remarks of the person, or why the person did not sign. */
    remarks: maybeProse(5_000),
    /** The scan of the signed protocol. */
    files: z.array(id).max(5).default([]),
  }),
  none,
  { kk: 'Хаттаманы рәсімдеу', ru: 'Оформить протокол', en: 'Complete the protocol' },
)

export const cancelQuestioning = shape('questioning.cancel', z.object({ ...one, reason: prose(2_000) }), none, {
  kk: 'Жауап алудан бас тарту',
  ru: 'Отменить опрос',
  en: 'Cancel the questioning',
})

/** What stands in the way, each with its clause and where it is mended. */
const missing = z.object({ clause: z.string(), says: text, offer: z.enum(['ask', 'consent', 'rights']).nullable() })

const questioningRow = z.object({
  id,
  state: z.enum(questioningStates),
  person: z.object({ id, name: text, post: text.nullable() }),
  on: day,
  at: z.string().nullable(),
  place: z.string(),
  judge: z.boolean(),
  entries: z.int(),
})

/** Those of one investigation, and of each person what is allowed and what is missing. */
export const listQuestionings = shape(
  'questioning.list',
  z.object({ id }),
  z.object({
    rows: z.array(questioningRow),
    persons: z.array(
      z.object({
        id,
        name: text,
        post: text.nullable(),
        judge: z.boolean(),
        under: z.boolean(),
        permission: z.object({ number: z.string(), until: day.nullable() }).nullable(),
        missing: z.array(missing),
      }),
    ),
    /** Whether the asker is on the team. */
    mayPlan: z.boolean(),
  }),
  { kk: 'Жауап алулар', ru: 'Опросы', en: 'Questionings' },
)

const keptFile = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })

export const openQuestioning = shape(
  'questioning.one',
  z.object({ id }),
  questioningRow.extend({
    version: z.int(),
    language,
    investigation: z.object({ id, caption: z.string(), page: z.string() }),
    plannedBy: text,
    missing: z.array(missing),
    /** Of a judge: the permission in force, or on which it began. */
    permission: z.object({ id, number: z.string(), until: day.nullable() }).nullable(),
    consents: z.array(
      z.object({
        at: instant,
        by: text,
        how: z.enum(consentHows),
        words: z.string().nullable(),
        withdrawnAt: instant.nullable(),
        /** Null: by the judge alone, under the code. */
        withdrawnBy: text.nullable(),
        withdrawnWords: z.string().nullable(),
      }),
    ),
    rights: z.object({ at: instant, by: text, words: z.string().nullable() }).nullable(),
    begunAt: instant.nullable(),
    begunBy: text.nullable(),
    endedAt: instant.nullable(),
    stopped: z.enum(stoppedWhys).nullable(),
    people: z.array(z.object({ id, role: z.enum(partRoles), name: z.string(), paper: z.string().nullable() })),
    said: z.array(
      z.object({
        id,
        at: instant,
        by: text,
        question: z.string(),
        answer: z.string(),
        /** What stood here before, the latest first. */
        was: z.array(z.object({ at: instant, question: z.string(), answer: z.string(), reason: z.string() })),
      }),
    ),
    files: z.array(keptFile.extend({ purpose: z.enum(['consent', 'audio', 'scan', 'protocol']) })),
    signature: z.object({ how: z.enum(signatures), at: instant, by: text, remarks: z.string().nullable() }).nullable(),
    cancelled: z.string().nullable(),
  }),
  { kk: 'Жауап алуды ашу', ru: 'Открыть опрос', en: 'Open a questioning' },
)

export const takeQuestioningFile = shape('questioning.file', z.object({ id, file: id }), file, {
  kk: 'Файлды алу',
  ru: 'Получить файл',
  en: 'Take a file',
})

export const printProtocol = shape('questioning.protocol', z.object({ id }), file, {
  kk: 'Хаттаманы басып шығару',
  ru: 'Распечатать протокол',
  en: 'Print the protocol',
})

export const readQuestioningTimeline = shape(
  'questioning.timeline',
  z.object({ id }),
  z.object({ rows: z.array(happening) }),
  { kk: 'Оқиғалар желісі', ru: 'Ход событий', en: 'Timeline' },
)

// What the judge performs on the public page under the code; not reachable over the staff's HTTP.
export const isConsent = shape('questioning.isCode', none, z.object({ found: z.boolean() }), {
  kk: 'Келісімнің коды ма',
  ru: 'Код ли это согласия',
  en: 'Whether this is the code of a consent',
})

export const consentInHand = shape(
  'questioning.inHand',
  none,
  z.object({
    id,
    language,
    name: text,
    author: text,
    on: day,
    at: z.string().nullable(),
    place: z.string(),
    givenAt: instant,
    withdrawnAt: instant.nullable(),
    /** It may still be withdrawn. */
    open: z.boolean(),
  }),
  { kk: 'Код бойынша келісім', ru: 'Согласие по коду', en: 'The consent of the code' },
)

export const withdrawInHand = shape('questioning.withdraw', none, z.object({ at: instant }), {
  kk: 'Келісімнен бас тарту',
  ru: 'Отозвать согласие',
  en: 'Withdraw the consent',
})

// What the house itself performs when news comes; not reachable over HTTP.
export const followGround = shape(
  'questioning.followGround',
  z.object({ investigation: id.nullable(), person: id.nullable() }),
  none,
  { kk: 'Негізі өзгерді', ru: 'Изменилось основание', en: 'The ground changed' },
)
export const watchGrounds = shape('questioning.watch', z.object({}), none, {
  kk: 'Негіздерді түнде қарау',
  ru: 'Ночной просмотр оснований',
  en: 'Watch over the grounds each night',
})
export const noteWithdrawn = shape('questioning.noteWithdrawn', z.object({ id }), none, {
  kk: 'Судья келісімін кері қайтарды',
  ru: 'Судья отозвал согласие',
  en: 'The judge withdrew the consent',
})
export const noteGround = shape('questioning.noteGround', z.object({ id }), none, {
  kk: 'Негізі тексерілді',
  ru: 'Проверено основание',
  en: 'The ground was looked at',
})

// The shapes of summonses and written explanations (5.2), shared by the server, the web and the public page.
import { z } from 'zod'
import { day, id, instant, language, line, maybeLine, maybeProse, prose, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'
import { happening } from '../incoming/contract.ts'

export { closedWords, stateTitles as summonsTitles } from './words.ts'

const summonsStates = ['drafted', 'offered', 'signed', 'served', 'missed', 'explained', 'refused', 'withdrawn'] as const
export const servedWays = ['hand', 'courier', 'post'] as const
export const receipts = ['signed', 'refused'] as const
const channels = ['portal', 'paper'] as const
export type SummonsState = (typeof summonsStates)[number]
export type ServedWay = (typeof servedWays)[number]
export type Receipt = (typeof receipts)[number]
export type Channel = (typeof channels)[number]

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
/** Local time of day, 'HH:MM'. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const scans = z.array(id).max(10).default([])

/** On the investigation: its id. */
export const prepareSummons = shape(
  'summonses.prepare',
  z.object({
    id,
    entryKey: id,
    person: id,
    language,
    asked: prose(10_000),
    appearOn: day.optional(),
    appearAt: time.optional(),
    appearPlace: maybeLine(300),
  }),
  z.object({ summons: id, document: id }),
  { kk: 'Түсініктеме беруге шақыру', ru: 'Вызвать для объяснения', en: 'Summon to explain' },
)

export const issueCode = shape(
  'summonses.issueCode',
  z.object(one),
  z.object({ code: z.string(), name: z.string(), /** The slip, base64. */ pdf: z.string() }),
  { kk: 'Құпия кодты басып шығару', ru: 'Распечатать секретный код', en: 'Print the secret code' },
)

export const serveSummons = shape(
  'summonses.serve',
  z.object({
    ...one,
    way: z.enum(servedWays),
    on: day,
    /** Who handed it over. */
    by: line(300),
    receipt: z.enum(receipts),
    words: maybeProse(2_000),
    files: scans,
  }),
  z.object({ dueOn: day }),
  { kk: 'Тапсырылғанын тіркеу', ru: 'Отметить вручение', en: 'Record the service' },
)

export const extendSummons = shape('summonses.extend', z.object({ ...one, until: day, reason: prose(2_000) }), none, {
  kk: 'Мерзімді ұзарту',
  ru: 'Продлить срок',
  en: 'Extend the term',
})

export const missSummons = shape('summonses.miss', z.object({ ...one, on: day, words: prose(2_000) }), none, {
  kk: 'Келмегенін тіркеу',
  ru: 'Отметить неявку',
  en: 'Record that the person did not come',
})

export const enterExplanation = shape(
  'summonses.enter',
  z.object({ ...one, on: day, text: prose(30_000), files: z.array(id).min(1).max(10) }),
  none,
  { kk: 'Қағаздағы түсініктемені енгізу', ru: 'Внести объяснение с бумаги', en: 'Enter an explanation on paper' },
)

const witness = z.object({ employee: id.optional(), name: line(200), post: line(200) })

export const refuseSummons = shape(
  'summonses.refuse',
  z.object({ ...one, on: day, words: prose(5_000), witnesses: z.array(witness).max(5), files: scans }),
  none,
  { kk: 'Бас тарту актісін жасау', ru: 'Составить акт об отказе', en: 'Draw up an act of refusal' },
)

export const attachAct = shape('summonses.attachAct', z.object({ ...one, files: z.array(id).min(1).max(5) }), none, {
  kk: 'Қол қойылған актінің сканын қосу',
  ru: 'Приложить скан подписанного акта',
  en: 'Attach the scan of the signed act',
})

export const reportSummons = shape('summonses.report', z.object({ ...one, words: prose(4_000) }), none, {
  kk: 'Басшылыққа баяндалғанын тіркеу',
  ru: 'Отметить доклад руководству',
  en: 'Record the report to the principals',
})

export const withdrawSummons = shape('summonses.withdraw', z.object({ ...one, reason: prose(2_000) }), none, {
  kk: 'Шақыруды кері қайтару',
  ru: 'Отозвать вызов',
  en: 'Withdraw the summons',
})

const term = z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() })

const summonsRow = z.object({
  id,
  state: z.enum(summonsStates),
  number: z.string().nullable(),
  person: z.object({ id, name: text, post: text.nullable() }),
  author: text,
  preparedAt: instant,
  servedOn: day.nullable(),
  term: term.nullable(),
  /** How many explanations stand under it; the words are read by an act of their own. */
  explanations: z.int(),
})

/** Those of one investigation. */
export const listSummonses = shape('summonses.list', z.object({ id }), z.object({ rows: z.array(summonsRow) }), {
  kk: 'Шақырулар мен түсініктемелер',
  ru: 'Вызовы и объяснения',
  en: 'Summonses and explanations',
})

const keptFile = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })

export const openSummons = shape(
  'summonses.one',
  z.object({ id }),
  summonsRow.extend({
    version: z.int(),
    language,
    asked: z.string(),
    appear: z.object({ on: day, at: z.string().nullable(), place: z.string() }).nullable(),
    investigation: z.object({ id, caption: z.string(), page: z.string() }),
    document: z.object({ id, state: text }).nullable(),
    obliged: z.boolean(),
    doubtful: z.boolean(),
    days: text,
    /** When the code in the person's hands was made. */
    codedAt: instant.nullable(),
    served: z
      .object({
        on: day,
        way: z.enum(servedWays),
        by: z.string(),
        receipt: z.enum(receipts),
        words: z.string().nullable(),
      })
      .nullable(),
    firstDueOn: day.nullable(),
    missed: z.object({ on: day, words: z.string() }).nullable(),
    refused: z
      .object({
        on: day,
        by: text,
        words: z.string(),
        witnesses: z.array(z.object({ name: z.string(), post: z.string() })),
      })
      .nullable(),
    reported: z.object({ at: instant, by: text, words: z.string() }).nullable(),
    /** Refused, absent or late, and of those whom clause 12 obliges: the head reports it. */
    awaitsReport: z.boolean(),
    witnessesNeeded: z.int(),
    given: z.array(z.object({ id, at: instant, channel: z.enum(channels) })),
    files: z.array(keptFile.extend({ purpose: z.enum(['paper', 'delivery', 'act']) })),
    ended: z.object({ on: day, by: text, word: z.string() }).nullable(),
  }),
  { kk: 'Шақыруды ашу', ru: 'Открыть вызов', en: 'Open a summons' },
)

export const readExplanation = shape(
  'summonses.read',
  z.object({ id, explanation: id }),
  z.object({
    at: instant,
    on: day,
    channel: z.enum(channels),
    by: text.nullable(),
    text: z.string(),
    files: z.array(keptFile),
  }),
  { kk: 'Түсініктемені оқу', ru: 'Прочитать объяснение', en: 'Read the explanation' },
)

export const takeSummonsFile = shape('summonses.file', z.object({ id, file: id }), file, {
  kk: 'Файлды алу',
  ru: 'Получить файл',
  en: 'Take a file',
})

export const printAct = shape('summonses.act', z.object({ id }), file, {
  kk: 'Актіні басып шығару',
  ru: 'Распечатать акт',
  en: 'Print the act',
})

export const readSummonsTimeline = shape(
  'summonses.timeline',
  z.object({ id }),
  z.object({ rows: z.array(happening) }),
  { kk: 'Оқиғалар желісі', ru: 'Ход событий', en: 'Timeline' },
)

// What the public page performs under the code; not reachable over the staff's HTTP.
export const isSummons = shape('summonses.isCode', none, z.object({ found: z.boolean() }), {
  kk: 'Шақырудың коды ма',
  ru: 'Код ли это вызова',
  en: 'Whether this is the code of a summons',
})

export const summonsInHand = shape(
  'summonses.inHand',
  none,
  z.object({
    id,
    number: z.string().nullable(),
    signedOn: day.nullable(),
    language,
    name: text,
    asked: z.string(),
    appear: z.object({ on: day, at: z.string().nullable(), place: z.string() }).nullable(),
    author: text,
    dueOn: day.nullable(),
    state: z.enum(['early', 'open', 'expired', 'refused', 'withdrawn']),
    explanations: z.array(
      z.object({
        id,
        at: instant,
        text: z.string(),
        files: z.array(z.object({ id, name: z.string(), bytes: z.int() })),
      }),
    ),
  }),
  { kk: 'Код бойынша шақыру', ru: 'Вызов по коду', en: 'The summons of the code' },
)

export const writeExplanation = shape(
  'summonses.explain',
  z.object({
    /** Made by the form, so that a form sent twice is one explanation. */
    key: id,
    text: prose(30_000),
    files: z.array(id).max(10).default([]),
    /** The person says that these are the own words. */
    own: z.literal(true),
  }),
  z.object({ explanation: id, at: instant }),
  { kk: 'Түсініктеме жазу', ru: 'Написать объяснение', en: 'Write the explanation' },
)

// What the house itself performs when news comes; not reachable over HTTP.
const followed = z.object({ id, document: id })
export const noteOffered = shape('summonses.noteOffered', followed, none, {
  kk: 'Қол қоюға ұсынылды',
  ru: 'Представлен на подпись',
  en: 'Offered for signature',
})
export const noteReturned = shape('summonses.noteReturned', followed, none, {
  kk: 'Ескертумен қайтарылды',
  ru: 'Возвращён с замечанием',
  en: 'Returned with a remark',
})
export const noteSigned = shape('summonses.noteSigned', followed, none, {
  kk: 'Қол қойылды',
  ru: 'Подписан',
  en: 'Signed',
})
export const noteExplained = shape('summonses.noteExplained', z.object({ id }), none, {
  kk: 'Түсініктеме түсті',
  ru: 'Поступило объяснение',
  en: 'An explanation came',
})
export const followInvestigation = shape('summonses.followInvestigation', z.object({ investigation: id }), none, {
  kk: 'Тексеру қысқартылды',
  ru: 'Расследование прекращено',
  en: 'The investigation was discontinued',
})
export const followMember = shape(
  'summonses.followMember',
  z.object({ investigation: id, from: id, to: id.nullable() }),
  none,
  { kk: 'Топ мүшесі ауысты', ru: 'Сменился участник группы', en: 'A member was replaced' },
)
export const noteDiscontinued = shape('summonses.noteDiscontinued', z.object({ id }), none, {
  kk: 'Тексеру қысқартылғандықтан кері қайтарылды',
  ru: 'Отозван: расследование прекращено',
  en: 'Withdrawn: the investigation was discontinued',
})

// The shapes of the paths that the law gives an appeal, shared by the server, the staff web and the public page.
import { z } from 'zod'
import { day, id, instant, line, maybeLine, maybeProse, prose, shape, text } from '../../kernel/contract.ts'
import { appealResults, otherBody, party } from '../submissions/contract.ts'
import { complaintOutcomes, pathKinds, pathStates } from './words.ts'

export * from './words.ts'

/** The appeal, and the version of it that the screen showed. */
const one = { id, version: z.int().optional() }
const none = z.object({})
const files = z.array(id).max(100).default([])
const begun = z.object({ document: id })

// How an appeal is answered, and what it is about. They are the appeal's own, and bear its name.
export const chooseResult = shape(
  'appeals.chooseResult',
  z.object({ ...one, result: z.enum(appealResults), ground: maybeProse(4_000), burdensome: z.boolean().optional() }),
  none,
  { kk: 'Қарау нәтижесін көрсету', ru: 'Указать результат рассмотрения', en: 'Give the result' },
)

export const classifyAppeal = shape('appeals.classify', z.object({ ...one, question: line(60) }), none, {
  kk: 'Мәселесін көрсету',
  ru: 'Указать вопрос обращения',
  en: 'Say what it is about',
})

// The two ends of an appeal without a name. They are steps of an appeal, and bear its name.
export const closeAnonymous = shape('appeals.closeAnonymous', z.object({ ...one, reason: prose(2_000) }), none, {
  kk: 'Анонимді өтінішті қараусыз жабу',
  ru: 'Закрыть анонимное обращение без рассмотрения',
  en: 'Close the anonymous appeal without consideration',
})

export const redirectAppeal = shape('appeals.redirect', z.object({ ...one, body: party, reason: prose(2_000) }), none, {
  kk: 'Құзыретті органға дереу жіберу',
  ru: 'Сразу направить компетентному органу',
  en: 'Redirect at once',
})

export const askExtension = shape('paths.askExtension', z.object({ ...one, until: day, reason: prose(4_000) }), none, {
  kk: 'Мерзімді ұзартуды сұрау',
  ru: 'Просить о продлении срока',
  en: 'Ask for an extension',
})

export const extendAppeal = shape(
  'paths.extend',
  z.object({ ...one, until: day, reason: prose(4_000) }),
  z.object({ dueOn: day, document: id }),
  { kk: 'Мерзімді ұзарту', ru: 'Продлить срок', en: 'Extend the term' },
)

export const declineExtension = shape('paths.declineExtension', z.object({ ...one, reason: prose(2_000) }), none, {
  kk: 'Ұзартудан бас тарту',
  ru: 'Отказать в продлении',
  en: 'Decline the extension',
})

export const forwardAppeal = shape(
  'paths.forward',
  z.object({
    ...one,
    body: z.union([party, z.literal(otherBody)]),
    /** The competent body in the Department's own words. */
    named: maybeLine(300),
    address: maybeLine(500),
    substance: prose(10_000),
    ground: prose(4_000),
    /** Which part goes; the whole appeal unless told. */
    part: maybeProse(4_000),
  }),
  z.object({ letter: id, notice: id, dueOn: day }),
  { kk: 'Құзыретті органға қайта жіберу', ru: 'Перенаправить по компетенции', en: 'Forward to the competent body' },
)

export const returnAppeal = shape(
  'paths.return',
  z.object({ ...one, reason: prose(4_000), ground: prose(4_000) }),
  begun,
  { kk: 'Мәні жоқ өтінішті қайтару', ru: 'Вернуть обращение без сути', en: 'Return what lacks essence' },
)

export const recordWithdrawal = shape(
  'paths.recordWithdrawal',
  z.object({ ...one, reason: maybeProse(4_000), files: z.array(id).min(1).max(100) }),
  none,
  { kk: 'Жазбаша қайтарып алуды тіркеу', ru: 'Внести письменный отзыв', en: 'Record a written withdrawal' },
)

export const terminateAppeal = shape('paths.terminate', z.object({ ...one, ground: prose(4_000) }), begun, {
  kk: 'Қарауды тоқтату',
  ru: 'Прекратить рассмотрение',
  en: 'Terminate the consideration',
})

export const goOnDespite = shape('paths.goOn', z.object({ ...one, reason: prose(4_000) }), none, {
  kk: 'Қайтарып алынса да қарай беру',
  ru: 'Продолжить несмотря на отзыв',
  en: 'Go on despite the withdrawal',
})

export const openHearing = shape(
  'paths.openHearing',
  z.object({ ...one, decision: prose(10_000), ground: prose(10_000), hearing: prose(4_000) }),
  begun,
  { kk: 'Алдын ала шешім шығару', ru: 'Вынести предварительное решение', en: 'Draw up a preliminary decision' },
)

export const noteObjections = shape(
  'paths.noteObjections',
  z.object({ ...one, on: day, text: prose(20_000), files }),
  none,
  { kk: 'Қарсылықты тіркеу', ru: 'Внести возражения', en: 'Record the objections' },
)

export const holdHearing = shape(
  'paths.holdHearing',
  z.object({ ...one, on: day, protocol: prose(20_000), files }),
  none,
  {
    kk: 'Тыңдау хаттамасын енгізу',
    ru: 'Внести протокол заслушивания',
    en: 'Enter the protocol of the hearing',
  },
)

export const transferAppeal = shape(
  'paths.transfer',
  z.object({
    ...one,
    body: party,
    established: prose(20_000),
    signs: prose(10_000),
    part: maybeProse(4_000),
  }),
  begun,
  { kk: 'Қылмыс белгілері бойынша беру', ru: 'Передать по признакам преступления', en: 'Hand over: signs of a crime' },
)

export const numberTransfer = shape(
  'paths.numberTransfer',
  z.object({ ...one, registerNumber: maybeLine(60), kuiNumber: maybeLine(60) }),
  z.object({ warnings: z.array(text) }),
  { kk: 'СДТБТ және АЕК нөмірін енгізу', ru: 'Внести номер ЕРДР и КУИ', en: 'Enter the ERDR and KUI numbers' },
)

export const dropPath = shape(
  'paths.drop',
  z.object({
    ...one,
    path: z.enum(['forwarding', 'return', 'withdrawal', 'hearing', 'transfer']),
    reason: prose(2_000),
  }),
  none,
  { kk: 'Басталған жолды тоқтату', ru: 'Прекратить начатое', en: 'Give up what was begun' },
)

export const enterComplaint = shape(
  'paths.enterComplaint',
  z.object({ ...one, receivedOn: day, text: prose(20_000), files }),
  z.object({ number: z.string(), late: z.boolean() }),
  { kk: 'Жауапқа шағымды тіркеу', ru: 'Зарегистрировать жалобу на ответ', en: 'Register a complaint' },
)

export const passComplaint = shape(
  'paths.passComplaint',
  z.object({ ...one, to: line(300), substance: prose(10_000), enclosures: prose(5_000) }),
  begun,
  { kk: 'Шағымды жоғары тұрған органға беру', ru: 'Передать жалобу в вышестоящий орган', en: 'Pass the complaint up' },
)

export const satisfyComplaint = shape('paths.satisfyComplaint', z.object({ ...one, words: prose(4_000) }), none, {
  kk: 'Шағымды толық қанағаттандыру',
  ru: 'Полностью удовлетворить жалобу',
  en: 'Satisfy the complaint in full',
})

export const closeComplaint = shape(
  'paths.closeComplaint',
  z.object({ ...one, outcome: z.enum(complaintOutcomes), words: prose(4_000), on: day }),
  none,
  { kk: 'Шағым қорытындысын енгізу', ru: 'Внести итог жалобы', en: 'Enter the outcome of the complaint' },
)

const paper = z.object({
  document: id,
  role: z.enum(['letter', 'notice']),
  number: z.string().nullable(),
  signedOn: day.nullable(),
  givenOn: day.nullable(),
})

export const pathsOfAppeal = shape(
  'paths.ofAppeal',
  z.object({ id }),
  z.object({
    rows: z.array(
      z.object({
        id,
        kind: z.enum(pathKinds),
        state: z.enum(pathStates),
        whole: z.boolean(),
        askedAt: instant,
        /** Null: the applicant. */
        askedBy: text.nullable(),
        dueOn: day.nullable(),
        reason: z.string(),
        body: text.nullable(),
        part: z.string().nullable(),
        decidedBy: text.nullable(),
        decidedOn: day.nullable(),
        decision: z.string().nullable(),
        doneOn: day.nullable(),
        /** Its term had run out when it took effect, or when it came in. */
        late: z.boolean(),
        papers: z.array(paper),
        extension: z.object({ fromOn: day, untilOn: day, noticeDueOn: day.nullable() }).nullable(),
        hearing: z
          .object({
            toldOn: day.nullable(),
            objectionsUntil: day.nullable(),
            freeFrom: day.nullable(),
            objections: z.string().nullable(),
            objectedOn: day.nullable(),
            heldOn: day.nullable(),
            protocol: z.string().nullable(),
          })
          .nullable(),
        transfer: z
          .object({
            outgoingNumber: z.string().nullable(),
            registerNumber: z.string().nullable(),
            kuiNumber: z.string().nullable(),
            warnings: z.array(text),
          })
          .nullable(),
        complaint: z
          .object({
            number: z.string(),
            channel: z.enum(['portal', 'paper']),
            receivedOn: day,
            lodgeUntil: day,
            passedOn: day.nullable(),
            reviewDueOn: day.nullable(),
            outcome: z.enum(complaintOutcomes).nullable(),
            words: z.string().nullable(),
            outcomeOn: day.nullable(),
          })
          .nullable(),
      }),
    ),
    /** The last day to which the term can be extended. */
    extendUntil: day,
  }),
  { kk: 'Өтініш бойынша шешімдер', ru: 'Решения по обращению', en: 'Decisions on the appeal' },
)

// What the public page asks with the code in hand; not reachable over the staff's HTTP.
export const pathsInHand = shape(
  'paths.inHand',
  none,
  z.object({
    rows: z.array(
      z.object({
        kind: z.enum(pathKinds),
        state: z.enum(pathStates),
        askedAt: instant,
        body: text.nullable(),
        part: z.string().nullable(),
        doneOn: day.nullable(),
        fromOn: day.nullable(),
        untilOn: day.nullable(),
        number: z.string().nullable(),
        passedOn: day.nullable(),
        reviewDueOn: day.nullable(),
        outcome: z.enum(complaintOutcomes).nullable(),
        words: z.string().nullable(),
      }),
    ),
    mayWithdraw: z.boolean(),
    mayComplain: z.boolean(),
    /** Last day for a complaint; a later one is taken in too, and marked. */
    complainUntil: day.nullable(),
  }),
  { kk: 'Өтініш бойынша шешімдерді көру', ru: 'Узнать решения по обращению', en: 'See the decisions on the appeal' },
)

export const askWithdrawal = shape('paths.withdraw', z.object({ reason: maybeProse(4_000) }), none, {
  kk: 'Өтінішті қайтарып алу',
  ru: 'Отозвать обращение',
  en: 'Withdraw the appeal',
})

export const lodgeComplaint = shape('paths.complain', z.object({ text: prose(100_000) }), none, {
  kk: 'Жауапқа шағым беру',
  ru: 'Подать жалобу на ответ',
  en: 'Complain against the reply',
})

// What the house itself performs when news comes.
const followed = z.object({ id, document: id })
export const noteSigned = shape('paths.noteSigned', followed, none, {
  kk: 'Құжатқа қол қойылды',
  ru: 'Документ подписан',
  en: 'A paper was signed',
})
export const noteGiven = shape('paths.noteGiven', followed, none, {
  kk: 'Хабарлама берілді',
  ru: 'Уведомление дано',
  en: 'A notice was given',
})
export const noteAsked = shape('paths.noteAsked', z.object({ id, path: id }), none, {
  kk: 'Өтініш берушінің талабы тіркелді',
  ru: 'Требование заявителя зарегистрировано',
  en: 'What the applicant asked was registered',
})
export const followAssignee = shape('paths.followAssignee', z.object({ id, to: id }), none, {
  kk: 'Мерзімдер жаңа орындаушыға берілді',
  ru: 'Сроки переданы новому исполнителю',
  en: 'What is due passed to the new assignee',
})
export const settleOpen = shape('paths.settleOpen', z.object({ id }), none, {
  kk: 'Аяқталған өтініштің ашық жолдары жабылды',
  ru: 'Открытое по завершённому обращению закрыто',
  en: 'What was open on a finished appeal was settled',
})

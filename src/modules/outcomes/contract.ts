// The shapes of decisions and what follows them, shared by the server and the web.
import { z } from 'zod'
import { day, id, line, maybeLine, maybeProse, prose, shape } from '../../kernel/contract.ts'
import { bodies, measureNames } from '../conclusions/contract.ts'
import { answers, appealResults, ways } from './words.ts'

export * from './words.ts'
export { knownOutcomes, outcomeChoices, readOutcome } from './reading-contract.ts'

const version = z.int().optional()
/** Every act is one on the investigation. */
const one = { id, version }
const none = z.object({})
const files = z.array(id).max(20).default([])
/** A material of the case: 'document:<id>'. */
const material = z.string().regex(/^[a-zA-Z]+:[0-9a-f-]{36}$/)

export const recordDecision = shape(
  'outcomes.decide',
  z.object({
    ...one,
    person: id,
    body: z.enum(bodies),
    bodyName: line(300),
    number: line(100),
    decidedOn: day,
    measure: z.enum(measureNames),
    words: maybeProse(4_000),
    files,
  }),
  none,
  { kk: 'Шешімді тіркеу', ru: 'Записать решение', en: 'Record the decision' },
)

export const recordExecution = shape(
  'outcomes.execute',
  z.object({ ...one, decision: id, orderNumber: line(100), executedOn: day, files }),
  none,
  { kk: 'Орындалғанын тіркеу', ru: 'Отметить исполнение', en: 'Record the execution' },
)

export const recordAppeal = shape(
  'outcomes.appeal',
  z.object({ ...one, decision: id, filedOn: day, filedWith: line(300), files }),
  none,
  { kk: 'Шағымданғанын тіркеу', ru: 'Отметить обжалование', en: 'Record an appeal of the decision' },
)

export const settleAppeal = shape(
  'outcomes.settleAppeal',
  z.object({
    ...one,
    appeal: id,
    result: z.enum(appealResults),
    on: day,
    number: line(100),
    measure: z.enum(measureNames).optional(),
    words: maybeProse(4_000),
    files,
  }),
  none,
  { kk: 'Шағымның нәтижесін тіркеу', ru: 'Записать результат обжалования', en: 'Record the result of the appeal' },
)

export const closeOutcome = shape('outcomes.close', z.object({ ...one, word: prose(4_000) }), none, {
  kk: 'Тексеруді аяқтау',
  ru: 'Завершить расследование',
  en: 'Close the investigation',
})

export const tickMaterials = shape(
  'outcomes.tick',
  z.object({
    ...one,
    person: id,
    /** 'kind:id' of each material that went or will go as a copy. */
    copied: z.array(material).max(500).default([]),
    /** A material that is not copied, and why. */
    left: z
      .array(z.object({ material: material, reason: line(500) }))
      .max(500)
      .default([]),
  }),
  none,
  { kk: 'Көшірмелерді белгілеу', ru: 'Отметить копии', en: 'Tick the copies' },
)

export const sendNotice = shape(
  'outcomes.notify',
  z.object({
    ...one,
    person: id,
    way: z.enum(ways),
    /** The signed document about this investigation by which it was sent. */
    document: id.optional(),
    number: maybeLine(100),
    on: day,
    files,
  }),
  none,
  {
    kk: 'Меңгерушіге хабарланғанын тіркеу',
    ru: 'Отметить уведомление заведующего',
    en: 'Record the notice to the head',
  },
)

export const transferMaterials = shape(
  'outcomes.transfer',
  z.object({ ...one, body: id, number: line(100), sentOn: day, what: prose(4_000), files }),
  z.object({ transfer: id }),
  {
    kk: 'Құқық қорғау органына берілгенін тіркеу',
    ru: 'Отметить передачу в правоохранительный орган',
    en: 'Record a transfer to law enforcement',
  },
)

export const answerTransfer = shape(
  'outcomes.answerTransfer',
  z.object({
    ...one,
    transfer: id,
    answer: z.enum(answers),
    on: day,
    registerNumber: maybeLine(100),
    words: maybeProse(4_000),
    files,
  }),
  none,
  { kk: 'Органның жауабын тіркеу', ru: 'Записать ответ органа', en: 'Record the body’s answer' },
)

export const decideSuperior = shape(
  'outcomes.decideSuperior',
  z.object({
    ...one,
    person: id,
    liable: z.boolean(),
    filedOn: day.optional(),
    words: prose(4_000),
    files,
  }),
  none,
  {
    kk: 'Басшының жауаптылығын тіркеу',
    ru: 'Записать ответственность руководителя',
    en: 'Record the liability of the superior',
  },
)

// What the house itself performs when news comes or a day has come; not reachable over HTTP.
export const noteConcluded = shape('outcomes.noteConcluded', z.object({ id }), none, {
  kk: 'Қорытындыдан кейінгі мерзімдер ашылды',
  ru: 'Открыты сроки после заключения',
  en: 'The terms that follow the conclusion were opened',
})
export const lapsePenalty = shape('outcomes.lapse', z.object({ id, decision: id }), none, {
  kk: 'Жазаның мерзімі өтті',
  ru: 'Взыскание погашено',
  en: 'The penalty lapsed',
})
export const watchPenalties = shape(
  'outcomes.watch',
  none,
  z.object({ lapsing: z.array(z.object({ id, decision: id })) }),
  { kk: 'Жазалардың мерзімі қаралды', ru: 'Просмотрены сроки взысканий', en: 'The terms of penalties were looked at' },
)

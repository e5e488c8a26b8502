// The shapes of what comes of an investigation, shared by the server and the web.
import { z } from 'zod'
import { day, id, language, line, maybeLine, maybeProse, prose, shape } from '../../kernel/contract.ts'
import { acknowledgements, answers, appealResults, bodies, findings, measureNames, ways } from './words.ts'

export * from './words.ts'
export { knownOutcomes, outcomeChoices, readOutcome } from './reading-contract.ts'

const version = z.int().optional()
/** Every act is one on the investigation. */
const one = { id, version }
const none = z.object({})
const files = z.array(id).max(20).default([])
const refs = z
  .array(z.string().regex(/^[a-zA-Z]+:[0-9a-f-]{36}$/))
  .max(50)
  .default([])

export const addAllegation = shape(
  'outcomes.allege',
  z.object({ ...one, words: prose(4_000) }),
  z.object({ allegation: id }),
  { kk: 'Айып тағын қосу', ru: 'Добавить обвинение', en: 'Add an allegation' },
)

export const dropAllegation = shape(
  'outcomes.dropAllegation',
  z.object({ ...one, allegation: id, reason: prose(2_000) }),
  none,
  { kk: 'Айып тағын алып тастау', ru: 'Снять обвинение', en: 'Drop an allegation' },
)

export const makeFinding = shape(
  'outcomes.find',
  z.object({
    ...one,
    allegation: id,
    person: id,
    finding: z.enum(findings),
    reasons: prose(10_000),
    /** Records of the house that it rests on: 'evidence:<id>', 'document:<id>' … */
    refs,
    /** Evidence that stands in no register. */
    sources: maybeProse(4_000),
  }),
  none,
  { kk: 'Тұжырым жасау', ru: 'Сделать вывод', en: 'Make a finding' },
)

export const proposeMeasure = shape(
  'outcomes.propose',
  z.object({ ...one, person: id, measure: z.enum(measureNames), reasons: prose(4_000) }),
  none,
  { kk: 'Шара ұсыну', ru: 'Предложить меру', en: 'Propose a measure' },
)

export const offerMaterials = shape('outcomes.offerMaterials', z.object({ ...one, person: id, on: day }), none, {
  kk: 'Материалдармен танысуға шақыру',
  ru: 'Предложить ознакомиться с материалами',
  en: 'Offer the materials for study',
})

export const acknowledgeMaterials = shape(
  'outcomes.acknowledge',
  z.object({
    ...one,
    person: id,
    acknowledged: z.enum(acknowledgements),
    on: day,
    /** What the person said of the materials, in his or her own words. */
    remarks: maybeProse(10_000),
    /** Who witnessed the refusal, one on a line. */
    witnesses: maybeProse(2_000),
    files,
  }),
  none,
  { kk: 'Танысқанын не бас тартқанын тіркеу', ru: 'Отметить ознакомление или отказ', en: 'Record study or refusal' },
)

export const draftConclusion = shape(
  'outcomes.draftConclusion',
  z.object({ ...one, language: language.optional() }),
  z.object({ document: id }),
  { kk: 'Қорытынды жобасын жасау', ru: 'Составить проект заключения', en: 'Draft the conclusion' },
)

export const dropConclusion = shape('outcomes.dropConclusion', z.object({ ...one, reason: prose(2_000) }), none, {
  kk: 'Қорытынды жобасынан бас тарту',
  ru: 'Отказаться от проекта заключения',
  en: 'Give the draft up',
})

export const appointReviewer = shape('outcomes.appointReviewer', z.object({ ...one, employee: id }), none, {
  kk: 'Қорытындыны тексерушіні тағайындау',
  ru: 'Назначить проверяющего',
  en: 'Appoint a reviewer',
})

export const sendBackConclusion = shape('outcomes.sendBack', z.object({ ...one, remarks: prose(4_000) }), none, {
  kk: 'Ескертулермен қайтару',
  ru: 'Вернуть с замечаниями',
  en: 'Send back with remarks',
})

export const reviewConclusion = shape('outcomes.review', z.object({ ...one, word: prose(4_000) }), none, {
  kk: 'Қорытындыны тексердім деп белгілеу',
  ru: 'Подтвердить проверку заключения',
  en: 'Pass the conclusion',
})

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

export const addMaterial = shape('outcomes.addMaterial', z.object({ ...one, words: line(500) }), none, {
  kk: 'Материалды тізбеге қосу',
  ru: 'Внести материал в перечень',
  en: 'Add a material to the list',
})

export const tickMaterials = shape(
  'outcomes.tick',
  z.object({
    ...one,
    person: id,
    /** 'kind:id' of each material that went or will go as a copy. */
    copied: refs.unwrap().max(500).default([]),
    /** A material that is not copied, and why. */
    left: z
      .array(z.object({ material: refs.unwrap().element, reason: line(500) }))
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
export const noteConclusion = shape('outcomes.noteConclusion', z.object({ id }), none, {
  kk: 'Қорытындыға қол қойылды',
  ru: 'Заключение подписано',
  en: 'The conclusion was signed',
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

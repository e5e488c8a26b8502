// The shapes of what an inspection establishes and what follows: findings, act, objections, remedy plan. Shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, line, maybeLine, prose, shape, text } from '../../kernel/contract.ts'
import { acquaintanceWays, remedyStates, verdicts } from './kinds.ts'

export * from './kinds.ts'

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
const files = z.array(id).max(20).default([])
const keptFile = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })
const author = z.object({ by: text, at: instant })
const term = z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() })

export const answerQuestion = shape(
  'inspections.answer',
  z.object({ ...one, question: id, answer: prose(10_000) }),
  none,
  { kk: 'Сұрақ бойынша не анықталды', ru: 'Что установлено по вопросу', en: 'What was established' },
)

export const addFinding = shape(
  'inspections.find',
  z.object({
    ...one,
    question: id,
    what: prose(10_000),
    norm: line(1_000),
    papers: z.array(line(500)).min(1).max(50),
    /** Of the register of persons, where it knows who answers. */
    person: id.optional(),
    /** Who answers, in words; from the register where a person is chosen. */
    answers: maybeLine(300),
    files,
  }),
  z.object({ finding: id }),
  { kk: 'Кемшілікті жазу', ru: 'Записать нарушение', en: 'Record a finding' },
)

export const strikeFinding = shape(
  'inspections.strike',
  z.object({ ...one, finding: id, reason: prose(2_000) }),
  none,
  { kk: 'Жазылған кемшілікті алып тастау', ru: 'Исключить нарушение', en: 'Strike a finding' },
)

export const drawAct = shape(
  'inspections.draw',
  z.object({ ...one, present: maybeLine(2_000) }),
  z.object({ document: id }),
  { kk: 'Тексеру актісін жасау', ru: 'Составить акт проверки', en: 'Draw up the act' },
)

export const takeBackAct = shape('inspections.takeBack', z.object({ ...one, reason: prose(2_000) }), none, {
  kk: 'Актіні қайтарып алып, түзету',
  ru: 'Отозвать акт на доработку',
  en: 'Take the act back',
})

export const acquaintDepartment = shape(
  'inspections.acquaint',
  z.object({
    ...one,
    on: day,
    /** The head of the department, or the person acting: name and post. */
    name: line(300),
    way: z.enum(acquaintanceWays),
    /** Of a refusal: what was said, and who saw it. */
    words: maybeLine(2_000),
    files,
  }),
  none,
  { kk: 'Бөлімше басшысын таныстыру', ru: 'Ознакомить руководителя', en: 'Acquaint the head of the department' },
)

export const addObjection = shape(
  'inspections.object',
  z.object({ ...one, finding: id.optional(), receivedOn: day, words: prose(10_000), files }),
  z.object({ objection: id }),
  { kk: 'Қарсылықты тіркеу', ru: 'Записать возражение', en: 'Record an objection' },
)

export const answerObjection = shape(
  'inspections.answerObjection',
  z.object({ ...one, objection: id, upheld: z.boolean(), answer: prose(4_000) }),
  none,
  { kk: 'Қарсылық бойынша шешім', ru: 'Решить по возражению', en: 'Decide on an objection' },
)

const item = { finding: id, what: prose(4_000), holder: line(300), due: day }

export const planRemedies = shape(
  'inspections.plan',
  z.object({ ...one, items: z.array(z.object(item)).min(1).max(100) }),
  none,
  { kk: 'Жою жоспарын бекіту', ru: 'Утвердить план устранения', en: 'Settle the remedy plan' },
)

export const addRemedy = shape('inspections.addRemedy', z.object({ ...one, ...item }), z.object({ item: id }), {
  kk: 'Жоспарға тармақ қосу',
  ru: 'Добавить пункт в план',
  en: 'Add an item to the plan',
})

export const bringEvidence = shape(
  'inspections.bring',
  z.object({ ...one, item: id, receivedOn: day, words: prose(4_000), files }),
  none,
  { kk: 'Жойылғанының дәлелін тіркеу', ru: 'Записать доказательство устранения', en: 'Record evidence of remedy' },
)

export const judgeRemedy = shape(
  'inspections.judge',
  z.object({
    ...one,
    item: id,
    /** The item's version that the form showed: what a colleague judged meanwhile is not judged again unseen. */
    seen: z.int(),
    verdict: z.enum(verdicts),
    word: prose(4_000),
    /** Of an extension. */
    until: day.optional(),
  }),
  none,
  { kk: 'Тармақты бағалау', ru: 'Оценить пункт', en: 'Judge an item' },
)

export const closeInspection = shape('inspections.close', z.object({ ...one, word: prose(4_000) }), none, {
  kk: 'Тексеруді аяқтау',
  ru: 'Завершить проверку',
  en: 'Close the inspection',
})

const remedy = z.object({
  id,
  version: z.int(),
  number: z.int(),
  finding: id,
  what: z.string(),
  holder: z.string(),
  state: z.enum(remedyStates),
  dueOn: day,
  firstDueOn: day,
  term,
  judged: z.object({ on: day, by: text, word: z.string() }).nullable(),
  evidence: z.array(author.extend({ id, receivedOn: day, words: z.string(), files: z.array(keptFile) })),
  extensions: z.array(author.extend({ from: day, until: day, reason: z.string() })),
})

export const readResults = shape(
  'inspections.results',
  z.object({ id }),
  z.object({
    findings: z.array(
      author.extend({
        id,
        number: z.int(),
        question: z.int(),
        what: z.string(),
        norm: z.string(),
        papers: z.array(z.string()),
        answers: z.string(),
        person: id.nullable(),
        struck: z.string().nullable(),
        files: z.array(keptFile),
      }),
    ),
    act: z.object({ document: id, number: z.string().nullable(), drawnOn: day, signedOn: day.nullable() }).nullable(),
    acquaintance: z
      .object({
        on: day,
        name: z.string(),
        way: z.enum(acquaintanceWays),
        words: z.string().nullable(),
        files: z.array(keptFile),
        /** Of the objections. */
        term,
      })
      .nullable(),
    objections: z.array(
      author.extend({
        id,
        finding: z.int().nullable(),
        receivedOn: day,
        words: z.string(),
        files: z.array(keptFile),
        answer: author.extend({ upheld: z.boolean(), words: z.string() }).nullable(),
      }),
    ),
    plan: z.array(remedy),
  }),
  { kk: 'Нәтижесі мен жоюы', ru: 'Итоги и устранение', en: 'Results and remedy' },
)

// What the house itself performs when news comes; not reachable over HTTP.
export const noteSigned = shape('inspections.noteSigned', z.object({ id, document: id }), none, {
  kk: 'Актіге қол қойылды',
  ru: 'Акт подписан',
  en: 'The act was signed',
})

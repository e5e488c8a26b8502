// What is read of an outcome: decisions and what followed, the checklist of clause 13, transfers; what is known of a person from before.
import { z } from 'zod'
import { day, id, shape, text } from '../../kernel/contract.ts'
import { bodies, measureNames } from '../conclusions/contract.ts'
import { answers, appealResults, resignations, ways } from './words.ts'

const keptFile = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })
const files = z.array(keptFile)
const term = z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() })
const paper = z.object({ kind: z.string(), id, caption: z.string(), page: z.string().nullable() })
const against = z.array(z.object({ clause: z.string(), says: text }))

const appeal = z.object({
  id,
  filedOn: day,
  filedWith: z.string(),
  result: z.enum(appealResults).nullable(),
  resultOn: day.nullable(),
  resultNumber: z.string().nullable(),
  words: z.string().nullable(),
  files,
})

const decision = z.object({
  id,
  body: z.enum(bodies),
  bodyName: z.string(),
  number: z.string(),
  decidedOn: day,
  measure: z.enum(measureNames),
  /** After the appeals; null where it was annulled. */
  standing: z.enum(measureNames).nullable(),
  words: z.string().nullable(),
  /** A value that no lawyer has confirmed stood in the limitation. */
  doubtful: z.boolean(),
  by: text,
  order: z.object({ number: z.string(), on: day }).nullable(),
  lapsesOn: day.nullable(),
  lapseDoubtful: z.boolean(),
  lapsedOn: day.nullable(),
  annulledOn: day.nullable(),
  appeals: z.array(appeal),
  files,
})

const person = z.object({
  id,
  name: text,
  judge: z.boolean(),
  /** Of the Department's own territorial staff: clause 13 stands before a decision. */
  territorial: z.boolean(),
  limitation: z.object({ on: day.nullable(), doubtful: z.boolean(), past: z.boolean() }),
  checklist: z
    .object({
      materials: z.array(paper.extend({ group: text, copied: z.boolean().nullable(), reason: z.string().nullable() })),
      unticked: z.int(),
      notice: z
        .object({ way: z.enum(ways), number: z.string(), on: day, head: text, copies: z.int(), files })
        .nullable(),
    })
    .nullable(),
  decisions: z.array(decision),
  /** Why no penalty of the usual body may be recorded today. */
  against,
  superior: z
    .object({
      liable: z.boolean(),
      resignation: z.enum(resignations),
      filedOn: day.nullable(),
      dueOn: day,
      doubtful: z.boolean(),
      words: z.string(),
      by: text,
      files,
    })
    .nullable(),
})

export const readOutcome = shape(
  'outcomes.one',
  z.object({ id }),
  z.object({
    id,
    version: z.int(),
    superiorCase: z.boolean(),
    state: z.string(),
    brief: z.boolean(),
    people: z.array(person),
    transfers: z.array(
      z.object({
        id,
        body: text,
        number: z.string(),
        sentOn: day,
        what: z.string(),
        term,
        doubtful: z.boolean(),
        answer: z.enum(answers).nullable(),
        answeredOn: day.nullable(),
        registerNumber: z.string().nullable(),
        words: z.string().nullable(),
        files,
      }),
    ),
    /** Why the investigation may not be closed yet. */
    unclosed: against,
  }),
  { kk: 'Тексерудің нәтижесін көру', ru: 'Смотреть результат расследования', en: 'Look at the outcome' },
)

export const outcomeChoices = shape(
  'outcomes.choices',
  z.object({ id }),
  z.object({
    /** Law enforcement, prosecution and special state bodies of the directory. */
    bodies: z.array(z.object({ id, name: text, group: text })),
    /** Signed documents about this investigation. */
    documents: z.array(z.object({ id, name: z.string() })),
  }),
  { kk: 'Нәтиже нысандарының таңдаулары', ru: 'Варианты форм результата', en: 'Choices of the outcome’s forms' },
)

export const knownOutcomes = shape(
  'outcomes.knownOf',
  z.object({ id }),
  z.object({
    rows: z.array(
      z.object({
        person: id,
        name: text,
        investigation: id,
        number: z.string(),
        proven: z.int(),
        measure: z.enum(measureNames).nullable(),
        decidedOn: day.nullable(),
        /** The penalty has neither lapsed nor been annulled. */
        inForce: z.boolean(),
        page: z.string(),
      }),
    ),
  }),
  {
    kk: 'Тексерілетін адам туралы бұрынғы нәтижелер',
    ru: 'Прежние результаты о проверяемом',
    en: 'What is known of the person from before',
  },
)

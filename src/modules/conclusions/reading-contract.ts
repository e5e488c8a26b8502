// What is read of a conclusion: the whole of it on one tab, and the choices of its forms.
import { z } from 'zod'
import { day, id, instant, shape, text } from '../../kernel/contract.ts'
import { acknowledgements, findings, measureNames } from './words.ts'

const keptFile = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })
const term = z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() })
const paper = z.object({ kind: z.string(), id, caption: z.string(), page: z.string().nullable() })

const finding = z.object({
  allegation: id,
  finding: z.enum(findings),
  reasons: z.string(),
  sources: z.string().nullable(),
  refs: z.array(paper),
  at: instant,
  by: text,
  /** Findings that this one took the place of. */
  earlier: z.int(),
})

const person = z.object({
  id,
  name: text,
  judge: z.boolean(),
  findings: z.array(finding),
  measure: z.object({ measure: z.enum(measureNames), reasons: z.string(), by: text, at: instant }).nullable(),
  familiarisation: z
    .object({
      offeredOn: day,
      term,
      doubtful: z.boolean(),
      acknowledged: z.enum(acknowledgements).nullable(),
      acknowledgedOn: day.nullable(),
      remarks: z.string().nullable(),
      witnesses: z.array(z.string()),
      files: z.array(keptFile),
    })
    .nullable(),
})

export const readConclusion = shape(
  'conclusions.one',
  z.object({ id }),
  z.object({
    id,
    version: z.int(),
    state: z.string(),
    /** A principal sees that it was concluded, and nothing of the way there. */
    brief: z.boolean(),
    allegations: z.array(z.object({ id, place: z.int(), words: z.string(), dropped: z.string().nullable() })),
    people: z.array(person),
    conclusion: z
      .object({
        document: id,
        /** Null where the actor does not see the paper itself. */
        state: text.nullable(),
        number: z.string().nullable(),
        signedOn: day.nullable(),
        by: text,
      })
      .nullable(),
    /** Why the conclusion may not be drafted yet. */
    unready: z.array(z.object({ clause: z.string(), says: text })),
    reviewer: z.object({ id, name: text }).nullable(),
    /** The actor is asked to review it, whatever the post. */
    asked: z.boolean(),
    reviews: z.array(z.object({ at: instant, by: text, passed: z.boolean(), words: z.string() })),
  }),
  { kk: 'Тексеру қорытындысын көру', ru: 'Смотреть заключение расследования', en: 'Look at the conclusion' },
)

export const conclusionChoices = shape(
  'conclusions.choices',
  z.object({ id }),
  z.object({
    /** What a finding may refer to. */
    evidence: z.array(z.object({ value: z.string(), name: z.string(), group: text })),
    reviewers: z.array(z.object({ id, name: text, post: text, conflict: text.nullable() })),
  }),
  { kk: 'Қорытынды нысандарының таңдаулары', ru: 'Варианты форм заключения', en: 'Choices of the conclusion’s forms' },
)

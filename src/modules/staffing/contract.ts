// Shapes: the staffing table with its limit (clauses 3, 9.2) and job descriptions (5.15).
import { z } from 'zod'
import { day, id, instant, line, prose, shape, text } from '../../kernel/contract.ts'

const person = z.object({ id, name: text }).nullable()

const decided = {
  version: z.int(),
  state: z.enum(['proposed', 'approved', 'returned']),
  stateTitle: text,
  fromOn: day,
  basis: z.string(),
  proposedBy: person,
  proposedAt: instant,
  decidedBy: person,
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
}

const tableRow = z.object({
  postId: id,
  code: z.string(),
  title: text,
  unitId: id,
  unit: text,
  seats: z.int(),
  held: z.int(),
})

const staffingTable = z.object({ id, ...decided, seats: z.int(), limit: z.int(), rows: z.array(tableRow) })

/** The table in force today with who holds what, the limit, and what was proposed before and since. */
export const openStaffing = shape(
  'staffing.open',
  z.object({}),
  z.object({
    limit: z.object({ seats: z.int(), fromOn: day, basis: z.string() }).nullable(),
    inForce: staffingTable.nullable(),
    tables: z.array(z.object({ id, ...decided, seats: z.int(), limit: z.int() })),
    posts: z.array(z.object({ postId: id, code: z.string(), title: text, unitId: id, unit: text })),
  }),
  { kk: 'Штат кестесі', ru: 'Штатное расписание', en: 'Staffing table' },
)

export const openStaffingTable = shape('staffing.table', z.object({ id }), staffingTable, {
  kk: 'Штат кестесінің ұсынысы',
  ru: 'Предложение по штатному расписанию',
  en: 'Proposed staffing table',
})

export const setStaffingLimit = shape(
  'staffing.setLimit',
  z.object({ seats: z.int().min(0).max(10_000), fromOn: day, basis: line(300) }),
  z.object({}),
  { kk: 'Штат санының лимитін енгізу', ru: 'Внести лимит штатной численности', en: 'Enter the staffing limit' },
)

export const proposeStaffing = shape(
  'staffing.propose',
  z.object({
    fromOn: day,
    basis: prose(2000),
    rows: z
      .array(z.object({ postId: id, seats: z.int().min(1).max(1000) }))
      .min(1)
      .max(500),
  }),
  z.object({ id }),
  { kk: 'Штат кестесін ұсыну', ru: 'Внести предложение по штатному расписанию', en: 'Propose a staffing table' },
)

const onVersion = { id, version: z.int().optional() }

export const approveStaffing = shape('staffing.approve', z.object(onVersion), z.object({}), {
  kk: 'Штат кестесін бекіту',
  ru: 'Утвердить штатное расписание',
  en: 'Approve the staffing table',
})

export const returnStaffing = shape('staffing.return', z.object({ ...onVersion, reason: prose(2000) }), z.object({}), {
  kk: 'Ұсынысты қайтару',
  ru: 'Вернуть предложение',
  en: 'Return the proposal',
})

const jobDescription = z.object({
  id,
  ...decided,
  postCode: z.string(),
  postTitle: text,
  untilOn: day.nullable(),
  inForce: z.boolean(),
  powers: z.array(z.object({ power: z.string(), title: text })),
})

export const listDescriptions = shape(
  'staffing.descriptions',
  z.object({ postCode: z.string().max(40).optional() }),
  z.object({
    descriptions: z.array(jobDescription),
    /** Every power that a module of the house knows. */
    powers: z.array(z.object({ power: z.string(), title: text, standardFor: z.array(z.string()) })),
  }),
  { kk: 'Лауазымдық нұсқаулықтар', ru: 'Должностные инструкции', en: 'Job descriptions' },
)

export const openDescription = shape('staffing.description', z.object({ id }), jobDescription, {
  kk: 'Лауазымдық нұсқаулық',
  ru: 'Должностная инструкция',
  en: 'Job description',
})

export const describePost = shape(
  'staffing.describe',
  z
    .object({
      postCode: z.string().max(40),
      powers: z.array(z.string().max(60)).max(100),
      fromOn: day,
      untilOn: day.nullish(),
      basis: prose(2000),
    })
    .refine(({ fromOn, untilOn }) => !untilOn || fromOn <= untilOn, {
      path: ['untilOn'],
      params: {
        says: {
          kk: 'Соңғы күн бірінші күннен бұрын бола алмайды.',
          ru: 'Последний день не может быть раньше первого.',
          en: 'The last day cannot be before the first.',
        },
      },
    }),
  z.object({ id }),
  { kk: 'Лауазымдық нұсқаулықты ұсыну', ru: 'Предложить должностную инструкцию', en: 'Propose a job description' },
)

export const approveDescription = shape('staffing.approveDescription', z.object(onVersion), z.object({}), {
  kk: 'Нұсқаулықты бекіту',
  ru: 'Утвердить инструкцию',
  en: 'Approve the job description',
})

export const returnDescription = shape(
  'staffing.returnDescription',
  z.object({ ...onVersion, reason: prose(2000) }),
  z.object({}),
  { kk: 'Нұсқаулықты қайтару', ru: 'Вернуть инструкцию', en: 'Return the job description' },
)

export const endDescription = shape(
  'staffing.endDescription',
  z.object({ id, lastOn: day, reason: prose(2000) }),
  z.object({}),
  { kk: 'Нұсқаулықтың күшін тоқтату', ru: 'Прекратить действие инструкции', en: 'End the job description' },
)

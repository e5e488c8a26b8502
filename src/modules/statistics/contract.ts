// The shapes of the form of appeals, shared by the server and the web: the form, the cases behind a figure, its approval.
import { z } from 'zod'
import { day, id, instant, language, paged, paging, shape, text } from '../../kernel/contract.ts'
import { sheet } from '../../kernel/reply.ts'
import { appealKinds, appealStates } from '../submissions/contract.ts'
import { dimensions, measures } from './measures.ts'

export * from './measures.ts'

/** The period, the unit, and the day whose knowledge is asked for: the same question gives the same figures for ever. */
const asked = {
  from: day,
  until: day,
  /** Today unless told. */
  asOf: day.optional(),
  /** One unit of those in the asker's reach; all of them unless told. */
  unit: id.optional(),
}

const counts = z.record(z.enum(measures), z.int())

const cut = z.object({
  dimension: z.enum(dimensions),
  rows: z.array(z.object({ value: z.string(), title: text, counts })),
})

const difference = z.object({ measure: z.enum(measures), approved: z.int(), now: z.int() })

const form = z.object({
  from: day,
  until: day,
  asOf: day,
  unit: id.nullable(),
  unitTitle: text,
  /** The day asked about is not over: the figures may still move. */
  provisional: z.boolean(),
  totals: counts,
  before: z.object({ from: day, until: day, totals: counts }),
  cuts: z.array(cut),
  trend: z.array(z.object({ month: z.string(), received: z.int(), done: z.int() })),
  units: z.array(z.object({ id, name: text })),
  regions: z.array(z.object({ code: z.string(), unit: id, name: text })),
  approval: z
    .object({
      at: instant,
      by: text,
      asOf: day,
      hash: z.string(),
      /** Null where the asker is not shown the approved figures. */
      differences: z.array(difference).nullable(),
    })
    .nullable(),
})

export const readForm = shape('statistics.form', z.object(asked), form, {
  kk: 'Өтініштер туралы есеп нысаны',
  ru: 'Форма отчётности по обращениям',
  en: 'Form of appeals',
})

const oneCase = z.object({
  /** Null where the appeal has since left the asker's sight: it was counted, and is not shown. */
  id: id.nullable(),
  number: z.string().nullable(),
  subject: z.string().nullable(),
  kind: z.enum(appealKinds),
  /** The state on the day asked about. */
  state: z.enum(appealStates),
  unit: text,
  receivedOn: day,
  dueOn: day,
  doneOn: day.nullable(),
})

/** Exactly the appeals that one figure counts. */
export const listCases = shape(
  'statistics.cases',
  z.object({
    ...paging,
    ...asked,
    measure: z.enum(measures),
    dimension: z.enum(dimensions).optional(),
    value: z.string().max(60).optional(),
  }),
  paged(oneCase),
  { kk: 'Санның ар жағындағы өтініштер', ru: 'Обращения за показателем', en: 'Appeals behind a figure' },
)

export const exportForm = shape('statistics.export', z.object({ ...asked, language: language.optional() }), sheet, {
  kk: 'Нысанды XLSX түрінде алу',
  ru: 'Выгрузить форму в XLSX',
  en: 'Export the form as XLSX',
})

export const printForm = shape(
  'statistics.print',
  z.object({ ...asked, language }),
  z.object({ name: z.string(), pdf: z.string() }),
  { kk: 'Нысанды PDF түрінде алу', ru: 'Получить форму в PDF', en: 'Take the form as PDF' },
)

export const approveForm = shape(
  'statistics.approve',
  z.object({ from: day, until: day }),
  z.object({ form: id, hash: z.string() }),
  { kk: 'Кезеңнің нысанын бекіту', ru: 'Утвердить форму за период', en: 'Approve the form of the period' },
)

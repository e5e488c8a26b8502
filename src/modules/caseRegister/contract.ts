// The shapes of the register as a whole: its lists, its tables, the cases about a person. Shared by the server and the web.
import { z } from 'zod'
import { day, id, language, maybeLine, paged, paging, shape, text } from '../../kernel/contract.ts'
import { sheet } from '../../kernel/reply.ts'
import * as words from '../criminalCases/contract.ts'
import { caseRow, iin } from '../criminalCases/contract.ts'
import { cell, dimensions, measures } from './measures.ts'

export * from './articles.ts'
export * from './measures.ts'

const filters = {
  state: z.enum(words.caseStates).optional(),
  qualification: z.enum(words.qualifications).optional(),
  postKind: z.enum(words.postKinds).optional(),
  region: maybeLine(20),
  outcome: z.enum(words.outcomes).optional(),
  article: maybeLine(10),
  registeredOnFrom: day.optional(),
  registeredOnUntil: day.optional(),
  /** Name, number of the pre-trial register or of the court. */
  words: maybeLine(200),
}
const sorts = ['-registeredOn', 'registeredOn', 'personName', '-personName', '-forceOn', 'forceOn'] as const

export const listCases = shape(
  'caseRegister.list',
  z.object({ ...paging, ...filters, sort: z.enum(sorts).default('-registeredOn') }),
  paged(caseRow),
  { kk: 'Қылмыстық істер тізілімі', ru: 'Реестр уголовных дел', en: 'Register of criminal cases' },
)
export const exportCases = shape(
  'caseRegister.export',
  z.object({ ...filters, sort: z.enum(sorts).default('-registeredOn') }),
  sheet,
  {
    kk: 'Қылмыстық істер тізілімін XLSX түрінде алу',
    ru: 'Выгрузить реестр уголовных дел в XLSX',
    en: 'Export the register of criminal cases as XLSX',
  },
)

const period = { from: day, until: day }
const tableRow = z.object({ value: z.string(), title: text, counts: z.record(z.enum(measures), z.int()) })
export const readTable = shape(
  'caseRegister.table',
  z.object({ ...period, dimension: z.enum(dimensions), qualification: z.enum(words.qualifications).optional() }),
  z.object({
    ...period,
    dimension: z.enum(dimensions),
    rows: z.array(tableRow),
    totals: z.record(z.enum(measures), z.int()),
  }),
  { kk: 'Қылмыстық істер кестелері', ru: 'Таблицы по уголовным делам', en: 'Tables of criminal cases' },
)
const tableWish = z.object({
  ...period,
  qualification: z.enum(words.qualifications).optional(),
  language: language.optional(),
})
export const exportTables = shape('caseRegister.tableSheet', tableWish, sheet, {
  kk: 'Кестелерді XLSX түрінде алу',
  ru: 'Выгрузить таблицы в XLSX',
  en: 'Export the tables as XLSX',
})
export const printTables = shape(
  'caseRegister.tablePaper',
  tableWish.extend({ language }),
  z.object({ name: z.string(), pdf: z.string() }),
  { kk: 'Кестелерді PDF түрінде алу', ru: 'Получить таблицы в PDF', en: 'Take the tables as PDF' },
)
export const listCell = shape('caseRegister.cell', z.object({ ...paging, ...period, ...cell }), paged(caseRow), {
  kk: 'Көрсеткіштің артындағы істер',
  ru: 'Дела за показателем',
  en: 'The cases behind a figure',
})

export const findAbout = shape(
  'caseRegister.about',
  z.object({ iin, name: maybeLine(200), person: id.optional() }),
  z.object({ rows: z.array(caseRow.extend({ by: z.enum(['person', 'iin', 'name']) })) }),
  { kk: 'Адам туралы істерді іздеу', ru: 'Найти дела о человеке', en: 'Find the cases about a person' },
)

// The statutory and analytical tables of the register (6.16): figures by each cut, the cases behind each, the sheet and the paper.
import { dotted } from '../../kernel/calendar.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import type { Cell } from '../../kernel/reply.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { courtKindTitles, type CourtKind } from '../structure/contract.ts'
import { renderReport } from '../templates/index.ts'
import {
  outcomes,
  outcomeTitles,
  postKinds,
  postKindTitles,
  qualifications,
  qualificationTitles,
  type Outcome,
  type PostKind,
  type Qualification,
} from '../criminalCases/contract.ts'
import { regionNames, rowOf } from '../criminalCases/index.ts'
import { articleTitle } from './articles.ts'
import * as shapes from './contract.ts'
import { dimensions, dimensionTitles, measures, measureTitles, none, type Dimension, type Measure } from './measures.ts'
import * as rules from './rules.ts'
import { countCases, countRows, listRows, type Counted, type Period } from './tables-store.ts'

const unstated: Text = { kk: 'Көрсетілмеген', ru: 'Не указано', en: 'Not stated' }
const centre: Text = { kk: 'Орталық органдар', ru: 'Центральные органы', en: 'Bodies of the centre' }
const noCourt: Text = { kk: 'Сот емес', ru: 'Не суд', en: 'Not a court' }
const whole: Text = { kk: 'Барлығы', ru: 'Всего', en: 'In all' }
const same = (it: string): Text => ({ kk: it, ru: it, en: it })

const titleOf = (dimension: Dimension, value: string, regions: ReadonlyMap<string, Text>): Text => {
  if (value === none) return dimension === 'region' ? centre : dimension === 'courtKind' ? noCourt : unstated
  switch (dimension) {
    case 'region':
      return regions.get(value) ?? same(value)
    case 'courtKind':
      return courtKindTitles[value as CourtKind]
    case 'postKind':
      return postKindTitles[value as PostKind]
    case 'article':
      return articleTitle(value)
    case 'outcome':
      return outcomeTitles[value as Outcome]
    case 'qualification':
      return qualificationTitles[value as Qualification]
    case 'year':
      return same(value)
  }
}

const orders: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  courtKind: Object.keys(courtKindTitles),
  postKind: postKinds,
  outcome: outcomes,
  qualification: qualifications,
}

const numbered = (it: string): number => Number.parseInt(it, 10) || 0

/** Regions as they stand in the directory, years and articles by number, the unstated last. */
const sorted = (dimension: Dimension, rows: readonly Counted[], regions: ReadonlyMap<string, Text>): Counted[] => {
  const order = dimension === 'region' ? [...regions.keys()] : orders[dimension]
  const rank = (it: string) => (it === none ? 1e9 : order ? order.indexOf(it) : numbered(it))
  return rows.toSorted((a, b) => rank(a.value) - rank(b.value) || (a.value < b.value ? -1 : 1))
}

const sumOf = (rows: readonly Counted[]): Record<Measure, number> =>
  Object.fromEntries(measures.map((it) => [it, rows.reduce((sum, { counts }) => sum + counts[it], 0)])) as Record<
    Measure,
    number
  >

async function tableOf(tx: Tx, period: Period, dimension: Dimension) {
  const regions = await regionNames(tx)
  const rows = sorted(dimension, await countCases(tx, period, dimension), regions)
  return {
    dimension,
    rows: rows.map((it) => ({ ...it, title: titleOf(dimension, it.value, regions) })),
    totals: sumOf(rows),
  }
}

/** Counts alone, of what the asker may see: no person stands in them. */
export const readTable = query(shapes.readTable, {
  clauses: ['6.16'],
  rules: [rules.lists],
  run: async ({ input: { dimension, ...period }, tx }) => ({
    from: period.from,
    until: period.until,
    ...(await tableOf(tx, period, dimension)),
  }),
})

export const listCell = query(shapes.listCell, {
  clauses: ['6.16', '5.16'],
  rules: [rules.lists],
  personal: true,
  run: async ({ input: { page, size, from, until, qualification, ...cell }, tx }) => {
    tx.note({ from, until, cell })
    const wish = { period: { from, until, qualification }, cell }
    const regions = await regionNames(tx)
    const rows = await listRows(tx, wish, { sort: '-registeredOn', page, size })
    return { rows: rows.map((it) => rowOf(it, regions)), ...(await countRows(tx, wish)) }
  },
})

const words = {
  title: { kk: 'Қылмыстық істер кестелері', ru: 'Таблицы по уголовным делам', en: 'Tables of criminal cases' },
  cut: { kk: 'Бөлініс', ru: 'Разрез', en: 'Cut' },
  value: { kk: 'Мәні', ru: 'Значение', en: 'Value' },
  period: { kk: 'Кезең', ru: 'Период', en: 'Period' },
  asOf: { kk: 'Мәлімет күні', ru: 'По состоянию на', en: 'As of' },
} satisfies Record<string, Text>

async function* sheetRows(
  all: readonly Awaited<ReturnType<typeof tableOf>>[],
  language: Language,
): AsyncGenerator<Cell[]> {
  for (const { dimension, rows, totals } of all) {
    for (const { title, counts } of rows)
      yield [dimensionTitles[dimension][language], title[language], ...measures.map((it) => counts[it])]
    yield [dimensionTitles[dimension][language], whole[language], ...measures.map((it) => totals[it])]
  }
}

const allTables = async (tx: Tx, period: Period) => {
  const all = []
  for (const dimension of dimensions) all.push(await tableOf(tx, period, dimension))
  return all
}

export const exportTables = query(shapes.exportTables, {
  clauses: ['6.16'],
  rules: [rules.lists],
  export: true,
  run: async ({ input: { language, ...period }, actor, tx }) => {
    tx.note(period)
    return {
      kind: 'sheet' as const,
      file: `criminal-cases-${period.from}-${period.until}`,
      title: words.title,
      columns: [
        { title: words.cut, width: 22 },
        { title: words.value, width: 50 },
        ...measures.map((it) => ({ title: measureTitles[it], width: 16 })),
      ],
      rows: sheetRows(await allTables(tx, period), language ?? actor.language),
    }
  },
})

const department: Text = {
  kk: 'Ішкі қауіпсіздік бөлімі',
  ru: 'Отдел внутренней безопасности',
  en: 'Internal Security Department',
}

export const printTables = query(shapes.printTables, {
  clauses: ['6.16'],
  rules: [rules.lists],
  export: true,
  run: async ({ input: { language, ...period }, tx }) => {
    tx.note(period)
    const all = await allTables(tx, period)
    const report = {
      title: words.title[language],
      marks: [
        `${words.period[language]}: ${dotted(period.from)} – ${dotted(period.until)}`,
        `${words.asOf[language]}: ${dotted(tx.today)}`,
      ],
      tables: all.map(({ dimension, rows, totals }) => ({
        title: dimensionTitles[dimension][language],
        head: [words.value[language], ...measures.map((it) => measureTitles[it][language])],
        rows: [...rows.map(({ title, counts }) => ({ title, counts })), { title: whole, counts: totals }].map(
          ({ title, counts }) => [title[language], ...measures.map((it) => String(counts[it]))],
        ),
      })),
      notes: [],
    }
    const pdf = await renderReport(report, department, tx.at, language)
    return { name: `criminal-cases-${period.from}-${period.until}.pdf`, pdf: pdf.bytes.toString('base64') }
  },
})

// The form on paper and as a sheet: the same figures, the same words, in the asker's language.
import { dotted } from '../../kernel/calendar.ts'
import type { Cell, Sheet } from '../../kernel/reply.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { renderReport, type Pdf } from '../templates/index.ts'
import { readForm } from './contract.ts'
import type { Form } from './figures.ts'
import {
  dimensions,
  dimensionTitles,
  groups,
  groupTitles,
  measures,
  measuresOf,
  measureTitles,
  type Measure,
} from './measures.ts'

const words = {
  period: { kk: 'Кезең', ru: 'Период', en: 'Period' },
  unit: { kk: 'Бөлімше', ru: 'Подразделение', en: 'Unit' },
  asOf: { kk: 'Мәлімет күні', ru: 'По состоянию на', en: 'As of' },
  now: { kk: 'Кезеңде', ru: 'За период', en: 'In the period' },
  before: { kk: 'Алдыңғы кезеңде', ru: 'За прошлый период', en: 'In the period before' },
  change: { kk: 'Өзгерісі', ru: 'Изменение', en: 'Change' },
  figure: { kk: 'Көрсеткіш', ru: 'Показатель', en: 'Figure' },
  cut: { kk: 'Бөлініс', ru: 'Разрез', en: 'Cut' },
  value: { kk: 'Мәні', ru: 'Значение', en: 'Value' },
  whole: { kk: 'Барлығы', ru: 'Всего', en: 'In all' },
  approved: { kk: 'Нысанды бекітті', ru: 'Форму утвердил(а)', en: 'Approved by' },
  code: { kk: 'Бақылау сомасы', ru: 'Контрольная сумма', en: 'Check sum' },
  provisional: {
    kk: 'Сұралған күн аяқталған жоқ: сандар өзгеруі мүмкін.',
    ru: 'Запрошенный день не закончился: показатели могут измениться.',
    en: 'The day asked about is not over: the figures may still change.',
  },
} satisfies Record<string, Text>

const grouped = (value: number, language: Language): string =>
  String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '\u00a0')

/** «+12», «−3», «0», without the browser's or the server's locale. */
const signed = (value: number, language: Language): string =>
  value === 0 ? '0' : `${value > 0 ? '+' : '\u2212'}${grouped(value, language)}`

/** What a table of many columns has room for on paper; the sheet has them all. */
const onPaper: readonly Measure[] = [
  'carried',
  'received',
  'inHand',
  'done',
  'answered',
  'satisfied',
  'partly',
  'refused',
  'explained',
  'terminated',
  'forwarded',
  'returned',
  'transferred',
  'inTime',
  'late',
  'remaining',
  'overdue',
]

async function* rowsOf(form: Form, language: Language): AsyncGenerator<readonly Cell[]> {
  const counts = (it: Form['totals']) => measures.map((measure) => it[measure])
  const period = `${dotted(form.from)} – ${dotted(form.until)}`
  const earlier = `${dotted(form.before.from)} – ${dotted(form.before.until)}`
  yield [words.whole[language], period, ...counts(form.totals)]
  yield [words.before[language], earlier, ...counts(form.before.totals)]
  for (const { dimension, rows } of form.cuts)
    for (const row of rows) yield [dimensionTitles[dimension][language], row.title[language], ...counts(row.counts)]
}

export const sheetOf = (form: Form, language: Language): Sheet => ({
  kind: 'sheet',
  file: `appeals-${form.from}-${form.until}`,
  title: readForm.title,
  columns: [
    { title: words.cut, width: 26 },
    { title: words.value, width: 44 },
    ...measures.map((measure) => ({ title: measureTitles[measure], width: 14 })),
  ],
  rows: rowsOf(form, language),
})

const approvalLines = ({ approval }: Form, language: Language): string[] =>
  approval
    ? [
        `${words.approved[language]}: ${approval.by[language]}, ${dotted(approval.asOf)}`,
        `${words.code[language]}: ${approval.hash}`,
      ]
    : []

/** Renders the form as a PDF. */
export const paperOf = (form: Form, language: Language, at: Date): Promise<Pdf> => {
  const figures = groups.map((group) => ({
    title: groupTitles[group][language],
    head: [words.figure, words.now, words.before, words.change].map((it) => it[language]),
    rows: measuresOf[group].map((measure) => {
      const [now, before] = [form.totals[measure], form.before.totals[measure]]
      return [
        measureTitles[measure][language],
        grouped(now, language),
        grouped(before, language),
        signed(now - before, language),
      ]
    }),
  }))
  const cuts = dimensions.flatMap((dimension) => {
    const rows = form.cuts.find((it) => it.dimension === dimension)?.rows ?? []
    if (!rows.length) return []
    return [
      {
        title: dimensionTitles[dimension][language],
        head: [words.value[language], ...onPaper.map((measure) => measureTitles[measure][language])],
        rows: rows.map(({ title, counts }) => [
          title[language],
          ...onPaper.map((measure) => grouped(counts[measure], language)),
        ]),
      },
    ]
  })
  const report = {
    title: readForm.title[language],
    marks: [
      `${words.period[language]}: ${dotted(form.from)} – ${dotted(form.until)}`,
      `${words.unit[language]}: ${form.unitTitle[language]}`,
      `${words.asOf[language]}: ${dotted(form.asOf)}`,
    ],
    tables: [...figures, ...cuts],
    notes: [...(form.provisional ? [words.provisional[language]] : []), ...approvalLines(form, language)],
  }
  return renderReport(report, department, at, language)
}

const department: Text = {
  kk: 'Ішкі қауіпсіздік бөлімі',
  ru: 'Отдел внутренней безопасности',
  en: 'Internal Security Department',
}

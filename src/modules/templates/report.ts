// A report in tables: figures of a period, drawn up by the house and signed by nobody.
import type { Language, Text } from '../../kernel/text.ts'
import { frame } from './template.ts'
import { renderSheet, type Pdf } from './typst/render.ts'
import type { Report } from './typst/sheet.ts'

export type ReportWords = Pick<Report, 'title' | 'marks' | 'tables' | 'notes'>

const page: Text = { kk: 'бет', ru: 'стр.', en: 'page' }

/** Renders a report. Equal arguments give equal bytes. */
export const renderReport = (words: ReportWords, unit: Text, at: Date, language: Language): Promise<Pdf> => {
  const nobody = { number: null, on: null, signatory: null, executor: null, answers: null }
  const setting = { at, unit, ...nobody, complaintMonths: 0, draft: false, check: null, mark: null }
  return renderSheet({ layout: 'report', ...frame(setting, language), ...words, page: page[language] })
}

// The Department's papers as values: fields, words in three languages, clauses, series; and the press that prints them.
import { module } from '../../kernel/module.ts'
import { reply } from './reply.ts'
import { slip } from './slip.ts'
import type { Template } from './template.ts'

export { slip }
export { renderReport, type ReportWords } from './report.ts'
export { renderPdf, type Setting, type Template } from './template.ts'
export { unprintable } from './typst/fonts.ts'
export { closeRenderer, type Pdf } from './typst/render.ts'

/** A kind of document that is drafted, signed, numbered and kept. */
export interface Drafted extends Template {
  readonly series: string
}

/** Every kind that is drafted. The slip is only printed. */
export const drafted: readonly Drafted[] = [reply]

export const templates = module({
  name: 'templates',
  title: { kk: 'Құжат үлгілері', ru: 'Шаблоны документов', en: 'Document templates' },
  clauses: ['15', '6.23'],
  templates: [...drafted, slip],
})

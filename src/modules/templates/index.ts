// The Department's papers as values: fields, words in three languages, clauses, series; and the press that prints them.
import { module } from '../../kernel/module.ts'
import { agencyRequest, demand, request } from './asking.ts'
import { act, conclusion, protocol } from './internal.ts'
import { extensionNotice, preliminaryDecision, returnNotice, routesExplained, terminationNotice } from './notices.ts'
import { complaintPass, crimeTransfer, forwarding, forwardingNotice } from './passing.ts'
import { oral } from './oral.ts'
import { reply } from './reply.ts'
import { coverLetter, proposal } from './sending.ts'
import { slip } from './slip.ts'
import { codeSlip, questioningProtocol, refusalAct, summons } from './summons.ts'
import type { Template } from './template.ts'

export { codeSlip, oral, questioningProtocol, refusalAct, slip }
export { renderReport, type ReportWords } from './report.ts'
export {
  renderDocx,
  renderPdf,
  unsigned,
  type Agreeing,
  type OfficialUse,
  type Setting,
  type Template,
} from './template.ts'
export { fontFiles, printable, unprintable } from './typst/fonts.ts'
export { closeRenderer, type Pdf } from './typst/render.ts'

/** A kind of document that is drafted, signed, numbered and kept. */
export interface Drafted extends Template {
  readonly series: string
}

const kinds = [
  reply,
  forwarding,
  forwardingNotice,
  extensionNotice,
  returnNotice,
  preliminaryDecision,
  routesExplained,
  terminationNotice,
  crimeTransfer,
  complaintPass,
  request,
  agencyRequest,
  demand,
  proposal,
  coverLetter,
  act,
  conclusion,
  protocol,
  summons,
] as const

/** Every kind that is drafted. Slips, acts and protocols that are signed by hand are only printed. */
export const drafted: readonly Drafted[] = kinds

export const templateNames: readonly string[] = kinds.map(({ name }) => name)

export const templates = module({
  name: 'templates',
  title: { kk: 'Құжат үлгілері', ru: 'Шаблоны документов', en: 'Document templates' },
  clauses: ['15', '5.1', '5.2', '5.3', '5.6', '5.7', '5.13', '5.14', '5.16', '6.17', '6.23', '12'],
  templates: [...drafted, slip, oral, refusalAct, questioningProtocol, codeSlip],
})

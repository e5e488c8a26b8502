// A document on paper: its words, and around them what the house knows of the unit, the signer and the drafter.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { renderDocx, renderPdf, type Pdf, type Setting } from '../templates/index.ts'
import { shownFields, templateOf, type Fields } from './drafting.ts'
import { department, executor } from './people/store.ts'
import type { Document } from './store.ts'

interface Marks {
  number: string | null
  on: Day | null
  draft: boolean
  /** Address in the QR code of a signed page. */
  check: string | null
}

/** As the mark stands on every page (Government Resolution No. 429). */
const officialUse: Text = {
  kk: 'Қызмет бабында пайдалану үшін',
  ru: 'Для служебного пользования',
  en: 'For official use',
}

async function settingOf(tx: Tx, it: Document, marks: Marks): Promise<Setting> {
  const { signer, post } = it.signing
  return {
    at: tx.at,
    ...marks,
    // Clause 15: whoever drafted it, the document leaves on behalf of the Department and under its head.
    unit: (await department(tx)).name,
    signatory: signer && post && { post, name: signer.name },
    executor: await executor(tx, it.drafter),
    answers: it.answers,
    complaintMonths: tx.parameter('appeal.complaint.lodge').value,
    mark: it.mark && { title: officialUse, ground: it.mark.ground, copy: `${it.mark.copy}`, until: it.mark.until },
  }
}

export const printDocument = async (tx: Tx, it: Document, fields: Fields, marks: Marks): Promise<Pdf> =>
  renderPdf(templateOf(it.template), fields, it.language, await settingOf(tx, it, marks))

const unsigned: Marks = { number: null, on: null, draft: true, check: null }

/** The draft as it would leave, every page marked as a draft; missing words stand as dots. */
export const printDraft = (tx: Tx, it: Document, fields: Fields): Promise<Pdf> =>
  printDocument(tx, it, shownFields(templateOf(it.template), fields), unsigned)

/** The words as a Word document. It bears neither seal nor code: what was signed is the PDF, and this is for editing. */
export async function printWord(tx: Tx, it: Document, fields: Fields): Promise<Buffer> {
  const template = templateOf(it.template)
  const marks = it.signed ? { ...unsigned, number: it.number, on: it.signed.on } : unsigned
  return renderDocx(template, shownFields(template, fields), it.language, await settingOf(tx, it, marks))
}

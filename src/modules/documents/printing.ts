// A document on paper: its words, and around them what the house knows of the unit, the signer and the drafter.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import { renderPdf, type Pdf, type Setting } from '../templates/index.ts'
import { shownFields, templateOf, type Fields } from './drafting.ts'
import { department, executor } from './people/store.ts'
import type { Document } from './store.ts'

interface Marks {
  number: string | null
  on: Day | null
  draft: boolean
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
    check: null,
    mark: null,
  }
}

export const printDocument = async (tx: Tx, it: Document, fields: Fields, marks: Marks): Promise<Pdf> =>
  renderPdf(templateOf(it.template), fields, it.language, await settingOf(tx, it, marks))

/** The draft as it would leave, every page marked as a draft; missing words stand as dots. */
export const printDraft = (tx: Tx, it: Document, fields: Fields): Promise<Pdf> =>
  printDocument(tx, it, shownFields(templateOf(it.template), fields), { number: null, on: null, draft: true })

// The signed page as a file: sealed at the signing, and given out only as the very bytes that were signed.
import { createHash } from 'node:crypto'
import { attachFile, keepFile, readBytes } from '../../kernel/files/index.ts'
import type { Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Pdf } from '../templates/index.ts'
import type { Document } from './store.ts'

/** 'reply-6001-26-7-7-12.pdf'; a draft has no number to bear. */
export const pdfName = (it: Document, number: string | null = it.number): string =>
  `${it.template}-${number ? number.replaceAll('/', '-') : `draft-${it.draft}`}.pdf`

/** Keeps the bytes and gives them to the document; returns the file's id. */
export async function keepPdf(tx: Tx, it: Document, number: string, pdf: Pdf): Promise<string> {
  const kept = await keepFile(tx, pdf.bytes, { name: pdfName(it, number), type: 'application/pdf' })
  if (kept.sha256 !== pdf.sha256) throw new Error(`document ${it.id} was not kept as it was rendered`)
  await attachFile(tx, kept.id, 'document', it.id)
  return kept.id
}

const notAsSigned = (): Refusal =>
  new Refusal(
    'conflict',
    {
      kk: 'Файл қол қойылған құжатпен сәйкес келмейді, сондықтан ашылмайды. Әкімшіге хабарлаңыз.',
      ru: 'Файл не совпадает с подписанным документом и не будет открыт. Сообщите администратору.',
      en: 'The file is not the document that was signed and will not be opened. Tell the administrator.',
    },
    { clause: '15' },
  )

/** The signed bytes. @throws Refusal 'conflict' when they are damaged or not those whose hash was signed. */
export async function openPdf(tx: Tx, it: Document): Promise<Buffer> {
  if (!it.signed) throw new Error(`document ${it.id} is not signed`)
  const bytes = await readBytes(tx, it.signed.file)
  if (createHash('sha256').update(bytes).digest('hex') !== it.signed.sha256) throw notAsSigned()
  return bytes
}

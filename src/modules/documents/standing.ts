// What higher rooms say of a document inside their own operations: agreement, mark, seal. What follows from it is judged here.
import type { Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { indexDocument } from './begin.ts'
import { addReaders, putAgreement, putMark, putSealed } from './marks-store.ts'
import { openPdf } from './signed.ts'
import { findDocument, type Agreement, type Document, type Mark } from './store.ts'

/**
 * While it is 'asked' or 'objected', the document can be neither offered nor signed.
 * @param awaited employees whose answer it waits for now
 */
export const setAgreement = (
  tx: Tx,
  id: string,
  agreement: Agreement,
  awaited: readonly string[] = [],
): Promise<void> => putAgreement(tx, id, agreement, awaited)

/** From now on these employees see the document, whatever their reach. */
export async function letRead(tx: Tx, id: string, people: readonly string[]): Promise<void> {
  await addReaders(tx, id, people)
  await indexDocument(tx, id)
}

/**
 * Marks the document for official use, or lifts the mark (null). While it is marked, only these readers, the drafter and the
 * signer see it, in lists and in the search too.
 */
export async function setMark(tx: Tx, id: string, mark: Mark | null, readers: readonly string[]): Promise<void> {
  await putMark(tx, id, mark, readers)
  await indexDocument(tx, id)
}

/** The bytes that were signed, checked against the hash in the record. @throws Refusal 'wrong-state', 'conflict' */
export async function signedBytes(tx: Tx, it: Document): Promise<{ bytes: Buffer; sha256: string }> {
  if (!it.signed)
    throw new Refusal(
      'wrong-state',
      {
        kk: 'Құжатқа әлі қол қойылмаған.',
        ru: 'Документ ещё не подписан.',
        en: 'The document has not been signed yet.',
      },
      { clause: '15' },
    )
  return { bytes: await openPdf(tx, it), sha256: it.signed.sha256 }
}

/** An electronic signature over the signed bytes was verified and kept. Said twice, it is told once. */
export async function noteSealed(tx: Tx, id: string): Promise<void> {
  const it = await findDocument(tx, id, true)
  if (!it) throw unknownRecord()
  if (await putSealed(tx, id)) {
    const { about, template, number } = it
    tx.emit('documents.sealed', { documentId: id, about, template, number })
  }
}

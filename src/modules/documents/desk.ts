// The signer's desk: an offered document lies there with a term, unless the record that it is about has laid itself there.
import type { Tx } from '../../kernel/operation.ts'
import { closeDuty, openDuty, tell } from '../work/index.ts'
import { templateOf } from './drafting.ts'
import type { Document } from './store.ts'

const on = (it: Pick<Document, 'id'>) => ({ kind: 'document', recordId: it.id })

/** What a duty on the document is called; of a marked document not even the subject is told. */
export const dutyTitle = (it: Document): string =>
  (it.mark ? '' : it.title) || templateOf(it.template).title[it.language]

/** A room that hears of the offer keeps the signature among the duties of its own record. */
const isKeptElsewhere = (tx: Tx, news: Record<string, unknown>): boolean =>
  (tx.house.registry.reactions.get('documents.offered') ?? []).some(({ when }) => when === undefined || when(news))

export async function layBeforeSigner(tx: Tx, it: Document, news: Record<string, unknown>): Promise<void> {
  if (isKeptElsewhere(tx, news)) return
  const signer = it.signing.signer?.id ?? null
  await openDuty(tx, {
    ...on(it),
    stage: 'sign',
    number: null,
    title: dutyTitle(it),
    clause: '15',
    holder: signer,
    unit: it.unit,
    openedOn: tx.today,
    dueOn: tx.calendar.addWorkingDays(tx.today, tx.parameter('documents.sign.term').value),
  })
  await tell(tx, { to: [signer], news: 'offered', ...on(it), number: null })
}

/** Signed or returned: nothing more is due on it, and the drafter hears of it. */
export async function takeFromSigner(tx: Tx, it: Document, news: 'signed' | 'returned'): Promise<void> {
  await closeDuty(tx, { ...on(it), stage: 'sign' })
  const { id: documentId, about, template } = it
  if (!isKeptElsewhere(tx, { documentId, about, template }))
    await tell(tx, { to: [it.drafter], news, ...on(it), number: it.number })
}

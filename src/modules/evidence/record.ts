// One piece of evidence as rules see it: what is kept, the investigation and its authority, the hold, the term.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { investigationRecord, mayWork, type Investigation } from '../investigations/index.ts'
import { openHold } from '../retention/index.ts'
import { evidenceLife } from './lifecycle.ts'
import { findKept, namesOf, type Kept } from './store.ts'

export interface Evidence extends Kept {
  investigation: Investigation
  hold: { since: Date; reason: string } | null
  /** Null while the investigation goes on. */
  keptUntil: Day | null
}

const title = { kk: 'Дәлелдеме', ru: 'Доказательство', en: 'Evidence' }

function keptUntilOf(tx: Tx, { ended }: Investigation): Day | null {
  if (!ended) return null
  const years = tx.parameter('retention.investigations').value
  if (tx.parameter('retention.count-from').value === 'end-of-year')
    return `${Number(ended.on.slice(0, 4)) + years}-12-31`
  return tx.calendar.addMonths(ended.on, 12 * years)
}

export async function holdOn(tx: Tx, id: string): Promise<Evidence['hold']> {
  const hold = await openHold(tx, id)
  return hold ? { since: hold.since, reason: hold.reason } : null
}

async function findEvidence(tx: Tx, id: string, lock: boolean): Promise<Evidence | undefined> {
  const it = await findKept(tx, id, lock)
  const investigation = it && (await investigationRecord.find(tx, it.investigationId, false))
  if (!investigation) return undefined
  const hold = await holdOn(tx, investigation.id)
  return { ...it, investigation, hold, keptUntil: keptUntilOf(tx, investigation) }
}

const captionOf = ({ number, what }: Pick<Evidence, 'number' | 'what'>): string => `${number} ${what}`

export const evidenceRecord = record({
  name: 'evidence',
  table: 'evidence',
  title,
  life: evidenceLife,
  find: findEvidence,
  caption: captionOf,
  captions: async (tx, ids) => new Map((await namesOf(tx, ids)).map((it) => [it.id, captionOf(it)])),
  works: (actor, it) => mayWork(actor, it.investigation),
  page: (id) => `/evidence/${id}`,
})

/** To which the originals belong. Nobody opens it as a record: the database shows it to the acts that may. */
export const envelopeRecord = record({
  name: 'evidenceEnvelope',
  table: 'evidence_envelopes',
  title: { kk: 'Мөрленген түпнұсқалар', ru: 'Опечатанные оригиналы', en: 'Sealed originals' },
  find: () => Promise.resolve(undefined),
  caption: (it: { id: string }) => it.id,
})

// Reading the journal for screens: pages of entries, the seal of one entry, and the lawful erasure of its details.
import type { QueryExecutorProvider } from 'kysely'
import { Refusal } from '../refusal.ts'
import { readEntry } from './entries.ts'
import type { Entry, Outcome } from './entries.ts'
import { hashLeaf, inclusionRanges, verifyInclusion } from './merkle.ts'
import type { Hash } from './merkle.ts'
import { askKysely, hashRanges, newestCheckpoint } from './store.ts'

export interface JournalFilters {
  recordId?: string
  recordKind?: string
  actor?: string
  operation?: string
  outcome?: Outcome
  /** A clause that the operation carries out or that a refusal names. */
  clause?: string
  from?: Date
  /** Exclusive. */
  until?: Date
}

export interface JournalEntry {
  seq: number
  /** What is sealed, read from the sealed bytes and not from the columns that one filters by. */
  entry: Entry
  /** The details beside the entry, parsed; null where there are none or they were erased. */
  detail: unknown
  erasedAt: Date | null
}

export interface JournalPage {
  entries: JournalEntry[]
  /** Give it as `before` for the next, older page; null at the beginning of the journal. */
  next: number | null
}

interface EntryRow {
  seq: string
  body: Buffer
  detail: string | null
  erased_at: Date | null
}

const parseDetail = (detail: string | null): unknown => (detail === null ? null : JSON.parse(detail))

/** One page of entries, newest first, as the row security of the connection lets them be seen. */
export const readEntries = async (
  db: QueryExecutorProvider,
  { filters = {}, before, limit = 50 }: { filters?: JournalFilters; before?: number; limit?: number },
): Promise<JournalPage> => {
  const values: unknown[] = []
  const bind = (value: unknown): string => `$${values.push(value)}`
  const where = [
    before !== undefined && `seq < ${bind(before)}`,
    filters.recordId && `record_id = ${bind(filters.recordId)}`,
    filters.recordKind && `record_kind = ${bind(filters.recordKind)}`,
    filters.actor && `actor = ${bind(filters.actor)}`,
    filters.operation && `operation = ${bind(filters.operation)}`,
    filters.outcome && `outcome = ${bind(filters.outcome)}`,
    filters.clause && `(clause = ${bind(filters.clause)} or $${values.length} = any(clauses))`,
    filters.from && `at >= ${bind(filters.from)}`,
    filters.until && `at < ${bind(filters.until)}`,
  ].filter((condition) => typeof condition === 'string' && condition !== '')
  const rows = await askKysely(db)<EntryRow & Record<string, unknown>>(
    `select seq, body, detail, erased_at from journal_entries left join journal_details on entry_id = id
     ${where.length ? `where ${where.join(' and ')}` : ''} order by seq desc limit ${bind(limit + 1)}`,
    values,
  )
  const entries = rows.slice(0, limit).map(({ seq, body, detail, erased_at }) => ({
    seq: Number(seq),
    entry: readEntry(body),
    detail: parseDetail(detail),
    erasedAt: erased_at,
  }))
  return { entries, next: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null }
}

/** The proof that an entry is under the newest seal. */
export interface Seal {
  seq: number
  /** Entries under the checkpoint. */
  size: number
  leaf: Hash
  root: Hash
  proof: Hash[]
  /** The signed checkpoint, as anybody may check it. */
  checkpoint: string
  /** Whether the proof holds for the entry as it stands in the database now. */
  holds: boolean
}

/** The id of a sealed entry, given that id or its number; null where it is not there. */
export const findEntry = async (db: QueryExecutorProvider, name: string): Promise<string | null> => {
  const column = /^\d{1,15}$/.test(name) ? 'seq' : /^[0-9a-f-]{36}$/i.test(name) ? 'id' : null
  if (!column) return null
  return (
    (await askKysely(db)<{ id: string }>(`select id from journal_entries where ${column} = $1`, [name]))[0]?.id ?? null
  )
}

/** The seal of an entry by its id; null where it is not there or not sealed yet. */
export const sealOf = async (db: QueryExecutorProvider, id: string): Promise<Seal | null> => {
  const ask = askKysely(db)
  const [row] = await ask<{ seq: string; body: Buffer }>('select seq, body from journal_entries where id = $1', [id])
  const newest = await newestCheckpoint(ask)
  if (!row || !newest) return null
  const [seq, size, leaf] = [Number(row.seq), Number(newest.size), hashLeaf(row.body)]
  if (seq >= size) return null
  const proof = await hashRanges(ask, inclusionRanges(seq, size), size)
  return {
    seq,
    size,
    leaf,
    root: newest.root,
    proof,
    checkpoint: newest.note,
    holds: verifyInclusion(seq, size, leaf, proof, newest.root),
  }
}

/** The proof as a file of the form c2sp.org/tlog-proof. */
export const writeProof = ({ seq, proof, checkpoint }: Seal): string =>
  ['c2sp.org/tlog-proof@v1', `index ${seq}`, ...proof.map((hash) => hash.toString('base64')), '', checkpoint].join('\n')

/**
 * Erases the details of an entry; what was sealed stays provable. Only within the operation `journal.erase`, which must
 * name the entry as its record (`tx.about('journal.entry', id)`) or `audit` will not take the erasure for a lawful one.
 * Errors: Refusal 'unknown' where the entry has no details, has been erased, or is not sealed yet.
 */
export const eraseDetail = async (tx: { db: QueryExecutorProvider; at: Date }, entryId: string): Promise<void> => {
  const erased = await askKysely(tx.db)(
    `update journal_details set salt = null, detail = null, erased_at = $2
     where entry_id = $1 and erased_at is null returning entry_id`,
    [entryId, tx.at],
  )
  if (erased.length === 0) {
    throw new Refusal('unknown', {
      kk: 'Бұл жазбаның өшіретін егжей-тегжейі жоқ.',
      ru: 'У этой записи нет подробностей, которые можно стереть.',
      en: 'This entry has no details to erase.',
    })
  }
}

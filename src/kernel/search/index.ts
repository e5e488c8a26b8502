// Search over all records: what a module puts in within its operation, and what an actor may find.
import { sql } from 'kysely'
import type { Tx } from '../operation.ts'
import { visibleIds } from '../visible.ts'
import { askOf, soundsOf, vectorOf } from './lexemes.ts'
import { keyOf } from './numbers.ts'

export interface SearchDocument {
  kind: string
  id: string
  /** Unit whose reach shows the record; it must be the unit of the record's own row policy. */
  unit: string | null
  /** Persons who see it whatever their reach. */
  readers?: readonly string[]
  /** False: nobody but the readers sees it. True unless told. */
  reachVisible?: boolean
  /** Registration number as written. */
  number?: string | null
  /** IIN, BIN, numbers of cases and documents that the record is about. */
  ids?: readonly string[]
  /** What the list of hits shows, in the record's own language. */
  title: string
  /** Persons and bodies that are named in it. */
  names?: readonly string[]
  text?: string
  at: Date
}

export interface Hit {
  kind: string
  id: string
  number: string | null
  title: string
  at: Date
  /** The number or identifier itself was asked for. */
  exact: boolean
  /** Found only because a name sounds like the one asked for. */
  alike: boolean
}

export interface Found {
  hits: Hit[]
  /** All visible hits, of which `hits` is one page. */
  total: number
}

/** Writes or replaces the record's row in the index, in the operation's transaction. The portal may add, never replace. */
export async function putSearch(tx: Pick<Tx, 'db'>, it: SearchDocument): Promise<void> {
  const number = it.number ?? null
  const names = it.names ?? []
  const keys = [...new Set((it.ids ?? []).map(keyOf))].filter(Boolean)
  const words = vectorOf(
    [
      { weight: 'A', text: it.title },
      { weight: 'B', text: names.join(' ') },
      { weight: 'D', text: it.text ?? '' },
    ],
    number ? [keyOf(number), ...keys] : keys,
  )
  await sql`select put_search(${it.kind}, ${it.id}, ${it.unit}, ${[...(it.readers ?? [])]}::uuid[], ${it.reachVisible ?? true},
    ${number}, ${number && keyOf(number)}, ${keys}::text[], ${it.title}, ${it.at}, ${words}, ${soundsOf(names)})`.execute(
    tx.db,
  )
}

export async function dropSearch(tx: Pick<Tx, 'db'>, kind: string, id: string): Promise<void> {
  await sql`select drop_search(${kind}, ${id})`.execute(tx.db)
}

interface Asking {
  q: string
  /** Kinds that the actor's powers open; the index knows reach and readers, not powers. */
  kinds: readonly string[]
  limit: number
  offset?: number
}

/** The records of these kinds that match and that the actor of the transaction may see; exact numbers first. */
export async function search(tx: Pick<Tx, 'db' | 'house'>, { q, kinds, limit, offset = 0 }: Asking): Promise<Found> {
  const asked = askOf(q)
  if (!asked || !kinds.length) return { hits: [], total: 0 }
  const { rows } =
    await sql<Row>`select * from search_records(${[...kinds]}::text[], ${asked.keys}::text[], ${asked.query}::tsquery,
    ${asked.guesses.map((it) => it.query)}::tsquery[], ${asked.guesses.map((it) => it.sound)}::text[], ${limit}, ${offset})`.execute(
      tx.db,
    )
  const hits = await onlyVisible(tx, rows)
  const total = Math.max(0, ...rows.map((row) => row.total))
  return { hits, total: total - (rows.length - hits.length) }
}

interface Row {
  record_kind: string
  record_id: string
  number: string | null
  title: string
  at: Date
  exact: boolean
  alike: boolean
  total: number
}

/** The index may lag behind a change of rights by a fault in a module; the record's own policy has the last word. */
async function onlyVisible(tx: Pick<Tx, 'db' | 'house'>, rows: readonly Row[]): Promise<Hit[]> {
  const seen = new Set<string>()
  for (const kind of new Set(rows.map((row) => row.record_kind))) {
    const ids = rows.filter((row) => row.record_kind === kind).map((row) => row.record_id)
    for (const id of await visibleIds(tx.db, tx.house.registry, kind, ids)) seen.add(id)
  }
  return rows
    .filter((row) => seen.has(row.record_id))
    .map(({ record_kind, record_id, number, title, at, exact, alike }) => ({
      kind: record_kind,
      id: record_id,
      number,
      title,
      at,
      exact,
      alike,
    }))
}

// SQL of the journal: its state, its tiles, and the one statement that takes a batch out of the inbox.
import { CompiledQuery } from 'kysely'
import type { QueryExecutorProvider } from 'kysely'
import type { ClientBase, QueryResultRow } from 'pg'
import { bodySql, columns } from './entries.ts'
import { hashBytes } from './merkle.ts'
import type { Hash } from './merkle.ts'
import { openCheckpoint } from './notes.ts'
import type { Checkpoint, Verifier } from './notes.ts'
import { hashRange, tilesFor } from './tiles.ts'
import type { Tile, TileAt } from './tiles.ts'
import type { Range } from './merkle.ts'
import { edgeOf, growTree } from './tree.ts'
import type { Tree } from './tree.ts'

/** Asks the database; the same for a pg client and for Kysely. */
export type Ask = <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>

export const askClient =
  (client: ClientBase): Ask =>
  async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await client.query<Row>(text, [...values])).rows

export const askKysely =
  (db: QueryExecutorProvider): Ask =>
  async <Row>(text: string, values: readonly unknown[] = []) =>
    (await db.getExecutor().executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows

/** The journal in the database is not the one that was sealed. */
export class Tampered extends Error {}

/** What the database says of its log, checked against itself. */
export interface State {
  size: number
  root: Hash
  /** The signed checkpoint; null before the first one. */
  note: string | null
  tree: Tree
}

export interface CheckpointRow {
  size: string
  root: Buffer
  note: string
}

export const newestCheckpoint = async (ask: Ask): Promise<CheckpointRow | undefined> =>
  (await ask<CheckpointRow>('select size, root, note from journal_checkpoints order by size desc limit 1'))[0]

/** Reads tiles by place; those that lack are left out, so the caller sees what it needs. */
export const readTiles = async (ask: Ask, wanted: readonly TileAt[]): Promise<Tile[]> => {
  const rows = await ask<{ level: number; index: string; hashes: Buffer }>(
    `select level, index, hashes from journal_tiles
     where (level, index) in (select * from unnest($1::smallint[], $2::bigint[]))`,
    [wanted.map((tile) => tile.level), wanted.map((tile) => tile.index)],
  )
  return rows.map(({ level, index, hashes }) => ({
    level,
    index: Number(index),
    width: hashes.length / hashBytes,
    hashes,
  }))
}

/** The roots of ranges of a tree of `size` leaves out of the stored tiles. Errors: RangeError where one lacks. */
export const hashRanges = async (ask: Ask, ranges: readonly Range[], size: number): Promise<Hash[]> => {
  const tiles = new Map(
    (await readTiles(ask, tilesFor(ranges, size))).map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]),
  )
  return ranges.map((range) => hashRange(range, (level, index) => tiles.get(`${level}/${index}`)))
}

/** Takes up the log where the database says it ends. Errors: Tampered where it contradicts itself. */
export const readState = async (ask: Ask, verifier: Verifier): Promise<State> => {
  const newest = await newestCheckpoint(ask)
  const [last] = await ask<{ count: string }>('select coalesce(max(seq) + 1, 0) as count from journal_entries')
  const size = Number(newest?.size ?? 0)
  if (Number(last?.count) !== size) {
    throw new Tampered(
      `the database ends at entry ${Number(last?.count) - 1}, its newest checkpoint seals ${size} entries`,
    )
  }
  if (!newest) return { size, root: growTree().root(), note: null, tree: growTree() }
  const sealed = openSealed(newest.note, verifier)
  const tree = takeUp(size, await readTiles(ask, edgeOf(size)))
  if (sealed.size !== size || !sealed.root.equals(newest.root) || !sealed.root.equals(tree.root())) {
    throw new Tampered(`the tree in the database is not the one that the checkpoint of ${size} entries seals`)
  }
  return { size, root: sealed.root, note: newest.note, tree }
}

const openSealed = (note: string, verifier: Verifier): Checkpoint => {
  try {
    return openCheckpoint(note, verifier)
  } catch (error) {
    throw new Tampered(
      `the newest checkpoint in the database is false: ${error instanceof Error ? error.message : error}`,
    )
  }
}

const takeUp = (size: number, edge: readonly Tile[]): Tree => {
  try {
    return growTree(size, edge)
  } catch (error) {
    throw new Tampered(`the tiles in the database are damaged: ${error instanceof Error ? error.message : error}`)
  }
}

/** Refuses a log that did not grow out of an older checkpoint: rolled back, restored, rewritten. Errors: Tampered. */
export const assertGrown = async (ask: Ask, state: State, older: Checkpoint): Promise<void> => {
  if (older.size > state.size) {
    throw new Tampered(
      `the database holds ${state.size} entries, but ${older.size} were sealed: it was rolled back or is an older copy`,
    )
  }
  if (older.size === 0) return
  const root =
    older.size === state.size
      ? state.root
      : await hashRanges(ask, [{ start: 0, end: older.size }], state.size).then(
          ([hash]) => hash,
          () => undefined,
        )
  if (!root?.equals(older.root))
    throw new Tampered(`the first ${older.size} entries in the database are not those that were sealed`)
}

// The inbox is emptied in the order of ids, which is nearly the order of time. A transaction that commits late is
// simply in a later batch. An id that was used before gets a new one: repeating an id must not halt the journal.
const takeSql = `
with taken as (
  delete from journal_inbox where id in (select id from journal_inbox order by id limit $1) returning *
), numbered as (
  select $2::bigint + row_number() over (order by id) - 1 as seq,
    case when exists (select from journal_entries sealed where sealed.id = taken.id) then gen_random_uuid()
      else id end as id,
    at, operation, clauses, actor, actor_kind, record_kind, record_id, outcome, reason, clause, detail_salt, detail,
    sha256(detail_salt || convert_to(detail, 'UTF8')) as detail_hash
  from taken
), written as (
  insert into journal_entries (seq, body, leaf, detail_hash, ${columns})
  select seq, body, sha256('\\x00'::bytea || body), detail_hash, ${columns}
  from (select *, ${bodySql} as body from numbered) as bodies
  returning seq, leaf
), kept as (
  insert into journal_details (entry_id, salt, detail)
  select id, detail_salt, detail from numbered where detail is not null
)
select coalesce(string_agg(leaf, ''::bytea order by seq), ''::bytea) as leaves from written`

/** Moves up to `limit` entries from the inbox to the log and gives their leaf hashes, in order. */
export const takeBatch = async (ask: Ask, limit: number, size: number): Promise<Hash[]> => {
  const [taken] = await ask<{ leaves: Buffer }>(takeSql, [limit, size])
  const leaves = taken?.leaves ?? Buffer.alloc(0)
  return Array.from({ length: leaves.length / hashBytes }, (_, at) =>
    leaves.subarray(at * hashBytes, (at + 1) * hashBytes),
  )
}

export const writeTiles = async (ask: Ask, tiles: readonly Tile[]): Promise<void> => {
  await ask(
    `insert into journal_tiles (level, index, hashes) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
     on conflict (level, index) do update set hashes = excluded.hashes`,
    [tiles.map((tile) => tile.level), tiles.map((tile) => tile.index), tiles.map((tile) => tile.hashes)],
  )
}

export const writeCheckpoint = async (ask: Ask, size: number, root: Hash, note: string, at: Date): Promise<void> => {
  await ask('insert into journal_checkpoints (size, at, root, note) values ($1, $2, $3, $4)', [size, at, root, note])
}

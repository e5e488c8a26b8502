// One pass over the entries in the database: their hashes, recomputed from the sealed bytes, against tiles and checkpoints.
import { bodySql } from './entries.ts'
import { found } from './faults.ts'
import type { Finding } from './faults.ts'
import { hashBytes, hashLeaf, hashPrefixedLeaf } from './merkle.ts'
import type { Hash } from './merkle.ts'
import { readTiles } from './store.ts'
import type { Ask } from './store.ts'
import { tileWidth } from './tiles.ts'
import type { Tile } from './tiles.ts'
import { growTree } from './tree.ts'

/** What the pass found out; `diffs[level]` are indexes of stored hashes that are not those of the entries. */
export interface Walk {
  /** Entries walked: 0 … end - 1. */
  end: number
  root: Hash
  /** Root of the entries at each size that was asked for or has a checkpoint in the database. */
  roots: Map<number, Hash>
  /** Sizes whose checkpoint row in the database has another root. */
  unlikeRows: number[]
  diffs: number[][]
  /** Entries whose columns or leaf hash differ from the sealed body. */
  columns: number[]
  findings: Finding[]
}

const chunk = 16 * tileWidth
/** How many of one kind are kept; the first is what matters. */
export const most = 1_000

interface Chunk {
  neat: boolean
  bundle: Buffer | null
  leaves: Buffer | null
  unlike: string[] | null
}

// `neat`: numbers run without gap or repetition, and all fit a bundle.
const chunkSql = `
select count(*) = $2::bigint - $1::bigint and bool_and(seq = $1::bigint + place and octet_length(body) < 65536) as neat,
  string_agg(substring(int4send(octet_length(body)) from 3 for 2) || body, ''::bytea order by seq) as bundle,
  string_agg(leaf, ''::bytea order by seq) as leaves,
  array_agg(seq::text order by seq) filter (where body is distinct from ${bodySql}) as unlike
from (
  select *, row_number() over (order by seq) - 1 as place from journal_entries where seq >= $1 and seq < $2
) as part`

const push = (list: number[], value: number): void => {
  if (list.length < most) list.push(value)
}

/** Leaf hashes of a bundle. The byte before a body is its length's low byte; overwritten by 0x00 it saves a copy an entry. */
const hashBundle = (bundle: Buffer): Hash[] => {
  const hashes: Hash[] = []
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at)
    bundle[at + 1] = 0
    hashes.push(hashPrefixedLeaf(bundle.subarray(at + 1, end)))
    at = end
  }
  return hashes
}

/** Walks entries 0 … end - 1 and compares. `sizes` are sizes at which the root is wanted. */
export const walkEntries = async (ask: Ask, end: number, sizes: ReadonlySet<number>): Promise<Walk> => {
  const tree = growTree()
  const walk: Walk = { end, root: tree.root(), roots: new Map(), unlikeRows: [], diffs: [], columns: [], findings: [] }
  const partial = new Map<number, Tile>()

  const askChunk = (from: number) => {
    const to = Math.min(end, from + chunk)
    const asked = Promise.all([
      ask<Chunk & Record<string, unknown>>(chunkSql, [from, to]),
      ask<{ size: string; root: Buffer }>(
        'select size, root from journal_checkpoints where size > $1 and size <= $2 order by size',
        [from, to],
      ),
    ])
    // Looked at later; until then a lost connection must not count as unheard.
    asked.catch(() => undefined)
    return asked
  }

  /** Where numbers lack or repeat, a lacking entry is stood in for by its stored hash, so that the others keep their places. */
  const mendChunk = async (from: number, to: number): Promise<Hash[]> => {
    const rows = await ask<{ seq: string; id: string; body: Buffer }>(
      'select seq, id, body from journal_entries where seq >= $1 and seq < $2 order by seq, id',
      [from, to],
    )
    const bySeq = Map.groupBy(rows, (row) => Number(row.seq))
    const places = Array.from({ length: Math.ceil((to - from) / tileWidth) }, (_, at) => ({
      level: 0,
      index: from / tileWidth + at,
      width: tileWidth,
    }))
    const stored = new Map((await readTiles(ask, places)).map((tile) => [tile.index, tile.hashes]))
    return Array.from({ length: to - from }, (_, at) => {
      const seq = from + at
      const [row, ...others] = bySeq.get(seq) ?? []
      for (const { id } of others)
        walk.findings.push(found('repeated', `entry ${seq} stands there again, as ${id}`, { seq, id }))
      if (row) return hashLeaf(row.body)
      if (walk.findings.length < most) walk.findings.push(found('missing', `entry ${seq} is not there`, { seq }))
      const place = (seq % tileWidth) * hashBytes
      const hash = stored.get(Math.floor(seq / tileWidth))?.subarray(place, place + hashBytes)
      return hash?.length === hashBytes ? hash : Buffer.alloc(hashBytes)
    })
  }

  const compareTiles = async (tiles: readonly Tile[]): Promise<void> => {
    const stored = new Map((await readTiles(ask, tiles)).map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]))
    for (const { level, index, width, hashes } of tiles) {
      const theirs = stored.get(`${level}/${index}`) ?? Buffer.alloc(0)
      if (theirs.subarray(0, width * hashBytes).equals(hashes)) continue
      for (let at = 0; at < width; at++) {
        const [from, to] = [at * hashBytes, (at + 1) * hashBytes]
        if (!theirs.subarray(from, to).equals(hashes.subarray(from, to)))
          push((walk.diffs[level] ??= []), index * tileWidth + at)
      }
    }
  }

  let next = end > 0 ? askChunk(0) : null
  for (let from = 0; from < end; from += chunk) {
    const to = Math.min(end, from + chunk)
    const [[part], rows] = (await next) ?? [[], []]
    // The database prepares the next chunk while this one is hashed.
    next = to < end ? askChunk(to) : null
    const leaves = part?.neat && part.bundle ? hashBundle(part.bundle) : await mendChunk(from, to)
    for (const seq of part?.unlike ?? []) push(walk.columns, Number(seq))
    if (part?.neat && part.leaves) {
      const claimed = part.leaves
      leaves.forEach((leaf, at) => {
        if (leaf.compare(claimed, at * hashBytes, (at + 1) * hashBytes) !== 0) push(walk.columns, from + at)
      })
    }
    const claims = new Map(rows.map(({ size, root }) => [Number(size), root]))
    for (const leaf of leaves) {
      tree.push(leaf)
      const claim = claims.get(tree.size)
      if (!claim && !sizes.has(tree.size)) continue
      const root = tree.root()
      walk.roots.set(tree.size, root)
      if (claim && !claim.equals(root)) push(walk.unlikeRows, tree.size)
    }
    const changed = tree.changed()
    for (const tile of changed) {
      if (tile.width < tileWidth) partial.set(tile.level, tile)
      else partial.delete(tile.level)
    }
    await compareTiles(changed.filter((tile) => tile.width === tileWidth))
  }
  await compareTiles([...partial.values()])
  walk.root = tree.root()
  return walk
}

// One pass over the entries: their hashes, recomputed from the sealed bytes, against tiles and checkpoints.
import type { ClientBase } from 'pg'
import { copyRows } from './copy.ts'
import { found } from './faults.ts'
import type { Finding } from './faults.ts'
import { hashBytes, hashPrefixedLeaf } from './merkle.ts'
import type { Hash } from './merkle.ts'
import { askClient, readTiles } from './store.ts'
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
  /** Entries whose leaf hash in the row is not that of the body. */
  unlikeLeaves: number[]
  findings: Finding[]
}

const stride = tileWidth ** 2
/** How many of one kind are kept; the first is what matters. */
export const most = 1_000

const claimsSql = 'select size, root from journal_checkpoints where size > $1 and size <= $2'
const noHash = Buffer.alloc(hashBytes)

const push = (list: number[], value: number): void => {
  if (list.length < most) list.push(value)
}

const differ = (theirs: Buffer, hash: Hash, place: number): boolean =>
  hash.compare(theirs, place * hashBytes, (place + 1) * hashBytes) !== 0

/** The leaf hash of a copied body. The byte before it is its length's last; overwritten by 0x00 it saves a copy. */
const hashCopied = (body: Buffer): Hash => {
  const prefixed = Buffer.from(body.buffer, body.byteOffset - 1, body.length + 1)
  prefixed[0] = 0
  return hashPrefixedLeaf(prefixed)
}

/** Walks entries 0 … end - 1 and compares. `sizes` are sizes at which the root is wanted. */
export const walkEntries = async (client: ClientBase, end: number, sizes: ReadonlySet<number>): Promise<Walk> => {
  const ask = askClient(client)
  const tree = growTree()
  const walk: Walk = {
    end,
    root: tree.root(),
    roots: new Map(),
    unlikeRows: [],
    diffs: [],
    unlikeLeaves: [],
    findings: [],
  }
  const upper = new Map<string, Tile>()
  const find = (finding: Finding) => walk.findings.length < most && walk.findings.push(finding)

  const readLeaves = async (from: number, to: number): Promise<Map<number, Buffer>> => {
    const tiles = new Map<number, Buffer>()
    const [first, last] = [from / tileWidth, Math.ceil(to / tileWidth) - 1]
    const sql = `select index, hashes from journal_tiles where level = 0 and index between ${first} and ${last}`
    await copyRows(client, sql, ([index, hashes]) => {
      if (index && hashes) tiles.set(Number(index.readBigInt64BE()), Buffer.from(hashes))
    })
    return tiles
  }

  const walkStride = async (from: number, to: number): Promise<void> => {
    const rows = await ask<{ size: string; root: Buffer }>(claimsSql, [from, to])
    const claims = new Map(rows.map(({ size, root }) => [Number(size), root]))
    const stored = await readLeaves(from, to)

    const take = (leaf: Hash): void => {
      const seq = tree.size
      const theirs = stored.get(Math.floor(seq / tileWidth))
      if (!theirs || differ(theirs, leaf, seq % tileWidth)) push((walk.diffs[0] ??= []), seq)
      tree.push(leaf)
      const claim = claims.get(tree.size)
      if (!claim && !sizes.has(tree.size)) return
      const root = tree.root()
      walk.roots.set(tree.size, root)
      if (claim && !claim.equals(root)) push(walk.unlikeRows, tree.size)
    }

    /** A lacking entry is stood in for by its stored hash, so that the others keep their places. */
    const pass = (until: number): void => {
      for (let seq = tree.size; seq < until; seq++) {
        find(found('missing', `entry ${seq} is not there`, { seq }))
        const place = (seq % tileWidth) * hashBytes
        const hash = stored.get(Math.floor(seq / tileWidth))?.subarray(place, place + hashBytes)
        take(hash?.length === hashBytes ? hash : noHash)
      }
    }

    const sql = `select seq, body, leaf from journal_entries where seq >= ${from} and seq < ${to} order by seq, id`
    await copyRows(client, sql, ([number, body, claimed]) => {
      if (!number || !body || !claimed) return
      const seq = Number(number.readBigInt64BE())
      if (seq < tree.size) return void find(found('repeated', `entry ${seq} stands there more than once`, { seq }))
      pass(seq)
      const leaf = hashCopied(body)
      if (!leaf.equals(claimed)) push(walk.unlikeLeaves, seq)
      take(leaf)
    })
    pass(to)
    for (const tile of tree.changed()) if (tile.level > 0) upper.set(`${tile.level}/${tile.index}`, tile)
  }

  for (let from = 0; from < end; from += stride) await walkStride(from, Math.min(end, from + stride))

  const stored = new Map(
    (await readTiles(ask, [...upper.values()])).map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]),
  )
  for (const [name, { level, index, width, hashes }] of upper) {
    const theirs = stored.get(name) ?? noHash
    for (let at = 0; at < width; at++) {
      const hash = hashes.subarray(at * hashBytes, (at + 1) * hashBytes)
      if (differ(theirs, hash, at)) push((walk.diffs[level] ??= []), index * tileWidth + at)
    }
  }
  walk.root = tree.root()
  return walk
}

// A growing Merkle tree that remembers only its right edge: O(log n) hashes, and hands out tiles as they change. Pure.
import { emptyRoot, hashBytes, hashNode } from './merkle.ts'
import type { Hash } from './merkle.ts'
import { hashesAt, levelsOf, tileHeight, tileWidth } from './tiles.ts'
import type { Tile, TileAt } from './tiles.ts'

export interface Tree {
  readonly size: number
  push(leaf: Uint8Array): void
  /** The RFC 6962 root of all leaves so far. */
  root(): Hash
  /** Tiles that became full since the last call, and the partial ones that changed. */
  changed(): Tile[]
}

/** The partial tiles at the right edge of a tree of `size` leaves, one a level at most. */
export const edgeOf = (size: number): TileAt[] =>
  Array.from({ length: levelsOf(size) }, (_, level) => {
    const hashes = hashesAt(level, size)
    return { level, index: Math.floor(hashes / tileWidth), width: hashes % tileWidth }
  }).filter((tile) => tile.width > 0)

/**
 * Takes up a tree at its right edge.
 * @param size leaves so far
 * @param edge the tiles that `edgeOf(size)` names. Errors: RangeError where one lacks or has another width.
 */
export const growTree = (size = 0, edge: readonly Tile[] = []): Tree => {
  let leaves = size
  const peaks: (Hash | undefined)[] = []
  const tiles: Buffer[] = []
  const touched = new Set<number>()
  let full: Tile[] = []

  const openTile = (level: number): Buffer => (tiles[level] ??= Buffer.alloc(tileWidth * hashBytes))

  /** Joins a perfect subtree to its left neighbours; `made` hears the hashes of tiles that come about on the way. */
  const climb = (hash: Hash, from: number, made: (hash: Hash, level: number) => void): void => {
    let [node, height] = [hash, from]
    for (let left = peaks[height]; left; left = peaks[height]) {
      peaks[height] = undefined
      node = hashNode(left, node)
      height++
      if (height % tileHeight === 0) made(node, height / tileHeight)
    }
    peaks[height] = node
  }

  const record = (hash: Hash, level: number): void => {
    const index = hashesAt(level, leaves) - 1
    const at = index % tileWidth
    openTile(level).set(hash, at * hashBytes)
    touched.add(level)
    if (at < tileWidth - 1) return
    full.push({ level, index: Math.floor(index / tileWidth), width: tileWidth, hashes: openTile(level) })
    tiles[level] = Buffer.alloc(tileWidth * hashBytes)
    touched.delete(level)
  }

  for (const { level, index, width } of edgeOf(size)) {
    const tile = edge.find((it) => it.level === level && it.index === index)
    if (tile?.hashes.length !== width * hashBytes)
      throw new RangeError(`the right edge of the tree lacks at level ${level}`)
    openTile(level).set(tile.hashes)
    for (let at = 0; at < width; at++) {
      climb(
        Buffer.from(tile.hashes.subarray(at * hashBytes, (at + 1) * hashBytes)),
        level * tileHeight,
        () => undefined,
      )
    }
  }

  return {
    get size() {
      return leaves
    },
    push(leaf) {
      const hash = Buffer.from(leaf)
      leaves++
      record(hash, 0)
      climb(hash, 0, record)
    },
    root() {
      const standing = peaks.filter((peak) => peak !== undefined)
      return standing.length === 0 ? emptyRoot : standing.reduce((right, left) => hashNode(left, right))
    },
    changed() {
      const partial = edgeOf(leaves)
        .filter(({ level }) => touched.has(level))
        .map((at) => ({ ...at, hashes: Buffer.from(openTile(at.level).subarray(0, at.width * hashBytes)) }))
      const all = [...full, ...partial]
      full = []
      touched.clear()
      return all
    },
  }
}

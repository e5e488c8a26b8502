// The C2SP tlog-tiles layout (c2sp.org/tlog-tiles): paths, entry bundles, hashes of any range out of tiles. Pure.
import { hashBytes, hashNode, rootOf } from './merkle.ts'
import type { Hash, Range } from './merkle.ts'

/** A tile holds up to 256 hashes; `width` says how many it has in a tree of a given size. */
export interface TileAt {
  level: number
  index: number
  width: number
}

export interface Tile extends TileAt {
  hashes: Buffer
}

export const tileWidth = 256
export const tileHeight = 8
/** An entry must fit a uint16 length. */
const largestEntry = 65_535

/** How many hashes stand at a level in a tree of `size` leaves. */
export const hashesAt = (level: number, size: number): number => Math.floor(size / tileWidth ** level)

const nested = (index: number): string => {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0')
  return (digits.match(/\d{3}/g) ?? []).map((group, at, all) => (at < all.length - 1 ? `x${group}` : group)).join('/')
}

const partial = (width: number): string => (width < tileWidth ? `.p/${width}` : '')

/** tile/0/x001/x234/067 or tile/1/003.p/17 */
export const tilePath = ({ level, index, width }: TileAt): string => `tile/${level}/${nested(index)}${partial(width)}`

/** tile/entries/x001/234.p/5 */
export const bundlePath = ({ index, width }: Omit<TileAt, 'level'>): string =>
  `tile/entries/${nested(index)}${partial(width)}`

/** Every tile of a level in a tree of `size` leaves; the last may be partial. */
export const tilesOf = (level: number, size: number): TileAt[] => {
  const hashes = hashesAt(level, size)
  return Array.from({ length: Math.ceil(hashes / tileWidth) }, (_, index) => ({
    level,
    index,
    width: Math.min(tileWidth, hashes - index * tileWidth),
  }))
}

/** The levels that a tree of `size` leaves has tiles at. */
export const levelsOf = (size: number): number => {
  let level = 0
  while (hashesAt(level, size) > 0) level++
  return level
}

/** Entries as big-endian uint16 length and bytes. */
export const packBundle = (bodies: readonly Uint8Array[]): Buffer =>
  Buffer.concat(
    bodies.flatMap((body) => {
      if (body.length > largestEntry) throw new RangeError(`an entry of ${body.length} bytes does not fit a bundle`)
      return [Buffer.of(body.length >> 8, body.length & 0xff), body]
    }),
  )

/** The entries of a bundle as views into it. Errors: RangeError where it is cut short. */
export const unpackBundle = (bundle: Buffer): Buffer[] => {
  const bodies: Buffer[] = []
  for (let at = 0; at < bundle.length;) {
    const start = at + 2
    at = start + bundle.readUInt16BE(at)
    if (at > bundle.length) throw new RangeError('the bundle ends inside an entry')
    bodies.push(bundle.subarray(start, at))
  }
  return bodies
}

/** A perfect subtree of 2^height leaves, the `index`-th of its height. */
interface Subtree {
  height: number
  index: number
}

/** The perfect subtrees, from left to right, that a range of a proof is made of. */
const subtreesOf = ({ start, end }: Range): Subtree[] => {
  const subtrees: Subtree[] = []
  for (let at = start; at < end;) {
    let height = 0
    while (at % 2 ** (height + 1) === 0 && at + 2 ** (height + 1) <= end) height++
    subtrees.push({ height, index: at / 2 ** height })
    at += 2 ** height
  }
  return subtrees
}

const tileOf = ({ height, index }: Subtree, size: number): TileAt => {
  const level = Math.floor(height / tileHeight)
  const tile = Math.floor((index * 2 ** (height % tileHeight)) / tileWidth)
  return { level, index: tile, width: Math.min(tileWidth, hashesAt(level, size) - tile * tileWidth) }
}

/** The tiles of a tree of `size` leaves that are needed to hash these ranges, each once. */
export const tilesFor = (ranges: readonly Range[], size: number): TileAt[] => {
  const tiles = ranges.flatMap(subtreesOf).map((subtree) => tileOf(subtree, size))
  return [...new Map(tiles.map((tile) => [`${tile.level}/${tile.index}`, tile])).values()]
}

const hashAt = (tile: Buffer, at: number): Buffer => tile.subarray(at * hashBytes, (at + 1) * hashBytes)

/** The root of a range out of the tiles that `tilesFor` named. Errors: RangeError where a tile lacks or is short. */
export const hashRange = (range: Range, tileHashes: (level: number, index: number) => Buffer | undefined): Hash => {
  const roots = subtreesOf(range).map(({ height, index }) => {
    const level = Math.floor(height / tileHeight)
    const width = 2 ** (height % tileHeight)
    const first = index * width
    const tile = tileHashes(level, Math.floor(first / tileWidth))
    const from = first % tileWidth
    if (!tile || tile.length < (from + width) * hashBytes)
      throw new RangeError(`the tile of level ${level} over leaf ${range.start} lacks`)
    return rootOf(Array.from({ length: width }, (_, at) => hashAt(tile, from + at)))
  })
  // Subtrees shrink to the right, as in any tree of RFC 6962, so they fold from the right.
  return roots.reduceRight((right, left) => hashNode(left, right))
}

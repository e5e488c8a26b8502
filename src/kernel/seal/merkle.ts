// RFC 6962 Merkle tree: hashes, roots, proofs and their verification. Pure; `scripts/verify.mjs` holds its own copy
// on purpose, because the outside verifier must stand alone and two independent readings check each other.
import { createHash, hash } from 'node:crypto'

/** A SHA-256 hash, 32 bytes. */
export type Hash = Buffer

/** Leaves `start` (inclusive) to `end` (exclusive). */
export interface Range {
  start: number
  end: number
}

export const hashBytes = 32
export const emptyRoot: Hash = createHash('sha256').digest()

/** SHA-256(0x00 || body). */
export const hashLeaf = (body: Uint8Array): Hash => hashPrefixedLeaf(Buffer.concat([Buffer.of(0), body]))

/** The same where the caller already holds 0x00 || body in one piece: saves a copy an entry. */
export const hashPrefixedLeaf = (prefixed: Uint8Array): Hash => hash('sha256', prefixed, 'buffer')

const pair = Buffer.alloc(1 + 2 * hashBytes, 1)

/** SHA-256(0x01 || left || right). Both must be 32 bytes. */
export const hashNode = (left: Uint8Array, right: Uint8Array): Hash => {
  pair.set(left, 1)
  pair.set(right, 1 + hashBytes)
  return hash('sha256', pair, 'buffer')
}

/** The largest power of two below `size`; size >= 2. */
const splitOf = (size: number): number => {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** Root of a list of leaf hashes (or of subtrees of equal height, of which only the last may be smaller). */
export const rootOf = (hashes: readonly Uint8Array[]): Hash => {
  if (hashes.length === 0) return emptyRoot
  const climb = (start: number, end: number): Uint8Array => {
    const only = hashes[start]
    if (end - start === 1 && only) return only
    const middle = start + splitOf(end - start)
    return hashNode(climb(start, middle), climb(middle, end))
  }
  return Buffer.from(climb(0, hashes.length))
}

/** The ranges whose roots, in this order, prove that leaf `index` is in a tree of `size` leaves. */
export const inclusionRanges = (index: number, size: number): Range[] => {
  if (!isIndex(index) || !isIndex(size) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const ranges: Range[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
    }
  }
  return ranges.reverse()
}

/** The ranges whose roots prove that the tree of `older` leaves is the beginning of the tree of `newer` leaves. */
export const consistencyRanges = (older: number, newer: number): Range[] => {
  if (!isIndex(older) || !isIndex(newer) || older > newer)
    throw new RangeError(`${older} leaves cannot grow to ${newer}`)
  if (older === 0 || older === newer) return []
  const ranges: Range[] = []
  let [start, end, whole] = [0, newer, true]
  while (older !== end) {
    const middle = start + splitOf(end - start)
    if (older <= middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
      whole = false
    }
  }
  if (!whole) ranges.push({ start, end })
  return ranges.reverse()
}

const isIndex = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
const half = (value: number): number => Math.floor(value / 2)
const isHash = (value: Uint8Array): boolean => value.length === hashBytes
const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

/** Does `proof` show that `leaf` stands at `index` of a tree of `size` leaves with this `root`? (RFC 9162, 2.1.3.2) */
export const verifyInclusion = (
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean => {
  if (!isIndex(index) || !isIndex(size) || index >= size) return false
  if (![leaf, root, ...proof].every(isHash)) return false
  let [node, last, at] = [index, size - 1, leaf]
  for (const step of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      at = hashNode(step, at)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else at = hashNode(at, step)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && isSame(at, root)
}

/**
 * Does `proof` show that the tree of `older` leaves with `olderRoot` is the beginning of the one of `newer` leaves with
 * `newerRoot`? (RFC 9162, 2.1.4.2) From an empty tree to a grown one nothing can be shown, so the answer is no.
 */
export const verifyConsistency = (
  older: number,
  newer: number,
  olderRoot: Uint8Array,
  newerRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean => {
  if (!isIndex(older) || !isIndex(newer) || older > newer) return false
  if (older === 0 && (newer > 0 || !isSame(olderRoot, emptyRoot))) return false
  if (older === newer) return proof.length === 0 && isSame(olderRoot, newerRoot)
  if (![olderRoot, newerRoot, ...proof].every(isHash)) return false
  let [node, last] = [older - 1, newer - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  // A tree of exactly 2^k leaves is itself the first node of the proof and is not sent.
  const [first, ...rest] = node === 0 ? [olderRoot, ...proof] : proof
  if (!first || rest.length + (node === 0 ? 0 : 1) !== proof.length) return false
  let [old, young] = [first, first]
  for (const step of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      old = hashNode(step, old)
      young = hashNode(step, young)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else young = hashNode(young, step)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && isSame(old, olderRoot) && isSame(young, newerRoot)
}

// The Merkle tree against the public vectors, against itself, and against every single-bit lie.
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  consistencyRanges,
  emptyRoot,
  hashLeaf,
  inclusionRanges,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'

interface Vectors {
  inclusion: {
    name: string
    leafIdx: number
    treeSize: number
    root: string
    leafHash: string
    proof: string[] | null
    wantErr: boolean
  }[]
  consistency: {
    name: string
    size1: number
    size2: number
    root1: string
    root2: string
    proof: string[] | null
    wantErr: boolean
  }[]
}

const vectorsAt = new URL('../../../../shared/data/merkle-vectors.json', import.meta.url)
const absent = !existsSync(vectorsAt)
if (absent) console.error(`\nSKIPPED: the 196 public Merkle vectors are not at ${vectorsAt.pathname}\n`)
const fromBase64 = (text: string) => Buffer.from(text, 'base64')

test(
  'the 196 public vectors of RFC 6962 proofs',
  { skip: absent && 'the vectors are not beside the repository' },
  () => {
    const vectors: Vectors = JSON.parse(readFileSync(vectorsAt, 'utf8'))
    assert.equal(vectors.inclusion.length + vectors.consistency.length, 196)
    const inclusion = vectors.inclusion.filter(
      (it) =>
        verifyInclusion(
          it.leafIdx,
          it.treeSize,
          fromBase64(it.leafHash),
          (it.proof ?? []).map(fromBase64),
          fromBase64(it.root),
        ) === it.wantErr,
    )
    const consistency = vectors.consistency.filter(
      (it) =>
        verifyConsistency(
          it.size1,
          it.size2,
          fromBase64(it.root1),
          fromBase64(it.root2),
          (it.proof ?? []).map(fromBase64),
        ) === it.wantErr,
    )
    assert.deepEqual(
      [...inclusion, ...consistency].map((it) => it.name),
      [],
    )
  },
)

const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => hashLeaf(Buffer.from(`entry ${index}`)))
const flip = (bytes: Buffer, bit: number) => {
  const lie = Buffer.from(bytes)
  lie[bit >> 3] = (lie[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return lie
}
const bits = fc.integer({ min: 0, max: 255 })

test('the empty tree and a tree of one leaf', () => {
  assert.equal(emptyRoot.toString('hex'), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  assert.equal(
    hashLeaf(Buffer.alloc(0)).toString('hex'),
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
  assert.deepEqual(rootOf([]), emptyRoot)
  assert.deepEqual(rootOf(leavesOf(1)), leavesOf(1)[0])
})

test('every inclusion proof verifies and no single-bit change of it does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), bits, fc.nat(), (size, some, bit, which) => {
      const index = some % size
      const leaves = leavesOf(size)
      const leaf = leaves[index] ?? emptyRoot
      const root = rootOf(leaves)
      const proof = inclusionRanges(index, size).map(({ start, end }) => rootOf(leaves.slice(start, end)))
      assert.ok(verifyInclusion(index, size, leaf, proof, root))
      assert.ok(!verifyInclusion(index, size, flip(leaf, bit), proof, root))
      assert.ok(!verifyInclusion(index, size, leaf, proof, flip(root, bit)))
      assert.ok(!verifyInclusion(index, size, leaf, [...proof, root], root))
      if (proof.length === 0) return
      const lie = which % proof.length
      assert.ok(
        !verifyInclusion(
          index,
          size,
          leaf,
          proof.map((it, at) => (at === lie ? flip(it, bit) : it)),
          root,
        ),
      )
      assert.ok(!verifyInclusion(index, size, leaf, proof.slice(1), root))
      assert.ok(!verifyInclusion(index ^ 1, size, leaf, proof, root))
    }),
    { numRuns: 300 },
  )
})

test('every consistency proof verifies and no single-bit change of it does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), bits, fc.nat(), (newer, some, bit, which) => {
      const older = 1 + (some % newer)
      const leaves = leavesOf(newer)
      const [olderRoot, newerRoot] = [rootOf(leaves.slice(0, older)), rootOf(leaves)]
      const proof = consistencyRanges(older, newer).map(({ start, end }) => rootOf(leaves.slice(start, end)))
      assert.ok(verifyConsistency(older, newer, olderRoot, newerRoot, proof))
      assert.ok(!verifyConsistency(older, newer, flip(olderRoot, bit), newerRoot, proof))
      assert.ok(!verifyConsistency(older, newer, olderRoot, flip(newerRoot, bit), proof))
      assert.ok(!verifyConsistency(older, newer, olderRoot, newerRoot, [...proof, newerRoot]))
      if (proof.length === 0) return
      const lie = which % proof.length
      assert.ok(
        !verifyConsistency(
          older,
          newer,
          olderRoot,
          newerRoot,
          proof.map((it, at) => (at === lie ? flip(it, bit) : it)),
        ),
      )
      assert.ok(!verifyConsistency(older, newer, olderRoot, newerRoot, proof.slice(1)))
    }),
    { numRuns: 300 },
  )
})

test('a proof of what is not there is not made', () => {
  assert.throws(() => inclusionRanges(5, 5), RangeError)
  assert.throws(() => inclusionRanges(-1, 5), RangeError)
  assert.throws(() => consistencyRanges(6, 5), RangeError)
})

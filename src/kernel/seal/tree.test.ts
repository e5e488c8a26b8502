// The tree that grows in batches, its tiles and their layout, against the plain definition of RFC 6962.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { consistencyRanges, hashLeaf, inclusionRanges, rootOf, verifyConsistency, verifyInclusion } from './merkle.ts'
import {
  bundlePath,
  hashRange,
  hashesAt,
  levelsOf,
  packBundle,
  tilePath,
  tilesFor,
  tilesOf,
  unpackBundle,
} from './tiles.ts'
import type { Tile } from './tiles.ts'
import { edgeOf, growTree } from './tree.ts'

const leaves = Array.from({ length: 70_000 }, (_, index) => hashLeaf(Buffer.from(`entry ${index}`)))

/** Grows a tree in batches, each from nothing but the stored tiles, as the sequencer does. */
const growIn = (batches: readonly number[]) => {
  const stored = new Map<string, Tile>()
  let [size, root] = [0, rootOf([])]
  for (const batch of batches) {
    const tree = growTree(
      size,
      edgeOf(size).flatMap((at) => stored.get(`${at.level}/${at.index}`) ?? []),
    )
    for (const leaf of leaves.slice(size, size + batch)) tree.push(leaf)
    for (const tile of tree.changed()) {
      const before = stored.get(`${tile.level}/${tile.index}`)
      if (before) assert.ok(tile.hashes.subarray(0, before.hashes.length).equals(before.hashes), 'a tile only grows')
      stored.set(`${tile.level}/${tile.index}`, tile)
    }
    ;[size, root] = [tree.size, tree.root()]
  }
  return { size, root, stored, read: (level: number, index: number) => stored.get(`${level}/${index}`)?.hashes }
}

test('a tree grown in any batches has the root and tiles of the whole, and all its proofs verify', () => {
  const batches = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 200, max: 700 })), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(batches, fc.nat(), fc.nat(), (sizes, one, other) => {
      const { size, root, read, stored } = growIn(sizes)
      const own = leaves.slice(0, size)
      assert.deepEqual(root, rootOf(own))
      const expected = Array.from({ length: levelsOf(size) }, (_, level) => tilesOf(level, size)).flat()
      assert.equal(stored.size, expected.length)
      for (const at of expected) assert.equal(stored.get(`${at.level}/${at.index}`)?.width, at.width)
      const index = one % size
      const proof = inclusionRanges(index, size).map((range) => hashRange(range, read))
      assert.ok(verifyInclusion(index, size, own[index] ?? root, proof, root))
      const older = 1 + (other % size)
      const growth = consistencyRanges(older, size).map((range) => hashRange(range, read))
      assert.ok(verifyConsistency(older, size, rootOf(own.slice(0, older)), root, growth))
      const needed = tilesFor([...inclusionRanges(index, size), { start: 0, end: older }], size)
      assert.ok(needed.length <= 2 * 3 * levelsOf(size))
      assert.deepEqual(
        needed.filter((at) => stored.get(`${at.level}/${at.index}`)?.width !== at.width),
        [],
      )
      assert.deepEqual(hashRange({ start: 0, end: older }, read), rootOf(own.slice(0, older)))
    }),
    { numRuns: 60 },
  )
})

test('a tree of 70,000 leaves has the tiles that the specification counts', () => {
  const { root, stored } = growIn([300, 69_700])
  assert.deepEqual(root, rootOf(leaves))
  const widths = (level: number) =>
    [...stored.values()].filter((tile) => tile.level === level).map((tile) => tile.width)
  assert.deepEqual([widths(0).filter((it) => it === 256).length, widths(0).filter((it) => it < 256)], [273, [112]])
  assert.deepEqual(
    widths(1).sort((a, b) => a - b),
    [17, 256],
  )
  assert.deepEqual(widths(2), [1])
  assert.equal(hashesAt(1, 70_000), 273)
})

test('paths are those of the specification', () => {
  assert.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067')
  assert.equal(tilePath({ level: 1, index: 0, width: 17 }), 'tile/1/000.p/17')
  assert.equal(tilePath({ level: 2, index: 999, width: 256 }), 'tile/2/999')
  assert.equal(bundlePath({ index: 1000, width: 1 }), 'tile/entries/x001/000.p/1')
  assert.equal(bundlePath({ index: 4, width: 256 }), 'tile/entries/004')
})

test('any entries come back from their bundle, and a cut bundle is refused', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 }), (bodies) => {
      const bundle = packBundle(bodies)
      assert.deepEqual(
        unpackBundle(bundle).map((it) => [...it]),
        bodies.map((it) => [...it]),
      )
      assert.throws(() => unpackBundle(bundle.subarray(0, -1)), RangeError)
    }),
    { numRuns: 100 },
  )
  assert.throws(() => packBundle([Buffer.alloc(65_536)]), RangeError)
  assert.equal(unpackBundle(packBundle([Buffer.alloc(65_535)]))[0]?.length, 65_535)
})

test('an edge that lacks or has another width is not taken up', () => {
  assert.throws(() => growTree(300, []), RangeError)
  assert.throws(() => growTree(1, [{ level: 0, index: 0, width: 1, hashes: Buffer.alloc(64) }]), RangeError)
})

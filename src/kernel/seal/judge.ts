// Weighs entries, tiles and checkpoints against each other: only a signature decides which of them tell the truth.
import { found } from './faults.ts'
import type { Finding } from './faults.ts'
import { hashBytes, rootOf } from './merkle.ts'
import type { Hash } from './merkle.ts'
import { openCheckpoint } from './notes.ts'
import type { Checkpoint, Verifier } from './notes.ts'
import { readTiles } from './store.ts'
import type { Ask } from './store.ts'
import { hashesAt, levelsOf, tileWidth, tilesOf } from './tiles.ts'
import type { TileAt } from './tiles.ts'
import type { Walk } from './walk.ts'

interface Court {
  ask: Ask
  verifier: Verifier
  walk: Walk
  /** Entries whose columns are not those of the sealed body. */
  unlikeColumns: readonly number[]
  /** Checkpoints with a good signature, from outside and the newest of the database. */
  trusted: readonly Checkpoint[]
  /** Entries that the newest of them seals. */
  sealed: number
}

/** What a walk over the entries proves to be wrong. */
export const judge = async ({ ask, verifier, walk, unlikeColumns, trusted, sealed }: Court): Promise<Finding[]> => {
  const { end } = walk
  const missing = `entries ${end} to ${sealed - 1} were sealed and are not there`
  const findings = end < sealed ? [found('rolled-back', missing, { seq: end, until: sealed })] : []
  const within = trusted.filter(({ size }) => size > 0 && size <= end).sort((one, other) => one.size - other.size)
  const broken = within.find(({ size, root }) => !walk.roots.get(size)?.equals(root))
  const proven = within.filter(({ size }) => !broken || size < broken.size).at(-1)?.size ?? 0
  const altered = broken ? await locate(ask, verifier, walk, broken, proven) : leafDiffs(walk, proven, end)
  const bad = new Set(altered.map(({ seq }) => seq))
  const columns = [...new Set([...unlikeColumns, ...walk.unlikeLeaves])].filter((seq) => seq < end && !bad.has(seq))
  findings.push(
    ...altered,
    ...columns.map((seq) => found('columns', `the columns of entry ${seq} differ from its body`, { seq })),
  )
  if (broken) return findings
  // The entries are proven up to here, so whatever contradicts them is itself the lie.
  walk.diffs.forEach((indexes, level) => {
    const index = indexes.find((at) => level > 0 || at < proven)
    if (index !== undefined)
      findings.push(found('tile', `the stored hash ${index} of level ${level} is not that of the entries`))
  })
  const [unlike] = walk.unlikeRows
  if (unlike !== undefined)
    findings.push(found('checkpoint', `the checkpoint of ${unlike} entries in the database has another root`))
  return [...findings, ...(await lackingRows(ask, trusted))]
}

const alteredAt = (seq: number): Finding => found('altered', `entry ${seq} is not the one that was sealed`, { seq })

const leafDiffs = (walk: Walk, from: number, until: number): Finding[] =>
  (walk.diffs[0] ?? []).filter((seq) => seq >= from && seq < until).map(alteredAt)

const storedHashes = async (ask: Ask, wanted: readonly TileAt[]): Promise<Buffer[]> => {
  const tiles = (await readTiles(ask, wanted)).sort((one, other) => one.index - other.index)
  return tiles.flatMap(({ hashes, width }) =>
    Array.from({ length: width }, (_, at) => hashes.subarray(at * hashBytes, (at + 1) * hashBytes)),
  )
}

/** The root that the stored tiles give when all hashes of `level` and only the right edge below it are believed. */
const storedRoot = async (ask: Ask, level: number, size: number): Promise<Hash> => {
  let rest: Hash[] = []
  for (let at = 0; at <= level; at++) {
    const edge = hashesAt(at, size) % tileWidth
    const count = at < level ? edge : hashesAt(at, size)
    const wanted = at < level && edge === 0 ? [] : tilesOf(at, size).slice(at < level ? -1 : 0)
    const believed = [...(await storedHashes(ask, wanted)).slice(0, count), ...rest]
    if (believed.length > 0) rest = [rootOf(believed)]
  }
  return rest[0] ?? rootOf([])
}

/** The entries that are not those under the seal: each by name where honest tiles tell, else the smallest range. */
const locate = async (
  ask: Ask,
  verifier: Verifier,
  walk: Walk,
  broken: Checkpoint,
  proven: number,
): Promise<Finding[]> => {
  for (let level = 0; level < levelsOf(broken.size); level++) {
    if (!(await storedRoot(ask, level, broken.size)).equals(broken.root)) continue
    if (level === 0) return leafDiffs(walk, 0, broken.size)
    const span = tileWidth ** level
    const index = walk.diffs[level]?.[0] ?? Math.floor(broken.size / span)
    return [
      await narrow(ask, verifier, walk, Math.max(proven, index * span), Math.min(broken.size, (index + 1) * span)),
    ]
  }
  return [await narrow(ask, verifier, walk, proven, broken.size)]
}

/** Every batch left a signed checkpoint; the last one that fits and the first that does not bound the range. */
const narrow = async (ask: Ask, verifier: Verifier, walk: Walk, from: number, until: number): Promise<Finding> => {
  const rows = await ask<{ note: string }>(
    'select note from journal_checkpoints where size > $1 and size < $2 order by size',
    [from, until],
  )
  let [good, bad] = [from, until]
  for (const { note } of rows) {
    try {
      const { size, root } = openCheckpoint(note, verifier)
      if (walk.roots.get(size)?.equals(root)) good = size
      else {
        bad = size
        break
      }
    } catch {
      // A false checkpoint bounds nothing; the one outside has already told that the log is not what was sealed.
    }
  }
  if (bad - good === 1) return alteredAt(good)
  return found('altered', `one or more of entries ${good} to ${bad - 1} are not those that were sealed`, {
    seq: good,
    until: bad,
  })
}

/** A checkpoint that is known outside must be in the database too, or somebody took it out. */
const lackingRows = async (ask: Ask, trusted: readonly Checkpoint[]): Promise<Finding[]> => {
  const sizes = trusted.map(({ size }) => size)
  const rows = await ask<{ size: string }>(
    `select size from unnest($1::bigint[]) as known (size)
     where not exists (select from journal_checkpoints kept where kept.size = known.size) limit 1`,
    [sizes],
  )
  return rows.map(({ size }) => found('checkpoint', `the checkpoint of ${size} entries is not in the database`))
}

#!/usr/bin/env node
// Verifies an exported journal with nothing but Node (20 or later): node verify.mjs FOLDER [--vkey KEY|FILE] [--older CHECKPOINT]…
//
// This file stands alone on purpose, so that whoever doubts the house can read it, carry it away and run it elsewhere. It
// therefore repeats the Merkle code of src/kernel/seal; the tests run both over the same logs. The formats are public:
// RFC 6962, c2sp.org/signed-note, c2sp.org/tlog-checkpoint, c2sp.org/tlog-tiles.
import { createHash, createPublicKey, hash as hashOnce, verify } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{ origin: string, size: number, root: Buffer }} Checkpoint */
/** @typedef {{ kind: string, seq: number | null, until: number | null, id: string | null, says: string }} Finding */
/** @typedef {{ ok: boolean, entries: number, root: string | null, vkey: string | null, keyIsTheirs: boolean, findings: Finding[] }} Report */

/** @type {(bytes: Uint8Array) => Buffer} */
const sha256 = hashOnce ? (bytes) => hashOnce('sha256', bytes, 'buffer') : (bytes) => createHash('sha256').update(bytes).digest()
const pair = Buffer.alloc(65, 1)

/** @type {(left: Uint8Array, right: Uint8Array) => Buffer} */
const hashNode = (left, right) => {
  pair.set(left, 1)
  pair.set(right, 33)
  return sha256(pair)
}

const emptyRoot = sha256(Buffer.alloc(0))

// ---- keys, notes, checkpoints

/** Reads name+hex8+base64. @param {string} line */
export const readKey = (line) => {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line.trim()) ?? []
  const typed = Buffer.from(encoded ?? '', 'base64')
  if (!name || typed.length !== 33 || typed[0] !== 1) throw new Error('the verifier key is not of the form name+hex8+base64 of an Ed25519 key')
  const own = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4)
  if (own.toString('hex') !== id) throw new Error('the verifier key does not match its own id')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') }
  return { name, id: own, key: createPublicKey({ key: jwk, format: 'jwk' }), line: line.trim() }
}

/** Opens a signed checkpoint. @param {string} note @param {ReturnType<typeof readKey>} key @returns {Checkpoint} */
export const openCheckpoint = (note, key) => {
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0 || !note.endsWith('\n')) throw new Error('it is not a signed note')
  const text = note.slice(0, cut + 1)
  const ours = note.slice(cut + 2, -1).split('\n').flatMap((line) => {
    const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? []
    if (!name || !encoded) throw new Error('a signature line is malformed')
    const bytes = Buffer.from(encoded, 'base64')
    if (bytes.toString('base64') !== encoded) throw new Error('a signature is not base64')
    return name === key.name && bytes.subarray(0, 4).equals(key.id) ? [bytes.subarray(4)] : []
  })
  if (ours.length === 0) throw new Error(`it is not signed by ${key.name}`)
  if (!ours.every((bytes) => verify(null, Buffer.from(text), key.key, bytes))) throw new Error(`the signature of ${key.name} is false`)
  const [origin, size, root] = text.split('\n')
  const hash = Buffer.from(root ?? '', 'base64')
  if (origin !== key.name) throw new Error(`it is of another log, ${origin}`)
  if (!/^(0|[1-9]\d*)$/.test(size ?? '') || !Number.isSafeInteger(Number(size)) || hash.length !== 32) throw new Error('it has no size and root')
  return { origin, size: Number(size), root: hash }
}

// ---- the layout of tiles

/** @type {(index: number) => string} */
const nested = (index) => {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0')
  const groups = digits.match(/\d{3}/g) ?? []
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
}

/** @type {(base: string, index: number, width: number) => string} */
const pathOf = (base, index, width) => `${base}/${nested(index)}${width < 256 ? `.p/${width}` : ''}`
/** @type {(level: number, size: number) => number} */
const hashesAt = (level, size) => Math.floor(size / 256 ** level)
/** @type {(level: number, size: number, index: number) => number} */
const widthOf = (level, size, index) => Math.min(256, hashesAt(level, size) - index * 256)

/** @type {(path: string) => Buffer | null} */
const readIfThere = (path) => (existsSync(path) ? readFileSync(path) : null)

// ---- the tree

/** Root of equal subtrees, of which only the last may be smaller. @type {(hashes: Buffer[]) => Buffer} */
const rootOf = (hashes) => {
  let row = hashes
  while (row.length > 1) {
    /** @type {Buffer[]} */
    const above = []
    for (let at = 0; at < row.length; at += 2) {
      const [left, right] = [row[at], row[at + 1]]
      if (left) above.push(right ? hashNode(left, right) : left)
    }
    row = above
  }
  return row[0] ?? emptyRoot
}

/** Grows leaf by leaf; `made` hears each hash that stands in a tile. @param {(level: number, index: number, hash: Buffer) => void} made */
const growTree = (made) => {
  /** @type {(Buffer | null)[]} */
  const peaks = []
  let size = 0
  return {
    /** @param {Buffer} leaf */
    push(leaf) {
      made(0, size, leaf)
      size++
      let [node, height] = [leaf, 0]
      for (let left = peaks[0]; left; left = peaks[height]) {
        peaks[height] = null
        node = hashNode(left, node)
        height++
        if (height % 8 === 0) made(height / 8, hashesAt(height / 8, size) - 1, node)
      }
      peaks[height] = node
    },
    root: () => peaks.reduce((right, left) => (left ? (right ? hashNode(left, right) : left) : right), /** @type {Buffer | null} */ (null)) ?? emptyRoot,
  }
}

// ---- the verification

/** @type {(error: unknown) => string} */
const messageOf = (error) => (error instanceof Error ? error.message : String(error))

/**
 * Verifies an exported log. Never throws for a bad log: what is wrong is in `findings`, the first bad entry first.
 * @param {string} folder
 * @param {{ vkey?: string | null, older?: { name: string, note: string }[] }} [trust] the key and older checkpoints that the verifier holds
 * @returns {Report}
 */
export const verifyExport = (folder, { vkey = null, older = [] } = {}) => {
  /** @type {Report} */
  const report = { ok: false, entries: 0, root: null, vkey: null, keyIsTheirs: vkey === null, findings: [] }
  /** @type {(kind: string, says: string, seq?: number | null, more?: Partial<Finding>) => void} */
  const find = (kind, says, seq = null, more = {}) => void report.findings.push({ kind, seq, until: null, id: null, says, ...more })
  try {
    const key = readKey(vkey ?? readFileSync(join(folder, 'vkey'), 'utf8'))
    report.vkey = key.line
    const newest = openCheckpoint(readFileSync(join(folder, 'checkpoint'), 'utf8'), key)
    /** @type {Checkpoint[]} */
    const known = [newest]
    for (const { name, note } of older) {
      try {
        known.push(openCheckpoint(note, key))
      } catch (error) {
        find('checkpoint', `${name}: ${messageOf(error)}`)
      }
    }
    compare(folder, newest, known, report, find)
  } catch (error) {
    find('checkpoint', messageOf(error))
  }
  /** @type {(finding: Finding) => number} */
  const place = ({ seq, kind }) => (seq === null ? Number.MAX_SAFE_INTEGER : 2 * seq + (kind === 'detail' ? 1 : 0))
  report.findings.sort((one, other) => place(one) - place(other))
  report.ok = report.findings.length === 0
  return report
}

/**
 * @param {string} folder @param {Checkpoint} newest @param {Checkpoint[]} known @param {Report} report
 * @param {(kind: string, says: string, seq?: number | null, more?: Partial<Finding>) => void} find
 */
const compare = (folder, newest, known, report, find) => {
  const { size } = newest
  /** @type {Map<number, number[]>} */
  const diffs = new Map()
  /** @type {Map<number, Buffer>} */
  const roots = new Map([[0, emptyRoot]])
  const wanted = new Set(known.map((checkpoint) => checkpoint.size))
  /** @type {Map<number, { index: number, bytes: Buffer | null }>} */
  const open = new Map()
  const tree = growTree((level, index, hash) => {
    const tile = Math.floor(index / 256)
    let at = open.get(level)
    if (at?.index !== tile) {
      at = { index: tile, bytes: readIfThere(join(folder, pathOf(`tile/${level}`, tile, widthOf(level, size, tile)))) }
      open.set(level, at)
      if (at.bytes?.length !== 32 * widthOf(level, size, tile)) at.bytes = null
    }
    const place = (index % 256) * 32
    if (at.bytes && hash.compare(at.bytes, place, place + 32) === 0) return
    const list = diffs.get(level) ?? []
    if (list.length < 1000) list.push(index)
    diffs.set(level, list)
  })
  let count = 0
  /** @type {(index: number) => Buffer | null} */
  const storedLeaf = (index) => {
    const tile = Math.floor(index / 256)
    return readIfThere(join(folder, pathOf('tile/0', tile, widthOf(0, size, tile))))?.subarray((index % 256) * 32, (index % 256) * 32 + 32) ?? null
  }
  for (let index = 0; index * 256 < size; index++) {
    const width = widthOf(0, size, index)
    const bodies = readBundle(readIfThere(join(folder, pathOf('tile/entries', index, width))) ?? Buffer.alloc(0))
    if (bodies.length > width) find('forged', `entry ${index * 256 + width} stands in its bundle and is under no seal`, index * 256 + width)
    const details = readDetails(folder, index, width, find)
    for (let at = 0; at < width; at++) {
      const seq = index * 256 + at
      const body = bodies[at]
      if (!body) find('missing', `entry ${seq} is not there`, seq)
      else if (details) checkDetail(seq, body.subarray(1), details, find)
      const leaf = body ? sha256(body) : storedLeaf(seq)
      tree.push(leaf?.length === 32 ? leaf : emptyRoot)
      count += body ? 1 : 0
      if (wanted.has(seq + 1)) roots.set(seq + 1, tree.root())
    }
    if (report.findings.length > 1000) break
  }
  report.entries = count
  report.root = (roots.get(size) ?? emptyRoot).toString('base64')
  judge(folder, newest, known, roots, diffs, find)
  strangers(folder, size, find)
}

/** Bodies with 0x00 before each, as leaves are hashed; the byte was the length's and is not needed any more. @param {Buffer} bundle */
const readBundle = (bundle) => {
  /** @type {Buffer[]} */
  const bodies = []
  for (let at = 0; at + 2 <= bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at)
    if (end > bundle.length) break
    bundle[at + 1] = 0
    bodies.push(bundle.subarray(at + 1, end))
    at = end
  }
  return bodies
}

/**
 * Weighs entries and tiles: only the signature decides which of them tells the truth.
 * @param {string} folder @param {Checkpoint} newest @param {Checkpoint[]} known @param {Map<number, Buffer>} roots
 * @param {Map<number, number[]>} diffs @param {(kind: string, says: string, seq?: number | null, more?: Partial<Finding>) => void} find
 */
const judge = (folder, newest, known, roots, diffs, find) => {
  const { size } = newest
  for (const checkpoint of known) {
    if (checkpoint.size > size) find('rolled-back', `entries ${size} to ${checkpoint.size - 1} were sealed and are not there`, size, { until: checkpoint.size })
    else if (checkpoint.size === size && !checkpoint.root.equals(newest.root)) find('checkpoint', `two checkpoints of ${size} entries with different roots`)
  }
  const within = known.filter((checkpoint) => checkpoint.size <= size).sort((one, other) => one.size - other.size)
  const broken = within.find((checkpoint) => !roots.get(checkpoint.size)?.equals(checkpoint.root))
  if (!broken) {
    for (const [level, indexes] of diffs) find('tile', `the stored hash ${indexes[0]} of level ${level} is not that of the entries`)
    return
  }
  const proven = within.filter((checkpoint) => checkpoint.size < broken.size).at(-1)?.size ?? 0
  if (newest.root.equals(roots.get(size) ?? emptyRoot)) {
    return find('rewritten', `the first ${broken.size} entries are not those of an older checkpoint: the log was rewritten and signed again`, proven, { until: broken.size })
  }
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    if (!storedRoot(folder, level, size).equals(newest.root)) continue
    const indexes = diffs.get(level) ?? []
    const span = 256 ** level
    const first = indexes[0] ?? hashesAt(level, size)
    if (level > 0) return blame(folder, Math.max(proven, first * span), Math.min(size, (first + 1) * span), find)
    return indexes.forEach((seq) => blame(folder, seq, seq + 1, find))
  }
  blame(folder, proven, broken.size, find)
}

/**
 * @param {string} folder @param {number} from @param {number} until
 * @param {(kind: string, says: string, seq?: number | null, more?: Partial<Finding>) => void} find
 */
const blame = (folder, from, until, find) => {
  if (until - from > 1) return find('altered', `one or more of entries ${from} to ${until - 1} are not those that were sealed`, from, { until })
  const base = join(folder, 'tile/entries', nested(Math.floor(from / 256)))
  const parts = existsSync(`${base}.p`) ? readdirSync(`${base}.p`).map((part) => join(`${base}.p`, part)) : []
  const bundle = [base, ...parts].map(readIfThere).find((bytes) => bytes !== null)
  const id = idOf(readBundle(bundle ?? Buffer.alloc(0))[from % 256]?.subarray(1))
  find('altered', `entry ${from}${id ? ` (${id})` : ''} is not the one that was sealed`, from, { id })
}

/** @param {Buffer | undefined} body */
const idOf = (body) => {
  try {
    return String(JSON.parse(String(body)).id)
  } catch {
    return null
  }
}

/** The root that the tiles give when all hashes of `level` and only the right edge below it are believed. @param {string} folder @param {number} level @param {number} size */
const storedRoot = (folder, level, size) => {
  /** @type {Buffer[]} */
  let rest = []
  for (let at = 0; at <= level; at++) {
    const count = hashesAt(at, size)
    /** @type {Buffer[]} */
    const hashes = []
    for (let index = at < level ? Math.floor(count / 256) : 0; index * 256 < count; index++) {
      const tile = readIfThere(join(folder, pathOf(`tile/${at}`, index, widthOf(at, size, index)))) ?? Buffer.alloc(0)
      for (let place = 0; place + 32 <= tile.length; place += 32) hashes.push(tile.subarray(place, place + 32))
    }
    if (hashes.length > 0) rest = [rootOf([...hashes, ...rest])]
  }
  return rest[0] ?? emptyRoot
}

/**
 * Details that were exported beside a bundle, one JSON line each; null where the export has none.
 * @param {string} folder @param {number} index @param {number} width
 * @param {(kind: string, says: string, seq?: number | null, more?: Partial<Finding>) => void} find
 */
const readDetails = (folder, index, width, find) => {
  if (!existsSync(join(folder, 'details'))) return null
  const text = String(readIfThere(join(folder, `${pathOf('details', index, width)}.jsonl`)) ?? '')
  /** @type {Map<string, { salt: string | null, detail: string | null, erased: string | null }>} */
  const details = new Map()
  for (const line of text.split('\n').filter((it) => it !== '')) {
    try {
      const { id, salt, detail, erased } = JSON.parse(line)
      details.set(id, { salt, detail, erased })
    } catch {
      find('detail', `details of bundle ${index} hold a line that is no JSON`, index * 256, { until: index * 256 + width })
    }
  }
  return details
}

/**
 * @param {number} seq @param {Buffer} body @param {Map<string, { salt: string | null, detail: string | null, erased: string | null }>} details
 * @param {(kind: string, says: string, seq?: number | null, more?: Partial<Finding>) => void} find
 */
const checkDetail = (seq, body, details, find) => {
  /** @type {{ id?: string, detail?: string | null }} */
  let entry = {}
  try {
    entry = JSON.parse(String(body))
  } catch {
    // The tree tells whether such bytes were sealed.
  }
  const { id = '', detail: sealed = null } = entry
  const beside = details.get(id)
  if (!sealed && !beside) return
  if (beside?.erased && sealed && beside.detail === null) return
  const own = beside?.detail != null && beside.salt != null ? createHash('sha256').update(Buffer.from(beside.salt, 'base64')).update(beside.detail).digest('hex') : null
  if (own !== sealed) find('detail', `the details of entry ${seq} (${id}) ${beside ? 'are not those that were sealed' : 'are not there'}`, seq, { id })
}

/** Bundles past the end, which no seal covers. @param {string} folder @param {number} size @param {(kind: string, says: string, seq?: number | null) => void} find */
const strangers = (folder, size, find) => {
  const root = join(folder, 'tile/entries')
  if (!existsSync(root)) return
  for (const name of readdirSync(root, { recursive: true }).map(String)) {
    const digits = /^((?:x\d{3}\/)*\d{3})(?:\.p\/\d+)?$/.exec(name)?.[1]?.replace(/[x/]/g, '')
    if (digits && Number(digits) * 256 >= size) find('forged', `the bundle ${name} is under no seal`, Number(digits) * 256)
  }
}

// ---- the command line

/** Prints a report in words. @param {Report} report @param {(line: string) => void} print */
export const printReport = (report, print) => {
  const [first, ...others] = report.findings
  if (report.ok) print(`ok: ${report.entries} entries, root ${report.root}`)
  if (first) print(`BAD: ${first.seq === null ? '' : `first bad entry ${first.seq}${first.until ? ` … ${first.until - 1}` : ''}: `}${first.says}`)
  for (const finding of others.slice(0, 20)) print(`     ${finding.says}`)
  if (others.length > 20) print(`     and ${others.length - 20} more`)
  if (report.keyIsTheirs && report.vkey) print(`the key was taken from the folder itself; compare it with the one you hold: ${report.vkey}`)
}

/** @param {string[]} words */
const main = (words) => {
  /** @type {{ vkey: string | null, older: { name: string, note: string }[] }} */
  const trust = { vkey: null, older: [] }
  /** @type {string[]} */
  const folders = []
  for (let at = 0; at < words.length; at++) {
    const [word = '', value] = [words[at], words[at + 1]]
    if (word === '--vkey' && value) trust.vkey = existsSync(value) ? readFileSync(value, 'utf8') : value
    else if (word === '--older' && value) trust.older.push({ name: value, note: readFileSync(value, 'utf8') })
    else folders.push(word)
    if (word === '--vkey' || word === '--older') at++
  }
  const [folder] = folders
  if (!folder || folders.length > 1 || folder.startsWith('-') || !existsSync(folder)) {
    console.error('usage: node verify.mjs FOLDER [--vkey KEY|FILE] [--older CHECKPOINT]…')
    return 1
  }
  const report = verifyExport(folder, trust)
  printReport(report, console.log)
  return report.ok ? 0 : 1
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2))

#!/usr/bin/env node
// @ts-check
// Verifies an exported journal with nothing but Node (20 or later):
//   node verify.mjs FOLDER [--vkey KEY|FILE] [--older CHECKPOINT]…
//
// It stands alone on purpose, so that whoever doubts the house can read it, carry it away and run it elsewhere.
// Therefore it repeats the Merkle code of src/kernel/seal; the tests run both over the same logs. The formats are
// public: RFC 6962, c2sp.org/signed-note, c2sp.org/tlog-checkpoint, c2sp.org/tlog-tiles.
import { createHash, createPublicKey, hash as hashOnce, verify } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** @typedef {{ origin: string, size: number, root: Buffer }} Checkpoint */
/** @typedef {{ kind: string, seq: number | null, until: number | null, id: string | null, says: string }} Finding */
/** @typedef {(kind: string, says: string, seq?: number | null, more?: Partial<Finding>) => void} Find */
/** @typedef {{ folder: string, size: number, find: Find }} Log */
/** @typedef {{ ok: boolean, entries: number, root: string | null, findings: Finding[] }} Outcome */
/** @typedef {Outcome & { vkey: string | null, keyIsTheirs: boolean }} Report */
/** @typedef {{ vkey?: string | null, older?: { name: string, note: string }[] }} Trust what the verifier holds */

/** @type {(bytes: Uint8Array) => Buffer} */
const sha256 = hashOnce
  ? (bytes) => hashOnce('sha256', bytes, 'buffer')
  : (bytes) => createHash('sha256').update(bytes).digest()
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
  if (!name || typed.length !== 33 || typed[0] !== 1)
    throw new Error('the verifier key is not of the form name+hex8+base64 of an Ed25519 key')
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
  const lines = note.slice(cut + 2, -1).split('\n')
  const ours = lines.flatMap((line) => {
    const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? []
    if (!name || !encoded) throw new Error('a signature line is malformed')
    const bytes = Buffer.from(encoded, 'base64')
    if (bytes.toString('base64') !== encoded) throw new Error('a signature is not base64')
    return name === key.name && bytes.subarray(0, 4).equals(key.id) ? [bytes.subarray(4)] : []
  })
  if (ours.length === 0) throw new Error(`it is not signed by ${key.name}`)
  if (!ours.every((bytes) => verify(null, Buffer.from(text), key.key, bytes)))
    throw new Error(`the signature of ${key.name} is false`)
  const [origin, size, root] = text.split('\n')
  const hash = Buffer.from(root ?? '', 'base64')
  if (origin !== key.name) throw new Error(`it is of another log, ${origin}`)
  if (!/^(0|[1-9]\d*)$/.test(size ?? '') || !Number.isSafeInteger(Number(size)) || hash.length !== 32)
    throw new Error('it has no size and root')
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
/** @type {(log: Log, level: number, index: number) => Buffer} */
const readTile = ({ folder, size }, level, index) =>
  readIfThere(join(folder, pathOf(`tile/${level}`, index, widthOf(level, size, index)))) ?? Buffer.alloc(0)

/** Bodies with 0x00 before each, as leaves are hashed; the byte was the length's and is not needed any more. */
/** @type {(log: Log, index: number) => Buffer[]} */
const readBundle = ({ folder, size }, index) => {
  const bundle = readIfThere(join(folder, pathOf('tile/entries', index, widthOf(0, size, index)))) ?? Buffer.alloc(0)
  /** @type {Buffer[]} */
  const bodies = []
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 <= bundle.length ? at + 2 + bundle.readUInt16BE(at) : Infinity
    if (end > bundle.length) return [...bodies, bundle.subarray(at)]
    bundle[at + 1] = 0
    bodies.push(bundle.subarray(at + 1, end))
    at = end
  }
  return bodies
}

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

/** Grows leaf by leaf; `made` hears each hash that stands in a tile. */
/** @param {(level: number, index: number, hash: Buffer) => void} made */
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
    root() {
      let root = null
      for (const peak of peaks) if (peak) root = root ? hashNode(peak, root) : peak
      return root ?? emptyRoot
    },
  }
}

// ---- the verification

/** @type {(error: unknown) => string} */
const messageOf = (error) => (error instanceof Error ? error.message : String(error))

/** Verifies an exported log. Never throws for a bad one: what is wrong is in `findings`, the first bad entry first. */
/** @type {(folder: string, trust?: Trust) => Report} */
export const verifyExport = (folder, { vkey = null, older = [] } = {}) => {
  /** @type {Report} */
  const report = { ok: false, entries: 0, root: null, vkey: null, keyIsTheirs: vkey === null, findings: [] }
  /** @type {Find} */
  const find = (kind, says, seq = null, more = {}) =>
    void report.findings.push({ kind, seq, until: null, id: null, says, ...more })
  try {
    const key = readKey(vkey ?? readFileSync(join(folder, 'vkey'), 'utf8'))
    report.vkey = key.line
    const newest = openCheckpoint(readFileSync(join(folder, 'checkpoint'), 'utf8'), key)
    const known = older.flatMap(({ name, note }) => {
      try {
        return [openCheckpoint(note, key)]
      } catch (error) {
        find('checkpoint', `${name}: ${messageOf(error)}`)
        return []
      }
    })
    walk({ folder, size: newest.size, find }, newest, [newest, ...known], report)
  } catch (error) {
    find('checkpoint', messageOf(error))
  }
  /** @type {(finding: Finding) => number} */
  const place = ({ seq, kind }) => (seq === null ? Number.MAX_SAFE_INTEGER : 2 * seq + (kind === 'detail' ? 1 : 0))
  report.findings.sort((one, other) => place(one) - place(other))
  report.ok = report.findings.length === 0
  return report
}

/** Hashes every entry again, beside the stored hashes. */
/** @type {(log: Log, newest: Checkpoint, known: Checkpoint[], report: Report) => void} */
const walk = (log, newest, known, report) => {
  const { size, find } = log
  /** @type {Map<number, number[]>} */
  const diffs = new Map()
  /** @type {Map<number, Buffer>} */
  const roots = new Map([[0, emptyRoot]])
  const wanted = new Set(known.map((checkpoint) => checkpoint.size))
  /** @type {{ index: number, hashes: Buffer }[]} */
  const tiles = []
  /** @type {(level: number, index: number) => Buffer} */
  const storedHash = (level, index) => {
    const tile = Math.floor(index / 256)
    const open = tiles[level]?.index === tile ? tiles[level] : { index: tile, hashes: readTile(log, level, tile) }
    tiles[level] = open
    return open.hashes.subarray((index % 256) * 32, (index % 256) * 32 + 32)
  }
  const tree = growTree((level, index, hash) => {
    if (hash.equals(storedHash(level, index))) return
    const list = diffs.get(level) ?? []
    if (list.length < 1000) list.push(index)
    diffs.set(level, list)
  })
  const details = checkDetails(log)
  for (let index = 0; index * 256 < size && report.findings.length < 1000; index++) {
    const width = widthOf(0, size, index)
    const bodies = readBundle(log, index)
    const past = index * 256 + width
    if (bodies.length > width) find('forged', `entry ${past} stands in its bundle and is under no seal`, past)
    details.open(index)
    for (let seq = index * 256; seq < past; seq++) {
      const body = bodies[seq % 256]
      if (!body) find('missing', `entry ${seq} is not there`, seq)
      else details.check(seq, body.subarray(1))
      // A lacking entry is stood in for by its stored hash, so that the others keep their places.
      const leaf = body ? sha256(body) : Buffer.from(storedHash(0, seq))
      tree.push(leaf.length === 32 ? leaf : emptyRoot)
      if (body) report.entries++
      if (wanted.has(seq + 1)) roots.set(seq + 1, tree.root())
    }
  }
  details.close()
  report.root = (roots.get(size) ?? emptyRoot).toString('base64')
  judge(log, newest, known, roots, diffs)
  strangers(log)
}

/** Weighs entries and stored hashes: only the signature decides which of them tells the truth. */
/** @typedef {Map<number, Buffer>} Roots by size of the tree */
/** @type {(log: Log, newest: Checkpoint, known: Checkpoint[], roots: Roots, diffs: Map<number, number[]>) => void} */
const judge = (log, newest, known, roots, diffs) => {
  const { size, find } = log
  for (const { size: until, root } of known) {
    if (until > size)
      find('rolled-back', `entries ${size} to ${until - 1} were sealed and are not there`, size, { until })
    if (until === size && !root.equals(newest.root)) find('checkpoint', `two checkpoints of ${size} entries differ`)
  }
  const within = known.filter((checkpoint) => checkpoint.size <= size).sort((one, other) => one.size - other.size)
  const broken = within.find((checkpoint) => !roots.get(checkpoint.size)?.equals(checkpoint.root))
  if (!broken) {
    for (const [level, [index]] of diffs)
      find('tile', `the stored hash ${index} of level ${level} is not that of the entries`)
    return
  }
  const until = broken.size
  const proven = within.filter((checkpoint) => checkpoint.size < until).at(-1)?.size ?? 0
  const anew = `the log was rewritten since the checkpoint of ${until} entries and signed again`
  if (roots.get(size)?.equals(newest.root)) return find('rewritten', anew, proven, { until })
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    if (!storedRoot(log, level).equals(newest.root)) continue
    const [first = hashesAt(level, size), ...others] = diffs.get(level) ?? []
    const span = 256 ** level
    if (level > 0) return blame(log, Math.max(proven, first * span), Math.min(size, (first + 1) * span))
    return [first, ...others].forEach((seq) => blame(log, seq, seq + 1))
  }
  blame(log, proven, until)
}

/** @type {(log: Log, from: number, until: number) => void} */
const blame = (log, from, until) => {
  const some = `one or more of entries ${from} to ${until - 1} are not those that were sealed`
  if (until - from > 1) return log.find('altered', some, from, { until })
  const id = parse(readBundle(log, Math.floor(from / 256))[from % 256]?.subarray(1)).id ?? null
  log.find('altered', `entry ${from}${id ? ` (${id})` : ''} is not the one that was sealed`, from, { id })
}

/** The root that the tiles give when all hashes of `level` and only the right edge below it are believed. */
/** @type {(log: Log, level: number) => Buffer} */
const storedRoot = (log, level) => {
  /** @type {Buffer[]} */
  let rest = []
  for (let at = 0; at <= level; at++) {
    const count = hashesAt(at, log.size)
    /** @type {Buffer[]} */
    const hashes = []
    for (let index = at < level ? Math.floor(count / 256) : 0; index * 256 < count; index++) {
      const tile = readTile(log, at, index)
      for (let place = 0; place + 32 <= tile.length; place += 32) hashes.push(tile.subarray(place, place + 32))
    }
    if (hashes.length > 0) rest = [rootOf([...hashes, ...rest])]
  }
  return rest[0] ?? emptyRoot
}

/** The fields of a JSON object; none where it is no JSON: the tree tells whether such bytes were sealed. */
/** @type {(bytes: Buffer | string | undefined) => Record<string, string | null | undefined>} */
const parse = (bytes) => {
  try {
    return Object(JSON.parse(String(bytes)))
  } catch {
    return {}
  }
}

/** Details that were exported beside the entries, a JSON line each, against the salted hashes that the entries hold. */
/** @type {(log: Log) => { open(index: number): void, check(seq: number, body: Buffer): void, close(): void }} */
const checkDetails = ({ folder, size, find }) => {
  if (!existsSync(join(folder, 'details'))) return { open: () => {}, check: () => {}, close: () => {} }
  /** @type {Map<string | null | undefined, ReturnType<typeof parse>>} */
  let beside = new Map()
  /** @type {Map<string, number>} */
  const erased = new Map()
  /** @type {Set<string | null | undefined>} */
  const lawful = new Set()
  return {
    open(index) {
      const text = String(readIfThere(join(folder, `${pathOf('details', index, widthOf(0, size, index))}.jsonl`)) ?? '')
      beside = new Map(
        text
          .split('\n')
          .map(parse)
          .map((line) => [line.id, line]),
      )
    },
    check(seq, body) {
      const { id = '', detail: sealed = null, operation, outcome, record_id: record } = parse(body)
      if (operation === 'journal.erase' && outcome === 'done') lawful.add(record)
      const { salt, detail, erased: erasedAt } = beside.get(id) ?? {}
      if (sealed && erasedAt && !salt && !detail) return void erased.set(String(id), seq)
      const salted = typeof salt === 'string' &&
        typeof detail === 'string' && [Buffer.from(salt, 'base64'), Buffer.from(detail)]
      const own = salted ? sha256(Buffer.concat(salted)).toString('hex') : null
      if (own !== sealed)
        find('detail', `the details of entry ${seq} (${id}) are not those that were sealed`, seq, { id })
    },
    close() {
      for (const [id, seq] of erased) {
        if (!lawful.has(id))
          find('detail', `the details of entry ${seq} (${id}) were erased and no journal.erase names it`, seq, { id })
      }
    },
  }
}

/** Bundles past the end, which no seal covers. */
/** @type {(log: Log) => void} */
const strangers = ({ folder, size, find }) => {
  const root = join(folder, 'tile/entries')
  for (const name of existsSync(root) ? readdirSync(root, { recursive: true }).map(String) : []) {
    const digits = /^((?:x\d{3}\/)*\d{3})(?:\.p\/\d+)?$/.exec(name)?.[1]?.replace(/[x/]/g, '')
    const first = Number(digits) * 256
    if (digits && first >= size) find('forged', `the bundle ${name} is under no seal`, first)
  }
}

// ---- the command line

/** Prints a report in words. */
/** @type {(report: Report, print: (line: string) => void) => void} */
export const printReport = ({ ok, entries, root, findings, keyIsTheirs, vkey }, print) => {
  const [first, ...others] = findings
  if (ok) print(`ok: ${entries} entries, root ${root}`)
  if (first) {
    const range = first.until ? ` … ${first.until - 1}` : ''
    print(`BAD: ${first.seq === null ? '' : `first bad entry ${first.seq}${range}: `}${first.says}`)
  }
  for (const { says } of others.slice(0, 20)) print(`     ${says}`)
  if (others.length > 20) print(`     and ${others.length - 20} more`)
  if (keyIsTheirs && vkey) print(`the key was taken from the folder itself; compare it with the one you hold: ${vkey}`)
}

/** @type {(words: string[]) => number} */
const main = (words) => {
  const options = /** @type {const} */ ({ vkey: { type: 'string' }, older: { type: 'string', multiple: true } })
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options })
  const [folder, ...more] = positionals
  if (!folder || more.length > 0)
    throw new Error('usage: node verify.mjs FOLDER [--vkey KEY|FILE] [--older CHECKPOINT]…')
  if (!existsSync(folder)) throw new Error(`${folder} is not there`)
  const vkey = values.vkey && existsSync(values.vkey) ? readFileSync(values.vkey, 'utf8') : (values.vkey ?? null)
  const older = (values.older ?? []).map((name) => ({ name, note: readFileSync(name, 'utf8') }))
  const report = verifyExport(folder, { vkey, older })
  printReport(report, console.log)
  return report.ok ? 0 : 1
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = main(process.argv.slice(2))
  } catch (error) {
    console.error(messageOf(error))
    process.exitCode = 1
  }
}

// Verification of the living database against the checkpoints outside it. Names the first bad entry and what is wrong.
import type { Pool } from 'pg'
import type { Finding } from './faults.ts'
import { hashBytes, rootOf } from './merkle.ts'
import type { Hash } from './merkle.ts'
import { openCheckpoint } from './notes.ts'
import type { Checkpoint, Verifier } from './notes.ts'
import { readAll } from './outside.ts'
import type { Sealed } from './outside.ts'
import { askClient, newestCheckpoint, readTiles } from './store.ts'
import type { Ask } from './store.ts'
import { hashesAt, levelsOf, tileWidth, tilesOf } from './tiles.ts'
import { most, walkEntries } from './walk.ts'
import type { Walk } from './walk.ts'

export interface AuditReport {
  ok: boolean
  /** Entries in the database that were hashed again. */
  entries: number
  /** Entries that the newest trusted checkpoint seals. */
  sealed: number
  root: string
  /** Checkpoints outside the database that were compared. */
  outside: number
  findings: Finding[]
  /** The finding with the lowest entry number. */
  first: Finding | null
  milliseconds: number
}

export interface AuditOptions {
  /** Connections of the owner or of the staff server's role, which sees every entry while it verifies. */
  pool: Pool
  verifier: Verifier
  outside: string
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Hashes everything again and compares. Reads one snapshot, so the house goes on working meanwhile. */
export const audit = async ({ pool, verifier, outside }: AuditOptions): Promise<AuditReport> => {
  // First the files, then the snapshot: so the database is never behind them in an honest house.
  const kept = await readAll(outside, verifier)
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await auditSnapshot(askClient(client), verifier, kept)
  } finally {
    await client.query('rollback').then(() => client.release(), () => client.release(true))
  }
}

/** The same within a transaction that is already open, against checkpoints that were read before it began. */
export const auditSnapshot = async (ask: Ask, verifier: Verifier, kept: readonly Sealed[]): Promise<AuditReport> => {
  const startedAt = performance.now()
  await ask('set local search_path to pg_catalog, public')
  // For the staff server's role: nobody is shut out of anything while the house looks at itself.
  await ask(`select set_config('app.kind', 'system', true), set_config('app.actor', '', true)`)
  const findings: Finding[] = []
  const trusted: Checkpoint[] = []
  for (const { file, checkpoint, fault } of kept) {
    if (checkpoint) trusted.push(checkpoint)
    else findings.push({ kind: 'outside', seq: null, until: null, id: null, says: `${file}: ${fault}` })
  }
  const newest = await newestCheckpoint(ask)
  if (newest) {
    try {
      trusted.push(openCheckpoint(newest.note, verifier))
    } catch (error) {
      findings.push({ kind: 'checkpoint', seq: null, until: null, id: null, says: `the newest checkpoint in the database: ${messageOf(error)}` })
    }
  }
  const sealed = trusted.reduce((size, checkpoint) => Math.max(size, checkpoint.size), 0)
  const walk = await walkEntries(ask, Math.min(sealed, await endOf(ask)), new Set(trusted.map(({ size }) => size)))
  findings.push(...walk.findings, ...(await judge(ask, verifier, walk, trusted, sealed)), ...(await strangers(ask, sealed)), ...(await badDetails(ask)))
  await nameEntries(ask, findings)
  const place = ({ seq }: Finding) => seq ?? Number.MAX_SAFE_INTEGER
  findings.sort((one, other) => place(one) - place(other))
  return {
    ok: findings.length === 0, entries: walk.end, sealed, root: walk.root.toString('base64'), outside: kept.length,
    findings: findings.slice(0, most), first: findings[0] ?? null, milliseconds: Math.round(performance.now() - startedAt),
  }
}

const endOf = async (ask: Ask): Promise<number> =>
  Number((await ask<{ count: string }>('select coalesce(max(seq) + 1, 0) as count from journal_entries where seq >= 0'))[0]?.count)

/** Weighs entries, tiles and checkpoints against each other: only a signature decides which of them tell the truth. */
const judge = async (ask: Ask, verifier: Verifier, walk: Walk, trusted: readonly Checkpoint[], sealed: number): Promise<Finding[]> => {
  const findings: Finding[] = []
  if (walk.end < sealed) {
    findings.push({ kind: 'rolled-back', seq: walk.end, until: sealed, id: null, says: `entries ${walk.end} to ${sealed - 1} were sealed and are not there` })
  }
  const within = trusted.filter(({ size }) => size > 0 && size <= walk.end).sort((one, other) => one.size - other.size)
  const broken = within.find(({ size, root }) => !walk.roots.get(size)?.equals(root))
  const proven = within.filter(({ size }) => !broken || size < broken.size).at(-1)?.size ?? 0
  const altered = broken ? await locate(ask, verifier, walk, broken, proven) : leafDiffs(walk, proven, walk.end)
  const bad = new Set(altered.map(({ seq }) => seq))
  findings.push(...altered)
  for (const seq of new Set(walk.columns)) {
    if (!bad.has(seq)) findings.push({ kind: 'columns', seq, until: null, id: null, says: `the columns of entry ${seq} differ from its sealed body` })
  }
  if (broken) return findings
  // The entries are proven up to here, so whatever contradicts them is itself the lie.
  walk.diffs.forEach((indexes, level) => indexes.filter((index) => level > 0 || index < proven).slice(0, 1).forEach((index) => findings.push({
    kind: 'tile', seq: null, until: null, id: null, says: `the stored hash ${index} of level ${level} is not that of the entries`,
  })))
  for (const size of walk.unlikeRows.slice(0, 1)) {
    findings.push({ kind: 'checkpoint', seq: null, until: null, id: null, says: `the checkpoint of ${size} entries in the database has another root` })
  }
  return [...findings, ...(await lackingRows(ask, trusted))]
}

const leafDiffs = (walk: Walk, from: number, until: number): Finding[] =>
  (walk.diffs[0] ?? []).filter((seq) => seq >= from && seq < until)
    .map((seq) => ({ kind: 'altered', seq, until: null, id: null, says: `entry ${seq} is not the one that was sealed` }))

/** The root that the stored tiles give when all hashes of `level` and only the right edge below it are believed. */
const storedRoot = async (ask: Ask, level: number, size: number): Promise<Hash> => {
  let rest: Hash | undefined
  for (let at = 0; at <= level; at++) {
    const hashes = hashesAt(at, size)
    const wanted = at < level ? tilesOf(at, size).slice(-1).filter(() => hashes % tileWidth > 0) : tilesOf(at, size)
    const tiles = (await readTiles(ask, wanted)).sort((one, other) => one.index - other.index)
    const all = tiles.flatMap((tile) => Array.from({ length: tile.hashes.length / hashBytes }, (_, place) =>
      tile.hashes.subarray(place * hashBytes, (place + 1) * hashBytes)))
    const believed = all.slice(0, at < level ? hashes % tileWidth : hashes)
    if (believed.length > 0 || rest) rest = rootOf(rest ? [...believed, rest] : believed)
  }
  return rest ?? rootOf([])
}

/** The entries that are not those under the seal: each by name where honest tiles tell, otherwise the smallest range. */
const locate = async (ask: Ask, verifier: Verifier, walk: Walk, broken: Checkpoint, proven: number): Promise<Finding[]> => {
  for (let level = 0; level < levelsOf(broken.size); level++) {
    if (!(await storedRoot(ask, level, broken.size)).equals(broken.root)) continue
    if (level === 0) return leafDiffs(walk, 0, broken.size)
    const span = tileWidth ** level
    const index = walk.diffs[level]?.[0] ?? Math.floor(broken.size / span)
    return [await narrow(ask, verifier, walk, Math.max(proven, index * span), Math.min(broken.size, (index + 1) * span))]
  }
  return [await narrow(ask, verifier, walk, proven, broken.size)]
}

/** Every batch left a signed checkpoint; the last one that fits and the first that does not bound the range. */
const narrow = async (ask: Ask, verifier: Verifier, walk: Walk, from: number, until: number): Promise<Finding> => {
  const rows = await ask<{ note: string }>('select note from journal_checkpoints where size > $1 and size < $2 order by size', [from, until])
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
  const says = bad - good === 1 ? `entry ${good} is not the one that was sealed` : `one or more of entries ${good} to ${bad - 1} are not those that were sealed`
  return { kind: 'altered', seq: good, until: bad - good === 1 ? null : bad, id: null, says }
}

/** A checkpoint that is known outside must be in the database too, or somebody took it out. */
const lackingRows = async (ask: Ask, trusted: readonly Checkpoint[]): Promise<Finding[]> => {
  const sizes = trusted.map(({ size }) => size)
  const rows = await ask<{ size: string }>(
    'select size from unnest($1::bigint[]) as known (size) where not exists (select from journal_checkpoints kept where kept.size = known.size) limit 1', [sizes])
  return rows.map(({ size }) => ({ kind: 'checkpoint', seq: null, until: null, id: null, says: `the checkpoint of ${size} entries is not in the database` }))
}

/** Rows that no seal covers: entries past the end or before the beginning, tiles that the tree does not have. */
const strangers = async (ask: Ask, sealed: number): Promise<Finding[]> => {
  const entries = await ask<{ seq: string; id: string }>('select seq, id from journal_entries where seq >= $1 or seq < 0 order by seq limit 20', [sealed])
  const levels = Array.from({ length: levelsOf(sealed) }, (_, level) => tilesOf(level, sealed).length)
  const tiles = await ask<{ level: number; index: string }>(
    'select level, index from journal_tiles where index < 0 or index >= coalesce(($1::bigint[])[level + 1], 0) limit 1', [levels])
  return [
    ...entries.map(({ seq, id }): Finding => ({ kind: 'forged', seq: Number(seq), until: null, id, says: `entry ${seq} (${id}) is under no seal` })),
    ...tiles.map(({ level, index }): Finding => ({ kind: 'tile', seq: null, until: null, id: null, says: `tile ${level}/${index} belongs to no entry` })),
  ]
}

// An erasure is lawful where an entry of journal.erase names the entry, sealed or about to be.
const detailsSql = `
select entry.seq, entry.id, detail.entry_id is null as absent, detail.detail is null as erased
from journal_entries entry left join journal_details detail on detail.entry_id = entry.id
where (entry.detail_hash is not null or detail.entry_id is not null)
  and (detail.detail is null or entry.detail_hash is distinct from sha256(detail.salt || convert_to(detail.detail, 'UTF8')))
  and not (detail.entry_id is not null and entry.detail_hash is not null and detail.detail is null and detail.salt is null and (
    exists (select from journal_entries erasure where erasure.record_id = entry.id and erasure.operation = 'journal.erase' and erasure.outcome = 'done')
    or exists (select from journal_inbox erasure where erasure.record_id = entry.id and erasure.operation = 'journal.erase' and erasure.outcome = 'done')))
order by entry.seq limit ${most}`

const badDetails = async (ask: Ask): Promise<Finding[]> => {
  const rows = await ask<{ seq: string; id: string; absent: boolean; erased: boolean }>(detailsSql)
  const orphans = await ask<{ entry_id: string }>(
    'select entry_id from journal_details detail where not exists (select from journal_entries entry where entry.id = detail.entry_id) limit 20')
  return [
    ...rows.map(({ seq, id, absent, erased }): Finding => ({
      kind: 'detail', seq: Number(seq), until: null, id,
      says: `the details of entry ${seq} (${id}) ${absent || erased ? 'are gone and no journal.erase names it' : 'are not those that were sealed'}`,
    })),
    ...orphans.map(({ entry_id: id }): Finding => ({ kind: 'detail', seq: null, until: null, id, says: `details stand there for ${id}, which is no entry` })),
  ]
}

const nameEntries = async (ask: Ask, findings: Finding[]): Promise<void> => {
  const unnamed = findings.filter(({ seq, until, id }) => seq !== null && until === null && id === null)
  const rows = await ask<{ seq: string; id: string }>('select seq, id from journal_entries where seq = any($1::bigint[])', [unnamed.map(({ seq }) => seq)])
  const names = new Map(rows.map(({ seq, id }) => [Number(seq), id]))
  for (const finding of unnamed) finding.id = names.get(finding.seq ?? -1) ?? null
}

// Verification of the living database against the checkpoints outside it. Names the first bad entry and what is wrong.
import type { ClientBase, Pool, PoolClient } from 'pg'
import { bodySql } from './entries.ts'
import { found } from './faults.ts'
import type { Finding } from './faults.ts'
import { judge } from './judge.ts'
import { openCheckpoint } from './notes.ts'
import type { Checkpoint, Verifier } from './notes.ts'
import { readAll } from './outside.ts'
import type { Sealed } from './outside.ts'
import { askClient, newestCheckpoint } from './store.ts'
import type { Ask } from './store.ts'
import { levelsOf, tilesOf } from './tiles.ts'
import { most, walkEntries } from './walk.ts'

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
  /** Two connections of the owner, or of the staff server's role, which sees every entry while it verifies. */
  pool: Pool
  verifier: Verifier
  outside: string
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Hashes everything again and compares. Reads one snapshot over two connections; the house goes on working. */
export const audit = async ({ pool, verifier, outside }: AuditOptions): Promise<AuditReport> => {
  // First the files, then the snapshot: so the database is never behind them in an honest house.
  const kept = await readAll(outside, verifier)
  return lend(pool, async (client) => {
    const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
    return lend(pool, async (aside) => {
      await aside.query(`set transaction snapshot ${aside.escapeLiteral(rows[0]?.snapshot ?? '')}`)
      return auditSnapshot(client, verifier, kept, aside)
    })
  })
}

const lend = async <T>(pool: Pool, run: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await run(client)
  } finally {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
  }
}

/**
 * The same within a transaction that is already open, against checkpoints that were read before it began.
 * @param aside another connection on the same snapshot, so that two cores can work; without one all is done in turn
 */
export const auditSnapshot = async (
  client: ClientBase,
  verifier: Verifier,
  kept: readonly Sealed[],
  aside: ClientBase = client,
): Promise<AuditReport> => {
  const startedAt = performance.now()
  const ask = askClient(client)
  await beSystem(client)
  if (aside !== client) await beSystem(aside)
  const findings: Finding[] = []
  const trusted: Checkpoint[] = []
  for (const { file, checkpoint, fault } of kept) {
    if (checkpoint) trusted.push(checkpoint)
    else findings.push(found('outside', `${file}: ${fault}`))
  }
  const newest = await newestCheckpoint(ask)
  if (newest) {
    try {
      trusted.push(openCheckpoint(newest.note, verifier))
    } catch (error) {
      findings.push(found('checkpoint', `the newest checkpoint in the database: ${messageOf(error)}`))
    }
  }
  const sealed = trusted.reduce((size, checkpoint) => Math.max(size, checkpoint.size), 0)
  const end = Math.min(sealed, await endOf(ask))
  const sizes = new Set(trusted.map(({ size }) => size))
  const [walk, beside] =
    aside === client
      ? [await walkEntries(client, end, sizes), await lookBeside(askClient(aside))]
      : await Promise.all([walkEntries(client, end, sizes), lookBeside(askClient(aside))])
  const { unlikeColumns, details } = beside
  findings.push(...walk.findings, ...(await judge({ ask, verifier, walk, unlikeColumns, trusted, sealed })))
  findings.push(...(await strangers(ask, sealed)), ...details)
  await nameEntries(ask, findings)
  const place = ({ seq }: Finding) => seq ?? Number.MAX_SAFE_INTEGER
  findings.sort((one, other) => place(one) - place(other))
  return {
    ok: findings.length === 0,
    entries: walk.end,
    sealed,
    root: walk.root.toString('base64'),
    outside: kept.length,
    findings: findings.slice(0, most),
    first: findings[0] ?? null,
    milliseconds: Math.round(performance.now() - startedAt),
  }
}

/** For the staff server's role: nobody is shut out of anything while the house looks at itself. */
const beSystem = async (client: ClientBase): Promise<void> => {
  await client.query('set local search_path to pg_catalog, public')
  await client.query("select set_config('app.kind', 'system', true), set_config('app.actor', '', true)")
}

const unlikeSql = `
select seq from journal_entries where seq >= 0 and body is distinct from ${bodySql} order by seq limit ${most}`

/** What can be compared without the tree: columns with the sealed body, details with the salted hash. */
const lookBeside = async (ask: Ask): Promise<{ unlikeColumns: number[]; details: Finding[] }> => {
  const unlike = await ask<{ seq: string }>(unlikeSql)
  return { unlikeColumns: unlike.map(({ seq }) => Number(seq)), details: await badDetails(ask) }
}

const endOf = async (ask: Ask): Promise<number> => {
  const [last] = await ask<{ count: string }>(
    'select coalesce(max(seq) + 1, 0) as count from journal_entries where seq >= 0',
  )
  return Number(last?.count)
}

const strangeEntriesSql = 'select seq, id from journal_entries where seq >= $1 or seq < 0 order by seq limit 20'
const strangeTilesSql = `
select level, index from journal_tiles where index < 0 or index >= coalesce(($1::bigint[])[level + 1], 0) limit 1`

/** Rows that no seal covers: entries past the end or before the beginning, tiles that the tree does not have. */
const strangers = async (ask: Ask, sealed: number): Promise<Finding[]> => {
  const entries = await ask<{ seq: string; id: string }>(strangeEntriesSql, [sealed])
  const levels = Array.from({ length: levelsOf(sealed) }, (_, level) => tilesOf(level, sealed).length)
  const tiles = await ask<{ level: number; index: string }>(strangeTilesSql, [levels])
  return [
    ...entries.map(({ seq, id }) => found('forged', `entry ${seq} (${id}) is under no seal`, { seq: Number(seq), id })),
    ...tiles.map(({ level, index }) => found('tile', `tile ${level}/${index} belongs to no entry`)),
  ]
}

// An erasure is lawful where an entry of journal.erase names the entry, sealed or about to be.
const detailsSql = `
with erasures as (
  select record_id from journal_entries where operation = 'journal.erase' and outcome = 'done'
  union select record_id from journal_inbox where operation = 'journal.erase' and outcome = 'done'
)
select entry.seq, entry.id, detail.detail is null as gone
from journal_entries entry left join journal_details detail on detail.entry_id = entry.id
where (entry.detail_hash is not null or detail.entry_id is not null)
  and (detail.detail is null
    or entry.detail_hash is distinct from sha256(detail.salt || convert_to(detail.detail, 'UTF8')))
  and not (detail.entry_id is not null and entry.detail_hash is not null and detail.detail is null
    and detail.salt is null and entry.id in (select record_id from erasures where record_id is not null))
order by entry.seq limit ${most}`

const orphansSql = `
select entry_id as id from journal_details detail
where not exists (select from journal_entries entry where entry.id = detail.entry_id) limit 20`

const badDetails = async (ask: Ask): Promise<Finding[]> => {
  const rows = await ask<{ seq: string; id: string; gone: boolean }>(detailsSql)
  const orphans = await ask<{ id: string }>(orphansSql)
  const saysOf = (gone: boolean) => (gone ? 'are gone and no journal.erase names it' : 'are not those that were sealed')
  return [
    ...rows.map(({ seq, id, gone }) =>
      found('detail', `the details of entry ${seq} (${id}) ${saysOf(gone)}`, { seq: Number(seq), id }),
    ),
    ...orphans.map(({ id }) => found('detail', `details stand there for ${id}, which is no entry`, { id })),
  ]
}

const nameEntries = async (ask: Ask, findings: Finding[]): Promise<void> => {
  const unnamed = findings.filter(({ seq, until, id }) => seq !== null && until === null && id === null)
  const rows = await ask<{ seq: string; id: string }>(
    'select seq, id from journal_entries where seq = any($1::bigint[])',
    [unnamed.map(({ seq }) => seq)],
  )
  const names = new Map(rows.map(({ seq, id }) => [Number(seq), id]))
  for (const finding of unnamed) finding.id = names.get(finding.seq ?? -1) ?? null
}

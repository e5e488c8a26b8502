// For tests of the journal: a migrated database of its own, entries in the inbox, and a running sequencer.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { TestContext } from 'node:test'
import pg from 'pg'
import { cloneDatabase } from '../../../test/kit/cluster.ts'
import type { TestDatabase } from '../../../test/kit/cluster.ts'
import { movableClock } from '../clock.ts'
import { newId } from '../ids.ts'
import { makeSigner } from './notes.ts'
import { startSequencer } from './sequencer.ts'
import type { SequencerOptions } from './sequencer.ts'

// A sequencer holds a connection, so it must stop before its pool ends.
const runningOn = new WeakMap<pg.Pool, (() => Promise<void>)[]>()

// Copying a database costs more than most tests, so a file hands one on from test to test.
const idle: TestDatabase[] = []
after(async () => {
  for (const urls of idle) await urls.drop()
})

const emptySql = `
begin;
set local session_replication_role = replica;
truncate journal_inbox, journal_entries, journal_details, journal_tiles, journal_checkpoints, denied;
drop table if exists older_entries, older_tiles, older_checkpoints;
commit`

/** A migrated database with an empty journal; `pool` is the owner's, a superuser. */
export const journalDatabase = async (t: TestContext) => {
  const urls = idle.pop() ?? (await cloneDatabase())
  const pool = new pg.Pool({ connectionString: urls.ownerUrl, max: 6 })
  pool.on('error', () => undefined)
  const running: (() => Promise<void>)[] = []
  runningOn.set(pool, running)
  t.after(async () => {
    for (const stop of running) await stop()
    await pool.end()
    idle.push(urls)
  })
  await pool.query(emptySql)
  return { pool, urls }
}

export interface Line {
  id?: string
  operation?: string
  record?: string | null
  outcome?: string
  detail?: string | null
}

/** Writes lines into the inbox in one transaction, as operations do. */
export const write = async (pool: pg.Pool, lines: readonly Line[]): Promise<string[]> => {
  const client = await pool.connect()
  try {
    await client.query(`begin; select set_config('app.operation', 'appeals.submit', true)`)
    const ids = await writeWith(client, lines)
    await client.query('commit')
    client.release()
    return ids
  } catch (error) {
    client.release(true)
    throw error
  }
}

export const writeWith = async (client: pg.ClientBase, lines: readonly Line[]): Promise<string[]> => {
  const rows = lines.map(
    ({
      id = newId(),
      operation = 'appeals.submit',
      record = newId(),
      outcome = 'done',
      detail = '{"text":"сөз"}',
    }) => ({
      id,
      operation,
      record_id: record,
      outcome,
      detail,
      salt: detail === null ? null : `\\x${randomBytes(16).toString('hex')}`,
    }),
  )
  await client.query(
    `insert into journal_inbox
       (id, at, operation, clauses, actor, actor_kind, record_kind, record_id, outcome, detail_salt, detail)
     select id, '2026-11-23T09:00:00.123456+05'::timestamptz, operation, '{6.23,15}', null, 'public', 'appeal',
       record_id, outcome, salt, detail
     from json_to_recordset($1)
       as line(id uuid, operation text, record_id uuid, outcome text, salt bytea, detail text)`,
    [JSON.stringify(rows)],
  )
  return rows.map(({ id }) => id)
}

export const lines = (count: number): Line[] => Array.from({ length: count }, () => ({}))

/** A running sequencer with its own key, folder and standing clock. */
export const runSequencer = async (t: TestContext, pool: pg.Pool, options: Partial<SequencerOptions> = {}) => {
  const outside = options.outside ?? (await mkdtemp(join(tmpdir(), 'qorgan-journal-')))
  if (!options.outside) t.after(() => rm(outside, { recursive: true, force: true }))
  const signer = options.signer ?? makeSigner('house.example/journal')
  const clock = movableClock('2026-11-23T09:00')
  const told: string[] = []
  const sequencer = await startSequencer({
    pool,
    clock,
    everyMs: 20,
    tell: (line) => told.push(line),
    ...options,
    signer,
    outside,
  })
  runningOn.get(pool)?.push(() => sequencer.stop())
  return { sequencer, outside, signer, clock, told }
}

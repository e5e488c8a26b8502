// The journal under load: sealing, writing while it seals, verifying the database, exporting, verifying the export.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { verifyExport } from '../scripts/verify.mjs'
import { wallClock } from '../src/kernel/clock.ts'
import { newId } from '../src/kernel/ids.ts'
import { audit } from '../src/kernel/seal/audit.ts'
import { exportLog } from '../src/kernel/seal/export.ts'
import { makeSigner } from '../src/kernel/seal/notes.ts'
import { startSequencer } from '../src/kernel/seal/sequencer.ts'

export interface JournalFigures {
  /** Entries in the log that was verified and exported. */
  entries: number
  /** Median entries a second from the inbox to a signed checkpoint on disk, hashing included, inbox full. */
  appendPerSecond: number
  /** Entries a second from 32 writers, one transaction each, until the last one is sealed. */
  writtenAndSealedPerSecond: number
  /** Median seconds to verify the database, and the same for a million entries at this rate. */
  verifySeconds: number
  verifySecondsPerMillion: number
  exportSeconds: number
  /** Median seconds of scripts/verify.mjs over the export, and for a million at this rate. */
  verifyExportSeconds: number
  verifyExportSecondsPerMillion: number
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const seconds = async (run: () => unknown): Promise<number> => {
  const from = performance.now()
  await run()
  return (performance.now() - from) / 1000
}

const insertSql = `
insert into journal_inbox
  (id, at, operation, clauses, actor, actor_kind, record_kind, record_id, outcome, detail_salt, detail)
select id, '2026-11-23T04:00:00Z', 'appeals.assign', '{6.23,15}', $2, 'employee', 'appeal', gen_random_uuid(), 'done',
  decode($3, 'hex'),
  '{"before":{"state":"registered"},"after":{"state":"assigned","inspector":"Айгүл Болатқызы Серікова"}}'
from unnest($1::uuid[]) as id`

const write = async (pool: pg.Pool, count: number): Promise<void> => {
  const client = await pool.connect()
  try {
    const ids = Array.from({ length: count }, newId)
    await client.query("begin; select set_config('app.operation', 'bench', true)")
    await client.query(insertSql, [ids, newId(), randomBytes(16).toString('hex')])
    await client.query('commit')
  } finally {
    client.release()
  }
}

/**
 * @param owner connection string of the owner of a migrated database with an empty journal
 * @param entries how many entries to seal in all; a fifth at a time
 */
export async function benchJournal({
  owner,
  entries = 100_000,
}: {
  owner: string
  entries?: number
}): Promise<JournalFigures> {
  const pool = new pg.Pool({ connectionString: owner, max: 36 })
  const folder = await mkdtemp(join(tmpdir(), 'qorgan-bench-journal-'))
  const [outside, log] = [join(folder, 'outside'), join(folder, 'log')]
  const signer = makeSigner('bench.example/journal')
  const sequencer = await startSequencer({ pool, signer, outside, clock: wallClock, everyMs: 3_600_000 })
  try {
    const part = Math.ceil(entries / 5)
    const appended: number[] = []
    for (let round = 0; round < 5; round++) {
      await write(pool, part)
      appended.push(part / (await seconds(sequencer.flush)))
    }
    const writers = 32
    const each = 60
    const both = await seconds(async () => {
      await Promise.all(
        Array.from({ length: writers }, async () => {
          for (let left = each; left > 0; left--) {
            await write(pool, 1)
            sequencer.wake()
          }
        }),
      )
      await sequencer.flush()
    })
    const size = sequencer.health().size
    await pool.query('vacuum analyze journal_entries')
    const verified: number[] = []
    for (let round = 0; round < 3; round++) {
      verified.push(
        await seconds(async () => {
          const { ok, first } = await audit({ pool, verifier: signer, outside })
          if (!ok) throw new Error(`the log of the bench is bad: ${first?.says}`)
        }),
      )
    }
    const exported = await seconds(() => exportLog({ pool, verifier: signer }, log))
    const read: number[] = []
    for (let round = 0; round < 3; round++) {
      read.push(
        await seconds(() => {
          if (!verifyExport(log, { vkey: signer.vkey }).ok) throw new Error('the export of the bench is bad')
        }),
      )
    }
    const perMillion = (spent: number) => (spent * 1_000_000) / size
    return {
      entries: size,
      appendPerSecond: median(appended),
      writtenAndSealedPerSecond: (writers * each) / both,
      verifySeconds: median(verified),
      verifySecondsPerMillion: perMillion(median(verified)),
      exportSeconds: exported,
      verifyExportSeconds: median(read),
      verifyExportSecondsPerMillion: perMillion(median(read)),
    }
  } finally {
    await sequencer.stop()
    await pool.end()
    await rm(folder, { recursive: true, force: true })
  }
}

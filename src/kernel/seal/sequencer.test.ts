// The sequencer: nothing lost, no gap, no second one, healed after a crash, stopped before a log that was changed.
import { test, type TestContext } from 'node:test'
import assert from 'node:assert/strict'
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { readEntry } from './entries.ts'
import { emptyRoot, hashLeaf, rootOf } from './merkle.ts'
import { makeSigner, openCheckpoint, signCheckpoint } from './notes.ts'
import { journalDatabase, lines, runSequencer, write, writeWith } from './seal.kit.ts'

const sealedEntries = async (pool: pg.Pool) =>
  (
    await pool.query<{ seq: string; id: string; body: Buffer; leaf: Buffer }>(
      'select seq, id, body, leaf from journal_entries order by seq',
    )
  ).rows

test('every entry is sealed once, in an unbroken row of numbers, and the checkpoint outside is its root', async (t) => {
  const { pool } = await journalDatabase(t)
  const { sequencer, outside, signer } = await runSequencer(t, pool, { batch: 100 })
  const written = (await Promise.all([write(pool, lines(300)), write(pool, lines(1)), write(pool, lines(250))])).flat()
  await sequencer.flush()
  const rows = await sealedEntries(pool)
  assert.deepEqual(
    rows.map(({ seq }) => Number(seq)),
    rows.map((_, at) => at),
  )
  assert.deepEqual(rows.map(({ id }) => id).sort(), written.sort())
  for (const { body, leaf, id } of rows) {
    assert.deepEqual(leaf, hashLeaf(body))
    assert.equal(readEntry(body).id, id)
  }
  const checkpoint = openCheckpoint(await readFile(join(outside, 'checkpoint'), 'utf8'), signer)
  assert.deepEqual(checkpoint, { origin: signer.name, size: 551, root: rootOf(rows.map(({ leaf }) => leaf)) })
  assert.equal((await pool.query('select from journal_inbox')).rowCount, 0)
  assert.equal((await pool.query('select from journal_details')).rowCount, 551)
  assert.equal(sequencer.health().size, 551)
})

test('the sealed bytes of an entry are the documented ones', async (t) => {
  const { pool } = await journalDatabase(t)
  const { sequencer } = await runSequencer(t, pool)
  const [id, record] = ['0193559a-0000-7000-8000-000000000001', '0193559a-0000-7000-8000-000000000002']
  await write(pool, [{ id, record, operation: 'өтініштер.тіркеу', detail: null }])
  await sequencer.flush()
  assert.equal(
    (await sealedEntries(pool))[0]?.body.toString(),
    JSON.stringify({
      v: 1,
      id,
      at: '2026-11-23T04:00:00.123456Z',
      operation: 'өтініштер.тіркеу',
      clauses: ['6.23', '15'],
      actor: null,
      actor_kind: 'public',
      record_kind: 'appeal',
      record_id: record,
      outcome: 'done',
      reason: null,
      clause: null,
      detail: null,
    }),
  )
})

test('names that would need escapes in the sealed bytes are not let into the inbox', async (t) => {
  const { pool } = await journalDatabase(t)
  for (const operation of ['a "b', 'a\\b', 'a\nb', '', 'a'.repeat(201)]) {
    await assert.rejects(write(pool, [{ operation }]), { code: '23514' }, operation)
  }
})

test('a transaction that commits late is sealed in a later batch', async (t) => {
  const { pool } = await journalDatabase(t)
  const { sequencer } = await runSequencer(t, pool)
  const late = await pool.connect()
  await late.query(`begin; select set_config('app.operation', 'appeals.submit', true)`)
  const first = await writeWith(late, lines(1))
  const second = await write(pool, lines(1))
  await sequencer.flush()
  await late.query('commit')
  late.release()
  await sequencer.flush()
  assert.deepEqual(
    (await sealedEntries(pool)).map(({ id }) => id),
    [...second, ...first],
  )
})

test('two sequencers on one database never seal twice, and the second takes over', async (t) => {
  const { pool } = await journalDatabase(t)
  const one = await runSequencer(t, pool, { batch: 10 })
  const two = await runSequencer(t, pool, { batch: 10, outside: one.outside, signer: one.signer })
  for (let round = 0; round < 10; round++) {
    await write(pool, lines(25))
    one.sequencer.wake()
    two.sequencer.wake()
  }
  await one.sequencer.flush()
  assert.deepEqual([one.sequencer.health().leads, two.sequencer.health().leads], [true, false])
  await one.sequencer.stop()
  await write(pool, lines(5))
  await two.sequencer.flush()
  const rows = await sealedEntries(pool)
  assert.deepEqual([rows.length, new Set(rows.map(({ id }) => id)).size, Number(rows.at(-1)?.seq)], [255, 255, 254])
})

test('an id that was used before does not bring the journal to a halt', async (t) => {
  const { pool } = await journalDatabase(t)
  const { sequencer } = await runSequencer(t, pool)
  const [id] = await write(pool, lines(1))
  await sequencer.flush()
  await write(pool, [{ id, operation: 'again' }, {}])
  await sequencer.flush()
  const rows = await sealedEntries(pool)
  assert.equal(rows.length, 3)
  assert.equal(new Set(rows.map((row) => row.id)).size, 3)
})

test('the checkpoint outside is kept from the very start, copied at start, hourly and at stop', async (t) => {
  const { pool } = await journalDatabase(t)
  const { sequencer, outside, signer, clock } = await runSequencer(t, pool)
  assert.deepEqual(openCheckpoint(await readFile(join(outside, 'checkpoint'), 'utf8'), signer).root, emptyRoot)
  assert.equal((await readFile(join(outside, 'vkey'), 'utf8')).trim(), signer.vkey)
  await write(pool, lines(3))
  await sequencer.flush()
  clock.set('2026-11-23T09:59')
  await sequencer.flush()
  clock.set('2026-11-23T10:00')
  await sequencer.flush()
  await write(pool, lines(4))
  await sequencer.stop()
  assert.deepEqual((await readdir(join(outside, 'checkpoints'))).sort(), [
    '20261123T040000Z-start-0',
    '20261123T050000Z-hour-3',
    '20261123T050000Z-stop-7',
  ])
})

test('a crash between the commit and the file heals at the next start', async (t) => {
  const { pool } = await journalDatabase(t)
  const one = await runSequencer(t, pool)
  await write(pool, lines(3))
  await one.sequencer.flush()
  const before = await readFile(join(one.outside, 'checkpoint'), 'utf8')
  await write(pool, lines(3))
  await one.sequencer.stop()
  await writeFile(join(one.outside, 'checkpoint'), before)
  for (const copy of await readdir(join(one.outside, 'checkpoints'))) await rm(join(one.outside, 'checkpoints', copy))
  const two = await runSequencer(t, pool, { outside: one.outside, signer: one.signer })
  assert.ok(two.sequencer.health().ok)
  assert.equal(openCheckpoint(await readFile(join(one.outside, 'checkpoint'), 'utf8'), one.signer).size, 6)
})

test('a connection that breaks is opened again and nothing is lost or sealed twice', async (t) => {
  const { pool } = await journalDatabase(t)
  const { sequencer } = await runSequencer(t, pool, { batch: 7 })
  for (let round = 0; round < 5; round++) {
    await write(pool, lines(40))
    const broken = pool.query(`select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and classid = 6962 and granted
      and database = (select oid from pg_database where datname = current_database())`)
    await Promise.all([broken, sequencer.flush().catch(() => undefined)])
  }
  await sequencer.flush()
  const rows = await sealedEntries(pool)
  assert.deepEqual([rows.length, new Set(rows.map(({ id }) => id)).size, Number(rows.at(-1)?.seq)], [200, 200, 199])
})

const tampered = async (t: TestContext, spoil: string | ((outside: string) => Promise<void>)) => {
  const { pool } = await journalDatabase(t)
  const one = await runSequencer(t, pool)
  await write(pool, lines(300))
  await one.sequencer.flush()
  await pool.query(`create table older_entries as table journal_entries;
    create table older_tiles as table journal_tiles;
    create table older_checkpoints as table journal_checkpoints`)
  await write(pool, lines(300))
  await one.sequencer.stop()
  if (typeof spoil === 'string')
    await pool.query(`set session_replication_role = replica; ${spoil}; set session_replication_role = origin`)
  else await spoil(one.outside)
  const two = await runSequencer(t, pool, { outside: one.outside, signer: one.signer })
  await write(pool, lines(1))
  await assert.rejects(two.sequencer.flush())
  assert.equal((await pool.query('select from journal_inbox')).rowCount, 1, 'the entry waits, it is not lost')
  assert.equal(two.sequencer.health().ok, false)
  assert.match(two.told.join('\n'), /SEALING IS STOPPED/)
  return two.sequencer.health().fault ?? ''
}

const restore = `truncate journal_entries, journal_tiles, journal_checkpoints, journal_details;
  insert into journal_entries table older_entries; insert into journal_tiles table older_tiles;
  insert into journal_checkpoints table older_checkpoints`

test('sealing stops before a database restored from an older copy', async (t) => {
  assert.match(await tampered(t, restore), /300 entries, but 600 were sealed/)
})
test('sealing stops before a log that was emptied', async (t) => {
  assert.match(
    await tampered(t, 'truncate journal_entries, journal_tiles, journal_checkpoints, journal_details'),
    /0 entries, but 600/,
  )
})
test('sealing stops where the last entry was deleted', async (t) => {
  assert.match(await tampered(t, 'delete from journal_entries where seq = 599'), /ends at entry 598/)
})
test('sealing stops where the right edge of the tree was changed', async (t) => {
  assert.match(
    await tampered(
      t,
      `update journal_tiles set hashes = overlay(hashes placing '\\x00' from 1) where level = 0 and index = 2`,
    ),
    /not the one/,
  )
})
test('sealing stops where the newest checkpoint outside is false', async (t) => {
  const forge = async (outside: string) =>
    writeFile(
      join(outside, 'checkpoint'),
      signCheckpoint(
        { origin: 'house.example/journal', size: 1, root: emptyRoot },
        makeSigner('house.example/journal'),
      ),
    )
  assert.match(await tampered(t, forge), /the checkpoint outside .* is false/)
})

test('sealing stops at the next batch where the log is rolled back under a running house', async (t) => {
  const { pool } = await journalDatabase(t)
  const { sequencer } = await runSequencer(t, pool)
  await write(pool, lines(10))
  await sequencer.flush()
  await pool.query(
    `set session_replication_role = replica;
      truncate journal_entries, journal_tiles, journal_checkpoints, journal_details`,
  )
  await write(pool, lines(1))
  await assert.rejects(sequencer.flush(), /0 entries, but 10 were sealed/)
})

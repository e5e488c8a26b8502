// What a database superuser with triggers off can do to the journal: each of it is found, and an honest log never is.
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import assert from 'node:assert/strict'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openPool } from '../database.ts'
import { newId } from '../ids.ts'
import { audit, auditSnapshot } from './audit.ts'
import type { FaultKind } from './faults.ts'
import { faults } from './faults.ts'
import { readAll } from './outside.ts'
import { journalDatabase, lines, runSequencer, write } from './seal.kit.ts'

/** A log of 700 entries in four batches, whose sequencer has stopped. */
const sealedLog = async (t: TestContext) => {
  const { pool } = await journalDatabase(t)
  const { sequencer, outside, signer } = await runSequencer(t, pool)
  for (const count of [300, 100, 1, 299]) {
    await write(pool, lines(count))
    await sequencer.flush()
  }
  await sequencer.stop()
  return { pool, outside, signer, verify: () => audit({ pool, verifier: signer, outside }) }
}

type Log = Awaited<ReturnType<typeof sealedLog>>

/** Does what only a superuser can (no trigger, no foreign key stands in the way), looks, and undoes it. */
const tamper = async ({ pool, outside, signer }: Log, sql: string) => {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local session_replication_role = replica; ${sql}`)
    return await auditSnapshot(client, signer, await readAll(outside, signer))
  } finally {
    await client.query('rollback')
    client.release()
  }
}

interface Case {
  name: string
  sql: string
  kind: FaultKind
  seq: number | null
}

const cases: Case[] = []
const isFound = (name: string, sql: string, { kind, seq }: Pick<Case, 'kind' | 'seq'>) =>
  cases.push({ name, sql, kind, seq })

const idAt = (seq: number) => `(select id from journal_entries where seq = ${seq})`
/** An entry like the second one, with an id of its own. */
const forgeAt = (seq: number) => `insert into journal_entries
  select ${seq}, gen_random_uuid(), body, leaf, at, operation, clauses, actor, actor_kind, record_kind, record_id,
    outcome, reason, clause, detail_hash from journal_entries where seq = 1`
const otherBody = `convert_to(replace(convert_from(body, 'UTF8'), '6.23', '6.24'), 'UTF8')`
const lookLike = (seq: number) =>
  `body = ${otherBody}, leaf = sha256('\\x00'::bytea || ${otherBody}), clauses = '{6.24,15}' where seq = ${seq}`
const tileOf = (
  seq: number,
) => `update journal_tiles set hashes = overlay(hashes placing (select leaf from journal_entries where seq = ${seq})
  from ${(seq % 256) * 32 + 1}) where level = 0 and index = ${Math.floor(seq / 256)}`

test('an honest log is never accused, empty, small or large, while it grows', async (t) => {
  const { pool } = await journalDatabase(t)
  const { sequencer, outside, signer } = await runSequencer(t, pool, { batch: 64, everyMs: 1 })
  const verify = () => audit({ pool, verifier: signer, outside })
  assert.deepEqual((await verify()).findings, [])
  for (const count of [1, 255, 1, 400, 9]) {
    await write(pool, lines(count))
    assert.deepEqual((await verify()).findings, [])
  }
  await sequencer.flush()
  const { ok, entries, sealed, first } = await verify()
  assert.deepEqual({ ok, entries, sealed, first }, { ok: true, entries: 666, sealed: 666, first: null })
})

isFound('an altered body', `update journal_entries set body = ${otherBody} where seq = 321`, {
  kind: 'altered',
  seq: 321,
})
isFound('an altered body with its leaf hash and columns made to fit', `update journal_entries set ${lookLike(321)}`, {
  kind: 'altered',
  seq: 321,
})
isFound(
  'an altered entry whose tile was made to fit too',
  `update journal_entries set ${lookLike(400)}; ${tileOf(400)}`,
  { kind: 'altered', seq: 400 },
)
isFound('a body that is no text any more', `update journal_entries set body = '\\xff00' where seq = 0`, {
  kind: 'altered',
  seq: 0,
})
isFound('altered columns of a filter', `update journal_entries set operation = 'nothing.happened' where seq = 5`, {
  kind: 'columns',
  seq: 5,
})
isFound('an entry put to another actor', `update journal_entries set actor = gen_random_uuid() where seq = 5`, {
  kind: 'columns',
  seq: 5,
})
isFound(
  'an entry put to another moment',
  `update journal_entries set at = at + interval '1 microsecond' where seq = 699`,
  { kind: 'columns', seq: 699 },
)
isFound('an altered leaf hash', `update journal_entries set leaf = sha256('') where seq = 9`, {
  kind: 'columns',
  seq: 9,
})
isFound('a deleted entry', 'delete from journal_entries where seq = 257', { kind: 'missing', seq: 257 })
isFound('the first entry deleted', 'delete from journal_entries where seq = 0', { kind: 'missing', seq: 0 })
isFound('the last entry deleted', 'delete from journal_entries where seq = 699', { kind: 'rolled-back', seq: 699 })
isFound(
  'a deleted entry and the row of numbers closed up',
  `delete from journal_entries where seq = 100; update journal_entries set seq = seq - 1000 where seq > 100;
    update journal_entries set seq = seq + 999 where seq < 0`,
  { kind: 'altered', seq: 100 },
)
isFound(
  'two entries swapped',
  `update journal_entries set seq = case seq when 40 then -41 else -40 end where seq in (40, 41);
    update journal_entries set seq = -seq where seq < 0`,
  { kind: 'altered', seq: 40 },
)
isFound('a forged entry at the end', forgeAt(700), { kind: 'forged', seq: 700 })
isFound(
  'a forged entry in between, the others pushed on',
  `update journal_entries set seq = -seq - 1 where seq >= 500; update journal_entries set seq = -seq where seq < 0;
  ${forgeAt(500)}`,
  { kind: 'altered', seq: 500 },
)
isFound(
  'an entry that stands there twice',
  `alter table journal_entries drop constraint journal_entries_pkey, drop constraint journal_entries_id_key cascade;
  insert into journal_entries select * from journal_entries where seq = 77`,
  { kind: 'repeated', seq: 77 },
)
isFound('all entries gone', 'truncate journal_entries, journal_details', { kind: 'rolled-back', seq: 0 })
isFound('the whole journal gone', 'truncate journal_entries, journal_details, journal_tiles, journal_checkpoints', {
  kind: 'rolled-back',
  seq: 0,
})
isFound(
  'an older copy of every table, with its own valid checkpoint',
  `delete from journal_entries where seq >= 401; delete from journal_checkpoints where size > 401;
  delete from journal_details where entry_id not in (select id from journal_entries);
  delete from journal_tiles where (level, index) = (0, 2);
  update journal_tiles set hashes = substring(hashes for case level when 0 then (401 - 256) * 32 else 32 end)
    where (level, index) in ((0, 1), (1, 0))`,
  { kind: 'rolled-back', seq: 401 },
)
isFound('altered details', `update journal_details set detail = '{"text":"басқа"}' where entry_id = ${idAt(12)}`, {
  kind: 'detail',
  seq: 12,
})
isFound('details deleted without an erasure', `delete from journal_details where entry_id = ${idAt(13)}`, {
  kind: 'detail',
  seq: 13,
})
isFound(
  'details marked as erased without an erasure',
  `update journal_details set detail = null, salt = null, erased_at = '2026-11-23'
    where entry_id = ${idAt(14)}`,
  { kind: 'detail', seq: 14 },
)
isFound(
  'details of another entry',
  `update journal_details set entry_id = gen_random_uuid() where entry_id = ${idAt(15)}`,
  { kind: 'detail', seq: 15 },
)
isFound(
  'a replaced tile over intact entries',
  `update journal_tiles set hashes = sha256('') || substring(hashes from 33) where (level, index) = (0, 1)`,
  { kind: 'tile', seq: null },
)
isFound(
  'a replaced tile of a higher level',
  `update journal_tiles set hashes = sha256('') || substring(hashes from 33) where level = 1`,
  { kind: 'tile', seq: null },
)
isFound('a deleted tile', 'delete from journal_tiles where (level, index) = (0, 0)', { kind: 'tile', seq: null })
isFound('a tile too many', `insert into journal_tiles values (3, 0, sha256(''))`, { kind: 'tile', seq: null })
isFound('an altered checkpoint', `update journal_checkpoints set root = sha256('') where size = 400`, {
  kind: 'checkpoint',
  seq: null,
})
isFound('the newest checkpoint deleted', 'delete from journal_checkpoints where size = 700', {
  kind: 'checkpoint',
  seq: null,
})
isFound(
  'the newest checkpoint with a false signature',
  `update journal_checkpoints set note = replace(note, '— ', '— x') where size = 700`,
  { kind: 'checkpoint', seq: null },
)

test('whatever a superuser with triggers off does to the journal', async (t) => {
  const log = await sealedLog(t)
  assert.equal((await tamper(log, 'select')).ok, true)
  for (const { name, sql, kind, seq } of cases) {
    await t.test(`${name} is found`, async () => {
      const report = await tamper(log, sql)
      assert.equal(report.ok, false)
      assert.deepEqual(
        { kind: report.first?.kind, seq: report.first?.seq },
        { kind, seq },
        JSON.stringify(report.findings.slice(0, 3)),
      )
      assert.ok(report.first && faults[report.first.kind].kk)
    })
  }
  assert.equal((await tamper(log, 'select')).ok, true)
})

test('where entries and tiles were made to fit each other, the signed batches still bound the place', async (t) => {
  const log = await sealedLog(t)
  const { first } = await tamper(
    log,
    `update journal_entries set ${lookLike(350)}; ${tileOf(350)};
    update journal_tiles set hashes = sha256('x') || sha256('y') where level = 1`,
  )
  assert.deepEqual([first?.kind, first?.seq, first?.until], ['altered', 300, 400])
})

test('a checkpoint outside that was altered or is half a file is found', async (t) => {
  const { outside, verify } = await sealedLog(t)
  await appendFile(join(outside, 'checkpoint'), 'x')
  const { first } = await verify()
  assert.equal(first?.kind, 'outside')
  const note = await readFile(join(outside, 'checkpoint'), 'utf8')
  await writeFile(join(outside, 'checkpoint'), note.slice(0, 20))
  assert.equal((await verify()).first?.kind, 'outside')
})

test('details erased by journal.erase are no alarm, before and after that entry is sealed', async (t) => {
  const { pool } = await journalDatabase(t)
  const { sequencer, outside, signer } = await runSequencer(t, pool)
  const [id = ''] = await write(pool, lines(10))
  await sequencer.flush()
  await sequencer.stop()
  const verify = () => audit({ pool, verifier: signer, outside })
  await pool.query(`begin; select set_config('app.operation', 'journal.erase', true);
    update journal_details set salt = null, detail = null, erased_at = '2026-11-23' where entry_id = '${id}'; commit`)
  assert.equal((await verify()).first?.kind, 'detail', 'an erasure without an entry is one')
  await write(pool, [{ operation: 'journal.erase', record: id, detail: null }])
  assert.deepEqual((await verify()).findings, [])
  const again = await runSequencer(t, pool, { outside, signer })
  await again.sequencer.flush()
  assert.deepEqual((await verify()).findings, [])
})

test('the staff server verifies with its own role, and a person shut out of a record is no gap', async (t) => {
  const { pool, urls } = await journalDatabase(t)
  const { sequencer, outside, signer } = await runSequencer(t, pool)
  const [record, person] = [newId(), newId()]
  const [id = ''] = await write(pool, [{ record }, ...lines(300)])
  await sequencer.flush()
  await pool.query(`begin; select set_config('app.operation', 'test', true);
    insert into denied (record_id, person_id, since, reason)
      values ('${record}', '${person}', '2026-11-23', 'named'); commit`)
  const staff = openPool(urls.appUrl, 2)
  const verify = () => audit({ pool: staff, verifier: signer, outside })
  const { findings, entries } = await verify()
  await pool.query(`begin; set local session_replication_role = replica;
    delete from journal_details where entry_id = '${id}';
    update journal_entries set outcome = 'read' where seq = 200; commit`)
  const tampered = await verify()
  await staff.end()
  assert.deepEqual([findings, entries], [[], 301])
  assert.deepEqual(tampered.findings.map(({ kind }) => kind).sort(), ['columns', 'detail'])
})

test('without a superuser the tables themselves refuse', async (t) => {
  const { pool } = await sealedLog(t)
  const operation = `begin; select set_config('app.operation', 'appeals.submit', true);`
  for (const sql of [
    'update journal_entries set seq = 9000 where seq = 1',
    'delete from journal_entries',
    'truncate journal_entries cascade',
    'update journal_checkpoints set at = at',
    'delete from journal_checkpoints',
    'truncate journal_checkpoints',
    `update journal_tiles set hashes = sha256('')`,
    'delete from journal_tiles',
    'truncate journal_tiles',
    `update journal_details set detail = '{}'`,
    'delete from journal_details',
    'truncate journal_details',
  ]) {
    const client = await pool.connect()
    await assert.rejects(client.query(`${operation} ${sql}; commit`), { code: '42501' }, sql)
    await client.query('rollback')
    client.release()
  }
})

// Reading the journal: pages, filters, the seal of an entry, who may see what, and the lawful erasure of details.
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { openDatabase, openPool } from '../database.ts'
import { newId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { audit } from './audit.ts'
import { hashLeaf, verifyInclusion } from './merkle.ts'
import { openCheckpoint } from './notes.ts'
import { eraseDetail, readEntries, sealOf, writeProof } from './read.ts'
import { journalDatabase, lines, runSequencer, write } from './seal.kit.ts'

const journalOf = async (t: TestContext) => {
  const { pool, urls } = await journalDatabase(t)
  const { sequencer, outside, signer } = await runSequencer(t, pool)
  const roles = { app: openDatabase(openPool(urls.appUrl, 2)), portal: openDatabase(openPool(urls.portalUrl, 2)) }
  const close = async () => {
    await roles.app.destroy()
    await roles.portal.destroy()
  }
  return { pool, sequencer, outside, signer, ...roles, close }
}

test('pages run from the newest to the oldest without a gap, and every filter holds', async (t) => {
  const { pool, sequencer, app, close } = await journalOf(t)
  const record = newId()
  await write(pool, [
    ...lines(60),
    { record, operation: 'appeals.assign' },
    { record, outcome: 'refused', detail: null },
    ...lines(60),
  ])
  await sequencer.flush()
  await app.transaction().execute(async (db) => {
    await sql`select set_config('app.kind', 'employee', true)`.execute(db)
    const seqs: number[] = []
    let before: number | undefined
    for (let round = 0; round < 5; round++) {
      const page = await readEntries(db, { limit: 50, ...(before === undefined ? {} : { before }) })
      seqs.push(...page.entries.map(({ seq }) => seq))
      if (page.next === null) break
      before = page.next
    }
    assert.deepEqual(
      seqs,
      Array.from({ length: 122 }, (_, at) => 121 - at),
    )
    const found = async (filters: Parameters<typeof readEntries>[1]['filters'] & object) =>
      (await readEntries(db, { filters })).entries.map(({ entry }) => entry.operation)
    assert.deepEqual((await found({ recordId: record })).sort(), ['appeals.assign', 'appeals.submit'])
    assert.deepEqual(await found({ recordId: record, outcome: 'refused' }), ['appeals.submit'])
    assert.deepEqual(await found({ operation: 'appeals.assign', recordKind: 'appeal', clause: '6.23' }), [
      'appeals.assign',
    ])
    assert.deepEqual(await found({ clause: '9.5' }), [])
    assert.deepEqual(await found({ actor: newId() }), [])
    assert.deepEqual(await found({ until: new Date('2026-11-23T04:00:00Z') }), [])
    assert.equal((await found({ from: new Date('2026-11-23T04:00:00Z') })).length, 50)
    const [assigned] = (await readEntries(db, { filters: { operation: 'appeals.assign' } })).entries
    assert.deepEqual(assigned?.detail, { text: 'сөз' })
  })
  await close()
})

test('the seal of an entry is proven by anybody who holds the key', async (t) => {
  const { pool, sequencer, app, signer, close } = await journalOf(t)
  const ids = await write(pool, lines(300))
  await sequencer.flush()
  await app.transaction().execute(async (db) => {
    await sql`select set_config('app.kind', 'employee', true)`.execute(db)
    for (const id of [ids[0], ids[150], ids[299]]) {
      const seal = await sealOf(db, id ?? '')
      assert.ok(seal?.holds)
      const { size, root } = openCheckpoint(seal.checkpoint, signer)
      assert.ok(verifyInclusion(seal.seq, size, seal.leaf, seal.proof, root))
      const [head, index, ...rest] = writeProof(seal).split('\n')
      assert.deepEqual([head, index], ['c2sp.org/tlog-proof@v1', `index ${seal.seq}`])
      assert.equal(openCheckpoint(rest.slice(rest.indexOf('') + 1).join('\n'), signer).size, 300)
    }
    assert.equal(await sealOf(db, newId()), null)
  })
  await pool.query(
    `begin; set local session_replication_role = replica; update journal_entries set body = '{}' where seq = 5; commit`,
  )
  const { rows } = await pool.query<{ id: string }>('select id from journal_entries where seq = 5')
  const lie = await app.transaction().execute(async (db) => {
    await sql`select set_config('app.kind', 'employee', true)`.execute(db)
    return sealOf(db, rows[0]?.id ?? '')
  })
  assert.deepEqual([lie?.holds, lie?.leaf], [false, hashLeaf(Buffer.from('{}'))])
  await close()
})

test('the public never reads, no server touches the log, a person shut out of a record sees none of it', async (t) => {
  const { pool, sequencer, app, portal, close } = await journalOf(t)
  const [record, person] = [newId(), newId()]
  await write(pool, [{ record }, {}])
  await sequencer.flush()
  const tables = ['journal_inbox', 'journal_entries', 'journal_details', 'journal_tiles', 'journal_checkpoints']
  for (const table of tables) {
    await assert.rejects(sql`select from ${sql.table(table)}`.execute(portal), { code: '42501' }, table)
    for (const db of [app, portal])
      await assert.rejects(sql`delete from ${sql.table(table)}`.execute(db), { code: '42501' }, table)
    if (table === 'journal_inbox') continue
    for (const db of [app, portal])
      await assert.rejects(sql`insert into ${sql.table(table)} default values`.execute(db), { code: '42501' }, table)
  }
  await assert.rejects(sql`select detail from journal_inbox`.execute(app), { code: '42501' })
  await pool.query(`begin; select set_config('app.operation', 'test', true);
    insert into denied (record_id, person_id, since, reason) values ('${record}', '${person}', now(), 'named'); commit`)
  const seenBy = (actor: string, kind: string) =>
    app.transaction().execute(async (db) => {
      await sql`select set_config('app.kind', ${kind}, true), set_config('app.actor', ${actor}, true)`.execute(db)
      return (await readEntries(db, {})).entries.length
    })
  assert.deepEqual(
    [await seenBy(person, 'employee'), await seenBy(newId(), 'employee'), await seenBy('', 'public')],
    [1, 2, 0],
  )
  await close()
})

test('details are erased by journal.erase alone, once, and the seal of the entry holds on', async (t) => {
  const { pool, sequencer, app, signer, outside, close } = await journalOf(t)
  const [id = ''] = await write(pool, lines(2))
  await sequencer.flush()
  const erase = (operation: string) =>
    app.transaction().execute(async (db) => {
      await sql`select set_config('app.kind', 'employee', true)`.execute(db)
      await sql`select set_config('app.operation', ${operation}, true)`.execute(db)
      await eraseDetail({ db, at: new Date('2026-11-23T04:00:00Z') }, id)
      await sql`insert into journal_inbox (id, at, operation, clauses, actor_kind, record_kind, record_id, outcome)
      values (${newId()}, '2026-11-23', ${operation}, '{5.16}', 'employee', 'journal.entry', ${id}, 'done')`.execute(db)
    })
  await assert.rejects(
    erase('appeals.assign'),
    (error) => error instanceof Refusal || (error instanceof Error && 'code' in error && error.code === '42501'),
  )
  await erase('journal.erase')
  await assert.rejects(erase('journal.erase'), Refusal)
  await sequencer.flush()
  const report = await audit({ pool, verifier: signer, outside })
  assert.deepEqual(report.findings, [])
  await app.transaction().execute(async (db) => {
    await sql`select set_config('app.kind', 'employee', true)`.execute(db)
    const erased = (await readEntries(db, {})).entries.find(({ entry }) => entry.id === id)
    assert.deepEqual(
      [erased?.entry.id, erased?.detail, erased?.erasedAt?.toISOString()],
      [id, null, '2026-11-23T04:00:00.000Z'],
    )
    assert.match(erased?.entry.detail ?? '', /^[0-9a-f]{64}$/)
    assert.ok((await sealOf(db, id))?.holds)
  })
  await close()
})

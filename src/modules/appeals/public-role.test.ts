// What the public page's database role can do with appeals: hand in, and see its own by the code; nothing else, whatever it says it is.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { aPerson, castId, openStage, unitId } from './appeals.kit.ts'
import { assignAppeal } from './operations.ts'
import { registerAppeal } from './registering.ts'
import { receiptOf } from '../submissions/index.ts'

const { house, as, submit } = await openStage()
const secret = { ...aPerson, name: 'Құпия Есім Заявитель' }

const inUnit = async (code: string, more: object = {}) => {
  const { id } = await submit(more)
  await as('registrar', registerAppeal, { id, unit: unitId(code) })
  return id
}
const inAbai = await inUnit('abai', { applicant: secret })
await inUnit('almaty')
const inCentre = await inUnit('department')
await as('head', assignAppeal, { id: inCentre, to: castId('inspector') })
await as('abaiHead', assignAppeal, { id: inAbai, to: castId('abaiInspector') })

// From here on the public page's own role, by hand: what a stolen password of it would be worth.
const asPortal = async <R>(settings: Record<string, string>, work: (client: pg.Client) => Promise<R>): Promise<R> => {
  const client = new pg.Client({ connectionString: house.urls.portalUrl })
  await client.connect()
  try {
    await client.query('begin')
    for (const [name, value] of Object.entries({
      'app.kind': 'public',
      'app.operation': 'appeals.submit',
      ...settings,
    })) {
      await client.query('select set_config($1, $2, true)', [name, value])
    }
    return await work(client)
  } finally {
    await client.query('rollback').catch(() => {})
    await client.end()
  }
}
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (fault: { code?: string }) => fault.code ?? 'none',
  )

test('the public role reads no table of appeals, whatever it says it is', async () => {
  const tables = [
    'appeals',
    'appeal_applicants',
    'appeal_messages',
    'appeal_notes',
    'appeal_files',
    'list_views',
    'duties',
    'notices',
    'employees',
    'documents',
    'journal_entries',
    'journal_inbox',
    'denied',
  ]
  const lies: Record<string, string>[] = [
    {},
    { 'app.kind': 'system', 'app.reach': '*' },
    { 'app.kind': 'employee', 'app.reach': '*', 'app.actor': castId('head') },
  ]
  for (const lie of lies) {
    for (const table of tables) {
      assert.equal(await code(asPortal(lie, (client) => client.query(`select * from ${table}`))), '42501', table)
    }
  }
})

test('the public role sees through its views one appeal by its code, and none without', async () => {
  const slip = await submit()
  const receipt = receiptOf(house.pepper, slip.code) ?? ''
  const see = (settings: Record<string, string>) =>
    asPortal(settings, async (client) => (await client.query<{ id: string }>('select * from appeals_in_hand')).rows)
  const [mine, ...others] = await see({ 'app.receipt': receipt })
  assert.deepEqual([mine?.id, others.length], [slip.id, 0])
  assert.ok(
    !Object.keys(mine ?? {}).some(
      (column) => /assignee|unit|receipt|body$|term/.test(column) && column !== 'ending_body',
    ),
  )
  const lies: Record<string, string>[] = [
    {},
    { 'app.receipt': '' },
    { 'app.receipt': 'f'.repeat(64) },
    { 'app.kind': 'system', 'app.receipt': receipt },
    { 'app.reach': '*' },
  ]
  for (const settings of lies) {
    assert.deepEqual(await see(settings), [])
  }
})

test('the public role changes and removes nothing', async () => {
  const slip = await submit()
  const receipt = receiptOf(house.pepper, slip.code) ?? ''
  for (const statement of [
    "update appeals set state = 'closed'",
    'delete from appeals',
    'truncate appeals',
    "update appeals_in_hand set state = 'closed'",
    "update appeal_messages set body = 'x'",
    'delete from appeal_files',
    'delete from appeal_applicants',
    'delete from journal_inbox',
    "insert into appeal_notes select gen_random_uuid(), gen_random_uuid(), now(), gen_random_uuid(), 'x'",
    "insert into denied select gen_random_uuid(), gen_random_uuid(), now(), 'x'",
    'drop table appeals',
    'alter table appeals disable trigger all',
    'create table x (y int)',
    'set role qorgan_test_app',
  ]) {
    assert.notEqual(
      await code(asPortal({ 'app.receipt': receipt }, (client) => client.query(statement))),
      'done',
      statement,
    )
  }
})

test('the public role adds only what was just received, under the code in hand, and only to its own', async () => {
  const slip = await submit()
  const receipt = receiptOf(house.pepper, slip.code) ?? ''
  const columns = `id, slip_number, receipt_hash, kind, channel, language, anonymous, unit_id, body, received_at, received_on, registered_on, due_on, internal_due_on, term`
  const values = (
    hash: string,
    channel: string,
  ) => `gen_random_uuid(), '${randomUUID()}', '${hash}', 'report', '${channel}', 'kk', true,
    gen_random_uuid(), 'x', now(), current_date, current_date, current_date, current_date, '{}'`
  const fresh = 'a'.repeat(64)
  const add = (hash: string, channel = 'portal', settings: Record<string, string> = { 'app.receipt': fresh }) =>
    code(
      asPortal(settings, (client) =>
        client.query(`insert into appeals (${columns}) values (${values(hash, channel)})`),
      ),
    )
  assert.equal(await add(fresh), 'done')
  assert.equal(await add(fresh, 'paper'), '42501')
  assert.equal(await add('b'.repeat(64)), '42501')
  assert.equal(await add(fresh, 'portal', { 'app.receipt': fresh, 'app.kind': 'employee', 'app.reach': '*' }), '42501')
  const numbered = `insert into appeals (${columns}, number, state, assignee_id) values (${values(fresh, 'portal')}, '1', 'delivered', gen_random_uuid())`
  assert.equal(await code(asPortal({ 'app.receipt': fresh }, (client) => client.query(numbered))), '42501')
  const write = (appeal: string, side = 'applicant') =>
    code(
      asPortal({ 'app.receipt': receipt }, (client) =>
        client.query(
          `insert into appeal_messages (id, appeal_id, at, side, body) values (gen_random_uuid(), $1, now(), $2, 'x')`,
          [appeal, side],
        ),
      ),
    )
  assert.equal(await write(slip.id), 'done')
  assert.equal(await write(slip.id, 'department'), '42501')
  assert.equal(await write(inAbai), '42501')
})

test('outside an operation nobody writes an appeal, not even the owner', async () => {
  const client = new pg.Client({ connectionString: house.urls.ownerUrl })
  await client.connect()
  await assert.rejects(client.query("update appeals set subject = 'x'"), { code: '42501' })
  await assert.rejects(client.query('delete from appeals'), { code: '42501' })
  await client.query("select set_config('app.operation', 'test', false)")
  await assert.rejects(client.query("update appeals set body = 'x'"), { code: '42501' })
  await assert.rejects(client.query("update appeals set state = 'closed'"), { code: '23514' })
  await client.end()
})

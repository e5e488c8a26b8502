// The kernel on a small room made for this test: what perform() promises every module.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { id, line, shape } from '../src/kernel/contract.ts'
import { newId } from '../src/kernel/ids.ts'
import { lifecycle } from '../src/kernel/lifecycle.ts'
import { module } from '../src/kernel/module.ts'
import { command, query } from '../src/kernel/operation.ts'
import { perform } from '../src/kernel/perform.ts'
import { record } from '../src/kernel/record.ts'
import { forbid, permit, type Actor } from '../src/kernel/rules.ts'
import type { Text } from '../src/kernel/text.ts'
import { systemActor, testHouse } from './kit/house.ts'

const same = (words: string): Text => ({ kk: words, ru: words, en: words })

const life = lifecycle({
  name: 'note',
  title: same('note'),
  start: 'open',
  final: ['closed'],
  states: { open: same('open'), closed: same('closed') },
  steps: { close: { from: 'open', to: 'closed', by: same('author'), clause: '5.14' } },
})

interface Note {
  id: string
  state: string
  version: number
  words: string
  unit: string
}

const unit = newId()
const other = newId()

const notes = record<Note, 'close'>({
  name: 'note',
  table: 'notes',
  title: same('note'),
  life,
  caption: (it) => it.words,
  find: async (tx, noteId, lock) => {
    const rows = await sql<Note>`select id, state, version, words, unit_id as unit from notes
      where id = ${noteId} ${lock ? sql`for update` : sql``}`.execute(tx.db)
    return rows.rows[0]
  },
})

const writes = permit<unknown>('5.14', same('a writer'), (actor) => actor.powers.has('notes.write'))
const isSecret = forbid<Note>('5.16', same('a secret is not closed'), (_, note) => note.words === 'secret')

const add = command(shape('notes.add', z.object({ words: line(20) }), z.object({ id }), same('add')), {
  clauses: ['5.14'],
  rules: [writes],
  run: async ({ input, tx }) => {
    const noteId = newId()
    await sql`insert into notes (id, state, words, unit_id) values (${noteId}, 'open', ${input.words}, ${tx.actor.unit})`.execute(
      tx.db,
    )
    tx.about('note', noteId)
    return { id: noteId }
  },
})
const close = command(shape('notes.close', z.object({ id }), z.object({}), same('close')), {
  clauses: ['5.14'],
  record: notes,
  rules: [writes, isSecret],
  step: 'close',
  run: async () => ({}),
})
const one = query(shape('notes.one', z.object({ id }), z.object({ words: z.string() }), same('one')), {
  clauses: ['5.14'],
  record: notes,
  rules: [permit('5.14', same('all'), () => true)],
  personal: true,
  run: async ({ subject }) => ({ words: subject.words }),
})
const dangerous = command(shape('notes.burn', z.object({}), z.object({}), same('burn')), {
  clauses: ['5.14'],
  rules: [writes],
  dangerous: true,
  run: async () => ({}),
})

const room = module({
  name: 'notes',
  title: same('notes'),
  clauses: ['5.14'],
  records: [notes],
  operations: [add, close, one, dangerous],
})

const writer: Actor = {
  ...systemActor,
  kind: 'employee',
  id: newId(),
  unit,
  reach: [unit],
  powers: new Set(['notes.write']),
}
const reader: Actor = { ...writer, id: newId(), powers: new Set() }
const stranger: Actor = { ...writer, id: newId(), unit: other, reach: [other] }

const furnished = async (t: Parameters<typeof testHouse>[0]) => {
  const house = await testHouse(t, { modules: [room] })
  const owner = new pg.Client({ connectionString: house.urls.ownerUrl })
  await owner.connect()
  await owner.query(`create table notes (id uuid primary key, state text not null, version int not null default 1, words text not null, unit_id uuid not null);
    call guard('notes');
    create policy scope on notes using (app_sees(unit_id)) with check (true);
    grant select, insert, update on notes to qorgan_test_app`)
  // The cast was planted by operations too; only what the notes leave is looked at.
  const entries = async () =>
    (
      await owner.query(`select * from (
        select operation, outcome, reason, clause, record_id, detail from journal_inbox
        union all select operation, outcome, convert_from(body, 'utf8')::jsonb ->> 'reason', clause, record_id, null
        from journal_entries) written where operation like 'notes.%' order by 1`)
    ).rows
  return { house, owner, entries, end: () => owner.end() }
}

test('perform() walks parse, load, judge, step, run and journal in one transaction', async (t) => {
  const { house, entries, end } = await furnished(t)
  const made = await perform(house, add, writer, { words: ' hello ' })
  assert.deepEqual(
    made.may.map((it) => [it.operation, it.allowed]),
    [['notes.close', true]],
  )
  const done = await perform(house, close, writer, { id: made.result.id })
  assert.deepEqual(done.may, [])
  const written = await entries()
  assert.deepEqual(
    written.map((it) => [it.operation, it.outcome, it.record_id]),
    [
      ['notes.add', 'done', made.result.id],
      ['notes.close', 'done', made.result.id],
    ],
  )
  assert.match(
    written[1]?.detail ?? '',
    /"before":\{"state":"open","version":1\},"after":\{"state":"closed","version":2\}/,
  )
  await end()
})

test('what the actor may not see is unknown, never forbidden, and the refusal is an entry', async (t) => {
  const { house, entries, end } = await furnished(t)
  const { result } = await perform(house, add, writer, { words: 'hidden' })
  await assert.rejects(perform(house, one, stranger, { id: result.id }), { reason: 'unknown' })
  await assert.rejects(perform(house, one, stranger, { id: newId() }), { reason: 'unknown' })
  assert.deepEqual(
    (await entries())
      .map((it) => [it.operation, it.outcome, it.reason].join(' '))
      .toSorted((a, b) => a.localeCompare(b)),
    ['notes.add done ', 'notes.one refused unknown', 'notes.one refused unknown'],
  )
  await end()
})

test('forbid beats permit, no permit is a no, and both name their clause', async (t) => {
  const { house, end } = await furnished(t)
  const { result } = await perform(house, add, writer, { words: 'secret' })
  await assert.rejects(perform(house, close, writer, { id: result.id }), { reason: 'forbidden', clause: '5.16' })
  const plain = await perform(house, add, writer, { words: 'plain' })
  await assert.rejects(perform(house, close, reader, { id: plain.result.id }), { reason: 'forbidden', clause: '5.14' })
  const { may } = await perform(house, one, writer, { id: result.id })
  assert.deepEqual(
    may.map(({ allowed, why }) => [allowed, why?.clause]),
    [[false, '5.16']],
  )
  await end()
})

test('a read of a person’s data is an entry', async (t) => {
  const { house, entries, end } = await furnished(t)
  const { result } = await perform(house, add, writer, { words: 'read me' })
  await perform(house, one, reader, { id: result.id })
  assert.ok(
    (await entries()).some((it) => it.operation === 'notes.one' && it.outcome === 'read' && it.record_id === result.id),
  )
  await end()
})

test('a step from the wrong state is refused with its clause, also when two take it at once', async (t) => {
  const { house, end } = await furnished(t)
  const { result } = await perform(house, add, writer, { words: 'twice' })
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => perform(house, close, writer, { id: result.id })))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const it of tries) if (it.status === 'rejected') assert.equal(it.reason.reason, 'wrong-state')
  await end()
})

test('a stale form is a conflict', async (t) => {
  const { house, end } = await furnished(t)
  const { result } = await perform(house, add, writer, { words: 'stale' })
  await assert.rejects(perform(house, close, writer, { id: result.id, version: 7 } as { id: string }), {
    reason: 'conflict',
  })
  await end()
})

test('a dangerous act asks for a fresh proof of identity', async (t) => {
  const { house, end } = await furnished(t)
  await assert.rejects(perform(house, dangerous, writer, {}), { reason: 'step-up' })
  const fresh = { ...writer, session: { id: newId(), steppedUpAt: house.clock.now() } }
  await perform(house, dangerous, fresh, {})
  house.clock.forward(11 * 60_000)
  await assert.rejects(perform(house, dangerous, fresh, {}), { reason: 'step-up' })
  await end()
})

test('bad input is a sentence a field in three languages, and no entry', async (t) => {
  const { house, entries, end } = await furnished(t)
  for (const [words, path] of [
    ['', 'words'],
    ['x'.repeat(21), 'words'],
    [5, 'words'],
    ['a\u0000b', 'words'],
  ] as const) {
    await assert.rejects(
      perform(house, add as never, writer, { words }),
      (refusal: { reason: string; fields: { path: string; says: Text }[] }) => {
        assert.equal(refusal.reason, 'invalid')
        assert.equal(refusal.fields[0]?.path, path)
        assert.ok(refusal.fields[0]?.says.kk && refusal.fields[0].says.ru && refusal.fields[0].says.en)
        return true
      },
    )
  }
  for (const raw of [null, undefined, [], 'text', 7])
    await assert.rejects(perform(house, add as never, writer, raw), { reason: 'invalid' })
  assert.deepEqual(await entries(), [])
  await end()
})

test('the database refuses a write outside an operation, even by its owner', async (t) => {
  const { house, owner, end } = await furnished(t)
  await assert.rejects(
    owner.query("insert into notes values (gen_random_uuid(), 'open', 1, 'x', gen_random_uuid())"),
    /outside an operation/,
  )
  await assert.rejects(sql`delete from notes`.execute(house.database), /outside an operation|permission denied/)
  await end()
})

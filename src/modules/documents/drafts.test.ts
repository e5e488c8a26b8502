// Drafting: what may be written, what the register shows, and what the higher rooms hear.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { z } from 'zod'
import { testHouse } from '../../../test/kit/house.ts'
import { asOwner, draft, offered, open, pdfOf, readText, sign, words } from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import { castId } from '../../app/cast.ts'
import { modules } from '../../app/modules.ts'
import { shape } from '../../kernel/contract.ts'
import { asActor } from '../../kernel/database.ts'
import { module } from '../../kernel/module.ts'
import { command } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isSheet } from '../../kernel/reply.ts'
import { permit } from '../../kernel/rules.ts'
import { search } from '../../kernel/search/index.ts'
import type { listDocuments } from './contract.ts'
import { handOverDocuments } from './index.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'
import { closeRenderer } from '../templates/index.ts'

const same = (words: string) => ({ kk: words, ru: words, en: words })
const house = await testHouse(null)
after(closeRenderer)

const refusal =
  (reason: string, paths: readonly string[] = []) =>
  (fault: unknown) => {
    assert.ok(fault instanceof Refusal)
    assert.equal(fault.reason, reason)
    assert.deepEqual(
      fault.fields.map(({ path }) => path),
      paths,
    )
    return true
  }

test('a draft may wait for its words, an offered text may not', async () => {
  const inspector = await house.as('inspector')
  const about = { kind: 'employee', id: castId('bailiff') }
  const { id } = (
    await perform(house, operations.draftDocument, inspector, { template: 'reply', language: 'ru', about })
  ).result
  await assert.rejects(
    perform(house, operations.offerDocument, inspector, { id }),
    refusal(
      'invalid',
      ['addressee', 'subject', 'established', 'ground', 'outcome'].map((it) => `fields.${it}`),
    ),
  )
  const text = await readText(await pdfOf(house, 'inspector', { id }))
  assert.ok(text.includes('ПРОЕКТ') && text.includes('присваивается при подписании'))
  await perform(house, operations.saveDocument, inspector, { id, fields: { ...words, unknown: 'x' } })
  assert.deepEqual((await open(house, 'inspector', id)).result.fields, words)
  await perform(house, operations.offerDocument, inspector, { id })
})

test('a field that can never stand is refused at once, with its name', async () => {
  const [inspector, id] = [await house.as('inspector'), await draft(house)]
  const save = (fields: Record<string, string | null>) =>
    perform(house, operations.saveDocument, inspector, { id, fields })
  await assert.rejects(
    save({ ...words, subject: 'ұ'.repeat(301), ground: 'з'.repeat(10_001) }),
    refusal('invalid', ['fields.subject', 'fields.ground']),
  )
  await assert.rejects(save({ ...words, outcome: 'Нәтиже 😀' }), (fault: unknown) => {
    assert.ok(fault instanceof Refusal)
    assert.match(fault.fields[0]?.says.kk ?? '', /басып шығару мүмкін емес.*😀/)
    return fault.fields[0]?.path === 'fields.outcome'
  })
  await assert.rejects(save({ ...words, outcome: 'a\u0000b' }), refusal('invalid', ['fields.outcome']))
  await assert.rejects(save({ outcome: 'x'.repeat(30_001) }), refusal('invalid', ['fields.outcome']))
  assert.equal((await open(house, 'inspector', id)).result.draft, 1)
  for (const bad of [
    { template: 'slip' },
    { template: 'nothing' },
    { language: 'de' },
    { about: { kind: 'employee', id: '7' } },
    { about: { kind: 'Robert; drop', id: castId('gate') } },
  ]) {
    const input = { template: 'reply', language: 'kk', about: { kind: 'employee', id: castId('gate') }, ...bad }
    await assert.rejects(perform(house, operations.draftDocument, inspector, input as never), { reason: 'invalid' })
  }
})

test('only the drafter writes and offers; drafting itself needs the power', async () => {
  const id = await draft(house)
  for (const name of ['head', 'deputy', 'registrar'] as const) {
    const actor = await house.as(name)
    await assert.rejects(perform(house, operations.saveDocument, actor, { id, fields: words }), {
      reason: 'forbidden',
      clause: '5.15',
    })
    await assert.rejects(perform(house, operations.offerDocument, actor, { id }), {
      reason: 'forbidden',
      clause: '5.15',
    })
  }
  for (const name of ['gate', 'auditor', 'admin', 'bailiff', 'chairman'] as const)
    await assert.rejects(draft(house, name), { reason: 'forbidden', clause: '5.15' })
})

test('handed over with its record, an unsigned document has a new drafter, who finds it; a signed one keeps its own', async () => {
  const [mine, done] = [await offered(house), await offered(house)]
  await sign(house, 'head', done)
  const about = { kind: 'employee', id: castId('bailiff') }
  await doing(house, await house.as('head'), (tx) => handOverDocuments(tx, about, castId('inspector2')))
  const { result, may } = await open(house, 'inspector2', mine)
  assert.equal(result.state, 'offered')
  assert.deepEqual(
    may.filter(({ operation }) => operation.startsWith('documents.')),
    [],
  )
  await assert.rejects(open(house, 'inspector', mine), { reason: 'unknown' })
  await assert.rejects(open(house, 'inspector2', done), { reason: 'unknown' })
  const found = await asActor(house.database, await house.as('inspector2'), (db) =>
    search({ db, house }, { q: words.addressee, kinds: ['document'], limit: 50 }),
  )
  assert.ok(found.hits.some(({ id }) => id === mine))
})

test('two who save at once: the second is told, and the first text stays', async () => {
  const [inspector, id] = [await house.as('inspector'), await draft(house)]
  const { version } = (await open(house, 'inspector', id)).result
  const save = (outcome: string) =>
    perform(house, operations.saveDocument, inspector, { id, version, fields: { ...words, outcome } })
  await save('Бірінші')
  await assert.rejects(save('Екінші'), { reason: 'conflict' })
  assert.equal((await open(house, 'inspector', id)).result.fields['outcome'], 'Бірінші')
})

test('the draft is seen as paper before it is saved, every page marked', async () => {
  const id = await draft(house)
  const text = await readText(
    await pdfOf(house, 'inspector', { id, fields: { ...words, outcome: 'Әлі сақталмаған #нәтиже *жұлдыз*' } }),
  )
  assert.ok(text.includes('Әлі сақталмаған #нәтиже *жұлдыз*') && text.includes('ЖОБА'))
  assert.equal((await open(house, 'inspector', id)).result.fields['outcome'], words.outcome)
})

test('the register filters, sorts and pages; whoever has no power to read it sees only own documents', async () => {
  const ids = [await offered(house), await offered(house), await draft(house, 'abaiInspector')]
  await sign(house, 'head', ids[0] ?? '')
  await sign(house, 'head', ids[1] ?? '')
  const [head, inspector] = [await house.as('head'), await house.as('inspector')]
  const list = async (actor: typeof head, input: z.input<typeof listDocuments.input>) =>
    (await perform(house, queries.listDocuments, actor, input)).result
  const numbers = (await list(head, { state: 'signed', sort: 'number' })).rows.map(({ number }) =>
    Number(number?.split('/')[1]),
  )
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  )
  assert.ok(numbers.length >= 2)
  const number = (await open(house, 'head', ids[0] ?? '')).result.number ?? ''
  assert.deepEqual(
    (await list(head, { words: number })).rows.map(({ id }) => id),
    [ids[0]],
  )
  assert.equal((await list(head, { words: '100%_' })).total, 0)
  assert.equal((await list(head, { signedFrom: '2026-11-24' })).total, 0)
  assert.equal(
    (await list(head, { template: 'reply', about: { kind: 'employee', id: castId('bailiff') } })).total > 2,
    true,
  )
  const [one, two] = [await list(head, { size: 1, page: 1 }), await list(head, { size: 1, page: 2 })]
  assert.notEqual(one.rows[0]?.id, two.rows[0]?.id)
  for (const sort of ['draftedAt', 'title', '-title', 'addressee', '-addressee', '-number'] as const)
    await list(head, { sort })
  const mine = await list(inspector, {})
  assert.ok(mine.rows.every(({ drafter }) => drafter.kk.includes('Серікова')) && mine.total > 0)
  await assert.rejects(list(await house.as('gate'), {}), { reason: 'forbidden' })
  await assert.rejects(list(head, { size: 1000 }), { reason: 'invalid' })
  await assert.rejects(list(head, { sort: 'sha256; drop table documents' as 'title' }), { reason: 'invalid' })
})

test('the register leaves the house as a sheet, and the journal knows', async () => {
  const head = await house.as('head')
  const { result } = await perform(house, queries.exportDocuments, head, { sort: 'number' })
  assert.ok(isSheet(result))
  const rows = await Array.fromAsync(result.rows)
  const { total } = (await perform(house, queries.listDocuments, head, {})).result
  assert.equal(rows.length, total)
  assert.ok(rows.every((row) => row.length === result.columns.length))
  const [entry] = await asOwner<{ outcome: string }>(
    house,
    "select outcome from journal_inbox where operation = 'documents.export'",
  )
  assert.equal(entry?.outcome, 'exported')
})

test('a document is found by its number and by its addressee, by those who see it', async () => {
  const id = await offered(house)
  const { number } = await sign(house, 'head', id)
  const found = async (name: 'head' | 'inspector2', q: string) => {
    const actor = await house.as(name)
    return asActor(house.database, actor, async (db) =>
      (await search({ db, house }, { q, kinds: ['document'], limit: 50 })).hits.map((hit) => hit.id),
    )
  }
  assert.deepEqual(await found('head', number), [id])
  assert.ok((await found('head', 'Ахметов')).includes(id))
  assert.deepEqual(await found('inspector2', number), [])
})

test('the higher rooms hear of each step in the same commit, and of none that failed', async (t) => {
  const heard = ['documents.offered', 'documents.returned', 'documents.signed', 'documents.sent'] as const
  const hear = command(shape('ears.hear', z.object({}), z.object({}), same('hear')), {
    clauses: ['15'],
    inner: true,
    rules: [permit('15', same('the house'), () => true)],
    run: async () => ({}),
  })
  const reactions = heard.map((on) => ({
    on,
    perform: hear,
    input: (payload: Record<string, unknown>) => ({ event: on, ...payload }),
  }))
  const ears = module({ name: 'ears', title: same('ears'), clauses: ['15'], operations: [hear], reactions })
  const listening = await testHouse(t, { modules: [...modules, ears] })
  const told = async () =>
    (
      await asOwner<{ input: Record<string, unknown> }>(
        listening,
        "select payload -> 'input' as input from graphile_worker._private_jobs where payload ->> 'operation' = 'ears.hear' order by id",
      )
    ).map(({ input }) => input)
  const [inspector, head] = [await listening.as('inspector'), await listening.as('head')]
  const id = await offered(listening)
  await perform(listening, operations.returnDocument, head, { id, remark: 'Түзету керек.' })
  await assert.rejects(sign(listening, 'head', id), { reason: 'wrong-state' })
  await perform(listening, operations.offerDocument, inspector, { id })
  const { number } = await sign(listening, 'head', id)
  await perform(listening, operations.sendDocument, inspector, { id, way: 'post' })
  const news = await told()
  assert.deepEqual(
    news.map(({ event }) => event),
    ['offered', 'returned', 'offered', 'signed', 'sent'].map((it) => `documents.${it}`),
  )
  const about = { kind: 'employee', id: castId('bailiff') }
  assert.deepEqual(news[3], {
    event: 'documents.signed',
    documentId: id,
    about,
    template: 'reply',
    number,
    on: '2026-11-23',
  })
})

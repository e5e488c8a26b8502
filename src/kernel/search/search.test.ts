// Search on a real database: what is found, in which order, and that nobody finds what he or she may not see.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addPaper, doing, employee, paperHouse } from '../../../test/kit/room.ts'
import { publicActor, systemActor } from '../../../test/kit/house.ts'
import { sql } from 'kysely'
import type { House } from '../house.ts'
import { newId } from '../ids.ts'
import type { Actor } from '../rules.ts'
import { dropSearch, putSearch, search, type SearchDocument } from './index.ts'

const [unit, elsewhere] = [newId(), newId()]
const inspector = employee(unit)
const stranger = employee(elsewhere)
const head: Actor = { ...employee(unit), reach: 'all' }

const find = (
  house: House,
  actor: Actor,
  q: string,
  more: { limit?: number; offset?: number; kinds?: string[] } = {},
) => doing(house, actor, (tx) => search(tx, { q, kinds: ['paper'], limit: 25, ...more }))
const titles = async (house: House, actor: Actor, q: string) =>
  (await find(house, actor, q)).hits.map((hit) => hit.title)

const put = (house: House, actor: Actor, it: Partial<SearchDocument> = {}): Promise<string> =>
  doing(house, actor, async (tx) => {
    const id = await addPaper(tx, it.unit ?? unit)
    await putSearch(tx, { kind: 'paper', id, unit, title: 'Қағаз', at: tx.at, ...it })
    return id
  })

test('a record is found by word forms, mistyped Kazakh letters, Latin names and the beginning of a word', async (t) => {
  const house = await paperHouse(t)
  await put(house, inspector, {
    title: 'Серікованың шағымы',
    names: ['Серікова Айгүл Болатқызы'],
    text: 'Сот приставы Ержановтан пара талап еткен. Обращение о коррупционных нарушениях судьи районного суда.',
  })
  await put(house, inspector, { title: 'Басқа', text: 'Мүлдем өзге нәрсе туралы' })
  for (const q of [
    'шағым',
    'шағымның',
    'шагымдар',
    'приставтардың',
    'Serikova',
    'Серикову',
    'СЕРІКОВА айгул',
    'Yerzhanov',
    'параны талап',
    'коррупционное нарушение',
    'судьями',
    'при',
    'сот приставы ержан',
    'Ержанов пара',
    'обращения',
  ]) {
    assert.deepEqual(await titles(house, inspector, q), ['Серікованың шағымы'], q)
  }
  for (const q of ['прокурор', 'шағым прокурор', '', '   ', '"\'&|!():*\\', '%', 'и', 'a & b | !c', '\u0000']) {
    assert.deepEqual(await titles(house, inspector, q), [], q)
  }
})

test('identifiers and numbers are found with and without separators, and come first', async (t) => {
  const house = await paperHouse(t)
  await put(house, inspector, {
    title: 'text',
    text: 'Дело 7599-26-00-2/123 и ИИН 840101 300 123',
    at: new Date('2026-11-22T00:00Z'),
  })
  await put(house, inspector, {
    title: 'number',
    number: 'ЖТ-2026/000123',
    ids: ['7599-26-00-2/123', '840101300123'],
    at: new Date('2026-01-01T00:00Z'),
  })
  for (const q of [
    '7599-26-00-2/123',
    '7599 26 00 2 123',
    '759926002123',
    '840101300123',
    '840101 300 123',
    '840101-300-123',
  ]) {
    const { hits } = await find(house, inspector, q)
    assert.deepEqual(
      hits.map((hit) => [hit.title, hit.exact]),
      [
        ['number', true],
        ['text', false],
      ],
      q,
    )
  }
  for (const q of ['ЖТ-2026/000123', 'жт 2026 000123', 'ЖТ-2026', 'жт2026000123', 'zht-2026-000123']) {
    assert.deepEqual(await titles(house, inspector, q), ['number'], q)
  }
})

test('a title weighs more than a text, and of equal ranks the newer comes first; pages follow each other', async (t) => {
  const house = await paperHouse(t)
  const day = (n: number) => new Date(Date.UTC(2026, 0, n))
  await put(house, inspector, { title: 'Старый', text: 'жалоба', at: day(1) })
  await put(house, inspector, { title: 'Жалоба', text: '', at: day(2) })
  await put(house, inspector, { title: 'Новый', text: 'жалоба', at: day(3) })
  assert.deepEqual(await titles(house, inspector, 'жалобу'), ['Жалоба', 'Новый', 'Старый'])
  const second = await find(house, inspector, 'жалобу', { limit: 1, offset: 1 })
  assert.deepEqual([second.hits.map((hit) => hit.title), second.total], [['Новый'], 3])
})

test('a mistyped name is found where nothing better is, and said to be only alike', async (t) => {
  const house = await paperHouse(t)
  await put(house, inspector, { title: 'Құсайынов', names: ['Құсайынов Тимур'] })
  await put(house, inspector, { title: 'Петров', names: ['Петров Виктор'] })
  for (const q of ['Кусяинов', 'Кусалнов', 'Kusaynof']) {
    const { hits } = await find(house, inspector, q)
    assert.deepEqual(
      hits.map((hit) => [hit.title, hit.alike]),
      [['Құсайынов', true]],
      q,
    )
  }
})

test('a person who may not see a record finds nothing by its words, names, number or count', async (t) => {
  const house = await paperHouse(t)
  const id = await put(house, inspector, {
    title: 'Құпия шағым',
    number: 'ЖТ-77',
    ids: ['840101300123'],
    names: ['Оспанов Дәулет'],
    text: 'пара қызметкер',
  })
  const questions = [
    'Құпия',
    'шағым',
    'ЖТ-77',
    '840101300123',
    'Оспанов',
    'Оспнаов',
    'Ospanov',
    'пара',
    'қызметкер',
    'пар',
  ]
  const nothing = async (actor: Actor, where = house) => {
    for (const q of questions) assert.deepEqual(await find(where, actor, q), { hits: [], total: 0 }, q)
  }
  await nothing(stranger)
  await nothing(employee())
  for (const q of questions) assert.equal((await find(house, inspector, q)).total, 1, q)
  assert.equal((await find(house, head, 'шағым')).total, 1)
  assert.deepEqual(await find(house, head, 'шағым', { kinds: [] }), { hits: [], total: 0 })
  assert.deepEqual(await find(house, head, 'шағым', { kinds: ['other'] }), { hits: [], total: 0 })

  await house.ask('insert into denied values ($1, $2, now(), $3)', [id, head.id, 'named in it'])
  await nothing(head)
  await assert.rejects(find(house.portal, publicActor('00'), 'шағым'), /permission denied/)
})

test('the index itself does not tell what the record s own policy hides', async (t) => {
  const house = await paperHouse(t)
  // A fault of a module: the index says one unit, the record another.
  await doing(house, inspector, async (tx) => {
    const id = await addPaper(tx, elsewhere)
    await putSearch(tx, { kind: 'paper', id, unit, title: 'Шағым', at: tx.at })
  })
  assert.deepEqual(await find(house, inspector, 'шағым'), { hits: [], total: 0 })
})

test('a record may be shown to its readers alone', async (t) => {
  const house = await paperHouse(t)
  const assignee = employee(elsewhere)
  await house.ask('create policy readers on papers for select to qorgan_test_app using (true)')
  await put(house, inspector, { title: 'Шағым', reachVisible: false, readers: [assignee.id] })
  assert.deepEqual(await titles(house, assignee, 'шағым'), ['Шағым'])
  assert.deepEqual(await titles(house, inspector, 'шағым'), [])
  assert.deepEqual(await titles(house, head, 'шағым'), [])
})

test('a record is indexed anew with its operation, and leaves the index', async (t) => {
  const house = await paperHouse(t)
  const id = await put(house, inspector, { title: 'Бірінші', text: 'шағым' })
  await doing(house, inspector, (tx) => putSearch(tx, { kind: 'paper', id, unit, title: 'Екінші', at: tx.at }))
  assert.deepEqual(
    [await titles(house, inspector, 'шағым'), await titles(house, inspector, 'екінші')],
    [[], ['Екінші']],
  )
  await assert.rejects(
    doing(house, inspector, async (tx) => {
      await putSearch(tx, { kind: 'paper', id, unit, title: 'Үшінші', at: tx.at })
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  assert.deepEqual(await titles(house, inspector, 'үшінші'), [])
  await doing(house, inspector, (tx) => dropSearch(tx, 'paper', id))
  assert.deepEqual(await titles(house, inspector, 'екінші'), [])
})

test('the portal may add to the index, not change it, and nobody reads or writes its table', async (t) => {
  const house = await paperHouse(t)
  const visitor = publicActor('00')
  const id = await put(house, inspector, { title: 'Шағым' })
  const added = newId()
  const doc = { kind: 'paper', unit, title: 'Қоғамнан', at: new Date() }
  await doing(house.portal, visitor, (tx) => putSearch(tx, { ...doc, id: added }))
  await assert.rejects(
    doing(house.portal, visitor, (tx) => putSearch(tx, { ...doc, id })),
    /may not change/,
  )
  await assert.rejects(
    doing(house.portal, visitor, (tx) => dropSearch(tx, 'paper', id)),
    /permission denied/,
  )
  for (const it of [house, house.portal]) {
    await assert.rejects(
      doing(it, it === house ? inspector : visitor, (tx) => sql`select * from search_index`.execute(tx.db)),
      /permission denied/,
    )
    await assert.rejects(
      doing(it, it === house ? inspector : visitor, (tx) => sql`update search_index set title = ''`.execute(tx.db)),
      /permission denied/,
    )
  }
  await assert.rejects(
    house.database.transaction().execute((db) => putSearch({ db }, { ...doc, id: newId() })),
    /outside an operation/,
  )
})

test('a search in a large index stays bounded: more than 500 hits are counted as 501', async (t) => {
  const house = await paperHouse(t)
  await doing(house, systemActor, async (tx) => {
    for (let n = 0; n < 600; n += 1) {
      const id = await addPaper(tx, unit)
      await putSearch(tx, {
        kind: 'paper',
        id,
        unit,
        number: `ЖТ-${n}`,
        title: `Шағым ${n}`,
        at: new Date(Date.UTC(2026, 0, 1) + n * 1000),
      })
    }
  })
  const { hits, total } = await find(house, inspector, 'шағым')
  assert.deepEqual([hits.length, total, hits[0]?.number], [25, 501, 'ЖТ-599'])
  assert.deepEqual((await find(house, inspector, 'ЖТ-7')).hits[0]?.number, 'ЖТ-7')
})

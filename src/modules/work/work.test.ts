// What is due and who sees it, in the Regulation's words: the bell, the desk, the reach, the figures.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { clause } from '../../../test/kit/clause.ts'
import { systemActor, testHouse } from '../../../test/kit/house.ts'
import { castId, type CastName } from '../../app/cast.ts'
import { shape } from '../../kernel/contract.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import type { Actor } from '../../kernel/rules.ts'
import { unitId, unitsOn } from '../org/index.ts'
import { remindOfTerms } from './index.ts'
import { climbAll } from './ladder.ts'
import { abai, close, deny, department, everybody, furnished, hand, named, same } from './work.kit.ts'

clause('5.16', 'a notice is shown to its addressee alone', async (t) => {
  const { house, due, climb, bell } = await furnished(t)
  await due({ dueOn: '2026-11-23' })
  await climb('2026-11-23')
  assert.equal((await bell('inspector')).length, 1)
  for (const name of ['head', 'inspector2', 'registrar', 'admin', 'auditor'] as const)
    assert.deepEqual(await bell(name), [], name)
  const read = named('work.readNotices')
  await perform(house, read, await house.as('inspector2'), {})
  const { result } = await perform(house, named('work.notices'), await house.as('inspector'), {})
  assert.equal((result as { unread: number }).unread, 1)
  assert.deepEqual((await perform(house, read, await house.as('inspector'), {})).result, { unread: 0 })
})

clause('5.14', 'whoever acts is not told of the own act, and others once', async (t) => {
  const { house, due, bell } = await furnished(t)
  const recordId = await due({ holder: null, dueOn: '2026-12-11' })
  await perform(house, hand, await house.as('head'), { id: recordId, to: castId('inspector2') })
  assert.deepEqual(await bell('inspector2'), [['assigned', 'М-1: сізге тапсырылды.']])
  assert.deepEqual(await bell('head'), [])
})

clause(
  '5.16',
  'a person shut out of a record sees no duty of it, hears of it neither by bell nor by mail, and counts none',
  async (t) => {
    const { house, due, climb, bell, mine, figures, letters } = await furnished(t)
    const recordId = await due({ dueOn: '2026-11-24' })
    await perform(house, deny, systemActor, { id: recordId, person: castId('head') })
    assert.equal((await mine(await house.as('head'))).total, 0)
    assert.equal((await mine(await house.as('deputy'))).total, 1)
    assert.deepEqual(await figures(await house.as('head')), {
      late: 0,
      soon: 0,
      toSign: 0,
      unassigned: 0,
      open: 0,
      whose: 'reach',
      capped: false,
    })
    await climb('2026-11-25')
    assert.deepEqual(await bell('head'), [])
    assert.deepEqual(
      (await letters()).map(({ address }) => address),
      ['inspector@qorgan.example'],
    )
  },
)

clause(
  '5.15',
  'chiefs see the work of their reach, everybody else the own desk, the administrator and the auditor none',
  async (t) => {
    const { house, due, mine } = await furnished(t)
    await due({ number: 'М-1', dueOn: '2026-11-24' })
    await due({ number: 'М-2', dueOn: '2026-11-25', holder: castId('inspector2') })
    await due({ number: 'М-3', dueOn: '2026-11-26', holder: castId('abaiInspector'), unit: abai })
    const numbers = async (name: CastName) => (await mine(await house.as(name))).rows.map(({ number }) => number)
    assert.deepEqual(await numbers('head'), ['М-1', 'М-2', 'М-3'])
    assert.deepEqual(await numbers('abaiHead'), ['М-3'])
    assert.deepEqual(await numbers('almatyHead'), [])
    assert.deepEqual(await numbers('inspector'), ['М-1'])
    assert.deepEqual(await numbers('abaiInspector'), ['М-3'])
    for (const name of ['admin', 'auditor', 'bailiff', 'gate'] as const) assert.deepEqual(await numbers(name), [], name)
  },
)

clause('5.14', 'an inspector may end the duty that lies on the desk of the head, or hand the own one on', async (t) => {
  const { house, due, mine } = await furnished(t)
  const signing = await due({ stage: 'sign', holder: castId('head'), dueOn: '2026-11-24' })
  await perform(house, close, await house.as('inspector'), { id: signing })
  assert.equal((await mine(await house.as('head'))).total, 0)
  const own = await due({ dueOn: '2026-11-24' })
  await perform(house, hand, await house.as('inspector'), { id: own, to: castId('abaiHead'), unit: abai })
  assert.deepEqual(
    (await mine(await house.as('abaiHead'))).rows.map(({ recordId }) => recordId),
    [own],
  )
  assert.equal((await mine(await house.as('inspector'))).total, 0)
})

clause('5.14', 'the figures agree with the list behind each of them', async (t) => {
  const { house, due, mine, figures } = await furnished(t)
  await due({ dueOn: '2026-11-20' })
  await due({ dueOn: '2026-11-23' })
  await due({ dueOn: '2026-11-26', stage: 'sign', holder: castId('head') })
  await due({ dueOn: '2026-11-27', holder: null })
  await due({ dueOn: '2026-12-14', holder: castId('abaiInspector'), unit: abai })
  for (const name of ['head', 'inspector', 'abaiHead', 'abaiInspector'] as const) {
    const actor = await house.as(name)
    const total = async (input: object) => (await mine(actor, input)).total
    const { late, soon, toSign, unassigned, open: all } = await figures(actor)
    assert.deepEqual(
      [late, soon, toSign, unassigned, all],
      [
        await total({ due: 'late' }),
        await total({ due: 'soon' }),
        await total({ stage: 'sign' }),
        await total({ unassigned: true }),
        await total({}),
      ],
      name,
    )
  }
  assert.deepEqual(await figures(await house.as('head')), {
    late: 1,
    soon: 2,
    toSign: 1,
    unassigned: 1,
    open: 5,
    whose: 'reach',
    capped: false,
  })
  const { rows } = await mine(await house.as('head'), { sort: '-dueOn', size: 2 })
  assert.deepEqual(
    rows.map(({ term }) => [term.dueOn, term.left]),
    [
      ['2026-12-14', 15],
      ['2026-11-27', 4],
    ],
  )
})

clause('5.12', 'the work of each territorial unit is counted, and the regions agree with the duties', async (t) => {
  const { house, due } = await furnished(t)
  await due({ holder: castId('abaiInspector'), unit: abai, dueOn: '2026-11-20' })
  await due({ holder: null, unit: abai, dueOn: '2026-11-27' })
  await due({ holder: null, unit: unitId('almaty'), dueOn: '2026-11-27' })
  const regions = async (actor: Actor) => {
    const { result } = await perform(house, named('work.regions'), actor, {})
    return (result as { regions: { kato: string; open: number; late: number }[] }).regions
  }
  const all = await regions(await house.as('head'))
  assert.equal(all.length, 20)
  const busy = (rows: typeof all) =>
    rows.filter((it) => it.open).map(({ kato, open: count, late }) => [kato, count, late])
  assert.deepEqual(busy(all), [
    ['10', 2, 1],
    ['75', 1, 0],
  ])
  assert.deepEqual(busy(await regions(await house.as('abaiHead'))), [['10', 2, 1]])
  assert.deepEqual(busy(await regions(await house.as('admin'))), [])
})

test('every region of the house has its tile on the map, by its KATO code', async (t) => {
  const house = await testHouse(t)
  const units = await unitsOn({ db: house.database }, '2026-11-23')
  const codes = units.flatMap(({ region }) => region?.code ?? [])
  const map = readFileSync(new URL('../../ui/region-map.tsx', import.meta.url), 'utf8')
  const tiles = [...map.matchAll(/'(\d\d)': place\(/g)].map(([, code]) => code)
  assert.equal(codes.length, 20)
  assert.deepEqual(new Set(codes), new Set(tiles))
  assert.equal(tiles.length, 20)
})

clause('5.14', 'only the house itself reminds of terms', async (t) => {
  const { house } = await furnished(t)
  for (const name of ['head', 'admin'] as const) {
    await assert.rejects(perform(house, remindOfTerms, await house.as(name), {}), {
      reason: 'forbidden',
      clause: '5.14',
    })
  }
})

clause('5.15', 'work is shown to employees, and to nobody else', async (t) => {
  const { house } = await furnished(t)
  const stranger: Actor = { ...systemActor, kind: 'public', reach: [] }
  for (const name of ['work.mine', 'work.figures', 'work.regions', 'work.notices', 'search.find']) {
    await assert.rejects(
      perform(house, named(name), stranger, { q: 'шағым' }),
      { reason: 'forbidden', clause: '5.15' },
      name,
    )
  }
})

test('a hundred thousand duties are reminded of and listed through the indexes', async (t) => {
  const { house } = await furnished(t)
  const plant = command(shape('matters.plant', z.object({}), z.object({}), same('plant')), {
    clauses: ['5.14'],
    rules: [everybody],
    run: async ({ tx }) => {
      await sql`insert into duties (id, record_kind, record_id, stage, number, title, clause, holder_id, unit_id, opened_on, due_on, total)
        select gen_random_uuid(), 'matter', gen_random_uuid(), 'answer', 'М-' || n, 'Шағым', '6.23', null, ${department}, '2026-11-02',
          '2026-12-01'::date + n % 300, 15 from generate_series(1, 100000) n`.execute(tx.db)
      return {}
    },
  })
  await perform(house, plant, systemActor, {})
  const plans: string[] = []
  const explain = async (tx: Tx, query: string) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${sql.raw(query)}`.execute(tx.db)
    plans.push(rows.map((it) => it['QUERY PLAN']).join('\n'))
  }
  const look = command(shape('matters.look', z.object({}), z.object({}), same('look')), {
    clauses: ['5.14'],
    rules: [everybody],
    run: async ({ tx }) => {
      const open = 'from duties where closed_at is null'
      await explain(tx, `select * ${open} order by due_on, id limit 25`)
      await explain(tx, `select * ${open} and holder_id = '${castId('inspector')}' order by due_on, id limit 25`)
      await explain(tx, `select * ${open} and due_on < '2026-11-30'`)
      await climbAll(tx)
      return {}
    },
  })
  const owner = new pg.Client({ connectionString: house.urls.ownerUrl })
  await owner.connect()
  await owner.query('analyze duties')
  await owner.end()
  await perform(house, look, await house.as('head'), {})
  assert.equal(plans.length, 3)
  for (const plan of plans) {
    assert.match(plan, /Index Scan using duties_/)
    assert.doesNotMatch(plan, /Seq Scan on duties/)
  }
})

// Who sees of the register what: persons named see nothing, names are known in any spelling, every figure leads to its cases.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { castId, castIin } from '../../app/cast.ts'
import { asActor } from '../../kernel/database.ts'
import { visibleIds } from '../../kernel/visible.ts'
import { search } from '../../kernel/search/index.ts'
import { doing } from '../../../test/kit/room.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { correctPerson } from '../persons/keeping.ts'
import { registryOf } from '../persons/persons.kit.ts'
import { courtId } from '../structure/index.ts'
import { closeRenderer } from '../templates/index.ts'
import { dimensions, measures } from './contract.ts'
import { aCase, inventedIin, on, registerOf, saidOf } from '../criminalCases/criminalCases.kit.ts'
import { nameKey } from '../criminalCases/index.ts'
import * as operations from '../criminalCases/operations.ts'
import * as cases from '../criminalCases/queries.ts'
import * as queries from './queries.ts'
import * as tables from './tables.ts'

after(closeRenderer)
const stage = await openStage('2026-11-23T09:00')
const { house, as } = stage
const register = registerOf(stage)
type Who = Parameters<typeof as>[0]

const open = (who: Who, id: string) => as(who, cases.openCase, { id })

clause('5.16', 'a person named in a case sees nothing of it: list, counts, search, files, export, tables', async () => {
  const file = await stage.bring(await stage.actor('inspector'), 'қаулы.txt', 'Қаулы')
  const before = (await as('head', queries.listCases, {})).total
  const cell = { from: '2026-01-01', until: '2026-12-31', measure: 'registered' as const }
  const figure = async (who: Who) => (await as(who, tables.readTable, { ...cell, dimension: 'year' })).totals.registered
  const figureBefore = await figure('head')
  const id = await register.enter({
    personName: 'Ержанов Мурат Серикович',
    iin: castIin('head'),
    files: [file],
    place: undefined,
  })
  await refused('unknown', open('head', id))
  await refused('unknown', as('head', cases.takeCaseFile, { id, file }))
  await refused('unknown', as('head', operations.suspectCase, { id, ...on('2026-05-01') }))
  assert.equal((await as('head', queries.listCases, {})).total, before)
  assert.equal(await figure('head'), figureBefore)
  assert.equal(await figure('deputy'), figureBefore + 1)
  const hits = async (who: Who) =>
    doing(house, await stage.actor(who), (tx) => search(tx, { q: 'Ержанов', kinds: ['criminalCase'], limit: 10 }))
  assert.equal((await hits('head')).total, 0)
  assert.equal((await hits('deputy')).total, 1)
  const sheet = await as('head', queries.exportCases, {})
  const rows = await Array.fromAsync(sheet.rows)
  assert.equal(
    rows.some((row) => row.includes('Ержанов Мурат Серикович')),
    false,
  )
  assert.deepEqual((await as('head', queries.findAbout, { iin: castIin('head'), name: null })).rows, [])
  assert.equal((await as('deputy', queries.findAbout, { iin: castIin('head'), name: null })).rows.length, 1)
  const live = async (who: Who) =>
    asActor(house.database, await stage.actor(who), (db) => visibleIds(db, house.registry, 'criminalCase', [id]))
  assert.deepEqual([(await live('head')).size, (await live('deputy')).size], [0, 1])
  // Nothing tells him that it exists: a case about himself entered anew is refused to nobody.
  const own = await register.enter({ personName: 'Айгүл Болатқызы Серікова', iin: castIin('inspector') })
  await refused('unknown', open('inspector', own))
})

clause('5.16', 'without an IIN the name in any spelling shuts out, and a correction lifts it', async () => {
  const form = aCase({ personName: 'Оспанов Даулет Нурланович', iin: null })
  const { id } = await as('inspector', operations.registerCase, form)
  await refused('unknown', open('inspector2', id))
  const said = saidOf(form)
  await as('inspector', operations.correctCase, { id, ...said, iin: inventedIin(77), reason: 'ЖСН анықталды' })
  assert.equal((await open('inspector2', id)).id, id)
})

test('a name is one in three spellings', () => {
  const same = (...names: string[]) => assert.equal(new Set(names.map(nameKey)).size, 1, names.map(nameKey).join(' | '))
  same('Айгүл Болатқызы Серікова', 'Серикова Айгуль Болатовна', 'Aigul Bolatkyzy Serikova')
  same('Жұмабаев Ерлан Бақытұлы', 'Жумабаев Ерлан Бакытович', 'Zhumabayev Yerlan Bakytuly')
  assert.notEqual(nameKey('Жұмабаев Ерлан Бақытұлы'), nameKey('Жұмабаев Ерлан Болатұлы'))
})

clause(
  '5.4',
  'the study of a candidate finds the cases about him by number or by name, and the asking is an entry',
  async () => {
    const id = await register.enter({ personName: 'Жандос Ерболұлы Бірегейов', iin: null })
    const found = (await as('analyst', queries.findAbout, { iin: null, name: 'Жандос Ерболович Бирегейов' })).rows
    assert.deepEqual(
      found.map((it) => [it.id, it.by]),
      [[id, 'name']],
    )
    assert.deepEqual(fieldsOf(await refused('invalid', as('analyst', queries.findAbout, { iin: null, name: null }))), [
      'iin',
    ])
    assert.equal(
      (await refused('forbidden', as('registrar', queries.findAbout, { iin: null, name: 'А Б' }))).clause,
      '5.4',
    )
  },
)

clause('6.16', 'every figure of every table is the number of the cases behind it', async () => {
  await sql`select set_config('app.operation', 'test', false)`.execute(stage.owner)
  await sql`
    insert into criminal_cases (id, state, unit_id, entered_at, entered_by, person_name, name_key, post_kind, leads, post_title, court_id, court_kind,
      place_name, region_code, articles, article_words, qualification, registered_on, suspected_on, charged_on, court_on, verdict_on, force_on,
      terminated_on, dismissed_on, outcome)
    select gen_random_uuid(), 'registered', u.id, now(), ${castId('inspector')}, 'Ойдан шығарылған ' || n, 'k' || n,
      (array['judge','court-chair','court-staff','ca-staff','td-staff'])[1 + n % 5], false, 'судья', c.id, c.kind, c.name, c.region_code,
      array[(array['366','361','190','345'])[1 + n % 4]], 'бап', (array['corruption','other'])[1 + n % 2],
      date '2024-01-01' + n * 3 % 1000, case when n % 2 = 0 then date '2024-02-01' + n * 3 % 1000 end,
      case when n % 3 = 0 then date '2024-03-01' + n * 3 % 1000 end, case when n % 3 = 0 then date '2024-04-01' + n * 3 % 1000 end,
      case when n % 4 = 0 then date '2024-05-01' + n * 3 % 1000 end, case when n % 4 = 0 then date '2024-06-01' + n * 3 % 1000 end,
      case when n % 4 = 1 then date '2024-06-01' + n * 3 % 1000 end, case when n % 8 = 0 then date '2024-07-01' + n * 3 % 1000 end,
      case n % 8 when 0 then 'convicted' when 4 then 'acquitted' when 1 then 'cleared' when 5 then 'excused' else 'pending' end
    from generate_series(1, 300) n join courts c on c.code = 'REG-' || (array['10','75','11'])[1 + n % 3] join units u on u.region_code = c.region_code`.execute(
    stage.owner,
  )
  const day = fc
    .integer({ min: 0, max: 1_100 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10))
  await fc.assert(
    fc.asyncProperty(
      day,
      day,
      fc.constantFrom(...dimensions),
      fc.constantFrom('head', 'abaiHead', 'almatyHead' as const),
      fc.option(fc.constantFrom('corruption', 'other' as const), { nil: undefined }),
      async (a, b, dimension, who, qualification) => {
        const period = { ...(a < b ? { from: a, until: b } : { from: b, until: a }), qualification }
        const table = await as(who as Who, tables.readTable, { ...period, dimension })
        for (const measure of measures) {
          const whole = await as(who as Who, tables.listCell, { ...period, measure, size: 1 })
          assert.equal(whole.total, table.totals[measure], `${measure} in all`)
        }
        const row = table.rows[table.rows.length >> 1]
        for (const measure of row ? measures : []) {
          const list = await as(who as Who, tables.listCell, {
            ...period,
            measure,
            dimension,
            value: row?.value ?? '',
            size: 100,
          })
          assert.equal(list.total, row?.counts[measure], `${measure} of ${dimension} ${row?.value}`)
          assert.equal(list.rows.length, Math.min(100, list.total))
        }
      },
    ),
    { numRuns: 12 },
  )
  const sheet = await as('head', tables.exportTables, { from: '2024-01-01', until: '2026-12-31' })
  const rows = await Array.fromAsync(sheet.rows)
  assert.ok(rows.length > 20)
  const paper = await as('head', tables.printTables, { from: '2024-01-01', until: '2026-12-31', language: 'ru' })
  assert.ok(Buffer.from(paper.pdf, 'base64').subarray(0, 5).toString() === '%PDF-')
})

clause(
  '6.16',
  'the person and the post are kept as they stood at the time, whatever the register says later',
  async () => {
    const person = registryOf(stage)
    const judge = await person({ nameKk: 'Досан Ерланұлы Ойданбек', until: '2026-09-01' })
    const { personName: _name, iin: _iin, postKind: _kind, postTitle: _title, court: _court, ...rest } = aCase()
    const id = (await as('inspector', operations.registerCase, { ...rest, person: judge.id, iin: null })).id
    await as('analyst', correctPerson, {
      id: judge.id,
      nameKk: 'Досан Ерланұлы Басқабек',
      renamedOn: '2026-10-01',
      basis: 'АХАЖ',
    })
    const it = await open('inspector', id)
    assert.deepEqual(
      [it.personName, it.iin, it.postKind, it.postTitle, it.court],
      ['Досан Ерланұлы Ойданбек', judge.iin, 'judge', 'Судья', courtId('REG-10')],
    )
    const found = (await as('analyst', queries.findAbout, { iin: null, name: null, person: judge.id })).rows
    assert.deepEqual(
      found.map((row) => [row.id, row.by]),
      [[id, 'person']],
    )
    const unknown = as('inspector', operations.registerCase, { ...rest, entryKey: judge.id, person: castId('head') })
    assert.deepEqual(fieldsOf(await refused('invalid', unknown)), ['person'])
    const bare = as('inspector', operations.registerCase, {
      ...rest,
      entryKey: castId('deputy'),
      court: courtId('REG-10'),
    })
    assert.deepEqual(fieldsOf(await refused('invalid', bare)), ['personName'])
  },
)

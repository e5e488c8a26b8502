// Who sees which appeal, in lists, pages, sheets and the database itself; and what the public page's role can never do.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { castNames, type CastName } from '../../app/cast.ts'
import { search } from '../../kernel/search/index.ts'
import { asActor, openPool } from '../../kernel/database.ts'
import { perform } from '../../kernel/perform.ts'
import { makeSigner } from '../../kernel/seal/notes.ts'
import { startSequencer } from '../../kernel/seal/sequencer.ts'
import { isSheet } from '../../kernel/reply.ts'
import { anAppeal, aPerson, castId, openStage, refused, unitId } from './appeals.kit.ts'
import { revealApplicant } from '../handling/identity.ts'
import { readTimeline } from '../handling/timeline.ts'
import { plantedBody } from '../incoming/index.ts'
import { submissions } from '../submissions/index.ts'
import { appeals } from './index.ts'
import { exportAppeals, listAppeals, openAppeal, appealChoices } from './queries.ts'
import { dropView, listViews, saveView } from '../work/views.ts'
import { registerAppeal } from './registering.ts'
import { assignAppeal } from './operations.ts'

const stage = await openStage()
const { house, owner, as, submit, registered } = stage

const secret = { ...aPerson, name: 'Құпия Есім Заявитель' }

const inUnit = async (code: string, more: object = {}) => {
  const { id } = await submit(more)
  await as('registrar', registerAppeal, { id, unit: unitId(code) })
  return id
}
const inAbai = await inUnit('abai', { applicant: secret })
const inAlmaty = await inUnit('almaty')
const inCentre = await inUnit('department')
await as('head', assignAppeal, { id: inCentre, to: castId('inspector') })
await as('abaiHead', assignAppeal, { id: inAbai, to: castId('abaiInspector') })
const all = [inAbai, inAlmaty, inCentre]

const listed = async (who: CastName): Promise<string[]> =>
  (await as(who, listAppeals, { size: 100 })).rows
    .map(({ id }) => id)
    .filter((id) => all.includes(id))
    .sort()

const sight: Partial<Record<CastName, readonly string[]>> = {
  head: all,
  deputy: all,
  registrar: all,
  abaiHead: [inAbai],
  abaiInspector: [inAbai],
  almatyHead: [inAlmaty],
  inspector: [inCentre],
  inspector2: [],
}

clause(
  '6.23',
  'each sees the appeals of his or her reach or desk, and for everybody else they do not exist',
  async () => {
    for (const who of castNames) {
      const seen = [...(sight[who] ?? [])].sort()
      if (sight[who]) assert.deepEqual(await listed(who), seen, who)
      else await refused('forbidden', listed(who))
      for (const id of all) {
        if (seen.includes(id)) await as(who, openAppeal, { id })
        else await refused('unknown', as(who, openAppeal, { id }))
      }
    }
    await refused('unknown', as('head', openAppeal, { id: randomUUID() }))
  },
)

test('for whoever has no work with appeals no operation finds one, whatever it is', async () => {
  const more = {
    to: castId('inspector'),
    note: 'x',
    text: 'x',
    reason: 'x',
    body: plantedBody('mia'),
    result: 'explained',
    question: 'other',
    file: randomUUID(),
    version: 1,
  }
  const operations = appeals.operations.filter(({ record, inner }) => record && !inner)
  assert.ok(operations.length >= 10)
  for (const who of [
    'chairman',
    'caHead',
    'analyst',
    'bailiff',
    'gate',
    'auditor',
    'admin',
    'inspector2',
    'almatyHead',
  ] as const) {
    const actor = await stage.actor(who)
    for (const operation of operations) {
      await refused('unknown', perform(house, operation, actor, { id: inCentre, ...more }))
    }
  }
})

test('on an appeal that one sees, only one’s own part is open', async () => {
  const allowed = async (who: CastName): Promise<string[]> => {
    const { may } = await perform(house, openAppeal, await stage.actor(who), { id: inCentre })
    // Rooms above add their own operations to an appeal; here the appeal's own are looked at.
    return may
      .filter(({ allowed: open, operation }) => open && operation.startsWith('appeals.'))
      .map(({ operation }) => operation.slice('appeals.'.length))
  }
  assert.deepEqual(await allowed('registrar'), ['classify'])
  assert.deepEqual(await allowed('inspector'), ['takeUp', 'note', 'message', 'draftReply', 'chooseResult', 'classify'])
  assert.deepEqual(await allowed('deputy'), ['reassign', 'note', 'message', 'classify'])
})

test('the search finds an appeal for those who see it, and shows no personal detail', async () => {
  for (const who of ['head', 'abaiHead', 'abaiInspector', 'inspector', 'almatyHead', 'admin'] as const) {
    const actor = await stage.actor(who)
    const found = await asActor(house.database, actor, (db) =>
      search({ db, house }, { q: '921029350851', kinds: ['appeal'], limit: 100 }),
    )
    const seen = found.hits
      .map(({ id }) => id)
      .filter((id) => all.includes(id))
      .sort()
    assert.deepEqual(seen, [...(sight[who] ?? [])].sort(), who)
    assert.ok(!JSON.stringify(found).includes('Заявитель'))
  }
})

clause('5.16', 'whoever is shut out of an appeal meets it nowhere, and is not told', async () => {
  const id = await inUnit('department')
  await as('head', openAppeal, { id })
  await sql`select set_config('app.operation', 'test', false)`.execute(owner)
  await sql`insert into denied (record_id, person_id, since, reason) values (${id}, ${castId('deputy')}, now(), 'test')`.execute(
    owner,
  )
  await refused('unknown', as('deputy', openAppeal, { id }))
  const rows = (await as('deputy', listAppeals, { size: 100 })).rows
  assert.ok(!rows.some((row) => row.id === id))
  const actor = await stage.actor('deputy')
  const found = await asActor(house.database, actor, (db) =>
    search({ db, house }, { q: 'кеңсе', kinds: ['appeal'], limit: 100 }),
  )
  assert.ok(!found.hits.some((hit) => hit.id === id))
  await as('head', openAppeal, { id })
})

clause(
  '6.23',
  'personal details of the applicant stand in no list and on no page, and are opened with a reason that is kept',
  async () => {
    for (const who of ['head', 'abaiHead', 'abaiInspector'] as const) {
      const page = JSON.stringify([await as(who, listAppeals, {}), await as(who, openAppeal, { id: inAbai })])
      for (const word of ['Құпия Есім', '921029350851', '77011234567', 'sagat@'])
        assert.ok(!page.includes(word), `${who} ${word}`)
    }
    const seen = await as('abaiInspector', revealApplicant, { id: inAbai, reason: 'Жауапты жіберу үшін' })
    assert.deepEqual([seen.name, seen.number, seen.phone], ['Құпия Есім Заявитель', '921029350851', '+77011234567'])
    await refused('invalid', as('abaiInspector', revealApplicant, { id: inAbai, reason: ' ' }))
    await refused('unknown', as('inspector', revealApplicant, { id: inAbai, reason: 'x' }))
    const anonymous = await registered({ applicant: { as: 'anonymous' } })
    await refused('forbidden', as('head', revealApplicant, { id: anonymous.id, reason: 'x' }))
    const { rows } = await sql<{ actor: string; outcome: string; detail: string }>`
    select actor, outcome, detail from journal_inbox where operation = 'appeals.revealApplicant' and record_id = ${inAbai} and outcome = 'read'`.execute(
      owner,
    )
    assert.deepEqual(
      rows.map(({ actor }) => actor),
      [castId('abaiInspector')],
    )
    assert.match(rows[0]?.detail ?? '', /Жауапты жіберу үшін/)
    assert.ok(!rows[0]?.detail.includes('Құпия'))
  },
)

test('an opened appeal is an entry of the journal; the applicant’s words are not', async () => {
  await as('abaiHead', openAppeal, { id: inAbai })
  const { rows } = await sql<{ operation: string; outcome: string; detail: string | null }>`
    select operation, outcome, detail from journal_inbox where record_id = ${inAbai}`.execute(owner)
  assert.ok(rows.some(({ operation, outcome }) => operation === 'appeals.one' && outcome === 'read'))
  assert.ok(rows.every(({ detail }) => !detail?.includes('Кеңсе қызметкері') && !detail?.includes('Құпия')))
})

test('the list filters, sorts, counts and finds by number', async () => {
  const { number } = await as('head', openAppeal, { id: inCentre })
  const ask = async (input: Parameters<typeof as>[2]) =>
    (await as('head', listAppeals, input as object)).rows.map(({ id }) => id)
  assert.deepEqual(await ask({ words: number }), [inCentre])
  assert.deepEqual(await ask({ unit: unitId('abai') }), [inAbai])
  assert.deepEqual(await ask({ assignee: castId('inspector') }), [inCentre])
  assert.deepEqual(await ask({ unit: unitId('almaty'), state: ['assigned'] }), [])
  assert.deepEqual(await ask({ words: 'жоқ сөз мүлдем' }), [])
  assert.ok((await ask({ due: 'open', size: 100 })).includes(inAbai))
  assert.ok(!(await ask({ due: 'overdue', size: 100 })).includes(inAbai))
  assert.deepEqual(await ask({ kind: 'inquiry' }), [])
  house.clock.set('2026-12-16T09:00')
  assert.ok((await ask({ due: 'overdue', size: 100 })).includes(inAbai))
  house.clock.set('2026-11-23T09:00')
  const page = await as('inspector', listAppeals, { mine: true })
  assert.deepEqual(
    page.rows.map(({ id }) => id),
    [inCentre],
  )
  assert.deepEqual([page.total, page.capped], [1, false])
  const early = await as('head', listAppeals, { sort: 'dueOn', size: 2 })
  const late = await as('head', listAppeals, { sort: '-dueOn', size: 2 })
  assert.ok((early.rows[0]?.term.dueOn ?? '') <= (late.rows[0]?.term.dueOn ?? ''))
  await refused('invalid', as('head', listAppeals, { size: 101 }))
})

test('the sheet holds what the list shows to its reader, without a personal detail, and is an entry of the journal', async () => {
  const rowsFor = async (who: CastName, input: object) => {
    const sheet = await as(who, exportAppeals, input)
    assert.ok(isSheet(sheet))
    return Array.fromAsync(sheet.rows)
  }
  const rows = await rowsFor('abaiHead', { sort: 'dueOn' })
  assert.equal(rows.length, 1)
  assert.equal(rows[0]?.length, 15)
  assert.ok(!JSON.stringify(rows).includes('Құпия'))
  const everything = await rowsFor('head', {})
  assert.equal(everything.length, (await as('head', listAppeals, {})).total)
  await refused('forbidden', rowsFor('admin', {}))
  const { rows: kept } = await sql<{
    outcome: string
  }>`select outcome from journal_inbox where operation = 'appeals.export' and outcome = 'exported'`.execute(owner)
  assert.equal(kept.length, 2)
})

test('a saved view belongs to one person', async () => {
  const list = 'appeals.list'
  await as('head', saveView, { list, title: 'Мерзімі өткен', query: '?due=overdue' })
  const { view } = await as('head', saveView, { list, title: 'Мерзімі өткен', query: '?due=overdue&sort=dueOn' })
  assert.deepEqual((await as('head', listViews, { list })).rows, [
    { id: view, title: 'Мерзімі өткен', query: '?due=overdue&sort=dueOn' },
  ])
  assert.deepEqual((await as('deputy', listViews, { list })).rows, [])
  await refused('unknown', as('deputy', dropView, { view }))
  await as('head', dropView, { view })
  await refused('invalid', as('head', saveView, { list, title: 'x', query: 'https://example.kz' }))
})

test('choices are those of the reach', async () => {
  const { units, assignees } = await as('abaiHead', appealChoices, {})
  assert.deepEqual(
    units.map(({ id }) => id),
    [unitId('abai')],
  )
  assert.ok(
    assignees.some(({ id }) => id === castId('abaiInspector')) &&
      !assignees.some(({ id }) => id === castId('inspector')),
  )
  assert.equal((await as('head', appealChoices, {})).units.length, 21)
})

test('every operation of appeals that the public performs is closed to the staff’s HTTP', () => {
  const all = [...submissions.operations, ...appeals.operations]
  assert.deepEqual(
    all.filter(({ anonymous }) => anonymous).map(({ inner }) => inner),
    [true, true, true, true, true],
  )
})

test('a file of another is not taken along', async () => {
  const foreign = await stage.bring(await stage.actor('head'), 'хат.txt', 'Басшының хаты')
  await refused('unknown', submit({ files: [foreign] }))
  const own = await stage.bring(publicActor(), 'дәлел.txt', 'Дәлел')
  await submit({ files: [own] })
  await refused('unknown', submit(anAppeal({ files: [own] })))
})

test('the timeline tells from the sealed journal what was done and what was refused', async () => {
  const { id } = await registered()
  await as('head', assignAppeal, { id, to: castId('inspector') })
  await refused('forbidden', as('registrar', assignAppeal, { id, to: castId('inspector') }))
  await as('inspector', revealApplicant, { id, reason: 'Жауап үшін' })
  const pool = openPool(house.urls.ownerUrl, 2)
  const outside = mkdtempSync(join(tmpdir(), 'qorgan-timeline-'))
  const sequencer = await startSequencer({
    pool,
    signer: makeSigner('qorgan.test/timeline'),
    outside,
    clock: house.clock,
  })
  await sequencer.flush()
  await sequencer.stop()
  await pool.end()
  rmSync(outside, { recursive: true })
  const { rows } = await as('inspector', readTimeline, { id })
  assert.deepEqual(
    rows.map(({ title, clause: number, who, refused: no }) => [title.en, number, who?.kk, no]),
    [
      ["The applicant's details were opened", '6.23', 'Айгүл Болатқызы Серікова', false],
      ['Refused: Assign', '9.5', 'Назгүл Маратқызы Бекова', true],
      ['Assigned', '6.23', 'Мұрат Серікұлы Ержанов', false],
      ['Registered', '6.23', 'Назгүл Маратқызы Бекова', false],
      ['The appeal arrived, the slip was given', '6.23', 'Өтініш беруші', false],
    ],
  )
  await refused('unknown', as('abaiHead', readTimeline, { id }))
})

// Evidence: received on an authority, numbered without a gap, sealed, and handed from hand to hand without a gap.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { cast, castId } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import { discontinueInvestigation } from '../investigations/opening.ts'
import { recuseMember } from '../investigations/team-operations.ts'
import { anAsk } from '../requests/requests.kit.ts'
import { prepareRequest } from '../requests/operations.ts'
import * as custody from './custody.ts'
import { aThing, deskOf } from './evidence.kit.ts'
import * as queries from './queries.ts'
import { receiveEvidence } from './receiving.ts'

const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

const read = (who: Who, id: string) => as(who, queries.readEvidence, { id })
const chain = async (id: string) =>
  (await read('inspector', id)).acts.map(({ act, giver, taker }) => [
    act,
    giver?.name.kk ?? null,
    taker?.name.kk ?? null,
  ])
const names = { inspector: cast.inspector.name, inspector2: cast.inspector2.name }
const seen = async (who: Who, more: object = {}) =>
  (await as(who, queries.listEvidence, { ...more, size: 100 })).rows.map(({ id }) => id)

clause('6.21', 'evidence comes in only while the investigation stands on an assignment in force', async () => {
  const { id, authority } = await desk.investigated()
  const { id: evidence, number } = await desk.received(id)
  assert.match(number, /^6001-26-7-23\/\d+\/1$/)
  const page = await read('inspector', evidence)
  assert.deepEqual(
    [page.state, page.receivedOn, page.holder?.kk, page.acts.length, page.investigation.id],
    ['sealed', '2026-11-23', page.receivedBy.kk, 1, id],
  )
  await as('chairman', revokeAuthority, { id: authority, reason: 'Қайта қаралды.' })
  for (const late of [
    () => desk.received(id),
    () =>
      as('inspector', custody.giveOut, {
        id: evidence,
        to: 'Сарапшы',
        paper: 'Хат № 5',
        until: '2026-12-01',
        how: null,
      }),
    () => as('inspector', custody.breakSeal, { id: evidence, reason: 'Көшірмемен салыстыру' }),
    () => as('inspector', custody.noteCopy, { id: evidence, for: 'Сот', ground: 'Хат № 6', copies: 1 }),
  ])
    assert.equal((await refused('forbidden', late())).clause, '6.21')
  // What lies in the safe may be kept safe all the same.
  await as('inspector', custody.moveEvidence, { id: evidence, keptAt: '1-сейф', how: null })
  await news()
  assert.equal((await refused('forbidden', desk.received(id))).clause, '6.21')
  const entries = await journalOf(house, evidence, 'evidence.receive')
  assert.deepEqual(
    entries.map(({ outcome, clauses }) => [outcome, clauses]),
    [['done', ['6.21', '5.6', '5.14', '5.16']]],
  )
  const refusals = (await journalOf(house, id, 'evidence.receive')).map(({ outcome, reason, clause: no }) => [
    outcome,
    reason,
    no,
  ])
  assert.deepEqual(refusals, [
    ['refused', 'forbidden', '6.21'],
    ['refused', 'forbidden', '6.21'],
  ])
})

clause('6.21', 'evidence is received by the team, and nobody else disposes of it', async () => {
  const { id } = await desk.investigated()
  for (const who of ['head', 'deputy'] as const)
    assert.equal((await refused('forbidden', desk.received(id, {}, who))).clause, '5.15')
  // Whoever does not see the investigation cannot learn that it is there; a principal sees nothing of its course.
  for (const who of ['analyst', 'registrar', 'abaiHead', 'bailiff', 'auditor', 'admin'] as const)
    await refused('unknown', desk.received(id, {}, who))
  const { id: evidence } = await desk.received(id)
  for (const who of [
    'analyst',
    'registrar',
    'abaiHead',
    'bailiff',
    'auditor',
    'admin',
    'chairman',
    'caHead',
  ] as const) {
    await refused('unknown', read(who, evidence))
    await refused('unknown', as(who, custody.moveEvidence, { id: evidence, keptAt: '1-сейф', how: null }))
  }
  assert.deepEqual(await seen('analyst'), [])
  assert.deepEqual(await seen('analyst', { investigation: id }), [])
  await refused('forbidden', as('chairman', queries.listEvidence, {}))
  await refused('unknown', read('inspector', randomUUID()))
  await refused('unknown', desk.received(randomUUID()))
})

clause('5.6', 'what a request or a demand brought in names that request', async () => {
  const { id } = await desk.investigated()
  const asked = await as('inspector', prepareRequest, anAsk({ about: `investigation:${id}` }))
  const choices = await as('inspector', queries.evidenceChoices, { id })
  assert.deepEqual(
    choices.requests.map((it) => it.id),
    [asked.id],
  )
  const lacking = await refused('invalid', desk.received(id, { ground: 'request' }))
  assert.deepEqual(fieldsOf(lacking), ['request'])
  assert.deepEqual(
    fieldsOf(await refused('invalid', desk.received(id, { ground: 'request', request: randomUUID() }))),
    ['request'],
  )
  const { id: evidence } = await desk.received(id, { ground: 'request', request: asked.id, paper: null })
  assert.equal((await read('head', evidence)).request?.id, asked.id)
})

clause('5.14', 'evidence is registered in the words of a protocol, with its day and its paper', async () => {
  const { id } = await desk.investigated()
  const faulty = async (more: Parameters<typeof desk.received>[1]) =>
    fieldsOf(await refused('invalid', desk.received(id, more)))
  assert.deepEqual(await faulty({ receivedOn: '2026-11-24' }), ['receivedOn'])
  assert.deepEqual(await faulty({ paper: null }), ['paper'])
  assert.deepEqual(await faulty({ kind: 'recording' }), ['files'])
  assert.equal((await refused('forbidden', desk.received(id, { what: 'Өте құпия' }))).clause, '5.16')
  // A form that was sent twice brings in one thing.
  const form = aThing(id)
  const first = await as('inspector', receiveEvidence, form)
  assert.deepEqual(await as('inspector', receiveEvidence, form), first)
  assert.deepEqual(await seen('inspector', { investigation: id }), [first.id])
})

clause('5.14', 'sixteen received at once have sixteen numbers without a gap', async () => {
  const { id } = await desk.investigated()
  const who = await stage.actor('inspector')
  const all = await Promise.all(Array.from({ length: 16 }, () => perform(house, receiveEvidence, who, aThing(id))))
  const places = all.map(({ result }) => Number(result.number.split('/').at(-1))).sort((a, b) => a - b)
  assert.deepEqual(
    places,
    Array.from({ length: 16 }, (_, at) => at + 1),
  )
  assert.equal(new Set(all.map(({ result }) => result.number)).size, 16)
})

clause('5.16', 'only whoever has the evidence in hand gives it, and only whoever takes it has it', async () => {
  const { id } = await desk.investigated()
  const { id: evidence } = await desk.received(id)
  const to = castId('inspector2')
  for (const who of ['inspector2', 'head', 'deputy'] as const)
    assert.equal(
      (await refused('forbidden', as(who, custody.handEvidence, { id: evidence, to: castId('inspector'), how: null })))
        .clause,
      '5.16',
    )
  const outsider = { id: evidence, to: castId('analyst'), how: null }
  assert.deepEqual(fieldsOf(await refused('invalid', as('inspector', custody.handEvidence, outsider))), ['to'])
  await as('inspector', custody.handEvidence, { id: evidence, to, how: 'қолма-қол' })
  // Until it is taken it is the giver's, and nothing else is done with it.
  assert.deepEqual(await chain(evidence), [['received', 'Кеңсе меңгерушісі (ойдан шығарылған)', names.inspector]])
  for (const act of [
    () => as('inspector', custody.moveEvidence, { id: evidence, keptAt: '1-сейф', how: null }),
    () => as('inspector', custody.handEvidence, { id: evidence, to, how: null }),
    () => as('inspector', custody.acceptEvidence, { id: evidence, condition: 'бүтін' }),
    () => as('head', custody.acceptEvidence, { id: evidence, condition: 'бүтін' }),
  ])
    assert.equal((await refused('forbidden', act())).clause, '5.16')
  await as('inspector2', custody.declineEvidence, { id: evidence, reason: 'Мөрі сызылған.' })
  await as('inspector', custody.handEvidence, { id: evidence, to, how: 'қолма-қол' })
  await as('inspector2', custody.acceptEvidence, { id: evidence, condition: 'мөрі бүтін' })
  assert.deepEqual((await chain(evidence)).at(-1), ['handed', names.inspector, names.inspector2])
  // The one who gave it away has it no more.
  for (const act of [
    () => as('inspector', custody.moveEvidence, { id: evidence, keptAt: '1-сейф', how: null }),
    () =>
      as('inspector', custody.giveOut, { id: evidence, to: 'Сарапшы', paper: 'Хат', until: '2026-12-01', how: null }),
    () => as('inspector', custody.breakSeal, { id: evidence, reason: 'Салыстыру' }),
    () => as('inspector', custody.returnEvidence, { id: evidence, to: 'Иесі', paper: 'Қолхат', how: null }),
  ])
    assert.equal((await refused('forbidden', act())).clause, '5.16')
  assert.deepEqual(await seen('inspector2', { mine: true }), [evidence])
  const [done] = await journalOf(house, evidence, 'evidence.accept').then((all) =>
    all.filter(({ outcome }) => outcome === 'done'),
  )
  assert.equal(done?.actor, castId('inspector2'))
})

clause('5.16', 'what is given out is awaited back, and comes back from whoever had it', async () => {
  const { id } = await desk.investigated()
  const { id: evidence } = await desk.received(id)
  await as('inspector', custody.giveOut, {
    id: evidence,
    to: 'Сот сараптамалары орталығы',
    paper: 'Қаулы № 2',
    until: '2026-12-04',
    how: 'курьермен',
  })
  const page = await read('inspector', evidence)
  assert.deepEqual([page.state, page.holder?.kk, page.backOn], ['out', 'Сот сараптамалары орталығы', '2026-12-04'])
  const due = await stage.owner
    .selectFrom('duties')
    .select(['stage', 'due_on', 'holder_id'])
    .where('record_id', '=', evidence)
    .where('closed_at', 'is', null)
    .execute()
  assert.deepEqual(due, [{ stage: 'back', due_on: '2026-12-04', holder_id: castId('inspector') }])
  assert.equal(
    (await refused('forbidden', as('inspector', custody.moveEvidence, { id: evidence, keptAt: '1-сейф', how: null })))
      .clause,
    '5.16',
  )
  await as('inspector2', custody.takeIn, { id: evidence, keptAt: '1-сейф', condition: 'сараптама мөрімен' })
  assert.deepEqual((await chain(evidence)).slice(1), [
    ['given-out', names.inspector, 'Сот сараптамалары орталығы'],
    ['taken-in', 'Сот сараптамалары орталығы', names.inspector2],
  ])
  const { state } = await read('inspector', evidence)
  assert.equal(state, 'unsealed')
  await as('inspector2', custody.reseal, { id: evidence, seal: 'ІҚБ-0418', how: null })
  assert.equal((await read('inspector', evidence)).seal, 'ІҚБ-0418')
  // Neither before the act before, nor tomorrow.
  for (const on of ['2026-11-22', '2026-11-24']) {
    const act = as('inspector2', custody.moveEvidence, { id: evidence, keptAt: '3-сейф', on, how: null })
    assert.deepEqual(fieldsOf(await refused('invalid', act)), ['on'])
  }
})

clause('5.16', 'the database itself takes no act that does not follow from the one before', async () => {
  const { id } = await desk.investigated()
  const { id: evidence } = await desk.received(id)
  const act = (more: object) =>
    stage.owner.transaction().execute(async (db) => {
      await sql`select set_config('app.operation', 'tests', true)`.execute(db)
      const row = {
        evidence_id: evidence,
        place: 2,
        act: 'moved' as const,
        happened_on: '2026-11-23',
        at: new Date(),
        by: null,
      }
      const hands = {
        giver_id: castId('inspector'),
        giver_outside: null,
        taker_id: castId('inspector'),
        taker_outside: null,
      }
      await db
        .insertInto('evidence_acts')
        .values({ ...row, ...hands, words: null, seal: null, ...more })
        .execute()
    })
  for (const more of [
    { place: 3 },
    { giver_id: castId('inspector2') },
    { giver_id: null, giver_outside: 'Біреу' },
    { happened_on: '2026-11-20' },
  ])
    await assert.rejects(act(more), /does not follow/)
  await act({})
})

clause('5.16', 'whoever is shut out of the investigation sees nothing of its evidence', async () => {
  const { id: other } = await desk.investigated()
  const { id: evidence } = await desk.received(other)
  assert.ok((await seen('deputy')).includes(evidence))
  await stage.owner.transaction().execute(async (db) => {
    await sql`select set_config('app.operation', 'tests', true)`.execute(db)
    const row = { record_id: other, person_id: castId('deputy'), since: new Date(), reason: 'recused' }
    await sql`insert into denied (record_id, person_id, since, reason)
      values (${row.record_id}, ${row.person_id}, ${row.since}, ${row.reason})`.execute(db)
  })
  assert.ok(!(await seen('deputy')).includes(evidence))
  assert.equal((await as('deputy', queries.listEvidence, { investigation: other })).total, 0)
  await refused('unknown', read('deputy', evidence))
  await refused('unknown', as('deputy', queries.exportEvidence, { id: other }))
})

clause('5.16', 'evidence of one who left the team is passed on by the chain of command', async () => {
  const { id } = await desk.investigated()
  const { id: evidence } = await desk.received(id, {}, 'inspector2')
  const hand = () => as('head', custody.handEvidence, { id: evidence, to: castId('inspector'), how: null })
  assert.equal((await refused('forbidden', hand())).clause, '5.16')
  await as('inspector2', recuseMember, { id, cause: 'kinship', reason: 'Туысым.' })
  await refused('unknown', read('inspector2', evidence))
  await hand()
  await as('inspector', custody.acceptEvidence, { id: evidence, condition: 'мөрі бүтін' })
  assert.deepEqual((await chain(evidence)).at(-1)?.slice(1), [names.inspector2, names.inspector])
})

clause('5.16', 'what was discontinued is returned to its owner, and the chain has its end', async () => {
  const { id, authority } = await desk.investigated()
  const { id: evidence } = await desk.received(id)
  await as('head', discontinueInvestigation, { id, reason: 'Дәлелденбеді.' })
  await as('chairman', revokeAuthority, { id: authority, reason: 'Аяқталды.' })
  await as('inspector', custody.returnEvidence, { id: evidence, to: 'Кеңсе меңгерушісі', paper: 'Қолхат', how: null })
  const page = await read('head', evidence)
  assert.deepEqual([page.state, page.holder, page.endedOn], ['returned', null, '2026-11-23'])
  const again = as('inspector', custody.moveEvidence, { id: evidence, keptAt: '1-сейф', how: null })
  assert.equal((await refused('forbidden', again)).clause, '5.16')
})

// Who sees an inspection and who does not: the team and their chain of command; the people of the department inspected are shut out.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { castId, castIin, type CastName } from '../../app/cast.ts'
import { startLive } from '../../kernel/live/index.ts'
import { openStage, refused } from '../appeals/appeals.kit.ts'
import { addKin, endPost, strikePost } from '../persons/keeping.ts'
import { readCard } from '../personCards/queries.ts'
import { openPerson } from '../personCards/opening.ts'
import { abaiDepartment } from '../persons/persons.kit.ts'
import { unitId } from '../structure/index.ts'
import { answerQuestion, strikeFinding } from '../inspectionResults/finding.ts'
import { deskOf } from './inspections.kit.ts'
import { findColleagues, listInspections, readInspectionTimeline } from './queries.ts'
import * as team from './team.ts'

const stage = await openStage()
const { house, owner, as, news } = stage
const desk = deskOf(stage)
const lists = async (who: CastName, id: string) =>
  (await as(who, listInspections, { size: 100 })).rows.some((row) => row.id === id)
const isShut = async (id: string, who: CastName): Promise<boolean> =>
  (await sql`select from denied where record_id = ${id} and person_id = ${castId(who)}`.execute(owner)).rows.length > 0

clause('5.15', 'an inspection shows itself to its team and their chain of command alone', async () => {
  const { id } = await desk.opened()
  for (const who of ['head', 'deputy', 'inspector', 'inspector2'] as const) {
    assert.equal((await desk.read(who, id)).id, id, who)
    assert.ok(await lists(who, id), who)
  }
  for (const who of [
    'analyst',
    'abaiHead',
    'abaiInspector',
    'registrar',
    'auditor',
    'admin',
    'caHead',
    'chairman',
  ] as const)
    await refused('unknown', desk.read(who, id))
  for (const who of ['analyst', 'abaiHead', 'caHead'] as const) assert.equal(await lists(who, id), false, who)
  assert.equal((await refused('forbidden', as('registrar', listInspections, {}))).clause, '5.15')
  await refused('unknown', desk.read('head', randomUUID()))
  const finds = async (who: CastName): Promise<boolean> => {
    const found = await desk.named(who, 'search.find', { q: 'жұмысты тексеру' })
    return JSON.stringify(found).includes(id)
  }
  assert.deepEqual(
    [await finds('inspector'), await finds('head'), await finds('analyst'), await finds('registrar')],
    [true, true, false, false],
  )
  const { rows } = await as('inspector', readInspectionTimeline, { id })
  assert.ok(Array.isArray(rows))
})

clause('10', 'a territorial head leads the inspections of the own unit and sees no others', async () => {
  const id = await desk.prepared({ unit: unitId('abai') })
  const central = await desk.prepared()
  assert.equal((await desk.read('abaiHead', id)).id, id)
  await refused('unknown', desk.read('almatyHead', id))
  await refused('unknown', desk.read('abaiHead', central))
  await as('abaiHead', team.addMember, { id, employee: castId('abaiInspector'), role: 'leader' })
  assert.equal((await desk.read('abaiInspector', id)).team[0]?.role, 'leader')
  await refused('unknown', as('almatyHead', team.addMember, { id, employee: castId('inspector'), role: 'member' }))
})

clause(
  '5.16',
  'whoever served in the department inspected is shut out of it, and comes back when that was a mistake',
  async () => {
    const { id } = await desk.opened()
    assert.equal(await lists('deputy', id), true)
    const { id: person } = await desk.register({
      nameKk: 'Департамент басшысы Ойдан Шығарылған',
      kind: 'official',
      body: abaiDepartment,
      post: 'department-head',
      from: '2026-01-05',
      iin: castIin('deputy'),
    })
    await refused('unknown', desk.read('deputy', id))
    assert.equal(await lists('deputy', id), false)
    assert.ok(await isShut(id, 'deputy'))
    // Also of one that is prepared later.
    const later = await desk.prepared()
    assert.ok(await isShut(later, 'deputy'))
    await as('analyst', openPerson, { id: person, reason: 'Түзету' })
    const card = await as('analyst', readCard, { id: person })
    const post = card.posts[0]?.id ?? ''
    // The post ended before the period under inspection: no more conflict.
    await as('analyst', endPost, { id: person, post, until: '2026-02-01', basis: 'Бұйрық (ойдан шығарылған)' })
    assert.ok(await isShut(id, 'deputy'), 'within the period')
    await as('analyst', strikePost, { id: person, post, reason: 'Қате енгізілген' })
    assert.equal(await isShut(id, 'deputy'), false)
    assert.equal((await desk.read('deputy', id)).id, id)
  },
)

clause('5.16', 'whoever answers for a finding is shut out; nobody on the team is that person, or kin', async () => {
  const { id } = await desk.opened({ unit: unitId('abai') })
  const { id: person } = await desk.register({
    nameKk: 'Жауапты Қызметкер Ойдан',
    kind: 'official',
    body: 'body:' + (await otherDepartment()),
    post: 'chief-specialist',
    from: '2020-01-05',
    iin: castIin('abaiHead'),
  })
  assert.equal(await isShut(id, 'abaiHead'), false)
  const found = await desk.found(id, { person, answers: null })
  assert.ok(await isShut(id, 'abaiHead'))
  await refused('unknown', desk.read('abaiHead', id))
  await as('inspector', strikeFinding, { id, finding: found, reason: 'Қате.' })
  assert.equal(await isShut(id, 'abaiHead'), false)
  const { id: own } = await desk.register({
    nameKk: 'Топ Мүшесі Ойдан',
    kind: 'official',
    body: 'body:' + (await otherDepartment()),
    post: 'leading-specialist',
    from: '2020-01-05',
    iin: castIin('inspector2'),
  })
  assert.equal((await refused('forbidden', desk.found(id, { person: own, answers: null }))).clause, '5.16')
  assert.equal((await desk.read('inspector2', id)).id, id)
  // Kin of the head of the department does not inspect it.
  const { id: head } = await desk.register({
    nameKk: 'Екінші Басшы Ойдан',
    kind: 'official',
    body: abaiDepartment,
    post: 'department-head',
    from: '2026-01-05',
  })
  const { id: sister } = await desk.register({
    nameKk: 'Туыс Талдаушы Ойдан',
    kind: 'official',
    body: 'body:' + (await otherDepartment()),
    post: 'leading-specialist',
    from: '2020-01-05',
    iin: castIin('abaiInspector'),
  })
  await as('analyst', openPerson, { id: head, reason: 'Туыстық' })
  await as('analyst', addKin, {
    id: head,
    relation: 'sibling',
    kin: sister,
    basis: 'Туу туралы куәлік (ойдан шығарылған)',
  })
  const join = as('head', team.addMember, { id, employee: castId('abaiInspector'), role: 'member' })
  assert.equal((await refused('forbidden', join)).clause, '5.16')
  const { rows } = await as('head', findColleagues, { id })
  assert.equal(rows.find((it) => it.id === castId('abaiInspector'))?.conflict?.clause, '5.16')
})

const otherDepartment = async (): Promise<string> =>
  (await sql<{ id: string }>`select id from bodies where code = 'ca-atyrau'`.execute(owner)).rows[0]?.id ?? ''

clause('5.16', 'a member who sees an interest leaves at once; the clocks pass to the head', async () => {
  const { id } = await desk.opened()
  await as('inspector', team.recuseMember, { id, cause: 'interest', reason: 'Досым жұмыс істейді.' })
  await refused('unknown', desk.read('inspector', id))
  assert.deepEqual((await desk.duties('head', id)).map(([stage]) => stage).sort(), [
    `replace.${castId('inspector')}`,
    'term',
  ])
  await refused('forbidden', as('head', team.addMember, { id, employee: castId('inspector'), role: 'member' }))
  await as('head', team.addMember, { id, employee: castId('analyst'), role: 'leader' })
  assert.deepEqual(await desk.duties('analyst', id), [['term', '2026-12-04']])
  await as('head', team.endMember, { id, employee: castId('inspector2'), reason: 'Демалыс.' })
  await refused('unknown', desk.read('inspector2', id))
  await refused('conflict', as('head', team.addMember, { id, employee: castId('analyst'), role: 'member' }))
  await refused('invalid', as('head', team.addMember, { id, employee: castId('gate'), role: 'member' }))
  await refused(
    'invalid',
    as('head', team.addMember, { id, employee: castId('inspector2'), role: 'member', from: '2026-11-01' }),
  )
  await refused('invalid', as('head', team.endMember, { id, employee: castId('gate'), reason: 'x' }))
})

clause('5.16', 'open screens of those who may not see it hear nothing', async () => {
  const live = startLive(house)
  const heard = new Map<CastName, string[]>()
  for (const who of ['head', 'inspector', 'analyst', 'registrar', 'auditor'] as const) {
    heard.set(who, [])
    live.subscribe(await stage.actor(who), ({ kind, id }) => heard.get(who)?.push(`${kind}:${id}`))
  }
  try {
    const { id } = await desk.opened()
    const [question] = (await desk.read('inspector', id)).questions
    await as('inspector', answerQuestion, { id, question: question?.id ?? '', answer: 'Жүргізіледі.' })
    await news()
    const hears = (who: CastName): boolean => heard.get(who)?.includes(`inspection:${id}`) ?? false
    for (let waited = 0; !hears('inspector') && waited < 5_000; waited += 100) await sleep(100)
    await sleep(500)
    assert.deepEqual([...heard.keys()].filter(hears), ['head', 'inspector'])
  } finally {
    await live.close()
  }
})

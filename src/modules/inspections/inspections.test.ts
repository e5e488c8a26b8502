// An inspection opens only on an authority in force that names it, and stands still without one at every step.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { castId } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { deskOf as authorityDesk } from '../authorities/authorities.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import { abaiDepartment } from '../persons/persons.kit.ts'
import { unitId } from '../structure/index.ts'
import * as acting from '../inspectionResults/acting.ts'
import * as finding from '../inspectionResults/finding.ts'
import { indexInspections } from './following.ts'
import { aProgramme, department, deskOf } from './inspections.kit.ts'
import * as opening from './opening.ts'
import * as preparing from './preparing.ts'
import { listInspections } from './queries.ts'
import { readResults } from '../inspectionResults/queries.ts'
import { standsOnAuthority } from './rules.ts'
import * as remedying from '../inspectionResults/remedying.ts'
import * as team from './team.ts'
import * as visiting from '../inspectionVisits/visiting.ts'

const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)

clause('5.10', 'a territorial unit is inspected only under an order or assignment in force that names it', async () => {
  house.clock.set('2026-11-23T09:00')
  const id = await desk.prepared()
  const open = () => as('head', opening.openInspection, { id })
  const page = await desk.read('head', id)
  assert.deepEqual([page.state, page.number, page.missing.map((it) => it.clause)], ['prepared', null, ['5.10', '5.10']])
  assert.match(page.missing[0]?.says.en ?? '', /order or assignment that is in force/)
  await as('head', team.addMember, { id, employee: castId('inspector'), role: 'leader' })
  // None; another inspection's; one not yet in force; one that has ended; one of another purpose.
  assert.equal((await refused('forbidden', open())).clause, '5.10')
  await desk.ordered(await desk.prepared())
  await desk.ordered(id, { from: '2026-12-01' })
  const aside = [`inspection:${id}`, `employee:${castId('bailiff')}`]
  await authorityDesk(stage).granted({ purpose: 'personalFile', about: aside, until: '2026-12-31' })
  assert.equal((await refused('forbidden', open())).clause, '5.10')
  const revoked = await desk.ordered(id)
  await as('head', revokeAuthority, { id: revoked, reason: 'Мерзімі ауысты.' })
  assert.equal((await refused('forbidden', open())).clause, '5.10')
  const short = await desk.prepared()
  await as('head', team.addMember, { id: short, employee: castId('inspector'), role: 'leader' })
  await desk.ordered(short, { until: '2026-11-23' })
  house.clock.set('2026-11-24T09:00')
  assert.equal((await refused('forbidden', as('head', opening.openInspection, { id: short }))).clause, '5.10')
  house.clock.set('2026-11-23T09:00')
  await desk.ordered(id)
  for (const who of ['deputy', 'inspector'] as const)
    assert.equal((await refused('forbidden', as(who, opening.openInspection, { id }))).clause, '10', who)
  const { number } = await open()
  assert.match(number, /^6001-26-7-28\/\d+$/)
  assert.deepEqual(await desk.duties('inspector', id), [['term', '2026-12-04']])
  await refused('wrong-state', open())
  const outcomes = (await journalOf(house, id, 'inspections.open')).map(({ outcome, clause: of }) => [outcome, of])
  assert.deepEqual(outcomes.slice(0, 3), [
    ['refused', '5.10'],
    ['refused', '5.10'],
    ['refused', '5.10'],
  ])
  assert.ok(outcomes.some(([outcome]) => outcome === 'done'))
  assert.equal((await journalOf(house, id, 'inspections.one')).at(-1)?.outcome, 'read')
})

clause('5.10', 'an assignment of the principals opens it as the order of the head does', async () => {
  for (const issuer of ['chairman', 'ca-head'] as const) {
    const id = await desk.prepared()
    await as('head', team.addMember, { id, employee: castId('inspector'), role: 'leader' })
    await authorityDesk(stage).granted({ purpose: 'inspection', about: [`inspection:${id}`], issuer })
    await as('head', opening.openInspection, { id })
    const who = issuer === 'chairman' ? ('chairman' as const) : ('caHead' as const)
    const page = await desk.read(who, id)
    assert.deepEqual([page.brief, page.team, page.questions, page.authorities.length], [true, [], [], 1])
    assert.equal(page.body.id, department)
  }
})

clause('5.10', 'once the order is revoked every step is refused at once, before the house has said so', async () => {
  const { id, authority } = await desk.opened()
  await desk.answered(id)
  const finding1 = await desk.found(id)
  const inside = {
    id,
    certificate: 'ІҚБ № 014',
    place: abaiDepartment,
    premises: 'office' as const,
    cameAt: '2026-11-23T03:30:00Z',
  }
  const { visit } = await as('inspector', visiting.enterVisit, inside)
  await as('head', revokeAuthority, { id: authority, reason: 'Мән-жайлар өзгерді.' })
  const [question] = (await desk.read('inspector', id)).questions
  const ask = { id, question: question?.id ?? '' }
  const steps: [string, () => Promise<unknown>][] = [
    ['extend', () => as('head', preparing.extendInspection, { id, until: '2026-12-08', reason: 'Көлемі үлкен.' })],
    ['addMember', () => as('head', team.addMember, { id, employee: castId('analyst'), role: 'member' })],
    ['enter', () => as('inspector', visiting.enterVisit, inside)],
    [
      'hinder',
      () =>
        as('inspector', visiting.recordHindrance, {
          ...inside,
          by: 'Күзетші',
          words: 'Кіргізбеді.',
          demanded: 'Кіргізу.',
        }),
    ],
    ['demand', () => as('inspector', visiting.demandPapers, { id, subject: 'Журнал', asked: 'Журнал көшірмесі' })],
    ['answer', () => as('inspector', finding.answerQuestion, { ...ask, answer: 'Жоқ.' })],
    ['find', () => as('inspector', finding.addFinding, { ...ask, what: 'x', norm: 'x', papers: ['x'], answers: 'x' })],
    ['strike', () => as('inspector', finding.strikeFinding, { id, finding: finding1, reason: 'Қате.' })],
    ['draw', () => as('inspector', acting.drawAct, { id })],
  ]
  for (const [name, step] of steps) assert.equal((await refused('forbidden', step())).clause, '5.10', name)
  // Whoever is inside leaves, and that is written down.
  house.clock.set('2026-11-23T10:30')
  await as('inspector', visiting.leaveVisit, { id, visit, leftAt: '2026-11-23T05:15:00Z' })
  const page = await desk.read('inspector', id)
  assert.deepEqual([page.halted, page.missing.map((it) => it.clause)], [true, ['5.10']])
  await news()
  assert.ok((await desk.heard('inspector', id)).includes('halted'))
  assert.equal((await as('head', listInspections, { size: 100 })).rows.find((row) => row.id === id)?.halted, true)
  await desk.ordered(id)
  assert.ok((await desk.heard('inspector', id)).includes('resumed'))
  assert.equal((await as('head', listInspections, { size: 100 })).rows.find((row) => row.id === id)?.halted, false)
  await as('inspector', acting.drawAct, { id })
})

clause('5.10', 'an order that has ended stops the later steps too', async () => {
  house.clock.set('2026-11-23T09:00')
  const id = await desk.prepared()
  await as('head', team.addMember, { id, employee: castId('inspector'), role: 'leader' })
  await desk.ordered(id, { until: '2026-12-02' })
  await as('head', opening.openInspection, { id })
  const { item } = await desk.planned(id)
  house.clock.set('2026-12-03T09:00')
  const seen = 1
  const later: [string, () => Promise<unknown>][] = [
    [
      'judge',
      () =>
        as('inspector', remedying.judgeRemedy, { id, item, seen, verdict: 'extended', word: 'x', until: '2026-12-28' }),
    ],
    [
      'addRemedy',
      async () =>
        as('inspector', remedying.addRemedy, {
          id,
          finding: (await as('inspector', readResults, { id })).findings[0]?.id ?? '',
          what: 'x',
          holder: 'x',
          due: '2026-12-28',
        }),
    ],
    ['close', () => as('head', remedying.closeInspection, { id, word: 'x' })],
  ]
  for (const [name, step] of later) assert.equal((await refused('forbidden', step())).clause, '5.10', name)
  await perform(house, indexInspections, systemActor, {})
  await news()
  assert.equal((await desk.read('head', id)).haltedOn, '2026-12-03')
  // A paper that came is kept all the same.
  await as('inspector', remedying.bringEvidence, { id, item, receivedOn: '2026-12-03', words: 'Журнал көшірмесі.' })
  await desk.ordered(id)
  await as('inspector', remedying.judgeRemedy, { id, item, seen, verdict: 'remedied', word: 'Журнал толық.' })
})

clause('5.10', 'only a territorial department of the Court Administration is inspected, by a programme', async () => {
  house.clock.set('2026-11-23T09:00')
  const wrong = async (more: object): Promise<string[]> => fieldsOf(await refused('invalid', desk.prepared(more)))
  assert.deepEqual(await wrong({ body: randomUUID() }), ['body'])
  assert.deepEqual(await wrong({ body: unitId('court-administration') }), ['body'])
  assert.deepEqual(await wrong({ questions: [] }), ['questions'])
  assert.deepEqual(await wrong({ periodUntil: '2025-01-01' }), ['periodUntil'])
  assert.deepEqual(await wrong({ periodUntil: '2026-12-31' }), ['periodUntil'])
  assert.deepEqual(await wrong({ startsOn: '2026-11-20' }), ['startsOn'])
  assert.deepEqual(await wrong({ endsOn: '2026-11-22' }), ['endsOn'])
  assert.deepEqual(await wrong({ endsOn: '2027-02-01' }), ['endsOn'])
  assert.deepEqual(await wrong({ unit: unitId('court-administration') }), ['unit'])
  assert.equal((await refused('forbidden', desk.prepared({ aim: 'Құпия' }))).clause, '5.16')
  for (const who of ['deputy', 'inspector', 'abaiHead', 'chairman'] as const)
    assert.equal((await refused('forbidden', desk.prepared({}, who))).clause, '10', who)
  // A form sent twice is one inspection.
  const twice = aProgramme()
  const [first, second] = await Promise.all([1, 2].map(() => as('head', preparing.prepareInspection, twice)))
  assert.equal(first?.id, second?.id)
  // The programme may be put right until the order stands over it.
  const { entryKey: id, ...programme } = twice
  await as('head', preparing.amendInspection, { ...programme, id, questions: ['Жалғыз сұрақ'] })
  assert.deepEqual(
    (await desk.read('head', id)).questions.map((it) => it.words),
    ['Жалғыз сұрақ'],
  )
  const order = await desk.ordered(id)
  assert.equal((await refused('forbidden', as('head', preparing.amendInspection, { ...programme, id }))).clause, '5.10')
  await as('head', revokeAuthority, { id: order, reason: 'Бағдарлама өзгереді.' })
  await as('head', preparing.amendInspection, { ...programme, id })
  await refused('conflict', as('head', preparing.amendInspection, { ...programme, id, version: 1 }))
})

clause('5.10', 'the days are extended by the head, not beyond the longest, and each day has its reminder', async () => {
  house.clock.set('2026-11-23T09:00')
  const { id } = await desk.opened()
  const extend = (until: string) => as('head', preparing.extendInspection, { id, until, reason: 'Көлемі үлкен.' })
  assert.equal(
    (await refused('forbidden', as('deputy', preparing.extendInspection, { id, until: '2026-12-08', reason: 'x' })))
      .clause,
    '10',
  )
  assert.deepEqual(fieldsOf(await refused('invalid', extend('2026-12-04'))), ['until'])
  assert.deepEqual(fieldsOf(await refused('invalid', extend('2027-01-31'))), ['until'])
  await extend('2026-12-08')
  const page = await desk.read('head', id)
  assert.deepEqual([page.endsOn, page.team[0]?.until, page.extensions.length], ['2026-12-08', '2026-12-08', 1])
  await desk.remind('2026-12-09T08:00')
  assert.ok((await desk.heard('inspector', id)).includes('late'))
  assert.equal((await desk.read('inspector', id)).term?.left, -1)
  assert.ok((await as('head', listInspections, { due: 'overdue', size: 100 })).rows.some((row) => row.id === id))
  // Not opened in its days: they are extended first.
  const late = await desk.prepared({ startsOn: '2026-12-09', endsOn: '2026-12-09' })
  await as('head', team.addMember, { id: late, employee: castId('inspector'), role: 'leader' })
  await desk.ordered(late)
  house.clock.set('2026-12-10T09:00')
  assert.equal((await refused('conflict', as('head', opening.openInspection, { id: late }))).clause, '5.10')
  await as('head', preparing.extendInspection, { id: late, until: '2026-12-11', reason: 'Кешікті.' })
  await as('head', opening.openInspection, { id: late })
})

test('every step of an open inspection stands on the authority, but for what cannot wait for one', () => {
  const waitsForNone = new Set([
    'inspections.open',
    'inspections.amend',
    'inspections.discontinue',
    'inspections.endMember',
    'inspections.recuse',
    'inspections.leave',
    'inspections.object',
    'inspections.bring',
  ])
  const steps = (house.registry.onRecord.get('inspection') ?? []).filter(
    ({ kind, inner }) => kind === 'command' && !inner,
  )
  const ungated = steps.filter(({ rules: of }) => !(of as readonly unknown[]).includes(standsOnAuthority))
  assert.deepEqual(new Set(ungated.map(({ name }) => name)), waitsForNone)
})

clause('5.14', 'the head discontinues it with a reason; afterwards nothing is done', async () => {
  house.clock.set('2026-11-23T09:00')
  const { id } = await desk.opened()
  assert.equal(
    (await refused('forbidden', as('inspector', opening.discontinueInspection, { id, reason: 'x' }))).clause,
    '10',
  )
  await as('head', opening.discontinueInspection, { id, reason: 'Бөлімше таратылды.' })
  const page = await desk.read('inspector', id)
  assert.deepEqual([page.state, page.ended?.word, page.missing], ['discontinued', 'Бөлімше таратылды.', []])
  assert.deepEqual(await desk.duties('inspector', id), [])
  await refused('wrong-state', as('head', opening.discontinueInspection, { id, reason: 'x' }))
  assert.equal(
    (await refused('forbidden', as('head', team.addMember, { id, employee: castId('analyst'), role: 'member' })))
      .clause,
    '5.14',
  )
})

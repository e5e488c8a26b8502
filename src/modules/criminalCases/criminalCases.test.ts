// The central register of criminal cases: who enters, who sees, the events in their order, corrections, consequences, tables.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf } from '../../../test/kit/papers.ts'
import { castId } from '../../app/cast.ts'
import { shape } from '../../kernel/contract.ts'
import type { Reaction } from '../../kernel/module.ts'
import { command } from '../../kernel/operation.ts'
import { permit } from '../../kernel/rules.ts'
import { parameters } from '../../kernel/parameters.ts'
import { systemActor } from '../../kernel/system.ts'
import { doing } from '../../../test/kit/room.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { courtId } from '../structure/index.ts'
import { closeRenderer } from '../templates/index.ts'
import { barsOf } from './bars.ts'
import { noteSuperior } from './index.ts'
import { aCase, inventedIin, on, registerOf, saidOf } from './criminalCases.kit.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'
import * as lists from '../caseRegister/queries.ts'
import { follows, stageOf, type Happened } from './stage.ts'

after(closeRenderer)
const stage = await openStage('2026-11-23T09:00')
const { house, as, news } = stage
const register = registerOf(stage)
type Who = Parameters<typeof as>[0]

const open = (who: Who, id: string) => as(who, queries.openCase, { id })
const ids = async (who: Who, more: object = {}) =>
  (await as(who, lists.listCases, { size: 100, ...more })).rows.map((it) => it.id)
const almaty = courtId('REG-75')

clause('6.16', 'a territorial unit enters the cases of its own region, the centre sees all of them', async () => {
  const own = await register.enter({}, 'abaiInspector')
  await refused('forbidden', as('abaiInspector', operations.registerCase, aCase({ court: almaty })))
  const other = await register.enter({ court: almaty })
  assert.ok((await ids('inspector')).includes(own) && (await ids('analyst')).includes(other))
  for (const who of ['abaiHead', 'abaiInspector'] as const) {
    const seen = await ids(who)
    assert.ok(seen.includes(own) && !seen.includes(other), who)
    await refused('unknown', open(who, other))
    await refused('unknown', as(who, operations.suspectCase, { id: other, ...on('2026-05-01') }))
  }
  assert.ok((await ids('almatyHead')).includes(other))
  assert.deepEqual(
    (await journalOf(house, own, 'criminalCases.register')).map(({ outcome, actor }) => [outcome, actor]),
    [['done', castId('abaiInspector')]],
  )
})

clause('6.16', 'whoever has no part in the register neither enters nor reads', async () => {
  const id = await register.enter()
  for (const who of ['registrar', 'bailiff', 'gate', 'auditor', 'admin', 'chairman'] as const) {
    const refusal = await refused('forbidden', as(who, lists.listCases, {}))
    assert.equal(refusal.clause, '6.16')
    assert.equal((await refused('forbidden', as(who, operations.registerCase, aCase()))).clause, '6.16')
    await refused('unknown', open(who, id))
  }
  assert.equal(
    (await refused('forbidden', as('analyst', operations.suspectCase, { id, ...on('2026-05-01') }))).clause,
    '6.16',
  )
})

clause(
  '6.16',
  'each event stands with its paper and the day of its confirmation, in the order of the stages',
  async () => {
    const file = await stage.bring(await stage.actor('inspector'), 'хат.txt', 'Күдікті деп тану туралы хабарлама')
    const id = await register.enter()
    await as('inspector', operations.suspectCase, {
      id,
      happenedOn: '2026-04-20',
      confirmedOn: '2026-04-22',
      files: [file],
    })
    assert.deepEqual(
      fieldsOf(
        await refused(
          'invalid',
          as('inspector', operations.chargeCase, { id, happenedOn: '2026-05-01', confirmedOn: '2026-05-02' }),
        ),
      ),
      ['paper'],
    )
    for (const [days, field] of [
      [{ happenedOn: '2026-04-19', confirmedOn: '2026-05-02' }, 'happenedOn'],
      [{ happenedOn: '2026-12-01', confirmedOn: '2026-12-01' }, 'happenedOn'],
      [{ happenedOn: '2026-05-02', confirmedOn: '2026-05-01' }, 'confirmedOn'],
    ] as const)
      assert.deepEqual(
        fieldsOf(await refused('invalid', as('inspector', operations.chargeCase, { id, ...days, paper: 'хат' }))),
        [field],
      )
    await refused(
      'wrong-state',
      as('inspector', operations.giveVerdict, { id, ...on('2026-05-02'), outcome: 'acquitted' }),
    )
    await as('inspector', operations.restrainAccused, {
      id,
      ...on('2026-04-21'),
      act: 'set',
      restraint: 'house-arrest',
    })
    await as('inspector', operations.restrainAccused, { id, ...on('2026-05-05'), act: 'changed', restraint: 'custody' })
    assert.equal((await open('inspector', id)).restraint, 'custody')
    await as('inspector', operations.restrainAccused, { id, ...on('2026-05-15'), act: 'lifted' })
    assert.deepEqual(
      fieldsOf(
        await refused(
          'invalid',
          as('inspector', operations.restrainAccused, { id, ...on('2026-05-16'), act: 'lifted' }),
        ),
      ),
      ['act'],
    )
    const it = await open('inspector', id)
    assert.deepEqual([it.state, it.restraint], ['suspected', null])
    const [first, suspected] = it.events
    assert.deepEqual(
      [first?.kind, suspected?.confirmedOn, suspected?.files[0]?.name, suspected?.enteredBy.kk],
      ['registered', '2026-04-22', 'хат.txt', 'Айгүл Болатқызы Серікова'],
    )
    const { stream } = await as('abaiHead', queries.takeCaseFile, { id, file })
    assert.ok(Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>)).length > 10)
    await refused('unknown', as('almatyHead', queries.takeCaseFile, { id, file }))
    assert.equal((await journalOf(house, id, 'criminalCases.file'))[0]?.outcome, 'read')
    assert.equal((await journalOf(house, id, 'criminalCases.one'))[0]?.outcome, 'read')
  },
)

clause('6.16', 'a number of the pre-trial register that is no fifteen digits warns and stops nobody', async () => {
  const { id, warnings } = await as('inspector', operations.registerCase, aCase({ erdr: '26-100-5' }))
  assert.equal(warnings.length, 1)
  assert.equal((await open('inspector', id)).warnings.length, 1)
  assert.deepEqual((await as('inspector', operations.registerCase, aCase())).warnings, [])
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('inspector', operations.registerCase, aCase({ iin: '123' })))),
    ['iin'],
  )
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('inspector', operations.registerCase, aCase({ articles: ['пара'] })))),
    ['articles.0'],
  )
})

clause('6.16', 'a form sent twice enters one case, and one person stands once under a number', async () => {
  const form = aCase()
  const both = await Promise.all([1, 2].map(() => as('inspector', operations.registerCase, form)))
  assert.equal(both[0]?.id, both[1]?.id)
  const twin = aCase({ iin: form.iin, erdr: form.erdr })
  const again = await Promise.allSettled([as('inspector', operations.registerCase, twin)])
  assert.equal(again[0]?.status, 'rejected')
  const race = { iin: inventedIin(900), erdr: '261000031099999' }
  const raced = await Promise.allSettled([1, 2].map(() => as('inspector', operations.registerCase, aCase(race))))
  assert.deepEqual(raced.map((it) => it.status).toSorted(), ['fulfilled', 'rejected'])
})

/** Stands in for the higher room that listens (6.22). */
const hearVerdicts = (): unknown[] => {
  const told: unknown[] = []
  const title = { kk: 'Естілді', ru: 'Услышано', en: 'Heard' }
  const hear = command(shape('ears.hear', z.record(z.string(), z.unknown()), z.object({}), title), {
    clauses: ['6.22'],
    rules: [permit('6.22', title, ({ kind }) => kind === 'system')],
    inner: true,
    run: async ({ input }) => {
      told.push(input)
      return {}
    },
  })
  const reactions = house.registry.reactions as Map<string, readonly Reaction[]>
  reactions.set('criminalCases.verdictEntered', [
    { on: 'criminalCases.verdictEntered', perform: hear, input: (payload) => payload },
  ])
  return told
}

clause(
  '6.16',
  'the verdict that enters into force is told, with the bars on return by the parameters of its day',
  async () => {
    const id = await register.convicted({ leads: true })
    const told = hearVerdicts()
    assert.equal((await open('inspector', id)).bars.length, 0)
    await as('inspector', operations.appealVerdict, { id, ...on('2026-08-15') })
    await as('inspector', operations.decideAppeal, {
      id,
      ...on('2026-09-20'),
      changed: true,
      outcome: 'convicted',
      gravity: 'medium',
      sentences: ['fine'],
    })
    await as('inspector', operations.enterForce, { id, ...on('2026-09-20') })
    await news()
    assert.deepEqual(told, [{ id, personId: null, corruption: true, offenceOn: '2026-03-02', forceOn: '2026-09-20' }])
    const it = await open('inspector', id)
    assert.deepEqual(
      [it.state, it.outcome, it.forceOn, it.sentences],
      ['in-force', 'convicted', '2026-09-20', ['fine']],
    )
    assert.deepEqual(
      it.bars.map(({ parameter, from, until, unverified }) => [parameter, from, until, unverified]),
      [
        ['bar.corruption', '2026-09-20', '2029-09-20', false],
        ['bar.crime', '2026-09-20', '2031-09-20', true],
        ['bar.head.extra', '2031-09-20', '2034-09-20', true],
      ],
    )
    await as('inspector', operations.recordDismissal, { id, ...on('2026-10-01') })
    await refused('conflict', as('inspector', operations.recordDismissal, { id, ...on('2026-10-02') }))
    assert.equal((await open('head', id)).dismissedOn, '2026-10-01')
    await doing(house, systemActor, (tx) =>
      noteSuperior(tx, id, 'investigated', { kind: 'employee', id: castId('head') }, { kk: 'К', ru: 'К', en: 'K' }),
    )
    const noted = await open('head', id)
    assert.deepEqual([noted.superior, noted.superiorPage], ['investigated', `/people/${castId('head')}`])
    // A verdict that is set aside bars nobody.
    await as('inspector', operations.setVerdictAside, { id, ...on('2026-11-10') })
    const back = await open('inspector', id)
    assert.deepEqual([back.state, back.outcome, back.bars, back.forceOn], ['in-court', 'pending', [], null])
  },
)

clause('6.16', 'a conviction without the day of the offence does not enter into force in the register', async () => {
  const id = await register.convicted({ offenceOn: null })
  const refusal = await refused('forbidden', as('inspector', operations.enterForce, { id, ...on('2026-09-20') }))
  assert.equal(refusal.clause, '6.16')
  const said = saidOf(aCase({ offenceOn: '2026-02-01' }))
  await as('inspector', operations.correctCase, { id, ...said, reason: 'Сот актісінен алынды' })
  await as('inspector', operations.enterForce, { id, ...on('2026-09-20') })
})

clause('6.16', 'a correction keeps what was: who, when, why, and what it said', async () => {
  const form = aCase()
  const { id } = await as('inspector', operations.registerCase, form)
  const said = saidOf(form)
  const change = {
    ...said,
    articles: ['361', '366'],
    articleWords: 'ҚК 361, 366-баптары',
    reason: 'Қайта саралау',
    paper: '№ 8 қаулы',
  }
  assert.equal((await as('abaiInspector', operations.correctCase, { id, ...change })).changed, 2)
  assert.equal((await as('inspector', operations.correctCase, { id, ...change })).changed, 0)
  await refused('invalid', as('inspector', operations.correctCase, { id, ...change, reason: ' ' }))
  const it = await open('inspector', id)
  assert.equal(it.article, '361')
  assert.equal(it.corrections.length, 1)
  const [correction] = it.corrections
  assert.deepEqual(
    [
      correction?.by.kk,
      correction?.reason,
      correction?.source,
      correction?.fields.map((f) => [f.before?.kk, f.after?.kk]),
    ],
    [
      'Сәуле Оразқызы Мұқанова',
      'Қайта саралау',
      '№ 8 қаулы',
      [
        ['366', '361, 366'],
        ['ҚК 366-бабының 2-бөлігі', 'ҚК 361, 366-баптары'],
      ],
    ],
  )
  // A unit cannot move a case out of its region by correcting it.
  await refused('forbidden', as('abaiInspector', operations.correctCase, { id, ...change, court: almaty }))
  // Two at once: the form says what it showed.
  const { version } = it
  const both = await Promise.allSettled(
    ['A', 'B'].map((words) => as('inspector', operations.correctCase, { id, version, ...change, postTitle: words })),
  )
  assert.deepEqual(both.map((each) => each.status).toSorted(), ['fulfilled', 'rejected'])
})

clause('6.16', 'a corrected or struck event stays to be read, and the stage is that of the rest', async () => {
  const id = await register.convicted()
  const kindOf = async (kind: string) =>
    (await open('inspector', id)).events.find((it) => it.kind === kind && !it.ended)?.id ?? ''
  await as('inspector', operations.correctEvent, {
    id,
    event: await kindOf('charged'),
    happenedOn: '2026-05-25',
    confirmedOn: '2026-05-26',
    reason: 'Күні қате',
  })
  assert.deepEqual(
    fieldsOf(
      await refused(
        'invalid',
        as('inspector', operations.correctEvent, {
          id,
          event: await kindOf('charged'),
          happenedOn: '2026-07-25',
          confirmedOn: '2026-07-26',
          reason: 'Күні қате',
        }),
      ),
    ),
    ['happenedOn'],
  )
  await refused(
    'conflict',
    as('inspector', operations.strikeEvent, { id, event: await kindOf('sent'), reason: 'қате' }),
  )
  await as('inspector', operations.strikeEvent, { id, event: await kindOf('verdict'), reason: 'Басқа адамның үкімі' })
  await refused('unknown', as('inspector', operations.strikeEvent, { id, event: castId('head'), reason: 'қате' }))
  const it = await open('inspector', id)
  assert.deepEqual([it.state, it.outcome, it.verdictOn, it.sentences], ['in-court', 'pending', null, []])
  assert.deepEqual(
    it.events.filter(({ ended }) => ended).map(({ kind, ended }) => [kind, ended?.replaced, ended?.reason]),
    [
      ['charged', true, 'Күні қате'],
      ['verdict', false, 'Басқа адамның үкімі'],
    ],
  )
  await assert.rejects(
    asOwner(house, `update criminal_case_events set word = 'x' where case_id = $1`, [id]),
    /never changed/,
  )
})

test('the stage is a sum: whatever follows in order is taken, and a struck last event is as if it had never been', () => {
  const kinds = [
    'suspected',
    'charged',
    'sent',
    'verdict',
    'appealed',
    'appeal-decided',
    'in-force',
    'set-aside',
    'terminated',
    'resumed',
    'noted',
    'dismissed',
  ] as const
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 12 }), (wished) => {
      const events: Happened[] = [{ kind: 'registered', on: '2026-01-01', details: {} }]
      for (const [n, kind] of wished.entries()) {
        const next: Happened = {
          kind,
          on: `2026-02-${String(n + 1).padStart(2, '0')}`,
          details: { outcome: 'convicted' },
        }
        if (!follows([...events, next])) {
          assert.throws(() => stageOf([...events, next]))
          continue
        }
        const before = stageOf(events)
        assert.deepEqual(stageOf([...events, next].slice(0, -1)), before)
        events.push(next)
        const now = stageOf(events)
        assert.equal(now.state === 'in-force', now.forceOn !== null)
        assert.equal(now.state === 'terminated', now.terminatedOn !== null)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('bars are of the day of force, and leap days do not slip', () => {
  const law = parameters()
  const ended = {
    outcome: 'convicted',
    qualification: 'other',
    gravity: 'grave',
    leads: false,
    forceOn: '2024-02-29',
    terminatedOn: null,
  } as const
  assert.deepEqual(
    barsOf(ended, law).map(({ parameter, until }) => [parameter, until]),
    [['bar.crime.grave', '2032-02-29']],
  )
  assert.deepEqual(
    barsOf({ ...ended, gravity: null }, law).map(({ until }) => until),
    ['2029-02-28'],
  )
  assert.deepEqual(barsOf({ ...ended, outcome: 'acquitted' }, law), [])
  assert.deepEqual(barsOf({ ...ended, forceOn: '2010-01-01' }, law), [])
  assert.equal(
    barsOf({ ...ended, outcome: 'excused', forceOn: null, terminatedOn: '2026-01-01' }, law)[0]?.from,
    '2026-01-01',
  )
})

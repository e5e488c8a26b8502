// The ladder of reminders in the Regulation's words: over weekends and holidays, up to the head, each rung once.
import assert from 'node:assert/strict'
import { clause } from '../../../test/kit/clause.ts'
import { systemActor } from '../../../test/kit/house.ts'
import { castId } from '../../app/cast.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { remindOfTerms } from './index.ts'
import { abai, close, department, extend, furnished, open } from './work.kit.ts'

clause(
  '5.14',
  'the holder is told three working days and one working day before the term, on its last day and the day after',
  async (t) => {
    // Friday 18 December: Wednesday 16 is Independence Day, so T−3 falls on Monday 14.
    const { due, climb, bell } = await furnished(t, '2026-11-30T09:00')
    await due({ number: 'М-7', openedOn: '2026-11-27', dueOn: '2026-12-18' })
    const heard: string[] = []
    for (const day of ['11', '12', '14', '15', '16', '17', '18', '19', '21', '22']) {
      const before = (await bell('inspector')).length
      await climb(`2026-12-${day}`)
      const news = (await bell('inspector')).slice(before)
      heard.push(...news.map(([kind, says]) => `${day} ${kind} ${says}`))
    }
    assert.deepEqual(heard, [
      '14 ahead М-7: мерзімге 3 жұмыс күні қалды.',
      '17 ahead М-7: мерзімге 1 жұмыс күні қалды.',
      '18 today М-7: мерзімі бүгін аяқталады.',
      '21 late М-7: мерзімі өтті: 1 жұмыс күні.',
    ])
  },
)

clause('10', 'a missed term goes up to the head, who bears personal responsibility', async (t) => {
  const { due, climb, bell } = await furnished(t)
  await due({ number: 'М-8', dueOn: '2026-11-27' })
  await climb('2026-11-27')
  assert.deepEqual(await bell('head'), [])
  assert.deepEqual(await climb('2026-11-30'), { told: 1, escalated: 1 })
  assert.deepEqual(await bell('head'), [['escalated', 'М-8: орындаушы мерзімді өткізді: 1 жұмыс күні.']])
  assert.deepEqual(
    (await bell('inspector')).map(([kind]) => kind),
    ['today', 'late'],
  )
  assert.deepEqual(await bell('deputy'), [])
})

clause('10', 'in the absence of the head a missed term goes up to the person acting that day', async (t) => {
  const { house, due, climb, bell } = await furnished(t)
  await due({ dueOn: '2026-11-27' })
  const absence = house.registry.operations.get('org.recordAbsence')
  assert.ok(absence)
  await perform(house, absence, await house.as('head'), {
    id: castId('head'),
    kind: 'leave',
    fromOn: '2026-11-28',
    untilOn: '2026-12-04',
    basis: 'Бұйрық',
  })
  await climb('2026-11-30')
  assert.deepEqual(
    (await bell('deputy')).map(([kind]) => kind),
    ['escalated'],
  )
  assert.deepEqual(await bell('head'), [])
})

clause(
  '6.18',
  'a missed term of a region goes up to its territorial head and to the head of the Department',
  async (t) => {
    const { due, climb, bell } = await furnished(t)
    await due({ holder: castId('abaiInspector'), unit: abai, dueOn: '2026-11-27' })
    await climb('2026-11-30')
    assert.deepEqual(
      (await bell('abaiHead')).map(([kind]) => kind),
      ['escalated'],
    )
    assert.deepEqual(
      (await bell('head')).map(([kind]) => kind),
      ['escalated'],
    )
    assert.deepEqual(await bell('almatyHead'), [])
  },
)

clause('5.14', 'what nobody holds is told to those who answer for the unit', async (t) => {
  const { due, climb, bell } = await furnished(t)
  await due({ holder: null, dueOn: '2026-11-27' })
  await climb('2026-11-27')
  for (const name of ['head', 'deputy', 'registrar'] as const) assert.equal((await bell(name)).length, 1, name)
  assert.deepEqual(await bell('inspector'), [])
})

clause(
  '5.14',
  'each rung is told once, though the reminders run twice, at once, or after the house was closed for days',
  async (t) => {
    const { house, due, climb, bell } = await furnished(t)
    await due({ dueOn: '2026-11-26' })
    house.clock.set('2026-11-23T08:00')
    await Promise.all([1, 2, 3].map(() => perform(house, remindOfTerms, systemActor, {})))
    await climb('2026-11-23')
    assert.deepEqual(
      (await bell('inspector')).map(([kind]) => kind),
      ['ahead'],
    )
    // Closed from Tuesday to the next Wednesday: the rungs of those days are not told one after another.
    assert.deepEqual(await climb('2026-12-02'), { told: 1, escalated: 1 })
    assert.deepEqual((await bell('inspector')).map(([kind, says]) => `${kind} ${says}`).slice(1), [
      'late М-1: мерзімі өтті: 4 жұмыс күні.',
    ])
    assert.deepEqual(await climb('2026-12-03'), { told: 0, escalated: 0 })
  },
)

clause('5.14', 'a new term is told anew, a duty that was done is not told at all', async (t) => {
  const { house, due, climb, bell } = await furnished(t)
  const moved = await due({ number: 'М-2', dueOn: '2026-11-24' })
  const done = await due({ number: 'М-3', dueOn: '2026-11-24' })
  await climb('2026-11-24')
  await perform(house, extend, await house.as('head'), { id: moved, dueOn: '2026-11-27' })
  await perform(house, close, await house.as('head'), { id: done })
  assert.equal((await climb('2026-11-25')).told, 1)
  assert.deepEqual((await bell('inspector')).map(([, says]) => says).slice(2), ['М-2: мерзімге 2 жұмыс күні қалды.'])
  await assert.rejects(
    perform(house, open, systemActor, {
      id: moved,
      number: null,
      stage: 'answer',
      holder: null,
      unit: department,
      openedOn: '2026-11-25',
      dueOn: '2026-11-27',
    }),
    { reason: 'conflict' },
  )
})

clause(
  '5.16',
  'mail tells the number and the way in, in the language of the addressee, and never what the case is about',
  async (t) => {
    const { house, due, climb, letters } = await furnished(t)
    const recordId = await due({ number: '6001-26-7-6/1102', dueOn: '2026-11-23' })
    await climb('2026-11-23')
    const [letter, ...more] = await letters()
    assert.deepEqual(more, [])
    assert.equal(letter?.address, 'inspector@qorgan.example')
    assert.equal(letter?.subject, 'Мерзім бүгін аяқталады')
    assert.match(letter?.body ?? '', /6001-26-7-6\/1102/)
    assert.ok(letter?.body.includes(`${house.staffUrl}/matters/${recordId}`))
    assert.doesNotMatch(letter?.body ?? '', /шағым/)
    assert.deepEqual(await drainJobs(house), [])
  },
)

clause('5.14', 'whoever is reminded of many terms at once gets one letter that says how many', async (t) => {
  const { due, climb, bell, letters } = await furnished(t)
  for (const number of ['1', '2', '3', '4', '5', '6']) await due({ number: `М-${number}`, dueOn: '2026-11-23' })
  await climb('2026-11-23')
  assert.equal((await bell('inspector')).length, 6)
  const [letter, ...more] = await letters()
  assert.deepEqual(more, [])
  assert.match(letter?.body ?? '', /ескерту саны: 6\n/)
})

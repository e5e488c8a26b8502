// Both clocks of an investigation: its own term, and the limitation of those under it.
import assert from 'node:assert/strict'
import { clause } from '../../../test/kit/clause.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import * as absences from './operations.ts'
import { deskOf } from '../investigations/investigations.kit.ts'
import { extendInvestigation } from '../proceedings/extending.ts'

const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)

clause(
  '5.14',
  'the term and the limitation remind before they end, and the head hears when they are missed',
  async () => {
    house.clock.set('2026-11-30T09:00')
    const { id: person } = await desk.register()
    const { id } = await desk.opened([person], { committedOn: '2026-06-08', discoveredOn: '2026-11-16' })
    const at = desk.remind
    const heard = (who: 'inspector' | 'head') => desk.heard(who, id)
    const on = (await desk.read('inspector', id)).limitationOn
    assert.equal(on, '2026-12-08')
    await at('2026-12-03T08:00')
    assert.deepEqual((await heard('inspector')).filter((it) => it === 'ahead').length, 1)
    await at('2026-12-07T08:00')
    assert.deepEqual((await heard('inspector')).filter((it) => it === 'ahead').length, 2)
    await at('2026-12-09T08:00')
    assert.equal((await heard('inspector'))[0], 'late')
    assert.ok((await heard('head')).includes('escalated'))
    assert.equal((await desk.limits('inspector', id))[0]?.past, true)
    // Sickness that is told late moves the clock back before its end; one without an end stops it.
    await as('inspector', absences.noteAbsence, {
      id,
      person,
      cause: 'sickness',
      from: '2026-11-02',
      until: '2026-11-11',
      paper: 'Парақ № 4',
    })
    assert.deepEqual(
      [
        (await desk.read('inspector', id)).limitationOn,
        (await desk.duties('inspector', id)).find(([stage]) => stage === 'limitation')?.[1],
      ],
      ['2026-12-18', '2026-12-18'],
    )
    await as('inspector', absences.noteAbsence, {
      id,
      person,
      cause: 'business-trip',
      from: '2026-12-07',
      paper: 'Бұйрық № 9',
    })
    const stopped = await desk.read('inspector', id)
    const [limit] = await desk.limits('inspector', id)
    assert.deepEqual([stopped.limitationOn, limit?.on, limit?.doubtful], [null, null, true])
    assert.equal(
      (await desk.duties('inspector', id)).some(([stage]) => stage === 'limitation'),
      false,
    )
    const absence = limit?.absences[1]?.id ?? ''
    await as('inspector', absences.endAbsence, { id, absence, until: '2026-12-09' })
    assert.equal((await desk.read('inspector', id)).limitationOn, '2026-12-21')
    // The term of the investigation itself: extended by a decision, not beyond the longest.
    const extend = (until: string) => as('head', extendInvestigation, { id, until, reason: 'Сараптама күтілуде.' })
    for (const until of ['2026-12-30', '2027-03-02'])
      assert.deepEqual(fieldsOf(await refused('invalid', extend(until))), ['until'])
    await refused('forbidden', as('inspector', extendInvestigation, { id, until: '2027-01-20', reason: 'x' }))
    await extend('2027-01-20')
    const extended = await desk.read('inspector', id)
    assert.deepEqual(
      [extended.term?.dueOn, extended.firstDueOn, (await desk.course('inspector', id)).extensions.length],
      ['2027-01-20', '2026-12-30', 1],
    )
    await at('2027-01-15T08:00')
    assert.ok((await heard('inspector')).includes('ahead'))
    await at('2027-01-21T08:00')
    assert.equal((await heard('inspector'))[0], 'late')
  },
)

// The course of an investigation: steps that remind, suspensions that end, events with two dates.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { castId, type CastName } from '../../app/cast.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { deskOf } from '../investigations/investigations.kit.ts'
import * as team from '../investigations/team-operations.ts'
import { prepareRequest } from '../requests/operations.ts'
import { openRequest } from '../requests/queries.ts'
import { anAsk } from '../requests/requests.kit.ts'
import * as course from './operations.ts'

const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)
const stages = async (who: CastName, id: string) => (await desk.duties(who, id)).map(([at]) => at)
const join = (id: string, employee: CastName) =>
  as('head', team.addMember, { id, employee: castId(employee), role: 'member' })

clause(
  '5.15',
  'steps are planned by the leader, done by the team with a result, and remind whoever owes them',
  async () => {
    const { id: person } = await desk.register({ nameKk: 'Серік Болатұлы Ибраев' })
    const { id } = await desk.opened([person])
    await join(id, 'inspector2')
    const plan = (more: object = {}, by: CastName = 'inspector') =>
      as(by, course.planStep, {
        id,
        what: 'Куәдан түсініктеме алу',
        who: castId('inspector2'),
        by: '2026-12-01',
        ...more,
      })
    await refused('forbidden', plan({}, 'inspector2'))
    assert.deepEqual(fieldsOf(await refused('invalid', plan({ who: castId('analyst') }))), ['who'])
    for (const by of ['2026-11-22', '2027-06-01'])
      assert.deepEqual(fieldsOf(await refused('invalid', plan({ by }))), ['by'])
    const { step } = await plan()
    const { step: second } = await plan({ what: 'Бейнежазбаны сұрату' })
    assert.deepEqual(await stages('inspector2', id), [`step.${step}`, `step.${second}`])
    await desk.remind('2026-12-02T08:00')
    assert.equal((await desk.heard('inspector2', id))[0], 'late')
    assert.deepEqual(
      fieldsOf(
        await refused('invalid', as('inspector2', course.finishStep, { id, step, result: 'x', doneOn: '2026-12-03' })),
      ),
      ['doneOn'],
    )
    await as('inspector2', course.finishStep, { id, step, doneOn: '2026-12-01', result: 'Түсініктеме алынды.' })
    await refused('invalid', as('inspector2', course.finishStep, { id, step, result: 'Тағы' }))
    await as('inspector', course.dropStep, { id, step: second, reason: 'Жазба сақталмаған.' })
    const page = await desk.course('inspector', id)
    assert.deepEqual(
      page.plan.map((it) => [it.doneOn, it.result, it.dropped]),
      [
        ['2026-12-01', 'Түсініктеме алынды.', null],
        [null, null, 'Жазба сақталмаған.'],
      ],
    )
    assert.deepEqual(await stages('inspector2', id), [])
    assert.equal((await journalOf(house, id, 'proceedings.finishStep'))[0]?.outcome, 'done')
  },
)

clause(
  '6.21',
  'a suspension from office is recorded by its act and is never longer than a month, in one act or in several',
  async () => {
    const { id: person } = await desk.register({ nameKk: 'Нұржан Сәкенұлы Байжанов' })
    const { id } = await desk.opened([person])
    const suspend = (more: object) =>
      as('inspector', course.suspendPerson, {
        id,
        person,
        actNumber: '15-ж',
        actOn: '2026-12-02',
        issuer: 'Департамент басшысы',
        from: '2026-12-03',
        until: '2026-12-20',
        ...more,
      })
    const long = await refused('forbidden', suspend({ until: '2027-01-03' }))
    assert.equal(long.clause, '6.21')
    assert.deepEqual(fieldsOf(await refused('invalid', suspend({ until: '2026-12-01' }))), ['until'])
    assert.deepEqual(fieldsOf(await refused('invalid', suspend({ person: randomUUID() }))), ['person'])
    await suspend({})
    // A second act goes on from the first, and the month counts from the first day of all.
    assert.equal(
      (await refused('forbidden', suspend({ actNumber: '16-ж', from: '2026-12-21', until: '2027-01-10' }))).clause,
      '6.21',
    )
    await suspend({ actNumber: '16-ж', from: '2026-12-21', until: '2027-01-02' })
    house.clock.set('2026-12-22T09:00')
    assert.deepEqual(
      (await desk.course('inspector', id)).suspensions.map((it) => [it.actNumber, it.inForce]),
      [
        ['15-ж', false],
        ['16-ж', true],
      ],
    )
  },
)

clause('12', 'a lawful demand made in the course of an investigation stands with it, and is shut with it', async () => {
  const { id: person } = await desk.register({ nameKk: 'Дина Қанатқызы Оразова' })
  const { id } = await desk.opened([person])
  const demand = anAsk({ kind: 'demand', about: `investigation:${id}` })
  const { id: request } = await as('inspector', prepareRequest, demand)
  const [row] = (await desk.course('head', id)).requests
  assert.deepEqual([row?.id, row?.kind.en], [request, 'Lawful demand'])
  const fault = await refused('invalid', as('analyst', prepareRequest, { ...anAsk(), about: `investigation:${id}` }))
  assert.deepEqual(fieldsOf(fault), ['about'])
  await as('inspector', team.recuseMember, { id, cause: 'other', reason: 'Сол сотта істеген туысым бар.' })
  await refused('unknown', as('inspector', openRequest, { id: request }))
})

// The course of an investigation: steps that remind, suspensions that end, events with two dates.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf } from '../../../test/kit/papers.ts'
import { castId, type CastName } from '../../app/cast.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { deskOf as authorityDesk } from '../authorities/authorities.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import { deskOf } from '../investigations/investigations.kit.ts'
import * as team from '../investigations/team-operations.ts'
import { prepareRequest } from '../requests/operations.ts'
import { openRequest } from '../requests/queries.ts'
import { anAsk } from '../requests/requests.kit.ts'
import * as course from './operations.ts'
import { listNotes, takeInvestigationFile } from './queries.ts'
import { listOrders, suspendPerson } from './suspending.ts'

const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)
const { granted } = authorityDesk(stage)
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

/** An order of suspension that names the case and the person. */
const ordered = async (id: string, person: string, days: object, more: object = {}) =>
  granted({ purpose: 'suspension', about: [`investigation:${id}`, `person:${person}`], ...days, ...more }, days)
const suspend = (id: string, person: string, who: CastName = 'inspector') => as(who, suspendPerson, { id, person })
const suspensions = async (id: string) => (await desk.course('inspector', id)).suspensions

clause(
  '6.21',
  'nobody is suspended without an order in force of the person who appoints that names the case and the person',
  async () => {
    house.clock.set('2026-12-02T09:00')
    const { id: person } = await desk.register({ nameKk: 'Нұржан Сәкенұлы Байжанов' })
    const { id: other } = await desk.register({ nameKk: 'Ержан Сәкенұлы Байжанов' })
    const { id } = await desk.opened([person])
    const { id: second } = await desk.opened([other])
    const missing = async () => {
      const fault = await refused('forbidden', suspend(id, person))
      assert.deepEqual([fault.clause, /order in force of the person who appoints/.test(fault.says.en)], ['6.21', true])
      // The page says the same before anybody tries.
      const [row] = (await as('inspector', listOrders, { id })).people
      assert.deepEqual([row?.order, row?.missing], [null, { clause: '6.21', says: fault.says }])
    }
    await missing()
    const days = { from: '2026-12-02', until: '2026-12-20' }
    // One that names another case, one that names another person, one for another purpose, one that begins tomorrow.
    await ordered(second, person, days)
    await ordered(id, other, days)
    await granted({ purpose: 'questioning', about: [`investigation:${id}`, `person:${person}`] }, days)
    await ordered(id, person, { from: '2026-12-03', until: '2026-12-10' })
    await missing()
    assert.deepEqual(fieldsOf(await refused('invalid', suspend(id, other))), ['person'])
    await ordered(id, person, days)
    const [row] = (await as('inspector', listOrders, { id })).people
    assert.deepEqual([row?.order?.from, row?.order?.until, row?.missing], ['2026-12-02', '2026-12-20', null])
    await refused('unknown', suspend(id, person, 'inspector2'))
    await suspend(id, person)
    // The act’s own words come from the order.
    const [kept] = await suspensions(id)
    assert.deepEqual(
      [kept?.actNumber, kept?.actOn, kept?.from, kept?.until, kept?.inForce],
      [row?.order?.number, '2026-12-02', '2026-12-02', '2026-12-20', true],
    )
    assert.match(kept?.issuer ?? '', /Төраға/)
    assert.match((await refused('forbidden', suspend(id, person))).says.en, /recorded already/)
    const entries = (await journalOf(house, id, 'proceedings.suspend')).map(({ outcome, clause: of }) => [outcome, of])
    assert.ok(entries.some(([outcome, of]) => outcome === 'refused' && of === '6.21'))
    assert.ok(entries.some(([outcome]) => outcome === 'done'))
  },
)

clause('6.21', 'a suspension is never longer than a month, in one order or in several', async () => {
  house.clock.set('2026-12-03T09:00')
  const { id: person } = await desk.register({ nameKk: 'Нұрлан Сәкенұлы Байжанов' })
  const { id } = await desk.opened([person])
  const long = await ordered(id, person, { from: '2026-12-03', until: '2027-01-03' })
  assert.match((await refused('forbidden', suspend(id, person))).says.en, /longer than the law allows/)
  await as('chairman', revokeAuthority, { id: long, reason: 'Мерзімі қате.' })
  await ordered(id, person, { from: '2026-12-03', until: '2026-12-20' })
  await suspend(id, person)
  house.clock.set('2026-12-21T09:00')
  // A second order goes on from the first, and the month counts from the first day of all.
  const later = await ordered(id, person, { from: '2026-12-21', until: '2027-01-10' })
  assert.equal((await refused('forbidden', suspend(id, person))).clause, '6.21')
  await as('chairman', revokeAuthority, { id: later, reason: 'Мерзімі қате.' })
  await ordered(id, person, { from: '2026-12-21', until: '2027-01-02' })
  await suspend(id, person)
  assert.deepEqual(
    (await suspensions(id)).map((it) => [it.from, it.inForce]),
    [
      ['2026-12-03', false],
      ['2026-12-21', true],
    ],
  )
})

clause('6.21', 'an order is recorded once, however many forms are sent', async () => {
  house.clock.set('2026-12-02T09:00')
  const { id: person } = await desk.register({ nameKk: 'Нұрбол Сәкенұлы Байжанов' })
  const { id } = await desk.opened([person])
  await ordered(id, person, { from: '2026-12-02', until: '2026-12-20' })
  const both = await Promise.allSettled([suspend(id, person), suspend(id, person, 'head')])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await suspensions(id)).length, 1)
})

clause(
  '6.21',
  'when the order is revoked the suspension ends on that day, and the leader and the head hear of it',
  async () => {
    house.clock.set('2026-12-02T09:00')
    const { id: person } = await desk.register({ nameKk: 'Нұрсұлтан Сәкенұлы Байжанов' })
    const { id } = await desk.opened([person])
    const order = await ordered(id, person, { from: '2026-12-02', until: '2026-12-20' })
    await suspend(id, person)
    house.clock.set('2026-12-10T09:00')
    await as('chairman', revokeAuthority, { id: order, reason: 'Қажеттілігі қалмады.' })
    await stage.news()
    const [row] = await suspensions(id)
    assert.deepEqual([row?.inForce, row?.until], [false, '2026-12-09'])
    for (const who of ['inspector', 'head'] as const)
      assert.ok((await desk.heard(who, id)).includes('suspensionEnded'), who)
    // The days that were not used are free again, within the month from the first day of all.
    await ordered(id, person, { from: '2026-12-10', until: '2027-01-01' })
    await suspend(id, person)
    // Revoked on its first day it was in force on none.
    const { id: brief } = await desk.register({ nameKk: 'Нұржол Сәкенұлы Байжанов' })
    const { id: third } = await desk.opened([brief])
    const short = await ordered(third, brief, { from: '2026-12-10', until: '2026-12-20' })
    await suspend(third, brief)
    await as('chairman', revokeAuthority, { id: short, reason: 'Қате шығарылған.' })
    await stage.news()
    assert.deepEqual(
      (await suspensions(third)).map((it) => it.inForce),
      [false],
    )
    assert.deepEqual(
      (await journalOf(house, third, 'proceedings.endSuspension')).map(({ outcome }) => outcome),
      ['done'],
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

clause(
  '5.15',
  'what happened is read by the page, none lost and none twice, with the files of that page alone',
  async () => {
    house.clock.set('2026-12-22T09:00')
    const { id: person } = await desk.register({ nameKk: 'Айгүл Маратқызы Сатыбалды' })
    const { id } = await desk.opened([person])
    await join(id, 'inspector2')
    // Hundreds of one moment and of one day: only their ids tell them apart.
    await asOwner(
      house,
      `insert into investigation_notes (id, investigation_id, happened_on, at, by, words)
    select gen_random_uuid(), $1, date '2026-11-20' - n / 400, timestamptz '2026-11-21T10:00Z' + n / 300 * interval '1 hour', $2,
      jsonb_build_object('kk', n::text, 'ru', n::text, 'en', n::text) from generate_series(1, 1200) n`,
      [id, castId('inspector')],
    )
    const file = await stage.bring(await stage.actor('inspector'), 'journal.txt', 'Журналдың көшірмесі')
    await as('inspector', course.addNote, { id, happenedOn: '2026-11-01', words: 'Алғашқы оқиға.', files: [file] })
    const seen: string[] = []
    const page = (at: number, who: CastName = 'inspector') => as(who, listNotes, { id, page: at, size: 50 })
    let last = await page(1)
    assert.deepEqual([last.total, last.capped], [1_201, false])
    for (let at = 1; at <= 26; at += 1) {
      last = await page(at)
      assert.equal(last.rows.length, at < 25 ? 50 : at === 25 ? 1 : 0)
      seen.push(...last.rows.map((row) => row.id))
      const files = last.rows.flatMap((row) => row.files.map((each) => each.id))
      assert.deepEqual(files, at === 25 ? [file] : [])
    }
    assert.deepEqual([seen.length, new Set(seen).size], [1_201, 1_201])
    const first = await page(1)
    assert.deepEqual(
      first.rows.map((row) => row.happenedOn),
      first.rows
        .map((row) => row.happenedOn)
        .toSorted()
        .toReversed(),
    )
    assert.equal(Buffer.byteLength(JSON.stringify(await desk.course('inspector', id))) < 4_000, true)
    // A file of it is taken by whoever works on it; one of another record is unknown here.
    assert.equal((await as('inspector2', takeInvestigationFile, { id, file })).name, 'journal.txt')
    await refused('unknown', as('inspector2', takeInvestigationFile, { id, file: randomUUID() }))
    await refused('unknown', as('inspector', listNotes, { id: randomUUID() }))
    await refused('unknown', page(1, 'analyst'))
    assert.equal((await page(1, 'inspector2')).total, 1_201)
    await as('inspector2', team.recuseMember, { id, cause: 'other', reason: 'Туысым сол сотта істейді.' })
    await refused('unknown', page(1, 'inspector2'))
  },
)

clause(
  '5.15',
  'a principal knows of it from the authority that names it, and sees nothing of what happened',
  async () => {
    const { id: person } = await desk.register({ nameKk: 'Бауыржан Ерікұлы Тілеу' })
    const { id } = await desk.opened([person])
    const prepared = await desk.prepared([person])
    assert.equal((await desk.read('chairman', id)).brief, true)
    await refused('forbidden', as('chairman', listNotes, { id }))
    // No authority names the other one.
    await refused('unknown', desk.read('chairman', prepared))
    await refused('unknown', as('chairman', listNotes, { id: prepared }))
  },
)

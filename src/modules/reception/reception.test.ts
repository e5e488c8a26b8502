// Personal reception: whose hours are free, one hour for one visitor, the card, the promise, the appeal made of it, the other ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { castActor } from '../../app/cast.ts'
import { calendar } from '../../kernel/calendar.ts'
import { perform } from '../../kernel/perform.ts'
import { openAppeal } from '../appeals/queries.ts'
import { appealStatus } from '../appeals/index.ts'
import { recordAbsence } from '../org/people/operations.ts'
import { printProtocol, printSlip } from '../submissions/entering.ts'
import { listDuties } from '../work/contract.ts'
import { remindOfTerms } from '../work/index.ts'
import { bookingStatus, bookReception, cancelBooking, listChiefs, listOpenDays } from './booking.ts'
import * as holding from './holding.ts'
import { reception } from './index.ts'
import * as planning from './planning.ts'
import * as queries from './queries.ts'
import { aBooking, castId, fieldsOf, openReceptions, refused, unitId } from './reception.kit.ts'
import { openDays, slotsOn, weekdayOf } from './slots.ts'

const stage = await openReceptions()
const { house, as, visit } = stage
const department = unitId('department')

const book = async (more: object = {}) =>
  (await perform(house.portal, bookReception, publicActor(), aBooking(more))).result
const free = async (more: object = {}) =>
  (await perform(house.portal, listOpenDays, publicActor(), { unit: department, post: 'head', ...more })).result.days
const times = async (on: string, more: object = {}) =>
  (await free(more)).find((it) => it.on === on)?.slots.map(({ at }) => at) ?? []
const one = async (id: string) => as('head', queries.openReception, { id })

test('free hours: the pattern and its exceptions, without days off and what is taken', () => {
  const name = { kk: 'М', ru: 'М', en: 'M' }
  const hours = { fromTime: '09:00', untilTime: '10:10', place: 'каб. 1' }
  const known = {
    patterns: [
      { ...hours, weekday: 3, fromOn: '2026-12-01', untilOn: null },
      { ...hours, weekday: 1, fromOn: '2026-01-01', untilOn: '2026-12-06' },
    ],
    exceptions: [
      { onDay: '2026-12-09', kind: 'closed' as const, fromTime: null, untilTime: null, place: null },
      { onDay: '2026-12-12', kind: 'extra' as const, fromTime: '15:00', untilTime: '15:40', place: 'каб. 2' },
    ],
    receivers: ['2026-12-02', '2026-12-07', '2026-12-09', '2026-12-12', '2026-12-16', '2026-12-23'].map((onDay) => ({
      onDay,
      name,
      acting: false,
    })),
    taken: [{ onDay: '2026-12-02', atTime: '09:10', minutes: 20 }],
    calendar: calendar(),
    minutes: 20,
  }
  assert.deepEqual([weekdayOf('2026-11-23'), weekdayOf('2026-11-29'), weekdayOf('2023-12-31')], [1, 7, 7])
  assert.deepEqual(
    openDays(known, { today: '2026-12-01', time: '09:00', days: 30 }).map(({ on }) => on),
    // The pattern of Mondays has ended, the 9th is closed, the 12th is an extra Saturday, the 16th a holiday; on the 30th nobody receives.
    ['2026-12-02', '2026-12-12', '2026-12-23'],
  )
  // What overlaps a taken hour is taken too, and no hour reaches beyond the end.
  assert.deepEqual(
    slotsOn('2026-12-02', known).map(({ at }) => at),
    ['09:40'],
  )
  assert.deepEqual(
    slotsOn('2026-12-23', known).map(({ at }) => at),
    ['09:00', '09:20', '09:40'],
  )
  assert.deepEqual(
    openDays(known, { today: '2026-12-12', time: '15:05', days: 0 }).map(({ slots }) => slots.map(({ at }) => at)),
    [['15:20']],
  )
})

clause('6.23', 'a citizen books a free hour with a chief, sees the booking by the code and calls it off', async () => {
  const chiefs = (await perform(house.portal, listChiefs, publicActor(), {})).result.rows
  assert.deepEqual(
    chiefs.map(({ post }) => post),
    ['head', 'deputy-head', 'territorial-head'],
  )
  assert.deepEqual((await times('2026-11-30')).slice(0, 3), ['10:00', '10:20', '10:40'])
  const slip = await book()
  assert.match(slip.number, /^ЖҚ-26-\d{5}$/)
  assert.equal(slip.minutes, 20)
  assert.ok(!(await times('2026-11-30')).includes('10:00'))
  const seen = await visit(slip.code, bookingStatus, {})
  assert.deepEqual([seen.id, seen.state, seen.on, seen.at], [slip.id, 'booked', '2026-11-30', '10:00'])
  assert.match(seen.receiver?.kk ?? '', /Ержанов/)
  await visit(slip.code, cancelBooking, {})
  assert.equal((await visit(slip.code, bookingStatus, {})).state, 'cancelled')
  assert.ok((await times('2026-11-30')).includes('10:00'), 'the hour is free again')
  await refused('wrong-state', visit(slip.code, cancelBooking, {}))
  await refused('unknown', visit('K7QD-K7QD-K7QD-K7QD-K7QD-K7QD-K7QD', bookingStatus, {}))
  await refused('unknown', visit(slip.code, appealStatus, {}))
})

clause('6.23', 'of thirty-two who ask for one hour at one moment exactly one gets it', async () => {
  const asked = Array.from({ length: 32 }, () =>
    book({ at: '11:00' }).then(
      () => 'got',
      (fault) => fieldsOf(fault).join(),
    ),
  )
  const answers = await Promise.all(asked)
  assert.equal(answers.filter((it) => it === 'got').length, 1)
  assert.equal(answers.filter((it) => it === 'at').length, 31)
})

test('sent twice, it is one booking with one code; a person has one hour a day, known by telephone or IIN', async () => {
  const form = aBooking({ at: '10:20', iin: '921029350851' })
  const [first, again] = await Promise.all(
    [1, 2].map(async () => (await perform(house.portal, bookReception, publicActor(), form)).result),
  )
  assert.deepEqual(first, again)
  const other = { at: '10:40' }
  for (const same of [{ phone: form.phone }, { iin: form.iin }])
    assert.deepEqual(fieldsOf(await refused('invalid', book({ ...other, ...same }))), ['on'])
  // Both forms of one person at one moment: the limit holds all the same.
  const both = { phone: '+7 702 555 0101' }
  const tries = await Promise.allSettled([book({ ...both, at: '11:20' }), book({ ...both, at: '11:40' })])
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  const { rows } = await sql<{
    keys: string[]
  }>`select person_keys as keys from receptions where id = ${first?.id}`.execute(stage.owner)
  assert.ok(
    rows[0]?.keys.every((key) => /^[0-9a-f]{64}$/.test(key)),
    'only keyed hashes are kept',
  )
})

test('what cannot stand is said beside its field, through the public role', async () => {
  const bad: [object, string][] = [
    [{ phone: '' }, 'phone'],
    [{ phone: '12' }, 'phone'],
    [{ iin: '921029350852' }, 'iin'],
    [{ name: ' ' }, 'name'],
    [{ about: '' }, 'about'],
    [{ about: 'а'.repeat(60_000) }, 'about'],
    [{ on: '2026-12-01' }, 'at'],
    [{ on: '2026-11-16' }, 'at'],
    [{ on: '2027-12-06' }, 'at'],
    [{ at: '09:00' }, 'at'],
    [{ at: '25:00' }, 'at'],
    [{ unit: castId('head') }, 'at'],
    [{ post: 'inspector' }, 'post'],
  ]
  for (const [more, path] of bad)
    assert.ok(
      fieldsOf(await refused('invalid', book(more))).includes(path),
      `${path} ${JSON.stringify(more).slice(0, 60)}`,
    )
})

clause('6.23', 'who acts for an absent chief receives that day, and where nobody acts no hour is offered', async () => {
  const abai = { unit: unitId('abai'), post: 'territorial-head' as const }
  assert.ok((await times('2026-12-02', abai)).length)
  const absence = { id: castId('abaiHead'), kind: 'leave' as const, fromOn: '2026-12-01', untilOn: '2026-12-04' }
  await as('admin', recordAbsence, absence)
  assert.deepEqual(await times('2026-12-02', abai), [])
  await as('admin', recordAbsence, { ...absence, id: castId('head'), fromOn: '2026-12-07', untilOn: '2026-12-07' })
  const day = (await free()).find(({ on }) => on === '2026-12-07')
  assert.deepEqual([day?.acting, /Сәрсенова/.test(day?.receiver.kk ?? '')], [true, true])
  const { id } = await book({ on: '2026-12-07' })
  house.clock.set('2026-12-07T10:05')
  const card = { id, asked: 'Сұрады', answered: 'Түсіндірілді' }
  // An absent head meets nothing of the Department's: the post is another's for these days.
  await refused('unknown', as('head', holding.holdReception, card))
  await as('deputy', holding.holdReception, card)
  assert.match((await as('registrar', queries.openReception, { id })).card?.by.kk ?? '', /Сәрсенова/)
  house.clock.set('2026-11-23T09:00')
})

clause('5.14', 'what was promised at a reception is a duty with a term, and reminds until it is kept', async () => {
  const { id, number } = await book({ on: '2026-12-14' })
  const card = { id, asked: 'Істің барысын білгісі келді', answered: 'Тексеріледі', promise: 'Жазбаша хабарлау' }
  assert.equal(
    (await refused('forbidden', as('head', holding.holdReception, { ...card, promiseDueOn: '2026-12-28' }))).says.en,
    'The day of the reception has not come yet.',
  )
  house.clock.set('2026-12-14T10:10')
  assert.deepEqual(fieldsOf(await refused('invalid', as('head', holding.holdReception, card))), ['promiseDueOn'])
  assert.deepEqual(
    fieldsOf(
      await refused('invalid', as('head', holding.holdReception, { ...card, promise: '', promiseDueOn: '2026-12-28' })),
    ),
    ['promise'],
  )
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('head', holding.holdReception, { ...card, promiseDueOn: '2026-12-01' }))),
    ['promiseDueOn'],
  )
  await as('head', holding.holdReception, { ...card, promiseDueOn: '2026-12-28' })
  await refused('wrong-state', as('head', holding.holdReception, { ...card, promiseDueOn: '2026-12-28' }))
  const mine = async () =>
    (await perform(house, house.registry.operations.get(listDuties.name) as never, await stage.actor('head'), {}))
      .result as {
      rows: { number: string; stage: string; page: string }[]
    }
  const duty = (await mine()).rows.find((it) => it.number === number)
  assert.deepEqual([duty?.stage, duty?.page], ['promise', `/reception/${id}`])
  house.clock.set('2026-12-29T08:00')
  const { told } = (await perform(house, remindOfTerms, { ...(await castActor(house, 'head')), kind: 'system' }, {}))
    .result
  assert.ok(told > 0, 'the ladder tells of a promise that is late')
  assert.equal((await one(id)).promise?.left, -1)
  await refused('forbidden', as('deputy', holding.fulfilPromise, { id, result: 'x' }))
  await as('head', holding.fulfilPromise, { id, result: 'Хат жіберілді' })
  assert.equal(
    (await mine()).rows.some((it) => it.number === number),
    false,
  )
  assert.equal(
    (await refused('forbidden', as('head', holding.fulfilPromise, { id, result: 'x' }))).says.en,
    'There is no promise left to keep.',
  )
  house.clock.set('2026-11-23T09:00')
})

clause('6.23', 'what is said at a reception is put into a protocol and is an appeal from then on', async () => {
  const { id, number } = await book({ on: '2026-12-21' })
  const said = { id, kind: 'report' as const, text: 'Кеңсе қызметкері ақы сұрады.' }
  house.clock.set('2026-12-21T10:10')
  await refused('wrong-state', as('head', holding.makeAppeal, { ...said, agreement: 'agreed' }))
  await as('head', holding.holdReception, { id, asked: 'Сұрады', answered: 'Өтініш қабылданды' })
  assert.deepEqual(fieldsOf(await refused('invalid', as('head', holding.makeAppeal, said))), ['agreement'])
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('head', holding.makeAppeal, { ...said, agreement: 'remarks' }))),
    ['remarks'],
  )
  await refused('unknown', as('inspector', holding.makeAppeal, { ...said, agreement: 'agreed' }))
  const slip = await as('head', holding.makeAppeal, { ...said, agreement: 'agreed' })
  assert.match(slip.slipNumber, /^ТЛ-/)
  const appeal = await as('head', openAppeal, { id: slip.appeal })
  assert.deepEqual([appeal.channel, appeal.state, appeal.protocol?.agreement], ['oral', 'received', 'agreed'])
  assert.equal((await one(id)).appeal, slip.appeal)
  assert.equal((await as('registrar', queries.receptionOfAppeal, { id: slip.appeal })).reception?.number, number)
  assert.equal((await visit(slip.code, appealStatus, {})).id, slip.appeal)
  for (const pdf of [
    (await as('head', printProtocol, { code: slip.code })).pdf,
    (await as('head', printSlip, { code: slip.code, language: 'kk' })).pdf,
  ])
    assert.equal(Buffer.from(pdf, 'base64').subarray(0, 5).toString(), '%PDF-')
  assert.match(
    (await refused('forbidden', as('head', holding.makeAppeal, { ...said, agreement: 'agreed' }))).says.en,
    /already/,
  )
  await stage.news()
  house.clock.set('2026-11-23T09:00')
})

clause('6.23', 'a day that is closed calls off its bookings, and each visitor reads why under the code', async () => {
  const mine = await book({ on: '2026-12-21', at: '10:20' })
  const closed = {
    unit: department,
    post: 'head' as const,
    on: '2026-12-21',
    kind: 'closed' as const,
    reason: 'Меңгеруші іссапарда',
  }
  await refused('forbidden', as('inspector', planning.makeException, closed))
  const done = await as('registrar', planning.makeException, closed)
  assert.equal(done.withdrawn, 1)
  const seen = await visit(mine.code, bookingStatus, {})
  assert.deepEqual([seen.state, seen.notice], ['withdrawn', 'Меңгеруші іссапарда'])
  assert.deepEqual(await times('2026-12-21'), [])
  await as('registrar', planning.liftException, { exception: done.id })
  await refused('unknown', as('registrar', planning.liftException, { exception: done.id }))
  const next = await book({ on: '2026-12-14', at: '10:40' })
  await as('registrar', holding.withdrawReception, { id: next.id, notice: 'Кеңес өтеді' })
  assert.equal((await visit(next.code, bookingStatus, {})).notice, 'Кеңес өтеді')
  for (const [more, path] of [
    [{ on: '2026-11-01' }, 'on'],
    [{ kind: 'extra' }, 'fromTime'],
    [{ kind: 'extra', fromTime: '10:00', untilTime: '09:00', place: 'x' }, 'untilTime'],
    [{ kind: 'extra', fromTime: '10:00', untilTime: '11:00' }, 'place'],
    [{ post: 'territorial-head' }, 'post'],
    [{ unit: castId('head') }, 'unit'],
  ] as const)
    assert.deepEqual(
      fieldsOf(await refused('invalid', as('registrar', planning.makeException, { ...closed, ...more }))),
      [path],
    )
})

clause(
  '6.23',
  'who comes without a booking is received too; who does not come is marked only after the hour',
  async () => {
    const walkIn = {
      unit: department,
      post: 'head' as const,
      language: 'ru' as const,
      name: 'Без записи',
      about: 'Спросить',
    }
    await refused('forbidden', as('inspector', holding.takeWalkIn, walkIn))
    const { id } = await as('registrar', holding.takeWalkIn, walkIn)
    const sheet = await as('head', queries.readDay, { on: '2026-11-23' })
    assert.deepEqual(
      sheet.desks[0]?.visits.map((it) => [it.id, it.walkIn, it.name]),
      [[id, true, 'Без записи']],
    )
    await as('head', holding.holdReception, { id, asked: 'Спросил', answered: 'Ответили' })
    const booked = await book({ on: '2026-11-30', at: '10:40' })
    assert.match(
      (await refused('forbidden', as('registrar', holding.missReception, { id: booked.id }))).says.en,
      /hour has not come/,
    )
    house.clock.set('2026-11-30T10:41')
    await as('registrar', holding.missReception, { id: booked.id })
    assert.equal((await visit(booked.code, bookingStatus, {})).state, 'missed')
    house.clock.set('2026-11-23T09:00')
  },
)

clause('5.16', 'reading who comes is an entry of the journal, and a region sees its own receptions alone', async () => {
  const abai = await book({ unit: unitId('abai'), post: 'territorial-head', on: '2026-11-25' })
  const centre = await book({ on: '2026-12-14', at: '11:40' })
  assert.equal((await as('abaiHead', queries.openReception, { id: abai.id })).visitor.name.slice(0, 6), 'Келуші')
  await refused('unknown', as('abaiHead', queries.openReception, { id: centre.id }))
  await refused('unknown', as('almatyHead', queries.openReception, { id: abai.id }))
  await refused('unknown', as('almatyHead', queries.readDay, { unit: department }))
  for (const name of ['inspector', 'admin', 'auditor'] as const)
    await refused('forbidden', as(name, queries.listReceptions, {}))
  const rows = (await as('abaiHead', queries.listReceptions, {})).rows
  assert.deepEqual(
    rows.map(({ id }) => id),
    [abai.id],
  )
  assert.ok((await as('head', queries.listReceptions, { promise: 'done' })).rows.length > 0)
  const { rows: entries } = await sql<{ outcome: string }>`
    select outcome from journal_inbox where operation = 'reception.one' and record_id = ${abai.id}`.execute(stage.owner)
  assert.ok(entries.some(({ outcome }) => outcome === 'read'))
})

test('the calendar: hours that overlap or end before they begin are refused, ended hours are offered no more', async () => {
  const hours = {
    unit: department,
    post: 'head' as const,
    weekday: 1,
    fromTime: '11:00',
    untilTime: '13:00',
    place: 'x',
    fromOn: '2026-12-01',
  }
  assert.deepEqual(fieldsOf(await refused('invalid', as('registrar', planning.setHours, hours))), ['fromTime'])
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('registrar', planning.setHours, { ...hours, untilTime: '10:00' }))),
    ['untilTime'],
  )
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('registrar', planning.setHours, { ...hours, fromTime: '9' }))),
    ['fromTime'],
  )
  const { hours: now } = await as('registrar', planning.readPlan, {})
  const deputy = now.find(({ post }) => post === 'deputy-head')
  assert.ok(deputy)
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('registrar', planning.endHours, { id: deputy.id, untilOn: '2026-10-01' }))),
    ['untilOn'],
  )
  await refused('conflict', as('registrar', planning.endHours, { id: deputy.id, version: 7, untilOn: '2026-12-03' }))
  await as('registrar', planning.endHours, { id: deputy.id, version: 1, untilOn: '2026-12-03' })
  assert.deepEqual(
    (await free({ post: 'deputy-head' })).map(({ on }) => on),
    ['2026-11-26', '2026-12-03'],
  )
  assert.ok(reception.operations.every(({ clauses }) => clauses.length > 0))
})

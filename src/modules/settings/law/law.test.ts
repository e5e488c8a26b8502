// The law's data in the Regulation's words: who changes a term, from which day, and what stays marked until it is confirmed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clause } from '../../../../test/kit/clause.ts'
import { publicActor } from '../../../../test/kit/house.ts'
import { clauseIds, clauses } from '../../../kernel/clauses.ts'
import { perform } from '../../../kernel/perform.ts'
import { command } from '../../../kernel/operation.ts'
import { shape } from '../../../kernel/contract.ts'
import { dueBy } from '../../../kernel/parameters.ts'
import { z } from 'zod'
import { furnished } from '../settings.kit.ts'
import { everyEmployee } from '../rules.ts'
import {
  changeParameter,
  confirmParameter,
  listParameters,
  readCalendar,
  readLaw,
  setDay,
  type ParameterRow,
} from './contract.ts'
import { provenBy } from './coverage.ts'

const rowOf = (rows: readonly ParameterRow[], name: string): ParameterRow => {
  const found = rows.find((it) => it.name === name)
  assert.ok(found, name)
  return found
}
const answer = { name: 'appeal.answer', from: '2027-01-01', value: 10, reason: 'ӘРПК-ге 2026 жылғы өзгеріс' }
const retention = { name: 'retention.appeals', from: '2023-09-07', reason: 'Бұйрық № 245' }

clause('7.1', 'terms rest on acts: nobody but the administrator changes or confirms them', async (t) => {
  const { house, ask } = await furnished(t)
  for (const name of ['inspector', 'head', 'caHead', 'auditor', 'registrar'] as const) {
    await assert.rejects(ask(name, changeParameter, answer), { reason: 'forbidden', clause: '7.1' }, name)
    await assert.rejects(ask(name, confirmParameter, retention), { reason: 'forbidden', clause: '7.1' }, name)
    await assert.rejects(
      ask(name, setDay, { on: '2026-12-07', kind: 'off', basis: 'Қаулы' }),
      { reason: 'forbidden' },
      name,
    )
  }
  const admin = await house.as('admin')
  const stale = { ...admin, session: { id: admin.session?.id ?? '', steppedUpAt: null } }
  await assert.rejects(ask(stale, changeParameter, answer), { reason: 'step-up' })
  await assert.rejects(ask(publicActor(), listParameters, {}), { reason: 'forbidden' })
})

clause('7.1', 'a changed term applies from its date of force only', async (t) => {
  const { house, ask } = await furnished(t)
  const due = command(shape('terms.due', z.object({}), z.object({ on: z.string() }), readLaw.title), {
    clauses: ['7.1'],
    rules: [everyEmployee],
    run: async ({ tx }) => ({ on: dueBy(await tx.house.parameters.current(), 'appeal.answer', tx.today).on }),
  })
  const dueOf = async (received: string) => {
    house.clock.set(`${received}T09:00`)
    return (await perform(house, due, await house.as('head'), {})).result.on
  }
  const before = await dueOf('2026-12-28')
  house.clock.set('2026-11-23T09:00')
  await ask('admin', changeParameter, answer)
  assert.equal(await dueOf('2026-12-28'), before)
  assert.equal(await dueOf('2027-01-05'), '2027-01-20')
  house.clock.set('2026-11-23T09:00')
  const row = rowOf((await ask('inspector', listParameters, {})).rows, 'appeal.answer')
  assert.equal(row.current?.value, 15)
  assert.deepEqual(
    row.coming.map(({ from, value, standing }) => [from, value, standing]),
    [['2027-01-01', 10, 'changed']],
  )
  assert.equal(row.coming[0]?.by?.kk, 'Виктор Петров')
  assert.equal(row.coming[0]?.source, answer.reason)
  assert.equal(row.coming[0]?.says.kk, '10 жұмыс күні')
})

clause('5.16', 'an unverified term stays marked until it is confirmed with a reason', async (t) => {
  const { ask } = await furnished(t)
  const first = await ask('inspector', listParameters, {})
  assert.equal(rowOf(first.rows, retention.name).current?.confidence, 'unverified')
  await ask('admin', confirmParameter, retention)
  const second = await ask('inspector', listParameters, {})
  const { current } = rowOf(second.rows, retention.name)
  assert.deepEqual(
    [current?.confidence, current?.standing, current?.source],
    ['verified', 'confirmed', retention.reason],
  )
  assert.equal(second.unverified, first.unverified - 1)
  await assert.rejects(ask('admin', confirmParameter, retention), { reason: 'wrong-state' })
})

test('a value that cannot stand is refused beside its field, and nothing is written', async (t) => {
  const { ask } = await furnished(t)
  const refused = (input: object, path: string) =>
    assert.rejects(
      ask('admin', changeParameter, { ...answer, ...input }),
      (fault: { reason?: string; fields?: { path: string }[] }) => {
        assert.deepEqual([fault.reason, fault.fields?.[0]?.path], ['invalid', path])
        return true
      },
    )
  await refused({ value: 0 }, 'value')
  await refused({ value: 1.5 }, 'value')
  await refused({ value: 'on Monday' }, 'value')
  await refused({ value: [15] }, 'value')
  await refused({ name: 'appeal.nothing' }, 'name')
  await refused({ name: 'constructor' }, 'name')
  await refused({ from: '2020-01-01' }, 'from')
  await refused({ from: 'tomorrow' }, 'from')
  await refused({ reason: ' ' }, 'reason')
  await refused({ name: 'appeal.count-from', value: 'last-working-day' }, 'value')
  await assert.rejects(ask('admin', changeParameter, { ...answer, from: '2021-07-01', value: 15 }), {
    reason: 'conflict',
  })
  await assert.rejects(ask('admin', confirmParameter, { ...retention, from: '2024-01-01' }), { reason: 'invalid' })
  const { rows } = await ask('admin', listParameters, {})
  assert.ok(rows.every(({ history }) => history.every(({ standing }) => standing === 'written')))
})

clause('5.14', 'the calendar tells why a day is off and which days nobody has confirmed', async (t) => {
  const { ask } = await furnished(t)
  const year = await ask('gate', readCalendar, { year: 2027 })
  const days = year.months.flatMap((month) => month.days)
  assert.equal(days.length, 365)
  assert.equal(year.workingDays, days.filter(({ working }) => working).length)
  assert.equal(
    year.workingDays,
    year.months.reduce((sum, month) => sum + month.workingDays, 0),
  )
  const on = (day: string) => days.find((it) => it.on === day)
  assert.match(on('2027-03-22')?.why.kk ?? '', /Наурыз/)
  assert.deepEqual(
    days.filter(({ unverified }) => unverified).map((it) => it.on),
    ['2027-05-16'],
  )
  assert.deepEqual(
    [on('2027-03-27')?.special, on('2027-03-22')?.special, on('2027-03-31')?.special],
    [false, true, false],
  )
  assert.equal((await ask('gate', readCalendar, {})).year, 2026)
})

clause('7.1', 'a resolution of the Government moves a day, and an announced feast takes its place', async (t) => {
  const { ask } = await furnished(t)
  await ask('admin', setDay, { on: '2027-05-17', kind: 'off', occasion: 'kurban-ait', basis: 'ҚМДБ хабарлауы' })
  await ask('admin', setDay, { on: '2027-04-24', kind: 'work', basis: 'Үкімет қаулысы № 1' })
  const days = (await ask('inspector', readCalendar, { year: 2027 })).months.flatMap((month) => month.days)
  const on = (day: string) => days.find((it) => it.on === day)
  assert.deepEqual(
    [on('2027-05-17')?.working, on('2027-05-17')?.unverified, on('2027-04-24')?.working],
    [false, false, true],
  )
  assert.ok(days.every(({ unverified }) => !unverified))
  await assert.rejects(ask('admin', setDay, { on: '2027-05-18', kind: 'work', occasion: 'kurban-ait', basis: 'x' }), {
    reason: 'invalid',
  })
  await assert.rejects(ask('admin', setDay, { on: '1900-05-18', kind: 'off', basis: 'x' }), { reason: 'invalid' })
})

clause('5.14', 'for each clause the house tells its words, what carries it and why software does not', async (t) => {
  const { ask } = await furnished(t)
  const law = await ask('inspector', readLaw, {})
  assert.deepEqual(
    law.rows.map(({ id }) => id),
    clauseIds,
  )
  assert.equal(law.rows.find(({ id }) => id === '5.9')?.says.kk, clauses['5.9'].kk)
  const carriers = law.rows.find(({ id }) => id === '7.1')?.carriers ?? []
  const change = carriers.find(({ name }) => name === 'settings.changeParameter')
  assert.equal(change?.title?.kk, changeParameter.title.kk)
  assert.equal(
    law.rows.find(({ id }) => id === '2')?.reason?.kk.length ? law.outside : 0,
    law.rows.filter(({ reason }) => reason).length,
  )
  assert.equal(law.carried, law.rows.filter(({ carriers: by }) => by.length > 0).length)
})

test('the proofs are read from the computed page', () => {
  const page = [
    '| clause | says | carried by | proven by |',
    '|---|---|---|---|',
    '| 5.14 | tasks | `operation a.b`<br>`rule permit x \\| y` | it is told (a.test.ts)<br>a \\| b (b.test.ts) |',
    '| 5.15 | powers | not carried yet |  |',
  ].join('\n')
  const proofs = provenBy(page)
  assert.deepEqual(proofs.get('5.14'), ['it is told (a.test.ts)', 'a | b (b.test.ts)'])
  assert.deepEqual(proofs.get('5.15'), [])
  assert.equal(proofs.size, 2)
})

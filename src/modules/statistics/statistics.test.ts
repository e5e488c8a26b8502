// The form of appeals: every figure leads to its cases, a past day stays what it was, nobody counts what is hidden, the head signs off.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { castId, fieldsOf, refused, unitId } from '../appeals/appeals.kit.ts'
import type { Input, Output } from '../../ui/call.ts'
import { closeRenderer } from '../templates/index.ts'
import type * as shapes from './contract.ts'
import { dimensions, measures } from './measures.ts'
import { approveForm, exportForm, listCases, printForm, readForm } from './operations.ts'
import { periodBefore, yearOfMonths } from './period.ts'
import { end, mark, peopled } from './statistics.kit.ts'

test.after(closeRenderer)

type Form = Output<typeof shapes.readForm>

const { stage, ids } = await peopled()
const october = { from: '2026-10-01', until: '2026-10-31' }
const read = (who: 'head' | 'abaiHead' | 'almatyHead' | 'deputy' | 'registrar', wish: Input<typeof shapes.readForm>) =>
  stage.as(who, readForm, wish)
const figures = ({ totals, cuts }: Form) => ({ totals, cuts })

/** An appeal from which somebody is shut out, as the room of shutting out does it. */
const shutOut = (appeal: string, person: string) =>
  stage.owner.transaction().execute(async (db) => {
    await sql`select set_config('app.operation', 'test', true)`.execute(db)
    await sql`insert into denied (record_id, person_id, since, reason) values (${appeal}, ${person}, now(), 'named')`.execute(
      db,
    )
  })

test('the sums hold: in hand is carried over and received, and either completed or remaining', async () => {
  const form = await read('head', october)
  assert.ok(form.totals.received > 10 && form.totals.done > 5 && form.totals.carried > 0, JSON.stringify(form.totals))
  const rows = [form.totals, ...form.cuts.flatMap((cut) => cut.rows.map(({ counts }) => counts))]
  for (const it of rows) {
    assert.equal(it.inHand, it.carried + it.received)
    assert.equal(it.inHand, it.done + it.remaining)
    const ends = it.answered + it.forwarded + it.redirected + it.returned + it.withdrawn + it.transferred + it.closed
    assert.equal(it.done, ends)
    assert.equal(it.done, it.inTime + it.late)
    assert.equal(it.answered, it.satisfied + it.partly + it.refused + it.explained + it.terminated + it.unstated)
  }
  for (const { dimension, rows: parts } of form.cuts)
    for (const measure of measures)
      assert.equal(
        parts.reduce((sum, { counts }) => sum + counts[measure], 0),
        form.totals[measure],
        `${dimension} ${measure}`,
      )
})

clause('6.23', 'every figure of the form leads to exactly the appeals that it counts', async () => {
  for (const who of ['head', 'abaiHead'] as const) {
    const form = await read(who, october)
    let cells = 0
    const check = async (
      count: number,
      cell: Pick<Input<typeof shapes.listCases>, 'measure' | 'dimension' | 'value'>,
    ) => {
      const { rows, total } = await stage.as(who, listCases, { ...october, size: 100, ...cell })
      assert.equal(total, count, JSON.stringify(cell))
      assert.equal(rows.length, count)
      assert.ok(rows.every(({ id }) => ids.includes(id ?? '')))
      cells += 1
    }
    for (const measure of measures) {
      await check(form.totals[measure], { measure })
      const rows = form.cuts.flatMap(({ dimension, rows: parts }) => parts.map((it) => ({ dimension, ...it })))
      await Promise.all(
        rows.map(({ dimension, value, counts }) => check(counts[measure], { measure, dimension, value })),
      )
    }
    assert.ok(cells > 200)
  }
})

clause(
  '6.23',
  'the form of a past day shows the same figures later, whatever has happened to the appeals since',
  async () => {
    const { clock } = stage.house
    const day = '2026-10-20'
    const wish = { from: '2026-10-01', until: '2026-10-15', asOf: day }
    const then = await read('head', wish)
    assert.equal(then.provisional, false)
    clock.forward(3 * 86_400_000)
    const open = await stage.as('head', listCases, { ...wish, asOf: undefined, measure: 'remaining', size: 100 })
    const [a = '', b = '', c = '', d = ''] = open.rows.flatMap(({ id, doneOn }) => (id && !doneOn ? [id] : []))
    assert.ok(d)
    await end(stage, a, 'answered', { result: 'refused' })
    await end(stage, b, 'returned')
    await mark(stage, c, { unit_id: unitId('almaty'), question: 'ethics', collective: true, kind: 'proposal' })
    await mark(stage, d, { first_due_on: '2026-10-10', due_on: '2027-01-10' })
    await stage.submit()
    assert.deepEqual(figures(await read('head', wish)), figures(then))
    const now = await read('head', { ...wish, asOf: undefined })
    assert.notDeepEqual(figures(now), figures(then))
  },
)

clause('5.12', 'the head of a territorial unit reads the figures of that unit, the centre those of each', async () => {
  const whole = await read('head', october)
  const abai = await read('abaiHead', october)
  const ofUnit = (form: Form, unit: string) =>
    form.cuts.find(({ dimension }) => dimension === 'unit')?.rows.find(({ value }) => value === unit)?.counts
  assert.deepEqual(abai.totals, ofUnit(whole, unitId('abai')))
  assert.deepEqual(figures(await read('head', { ...october, unit: unitId('abai') })), figures(abai))
  assert.equal(abai.units.length, 1)
  assert.deepEqual(
    abai.cuts.find(({ dimension }) => dimension === 'unit')?.rows.map(({ value }) => value),
    [unitId('abai')],
  )
  assert.deepEqual(fieldsOf(await refused('invalid', read('abaiHead', { ...october, unit: unitId('almaty') }))), [
    'unit',
  ])
  const elsewhere = { ...october, measure: 'inHand', dimension: 'unit', value: unitId('almaty') } as const
  assert.equal((await stage.as('abaiHead', listCases, elsewhere)).total, 0)
  for (const who of ['inspector', 'analyst', 'auditor', 'admin'] as const)
    await refused('forbidden', stage.as(who, readForm, october))
})

test('an appeal that has left the asker’s sight is counted where it was counted, and shown no more', async () => {
  const wish = { ...october, measure: 'inHand', asOf: '2026-11-06' } as const
  const before = await stage.as('abaiHead', listCases, { ...wish, size: 100 })
  const moved = before.rows.find(({ doneOn }) => doneOn === null)?.id ?? ''
  await mark(stage, moved, { unit_id: unitId('department') })
  const after = await stage.as('abaiHead', listCases, { ...wish, size: 100 })
  assert.equal(after.total, before.total)
  const gone = after.rows.filter(({ id }) => id === null)
  assert.deepEqual(
    gone.map(({ number, subject }) => [number, subject]),
    [[null, null]],
  )
})

clause('6.23', 'a person who is shut out of an appeal does not find it in any count', async () => {
  const [hidden = ''] = ids.slice(20)
  const seen = await read('deputy', { from: '2026-09-01', until: '2026-11-30' })
  await shutOut(hidden, castId('deputy'))
  const less = await read('deputy', { from: '2026-09-01', until: '2026-11-30' })
  const whole = await read('head', { from: '2026-09-01', until: '2026-11-30' })
  assert.equal(less.totals.inHand, seen.totals.inHand - 1)
  assert.equal(whole.totals.inHand, seen.totals.inHand)
  for (const measure of ['inHand', 'received'] as const) {
    const { rows, total } = await stage.as('deputy', listCases, {
      from: '2026-09-01',
      until: '2026-11-30',
      measure,
      size: 100,
    })
    assert.equal(total, less.totals[measure])
    assert.ok(rows.every(({ id }) => id !== hidden))
  }
  assert.equal(
    less.trend.reduce((sum, it) => sum + it.received, 0),
    seen.trend.reduce((sum, it) => sum + it.received, 0) - 1,
  )
})

clause('15', 'only the head, or the person acting, approves the form of a period that is over', async () => {
  await refused('forbidden', stage.as('deputy', approveForm, october))
  await refused('forbidden', stage.as('abaiHead', approveForm, october))
  assert.deepEqual(
    fieldsOf(await refused('invalid', stage.as('head', approveForm, { from: '2026-11-01', until: '2027-01-31' }))),
    ['until'],
  )
  const now = await read('head', october)
  const { hash } = await stage.as('head', approveForm, october)
  await refused('conflict', stage.as('head', approveForm, october))
  const form = await read('head', october)
  assert.equal(form.approval?.hash, hash)
  assert.deepEqual(form.approval.differences, [])
  assert.deepEqual(form.totals, now.totals)
  const { rows } = await sql<{ operation: string; outcome: string }>`
    select operation, outcome from journal_inbox where operation = 'statistics.approve' order by id`.execute(
    stage.owner,
  )
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['refused', 'refused', 'done', 'refused'],
  )
})

test('what moves after the approval is shown beside what was approved, in the whole and in each unit', async () => {
  stage.house.clock.forward(86_400_000)
  const { rows } = await stage.as('head', listCases, {
    ...october,
    measure: 'remaining',
    dimension: 'unit',
    value: unitId('abai'),
  })
  const open = rows.find(({ doneOn }) => doneOn === null)?.id ?? ''
  await mark(stage, open, { collective: true, repeat_of: ids.find((id) => id !== open), repeat_place: 2 })
  const changed = (form: Form) =>
    form.approval?.differences?.map(({ measure, approved, now }) => [measure, now - approved])
  const whole = changed(await read('head', october)) ?? []
  assert.ok(
    whole.some(([measure, by]) => measure === 'repeated' && by === 1),
    JSON.stringify(whole),
  )
  assert.deepEqual(changed(await read('abaiHead', { ...october, unit: unitId('abai') })), whole)
  assert.deepEqual(changed(await read('almatyHead', { ...october, unit: unitId('almaty') })), [])
})

clause(
  '6.23',
  'the approved figures are whole though something is hidden from the head, and the shut-out person does not see them',
  async () => {
    const [hidden = ''] = ids.slice(4)
    const september = { from: '2026-09-01', until: '2026-10-10' }
    const whole = await read('head', september)
    await shutOut(hidden, castId('head'))
    await stage.as('head', approveForm, september)
    const [head, registrar, deputy] = [
      await read('head', september),
      await read('registrar', september),
      await read('deputy', september),
    ]
    assert.equal(head.totals.inHand, whole.totals.inHand - 1)
    assert.equal(head.approval?.differences, null)
    assert.equal(deputy.approval?.differences, null)
    assert.deepEqual(registrar.approval?.differences, [])
  },
)

clause(
  '5.14',
  'the form leaves as a sheet and as a paper, with the same figures, and its leaving is an entry of the journal',
  async () => {
    const form = await read('registrar', october)
    const sheet = await stage.as('registrar', exportForm, { ...october, language: 'ru' })
    const rows = await Array.fromAsync(sheet.rows)
    assert.equal(rows.length, 2 + form.cuts.reduce((sum, cut) => sum + cut.rows.length, 0))
    assert.deepEqual(
      rows[0]?.slice(2),
      measures.map((measure) => form.totals[measure]),
    )
    assert.deepEqual(
      rows.map(([cut]) => cut).filter((it, at, all) => all.indexOf(it) === at).length,
      2 + dimensions.length,
    )
    for (const language of ['kk', 'ru', 'en'] as const) {
      const { name, pdf } = await stage.as('registrar', printForm, { ...october, language })
      assert.equal(name, 'appeals-2026-10-01-2026-10-31.pdf')
      assert.ok(Buffer.from(pdf, 'base64').subarray(0, 5).equals(Buffer.from('%PDF-')))
    }
    const { rows: entries } = await sql<{ n: number }>`
    select count(*) as n from journal_inbox where operation in ('statistics.export', 'statistics.print') and outcome = 'exported'`.execute(
      stage.owner,
    )
    assert.deepEqual(entries, [{ n: 4 }])
  },
)

test('a wrong period is refused beside its field', async () => {
  const wrong = async (wish: Input<typeof shapes.readForm>) => fieldsOf(await refused('invalid', read('head', wish)))
  assert.deepEqual(await wrong({ from: '2026-10-31', until: '2026-10-01' }), ['until'])
  assert.deepEqual(await wrong({ from: '2010-01-01', until: '2026-10-01' }), ['until'])
  assert.deepEqual(await wrong({ ...october, asOf: '2099-01-01' }), ['asOf'])
  assert.deepEqual(await wrong({ from: '2026-02-30', until: '2026-10-01' }), ['from'])
  assert.deepEqual(await wrong({ ...october, unit: unitId('supreme-court') }), ['unit'])
  const empty = await read('head', { from: '2020-01-01', until: '2020-12-31' })
  assert.equal(empty.totals.inHand, 0)
  const odd = { ...october, measure: 'inHand', dimension: 'court', value: "x' or true --" } as const
  assert.equal((await stage.as('head', listCases, odd)).total, 0)
})

test('months are compared with months, other periods by their days', () => {
  assert.deepEqual(periodBefore('2026-11-01', '2026-11-30'), { from: '2026-10-01', until: '2026-10-31' })
  assert.deepEqual(periodBefore('2026-10-01', '2026-12-31'), { from: '2026-07-01', until: '2026-09-30' })
  assert.deepEqual(periodBefore('2024-01-01', '2024-12-31'), { from: '2023-01-01', until: '2023-12-31' })
  assert.deepEqual(periodBefore('2026-03-10', '2026-03-16'), { from: '2026-03-03', until: '2026-03-09' })
  assert.deepEqual(yearOfMonths('2026-02-28').at(0), '2025-03')
  assert.deepEqual(yearOfMonths('2026-02-28').at(-1), '2026-02')
})

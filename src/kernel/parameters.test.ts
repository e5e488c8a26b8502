// Parameters by date of force: what the law's data says, what an administrator may say over it, when a term is in doubt.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendar } from './calendar.ts'
import { listen } from './listen.ts'
import { dueBy, parameterNames, parameterOn, parameterRows, parameters, sayValue, valueFault } from './parameters.ts'
import { parameterShelf } from './overrides.ts'
import { sayBytes, sayQuantity } from './units.ts'

const override = {
  name: 'appeal.answer',
  fromOn: '2027-01-01',
  value: 10,
  status: 'changed',
  reason: 'Жаңа заң',
} as const

test('before its first day of force a parameter has no value', () => {
  assert.throws(() => parameterOn('appeal.answer', '2021-06-30'), /appeal\.answer is not in force on 2021-06-30/)
})

test('the terms of an appeal are those of the law', () => {
  const on = '2026-11-23'
  const said = (['appeal.answer', 'appeal.forward', 'appeal.extension.max', 'appeal.extension.notice'] as const).map(
    (name) => sayValue(name, parameterOn(name, on).value).kk,
  )
  assert.deepEqual(said, ['15 жұмыс күні', '3 жұмыс күні', '2 ай', '3 жұмыс күні'])
  assert.deepEqual(parameterOn('deadline.ladder', on).value, [-3, -1, 0, 1])
  assert.ok(parameterOn('portal.code.bits', on).value >= 112)
})

test('a value carries its unit, clause, act, source and confidence', () => {
  const { value, unit, clause, act, source, confidence, standing } = parameterOn('appeal.answer', '2026-11-23')
  assert.deepEqual(
    { value, unit, clause, confidence, standing },
    {
      value: 15,
      unit: 'working-days',
      clause: '6.23',
      confidence: 'verified',
      standing: 'written',
    },
  )
  assert.match(act?.kk ?? '', /76-бап/)
  assert.ok(source)
})

test('every parameter that nobody has verified has no claim of one', () => {
  for (const row of parameters().rows) {
    if (row.confidence === 'verified') assert.ok(row.source, `${row.name} is verified by nothing`)
    assert.ok(row.title.kk && row.title.ru && row.title.en)
  }
  assert.equal(parameterOn('investigation.term', '2026-11-23').confidence, 'unverified')
})

test('every value of the data would be accepted from an administrator', () => {
  for (const { name, value } of parameters().rows) assert.equal(valueFault(name, value), null, name)
})

test('a changed value is in force from its day, and the old one until then', () => {
  const book = parameters([override])
  assert.equal(book.on('appeal.answer', '2026-12-31').value, 15)
  const changed = book.on('appeal.answer', '2027-01-01')
  assert.deepEqual([changed.value, changed.standing, changed.source], [10, 'changed', 'Жаңа заң'])
})

test('the last word on one day of force stands, and a confirmed value loses its mark', () => {
  const book = parameters([override, { ...override, value: 12 }])
  assert.equal(book.on('appeal.answer', '2027-05-05').value, 12)
  const written = parameterOn('investigation.term', '2026-11-23')
  const sure = parameters([
    {
      name: 'investigation.term',
      fromOn: written.from,
      value: written.value,
      status: 'confirmed',
      reason: '№ 152, 40-тармақ',
    },
  ]).on('investigation.term', '2026-11-23')
  assert.deepEqual([sure.confidence, sure.standing, sure.value], ['verified', 'confirmed', written.value])
})

test('asking for a parameter is evidence of its clause', async () => {
  assert.deepEqual([...(await listen(() => parameterOn('appeal.crime.transfer', '2026-11-23')))], ['6.17'])
})

test('a value of the wrong kind is refused in three languages', () => {
  const refused: [Parameters<typeof valueFault>[0], unknown][] = [
    ['appeal.answer', 0],
    ['appeal.answer', 1.5],
    ['appeal.answer', '15'],
    ['appeal.answer', [15]],
    ['appeal.answer', null],
    ['appeal.answer', Number.NaN],
    ['appeal.count-from', 'tomorrow'],
    ['appeal.count-from', 'toString'],
    ['deadline.ladder', 3],
    ['deadline.ladder', []],
    ['deadline.ladder', [1, 'x']],
    ['portal.code.bits', 64],
    ['file.types', ['pdf']],
    ['limitation.suspensions', ['boredom']],
  ]
  for (const [name, value] of refused) {
    const fault = valueFault(name, value)
    assert.ok(fault?.kk && fault.ru && fault.en, `${name} ${JSON.stringify(value)}`)
  }
  assert.match(valueFault('portal.code.bits', 64)?.kk ?? '', /112 – 256/)
})

test('the term of an appeal ends on the fifteenth working day after its registration', () => {
  const due = dueBy(parameters(), 'appeal.answer', '2026-11-22')
  assert.deepEqual([due.on, due.doubtful, due.parameter.clause], ['2026-12-14', false, '6.23'])
  const same = parameters([{ ...override, name: 'appeal.count-from', fromOn: '2021-07-01', value: 'same-day' }])
  assert.equal(dueBy(same, 'appeal.answer', '2026-11-22').on, '2026-12-11')
})

test('a term by an unverified parameter, or across an unconfirmed day off, is in doubt', () => {
  assert.equal(dueBy(parameters(), 'investigation.term', '2026-11-23').doubtful, true)
  assert.deepEqual(dueBy(parameters(), 'appeal.answer', '2028-04-20').doubtful, true)
  assert.equal(dueBy(parameters(), 'appeal.answer', '2027-06-01').doubtful, false)
  assert.equal(dueBy(parameters(), 'appeal.answer', '2031-06-01').doubtful, true)
})

test('what is no term has no end', () => {
  assert.throws(() => dueBy(parameters(), 'file.size.max', '2026-11-23'), RangeError)
})

test('the screen of settings sees every parameter with all its values', () => {
  const rows = parameterRows(parameters([override]), '2026-11-23')
  assert.deepEqual(
    rows.map(({ name }) => name),
    parameterNames,
  )
  const answer = rows.find(({ name }) => name === 'appeal.answer')
  assert.deepEqual(
    answer?.values.map(({ value, from }) => `${from} ${value}`),
    ['2021-07-01 15', '2027-01-01 10'],
  )
  assert.equal(answer?.current?.value, 15)
  assert.deepEqual(Object.keys(rows.find(({ name }) => name === 'appeal.count-from')?.options ?? {}), [
    'next-working-day',
    'same-day',
  ])
})

test('the shelf reads once, again after it was dropped, and does not keep a failure', async () => {
  let reads = 0
  let broken = false
  const shelf = parameterShelf(async () => {
    reads += 1
    if (broken) throw new Error('the database is away')
    return parameters()
  })
  await Promise.all([shelf.current(), shelf.current(), shelf.current()])
  assert.equal(reads, 1)
  shelf.drop()
  broken = true
  await assert.rejects(shelf.current())
  broken = false
  await shelf.current()
  assert.equal(reads, 3)
})

test('quantities are said as people say them', () => {
  assert.deepEqual(sayQuantity(1, 'working-days'), { kk: '1 жұмыс күні', ru: '1 рабочий день', en: '1 working day' })
  assert.equal(sayQuantity(3, 'months').ru, '3 месяца')
  assert.equal(sayQuantity(11, 'years').ru, '11 лет')
  assert.deepEqual(sayBytes(20 * 1024 * 1024), { kk: '20 МБ', ru: '20 МБ', en: '20 MB' })
  assert.deepEqual(sayBytes(1536), { kk: '1,5 КБ', ru: '1,5 КБ', en: '1.5 KB' })
  assert.equal(sayBytes(0).en, '0 bytes')
})

test('the calendar of the parameters is that of the law', () => {
  assert.equal(parameters().calendar.addWorkingDays('2026-03-20', 1), calendar().addWorkingDays('2026-03-20', 1))
})

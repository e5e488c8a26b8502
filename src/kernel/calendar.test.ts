// The calendar against the official lists of 2025-2028, and what must hold on every day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, calendar, daysBetween, daysLeft, dueOn, type CalendarOverride } from './calendar.ts'

const days = calendar()
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
const weekdaysOff = (year: number, of = days) =>
  Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01`, n))
    .filter((day) => day.startsWith(`${year}`) && weekday(day) % 6 !== 0 && !of.isWorking(day))
    .map((day) => day.slice(5))

/** Every day off from Monday to Friday: the holidays of the law, the moved days off, Kurban Ait. */
const official: Record<number, string[]> = {
  2025: [
    '01-01',
    '01-02',
    '01-07',
    '03-10',
    '03-21',
    '03-24',
    '03-25',
    '05-01',
    '05-07',
    '05-09',
    '06-06',
    '07-07',
    '09-01',
    '10-27',
    '12-16',
  ],
  2026: [
    '01-01',
    '01-02',
    '01-07',
    '03-09',
    '03-23',
    '03-24',
    '03-25',
    '05-01',
    '05-07',
    '05-11',
    '05-27',
    '07-06',
    '10-26',
    '12-16',
  ],
  2027: [
    '01-01',
    '01-04',
    '01-07',
    '03-08',
    '03-15',
    '03-22',
    '03-23',
    '03-24',
    '05-03',
    '05-07',
    '05-10',
    '07-06',
    '10-25',
    '12-16',
  ],
  2028: [
    '01-03',
    '01-04',
    '01-07',
    '03-08',
    '03-15',
    '03-21',
    '03-22',
    '03-23',
    '05-01',
    '05-05',
    '05-08',
    '05-09',
    '07-06',
    '10-25',
    '12-18',
  ],
}

for (const [year, list] of Object.entries(official)) {
  test(`the days off of ${year} are those of the official list`, () =>
    assert.deepEqual(weekdaysOff(Number(year)), list))
}

test('Constitution Day is 30 August until 2025 and 15 March from 2027; 2026 has none', () => {
  assert.equal(days.isWorking('2024-08-30'), false)
  assert.equal(days.isWorking('2026-08-31'), true)
  assert.equal(days.isWorking('2026-03-16'), true)
  assert.equal(days.isWorking('2027-03-15'), false)
  assert.deepEqual(days.why('2027-03-15').kk, 'Мереке күні: Конституция күні')
})

test('7 January and the first day of Kurban Ait are days off without transfer', () => {
  assert.equal(weekday('2024-01-07'), 0)
  assert.equal(days.isWorking('2024-01-08'), true)
  assert.equal(weekday('2027-05-16'), 0)
  assert.equal(days.isWorking('2027-05-17'), true)
  assert.equal(weekday('2024-06-16'), 0)
  assert.equal(days.isWorking('2024-06-17'), true)
})

test('a Saturday exchanged by the Government is a working day, and its Friday is off', () => {
  assert.equal(days.isWorking('2018-08-25'), true)
  assert.equal(days.isWorking('2018-08-31'), false)
  assert.equal(days.addWorkingDays('2018-08-24', 1), '2018-08-25')
})

test('the calendar says why a day is off, in Kazakh, Russian and English', () => {
  assert.equal(days.why('2026-11-22').kk, 'Жексенбі – демалыс күні')
  assert.equal(days.why('2026-11-23').ru, 'Рабочий день')
  assert.equal(days.why('2026-03-25').ru, 'Выходной перенесён с праздника: Наурыз мейрамы, 22.03.2026')
  assert.equal(days.why('2026-03-25').kk, 'Демалыс күні ауыстырылды. Мереке: Наурыз мейрамы, 22.03.2026')
  assert.equal(days.why('2026-05-27').en, 'Holiday: First day of Kurban Ait')
  assert.equal(days.why('2018-08-25').en, 'A working day: A day moved by a resolution of the Government')
})

test('an administrator moves Kurban Ait, and the calculated date gives way', () => {
  const name = { kk: 'Құрбан айттың бірінші күні', ru: 'Первый день Курбан-айта', en: 'First day of Kurban Ait' }
  const entry: CalendarOverride = {
    on: '2028-05-04',
    kind: 'off',
    occasion: 'kurban-ait',
    name,
    basis: '№ 1',
    confidence: 'verified',
  }
  const moved = calendar([entry])
  assert.equal(moved.isWorking('2028-05-04'), false)
  assert.equal(moved.isWorking('2028-05-05'), true)
  assert.deepEqual(
    days.doubtsBetween('2028-05-01', '2028-05-05').map(({ on }) => on),
    ['2028-05-05'],
  )
  assert.deepEqual(moved.doubtsBetween('2028-05-01', '2028-05-31'), [])
})

test('a year whose Kurban Ait nobody has entered is not complete', () => {
  assert.deepEqual(
    [2025, 2026, 2027, 2028, 2029].map((year) => days.isComplete(year)),
    [true, true, true, true, false],
  )
})

test('a later word on the same day wins', () => {
  const swap = {
    on: '2026-12-14',
    occasion: null,
    name: { kk: 'Ауысым', ru: 'Перенос', en: 'Swap' },
    basis: null,
  } as const
  const off: CalendarOverride = { ...swap, kind: 'off', confidence: 'verified' }
  assert.equal(calendar([off]).isWorking('2026-12-14'), false)
  assert.equal(calendar([off, { ...off, kind: 'work' }]).isWorking('2026-12-14'), true)
})

test('months end on the same date or on the last day of a shorter month', () => {
  assert.equal(days.addMonths('2026-01-31', 1), '2026-02-28')
  assert.equal(days.addMonths('2027-12-31', 2), '2028-02-29')
  assert.equal(days.addMonths('2026-11-23', 2), '2027-01-23')
  assert.equal(days.addMonths('2026-03-31', -1), '2026-02-28')
  assert.equal(days.addMonths('2026-01-15', -13), '2024-12-15')
})

test('an appeal received on Sunday counts from the working day after Monday', () => {
  const from = 'next-working-day'
  assert.equal(dueOn('2026-11-22', 15, days, { from }), '2026-12-14')
  assert.equal(dueOn('2026-11-23', 15, days, { from }), '2026-12-14')
  assert.equal(dueOn('2026-11-23', 15, days, { from: 'same-day' }), '2026-12-11')
  assert.equal(dueOn('2026-12-14', 15, days, { from }), '2027-01-08')
  assert.equal(dueOn('2026-11-23', 0, days, { from }), '2026-11-23')
  assert.equal(dueOn('2026-11-23', 1, days, { from: 'same-day' }), '2026-11-23')
})

test('a term in months or calendar days that ends on a day off ends on the next working day', () => {
  assert.equal(dueOn('2026-11-23', 2, days, { from: 'next-working-day', unit: 'months' }), '2027-01-25')
  assert.equal(dueOn('2026-12-04', 1, days, { from: 'next-working-day', unit: 'calendar-days' }), '2026-12-07')
  assert.equal(dueOn('2024-02-29', 1, days, { from: 'next-working-day', unit: 'years' }), '2025-02-28')
})

test('what is no day is refused, not searched for ever', () => {
  assert.throws(() => days.isWorking('soon'), RangeError)
  assert.throws(() => days.addWorkingDays('2026-11-23', 1_000_000), RangeError)
})

const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n))
const count = fc.integer({ min: -400, max: 400 })

test('the nth working day is a working day, n working days away, on the right side', () => {
  fc.assert(
    fc.property(
      day,
      count.filter((n) => n !== 0),
      (from, n) => {
        const to = days.addWorkingDays(from, n)
        assert.ok(days.isWorking(to))
        assert.ok(n > 0 ? to > from : to < from)
        let walked = 0
        for (let it = from; it !== to;) {
          it = addDays(it, Math.sign(n))
          if (days.isWorking(it)) walked += Math.sign(n)
        }
        assert.equal(walked, n)
      },
    ),
  )
})

test('adding working days and counting them are one and the same', () => {
  fc.assert(
    fc.property(day, count, (from, n) => {
      const start = days.nextWorking(from)
      assert.equal(days.workingDaysBetween(start, days.addWorkingDays(start, n)), n)
      assert.equal(days.addWorkingDays(days.addWorkingDays(start, n), -n), start)
    }),
  )
})

test('days between adds up, and nothing between a day and its next working day works', () => {
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      assert.equal(days.workingDaysBetween(a, b) + days.workingDaysBetween(b, c), days.workingDaysBetween(a, c))
      assert.ok(Math.abs(days.workingDaysBetween(a, b)) <= Math.abs(daysBetween(a, b)))
      const next = days.nextWorking(a)
      for (let it = a; it < next; it = addDays(it, 1)) assert.equal(days.isWorking(it), false)
    }),
  )
})

test('every holiday on a weekend gives exactly one more day off, but for the two exceptions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2026, max: 2100 }), (year) => {
      const dates = [
        '01-01',
        '01-02',
        '03-08',
        '03-21',
        '03-22',
        '03-23',
        '05-01',
        '05-07',
        '05-09',
        '07-06',
        '10-25',
        '12-16',
      ]
      const all = new Set([...dates, ...(year > 2026 ? ['03-15'] : [])])
      const christmas = weekday(`${year}-01-07`) % 6 === 0 ? 0 : 1
      const kurban = [2026, 2028].includes(year) ? 1 : 0
      assert.equal(weekdaysOff(year).length, all.size + christmas + kurban)
    }),
  )
})

test('a term that passed is late at once, also on the days off that follow', () => {
  assert.equal(daysLeft(days, '2026-11-22', '2026-11-20'), -1)
  assert.equal(daysLeft(days, '2026-11-20', '2026-11-20'), 0)
  assert.equal(daysLeft(days, '2026-11-22', '2026-11-23'), 1)
  assert.equal(daysLeft(days, '2026-11-25', '2026-11-20'), -3)
})

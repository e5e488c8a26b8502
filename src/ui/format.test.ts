// Days, numbers and sizes as people of Kazakhstan read them, in three languages, without asking the runtime.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  briefName,
  bytes,
  dayFull,
  dayLong,
  dayShort,
  instantLong,
  instantShort,
  monthTitle,
  number,
  readDay,
  weekday,
  weekdayShort,
} from './format.ts'

const monday = '2026-11-23'

test('a day is said in Kazakh, Russian and English', () => {
  assert.equal(dayFull(monday, 'kk'), '2026 ж. 23 қараша, дүйсенбі')
  assert.equal(dayLong(monday, 'ru'), '23 ноября 2026 г.')
  assert.equal(dayFull(monday, 'en'), 'Monday, 23 November 2026')
  assert.equal(weekday('2026-11-22', 'kk'), 'жексенбі')
  assert.equal(weekdayShort('2026-11-28', 'kk'), 'Сн')
})

test('a month alone stands in the nominative', () => {
  assert.equal(monthTitle(monday, 'ru'), 'ноябрь 2026')
  assert.equal(monthTitle(monday, 'kk'), '2026 ж. қараша')
})

test('a short day keeps its year only when it is another year', () => {
  assert.equal(dayShort('2026-11-30', 'kk', monday), '30 қар.')
  assert.equal(dayShort('2025-11-30', 'kk', monday), '2025 ж. 30 қар.')
  assert.equal(dayShort('2025-05-09', 'ru', monday), '9 мая 2025')
})

test('an instant is shown in the time of Kazakhstan, five hours ahead of UTC', () => {
  assert.equal(instantLong('2026-11-20T06:42:00Z', 'kk'), '2026 ж. 20 қараша, 11:42')
  assert.match(instantShort('2026-12-31T19:30:00Z', 'en'), /^1 Jan( 2027)?, 00:30$/)
})

test('numbers are grouped by threes, with the comma of each language', () => {
  assert.equal(number(1234567, 'kk'), '1\u00a0234\u00a0567')
  assert.equal(number(1234.5, 'ru', 1), '1\u00a0234,5')
  assert.equal(number(1234.5, 'en', 1), '1,234.5')
  assert.equal(number(-3, 'kk'), '\u22123')
  assert.equal(number(999, 'kk'), '999')
})

test('a size is said in whole kilobytes and in tenths of a megabyte', () => {
  assert.equal(bytes(512, 'kk'), '512\u00a0Б')
  assert.equal(bytes(412 * 1024, 'kk'), '412\u00a0КБ')
  assert.equal(bytes(1887436, 'kk'), '1,8\u00a0МБ')
  assert.equal(bytes(1887436, 'en'), '1.8\u00a0MB')
})

test('a typed day is read when it is whole and real', () => {
  assert.equal(readDay('23.11.2026'), monday)
  assert.equal(readDay('3/9/2026'), '2026-09-03')
  for (const typed of ['', '23.11', '30.02.2026', '00.01.2026', '23.13.2026', '23.11.26', 'дүйсенбі'])
    assert.equal(readDay(typed), null, typed)
})

test('a name in a narrow column keeps the initial and the family name', () => {
  assert.equal(briefName('Айгүл Болатқызы Серікова'), 'А.\u00a0Серікова')
  assert.equal(briefName('Ольга Ким'), 'О.\u00a0Ким')
  assert.equal(briefName('Абай'), 'Абай')
})

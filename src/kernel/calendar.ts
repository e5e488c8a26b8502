// The working days of Kazakhstan: the holidays law as functions over regulation/calendar.json and the yearly overrides.
import { z } from 'zod'
import source from '../../regulation/calendar.json' with { type: 'json' }
import type { Day } from './clock.ts'
import type { Text } from './text.ts'
import { confidences, type Confidence } from './units.ts'

/** One day set apart from the rule, by a resolution of the Government or by the lunar year. */
export interface CalendarOverride {
  readonly on: Day
  readonly kind: 'off' | 'work'
  /** A yearly feast whose date moves, such as 'kurban-ait': one entry a year, the later entry replaces the earlier. */
  readonly occasion: string | null
  readonly name: Text
  /** The act or page it rests on. */
  readonly basis: string | null
  readonly confidence: Confidence
}

export interface Calendar {
  isWorking(day: Day): boolean
  /** The first working day on the day or after it. */
  nextWorking(day: Day): Day
  /** The nth working day after the day (before it when n < 0); n = 0 is nextWorking(day). */
  addWorkingDays(day: Day, n: number): Day
  /** Working days after a, up to and with b; negative when b is earlier. */
  workingDaysBetween(a: Day, b: Day): number
  /** The same date n months on, or the last day of a shorter month. It may be a day off. */
  addMonths(day: Day, n: number): Day
  /** Why the day is off, or that it is a working day. */
  why(day: Day): Text
  /** Not what the day of the week alone would make it: a holiday, a moved day off, a weekend made working. */
  isSpecial(day: Day): boolean
  /** Whether every feast whose date moves has its entry in the year. */
  isComplete(year: number): boolean
  /** Days from a to b whose status nobody has confirmed, so a term that crosses them bears a mark. */
  doubtsBetween(a: Day, b: Day): readonly CalendarOverride[]
}

const confidence = z.enum(confidences)
const name = z.object({ kk: z.string(), ru: z.string(), en: z.string() })
const year = z.int().nullable()
const { holidays, overrides: known } = z
  .object({
    holidays: z.array(
      z.object({
        on: z.string().regex(/^\d\d-\d\d$/),
        from: year,
        until: year,
        transfers: z.boolean(),
        name,
        confidence,
      }),
    ),
    overrides: z.array(
      z.object({
        on: z.iso.date(),
        kind: z.enum(['off', 'work']),
        occasion: z.string().nullable(),
        name,
        basis: z.string().nullable(),
        confidence,
      }),
    ),
  })
  .parse(source)

const dayMs = 86_400_000
const dated = (day: Day): Date => new Date(`${day}T00:00:00Z`)
const written = (date: Date): Day => date.toISOString().slice(0, 10)

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
/** The law of the Republic begins in 1991; a day outside these years, or no day at all, is a bug of the caller. */
const firstYear = 1991
const lastYear = 2199
/** The day n calendar days later (earlier when n < 0). */
export const addDays = (day: Day, n: number): Day => written(new Date(dated(day).getTime() + n * dayMs))
/** Calendar days from a to b; negative when b is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((dated(b).getTime() - dated(a).getTime()) / dayMs)
/** 0 Sunday … 6 Saturday. */
const weekdayOf = (day: Day): number => dated(day).getUTCDay()
const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0
/** 23.11.2026, as all three languages write a date in figures. */
export const dotted = (day: Day): string => day.split('-').reverse().join('.')

const weekend: Record<number, Text> = {
  0: { kk: 'Жексенбі – демалыс күні', ru: 'Воскресенье, выходной день', en: 'Sunday, a day off' },
  6: { kk: 'Сенбі – демалыс күні', ru: 'Суббота, выходной день', en: 'Saturday, a day off' },
}
const workingDay: Text = { kk: 'Жұмыс күні', ru: 'Рабочий день', en: 'A working day' }
const holiday = ({ kk, ru, en }: Text): Text => ({
  kk: `Мереке күні: ${kk}`,
  ru: `Праздничный день: ${ru}`,
  en: `Holiday: ${en}`,
})
const moved = ({ kk, ru, en }: Text, on: Day): Text => ({
  kk: `Демалыс күні ауыстырылды. Мереке: ${kk}, ${dotted(on)}`,
  ru: `Выходной перенесён с праздника: ${ru}, ${dotted(on)}`,
  en: `Day off moved from the holiday: ${en}, ${dotted(on)}`,
})
const setWorking = ({ kk, ru, en }: Text): Text => ({
  kk: `Жұмыс күні: ${kk}`,
  ru: `Рабочий день: ${ru}`,
  en: `A working day: ${en}`,
})

interface Year {
  /** Days off that are no mere weekend, and weekends made working, with the reason. */
  readonly reasons: ReadonlyMap<Day, { working: boolean; says: Text }>
  readonly working: readonly Day[]
}

/** The law's own rule (art. 5): a holiday on a day off gives the next day that is neither off nor given already. */
function drawYear(year: number, overrides: readonly CalendarOverride[]): Year {
  const own = overrides.filter(({ on }) => yearOf(on) === year)
  const feasts = holidays
    .filter(({ from, until }) => (from ?? year) <= year && year <= (until ?? year))
    .map((it) => ({ ...it, on: `${year}-${it.on}` }))
  const reasons = new Map<Day, { working: boolean; says: Text }>()
  for (const { on, kind, name, occasion } of own) {
    if (kind === 'off') reasons.set(on, { working: false, says: occasion ? holiday(name) : name })
  }
  for (const { on, name } of feasts) reasons.set(on, { working: false, says: holiday(name) })
  for (const { on, transfers, name } of feasts) {
    if (!transfers || !isWeekend(on)) continue
    let next = addDays(on, 1)
    while (isWeekend(next) || reasons.has(next)) next = addDays(next, 1)
    reasons.set(next, { working: false, says: moved(name, on) })
  }
  for (const { on, kind, name } of own) if (kind === 'work') reasons.set(on, { working: true, says: setWorking(name) })
  const working: Day[] = []
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    if (reasons.get(day)?.working ?? !isWeekend(day)) working.push(day)
  }
  return { reasons, working }
}

/** How many entries of a sorted list are not later than the day. */
function countUpTo(days: readonly Day[], day: Day): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? '') <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** The last word on each day, and on each moving feast of a year, wins. */
function settle(entries: readonly CalendarOverride[]): readonly CalendarOverride[] {
  const feasts = new Map<string, CalendarOverride>()
  for (const it of entries) if (it.occasion) feasts.set(`${it.occasion} ${yearOf(it.on)}`, it)
  const standing = entries.filter((it) => !it.occasion || feasts.get(`${it.occasion} ${yearOf(it.on)}`) === it)
  return [...new Map(standing.map((it) => [it.on, it])).values()]
}

/** The calendar with the entries of regulation/calendar.json and, after them, an administrator's, oldest first. */
export function calendar(overrides: readonly CalendarOverride[] = []): Calendar {
  const standing = settle([...known, ...overrides])
  const years = new Map<number, Year>()
  const open = (year: number): Year => {
    if (!(year >= firstYear && year <= lastYear)) throw new RangeError(`The calendar knows no year ${year}`)
    const drawn = years.get(year) ?? drawYear(year, standing)
    years.set(year, drawn)
    return drawn
  }
  const isWorking = (day: Day): boolean => open(yearOf(day)).reasons.get(day)?.working ?? !isWeekend(day)

  /** The working day at a place counted from the first of the year, before or beyond that year too. */
  function at(year: number, place: number): Day {
    let days = open(year).working
    while (place < 0) {
      days = open(--year).working
      place += days.length
    }
    while (place >= days.length) {
      place -= days.length
      days = open(++year).working
    }
    return days[place] ?? `${year}-12-31`
  }
  const upTo = (day: Day): number => countUpTo(open(yearOf(day)).working, day)

  const nextWorking = (day: Day): Day => (isWorking(day) ? day : at(yearOf(day), upTo(day)))
  function addWorkingDays(day: Day, n: number): Day {
    if (n === 0) return nextWorking(day)
    const past = upTo(day)
    if (n > 0) return at(yearOf(day), past + n - 1)
    return at(yearOf(day), past + n - (isWorking(day) ? 1 : 0))
  }
  function workingDaysBetween(a: Day, b: Day): number {
    if (b < a) return 0 - workingDaysBetween(b, a)
    let count = upTo(b) - upTo(a)
    for (let year = yearOf(a); year < yearOf(b); year++) count += open(year).working.length
    return count
  }
  function why(day: Day): Text {
    return open(yearOf(day)).reasons.get(day)?.says ?? weekend[weekdayOf(day)] ?? workingDay
  }
  const isSpecial = (day: Day): boolean => open(yearOf(day)).reasons.has(day)
  const doubtsBetween = (a: Day, b: Day): readonly CalendarOverride[] =>
    standing.filter(({ on, confidence }) => confidence === 'unverified' && a <= on && on <= b)

  const movingFeasts = new Set(known.flatMap(({ occasion }) => occasion ?? []))
  const isComplete = (year: number): boolean =>
    [...movingFeasts].every((feast) => standing.some(({ occasion, on }) => occasion === feast && yearOf(on) === year))

  return {
    isWorking,
    nextWorking,
    addWorkingDays,
    workingDaysBetween,
    addMonths,
    why,
    isSpecial,
    isComplete,
    doubtsBetween,
  }
}

/** The same day so many months on, or the last of that month where it is shorter. */
export function addMonths(day: Day, n: number): Day {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + n
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0))
  const date = Math.min(Number(day.slice(8)), last.getUTCDate())
  return `${written(last).slice(0, 8)}${String(date).padStart(2, '0')}`
}

/** Working days left of a term as a clock shows them. A term that passed is late at once, also while only days off have followed. */
export function daysLeft(days: Calendar, today: Day, due: Day): number {
  const left = days.workingDaysBetween(today, due)
  return due < today ? Math.min(left, -1) : left
}

/** Units in which a term is counted. */
export type TermUnit = 'working-days' | 'calendar-days' | 'months' | 'years'

/** From which day a term counts: the working day after registration, or the day of registration itself. */
export type CountFrom = 'next-working-day' | 'same-day'

/** The last day of a term of n units. What came on a day off is registered, and so counts, from the next working day;
 * a term that ends on a day off ends on the working day after it. */
export function dueOn(
  received: Day,
  n: number,
  days: Calendar,
  { from, unit = 'working-days' }: { from: CountFrom; unit?: TermUnit },
): Day {
  const registered = days.nextWorking(received)
  const early = from === 'same-day' ? 1 : 0
  switch (unit) {
    case 'working-days':
      return n === early ? registered : days.addWorkingDays(registered, n - early)
    case 'calendar-days':
      return days.nextWorking(addDays(registered, n - early))
    case 'months':
      return days.nextWorking(days.addMonths(registered, n))
    case 'years':
      return days.nextWorking(days.addMonths(registered, n * 12))
  }
}

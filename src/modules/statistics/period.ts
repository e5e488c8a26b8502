// Periods of the form: whole months move by months, anything else by its own number of days.
import { addDays, daysBetween } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'

const monthStart = (day: Day, months: number): Day => {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 10)
}

const monthsOf = (from: Day, until: Day): number | null => {
  const next = addDays(until, 1)
  if (!from.endsWith('-01') || !next.endsWith('-01')) return null
  const [a = 0, b = 0] = [from, next].map((it) => Number(it.slice(0, 4)) * 12 + Number(it.slice(5, 7)))
  return b - a
}

/** The period of the same length just before: October for November, the third quarter for the fourth. */
export function periodBefore(from: Day, until: Day): { from: Day; until: Day } {
  const months = monthsOf(from, until)
  const end = addDays(from, -1)
  return { from: months ? monthStart(from, -months) : addDays(end, -daysBetween(from, until)), until: end }
}

/** The twelve months that end with the month of a day, as 'YYYY-MM'. */
export const yearOfMonths = (until: Day): string[] =>
  Array.from({ length: 12 }, (_, place) => monthStart(until, place - 11).slice(0, 7))

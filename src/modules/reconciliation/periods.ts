// The period that has to be reconciled: the last one that is over, counted in whole months from January.
import type { Day } from '../../kernel/clock.ts'

const two = (n: number): string => String(n).padStart(2, '0')
const firstOf = (year: number, month: number): Day => `${year}-${two(month + 1)}-01`
const lastOf = (year: number, month: number): Day => new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10)

export function periodBefore(today: Day, months: number): { from: Day; until: Day } {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const begun = Math.floor((month - 1) / months) * months
  if (begun > 0) return { from: firstOf(year, begun - months), until: lastOf(year, begun - 1) }
  // A period that does not divide the year is cut off at its end.
  const last = Math.floor(11 / months) * months
  return { from: firstOf(year - 1, last), until: lastOf(year - 1, 11) }
}

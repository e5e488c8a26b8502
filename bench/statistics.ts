// The form of appeals over the staff's HTTP: a year, a quarter, a past day, and the cases behind one figure.
import { addDays } from '../src/kernel/calendar.ts'
import { dayOf } from '../src/kernel/clock.ts'
import type { Readers } from './appeals.ts'
import { spread, type Figure } from './figures.ts'
import { repeat } from './staff.ts'

export const measureStatistics = async ({ employees, rounds }: Readers, appeals: number): Promise<Figure[]> => {
  const figures: Figure[] = []
  const today = dayOf(new Date())
  const year = { from: addDays(today, -365), until: today }
  const quarter = { from: addDays(today, -180), until: addDays(today, -90) }
  const everything = { from: addDays(today, -1_800), until: today }
  const views: readonly [string, string, object][] = [
    ['form of five years', 'statistics.form', everything],
    ['form of a year', 'statistics.form', year],
    ['form of a quarter, as of its end', 'statistics.form', { ...quarter, asOf: quarter.until }],
    [
      'cases behind a figure',
      'statistics.cases',
      { ...everything, measure: 'late', dimension: 'kind', value: 'report' },
    ],
  ]
  // The inspector has no figures to read.
  for (const { login, ask } of employees.slice(0, 2)) {
    for (const [what, operation, input] of views) {
      const { times, last } = await repeat(rounds, () => ask(operation, input))
      const values = { ...spread(times), kB: last.bytes / 1000 }
      figures.push({
        section: 'statistics',
        what: `${what}, ${login}`,
        appeals,
        values,
        anchors: [{ value: 'p95 ms', most: 1_000 }],
      })
    }
  }
  return figures
}

// How long a person may not return to service after a case, by the parameters in force on the day of its end (6.16).
import type { Clause } from '../../kernel/clauses.ts'
import { addMonths } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Parameters } from '../../kernel/parameters.ts'
import type { Gravity, Outcome, Qualification } from './words.ts'

export interface Ended {
  outcome: Outcome
  qualification: Qualification
  gravity: Gravity | null
  leads: boolean
  forceOn: Day | null
  terminatedOn: Day | null
}

export interface Bar {
  parameter: BarName
  years: number
  from: Day
  until: Day
  clause: Clause
  unverified: boolean
}

const names = ['bar.corruption', 'bar.crime', 'bar.crime.grave', 'bar.head.extra'] as const
type BarName = (typeof names)[number]

/** The terms that apply, each from the day of force; the time added for heads stands upon the longest. */
export function barsOf(it: Ended, law: Parameters): readonly Bar[] {
  const from = it.outcome === 'convicted' ? it.forceOn : it.outcome === 'excused' ? it.terminatedOn : null
  if (!from) return []
  // Nothing is known of the terms of earlier years.
  if (!law.rows.some(({ name, from: first }) => name === 'bar.crime' && first <= from)) return []
  const isGrave = it.gravity === 'grave' || it.gravity === 'especially-grave'
  const bar = (parameter: BarName, begins: Day): Bar => {
    const { value, clause, confidence } = law.on(parameter, from)
    return {
      parameter,
      years: value,
      from: begins,
      until: addMonths(begins, 12 * value),
      clause,
      unverified: confidence !== 'verified',
    }
  }
  const own = [
    ...(it.qualification === 'corruption' ? [bar('bar.corruption', from)] : []),
    bar(isGrave ? 'bar.crime.grave' : 'bar.crime', from),
  ]
  if (!it.leads) return own
  const longest = own.reduce((last, { until }) => (until > last ? until : last), from)
  return [...own, bar('bar.head.extra', longest)]
}

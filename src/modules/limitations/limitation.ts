// Until which day a person may be called to account: two clocks, from discovery and from commission, that stand still during absence.
import { addDays, daysBetween, type Calendar } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import type { ParameterResult, Parameters } from '../../kernel/parameters.ts'
import type { Offence } from '../investigations/contract.ts'
import type { AbsenceCause } from './contract.ts'

/** Sickness, leave or a business trip of the person; without an end while it lasts. */
export interface Absence {
  cause: AbsenceCause
  from: Day
  until: Day | null
}

type Period = Pick<Absence, 'from' | 'until'>

export interface Clock {
  /** The last day; null while the clock stands still and nobody knows when it goes on. */
  on: Day | null
  /** Days by which absences have moved it. */
  moved: number
}

export interface Limitation {
  discovery: Clock
  commission: Clock
  /** The earlier of the two last days; null while both stand still. */
  on: Day | null
  /** A value that no lawyer has confirmed stands in it. */
  doubtful: boolean
}

/** Before it no value of these parameters is known; the first known one then stands in, with a mark. */
const firstDay = '2016-01-01'

/** Each day once, in order, however the absences overlap. */
function merged(absences: readonly Period[]): { from: Day; until: Day | null }[] {
  const found: { from: Day; until: Day | null }[] = []
  for (const it of [...absences].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = found.at(-1)
    if (!last || (last.until !== null && it.from > addDays(last.until, 1)))
      found.push({ from: it.from, until: it.until })
    else if (last.until !== null && (it.until === null || it.until > last.until)) last.until = it.until
  }
  return found
}

/** The last day of so many months after a day, later by every day of absence that falls within. */
export function clockOf(start: Day, months: number, absences: readonly Period[], calendar: Calendar): Clock {
  let on = calendar.addMonths(start, months)
  let moved = 0
  for (const { from, until } of merged(absences)) {
    if (from > on || (until !== null && until <= start)) continue
    if (until === null) return { on: null, moved }
    const first = from > start ? from : addDays(start, 1)
    const days = daysBetween(first, until) + 1
    on = addDays(on, days)
    moved += days
  }
  return { on, moved }
}

export interface Acts {
  offence: Offence
  committedOn: Day
  discoveredOn: Day
}

type Law = Pick<Parameters, 'on' | 'calendar'>

/** The law in force on the day on which each clock began decides how long it runs. */
export function limitationOf(
  law: Law,
  { offence, committedOn, discoveredOn }: Acts,
  absences: readonly Absence[],
): Limitation {
  const used: Pick<ParameterResult, 'confidence'>[] = []
  const term = (from: 'discovery' | 'commission', start: Day): Clock => {
    const day = start < firstDay ? firstDay : start
    const length = law.on(`limitation.${offence}.${from}`, day)
    const grounds = law.on('limitation.suspensions', day)
    used.push(length, ...(absences.length ? [grounds] : []))
    const counting = absences.filter(({ cause }) => grounds.value.includes(cause))
    return clockOf(start, length.value, counting, law.calendar)
  }
  const discovery = term('discovery', discoveredOn)
  const commission = term('commission', committedOn)
  const [on = null] = [discovery.on, commission.on].filter((it) => it !== null).sort()
  const doubtful = used.some(({ confidence }) => confidence === 'unverified') || committedOn < firstDay
  return { discovery, commission, on, doubtful }
}

export const isPast = ({ on }: Pick<Limitation, 'on'>, today: Day): boolean => on !== null && on < today

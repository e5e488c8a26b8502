// Which hours are free: the weekly pattern and its exceptions, without days off, without days on which nobody receives, without what
// is taken. Pure, so that every rule of it can be tried by hand.
import { addDays, daysBetween, type Calendar } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Text } from '../../kernel/text.ts'

export interface Pattern {
  weekday: number
  fromTime: string
  untilTime: string
  place: string
  fromOn: Day
  untilOn: Day | null
}

export interface Exception {
  onDay: Day
  kind: 'closed' | 'extra'
  fromTime: string | null
  untilTime: string | null
  place: string | null
}

export interface Receiver {
  onDay: Day
  name: Text
  acting: boolean
}

export interface Taken {
  onDay: Day
  atTime: string
  minutes: number
}

export interface Known {
  patterns: readonly Pattern[]
  exceptions: readonly Exception[]
  receivers: readonly Receiver[]
  taken: readonly Taken[]
  calendar: Calendar
  /** Length of one reception. */
  minutes: number
}

export interface Hours {
  fromTime: string
  untilTime: string
  place: string
}

export interface Slot {
  at: string
  place: string
}

export interface OpenDay {
  on: Day
  receiver: Text
  acting: boolean
  slots: Slot[]
}

/** Monday is 1. */
export const weekdayOf = (on: Day): number => (((daysBetween('2024-01-01', on) % 7) + 7) % 7) + 1

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeAt = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The hours of reception on a day, whoever receives; none on a day off unless it was set apart as one more day. */
export const hoursOn = (
  on: Day,
  { patterns, exceptions, calendar }: Pick<Known, 'patterns' | 'exceptions' | 'calendar'>,
): Hours[] => {
  const special = exceptions.filter(({ onDay }) => onDay === on)
  if (special.some(({ kind }) => kind === 'closed')) return []
  const extra = special.flatMap(({ fromTime, untilTime, place }) =>
    fromTime && untilTime && place ? [{ fromTime, untilTime, place }] : [],
  )
  if (!calendar.isWorking(on)) return extra
  const usual = patterns.filter(
    (it) => it.weekday === weekdayOf(on) && it.fromOn <= on && (it.untilOn === null || it.untilOn >= on),
  )
  return [...usual, ...extra].map(({ fromTime, untilTime, place }) => ({ fromTime, untilTime, place }))
}

const isTaken = (on: Day, from: number, minutes: number, taken: readonly Taken[]): boolean =>
  taken.some((it) => {
    const start = minuteOf(it.atTime)
    return it.onDay === on && start < from + minutes && from < start + it.minutes
  })

/** Free hours of a day, each once, in their order. */
export const slotsOn = (on: Day, known: Known): Slot[] => {
  const { minutes, taken } = known
  const found = new Map<string, Slot>()
  for (const { fromTime, untilTime, place } of hoursOn(on, known)) {
    for (let from = minuteOf(fromTime); from + minutes <= minuteOf(untilTime); from += minutes) {
      const at = timeAt(from)
      if (!isTaken(on, from, minutes, taken) && !found.has(at)) found.set(at, { at, place })
    }
  }
  return [...found.values()].sort((a, b) => a.at.localeCompare(b.at))
}

/** Days with a free hour after this moment, and who receives on each. */
export const openDays = (known: Known, { today, time, days }: { today: Day; time: string; days: number }): OpenDay[] =>
  Array.from({ length: days + 1 }, (_, ahead) => addDays(today, ahead)).flatMap((on) => {
    const receiver = known.receivers.find(({ onDay }) => onDay === on)
    if (!receiver) return []
    const slots = slotsOn(on, known).filter(({ at }) => on > today || at > time)
    return slots.length ? [{ on, receiver: receiver.name, acting: receiver.acting, slots }] : []
  })

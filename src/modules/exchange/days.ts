// Days as files write them, with or without an hour, brought to the day and hour of Kazakhstan.
import { dayOf, timeOf, type Day } from '../../kernel/clock.ts'
import type { DateFormat } from './mapping.ts'

const patterns: Readonly<Record<DateFormat, RegExp>> = {
  'YYYY-MM-DD': /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})/,
  'DD.MM.YYYY': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})/,
  'DD/MM/YYYY': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})/,
  'MM/DD/YYYY': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})/,
  YYYYMMDD: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?!\d)/,
}
const hour = /^[T\s,]*(?<h>\d{1,2}):(?<min>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?<zone>Z|[+-]\d{2}:?\d{2})?$/

export interface Moment {
  day: Day
  /** 'HH:MM', or null where only a day was written. */
  time: string | null
}

const dayFrom = (found: Record<string, string>): Day | null => {
  const { y = '', m = '', d = '' } = found
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  const at = Date.parse(`${day}T00:00:00Z`)
  // 30 February is no day: the calendar would move it.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(day) ? null : day
}

/** 'HH:MM' out of '9:05', null where it is no hour. */
export const readTime = (written: string): string | null => {
  const found = hour.exec(written.trim())?.groups
  const time = `${found?.['h']?.padStart(2, '0')}:${found?.['min']}`
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null
}

const zoned = (day: Day, time: string, zone: string): Moment => {
  const at = new Date(`${day}T${time}:00${zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')}`)
  return { day: dayOf(at), time: timeOf(at) }
}

/** By the first of the formats that fits; null where none does. */
export function readMoment(written: string, formats: readonly DateFormat[]): Moment | null {
  for (const format of formats) {
    const found = patterns[format].exec(written)
    const day = found?.groups ? dayFrom(found.groups) : null
    if (!found || !day) continue
    const rest = written.slice(found[0].length).trim()
    if (!rest) return { day, time: null }
    const time = readTime(rest)
    if (!time) continue
    const zone = hour.exec(rest)?.groups?.['zone']
    return zone ? zoned(day, time, zone) : { day, time }
  }
  return null
}

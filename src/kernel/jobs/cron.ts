// Five fields of cron in Kazakhstan's time, matched against the minutes of UTC that the queue offers.

/** A minute of UTC. */
export interface Minute {
  min: number
  hour: number
  dow: number
}

const hoursAhead = 5

const minutes = [0, 59] as const
const hoursOfDay = [0, 23] as const
const daysOfWeek = [0, 6] as const

function setOf(field: string, [least, most]: readonly [number, number]): Set<number> {
  const found = new Set<number>()
  for (const part of field.split(',')) {
    const [, from, to, step] = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part) ?? wrong(field)
    const first = Number(from ?? least)
    const last = Number(to ?? from ?? most)
    if (first < least || last > most || first > last || step === '0') wrong(field)
    for (let at = first; at <= last; at += Number(step ?? 1)) found.add(at)
  }
  return found
}

function wrong(field: string): never {
  throw new RangeError(`'${field}' is not a field of cron that this house understands`)
}

/**
 * When a job is due: minute, hour, day of week in Kazakhstan (UTC+5 all year); the two fields between must be '*'.
 * @throws RangeError for anything else
 */
export function dueAt(cron: string): (minute: Minute) => boolean {
  const fields = cron.trim().split(/\s+/)
  const [min, hour, date, month, dow] = fields
  if (fields.length !== 5 || min === undefined || hour === undefined || dow === undefined) return wrong(cron)
  // A day of a month would need the month's length to be carried over midnight; nothing here is due monthly.
  if (date !== '*' || month !== '*') return wrong(cron)
  const [mins, hours, dows] = [setOf(min, minutes), setOf(hour, hoursOfDay), setOf(dow, daysOfWeek)]
  return (at) => {
    const local = at.hour + hoursAhead
    return mins.has(at.min) && hours.has(local % 24) && dows.has((at.dow + (local >= 24 ? 1 : 0)) % 7)
  }
}

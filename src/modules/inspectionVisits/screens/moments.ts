// A moment typed as 23.11.2026 09:30, in Kazakhstan's time, as the server reads it.
const offsetMs = 5 * 3_600_000
const two = (n: number): string => String(n).padStart(2, '0')

export const nowTyped = (): string => {
  const at = new Date(Date.now() + offsetMs)
  return `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

/** What is no moment goes on as it was typed: the server says what is wrong with it. */
export const instantOf = (typed: unknown): string => {
  const words = typeof typed === 'string' ? typed : ''
  const [, day, month, year, hour, minute] =
    /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s+(\d{1,2}):(\d{2})\s*$/.exec(words) ?? []
  if (!year) return words
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) - offsetMs
  return new Date(at).toISOString()
}

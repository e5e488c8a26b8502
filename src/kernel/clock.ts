// Time of the house. All domain time comes from here, so that a test can move it.

/** A calendar day in Kazakhstan, 'YYYY-MM-DD'. */
export type Day = string

export interface Clock {
  now(): Date
}

export interface MovableClock extends Clock {
  /** Local time of Kazakhstan, 'YYYY-MM-DDTHH:MM'; time then stands still until the next move. */
  set(local: string): void
  forward(milliseconds: number): void
}

/** UTC+5 all year since 1 March 2024 (domain.md, section 3). */
const offsetMs = 5 * 3_600_000

export const wallClock: Clock = { now: () => new Date() }

export const instantOf = (local: string): Date => new Date(new Date(`${local}Z`).getTime() - offsetMs)

export const movableClock = (local: string): MovableClock => {
  let at = instantOf(local)
  return {
    now: () => new Date(at),
    set: (next) => void (at = instantOf(next)),
    forward: (milliseconds) => void (at = new Date(at.getTime() + milliseconds)),
  }
}

export const dayOf = (at: Date): Day => new Date(at.getTime() + offsetMs).toISOString().slice(0, 10)

/** Local time of day in Kazakhstan, 'HH:MM'. */
export const timeOf = (at: Date): string => new Date(at.getTime() + offsetMs).toISOString().slice(11, 16)

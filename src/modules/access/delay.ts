// How long to wait after failed sign-ins: nothing for the first few, then twice as long each time, up to a limit.

export interface Failures {
  failures: number
  lastAt: Date
}

export interface Patience {
  /** Failures without a delay. */
  free: number
  firstSeconds: number
  mostSeconds: number
}

/** A day without a failure clears the account. */
const forgottenMs = 86_400_000

export const stillCounts = ({ lastAt }: Failures, at: Date): boolean => at.getTime() - lastAt.getTime() < forgottenMs

/** Seconds that are left to wait; 0 for none. */
export const waitSeconds = (it: Failures, { free, firstSeconds, mostSeconds }: Patience, at: Date): number => {
  if (!stillCounts(it, at) || it.failures < free) return 0
  const delay = Math.min(mostSeconds, firstSeconds * 2 ** Math.min(30, it.failures - free))
  return Math.max(0, Math.ceil(delay - (at.getTime() - it.lastAt.getTime()) / 1000))
}

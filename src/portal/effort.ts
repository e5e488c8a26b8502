// Against floods without a third party and without an address kept: the browser does a second of work for each appeal. Where
// scripts are off, the form waits a little, and all such forms together share a small flow.
import { createHash } from 'node:crypto'

/** Whether SHA-256 of "key:answer" begins with that many zero bits. */
export const isEffort = (key: string, answer: string, bits: number): boolean => {
  if (!/^\d{1,15}$/.test(answer)) return false
  const digest = createHash('sha256').update(`${key}:${answer}`).digest()
  const whole = bits >> 3
  for (let at = 0; at < whole; at += 1) if (digest[at] !== 0) return false
  return bits % 8 === 0 || (digest[whole] ?? 255) >> (8 - (bits % 8)) === 0
}

/** The answer, found by trying; for tests and the benchmark. The page does the same in the browser. */
export const findEffort = (key: string, bits: number): string => {
  for (let answer = 0; ; answer += 1) if (isEffort(key, String(answer), bits)) return String(answer)
}

export interface Flow {
  /** Null where there is room; otherwise seconds to wait. */
  take(): number | null
}

/** A bucket that holds `most` and refills by one every `everyMs`. */
export const openFlow = (most: number, everyMs: number, now: () => number = Date.now): Flow => {
  let left = most
  let since = now()
  return {
    take: () => {
      const passed = Math.floor((now() - since) / everyMs)
      left = Math.min(most, left + passed)
      since += passed * everyMs
      if (left > 0) {
        left -= 1
        return null
      }
      return Math.ceil((everyMs - (now() - since)) / 1000)
    },
  }
}

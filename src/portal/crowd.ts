// Whether a form may pass when many come at once: the browser has done its work, or the page was looked at and there is room.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { dayOf } from '../kernel/clock.ts'
import type { House } from '../kernel/house.ts'
import type { Desk } from './desk.ts'
import { isEffort } from './effort.ts'
import type { Fault } from './fields.ts'
import { words } from './words.ts'

/** A signed moment, so that a form without scripts proves that its page was looked at. */
const sealTime = ({ pepper }: House, key: string, at: number): string =>
  `${at}.${createHmac('sha256', pepper).update(`shown ${key} ${at}`).digest('base64url')}`

const shownAt = (house: House, key: string, sealed: string): number | null => {
  const at = Number(sealed.split('.')[0])
  const [a, b] = [Buffer.from(sealTime(house, key, at)), Buffer.from(sealed)]
  return Number.isInteger(at) && a.length === b.length && timingSafeEqual(a, b) ? at : null
}

/** Time that nobody needs less of to read a page of answers. */
const leastMs = 3_000

const bitsNow = async (house: House): Promise<number> =>
  (await house.parameters.current()).on('portal.work.difficulty', dayOf(house.clock.now())).value

/** What the last form of a road carries. */
export const effortOf = async (house: House, key: string, stamp: string) => ({
  key,
  stamp,
  bits: await bitsNow(house),
  shown: sealTime(house, key, Date.now()),
})

/** Null where the form may pass; otherwise what to say. */
export const crowdOf = async (
  { house, flow }: Desk,
  key: string,
  sent: Record<string, string>,
): Promise<{ fault: Fault; status: number } | null> => {
  if (isEffort(key, sent['effort'] ?? '', await bitsNow(house))) return null
  const shown = shownAt(house, key, sent['shown'] ?? '')
  if (shown === null || Date.now() - shown < leastMs) return { fault: { field: '', says: words.early }, status: 400 }
  return flow.take() === null ? null : { fault: { field: '', says: words.crowded }, status: 429 }
}

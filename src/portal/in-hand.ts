// The code that a visit holds: for the minutes that the parameter gives, and in one visit at a time.
import { dayOf } from '../kernel/clock.ts'
import type { Desk } from './desk.ts'
import type { Present } from './visits.ts'

export interface InHand {
  present: Present
  hash: string
}

export const inHand = async ({ house, shelf }: Desk, present: Present | null): Promise<InHand | null> => {
  const receipt = present?.visit.receipt
  if (!present || !receipt) return null
  const minutes = (await house.parameters.current()).on('portal.session', dayOf(house.clock.now())).value
  if (Date.now() - receipt.at > minutes * 60_000) return null
  // Opened elsewhere with the same code: this visit holds it no more.
  if (!(await shelf.holds(present.token, receipt.hash))) return null
  return { present, hash: receipt.hash }
}

/** From now on this visit holds the code; also said anew with each page, so that the minutes count from the last. */
export const takeInHand = async (
  { shelf }: Desk,
  { token, visit }: Present,
  hash: string,
  more: Partial<Present['visit']> = {},
): Promise<void> => {
  await shelf.write(token, { ...visit, ...more, receipt: { hash, at: Date.now() } })
  await shelf.claim(token, hash)
}

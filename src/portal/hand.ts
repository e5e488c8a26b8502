// The code in hand: who typed it in this visit holds the appeal for the minutes that the parameter gives.
import { dayOf } from '../kernel/clock.ts'
import type { Desk } from './desk.ts'
import type { Present } from './visits.ts'

export interface InHand {
  present: Present
  hash: string
}

/** The code in hand; forgotten after the minutes that the parameter gives. */
export const handOf = async ({ house }: Desk, present: Present | null): Promise<InHand | null> => {
  const receipt = present?.visit.receipt
  if (!present || !receipt) return null
  const minutes = (await house.parameters.current()).on('portal.session', dayOf(house.clock.now())).value
  if (Date.now() - receipt.at > minutes * 60_000) return null
  return { present, hash: receipt.hash }
}

// Is an authority in force on a day? A pure function, asked by every gate; it never waits for the night's work.
import type { Day } from '../../kernel/clock.ts'
import type { Text } from '../../kernel/text.ts'
import type { AuthorityKind, AuthorityState, Purpose } from './contract.ts'

export interface Subject {
  kind: string
  id: string
}

export interface InForce {
  id: string
  kind: AuthorityKind
  purpose: Purpose
  number: string
  issuedOn: Day
  from: Day
  until: Day | null
  issuer: Text
}

export interface Validity {
  state: AuthorityState
  from: Day
  until: Day | null
  revokedOn: Day | null
  /** Whether whoever issued it held that office on the day of issue. */
  issuerHeld: boolean
}

/** Once given, it is in force from its first day to its last, both included; from the day of its revocation it is not. */
const given: readonly AuthorityState[] = ['granted', 'revoked', 'expired']

export const isInForce = (it: Validity, day: Day): boolean =>
  given.includes(it.state) &&
  it.issuerHeld &&
  it.from <= day &&
  (it.until === null || day <= it.until) &&
  (it.revokedOn === null || day < it.revokedOn)

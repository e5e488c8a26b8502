// The gate that a higher room puts before its act: one forbid row that says what is missing and offers to ask for it.
import type { Clause } from '../../kernel/clauses.ts'
import { forbid, type Forbid } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { purposes, type Purpose } from './contract.ts'
import type { InForce } from './validity.ts'

/** What the room's own `find` lays down beside the record: the authority in force today, asked by `authoritiesFor`. */
export interface UnderAuthority {
  authority: InForce | null
}

/**
 * `rules: [leads, needsAuthority('6.21', 'investigation')]`: refused under the clause while no authority is in force.
 * The screen finds the form at `/authorities/new?purpose=…&about=…`.
 */
export const needsAuthority = (
  clause: Clause,
  purpose: Purpose,
  says: Text = purposes[purpose].missing,
): Forbid<UnderAuthority> =>
  forbid<UnderAuthority>(
    clause,
    says,
    (_, { authority }) => authority === null || authority.purpose !== purpose,
    'authorities.ask',
  )

// How an authority ends: revoked by the office that issued it, or by the clock. What stands on it hears it at once.
import { command } from '../../kernel/operation.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { authorityRecord } from './record.ts'
import * as rules from './rules.ts'
import { refuseSecrets } from './secrets.ts'
import * as store from './store.ts'

export const revokeAuthority = command(shapes.revokeAuthority, {
  clauses: ['7.2', '5.3', '5.9', '5.10', '6.21', '6.22'],
  record: authorityRecord,
  rules: [rules.holdsIssuingOffice],
  dangerous: true,
  step: 'revoke',
  run: async ({ input, subject, actor, tx }) => {
    refuseSecrets('reason', input.reason)
    await store.changeAuthority(tx, subject.id, {
      revoked_on: tx.today,
      revoked_at: tx.at,
      revoked_by: actor.id,
      revoked_word: input.reason,
    })
    await duties.announceEnd(tx, subject, 'revoked')
    return {}
  },
})

export const expireAuthority = command(shapes.expireAuthority, {
  clauses: ['5.14', '5.9', '6.21'],
  record: authorityRecord,
  rules: [rules.isHouse, rules.notAtItsEnd],
  inner: true,
  step: 'expire',
  run: async ({ subject, tx }) => {
    await duties.announceEnd(tx, subject, 'expired')
    return {}
  },
})

/** Finds what has ended, and lays each question on the desk of whoever holds the asked office today. */
export const watchAuthorities = command(shapes.watchAuthorities, {
  clauses: ['5.14', '7.2'],
  rules: [rules.theHouse],
  inner: true,
  run: async ({ tx }) => {
    for (const { id, issuer_post } of await store.awaiting(tx)) {
      await duties.moveDecision(tx, id, issuer_post)
      await duties.reindex(tx, await duties.standing(tx, id))
    }
    return { ended: await store.pastTheirEnd(tx, tx.today) }
  },
})

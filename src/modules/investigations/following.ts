// What the house does when news comes: an authority is given, revoked or at its end.
import type { Job, Reaction } from '../../kernel/module.ts'
import { command } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { onAuthorities } from '../authorities/index.ts'
import * as inner from './inner.ts'
import * as duties from './duties.ts'
import { authorityChanged, followAuthority, noteAuthority } from './opening.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Who holds the head's and the deputies' posts today finds the investigations too. */
export const indexInvestigations = command(inner.indexInvestigations, {
  clauses: ['10', '5.14'],
  rules: [rules.houseAlone],
  inner: true,
  run: async ({ tx }) => {
    const ids = await store.livingIds(tx)
    for (const id of ids) {
      await duties.reindex(tx, id)
      // An authority may begin or end on a day without news.
      tx.emit(authorityChanged, { id })
    }
    return { indexed: ids.length }
  },
})

export const reactions: readonly Reaction[] = [
  ...onAuthorities('investigation', followAuthority),
  { on: authorityChanged, perform: noteAuthority, input: ({ id }) => ({ id }) },
]

export const nightly: Job = {
  // After the days of the acting appointments have turned.
  cron: '20 0 * * *',
  run: async (house) => {
    await perform(house, indexInvestigations, systemActor, {})
  },
}

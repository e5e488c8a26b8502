// Authorities (5.3, 5.9, 5.10, 6.21, 6.22): what the Department may do only when a principal has said so. The face of the room.
import type { House } from '../../kernel/house.ts'
import { module } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as ending from './ending.ts'
import * as queries from './queries.ts'
import { authorityRecord } from './record.ts'

export { authoritiesFor, setAuthorityReaders } from './face.ts'
export { onAuthorities } from './heard.ts'
export { needsAuthority, type UnderAuthority } from './gate.ts'
export { isInForce, type InForce, type Subject, type Validity } from './validity.ts'
export { purposes, type AuthorityKind, type Purpose } from './purposes.ts'
export { authorityRecord }

// For the room above, which brings authorities about.
export * as duties from './duties.ts'
export * as store from './store.ts'
export { authorityLife } from './lifecycle.ts'
export { lists, officesOf, reads } from './rules.ts'
export { refuseSecrets } from './secrets.ts'
export type { Authority, Named, NewAuthority } from './store.ts'
export { lookUp, subjectOf } from './subjects.ts'

/** Ends what has come to its end, each as an operation and an entry of its own. */
export const watch = async (house: House): Promise<void> => {
  const { result } = await perform(house, ending.watchAuthorities, systemActor, {})
  for (const id of result.ended) await perform(house, ending.expireAuthority, systemActor, { id })
}

export const authorities = module({
  name: 'authorities',
  title: { kk: 'Тапсырмалар мен рұқсаттар', ru: 'Поручения и разрешения', en: 'Assignments and permissions' },
  clauses: ['5.3', '5.9', '5.10', '5.14', '5.16', '6.21', '6.22', '7.2'],
  powers: {
    'authorities.read': {
      kk: 'Тапсырмалар мен рұқсаттар тізілімін ашу',
      ru: 'Открывать реестр поручений и разрешений',
      en: 'Open the register of assignments and permissions',
    },
  },
  records: [authorityRecord],
  operations: [
    ending.revokeAuthority,
    ending.expireAuthority,
    ending.watchAuthorities,
    queries.listAuthorities,
    queries.openAuthority,
    queries.readAuthorityTimeline,
    queries.takeAuthorityFile,
  ],
  jobs: {
    'authorities.watch': {
      // Soon after midnight: validity has ended by itself, and open screens should say so.
      cron: '2 0 * * *',
      run: watch,
    },
  },
})

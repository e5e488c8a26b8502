// Authorities (5.3, 5.9, 5.10, 6.21, 6.22): what the Department may do only when a principal has said so. The face of the room.
import type { House } from '../../kernel/house.ts'
import { module } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as ending from './ending.ts'
import * as operations from './operations.ts'
import * as papers from './papers.ts'
import * as queries from './queries.ts'
import { authorityRecord } from './record.ts'
import * as signing from './signing.ts'

export { authoritiesFor, setAuthorityReaders } from './face.ts'
export { needsAuthority, type UnderAuthority } from './gate.ts'
export { isInForce, type InForce, type Subject, type Validity } from './validity.ts'
export { purposes, type AuthorityKind, type Purpose } from './purposes.ts'
export { authorityRecord }

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
    'authorities.prepare': {
      kk: 'Тапсырма не рұқсат сұрауды дайындау',
      ru: 'Готовить запросы поручений и разрешений',
      en: 'Prepare questions for assignments and permissions',
    },
    'authorities.register': {
      kk: 'Қағаз тапсырмалар мен рұқсаттарды тіркеу',
      ru: 'Регистрировать бумажные поручения и разрешения',
      en: 'Register assignments and permissions on paper',
    },
    'authorities.confirm': {
      kk: 'Қағаз құжатты сканмен салыстырып растау',
      ru: 'Подтверждать бумажные документы по скану',
      en: 'Confirm papers against the scan',
    },
  },
  records: [authorityRecord],
  operations: [
    operations.askAuthority,
    operations.prepareAuthority,
    operations.sendAuthority,
    operations.withdrawAuthority,
    operations.decideAuthority,
    operations.issueAuthority,
    papers.registerAuthority,
    papers.confirmAuthority,
    papers.rejectAuthority,
    papers.revokeByPaper,
    ending.revokeAuthority,
    ending.expireAuthority,
    ending.watchAuthorities,
    queries.listAuthorities,
    queries.openAuthority,
    queries.readAuthorityTimeline,
    queries.takeAuthorityFile,
    signing.authorityToSign,
    signing.signAuthority,
    signing.authoritySignatures,
    queries.findSubjects,
    queries.authorityChoices,
  ],
  jobs: {
    'authorities.watch': {
      // Soon after midnight: validity has ended by itself, and open screens should say so.
      cron: '2 0 * * *',
      run: watch,
    },
  },
})

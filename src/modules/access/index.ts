// Sign-in and sessions: the face of the room.
import { module } from '../../kernel/module.ts'
import * as account from './account.ts'
import * as accounts from './accounts.ts'
import { passkeyRecord, addPasskey, addPasskeyOptions, dropPasskey, passkeyOptions, passkeyVerify } from './passkeys.ts'
import { addNetwork, dropNetwork, listNetworks } from './networks.ts'
import { changePassword } from './passwords-change.ts'
import { sweepAccess } from './seen-store.ts'
import { confirmTotp, signIn, signOut } from './sign-in.ts'
import { dropTotp, enrolTotp, enrolTotpConfirm } from './totp.ts'

export const access = module({
  name: 'access',
  title: { kk: 'Кіру және сеанстар', ru: 'Вход и сеансы', en: 'Sign-in and sessions' },
  clauses: ['5.16'],
  powers: {
    'sessions.manage': {
      kk: 'Сеанстар мен есептік жазбаларды жүргізу',
      ru: 'Управлять сеансами и учётными записями',
      en: 'Manage sessions and accounts',
    },
  },
  records: [account.sessionRecord, passkeyRecord],
  operations: [
    signIn,
    confirmTotp,
    passkeyOptions,
    passkeyVerify,
    changePassword,
    signOut,
    account.whoAmI,
    account.setLanguage,
    account.mySecurity,
    account.stepUp,
    account.listSessions,
    account.revokeSession,
    enrolTotp,
    enrolTotpConfirm,
    dropTotp,
    addPasskeyOptions,
    addPasskey,
    dropPasskey,
    listNetworks,
    addNetwork,
    dropNetwork,
    ...Object.values(accounts),
  ],
  jobs: { 'access.sweep': { cron: '15 3 * * *', run: (house) => sweepAccess(house) } },
})

export { plantAccount } from './accounts.ts'
export { sessionActor, sessionEnded, type OpenedSession } from './sessions.ts'

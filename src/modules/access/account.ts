// One's own account: who am I, language, security, step-up, sessions.
import { command, query } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { presenceOf, setLanguageOf } from '../org/index.ts'
import { attempt, forgive } from './attempts.ts'
import * as contract from './contract.ts'
import { passkeysOf } from './passkey-store.ts'
import { answeredBy, wrongPasskey } from './passkeys.ts'
import { wrongCurrent } from './passwords-change.ts'
import { isPassword } from './passwords.ts'
import { keepsSessions, ownSession, signedIn } from './rules.ts'
import { takeCode, wrongCode } from './sign-in.ts'
import * as store from './store.ts'

const noAccount = () =>
  new Refusal('unknown', { kk: 'Есептік жазба жоқ.', ru: 'Учётной записи нет.', en: 'There is no account.' })

export const whoAmI = query(contract.whoAmI, {
  clauses: ['5.16'],
  rules: [signedIn],
  run: async ({ actor, tx }) => {
    const found = await presenceOf(tx.db, actor.id, { today: tx.today })
    const account = await store.accountOf(tx, actor.id)
    if (!found) throw noAccount()
    const { presence } = found
    return {
      employee: { id: actor.id, name: actor.name, post: presence.post, unit: presence.unit },
      login: account?.login ?? '',
      powers: [...actor.powers],
      language: presence.language,
      mode: tx.house.mode,
      actingFor: presence.actingFor,
      mustChange: account?.mustChange ?? false,
      // Counted by a higher room; the shell asks it itself.
      unread: 0,
    }
  },
})

export const setLanguage = command(contract.setLanguage, {
  clauses: ['5.16'],
  rules: [signedIn],
  run: async ({ input: { language }, actor, tx }) => {
    await setLanguageOf(tx, actor.id, language)
    return {}
  },
})

export const mySecurity = query(contract.mySecurity, {
  clauses: ['5.16'],
  rules: [signedIn],
  run: async ({ actor, tx }) => {
    const account = await store.accountOf(tx, actor.id)
    if (!account) throw noAccount()
    const list = await passkeysOf(tx, actor.id)
    return {
      login: account.login,
      changedAt: account.changedAt.toISOString(),
      leastLength: tx.parameter('password.length.min').value,
      totpSince: account.totpSince?.toISOString() ?? null,
      passkeys: list.map(({ id, name, addedAt, usedAt }) => ({
        id,
        name,
        addedAt: addedAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      })),
    }
  },
})

export const stepUp = command(contract.stepUp, {
  clauses: ['5.16'],
  rules: [signedIn],
  run: async ({ input: { password, code, response }, actor, tx }) => {
    const session = actor.session && (await store.findSession(tx, actor.session.id, true))
    const account = await store.lockAccount(tx, actor.id)
    if (!session || !account) throw noAccount()
    tx.about('employee', actor.id)
    if (response !== undefined) {
      const key = await answeredBy(tx, session.challenge, response, actor.id)
      if (!key) return wrongPasskey()
    } else if (code !== undefined) {
      if (!(await attempt(tx, account.login, () => takeCode(tx, account, code)))) return wrongCode()
    } else {
      if (!(await attempt(tx, account.login, () => isPassword(account.passwordHash, password ?? ''))))
        return wrongCurrent('password')
    }
    await forgive(tx, account.login)
    await store.markSteppedUp(tx, session.id, tx.at)
    return { until: new Date(tx.at.getTime() + tx.parameter('session.step-up').value * 60_000).toISOString() }
  },
})

export const sessionRecord = record<store.Session>({
  name: 'session',
  table: 'sessions',
  title: { kk: 'Сеанс', ru: 'Сеанс', en: 'Session' },
  find: store.findSession,
  caption: ({ openedAt }) => openedAt.toISOString(),
})

const allIsForKeepers = () =>
  new Refusal(
    'forbidden',
    {
      kk: 'Барлық сеансты тек әкімші көреді.',
      ru: 'Все сеансы видит только администратор.',
      en: 'Only the administrator sees everybody’s sessions.',
    },
    { clause: '5.16' },
  )

export const listSessions = query(contract.listSessions, {
  clauses: ['5.16'],
  rules: [signedIn],
  run: async ({ input: { scope, page, size }, actor, tx }) => {
    if (scope === 'all' && !actor.powers.has('sessions.manage')) throw allIsForKeepers()
    const seenSince = new Date(tx.at.getTime() - tx.parameter('session.idle').value * 60_000)
    const employeeId = scope === 'own' ? actor.id : null
    const { rows, total } = await store.openSessions(tx, { employeeId, at: tx.at, seenSince, page, size })
    return {
      rows: rows.map((it) => ({
        id: it.id,
        employee: { id: it.employeeId, name: it.name },
        openedAt: it.openedAt.toISOString(),
        seenAt: it.seenAt.toISOString(),
        expiresAt: it.expiresAt.toISOString(),
        current: it.id === actor.session?.id,
      })),
      total,
      capped: false,
    }
  },
})

export const revokeSession = command(contract.revokeSession, {
  clauses: ['5.16'],
  record: sessionRecord,
  rules: [ownSession, keepsSessions],
  run: async ({ input: { id }, actor, tx }) => {
    await store.endSession(tx, id, 'revoked', tx.at)
    return id === actor.session?.id ? { session: null } : {}
  },
})

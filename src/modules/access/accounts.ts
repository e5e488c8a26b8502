// Accounts of others: opened, recovered, and the very first one.
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query } from '../../kernel/operation.ts'
import { z } from 'zod'
import { id, shape } from '../../kernel/contract.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { appointUnstaffed, employeeRecord, postId, takeOn } from '../org/index.ts'
import { forgive } from './attempts.ts'
import * as contract from './contract.ts'
import { deletePasskeysOf } from './passkey-store.ts'
import { acceptedHash } from './passwords-change.ts'
import { hashPassword, temporaryPassword } from './passwords.ts'
import { anybody, house, keepsSessions, notOneself } from './rules.ts'
import { openSession } from './sessions.ts'
import { burnSetupToken, isSetupToken } from './setup-token.ts'
import * as store from './store.ts'

export const listAccounts = query(contract.listAccounts, {
  clauses: ['5.16'],
  rules: [keepsSessions],
  run: async ({ input: { words, page, size }, tx }) => {
    const { rows, total } = await store.accountRows(tx, words, tx.at, page, size)
    return {
      rows: rows.map(({ id, name, mustChange, seenAt, ...it }) => ({
        ...it,
        employee: { id, name },
        mustChange: mustChange ?? false,
        seenAt: seenAt?.toISOString() ?? null,
      })),
      total,
      capped: false,
    }
  },
})

const loginTaken = () =>
  invalidField('login', {
    kk: 'Бұл кіру аты бос емес.',
    ru: 'Это имя входа занято.',
    en: 'This sign-in name is taken.',
  })

export const openAccount = command(contract.openAccount, {
  clauses: ['5.16'],
  dangerous: true,
  record: employeeRecord,
  rules: [keepsSessions],
  run: async ({ input: { id: employeeId, login }, tx }) => {
    if (await store.accountByLogin(tx, login)) throw loginTaken()
    if (await store.accountOf(tx, employeeId)) {
      throw invalidField('id', {
        kk: 'Бұл қызметкердің есептік жазбасы бар.',
        ru: 'У этого работника уже есть учётная запись.',
        en: 'This employee has an account already.',
      })
    }
    const password = temporaryPassword()
    await store.addAccount(tx, {
      employeeId,
      login,
      passwordHash: await hashPassword(password),
      mustChange: true,
      at: tx.at,
    })
    return { login, temporaryPassword: password }
  },
})

export const resetPassword = command(contract.resetPassword, {
  clauses: ['5.16'],
  dangerous: true,
  record: employeeRecord,
  rules: [keepsSessions, notOneself],
  run: async ({ input: { id: employeeId, dropSecondFactor }, tx }) => {
    const account = await store.lockAccount(tx, employeeId)
    if (!account)
      throw invalidField('id', {
        kk: 'Бұл қызметкердің есептік жазбасы жоқ.',
        ru: 'У этого работника нет учётной записи.',
        en: 'This employee has no account.',
      })
    const password = temporaryPassword()
    await store.changeAccount(tx, employeeId, {
      password_hash: await hashPassword(password),
      must_change: true,
      changed_at: tx.at,
      ...(dropSecondFactor ? { totp_secret: null, totp_since: null, totp_step: null, totp_pending: null } : {}),
    })
    if (dropSecondFactor) await deletePasskeysOf(tx, employeeId)
    await store.endSessionsOf(tx, employeeId, 'password', tx.at)
    await forgive(tx, account.login)
    tx.note({ dropSecondFactor })
    return { login: account.login, temporaryPassword: password }
  },
})

/** An account of the demonstration, with a password that is shown on the ready screen. */
export const plantAccount = command(
  shape('access.plantAccount', z.object({ id, login: z.string(), password: z.string() }), z.object({}), {
    kk: 'Көрсетілім есептік жазбасын енгізу',
    ru: 'Внести демонстрационную учётную запись',
    en: 'Plant a demonstration account',
  }),
  {
    clauses: ['5.16'],
    inner: true,
    record: employeeRecord,
    rules: [house],
    run: async ({ input: { id: employeeId, login, password }, tx }) => {
      if (await store.accountOf(tx, employeeId)) return {}
      await store.addAccount(tx, {
        employeeId,
        login,
        passwordHash: await hashPassword(password),
        mustChange: false,
        at: tx.at,
      })
      return {}
    },
  },
)

const linkIsUsed = () =>
  new Refusal('sign-in', {
    kk: 'Бұл сілтеме жарамсыз немесе қолданылып қойған.',
    ru: 'Эта ссылка недействительна или уже использована.',
    en: 'This link is not valid or was used already.',
  })

export const setUp = command(contract.setUp, {
  clauses: ['5.16'],
  anonymous: true,
  rules: [anybody],
  run: async ({ input: { token, name, login, password }, tx }) => {
    await store.lockSetUp(tx)
    if ((await store.anyAccount(tx)) || !isSetupToken(tx.house.dataDir, token)) return linkIsUsed()
    const passwordHash = await acceptedHash(tx, password, login)
    const employeeId = newId()
    await takeOn(tx, employeeId, { name, nameRu: null, nameEn: null, iin: null, email: null, language: 'kk' }, tx.today)
    await appointUnstaffed(tx, {
      employeeId,
      postId: postId('court-administration', 'administrator'),
      fromOn: tx.today,
      basis: 'Qorgan',
    })
    await store.addAccount(tx, { employeeId, login, passwordHash, mustChange: false, at: tx.at })
    tx.afterCommit(() => burnSetupToken(tx.house.dataDir))
    return { next: 'done' as const, session: await openSession(tx, employeeId) }
  },
})

// Signing in, step by step, and out again.
import { command, type Tx } from '../../kernel/operation.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { actorOf } from '../org/index.ts'
import { attempt, forgive, signInAgain, wrongField, wrongSignIn } from './attempts.ts'
import { stepOf, unseal } from './codes.ts'
import * as contract from './contract.ts'
import { outsideNetworks } from './networks.ts'
import { isPassword } from './passwords.ts'
import { anybody, signedIn } from './rules.ts'
import { openSession, stageSession } from './sessions.ts'
import * as store from './store.ts'

type Passed = { secondFactor: boolean }

/** The next step of a sign-in, or the open session at its end; a refusal where the post signs in from elsewhere only. */
export const goOn = async (
  tx: Tx,
  account: store.Account,
  { secondFactor }: Passed,
): Promise<contract.SignInStep | Refusal> => {
  const outside = await outsideNetworks(tx, account.employeeId)
  if (outside) return outside
  if (!secondFactor && account.totpSecret)
    return { next: 'totp', session: await stageSession(tx, account.employeeId, 'totp') }
  if (!secondFactor && account.passkeys > 0)
    return { next: 'passkey', session: await stageSession(tx, account.employeeId, 'passkey') }
  if (account.mustChange) return { next: 'change', session: await stageSession(tx, account.employeeId, 'change') }
  await forgive(tx, account.login)
  return { next: 'done', session: await openSession(tx, account.employeeId) }
}

/** The journal says whose account was tried; a name that does not exist may be a password typed in the wrong field and is not kept. */
const refuse = (tx: Tx, employeeId: string | null, refusal: Refusal): Refusal => {
  if (employeeId) tx.about('employee', employeeId)
  return refusal
}

export const signIn = command(contract.signIn, {
  clauses: ['5.16'],
  anonymous: true,
  rules: [anybody],
  run: async ({ input: { login, password }, tx }) => {
    const found = await store.accountByLogin(tx, login)
    const right = await attempt(tx, login, () => isPassword(found?.passwordHash ?? null, password))
    if (!right || !found) return refuse(tx, found?.employeeId ?? null, wrongSignIn())
    const account = await store.lockAccount(tx, found.employeeId)
    const here = await actorOf(tx.db, found.employeeId, { today: tx.today })
    if (!account || !here) return refuse(tx, found.employeeId, wrongSignIn())
    tx.about('employee', account.employeeId)
    const step = await goOn(tx, account, { secondFactor: false })
    if ('next' in step) tx.note({ next: step.next })
    return step
  },
})

/** The sign-in that this caller has begun, at one of the stages; nothing if it ran out. */
export const waiting = async (tx: Tx, stages: readonly store.Stage[]) => {
  const session =
    tx.actor.session && tx.actor.kind === 'public' ? await store.stagedSession(tx, tx.actor.session.id) : undefined
  return session && stages.includes(session.stage) ? session : undefined
}

/** Whether the code is right now; a code counts once. */
export const takeCode = async (tx: Tx, account: store.Account, code: string): Promise<boolean> => {
  if (!account.totpSecret) return false
  const step = stepOf(unseal(tx.house.pepper, account.totpSecret), code, tx.at, account.totpStep)
  if (step === null) return false
  await store.changeAccount(tx, account.employeeId, { totp_step: step })
  return true
}

export const wrongCode = () =>
  wrongField('code', {
    kk: 'Код дұрыс емес немесе бір рет қолданылған. Келесі кодты күтіңіз.',
    ru: 'Код неверен или уже использован. Дождитесь следующего.',
    en: 'The code is wrong or was used already. Wait for the next one.',
  })

export const confirmTotp = command(contract.confirmTotp, {
  clauses: ['5.16'],
  anonymous: true,
  rules: [anybody],
  run: async ({ input: { code }, tx }) => {
    const session = await waiting(tx, ['totp'])
    const account = session?.employeeId ? await store.lockAccount(tx, session.employeeId) : undefined
    if (!session || !account) return signInAgain()
    if (!(await attempt(tx, account.login, () => takeCode(tx, account, code))))
      return refuse(tx, account.employeeId, wrongCode())
    await store.endSession(tx, session.id, 'passed', tx.at)
    tx.about('employee', account.employeeId)
    return goOn(tx, account, { secondFactor: true })
  },
})

export const signOut = command(contract.signOut, {
  clauses: ['5.16'],
  rules: [signedIn],
  run: async ({ actor, tx }) => {
    if (actor.session) await store.endSession(tx, actor.session.id, 'signed-out', tx.at)
    return { session: null }
  },
})

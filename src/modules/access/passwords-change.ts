// A new password: by the person, or forced at the first sign-in.
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { attempt, signInAgain, wrongField } from './attempts.ts'
import * as contract from './contract.ts'
import { hashPassword, isPassword, passwordFault } from './passwords.ts'
import { anybody } from './rules.ts'
import { goOn, waiting } from './sign-in.ts'
import * as store from './store.ts'

export const wrongCurrent = (path: string) =>
  wrongField(path, { kk: 'Құпиясөз дұрыс емес.', ru: 'Пароль неверен.', en: 'The password is wrong.' })

/** Throws beside the field when the password does not do; then gives its hash. */
export const acceptedHash = async (tx: Tx, password: string, login: string): Promise<string> => {
  const fault = passwordFault(password, login, tx.parameter('password.length.min').value)
  if (fault) throw invalidField('password', fault)
  return hashPassword(password)
}

const asBefore = () =>
  invalidField('password', {
    kk: 'Жаңа құпиясөз ескісінен өзгеше болуы керек.',
    ru: 'Новый пароль должен отличаться от прежнего.',
    en: 'The new password must differ from the old one.',
  })

export const changePassword = command(contract.changePassword, {
  clauses: ['5.16'],
  anonymous: true,
  rules: [anybody],
  run: async ({ input: { current, password }, actor, tx }) => {
    const staged = await waiting(tx, ['change'])
    const employeeId = actor.kind === 'employee' ? actor.id : staged?.employeeId
    const account = employeeId ? await store.lockAccount(tx, employeeId) : undefined
    if (!account) return signInAgain()
    tx.about('employee', account.employeeId)
    if (!(await attempt(tx, account.login, () => isPassword(account.passwordHash, current))))
      return wrongCurrent('current')
    if (password === current) throw asBefore()
    const hash = await acceptedHash(tx, password, account.login)
    await store.changeAccount(tx, account.employeeId, { password_hash: hash, must_change: false, changed_at: tx.at })
    await store.endSessionsOf(
      tx,
      account.employeeId,
      'password',
      tx.at,
      actor.kind === 'employee' ? actor.session?.id : undefined,
    )
    if (actor.kind === 'employee') return { next: 'done' as const }
    return goOn(tx, { ...account, mustChange: false }, { secondFactor: true })
  },
})

// One attempt to prove who one is: the growing delay before it, the count after it, the same words for every failure.
import type { Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { stillCounts, waitSeconds } from './delay.ts'
import * as store from './store.ts'

const wrong: Text = {
  kk: 'Кіру аты немесе құпиясөз дұрыс емес.',
  ru: 'Неверное имя входа или пароль.',
  en: 'The sign-in name or the password is wrong.',
}

/** The same words for a name that does not exist, a wrong password, and a person who has left. */
export const wrongSignIn = (): Refusal => new Refusal('sign-in', wrong)

export const wrongField = (path: string, says: Text): Refusal =>
  new Refusal('sign-in', says, { fields: [{ path, says }] })

export const signInAgain = (): Refusal =>
  new Refusal('sign-in', {
    kk: 'Кірудің уақыты бітті. Басынан бастаңыз.',
    ru: 'Время входа истекло. Начните сначала.',
    en: 'The time for signing in has run out. Start again.',
  })

const tooMany = (seconds: number): Refusal =>
  new Refusal(
    'too-many',
    {
      kk: `Қате әрекет тым көп болды. ${seconds} секундтан кейін қайталап көріңіз.`,
      ru: `Слишком много неудачных попыток. Повторите через ${seconds} с.`,
      en: `Too many failed attempts. Try again in ${seconds} seconds.`,
    },
    { retryAfterSeconds: seconds },
  )

/**
 * Whether the proof holds. A failure is counted by the sign-in name, existing or not; success is forgiven only when the whole
 * sign-in is over, or a known password would buy free guesses of the code.
 * The caller must RETURN its refusal after a `false`, so that the count is kept.
 * @throws Refusal 'too-many' before the delay is over
 */
export const attempt = async (tx: Tx, login: string, proof: () => Promise<boolean>): Promise<boolean> => {
  const key = store.failureKey(tx.house.pepper, login)
  const failures = await store.failuresOf(tx, key, tx.at)
  const patience = {
    free: tx.parameter('sign-in.free-attempts').value,
    firstSeconds: tx.parameter('sign-in.delay.first').value,
    mostSeconds: tx.parameter('sign-in.delay.max').value,
  }
  const wait = waitSeconds(failures, patience, tx.at)
  if (wait > 0) throw tooMany(wait)
  if (await proof()) return true
  const before = stillCounts(failures, tx.at) ? failures.failures : 0
  await store.countFailure(tx, key, before + 1, tx.at)
  return false
}

export const forgive = (tx: Tx, login: string): Promise<void> =>
  store.forgetFailures(tx, store.failureKey(tx.house.pepper, login))

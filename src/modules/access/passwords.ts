// Passwords: how they are kept, what is asked of them, and temporary ones. Argon2id works in libuv's threads, off the main one.
import { randomInt } from 'node:crypto'
import { hash, verify, type Options } from '@node-rs/argon2'
import type { Text } from '../../kernel/text.ts'
import { isCommon } from './common.ts'

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane; 2 stands for Argon2id in the library's const enum.
const strength: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), strength)

let decoy: Promise<string> | null = null

/** What a password is checked against where there is no account: a real hash of the same strength, so that the answer takes as long. */
export const decoyHash = (): Promise<string> => (decoy ??= hashPassword('a password that nobody has'))

/** Whether it is the password of the hash. Without a hash it works just as long and says no. */
export const isPassword = async (stored: string | null, password: string): Promise<boolean> => {
  const right = await verify(stored ?? (await decoyHash()), password.normalize('NFC'))
  return right && stored !== null
}

const says = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })

/** What stands against a new password; null if nothing. Length rules, not riddles of signs (NIST SP 800-63B). */
export const passwordFault = (password: string, login: string, least: number): Text | null => {
  const length = [...password.normalize('NFC')].length
  const lower = password.toLowerCase()
  if (length < least) {
    return says(
      `Құпиясөз тым қысқа. Ең азы: ${least} таңба.`,
      `Пароль слишком короткий. Не меньше: ${least} знаков.`,
      `The password is too short. At least ${least} characters.`,
    )
  }
  if (login.length > 2 && lower.includes(login.toLowerCase())) {
    return says(
      'Құпиясөзде кіру аты болмауы керек.',
      'Пароль не должен содержать имя входа.',
      'The password must not contain the sign-in name.',
    )
  }
  if (new Set(lower).size < 5 || isCommon(lower)) {
    return says(
      'Бұл құпиясөз тым кең таралған. Басқасын ойлап табыңыз.',
      'Этот пароль слишком распространён. Придумайте другой.',
      'This password is too common. Think of another.',
    )
  }
  return null
}

// Without 0, o, 1, l and i, which are misheard and misread.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be said over the telephone and changed at once: 20 signs of 31, about 99 bits. */
export const temporaryPassword = (): string =>
  Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  )

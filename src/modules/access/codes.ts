// Codes of a generator on the phone (RFC 6238), their secret kept under a key that the database does not hold.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const keyOf = (pepper: Buffer): Buffer => Buffer.from(hkdfSync('sha256', pepper, '', 'qorgan totp', 32))

/** AES-256-GCM: nonce, mark, ciphertext. */
export const seal = (pepper: Buffer, plain: string): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(pepper), nonce)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

export const unseal = (pepper: Buffer, sealed: Buffer): string => {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(pepper), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}

/** A new secret of 160 bits, base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

const period = 30

const generator = (secret: string, login: string): TOTP =>
  new TOTP({ issuer: 'Qorgan', label: login, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) })

/** The address that the phone reads from the picture. */
export const uriOf = (secret: string, login: string): string => generator(secret, login).toString()

/** The time step whose code this is, one step early or late allowed; null for a wrong code or one already used. */
export const stepOf = (secret: string, code: string, at: Date, lastStep: number | null): number | null => {
  const delta = generator(secret, '').validate({ token: code, timestamp: at.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(at.getTime() / 1000 / period) + delta
  return lastStep !== null && step <= lastStep ? null : step
}

/** The code of a moment, for tests and for the phone's own arithmetic. */
export const codeAt = (secret: string, at: Date): string => generator(secret, '').generate({ timestamp: at.getTime() })

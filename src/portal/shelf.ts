// What a visitor has typed so far and which code is in hand: one small file a visit, sealed with a key that only the
// visitor's cookie holds, so that a disk shows nothing; swept after the hours that the parameter gives. Not a record of the
// Department: nothing of it enters the database before the appeal is handed in.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Slip {
  slipNumber: string
  receivedAt: string
  registeredOn: string
  dueOn: string
  receiver: { kk: string; ru: string; en: string }
  code: string
}

export interface Held {
  id: string
  name: string
  bytes: number
}

export interface BookingSlip {
  number: string
  on: string
  at: string
  minutes: number
  place: string
  code: string
  whom: { kk: string; ru: string; en: string }
}

/** A booking of a personal reception on its way: its own key, what was typed, its slip. */
export interface Booking {
  key: string
  answers: Record<string, string>
  slip: BookingSlip | null
}

export interface Visit {
  /** The appeal's own key: sent twice, it makes one appeal. */
  key: string
  /** Answers as they were typed, by field; also those that still need mending. */
  answers: Record<string, string>
  files: Held[]
  /** The scan of what the representative acts by. */
  groundFile: Held | null
  booking: Booking
  /** The slip of an appeal just handed in. */
  slip: Slip | null
  /** Hash of the code in hand, and since when. */
  receipt: { hash: string; at: number } | null
  /** Key of the message form, renewed with every message. */
  messageKey: string
}

export interface Shelf {
  /** A new visit; returns its token for the cookie. */
  open(visit: Visit): Promise<string>
  read(token: string): Promise<Visit | null>
  write(token: string, visit: Visit): Promise<void>
  drop(token: string): Promise<void>
  /** A form's own word that it came from our page of this visit. */
  stamp(token: string): string
  isStamp(token: string, stamp: string): boolean
  /** From now on this visit alone holds the code with this hash; whoever held it before does no more. */
  claim(token: string, hash: string): Promise<void>
  holds(token: string, hash: string): Promise<boolean>
  sweep(olderThanMs: number): Promise<void>
}

const isToken = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token)

const keyOf = (token: string): Buffer => Buffer.from(hkdfSync('sha256', token, '', 'qorgan visit', 32))

const seal = (token: string, visit: Visit): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), nonce)
  const body = Buffer.concat([cipher.update(JSON.stringify(visit), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

const unseal = (token: string, sealed: Buffer): Visit | null => {
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(token), sealed.subarray(0, 12))
    cipher.setAuthTag(sealed.subarray(12, 28))
    return JSON.parse(Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]).toString('utf8')) as Visit
  } catch {
    return null
  }
}

export const openShelf = (folder: string, pepper: Buffer): Shelf => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const nameOf = (token: string) => createHash('sha256').update(token).digest('hex')
  const fileOf = (token: string) => join(folder, nameOf(token))
  const holderOf = (hash: string) => join(folder, createHmac('sha256', pepper).update(`holder ${hash}`).digest('hex'))
  const stamp = (token: string) => createHmac('sha256', pepper).update(`form ${token}`).digest('base64url')
  const write: Shelf['write'] = async (token, visit) => {
    const draft = `${fileOf(token)}.${randomBytes(4).toString('hex')}`
    await writeFile(draft, seal(token, visit), { mode: 0o600 })
    await rename(draft, fileOf(token))
  }
  return {
    write,
    stamp,
    open: async (visit) => {
      const token = randomBytes(32).toString('base64url')
      await write(token, visit)
      return token
    },
    read: async (token) => {
      if (!isToken(token)) return null
      const sealed = await readFile(fileOf(token)).catch(() => null)
      return sealed && unseal(token, sealed)
    },
    drop: async (token) => {
      if (isToken(token)) await rm(fileOf(token), { force: true })
    },
    isStamp: (token, given) => {
      const [a, b] = [Buffer.from(stamp(token)), Buffer.from(given)]
      return a.length === b.length && timingSafeEqual(a, b)
    },
    claim: async (token, hash) => {
      await writeFile(holderOf(hash), nameOf(token), { mode: 0o600 })
    },
    holds: async (token, hash) => {
      const holder = await readFile(holderOf(hash), 'utf8').catch(() => null)
      return holder === nameOf(token)
    },
    sweep: async (olderThanMs) => {
      for (const name of await readdir(folder)) {
        const file = join(folder, name)
        const at = await stat(file).catch(() => null)
        if (at && Date.now() - at.mtimeMs > olderThanMs) await rm(file, { force: true })
      }
    },
  }
}

// Keys and passwords of an installation, each in a file of its own that only its owner reads, never in the database.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Secrets {
  /** Master key of the files, 32 bytes. */
  fileKey: Buffer
  /** Secret behind hashes of receipt codes and form tokens, 32 bytes. */
  pepper: Buffer
  /** Password of the embedded server's owner. */
  owner: string
  app: string
  portal: string
  /** File of the journal's signing key. */
  journalKey: string
}

const folderOf = (dataDir: string): string => join(dataDir, 'secrets')

/** Reads a secret, making it once. Written with 'wx', so that two starts never hold two different keys. */
const keep = (dataDir: string, name: string, make: () => string): string => {
  const folder = folderOf(dataDir)
  const path = join(folder, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(path)) {
    try {
      writeFileSync(path, make(), { mode: 0o600, flag: 'wx' })
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
  }
  return readFileSync(path, 'utf8').trim()
}

const hex = () => randomBytes(32).toString('hex')
const word = () => randomBytes(24).toString('base64url')

export const readSecrets = (dataDir: string): Secrets => ({
  fileKey: Buffer.from(keep(dataDir, 'file-key', hex), 'hex'),
  pepper: Buffer.from(keep(dataDir, 'pepper', hex), 'hex'),
  owner: keep(dataDir, 'owner-password', word),
  app: keep(dataDir, 'app-password', word),
  portal: keep(dataDir, 'portal-password', word),
  journalKey: join(folderOf(dataDir), 'journal-key'),
})

/**
 * The one-time word of the link that sets up the first administrator of a production house; null once it is used.
 * The module access spends it.
 */
export const setupToken = (dataDir: string): string | null =>
  existsSync(join(folderOf(dataDir), 'setup-done')) ? null : keep(dataDir, 'setup-token', word)

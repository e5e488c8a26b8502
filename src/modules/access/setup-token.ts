// The one-time word of the link that sets up the first administrator; the start script writes it, the first use burns it.
import { createHash, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileOf = (dataDir: string): string => join(dataDir, 'secrets', 'setup-token')

const digest = (it: string): Buffer => createHash('sha256').update(it).digest()

export const isSetupToken = (dataDir: string, token: string): boolean => {
  const path = fileOf(dataDir)
  return existsSync(path) && timingSafeEqual(digest(readFileSync(path, 'utf8').trim()), digest(token))
}

/** The file 'setup-done' tells the next start that there is nothing to set up. */
export const burnSetupToken = (dataDir: string): void => {
  rmSync(fileOf(dataDir), { force: true })
  writeFileSync(join(dataDir, 'secrets', 'setup-done'), '', { mode: 0o600 })
}

// The signing key of the journal: a file outside the database, made once.
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeSigner, readSigner } from './notes.ts'
import type { Signer } from './notes.ts'

/**
 * Reads the signing key from the file, or makes one (mode 0600) where there is none yet.
 * A new key names a new log, so that two installations are never taken for one.
 * Errors: BadNote where the file holds no key.
 */
export const openSigner = async (
  file: string,
  origin = `qorgan.journal/${randomBytes(6).toString('hex')}`,
): Promise<Signer> => {
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept !== null) return readSigner(kept.trim())
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const made = await open(draft, 'wx', 0o600)
  try {
    await made.writeFile(`${makeSigner(origin).skey}\n`)
    await made.sync()
  } finally {
    await made.close()
  }
  // A link, unlike a rename, never replaces the key of a process that was faster.
  await link(draft, file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  await rm(draft)
  return readSigner((await readFile(file, 'utf8')).trim())
}

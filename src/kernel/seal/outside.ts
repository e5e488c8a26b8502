// Checkpoints out of the database's reach: the newest one, and dated copies of every start, hour and stop.
import { mkdir, open, readFile, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { openCheckpoint, readVerifier } from './notes.ts'
import type { Checkpoint, Verifier } from './notes.ts'

/** Why a dated copy was made. */
export type Occasion = 'start' | 'hour' | 'stop'

/** A checkpoint file; `checkpoint` is null where the note in it is false, and `fault` says why. */
export interface Sealed {
  file: string
  note: string
  checkpoint: Checkpoint | null
  fault: string | null
}

const newestName = 'checkpoint'
const copiesName = 'checkpoints'

/** Writes a file so that a crash leaves the old one or the new one, never half of one. */
const writeDurably = async (folder: string, name: string, text: string): Promise<void> => {
  const draft = join(folder, `.${name}.${process.pid}`)
  const file = await open(draft, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, join(folder, name))
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

const readSealed = async (file: string, verifier: Verifier): Promise<Sealed> => {
  const note = await readFile(file, 'utf8')
  try {
    return { file, note, checkpoint: openCheckpoint(note, verifier), fault: null }
  } catch (error) {
    return { file, note, checkpoint: null, fault: error instanceof Error ? error.message : String(error) }
  }
}

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw error
  })

const copiesIn = async (folder: string): Promise<string[]> =>
  (await namesIn(join(folder, copiesName))).filter((name) => /^\d{8}T\d{6}Z-(start|hour|stop)-\d+$/.test(name)).sort()

const sizeIn = (name: string): number => Number(name.split('-').at(-1))

/** The folder of checkpoints in the folder of all state. */
export const outsideOf = (dataDir: string): string => join(dataDir, 'journal')

/** The public key of the log, as the house put it beside the checkpoints. Errors: ENOENT before the first start. */
export const readKeyOutside = async (folder: string): Promise<Verifier> =>
  readVerifier(await readFile(join(folder, 'vkey'), 'utf8'))

/** Makes the folder and puts the public key beside the checkpoints. */
export const prepareOutside = async (folder: string, verifier: Verifier): Promise<void> => {
  await mkdir(join(folder, copiesName), { recursive: true })
  await writeDurably(folder, 'vkey', `${verifier.vkey}\n`)
}

/** The newest checkpoint outside: the file `checkpoint` and the dated copy of the largest size, if there are any. */
export const readNewest = async (folder: string, verifier: Verifier): Promise<Sealed[]> => {
  const largest = (await copiesIn(folder)).reduce<string | null>(
    (best, name) => (best && sizeIn(best) >= sizeIn(name) ? best : name),
    null,
  )
  const names = [
    ...(await namesIn(folder)).filter((name) => name === newestName),
    ...(largest ? [join(copiesName, largest)] : []),
  ]
  return Promise.all(names.map((name) => readSealed(join(folder, name), verifier)))
}

/** Every checkpoint outside, dated copies first, each with its fault if it has one. */
export const readAll = async (folder: string, verifier: Verifier): Promise<Sealed[]> => {
  const names = [
    ...(await copiesIn(folder)).map((name) => join(copiesName, name)),
    ...(await namesIn(folder)).filter((name) => name === newestName),
  ]
  const all: Sealed[] = []
  for (const name of names) all.push(await readSealed(join(folder, name), verifier))
  return all
}

export const writeNewest = (folder: string, note: string): Promise<void> => writeDurably(folder, newestName, note)

/** Keeps a dated copy, '20261123T040000Z-hour-1234' (UTC; the size at the end). */
export const keepCopy = (folder: string, note: string, size: number, at: Date, occasion: Occasion): Promise<void> => {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '')
  return writeDurably(join(folder, copiesName), `${stamp}-${occasion}-${size}`, note)
}

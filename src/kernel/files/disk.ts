// Where the encrypted bytes lie: QORGAN_DATA/files, written beside and renamed when whole.
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from '../house.ts'

const incoming = 'incoming'
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The last two digits are random in an id of version 7, so folders fill evenly. */
export const pathOf = ({ directory }: FileStore, id: string): string => join(directory, id.slice(-2), id)

const folderOf = (store: FileStore, id: string): string => join(store.directory, id.slice(-2))

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Writes all of it or nothing: what fails in between leaves no file. The bytes are on disk when this returns. */
export async function writeWhole(store: FileStore, id: string, source: AsyncIterable<Buffer>): Promise<void> {
  const beside = join(store.directory, incoming, id)
  await mkdir(join(store.directory, incoming), { recursive: true, mode: 0o700 })
  await mkdir(folderOf(store, id), { recursive: true, mode: 0o700 })
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      for await (const bytes of source) await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, pathOf(store, id))
    await flushFolder(folderOf(store, id))
  } catch (fault) {
    await rm(beside, { force: true })
    throw fault
  }
}

export const readSealed = (store: FileStore, id: string): AsyncIterable<Buffer> =>
  createReadStream(pathOf(store, id), { highWaterMark: 128 * 1024 })

export const removeSealed = (store: FileStore, id: string): Promise<void> => rm(pathOf(store, id), { force: true })

/** Removes what an interrupted intake left beside, if it is older than this many milliseconds. */
export async function sweepIncoming(store: FileStore, olderThanMs: number): Promise<number> {
  const old = await olderThan(join(store.directory, incoming), olderThanMs)
  for (const name of old) await rm(join(store.directory, incoming, name), { force: true })
  return old.length
}

/** Ids of stored files that are older than this many milliseconds, a folder at a time. */
export async function* storedIds(store: FileStore, olderThanMs: number): AsyncGenerator<string[]> {
  for (const folder of await namesIn(store.directory)) {
    if (/^[0-9a-f]{2}$/.test(folder))
      yield (await olderThan(join(store.directory, folder), olderThanMs)).filter((name) => isId.test(name))
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    throw fault
  })

async function olderThan(folder: string, olderThanMs: number): Promise<string[]> {
  const old: string[] = []
  for (const name of await namesIn(folder)) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Infinity }))
    if (Date.now() - mtimeMs >= olderThanMs) old.push(name)
  }
  return old
}

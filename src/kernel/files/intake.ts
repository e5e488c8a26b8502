// The door for files: limit, type by content, metadata off, hash, seal, disk, and only then a row.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { dayOf } from '../clock.ts'
import { begin } from '../database.ts'
import type { House } from '../house.ts'
import { newId } from '../ids.ts'
import type { Tx } from '../operation.ts'
import type { Actor } from '../rules.ts'
import { removeSealed, writeWhole } from './disk.ts'
import { ImageBroken, stripStream } from './metadata.ts'
import { safeName } from './names.ts'
import { brokenImage, emptyFile, oversizedFile, unwantedType } from './refusals.ts'
import { markOf, newKey, sealStream, wrapKey } from './seal.ts'
import { insertFile, noteCustody, personOf, type FileRow } from './store.ts'
import { headBytes, knownTypes, typeOf } from './types.ts'

export interface Received {
  id: string
  /** Made safe, with the ending of its real type. */
  name: string
  type: string
  bytes: number
  /** Of the stored plain bytes, hex. */
  sha256: string
  /** Whether an image's metadata was removed. */
  stripped: boolean
}

export interface Incoming {
  name: string
  /** What the sender claims; the content decides. */
  declaredType?: string
  /** Bytes; the parameter file.size.max unless told. */
  maxBytes?: number
  by: Actor
  /** Removes the metadata of JPEG and PNG images; what the public brings is stripped unless told. */
  strip?: boolean
}

/** Bytes as they come; `truncated` is set by the form parser that cut them off at its own limit. */
export type Source = AsyncIterable<Buffer> & { readonly truncated?: boolean }

/**
 * Takes one file in. It belongs to nothing until attachFile(); unattached files are swept away after some hours.
 * @throws Refusal 'invalid' for an empty, oversized, unwanted or broken file; then nothing is left on disk.
 */
export async function receiveFile(
  house: House,
  source: Source,
  { name, maxBytes, by, strip }: Incoming,
): Promise<Received> {
  const limited = withinLimit(source, maxBytes ?? (await largest(house)))
  try {
    return await take(house, limited, name, strip ?? by.kind === 'public', by)
  } catch (fault) {
    await limited.return(undefined)
    // The rest of a refused file is let through to nowhere, or the form's other fields would never come.
    if (source instanceof Readable && !source.destroyed) source.resume()
    throw fault
  }
}

const largest = async (house: House): Promise<number> =>
  (await house.parameters.current()).on('file.size.max', dayOf(house.clock.now())).value

async function take(
  house: House,
  limited: AsyncGenerator<Buffer>,
  name: string,
  strip: boolean,
  by: Actor,
): Promise<Received> {
  const law = await house.parameters.current()
  const now = house.clock.now()
  const types = law.on('file.types', dayOf(now)).value as readonly string[]
  const { head, rest } = await headOf(limited)
  if (!head.length) throw emptyFile()
  const type = await typeOf(head, name)
  if (!type || !types.includes(type)) throw unwantedType()
  const stripped = strip ? stripStream(type, rest) : null
  const row = await seal(house, stripped ?? rest, {
    name: safeName(name, knownTypes[type]),
    type,
    stripped: stripped !== null,
    by,
    now,
  })
  await enter(house, row, by, now)
  return received(row)
}

async function* withinLimit(source: Source, most: number): AsyncGenerator<Buffer> {
  let bytes = 0
  const pieces: AsyncIterable<Buffer> =
    source instanceof Readable ? source.iterator({ destroyOnReturn: false }) : source
  for await (const piece of pieces) {
    bytes += piece.length
    if (bytes > most) throw oversizedFile(most)
    yield piece
  }
  if (source.truncated) throw oversizedFile(most)
}

/** The beginning, and the whole again. */
async function headOf(source: AsyncGenerator<Buffer>): Promise<{ head: Buffer; rest: AsyncGenerator<Buffer> }> {
  let head = Buffer.alloc(0)
  while (head.length < headBytes) {
    const next = await source.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  const whole = async function* () {
    yield head
    yield* source
  }
  return { head, rest: whole() }
}

type Making = { name: string; type: string; stripped: boolean; by: Actor; now: Date }

async function seal(
  house: House,
  plain: AsyncIterable<Buffer>,
  { name, type, stripped, by, now }: Making,
): Promise<Omit<FileRow, 'scan'>> {
  const { files } = house
  const [id, key] = [newId(), newKey()]
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* () {
    for await (const piece of plain) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  try {
    await writeWhole(files, id, sealStream(counted(), key, id))
  } catch (fault) {
    throw fault instanceof ImageBroken ? brokenImage() : fault
  }
  const sha256 = hash.digest('hex')
  const wrapped = wrapKey(files.masterKey, key, id)
  return {
    id,
    name,
    type,
    bytes,
    sha256,
    key: wrapped,
    key_mark: markOf(files.masterKey),
    stripped,
    received_at: now,
    received_by: personOf(by),
  }
}

const received = ({ id, name, type, bytes, sha256, stripped }: Omit<FileRow, 'scan'>): Received => ({
  id,
  name,
  type,
  bytes,
  sha256,
  stripped,
})

async function enter(house: House, row: Omit<FileRow, 'scan'>, by: Actor, now: Date): Promise<void> {
  try {
    await house.database.transaction().execute(async (db) => {
      await begin(db, 'files.receive', by)
      await insertFile(db, row)
      await noteCustody(db, row.id, now, by, 'received')
    })
  } catch (fault) {
    await removeSealed(house.files, row.id)
    throw fault
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/**
 * Keeps a file that the house made itself, such as a signed PDF, within the operation's transaction and not yet attached.
 * If the operation is rolled back, the bytes are swept away later.
 */
export async function keepFile(
  tx: Tx,
  bytes: Buffer | AsyncIterable<Buffer>,
  { name, type }: { name: string; type: string },
): Promise<Received> {
  const row = await seal(tx.house, Buffer.isBuffer(bytes) ? once(bytes) : bytes, {
    name: safeName(name, knownTypes[type]),
    type,
    stripped: false,
    by: tx.actor,
    now: tx.at,
  })
  await insertFile(tx.db, row)
  await noteCustody(tx.db, row.id, tx.at, tx.actor, 'received', 'made by the house')
  return received(row)
}

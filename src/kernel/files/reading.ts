// Files out of the house: only through a record that the reader sees, and only the very bytes that came in.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { begin } from '../database.ts'
import type { House } from '../house.ts'
import type { Tx } from '../operation.ts'
import type { FileReply } from '../reply.ts'
import { readSealed } from './disk.ts'
import { keepFile, type Received } from './intake.ts'
import { damagedFile, infectedFile, unknownFile } from './refusals.ts'
import { markOf, openStream, SealBroken, unwrapKey } from './seal.ts'
import { findFile, noteCustody, type FileRow } from './store.ts'

/** Up to here the hash is checked before the first byte leaves; a larger file is cut off at its end if it is wrong. */
const checkedFirst = 8 * 1024 * 1024

const faultCode = (fault: unknown): unknown => (fault as { code?: unknown } | null)?.code

/** The plain bytes. @throws SealBroken where they are not those that were received, at the latest behind the last one. */
export async function* plainBytes({ files }: House, row: FileRow): AsyncGenerator<Buffer> {
  if (row.key_mark !== markOf(files.masterKey)) throw new SealBroken('the file was sealed under another master key')
  const key = unwrapKey(files.masterKey, row.key, row.id)
  const hash = createHash('sha256')
  try {
    for await (const bytes of openStream(readSealed(files, row.id), key, row.id)) {
      hash.update(bytes)
      yield bytes
    }
  } catch (fault) {
    throw faultCode(fault) === 'ENOENT' ? new SealBroken('the file is not on the disk') : fault
  }
  if (hash.digest('hex') !== row.sha256) throw new SealBroken('the hash differs')
}

/** In a transaction of its own: the reader's is rolled back or committed long ago. */
async function reportDamage(
  { house, at, actor }: Pick<Tx, 'house' | 'at' | 'actor'>,
  id: string,
  fault: SealBroken,
): Promise<void> {
  house.log('error', 'a stored file is damaged', { file: id, why: fault.message })
  await house.database.transaction().execute(async (db) => {
    await begin(db, 'files.read', actor)
    await noteCustody(db, id, at, actor, 'failed', fault.message)
  })
}

/**
 * A file that the actor of the transaction may see, ready to be sent; `name` replaces the stored one. Notes it in the custody log.
 * @throws Refusal 'unknown' where it is not visible, 'conflict' where it is damaged or dangerous
 */
export async function readFile(tx: Tx, fileId: string, name?: string): Promise<FileReply> {
  const row = await findFile(tx.db, fileId)
  if (!row) throw unknownFile()
  if (row.scan === 'infected') throw infectedFile()
  const stream = row.bytes <= checkedFirst ? Readable.from([await readWhole(tx, row)]) : Readable.from(watched(tx, row))
  await noteCustody(tx.db, row.id, tx.at, tx.actor, 'read')
  return { kind: 'file', name: name ?? row.name, type: row.type, bytes: row.bytes, stream }
}

/** The whole file in memory, for the house's own use; the same refusals as readFile(). */
export async function readBytes(tx: Tx, fileId: string): Promise<Buffer> {
  const row = await findFile(tx.db, fileId)
  if (!row) throw unknownFile()
  if (row.scan === 'infected') throw infectedFile()
  const bytes = await readWhole(tx, row)
  await noteCustody(tx.db, row.id, tx.at, tx.actor, 'read')
  return bytes
}

/** Whether the bytes on disk are those that came in, read to the last one; if not, the custody log and the house's log say so. */
export async function isWhole(tx: Tx, fileId: string): Promise<boolean> {
  const row = await findFile(tx.db, fileId)
  if (!row) throw unknownFile()
  try {
    for await (const bytes of plainBytes(tx.house, row)) if (!bytes.length) break
    return true
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault
    await reportDamage(tx, row.id, fault)
    return false
  }
}

/** The same bytes once more, as a file of its own that is not attached yet; neither of them is held in memory. */
export async function copyFile(tx: Tx, fileId: string): Promise<Received> {
  const row = await findFile(tx.db, fileId)
  if (!row) throw unknownFile()
  const copy = await keepFile(tx, plainBytes(tx.house, row), row)
  await noteCustody(tx.db, row.id, tx.at, tx.actor, 'read', 'a copy was made')
  return copy
}

async function readWhole(tx: Tx, row: FileRow): Promise<Buffer> {
  try {
    return Buffer.concat(await Array.fromAsync(plainBytes(tx.house, row)))
  } catch (fault) {
    if (!(fault instanceof SealBroken)) throw fault
    await reportDamage(tx, row.id, fault)
    throw damagedFile()
  }
}

/** Ends with an error in place of the end, so that the reader's download fails visibly. */
async function* watched(tx: Tx, row: FileRow): AsyncGenerator<Buffer> {
  try {
    yield* plainBytes(tx.house, row)
  } catch (fault) {
    if (fault instanceof SealBroken) await reportDamage(tx, row.id, fault)
    throw fault
  }
}

// How a file lies on disk: AES-256-GCM in chunks under a key of its own, which the master key wraps.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const chunkBytes = 64 * 1024
const tagBytes = 16
const magic = Buffer.from('QORGAN-F1\n')

/** The file does not open: it was altered, cut, mixed up with another, or the key is wrong. */
export class SealBroken extends Error {}

/** Which master key wrapped a file's key; it tells nothing of the key itself. */
export const markOf = (masterKey: Buffer): string =>
  createHash('sha256').update('mark').update(masterKey).digest('hex').slice(0, 16)

export const newKey = (): Buffer => randomBytes(32)

/** iv (12 bytes), ciphertext (32), tag (16); bound to the file's id, so that keys cannot change places. */
export function wrapKey(masterKey: Buffer, key: Buffer, fileId: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', masterKey, iv).setAAD(Buffer.from(fileId))
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()])
}

export function unwrapKey(masterKey: Buffer, wrapped: Buffer, fileId: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', masterKey, wrapped.subarray(0, 12)).setAAD(Buffer.from(fileId))
  decipher.setAuthTag(wrapped.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(12, -tagBytes)), decipher.final()])
  } catch {
    throw new SealBroken('the key of the file does not open')
  }
}

/** The counter keeps chunks in order and the last mark keeps the end in place; the key is never used for a second file. */
const nonceOf = (count: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(count, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

function sealChunk(plain: Buffer, key: Buffer, fileId: string, count: number, last: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(count, last)).setAAD(Buffer.from(fileId))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openChunk(sealed: Buffer, key: Buffer, fileId: string, count: number, last: boolean): Buffer {
  if (sealed.length < tagBytes) throw new SealBroken('the file is cut short')
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(count, last)).setAAD(Buffer.from(fileId))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    throw new SealBroken(`chunk ${count} of the file does not open`)
  }
}

/** Pieces of exactly `size` bytes, but for the last, which is told apart by `last` and may be empty. */
async function* pieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let held: Buffer = Buffer.alloc(0)
  for await (const bytes of source) {
    held = held.length ? Buffer.concat([held, bytes]) : bytes
    for (; held.length > size; held = held.subarray(size)) yield { piece: held.subarray(0, size), last: false }
  }
  yield { piece: held, last: true }
}

export async function* sealStream(source: AsyncIterable<Buffer>, key: Buffer, fileId: string): AsyncGenerator<Buffer> {
  yield magic
  let count = 0
  for await (const { piece, last } of pieces(source, chunkBytes)) yield sealChunk(piece, key, fileId, count++, last)
}

/** The plain bytes again. @throws SealBroken at the first chunk that is not the one that was sealed. */
export async function* openStream(source: AsyncIterable<Buffer>, key: Buffer, fileId: string): AsyncGenerator<Buffer> {
  let count = 0
  for await (const { piece, last } of pieces(withoutMagic(source), chunkBytes + tagBytes)) {
    const plain = openChunk(piece, key, fileId, count++, last)
    if (plain.length) yield plain
  }
}

async function* withoutMagic(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const bytes of source) {
    if (!head) {
      yield bytes
      continue
    }
    head = Buffer.concat([head, bytes])
    if (head.length < magic.length) continue
    if (!head.subarray(0, magic.length).equals(magic)) throw new SealBroken('this is not a sealed file')
    yield head.subarray(magic.length)
    head = null
  }
  if (head) throw new SealBroken('the file is cut short')
}

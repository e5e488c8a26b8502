// The parts of a ZIP file by name, each unpacked as it is read, and no further than a limit: a small file may hold a mountain.
import { createInflateRaw } from 'node:zlib'
import { unreadable } from './fault.ts'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const mostUnpacked = 600 * 1024 * 1024
const pieceBytes = 256 * 1024

interface Part {
  at: number
  packed: number
  method: number
}

function directoryOf(zip: Buffer): Map<string, Part> {
  const parts = new Map<string, Part>()
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== endMark) end -= 1
  if (end < 0) throw unreadable()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== entryMark) throw unreadable()
    const [name, extra, note] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [number, number, number]
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const called = zip.subarray(at + 46, at + 46 + name).toString('utf8')
    parts.set(called, { at: start, packed: zip.readUInt32LE(at + 20), method: zip.readUInt16LE(at + 10) })
    at += 46 + name + extra + note
  }
  return parts
}

/** The words of one part, piece by piece; nothing where there is no such part. */
export type Unzipped = (name: string) => AsyncGenerator<string>

export function unzip(zip: Buffer): Unzipped {
  let parts: Map<string, Part>
  try {
    parts = directoryOf(zip)
  } catch {
    throw unreadable()
  }
  return async function* (name) {
    const part = parts.get(name)
    if (!part) return
    const packed = zip.subarray(part.at, part.at + part.packed)
    const decoder = new TextDecoder('utf-8')
    if (part.method === 0) return yield decoder.decode(packed)
    const inflated = createInflateRaw({ chunkSize: pieceBytes })
    inflated.end(packed)
    let unpacked = 0
    for await (const bytes of inflated as AsyncIterable<Buffer>) {
      unpacked += bytes.length
      if (unpacked > mostUnpacked) throw unreadable()
      yield decoder.decode(bytes, { stream: true })
    }
    yield decoder.decode()
  }
}

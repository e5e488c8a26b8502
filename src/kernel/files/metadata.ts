// Removes what an image tells of its maker (place, time, device, comments) before it is stored. Streams; holds one segment.

/** The bytes are not the image they began as. */
export class ImageBroken extends Error {}

const strippers: Readonly<Record<string, (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>>> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
}

/** A stream without metadata, or null for a type from which this house cannot remove it. */
export const stripStream = (type: string, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> | null =>
  strippers[type]?.(source) ?? null

/** The image without metadata; other types come back as they are. @throws ImageBroken */
export async function stripMetadata(type: string, bytes: Buffer): Promise<Buffer> {
  const stripped = stripStream(
    type,
    (async function* () {
      yield bytes
    })(),
  )
  return stripped ? Buffer.concat(await Array.fromAsync(stripped)) : bytes
}

/** Reads exact numbers of bytes from a stream of chunks of any size. */
class Reader {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next()
    if (next.done) return false
    this.#held = this.#held.length ? Buffer.concat([this.#held, next.value]) : next.value
    return true
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held.length < count) if (!(await this.#more())) throw new ImageBroken('the image is cut short')
    const taken = this.#held.subarray(0, count)
    this.#held = this.#held.subarray(count)
    return taken
  }

  /** Everything at hand, at least one byte; null at the end. */
  async some(): Promise<Buffer | null> {
    if (!this.#held.length && !(await this.#more())) return null
    const taken = this.#held
    this.#held = Buffer.alloc(0)
    return taken.length ? taken : this.some()
  }

  putBack(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held])
  }

  /** Reads to the end, so that the sender is not left with half a request. */
  async drain(): Promise<void> {
    while (await this.some());
  }
}

const startOfScan = 0xda
const endOfImage = 0xd9
const app1 = 0xe1

async function* stripJpeg(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = new Reader(source)
  const start = await reader.take(2)
  if (start.readUInt16BE() !== 0xffd8) throw new ImageBroken('not a JPEG image')
  yield start
  for (;;) {
    const [ff, marker = 0] = await reader.take(2)
    if (ff !== 0xff) throw new ImageBroken('a JPEG segment is missing')
    if (marker === 0xff) {
      // Fill bytes may stand before a marker.
      reader.putBack(Buffer.from([0xff]))
      continue
    }
    if (marker === endOfImage) {
      yield Buffer.from([0xff, marker])
      // Whatever follows the image (a second picture, hidden text) is not part of it.
      return await reader.drain()
    }
    yield* keptSegment(marker, await takeSegment(reader))
    if (marker === startOfScan) yield* scan(reader)
  }
}

async function takeSegment(reader: Reader): Promise<Buffer> {
  const size = await reader.take(2)
  const length = size.readUInt16BE()
  if (length < 2) throw new ImageBroken('a JPEG segment has no length')
  return Buffer.concat([size, await reader.take(length - 2)])
}

function* keptSegment(marker: number, segment: Buffer): Generator<Buffer> {
  const isApp = marker >= 0xe0 && marker <= 0xef
  const isComment = marker === 0xfe
  const body = segment.subarray(2)
  const colour =
    (marker === 0xe2 && startsWith(body, 'ICC_PROFILE\0')) || (marker === 0xee && startsWith(body, 'Adobe'))
  if (marker === 0xe0 && startsWith(body, 'JFIF\0')) {
    // Without the thumbnail, which shows the picture as it was before somebody cut it.
    yield Buffer.concat([Buffer.from([0xff, marker, 0, 16]), body.subarray(0, 12), Buffer.alloc(2)])
  } else if (marker === app1 && startsWith(body, 'Exif\0\0')) {
    const turn = orientationOf(body.subarray(6))
    if (turn > 1) yield orientationSegment(turn)
  } else if (colour || (!isApp && !isComment)) {
    yield Buffer.concat([Buffer.from([0xff, marker]), segment])
  }
}

const startsWith = (bytes: Buffer, text: string): boolean => bytes.subarray(0, text.length).toString('latin1') === text

/** The compressed picture, up to the next marker that is neither a stuffed byte nor a restart. */
async function* scan(reader: Reader): AsyncGenerator<Buffer> {
  for (let bytes = await reader.some(); bytes; bytes = await reader.some()) {
    for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
      const next = bytes[at + 1]
      if (next === undefined) {
        yield bytes.subarray(0, at)
        reader.putBack(Buffer.concat([Buffer.from([0xff]), (await reader.some()) ?? cut()]))
        bytes = Buffer.alloc(0)
        break
      }
      if (next === 0 || (next >= 0xd0 && next <= 0xd7)) continue
      yield bytes.subarray(0, at)
      return reader.putBack(bytes.subarray(at))
    }
    if (bytes.length) yield bytes
  }
  cut()
}

function cut(): never {
  throw new ImageBroken('the image is cut short')
}

const orientationTag = 0x0112

/** How the picture must be turned (1–8); without it a photograph of a document would lie on its side. */
function orientationOf(tiff: Buffer): number {
  const little = startsWith(tiff, 'II')
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = u32(4)
  for (let n = 0; n < Math.min(u16(directory), 200); n += 1) {
    const entry = directory + 2 + n * 12
    if (u16(entry) === orientationTag) return Math.min(u16(entry + 8), 8)
  }
  return 1
}

/** An EXIF segment that holds the orientation and nothing else. */
function orientationSegment(turn: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM', 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(orientationTag, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(turn, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  return Buffer.concat([Buffer.from([0xff, app1, 0, body.length + 2]), body])
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')
/** What a PNG needs to be shown: its picture, its palette, its colours, its frames. */
const pngKept = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP acTL fcTL fdAT'.split(' '))
const largestChunk = 64 * 1024 * 1024

async function* stripPng(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = new Reader(source)
  const signature = await reader.take(8)
  if (!signature.equals(pngSignature)) throw new ImageBroken('not a PNG image')
  yield signature
  for (;;) {
    const head = await reader.take(8)
    const length = head.readUInt32BE()
    const kind = head.toString('latin1', 4)
    if (length > largestChunk || !/^[A-Za-z]{4}$/.test(kind)) throw new ImageBroken('a PNG chunk is broken')
    const kept = pngKept.has(kind)
    if (kept) yield head
    for (let left = length + 4; left > 0;) {
      const part = await reader.take(Math.min(left, 64 * 1024))
      left -= part.length
      if (kept) yield part
    }
    if (kind === 'IEND') return await reader.drain()
  }
}

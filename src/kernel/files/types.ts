// What a file is, told by its bytes and not by its name; only types of this list come in.
import { inflateRawSync } from 'node:zlib'
import { fileTypeFromBuffer } from 'file-type'

/** What this house can tell apart: MIME type → endings of its name, the usual one first. */
export const knownTypes: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/gif': ['.gif'],
  'image/webp': ['.webp'],
  'image/tiff': ['.tif', '.tiff'],
  'image/heic': ['.heic', '.heif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['.pptx'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['.ods'],
  'application/msword': ['.doc'],
  'application/vnd.ms-excel': ['.xls'],
  'application/vnd.ms-powerpoint': ['.ppt'],
  'application/rtf': ['.rtf'],
  'text/plain': ['.txt', '.csv', '.json', '.md', '.log'],
  'audio/mpeg': ['.mp3'],
  'audio/ogg': ['.ogg', '.oga', '.opus'],
  'audio/mp4': ['.m4a'],
  'audio/wav': ['.wav'],
  'audio/amr': ['.amr'],
  'video/mp4': ['.mp4', '.m4v'],
  'video/quicktime': ['.mov'],
  'video/3gpp': ['.3gp'],
  'video/webm': ['.webm'],
}

/** Bytes of the beginning that detection wants to see. */
export const headBytes = 64 * 1024

const sameThing: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'text/rtf': 'application/rtf',
}

/** The type of a file that begins so, or null where it is none of the known ones. The name only tells old office files apart. */
export async function typeOf(head: Buffer, name = ''): Promise<string | null> {
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return zipType(head)
  // The mark of UTF-16 looks like the beginning of an MP3 frame to the library.
  if (isMarkedText(head)) return 'text/plain'
  if (head.subarray(0, 8).equals(compoundMark)) return compoundType(head, name)
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (found) {
    const type = sameThing[found.mime] ?? found.mime
    return type in knownTypes ? type : null
  }
  return isText(head) ? 'text/plain' : null
}

const compoundMark = Buffer.from('d0cf11e0a1b11ae1', 'hex')

const streams: readonly [string, string][] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
]

/** Old Word, Excel and PowerPoint share one container; its directory names the kind, but may lie beyond the head. */
function compoundType(head: Buffer, name: string): string | null {
  const named = streams.find(([stream]) => head.includes(Buffer.from(stream, 'utf16le')))?.[1]
  const ending = /\.[a-z]+$/.exec(name.toLowerCase())?.[0] ?? ''
  return named ?? streams.find(([, type]) => knownTypes[type]?.includes(ending))?.[1] ?? null
}

interface ZipEntry {
  name: string
  method: number
  bytes: Buffer
}

/** The entries at the beginning of a ZIP file, as far as the head reaches. */
function zipEntries(head: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at >= 0 && at + 30 <= head.length; at = head.indexOf('PK\x03\x04', at + 4, 'latin1')) {
    const size = head.readUInt32LE(at + 18)
    const nameEnd = at + 30 + head.readUInt16LE(at + 26)
    const start = nameEnd + head.readUInt16LE(at + 28)
    const next = head.indexOf('PK', start + 1, 'latin1')
    // A streamed archive states no size here; its entry then ends before the next mark.
    const end = size || (next < 0 ? head.length : next)
    const bytes = head.subarray(start, size ? start + size : end)
    entries.push({ name: head.subarray(at + 30, nameEnd).toString('utf8'), method: head.readUInt16LE(at + 8), bytes })
  }
  return entries
}

const folders: readonly [RegExp, string][] = [
  [/^word\//, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/^xl\//, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/^ppt\//, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]

/** Office documents are ZIP files; any other archive, and any document with macros, stays outside. */
function zipType(head: Buffer): string | null {
  const entries = zipEntries(head)
  const [first] = entries
  if (first?.name === 'mimetype' && first.method === 0) {
    const type = /^application\/vnd\.oasis\.opendocument\.[a-z]+/.exec(first.bytes.toString('latin1'))?.[0] ?? ''
    return type in knownTypes ? type : null
  }
  const contents = entries.find(({ name }) => name === '[Content_Types].xml')
  if (!contents) return null
  const listed = unpacked(contents)
  if (/macroEnabled|vbaProject/i.test(listed) || entries.some(({ name }) => /vbaProject/i.test(name))) return null
  const folder = folders.find(([pattern]) => entries.some(({ name }) => pattern.test(name)))
  return folder?.[1] ?? folders.find(([, type]) => listed.includes(`${type}.main+xml`))?.[1] ?? null
}

const mostUnpacked = 1024 * 1024

function unpacked({ method, bytes }: ZipEntry): string {
  if (method === 0) return bytes.toString('utf8')
  try {
    return inflateRawSync(bytes, { maxOutputLength: mostUnpacked }).toString('utf8')
  } catch {
    return ''
  }
}

/** The text behind a mark of UTF-16, in either order of its bytes. */
const isMarkedText = (head: Buffer): boolean => {
  if (head.length < 4) return false
  const even = head.subarray(0, head.length - (head.length % 2))
  if (head[0] === 0xff && head[1] === 0xfe) return !hasControls(even.toString('utf16le'))
  return head[0] === 0xfe && head[1] === 0xff && !hasControls(Buffer.from(even).swap16().toString('utf16le'))
}

/** Text has no control characters but those of lines; UTF-8 and the old Cyrillic code pages come in. */
const isText = (head: Buffer): boolean => head.length > 0 && !hasControls(head.toString('latin1'))

const hasControls = (text: string): boolean => /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)

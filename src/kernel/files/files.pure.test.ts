// The pure parts of the file store: names, seals, types by content, images without their metadata.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { dispositionOf, safeName } from './names.ts'
import { ImageBroken, stripMetadata } from './metadata.ts'
import { newKey, openStream, SealBroken, sealStream, unwrapKey, wrapKey } from './seal.ts'
import { typeOf } from './types.ts'

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const all = async (source: AsyncIterable<Buffer>): Promise<Buffer> => Buffer.concat(await Array.fromAsync(source))

test('a name loses its path, control and direction marks, and keeps Kazakh letters', () => {
  assert.equal(safeName('../../etc/passwd', ['.txt']), 'passwd.txt')
  assert.equal(safeName('C:\\Users\\x\\Сот шешімі.PDF', ['.pdf']), 'Сот шешімі.pdf')
  assert.equal(safeName('ә\u0000қ\u202Egpj.exe\r\n', ['.jpg', '.jpeg']), 'әқgpj.exe.jpg')
  assert.equal(safeName('фото.JPEG', ['.jpg', '.jpeg']), 'фото.jpeg')
  assert.equal(safeName('...', ['.txt']), 'file.txt')
  assert.equal(Array.from(safeName('ң'.repeat(500), ['.pdf'])).length, 120)
})

test('the download header carries the name in ASCII and in full', () => {
  assert.equal(
    dispositionOf('Өтініш "1".pdf'),
    `attachment; filename="_____ _1_.pdf"; filename*=UTF-8''%D3%A8%D1%82%D1%96%D0%BD%D1%96%D1%88%20%221%22.pdf`.replace(
      '_____ ',
      '______ ',
    ),
  )
  assert.doesNotMatch(dispositionOf('a\r\nb'), /[\r\n]/)
})

test('what was sealed opens again, whatever its length and the size of the pieces', async () => {
  const key = newKey()
  for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072, 300_001]) {
    const plain = randomBytes(length)
    const sealed = await all(sealStream(inPieces(plain, 10_007), key, 'a'))
    assert.ok(length < 16 || !sealed.includes(plain.subarray(0, 16)))
    assert.deepEqual(await all(openStream(inPieces(sealed, 4_093), key, 'a')), plain)
  }
})

test('a sealed file that was altered, cut, reordered, swapped or opened with another key does not open', async () => {
  const key = newKey()
  const sealed = await all(sealStream(inPieces(randomBytes(200_000), 50_000), key, 'a'))
  const chunk = 65_536 + 16
  const altered = Buffer.from(sealed)
  altered.writeUInt8(altered.readUInt8(70_000) ^ 1, 70_000)
  const cases: [Buffer, Buffer, string][] = [
    [altered, key, 'a'],
    [sealed.subarray(0, 10 + 2 * chunk), key, 'a'],
    [sealed.subarray(0, -1), key, 'a'],
    [sealed.subarray(0, 4), key, 'a'],
    [
      Buffer.concat([
        sealed.subarray(0, 10),
        sealed.subarray(10 + chunk, 10 + 2 * chunk),
        sealed.subarray(10, 10 + chunk),
        sealed.subarray(10 + 2 * chunk),
      ]),
      key,
      'a',
    ],
    [Buffer.concat([sealed, Buffer.from('x')]), key, 'a'],
    [sealed, newKey(), 'a'],
    [sealed, key, 'b'],
    [Buffer.from('plain text that nobody sealed'), key, 'a'],
  ]
  for (const [bytes, with_, id] of cases) {
    await assert.rejects(all(openStream(inPieces(bytes, 9_999), with_, id)), SealBroken)
  }
})

test('a wrapped key opens for its own file and under its own master key alone', () => {
  const [master, key] = [newKey(), newKey()]
  const wrapped = wrapKey(master, key, 'a')
  assert.deepEqual(unwrapKey(master, wrapped, 'a'), key)
  assert.throws(() => unwrapKey(master, wrapped, 'b'), SealBroken)
  assert.throws(() => unwrapKey(newKey(), wrapped, 'a'), SealBroken)
})

const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)])

interface Entry {
  name: string
  text: string
  stored?: boolean
}

/** A ZIP file good enough for detection: local headers and bodies. */
const zip = (...entries: Entry[]): Buffer =>
  Buffer.concat(
    entries.flatMap(({ name, text, stored }) => {
      const body = stored ? Buffer.from(text) : deflateRawSync(Buffer.from(text))
      const header = Buffer.alloc(30)
      header.write('PK\x03\x04', 'latin1')
      header.writeUInt16LE(stored ? 0 : 8, 8)
      header.writeUInt32LE(body.length, 18)
      header.writeUInt16LE(Buffer.byteLength(name), 26)
      return [header, Buffer.from(name), body]
    }),
  )

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const contents = (type: string) => ({
  name: '[Content_Types].xml',
  text: `<Types><Override ContentType="${type}.main+xml"/></Types>`,
})

test('the type of a file is what its bytes say', async () => {
  const table: [string | null, Buffer][] = [
    ['application/pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1')],
    ['image/png', png()],
    ['image/jpeg', jpeg()],
    [docx, zip(contents(docx), { name: 'word/document.xml', text: '<w/>' })],
    [docx, zip(contents(docx))],
    [xlsx, zip(contents(xlsx), { name: '_rels/.rels', text: 'x' }, { name: 'xl/workbook.xml', text: '<w/>' })],
    [
      'application/vnd.oasis.opendocument.text',
      zip({ name: 'mimetype', text: 'application/vnd.oasis.opendocument.text', stored: true }),
    ],
    ['application/msword', Buffer.concat([compound, Buffer.from('WordDocument', 'utf16le')])],
    ['application/vnd.ms-excel', Buffer.concat([compound, Buffer.from('Workbook', 'utf16le')])],
    [null, compound],
    ['text/plain', Buffer.from('Арыз. Сот приставы пара талап етті.\r\n')],
    ['text/plain', Buffer.from('cff0e8e2e5f22c20f1f3e4', 'hex')],
    ['text/plain', Buffer.from('\ufeffСәлем', 'utf16le')],
    ['application/rtf', Buffer.from('{\\rtf1\\ansi test}')],
    [null, zip({ name: 'a.txt', text: 'any archive' })],
    [null, zip(contents('application/vnd.ms-word.document.macroEnabled'), { name: 'word/document.xml', text: '' })],
    [null, zip(contents(docx), { name: 'word/document.xml', text: '' }, { name: 'word/vbaProject.bin', text: 'x' })],
    [null, Buffer.concat([Buffer.from('MZ'), randomBytes(600)])],
    [null, Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(600)])],
    [null, Buffer.from('text with\0a zero byte')],
    [null, Buffer.alloc(0)],
  ]
  for (const [type, bytes] of table) assert.equal(await typeOf(bytes), type, bytes.subarray(0, 40).toString('latin1'))
  assert.equal(await typeOf(compound, 'Арыз.DOC'), 'application/msword')
})

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** EXIF with an orientation of 6 and a place that must not survive. */
function exif(): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II', 'latin1')
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(6, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 43.2389 76.8897 Secretphone')])
}

const picture = Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 5])

function jpeg(): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(
      0xe0,
      Buffer.concat([Buffer.from('JFIF\0', 'latin1'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 1, 1]), Buffer.from('thumb')]),
    ),
    segment(0xe1, exif()),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmp>Secret author</x:xmp>')),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colour')),
    segment(0xed, Buffer.from('Photoshop 3.0\0Secret caption')),
    segment(0xfe, Buffer.from('Secret comment')),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    picture,
    segment(0xc4, Buffer.from('table')),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    picture,
    Buffer.from([0xff, 0xd9]),
    Buffer.from('Secret picture after the end'),
  ])
}

const chunk = (kind: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length)
  head.write(kind, 4, 'latin1')
  return Buffer.concat([head, body, Buffer.alloc(4)])
}

function png(): Buffer {
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('tEXt', Buffer.from('Author\0Secret')),
    chunk('iTXt', Buffer.from('XML:com.adobe.xmp\0Secret')),
    chunk('eXIf', exif()),
    chunk('tIME', Buffer.from('Secret!')),
    chunk('xxXx', Buffer.from('Secret')),
    chunk('pHYs', Buffer.alloc(9)),
    chunk('IDAT', deflateSync(Buffer.from([0, 7]))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('Secret tail'),
  ])
}

test('a JPEG keeps its picture, its colours and how it is turned, and loses the rest', async () => {
  const stripped = await stripMetadata('image/jpeg', jpeg())
  for (const secret of ['Secret', 'GPS', 'thumb', 'xmp', 'Photoshop']) assert.ok(!stripped.includes(secret), secret)
  for (const kept of ['JFIF\0', 'ICC_PROFILE', 'Exif\0\0MM']) assert.ok(stripped.includes(kept), kept)
  assert.equal(stripped.indexOf(picture), stripped.lastIndexOf(picture) - picture.length - 19)
  assert.equal(stripped.subarray(-2).toString('hex'), 'ffd9')
  assert.equal(stripped.readUInt16BE(stripped.indexOf('Exif\0\0MM') + 6 + 18), 6)
  assert.deepEqual(await stripMetadata('image/jpeg', stripped), stripped)
})

test('a PNG keeps its picture and loses text, EXIF, time and unknown chunks', async () => {
  const stripped = await stripMetadata('image/png', png())
  assert.ok(!stripped.includes('Secret'))
  for (const kept of ['IHDR', 'pHYs', 'IDAT', 'IEND']) assert.ok(stripped.includes(kept), kept)
  assert.deepEqual(await stripMetadata('image/png', stripped), stripped)
})

test('a broken image is refused at every cut', async () => {
  const stripped = {
    'image/jpeg': await stripMetadata('image/jpeg', jpeg()),
    'image/png': await stripMetadata('image/png', png()),
  }
  for (const [type, bytes] of Object.entries(stripped)) {
    for (let length = 0; length < bytes.length; length += 1) {
      await assert.rejects(stripMetadata(type, bytes.subarray(0, length)), ImageBroken, `${type} cut at ${length}`)
    }
  }
  await assert.rejects(stripMetadata('image/jpeg', Buffer.from('ffd8ffe00001', 'hex')), ImageBroken)
})

test('other types are not touched', async () => {
  assert.deepEqual(await stripMetadata('application/pdf', Buffer.from('%PDF')), Buffer.from('%PDF'))
})

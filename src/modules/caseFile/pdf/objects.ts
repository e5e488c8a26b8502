// A PDF written from its beginning to its end: each object leaves as soon as it is made, and only its place is remembered.
import { deflateSync } from 'node:zlib'
import type { Typeface } from './typeface.ts'

/** Text of the PDF's own (titles, bookmarks), in UTF-16 and hex, so that no letter needs an escape. */
export const said = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

export const reference = (id: number): string => `${id} 0 R`

export class Objects {
  #at = 0
  /** Where each object begins, by its number. */
  readonly #places: number[] = [0]

  #leave(bytes: Buffer): Buffer {
    this.#at += bytes.length
    return bytes
  }

  begin(): Buffer {
    return this.#leave(Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'))
  }

  reserve(): number {
    return this.#places.push(-1) - 1
  }

  object(id: number, body: string): Buffer {
    this.#places[id] = this.#at
    return this.#leave(Buffer.from(`${id} 0 obj\n${body}\nendobj\n`, 'latin1'))
  }

  /** Always compressed. */
  stream(id: number, data: Buffer, dictionary = ''): Buffer {
    this.#places[id] = this.#at
    const packed = deflateSync(data)
    const head = `${id} 0 obj\n<< ${dictionary}/Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
    return this.#leave(
      Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream\nendobj\n', 'latin1')]),
    )
  }

  end(root: number, about: number): Buffer {
    const lost = this.#places.findIndex((place) => place < 0)
    if (lost > 0) throw new Error(`object ${lost} was promised and never written`)
    const rows = this.#places.map((place, id) =>
      id === 0 ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`,
    )
    const count = this.#places.length
    const trailer = `trailer\n<< /Size ${count} /Root ${reference(root)} /Info ${reference(about)} >>`
    return Buffer.from(`xref\n0 ${count}\n${rows.join('')}${trailer}\nstartxref\n${this.#at}\n%%EOF\n`, 'latin1')
  }
}

const hex = (code: number): string => Buffer.from(String.fromCodePoint(code), 'utf16le').swap16().toString('hex')

/** What lets a reader copy and search the text. */
function toUnicode(used: ReturnType<Typeface['used']>): string {
  const groups: string[] = []
  for (let at = 0; at < used.length; at += 100) {
    const rows = used
      .slice(at, at + 100)
      .map(({ glyph, code }) => `<${glyph.toString(16).padStart(4, '0')}> <${hex(code)}>`)
    groups.push(`${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Qorgan def /CMapType 2 def',
    '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
    ...groups,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

/** The objects of a font, written when it is known which of its glyphs were used. */
export function* fontObjects(objects: Objects, id: number, face: Typeface): Generator<Buffer> {
  const [descendant, descriptor, program, unicode] = Array.from({ length: 4 }, () => objects.reserve())
  if (!descendant || !descriptor || !program || !unicode) throw new Error('no numbers')
  const used = face.used()
  const name = `/QORGAN+${face.name}`
  yield objects.object(
    id,
    `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H ` +
      `/DescendantFonts [${reference(descendant)}] /ToUnicode ${reference(unicode)} >>`,
  )
  const widths = used.map(({ glyph, width }) => `${glyph} [${width}]`).join(' ')
  yield objects.object(
    descendant,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDToGIDMap /Identity ` +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ' +
      `/FontDescriptor ${reference(descriptor)} /W [${widths}] >>`,
  )
  yield objects.object(
    descriptor,
    `<< /Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [${face.box.join(' ')}] /ItalicAngle 0 ` +
      `/Ascent ${face.ascent} /Descent ${face.descent} /CapHeight ${face.ascent} /StemV 80 /FontFile2 ${reference(program)} >>`,
  )
  const subset = face.subset()
  yield objects.stream(program, subset, `/Length1 ${subset.length} `)
  yield objects.stream(unicode, Buffer.from(toUnicode(used), 'latin1'))
}

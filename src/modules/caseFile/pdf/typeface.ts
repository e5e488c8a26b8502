// A TrueType font as a PDF needs it: widths and glyphs of letters, and in the end a copy that holds only those that were used.

interface Table {
  at: number
  length: number
}

const tag = (font: Buffer, at: number): string => font.toString('latin1', at, at + 4)

const tablesOf = (font: Buffer): ReadonlyMap<string, Table> =>
  new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
      const row = 12 + i * 16
      return [tag(font, row), { at: font.readUInt32BE(row + 8), length: font.readUInt32BE(row + 12) }]
    }),
  )

/** Code points and their glyphs by the `cmap` table of format 12 or 4 (OpenType specification). */
function glyphsOf(font: Buffer, { at: cmap }: Table): Map<number, number> {
  const glyphs = new Map<number, number>()
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + i * 8),
  )
  const wide = subtables.find((at) => font.readUInt16BE(at) === 12)
  if (wide !== undefined) {
    for (let i = 0; i < font.readUInt32BE(wide + 12); i += 1) {
      const group = wide + 16 + i * 12
      const [first, last, glyph] = [0, 4, 8].map((by) => font.readUInt32BE(group + by))
      for (let code = first ?? 0; code <= (last ?? -1); code += 1) glyphs.set(code, (glyph ?? 0) + code - (first ?? 0))
    }
    return glyphs
  }
  const narrow = subtables.find((at) => font.readUInt16BE(at) === 4)
  if (narrow === undefined) throw new Error('the font has no cmap of format 12 or 4')
  const double = font.readUInt16BE(narrow + 6)
  for (let i = 0; i < double; i += 2) {
    const last = font.readUInt16BE(narrow + 14 + i)
    const first = font.readUInt16BE(narrow + 16 + double + i)
    const delta = font.readUInt16BE(narrow + 16 + 2 * double + i)
    const offsetAt = narrow + 16 + 3 * double + i
    const offset = font.readUInt16BE(offsetAt)
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const raw = offset ? font.readUInt16BE(offsetAt + offset + 2 * (code - first)) : code
      const glyph = offset && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph) glyphs.set(code, glyph)
    }
  }
  return glyphs
}

/** What a glyph is put together from, beside itself: letters with marks often are. */
function partsOf(outline: Buffer): number[] {
  const parts: number[] = []
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return parts
  for (let at = 10; ;) {
    const flags = outline.readUInt16BE(at)
    parts.push(outline.readUInt16BE(at + 2))
    at += 4 + (flags & 0x0001 ? 4 : 2) + (flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0)
    if (!(flags & 0x0020)) return parts
  }
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

const checksum = (bytes: Buffer): number => {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

function fontOf(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const head = Buffer.alloc(12 + 16 * tables.length)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(tables.length, 4)
  head.writeUInt16BE(16 * power, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE(16 * (tables.length - power), 10)
  let at = head.length
  const bodies: Buffer[] = []
  for (const [i, [name, bytes]] of tables.entries()) {
    const body = padded(bytes)
    head.write(name, 12 + i * 16, 'latin1')
    head.writeUInt32BE(checksum(body), 16 + i * 16)
    head.writeUInt32BE(at, 20 + i * 16)
    head.writeUInt32BE(bytes.length, 24 + i * 16)
    at += body.length
    bodies.push(body)
  }
  return Buffer.concat([head, ...bodies])
}

/** What stands for a letter that the font lacks. */
const replacement = 0xfffd

export class Typeface {
  readonly name: string
  readonly unitsPerEm: number
  readonly box: readonly number[]
  readonly ascent: number
  readonly descent: number
  readonly #font: Buffer
  readonly #tables: ReadonlyMap<string, Table>
  readonly #glyphs: ReadonlyMap<number, number>
  readonly #metrics: number
  /** Glyphs that stand on some page, with the code point of each. */
  readonly #used = new Map<number, number>()

  constructor(name: string, font: Buffer) {
    this.name = name
    this.#font = font
    this.#tables = tablesOf(font)
    this.#glyphs = glyphsOf(font, this.#table('cmap'))
    const head = this.#table('head').at
    const hhea = this.#table('hhea').at
    this.unitsPerEm = font.readUInt16BE(head + 18)
    this.box = [36, 38, 40, 42].map((by) => this.#thousandths(font.readInt16BE(head + by)))
    this.ascent = this.#thousandths(font.readInt16BE(hhea + 4))
    this.descent = this.#thousandths(font.readInt16BE(hhea + 6))
    this.#metrics = font.readUInt16BE(hhea + 34)
  }

  #table(name: string): Table {
    const found = this.#tables.get(name)
    if (!found) throw new Error(`the font ${this.name} has no table ${name}`)
    return found
  }

  #bytes(name: string): Buffer {
    const { at, length } = this.#table(name)
    return this.#font.subarray(at, at + length)
  }

  #thousandths(units: number): number {
    return Math.round((units * 1000) / this.unitsPerEm)
  }

  #glyphOf(code: number): number {
    return this.#glyphs.get(code) ?? this.#glyphs.get(replacement) ?? 0
  }

  #advance(glyph: number): number {
    const at = this.#table('hmtx').at + 4 * Math.min(glyph, this.#metrics - 1)
    return this.#thousandths(this.#font.readUInt16BE(at))
  }

  widthOf(text: string, size: number): number {
    let width = 0
    for (const letter of text) width += this.#advance(this.#glyphOf(letter.codePointAt(0) ?? 0))
    return (width * size) / 1000
  }

  /** The text as the page says it: two bytes a glyph, in hex. */
  encode(text: string): string {
    let hex = ''
    for (const letter of text) {
      const code = letter.codePointAt(0) ?? 0
      const glyph = this.#glyphOf(code)
      if (!this.#used.has(glyph)) this.#used.set(glyph, code)
      hex += glyph.toString(16).padStart(4, '0')
    }
    return hex
  }

  /** Glyph, its width in thousandths and its code point, of all that were used. */
  used(): { glyph: number; width: number; code: number }[] {
    return [...this.#used]
      .map(([glyph, code]) => ({ glyph, width: this.#advance(glyph), code }))
      .sort((a, b) => a.glyph - b.glyph)
  }

  #outline(glyph: number): Buffer {
    const { at: loca } = this.#table('loca')
    const isLong = this.#font.readInt16BE(this.#table('head').at + 50) === 1
    const [from, until] = [glyph, glyph + 1].map((n) =>
      isLong ? this.#font.readUInt32BE(loca + 4 * n) : 2 * this.#font.readUInt16BE(loca + 2 * n),
    )
    const { at } = this.#table('glyf')
    return this.#font.subarray(at + (from ?? 0), at + (until ?? 0))
  }

  /** The same font with the outlines of its unused glyphs emptied; numbers of glyphs stay. */
  subset(): Buffer {
    const kept = new Set([0, ...this.#used.keys()])
    for (const glyph of kept) for (const part of partsOf(this.#outline(glyph))) kept.add(part)
    const count = this.#font.readUInt16BE(this.#table('maxp').at + 4)
    const loca = Buffer.alloc(4 * (count + 1))
    const outlines: Buffer[] = []
    let at = 0
    for (let glyph = 0; glyph < count; glyph += 1) {
      loca.writeUInt32BE(at, 4 * glyph)
      if (!kept.has(glyph)) continue
      const outline = padded(this.#outline(glyph))
      outlines.push(outline)
      at += outline.length
    }
    loca.writeUInt32BE(at, 4 * count)
    const head = Buffer.from(this.#bytes('head'))
    head.writeUInt32BE(0, 8)
    head.writeInt16BE(1, 50)
    const same = ['hhea', 'hmtx', 'maxp', 'cvt ', 'fpgm', 'prep']
      .filter((name) => this.#tables.has(name))
      .map((name) => [name, this.#bytes(name)] as const)
    const tables = [['glyf', Buffer.concat(outlines)], ['head', head], ['loca', loca], ...same] as const
    return fontOf(tables.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }
}

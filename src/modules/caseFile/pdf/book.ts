// A book of pages that flow: headings, facts, paragraphs and tables. A page leaves when it is full; the first one, with the table of
// contents, is written last, since the order of pages is not the order of their bytes.
import { fontFiles, printable } from '../../templates/index.ts'
import type { Language } from '../../../kernel/text.ts'
import { fontObjects, Objects, reference, said } from './objects.ts'
import { Typeface } from './typeface.ts'

const sheet = { width: 595, height: 842, left: 51, right: 551, top: 786, bottom: 56 }
const wide = sheet.right - sheet.left
const lead = 1.36

export interface Column {
  title: string
  /** Its part of the width; all parts together make the whole. */
  share: number
  size?: number
}

interface Entry {
  title: string
  page: number
  id: number
}

interface Setting {
  language: Language
  title: string
  author: string
  /** At the head and at the foot of every page. */
  head: string
  foot: string
  at: Date
}

/** What the first page says above the table of contents. */
export interface Cover {
  over: readonly string[]
  title: string
  lines: readonly string[]
  contents: string
  under: readonly string[]
}

const rounded = (it: number): string => String(Math.round(it * 100) / 100)

export class Book {
  readonly #objects = new Objects()
  readonly #setting: Setting
  readonly #plain: Typeface
  readonly #bold: Typeface
  readonly #ids: { pages: number; plain: number; bold: number; cover: number }
  readonly #pages: number[] = []
  readonly #contents: Entry[] = []
  #ops: string[] = []
  #y = 0
  /** Number of the page being filled; 0 while there is none. */
  #page = 0
  /** The number that a section has promised for its first page. */
  #opened: number | null = null

  constructor(setting: Setting) {
    const [plain, bold] = fontFiles()
    if (!plain || !bold) throw new Error('the fonts of the house are missing')
    this.#setting = setting
    this.#plain = new Typeface('NotoSans', plain)
    this.#bold = new Typeface('NotoSans-Bold', bold)
    const reserve = () => this.#objects.reserve()
    this.#ids = { pages: reserve(), plain: reserve(), bold: reserve(), cover: reserve() }
  }

  /** Pages so far, the first one counted. */
  get count(): number {
    return this.#pages.length + (this.#page ? 1 : 0) + 1
  }

  begin(): Buffer {
    return this.#objects.begin()
  }

  #face(bold: boolean): Typeface {
    return bold ? this.#bold : this.#plain
  }

  #put(text: string, x: number, y: number, size: number, bold = false): void {
    if (!text) return
    const hex = this.#face(bold).encode(text)
    this.#ops.push(`BT /${bold ? 'B' : 'P'} ${size} Tf ${rounded(x)} ${rounded(y)} Td <${hex}> Tj ET`)
  }

  #rule(y: number, grey: number): void {
    this.#ops.push(`${grey} G 0.5 w ${sheet.left} ${rounded(y)} m ${sheet.right} ${rounded(y)} l S`)
  }

  /** Lines no wider than that; what has no space is cut where it must be. */
  #wrap(text: string, width: number, size: number, bold = false): string[] {
    const face = this.#face(bold)
    const lines: string[] = []
    for (const paragraph of printable(text).split(/\r\n|[\r\n\u2028\u2029]/)) {
      let line = ''
      for (let word of paragraph.split(/\s+/)) {
        const longer = line ? `${line} ${word}` : word
        if (face.widthOf(longer, size) <= width) {
          line = longer
          continue
        }
        if (line) lines.push(line)
        while (face.widthOf(word, size) > width && word.length > 1) {
          let fits = Math.max(1, Math.floor((word.length * width) / face.widthOf(word, size)))
          while (fits > 1 && face.widthOf(word.slice(0, fits), size) > width) fits -= 1
          lines.push(word.slice(0, fits))
          word = word.slice(fits)
        }
        line = word
      }
      lines.push(line)
    }
    return lines
  }

  #open(): void {
    this.#page = this.#pages.length + 2
    this.#ops = []
    this.#put(this.#fitted(this.#setting.head, wide, 8), sheet.left, 812, 8)
    this.#rule(805, 0.7)
    this.#y = sheet.top
  }

  /** One line of it. */
  #fitted(text: string, width: number, size: number, bold = false): string {
    const [first = '', ...rest] = this.#wrap(text, width, size, bold)
    return rest.length ? `${this.#wrap(text, width - size, size, bold)[0] ?? ''}…` : first
  }

  *#leave(id: number, annotations = ''): Generator<Buffer> {
    const content = this.#objects.reserve()
    yield this.#objects.stream(content, Buffer.from(this.#ops.join('\n'), 'latin1'))
    yield this.#objects.object(
      id,
      `<< /Type /Page /Parent ${reference(this.#ids.pages)} /MediaBox [0 0 ${sheet.width} ${sheet.height}] ` +
        `/Resources << /Font << /P ${reference(this.#ids.plain)} /B ${reference(this.#ids.bold)} >> >> ` +
        `/Contents ${reference(content)}${annotations} >>`,
    )
    this.#ops = []
  }

  *#close(): Generator<Buffer> {
    if (!this.#page) return
    const { foot } = this.#setting
    const number = String(this.#page)
    this.#rule(44, 0.7)
    this.#put(this.#fitted(foot, wide - 40, 8), sheet.left, 32, 8)
    this.#put(number, sheet.right - this.#plain.widthOf(number, 8), 32, 8)
    const id = this.#opened ?? this.#objects.reserve()
    this.#opened = null
    yield* this.#leave(id)
    this.#pages.push(id)
    this.#page = 0
  }

  *#need(height: number): Generator<Buffer> {
    if (this.#page && this.#y - height >= sheet.bottom) return
    yield* this.#close()
    this.#open()
  }

  /** A new part on a new page, in the table of contents. */
  *section(title: string): Generator<Buffer> {
    yield* this.#close()
    this.#open()
    const id = this.#objects.reserve()
    this.#opened = id
    this.#contents.push({ title, page: this.#page, id })
    for (const line of this.#wrap(title, wide, 15, true)) {
      this.#y -= 15 * lead
      this.#put(line, sheet.left, this.#y, 15, true)
    }
    this.#y -= 10
  }

  *heading(title: string): Generator<Buffer> {
    yield* this.#need(46)
    this.#y -= 22
    this.#put(this.#fitted(title, wide, 11, true), sheet.left, this.#y, 11, true)
    this.#y -= 6
  }

  *paragraph(text: string, size = 10): Generator<Buffer> {
    for (const line of this.#wrap(text, wide, size)) {
      yield* this.#need(size * lead)
      this.#y -= size * lead
      this.#put(line, sheet.left, this.#y, size)
    }
    this.#y -= 4
  }

  *facts(facts: readonly (readonly [string, string | null])[]): Generator<Buffer> {
    const rows = facts.filter((row): row is readonly [string, string] => Boolean(row[1]))
    for (const row of rows)
      yield* this.#row(
        [
          { share: 0.32, title: '' },
          { share: 0.68, title: '' },
        ],
        row,
        null,
      )
  }

  /** One row across the pages that it needs; `head` is repeated on each. */
  *#row(columns: readonly Column[], cells: readonly string[], head: readonly Column[] | null): Generator<Buffer> {
    const size = 8.5
    const cellsOf = columns.map(({ share, size: own }, i) => this.#wrap(cells[i] ?? '', share * wide - 6, own ?? size))
    const height = size * lead
    const most = Math.max(...cellsOf.map((lines) => lines.length))
    for (let from = 0; from < most;) {
      const room = this.#page ? Math.floor((this.#y - 5 - sheet.bottom) / height) : 0
      // A short row stands whole; a long one begins where it is and goes on.
      if (room < Math.min(most - from, 6)) {
        yield* this.#close()
        this.#open()
        if (head) this.#head(head)
        continue
      }
      const until = Math.min(most, from + room)
      this.#y -= 3
      let x = sheet.left
      // Cell by cell, so that whoever reads or copies the text gets whole sentences.
      for (const [i, { share, size: own }] of columns.entries()) {
        for (let at = from; at < until; at += 1)
          this.#put(cellsOf[i]?.[at] ?? '', x, this.#y - height * (at - from + 1), own ?? size)
        x += share * wide
      }
      this.#y -= height * (until - from)
      from = until
    }
    this.#y -= 4
    this.#rule(this.#y, 0.85)
  }

  #head(columns: readonly Column[]): void {
    this.#y -= 12
    let x = sheet.left
    for (const { share, title } of columns) {
      this.#put(this.#fitted(title, share * wide - 6, 8, true), x, this.#y, 8, true)
      x += share * wide
    }
    this.#y -= 4
    this.#rule(this.#y, 0.3)
  }

  /** As many rows as come, one in memory at a time; without any, the sentence that says so. */
  async *table(
    columns: readonly Column[],
    rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
    empty: string,
  ): AsyncGenerator<Buffer> {
    let any = false
    for await (const row of rows) {
      if (!any) {
        yield* this.#need(60)
        this.#head(columns)
      }
      any = true
      yield* this.#row(columns, row, columns)
    }
    if (!any) yield* this.paragraph(empty)
    this.#y -= 6
  }

  *#cover({ over, title, lines, contents, under }: Cover): Generator<Buffer> {
    this.#ops = []
    this.#y = 790
    const line = (text: string, size: number, bold = false, gap = 0) => {
      for (const each of this.#wrap(text, wide, size, bold).slice(0, 8)) {
        this.#y -= size * lead
        this.#put(each, sheet.left, this.#y, size, bold)
      }
      this.#y -= gap
    }
    for (const each of over) line(each, 9.5)
    this.#y -= 34
    line(title, 20, true, 10)
    for (const each of lines) line(each, 10.5, false, 2)
    this.#y -= 24
    line(contents, 12, true, 4)
    const links: string[] = []
    for (const { title: part, page, id } of this.#contents) {
      this.#y -= 18
      const number = String(page)
      const name = this.#fitted(part, wide - 50, 10.5)
      this.#put(name, sheet.left, this.#y, 10.5)
      this.#put(number, sheet.right - this.#plain.widthOf(number, 10.5), this.#y, 10.5)
      this.#rule(this.#y - 4, 0.85)
      const box = [sheet.left, this.#y - 4, sheet.right, this.#y + 12].map(rounded).join(' ')
      links.push(
        `<< /Type /Annot /Subtype /Link /Rect [${box}] /Border [0 0 0] /Contents ${said(part)} /Dest [${reference(id)} /Fit] >>`,
      )
    }
    this.#y -= 24
    for (const each of under) line(each, 8.5, false, 3)
    yield* this.#leave(this.#ids.cover, ` /Annots [${links.join(' ')}]`)
  }

  *#outlines(): Generator<Buffer, number> {
    const root = this.#objects.reserve()
    const ids = this.#contents.map(() => this.#objects.reserve())
    for (const [i, { title, id }] of this.#contents.entries()) {
      const [before, after] = [ids[i - 1], ids[i + 1]]
      yield this.#objects.object(
        ids[i] ?? 0,
        `<< /Title ${said(title)} /Parent ${reference(root)} /Dest [${reference(id)} /Fit]` +
          `${before ? ` /Prev ${reference(before)}` : ''}${after ? ` /Next ${reference(after)}` : ''} >>`,
      )
    }
    const [first, last] = [ids[0], ids.at(-1)]
    const ends = first && last ? ` /First ${reference(first)} /Last ${reference(last)} /Count ${ids.length}` : ''
    yield this.#objects.object(root, `<< /Type /Outlines${ends} >>`)
    return root
  }

  /** The rest: the last page, the first one, the fonts with the glyphs that were used, and the list of all objects. */
  *end(cover: (pages: number) => Cover): Generator<Buffer> {
    yield* this.#close()
    yield* this.#cover(cover(this.#pages.length + 1))
    yield* fontObjects(this.#objects, this.#ids.plain, this.#plain)
    yield* fontObjects(this.#objects, this.#ids.bold, this.#bold)
    const kids = [this.#ids.cover, ...this.#pages].map(reference)
    yield this.#objects.object(this.#ids.pages, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join('\n')}] >>`)
    const outlines = yield* this.#outlines()
    const [root, about] = [this.#objects.reserve(), this.#objects.reserve()]
    const { language, title, author, at } = this.#setting
    yield this.#objects.object(
      root,
      `<< /Type /Catalog /Pages ${reference(this.#ids.pages)} /Outlines ${reference(outlines)} /PageMode /UseOutlines ` +
        `/Lang (${language}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    )
    const made = at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
    yield this.#objects.object(
      about,
      `<< /Title ${said(title)} /Author ${said(author)} /Creator ${said('Qorgan')} /CreationDate (D:${made}Z) >>`,
    )
    yield this.#objects.end(root, about)
  }
}

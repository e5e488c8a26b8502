// The rows of the first sheet of a workbook (ECMA-376), read as it is unpacked; of a formula the value that was last computed, nothing
// is computed here. The library that writes our sheets tears letters at the borders of its pieces when it reads.
import { SheetFault, unreadable } from './fault.ts'
import type { Bytes } from './letters.ts'
import { unzip, type Unzipped } from './zip.ts'

interface Tag {
  /** Without its prefix; '/row' closes. */
  name: string
  attributes: string
  /** What stood before it. */
  text: string
}

const longestTag = 1_000_000

async function* tagsOf(letters: AsyncIterable<string>): AsyncGenerator<Tag> {
  let rest = ''
  for await (const piece of letters) {
    rest += piece
    let at = 0
    for (;;) {
      const open = rest.indexOf('<', at)
      const close = open < 0 ? -1 : rest.indexOf('>', open)
      if (close < 0) break
      const inside = rest.slice(open + 1, close)
      const space = inside.search(/[\s/]/)
      const isEnd = inside.startsWith('/')
      const called = isEnd ? inside.slice(1).trim() : space < 0 ? inside : inside.slice(0, space)
      const name = called.slice(called.indexOf(':') + 1)
      yield {
        name: isEnd ? `/${name}` : name,
        attributes: space < 0 ? '' : inside.slice(space),
        text: rest.slice(at, open),
      }
      // An empty element opens and closes at once.
      if (!isEnd && inside.endsWith('/')) yield { name: `/${name}`, attributes: '', text: '' }
      at = close + 1
    }
    rest = rest.slice(at)
    if (rest.length > longestTag) throw unreadable()
  }
}

const attribute = ({ attributes }: Tag, name: string): string | undefined =>
  new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const letterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** Entities, and the escapes by which Excel keeps what XML cannot hold. */
const plain = (text: string): string =>
  text
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex) return letterOf(parseInt(hex, 16))
      return decimal ? letterOf(Number(decimal)) : (named[name ?? ''] ?? whole)
    })
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => letterOf(parseInt(hex, 16)))

/** Strings that cells share. Phonetic readings stand beside them and are no part of the text. */
async function sharedStrings(part: Unzipped): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let aside = false
  for await (const tag of tagsOf(part('xl/sharedStrings.xml'))) {
    if (tag.name === 'si') text = ''
    else if (tag.name === 'rPh') aside = true
    else if (tag.name === '/rPh') aside = false
    else if (tag.name === '/t' && !aside) text += plain(tag.text)
    else if (tag.name === '/si') strings.push(text)
  }
  return strings
}

const isDateCode = (code: string): boolean => /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** The built-in formats of days and hours. */
const isDateId = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Which styles of cells show a number as a day. */
async function dateStyles(part: Unzipped): Promise<Set<number>> {
  const own = new Map<number, boolean>()
  const found = new Set<number>()
  let within = false
  let place = 0
  for await (const tag of tagsOf(part('xl/styles.xml'))) {
    if (tag.name === 'numFmt')
      own.set(Number(attribute(tag, 'numFmtId')), isDateCode(plain(attribute(tag, 'formatCode') ?? '')))
    else if (tag.name === 'cellXfs') within = true
    else if (tag.name === '/cellXfs') within = false
    else if (tag.name === 'xf' && within) {
      const id = Number(attribute(tag, 'numFmtId'))
      if (own.get(id) ?? isDateId(id)) found.add(place)
      place += 1
    }
  }
  return found
}

interface Book {
  sheet: string
  strings: readonly string[]
  dates: ReadonlySet<number>
  /** Days between the beginning of Unix time and of the workbook's. */
  epoch: number
}

async function bookOf(part: Unzipped): Promise<Book> {
  let first: string | undefined
  let epoch = 25_569
  for await (const tag of tagsOf(part('xl/workbook.xml'))) {
    if (tag.name === 'sheet') first ??= attribute(tag, 'id')
    if (tag.name === 'workbookPr' && /^(1|true)$/.test(attribute(tag, 'date1904') ?? '')) epoch = 24_107
  }
  let sheet = 'worksheets/sheet1.xml'
  for await (const tag of tagsOf(part('xl/_rels/workbook.xml.rels')))
    if (tag.name === 'Relationship' && attribute(tag, 'Id') === first) sheet = attribute(tag, 'Target') ?? sheet
  const path = sheet.startsWith('/') ? sheet.slice(1) : `xl/${sheet}`
  return { sheet: path, strings: await sharedStrings(part), dates: await dateStyles(part), epoch }
}

const twoDigits = (it: number): string => String(it).padStart(2, '0')

const dayAndHour = (serial: number, epoch: number): string => {
  const minutes = Math.round((serial - epoch) * 1440)
  const at = new Date(minutes * 60_000)
  if (Number.isNaN(at.getTime())) return ''
  const day = at.toISOString().slice(0, 10)
  const within = ((minutes % 1440) + 1440) % 1440
  return within ? `${day} ${twoDigits(Math.floor(within / 60))}:${twoDigits(within % 60)}` : day
}

/** 12345678901234 as a person sees it, never 1.2E+13. */
const numberText = (raw: string): string => {
  const value = Number(raw)
  return Number.isSafeInteger(value) ? String(value) : raw
}

const columnOf = (place: string): number =>
  [...place.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const mostColumns = 2_000

const valueOf = (cell: Tag, raw: string, inline: string, { strings, dates, epoch }: Book): string => {
  const type = attribute(cell, 't') ?? 'n'
  if (type === 's') return strings[Number(raw)] ?? ''
  if (type === 'inlineStr') return inline
  if (type === 'e') return ''
  if (type === 'd') return raw.replace('T', ' ').replace(/ 00:00(:00.*)?$/, '')
  if (type === 'b') return raw === '1' ? 'true' : 'false'
  if (type === 'str' || raw === '') return plain(raw)
  return dates.has(Number(attribute(cell, 's') ?? -1)) ? dayAndHour(Number(raw), epoch) : numberText(raw)
}

async function* rowsIn(part: Unzipped, book: Book): AsyncGenerator<{ row: number; cells: string[] }> {
  let row = 0
  let cells: string[] = []
  let cell: Tag | null = null
  let raw = ''
  let inline = ''
  for await (const tag of tagsOf(part(book.sheet))) {
    if (tag.name === 'row') {
      row = Number(attribute(tag, 'r') ?? row + 1)
      cells = []
    } else if (tag.name === 'c') {
      cell = tag
      raw = ''
      inline = ''
    } else if (tag.name === '/v') raw = tag.text.trim()
    else if (tag.name === '/t') inline += plain(tag.text)
    else if (tag.name === '/c' && cell) {
      const at = columnOf(attribute(cell, 'r') ?? '')
      const place = at >= 0 ? at : cells.length
      if (place >= mostColumns) throw unreadable()
      while (cells.length < place) cells.push('')
      cells[place] = valueOf(cell, raw, inline, book).trim()
    } else if (tag.name === '/row') yield { row, cells }
  }
}

/** Each row with its number as the program shows it. @throws SheetFault where the file is no workbook */
export async function* workbookRows(open: Bytes): AsyncGenerator<{ row: number; cells: string[] }> {
  try {
    const part = unzip(Buffer.concat(await Array.fromAsync(open())))
    yield* rowsIn(part, await bookOf(part))
  } catch (fault) {
    throw fault instanceof SheetFault ? fault : unreadable()
  }
}

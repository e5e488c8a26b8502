// A table out of a file that somebody sends: CSV, XLSX or JSON, row by row, by the names of its columns.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { SheetFault, unreadable } from './fault.ts'
import { entriesOf } from './json.ts'
import { lettersOf, type Bytes, type Encoding } from './letters.ts'
import { workbookRows } from './xlsx.ts'

export { SheetFault } from './fault.ts'

type Format = 'auto' | 'csv' | 'xlsx' | 'json'
type Separator = 'auto' | ';' | ',' | '\t' | '|'

export interface SheetWish {
  format?: Format
  encoding?: Encoding
  separator?: Separator
}

export interface SheetRow {
  /** Row as a person counts it: the heading is row 1; in JSON the entries are counted from 1. */
  row: number
  /** By the names of the columns in small letters. */
  cells: Readonly<Record<string, string>>
}

export interface SheetFile {
  /** Names of the columns as they are written; null in JSON, where each entry has its own. */
  columns: readonly string[] | null
  /** Wholly empty rows are left out. May fail with a SheetFault in the midst. */
  rows: AsyncIterable<SheetRow>
}

export const columnKey = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

const mostColumns = 500
const longestRow = 1_000_000

/** Excel of Kazakhstan writes semicolons; whichever stands most often in the heading divides. */
const dividerOf = (heading: string): string => {
  const counts = [';', ',', '\t', '|'].map((mark) => [mark, heading.split(mark).length] as const)
  return counts.reduce((best, it) => (it[1] > best[1] ? it : best))[0]
}

const openQuote = (line: number): SheetFault =>
  new SheetFault({
    kk: `CSV дұрыс жазылмаған: ${line}-жолдан басталған тырнақша жабылмаған.`,
    ru: `CSV записан неверно: кавычка, открытая в строке ${line}, не закрыта.`,
    en: `The CSV is broken: a quotation mark opened in line ${line} is never closed.`,
  })

async function* csvRows(open: Bytes, encoding: Encoding, separator: Separator) {
  const letters = lettersOf(open, encoding)
  let head = ''
  for (let next = await letters.next(); !next.done; next = await letters.next()) {
    head += next.value
    if (/[\r\n]/.test(head)) break
  }
  const [heading = ''] = head.split(/[\r\n]/, 1)
  const whole = async function* () {
    yield head
    yield* letters
  }
  const parser = parse({
    bom: true,
    delimiter: separator === 'auto' ? dividerOf(heading) : separator,
    relaxColumnCount: true,
    relaxQuotes: true,
    trim: true,
    maxRecordSize: longestRow,
  })
  const flow = pipeline(Readable.from(whole()), parser)
  flow.catch(() => {})
  let row = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { row: (row += 1), cells }
    await flow
  } catch (fault) {
    if (fault instanceof CsvError) throw openQuote(Number((fault as { records?: unknown }).records ?? row) + 1)
    throw fault
  }
}

const named = (names: readonly string[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name, place) => (name ? [[name, cells[place] ?? '']] : [])))

async function* bodyOf(
  rows: AsyncIterator<{ row: number; cells: string[] }>,
  names: readonly string[],
): AsyncGenerator<SheetRow> {
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    const { row, cells } = next.value
    if (cells.some(Boolean)) yield { row, cells: named(names, cells) }
  }
}

async function* jsonBody(open: Bytes, encoding: Encoding): AsyncGenerator<SheetRow> {
  let row = 0
  for await (const pairs of entriesOf(lettersOf(open, encoding)))
    yield { row: (row += 1), cells: Object.fromEntries(pairs.map(([name, value]) => [columnKey(name), value.trim()])) }
}

const formatOf = async (open: Bytes): Promise<Format> => {
  for await (const bytes of open()) {
    if (bytes.subarray(0, 2).toString('latin1') === 'PK') return 'xlsx'
    const begins = bytes
      .subarray(0, 200)
      .toString('latin1')
      .replaceAll('\0', '')
      .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    return /^\s*[[{]/.test(begins) ? 'json' : 'csv'
  }
  throw unreadable()
}

/**
 * Opens a table; `open` gives the bytes from their beginning and is called more than once.
 * @throws SheetFault with a sentence for the sender
 */
export async function openSheet(open: Bytes, wish: SheetWish = {}): Promise<SheetFile> {
  const { encoding = 'auto', separator = 'auto' } = wish
  const found = await formatOf(open)
  const format = wish.format && wish.format !== 'auto' ? wish.format : found
  // No wish makes a workbook of a text, or a text of a workbook.
  if ((format === 'xlsx') !== (found === 'xlsx')) throw unreadable()
  if (format === 'json') return { columns: null, rows: jsonBody(open, encoding) }
  const rows = format === 'xlsx' ? workbookRows(open) : csvRows(open, encoding, separator)
  const heading = await rows.next()
  const columns = heading.done ? [] : heading.value.cells
  if (!columns.some(Boolean) || columns.length > mostColumns) throw unreadable()
  return { columns, rows: bodyOf(rows, columns.map(columnKey)) }
}

// A table out of a file that somebody sends: CSV in UTF-8 or XLSX, first row the names of the columns.
import { parse } from 'csv-parse/sync'
import excel from 'exceljs'
import { invalidField } from '../../kernel/invalid.ts'
import type { Text } from '../../kernel/text.ts'

export interface SheetRow {
  /** Row of the file as a person counts it; the heading is row 1. */
  row: number
  cells: Readonly<Record<string, string>>
}

const mostRows = 20_000

const refuse = (says: Text) => invalidField('content', says)

const unreadable: Text = {
  kk: 'Файл оқылмады. UTF-8 кодындағы CSV немесе XLSX файлын таңдаңыз.',
  ru: 'Файл не прочитан. Выберите CSV в кодировке UTF-8 или XLSX.',
  en: 'The file cannot be read. Choose a CSV in UTF-8 or an XLSX.',
}

const utf8 = (content: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    throw refuse(unreadable)
  }
}

/** Excel of Kazakhstan writes semicolons; whichever stands more often in the heading divides. */
const dividerOf = (words: string): string => {
  const [heading = ''] = words.split(/\r?\n/, 1)
  const counts = [';', ',', '\t'].map((mark) => [mark, heading.split(mark).length] as const)
  return counts.reduce((best, it) => (it[1] > best[1] ? it : best))[0]
}

const fromCsv = (content: Buffer): string[][] => {
  const words = utf8(content)
  try {
    return parse(words, { bom: true, delimiter: dividerOf(words), relaxColumnCount: true, trim: true }) as string[][]
  } catch {
    throw refuse(unreadable)
  }
}

const cellText = (value: excel.CellValue): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'object') {
    if ('richText' in value) return value.richText.map((part) => part.text).join('')
    if ('result' in value) return cellText(value.result as excel.CellValue)
    return 'text' in value ? String(value.text) : ''
  }
  return String(value).trim()
}

const fromXlsx = async (content: Buffer): Promise<string[][]> => {
  const book = new excel.Workbook()
  try {
    await book.xlsx.load(new Uint8Array(content).buffer)
  } catch {
    throw refuse(unreadable)
  }
  const rows: string[][] = []
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, place) => cellText(row.getCell(place + 1).value).trim()))
  })
  return rows
}

/**
 * The rows of the file by the names of its columns; wholly empty rows are left out.
 * @throws Refusal 'invalid' when the file is no table, lacks a column or is too long
 */
export const readSheet = async (content: Buffer, columns: readonly string[]): Promise<SheetRow[]> => {
  const zipped = content.subarray(0, 2).toString('latin1') === 'PK'
  const [heading = [], ...rows] = zipped ? await fromXlsx(content) : fromCsv(content)
  const names = heading.map((name) => name.toLowerCase().trim())
  const missing = columns.filter((column) => !names.includes(column)).join(', ')
  if (missing) {
    throw refuse({
      kk: `Файлда мына бағандар жоқ: ${missing}.`,
      ru: `В файле нет столбцов: ${missing}.`,
      en: `The file lacks these columns: ${missing}.`,
    })
  }
  if (rows.length > mostRows) {
    throw refuse({
      kk: `Файлда жол тым көп. Ең көбі: ${mostRows}.`,
      ru: `В файле слишком много строк. Не больше: ${mostRows}.`,
      en: `The file has too many rows. At most ${mostRows}.`,
    })
  }
  return rows.flatMap((cells, place) =>
    cells.some(Boolean)
      ? [{ row: place + 2, cells: Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])) }]
      : [],
  )
}

// The table of courts out of a file that somebody sends: CSV or XLSX, first row the names of the columns.
import { invalidField } from '../../kernel/invalid.ts'
import { columnKey, openSheet, SheetFault, type SheetRow } from '../../kernel/sheets/index.ts'
import type { Text } from '../../kernel/text.ts'

export type { SheetRow }

const mostRows = 20_000

const refuse = (says: Text) => invalidField('content', says)

/**
 * The rows of the file by the names of its columns; wholly empty rows are left out.
 * @throws Refusal 'invalid' when the file is no table, lacks a column or is too long
 */
export const readSheet = async (content: Buffer, needed: readonly string[]): Promise<SheetRow[]> => {
  const open = async function* () {
    yield content
  }
  try {
    const { columns, rows } = await openSheet(open)
    const names = (columns ?? []).map(columnKey)
    const missing = needed.filter((column) => !names.includes(column)).join(', ')
    if (missing) {
      throw refuse({
        kk: `Файлда мына бағандар жоқ: ${missing}.`,
        ru: `В файле нет столбцов: ${missing}.`,
        en: `The file lacks these columns: ${missing}.`,
      })
    }
    const found: SheetRow[] = []
    for await (const row of rows) {
      found.push(row)
      if (found.length > mostRows) {
        throw refuse({
          kk: `Файлда жол тым көп. Ең көбі: ${mostRows}.`,
          ru: `В файле слишком много строк. Не больше: ${mostRows}.`,
          en: `The file has too many rows. At most ${mostRows}.`,
        })
      }
    }
    return found
  } catch (fault) {
    throw fault instanceof SheetFault ? refuse(fault.says) : fault
  }
}

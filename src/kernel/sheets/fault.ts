// Why a file is no table, in the sender's words.
import type { Text } from '../text.ts'

/** Thrown by the reader; whoever asked turns it into a refusal beside the field of the file. */
export class SheetFault extends Error {
  readonly says: Text

  constructor(says: Text) {
    super(says.en)
    this.says = says
  }
}

export const unreadable = (): SheetFault =>
  new SheetFault({
    kk: 'Файл оқылмады. CSV, XLSX немесе JSON файлын таңдаңыз.',
    ru: 'Файл не прочитан. Выберите файл CSV, XLSX или JSON.',
    en: 'The file cannot be read. Choose a CSV, an XLSX or a JSON.',
  })

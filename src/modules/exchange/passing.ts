// A file on its way through the house, as a job: read row by row, judged outside the transaction, kept a hundred at a time. Where it was
// interrupted, the next attempt goes on.
import type { House } from '../../kernel/house.ts'
import { perform } from '../../kernel/perform.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { columnKey, openSheet, SheetFault, type SheetFile } from '../../kernel/sheets/index.ts'
import { systemActor } from '../../kernel/system.ts'
import type { Text } from '../../kernel/text.ts'
import { dayOf } from '../../kernel/clock.ts'
import { registerAppeal } from '../appeals/index.ts'
import { actorOf } from '../org/index.ts'
import { judge, type Judged } from './judging.ts'
import * as inner from './inner.ts'
import { fieldTitles, neededFields, type Field, type Mapping } from './mapping.ts'
import type { Opened } from './inner.ts'

const batch = 100

const list = (words: readonly string[]): string => words.filter(Boolean).slice(0, 30).join(', ')

const lacking = (field: Field, wanted: readonly string[], there: readonly string[]): Text => ({
  kk: `«${fieldTitles[field].kk}» өрісінің бағаны табылмады. Профиль күткен атаулар: ${list(wanted)}. Файлдағы бағандар: ${list(there)}.`,
  ru: `Не найден столбец поля «${fieldTitles[field].ru}». Профиль ожидает: ${list(wanted)}. В файле есть: ${list(there)}.`,
  en: `There is no column for “${fieldTitles[field].en}”. The profile expects: ${list(wanted)}. The file has: ${list(there)}.`,
})

/** A wrong profile is told once, not in every row. @throws SheetFault */
const checkColumns = ({ columns }: SheetFile, mapping: Mapping): void => {
  if (!columns) return
  const there = new Set(columns.map(columnKey))
  for (const field of neededFields) {
    const wanted = mapping.columns[field] ?? []
    if (!wanted.some((name) => there.has(columnKey(name)))) throw new SheetFault(lacking(field, wanted, columns))
  }
}

export const bytesOf = (content: Buffer) =>
  async function* () {
    yield content
  }

const pass = async (house: House, id: string, after: number, upTo: number, rows: readonly Judged[]): Promise<number> =>
  (await perform(house, inner.passRows, systemActor, { id, after, upTo, rows: [...rows] })).result.cursor

const unkept = (judged: Judged): Judged => ({
  ...judged,
  taking: null,
  faults: [
    {
      field: null,
      says: {
        kk: 'Бұл жолды сақтау мүмкін болмады. Әкімшіге хабарлаңыз.',
        ru: 'Эту строку не удалось сохранить. Сообщите администратору.',
        en: 'This row could not be stored. Tell the administrator.',
      },
    },
  ],
})

/** A batch that meets a fault of the house is tried row by row, so that one row never holds up the others. */
const passAll = async (house: House, id: string, after: number, rows: readonly Judged[]): Promise<number> => {
  const last = rows.at(-1)?.row ?? after
  try {
    return await pass(house, id, after, last, rows)
  } catch (fault) {
    if (rows.length === 1) {
      house.log('error', 'a row of an import could not be stored', { import: id })
      return pass(house, id, after, last, rows.map(unkept))
    }
    if (fault instanceof Refusal && fault.reason === 'wrong-state') throw fault
    let cursor = after
    for (const row of rows) cursor = await passAll(house, id, cursor, [row])
    return cursor
  }
}

/** The same number again in one file is known from its first row, as it will be when the first has come in. */
const foldRepeats = () => {
  const seen = new Map<string, Judged['prints']>()
  return (judged: Judged): Judged => {
    if (judged.number === null || !judged.taking) return judged
    const earlier = seen.get(judged.number)
    if (earlier) return { ...judged, earlier }
    seen.set(judged.number, judged.prints)
    return judged
  }
}

const read = async (house: House, { it, content, ground }: Opened, begin: number): Promise<void> => {
  const sheet = await openSheet(bytesOf(content), it.mapping)
  checkColumns(sheet, it.mapping)
  const fold = foldRepeats()
  let cursor = begin
  let rows: Judged[] = []
  for await (const row of sheet.rows) {
    if (row.row <= begin) continue
    rows.push(fold(judge(row, it.mapping, ground)))
    if (rows.length < batch) continue
    cursor = await passAll(house, it.id, cursor, rows)
    rows = []
  }
  if (rows.length) await passAll(house, it.id, cursor, rows)
}

/** In the name of whoever brought the file, one by one; what cannot be registered so waits for the registrar. */
const registerAll = async (house: House, id: string, by: string): Promise<void> => {
  const actor = await actorOf(house.database, by, { today: dayOf(house.clock.now()) })
  if (!actor) return
  const { result } = await perform(house, inner.listUnregistered, systemActor, { id })
  for (const appeal of result.ids) {
    try {
      await perform(house, registerAppeal, actor, { id: appeal })
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
    }
  }
}

/** What was checked and left lying for the whole term is given up. */
export async function giveUpLeft(house: House): Promise<void> {
  const { result } = await perform(house, inner.listLeft, systemActor, {})
  for (const id of result.ids) await perform(house, inner.lapseImport, systemActor, { id })
}

/** Judges, and in the second pass takes in, every row of the file; a repeated job goes on where the last one stopped. */
export async function runPass(house: House, payload: Record<string, unknown>): Promise<void> {
  const id = typeof payload['id'] === 'string' ? payload['id'] : ''
  const { result: opened } = await perform(house, inner.openSource, systemActor, { id })
  const { it } = opened
  if (it.state !== 'trying' && it.state !== 'importing') return
  const { result } = await perform(house, inner.beginPass, systemActor, { id })
  try {
    await read(house, opened, result.cursor)
  } catch (fault) {
    if (!(fault instanceof SheetFault)) throw fault
    await perform(house, inner.failImport, systemActor, { id, says: fault.says })
    return
  }
  if (it.state === 'trying') return void (await perform(house, inner.settleTrial, systemActor, { id }))
  if (it.mapping.register === 'automatic') await registerAll(house, id, it.startedBy)
  await perform(house, inner.finishImport, systemActor, { id })
}

// What goes back to the state register: its number, ours, where the appeal stands and how it ended; only what has changed since.
import { Readable } from 'node:stream'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query } from '../../kernel/operation.ts'
import type { Cell } from '../../kernel/reply.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { kindTitles, resultTitles, stateTitles } from '../submissions/contract.ts'
import * as shapes from './contract.ts'
import { insertExport, linesOf, listExports as readExports, type Line } from './exports-store.ts'
import { exportRecord } from './records.ts'
import * as rules from './rules.ts'

const backwards = {
  kk: 'Кезеңнің соңы басынан бұрын.',
  ru: 'Конец периода раньше его начала.',
  en: 'The period ends before it begins.',
}

export const makeExport = command(shapes.makeExport, {
  clauses: ['6.23', '5.14'],
  rules: [rules.exchanges],
  run: async ({ input, tx }) => {
    if (input.until < input.from) throw invalidField('until', backwards)
    const { id, rows } = await insertExport(tx, input)
    tx.about('export', id)
    tx.note({ rows })
    return { export: id, rows }
  },
})

export const listExports = query(shapes.listExports, {
  clauses: ['5.14'],
  rules: [rules.exchanges],
  run: async ({ input: { page, size }, tx }) => {
    const { rows, total } = await readExports(tx, page, size)
    const shown = rows.map(({ madeAt, by, ...it }) => ({ ...it, madeAt: madeAt.toISOString(), madeBy: by }))
    return { rows: shown, total, capped: false }
  },
})

const head = (kk: string, ru: string, en: string, width: number): { title: Text; width: number } => ({
  title: { kk, ru, en },
  width,
})

const heads = [
  head('Сыртқы жүйедегі нөмірі', 'Номер во внешней системе', 'Number in the other system', 24),
  head('Тіркеу нөмірі', 'Регистрационный номер', 'Registration number', 22),
  head('Талон нөмірі', 'Номер талона', 'Slip number', 16),
  head('Түрі', 'Вид', 'Kind', 14),
  head('Күйі', 'Состояние', 'State', 26),
  head('Нәтижесі', 'Результат', 'Result', 26),
  head('Түскен күні', 'Поступило', 'Received', 13),
  head('Тіркелген күні', 'Зарегистрировано', 'Registered', 15),
  head('Мерзімі', 'Срок', 'Due', 13),
  head('Аяқталған күні', 'Завершено', 'Done', 15),
  head('Жауап нөмірі', 'Номер ответа', 'Number of the reply', 22),
  head('Жауап күні', 'Дата ответа', 'Day of the reply', 13),
  head('Қайда жіберілді', 'Куда направлено', 'Where it went', 34),
]

const cells = (it: Line, language: Language): (string | null)[] => [
  it.outsideNumber,
  it.number,
  it.slipNumber,
  kindTitles[it.kind][language],
  stateTitles[it.state][language],
  it.result && resultTitles[it.result][language],
  it.receivedOn,
  it.registeredOn,
  it.dueOn,
  it.doneOn,
  it.replyNumber,
  it.replyOn,
  it.forwardedTo?.[language] ?? null,
]

/** A leading sign would be read as a formula by the program that opens the file. */
const csvCell = (value: string | null): string => {
  const safe = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '')
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With the mark of UTF-8 and semicolons, as the sheets of this country open it. */
const csvOf = (lines: readonly Line[], language: Language): string =>
  `\ufeff${[heads.map(({ title }) => title[language]), ...lines.map((it) => cells(it, language))]
    .map((row) => `${row.map(csvCell).join(';')}\r\n`)
    .join('')}`

export const takeSheet = query(shapes.takeSheet, {
  clauses: ['6.23', '5.14'],
  record: exportRecord,
  rules: [rules.exchanges],
  export: true,
  run: async ({ input, subject, actor, tx }) => {
    const language = input.language ?? actor.language
    const lines = await linesOf(tx, subject.id)
    const rows = async function* (): AsyncGenerator<readonly Cell[]> {
      for (const it of lines) yield cells(it, language)
    }
    return {
      kind: 'sheet' as const,
      file: `${subject.system}-${subject.from}-${subject.until}`,
      title: shapes.listExports.title,
      columns: heads,
      rows: rows(),
    }
  },
})

export const takeFile = query(shapes.takeFile, {
  clauses: ['6.23', '5.14'],
  record: exportRecord,
  rules: [rules.exchanges],
  export: true,
  run: async ({ input: { format, language }, subject, actor, tx }) => {
    const lines = await linesOf(tx, subject.id)
    const words = format === 'csv' ? csvOf(lines, language ?? actor.language) : JSON.stringify(lines, null, 1)
    const bytes = Buffer.from(words)
    const type = format === 'csv' ? 'text/csv' : 'application/json'
    const name = `${subject.system}-${subject.from}-${subject.until}.${format}`
    return { kind: 'file' as const, name, type, bytes: bytes.length, stream: Readable.from([bytes]) }
  },
})

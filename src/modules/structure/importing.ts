// Courts out of a file: good rows go in, each bad one is explained, and the same file twice changes nothing.
import { z } from 'zod'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { courtId } from './ids.ts'
import { courtKinds } from './contract.ts'
import { readSheet, type SheetRow } from './sheet.ts'
import * as store from './store.ts'

const needed = ['code', 'kind', 'name_kk', 'name_ru', 'name_en', 'valid_from'] as const

const said = (kk: string, ru: string, en: string) => ({ params: { says: { kk, ru, en } } })
const filled = z
  .string()
  .refine(
    (it) => it.length > 0 && it.length <= 300,
    said(
      'Бұл ұяшық 1–300 таңба болуы керек.',
      'В этой ячейке должно быть от 1 до 300 знаков.',
      'This cell must hold 1 to 300 characters.',
    ),
  )
const isDay = (it: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(it) && new Date(`${it}T00:00:00Z`).toJSON()?.startsWith(it) === true
const dayRule = said(
  'Күнді 2025-07-01 түрінде жазыңыз.',
  'Запишите дату в виде 2025-07-01.',
  'Write the day as 2025-07-01.',
)
const kindList = courtKinds.join(', ')

const court = z.object({
  code: z
    .string()
    .refine(
      (it) => /^[A-Z0-9-]{1,20}$/.test(it),
      said(
        'Код: латын бас әріптері, цифрлар және сызықша, 20 таңбаға дейін.',
        'Код: заглавные латинские буквы, цифры и дефис, до 20 знаков.',
        'A code is capital Latin letters, digits and hyphens, up to 20.',
      ),
    ),
  kind: z
    .string()
    .refine(
      (it) => courtKinds.some((kind) => kind === it),
      said(
        `Сот түрі мыналардың бірі: ${kindList}.`,
        `Вид суда: один из ${kindList}.`,
        `The kind is one of ${kindList}.`,
      ),
    ),
  region: z.string().default(''),
  name_kk: filled,
  name_ru: filled,
  name_en: filled,
  case_code: z
    .string()
    .default('')
    .refine(
      (it) => it === '' || /^\d{4}$/.test(it),
      said('Төрт цифр жазыңыз немесе бос қалдырыңыз.', 'Четыре цифры или пусто.', 'Four digits, or empty.'),
    ),
  valid_from: z.string().refine(isDay, dayRule),
  valid_to: z
    .string()
    .default('')
    .refine((it) => it === '' || isDay(it), dayRule),
  predecessors: z.string().default(''),
})
type Line = z.output<typeof court>

interface Fault {
  row: number
  column: string | null
  value: string | null
  says: Text
}

export interface ImportReport {
  added: number
  changed: number
  unchanged: number
  faults: Fault[]
}

interface Known {
  regions: ReadonlySet<string>
  courts: Map<string, store.CourtLine & { predecessors: string[] }>
  seen: Map<string, number>
}

const wrongCell: Text = { kk: 'Бұл мән жарамайды.', ru: 'Это значение не подходит.', en: 'This value does not fit.' }

const codesIn = (words: string): string[] => [...new Set(words.split(/[;,\s]+/).filter(Boolean))].sort()

/** What stands against a row that is well written in itself. */
const objections = (line: Line, row: number, { regions, courts, seen }: Known): Fault[] => {
  const faults: Fault[] = []
  const against = (column: keyof Line, kk: string, ru: string, en: string) =>
    void faults.push({ row, column, value: line[column], says: { kk, ru, en } })
  const before = seen.get(line.code)
  if (before !== undefined) {
    against(
      'code',
      `Бұл код ${before}-жолда да тұр.`,
      `Этот код уже есть в строке ${before}.`,
      `This code stands in row ${before} too.`,
    )
  }
  if (line.region && !regions.has(line.region)) {
    against(
      'region',
      'Мұндай өңір коды жоқ. Екі цифрлы КАТО коды керек.',
      'Такого кода региона нет. Нужен двузначный код КАТО.',
      'There is no such region. Two digits of KATO are needed.',
    )
  }
  if (line.valid_to && line.valid_to < line.valid_from) {
    against(
      'valid_to',
      'Соңғы күн бірінші күннен бұрын.',
      'Последний день раньше первого.',
      'The last day is before the first.',
    )
  }
  const strangers = codesIn(line.predecessors).filter((code) => !courts.has(code) || code === line.code)
  if (strangers.length) {
    const list = strangers.join(', ')
    against(
      'predecessors',
      `Мына кодты соттар табылмады: ${list}.`,
      `Не найдены суды с кодами: ${list}.`,
      `No courts with these codes: ${list}.`,
    )
  }
  return faults
}

const faultsOf = ({ row, cells }: SheetRow, issues: readonly z.core.$ZodIssue[]): Fault[] =>
  issues.map((issue) => {
    const column = String(issue.path[0] ?? '')
    const says = issue.code === 'custom' ? (issue.params?.['says'] as Text | undefined) : undefined
    return { row, column, value: (cells[column] ?? '').slice(0, 100), says: says ?? wrongCell }
  })

const lineOf = (line: Line, kept: store.CourtLine | undefined): store.CourtLine => ({
  id: kept?.id ?? courtId(line.code),
  code: line.code,
  caseCode: line.case_code || null,
  kind: line.kind as store.CourtLine['kind'],
  region: line.region || null,
  name: { kk: line.name_kk, ru: line.name_ru, en: line.name_en },
  validFrom: line.valid_from,
  validTo: line.valid_to || null,
})

const same = (
  kept: store.CourtLine & { predecessors: string[] },
  next: store.CourtLine,
  before: readonly string[],
): boolean => {
  const flat = ({ code, caseCode, kind, region, name, validFrom, validTo }: store.CourtLine) =>
    JSON.stringify([code, caseCode, kind, region, name.kk, name.ru, name.en, validFrom, validTo])
  return flat(kept) === flat(next) && before.every((code) => kept.predecessors.includes(code))
}

/** Later rows may name courts of earlier ones as predecessors. */
export const importFile = async (tx: Tx, content: Buffer): Promise<ImportReport> => {
  const rows = await readSheet(content, needed)
  const known: Known = {
    regions: new Set((await store.regions(tx)).map(({ code }) => code)),
    courts: new Map((await store.allCourts(tx)).map((it) => [it.code, it])),
    seen: new Map(),
  }
  const report: ImportReport = { added: 0, changed: 0, unchanged: 0, faults: [] }
  for (const sheetRow of rows) {
    const parsed = court.safeParse(sheetRow.cells)
    const faults = parsed.success
      ? objections(parsed.data, sheetRow.row, known)
      : faultsOf(sheetRow, parsed.error.issues)
    report.faults.push(...faults)
    if (!parsed.success || faults.length) continue
    const line = parsed.data
    known.seen.set(line.code, sheetRow.row)
    const kept = known.courts.get(line.code)
    const next = lineOf(line, kept)
    const before = codesIn(line.predecessors)
    if (kept && same(kept, next, before)) {
      report.unchanged += 1
      continue
    }
    await store.putCourt(tx, next)
    for (const code of before) await store.linkCourts(tx, known.courts.get(code)?.id ?? '', next.id)
    known.courts.set(line.code, { ...next, predecessors: [...new Set([...(kept?.predecessors ?? []), ...before])] })
    report[kept ? 'changed' : 'added'] += 1
  }
  return report
}

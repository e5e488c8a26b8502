// One row of a file judged by a profile: an appeal that can be taken in, or every reason why not. Touches nothing.
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { instantOf, type Day } from '../../kernel/clock.ts'
import { line, maybeLine, prose } from '../../kernel/contract.ts'
import { numberKind } from '../../kernel/identifiers.ts'
import { parse } from '../../kernel/invalid.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { SheetRow } from '../../kernel/sheets/index.ts'
import { columnKey } from '../../kernel/sheets/index.ts'
import type { Text } from '../../kernel/text.ts'
import { anonymousOr, type AppealKind } from '../submissions/contract.ts'
import type { Brought } from '../submissions/index.ts'
import { readMoment, readTime } from './days.ts'
import { fields, spelt, type Field, type Mapping } from './mapping.ts'

export interface RowFault {
  /** Null where the fault is the whole row's. */
  field: Field | null
  says: Text
}

/** What a pass knows before its first row. */
export interface Ground {
  today: Day
  at: Date
  textMax: number
  pepper: Buffer
  /** By folded code and by folded name in each language. */
  courts: ReadonlyMap<string, string>
  units: ReadonlyMap<string, string>
}

export interface Taking {
  brought: Brought
  receivedAt: string
  subject: string | null
  unit: string | null
}

export interface Judged {
  row: number
  number: string | null
  faults: RowFault[]
  /** Null where the row has a fault. */
  taking: Taking | null
  /** A keyed print of each field, to know the same words again. */
  prints: Readonly<Record<string, string>>
  /** Prints of an earlier row of the same file with the same number. */
  earlier?: Readonly<Record<string, string>>
}

const says = {
  required: { kk: 'Бұл ұяшықты толтырыңыз.', ru: 'Заполните эту ячейку.', en: 'Fill in this cell.' },
  day: {
    kk: 'Күн профильде көрсетілген түрде жазылмаған.',
    ru: 'Дата записана не так, как указано в профиле.',
    en: 'The day is not written as the profile says.',
  },
  time: { kk: 'Уақытты 14:05 түрінде жазыңыз.', ru: 'Запишите время в виде 14:05.', en: 'Write the hour as 14:05.' },
  notYet: { kk: 'Бұл күн әлі келген жоқ.', ru: 'Этот день ещё не наступил.', en: 'This day has not come yet.' },
  region: {
    kk: 'Мұндай өңір табылмады. Атауын немесе КАТО кодының екі цифрын жазыңыз.',
    ru: 'Такой регион не найден. Укажите название или две цифры кода КАТО.',
    en: 'There is no such region. Give its name or the two digits of KATO.',
  },
} satisfies Record<string, Text>

const oneOf = (words: readonly string[]): Text => {
  const list = words.slice(0, 12).join(', ')
  return {
    kk: `Профильде мұндай мән жоқ. Белгілі мәндер: ${list}.`,
    ru: `В профиле нет такого значения. Известные: ${list}.`,
    en: `The profile knows no such value. It knows: ${list}.`,
  }
}

/** A leading apostrophe keeps a sheet from reading '+7' as a formula; it is no part of the value. */
const bare = (value: string): string => value.replace(/^'(?=[=+\-@\t\r])/, '').trim()

const cellOf = (cells: Readonly<Record<string, string>>, columns: readonly string[] = []): string => {
  for (const column of columns) {
    const value = bare(cells[columnKey(column)] ?? '')
    if (value) return value
  }
  return ''
}

/** Sheets take the zeros off the head of a number; with its twelve digits back it has its check digit again. */
const withZeros = (number: string): string => (/^\d{9,11}$/.test(number) ? number.padStart(12, '0') : number)

const meaning = <K extends string>(written: string, values: Partial<Record<K, readonly string[]>>): K | undefined =>
  (Object.entries(values) as [K, readonly string[]][]).find(([, words]) =>
    words.some((word) => spelt(word) === spelt(written)),
  )?.[0]

/** The first spelling of each value. */
const words = (values: Partial<Record<string, readonly string[]>>): string[] =>
  Object.values(values).flatMap((it) => it?.slice(0, 1) ?? [])

const plainShape = (textMax: number) =>
  z.object({
    outsideNumber: line(100),
    text: prose(textMax),
    subject: maybeLine(200),
    person: maybeLine(300),
    personPost: maybeLine(300),
    court: maybeLine(300),
  })

const fieldOf: Readonly<Record<string, Field>> = { iin: 'number', bin: 'number' }

/** Parses, or adds a fault for each field. */
const tried = <S extends z.ZodType>(shape: S, raw: object, faults: RowFault[]): z.output<S> | null => {
  try {
    return parse(shape, raw)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    for (const { path, says: why } of fault.fields) {
      const [name = ''] = path.split('.')
      faults.push({ field: fieldOf[name] ?? (name as Field), says: why })
    }
    return null
  }
}

type Cells = Readonly<Record<Field, string>>

const receiptOf = (cells: Cells, { dates }: Mapping, ground: Ground, faults: RowFault[]): Date | null => {
  const against = (field: Field, why: Text) => void faults.push({ field, says: why })
  if (!cells.receivedOn) return (against('receivedOn', says.required), null)
  const moment = readMoment(cells.receivedOn, dates)
  if (!moment) return (against('receivedOn', says.day), null)
  const time = cells.receivedTime ? readTime(cells.receivedTime) : moment.time
  if (cells.receivedTime && !time) return (against('receivedTime', says.time), null)
  const at = instantOf(`${moment.day}T${time ?? '00:00'}`)
  if (at > ground.at) return (against('receivedOn', says.notYet), null)
  return at
}

const eventOf = (written: string, { dates }: Mapping, { today }: Ground, faults: RowFault[]): Day | null => {
  if (!written) return null
  const moment = readMoment(written, dates)
  if (!moment || moment.day > today) faults.push({ field: 'eventOn', says: moment ? says.notYet : says.day })
  return moment?.day ?? null
}

const chosen = <K extends string>(
  field: Field,
  written: string,
  values: Partial<Record<K, readonly string[]>>,
  empty: K | null,
  faults: RowFault[],
): K | null => {
  if (!written) {
    if (!empty) faults.push({ field, says: says.required })
    return empty
  }
  const found = meaning(written, values)
  if (!found) faults.push({ field, says: oneOf(words(values)) })
  return found ?? null
}

const applicantOf = (cells: Cells, { applicants }: Mapping, faults: RowFault[]) => {
  const number = withZeros(cells.number.replace(/[\s-]/g, ''))
  const guessed = /^\d{12}$/.test(number) ? (numberKind(number) === 'bin' ? 'entity' : 'person') : 'person'
  // Nobody is anonymous by an empty cell: a column that was named wrong would make everybody so.
  const as = chosen<'person' | 'entity' | 'anonymous'>('applicant', cells.applicant, applicants, guessed, faults)
  if (!as) return null
  const { name, address, phone, email, representative } = cells
  const own = as === 'entity' ? { bin: number, representative } : { iin: number }
  return tried(anonymousOr, as === 'anonymous' ? { as } : { as, name, address, phone, email, ...own }, faults)
}

const printsOf = (pepper: Buffer, values: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      createHmac('sha256', pepper)
        .update(`exchange\n${field}\n${value ?? ''}`)
        .digest('hex')
        .slice(0, 24),
    ]),
  )

/** The row as the profile reads it. */
export function judge({ row, cells: raw }: SheetRow, mapping: Mapping, ground: Ground): Judged {
  const faults: RowFault[] = []
  const cells = Object.fromEntries(fields.map((field) => [field, cellOf(raw, mapping.columns[field])])) as Cells
  const plain = tried(plainShape(ground.textMax), cells, faults)
  const receivedAt = receiptOf(cells, mapping, ground, faults)
  const kind: AppealKind | null = chosen('kind', cells.kind, mapping.kinds, mapping.missing.kind, faults)
  const language = chosen('language', cells.language, mapping.languages, mapping.missing.language, faults)
  const applicant = applicantOf(cells, mapping, faults)
  const eventOn = eventOf(cells.eventOn, mapping, ground, faults)
  const unit = cells.region ? (ground.units.get(spelt(cells.region)) ?? null) : null
  if (cells.region && !unit) faults.push({ field: 'region', says: says.region })
  const number = cells.outsideNumber && cells.outsideNumber.length <= 100 ? cells.outsideNumber : null
  const whole = plain && receivedAt && kind && language && applicant && !faults.length
  if (!whole) return { row, number, faults, taking: null, prints: {} }
  const court = ground.courts.get(spelt(cells.court)) ?? null
  const { text, subject, person, personPost } = plain
  const brought: Brought = {
    kind,
    language,
    applicant,
    court,
    courtName: court ? null : plain.court,
    person,
    personPost,
    eventOn,
    text,
    files: [],
  }
  const { receivedOn: _on, receivedTime: _time, outsideNumber: _number, ...rest } = cells
  const prints = printsOf(ground.pepper, {
    ...rest,
    // As they are understood, so that a day written otherwise is the same day.
    receivedOn: receivedAt.toISOString(),
    kind,
    language,
    applicant: applicant.as,
    number: withZeros(rest.number.replace(/[\s-]/g, '')),
    eventOn,
  })
  return { row, number, faults, taking: { brought, receivedAt: receivedAt.toISOString(), subject, unit }, prints }
}

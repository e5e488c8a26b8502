// Terms, thresholds and limits by date of force: the law's data, and over it what an administrator has said.
import { z } from 'zod'
import source from '../../regulation/parameters.json' with { type: 'json' }
import { calendar, dueOn, yearOf, type Calendar, type CalendarOverride, type TermUnit } from './calendar.ts'
import { isClause, type Clause } from './clauses.ts'
import type { Day } from './clock.ts'
import { touch } from './evidence.ts'
import type { Text } from './text.ts'
import { confidences, isQuantity, sayQuantity, type Confidence, type Unit } from './units.ts'

type Source = typeof source

/** Name of a parameter, such as 'appeal.answer'. A name that is not in regulation/parameters.json does not compile. */
export type ParameterName = keyof Source

type Chosen<N extends ParameterName> = Source[N] extends { options: infer O } ? Extract<keyof O, string> : string
type Raw<N extends ParameterName> = Source[N]['values'][number]['value']

/** The type of a parameter's value: a number, one of its choices, or a list of either. */
export type ValueOf<N extends ParameterName> =
  Raw<N> extends number
    ? number
    : Raw<N> extends string
      ? Chosen<N>
      : Raw<N> extends readonly number[]
        ? readonly number[]
        : readonly Chosen<N>[]

export type ParameterValue = number | string | readonly number[] | readonly string[]

/** Where a value comes from: the regulation's data as written, confirmed by an administrator, or changed by one. */
export type Standing = 'written' | 'confirmed' | 'changed'

/** One value in force on a day, with everything a screen needs to show what it rests on. */
export interface Parameter<V extends ParameterValue = ParameterValue> {
  readonly name: ParameterName
  readonly title: Text
  readonly value: V
  readonly unit: Unit
  /** First day of force. */
  readonly from: Day
  readonly clause: Clause
  /** The act beside the Regulation; null when the Regulation or the house itself sets it. */
  readonly act: Text | null
  /** Where it was seen; the administrator's reason once confirmed or changed. Null: nowhere. */
  readonly source: string | null
  /** 'unverified' asks for a mark wherever a result of it is shown. */
  readonly confidence: Confidence
  readonly standing: Standing
}

/** What asking for a parameter by name gives, its value typed by the name. */
export type ParameterResult<N extends ParameterName = ParameterName> = Parameter<ValueOf<N>>

/** The parameters as they stood at one moment: the regulation's data and the overrides that were in the database. */
export interface Parameters {
  /** The value in force on the day, the clause touched as evidence. Throws RangeError before its first day of force. */
  on<N extends ParameterName>(name: N, day: Day): ParameterResult<N>
  /** Every value ever in force of every parameter, by name and then day of force. */
  readonly rows: readonly Parameter[]
  readonly calendar: Calendar
}

const text = z.object({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) })
const value = z.union([z.number(), z.string(), z.array(z.number()), z.array(z.string())])
const row = z.object({
  title: text,
  unit: z
    .string()
    .refine((unit): unit is Unit => isQuantity(unit) || ['choice', 'grounds', 'file-types'].includes(unit)),
  clause: z.string().refine(isClause),
  act: text.nullable(),
  source: z.string().nullable(),
  confidence: z.enum(confidences),
  options: z.record(z.string(), text).default({}),
  least: z.number().optional(),
  most: z.number().optional(),
  values: z.array(z.object({ from: z.iso.date(), value })).min(1),
})
type Row = z.infer<typeof row>

export const isParameterName = (name: string): name is ParameterName => Object.hasOwn(source, name)
export const parameterNames: readonly ParameterName[] = Object.keys(source).filter(isParameterName)
const written = new Map(parameterNames.map((name) => [name, row.parse(source[name])]))

function rowOf(name: ParameterName): Row {
  const found = written.get(name)
  if (!found) throw new RangeError(`no parameter ${name}`)
  return found
}

/** A word of an administrator on one parameter from one day on. */
export interface ParameterOverride {
  readonly name: string
  readonly fromOn: Day
  readonly value: ParameterValue
  readonly status: 'confirmed' | 'changed'
  readonly reason: string
}

const earliestFirst = (a: Parameter, b: Parameter): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

/** All values of one parameter, earliest first; the last override of a day of force stands. */
function history(name: ParameterName, overrides: readonly ParameterOverride[]): readonly Parameter[] {
  const { title, unit, clause, act, source, confidence, values } = rowOf(name)
  const base = { name, title, unit, clause, act }
  const byDay = new Map<Day, Parameter>()
  for (const { from, value } of values)
    byDay.set(from, { ...base, value, from, source, confidence, standing: 'written' })
  for (const { fromOn: from, value, status, reason } of overrides) {
    byDay.set(from, { ...base, value, from, source: reason, confidence: 'verified', standing: status })
  }
  return [...byDay.values()].sort(earliestFirst)
}

/** The parameters with these overrides, oldest word first. Without any: the regulation's data alone. */
export function parameters(
  overrides: readonly ParameterOverride[] = [],
  days: readonly CalendarOverride[] = [],
): Parameters {
  const histories = new Map(
    parameterNames.map((name) => [
      name,
      history(
        name,
        overrides.filter((it) => it.name === name),
      ),
    ]),
  )
  function on<N extends ParameterName>(name: N, day: Day): ParameterResult<N> {
    const found = histories.get(name)?.findLast(({ from }) => from <= day)
    if (!found) throw new RangeError(`${name} is not in force on ${day}`)
    touch(found.clause)
    // The type of a value follows its name: data and overrides alike passed valueFault().
    return found as ParameterResult<N>
  }
  return { on, rows: [...histories.values()].flat(), calendar: calendar(days) }
}

/** The value in force by the regulation's data alone, no database asked. */
export const parameterOn: Parameters['on'] = parameters().on

/** One parameter for the screen of settings: its value on a day and every value by day of force, earliest first. */
export interface ParameterRow extends Pick<Parameter, 'name' | 'title' | 'unit' | 'clause' | 'act'> {
  readonly current: Parameter | null
  readonly values: readonly Parameter[]
  readonly options: Readonly<Record<string, Text>>
  readonly least: number
  readonly most: number
}

export const parameterRows = (book: Parameters, day: Day): readonly ParameterRow[] =>
  parameterNames.map((name) => {
    const { title, unit, clause, act, options, least = 0, most = highest } = rowOf(name)
    const values = book.rows.filter((it) => it.name === name)
    const current = values.findLast(({ from }) => from <= day) ?? null
    return { name, title, unit, clause, act, current, values, options, least, most }
  })

/** Choices of a parameter with their words; empty when it is no choice. */
export const optionsOf = (name: ParameterName): Readonly<Record<string, Text>> => rowOf(name).options

/** A value as people read it: «15 жұмыс күні», the words of a choice, a list of either. */
export function sayValue(name: ParameterName, value: ParameterValue): Text {
  const { unit, options } = rowOf(name)
  if (typeof value === 'number') return isQuantity(unit) ? sayQuantity(value, unit) : plain(`${value}`)
  if (typeof value === 'string') return options[value] ?? plain(value)
  const words = value.map((one) => (typeof one === 'string' ? (options[one] ?? plain(one)) : plain(`${one}`)))
  const joined = (language: 'kk' | 'ru' | 'en') => words.map((word) => word[language]).join(', ')
  return { kk: joined('kk'), ru: joined('ru'), en: joined('en') }
}
const plain = (words: string): Text => ({ kk: words, ru: words, en: words })

/** Bound of a value whose data names none. */
const highest = 1_000_000
const wholeNumber: Text = { kk: 'Бүтін сан енгізіңіз.', ru: 'Введите целое число.', en: 'Enter a whole number.' }
const oneOffered: Text = {
  kk: 'Ұсынылған мәндердің бірін таңдаңыз.',
  ru: 'Выберите одно из предложенных значений.',
  en: 'Choose one of the offered values.',
}
const mediaType = /^[a-z]+\/[a-z0-9.+-]+$/

/** Why a value cannot stand for a parameter, or null when it can. A list must be a list, and not empty. */
export function valueFault(name: ParameterName, value: unknown): Text | null {
  const { values, unit, options, least = 0, most = highest } = rowOf(name)
  const sample = values[0]?.value
  const many = Array.isArray(sample)
  const counts = typeof (many ? sample[0] : sample) === 'number'
  if (many !== Array.isArray(value)) return counts ? wholeNumber : oneOffered
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (parts.length === 0) return counts ? wholeNumber : oneOffered
  if (!counts) {
    const offered = (it: unknown) =>
      typeof it === 'string' && (unit === 'file-types' ? mediaType.test(it) : Object.hasOwn(options, it))
    return parts.every(offered) ? null : oneOffered
  }
  if (!parts.every(Number.isSafeInteger)) return wholeNumber
  if (parts.every((part) => least <= Number(part) && Number(part) <= most)) return null
  return {
    kk: `Рұқсат етілген аралық: ${least} – ${most}.`,
    ru: `Допустимые значения: от ${least} до ${most}.`,
    en: `Allowed values: from ${least} to ${most}.`,
  }
}

/** The end of a legal term, with what it rests on. */
export interface Due {
  readonly on: Day
  readonly parameter: Parameter<number>
  /** The term, the day it counts from, or a day off within it is unverified, or a moving feast of its years unknown: the screen shows a mark. */
  readonly doubtful: boolean
}

const termUnits: readonly string[] = ['working-days', 'calendar-days', 'months', 'years'] satisfies TermUnit[]
const isTermUnit = (unit: string): unit is TermUnit => termUnits.includes(unit)

/** Names of the parameters that are one number. */
export type TermName = { [N in ParameterName]: ValueOf<N> extends number ? N : never }[ParameterName]

/** The last day of the term that a parameter sets for what was received on a day, by the law in force on that day.
 * Throws RangeError where the parameter is no term. */
export function dueBy(book: Parameters, name: TermName, received: Day): Due {
  const parameter = book.on(name, received) as Parameter<number>
  const { value, unit } = parameter
  if (!isTermUnit(unit)) throw new RangeError(`${name} is no term: its unit is ${unit}`)
  const from = book.on('appeal.count-from', received)
  const on = dueOn(received, value, book.calendar, { from: from.value, unit })
  const doubtful =
    [parameter, from].some(({ confidence }) => confidence === 'unverified') ||
    book.calendar.doubtsBetween(received, on).length > 0 ||
    [received, on].some((day) => !book.calendar.isComplete(yearOf(day)))
  return { on, parameter, doubtful }
}

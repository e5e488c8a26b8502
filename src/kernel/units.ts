// Units in which parameters are measured, and how a quantity is said aloud. Safe for the browser.
import { russianForm, type Text } from './text.ts'

/** How sure we are of a legal fact: seen in a document, known from experience, or to be checked by a lawyer. */
export const confidences = ['verified', 'background', 'unverified'] as const
export type Confidence = (typeof confidences)[number]

const counted =
  (kk: string, ru: readonly [string, string, string], en: readonly [string, string]) =>
  (count: number): Text => ({
    kk: `${count} ${kk}`,
    ru: `${count} ${russianForm(count, ...ru)}`,
    en: `${count} ${en[count === 1 ? 0 : 1]}`,
  })

const quantities = {
  'working-days': counted(
    'жұмыс күні',
    ['рабочий день', 'рабочих дня', 'рабочих дней'],
    ['working day', 'working days'],
  ),
  'calendar-days': counted(
    'күнтізбелік күн',
    ['календарный день', 'календарных дня', 'календарных дней'],
    ['calendar day', 'calendar days'],
  ),
  months: counted('ай', ['месяц', 'месяца', 'месяцев'], ['month', 'months']),
  years: counted('жыл', ['год', 'года', 'лет'], ['year', 'years']),
  minutes: counted('минут', ['минута', 'минуты', 'минут'], ['minute', 'minutes']),
  seconds: counted('секунд', ['секунда', 'секунды', 'секунд'], ['second', 'seconds']),
  bytes: (count: number): Text => sayBytes(count),
  bits: counted('бит', ['бит', 'бита', 'бит'], ['bit', 'bits']),
  characters: counted('таңба', ['знак', 'знака', 'знаков'], ['character', 'characters']),
  count: (count: number): Text => ({ kk: `${count}`, ru: `${count}`, en: `${count}` }),
} as const

/** Units of a number. */
export type Quantity = keyof typeof quantities
/** Units of a parameter: of a number, one of named choices, several named grounds, or media types of files. */
export type Unit = Quantity | 'choice' | 'grounds' | 'file-types'

export const isQuantity = (unit: string): unit is Quantity => Object.hasOwn(quantities, unit)

/** 15 working days → «15 жұмыс күні», «15 рабочих дней», “15 working days”. */
export const sayQuantity = (count: number, unit: Quantity): Text => quantities[unit](count)

/** Sizes as people say them: bytes, KB, MB or GB of 1024, with at most one decimal. */
export function sayBytes(count: number): Text {
  const power = Math.min(3, Math.max(0, Math.floor(Math.log2(Math.max(1, count)) / 10)))
  const amount = String(Math.round((count / 1024 ** power) * 10) / 10)
  const comma = amount.replace('.', ',')
  return {
    kk: `${comma} ${['байт', 'КБ', 'МБ', 'ГБ'][power]}`,
    ru: `${comma} ${['байт', 'КБ', 'МБ', 'ГБ'][power]}`,
    en: `${amount} ${['bytes', 'KB', 'MB', 'GB'][power]}`,
  }
}

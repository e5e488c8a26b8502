// Days, instants, numbers and sizes in three languages. Browsers know no Kazakh, so nothing here asks Intl.
import { useMemo } from 'react'
import { dayOf, timeOf } from '../kernel/clock.ts'
import type { Day } from '../kernel/clock.ts'
import type { Language } from '../kernel/text.ts'
import { useLanguage } from './text.ts'

export type { Day }

const words = (line: string): readonly string[] => line.split(' ')

const months: Record<Language, readonly string[]> = {
  kk: words('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'),
  ru: words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
  en: words('January February March April May June July August September October November December'),
}

const shortMonths: Record<Language, readonly string[]> = {
  kk: words('қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.'),
  ru: words('янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.'),
  en: words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
}

const weekdays: Record<Language, readonly string[]> = {
  kk: words('жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі'),
  ru: words('воскресенье понедельник вторник среда четверг пятница суббота'),
  en: words('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
}

// Russian names a month differently when it stands alone.
const standing: Record<Language, readonly string[]> = {
  ...months,
  ru: words('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
}

const shortWeekdays: Record<Language, readonly string[]> = {
  kk: words('Жк Дс Сс Ср Бс Жм Сн'),
  ru: words('Вс Пн Вт Ср Чт Пт Сб'),
  en: words('Su Mo Tu We Th Fr Sa'),
}

const parts = (on: Day) => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  return { year, month: month - 1, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
}

const at = (list: readonly string[], index: number): string => list[index] ?? ''

export const weekday = (on: Day, language: Language): string => at(weekdays[language], parts(on).weekday)

export const weekdayShort = (on: Day, language: Language): string => at(shortWeekdays[language], parts(on).weekday)

/** The month of a day: «2026 ж. қараша» · «ноябрь 2026» · "November 2026". */
export const monthTitle = (on: Day, language: Language): string => {
  const { year, month } = parts(on)
  const name = at(standing[language], month)
  return language === 'kk' ? `${year} ж. ${name}` : `${name} ${year}`
}

/** «2026 ж. 23 қараша» · «23 ноября 2026 г.» · "23 November 2026". */
export const dayLong = (on: Day, language: Language): string => {
  const { year, month, day } = parts(on)
  const name = at(months[language], month)
  if (language === 'kk') return `${year} ж. ${day} ${name}`
  return language === 'ru' ? `${day} ${name} ${year} г.` : `${day} ${name} ${year}`
}

/** With the weekday: «2026 ж. 23 қараша, дүйсенбі». */
export const dayFull = (on: Day, language: Language): string =>
  language === 'en'
    ? `${weekday(on, language)}, ${dayLong(on, language)}`
    : `${dayLong(on, language)}, ${weekday(on, language)}`

/** «30 қар.» in the year of `today`, with the year otherwise. */
export const dayShort = (on: Day, language: Language, today: Day = dayOf(new Date())): string => {
  const { year, month, day } = parts(on)
  const short = `${day} ${at(shortMonths[language], month)}`
  if (year === parts(today).year) return short
  return language === 'kk' ? `${year} ж. ${short}` : `${short} ${year}`
}

/** Instant as people of Kazakhstan read it: «2026 ж. 20 қараша, 11:42». */
export const instantLong = (iso: string, language: Language): string => {
  const moment = new Date(iso)
  return `${dayLong(dayOf(moment), language)}, ${timeOf(moment)}`
}

export const instantShort = (iso: string, language: Language): string => {
  const moment = new Date(iso)
  return `${dayShort(dayOf(moment), language)}, ${timeOf(moment)}`
}

const noBreak = '\u00a0'

/** Groups of three, at most `digits` after the point: «12 345,6» · "12,345.6". */
export const number = (value: number, language: Language, digits = 0): string => {
  const [whole = '0', rest] = Math.abs(value).toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : noBreak)
  const tail = rest && Number(rest) > 0 ? `${language === 'en' ? '.' : ','}${rest}` : ''
  return `${value < 0 ? '\u2212' : ''}${grouped}${tail}`
}

const units: Record<Language, readonly string[]> = {
  kk: words('Б КБ МБ ГБ'),
  ru: words('Б КБ МБ ГБ'),
  en: words('B KB MB GB'),
}

/** A file's size: «412 КБ», «1,8 МБ». */
export const bytes = (size: number, language: Language): string => {
  const step = Math.min(3, size < 1024 ? 0 : Math.floor(Math.log(size) / Math.log(1024)))
  const value = size / 1024 ** step
  return `${number(value, language, step > 1 && value < 100 ? 1 : 0)}${noBreak}${at(units[language], step)}`
}

/** 30 February is no day: the calendar would move it. */
const isDay = (on: string): boolean => {
  const at = Date.parse(`${on}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(on)
}

/** '23.11.2026' as a day; null while it is not one. */
export const readDay = (typed: string): Day | null => {
  const found = /^(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4})$/.exec(typed.trim())
  if (!found) return null
  const [, day = '', month = '', year = ''] = found
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(on) ? on : null
}

export const today = (): Day => dayOf(new Date())

/** «Айгүл Болатқызы Серікова» in a narrow column: «А. Серікова». */
export const briefName = (name: string): string => {
  const [given = '', ...others] = name.trim().split(/\s+/)
  const family = others.at(-1)
  return family ? `${given.slice(0, 1)}.\u00a0${family}` : given
}

/** The same functions with the reader's language already given. */
export const useFormat = () => {
  const language = useLanguage()
  return useMemo(
    () => ({
      weekday: (on: Day) => weekday(on, language),
      day: (on: Day) => dayLong(on, language),
      dayFull: (on: Day) => dayFull(on, language),
      dayShort: (on: Day) => dayShort(on, language),
      instant: (iso: string) => instantLong(iso, language),
      instantShort: (iso: string) => instantShort(iso, language),
      time: (iso: string) => timeOf(new Date(iso)),
      number: (value: number, digits?: number) => number(value, language, digits),
      bytes: (size: number) => bytes(size, language),
    }),
    [language],
  )
}

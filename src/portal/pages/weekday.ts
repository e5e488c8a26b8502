// The name of a weekday in three languages: no browser knows the Kazakh ones.
import { daysBetween } from '../../kernel/calendar.ts'
import type { Text } from '../../kernel/text.ts'

const weekdays: readonly Text[] = [
  { kk: 'дүйсенбі', ru: 'понедельник', en: 'Monday' },
  { kk: 'сейсенбі', ru: 'вторник', en: 'Tuesday' },
  { kk: 'сәрсенбі', ru: 'среда', en: 'Wednesday' },
  { kk: 'бейсенбі', ru: 'четверг', en: 'Thursday' },
  { kk: 'жұма', ru: 'пятница', en: 'Friday' },
  { kk: 'сенбі', ru: 'суббота', en: 'Saturday' },
  { kk: 'жексенбі', ru: 'воскресенье', en: 'Sunday' },
]

/** Of a day after 2024, whose first day was a Monday. */
export const weekdayOf = (on: string): Text => weekdays[daysBetween('2024-01-01', on) % 7] ?? { kk: '', ru: '', en: '' }

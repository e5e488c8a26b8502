// Days as the Department's documents write them in each language. Months are whole words, so no suffix is ever glued.
import type { Day } from '../../kernel/clock.ts'
import type { Language } from '../../kernel/text.ts'

const words = (line: string): readonly string[] => line.split(' ')

const months: Record<Language, readonly string[]> = {
  kk: words('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'),
  ru: words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
  en: words('January February March April May June July August September October November December'),
}

/** «2026 жылғы 23 қараша», «23 ноября 2026 года», “23 November 2026”. */
export function dated(on: Day, language: Language): string {
  const [year, month, day] = on.split('-').map(Number)
  const word = months[language][(month ?? 1) - 1]
  if (language === 'kk') return `${year} жылғы ${day} ${word}`
  return language === 'ru' ? `${day} ${word} ${year} года` : `${day} ${word} ${year}`
}

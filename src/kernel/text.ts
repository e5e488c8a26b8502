// A sentence of the product in its three languages, Kazakh first. A missing language does not compile.

export type Language = 'kk' | 'ru' | 'en'

export const languages = ['kk', 'ru', 'en'] as const satisfies readonly Language[]

export interface Text {
  readonly kk: string
  readonly ru: string
  readonly en: string
}

export const say = (text: Text, language: Language): string => text[language]

export const isLanguage = (it: unknown): it is Language => languages.some((language) => language === it)

/** The Russian word form for a count: 1 день, 2 дня, 5 дней. Kazakh keeps one form after a numeral. */
export const russianForm = (count: number, one: string, few: string, many: string): string => {
  const tens = Math.abs(count) % 100
  const units = tens % 10
  if (units === 1 && tens !== 11) return one
  if (units >= 2 && units <= 4 && (tens < 12 || tens > 14)) return few
  return many
}

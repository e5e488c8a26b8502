// Identifiers and numbers of cases and documents: one key whatever separators or letters were typed.
import { soundOf } from './letters.ts'

/** '01-14/57', '01 14 57' and '01–14/57' have one key; ЖТ-5 and an equal number typed in Latin letters too. */
export const keyOf = (text: string): string => soundOf(text)

const joined = /[\p{L}\p{N}]+(?:[-–—/.№_][\p{L}\p{N}]+)+/gu
const twelveDigits = /(?<!\d)\d(?:[ \-\u00a0]?\d){11}(?!\d)/g

/** Keys of the numbers that stand in a text: IIN and BIN (12 digits, also in groups) and numbers with separators. */
export function numbersIn(text: string): string[] {
  const found = [...(text.match(twelveDigits) ?? []), ...(text.match(joined) ?? []).filter(looksLikeNumber)]
  return [...new Set(found.map(keyOf))]
}

/** Asked by a person: anything of three signs with a digit among them. */
export const mayBeNumber = (word: string): boolean => /\d/.test(word) && keyOf(word).length >= 3

/** In a text: two digits at least, or every hyphenated word would be a number. */
const looksLikeNumber = (word: string): boolean => (word.match(/\d/g) ?? []).length >= 2

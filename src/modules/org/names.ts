// A person's name in three languages: what is not given follows from the Kazakh spelling, letter by letter.
import type { Text } from '../../kernel/text.ts'

const russian: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
}
const latin: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'kh',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const swap = (words: string, letters: Readonly<Record<string, string>>): string =>
  [...words]
    .map((letter) => {
      const lower = letter.toLowerCase()
      const other = letters[lower]
      if (other === undefined) return letter
      return letter === lower ? other : capital(other)
    })
    .join('')

/** Әлімов → Алимов. */
const inRussian = (kazakh: string): string => swap(kazakh, russian)
/** Ержанов → Yerzhanov: a word's first е is heard as ye. */
const inLatin = (kazakh: string): string =>
  swap(
    kazakh
      .replace(/(?<!\p{L})е/gu, 'ye')
      .replace(/(?<!\p{L})Е/gu, 'Ye')
      .replace(/ий/gu, 'iy'),
    latin,
  )

interface GivenName {
  kk: string
  ru?: string | null | undefined
  en?: string | null | undefined
}

export const fullName = ({ kk, ru, en }: GivenName): Text => ({ kk, ru: ru || inRussian(kk), en: en || inLatin(kk) })

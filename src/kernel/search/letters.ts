// Letters: one folded spelling for what people write in Kazakh, Russian and Latin letters.

/** A table of letters from its written form: 'from:to from:to'. */
const tableOf = (pairs: string): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.split(' ').map((pair) => pair.split(':') as [string, string]))

const kazakhFold = tableOf('ә:а қ:к ғ:г ң:н ө:о ұ:у ү:у һ:х і:и ё:е')

/** Latin letters that look like Cyrillic ones and slip into Cyrillic words when the keyboard was not switched. */
const lookalikes = tableOf('a:а c:с e:е h:н i:и k:к m:м o:о p:р t:т x:х y:у b:в')

/** Letters of the Kazakh Latin alphabet of 2021, and their neighbours, that lose their sound if only the mark is removed. */
const latinMarks = tableOf('ş:sh š:sh ç:ch č:ch ž:zh ı:i ŋ:n ß:ss')

const hasCyrillic = /\p{Script=Cyrillic}/u
const hasLatin = /\p{Script=Latin}/u

/** Words of a text: runs of letters and digits, lower case, apostrophes removed. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '')
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Lower case, Kazakh letters folded to the Russian ones that people type instead (ә→а, қ→к, і→и, ё→е …). */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{L}\p{M}]+/gu, foldWord)
}

function foldWord(word: string): string {
  if (!hasCyrillic.test(word)) return word
  const mended = hasLatin.test(word) ? swap(word, lookalikes) : word
  return swap(mended, kazakhFold)
}

const swap = (word: string, table: Readonly<Record<string, string>>): string =>
  Array.from(word, (letter) => table[letter] ?? letter).join('')

const sounds = tableOf(
  'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh ' +
    'щ:sh ъ: ы:i ь: э:e ю:iu я:ia',
)

const latinSounds: readonly [RegExp, string][] = [
  [/shch|sch/g, 'sh'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/tz/g, 'ts'],
  [/ye/g, 'e'],
  [/j/g, 'zh'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'u'],
  [/c(?!h)/g, 'k'],
  [/y/g, 'i'],
]

/**
 * The sound of a word in plain Latin letters, the same for Серікова, Серикова and Serikova; Жұмабаев, Zhumabayev and Jumabaev.
 * й, и, і, ы and y are one sound here, because spellings of names mix them; double letters count once.
 */
export function soundOf(word: string): string {
  const folded = fold(word).replace(/(\p{L})\1+/gu, '$1')
  const latin = hasCyrillic.test(folded) ? swap(folded, sounds) : latinSound(folded)
  return latin
    .replace(/dzh/g, 'zh')
    .replace(/[^a-z0-9]/g, '')
    .replace(/([a-z])\1+/g, '$1')
}

function latinSound(word: string): string {
  const plain = swap(word, latinMarks).normalize('NFD').replace(/\p{M}/gu, '')
  return latinSounds.reduce((sound, [spelling, heard]) => sound.replace(spelling, heard), plain)
}

const cyrillicSpelling: readonly [RegExp, string][] = [
  [/shch|sch/g, 'щ'],
  [/zh|j/g, 'ж'],
  [/sh/g, 'ш'],
  [/ch/g, 'ч'],
  [/kh/g, 'х'],
  [/gh/g, 'г'],
  [/ts|tz/g, 'ц'],
  [/yu|iu/g, 'ю'],
  [/ya|ia/g, 'я'],
  [/ye/g, 'е'],
  [/(?<=[aeiou])y/g, 'й'],
  [/(?<=[aeou])i(?![aeiou])/g, 'й'],
  [/ks|x/g, 'кс'],
]

const cyrillicLetters = tableOf(
  'a:а b:б c:к d:д e:е f:ф g:г h:х i:и k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:у y:ы z:з',
)

/** A likely folded Cyrillic spelling of a Latin word, good enough to cut its case endings; other words come back folded. */
export function toCyrillic(word: string): string {
  const folded = fold(word)
  if (hasCyrillic.test(folded) || !hasLatin.test(folded)) return folded
  const plain = swap(folded, latinMarks).normalize('NFD').replace(/\p{M}/gu, '')
  return swap(
    cyrillicSpelling.reduce((text, [from, to]) => text.replace(from, to), plain),
    cyrillicLetters,
  )
}

/** True where the word is written in Latin letters alone. */
export const isLatin = (word: string): boolean => hasLatin.test(word) && !hasCyrillic.test(word)

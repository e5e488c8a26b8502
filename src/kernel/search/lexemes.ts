// From words to lexemes of the index, and from what a person typed to a question of it.
import { fold, isLatin, soundOf, toCyrillic, wordsOf } from './letters.ts'
import { keyOf, mayBeNumber, numbersIn } from './numbers.ts'
import { stemKazakh } from './kazakh.ts'
import { stemRussian } from './russian.ts'

/** Folded words that carry no meaning of their own. */
const silent = new Set(
  (
    'жане мен бен пен ушин бойынша туралы осы сол бул ол де да ма ме ' +
    'и в во на с со по о об от за к не что как для из у а но the of and in to an'
  ).split(' '),
)

const kazakhLetters = /[әғқңөұүһі]/i

// Words repeat; their lexemes never change. Emptied when full, so that it stays small.
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

/** All lexemes of one lower-case word: its sound, and the sounds of its Kazakh and Russian stems. */
function lexemesOf(word: string): readonly string[] {
  const before = known.get(word)
  if (before) return before
  if (known.size >= mostKnown) known.clear()
  const lexemes = makeLexemes(word)
  known.set(word, lexemes)
  return lexemes
}

function makeLexemes(word: string): readonly string[] {
  const sound = soundOf(word)
  if (!sound || silent.has(fold(word)) || (sound.length < 2 && !/\d/.test(sound))) return []
  const cyrillic = isLatin(word) ? toCyrillic(word) : fold(word)
  const stems = kazakhLetters.test(word) ? [stemKazakh(cyrillic)] : [stemKazakh(cyrillic), stemRussian(cyrillic)]
  return [...new Set([sound, ...stems.map(soundOf).filter((stem) => stem.length > 1)])]
}

export interface Weighed {
  /** A: title, B: names, D: text. */
  weight: 'A' | 'B' | 'D'
  text: string
}

// A long text repeats itself; what it says after so many different words is not what it is about.
const mostLexemes = 6_000

/** The text form of the record's tsvector. Lexemes hold only a-z, 0-9 and '#', so nothing needs escaping. */
export function vectorOf(parts: readonly Weighed[], keys: readonly string[]): string {
  const weights = new Map(keys.map((key) => [`#${key}`, 'A']))
  for (const { weight, text } of parts.toSorted((a, b) => a.weight.localeCompare(b.weight))) {
    const lexemes = [...wordsOf(text).flatMap(lexemesOf), ...numbersIn(text).map((key) => `#${key}`)]
    for (const lexeme of lexemes) {
      if (!weights.has(lexeme) && weights.size < mostLexemes && lexeme.length < 200) weights.set(lexeme, weight)
    }
  }
  return Array.from(weights, ([lexeme, weight]) => `'${lexeme}':1${weight}`).join(' ')
}

/** Sounds of names, for those who mistype one. */
export const soundsOf = (names: readonly string[]): string =>
  [
    ...new Set(
      names
        .flatMap(wordsOf)
        .map(soundOf)
        .filter((sound) => sound.length > 2),
    ),
  ]
    .join(' ')
    .slice(0, 2_000)

export interface Asked {
  /** Keys that may be an identifier or a number of a record. */
  keys: string[]
  /** tsquery in text form. */
  query: string
  /** For each word that may be a mistyped name: its own tsquery and its sound. */
  guesses: { query: string; sound: string }[]
}

const mostWords = 12

/** What a person typed as a question of the index; null where nothing is left to ask. All words must match, the last by its beginning. */
export function askOf(typed: string): Asked | null {
  const text = typed
    .normalize('NFC')
    .slice(0, 300)
    .replace(/\d(?:[ \u00a0]?\d){11}(?!\d)/g, (it) => it.replace(/\D/g, ''))
  const tokens = text
    .split(/\s+/)
    .filter((it) => /[\p{L}\p{N}]/u.test(it))
    .slice(0, mostWords)
  const parts = tokens.map((token, n) => partOf(token, n === tokens.length - 1)).filter((it) => it.query)
  if (!parts.length) return null
  const words = parts.map((it) => it.query).join(' & ')
  // Separators may have been typed as spaces: the whole may be one number.
  const whole = mayBeNumber(text) ? keyOf(text) : ''
  const query = whole.length > 3 ? `'#${whole}' | (${words})` : words
  const keys = [...new Set([whole, ...parts.map((it) => it.key)])].filter(Boolean)
  const isGuess = (it: Part) => !it.key && it.sound.length > 3
  return { keys, query, guesses: parts.every(isGuess) ? parts.map(({ query, sound }) => ({ query, sound })) : [] }
}

interface Part {
  key: string
  sound: string
  query: string
}

function partOf(token: string, last: boolean): Part {
  const key = mayBeNumber(token) ? keyOf(token) : ''
  const words = wordsOf(token)
  const spelled = words.map((word, n) => anyOf(word, last && n === words.length - 1)).filter(Boolean)
  const asWords = spelled.length > 1 ? `(${spelled.join(' & ')})` : (spelled[0] ?? '')
  const asNumber = key.length > 2 ? `'#${key}':*` : ''
  const query = [asNumber, asWords].filter(Boolean).join(' | ')
  return { key, sound: words.length === 1 ? soundOf(words[0] ?? '') : '', query: query && `(${query})` }
}

function anyOf(word: string, open: boolean): string {
  const [sound, ...stems] = lexemesOf(word)
  if (!sound) return ''
  const first = open && sound.length > 2 ? `'${sound}':*` : `'${sound}'`
  return `(${[first, ...stems.map((stem) => `'${stem}'`)].join(' | ')})`
}

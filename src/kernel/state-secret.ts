// State secrets never enter this house (clause 5.16): a text that bears their mark as a line of its own is known by it, however it is spelt.
import { Refusal } from './refusal.ts'
import { fold } from './search/letters.ts'
import type { Text } from './text.ts'

/** The degrees of secrecy in the three languages, as they are written and abbreviated. */
const marks = [
  'құпия',
  'өте құпия',
  'аса маңызды',
  'ерекше маңызды',
  'секретно',
  'совершенно секретно',
  'сов секретно',
  'особой важности',
  'secret',
  'top secret',
  'confidential',
  'of special importance',
  'of particular importance',
]

/** Latin letters that look like Cyrillic ones. */
const alike: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}

const lettersOf = (text: string): string =>
  fold(text.replaceAll('№', ' ').normalize('NFKC')).replaceAll(/[^\p{L}]/gu, '')
const asCyrillic = (letters: string): string => [...letters].map((letter) => alike[letter] ?? letter).join('')

const known = new Set(marks.map(lettersOf))

/** What may stand beside the mark in its line: the word "mark" before it, the number of the copy after it. */
const before = [
  'гриф секретности',
  'гриф',
  'пометка',
  'құпиялылық белгісі',
  'құпиялылық дәрежесі',
  'белгісі',
  'classification',
]
  .map(lettersOf)
  .join('|')
const after = ['экземпляр', 'экз', 'дана', 'copy no', 'copy'].map(lettersOf).join('|')
const around = new RegExp(`^(?:${before})?(.*?)(?:${after})?$`, 'u')

const isMark = (line: string): boolean => {
  // A long line is a sentence; the mark is at most a few words.
  if (line.length > 120) return false
  const letters = lettersOf(line)
  const inner = around.exec(letters)?.[1] ?? letters
  return known.has(inner) || known.has(asCyrillic(inner))
}

/** Whether a line of the text is the mark of a state secret. */
export const refusesStateSecret = (text: string): boolean => text.split(/[\r\n\u2028\u2029]+/).some(isMark)

const noStateSecrets: Text = {
  kk: 'Мемлекеттік құпия белгісі бар құжат бұл жүйеге енгізілмейді. Оны режим қызметі арқылы жүргізіңіз, ал мұнда оның сыртқы деректемелерін ғана тіркеңіз.',
  ru: 'Документ с грифом государственной тайны в эту систему не вносится. Ведите его через режимную службу, а здесь зарегистрируйте только его внешние реквизиты.',
  en: 'A document with the mark of a state secret does not enter this system. Handle it through the secrecy service and keep only its outside reference here.',
}

/** The refusal at the door. Nothing of the text is kept, not even in the journal. */
export const stateSecretRefused = (...paths: readonly string[]): Refusal =>
  new Refusal('forbidden', noStateSecrets, {
    clause: '5.16',
    fields: paths.map((path) => ({ path, says: noStateSecrets })),
  })

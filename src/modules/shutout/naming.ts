// Who is named in a text: by number or by name, how surely, and in which words. Pure, so that it can be tried on thousands of texts.
import { soundOf } from '../../kernel/search/letters.ts'
import { heardOf, type Heard } from '../../kernel/search/names.ts'
import type { Text } from '../../kernel/text.ts'
import { isGiven, isInitial, isOfFather, isPatronymic, surnameForm } from './forms.ts'

export type Sign = 'iin' | 'full-name' | 'initials' | 'given-name' | 'surname'

export interface Person {
  id: string
  name: Text
  iin: string | null
  /** Titles of the posts and names of the units, in every language: the words by which a bare surname is understood. */
  posts: readonly string[]
}

export interface Naming {
  person: string
  sign: Sign
  /** No doubt who is meant. */
  sure: boolean
  /** The words as they stand. */
  said: string
}

interface Word {
  written: string
  sound: string
  /** Stands close to the word before: nothing but a space, a dot or a line's end between. */
  close: boolean
  capital: boolean
  dotted: boolean
  from: number
  until: number
}

const wordsIn = (text: string): Word[] => {
  const words: Word[] = []
  let end = 0
  for (const { 0: written, index } of text.matchAll(/[\p{L}\p{M}]+(?:['’ʼ`][\p{L}\p{M}]+)*/gu)) {
    const until = index + written.length
    words.push({
      written: written.toLowerCase(),
      sound: soundOf(written),
      close: words.length > 0 && /^[\s.\u00a0-]{0,4}$/.test(text.slice(end, index)),
      capital: written.charAt(0) !== written.charAt(0).toLowerCase(),
      dotted: text.charAt(until) === '.',
      from: index,
      until,
    })
    end = until
  }
  return words
}

interface Known {
  person: Person
  spellings: readonly Heard[]
}

const known = (person: Person): Known => {
  const heard = [person.name.kk, person.name.ru, person.name.en]
    .map((name) => heardOf(name))
    .filter((it) => it !== null)
  return { person, spellings: [...new Map(heard.map((it) => [`${it.written} ${it.given} ${it.father}`, it])).values()] }
}

interface Met {
  sign: Exclude<Sign, 'iin'>
  /** The form is one that a person of the other sex may bear. */
  shared: boolean
  from: number
  until: number
}

const strength: readonly Met['sign'][] = ['surname', 'given-name', 'initials', 'full-name']

/** A letter or two with a dot, or a capital by itself: Б. С., Zh. */
const isLetter = ({ written, dotted, capital }: Word): boolean =>
  written.length === 1 ? dotted || capital : written.length === 2 && dotted && capital

/** The word at a place counted from another, where every word between stands close to the next. */
const near = (words: readonly Word[], at: number, by: -1 | 1): Word | null => {
  const link = words[by === 1 ? at + 1 : at]
  return link?.close ? (words[at + by] ?? null) : null
}

/** The names around a surname, on one side of it: given name and patronymic in either order, or initials. */
const beside = (words: readonly Word[], at: number, by: -1 | 1, it: Heard): 'full' | 'other' | 'initials' | null => {
  const first = near(words, at, by)
  if (!first) return null
  const second = near(words, at + by, by)
  if (isLetter(first)) {
    const letters = second && isLetter(second) ? (by === 1 ? [first, second] : [second, first]) : [first]
    const [given, father] = letters
    if (!given || !isInitial(given.sound, it.given)) return 'other'
    return father && it.father !== null && !isInitial(father.sound, it.father) ? 'other' : 'initials'
  }
  const [given, father] = isPatronymic(first.sound) ? [second, first] : [first, second]
  if (!given || !isGiven(it, given.sound)) return isPatronymic(first.sound) && given?.capital ? 'other' : null
  const isFather = father && isPatronymic(father.sound) && it.father !== null
  return isFather && !isOfFather(it, father.sound) ? 'other' : 'full'
}

/** Short surnames sound like common words (Ким, кім): they must be written as they are, and as a name. */
const isWrittenSo = (word: Word, { surname, written }: Heard): boolean =>
  surname.length > 4 || (word.capital && word.written.startsWith(written))

const fits = (words: readonly Word[], at: number, posts: ReadonlySet<string>): boolean =>
  words.slice(Math.max(0, at - 6), at + 7).some(({ sound }) => posts.has(sound.slice(0, 6)))

const bySurname = (words: readonly Word[], at: number, it: Heard, posts: ReadonlySet<string>): Met | null => {
  const word = words[at]
  const form = word && surnameForm(it, word.sound)
  if (!word || !form || !isWrittenSo(word, it)) return null
  const sides = [beside(words, at, 1, it), beside(words, at, -1, it)]
  const span = (by: number): Pick<Met, 'from' | 'until'> => ({
    from: words[Math.max(0, at - by)]?.from ?? word.from,
    until: words[Math.min(words.length - 1, at + by)]?.until ?? word.until,
  })
  // The given name itself says whose form it is.
  if (sides.includes('full')) return { sign: 'full-name', shared: false, ...span(2) }
  if (sides.includes('initials')) return { sign: 'initials', shared: form === 'shared', ...span(2) }
  if (sides.includes('other') || !word.capital || !fits(words, at, posts)) return null
  return { sign: 'surname', shared: true, ...span(4) }
}

const byGivenName = (words: readonly Word[], at: number, it: Heard): Met | null => {
  const [word, father] = [words[at], near(words, at, 1)]
  if (!word || !father || !isGiven(it, word.sound) || !isOfFather(it, father.sound)) return null
  const surname = near(words, at + 1, 1) ?? near(words, at, -1)
  // Another surname beside it: another person.
  if (surname?.capital && /(?:ov|ev|in|ova|eva|ina|ski|skaia)$/.test(surname.sound)) return null
  return { sign: 'given-name', shared: true, from: word.from, until: father.until }
}

const postWords = ({ posts }: Person): ReadonlySet<string> =>
  new Set(
    posts
      .flatMap((post) => wordsIn(post).map(({ sound }) => sound))
      .filter((sound) => sound.length > 4)
      .map((sound) => sound.slice(0, 6)),
  )

const bestOf = (mets: readonly Met[]): Met | null =>
  mets.toSorted(
    (a, b) => strength.indexOf(b.sign) - strength.indexOf(a.sign) || Number(a.shared) - Number(b.shared),
  )[0] ?? null

const metIn = (words: readonly Word[], { person, spellings }: Known): Met | null => {
  const posts = postWords(person)
  const mets = words.flatMap((_, at) =>
    spellings.flatMap((it) =>
      [bySurname(words, at, it, posts), byGivenName(words, at, it)].filter((met) => met !== null),
    ),
  )
  return bestOf(mets)
}

const digitsOf = (text: string): string => text.replace(/(?<=\d)[\s.-]+(?=\d)/g, '')

/** The words of a place in a text, a little wider. */
const quoted = (text: string, from: number, until: number): string =>
  text.slice(from, until).replace(/\s+/g, ' ').slice(0, 200)

/**
 * Whom of these people a text names. Sure: the IIN; a full name, or a surname with initials, that fits one person alone.
 * Doubtful: what fits several, a form that the other sex bears too, a given name with its patronymic, a surname beside a post.
 */
export function namedIn(text: string, people: readonly Person[]): Naming[] {
  const words = wordsIn(text)
  const digits = digitsOf(text)
  const met = people.map((person) => ({ person, met: metIn(words, known(person)) }))
  const sameWay = (it: Met): number =>
    met.filter(({ met: other }) => other && other.sign === it.sign && other.from < it.until && it.from < other.until)
      .length
  return met.flatMap(({ person, met: it }): Naming[] => {
    if (person.iin && digits.includes(person.iin))
      return [{ person: person.id, sign: 'iin', sure: true, said: person.iin }]
    if (!it) return []
    const sure = (it.sign === 'full-name' || it.sign === 'initials') && !it.shared && sameWay(it) === 1
    return [{ person: person.id, sign: it.sign, sure, said: quoted(text, it.from, it.until) }]
  })
}

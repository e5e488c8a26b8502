// Words to be hidden, found among the letters of a page: any case and any of the spellings that people mix, across line ends and
// hyphens, digits with or without gaps. Where in doubt it hides more: a person sees the boxes before the copy is made.
import { fold } from '../../../kernel/search/letters.ts'

/** One run of letters as it lies on the page. */
export interface Run {
  text: string
  /** The line ends behind it. */
  breaks: boolean
}

/** A stretch of one run, in code units of its text. */
export interface Stretch {
  run: number
  from: number
  to: number
}

interface Letter {
  /** Folded. */
  sign: string
  run: number
  from: number
  to: number
  /** A match may begin here. */
  begins: boolean
  /** Belongs to the same word as the letter before it. */
  joined: boolean
}

const isWord = /[\p{L}\p{N}]/u
const isHyphen = /[-\u00ad\u2010\u2011]/u

/** Latin letters that look like Cyrillic ones are read as these, here and in the wanted words alike. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aceopxyhkmtbi'].map((latin, at) => [latin, [...'асеорхункмтви'][at] ?? latin]),
)

/** Letter by letter, so that every place in the text keeps its place on the page; marks over letters are dropped. */
function folded(sign: string): string {
  const plain = fold(sign).normalize('NFD').replace(/\p{M}/gu, '')
  return lookalikes[plain] ?? plain
}

function lettersOf(runs: readonly Run[]): Letter[] {
  const letters: Letter[] = []
  let [begins, joined, hyphen] = [true, false, false]
  for (const [run, { text, breaks }] of runs.entries()) {
    let from = 0
    for (const sign of text) {
      const to = from + sign.length
      if (isWord.test(sign)) {
        letters.push({ sign: folded(sign), run, from, to, begins: begins || hyphen, joined: joined && !hyphen })
        ;[begins, joined, hyphen] = [false, true, false]
      } else if (isHyphen.test(sign)) hyphen = true
      // A mark over the letter before it is no sign of its own.
      else if (!/\p{M}/u.test(sign)) [begins, joined, hyphen] = [true, false, false]
      from = to
    }
    // A hyphen at the end of a line may only divide the word: its rest belongs to it, and may also be a word of its own.
    if (breaks) [begins, joined, hyphen] = [true, joined && hyphen, false]
  }
  return letters
}

/**
 * Where the words lie. A match begins where a word begins and is drawn out to the end of that word, so that a name is hidden with
 * its Kazakh ending.
 */
export function findIn(runs: readonly Run[], words: string): Stretch[] {
  const wanted = [...words.normalize('NFC')].filter((sign) => isWord.test(sign)).map(folded)
  if (wanted.length === 0) return []
  const letters = lettersOf(runs)
  const found: Stretch[] = []
  for (let start = 0; start + wanted.length <= letters.length; start += 1) {
    if (!letters[start]?.begins) continue
    if (wanted.some((sign, step) => letters[start + step]?.sign !== sign)) continue
    let end = start + wanted.length
    while (letters[end]?.joined) end += 1
    found.push(...stretchesOf(letters.slice(start, end)))
    start = end - 1
  }
  return found
}

function stretchesOf(letters: readonly Letter[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { run, from, to } of letters) {
    const last = stretches.at(-1)
    if (last?.run === run) last.to = to
    else stretches.push({ run, from, to })
  }
  return stretches
}

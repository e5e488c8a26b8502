// The print of a text: MinHash over pairs of its words as they sound, so that a copy with other letters, cases or a few other words
// is still known. Pure and quick: a hundred thousand are made in seconds.
import { createHmac } from 'node:crypto'
import { numbersIn } from '../../kernel/search/numbers.ts'
import { soundOf, wordsOf } from '../../kernel/search/letters.ts'

const rows = 3
const bandCount = 24
const size = rows * bandCount

/** Odd multipliers and masks, the same for ever: a print that was kept must meet one that is made years later. */
const seeds = ((): readonly (readonly [number, number])[] => {
  let state = 0x9e3779b9
  const next = () => {
    state = Math.imul(state ^ (state >>> 16), 0x45d9f3b) ^ 0x27d4eb2f
    return state >>> 0
  }
  return Array.from({ length: size }, () => [next() | 1, next()] as const)
})()

const hashOf = (word: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

// Words repeat; how they sound never changes. Emptied when full.
const known = new Map<string, string>()
const soundKnown = (word: string): string => {
  const before = known.get(word)
  if (before !== undefined) return before
  if (known.size > 20_000) known.clear()
  const sound = soundOf(word)
  known.set(word, sound)
  return sound
}

/** Pairs of neighbouring words; of a text of few words, the words. */
const shingles = (text: string): Set<number> => {
  const words = wordsOf(text).map(soundKnown).filter(Boolean).slice(0, 5_000)
  if (words.length < 6) return new Set(words.map(hashOf))
  return new Set(words.slice(1).map((word, at) => hashOf(`${words[at]} ${word}`)))
}

export interface Print {
  hashes: number[]
  bands: number[]
}

export function printOf(text: string): Print {
  const set = shingles(text)
  if (!set.size) return { hashes: [], bands: [] }
  const hashes = seeds.map(([factor, mask]) => {
    let least = 0xffffffff
    for (const shingle of set) {
      let it = Math.imul(shingle ^ mask, factor)
      it = Math.imul(it ^ (it >>> 15), 0x2c1b3c6d)
      it = (it ^ (it >>> 13)) >>> 0
      if (it < least) least = it
    }
    return least | 0
  })
  const bands = Array.from({ length: bandCount }, (_, band) => {
    const at = band * rows
    return hashOf(`${band} ${hashes[at]} ${hashes[at + 1]} ${hashes[at + 2]}`) | 0
  })
  return { hashes, bands }
}

export interface Author {
  name: string
  number: string | null
  phone: string | null
  email: string | null
  address: string | null
}

const digitsOf = (phone: string): string => phone.replace(/\D/g, '').replace(/^8(?=\d{10}$)/, '7')
const heard = (words: string): string => wordsOf(words).map(soundKnown).filter(Boolean).sort().join(' ')

/** Keyed marks of who wrote: by the number, and by the name with each contact. The same person has one of them in common. */
export function authorMarks(pepper: Buffer, { name, number, phone, email, address }: Author): string[] {
  const said = heard(name)
  const signs = [
    number && `number ${number}`,
    phone && digitsOf(phone).length > 6 && `phone ${said} ${digitsOf(phone)}`,
    email && `mail ${said} ${email.trim().toLowerCase()}`,
    address && `address ${said} ${heard(address)}`,
  ].filter((it): it is string => typeof it === 'string' && it !== '')
  return signs.map((sign) =>
    createHmac('sha256', pepper).update('appeal author\n').update(sign).digest('hex').slice(0, 24),
  )
}

export const numbersOf = (text: string): string[] => numbersIn(text).slice(0, 50)
export const namedSound = (person: string | null): string | null => (person && heard(person)) || null

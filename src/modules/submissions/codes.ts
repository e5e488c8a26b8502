// The code in the applicant's hands: made of the form's own key and the house's secret, so that a repeated sending shows the same
// one; kept nowhere, known again by its keyed hash.
import { createHmac } from 'node:crypto'

/** Crockford's letters: none is taken for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bitsALetter = 5
const groupOf = 4

/** Cyrillic letters that look like the code's own, and the pairs that Crockford reads alike. */
const alike: Readonly<Record<string, string>> = {
  О: '0',
  O: '0',
  І: '1',
  I: '1',
  L: '1',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  Ү: 'Y',
  У: 'Y',
  З: '3',
}

const grouped = (plain: string): string => plain.match(new RegExp(`.{1,${groupOf}}`, 'g'))?.join('-') ?? ''

/** At least `bits` of code in groups of four, such as 'K7QD-…'. The same key always gives the same code. */
export function codeOf(pepper: Buffer, key: string, bits: number): string {
  const length = Math.ceil(bits / (bitsALetter * groupOf)) * groupOf
  const digest = createHmac('sha512', pepper).update('appeal code\n').update(key.toLowerCase()).digest()
  let plain = ''
  for (let place = 0; place < length; place += 1) {
    const from = place * bitsALetter
    const pair = digest.readUInt16BE(from >> 3)
    plain += letters[(pair >> (16 - bitsALetter - (from & 7))) & 31]
  }
  return grouped(plain)
}

/** The code as it was meant: capitals, no spaces or dashes, letters taken for their likes; null when it can be none. */
export function normalCode(typed: string): string | null {
  const plain = [...typed.toUpperCase().replace(/[\s‐‑‒–—−_.-]/g, '')].map((letter) => alike[letter] ?? letter).join('')
  return /^[0-9A-HJKMNP-TV-Z]{23,60}$/.test(plain) ? plain : null
}

/** Hex of the keyed hash by which the database knows a code; null when the typed words can be none. It goes into actor.receipt. */
export function receiptOf(pepper: Buffer, typed: string): string | null {
  const code = normalCode(typed)
  return code && createHmac('sha256', pepper).update('appeal receipt\n').update(code).digest('hex')
}

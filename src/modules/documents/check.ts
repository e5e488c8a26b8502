// Whether a paper in somebody's hands was signed here: by the token in its QR code or by its bytes. The answer is yes or no.
import { createHash, randomBytes } from 'node:crypto'
import { query, type Tx } from '../../kernel/operation.ts'
import * as shapes from './contract.ts'
import { isGenuine } from './marks-store.ts'
import { anybody } from './rules.ts'

/** Crockford's letters, five bits each: 26 of them hold 130 bits, and none is taken for another when typed from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 26

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A new token for the QR code, and the hash that alone is kept. */
export function drawToken(): { token: string; hash: string } {
  const token = [...randomBytes(length)].map((byte) => letters[byte & 31]).join('')
  return { token, hash: hashOf(token) }
}

/** What the QR code leads to: the public page that says "genuine" or "not genuine". */
export const checkAddress = ({ house }: Pick<Tx, 'house'>, token: string): string => `${house.portalUrl}/check/${token}`

const alike: Readonly<Record<string, string>> = {
  O: '0',
  О: '0',
  I: '1',
  І: '1',
  L: '1',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
}

/** The token as it was meant, from what was typed or from the address in the QR code; null when it can be none. */
export function tokenIn(typed: string): string | null {
  const last = typed.trim().split('/').at(-1) ?? ''
  const plain = [...last.toUpperCase().replaceAll(/[\s-]/g, '')].map((letter) => alike[letter] ?? letter).join('')
  return plain.length === length && [...plain].every((letter) => letters.includes(letter)) ? plain : null
}

export const checkGenuine = query(shapes.checkGenuine, {
  clauses: ['15', '5.16'],
  rules: [anybody],
  anonymous: true,
  run: async ({ input, tx }) => {
    const token = input.code ? tokenIn(input.code) : null
    const genuine = await isGenuine(tx, {
      ...(token ? { token: hashOf(token) } : {}),
      ...(input.sha256 ? { bytes: input.sha256 } : {}),
    })
    return { genuine }
  },
})

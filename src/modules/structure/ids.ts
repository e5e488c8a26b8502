// Ids that follow from a name (UUID version 8, RFC 9562), for what exists in every house: units, posts, courts, the demonstration cast.
import { createHash } from 'node:crypto'

/** The same name gives the same id everywhere: fixedId('unit:department'), fixedId('employee:head'). */
export const fixedId = (name: string): string => {
  const bytes = createHash('sha256').update(`qorgan:${name}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const unitId = (code: string): string => fixedId(`unit:${code}`)
export const courtId = (code: string): string => fixedId(`court:${code}`)
export const postId = (unit: string, code: string): string => fixedId(`post:${unit}:${code}`)

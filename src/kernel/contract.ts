// The shape of one operation, shared by the server and the web. Imports nothing but zod, so that a page can load it.
import { z } from 'zod'
import type { Text } from './text.ts'

export interface Shape<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly name: `${string}.${string}`
  readonly input: I
  readonly output: O
  /** What the button or the journal calls it. */
  readonly title: Text
}

export const shape = <I extends z.ZodType, O extends z.ZodType>(
  name: `${string}.${string}`,
  input: I,
  output: O,
  title: Text,
): Shape<I, O> => ({ name, input, output, title })

/** What a caller may do now on the record in the reply, and why not where a clause says no. */
export interface May {
  operation: string
  title: Text
  allowed: boolean
  dangerous: boolean
  why: { clause: string; says: Text; offer: string | null } | null
}

const plain = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // NUL cannot be stored in PostgreSQL text; other control characters have no place in a person's words.
    .refine((it) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(it), { params: { fault: 'control' } })

/** One line of a person's words: trimmed, 1..max characters (200 unless told). */
export const line = (max = 200) => plain(max).min(1)
/** Several lines of a person's words: trimmed, 1..max characters. */
export const prose = (max = 20_000) => plain(max).min(1)
export const maybeLine = (max = 200) =>
  plain(max)
    .transform((it) => it || null)
    .nullish()
    .transform((it) => it ?? null)
export const maybeProse = (max = 20_000) => maybeLine(max)

export const id = z.uuid()
/** A calendar day in Kazakhstan, 'YYYY-MM-DD'. */
export const day = z.iso.date()
/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime()
export const text = z.object({ kk: z.string(), ru: z.string(), en: z.string() })
export const language = z.enum(['kk', 'ru', 'en'])

/** Input of every paged list: page from 1, size up to 100. */
export const paging = { page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(100).default(25) }

/** Output of every paged list. `total` stops counting at `cap`; then `capped` is true and the screen says "more than". */
export const paged = <R extends z.ZodType>(row: R) =>
  z.object({ rows: z.array(row), total: z.int(), capped: z.boolean() })

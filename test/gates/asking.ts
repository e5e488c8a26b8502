// Whatever a query can be asked, made from its own shape: with these ids, these words, each filter once; and its reply as one text.
import { z } from 'zod'
import type { Operation } from '../../src/kernel/operation.ts'
import { isFile, isSheet } from '../../src/kernel/reply.ts'
import { readText } from '../kit/papers.ts'

interface Json {
  type?: string
  const?: unknown
  enum?: unknown[]
  format?: string
  pattern?: string
  default?: unknown
  properties?: Record<string, Json>
  required?: string[]
  items?: Json
  anyOf?: Json[]
  oneOf?: Json[]
  allOf?: Json[]
  minimum?: number
}

/** With what the blanks of a shape are filled. */
export interface Filling {
  kind: string
  id: string
  word: string
  day: string
}

const blank = (it: Json, name: string, by: Filling): unknown => {
  const inner = it.anyOf ?? it.oneOf
  if (inner) return blank(inner.find(({ type }) => type !== 'null') ?? {}, name, by)
  if (it.const !== undefined) return it.const
  if (it.enum) return it.enum[0]
  if (it.type === 'object') return filled(it, Object.keys(it.properties ?? {}), by)
  if (it.type === 'array') return [blank(it.items ?? {}, name, by)]
  if (it.type === 'boolean') return true
  if (it.type === 'integer' || it.type === 'number') return Math.max(it.minimum ?? 1, 1)
  if (it.format === 'uuid') return by.id
  if (it.format === 'date') return by.day
  if (it.pattern?.includes(':[0-9a-f]')) return `${by.kind}:${by.id}`
  if (/^(kind|recordKind|of)$/.test(name)) return by.kind
  return by.word
}

const filled = ({ properties = {} }: Json, names: readonly string[], by: Filling): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, blank(properties[name] ?? {}, name, by)]))

const formOf = ({ shape }: Operation): Json =>
  z.toJSONSchema(shape.input, { io: 'input', unrepresentable: 'any' }) as unknown as Json

/** Bare, and with each word or record that it may be narrowed by; long pages where it has pages. */
export const questionsOf = (operation: Operation, by: Filling): Record<string, unknown>[] => {
  const form = formOf(operation)
  const { properties = {}, required = [] } = form
  const size = 'size' in properties ? { size: 100 } : {}
  const free = Object.keys(properties).filter(
    (name) =>
      !required.includes(name) && /^(words|query|text|about|record|kind|of|id|person|file|investigation)$/.test(name),
  )
  const bare = { ...filled(form, required, by), ...size }
  return [bare, ...free.map((name) => ({ ...bare, ...filled(form, [name], by) }))]
}

/** Whether the shape has a blank for an id. */
export const asksById = (operation: Operation): boolean => /"uuid"|:\[0-9a-f\]/.test(JSON.stringify(formOf(operation)))

const bytesOf = async (stream: AsyncIterable<unknown>): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part as Buffer))
  return Buffer.concat(parts)
}

/** Everything that a reader could read in the reply. */
export const wordsOf = async (result: unknown): Promise<string> => {
  if (isSheet(result)) {
    const cells: unknown[] = [result.file, result.title, result.columns]
    for await (const row of result.rows) cells.push(row)
    return JSON.stringify(cells)
  }
  if (!isFile(result)) return JSON.stringify(result)
  const bytes = await bytesOf(result.stream as AsyncIterable<unknown>)
  const text = bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? await readText(bytes).catch(() => '') : ''
  return `${result.name} ${text} ${bytes.toString('utf8')}`
}

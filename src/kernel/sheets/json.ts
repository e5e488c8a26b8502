// The objects of a JSON list one by one, so that a large file is never whole in memory; inner objects become 'outer.inner'.
import { SheetFault } from './fault.ts'

const notJson = (item: number): SheetFault =>
  new SheetFault({
    kk: `JSON дұрыс жазылмаған: ${item}-жазба оқылмады.`,
    ru: `JSON записан неверно: запись ${item} не прочитана.`,
    en: `The JSON is broken: entry ${item} cannot be read.`,
  })

const noList = (): SheetFault =>
  new SheetFault({
    kk: 'JSON ішінде жазбалар тізімі жоқ. Тізім [ … ] түрінде болуы керек.',
    ru: 'В JSON нет списка записей. Нужен список вида [ … ].',
    en: 'The JSON holds no list of entries. A list looks like [ … ].',
  })

const written = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean | bigint)
}

const flat = (it: object, before = ''): [string, string][] =>
  Object.entries(it).flatMap(([key, value]: [string, unknown]) => {
    const name = `${before}${key}`
    if (Array.isArray(value)) return [[name, value.map(written).join('; ')] as [string, string]]
    return typeof value === 'object' && value !== null ? flat(value, `${name}.`) : [[name, written(value)]]
  })

const parsed = (text: string, item: number): [string, string][] => {
  try {
    return flat(JSON.parse(text) as object)
  } catch {
    throw notJson(item)
  }
}

/** Entries longer than this are no entries. */
const longest = 1_000_000

/**
 * The entries of the first list, at the top or one level below it.
 * @throws SheetFault where there is no list, or an entry that is no object
 */
export async function* entriesOf(letters: AsyncIterable<string>): AsyncGenerator<[string, string][]> {
  let depth = 0
  /** Depth of the entries; 0 until the list has begun. */
  let within = 0
  let quoted = false
  let escaped = false
  let text = ''
  let count = 0
  for await (const piece of letters) {
    let start = within && depth > within ? 0 : -1
    for (let at = 0; at < piece.length; at += 1) {
      const letter = piece[at]
      if (quoted) {
        if (escaped) escaped = false
        else if (letter === '\\') escaped = true
        else if (letter === '"') quoted = false
      } else if (letter === '"') {
        quoted = true
        if (within && depth === within) throw notJson(count + 1)
      } else if (letter === '{' || letter === '[') {
        if (!within && letter === '[') {
          within = depth + 1
          if (within > 2) throw noList()
        } else if (within && depth === within) {
          if (letter === '[') throw notJson(count + 1)
          start = at
        }
        depth += 1
      } else if (letter === '}' || letter === ']') {
        depth -= 1
        if (within && depth === within) {
          count += 1
          yield parsed(text + piece.slice(start, at + 1), count)
          text = ''
          start = -1
        } else if (within && depth < within) return
      } else if (within && depth === within && !/[\s,]/.test(letter ?? '')) throw notJson(count + 1)
    }
    if (start >= 0) text += piece.slice(start)
    if (text.length > longest) throw notJson(count + 1)
  }
  throw within ? notJson(count + 1) : noList()
}

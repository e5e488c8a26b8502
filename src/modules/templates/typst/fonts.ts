// The letters of the Department's documents: the font files and which characters they can show.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const read = (weight: string): Buffer =>
  readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`))

export const fontFiles = (): Buffer[] => ['400Regular', '700Bold'].map(read)

/** Code point ranges of an OpenType font, from its `cmap` table, format 12 or 4 (OpenType specification, "cmap"). */
function rangesOf(font: Buffer): [first: number, last: number][] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16)
  const cmapRow = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (cmapRow === undefined) throw new Error('the font has no cmap table')
  const cmap = font.readUInt32BE(cmapRow + 8)
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + i * 8),
  )
  const wide = subtables.find((at) => font.readUInt16BE(at) === 12)
  if (wide !== undefined) {
    return Array.from({ length: font.readUInt32BE(wide + 12) }, (_, i) => {
      const group = wide + 16 + i * 12
      return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
    })
  }
  const narrow = subtables.find((at) => font.readUInt16BE(at) === 4)
  if (narrow === undefined) throw new Error('the font has no cmap of format 12 or 4')
  const segments = font.readUInt16BE(narrow + 6) / 2
  return Array.from({ length: segments }, (_, i) => [
    font.readUInt16BE(narrow + 16 + segments * 2 + i * 2),
    font.readUInt16BE(narrow + 14 + i * 2),
  ])
}

let covered: Set<number> | undefined

function coverage(): Set<number> {
  if (covered) return covered
  covered = new Set()
  for (const [first, last] of rangesOf(read('400Regular')))
    for (let code = first; code <= last; code++) covered.add(code)
  // The last segment of format 4 maps 0xFFFF to "no glyph".
  covered.delete(0xffff)
  return covered
}

// Characters that only steer the layout (direction marks, soft hyphens) could make a signed letter read otherwise
// on paper than in its text, so they never reach the page.
const steering = /[\p{Cf}\p{Co}\p{Cs}]/gu
const blank = /[\s\p{Cc}]/u

/** Characters of the text that the page cannot show, each once. PDF/A refuses a page with a missing letter. */
export const unprintable = (text: string): string[] => [
  ...new Set([...text.normalize('NFC')].filter((it) => !blank.test(it) && !coverage().has(it.codePointAt(0) ?? 0))),
]

/** The text as it can be printed: composed letters, no steering characters, U+FFFD for what the font lacks. */
export const printable = (text: string): string =>
  [...text.normalize('NFC').replace(steering, '')]
    .map((it) => (blank.test(it) || coverage().has(it.codePointAt(0) ?? 0) ? it : '\ufffd'))
    .join('')

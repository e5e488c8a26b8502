// Bytes of a text file as letters, whatever program of this country wrote it: UTF-8, UTF-16, windows-1251 and its Kazakh sister.
import { SheetFault } from './fault.ts'

export type Encoding = 'auto' | 'utf-8' | 'utf-16' | 'windows-1251' | 'kz-1048'

export type Bytes = () => AsyncIterable<Buffer>

/** KZ-1048 (STRK 1048-2002) is windows-1251 with the Kazakh letters in the places of the Serbian, Macedonian and Ukrainian ones. */
const western = 'ЌЋќћЎўЈҐЄЇґєјЅѕї'
const kazakh = 'ҚҺқһҰұӘӨҒҮөғәҢңү'
const swapped = new Map([...western].map((letter, place) => [letter, [...kazakh][place] ?? letter]))
const asKazakh = (words: string): string => words.replace(/[ЌЋќћЎўЈҐЄЇґєјЅѕї]/g, (it) => swapped.get(it) ?? it)

const notUtf8 = (): SheetFault =>
  new SheetFault({
    kk: 'Файлдың әріп кодтауы профильде көрсетілгенге сай емес. Профильде кодтауды өзгертіңіз немесе файлды UTF-8 түрінде сақтаңыз.',
    ru: 'Кодировка файла не та, что указана в профиле. Измените её в профиле или сохраните файл в UTF-8.',
    en: 'The letters of the file are not in the encoding of the profile. Change it there or save the file as UTF-8.',
  })

const headOf = async (open: Bytes): Promise<Buffer> => {
  for await (const bytes of open()) return bytes
  return Buffer.alloc(0)
}

async function* decoded(open: Bytes, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label, { fatal: true })
  try {
    for await (const bytes of open()) yield decoder.decode(bytes, { stream: true })
    yield decoder.decode()
  } catch (fault) {
    throw fault instanceof TypeError ? notUtf8() : fault
  }
}

const isUtf8 = async (open: Bytes): Promise<boolean> => {
  try {
    for await (const words of decoded(open, 'utf-8')) void words
    return true
  } catch (fault) {
    if (fault instanceof SheetFault) return false
    throw fault
  }
}

const marks: readonly [mark: number[], label: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

const markedAs = (head: Buffer): string | undefined =>
  marks.find(([mark]) => mark.every((byte, place) => head[place] === byte))?.[1]

/** Without a mark, UTF-16 of our letters shows by its second bytes: 0 for Latin, 4 for Cyrillic. */
const order16 = (head: Buffer): 'utf-16le' | 'utf-16be' => {
  const high = (from: number) => head.subarray(0, 200).filter((byte, place) => place % 2 === from && byte <= 5).length
  return high(0) > high(1) ? 'utf-16be' : 'utf-16le'
}

async function* lettersAs(open: Bytes, label: string): AsyncGenerator<string> {
  if (label !== 'kz-1048') return yield* decoded(open, label)
  for await (const words of decoded(open, 'windows-1251')) yield asKazakh(words)
}

/**
 * The text of a file, piece by piece. A mark at its beginning is always believed. 'auto' takes what is not UTF-8 for KZ-1048: it
 * has every Russian letter of windows-1251 in its place, and the Kazakh ones too.
 * @throws SheetFault where the bytes are not of the told encoding
 */
export async function* lettersOf(open: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const head = await headOf(open)
  const marked = markedAs(head)
  if (marked) return yield* lettersAs(open, marked)
  if (encoding === 'utf-16') return yield* lettersAs(open, order16(head))
  if (encoding !== 'auto') return yield* lettersAs(open, encoding)
  yield* lettersAs(open, (await isUtf8(open)) ? 'utf-8' : 'kz-1048')
}

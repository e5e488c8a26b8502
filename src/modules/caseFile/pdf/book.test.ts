// The streaming PDF: another program reads it, its letters are the house's, and a thousand pages never stand in memory.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { extractText, getDocumentProxy } from 'unpdf'
import { Book, type Cover } from './book.ts'

const at = new Date('2026-11-23T04:00:00Z')
const open = () =>
  new Book({ language: 'kk', title: 'Іс № 1', author: 'ІҚБ', head: 'Қызметтік тексеру № 1', foot: 'Құрастырылған', at })
const cover = (pages: number): Cover => ({
  over: ['Қазақстан Республикасы'],
  title: 'Қызметтік тексеру материалдары',
  lines: [`Бет саны: ${pages}`],
  contents: 'Мазмұны',
  under: [],
})

async function* rows(count: number) {
  for (let n = 1; n <= count; n += 1)
    yield [
      String(n),
      '23.11.2026',
      `Оқиға № ${n}: әкімшілік ғимаратының күзет қызметі өткізген, «ұзақ» сипаттама үшін һ, ү, ң, ө.`,
      'a'.repeat(64),
    ]
}
const columns = [
  { title: '№', share: 0.08 },
  { title: 'Күні', share: 0.12 },
  { title: 'Не болды', share: 0.5 },
  { title: 'Хэш', share: 0.3, size: 6.5 },
]

async function* written(count: number) {
  const book = open()
  yield book.begin()
  yield* book.section('Мәліметтер')
  yield* book.facts([
    ['Түрі', 'Қызметтік тексеру'],
    ['Бос', null],
  ])
  yield* book.paragraph('Ұзақ мәтін. '.repeat(300))
  yield* book.section('Оқиғалар')
  yield* book.table(columns, rows(count), 'Оқиға жоқ.')
  yield* book.section('Бос бөлім')
  yield* book.table(columns, [], 'Мұнда ештеңе жоқ.')
  yield* book.end(cover)
}

test('another program reads the pages in their order, with the letters of Kazakh', async () => {
  const bytes = Buffer.concat(await Array.fromAsync(written(120)))
  const pdf = await getDocumentProxy(Uint8Array.from(bytes))
  const { text } = await extractText(pdf, { mergePages: false })
  assert.ok(text.length > 6)
  const [first = '', second = ''] = text
  assert.match(first, /Қызметтік тексеру материалдары/)
  assert.match(first, new RegExp(`Бет саны: ${text.length}`))
  assert.match(first.replace(/\s+/g, ' '), /Мәліметтер 2 Оқиғалар \d+ Бос бөлім \d+/)
  assert.match(second, /Ұзақ мәтін/)
  const all = text.join(' ').replace(/\s+/g, ' ')
  for (let n = 1; n <= 120; n += 1) assert.ok(all.includes(`Оқиға № ${n}:`), `event ${n} is lost`)
  assert.match(all, /«ұзақ» сипаттама үшін һ, ү, ң, ө/)
  assert.match(text.at(-1) ?? '', /Мұнда ештеңе жоқ/)
  const outline = await pdf.getOutline()
  assert.deepEqual(
    outline.map(({ title }: { title: string }) => title),
    ['Мәліметтер', 'Оқиғалар', 'Бос бөлім'],
  )
})

test('a row that is longer than a page goes on over the next ones and loses nothing', async () => {
  const long = async function* () {
    yield ['1', '23.11.2026', Array.from({ length: 900 }, (_, n) => `сөз${n}`).join(' '), '']
  }
  const book = open()
  const parts: Buffer[] = [book.begin(), ...book.section('Оқиғалар')]
  for await (const part of book.table(columns, long(), '—')) parts.push(part)
  parts.push(...book.end(cover))
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(Buffer.concat(parts))), {
    mergePages: true,
  })
  for (const n of [0, 450, 899]) assert.ok(text.includes(`сөз${n}`))
})

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What is still held when the garbage is gone; how much the process has taken meanwhile is the collector's own affair. */
const held = (): number => {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

test('a thousand pages pass through without being held', async () => {
  const grown = { peak: 0, bytes: 0 }
  for await (const part of written(50)) grown.bytes += part.length
  const before = held()
  let pages = 0
  grown.bytes = 0
  for await (const part of written(30_000)) {
    grown.bytes += part.length
    if (!part.includes('/Type /Page ')) continue
    pages += 1
    if (pages % 100 === 0) grown.peak = Math.max(grown.peak, held() - before)
  }
  assert.ok(pages > 1_000, `${pages} pages`)
  assert.ok(grown.peak < 16 * 1024 * 1024, `${Math.round(grown.peak / 1024 / 1024)} MB for ${grown.bytes} bytes`)
})

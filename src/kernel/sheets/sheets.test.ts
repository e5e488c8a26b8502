// Tables as people send them: every encoding of this country, separators, formulas, broken quotes, lists of JSON.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import excel from 'exceljs'
import { openSheet, SheetFault, type SheetWish } from './index.ts'

const heading = 'Номер;Мәтін'
const words = 'Қызметкер өтінішімде ұсынған «ақы», ғимарат, Әділ, һәм Ңң'
const csv = `${heading}\r\n1;${words}\r\n\r\n2;екінші\r\n`

/** In pieces of three bytes, so that letters are torn. */
const open = (bytes: Buffer) =>
  async function* () {
    for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3)
  }

const read = async (bytes: Buffer | string, wish: SheetWish = {}) => {
  const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  // The first piece must be long enough to tell the kind.
  const opened = await openSheet(async function* () {
    yield whole.subarray(0, 64)
    yield* open(whole.subarray(64))()
  }, wish)
  return { columns: opened.columns, rows: await Array.fromAsync(opened.rows) }
}

const fault = (bytes: Buffer | string, wish: SheetWish = {}) => assert.rejects(read(bytes, wish), SheetFault)

const cp1251 = (it: string, kazakh = false): Buffer => {
  const table = new Map<string, number>()
  for (let byte = 0; byte < 256; byte += 1) table.set(new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte)
  if (kazakh)
    [...'ҚҺқһҰұӘӨҒҮөғәҢңү'].forEach((letter, place) =>
      table.set(letter, table.get([...'ЌЋќћЎўЈҐЄЇґєјЅѕї'][place] ?? '') ?? 0),
    )
  return Buffer.from([...it].map((letter) => table.get(letter) ?? 63))
}

const expected = [
  { row: 2, cells: { номер: '1', мәтін: words } },
  { row: 4, cells: { номер: '2', мәтін: 'екінші' } },
]

test('the same table is read out of UTF-8, UTF-16 and the Kazakh code page, with and without a mark', async () => {
  const utf16 = Buffer.from(`\ufeff${csv}`, 'utf16le')
  assert.deepEqual((await read(csv)).rows, expected)
  assert.deepEqual((await read(`\ufeff${csv}`)).rows, expected)
  assert.deepEqual((await read(utf16)).rows, expected)
  assert.deepEqual((await read(Buffer.from(utf16).swap16())).rows, expected)
  assert.deepEqual((await read(utf16.subarray(2), { encoding: 'utf-16' })).rows, expected)
  assert.deepEqual((await read(cp1251(csv, true))).rows, expected)
  assert.deepEqual((await read(cp1251(csv, true), { encoding: 'kz-1048' })).rows, expected)
  const russian = 'Номер;Текст\n1;Взятка за приём'
  assert.deepEqual((await read(cp1251(russian), { encoding: 'windows-1251' })).rows, [
    { row: 2, cells: { номер: '1', текст: 'Взятка за приём' } },
  ])
})

test('letters that are not of the told encoding are refused, not guessed', async () => {
  await fault(cp1251(csv, true), { encoding: 'utf-8' })
  await fault(Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]))
  await fault('')
  await fault('\n\n')
  await fault('a;b', { format: 'xlsx' })
})

test('separators are found; quotes may hold lines and separators; a quote that never closes is told with its line', async () => {
  for (const mark of [';', ',', '\t', '|'])
    assert.deepEqual((await read(`a${mark}b\n1${mark}"x${mark}\ny"\n`)).rows, [
      { row: 2, cells: { a: '1', b: `x${mark}\ny` } },
    ])
  assert.deepEqual((await read('a;b\n1;ТОО "Ромашка" не отвечает\n')).rows[0]?.cells, {
    a: '1',
    b: 'ТОО "Ромашка" не отвечает',
  })
  await assert.rejects(
    read('a;b\n1;x\n2;"y\n3;z\n'),
    (it) => it instanceof SheetFault && it.says.ru.includes('строке 3'),
  )
})

test('a workbook gives its first sheet: days, numbers, rich text, and of a formula the value alone', async () => {
  const book = new excel.Workbook()
  const page = book.addWorksheet('1')
  page.addRow(['Номер', 'Күні', 'Мәтін', 'Есеп'])
  page.addRow([
    7,
    new Date('2026-11-20T00:00:00Z'),
    { richText: [{ text: 'а' }, { text: 'б' }] },
    { formula: '1+1', result: 2 },
  ])
  page.addRow([])
  page.addRow(['=8', new Date('2026-11-20T09:30:00Z'), { text: 'сілтеме', hyperlink: 'https://example.kz' }, null])
  book.addWorksheet('2').addRow(['басқа'])
  const { rows } = await read(Buffer.from(await book.xlsx.writeBuffer()))
  assert.deepEqual(rows, [
    { row: 2, cells: { номер: '7', күні: '2026-11-20', мәтін: 'аб', есеп: '2' } },
    { row: 4, cells: { номер: '=8', күні: '2026-11-20 09:30', мәтін: 'сілтеме', есеп: '' } },
  ])
})

test('JSON gives its list, at the top or one level below; what is no entry is refused with its place', async () => {
  const list = '[{"Номер": 1, "автор": {"аты": "А \\"Б\\" ]"}, "тізім": ["x", 2]}, {"Номер": null}]'
  const rows = [
    { row: 1, cells: { номер: '1', 'автор.аты': 'А "Б" ]', тізім: 'x; 2' } },
    { row: 2, cells: { номер: '' } },
  ]
  assert.deepEqual(await read(list), { columns: null, rows })
  assert.deepEqual((await read(`{"саны": 2, "жазбалар": ${list}, "соңы": true}`)).rows, rows)
  for (const broken of ['[{"a": 1}, {"a": }]', '[1, 2]', '{"a": 1}', '[{"a": 1}', '{"a": {"b": [{}]}}', '[["a"]]'])
    await fault(broken)
})

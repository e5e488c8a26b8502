// Persons out of a file: any columns, each bad row explained, the same file twice changes nothing.
import assert from 'node:assert/strict'
import ExcelJS from 'exceljs'
import { clause } from '../../../test/kit/clause.ts'
import { doing } from '../../../test/kit/room.ts'
import { castIin } from '../../app/cast.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { directSuperiorOn, matchPersons, postsOf } from './index.ts'
import { importPersons, readColumns } from './importing.ts'
import { nobodysIin, registryOf } from './persons.kit.ts'
import * as queries from './queries.ts'

const stage = await openStage()
const { house, as } = stage
const enter = registryOf(stage)
const sent = (rows: string[]) => ({ name: 'тізім.csv', content: Buffer.from(rows.join('\r\n')).toString('base64') })
const head = 'ИИН;ФИО;Категория;Суд;Должность;Дата назначения;Дата освобождения;ИИН руководителя;Приказ №'
const [chief, clerk, third] = [nobodysIin(1), nobodysIin(2), nobodysIin(3)]
const line = (...cells: string[]) => cells.join(';')
const good = [
  line(
    clerk,
    'Тоғжан Әлібекқызы Нұрпейісова',
    'Работник суда',
    'Абай облыстық соты',
    'Секретарь судебного заседания',
    '01.09.2023',
    '',
    chief,
    'Б-1',
  ),
  line(chief, 'Сұңқар Дүйсенұлы Баймолдин', 'staff', 'REG-10', 'office-head', '2022-07-01', '', '', ''),
]
const mapping = { basis: 'Приказ №' }
const count = async () => (await as('analyst', queries.listPersons, { size: 1 })).total

clause('5.16', 'a list of judges and staff is taken in by file, and the same file twice changes nothing', async () => {
  const columns = await as('analyst', readColumns, sent([head, ...good]))
  assert.deepEqual(
    [columns.rows, columns.guessed.iin, columns.guessed.from, columns.guessed.basis],
    [2, 'иин', 'дата назначения', undefined],
  )
  const first = await as('analyst', importPersons, { ...sent([head, ...good]), mapping })
  assert.deepEqual(first, { added: 2, changed: 0, unchanged: 0, faults: [] })
  const again = await as('analyst', importPersons, { ...sent([head, ...good]), mapping })
  assert.deepEqual(again, { added: 0, changed: 0, unchanged: 2, faults: [] })
  const asked = await doing(house, await stage.actor('analyst'), async (tx) => {
    const [met] = await matchPersons(tx, { iin: clerk })
    const [boss] = await matchPersons(tx, { iin: chief })
    return {
      post: await postsOf(tx, met?.personId ?? '', '2026-11-23'),
      superior: (await directSuperiorOn(tx, met?.personId ?? '', '2026-11-23'))?.personId === boss?.personId,
    }
  })
  assert.deepEqual(
    [asked.post[0]?.title.kk, asked.post[0]?.region, asked.superior],
    ['Сот отырысының хатшысы', '10', true],
  )
  const ended = good[0]?.replace('01.09.2023;', '01.09.2023;31.10.2026') ?? ''
  const changed = await as('analyst', importPersons, { ...sent([head, ended, good[1] ?? '']), mapping })
  assert.deepEqual([changed.changed, changed.unchanged], [1, 1])
  const { id } = (await as('analyst', queries.findPersons, { words: clerk })).rows[0] ?? { id: '' }
  assert.equal((await journalOf(house, id, 'persons.import')).length, 0)
})

clause('5.16', 'each row that cannot be taken is explained, and the others go in', async () => {
  const before = await count()
  const bad = [
    line('12345', 'Біреу Біреуов', 'staff', 'REG-10', 'secretary', '2023-09-01', '', '', ''),
    line(third, '', 'министр', 'Жоқ сот', 'secretary', '31.02.2023', '', '777', ''),
    line(third, 'Айдын Сәкенұлы Төлегенов', 'judge', 'REG-10', 'judge', '2023-09-01', '2022-01-01', '', ''),
    good[1] ?? '',
    good[1] ?? '',
    line(third, 'Айдын Сәкенұлы Төлегенов', 'judge', 'REG-10', 'judge', '2023-09-01', '', nobodysIin(77), ''),
  ]
  const report = await as('analyst', importPersons, sent([head, ...bad]))
  assert.deepEqual([report.added, report.unchanged, await count()], [1, 1, before + 1])
  assert.deepEqual(
    report.faults.map(({ row, column }) => [row, column]),
    [
      [2, 'иин'],
      [3, 'фио'],
      [3, 'категория'],
      [3, 'дата назначения'],
      [3, 'суд'],
      [3, 'иин руководителя'],
      [4, 'дата освобождения'],
      [6, 'иин'],
      [7, 'иин руководителя'],
    ],
  )
  for (const fault of report.faults) assert.ok(fault.says.kk && fault.says.ru && fault.says.en)
})

clause('5.16', 'a file touches nobody whom its importer may not see', async () => {
  const almaty = await enter({
    nameKk: 'Дархан Ержігітұлы Бөкенбаев',
    body: undefined,
    bodyName: 'Алматы қалалық соты',
    region: '75',
  })
  await enter({ iin: castIin('analyst'), nameKk: 'Жанна Ерланқызы Қасымова' })
  const row = (iin: string | null | undefined) =>
    line(String(iin), 'Басқа Адам', 'judge', 'REG-10', 'judge', '2023-09-01', '', '', '')
  const region = await as('abaiHead', importPersons, sent([head, row(almaty.iin)]))
  assert.deepEqual([region.added + region.changed, region.faults.map((it) => it.row)], [0, [2]])
  const own = await as('analyst', importPersons, sent([head, row(castIin('analyst'))]))
  assert.deepEqual([own.added + own.changed, own.faults.length], [0, 1])
  for (const who of ['inspector', 'registrar', 'admin', 'chairman', 'auditor'] as const)
    await refused('forbidden', as(who, importPersons, sent([head, ...good])))
  assert.deepEqual(fieldsOf(await refused('invalid', as('analyst', importPersons, sent(['a;b', '1;2'])))), ['mapping'])
  const nonsense = { name: 'x.xlsx', content: Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]).toString('base64') }
  assert.deepEqual(fieldsOf(await refused('invalid', as('analyst', importPersons, nonsense))), ['content'])
})

clause('5.16', 'an XLSX is taken in as a CSV is', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('1')
  sheet.addRow(['iin', 'name_kk', 'kind', 'body', 'post', 'from'])
  const iins = new Set<string>()
  for (let n = 1000; iins.size < 300; n += 1) iins.add(nobodysIin(n))
  for (const iin of iins) sheet.addRow([iin, 'Сынақ Тізімұлы Жолов', 'staff', 'REG-10', 'secretary', '2024-01-08'])
  const content = Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
  const report = await as('analyst', importPersons, { name: 'a.xlsx', content })
  assert.deepEqual([report.added, report.faults.length], [300, 0])
})

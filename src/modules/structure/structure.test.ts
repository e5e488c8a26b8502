// Clause 1: the Department, its territorial units and the courts; the import of courts explains each bad row and is repeatable.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import excel from 'exceljs'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor, testHouse } from '../../../test/kit/house.ts'
import { asOwner, journalOf, refused } from '../../../test/kit/org.ts'
import { perform } from '../../kernel/perform.ts'
import { fixedId } from './ids.ts'
import { plantReference } from '../org/index.ts'
import { courtOptions, importCourts, listCourts, listUnits } from './operations.ts'

const house = await testHouse(null)
const { admin, head, registrar, auditor } = house.cast
const heading = 'code,kind,region,name_kk,name_ru,name_en,case_code,valid_from,valid_to,predecessors'
const csv = (...rows: string[]) => Buffer.from([heading, ...rows].join('\n')).toString('base64')
const load = async (content: string, name = 'courts.csv') =>
  (await perform(house, importCourts, admin, { name, content })).result
const court = async (words: string) => (await perform(house, listCourts, head, { words })).result.rows

clause(
  '1',
  'the Department is a unit of the Court Administration, with a territorial unit in each of the 20 regions',
  async () => {
    const { units, regions } = (await perform(house, listUnits, publicActor(), {})).result
    const territorial = units.filter((it) => it.kind === 'territorial')
    assert.equal(regions.length, 20)
    assert.deepEqual(territorial.map((it) => it.region?.code ?? '').sort(), regions.map((it) => it.code).sort())
    assert.deepEqual(
      regions.map((it) => it.code),
      [
        '10',
        '11',
        '15',
        '19',
        '23',
        '27',
        '31',
        '33',
        '35',
        '39',
        '43',
        '47',
        '55',
        '59',
        '61',
        '62',
        '63',
        '71',
        '75',
        '79',
      ],
    )
    const department = units.find((it) => it.kind === 'department')
    assert.deepEqual(
      [department?.name.kk, department?.name.ru, department?.id],
      ['Ішкі қауіпсіздік бөлімі', 'Отдел внутренней безопасности', fixedId('unit:department')],
    )
  },
)

test('the highest and regional courts are there from the start, in three languages, readable by the portal’s role', async () => {
  const { rows, total } = (await perform(house.portal, listCourts, publicActor(), { size: 100 })).result
  assert.equal(total, 25)
  const kinds = Object.groupBy(rows, (it) => it.kind)
  assert.deepEqual(
    [kinds.supreme?.length, kinds.cassation?.length, kinds.regional?.length, kinds.military?.length],
    [1, 3, 20, 1],
  )
  for (const { name } of rows) assert.ok(name.kk && name.ru && name.en)
  const options = (await perform(house.portal, courtOptions, publicActor(), { region: '10' })).result.courts
  assert.deepEqual(
    options.map((it) => it.name.ru),
    ['Суд области Абай'],
  )
  const before = (await perform(house, listCourts, head, { kind: 'cassation', on: '2025-06-30' })).result
  assert.equal(before.total, 0, 'the cassation courts work since 1 July 2025')
})

test('the portal’s role sees no employee, no post and no staffing table', async () => {
  for (const table of [
    'employees',
    'posts',
    'appointments',
    'actings',
    'absences',
    'descriptions',
    'staffings',
    'accounts',
    'sessions',
  ]) {
    await assert.rejects(house.portal.pool.query(`select 1 from ${table}`), /permission denied/)
  }
  await assert.rejects(
    house.portal.pool.query("update courts set code = 'X'"),
    /permission denied|outside an operation/,
  )
})

clause(
  '1',
  'courts come in from a CSV; a bad row is explained, the good ones go in, and the same file again changes nothing',
  async () => {
    const file = csv(
      'ABAY-1,district,10,Семей қалалық соты,Семейский городской суд,Semey Town Court,1010,2010-01-01,,',
      'ABAY-2,distrikt,10,Аягөз аудандық соты,Аягозский районный суд,Ayagoz District Court,,2010-01-01,,',
      'ABAY-3,district,99,Абай аудандық соты,Абайский районный суд,Abai District Court,12,2010-02-30,2009-01-01,NOWHERE',
      'ABAY-1,district,10,Қайталанған,Повтор,Twice,,2010-01-01,,',
      ',district,10,,Без кода,No code,,2010-01-01,,',
      'ABAY-4,economic,10,Абай облысының мамандандырылған ауданаралық экономикалық соты,СМЭС области Абай,Abai Economic Court,,2022-06-08,,REG-10',
    )
    const first = await load(file)
    assert.deepEqual([first.added, first.changed, first.unchanged], [2, 0, 0])
    assert.deepEqual(
      first.faults.map((it) => [it.row, it.column]),
      [
        [3, 'kind'],
        [4, 'case_code'],
        [4, 'valid_from'],
        [5, 'code'],
        [6, 'code'],
        [6, 'name_kk'],
      ],
    )
    for (const { says } of first.faults) assert.ok(says.kk && says.ru && says.en)
    const second = await load(file)
    assert.deepEqual([second.added, second.changed, second.unchanged, second.faults.length], [0, 0, 2, 6])
    const [economic] = await court('СМЭС')
    assert.deepEqual(
      economic?.predecessors.map((it) => it.code),
      ['REG-10'],
    )
    const changed = await load(
      csv('ABAY-1,district,10,Семей қалалық соты,Семейский городской суд,Semey City Court,1010,2010-01-01,,'),
    )
    assert.deepEqual([changed.added, changed.changed], [0, 1])
    assert.equal((await court('ABAY-1'))[0]?.name.en, 'Semey City Court')
    assert.ok((await journalOf(house, 'structure.importCourts')).every((it) => it.outcome === 'done'))
  },
)

clause(
  '1',
  'a court that merged keeps its past: the old one stands under its days, the new one names its predecessors',
  async () => {
    const report = await load(
      csv(
        'AST-OLD-1,district,71,Бірінші ескі сот,Первый прежний суд,First old court,,1998-01-01,2023-06-30,',
        'AST-OLD-2,district,71,Екінші ескі сот,Второй прежний суд,Second old court,,1998-01-01,2023-06-30,',
        'AST-CIV,civil,71,Астана ауданаралық азаматтық соты,Межрайонный гражданский суд Астаны,Astana Civil Court,,2023-07-01,,AST-OLD-1;AST-OLD-2',
        'AST-CRIM,criminal,71,Астана ауданаралық қылмыстық соты,Межрайонный уголовный суд Астаны,Astana Criminal Court,,2023-07-01,,AST-OLD-1 AST-OLD-2',
      ),
    )
    assert.deepEqual([report.added, report.faults], [4, []])
    const on = async (day: string) =>
      (await perform(house, listCourts, head, { region: '71', on: day, size: 100 })).result.rows.map((it) => it.code)
    assert.ok((await on('2023-06-30')).includes('AST-OLD-1') && !(await on('2023-06-30')).includes('AST-CIV'))
    assert.ok(!(await on('2023-07-01')).includes('AST-OLD-1') && (await on('2023-07-01')).includes('AST-CIV'))
    const [old] = await court('AST-OLD-1')
    assert.deepEqual(
      old?.successors.map((it) => it.code),
      ['AST-CIV', 'AST-CRIM'],
    )
    const today = (await perform(house, courtOptions, head, { region: '71' })).result.courts.map((it) => it.code)
    assert.ok(!today.includes('AST-OLD-1') && today.includes('AST-CIV'))
  },
)

test('courts come in from an XLSX too, with dates as Excel keeps them', async () => {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Соттар')
  sheet.addRow(heading.split(','))
  sheet.addRow([
    'ALM-9',
    'juvenile',
    '75',
    'Алматы кәмелетке толмағандар соты',
    'Суд по делам несовершеннолетних Алматы',
    'Almaty Juvenile Court',
    7590,
    new Date('2008-02-04T00:00:00Z'),
    null,
    null,
  ])
  sheet.addRow([])
  sheet.addRow(['ALM-10', 'juvenile', '75', '', 'Суд', 'Court', '', '2008-02-04'])
  const content = Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
  const report = await load(content, 'courts.xlsx')
  assert.deepEqual([report.added, report.faults.map((it) => [it.row, it.column])], [1, [[4, 'name_kk']]])
  const [made] = await court('ALM-9')
  assert.deepEqual([made?.caseCode, made?.validFrom], ['7590', '2008-02-04'])
  assert.equal((await load(content, 'courts.xlsx')).unchanged, 1)
})

test('semicolons, a byte order mark and quotes are read; what is no table is refused with a sentence', async () => {
  const semicolons = Buffer.from(
    `\ufeff${heading.replaceAll(',', ';')}\r\nX-1;district;75;"Сот; бір";Суд;Court;;2010-01-01;;\r\n`,
  ).toString('base64')
  assert.equal((await load(semicolons)).added, 1)
  const wrong = [
    Buffer.from('code,kind\nA,district').toString('base64'),
    Buffer.from([0xd1, 0xff, 0xfe, 0x00]).toString('base64'),
    Buffer.from('PK\u0003\u0004 nothing').toString('base64'),
    Buffer.from(`${heading}\n"open`).toString('base64'),
  ]
  for (const content of wrong) {
    const refusal = await refused(perform(house, importCourts, admin, { name: 'x.csv', content }), 'invalid')
    assert.deepEqual(
      refusal.fields.map((it) => it.path),
      ['content'],
    )
  }
  await refused(perform(house, importCourts, admin, { name: 'x.csv', content: 'not base64 at all' }), 'invalid')
  for (const actor of [head, registrar, auditor])
    await refused(perform(house, importCourts, actor, { name: 'x.csv', content: wrong[0] ?? '' }), 'forbidden')
})

test('the reference rows are planted once; a second start writes nothing', async () => {
  const count = () =>
    asOwner(
      house,
      async (client) => (await client.query<{ n: number }>('select count(*)::int as n from journal_inbox')).rows[0]?.n,
    )
  const before = await count()
  await plantReference(house)
  assert.equal(await count(), before)
})

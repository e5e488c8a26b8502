// Exchange with the state register: every bad row explained, every good one in, twice running changes nothing, nothing is overwritten.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { fieldsOf, openStage, refused, unitId } from '../appeals/appeals.kit.ts'
import { plantedBody } from '../incoming/index.ts'
import { listAppeals, openAppeal } from '../appeals/queries.ts'
import { registerAppeal } from '../appeals/registering.ts'
import { badRows, csvOf, defaultProfile, goodRow, heading, imported, look, tried } from './exchange.kit.ts'
import { listExports, makeExport, takeFile, takeSheet } from './exporting.ts'
import { openSource, passRows } from './inner.ts'
import { readMoment } from './days.ts'
import { mapping } from './mapping.ts'
import {
  addProfile,
  bringFile,
  changeProfile,
  dropImport,
  listImports,
  listProfiles,
  listRows,
  openImport,
  startImport,
  takeReport,
} from './operations.ts'

const stage = await openStage()

const appeals = async () =>
  (
    await sql<{
      id: string
      number: string | null
      slip_number: string
      outside: string
      unit_id: string
      received: string
      subject: string
    }>`
      select id, number, slip_number, outside_number as outside, unit_id, received_on::text as received, subject
      from appeals where channel = 'system' order by outside_number`.execute(stage.owner)
  ).rows

const counts = ({ fresh, known, differing, bad }: Awaited<ReturnType<typeof look>>) => ({
  fresh,
  known,
  differing,
  bad,
})

const good = Array.from({ length: 60 }, (_, n) => goodRow(n))
const bad = badRows.map(([, more], n) => goodRow(1_000 + n, more))
// A bad one among every six good ones.
const mixed = good.flatMap((row, n) => (n % 6 === 3 ? [row, bad[Math.floor(n / 6)] ?? row] : [row]))

clause(
  '6.23',
  'a file of the state register is tried first: it tells what would happen, and nothing has happened',
  async () => {
    const id = await tried(stage, 'өтініштер.csv', csvOf(mixed))
    const it = await look(stage, id)
    assert.equal(it.state, 'tried')
    assert.deepEqual(counts(it), { fresh: 60, known: 0, differing: 0, bad: 10 })
    assert.equal((await appeals()).length, 0)
    await stage.as('registrar', dropImport, { id })
    await refused('wrong-state', stage.as('registrar', startImport, { id }))
  },
)

clause(
  '6.23',
  'every good row is taken in with its own number kept, and every bad one is explained by its line, field and reason',
  async () => {
    const it = await imported(stage, 'өтініштер.csv', csvOf(mixed))
    assert.equal(it.state, 'done')
    assert.deepEqual(counts(it), { fresh: 60, known: 0, differing: 0, bad: 10 })
    const rows = await appeals()
    assert.deepEqual(
      rows.map(({ outside }) => outside),
      good.map(([number]) => number),
    )
    assert.ok(rows.every(({ unit_id }) => unit_id === unitId('abai')))
    assert.ok(rows.every(({ number, slip_number }) => number === null && slip_number.startsWith('ТЛ-')))
    assert.deepEqual([rows[0]?.received, rows[0]?.subject], ['2026-11-01', 'Тақырып 0'])
    const told = await stage.as('registrar', listRows, { id: it.id, size: 100 })
    assert.deepEqual(
      told.rows.map(({ row, faults }) => [row, faults[0]?.field]),
      badRows.map(([field], n) => [2 + 6 * n + 3 + n + 1, field]),
    )
    for (const { faults } of told.rows) for (const { says } of faults) assert.ok(says.kk && says.ru && says.en)
    // From here it goes the way of every appeal.
    const { number } = await stage.as('registrar', registerAppeal, { id: rows[0]?.id ?? '' })
    assert.match(number, /^6001-26-7-6\/\d+$/)
    const found = await stage.as('registrar', listAppeals, { words: rows[3]?.slip_number, size: 10 })
    assert.deepEqual(
      found.rows.map(({ id }) => id),
      [rows[3]?.id],
    )
    assert.equal((await stage.as('head', openAppeal, { id: rows[1]?.id ?? '' })).channel, 'system')
  },
)

clause(
  '6.23',
  'the same file again changes nothing; a changed row is told as a difference and overwrites nothing',
  async () => {
    const before = await appeals()
    const again = await imported(stage, 'өтініштер.csv', csvOf(mixed))
    assert.deepEqual(counts(again), { fresh: 0, known: 60, differing: 0, bad: 10 })
    assert.deepEqual(await appeals(), before)
    // The registrar's own work on an appeal is no difference of the file.
    const changed = good.map((row, n) =>
      n === 20
        ? goodRow(20, { Содержание: 'Басқа мәтін.', Тема: 'Басқа' })
        : n === 21
          ? goodRow(21, { 'Дата поступления': '2026-11-02' })
          : row,
    )
    const third = await imported(stage, 'өзгерген.csv', csvOf(changed))
    assert.deepEqual(counts(third), { fresh: 0, known: 59, differing: 1, bad: 0 })
    const { rows } = await stage.as('registrar', listRows, { id: third.id })
    assert.deepEqual(
      rows.map(({ row, outcome, faults }) => [row, outcome, new Set(faults.map(({ field }) => field))]),
      [[22, 'differing', new Set(['subject', 'text'])]],
    )
    assert.deepEqual(await appeals(), before)
  },
)

test('two imports of one file at the same moment take every appeal in once', async () => {
  const rows = Array.from({ length: 20 }, (_, n) => goodRow(5_000 + n))
  const ids = [await tried(stage, 'a.csv', csvOf(rows)), await tried(stage, 'b.csv', csvOf(rows.toReversed()))]
  for (const id of ids) await stage.as('registrar', startImport, { id })
  await Promise.all([drainJobs(stage.house), drainJobs(stage.house)])
  await stage.news()
  const looked = await Promise.all(ids.map((id) => look(stage, id)))
  assert.deepEqual(
    looked.map(({ state }) => state),
    ['done', 'done'],
  )
  assert.equal(
    looked.reduce((sum, { fresh }) => sum + fresh, 0),
    20,
  )
  assert.equal(
    looked.reduce((sum, { known }) => sum + known, 0),
    20,
  )
  assert.equal((await appeals()).filter(({ outside }) => outside >= 'ЖТ-2026-005000').length, 20)
})

test('a number that stands twice in one file is one appeal', async () => {
  const rows = [goodRow(6_000), goodRow(6_000), goodRow(6_000, { Тема: 'Басқа' })]
  const id = await tried(stage, 'twice.csv', csvOf(rows))
  const expected = { fresh: 1, known: 1, differing: 1, bad: 0 }
  assert.deepEqual(counts(await look(stage, id)), expected)
  await stage.as('registrar', startImport, { id })
  await stage.news()
  assert.deepEqual(counts(await look(stage, id)), expected)
})

test('an import that was interrupted goes on where it stopped', async () => {
  const rows = Array.from({ length: 120 }, (_, n) => goodRow(7_000 + n))
  const id = await tried(stage, 'long.csv', csvOf(rows))
  await stage.as('registrar', startImport, { id })
  const { result: opened } = await perform(stage.house, openSource, systemActor, { id })
  const { judge } = await import('./judging.ts')
  const first = rows
    .slice(0, 100)
    .map((cells, n) =>
      judge(
        { row: n + 2, cells: Object.fromEntries(heading.map((name, at) => [name.toLowerCase(), cells[at] ?? ''])) },
        opened.it.mapping,
        opened.ground,
      ),
    )
  const batch = { id, after: 0, upTo: 101, rows: first }
  assert.equal((await perform(stage.house, passRows, systemActor, batch)).result.cursor, 101)
  // The same batch of a job that was thought lost does nothing.
  assert.equal((await perform(stage.house, passRows, systemActor, batch)).result.cursor, 101)
  assert.equal((await look(stage, id)).fresh, 100)
  await stage.news()
  assert.deepEqual(counts(await look(stage, id)), { fresh: 120, known: 0, differing: 0, bad: 0 })
})

clause('5.14', 'the bad rows go back as a sheet with their reasons; mended there, they come in', async () => {
  const rows = [goodRow(8_000, { 'Вид обращения': 'Донос', Тема: '=HYPERLINK("http://x")' }), goodRow(8_001)]
  const { id } = await imported(stage, 'mend.csv', csvOf(rows))
  const report = await stage.as('registrar', takeReport, { id, language: 'ru' })
  const lines = await Array.fromAsync(report.rows)
  assert.deepEqual(
    report.columns.map(({ title }) => title.ru),
    [...heading, 'Причина'],
  )
  assert.equal(lines.length, 1)
  assert.match(String(lines[0]?.at(-1)), /^Вид обращения: В профиле нет такого значения\. Известные: .*Жалоба/)
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('1')
  page.addRow(report.columns.map(({ title }) => title.ru))
  // As the person's program keeps it: the sign that would make a formula stands behind an apostrophe.
  page.addRow(lines[0]?.map((cell) => (cell === 'Донос' ? 'Жалоба' : String(cell).replace(/^=/, "'="))) ?? [])
  const mended = await imported(stage, 'mended.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
  assert.deepEqual(counts(mended), { fresh: 1, known: 0, differing: 0, bad: 0 })
  assert.equal((await appeals()).find(({ outside }) => outside === 'ЖТ-2026-008000')?.subject, '=HYPERLINK("http://x")')
})

test('what is no file of this profile is told once, with the columns that were expected and those that are there', async () => {
  const strange = await look(stage, await tried(stage, 'strange.csv', 'Имя;Возраст\nА;5\n'))
  assert.equal(strange.state, 'unread')
  assert.match(strange.fault?.ru ?? '', /«Номер во внешней системе».*Номер обращения.*Имя, Возраст/)
  const broken = await look(stage, await tried(stage, 'broken.csv', `${csvOf([goodRow(1)])}"никогда`))
  assert.equal(broken.state, 'unread')
  assert.match(broken.fault?.en ?? '', /row|line/)
  await refused('wrong-state', stage.as('registrar', startImport, { id: broken.id }))
  assert.equal((await Array.fromAsync((await stage.as('registrar', takeReport, { id: broken.id })).rows)).length, 0)
})

test('the letters of every old program are read, JSON too; letters of another code page are refused', async () => {
  const rows = (n: number) => csvOf([goodRow(9_000 + n, { Тема: 'Ғимарат' })])
  const utf16 = Buffer.from(`\ufeff${rows(0)}`, 'utf16le')
  assert.equal((await imported(stage, 'u16.csv', utf16)).fresh, 1)
  const json = JSON.stringify([Object.fromEntries(heading.map((name, at) => [name, goodRow(9_001)[at]]))])
  assert.equal((await imported(stage, 'list.json', json)).fresh, 1)
  const known = await defaultProfile(stage)
  const title = 'Тек UTF-8'
  const { profile } = await stage.as('registrar', addProfile, {
    title,
    system: known.system,
    mapping: { ...known.mapping, encoding: 'utf-8' },
  })
  const torn = Buffer.concat([Buffer.from(csvOf([])), Buffer.from([0xc0, 0xee, 0xe1, 0x3b])])
  const refusedFile = await look(stage, await tried(stage, 'cp.csv', torn, profile))
  assert.equal(refusedFile.state, 'unread')
  assert.match(refusedFile.fault?.ru ?? '', /Кодировка/)
})

clause(
  '5.14',
  'a profile is kept in the journal with what it was before; a wrong one is explained field by field',
  async () => {
    const known = await defaultProfile(stage)
    assert.equal(known.unverified, true)
    const { columns } = known.mapping
    const wrong = { ...known.mapping, columns: { ...columns, text: [], subject: ['Заявитель'] } }
    const refusal = await refused('invalid', stage.as('admin', changeProfile, { ...known, mapping: wrong }))
    assert.deepEqual(fieldsOf(refusal).sort(), ['mapping.columns.subject', 'mapping.columns.text'])
    await stage.as('admin', changeProfile, {
      ...known,
      title: 'eӨтініш, 2026',
      mapping: { ...known.mapping, dates: ['DD.MM.YYYY', 'YYYY-MM-DD'] },
    })
    await refused('conflict', stage.as('registrar', changeProfile, { ...known, title: 'Ескі бет' }))
    assert.equal((await defaultProfile(stage)).unverified, false)
    const { rows } = await sql<{ detail: { before: object; after: object } }>`
    select detail::jsonb as detail from journal_inbox where operation = 'exchange.changeProfile' and outcome = 'done'`.execute(
      stage.owner,
    )
    assert.deepEqual(Object.keys(rows[0]?.detail.before ?? {}).sort(), ['mapping', 'title', 'unverified', 'version'])
    for (const who of ['inspector', 'head', 'auditor'] as const) {
      await refused('forbidden', stage.as(who, listProfiles, {}))
      await refused('forbidden', stage.as(who, bringFile, { profile: known.id, files: [known.id] }))
    }
    await refused('forbidden', stage.as('admin', bringFile, { profile: known.id, files: [known.id] }))
    assert.deepEqual(
      fieldsOf(
        await refused(
          'invalid',
          stage.as('registrar', bringFile, { profile: stage.house.cast.head.id, files: [known.id] }),
        ),
      ),
      ['profile'],
    )
  },
)

test('where the profile says so, the house registers at once in the name of whoever brought the file', async () => {
  const known = await defaultProfile(stage)
  const { profile } = await stage.as('registrar', addProfile, {
    title: 'Бірден тіркеу',
    system: 'other',
    mapping: { ...known.mapping, register: 'automatic' },
  })
  const it = await imported(stage, 'auto.csv', csvOf([goodRow(1), goodRow(2, { 'Вид обращения': 'Донос' })]), profile)
  // The number of another system is another appeal.
  assert.deepEqual(counts(it), { fresh: 1, known: 0, differing: 0, bad: 1 })
  const { rows } = await sql<{ number: string; state: string; by: string }>`
    select number, state, registered_by as by from appeals where outside_system = 'other'`.execute(stage.owner)
  assert.equal(rows[0]?.state, 'registered')
  assert.equal(rows[0]?.by, stage.house.cast.registrar.id)
})

clause('6.23', 'what comes from the register after its term has run is registered too, and is late', async () => {
  const it = await imported(stage, 'late.csv', csvOf([goodRow(9_100, { 'Дата поступления': '02.02.2026' })]))
  assert.equal(it.fresh, 1)
  const late = (await appeals()).find(({ outside }) => outside === 'ЖТ-2026-009100')
  await stage.as('registrar', registerAppeal, { id: late?.id ?? '' })
  const { term } = await stage.as('head', openAppeal, { id: late?.id ?? '' })
  assert.ok(term.left < 0, String(term.left))
})

clause('6.23', 'a file that was brought belongs to whoever brought it', async () => {
  const { rows } = await stage.as('registrar', listImports, { size: 100 })
  const [first] = rows
  assert.ok(first)
  for (const who of ['head', 'admin', 'inspector'] as const) {
    await refused('unknown', stage.as(who, openImport, { id: first.id }))
    await refused('unknown', stage.as(who, takeReport, { id: first.id }))
  }
  const { rows: kept } = await sql<{ words: string }>`
    select coalesce(string_agg(faults::text, ' '), '') as words from import_rows`.execute(stage.owner)
  assert.doesNotMatch(kept[0]?.words ?? '', /Ойдан шығарылған|123456789012|Донос/)
})

clause('6.23', 'what goes back to the state register is what has changed since it was last sent', async () => {
  const period = { system: 'eotinish', from: '2026-11-01', until: '2026-11-30' }
  const first = await stage.as('registrar', makeExport, period)
  assert.ok(first.rows > 60)
  assert.equal((await stage.as('registrar', makeExport, period)).rows, 0)
  const one = (await appeals()).find(({ outside }) => outside === 'ЖТ-2026-000005')
  await stage.as('registrar', registerAppeal, { id: one?.id ?? '' })
  const changed = await stage.as('registrar', makeExport, period)
  assert.equal(changed.rows, 1)
  assert.equal((await stage.as('registrar', makeExport, { ...period, onlyChanged: false })).rows, first.rows)
  const text = async (format: 'csv' | 'json') => {
    const { stream } = await stage.as('registrar', takeFile, { id: changed.export, format, language: 'ru' })
    return Buffer.concat(await stream.toArray()).toString()
  }
  const [line] = JSON.parse(await text('json')) as { outsideNumber: string; number: string; state: string }[]
  assert.equal(line?.outsideNumber, one?.outside)
  assert.equal(line?.state, 'registered')
  const csv = (await text('csv')).split('\r\n')
  assert.match(csv[0] ?? '', /^\ufeffНомер во внешней системе;Регистрационный номер;/)
  assert.equal(csv[1]?.split(';')[1], line?.number)
  const sheet = await stage.as('registrar', takeSheet, { id: changed.export })
  assert.equal((await Array.fromAsync(sheet.rows)).length, 1)
  assert.equal((await stage.as('registrar', listExports, {})).total, 4)
  assert.deepEqual(
    fieldsOf(await refused('invalid', stage.as('registrar', makeExport, { ...period, until: '2026-10-01' }))),
    ['until'],
  )
  await refused('forbidden', stage.as('inspector', makeExport, period))
})

clause('6.23', 'the state register is told where an appeal went, by the name in the directory', async () => {
  await stage.owner.transaction().execute(async (db) => {
    await sql`select set_config('app.operation', 'appeals.redirect', true)`.execute(db)
    await sql`update appeals set ending_body = ${plantedBody('knb')} where outside_number = 'ЖТ-2026-000006'`.execute(
      db,
    )
  })
  const period = { system: 'eotinish', from: '2026-11-01', until: '2026-11-30' }
  const { export: id, rows } = await stage.as('registrar', makeExport, period)
  assert.equal(rows, 1)
  const { stream } = await stage.as('registrar', takeFile, { id, format: 'json' })
  const [line] = JSON.parse(Buffer.concat(await stream.toArray()).toString()) as { forwardedTo: { en: string } }[]
  assert.equal(line?.forwardedTo.en, 'National Security Committee')
  const sheet = await stage.as('registrar', takeSheet, { id, language: 'ru' })
  assert.equal((await Array.fromAsync(sheet.rows))[0]?.at(-1), 'Комитет национальной безопасности')
  assert.equal((await stage.as('registrar', makeExport, period)).rows, 0)
})

test('days are read as the profile writes them, hours brought to the time of Kazakhstan', () => {
  const all = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'YYYYMMDD'] as const
  assert.deepEqual(readMoment('2026-11-03', all), { day: '2026-11-03', time: null })
  assert.deepEqual(readMoment('3.11.2026 9:05', all), { day: '2026-11-03', time: '09:05' })
  assert.deepEqual(readMoment('2026-11-03T22:30:00Z', all), { day: '2026-11-04', time: '03:30' })
  assert.deepEqual(readMoment('2026-11-03 22:30:15+0500', all), { day: '2026-11-03', time: '22:30' })
  assert.deepEqual(readMoment('20261103', all), { day: '2026-11-03', time: null })
  assert.deepEqual(readMoment('03/04/2026', ['MM/DD/YYYY', 'DD/MM/YYYY'])?.day, '2026-03-04')
  for (const wrong of ['30.02.2026', '2026-13-01', 'кеше', '03.11.26', '03.11.2026 25:00', '2026-11-03x'])
    assert.equal(readMoment(wrong, all), null, wrong)
})

test('the profile that the house begins with is a whole profile', async () => {
  const { rows } = await sql<{
    mapping: unknown
  }>`select mapping from exchange_profiles where system = 'eotinish'`.execute(stage.owner)
  for (const it of rows) assert.equal(mapping.safeParse(it.mapping).success, true)
})

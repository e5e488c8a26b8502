// The file of an import is kept for its days and destroyed, a hold beats them; of a destroyed appeal the import keeps a number and a hash.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { filesOn } from '../../kernel/files/files.kit.ts'
import { sweepFiles } from '../../kernel/files/index.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { openStage, refused } from '../appeals/appeals.kit.ts'
import { openAppeal } from '../appeals/queries.ts'
import { registerAppeal } from '../appeals/registering.ts'
import { goodRow, heading, imported, look, tried } from '../exchange/exchange.kit.ts'
import { dropImport, listRows, startImport, takeReport } from '../exchange/operations.ts'
import { giveUpLeft } from '../exchange/passing.ts'
import { closeAnonymous } from '../paths/anonymous.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

const stage = await openStage('2026-11-23T09:00')
const { house, owner, as } = stage

/** Rows without a name, so that they can be ended in one step; `words` stand in the text of each. */
const anonymousRow = (n: number, words: string, more: Partial<Record<string, string>> = {}): string[] => [
  ...goodRow(n, { Заявитель: '', 'ИИН/БИН': '', Адрес: '', Тема: 'Тақырып', Содержание: words, ...more }),
  'Анонимное',
]
const fileOf = (rows: readonly string[][]): string =>
  [[...heading, 'Тип заявителя'], ...rows].map((row) => `${row.join(';')}\r\n`).join('')

/** The tables of the whole database in which these words still stand. */
const tablesWith = async (words: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`.execute(owner)
  const found: string[] = []
  for (const { name } of rows) {
    const hit = await sql`select from ${sql.raw(name)} it where it::text like ${`%${words}%`} limit 1`.execute(owner)
    if (hit.rows.length) found.push(name)
  }
  return found.sort()
}

const night = async (day: string): Promise<number> => {
  house.clock.set(`${day}T03:30`)
  const { files } = (await perform(house, operations.announceImports, systemActor, {})).result
  await stage.news()
  return files
}
const fileId = async (id: string): Promise<string> => {
  const { rows } = await sql<{ file: string }>`select file_id as file from imports where id = ${id}`.execute(owner)
  return rows[0]?.file ?? ''
}
const custody = async (file: string) =>
  (
    await sql<{ act: string; at: Date; note: string | null }>`
      select act, at, note from file_custody where file_id = ${file} order by at, act`.execute(owner)
  ).rows
const entries = async (id: string) =>
  (
    await sql<{ operation: string; outcome: string; detail: { destroyed?: boolean } | null }>`
      select operation, outcome, detail::jsonb as detail from journal_inbox where record_id = ${id}
        and operation = 'retention.destroyImport' order by id`.execute(owner)
  ).rows.map(({ operation, outcome, detail }) => [operation, outcome, detail?.destroyed])
const appealOf = async (outside: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from appeals where outside_number = ${outside}`.execute(owner)
  return rows[0]?.id ?? ''
}
const numberOf = (n: number): string => `ЖТ-2026-${String(n).padStart(6, '0')}`

clause('5.16', 'the file of an import is destroyed when its ninety days are over, and not a day before', async () => {
  const rows = [anonymousRow(1, 'Сарыжидек'), anonymousRow(2, 'Қызылжидек', { 'Вид обращения': 'Донос' })]
  const { id } = await imported(stage, 'a.csv', fileOf(rows))
  const file = await fileId(id)
  const before = await Array.fromAsync((await as('registrar', takeReport, { id, language: 'ru' })).rows)
  assert.ok(before[0]?.includes('Қызылжидек'))
  assert.equal((await look(stage, id)).destroyed, null)
  const dropped = await tried(stage, 'b.csv', fileOf([anonymousRow(3, 'Қаражидек')]))
  await as('registrar', dropImport, { id: dropped })
  const unread = await tried(stage, 'c.csv', 'Имя;Возраст\nКөкжидек;5\n')

  assert.equal(await night('2027-02-21'), 0, 'the ninetieth day')
  assert.equal((await look(stage, id)).destroyed, null)
  assert.ok(filesOn(house).some((path) => path.includes(file)))
  assert.equal(await night('2027-02-22'), 3)
  assert.equal(await night('2027-02-23'), 0, 'once')

  const { destroyed, fresh, bad } = await look(stage, id)
  assert.deepEqual([destroyed?.on, fresh, bad], ['2027-02-22', 1, 1])
  assert.match(destroyed?.sha256 ?? '', /^[0-9a-f]{64}$/)
  for (const one of [dropped, unread]) assert.equal((await look(stage, one)).destroyed?.on, '2027-02-22')
  assert.deepEqual(await entries(id), [['retention.destroyImport', 'done', true]])
  const last = (await custody(file)).at(-1)
  assert.deepEqual([last?.act, last?.at.toISOString()], ['removed', '2027-02-21T22:30:00.000Z'])
  assert.match(last?.note ?? '', /end of its term/)

  // The sheet of reasons goes on: which row, and what was wrong with it, without a word of it.
  const sheet = await as('registrar', takeReport, { id, language: 'ru' })
  assert.deepEqual(
    sheet.columns.map(({ title }) => title.ru),
    ['Строка', 'Причина'],
  )
  const told = await Array.fromAsync(sheet.rows)
  assert.equal(told.length, 1)
  assert.equal(told[0]?.[0], 3)
  assert.match(String(told[0]?.[1]), /^Вид обращения: В профиле нет такого значения/)
  assert.equal((await as('registrar', listRows, { id })).total, 1)
  assert.equal((await Array.fromAsync((await as('registrar', takeReport, { id: unread })).rows)).length, 0)

  await sweepFiles(house, 0)
  assert.ok(!filesOn(house).some((path) => path.includes(file)), 'the bytes are gone')
  for (const word of ['Қызылжидек', 'Қаражидек', 'Көкжидек']) assert.deepEqual(await tablesWith(word), [], word)
  // What came in lives on by the term of appeals.
  assert.deepEqual((await tablesWith('Сарыжидек')).includes('public.appeals'), true)
})

clause('5.16', 'a legal hold on any appeal of the import beats its term, until it is lifted', async () => {
  house.clock.set('2027-03-01T09:00')
  const late = { 'Дата поступления': '26.02.2027' }
  const { id } = await imported(
    stage,
    'held.csv',
    fileOf([anonymousRow(11, 'Бірінші', late), anonymousRow(12, 'Екінші', late)]),
  )
  const second = await appealOf(numberOf(12))
  await as('registrar', registerAppeal, { id: second })
  await as('head', operations.holdAppeal, { id: second, reason: 'Сот ісі бойынша дәлел' })
  assert.equal(await night('2027-06-15'), 0)
  // Put between the look and the act, it is obeyed as well.
  house.clock.set('2027-06-15T03:31')
  assert.equal((await perform(house, operations.destroyImport, systemActor, { id })).result.destroyed, false)
  assert.deepEqual(await entries(id), [['retention.destroyImport', 'done', false]])
  assert.equal((await look(stage, id)).destroyed, null)
  assert.ok(!(await custody(await fileId(id))).some(({ act }) => act === 'removed'))
  await as('head', operations.releaseAppeal, { id: second, reason: 'Сот ісі аяқталды' })
  assert.equal(await night('2027-06-16'), 1)
  assert.equal((await look(stage, id)).destroyed?.on, '2027-06-16')
})

clause(
  '5.16',
  'a file that was checked and left lying is given up after its days, and destroyed after as many',
  async () => {
    house.clock.set('2027-07-01T09:00')
    const id = await tried(stage, 'left.csv', fileOf([anonymousRow(21, 'Ұмытылған')]))
    house.clock.set('2027-09-29T03:20')
    await giveUpLeft(house)
    assert.equal((await look(stage, id)).state, 'tried')
    house.clock.set('2027-09-30T03:20')
    await giveUpLeft(house)
    assert.equal((await look(stage, id)).state, 'dropped')
    await refused('wrong-state', as('registrar', startImport, { id }))
    assert.equal(await night('2027-12-29'), 0)
    assert.equal(await night('2027-12-30'), 1)
    await sweepFiles(house, 0)
    assert.deepEqual(await tablesWith('Ұмытылған'), [])
  },
)

clause('5.16', 'a destroyed appeal leaves the import its number and one hash; its words are nowhere', async () => {
  house.clock.set('2028-01-10T09:00')
  const words = 'Жоғалған сөздер'
  const late = { 'Дата поступления': '09.01.2028' }
  const rows = [anonymousRow(31, words, late), anonymousRow(32, 'Қалған сөздер', late)]
  const { id } = await imported(stage, 'gone.csv', fileOf(rows))
  const [first, second] = [await appealOf(numberOf(31)), await appealOf(numberOf(32))]
  for (const one of [first, second]) {
    await as('registrar', registerAppeal, { id: one })
    await as('head', closeAnonymous, { id: one, reason: 'Заң бойынша қаралмайды.' })
  }
  await as('head', operations.holdAppeal, { id: second, reason: 'Сот ісі' })
  assert.equal(await night('2028-06-01'), 0, 'held with the other')

  house.clock.set('2034-01-03T09:00')
  await perform(house, operations.announceActs, systemActor, {})
  for (const { id: act } of (await as('registrar', queries.listActs, {})).rows.filter(
    (it) => it.state === 'announced',
  )) {
    await as('registrar', operations.proposeAct, { id: act })
    await as('head', operations.approveAct, { id: act })
  }
  await stage.news()
  assert.equal((await as('head', openAppeal, { id: first })).text, '—')
  const { rows: left } = await sql<{ number: string; prints: Record<string, string> }>`
    select number, prints from exchange_origins where appeal_id = ${first}`.execute(owner)
  assert.equal(left[0]?.number, numberOf(31))
  assert.deepEqual(Object.keys(left[0]?.prints ?? {}), ['whole'])
  assert.match(left[0]?.prints['whole'] ?? '', /^[0-9a-f]{64}$/)
  assert.deepEqual(await tablesWith(words), [])
  // The other appeal of the file is held, so the file is; it goes on the night after.
  assert.equal(await night('2034-01-05'), 0)
  await as('head', operations.releaseAppeal, { id: second, reason: 'Сот ісі аяқталды' })
  assert.equal(await night('2034-01-06'), 1)
  assert.equal((await look(stage, id)).destroyed?.on, '2034-01-06')
  // The number never comes in again.
  const again = await imported(stage, 'again.csv', fileOf(rows))
  assert.deepEqual([again.fresh, again.known, again.differing], [0, 2, 0])
  assert.equal((await as('head', openAppeal, { id: first })).text, '—')
})

clause('5.16', 'neither a person nor a faulty program destroys the file of an import before its term', async () => {
  house.clock.set('2034-02-01T09:00')
  const { id } = await imported(stage, 'kept.csv', fileOf([anonymousRow(41, 'Сақталған')]))
  const taken = await imported(stage, 'taken.csv', fileOf([anonymousRow(43, 'Бірге кеткен')])).then((it) => it.id)
  for (const who of ['head', 'registrar', 'admin'] as const) {
    const destroy = perform(house, operations.destroyImport, await stage.actor(who), { id })
    assert.ok(
      ['forbidden', 'unknown'].includes(
        await destroy.then(
          () => '',
          ({ reason }: { reason: string }) => reason,
        ),
      ),
    )
  }
  await assert.rejects(perform(house, operations.destroyImport, systemActor, { id }), /may not be destroyed yet/)
  const app = async (operation: string, words: string) => {
    const client = await house.pool.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.operation', $1, true), set_config('app.kind', 'system', true)", [
        operation,
      ])
      await client.query(words)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const late = `select destroy_import_file('${id}', '2034-09-01', 90)`
  await app('retention.destroyImport', late)
  await assert.rejects(app('exchange.pass', late), /may not be destroyed/)
  await assert.rejects(
    app('retention.destroyImport', `select destroy_import_file('${id}', '2034-02-01', 0)`),
    /may not be/,
  )
  // An appeal that is destroyed takes along a file whose days are not over.
  await owner.transaction().execute(async (db) => {
    await sql`select set_config('app.operation', 'retention.destroy', true)`.execute(db)
    await sql`update appeals set destroyed_on = '2034-02-01' where outside_number = ${numberOf(43)}`.execute(db)
  })
  assert.equal(await night('2034-02-02'), 1)
  assert.equal((await look(stage, taken)).destroyed?.on, '2034-02-02')
  const lying = await tried(stage, 'lying.csv', fileOf([anonymousRow(42, 'Тексерілген')]))
  await assert.rejects(
    app('retention.destroyImport', `select destroy_import_file('${lying}', '2044-09-01', 90)`),
    /may not be/,
  )
  assert.equal((await look(stage, id)).destroyed, null)
})

// Appeals at 1,000, 10,000 and 100,000: list, one appeal, submission by 1, 8 and 32 clients, and the memory of an export.
// Run by itself it needs a database that may be filled and thrown away: QORGAN_BENCH_DB, or the tests' own PostgreSQL.
import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import ExcelJS from 'exceljs'
import pg from 'pg'
import { castActor, castId } from '../src/app/cast.ts'
import type { House } from '../src/kernel/house.ts'
import type { Operation } from '../src/kernel/operation.ts'
import { perform } from '../src/kernel/perform.ts'
import { isSheet } from '../src/kernel/reply.ts'
import type { Actor } from '../src/kernel/rules.ts'
import { submitAppeal } from '../src/modules/appeals/index.ts'

export interface AppealFigures {
  what: string
  appeals: number
  clients?: number
  p50Ms?: number
  p95Ms?: number
  bytes?: number
  perSecond?: number
  memoryMb?: number
}

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10

const spread = (times: readonly number[]): { p50Ms: number; p95Ms: number } => {
  const sorted = [...times].sort((a, b) => a - b)
  return { p50Ms: at(sorted, 0.5), p95Ms: at(sorted, 0.95) }
}

/** Fills the table by hand, as the owner: real operations would take hours. Every thirtieth is still open. */
const fill = async (client: pg.Client, upTo: number): Promise<void> => {
  await client.query("select set_config('app.operation', 'bench', false)")
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from appeals')
  const from = (rows[0]?.n ?? 0) + 1
  if (from > upTo) return
  await client.query(
    `with place as (select array_agg(id order by place) as units from units where kind in ('department', 'territorial')),
    seat as (select array_agg(id order by code) as courts from courts)
    insert into appeals (id, state, slip_number, receipt_hash, number, kind, channel, language, anonymous, unit_id, court_id, person, subject,
      body, received_at, received_on, registered_on, registered_at, registered_by, due_on, internal_due_on, term, assignee_id, assigned_at, done_on)
    select gen_random_uuid(), case when n % 30 = 0 then 'working' else 'delivered' end, 'ӨЛ-' || n, encode(sha256(('b' || n)::bytea), 'hex'),
      '6001-25-7-6/' || n, (array['report', 'complaint', 'application'])[1 + n % 3], (array['portal', 'paper', 'oral'])[1 + n % 3],
      (array['kk', 'ru'])[1 + n % 2], n % 20 = 0, place.units[1 + n % 21], seat.courts[1 + n % 25], 'Кеңсе маманы',
      'Кеңсе қызметкерінің ақы сұрауы туралы хабар, ' || n, repeat('Кеңсе қызметкері істі тіркегені үшін ақы сұрады. ', 12),
      moment, moment::date, moment::date, moment, $3::uuid, moment::date + 21, moment::date + 18,
      '{"answer": 15, "countFrom": "next-working-day", "internal": 3, "doubtful": false}',
      case when n % 100 = 0 then $3::uuid else $4::uuid end, moment, case when n % 30 = 0 then null else moment::date + 12 end
    from place, seat, generate_series($1::int, $2::int) n, lateral (select timestamptz '2026-11-20' - n * interval '8 minutes' as moment) m`,
    [from, upTo, castId('inspector'), castId('inspector2')],
  )
  await client.query('analyze appeals')
}

const timed = async (times: number, work: (n: number) => Promise<unknown>): Promise<number[]> => {
  const taken: number[] = []
  for (let n = 0; n < times; n += 1) {
    const start = performance.now()
    await work(n)
    taken.push(performance.now() - start)
  }
  return taken
}

const views: readonly [string, object][] = [
  ['list, newest first', {}],
  ['list, by the clock, overdue', { due: 'overdue', sort: 'dueOn' }],
  ['list, one region and state', { state: ['working'] }],
  ['list, page 40', { page: 40 }],
]

const readers = ['head', 'abaiHead', 'inspector'] as const

const measureReading = async (house: House, appeals: number, ids: readonly string[]): Promise<AppealFigures[]> => {
  const operation = (name: string): Operation => {
    const found = house.registry.operations.get(name)
    if (!found) throw new Error(`no operation ${name}`)
    return found
  }
  const list = operation('appeals.list')
  const figures: AppealFigures[] = []
  for (const reader of readers) {
    const actor = await castActor(house, reader)
    for (const [what, input] of views) {
      let bytes = 0
      await timed(3, () => perform(house, list, actor, input))
      const times = await timed(
        40,
        async () => void (bytes = Buffer.byteLength(JSON.stringify(await perform(house, list, actor, input)))),
      )
      figures.push({ what: `${what} (${reader})`, appeals, ...spread(times), bytes })
    }
  }
  const head = await castActor(house, 'head')
  const one = operation('appeals.one')
  let bytes = 0
  await timed(3, (n) => perform(house, one, head, { id: ids[n] }))
  const times = await timed(60, async (n) => {
    bytes = Buffer.byteLength(JSON.stringify(await perform(house, one, head, { id: ids[n % ids.length] })))
  })
  return [...figures, { what: 'one appeal', appeals, ...spread(times), bytes }]
}

const citizen: Actor = {
  id: '',
  kind: 'public',
  name: { kk: '', ru: '', en: '' },
  language: 'kk',
  unit: null,
  powers: new Set(),
  posts: [],
  reach: [],
  session: null,
}

const handIn = (portal: House): Promise<unknown> =>
  perform(portal, submitAppeal, citizen, {
    submissionKey: randomUUID(),
    kind: 'report',
    language: 'kk',
    applicant: { as: 'anonymous' },
    courtName: 'Аудандық сот',
    text: 'Кеңсе қызметкері істі тіркегені үшін ақы сұрады. '.repeat(8),
  })

const measureSubmission = async (portal: House, appeals: number): Promise<AppealFigures[]> => {
  await timed(20, () => handIn(portal))
  const figures: AppealFigures[] = []
  for (const clients of [1, 8, 32]) {
    const each = Math.ceil(320 / clients)
    const start = performance.now()
    const times = (await Promise.all(Array.from({ length: clients }, () => timed(each, () => handIn(portal))))).flat()
    const perSecond = Math.round((clients * each * 1000) / (performance.now() - start))
    figures.push({ what: 'submission', appeals, clients, ...spread(times), perSecond })
  }
  return figures
}

/** Resident memory at its highest while the whole list is written as a sheet. */
const measureExport = async (house: House, appeals: number): Promise<AppealFigures> => {
  const operation = house.registry.operations.get('appeals.export')
  if (!operation) throw new Error('no operation appeals.export')
  const { result } = await perform(house, operation, await castActor(house, 'head'), {})
  if (!isSheet(result)) throw new Error('the export is no sheet')
  let bytes = 0
  let most = 0
  const nowhere = new Writable({ write: (piece: Buffer, _, done) => void ((bytes += piece.length), done()) })
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: nowhere, useSharedStrings: false })
  const page = book.addWorksheet('1')
  const start = performance.now()
  let rows = 0
  for await (const row of result.rows) {
    page.addRow([...row]).commit()
    if ((rows += 1) % 500 === 0) most = Math.max(most, process.memoryUsage().rss)
  }
  page.commit()
  await book.commit()
  return {
    what: `export of ${rows} rows, ${Math.round((performance.now() - start) / 100) / 10} s`,
    appeals,
    bytes,
    memoryMb: Math.round(most / 1_048_576),
  }
}

/** Fills the database step by step and measures at each size. `ownerUrl` is the owner's connection string. */
export async function benchAppeals(
  house: House,
  portal: House,
  ownerUrl: string,
  sizes = [1_000, 10_000, 100_000],
): Promise<AppealFigures[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const figures: AppealFigures[] = []
    for (const size of sizes) {
      await fill(client, size)
      const { rows } = await client.query<{ id: string }>(
        'select id from appeals where number is not null order by received_on desc limit 50',
      )
      figures.push(
        ...(await measureReading(
          house,
          size,
          rows.map(({ id }) => id),
        )),
      )
      figures.push(...(await measureSubmission(portal, size)))
    }
    figures.push(await measureExport(house, sizes.at(-1) ?? 0))
    return figures
  } finally {
    await client.end()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { testHouse } = await import('../test/kit/house.ts')
  const cleanings: (() => Promise<void>)[] = []
  const bench = { after: (work: () => Promise<void>) => void cleanings.push(work) }
  const house = await testHouse(bench as Parameters<typeof testHouse>[0])
  try {
    console.table(await benchAppeals(house, house.portal, house.urls.ownerUrl))
  } finally {
    for (const clean of cleanings) await clean()
  }
}

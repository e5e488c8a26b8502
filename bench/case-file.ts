// A case of 2,000 events and 500 files: how fast its page opens; and a case file of a thousand pages, with the memory that it takes.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { castId } from '../src/app/cast.ts'
import { spread, type Figure } from './figures.ts'
import { forgetPeak, peakMemory, type OpenedHouse } from './opening.ts'
import { repeat, signIn, type Answered, type Employee } from './staff.ts'

interface Size {
  notes: number
  files: number
  evidence: number
}

/** An open investigation led by the inspector, its events a quarter of an hour apart, put in by SQL as its owner. */
async function seedCase(client: pg.Client, n: number, { notes, files, evidence }: Size): Promise<string> {
  const id = randomUUID()
  const [leader, second] = [castId('inspector'), castId('inspector2')]
  const ask = (words: string, values: readonly unknown[]) => client.query(words, [...values])
  await client.query('begin')
  await ask(
    `insert into investigations (id, state, kind, language, unit_id, author_id, prepared_at, allegations, offence, committed_on, discovered_on,
      number, opened_on, first_due_on, due_on)
    select $1, 'opened', 'service', 'kk', id, $2, now(), 'Өлшеу үшін ойдан шығарылған тексеру.', 'ordinary', current_date - 90,
      current_date - 60, $3, current_date - 50, current_date + 10, current_date + 10 from units where kind = 'department' limit 1`,
    [id, castId('head'), `bench-7-23/${n}`],
  )
  await ask(
    `insert into investigation_persons (id, investigation_id, person_id, name, added_at, added_by)
    values (gen_random_uuid(), $1, gen_random_uuid(), '{"kk": "Ойдан шығарылған адам", "ru": "Вымышленное лицо", "en": "Invented person"}', now(), $2)`,
    [id, castId('head')],
  )
  await ask(
    `insert into investigation_members (id, investigation_id, employee_id, role, from_on, added_at, added_by)
    select gen_random_uuid(), $1, who, role, current_date - 50, now(), $2 from (values ($3::uuid, 'leader'), ($4::uuid, 'member')) it (who, role)`,
    [id, castId('head'), leader, second],
  )
  await ask(
    `insert into investigation_notes (id, investigation_id, happened_on, at, by, words)
    select gen_random_uuid(), $1, (now() - n * interval '15 minutes')::date, now() - n * interval '14 minutes', $2, to_jsonb(it) from (
      select n, 'Оқиға № ' || n || ': сот кеңсесіндегі журналдар мен бейнежазбалар қаралды, куәдан түсініктеме алынды.' as words
      from generate_series(1, $3::int) n) s, lateral (select s.words as kk, s.words as ru, s.words as en) it`,
    [id, leader, notes],
  )
  await ask(
    `insert into investigation_files (investigation_id, file_id, note_id, name, bytes, sha256, type, place)
    select $1, gen_random_uuid(), id, 'құжат-' || at || '.pdf', 250000, encode(sha256(id::text::bytea), 'hex'), 'application/pdf', at::int
    from (select id, row_number() over (order by id) as at from investigation_notes where investigation_id = $1) n where at <= $2`,
    [id, files],
  )
  await ask(
    `insert into evidence (id, investigation_id, place, number, kind, what, from_whom, ground, paper, received_on, received_at, received_by,
      kept_at, seal, holder_id)
    select gen_random_uuid(), $1, n, $3 || '/' || n, 'document', 'Журнал № ' || n, 'Сот кеңсесі', 'inspection', 'Хаттама № ' || n,
      current_date - 40, now(), $2, '1-сейф', 'М-' || n, $2 from generate_series(1, $4::int) n`,
    [id, leader, `bench-7-23/${n}`, evidence],
  )
  await ask(
    `insert into evidence_acts (evidence_id, place, act, happened_on, at, by, giver_outside, taker_id, words)
    select id, 1, 'received', received_on, received_at, received_by, from_whom, received_by, kept_at from evidence where investigation_id = $1`,
    [id],
  )
  await client.query('commit')
  return id
}

/** What the page of an investigation asks for at once when it opens on its first tab; the browser test of investigations holds it to this. */
export const asksOfPage = [
  'investigations.timeline',
  'limitations.one',
  'proceedings.one',
  'evidence.choices',
  'conclusions.one',
  'outcomes.one',
  'outcomes.knownOf',
]

/** From the first question to the last answer. */
const openPage = async ({ ask }: Employee, id: string): Promise<Answered> => {
  const from = performance.now()
  const one = await ask('investigations.one', { id })
  const rest = await Promise.all(asksOfPage.map((operation) => ask(operation, { id })))
  const bytes = [one, ...rest].reduce((sum, it) => sum + it.bytes, 0)
  return { ms: performance.now() - from, bytes, result: one.result }
}

const reading = async (head: Employee, id: string, rounds: number): Promise<Figure[]> => {
  const views: readonly [what: string, ask: () => Promise<Answered>][] = [
    ['opening a case, all of its page', () => openPage(head, id)],
    ['its events, the newest page', () => head.ask('proceedings.notes', { id, size: 20 })],
    ['its events, the last page', () => head.ask('proceedings.notes', { id, size: 20, page: 95 })],
    ['choices of a finding', () => head.ask('conclusions.choices', { id })],
    ['timeline by the event', () => head.ask('caseFile.timeline', { id })],
    ['timeline by the entry, page 20', () => head.ask('caseFile.timeline', { id, sort: 'at', page: 20 })],
    ['timeline by words', () => head.ask('caseFile.timeline', { id, words: '№ 777' })],
    ['evidence', () => head.ask('evidence.list', { investigation: id })],
    ['links', () => head.ask('caseFile.links', { id })],
  ]
  const figures: Figure[] = []
  for (const [what, ask] of views) {
    const { times, last } = await repeat(rounds, ask)
    const values = { ...spread(times), kB: last.bytes / 1000 }
    const anchors = [{ value: 'p95 ms', most: 100 }]
    figures.push({ section: 'case-file', what: `${what}, 2,000 events and 500 files`, values, anchors })
  }
  return figures
}

export async function measureCaseFile(house: OpenedHouse, rounds: number, events: number): Promise<Figure[]> {
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  try {
    await client.query("select set_config('app.operation', 'bench', false)")
    const usual = await seedCase(client, 1, { notes: 1_900, files: 500, evidence: 100 })
    const large = await seedCase(client, 2, { notes: events, files: 500, evidence: 500 })
    await client.query('vacuum analyze investigation_notes, investigation_files, evidence, evidence_acts')
    const head = await signIn(house.staff, 'head')
    const figures = await reading(head, usual, rounds)
    // Once before, so that what the program itself takes is not counted as the case's.
    await head.ask('caseFile.make', { id: usual, language: 'kk' })
    forgetPeak(house.staffPid)
    const before = peakMemory(house.staffPid)
    const { ms, result } = await head.ask('caseFile.make', { id: large, language: 'kk' })
    const { pages, file } = result as { pages: number; file: { bytes: number } }
    const peak = peakMemory(house.staffPid)
    const values = {
      pages,
      s: ms / 1000,
      'pages per s': (pages * 1000) / ms,
      'file MB': file.bytes / 1e6,
      'peak MB': peak / 1e6,
      'more than before MB': Math.max(0, peak - before) / 1e6,
    }
    const anchors = [
      { value: 'peak MB', most: 300 },
      { value: 'pages per s', least: 50 },
    ]
    figures.push({ section: 'case-file', what: `case file of ${events.toLocaleString('en')} events`, values, anchors })
    return figures
  } finally {
    await client.end()
  }
}

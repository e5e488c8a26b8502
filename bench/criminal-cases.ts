// The register of criminal cases over 50,000 of them: its tables, the cases behind a figure, the list; and 5,000 lines reconciled.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { castId } from '../src/app/cast.ts'
import { addDays } from '../src/kernel/calendar.ts'
import { dayOf } from '../src/kernel/clock.ts'
import { listFile, standardProfile, type Told } from '../src/modules/reconciliation/reconciliation.kit.ts'
import type { OpenedHouse } from './opening.ts'
import { spread, type Figure } from './figures.ts'
import { repeat, signIn, type Employee } from './staff.ts'

const numberOf = (n: number): string => `2671000310${String(n).padStart(5, '0')}`
const iinOf = (n: number): string => `75023${String(n).padStart(7, '0')}`
const nameOf = (n: number): string => `Ойдан Шығарылғанұлы Нөмірлі${String.fromCharCode(1072 + (n % 32))}${n}ов`

/** Writes as the owner, within an operation of the bench's own name. */
const write = async (url: string, words: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("select set_config('app.operation', 'bench', false)")
    await client.query(words)
  } finally {
    await client.end()
  }
}

/** Every tenth is pending, so the list of the quarter holds those. As the owner and with the triggers that every case meets; 50,000 operations would take an hour. */
const seedCases = async (url: string, cases: number): Promise<void> => {
  await write(
    url,
    `insert into criminal_cases (id, state, unit_id, entered_at, entered_by, person_name, name_key, iin, post_kind, leads, post_title,
      court_id, court_kind, place_name, region_code, articles, article_words, qualification, erdr, registered_on, suspected_on, charged_on,
      court_on, verdict_on, force_on, terminated_on, outcome)
    select gen_random_uuid(), case when n % 10 = 0 then 'charged' when n % 4 = 1 then 'terminated' else 'in-force' end, u.id, now(),
      '${castId('inspector')}', 'Ойдан Шығарылғанұлы Нөмірлі' || chr(1072 + n % 32) || n || 'ов', 'nomirli' || n,
      '75023' || lpad(n::text, 7, '0'),
      (array['judge','court-chair','court-staff','ca-staff','td-staff'])[1 + n % 5], n % 11 = 0, 'Судья', c.id, c.kind, c.name, c.region_code,
      array[(array['366','361','362','190','345','371'])[1 + n % 6]], 'ҚК бабы', (array['corruption','other'])[1 + n % 2],
      '2671000310' || lpad(n::text, 5, '0'), current_date - n % 2500 - 60, current_date - n % 2500 - 50, current_date - n % 2500 - 40,
      case when n % 10 > 0 and n % 4 <> 1 then current_date - n % 2500 - 30 end,
      case when n % 10 > 0 and n % 4 <> 1 then current_date - n % 2500 - 20 end,
      case when n % 10 > 0 and n % 4 <> 1 then current_date - n % 2500 - 10 end,
      case when n % 10 > 0 and n % 4 = 1 then current_date - n % 2500 - 10 end,
      case when n % 10 = 0 then 'pending' when n % 8 = 1 then 'cleared' when n % 8 = 5 then 'excused' when n % 8 = 2 then 'acquitted'
        else 'convicted' end
    from generate_series(1, ${cases}) n
    join (select *, row_number() over (order by code) as at, count(*) over () as whole from courts where region_code is not null) c
      on c.at = 1 + n % c.whole
    join units u on u.region_code = c.region_code`,
  )
  await write(url, 'analyze criminal_cases')
}

/** Of a hundred lines five differ, three are in no register of ours, one bears only a name; the others agree. */
const linesOf = (lines: number): Told[] =>
  Array.from({ length: lines }, (_, at): Told => {
    const n = (at + 1) * 10
    const line = { erdr: numberOf(n), iin: iinOf(n), name: nameOf(n) }
    if (at % 20 === 3) return { ...line, articles: 'ст. 999' }
    if (at % 33 === 5) return { erdr: `999000000${String(n).padStart(6, '0')}`, name: `Бөтен Бөгдеұлы Бегімов${n}` }
    return at % 100 === 50 ? { name: line.name } : line
  })

const settled = async ({ ask }: Employee, id: string): Promise<Record<string, unknown>> => {
  for (;;) {
    const it = (await ask('reconciliation.one', { id })).result as Record<string, unknown>
    if (it['fault']) throw new Error('the list of the bench could not be read')
    if (it['state'] === 'deciding') return it
    await pause(100)
  }
}

const reconcile = async (house: OpenedHouse, lines: number): Promise<Figure> => {
  const inspector = await signIn(house.staff, 'inspector')
  const id = '7b1f3c52-7f5a-4f0e-9a55-0c1b6a6d4702'
  await write(
    house.ownerUrl,
    `insert into reconciliations (id, from_on, until_on, opened_on, due_on)
     values ('${id}', current_date - 100, current_date - 10, current_date, current_date + 30) on conflict do nothing`,
  )
  const file = await inspector.bring('bench.csv', listFile(linesOf(lines)))
  const from = performance.now()
  await inspector.ask('reconciliation.bring', { id, profile: standardProfile, files: [file] })
  const { counts } = (await settled(inspector, id)) as { counts: Record<string, number> }
  const seconds = (performance.now() - from) / 1000
  const told = (counts['same'] ?? 0) + (counts['differs'] ?? 0) + (counts['theirs'] ?? 0)
  return {
    section: 'criminal-cases',
    what: `${lines.toLocaleString('en')} lines of a list reconciled`,
    values: { s: seconds, 'lines told': told },
    anchors: [
      { value: 's', most: 5 },
      { value: 'lines told', least: lines, most: lines },
    ],
  }
}

export const measureCriminalCases = async (
  house: OpenedHouse,
  { cases, lines, rounds }: { cases: number; lines: number; rounds: number },
): Promise<Figure[]> => {
  await seedCases(house.ownerUrl, cases)
  const today = dayOf(new Date())
  const period = { from: addDays(today, -2_600), until: today }
  const views: readonly [string, string, object][] = [
    ['table by region', 'caseRegister.table', { ...period, dimension: 'region' }],
    [
      'table by article, corruption',
      'caseRegister.table',
      { ...period, dimension: 'article', qualification: 'corruption' },
    ],
    [
      'cases behind a figure',
      'caseRegister.cell',
      { ...period, measure: 'convicted', dimension: 'postKind', value: 'judge' },
    ],
    ['first page of the register', 'caseRegister.list', {}],
    ['register by a name', 'caseRegister.list', { words: 'нөмірліа310' }],
  ]
  const figures: Figure[] = []
  for (const login of ['head', 'abaiHead'] as const) {
    const { ask } = await signIn(house.staff, login)
    for (const [what, operation, input] of views) {
      const { times } = await repeat(rounds, () => ask(operation, input))
      figures.push({
        section: 'criminal-cases',
        what: `${what} of ${cases.toLocaleString('en')} cases, ${login}`,
        values: spread(times),
        anchors: [{ value: 'p95 ms', most: 500 }],
      })
    }
  }
  return [...figures, await reconcile(house, lines)]
}

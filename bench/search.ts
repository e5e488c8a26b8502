// Rights-limited search at 1,000, 10,000 and 100,000 records: p50 and p95 of what a person may type.
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import pg from 'pg'
import { asActor, begin } from '../src/kernel/database.ts'
import { wallClock } from '../src/kernel/clock.ts'
import { openHouse, type House, type HouseSettings } from '../src/kernel/house.ts'
import { newId } from '../src/kernel/ids.ts'
import { module } from '../src/kernel/module.ts'
import { record } from '../src/kernel/record.ts'
import type { Actor } from '../src/kernel/rules.ts'
import { putSearch, search } from '../src/kernel/search/index.ts'

export interface SearchFigures {
  records: number
  question: string
  hits: number
  p50Ms: number
  p95Ms: number
}

const papers = record({
  name: 'bench-paper',
  table: 'bench_papers',
  title: { kk: 'Өлшеу жазбасы', ru: 'Запись замера', en: 'Bench record' },
  find: async () => undefined,
  caption: () => '',
})
const benchModule = module({ name: 'bench', title: papers.title, clauses: [], records: [papers] })

const surnames =
  'Ержанов Серіков Оспанов Қасымов Беков Құсайынов Мұқанов Жұмабаев Тілеуов Ахметов Сәрсенов Төребеков Әлімов Ким Петров'
const given = 'Мұрат Айгүл Дәулет Жанна Назгүл Тимур Сәуле Ерлан Руслан Камила Ольга Виктор Гүлнар Бекзат Раушан'
const kazakh = `сот судья пристав шағым өтініш сыбайлас жемқорлық пара талап еткен істі қарау кезінде қызметкер тексеру
 мерзім құжат жауап шешім үкім облыстық аудандық төраға хатшы отырыс куәгер дәлел лауазымды адам құқық бұзушылық`
const russian = `суд судья пристав жалоба обращение коррупция взятка потребовал рассмотрение дело сотрудник проверка срок
 документ ответ решение приговор областной районный председатель секретарь заседание свидетель доказательство нарушение`

/** The same numbers every time, so that two runs measure one thing. */
const dice = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const split = (words: string): string[] => words.split(/\s+/)

/** A long tail of rarer words, as real texts have them. */
const rareWord = (n: number): string => {
  const syllables = ['ка', 'ла', 'ту', 'ми', 'но', 'ре', 'са', 'ды', 'бо', 'ши']
  return [...String(n)].map((digit) => syllables[Number(digit)]).join('')
}

function paperMaker(units: readonly string[]) {
  const roll = dice(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T
  const [families, firsts, kk, ru] = [surnames, given, kazakh, russian].map(split) as [
    string[],
    string[],
    string[],
    string[],
  ]
  return (n: number) => {
    const woman = roll() < 0.5
    const name = `${pick(families)}${woman ? 'а' : ''} ${pick(firsts)} ${rareWord(n % 400)}ұлы`
    const common = Array.from({ length: 40 }, () => pick(n % 2 ? kk : ru))
    const rare = Array.from({ length: 20 }, () => rareWord(Math.floor(20_000 * roll() ** 3)))
    return {
      kind: 'bench-paper',
      id: newId(),
      unit: pick(units),
      number: `ЖТ-2026-${String(n).padStart(6, '0')}`,
      ids: [String(840_101_300_000 + n)],
      title: `${name}: ${pick(kk)} ${pick(ru)}`,
      names: [name],
      text: [...common, ...rare].join(' '),
      at: new Date(Date.UTC(2026, 0, 1) + n * 60_000),
    }
  }
}

const anybody: Omit<Actor, 'reach' | 'id'> = {
  kind: 'employee',
  name: { kk: '', ru: '', en: '' },
  language: 'kk',
  unit: null,
  powers: new Set(),
  posts: [],
  session: null,
}

/** Makes the table of the bench records, with the usual row policy. */
export async function prepareBench(owner: pg.Client, app: string): Promise<void> {
  await owner.query(`select set_config('app.operation', 'bench', false);
    drop table if exists bench_papers;
    create table bench_papers (id uuid primary key, unit_id uuid not null);
    call guard('bench_papers');
    grant select, insert on bench_papers to ${owner.escapeIdentifier(app)};
    create policy scope on bench_papers to ${owner.escapeIdentifier(app)}
      using ((select app_reach_all()) or unit_id = any ((select app_reach())::uuid[])) with check (true);
    delete from search_index where record_kind = 'bench-paper'`)
}

async function fill(house: House, make: ReturnType<typeof paperMaker>, from: number, to: number): Promise<void> {
  const system: Actor = { ...anybody, id: newId(), kind: 'system', reach: 'all' }
  for (let start = from; start < to; start += 500) {
    await house.database.transaction().execute(async (db) => {
      await begin(db, 'bench.fill', system)
      const made = Array.from({ length: Math.min(500, to - start) }, (_, n) => make(start + n))
      await sql`insert into bench_papers select * from unnest(${made.map((it) => it.id)}::uuid[], ${made.map((it) => it.unit)}::uuid[])`.execute(
        db,
      )
      for (const it of made) await putSearch({ db }, it)
    })
  }
}

/** Numbers, common and rare words, word forms, a Latin spelling, a beginning, a slip of the pen, nothing at all. */
export const questions = [
  'ЖТ-2026-000777',
  '840101300777',
  'шағым',
  'жалоба на судью',
  'Ержановтың өтініші',
  'Serikova',
  'пара сот пристав',
  'сыбайлас жемқ',
  'Ержжнов',
  'катуми',
  'Сераков',
  'суд шағым',
  'zzzzzz',
]

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor((sorted.length - 1) * part)] ?? 0

async function ask(
  house: House,
  actor: Actor,
  question: string,
  rounds: number,
): Promise<Omit<SearchFigures, 'records'>> {
  const times: number[] = []
  let hits = 0
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    const found = await asActor(house.database, actor, (db) =>
      search({ db, house }, { q: question, kinds: ['bench-paper'], limit: 25 }),
    )
    times.push(performance.now() - begun)
    hits = found.total
  }
  times.sort((a, b) => a - b)
  return { question, hits, p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95) }
}

/** Fills a migrated scratch database and measures; the actor sees 3 of 20 units. */
export async function benchSearch(
  urls: { owner: string; app: string },
  sizes = [1_000, 10_000, 100_000],
): Promise<SearchFigures[]> {
  const owner = new pg.Client({ connectionString: urls.owner })
  await owner.connect()
  const house = openHouse(settingsFor(urls.app), [benchModule], wallClock)
  const figures: SearchFigures[] = []
  try {
    await prepareBench(owner, new URL(urls.app).username)
    const units = Array.from({ length: 20 }, newId)
    const make = paperMaker(units)
    const actor: Actor = { ...anybody, id: newId(), reach: process.env.BENCH_ALL ? 'all' : units.slice(0, 3) }
    let filled = 0
    for (const records of sizes) {
      await fill(house, make, filled, records)
      filled = records
      await owner.query('vacuum analyze search_index')
      for (const question of questions) figures.push({ records, ...(await ask(house, actor, question, 20)) })
    }
    return figures
  } finally {
    await owner.end()
    await house.close()
  }
}

const settingsFor = (databaseUrl: string): HouseSettings => ({
  mode: 'demonstration',
  databaseUrl,
  dataDir: '',
  files: { directory: '', masterKey: Buffer.alloc(32), clamd: null },
  smtpUrl: null,
  pepper: Buffer.alloc(32),
  staffUrl: '',
  portalUrl: '',
  connections: 4,
})

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sizes = process.argv.slice(2).map(Number)
  const [owner, app] = [process.env.BENCH_OWNER_URL, process.env.BENCH_APP_URL]
  if (!owner || !app) throw new Error('BENCH_OWNER_URL and BENCH_APP_URL must name a migrated scratch database')
  for (const { records, question, hits, p50Ms, p95Ms } of await benchSearch(
    { owner, app },
    sizes.length ? sizes : undefined,
  )) {
    console.log(
      `${String(records).padStart(7)}  p50 ${p50Ms.toFixed(1).padStart(6)} ms  p95 ${p95Ms.toFixed(1).padStart(6)} ms  ${String(hits).padStart(6)} hits  ${question}`,
    )
  }
}

// The SQL of the tables and of the register's lists: the conditions that count a figure are those that list its cases.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { House } from '../../kernel/house.ts'
import { countUpTo, walkPages } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Actor } from '../../kernel/rules.ts'
import { soundOf, wordsOf } from '../../kernel/search/letters.ts'
import { measures, none, type Dimension, type Measure } from './measures.ts'
import type { CaseState, Outcome, PostKind, Qualification } from '../criminalCases/contract.ts'

type Condition = RawBuilder<boolean>

export interface Period {
  from: Day
  until: Day
  qualification?: Qualification | undefined
}

const conditionsOf = ({ from, until }: Period): Readonly<Record<Measure, Condition>> => {
  const within = (column: string) => sql<boolean>`${sql.ref(column)} between ${from}::date and ${until}::date`
  const ended = (outcome: Outcome, column: string) => sql<boolean>`${within(column)} and outcome = ${sql.lit(outcome)}`
  return {
    registered: within('registered_on'),
    suspected: within('suspected_on'),
    charged: within('charged_on'),
    sent: within('court_on'),
    verdicts: within('verdict_on'),
    inForce: within('force_on'),
    convicted: ended('convicted', 'force_on'),
    acquitted: ended('acquitted', 'force_on'),
    cleared: ended('cleared', 'terminated_on'),
    excused: ended('excused', 'terminated_on'),
    dismissed: within('dismissed_on'),
    pending: sql<boolean>`registered_on <= ${until}::date and (force_on is null or force_on > ${until}::date)
      and (terminated_on is null or terminated_on > ${until}::date)`,
  }
}

const columns: Readonly<Record<Dimension, RawBuilder<string | null>>> = {
  region: sql`region_code`,
  courtKind: sql`court_kind`,
  postKind: sql`post_kind`,
  article: sql`article`,
  outcome: sql`outcome`,
  year: sql`extract(year from registered_on)::int::text`,
  qualification: sql`qualification`,
}

const ofQualification = (it: Period): Condition =>
  it.qualification ? sql`qualification = ${it.qualification}` : sql`true`

export interface Counted {
  value: string
  counts: Record<Measure, number>
}

/** Each value of the cut with its figures; values without a single case of the period are left out. */
export async function countCases(
  { db }: Pick<Tx, 'db'>,
  period: Period,
  dimension: Dimension | null,
): Promise<Counted[]> {
  const conditions = conditionsOf(period)
  const counts = measures.map((it) => sql`count(*) filter (where ${conditions[it]})::int as ${sql.ref(it)}`)
  const value = dimension ? columns[dimension] : sql`null::text`
  const { rows } = await sql<Record<Measure, number> & { value: string | null }>`
    select ${value} as value, ${sql.join(counts)} from criminal_cases
    where registered_on <= ${period.until}::date and ${ofQualification(period)} group by 1`.execute(db)
  return rows
    .map(({ value: key, ...rest }) => ({ value: key ?? none, counts: rest }))
    .filter(({ counts: it }) => measures.some((measure) => it[measure] > 0))
}

export interface Asked {
  state?: CaseState | undefined
  qualification?: Qualification | undefined
  postKind?: PostKind | undefined
  region?: string | null | undefined
  outcome?: Outcome | undefined
  article?: string | null | undefined
  registeredOnFrom?: Day | undefined
  registeredOnUntil?: Day | undefined
  words?: string | null | undefined
}

export interface Cell {
  measure: Measure
  dimension?: Dimension | undefined
  value?: string | null | undefined
}

export type Wish = { asked: Asked } | { period: Period; cell: Cell }

const ofCell = (period: Period, { measure, dimension, value }: Cell): Condition => {
  const cut = !dimension
    ? sql<boolean>`true`
    : (value ?? none) === none
      ? sql<boolean>`${columns[dimension]} is null`
      : sql<boolean>`${columns[dimension]} = ${value}`
  return sql`registered_on <= ${period.until}::date and ${conditionsOf(period)[measure]} and ${cut} and ${ofQualification(period)}`
}

const filtered = ({ db }: Pick<Tx, 'db'>, wish: Wish) => {
  let rows = db.selectFrom('criminal_cases')
  if ('cell' in wish) return rows.where(ofCell(wish.period, wish.cell))
  const it = wish.asked
  if (it.state) rows = rows.where('state', '=', it.state)
  if (it.qualification) rows = rows.where('qualification', '=', it.qualification)
  if (it.postKind) rows = rows.where('post_kind', '=', it.postKind)
  if (it.region) rows = rows.where('region_code', '=', it.region)
  if (it.outcome) rows = rows.where('outcome', '=', it.outcome)
  if (it.article) rows = rows.where(sql<boolean>`${it.article} = any (articles)`)
  if (it.registeredOnFrom) rows = rows.where('registered_on', '>=', it.registeredOnFrom)
  if (it.registeredOnUntil) rows = rows.where('registered_on', '<=', it.registeredOnUntil)
  if (it.words) {
    const digits = it.words.replaceAll(/\D/g, '')
    const heard = wordsOf(it.words).map(soundOf).join(' ')
    rows = rows.where((row) =>
      row.or([
        // The name as it sounds, so that any of its spellings finds it.
        sql<boolean>`person_heard like ${`% ${heard}%`}`,
        sql<boolean>`court_case = ${it.words}`,
        ...(digits.length > 3 ? [sql<boolean>`erdr_key like ${`%${digits}%`}`, sql<boolean>`iin = ${digits}`] : []),
      ]),
    )
  }
  return rows
}

const orderOf = (sort: string) => {
  const way = sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  if (sort.endsWith('personName')) return sql`person_name collate "kk-x-icu" ${way}, id`
  if (sort.endsWith('forceOn')) return sql`force_on ${way}, id ${way}`
  return sql`registered_on ${way}, id ${way}`
}

const shown = [
  'id',
  'state',
  'person_name',
  'post_title',
  'place_name',
  'region_code',
  'article',
  'article_words',
  'qualification',
  'erdr',
  'registered_on',
  'outcome',
  'force_on',
] as const

export const listRows = (
  tx: Pick<Tx, 'db'>,
  wish: Wish,
  { sort, page, size }: { sort: string; page: number; size: number },
) =>
  filtered(tx, wish)
    .select(shown)
    .orderBy(orderOf(sort))
    .limit(size)
    .offset((page - 1) * size)
    .execute()
export type Row = Awaited<ReturnType<typeof listRows>>[number]

/** A figure's own list is counted to its end: it must be the figure. */
export const countRows = (tx: Tx, wish: Wish) =>
  countUpTo(tx, filtered(tx, wish).select('id'), 'cell' in wish ? 1_000_000 : 10_000)

export const walkRows = (house: House, actor: Actor, wish: Wish, sort: string): AsyncGenerator<readonly Row[]> =>
  walkPages({ house, actor }, (db, page) => listRows({ db }, wish, { sort, ...page }))

interface Asking {
  iin: string | null
  key: string | null
  person: string | null
}

/** Cases about a person whom these tell apart: by the number, or by the name as it sounds where a case has no number or none was given. */
export const rowsAbout = ({ db }: Pick<Tx, 'db'>, { iin, key, person }: Asking) =>
  db
    .selectFrom('criminal_cases')
    .select([...shown, 'iin', 'person_id'])
    .where((row) =>
      row.or([
        ...(person ? [row('person_id', '=', person)] : []),
        ...(iin ? [row('iin', '=', iin)] : []),
        ...(key ? [row.and([row('name_key', '=', key), ...(iin ? [row('iin', 'is', null)] : [])])] : []),
        sql<boolean>`false`,
      ]),
    )
    .orderBy('registered_on', 'desc')
    .limit(100)
    .execute()

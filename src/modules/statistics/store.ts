// The SQL of the figures: one walk over what was known on a day gives every cell; the same conditions give the cases behind a cell.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { AppealKind, AppealState } from '../submissions/contract.ts'
import { measures, none, type Dimension, type Measure } from './measures.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    statistics_forms: {
      id: string
      from_on: Day
      until_on: Day
      as_of: Day
      hash: string
      approved_at: Date
      approved_by: string
      approved_name: Text
    }
    statistics_figures: { form_id: string; figures: string; salt: string }
  }
}

export interface Asked {
  from: Day
  until: Day
  asOf: Day
  unit: string | null
}

type Condition = RawBuilder<unknown>

/** What each figure counts. An appeal is late by its own term as it stood on the day asked about. */
const conditionsOf = ({ from, until, asOf }: Asked): Readonly<Record<Measure, Condition>> => {
  const came = sql`received_on >= ${from}::date`
  const done = sql`done_on between ${from}::date and ${until}::date`
  const ended = (state: AppealState) => sql`${done} and state = ${sql.lit(state)}`
  const answered = sql`${done} and state in ('answered', 'delivered')`
  const result = (it: string) => sql`${answered} and result = ${sql.lit(it)}`
  const remains = sql`(done_on is null or done_on > ${until}::date)`
  return {
    carried: sql`received_on < ${from}::date`,
    received: came,
    inHand: sql`true`,
    done,
    answered,
    forwarded: ended('forwarded'),
    redirected: ended('redirected'),
    returned: ended('returned'),
    withdrawn: ended('withdrawn'),
    transferred: ended('transferred'),
    closed: ended('closed'),
    satisfied: result('satisfied'),
    partly: result('partly'),
    refused: result('refused'),
    explained: result('explained'),
    terminated: result('terminated'),
    unstated: sql`${answered} and result is null`,
    inTime: sql`${done} and done_on <= due_on`,
    late: sql`${done} and done_on > due_on`,
    remaining: remains,
    // A term that ends on the last day of a period is missed with that day; one that ends today is not missed yet.
    overdue: sql`${remains} and due_on < least(${until}::date + 1, ${asOf}::date)`,
    extended: sql`due_on > first_due_on`,
    repeated: sql`${came} and repeated`,
    collective: sql`${came} and collective`,
    anonymous: sql`${came} and anonymous`,
  }
}

/** Whatever was in hand for at least a day of the period, as it was known on the day asked about. */
const within = ({ from, until, asOf, unit }: Asked): Condition => sql`
  from_on <= ${asOf}::date and until_on > ${asOf}::date and received_on <= ${until}::date
  and (done_on is null or done_on >= ${from}::date)
  and ${unit ? sql`unit_id = ${unit}::uuid` : sql`true`}`

/** The columns of the cuts in the order of their bits in grouping(), the last one lowest. A region is summed from its courts. */
const columns = {
  kind: 'kind',
  unit: 'unit_id',
  court: 'court_id',
  question: 'question',
  result: 'result',
  channel: 'channel',
  language: 'language',
} as const satisfies Partial<Record<Dimension, string>>
type Column = keyof typeof columns
const cutColumns = Object.keys(columns) as Column[]

export interface Counted {
  /** Null for the whole. */
  dimension: Column | null
  value: string
  counts: Record<Measure, number>
}

const zeros = (): Record<Measure, number> =>
  Object.fromEntries(measures.map((it) => [it, 0])) as Record<Measure, number>

/** An appeal is brought to the set of figures that it adds to; of such sets there are few, so each cut groups small numbers. */
const maskOf = (asked: Asked): Condition => {
  const conditions = conditionsOf(asked)
  const bits = measures.map((it, place) => sql`case when ${conditions[it]} then ${sql.lit(2 ** place)} else 0 end`)
  return sql.join(bits, sql` | `)
}

const bitsOf = (mask: number): Measure[] => measures.filter((_, place) => mask & (2 ** place))

/** Every figure of the form: the whole, and each cut unless only the whole is asked for. */
export async function countAppeals(tx: Tx, asked: Asked, cuts: boolean): Promise<Counted[]> {
  const names = cutColumns.map((it) => sql.ref(columns[it]))
  const whole = (1 << names.length) - 1
  const by = cuts
    ? {
        sets: [sql`(mask)`, ...names.map((it) => sql`(mask, ${it})`)],
        cut: sql`grouping(${sql.join(names)})`,
        value: sql`coalesce(${sql.join(names.map((it) => sql`${it}::text`))})`,
      }
    : { sets: [sql`(mask)`], cut: sql.lit(whole), value: sql`null::text` }
  await sql`select set_config('work_mem', '48MB', true)`.execute(tx.db)
  const { rows } = await sql<{ mask: number; cut: number; value: string | null; n: number }>`
    with seen as materialized (select ${sql.join(names)}, (${maskOf(asked)}) as mask from appeals_counted where ${within(asked)})
    select mask, ${by.cut} as cut, count(*)::int as n, ${by.value} as value
    from seen group by grouping sets (${sql.join(by.sets)})`.execute(tx.db)
  const found = new Map<string, Counted>()
  for (const { mask, cut, value, n } of rows) {
    // A bit of grouping() is unset for the column that the row is grouped by.
    const place = cutColumns.findIndex((_, at) => !(cut & (1 << (cutColumns.length - 1 - at))))
    const dimension = cutColumns[place] ?? null
    const key = `${dimension} ${value ?? none}`
    const cell = found.get(key) ?? { dimension, value: value ?? none, counts: zeros() }
    for (const measure of bitsOf(mask)) cell.counts[measure] += n
    found.set(key, cell)
  }
  return [...found.values()]
}

export const nothing = zeros

/** Reads as the house itself does, then goes on as the actor. For what must be whole and is shown to nobody at once. */
export async function asHouse<R>(tx: Tx, read: () => Promise<R>): Promise<R> {
  const { rows } = await sql<{ actor: string; kind: string; reach: string }>`
    select current_setting('app.actor') as actor, current_setting('app.kind') as kind, current_setting('app.reach') as reach`.execute(
    tx.db,
  )
  const [own] = rows
  const be = (actor: string, kind: string, reach: string) =>
    sql`select set_config('app.actor', ${actor}, true), set_config('app.kind', ${kind}, true),
      set_config('app.reach', ${reach}, true)`.execute(tx.db)
  if (!own) throw new Error('the transaction has no actor')
  await be('', 'system', '*')
  const found = await read()
  await be(own.actor, own.kind, own.reach)
  return found
}

/** By month of receipt and of completion, as known on the day asked about. */
export async function countMonths(tx: Tx, asked: Asked, since: Day) {
  const known = sql`from appeals_counted where from_on <= ${asked.asOf}::date and until_on > ${asked.asOf}::date
    and ${asked.unit ? sql`unit_id = ${asked.unit}::uuid` : sql`true`}`
  // A day is cheap to group by, its month in letters is not: there are few days.
  const { rows } = await sql<{ month: string; received: number; done: number }>`
    select to_char(day, 'YYYY-MM') as month, sum(received)::int as received, sum(done)::int as done from (
      select received_on as day, count(*) as received, 0 as done
        ${known} and received_on between ${since}::date and ${asked.until}::date group by received_on
      union all
      select done_on, 0, count(*)
        ${known} and done_on between ${since}::date and ${asked.until}::date group by done_on
    ) counted group by 1`.execute(tx.db)
  return new Map(rows.map((it) => [it.month, it]))
}

export interface Cell {
  measure: Measure
  dimension: Dimension | null
  value: string
}

const isUuid = (it: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(it)

const ofCut = ({ dimension, value }: Cell): Condition => {
  if (!dimension) return sql`true`
  if (dimension === 'region') {
    const code = sql`(select region_code from courts c where c.id = court_id)`
    return value === none ? sql`${code} is null` : sql`${code} = ${value}`
  }
  const column = sql.ref(columns[dimension])
  if (value === none) return sql`${column} is null`
  if (dimension !== 'unit' && dimension !== 'court') return sql`${column} = ${value}`
  return isUuid(value) ? sql`${column} = ${value}::uuid` : sql`false`
}

export interface Case {
  id: string | null
  number: string | null
  slip_number: string | null
  subject: string | null
  kind: AppealKind
  state: AppealState
  unit: Text
  received_on: Day
  due_on: Day
  done_on: Day | null
}

/** Exactly those that a cell counts, the newest first; what is told of each comes through the appeal's own row security. */
export async function listCell(tx: Tx, asked: Asked, cell: Cell, page: { size: number; start: number }) {
  const where = sql`${within(asked)} and ${conditionsOf(asked)[cell.measure]} and ${ofCut(cell)}`
  const { rows } = await sql<Case>`
    select a.id, a.number, a.slip_number, a.subject, v.kind, v.state, u.name as unit, v.received_on, v.due_on, v.done_on
    from (select * from appeals_counted where ${where} order by received_on desc, appeal_id
      limit ${page.size} offset ${page.start}) v
    join units u on u.id = v.unit_id left join appeals a on a.id = v.appeal_id
    order by v.received_on desc, v.appeal_id`.execute(tx.db)
  const counted = await sql<{
    total: number
  }>`select count(*)::int as total from appeals_counted where ${where}`.execute(tx.db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** Titles of what the cuts are by. */
export async function namesOf(tx: Tx) {
  const units = await sql<{ id: string; name: Text; region: string | null; kind: string }>`
    select id, name, region_code as region, kind from units where kind in ('department', 'territorial')
    order by kind = 'territorial', place`.execute(tx.db)
  const courts = await sql<{ id: string; name: Text; region: string | null }>`
    select id, name, region_code as region from courts`.execute(tx.db)
  const regions = await sql<{ code: string; name: Text }>`select code, name from regions order by place`.execute(tx.db)
  const questions = await sql<{ code: string; title: Text }>`
    select code, title from appeal_questions order by place`.execute(tx.db)
  return { units: units.rows, courts: courts.rows, regions: regions.rows, questions: questions.rows }
}
export type Names = Awaited<ReturnType<typeof namesOf>>

export const findApproval = (tx: Tx, from: Day, until: Day) =>
  tx.db
    .selectFrom('statistics_forms')
    .leftJoin('statistics_figures', 'form_id', 'id')
    .selectAll()
    .where('from_on', '=', from)
    .where('until_on', '=', until)
    .executeTakeFirst()

export const findForm = (tx: Tx, id: string) =>
  tx.db.selectFrom('statistics_forms').selectAll().where('id', '=', id).executeTakeFirst()

export async function keepApproval(
  tx: Tx,
  it: { id: string; from: Day; until: Day; asOf: Day; hash: string; figures: string; salt: string },
): Promise<void> {
  await tx.db
    .insertInto('statistics_forms')
    .values({
      id: it.id,
      from_on: it.from,
      until_on: it.until,
      as_of: it.asOf,
      hash: it.hash,
      approved_at: tx.at,
      approved_by: tx.actor.id,
      approved_name: sql`${JSON.stringify(tx.actor.name)}::jsonb`,
    })
    .execute()
  await tx.db.insertInto('statistics_figures').values({ form_id: it.id, figures: it.figures, salt: it.salt }).execute()
}

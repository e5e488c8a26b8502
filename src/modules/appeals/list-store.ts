// The SQL of the list of appeals and of its sheet: one index scan a page, a count that stops, a walk that keeps no rows.
import { sql, type SelectQueryBuilder, type Transaction } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { asActor, type Tables } from '../../kernel/database.ts'
import type { House } from '../../kernel/house.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Actor } from '../../kernel/rules.ts'
import { search } from '../../kernel/search/index.ts'
import type { AppealKind, AppealResult, AppealState, Channel, WorkStage } from '../submissions/contract.ts'

export interface Asked {
  state?: AppealState[] | undefined
  kind?: AppealKind | undefined
  channel?: Channel | undefined
  unit?: string | undefined
  court?: string | undefined
  assignee?: string | undefined
  mine?: boolean | undefined
  anonymous?: boolean | undefined
  result?: AppealResult | undefined
  question?: string | undefined
  stage?: WorkStage | undefined
  due?: 'overdue' | 'today' | 'soon' | 'open' | undefined
  receivedOnFrom?: Day | undefined
  receivedOnUntil?: Day | undefined
  words?: string | null | undefined
}

export type Sort = 'receivedOn' | '-receivedOn' | 'dueOn' | '-dueOn'

const columns = [
  'id',
  'number',
  'slip_number',
  'repeat_place',
  'subject',
  'kind',
  'channel',
  'state',
  'anonymous',
  'unit_id',
  'court_id',
  'court_name',
  'assignee_id',
  'received_on',
  'due_on',
  'done_on',
  'term',
  'result',
  'question',
  'first_due_on',
  'work_stage',
  'reopened_on',
] as const

/** Beyond so many a total is no longer counted. */
const countCap = 1000
/** Hits of words that are looked through; the best come first. */
const hitCap = 500

/** The words of a filter as the ids that the search finds in the actor's scope; null where no words are asked for. */
const idsOfWords = async (tx: Tx, words: string | null | undefined): Promise<readonly string[] | null> =>
  words ? (await search(tx, { q: words, kinds: ['appeal'], limit: hitCap })).hits.map(({ id }) => id) : null

const grantedTo = async (tx: Tx): Promise<readonly string[]> =>
  (await sql<{ ids: string[] }>`select app_granted() as ids`.execute(tx.db)).rows[0]?.ids ?? []

type Query = SelectQueryBuilder<Tables, 'appeals', object>

interface Bounds {
  asked: Asked
  ids: readonly string[] | null
  actor: Actor
  /** What the actor was given to read. */
  granted: readonly string[]
  at: Date
  today: Day
  /** The last day that is "soon". */
  soon: Day
}

/** What perform() knows of the day, kept for a walk that goes on after it. */
export const boundsOf = async (tx: Tx, asked: Asked): Promise<Bounds> => ({
  asked,
  ids: await idsOfWords(tx, asked.words),
  actor: tx.actor,
  granted: limits(tx.actor) ? await grantedTo(tx) : [],
  at: tx.at,
  today: tx.today,
  soon: tx.calendar.addWorkingDays(tx.today, 3),
})

const limits = ({ kind, reach }: Actor): readonly string[] | null =>
  kind === 'employee' && reach !== 'all' ? reach : null

// Whoever sees only some units and the own desk is told so in the query too: the policy's hidden "or" would keep the planner
// from the indexes.
const narrowed = (query: Query, actor: Actor, granted: readonly string[]): Query => {
  const reach = limits(actor)
  if (!reach) return query
  if (!reach.length && !granted.length) return query.where('assignee_id', '=', actor.id)
  return query.where((it) =>
    it.or([
      ...(reach.length ? [it('unit_id', 'in', [...reach])] : []),
      it('assignee_id', '=', actor.id),
      ...(granted.length ? [it('id', 'in', [...granted])] : []),
    ]),
  )
}

const filtered = (from: Query, { asked, ids, actor, granted, today, soon }: Bounds): Query => {
  let query = narrowed(from, actor, granted)
  if (asked.mine) query = query.where('assignee_id', '=', actor.id)
  if (asked.assignee) query = query.where('assignee_id', '=', asked.assignee)
  if (asked.state?.length) query = query.where('state', 'in', asked.state)
  if (asked.kind) query = query.where('kind', '=', asked.kind)
  if (asked.channel) query = query.where('channel', '=', asked.channel)
  if (asked.unit) query = query.where('unit_id', '=', asked.unit)
  if (asked.court) query = query.where('court_id', '=', asked.court)
  if (asked.anonymous !== undefined) query = query.where('anonymous', '=', asked.anonymous)
  if (asked.result) query = query.where('result', '=', asked.result)
  if (asked.question) query = query.where('question', '=', asked.question)
  if (asked.stage) query = query.where('work_stage', '=', asked.stage).where('done_on', 'is', null)
  if (asked.receivedOnFrom) query = query.where('received_on', '>=', asked.receivedOnFrom)
  if (asked.receivedOnUntil) query = query.where('received_on', '<=', asked.receivedOnUntil)
  if (asked.due) query = query.where('done_on', 'is', null)
  if (asked.due === 'overdue') query = query.where('due_on', '<', today)
  if (asked.due === 'today') query = query.where('due_on', '=', today)
  if (asked.due === 'soon') query = query.where('due_on', '>=', today).where('due_on', '<=', soon)
  if (ids) query = query.where('id', 'in', ids.length ? [...ids] : [nobody])
  return query
}

const nobody = '00000000-0000-0000-0000-000000000000'

const orderOf = (sort: Sort) => ({
  column: sort.endsWith('dueOn') ? ('due_on' as const) : ('received_on' as const),
  way: sort.startsWith('-') ? ('desc' as const) : ('asc' as const),
})

export async function listRows(
  tx: Tx,
  bounds: Bounds,
  { sort, page, size }: { sort: Sort; page: number; size: number },
) {
  const { column, way } = orderOf(sort)
  return filtered(tx.db.selectFrom('appeals'), bounds)
    .select(columns)
    .orderBy(column, way)
    .orderBy('id', way)
    .limit(size)
    .offset((page - 1) * size)
    .execute()
}

export type ListRow = Awaited<ReturnType<typeof listRows>>[number]

/** All that match, counted up to the cap. */
export const countRows = (tx: Tx, bounds: Bounds) =>
  countUpTo(tx, filtered(tx.db.selectFrom('appeals'), bounds).select('id'), countCap)

const batch = 500

/** Every row in order, a batch at a time, each in a short transaction of its own in the same actor's sight. */
export async function* walkRows(house: House, bounds: Bounds, sort: Sort): AsyncGenerator<readonly ListRow[]> {
  const { column, way } = orderOf(sort)
  const past = way === 'asc' ? sql`>` : sql`<`
  for (let last: ListRow | undefined; ;) {
    const after = last && sql<boolean>`(${sql.ref(column)}, id) ${past} (${last[column]}::date, ${last.id}::uuid)`
    const read = async (db: Transaction<Tables>) => {
      const query = filtered(db.selectFrom('appeals'), bounds)
      return (after ? query.where(after) : query)
        .select(columns)
        .orderBy(column, way)
        .orderBy('id', way)
        .limit(batch)
        .execute()
    }
    const rows = await asActor(house.database, bounds.actor, read, bounds.at)
    if (rows.length) yield rows
    if (rows.length < batch) return
    last = rows.at(-1)
  }
}

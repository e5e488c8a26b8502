// The SQL of the register of requests, of what was reported, and of the figures of compliance.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { asActor } from '../../kernel/database.ts'
import type { House } from '../../kernel/house.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Actor } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import type { PrincipalPost, RequestKind, RequestState } from './contract.ts'

export interface Asked {
  kind?: RequestKind | undefined
  state?: RequestState | undefined
  addressee?: string | undefined
  unit?: string | undefined
  due?: 'overdue' | 'soon' | 'open' | undefined
  mine?: boolean | undefined
  sentOnFrom?: Day | undefined
  sentOnUntil?: Day | undefined
  words?: string | null | undefined
}

export interface Bounds {
  asked: Asked
  actor: Actor
  today: Day
  soon: Day
}

export const boundsOf = (tx: Tx, asked: Asked): Bounds => ({
  asked,
  actor: tx.actor,
  today: tx.today,
  soon: tx.calendar.addWorkingDays(tx.today, 3),
})

const countCap = 10_000
/** The clock of these still runs: nothing full has come, and nobody has closed it. */
const running = ['sent', 'arrived', 'partly', 'reported'] as const

const filtered = (tx: Pick<Tx, 'db'>, { asked: it, actor, today, soon }: Bounds) => {
  let rows = tx.db.selectFrom('requests')
  if (it.kind) rows = rows.where('kind', '=', it.kind)
  if (it.state) rows = rows.where('state', '=', it.state)
  const [kind, key] = it.addressee?.split(':') ?? []
  if (kind === 'principal') rows = rows.where(sql<boolean>`addressee_post = ${key}`)
  else if (key) rows = rows.where('addressee_id', '=', key)
  if (it.unit) rows = rows.where('unit_id', '=', it.unit)
  if (it.mine) rows = rows.where('author_id', '=', actor.id)
  if (it.sentOnFrom) rows = rows.where('sent_on', '>=', it.sentOnFrom)
  if (it.sentOnUntil) rows = rows.where('sent_on', '<=', it.sentOnUntil)
  if (it.due) rows = rows.where('state', 'in', [...running])
  if (it.due === 'overdue') rows = rows.where('due_on', '<', today)
  if (it.due === 'soon') rows = rows.where('due_on', '>=', today).where('due_on', '<=', soon)
  if (it.words) {
    const like = `%${it.words.replaceAll(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((row) =>
      row.or([
        row('number', 'ilike', like),
        row('subject', 'ilike', like),
        sql<boolean>`addressee_name::text ilike ${like}`,
      ]),
    )
  }
  return rows
}

const orderOf = (sort: string) => {
  const way = sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  // The serial decides, not its spelling: 9 before 10.
  if (sort.endsWith('number')) return sql`signed_on ${way}, split_part(number, '/', 2)::int ${way}, id`
  if (sort.endsWith('dueOn')) return sql`due_on ${way}, id ${way}`
  if (sort.endsWith('addressee')) return sql`addressee_name ->> 'kk' collate "kk-x-icu" ${way}, id`
  return sql`prepared_at ${way}, id ${way}`
}

const columns = [
  'id',
  'number',
  'kind',
  'state',
  'addressee_name',
  'subject',
  'author_id',
  'unit_id',
  'prepared_at',
  'sent_on',
  'due_on',
  'completed_on',
] as const

export const listRows = (
  tx: Pick<Tx, 'db'>,
  bounds: Bounds,
  { sort, page, size }: { sort: string; page: number; size: number },
) =>
  filtered(tx, bounds)
    .select(columns)
    .orderBy(orderOf(sort))
    .limit(size)
    .offset((page - 1) * size)
    .execute()

export type ListRow = Awaited<ReturnType<typeof listRows>>[number]

export async function countRows(tx: Tx, bounds: Bounds): Promise<{ total: number; capped: boolean }> {
  const some = filtered(tx, bounds)
    .select('id')
    .limit(countCap + 1)
    .as('some')
  const { count } = await tx.db
    .selectFrom(some)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { total: Math.min(Number(count), countCap), capped: Number(count) > countCap }
}

const batch = 500

/** Read a page at a time in the same actor's sight, after the operation's own commit. */
export async function* walkRows(house: House, bounds: Bounds, sort: string): AsyncGenerator<readonly ListRow[]> {
  for (let page = 1; ; page += 1) {
    const rows = await asActor(house.database, bounds.actor, (db) =>
      listRows({ db }, bounds, { sort, page, size: batch }),
    )
    yield rows
    if (rows.length < batch) return
  }
}

export interface ReportRow {
  id: string
  at: Date
  by: string
  due_on: Day
  clause: string
  done: string
  missing: string | null
  request_id: string
  version: number
  number: string | null
  kind: RequestKind
  addressee_name: Text
  subject: string
  asked: string
  sent_on: Day
  state: RequestState
}

/** Reports, those that wait for the word of this post first. */
export async function reports(
  { db }: Tx,
  it: { post: PrincipalPost | null; waiting: boolean; page: number; size: number },
): Promise<{ rows: readonly ReportRow[]; total: number; waiting: number }> {
  const waits = sql<boolean>`not exists (select from request_acknowledgements k where k.report_id = p.id and k.post = ${it.post})`
  const { rows } = await sql<ReportRow>`
    select p.*, r.version, r.number, r.kind, r.addressee_name, r.subject, r.asked, r.sent_on, r.state
    from request_reports p join requests r on r.id = p.request_id where ${it.waiting ? waits : sql`true`}
    order by ${it.post ? waits : sql`true`} desc, p.at desc, p.id limit ${it.size} offset ${(it.page - 1) * it.size}`.execute(
    db,
  )
  const counted = await sql<{ total: number; waiting: number }>`
    select count(*)::int as total, (count(*) filter (where ${waits}))::int as waiting
    from request_reports p join requests r on r.id = p.request_id`.execute(db)
  const { total = 0, waiting = 0 } = counted.rows[0] ?? {}
  return { rows, total: it.waiting ? waiting : total, waiting: it.post ? waiting : 0 }
}

/** Proposals that wait for the decision of this post. */
export const proposalsFor = ({ db }: Tx, post: PrincipalPost) =>
  db
    .selectFrom('requests')
    .select(columns)
    .where('kind', '=', 'proposal')
    .where('addressee_post', '=', post)
    .where('state', 'in', ['sent', 'arrived', 'partly'])
    .orderBy('due_on')
    .limit(50)
    .execute()

export interface Figures {
  addressee: Text
  value: string | null
  sent: number
  inTime: number
  late: number
  partly: number
  missed: number
  waiting: number
}

/** How each addressee complied with what was sent in the period. A request counts once, by how it stands today. */
export async function compliance(
  { db }: Pick<Tx, 'db'>,
  { from, until, today }: { from: Day | null; until: Day | null; today: Day },
): Promise<Figures[]> {
  const { rows } = await sql<Figures>`
    select (array_agg(addressee_name order by prepared_at desc))[1] as addressee,
      case when addressee_id is null then null else addressee_kind || ':' || addressee_id end as value,
      count(*)::int as sent,
      (count(*) filter (where completed_on <= due_on))::int as "inTime",
      (count(*) filter (where completed_on > due_on))::int as late,
      (count(*) filter (where completed_on is null and answered_partly))::int as partly,
      (count(*) filter (where completed_on is null and not answered_partly and due_on < ${today}))::int as missed,
      (count(*) filter (where completed_on is null and not answered_partly and due_on >= ${today}))::int as waiting
    from (select requests.*, exists (select from request_answers a where a.request_id = requests.id and a.complete = 'partly')
        as answered_partly from requests) counted
    where sent_on is not null and kind <> 'proposal'
      and (${from}::date is null or sent_on >= ${from}) and (${until}::date is null or sent_on <= ${until})
    group by addressee_kind, addressee_id, case when addressee_id is null then addressee_name ->> 'kk' end
    order by missed desc, late desc, sent desc limit 1000`.execute(db)
  return rows
}

/** Everybody who has prepared a request that the actor sees. */
export const authors = async ({ db }: Tx): Promise<string[]> =>
  (await db.selectFrom('requests').select('author_id').distinct().limit(1000).execute()).map(
    ({ author_id }) => author_id,
  )

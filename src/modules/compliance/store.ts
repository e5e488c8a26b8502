// The SQL of what was reported and of the figures by addressee. The policies of the requests are the scope.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { PrincipalPost, RequestKind, RequestState } from '../requests/contract.ts'
import { columns } from '../requests/index.ts'

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
    order by ${it.post ? sql`${waits} desc,` : sql``} p.at desc, p.id limit ${it.size} offset ${(it.page - 1) * it.size}`.execute(
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

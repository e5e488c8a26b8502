// The SQL of exports: one statement chooses what has changed since it was last sent, and keeps it as it is sent.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { AppealKind, AppealResult, AppealState } from '../submissions/contract.ts'

export interface Line {
  outsideNumber: string
  number: string | null
  slipNumber: string
  kind: AppealKind
  state: AppealState
  result: AppealResult | null
  receivedOn: Day
  registeredOn: Day
  dueOn: Day
  doneOn: Day | null
  replyNumber: string | null
  replyOn: Day | null
  forwardedTo: Text | null
}

export interface Export {
  id: string
  system: string
  from: Day
  until: Day
  onlyChanged: boolean
  madeAt: Date
  madeBy: string
  rows: number
}

const columns = sql`id, system, from_on as "from", until_on as "until", only_changed as "onlyChanged", made_at as "madeAt",
  made_by as "madeBy", rows`

export async function findExport(tx: Tx, id: string): Promise<Export | undefined> {
  const { rows } = await sql<Export>`select ${columns} from exports where id = ${id}`.execute(tx.db)
  return rows[0]
}

export async function listExports(tx: Tx, page: number, size: number) {
  const { rows } = await sql<Export & { by: Text }>`
    select e.*, p.name as by from (select ${columns} from exports order by made_at desc, id desc
      limit ${size} offset ${(page - 1) * size}) e
    join employees p on p.id = e."madeBy" order by e."madeAt" desc, e.id desc`.execute(tx.db)
  const counted = await sql<{ total: number }>`select count(*)::int as total from exports`.execute(tx.db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

interface Wish {
  system: string
  from: Day
  until: Day
  onlyChanged: boolean
}

/** Makes an export of what the actor sees; two at once wait for each other, so that neither sends the other's changes twice. */
export async function insertExport(tx: Tx, it: Wish): Promise<{ id: string; rows: number }> {
  const id = newId()
  await sql`select pg_advisory_xact_lock(7301906, 32)`.execute(tx.db)
  await sql`insert into exports (id, system, from_on, until_on, only_changed, made_at, made_by, rows)
    select ${id}, ${it.system}, ${it.from}, ${it.until}, ${it.onlyChanged}, ${tx.at}, ${tx.actor.id}, count(*)
    from (${lines(it)}) found`.execute(tx.db)
  const { numAffectedRows } = await sql`
    insert into export_rows (export_id, appeal_id, place, line)
    select ${id}, appeal_id, place, line from (${lines(it)}) found`.execute(tx.db)
  return { id, rows: Number(numAffectedRows ?? 0) }
}

const lines = ({ system, from, until, onlyChanged }: Wish) => sql`
  select appeal_id, (row_number() over (order by received_on, appeal_id))::int as place, line from (
    select a.id as appeal_id, a.received_on, jsonb_build_object('outsideNumber', a.outside_number, 'number', a.number,
      'slipNumber', a.slip_number, 'kind', a.kind, 'state', a.state, 'result', a.result, 'receivedOn', a.received_on,
      'registeredOn', a.registered_on, 'dueOn', a.due_on, 'doneOn', a.done_on, 'replyNumber', a.reply_number,
      'replyOn', a.reply_on, 'forwardedTo', party_name(a.ending_body)) as line
    from appeals a
    where a.outside_system = ${system} and a.received_on between ${from}::date and ${until}::date
  ) it
  where not ${onlyChanged}::boolean or line is distinct from (
    select r.line from export_rows r where r.appeal_id = it.appeal_id order by r.export_id desc limit 1)`

/** What was sent, of the appeals that the actor sees. */
export async function linesOf(tx: Tx, id: string): Promise<Line[]> {
  const { rows } = await sql<{
    line: Line
  }>`select line from export_rows where export_id = ${id} order by place`.execute(tx.db)
  return rows.map(({ line }) => line)
}

// The SQL of keeping: holds, acts and their items. What may be destroyed is judged once more by the database's own function.
import { sql, type Generated } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { ActState } from './contract.ts'

interface HoldsTable {
  id: string
  record_kind: string
  record_id: string
  reason: string
  since: Date
  by: string
  lifted_at: Date | null
  lifted_by: string | null
  lifted_reason: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    retention_holds: HoldsTable
    destruction_acts: {
      id: string
      version: Generated<number>
      state: Generated<ActState>
      ends_on: Day
      announced_on: Day
      proposed_at: Date | null
      proposed_by: string | null
      decided_at: Date | null
      decided_by: string | null
      reason: string | null
    }
    destruction_items: {
      act_id: string
      record_id: string
      number: string
      done_on: Day
      kept_until: Day
      held: Generated<boolean>
      destroyed_on: Day | null
    }
  }
}

export interface Act {
  id: string
  version: number
  state: ActState
  endsOn: Day
  announcedOn: Day
  proposedAt: Date | null
  proposedBy: string | null
  decidedAt: Date | null
  decidedBy: string | null
  reason: string | null
}

const actColumns = [
  'id',
  'version',
  'state',
  'ends_on as endsOn',
  'announced_on as announcedOn',
  'proposed_at as proposedAt',
  'proposed_by as proposedBy',
  'decided_at as decidedAt',
  'decided_by as decidedBy',
  'reason',
] as const

export const findAct = (tx: Tx, id: string, lock: boolean): Promise<Act | undefined> => {
  const query = tx.db.selectFrom('destruction_acts').select(actColumns).where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** Records, held ones and destroyed ones of these acts. */
export async function countsOf(tx: Tx, acts: readonly string[]) {
  const { rows } = await sql<{ act: string; records: number; held: number; destroyed: number }>`
    select act_id as act, count(*)::int as records, (count(*) filter (where held))::int as held,
      (count(*) filter (where destroyed_on is not null))::int as destroyed
    from destruction_items where act_id = any (${[...acts]}::uuid[]) group by act_id`.execute(tx.db)
  return new Map(rows.map(({ act, ...counts }) => [act, counts]))
}

export async function pageOfActs(tx: Tx, { page, size }: { page: number; size: number }) {
  const rows = await tx.db
    .selectFrom('destruction_acts')
    .select(actColumns)
    .orderBy('ends_on', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await tx.db
    .selectFrom('destruction_acts')
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

export async function pageOfItems(tx: Tx, act: string, { page, size }: { page: number; size: number }) {
  const rows = await tx.db
    .selectFrom('destruction_items')
    .selectAll()
    .where('act_id', '=', act)
    .orderBy('done_on')
    .orderBy('number')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await tx.db
    .selectFrom('destruction_items')
    .select((of) => of.fn.countAll<number>().as('total'))
    .where('act_id', '=', act)
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

export const markProposed = async (tx: Tx, id: string): Promise<void> => {
  await tx.db
    .updateTable('destruction_acts')
    .set({ proposed_at: tx.at, proposed_by: tx.actor.id })
    .where('id', '=', id)
    .execute()
}

export const markDecided = async (tx: Tx, id: string, reason: string | null): Promise<void> => {
  await tx.db
    .updateTable('destruction_acts')
    .set({ decided_at: tx.at, decided_by: tx.actor.id, reason })
    .where('id', '=', id)
    .execute()
}

export interface Keeping {
  years: number
  countFrom: 'end-of-year' | 'same-day'
}

/** The last day on which something finished on `done` is kept. */
const keptUntil = ({ years, countFrom }: Keeping) =>
  countFrom === 'end-of-year'
    ? sql<Day>`make_date(extract(year from done_on)::int + ${years}, 12, 31)`
    : sql<Day>`(done_on + make_interval(years => ${years}))::date`

export async function keptUntilOf(tx: Tx, appeal: string, keeping: Keeping) {
  const { rows } = await sql<{ until: Day | null; destroyed: Day | null }>`
    select ${keptUntil(keeping)} as until, destroyed_on as destroyed from appeals where id = ${appeal}`.execute(tx.db)
  return rows[0] ?? { until: null, destroyed: null }
}

export const openHold = (tx: Tx, record: string) =>
  tx.db
    .selectFrom('retention_holds')
    .select(['id', 'reason', 'since', 'by'])
    .where('record_id', '=', record)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()

export const addHold = async (tx: Tx, kind: string, record: string, reason: string): Promise<void> => {
  const row = { id: newId(), record_kind: kind, record_id: record, reason, since: tx.at, by: tx.actor.id }
  await tx.db.insertInto('retention_holds').values(row).execute()
}

export const liftHold = async (tx: Tx, record: string, reason: string): Promise<void> => {
  await tx.db
    .updateTable('retention_holds')
    .set({ lifted_at: tx.at, lifted_by: tx.actor.id, lifted_reason: reason })
    .where('record_id', '=', record)
    .where('lifted_at', 'is', null)
    .execute()
}

/** Every month of expiry that ends by `by` and has records in no standing act: its act is opened or grows. Returns the acts. */
export async function announce(tx: Tx, keeping: Keeping, by: Day) {
  const months = await sql<{ endsOn: Day }>`
    select distinct (date_trunc('month', ${keptUntil(keeping)}) + interval '1 month - 1 day')::date as "endsOn"
    from appeals where done_on is not null and destroyed_on is null
      and ${keptUntil(keeping)} <= ${by}::date
      and not exists (select from destruction_items i join destruction_acts a on a.id = i.act_id
        where i.record_id = appeals.id and a.state <> 'declined' and not i.held)
    order by 1 limit 120`.execute(tx.db)
  const acts: { id: string; endsOn: Day; records: number }[] = []
  for (const { endsOn } of months.rows) {
    const id = await actOf(tx, endsOn)
    const { numAffectedRows } = await sql`
      insert into destruction_items (act_id, record_id, number, done_on, kept_until)
      select ${id}, id, number, done_on, ${keptUntil(keeping)} from appeals
      where done_on is not null and destroyed_on is null and number is not null
        and (date_trunc('month', ${keptUntil(keeping)}) + interval '1 month - 1 day')::date = ${endsOn}::date
        and not exists (select from destruction_items i join destruction_acts a on a.id = i.act_id
          where i.record_id = appeals.id and a.state <> 'declined' and not i.held)
      on conflict do nothing`.execute(tx.db)
    acts.push({ id, endsOn, records: Number(numAffectedRows ?? 0n) })
  }
  return acts
}

const actOf = async (tx: Tx, endsOn: Day): Promise<string> => {
  const standing = await tx.db
    .selectFrom('destruction_acts')
    .select('id')
    .where('ends_on', '=', endsOn)
    .where('state', '=', 'announced')
    .executeTakeFirst()
  if (standing) return standing.id
  const id = newId()
  await tx.db.insertInto('destruction_acts').values({ id, ends_on: endsOn, announced_on: tx.today }).execute()
  return id
}

/** Marks the items whose record is held now, and frees those whose hold was lifted. Returns how many may be destroyed. */
export async function settleHolds(tx: Tx, act: string): Promise<number> {
  await sql`update destruction_items set held = exists (
      select from retention_holds h where h.record_id = destruction_items.record_id and h.lifted_at is null)
    where act_id = ${act}`.execute(tx.db)
  const { rows } = await sql<{ free: number }>`
    select count(*)::int as free from destruction_items where act_id = ${act} and not held`.execute(tx.db)
  return rows[0]?.free ?? 0
}

export const freeItems = async (tx: Tx, act: string): Promise<string[]> =>
  (
    await tx.db
      .selectFrom('destruction_items')
      .select('record_id')
      .where('act_id', '=', act)
      .where('held', '=', false)
      .execute()
  ).map(({ record_id }) => record_id)

export async function destroy(tx: Tx, act: string, appeal: string): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select destroy_appeal(${act}, ${appeal}, ${tx.today}) as gone`.execute(
    tx.db,
  )
  return rows[0]?.gone ?? false
}

/** Imports whose file may go: their days are over, or an appeal of theirs is destroyed, and none is held. */
export async function importsDue(tx: Tx, days: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from imports where file_destroyed_on is null and state in ('done', 'unread', 'dropped') and ended_at is not null
      and ((ended_at at time zone 'UTC' + interval '5 hours')::date + ${days}::int < ${tx.today}::date
        or exists (select from import_appeals i join appeals a on a.id = i.appeal_id and a.destroyed_on is not null
          where i.import_id = imports.id))
      and not exists (select from import_appeals i join retention_holds h on h.record_id = i.appeal_id and h.lifted_at is null
        where i.import_id = imports.id)
    order by ended_at limit 1000`.execute(tx.db)
  return rows.map(({ id }) => id)
}

export async function destroyImport(tx: Tx, id: string, days: number): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`
    select destroy_import_file(${id}, ${tx.today}, ${days}) as gone`.execute(tx.db)
  return rows[0]?.gone ?? false
}

export async function peopleOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Text>> {
  const { rows } = await sql<{ id: string; name: Text }>`
    select id, name from employees where id = any (${ids.filter((id) => id !== null)}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The Department itself, on whose desk acts lie. */
export async function departmentOf(tx: Tx): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from units where kind = 'department' and valid_from <= ${tx.today}
      and (valid_to is null or valid_to >= ${tx.today}) limit 1`.execute(tx.db)
  if (!rows[0]) throw new Error('the Department is not among the units')
  return rows[0].id
}

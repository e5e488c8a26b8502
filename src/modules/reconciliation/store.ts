// The SQL of reconciliations. The policies of the database are the scope: the centre, and no line about oneself.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import { soundOf, wordsOf } from '../../kernel/search/letters.ts'
import type { Text } from '../../kernel/text.ts'
import type { ReconciliationState, RowKind, RowState } from './lifecycle.ts'
import type { Field, Mapping } from './mapping.ts'
import type { Compared, Line, Ours } from './matching.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    reconciliation_profiles: {
      id: string
      version: Generated<number>
      title: string
      mapping: JSONColumnType<Mapping>
      changed_at: Date
      changed_by: string | null
    }
    reconciliations: {
      id: string
      version: Generated<number>
      state: Generated<ReconciliationState>
      from_on: Day
      until_on: Day
      opened_on: Day
      due_on: Day
      profile_id: string | null
      file_id: string | null
      file_name: string | null
      brought_at: Date | null
      brought_by: string | null
      fault: JSONColumnType<Text> | null
      compared_at: Date | null
      document_id: string | null
      signed_on: Day | null
      act_number: string | null
    }
    reconciliation_rows: {
      id: string
      version: Generated<number>
      state: Generated<RowState>
      reconciliation_id: string
      key: string
      place: number | null
      kind: RowKind
      matched: 'number' | 'iin' | 'name' | null
      case_id: string | null
      said: JSONColumnType<Partial<Line>>
      differs: Generated<Field[]>
      iin: string | null
      heard: string
      decided_at: Date | null
      decided_by: string | null
      reason: string | null
    }
  }
}

export async function findReconciliation({ db }: Pick<Tx, 'db'>, id: string, lock: boolean) {
  const query = db.selectFrom('reconciliations').selectAll().where('id', '=', id)
  const it = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!it) return undefined
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from reconciliation_rows where reconciliation_id = ${id} and state = 'open'`.execute(
    db,
  )
  return { ...it, open: rows[0]?.open ?? 0 }
}
export type Reconciliation = NonNullable<Awaited<ReturnType<typeof findReconciliation>>>

/** A line with the state of its reconciliation, which says whether it may still be decided. */
export async function findRow({ db }: Pick<Tx, 'db'>, id: string, lock: boolean) {
  const query = db.selectFrom('reconciliation_rows').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return undefined
  const whole = await db
    .selectFrom('reconciliations')
    .select(['state', 'from_on', 'until_on', 'file_name'])
    .where('id', '=', row.reconciliation_id)
    .executeTakeFirstOrThrow()
  return { ...row, whole }
}
export type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

/** Opens the reconciliation of a period; nothing where it is open already. */
export async function begin({ db, today }: Tx, it: { from: Day; until: Day; dueOn: Day }): Promise<string | null> {
  const id = newId()
  const made = await db
    .insertInto('reconciliations')
    .values({ id, from_on: it.from, until_on: it.until, opened_on: today, due_on: it.dueOn })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made ? id : null
}

type Change = Partial<{
  profile_id: string
  file_id: string
  file_name: string
  brought_at: Date
  brought_by: string
  fault: Text | null
  compared_at: Date
  document_id: string
  signed_on: Day
  act_number: string | null
}>
export const change = async ({ db }: Tx, id: string, { fault, ...rest }: Change): Promise<void> => {
  await db
    .updateTable('reconciliations')
    .set({ ...rest, ...(fault === undefined ? {} : { fault: fault && JSON.stringify(fault) }) })
    .where('id', '=', id)
    .execute()
}

export const profiles = ({ db }: Pick<Tx, 'db'>) =>
  db.selectFrom('reconciliation_profiles').selectAll().orderBy('title').execute()
export const findProfile = ({ db }: Pick<Tx, 'db'>, id: string) =>
  db.selectFrom('reconciliation_profiles').selectAll().where('id', '=', id).executeTakeFirst()
export const putProfile = async (
  { db, at, actor }: Tx,
  it: { id: string; title: string; mapping: Mapping },
): Promise<void> => {
  const rest = { title: it.title, mapping: JSON.stringify(it.mapping), changed_at: at, changed_by: actor.id }
  await db
    .insertInto('reconciliation_profiles')
    .values({ id: it.id, ...rest })
    .onConflict((on) => on.column('id').doUpdateSet(rest))
    .execute()
}

/** Our side: whatever a line may mean, and what was in hand in the period and should be in the list. */
export async function ours(
  { db }: Pick<Tx, 'db'>,
  it: { from: Day; until: Day },
  lines: readonly Line[],
  names: readonly string[],
): Promise<Ours[]> {
  const numbers = lines.flatMap(({ erdr }) => erdr?.replaceAll(/\D/g, '') || [])
  const iins = lines.flatMap(({ iin }) => iin ?? [])
  const { rows } = await sql<Ours>`
    with expected as (
      select id from criminal_cases where registered_on <= ${it.until}::date
        and coalesce(force_on, terminated_on, ${it.until}::date) >= ${it.from}::date
    ), meant as (
      select id from expected
      union select id from criminal_cases where erdr_key = any (${numbers}::text[])
      union select id from criminal_cases where iin = any (${iins}::text[])
      union select id from criminal_cases where name_key = any (${[...names]}::text[])
    )
    select c.id, c.erdr, c.erdr_key, c.court_case, c.iin, c.name_key, c.person_name, c.articles, c.qualification, c.outcome, c.registered_on,
      expected.id is not null as expected
    from meant join criminal_cases c using (id) left join expected using (id) order by c.registered_on, c.id`.execute(
    db,
  )
  return rows
}

const keyOf = ({ line, ours: own }: Compared): string => {
  if (!line) return `ours ${own?.id}`
  const { place: _place, ...rest } = line
  return JSON.stringify(rest)
}

const stateOf = ({ kind }: Compared): RowState => (kind === 'same' ? 'agreed' : 'open')

/** Puts the compared lines in, those decided before stay as they are; open ones that the new list no longer has go. */
export async function putRows({ db }: Tx, id: string, all: readonly Compared[]): Promise<void> {
  const rows = new Map(all.map((it) => [keyOf(it), it]))
  const given = [...rows].map(([key, it]) => ({
    id: newId(),
    state: stateOf(it),
    key,
    place: it.line?.place ?? null,
    kind: it.kind,
    matched: it.matched,
    case_id: it.ours?.id ?? null,
    said: it.line ?? {},
    differs: it.differs,
    iin: it.line?.iin ?? null,
    heard: it.line?.name ? ` ${wordsOf(it.line.name).map(soundOf).join(' ')}` : '',
  }))
  const json = JSON.stringify(given)
  await sql`
    delete from reconciliation_rows where reconciliation_id = ${id} and state in ('open', 'agreed')`.execute(db)
  await sql`
    insert into reconciliation_rows (id, state, reconciliation_id, key, place, kind, matched, case_id, said, differs, iin, heard)
    select r.id, r.state, ${id}::uuid, md5(r.key), r.place, r.kind, r.matched, r.case_id, r.said, r.differs, r.iin, r.heard
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, state text, key text, place int, kind text, matched text, case_id uuid,
      said jsonb, differs text[], iin text, heard text)
    on conflict (reconciliation_id, key) do nothing`.execute(db)
}

export const decide = async (
  { db, at, actor }: Tx,
  id: string,
  more: Partial<{ reason: string; case_id: string }> = {},
): Promise<void> => {
  await db
    .updateTable('reconciliation_rows')
    .set({ decided_at: at, decided_by: actor.id, ...more })
    .where('id', '=', id)
    .execute()
}

interface Wish {
  id: string
  kind?: RowKind | undefined
  state?: RowState | undefined
}
const wished = ({ db }: Pick<Tx, 'db'>, { id, kind, state }: Wish) => {
  let rows = db.selectFrom('reconciliation_rows').where('reconciliation_id', '=', id)
  if (kind) rows = rows.where('kind', '=', kind)
  if (state) rows = rows.where('state', '=', state)
  return rows
}

export const rowsOf = (tx: Pick<Tx, 'db'>, wish: Wish, { page, size }: { page: number; size: number }) =>
  wished(tx, wish)
    .selectAll()
    .orderBy(sql`kind = 'same', state <> 'open', kind, place nulls last, id`)
    .limit(size)
    .offset((page - 1) * size)
    .execute()
export type ListRow = Awaited<ReturnType<typeof rowsOf>>[number]
export const countRows = (tx: Tx, wish: Wish) => countUpTo(tx, wished(tx, wish).select('id'), 100_000)

/** The cases that lines stand beside, in the asker's own sight. */
export async function casesOf({ db }: Pick<Tx, 'db'>, ids: readonly string[]): Promise<Map<string, Ours>> {
  if (!ids.length) return new Map()
  const { rows } = await sql<Ours>`
    select id, erdr, erdr_key, court_case, iin, name_key, person_name, articles, qualification, outcome, registered_on, true as expected
    from criminal_cases where id = any (${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((it) => [it.id, it]))
}

export interface Figure {
  reconciliation_id: string
  kind: RowKind
  state: RowState
  n: number
}
/** What the asker sees of each reconciliation, by kind and state. */
export async function figures({ db }: Pick<Tx, 'db'>, ids: readonly string[]): Promise<Figure[]> {
  const { rows } = await sql<Figure>`
    select reconciliation_id, kind, state, count(*)::int as n from reconciliation_rows
    where reconciliation_id = any (${[...ids]}::uuid[]) group by 1, 2, 3`.execute(db)
  return rows
}

/** The whole of a reconciliation, whoever asks: for the act. */
export async function wholeFigures({ db }: Pick<Tx, 'db'>, id: string): Promise<Omit<Figure, 'reconciliation_id'>[]> {
  const { rows } = await sql<Omit<Figure, 'reconciliation_id'>>`select * from reconciliation_figures(${id})`.execute(db)
  return rows
}

export const shutAct = async ({ db }: Tx, document: string, id: string): Promise<void> => {
  await sql`select shut_act(${document}, ${id})`.execute(db)
}

export const list = ({ db }: Pick<Tx, 'db'>, { page, size }: { page: number; size: number }) =>
  db
    .selectFrom('reconciliations')
    .selectAll()
    .orderBy('until_on', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
export const countAll = (tx: Tx) => countUpTo(tx, tx.db.selectFrom('reconciliations').select('id'), 1_000)

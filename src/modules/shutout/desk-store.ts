// The SQL of a desk: what lies on it in the asker's sight, who may take it, what the house moves for everybody.
import { sql } from 'kysely'
import type { Tx } from '../../kernel/operation.ts'
import { newId } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Lying } from '../../kernel/module.ts'

export async function appealsOn(tx: Tx, person: string): Promise<Lying[]> {
  const { rows } = await sql<Lying>`
    select id, coalesce(number, slip_number) as number, coalesce(subject, court_name, '') as title, due_on as "dueOn"
    from appeals where assignee_id = ${person} and done_on is null order by due_on, id`.execute(tx.db)
  return rows
}

export interface Draft extends Lying {
  about: { kind: string; id: string }
}

export async function draftsOf(tx: Tx, person: string): Promise<Draft[]> {
  const { rows } = await sql<Draft>`
    select id, coalesce(answers_number, '') as number, title, null as "dueOn",
      json_build_object('kind', about_kind, 'id', about_id) as about
    from documents where drafter_id = ${person} and state in ('drafted', 'offered') order by drafted_at, id`.execute(
    tx.db,
  )
  return rows
}

/** Open duties on other records than those; duties on those move with them. */
export async function otherDuties(tx: Tx, person: string, kinds: readonly string[]): Promise<Lying[]> {
  const { rows } = await sql<Lying>`
    select record_id as id, coalesce(number, '') as number, title, due_on as "dueOn" from duties
    where holder_id = ${person} and closed_at is null and record_kind <> all (${[...kinds]}) order by due_on, id`.execute(
    tx.db,
  )
  return rows
}

export async function countDesk(tx: Tx, person: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`select desk_count(${person}) as open`.execute(tx.db)
  return rows[0]?.open ?? 0
}

/** Open duties of one holder go to another or to nobody; all of them unless records are named. */
export async function moveDuties(
  tx: Tx,
  from: string,
  to: string | null,
  records: readonly string[] | null,
): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    select move_duties(${from}, ${to}::uuid, ${records && [...records]}::uuid[]) as moved`.execute(tx.db)
  return rows[0]?.moved ?? 0
}

export async function documentsAboutIds(tx: Tx, record: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from documents where about_id = ${record}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

export interface Moved {
  appeals: number
  documents: number
  /** What other rooms keep in the person's name. */
  others: number
  duties: number
}

export const keepHandover = async (
  tx: Tx,
  it: Moved & { employee: string; to: string | null; reason: string },
): Promise<void> => {
  const by = tx.actor.kind === 'employee' ? tx.actor.id : null
  await sql`insert into handovers (id, employee_id, taker_id, at, by, reason, appeals, documents, others, duties)
    values (${newId()}, ${it.employee}, ${it.to}, ${tx.at}, ${by}, ${it.reason}, ${it.appeals}, ${it.documents}, ${it.others}, ${it.duties})`.execute(
    tx.db,
  )
}

/** Those who have left and still have something on the desk. */
export async function leftWithWork(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from employees where left_on < ${tx.today} and desk_count(id) > 0 order by id limit 200`.execute(tx.db)
  return rows.map(({ id }) => id)
}

export interface Taker {
  id: string
  name: Text
  post: Text
}

/** Employees of today who may work appeals, other than the one who hands over. */
export async function takers(tx: Tx, words: string, except: string): Promise<Taker[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Taker>`
    select * from (
      select distinct on (e.id) e.id, e.name, p.name as post
      from posts_held(${tx.today}) h join employees e on e.id = h.employee_id join posts p on p.id = h.post_id
      where 'appeals.work' = any (coalesce(described_powers(h.code, ${tx.today}), '{}')) and e.id <> ${except}
        and e.name::text ilike ${like}
        and not exists (select from absences b where b.employee_id = e.id and ${tx.today} between b.from_on and b.until_on)
      order by e.id, h.acting
    ) found order by name ->> 'kk' collate "kk-x-icu" limit 50`.execute(tx.db)
  return rows
}

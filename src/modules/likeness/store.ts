// The SQL of likeness: prints, the nearest in the asker's sight, links. The scope of appeals filters whatever the prints propose.
import { sql } from 'kysely'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { AppealState } from '../appeals/contract.ts'
import type { Author } from './prints.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    likeness_prints: {
      appeal_id: string
      hashes: number[]
      bands: number[]
      authors: string[]
      numbers: string[]
      named: string | null
    }
    likeness_links: {
      id: string
      kind: 'duplicate' | 'dismissed'
      appeal_id: string
      other_id: string
      at: Date
      by: string | null
      reason: string | null
      ended_at: Date | null
      ended_by: string | null
      ended_reason: string | null
    }
  }
}

/** What a print is made of. */
export async function contentOf(
  tx: Tx,
  appeal: string,
): Promise<{ body: string; person: string | null; author: Author | null }> {
  const { body, person } = await tx.db
    .selectFrom('appeals')
    .select(['body', 'person'])
    .where('id', '=', appeal)
    .executeTakeFirstOrThrow()
  const author = await tx.db
    .selectFrom('appeal_applicants')
    .select(['name', 'number', 'phone', 'email', 'address'])
    .where('appeal_id', '=', appeal)
    .executeTakeFirst()
  return { body, person, author: author ?? null }
}

export interface NewPrint {
  appeal: string
  hashes: number[]
  bands: number[]
  authors: string[]
  numbers: string[]
  named: string | null
}

export const keepPrint = async (tx: Tx, { appeal, ...it }: NewPrint): Promise<void> => {
  await tx.db
    .insertInto('likeness_prints')
    .values({ appeal_id: appeal, ...it })
    .onConflict((met) => met.column('appeal_id').doUpdateSet(it))
    .execute()
}

export async function withoutPrint(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from appeals a where body <> '—' and not exists (select from likeness_prints p where p.appeal_id = a.id)
    order by received_on desc limit ${most}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

export interface Linked {
  id: string
  number: string
  subject: string | null
  state: AppealState
  received_on: string
}

export interface Near extends Linked {
  received_at: Date
  anonymous: boolean
  over: boolean
  same_author: boolean
  same_number: boolean
  same_named: boolean
  same_court: boolean
  same_question: boolean
  share: number
  joined: boolean
}

/** The nearest that the asker sees and nobody has held to be unlike. */
export async function nearest(tx: Tx, appeal: string, least: number, most: number): Promise<Near[]> {
  const { rows } = await sql<Near>`
    with it as (select court_id, question from appeals where id = ${appeal})
    select a.id, coalesce(a.number, a.slip_number) as number, a.subject, a.state, a.received_on, a.received_at, a.anonymous,
      a.done_on is not null as over, n.same_author, n.same_number, n.same_named,
      coalesce(a.court_id = it.court_id, false) as same_court, coalesce(a.question = it.question, false) as same_question, n.share,
      exists (select from likeness_links l where l.appeal_id = a.id and l.kind = 'duplicate' and l.ended_at is null) as joined
    from likeness_near(${appeal}) n join appeals a on a.id = n.id cross join it
    where (n.same_author or n.same_number or n.share >= ${least})
      and not exists (select from likeness_links l where l.kind = 'dismissed' and l.ended_at is null
        and ((l.appeal_id = ${appeal} and l.other_id = a.id) or (l.other_id = ${appeal} and l.appeal_id = a.id)))
    order by n.share + case when n.same_author then 0.5 else 0 end desc, a.received_at desc limit ${most}`.execute(
    tx.db,
  )
  return rows
}

const linkedColumns = sql`a.id, coalesce(a.number, a.slip_number) as number, a.subject, a.state, a.received_on`

export interface ChainLink extends Linked {
  place: number | null
}

/** The first and its repeats, as far as the asker sees them. */
export async function chainOf(tx: Tx, root: string): Promise<ChainLink[]> {
  const { rows } = await sql<ChainLink>`
    select ${linkedColumns}, a.repeat_place as place from appeals a
    where a.repeat_of = ${root} or a.id = ${root} order by a.repeat_place nulls first`.execute(tx.db)
  return rows
}

export const repeatOf = (tx: Tx, appeal: string) =>
  tx.db
    .selectFrom('appeals')
    .select(['repeat_of', 'repeat_place', 'result'])
    .where('id', '=', appeal)
    .executeTakeFirst()

export async function chain(tx: Tx, root: string, appeal: string, joins: boolean): Promise<number | null> {
  const { rows } = await sql<{ place: number | null }>`
    select likeness_chain(${root}, ${appeal}, ${joins}) as place`.execute(tx.db)
  return rows[0]?.place ?? null
}

export async function isSameAuthor(tx: Tx, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`select likeness_same_author(${one}, ${other}) as same`.execute(tx.db)
  return rows[0]?.same ?? false
}

export async function hasRepeats(tx: Tx, root: string): Promise<boolean> {
  const { rows } = await sql`select 1 from appeals where repeat_of = ${root} limit 1`.execute(tx.db)
  return rows.length > 0
}

export const link = async (
  tx: Tx,
  it: { kind: 'duplicate' | 'dismissed'; appeal: string; other: string; reason: string | null },
): Promise<void> => {
  await tx.db
    .insertInto('likeness_links')
    .values({
      id: newId(),
      kind: it.kind,
      appeal_id: it.appeal,
      other_id: it.other,
      at: tx.at,
      by: tx.actor.kind === 'employee' ? tx.actor.id : null,
      reason: it.reason,
      ended_at: null,
      ended_by: null,
      ended_reason: null,
    })
    .execute()
}

/** The appeal with which this one is answered. */
export async function firstOf(tx: Tx, appeal: string): Promise<Linked | undefined> {
  const { rows } = await sql<Linked>`
    select ${linkedColumns} from likeness_links l join appeals a on a.id = l.other_id
    where l.appeal_id = ${appeal} and l.kind = 'duplicate' and l.ended_at is null`.execute(tx.db)
  return rows[0]
}

/** Those that are answered with this one. */
export async function joinedTo(tx: Tx, first: string): Promise<Linked[]> {
  const { rows } = await sql<Linked>`
    select ${linkedColumns} from likeness_links l join appeals a on a.id = l.appeal_id
    where l.other_id = ${first} and l.kind = 'duplicate' and l.ended_at is null order by a.received_at`.execute(tx.db)
  return rows
}

/** Ends the join; false where there was none. */
export async function endJoin(tx: Tx, appeal: string, reason: string): Promise<boolean> {
  const ended = await tx.db
    .updateTable('likeness_links')
    .set({ ended_at: tx.at, ended_by: tx.actor.kind === 'employee' ? tx.actor.id : null, ended_reason: reason })
    .where('appeal_id', '=', appeal)
    .where('kind', '=', 'duplicate')
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}

/** Joined appeals that are open although the first has come to another end than an answer. */
export async function leftAlone(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.appeal_id as id from likeness_links l join appeals a on a.id = l.appeal_id join appeals f on f.id = l.other_id
    where l.kind = 'duplicate' and l.ended_at is null and a.done_on is null and f.done_on is not null
      and f.state not in ('answered', 'delivered') order by l.at limit ${most}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

export const copyResult = async (tx: Tx, from: string, to: string): Promise<void> => {
  await sql`update appeals set result = (select result from appeals where id = ${from}) where id = ${to} and result is null`.execute(
    tx.db,
  )
}

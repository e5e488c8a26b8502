// The SQL of who is shut out: the rows and the kernel's list beside them. A person who is shut out reads none of it: the policies see to that.
import { sql } from 'kysely'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { causes, Ground, ShutoutState } from './contract.ts'
import type { Person, Sign } from './naming.ts'

export type RecordName = 'appeal' | 'document'
export type Cause = (typeof causes)[number]

interface ShutoutsTable {
  id: string
  state: ShutoutState
  record_kind: RecordName
  record_id: string
  person_id: string
  ground: Ground
  sign: Sign | null
  said: string | null
  cause: Cause | null
  reason: string | null
  at: Date
  by: string | null
  decided_at: Date | null
  decided_by: string | null
  decision: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    shutouts: ShutoutsTable
    denied: { record_id: string; person_id: string; since: Date; reason: string }
  }
}

export type ShutoutRow = ShutoutsTable

const open = ['pending', 'doubtful', 'standing'] as const

export const rowsOf = (tx: Tx, record: string): Promise<ShutoutRow[]> =>
  tx.db.selectFrom('shutouts').selectAll().where('record_id', '=', record).orderBy('at', 'desc').orderBy('id').execute()

export const findRow = (tx: Tx, record: string, entry: string): Promise<ShutoutRow | undefined> =>
  tx.db
    .selectFrom('shutouts')
    .selectAll()
    .where('record_id', '=', record)
    .where('id', '=', entry)
    .forUpdate()
    .executeTakeFirst()

/** Everybody who cannot see the record. */
export async function deniedOf(tx: Tx, record: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db.selectFrom('denied').select('person_id').where('record_id', '=', record).execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** No conflict target is named: to name one is to read, and one's own row may be read by nobody. */
const deny = async (tx: Tx, record: string, person: string, reason: Ground): Promise<void> => {
  await tx.db
    .insertInto('denied')
    .values({ record_id: record, person_id: person, since: tx.at, reason })
    .onConflict((met) => met.doNothing())
    .execute()
}

export const allow = async (tx: Tx, record: string, person: string): Promise<void> => {
  await tx.db.deleteFrom('denied').where('record_id', '=', record).where('person_id', '=', person).execute()
}

export interface NewShutout {
  kind: RecordName
  record: string
  person: string
  ground: Ground
  cause?: Cause
  reason: string
}

/** Adds a standing shutout; one that is open already is turned into it. */
export async function stand(tx: Tx, it: NewShutout): Promise<void> {
  await tx.db
    .updateTable('shutouts')
    .set({ state: 'lifted', decided_at: tx.at, decided_by: tx.actor.id, decision: it.reason })
    .where('record_id', '=', it.record)
    .where('person_id', '=', it.person)
    .where('state', 'in', [...open])
    .execute()
  await tx.db
    .insertInto('shutouts')
    .values({
      id: newId(),
      state: 'standing',
      record_kind: it.kind,
      record_id: it.record,
      person_id: it.person,
      ground: it.ground,
      sign: null,
      said: null,
      cause: it.cause ?? null,
      reason: it.reason,
      at: tx.at,
      by: tx.actor.id,
      decided_at: null,
      decided_by: null,
      decision: null,
    })
    .execute()
  await deny(tx, it.record, it.person, it.ground)
}

export const decide = async (
  tx: Tx,
  entry: string,
  state: 'standing' | 'refused' | 'lifted',
  decision: string,
): Promise<void> => {
  const said = { state, decision, decided_at: tx.at, decided_by: tx.actor.id }
  await tx.db.updateTable('shutouts').set(said).where('id', '=', entry).execute()
}

/** What the house found on a closer look. */
export const settle = async (
  tx: Tx,
  entry: string,
  found: Pick<ShutoutRow, 'ground' | 'sign' | 'said'> & { state: 'standing' | 'doubtful' },
): Promise<void> => {
  await tx.db.updateTable('shutouts').set(found).where('id', '=', entry).execute()
}

/** The words only sounded like a name: nothing stays of it. */
export async function forget(tx: Tx, { id, record_id, person_id }: ShutoutRow): Promise<void> {
  await tx.db.deleteFrom('shutouts').where('id', '=', id).where('state', '=', 'pending').execute()
  await allow(tx, record_id, person_id)
}

/** Everybody who works here, with the words by which a bare surname is understood. */
export async function employees(tx: Tx): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select e.id, e.name, e.iin, coalesce((
      select array_agg(distinct said.value) from posts_held(${tx.today}) h join posts p on p.id = h.post_id join units u on u.id = h.unit_id,
        lateral (select value from jsonb_each_text(p.name) union all select value from jsonb_each_text(u.name)) said
      where h.employee_id = e.id), '{}') as posts
    from employees e where e.left_on is null or e.left_on >= ${tx.today}`.execute(tx.db)
  return rows
}

export interface Piece {
  at: Date
  text: string
}

export interface Words {
  pieces: Piece[]
  applicant: { name: string; number: string | null } | null
}

/** All that an appeal says on its applicant's side, and who wrote it. */
export async function wordsOf(tx: Tx, appeal: string): Promise<Words> {
  const it = await tx.db
    .selectFrom('appeals')
    .select(['received_at', 'person', 'person_post', 'court_name', 'body'])
    .where('id', '=', appeal)
    .executeTakeFirstOrThrow()
  const messages = await tx.db
    .selectFrom('appeal_messages')
    .select(['at', 'body'])
    .where('appeal_id', '=', appeal)
    .where('side', '=', 'applicant')
    .orderBy('at')
    .execute()
  const who = await tx.db
    .selectFrom('appeal_applicants')
    .select(['name', 'number'])
    .where('appeal_id', '=', appeal)
    .executeTakeFirst()
  // A surname in the field of the person is understood by the post beside it.
  const field = [it.person, it.person_post, it.court_name].filter(Boolean).join(', ')
  const pieces = [
    { at: it.received_at, text: field },
    { at: it.received_at, text: it.body },
    ...messages.map(({ at, body }) => ({ at, text: body })),
  ]
  return { pieces: pieces.filter(({ text }) => text), applicant: who ?? null }
}

/** Appeals on which the house has not looked closer yet. */
export async function pendingAppeals(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('shutouts')
    .select('record_id')
    .distinct()
    .where('state', '=', 'pending')
    .where('record_kind', '=', 'appeal')
    .limit(most)
    .execute()
  return rows.map(({ record_id }) => record_id)
}

export const isDutyOpen = async (tx: Tx, record: string, stage: string): Promise<boolean> => {
  const { rows } =
    await sql`select 1 from duties where record_id = ${record} and stage = ${stage} and closed_at is null`.execute(
      tx.db,
    )
  return rows.length > 0
}

export interface DoubtRow extends ShutoutRow {
  number: string
  subject: string | null
}

/** Doubtful rows on appeals that the asker sees; `only` narrows them to those in which this person is shut out. */
export async function doubts(
  tx: Tx,
  only: string | null,
  { page, size }: { page: number; size: number },
): Promise<{ rows: DoubtRow[]; total: number }> {
  const { rows } = await sql<DoubtRow & { total: number }>`
    select s.*, coalesce(a.number, a.slip_number) as number, a.subject, count(*) over () as total
    from shutouts s join appeals a on a.id = s.record_id
    where s.state = 'doubtful' and (${only}::uuid is null
      or exists (select from denied d where d.record_id = s.record_id and d.person_id = ${only}))
    order by s.at, s.id limit ${size} offset ${(page - 1) * size}`.execute(tx.db)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Appeals that the asker sees, by id: number and title, for lists of a desk. */
export type Names = ReadonlyMap<string, Text>

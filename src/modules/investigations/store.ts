// The SQL of investigations and of who is under them. The policies of the database are the scope.
import { sql, type Generated, type JSONColumnType, type Selectable } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Lying } from '../../kernel/module.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { InvestigationKind, InvestigationState, Offence } from './contract.ts'

interface InvestigationsTable {
  id: string
  version: Generated<number>
  state: InvestigationState
  kind: InvestigationKind
  language: Language
  unit_id: string
  author_id: string | null
  prepared_at: Date
  allegations: string
  offence: Offence
  committed_on: Day
  discovered_on: Day
  place_kind: 'court' | 'body' | 'unit' | null
  place_id: string | null
  place_name: JSONColumnType<Text> | null
  about_kind: string | null
  about_id: string | null
  verdict_id: string | null
  number: string | null
  opened_on: Day | null
  first_due_on: Day | null
  due_on: Day | null
  limitation_on: Day | null
  concluded_on: Day | null
  ended_on: Day | null
  ended_by: string | null
  ended_word: string | null
  team: Generated<string[]>
  leader_id: Generated<string | null>
}

interface PersonsTable {
  id: string
  investigation_id: string
  person_id: string
  name: JSONColumnType<Text>
  added_at: Date
  added_by: string | null
  dropped_at: Date | null
  dropped_by: string | null
  dropped_reason: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    investigations: InvestigationsTable
    investigation_persons: PersonsTable
  }
}

export interface Kept {
  id: string
  version: number
  state: InvestigationState
  kind: InvestigationKind
  language: Language
  unit: string
  author: string | null
  preparedAt: Date
  allegations: string
  offence: Offence
  committedOn: Day
  discoveredOn: Day
  place: { kind: 'court' | 'body' | 'unit'; id: string; name: Text } | null
  about: { kind: string; id: string } | null
  verdict: string | null
  number: string | null
  openedOn: Day | null
  firstDueOn: Day | null
  dueOn: Day | null
  limitationOn: Day | null
  concludedOn: Day | null
  ended: { on: Day; by: string | null; word: string } | null
  team: readonly string[]
  leader: string | null
  /** Those under investigation. */
  persons: readonly { id: string; name: Text }[]
}

/** Those under investigation, in the order in which they were named. @public */
export const personsOf = async ({ db }: Pick<Tx, 'db'>, id: string): Promise<{ id: string; name: Text }[]> =>
  db
    .selectFrom('investigation_persons')
    .select(['person_id as id', 'name'])
    .where('investigation_id', '=', id)
    .where('dropped_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

const personsUnder = sql<{ id: string; name: Text }[]>`(
  select coalesce(json_agg(json_build_object('id', p.person_id, 'name', p.name) order by p.added_at, p.id), '[]')
  from investigation_persons p where p.investigation_id = investigations.id and p.dropped_at is null)`.as('persons')

export async function readKept(tx: Tx, id: string, lock: boolean): Promise<Kept | undefined> {
  const query = tx.db.selectFrom('investigations').selectAll().where('investigations.id', '=', id)
  // What was waited for may have changed who is under it, so whoever locks asks for them afterwards.
  const row: (Selectable<InvestigationsTable> & { persons?: Kept['persons'] }) | undefined = lock
    ? await query.forUpdate().executeTakeFirst()
    : await query.select(personsUnder).executeTakeFirst()
  if (!row) return undefined
  const persons = row.persons ?? (await personsOf(tx, id))
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    kind: row.kind,
    language: row.language,
    unit: row.unit_id,
    author: row.author_id,
    preparedAt: row.prepared_at,
    allegations: row.allegations,
    offence: row.offence,
    committedOn: row.committed_on,
    discoveredOn: row.discovered_on,
    place:
      row.place_kind && row.place_id && row.place_name
        ? { kind: row.place_kind, id: row.place_id, name: row.place_name }
        : null,
    about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
    verdict: row.verdict_id,
    number: row.number,
    openedOn: row.opened_on,
    firstDueOn: row.first_due_on,
    dueOn: row.due_on,
    limitationOn: row.limitation_on,
    concludedOn: row.concluded_on,
    ended: row.ended_on ? { on: row.ended_on, by: row.ended_by, word: row.ended_word ?? '' } : null,
    team: row.team,
    leader: row.leader_id,
    persons,
  }
}

/** What this form has prepared already, if it was sent twice; forms with one key wait for each other. */
export async function prepared(tx: Tx, id: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 48))`.execute(tx.db)
  const found = await tx.db
    .selectFrom('investigations')
    .select('id')
    .where('id', '=', id)
    .where('author_id', '=', tx.actor.id)
    .executeTakeFirst()
  return found !== undefined
}

export interface Place {
  kind: 'court' | 'body' | 'unit'
  id: string
  name: Text
}

type Words = Pick<InvestigationsTable, 'allegations' | 'offence' | 'committed_on' | 'discovered_on'>
export type NewInvestigation = Words &
  Pick<
    InvestigationsTable,
    'id' | 'state' | 'kind' | 'language' | 'unit_id' | 'about_kind' | 'about_id' | 'verdict_id'
  > & {
    place: Place | null
  }

const placed = (place: Place | null) => ({
  place_kind: place?.kind ?? null,
  place_id: place?.id ?? null,
  place_name: place ? JSON.stringify(place.name) : null,
})

export async function insertInvestigation({ db, at, actor }: Tx, { place, ...row }: NewInvestigation): Promise<void> {
  const author_id = actor.kind === 'system' ? null : actor.id
  await db
    .insertInto('investigations')
    .values({ ...row, ...placed(place), author_id, prepared_at: at })
    .execute()
}

export type Change = Partial<
  Words &
    Pick<
      InvestigationsTable,
      | 'number'
      | 'opened_on'
      | 'first_due_on'
      | 'due_on'
      | 'concluded_on'
      | 'ended_on'
      | 'ended_by'
      | 'ended_word'
      | 'state'
    >
>

export const changeInvestigation = async ({ db }: Pick<Tx, 'db'>, id: string, change: Change): Promise<void> => {
  await db.updateTable('investigations').set(change).where('id', '=', id).execute()
}

/** For the room of limitations: the earliest of all under it. */
export const setLimitation = async ({ db }: Pick<Tx, 'db'>, id: string, on: Day | null): Promise<void> => {
  await db.updateTable('investigations').set({ limitation_on: on }).where('id', '=', id).execute()
}

export const movePlace = async ({ db }: Tx, id: string, place: Place | null): Promise<void> => {
  await db.updateTable('investigations').set(placed(place)).where('id', '=', id).execute()
}

/** Whoever of these works here is shut out at once, by the trigger of the table. */
export async function insertPersons(tx: Tx, id: string, persons: readonly { id: string; name: Text }[]): Promise<void> {
  const { db, at, actor } = tx
  const added_by = actor.kind === 'system' ? null : actor.id
  for (const { id: person_id, name } of persons)
    await db
      .insertInto('investigation_persons')
      .values({
        id: newId(),
        investigation_id: id,
        person_id,
        name: JSON.stringify(name),
        added_at: at,
        added_by,
        dropped_at: null,
        dropped_by: null,
        dropped_reason: null,
      })
      .execute()
}

export const dropPerson = async ({ db, at, actor }: Tx, id: string, person: string, reason: string): Promise<void> => {
  await db
    .updateTable('investigation_persons')
    .set({ dropped_at: at, dropped_by: actor.id, dropped_reason: reason })
    .where('investigation_id', '=', id)
    .where('person_id', '=', person)
    .where('dropped_at', 'is', null)
    .execute()
}

/** An unfinished investigation of a superior after this verdict. */
export const proposedAfter = async ({ db }: Pick<Tx, 'db'>, verdict: string): Promise<string | null> =>
  (
    await db
      .selectFrom('investigations')
      .select('id')
      .where('verdict_id', '=', verdict)
      .where('state', '<>', 'discontinued')
      .executeTakeFirst()
  )?.id ?? null

/** Those that are not at their end: the readers of the search follow them. */
export const livingIds = async ({ db }: Pick<Tx, 'db'>): Promise<string[]> =>
  (await db.selectFrom('investigations').select('id').where('ended_on', 'is', null).orderBy('id').execute()).map(
    ({ id }) => id,
  )

/** What lies on somebody's desk: open investigations with him or her on the team, or with something due in that name. */
export async function lyingOn({ db }: Pick<Tx, 'db'>, person: string): Promise<Lying[]> {
  const { rows } = await sql<Lying>`
    select i.id, coalesce(i.number, '') as number, left(i.allegations, 120) as title, i.due_on as "dueOn" from investigations i
    where i.ended_on is null and (${person} = any (i.team) or exists (
      select from duties d where d.record_kind = 'investigation' and d.record_id = i.id and d.holder_id = ${person} and d.closed_at is null))
    order by i.due_on nulls last, i.id`.execute(db)
  return rows
}

/** What is due on it in one name goes to another, past the sight of whoever hands it over. */
export const passDuties = async (
  { db }: Pick<Tx, 'db'>,
  id: string,
  from: string,
  to: string | null,
): Promise<void> => {
  await sql`select move_duties(${from}, ${to}::uuid, array[${id}]::uuid[])`.execute(db)
}

export const shutOut = async ({ db, at }: Tx, id: string, employee: string): Promise<void> => {
  await sql`insert into denied (record_id, person_id, since, reason) values (${id}, ${employee}, ${at}, 'recused')
    on conflict do nothing`.execute(db)
}

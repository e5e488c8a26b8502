// The SQL of criminal cases. The policies of the database are the scope: a unit sees its region, the centre all, nobody a case about himself.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import type { Attached } from '../../kernel/files/index.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { CourtKind } from '../structure/contract.ts'
import type { EventDetails } from './contract.ts'
import type { Stage } from './stage.ts'
import type {
  CaseState,
  EventKind,
  Gravity,
  Outcome,
  PostKind,
  Qualification,
  Restraint,
  Sentence,
  SuperiorState,
} from './words.ts'

/** What is entered and corrected; the words of it as they stood. */
export interface Facts {
  person_id: string | null
  person_name: string
  name_key: string
  iin: string | null
  post_kind: PostKind
  leads: boolean
  post_title: string
  court_id: string | null
  court_kind: CourtKind | null
  place_name: Text
  region_code: string | null
  unit_id: string
  articles: string[]
  article_words: string
  qualification: Qualification
  erdr: string | null
  court_case: string | null
  body_id: string | null
  body_name: Text | null
  offence_on: Day | null
}

interface Kept extends Omit<Facts, 'place_name' | 'body_name'> {
  id: string
  version: Generated<number>
  state: Generated<CaseState>
  entered_at: Date
  entered_by: string
  place_name: JSONColumnType<Text>
  body_name: JSONColumnType<Text> | null
  article: Generated<string>
  erdr_key: Generated<string | null>
  person_heard: Generated<string>
  registered_on: Day
  suspected_on: Day | null
  charged_on: Day | null
  court_on: Day | null
  verdict_on: Day | null
  appealed_on: Day | null
  force_on: Day | null
  terminated_on: Day | null
  dismissed_on: Day | null
  restraint: Restraint | null
  outcome: Generated<Outcome>
  gravity: Gravity | null
  sentences: Generated<Sentence[]>
  sentence_words: string | null
  superior: SuperiorState | null
  superior_kind: string | null
  superior_record: string | null
  superior_word: JSONColumnType<Text> | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    criminal_cases: Kept
    criminal_case_events: {
      id: string
      case_id: string
      place: number
      kind: EventKind
      happened_on: Day
      confirmed_on: Day
      incoming_id: string | null
      paper: string | null
      word: string | null
      details: JSONColumnType<EventDetails>
      entered_at: Date
      entered_by: string
      ended_at: Date | null
      ended_by: string | null
      ended_reason: string | null
      replaced_by: string | null
    }
    criminal_case_files: {
      case_id: string
      file_id: string
      event_id: string
      name: string
      bytes: number
      sha256: string
      type: string
      place: number
    }
    criminal_case_corrections: {
      id: string
      case_id: string
      at: Date
      by: string
      reason: string
      source: string | null
      before: JSONColumnType<Said>
      after: JSONColumnType<Said>
    }
  }
}

/** What a correction changed: values by name of the field. */
export type Said = Partial<Record<keyof Facts, Facts[keyof Facts]>>

const read = ({ db }: Pick<Tx, 'db'>, id: string) => db.selectFrom('criminal_cases').selectAll().where('id', '=', id)

export async function findCase(tx: Pick<Tx, 'db'>, id: string, lock: boolean) {
  const query = read(tx, id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}
export type Case = NonNullable<Awaited<ReturnType<typeof findCase>>>

/** The case that this form has entered already, if it was sent twice; forms with one key wait for each other. */
export async function enteredBefore(tx: Tx, id: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 46))`.execute(tx.db)
  const { rows } = await sql`select from criminal_cases where id = ${id} and entered_by = ${tx.actor.id}`.execute(tx.db)
  return rows.length > 0
}

/** A case that the actor sees about the same person under the same number. Those who enter one number wait for each other. */
export async function twinOf(tx: Tx, it: Facts, except: string | null): Promise<string | null> {
  const number = it.erdr?.replaceAll(/\D/g, '')
  if (!number) return null
  await sql`select pg_advisory_xact_lock(hashtextextended(${number}, 46))`.execute(tx.db)
  const { rows } = await sql<{ id: string }>`
    select id from criminal_cases where erdr_key = ${number} and id is distinct from ${except}
      and case when iin is null or ${it.iin}::text is null then name_key = ${it.name_key} else iin = ${it.iin} end limit 1`.execute(
    tx.db,
  )
  return rows[0]?.id ?? null
}

const text = (it: Text | null) => (it === null ? null : JSON.stringify(it))
const columnsOf = (it: Facts) => ({ ...it, place_name: JSON.stringify(it.place_name), body_name: text(it.body_name) })

export const insertCase = async ({ db, at, actor }: Tx, id: string, it: Facts, registeredOn: Day): Promise<void> => {
  await db
    .insertInto('criminal_cases')
    .values({ id, ...columnsOf(it), entered_at: at, entered_by: actor.id, registered_on: registeredOn })
    .execute()
}

export const changeFacts = async ({ db }: Tx, id: string, it: Facts): Promise<void> => {
  await db.updateTable('criminal_cases').set(columnsOf(it)).where('id', '=', id).execute()
}

export const putStage = async ({ db }: Tx, id: string, it: Stage): Promise<void> => {
  await db
    .updateTable('criminal_cases')
    .set({
      state: it.state,
      registered_on: it.registeredOn,
      suspected_on: it.suspectedOn,
      charged_on: it.chargedOn,
      court_on: it.courtOn,
      verdict_on: it.verdictOn,
      appealed_on: it.appealedOn,
      force_on: it.forceOn,
      terminated_on: it.terminatedOn,
      dismissed_on: it.dismissedOn,
      restraint: it.restraint,
      outcome: it.outcome,
      gravity: it.gravity,
      sentences: [...it.sentences],
      sentence_words: it.sentenceWords,
    })
    .where('id', '=', id)
    .execute()
}

export const putCourtCase = async ({ db }: Tx, id: string, number: string): Promise<void> => {
  await db.updateTable('criminal_cases').set({ court_case: number }).where('id', '=', id).execute()
}

/** For the higher room: what came of the superior's liability (6.22), in its words, and its own record of it. */
export const putSuperior = async (
  { db }: Tx,
  id: string,
  state: SuperiorState | null,
  record: { kind: string; id: string } | null,
  word: Text | null,
): Promise<void> => {
  await db
    .updateTable('criminal_cases')
    .set({
      superior: state,
      superior_kind: record?.kind ?? null,
      superior_record: record?.id ?? null,
      superior_word: text(word),
    })
    .where('id', '=', id)
    .execute()
}

/** All events of a case, also those that were corrected or struck, in their places. */
export const eventsOf = ({ db }: Pick<Tx, 'db'>, id: string) =>
  db
    .selectFrom('criminal_case_events')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('place')
    .orderBy('entered_at')
    .orderBy(sql`ended_at is null`)
    .execute()
export type Event = Awaited<ReturnType<typeof eventsOf>>[number]

export interface NewEvent {
  id: string
  case_id: string
  place: number
  kind: EventKind
  happened_on: Day
  confirmed_on: Day
  incoming_id: string | null
  paper: string | null
  word: string | null
  details: EventDetails
}

export const insertEvent = async ({ db, at, actor }: Tx, { details, ...it }: NewEvent): Promise<void> => {
  await db
    .insertInto('criminal_case_events')
    .values({ ...it, details: JSON.stringify(details), entered_at: at, entered_by: actor.id })
    .execute()
}

export const endEvent = async (
  { db, at, actor }: Tx,
  id: string,
  reason: string,
  replacedBy: string | null,
): Promise<void> => {
  await db
    .updateTable('criminal_case_events')
    .set({ ended_at: at, ended_by: actor.id, ended_reason: reason, replaced_by: replacedBy })
    .where('id', '=', id)
    .execute()
}

export const linkFiles = async (
  { db }: Tx,
  caseId: string,
  event: string,
  files: readonly Pick<Attached, 'id' | 'name' | 'bytes' | 'sha256' | 'type'>[],
): Promise<void> => {
  if (!files.length) return
  await db
    .insertInto('criminal_case_files')
    .values(
      files.map(({ id, name, bytes, sha256, type }, place) => ({
        case_id: caseId,
        event_id: event,
        file_id: id,
        name,
        bytes,
        sha256,
        type,
        place,
      })),
    )
    .execute()
}

export const filesOf = ({ db }: Pick<Tx, 'db'>, id: string) =>
  db.selectFrom('criminal_case_files').selectAll().where('case_id', '=', id).orderBy('place').execute()

export const keepCorrection = async (
  { db, at, actor }: Tx,
  it: { id: string; case_id: string; reason: string; source: string | null; before: Said; after: Said },
): Promise<void> => {
  await db
    .insertInto('criminal_case_corrections')
    .values({ ...it, at, by: actor.id, before: JSON.stringify(it.before), after: JSON.stringify(it.after) })
    .execute()
}

export const correctionsOf = ({ db }: Pick<Tx, 'db'>, id: string) =>
  db
    .selectFrom('criminal_case_corrections')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Other cases about the same person, by record or number, that the actor sees. */
export async function othersOf({ db }: Pick<Tx, 'db'>, it: Pick<Case, 'id' | 'iin' | 'person_id'>) {
  if (!it.iin && !it.person_id) return []
  return db
    .selectFrom('criminal_cases')
    .select(['id', 'erdr', 'court_case', 'post_title', 'state', 'registered_on'])
    .where('id', '<>', it.id)
    .where((by) =>
      by.or([
        ...(it.iin ? [by('iin', '=', it.iin)] : []),
        ...(it.person_id ? [by('person_id', '=', it.person_id)] : []),
      ]),
    )
    .orderBy('registered_on', 'desc')
    .limit(50)
    .execute()
}

/** Territorial units whose register the actor keeps; null for the centre. */
export async function ownUnits({ db }: Pick<Tx, 'db'>): Promise<readonly string[] | null> {
  const { rows } = await sql<{ units: string[]; centre: boolean }>`
    select criminal_case_units()::text[] as units, in_the_centre() as centre`.execute(db)
  return rows[0]?.centre ? null : (rows[0]?.units ?? [])
}

export async function courtOf({ db }: Pick<Tx, 'db'>, id: string) {
  return db.selectFrom('courts').select(['kind', 'name', 'region_code']).where('id', '=', id).executeTakeFirst()
}

export async function bodyNameOf({ db }: Pick<Tx, 'db'>, id: string): Promise<Text | null> {
  return (await db.selectFrom('bodies').select('name').where('id', '=', id).executeTakeFirst())?.name ?? null
}

/** The unit that keeps the register of a region, or the Department. */
export async function unitOf({ db, today }: Pick<Tx, 'db' | 'today'>, region: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from units where valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
      and case when ${region}::text is null then kind = 'department' else region_code = ${region} end limit 1`.execute(
    db,
  )
  return rows[0]?.id ?? null
}

export const regionNames = async ({ db }: Pick<Tx, 'db'>): Promise<ReadonlyMap<string, Text>> =>
  new Map(
    (await db.selectFrom('regions').select(['code', 'name']).orderBy('place').execute()).map(({ code, name }) => [
      code,
      name,
    ]),
  )

/** Courts in force, in the order of their regions. */
export async function courtsOn({ db, today }: Pick<Tx, 'db' | 'today'>) {
  const { rows } = await sql<{ id: string; name: Text; region: string | null }>`
    select c.id, c.name, c.region_code as region from courts c left join regions r on r.code = c.region_code
    where valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
    order by r.place nulls first, c.name ->> 'kk' collate "kk-x-icu"`.execute(db)
  return rows
}

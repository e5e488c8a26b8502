// The SQL of allegations, findings, measures, familiarisation, the conclusion and its review. The policies are the scope.
import { sql, type Generated } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { attachFile } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Acknowledgement, Finding, MeasureName } from './words.ts'

export type Db = Pick<Tx, 'db'>

interface AllegationsTable {
  id: string
  investigation_id: string
  place: number
  words: string
  at: Date
  by: string
  dropped_at: Date | null
  dropped_by: string | null
  dropped_reason: string | null
}
interface FindingsTable {
  id: string
  investigation_id: string
  allegation_id: string
  person_id: string
  finding: Finding
  reasons: string
  sources: string | null
  at: Date
  by: string
  replaced_at: Date | null
}
interface RefsTable {
  finding_id: string
  place: number
  investigation_id: string
  record_kind: string
  record_id: string
  caption: string
}
interface MeasuresTable {
  id: string
  investigation_id: string
  person_id: string
  measure: MeasureName
  reasons: string
  at: Date
  by: string
  replaced_at: Date | null
}
interface FamiliarisationsTable {
  id: string
  investigation_id: string
  person_id: string
  offered_on: Day
  due_on: Day
  doubtful: boolean
  at: Date
  by: string
  acknowledged: Acknowledgement | null
  acknowledged_on: Day | null
  remarks: string | null
  witnesses: Generated<string[]>
  acknowledged_at: Date | null
  acknowledged_by: string | null
  stale_at: Date | null
}
interface ConclusionsTable {
  id: string
  investigation_id: string
  document_id: string
  at: Date
  by: string
  number: string | null
  signed_on: Day | null
  signed_at: Date | null
  dropped_at: Date | null
  dropped_by: string | null
  dropped_reason: string | null
  returned_at: Date | null
}
interface ReviewsTable {
  id: string
  investigation_id: string
  at: Date
  by: string
  passed: boolean
  words: string
}
export type Part =
  | 'familiarisation'
  | 'decision'
  | 'execution'
  | 'appeal'
  | 'appeal-result'
  | 'transfer'
  | 'answer'
  | 'notice'
  | 'superior'
interface FilesTable {
  file_id: string
  investigation_id: string
  part: Part
  part_id: string
  name: string
  bytes: number
  sha256: string
  type: string
  place: number
}

interface MaterialsTable {
  id: string
  investigation_id: string
  words: string
  at: Date
  by: string
}

declare module '../../kernel/database.ts' {
  interface Tables {
    conclusion_allegations: AllegationsTable
    conclusion_findings: FindingsTable
    conclusion_refs: RefsTable
    conclusion_measures: MeasuresTable
    conclusion_familiarisations: FamiliarisationsTable
    conclusions: ConclusionsTable
    conclusion_reviews: ReviewsTable
    conclusion_files: FilesTable
    conclusion_materials: MaterialsTable
  }
}

const made = ({ at, actor }: Tx, investigation_id: string) => ({ id: newId(), investigation_id, at, by: actor.id })

export async function insertAllegation(tx: Tx, id: string, words: string): Promise<string> {
  const row = made(tx, id)
  // The investigation is locked by its command, so two allegations never take one place.
  const place = sql<number>`(select coalesce(max(place), 0) + 1 from conclusion_allegations where investigation_id = ${id})`
  await tx.db
    .insertInto('conclusion_allegations')
    .values({ ...row, place, words, dropped_at: null, dropped_by: null, dropped_reason: null })
    .execute()
  return row.id
}

export const allegationsOf = ({ db }: Db, id: string) =>
  db.selectFrom('conclusion_allegations').selectAll().where('investigation_id', '=', id).orderBy('place').execute()

export const dropAllegation = async ({ db, at, actor }: Tx, allegation: string, reason: string): Promise<void> => {
  await db
    .updateTable('conclusion_allegations')
    .set({ dropped_at: at, dropped_by: actor.id, dropped_reason: reason })
    .where('id', '=', allegation)
    .execute()
}

type NewFinding = Pick<FindingsTable, 'allegation_id' | 'person_id' | 'finding' | 'reasons' | 'sources'>
export interface Ref {
  kind: string
  id: string
  caption: string
}

/** The new finding takes the place of the one before, which stays. */
export async function putFinding(tx: Tx, id: string, it: NewFinding, refs: readonly Ref[]): Promise<void> {
  await tx.db
    .updateTable('conclusion_findings')
    .set({ replaced_at: tx.at })
    .where('allegation_id', '=', it.allegation_id)
    .where('person_id', '=', it.person_id)
    .where('replaced_at', 'is', null)
    .execute()
  const row = made(tx, id)
  await tx.db
    .insertInto('conclusion_findings')
    .values({ ...row, ...it, replaced_at: null })
    .execute()
  for (const [place, ref] of refs.entries())
    await tx.db
      .insertInto('conclusion_refs')
      .values({
        finding_id: row.id,
        place,
        investigation_id: id,
        record_kind: ref.kind,
        record_id: ref.id,
        caption: ref.caption,
      })
      .execute()
}

/** All findings ever made, the latest first. */
export const findingsOf = ({ db }: Db, id: string) =>
  db.selectFrom('conclusion_findings').selectAll().where('investigation_id', '=', id).orderBy('at', 'desc').execute()

export const refsOf = ({ db }: Db, id: string) =>
  db.selectFrom('conclusion_refs').selectAll().where('investigation_id', '=', id).orderBy('place').execute()

export async function putMeasure(
  tx: Tx,
  id: string,
  it: Pick<MeasuresTable, 'person_id' | 'measure' | 'reasons'>,
): Promise<void> {
  await tx.db
    .updateTable('conclusion_measures')
    .set({ replaced_at: tx.at })
    .where('investigation_id', '=', id)
    .where('person_id', '=', it.person_id)
    .where('replaced_at', 'is', null)
    .execute()
  await tx.db
    .insertInto('conclusion_measures')
    .values({ ...made(tx, id), ...it, replaced_at: null })
    .execute()
}

export const measuresOf = ({ db }: Db, id: string) =>
  db
    .selectFrom('conclusion_measures')
    .selectAll()
    .where('investigation_id', '=', id)
    .where('replaced_at', 'is', null)
    .execute()

type NewFamiliarisation = Pick<FamiliarisationsTable, 'person_id' | 'offered_on' | 'due_on' | 'doubtful'>
export async function insertFamiliarisation(tx: Tx, id: string, it: NewFamiliarisation): Promise<string> {
  const row = made(tx, id)
  await tx.db
    .insertInto('conclusion_familiarisations')
    .values({
      ...row,
      ...it,
      acknowledged: null,
      acknowledged_on: null,
      remarks: null,
      acknowledged_at: null,
      acknowledged_by: null,
      stale_at: null,
    })
    .execute()
  return row.id
}

/** Those that still count: the findings have not changed since. */
export const familiarisationsOf = ({ db }: Db, id: string) =>
  db
    .selectFrom('conclusion_familiarisations')
    .selectAll()
    .where('investigation_id', '=', id)
    .where('stale_at', 'is', null)
    .execute()

type Acknowledged = Pick<FamiliarisationsTable, 'acknowledged' | 'acknowledged_on' | 'remarks'> & {
  witnesses: string[]
}
export const putAcknowledgement = async ({ db, at, actor }: Tx, id: string, it: Acknowledged): Promise<void> => {
  await db
    .updateTable('conclusion_familiarisations')
    .set({ ...it, acknowledged_at: at, acknowledged_by: actor.id })
    .where('id', '=', id)
    .execute()
}

/** What the person studied was another finding: the offer begins anew. */
export const staleFamiliarisation = async ({ db, at }: Tx, id: string, person: string): Promise<boolean> => {
  const found = await db
    .updateTable('conclusion_familiarisations')
    .set({ stale_at: at })
    .where('investigation_id', '=', id)
    .where('person_id', '=', person)
    .where('stale_at', 'is', null)
    .returning('id')
    .execute()
  return found.length > 0
}

export async function insertConclusion(tx: Tx, id: string, document: string): Promise<void> {
  const none = { number: null, signed_on: null, signed_at: null, returned_at: null }
  const drop = { dropped_at: null, dropped_by: null, dropped_reason: null }
  await tx.db
    .insertInto('conclusions')
    .values({ ...made(tx, id), document_id: document, ...none, ...drop })
    .execute()
}

/** The conclusion that stands: drafted or signed, neither given up nor sent back. */
export const conclusionOf = ({ db }: Db, id: string) =>
  db
    .selectFrom('conclusions')
    .selectAll()
    .where('investigation_id', '=', id)
    .where('dropped_at', 'is', null)
    .where('returned_at', 'is', null)
    .executeTakeFirst()

/** Whoever drafted any of the conclusions. */
export const draftersOf = async ({ db }: Db, id: string): Promise<string[]> =>
  (await db.selectFrom('conclusions').select('by').distinct().where('investigation_id', '=', id).execute()).map(
    ({ by }) => by,
  )

export const changeConclusion = async (
  { db }: Db,
  id: string,
  change: Partial<Omit<ConclusionsTable, 'id' | 'investigation_id' | 'document_id'>>,
): Promise<void> => {
  await db.updateTable('conclusions').set(change).where('id', '=', id).execute()
}

export const insertReview = async (tx: Tx, id: string, it: { passed: boolean; words: string }): Promise<void> => {
  await tx.db
    .insertInto('conclusion_reviews')
    .values({ ...made(tx, id), ...it })
    .execute()
}

export const reviewsOf = ({ db }: Db, id: string) =>
  db.selectFrom('conclusion_reviews').selectAll().where('investigation_id', '=', id).orderBy('at').execute()

export const reviewerOf = async ({ db }: Db, id: string): Promise<string | null> => {
  const { rows } = await sql<{
    reviewer_id: string | null
  }>`select reviewer_id from investigations where id = ${id}`.execute(db)
  return rows[0]?.reviewer_id ?? null
}
export const putReviewer = async ({ db }: Db, id: string, employee: string): Promise<void> => {
  await sql`update investigations set reviewer_id = ${employee} where id = ${id}`.execute(db)
}

/** Attaches the files to the investigation and keeps of what they are the scan. */
export async function keepFiles(
  tx: Tx,
  id: string,
  [part, part_id]: readonly [Part, string],
  ids: readonly string[],
): Promise<void> {
  for (const [place, file] of ids.entries()) {
    const { name, bytes, sha256, type } = await attachFile(tx, file, 'investigation', id)
    const row = { file_id: file, investigation_id: id, part, part_id, name, bytes, sha256, type, place }
    await tx.db.insertInto('conclusion_files').values(row).execute()
  }
}

export const filesOf = async ({ db }: Db, id: string) =>
  (
    await db.selectFrom('conclusion_files').selectAll().where('investigation_id', '=', id).orderBy('place').execute()
  ).map(({ file_id, name, bytes, sha256, type, part, part_id }) => ({
    part,
    of: part_id,
    file: { id: file_id, name, bytes: Number(bytes), sha256, type },
  }))
export type KeptFiles = Awaited<ReturnType<typeof filesOf>>

export const insertMaterial = async ({ db, at, actor }: Tx, id: string, words: string): Promise<void> => {
  await db
    .insertInto('conclusion_materials')
    .values({ id: newId(), investigation_id: id, words, at, by: actor.id })
    .execute()
}
export const materialsOf = ({ db }: Db, id: string) =>
  db.selectFrom('conclusion_materials').selectAll().where('investigation_id', '=', id).orderBy('at').execute()

/** Of these tables, those that keep something in the course of an investigation, with what they keep of this one. */
export async function keptIn({ db }: Db, id: string, tables: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'investigation_id' and not a.attisdropped
      and c.relname = any (${[...tables]}::text[])`.execute(db)
  const found = new Map<string, string[]>()
  for (const { name } of rows) {
    const kept = await sql<{ id: string }>`
      select id from ${sql.table(name)} where investigation_id = ${id} order by id limit 2000`.execute(db)
    found.set(
      name,
      kept.rows.map((row) => row.id),
    )
  }
  return found
}

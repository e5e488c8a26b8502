// The SQL of the course of an investigation: its plan, suspensions from office, what happened, and the files.
import { sql, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'

type Db = Pick<Tx, 'db'>

interface StepsTable {
  id: string
  investigation_id: string
  place: number
  what: string
  who_id: string
  by_on: Day
  planned_at: Date
  planned_by: string
  planned_on: Day
  done_on: Day | null
  done_at: Date | null
  done_by: string | null
  result: string | null
  dropped_at: Date | null
  dropped_by: string | null
  dropped_reason: string | null
}
interface SuspensionsTable {
  id: string
  investigation_id: string
  person_id: string
  act_number: string
  act_on: Day
  issuer: string
  from_on: Day
  until_on: Day
  at: Date
  by: string
}
interface NotesTable {
  id: string
  investigation_id: string
  happened_on: Day
  at: Date
  by: string | null
  words: JSONColumnType<Text>
}
interface FilesTable {
  investigation_id: string
  file_id: string
  note_id: string | null
  suspension_id: string | null
  name: string
  bytes: number
  sha256: string
  type: string
  place: number
}

declare module '../../kernel/database.ts' {
  interface Tables {
    investigation_steps: StepsTable
    investigation_suspensions: SuspensionsTable
    investigation_notes: NotesTable
    investigation_files: FilesTable
  }
}

export async function insertStep(tx: Tx, id: string, it: { what: string; who: string; by: Day }): Promise<string> {
  const step = newId()
  await tx.db
    .insertInto('investigation_steps')
    .values({
      id: step,
      investigation_id: id,
      // The investigation is locked by its command, so two steps never take one place.
      place: sql<number>`(select coalesce(max(place), 0) + 1 from investigation_steps where investigation_id = ${id})`,
      what: it.what,
      who_id: it.who,
      by_on: it.by,
      planned_at: tx.at,
      planned_by: tx.actor.id,
      planned_on: tx.today,
      done_on: null,
      done_at: null,
      done_by: null,
      result: null,
      dropped_at: null,
      dropped_by: null,
      dropped_reason: null,
    })
    .execute()
  return step
}

export const stepsOf = ({ db }: Db, id: string) =>
  db.selectFrom('investigation_steps').selectAll().where('investigation_id', '=', id).orderBy('place').execute()

/** A step that is neither done nor dropped. */
export const openStep = ({ db }: Db, id: string, step: string) =>
  db
    .selectFrom('investigation_steps')
    .selectAll()
    .where('investigation_id', '=', id)
    .where('id', '=', step)
    .where('done_on', 'is', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()

export const changeStep = async ({ db }: Db, step: string, change: Partial<StepsTable>): Promise<void> => {
  await db.updateTable('investigation_steps').set(change).where('id', '=', step).execute()
}

/** What one member had still to do passes to another. */
export const passSteps = ({ db }: Db, id: string, from: string, to: string) =>
  db
    .updateTable('investigation_steps')
    .set({ who_id: to })
    .where('investigation_id', '=', id)
    .where('who_id', '=', from)
    .where('done_on', 'is', null)
    .where('dropped_at', 'is', null)
    .returning('id')
    .execute()

type NewSuspension = Pick<SuspensionsTable, 'person_id' | 'act_number' | 'act_on' | 'issuer' | 'from_on' | 'until_on'>
export async function insertSuspension(tx: Tx, id: string, it: NewSuspension): Promise<string> {
  const suspension = newId()
  await tx.db
    .insertInto('investigation_suspensions')
    .values({ ...it, id: suspension, investigation_id: id, at: tx.at, by: tx.actor.id })
    .execute()
  return suspension
}

export const suspensionsOf = ({ db }: Db, id: string) =>
  db
    .selectFrom('investigation_suspensions')
    .selectAll()
    .where('investigation_id', '=', id)
    .orderBy('from_on')
    .orderBy('id')
    .execute()

export async function insertNote(tx: Tx, id: string, it: { happenedOn: Day; words: Text }): Promise<string> {
  const note = newId()
  const by = tx.actor.kind === 'system' ? null : tx.actor.id
  const words = JSON.stringify(it.words)
  await tx.db
    .insertInto('investigation_notes')
    .values({ id: note, investigation_id: id, happened_on: it.happenedOn, at: tx.at, by, words })
    .execute()
  return note
}

const mostCounted = 10_000

/** The latest first; of one day and moment in the order of their ids, so that no page repeats or loses any. */
export async function pageOfNotes({ db }: Db, id: string, { page, size }: { page: number; size: number }) {
  const all = db.selectFrom('investigation_notes').where('investigation_id', '=', id)
  const rows = await all
    .selectAll()
    .orderBy('happened_on', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, ...(await countUpTo({ db }, all.select('id'), mostCounted)) }
}

export const filesOfNotes = async ({ db }: Db, id: string, notes: readonly string[]) =>
  notes.length
    ? db
        .selectFrom('investigation_files')
        .selectAll()
        .where('investigation_id', '=', id)
        .where(sql<boolean>`note_id = any (${[...notes]}::uuid[])`)
        .orderBy('place')
        .execute()
    : []

export const filesOfSuspensions = ({ db }: Db, id: string) =>
  db
    .selectFrom('investigation_files')
    .selectAll()
    .where('investigation_id', '=', id)
    .where('suspension_id', 'is not', null)
    .orderBy('place')
    .execute()

interface Attached {
  id: string
  name: string
  bytes: number
  sha256: string
  type: string
}

export async function linkFiles(
  tx: Tx,
  id: string,
  to: { note?: string; suspension?: string },
  files: readonly Attached[],
): Promise<void> {
  for (const [place, { id: file_id, name, bytes, sha256, type }] of files.entries())
    await tx.db
      .insertInto('investigation_files')
      .values({
        investigation_id: id,
        file_id,
        note_id: to.note ?? null,
        suspension_id: to.suspension ?? null,
        name,
        bytes,
        sha256,
        type,
        place,
      })
      .execute()
}

export const hasFile = async ({ db }: Db, id: string, file: string): Promise<boolean> =>
  (await db
    .selectFrom('investigation_files')
    .select('file_id')
    .where('investigation_id', '=', id)
    .where('file_id', '=', file)
    .executeTakeFirst()) !== undefined

export const filesOf = ({ db }: Db, id: string) =>
  db.selectFrom('investigation_files').selectAll().where('investigation_id', '=', id).orderBy('place').execute()

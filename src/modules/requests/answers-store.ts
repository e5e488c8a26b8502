// The SQL of what became of a request: answers and their files, extensions, reports to the principals and their word on them.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import type { Attached } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { PrincipalPost } from './contract.ts'

interface AnswersTable {
  id: string
  request_id: string
  at: Date
  by: string | null
  received_on: Day
  incoming_id: string | null
  word: string | null
  complete: 'full' | 'partly' | null
  missing: string | null
}

interface ReportsTable {
  id: string
  request_id: string
  at: Date
  by: string
  due_on: Day
  clause: '12' | '5.7'
  done: string
  missing: string | null
}

interface AcknowledgementsTable {
  report_id: string
  post: PrincipalPost
  at: Date
  by: string
  instruction: string | null
  until_on: Day | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    request_answers: AnswersTable
    request_files: {
      request_id: string
      file_id: string
      answer_id: string | null
      name: string
      bytes: number
      sha256: string
      type: string
      place: number
    }
    request_extensions: {
      id: string
      request_id: string
      at: Date
      by: string
      plea: string
      from_on: Day
      until_on: Day
    }
    request_reports: ReportsTable
    request_acknowledgements: AcknowledgementsTable
  }
}

export const answersOf = ({ db }: Tx, request: string) =>
  db
    .selectFrom('request_answers')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()

export async function insertAnswer(
  tx: Tx,
  it: Pick<AnswersTable, 'request_id' | 'received_on' | 'incoming_id' | 'word' | 'complete' | 'missing'>,
): Promise<string> {
  const id = newId()
  const by = tx.actor.kind === 'employee' ? tx.actor.id : null
  await tx.db
    .insertInto('request_answers')
    .values({ ...it, id, at: tx.at, by })
    .execute()
  return id
}

export const knowsIncoming = async ({ db }: Tx, request: string, incoming: string): Promise<boolean> =>
  (await db
    .selectFrom('request_answers')
    .select('id')
    .where('request_id', '=', request)
    .where('incoming_id', '=', incoming)
    .executeTakeFirst()) !== undefined

/** Answers that came and that nobody has weighed yet; gives the day of the latest. */
export async function weigh(
  { db }: Tx,
  request: string,
  complete: 'full' | 'partly',
  missing: string | null,
): Promise<Day | null> {
  const rows = await db
    .updateTable('request_answers')
    .set({ complete, missing })
    .where('request_id', '=', request)
    .where('complete', 'is', null)
    .returning('received_on')
    .execute()
  return (
    rows
      .map(({ received_on }) => received_on)
      .sort()
      .at(-1) ?? null
  )
}

export const linkFiles = async (
  { db }: Tx,
  request: string,
  answer: string | null,
  files: readonly Attached[],
): Promise<void> => {
  if (!files.length) return
  const rows = files.map(({ id: file_id, name, bytes, sha256, type }, place) => ({
    request_id: request,
    answer_id: answer,
    file_id,
    name,
    bytes,
    sha256,
    type,
    place,
  }))
  await db
    .insertInto('request_files')
    .values(rows)
    .onConflict((met) => met.doNothing())
    .execute()
}

export const filesOf = ({ db }: Tx, request: string) =>
  db.selectFrom('request_files').selectAll().where('request_id', '=', request).orderBy('place').limit(500).execute()

/** What is known of a kept file, to show it with a request too. */
export const fileFacts = ({ db }: Tx, id: string) =>
  sql<Attached>`select id, name, type, bytes, sha256, stripped from files where id = ${id}`
    .execute(db)
    .then(({ rows }) => rows[0] ?? null)

export const insertExtension = async (
  tx: Tx,
  request: string,
  it: { plea: string; from: Day; until: Day },
): Promise<void> => {
  const { plea, from: from_on, until: until_on } = it
  await tx.db
    .insertInto('request_extensions')
    .values({ id: newId(), request_id: request, at: tx.at, by: tx.actor.id, plea, from_on, until_on })
    .execute()
}

export const extensionsOf = ({ db }: Tx, request: string) =>
  db
    .selectFrom('request_extensions')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('at', 'desc')
    .limit(100)
    .execute()

export async function insertReport(
  tx: Tx,
  it: Pick<ReportsTable, 'request_id' | 'due_on' | 'clause' | 'done' | 'missing'>,
): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('request_reports')
    .values({ ...it, id, at: tx.at, by: tx.actor.id })
    .execute()
  return id
}

export const reportsOf = ({ db }: Tx, request: string) =>
  db
    .selectFrom('request_reports')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()

export const acknowledgementsOf = async ({ db }: Tx, reports: readonly string[]) =>
  reports.length
    ? db
        .selectFrom('request_acknowledgements')
        .selectAll()
        .where('report_id', 'in', [...reports])
        .orderBy('at')
        .execute()
    : []

export const insertAcknowledgement = async (
  tx: Tx,
  it: Pick<AcknowledgementsTable, 'report_id' | 'post' | 'instruction' | 'until_on'>,
): Promise<void> => {
  await tx.db
    .insertInto('request_acknowledgements')
    .values({ ...it, at: tx.at, by: tx.actor.id })
    .execute()
}

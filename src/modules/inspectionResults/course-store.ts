// The SQL of findings and objections.
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'

interface FindingsTable {
  id: string
  inspection_id: string
  question_id: string
  place: number
  what: string
  norm: string
  papers: string[]
  person_id: string | null
  answers: string
  at: Date
  by: string
  struck_at: Date | null
  struck_by: string | null
  struck_reason: string | null
}

interface ObjectionsTable {
  id: string
  inspection_id: string
  finding_id: string | null
  received_on: Day
  words: string
  at: Date
  by: string
  answer: string | null
  upheld: boolean | null
  answered_at: Date | null
  answered_by: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    inspection_findings: FindingsTable
    inspection_objections: ObjectionsTable
  }
}

type Db = Pick<Tx, 'db'>

export const nextPlace = async (
  { db }: Db,
  table: 'inspection_findings' | 'inspection_remedies',
  id: string,
): Promise<number> => {
  const { last } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max('place').as('last'))
    .where('inspection_id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

type NewFinding = Pick<FindingsTable, 'question_id' | 'what' | 'norm' | 'papers' | 'person_id' | 'answers'>
export async function insertFinding(tx: Tx, id: string, it: NewFinding): Promise<string> {
  const finding = newId()
  const place = await nextPlace(tx, 'inspection_findings', id)
  await tx.db
    .insertInto('inspection_findings')
    .values({
      ...it,
      id: finding,
      inspection_id: id,
      place,
      at: tx.at,
      by: tx.actor.id,
      struck_at: null,
      struck_by: null,
      struck_reason: null,
    })
    .execute()
  return finding
}

export const findingsOf = ({ db }: Db, id: string) =>
  db.selectFrom('inspection_findings').selectAll().where('inspection_id', '=', id).orderBy('place').execute()

export const strikeFinding = async ({ db, at, actor }: Tx, finding: string, reason: string): Promise<void> => {
  await db
    .updateTable('inspection_findings')
    .set({ struck_at: at, struck_by: actor.id, struck_reason: reason })
    .where('id', '=', finding)
    .execute()
}

type NewObjection = Pick<ObjectionsTable, 'finding_id' | 'received_on' | 'words'>
export async function insertObjection({ db, at, actor }: Tx, id: string, it: NewObjection): Promise<string> {
  const objection = newId()
  await db
    .insertInto('inspection_objections')
    .values({
      ...it,
      id: objection,
      inspection_id: id,
      at,
      by: actor.id,
      answer: null,
      upheld: null,
      answered_at: null,
      answered_by: null,
    })
    .execute()
  return objection
}

export const objectionsOf = ({ db }: Db, id: string) =>
  db.selectFrom('inspection_objections').selectAll().where('inspection_id', '=', id).orderBy('at').execute()

export const answerObjection = async (
  { db, at, actor }: Tx,
  objection: string,
  it: { answer: string; upheld: boolean },
): Promise<void> => {
  await db
    .updateTable('inspection_objections')
    .set({ ...it, answered_at: at, answered_by: actor.id })
    .where('id', '=', objection)
    .execute()
}

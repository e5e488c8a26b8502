// The SQL of the remedy plan, its evidence and what was put off.
import type { Generated } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import { nextPlace } from './course-store.ts'
import type { RemedyState } from './kinds.ts'

interface RemediesTable {
  id: string
  inspection_id: string
  finding_id: string
  place: number
  what: string
  holder: string
  first_due_on: Day
  due_on: Day
  version: Generated<number>
  state: Generated<RemedyState>
  at: Date
  by: string
  judged_at: Date | null
  judged_on: Day | null
  judged_by: string | null
  word: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    inspection_remedies: RemediesTable
    inspection_evidence: {
      id: string
      inspection_id: string
      remedy_id: string
      received_on: Day
      words: string
      at: Date
      by: string
    }
  }
}

type Db = Pick<Tx, 'db'>

export async function insertRemedy(
  tx: Tx,
  id: string,
  it: { finding: string; what: string; holder: string; due: Day },
): Promise<string> {
  const remedy = newId()
  const place = await nextPlace(tx, 'inspection_remedies', id)
  await tx.db
    .insertInto('inspection_remedies')
    .values({
      id: remedy,
      inspection_id: id,
      finding_id: it.finding,
      place,
      what: it.what,
      holder: it.holder,
      first_due_on: it.due,
      due_on: it.due,
      at: tx.at,
      by: tx.actor.id,
      judged_at: null,
      judged_on: null,
      judged_by: null,
      word: null,
    })
    .execute()
  return remedy
}

export const remediesOf = ({ db }: Db, id: string) =>
  db.selectFrom('inspection_remedies').selectAll().where('inspection_id', '=', id).orderBy('place').execute()
export type Remedy = Awaited<ReturnType<typeof remediesOf>>[number]

export const judgeRemedy = async (
  { db, at, today, actor }: Tx,
  it: Remedy,
  verdict: { state: 'remedied' | 'not-remedied'; word: string },
): Promise<void> => {
  await db
    .updateTable('inspection_remedies')
    .set({ ...verdict, version: it.version + 1, judged_at: at, judged_on: today, judged_by: actor.id })
    .where('id', '=', it.id)
    .execute()
}

export const putOff = async ({ db }: Tx, it: Remedy, until: Day): Promise<void> => {
  await db
    .updateTable('inspection_remedies')
    .set({ due_on: until, version: it.version + 1 })
    .where('id', '=', it.id)
    .execute()
}

export async function insertEvidence(
  { db, at, actor }: Tx,
  id: string,
  it: { remedy: string; receivedOn: Day; words: string },
): Promise<string> {
  const evidence = newId()
  await db
    .insertInto('inspection_evidence')
    .values({
      id: evidence,
      inspection_id: id,
      remedy_id: it.remedy,
      received_on: it.receivedOn,
      words: it.words,
      at,
      by: actor.id,
    })
    .execute()
  return evidence
}

export const evidenceOf = ({ db }: Db, id: string) =>
  db.selectFrom('inspection_evidence').selectAll().where('inspection_id', '=', id).orderBy('at').execute()

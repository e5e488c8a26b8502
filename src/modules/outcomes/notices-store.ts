// The SQL of clause 13: which materials went as copies, the notice to the head; who serves in a territorial unit.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Db } from './decisions-store.ts'
import type { Way } from './words.ts'

interface CopiesTable {
  investigation_id: string
  person_id: string
  material_kind: string
  material_id: string
  caption: string
  copied: boolean
  reason: string | null
  notice_id: string | null
  at: Date
  by: string
}
interface NoticesTable {
  id: string
  investigation_id: string
  person_id: string
  way: Way
  document_id: string | null
  number: string
  gone_on: Day
  head_id: string
  at: Date
  by: string
}

declare module '../../kernel/database.ts' {
  interface Tables {
    outcome_copies: CopiesTable
    outcome_notices: NoticesTable
  }
}

type Ticked = Pick<CopiesTable, 'person_id' | 'material_kind' | 'material_id' | 'caption' | 'copied' | 'reason'>

/** What is said of a material last stands. A copy that went with a notice is not taken back by ticking it again. */
export async function putCopy({ db, at, actor }: Tx, id: string, it: Ticked): Promise<void> {
  const { copied, reason, caption } = it
  const gone = sql<string | null>`case when excluded.copied then outcome_copies.notice_id end`
  const said = { copied, reason, caption, notice_id: gone, at, by: actor.id }
  await db
    .insertInto('outcome_copies')
    .values({ ...it, investigation_id: id, notice_id: null, at, by: actor.id })
    .onConflict((met) =>
      met.columns(['investigation_id', 'person_id', 'material_kind', 'material_id']).doUpdateSet(said),
    )
    .execute()
}

export const copiesOf = ({ db }: Db, id: string) =>
  db.selectFrom('outcome_copies').selectAll().where('investigation_id', '=', id).execute()
export type Copy = Awaited<ReturnType<typeof copiesOf>>[number]

type NewNotice = Pick<NoticesTable, 'person_id' | 'way' | 'document_id' | 'number' | 'gone_on' | 'head_id'>
/** Every copy that has not gone yet goes with it. */
export async function insertNotice({ db, at, actor }: Tx, id: string, it: NewNotice): Promise<string> {
  const notice = newId()
  await db
    .insertInto('outcome_notices')
    .values({ ...it, id: notice, investigation_id: id, at, by: actor.id })
    .execute()
  await db
    .updateTable('outcome_copies')
    .set({ notice_id: notice })
    .where('investigation_id', '=', id)
    .where('person_id', '=', it.person_id)
    .where('copied', '=', true)
    .where('notice_id', 'is', null)
    .execute()
  return notice
}

/** The latest first. */
export const noticesOf = ({ db }: Db, id: string) =>
  db
    .selectFrom('outcome_notices')
    .selectAll()
    .where('investigation_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
export type Notice = Awaited<ReturnType<typeof noticesOf>>[number]

export const servesInTerritory = async ({ db }: Db, person: string, days: readonly Day[]): Promise<boolean> => {
  const { rows } = await sql<{ serves: boolean }>`
    select serves_in_territory(${person}, ${[...days]}::date[]) as serves`.execute(db)
  return rows[0]?.serves ?? false
}

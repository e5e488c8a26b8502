// The SQL of marks and outside references. The policies of the database are the scope: a marked document is seen by few.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Mark } from '../documents/index.ts'

export type Act = 'marked' | 'extended' | 'readers' | 'lifted'

interface ActsTable {
  id: string
  document_id: string
  act: Act
  at: Date
  by: string
  ground: string | null
  copy: number | null
  until: Day | null
  readers: string[] | null
  reason: string | null
}

interface ReferencesTable {
  id: string
  unit_id: string
  number: string
  dated_on: Day
  body: string
  held_at: string
  subject: string
  kept_at: Date
  kept_by: string
}

declare module '../../kernel/database.ts' {
  interface Tables {
    mark_acts: ActsTable
    held_outside: ReferencesTable
  }
}

interface ActWords {
  mark?: Mark
  readers?: readonly string[]
  reason?: string
}

export const noteAct = async (
  tx: Tx,
  document: string,
  act: Act,
  { mark, readers, reason }: ActWords,
): Promise<void> => {
  await tx.db
    .insertInto('mark_acts')
    .values({
      id: newId(),
      document_id: document,
      act,
      at: tx.at,
      by: tx.actor.id,
      ground: mark?.ground ?? null,
      copy: mark?.copy ?? null,
      until: mark?.until ?? null,
      readers: readers ? [...readers] : null,
      reason: reason ?? null,
    })
    .execute()
}

export const listActs = (tx: Tx, document: string) =>
  tx.db
    .selectFrom('mark_acts')
    .selectAll()
    .where('document_id', '=', document)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

export interface Ending {
  id: string
  holder: string | null
  until: Day
  unit: string
}

/** Marked documents whose mark ends by this day and lies before nobody yet; the holder is the drafter while employed. */
export async function endingBy(tx: Tx, day: Day): Promise<readonly Ending[]> {
  const { rows } = await sql<Ending>`
    select d.id, e.id as holder, d.mark ->> 'until' as until, d.unit_id as unit
    from documents d
    left join employees e on e.id = d.drafter_id and (e.left_on is null or e.left_on >= ${tx.today})
    where d.mark is not null and d.mark ->> 'until' <= ${day}
      and not exists (select from duties u where u.record_kind = 'document' and u.record_id = d.id and u.stage = 'mark' and u.closed_at is null)
    order by d.id limit 1000`.execute(tx.db)
  return rows
}

/** The count stops here; the screen then says "more than". */
const countCap = 10_000

const likeOf = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`

interface Asked {
  words: string | null
  sort: string
  page: number
  size: number
}

const markedRows = (tx: Tx, { words }: Asked) =>
  tx.db
    .selectFrom('documents')
    .where('mark', 'is not', null)
    .$if(words !== null, (rows) => {
      const like = likeOf(words ?? '')
      return rows.where((row) =>
        row.or([
          row('number', 'ilike', like),
          row('title', 'ilike', like),
          sql<boolean>`mark ->> 'ground' ilike ${like}`,
        ]),
      )
    })

export async function listMarked(tx: Tx, it: Asked) {
  const way = it.sort.startsWith('-') ? sql`desc` : sql`asc`
  const rows = await markedRows(tx, it)
    .select(['id', 'number', 'title', 'template', 'language', 'mark', 'drafter_id'])
    .orderBy(sql`mark ->> 'until' ${way}, id`)
    .limit(it.size)
    .offset((it.page - 1) * it.size)
    .execute()
  return { rows, ...(await countUpTo(tx, markedRows(tx, it).select('id'), countCap)) }
}

export async function insertReference(
  tx: Tx,
  it: Omit<ReferencesTable, 'id' | 'kept_at' | 'kept_by'>,
): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('held_outside')
    .values({ id, ...it, kept_at: tx.at, kept_by: tx.actor.id })
    .execute()
  return id
}

const referenceRows = (tx: Tx, { words }: Asked) =>
  tx.db.selectFrom('held_outside').$if(words !== null, (rows) => {
    const like = likeOf(words ?? '')
    return rows.where((row) =>
      row.or([row('number', 'ilike', like), row('body', 'ilike', like), row('subject', 'ilike', like)]),
    )
  })

export async function listReferences(tx: Tx, it: Asked) {
  const column = it.sort.endsWith('keptAt') ? 'kept_at' : 'dated_on'
  const rows = await referenceRows(tx, it)
    .selectAll()
    .orderBy(column, it.sort.startsWith('-') ? 'desc' : 'asc')
    .orderBy('id')
    .limit(it.size)
    .offset((it.page - 1) * it.size)
    .execute()
  return { rows, ...(await countUpTo(tx, referenceRows(tx, it).select('id'), countCap)) }
}

export async function referenceOf(tx: Tx, id: string) {
  return tx.db.selectFrom('held_outside').selectAll().where('id', '=', id).executeTakeFirst()
}

// The SQL of personal files. The policies of the database are the scope: documents are read under an authority alone.
import { sql, type Generated } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import { soundOf, wordsOf } from '../../kernel/search/letters.ts'
import type { Text } from '../../kernel/text.ts'
import type { DocumentKind } from './words.ts'

interface DocumentsTable {
  id: string
  personal_file_id: string
  kind: DocumentKind
  title: string
  dated_on: Day
  file_id: string
  pages: number
  type: string
  sha256: string
  authority_id: string
  added_at: Date
  added_by: string
  destroyed_on: Generated<Day | null>
}

interface ViewsTable {
  number: Generated<number>
  personal_file_id: string
  document_id: string
  page: number | null
  authority_id: string
  authority_number: string
  employee_id: string
  at: Date
}

declare module '../../kernel/database.ts' {
  interface Tables {
    personal_files: {
      id: string
      version: Generated<number>
      person_id: string
      number: string
      held_at: string
      begun_at: Date
      begun_by: string
    }
    personal_file_documents: DocumentsTable
    personal_file_readers: {
      personal_file_id: string
      authority_id: string
      employee_id: string
      appointed_at: Date
      appointed_by: string
    }
    personal_file_views: ViewsTable
  }
}

type Db = Pick<Tx, 'db'>

export interface Cover {
  id: string
  version: number
  person: string
  personName: Text
  number: string
  heldAt: string
}

export async function findCover({ db }: Db, id: string, lock: boolean): Promise<Cover | undefined> {
  const query = db
    .selectFrom('personal_files as f')
    .innerJoin('persons as p', 'p.id', 'f.person_id')
    .select(['f.id', 'f.version', 'f.person_id as person', 'p.name as personName', 'f.number', 'f.held_at as heldAt'])
    .where('f.id', '=', id)
  return (lock ? query.forUpdate('f') : query).executeTakeFirst()
}

export interface Standing {
  id: string
  number: string
  from: Day
  until: Day | null
  revokedOn: Day | null
  reads: boolean
  inForce: boolean
}

/** Every authority ever given for the file, the latest first; whatever the actor may see of them. */
export async function authoritiesOf({ db }: Db, file: string): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select id, number, from_on as "from", until_on as until, revoked_on as "revokedOn", reads, in_force as "inForce"
    from personal_file_authorities(${file})`.execute(db)
  return rows
}

/** False where the person has a file already. */
export async function insertFile(
  { db, at, actor }: Tx,
  it: { id: string; person: string; number: string; heldAt: string },
) {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('personal_files')
    .values({
      id: it.id,
      person_id: it.person,
      number: it.number,
      held_at: it.heldAt,
      begun_at: at,
      begun_by: actor.id,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export interface Asked {
  words: string | null
  open?: boolean | undefined
}

const filtered = ({ db }: Db, { words, open }: Asked) => {
  let rows = db.selectFrom('personal_files as f').innerJoin('persons as p', 'p.id', 'f.person_id')
  if (words) {
    const sounds = wordsOf(words).map(soundOf).filter(Boolean).slice(0, 6)
    const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
    rows = rows.where(
      sql<boolean>`(f.number ilike ${like} or (${sounds.length > 0} and (
        select bool_and(exists (select from person_names n where n.person_id = p.id and n.sounds like '% ' || asked || '%'))
        from unnest(${sounds}::text[]) asked)))`,
    )
  }
  if (open !== undefined) rows = rows.where(sql<boolean>`personal_file_open(f.id) = ${open}`)
  return rows
}

interface Page {
  sort: string
  page: number
  size: number
}

export async function listFiles(tx: Db, asked: Asked, { sort, page, size }: Page) {
  const way = sort.startsWith('-') ? sql`desc` : sql`asc`
  const by = sort.endsWith('number') ? sql`f.number ${way}, f.id` : sql`p.name ->> 'kk' collate "kk-x-icu" ${way}, f.id`
  const rows = await filtered(tx, asked)
    .select(['f.id', 'f.number', 'f.held_at as heldAt', 'f.person_id as person', 'p.name as personName'])
    .select(sql<boolean>`personal_file_open(f.id)`.as('open'))
    .orderBy(by)
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, ...(await countUpTo(tx, filtered(tx, asked).select('f.id'), 10_000)) }
}

export const fileOf = ({ db }: Db, person: string) =>
  db
    .selectFrom('personal_files as f')
    .select(['f.id', 'f.number', sql<boolean>`personal_file_open(f.id)`.as('open')])
    .where('f.person_id', '=', person)
    .executeTakeFirst()

export const insertDocument = async (
  { db, at, actor }: Tx,
  it: Omit<DocumentsTable, 'added_at' | 'added_by' | 'destroyed_on'>,
): Promise<void> => {
  await db
    .insertInto('personal_file_documents')
    .values({ ...it, added_at: at, added_by: actor.id })
    .execute()
}

export const documentsOf = ({ db }: Db, file: string) =>
  db
    .selectFrom('personal_file_documents')
    .selectAll()
    .where('personal_file_id', '=', file)
    .orderBy('dated_on', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()

export const findDocument = ({ db }: Db, id: string) =>
  db.selectFrom('personal_file_documents').selectAll().where('id', '=', id).executeTakeFirst()

export const insertReader = async ({ db, at, actor }: Tx, it: { file: string; authority: string; reader: string }) => {
  await db
    .insertInto('personal_file_readers')
    .values({
      personal_file_id: it.file,
      authority_id: it.authority,
      employee_id: it.reader,
      appointed_at: at,
      appointed_by: actor.id,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

export const readersOf = ({ db }: Db, file: string) =>
  db
    .selectFrom('personal_file_readers')
    .select(['authority_id as authority', 'employee_id as employee'])
    .where('personal_file_id', '=', file)
    .orderBy('appointed_at')
    .execute()

export interface NewView {
  file: string
  document: string
  page: number | null
  authority: { id: string; number: string }
}

/** The number that this one showing bears. */
export async function insertView({ db, at, actor }: Tx, it: NewView): Promise<number> {
  const { number } = await db
    .insertInto('personal_file_views')
    .values({
      personal_file_id: it.file,
      document_id: it.document,
      page: it.page,
      authority_id: it.authority.id,
      authority_number: it.authority.number,
      employee_id: actor.id,
      at,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

const viewRows = ({ db }: Db) =>
  db
    .selectFrom('personal_file_views as v')
    .innerJoin('personal_files as f', 'f.id', 'v.personal_file_id')
    .select([
      'v.number',
      'v.at',
      'v.employee_id as by',
      'v.page',
      'v.document_id as document',
      'v.authority_number as authority',
      'f.id as file',
      'f.number as fileNumber',
    ])

export async function viewsOf(tx: Tx, file: string, { page, size }: { page: number; size: number }) {
  const rows = viewRows(tx).where('f.id', '=', file)
  const shown = await rows
    .orderBy('v.number', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const ids = tx.db
    .selectFrom('personal_file_views')
    .select(sql<string>`number::text`.as('id'))
    .where('personal_file_id', '=', file)
  return { rows: shown, ...(await countUpTo(tx, ids, 10_000)) }
}

export const viewNumbered = (tx: Db, number: number) => viewRows(tx).where('v.number', '=', number).executeTakeFirst()

export async function expiredFiles({ db, today }: Tx, keptDays: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from expired_personal_files(${today}, ${keptDays}) id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

export async function destroyScans({ db, today }: Tx, file: string, keptDays: number): Promise<number> {
  const { rows } = await sql<{
    gone: number
  }>`select destroy_personal_file(${file}, ${today}, ${keptDays}) as gone`.execute(db)
  return rows[0]?.gone ?? 0
}

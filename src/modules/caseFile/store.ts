// The SQL of case files: those that were made, and what their lists need of papers, files and the journal.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { EvidenceKind, EvidenceState } from '../evidence/contract.ts'

interface CaseFilesTable {
  id: string
  investigation_id: string
  place: number
  made_at: Date
  made_by: string
  language: Language
  pages: number
  events: number
  journal_size: number
  file_id: string
  name: string
  bytes: number
  sha256: string
}

declare module '../../kernel/database.ts' {
  interface Tables {
    case_files: CaseFilesTable
  }
}

type Db = Pick<Tx, 'db'>

export const madeFor = ({ db }: Db, investigation: string) =>
  db
    .selectFrom('case_files')
    .selectAll()
    .where('investigation_id', '=', investigation)
    .orderBy('place', 'desc')
    .limit(100)
    .execute()

export type Made = Awaited<ReturnType<typeof madeFor>>[number]

export const findMade = ({ db }: Db, id: string): Promise<Made | undefined> =>
  db.selectFrom('case_files').selectAll().where('id', '=', id).executeTakeFirst()

/** The investigation is locked by the operation, so no two take one number. */
export async function nextPlace({ db }: Db, investigation: string): Promise<number> {
  const { last } = await db
    .selectFrom('case_files')
    .select((of) => of.fn.max<number | null>('place').as('last'))
    .where('investigation_id', '=', investigation)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export const insertMade = async ({ db }: Db, row: CaseFilesTable): Promise<void> => {
  await db.insertInto('case_files').values(row).execute()
}

export interface Paper {
  id: string
  kind: 'request' | 'document'
  number: string | null
  title: string
  addressee: Text | string | null
  addressee_key: string | null
  on: Day | null
  sha256: string | null
}

/** Requests and documents about the investigation, newest first. */
export async function papersAbout({ db }: Db, investigation: string, most: number): Promise<Paper[]> {
  const { rows } = await sql<Paper>`
    select id, 'request' as kind, number, subject as title, addressee_name as addressee,
      addressee_kind || ':' || addressee_id as addressee_key, signed_on as "on", null as sha256
    from requests where about_id = ${investigation}::uuid
    union all
    select id, 'document', number, title, to_jsonb(addressee), null, signed_on, sha256
    from documents where about_id = ${investigation}::uuid
    order by "on" desc nulls first, id desc limit ${most}`.execute(db)
  return rows
}

export interface ListedFile {
  name: string
  type: string
  bytes: number
  sha256: string
  /** The note or act that it hangs on, or the evidence it belongs to. */
  words: Text | string | null
}

/** Files of the course and of the evidence, a batch at a time. */
export async function* walkFiles({ db }: Db, investigation: string): AsyncGenerator<ListedFile[]> {
  const size = 500
  for (let page = 0; ; page += 1) {
    const { rows } = await sql<ListedFile>`
      select name, type, bytes, sha256, words from (
        select f.file_id as id, 1 as part, f.name, f.type, f.bytes, f.sha256, coalesce(n.words, to_jsonb(s.act_number)) as words
        from investigation_files f left join investigation_notes n on n.id = f.note_id
          left join investigation_suspensions s on s.id = f.suspension_id
        where f.investigation_id = ${investigation}::uuid
        union all
        select f.id, 2, f.name, f.type, f.bytes, f.sha256, to_jsonb(concat_ws(' ', e.number, e.what))
        from evidence e join evidence_files f on f.evidence_id = e.id where e.investigation_id = ${investigation}::uuid
      ) listed order by part, id limit ${size} offset ${page * size}`.execute(db)
    yield rows
    if (rows.length < size) return
  }
}

export interface Item {
  id: string
  place: number
  number: string
  kind: EvidenceKind
  state: EvidenceState
  what: string
  from_whom: string
  request_id: string | null
  received_on: Day
  kept_at: string
  seal: string
  holder: Text | string | null
}

/** The first of them behind this place. */
export async function evidenceAfter({ db }: Db, investigation: string, last: number, most: number): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select e.id, e.place, e.number, e.kind, e.state, e.what, e.from_whom, e.request_id, e.received_on, e.kept_at, e.seal,
      coalesce(w.name, to_jsonb(e.outside)) as holder
    from evidence e left join employees w on w.id = e.holder_id
    where e.investigation_id = ${investigation}::uuid and e.place > ${last} order by e.place limit ${most}`.execute(db)
  return rows
}

export async function* walkEvidence(tx: Db, investigation: string): AsyncGenerator<Item[]> {
  const size = 500
  for (let last = 0; ;) {
    const rows = await evidenceAfter(tx, investigation, last, size)
    yield rows
    if (rows.length < size) return
    last = rows.at(-1)?.place ?? last
  }
}

export async function countEvidence({ db }: Db, investigation: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from evidence where investigation_id = ${investigation}::uuid`.execute(db)
  return rows[0]?.count ?? 0
}

export interface AuthorityRow {
  id: string
  kind: string
  state: string
  number: string
  issued_on: Day
  from_on: Day
  until_on: Day | null
  revoked_on: Day | null
  issuer_post: string
  issuer: Text | null
}

export const authoritiesNaming = async ({ db }: Db, investigation: string): Promise<AuthorityRow[]> =>
  (
    await sql<AuthorityRow>`
      select a.id, a.kind, a.state, a.number, a.issued_on, a.from_on, a.until_on, a.revoked_on, a.issuer_post, e.name as issuer
      from authority_subjects s join authorities a on a.id = s.authority_id left join employees e on e.id = a.issuer_id
      where s.record_id = ${investigation}::uuid and a.issued_on is not null order by a.issued_on, a.id`.execute(db)
  ).rows

export interface JournalRow {
  seq: number
  at: Date
  operation: string
  outcome: string
  clause: string | null
  actor: Text | null
  leaf: string
}

export interface Sealed {
  size: number
  root: string
}

/** The newest signed checkpoint: what it seals can be verified outside the house. */
export async function sealedJournal({ db }: Db): Promise<Sealed> {
  const { rows } = await sql<{ size: number; root: string }>`
    select size, encode(root, 'hex') as root from journal_checkpoints order by size desc limit 1`.execute(db)
  return { size: rows[0]?.size ?? 0, root: rows[0]?.root ?? '' }
}

/** The entries on the investigation and on what belongs to it, as the journal numbers them, up to the checkpoint. */
export async function* walkJournal({ db }: Db, investigation: string, size: number): AsyncGenerator<JournalRow[]> {
  const batch = 500
  for (let last = -1; ;) {
    const { rows } = await sql<JournalRow>`
      select e.seq, e.at, e.operation, e.outcome, coalesce(e.clause, e.clauses[1]) as clause, w.name as actor,
        encode(e.leaf, 'hex') as leaf
      from journal_entries e left join employees w on w.id = e.actor
      where e.record_id = any (array(
          select ${investigation}::uuid union all select id from evidence where investigation_id = ${investigation}::uuid
          union all select id from case_files where investigation_id = ${investigation}::uuid
          union all select id from requests where about_id = ${investigation}::uuid
          union all select id from documents where about_id = ${investigation}::uuid))
        and e.seq > ${last} and e.seq < ${size}
      order by e.seq limit ${batch}`.execute(db)
    yield rows
    if (rows.length < batch) return
    last = rows.at(-1)?.seq ?? last
  }
}

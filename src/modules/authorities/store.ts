// The SQL of authorities: found in the actor's sight, asked at a gate past it, entered and changed.
import { sql, type Generated, type Selectable } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import type { Attached } from '../../kernel/files/index.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { AuthorityKind, AuthorityState, IssuerPost, Purpose, Way } from './contract.ts'
import type { Subject } from './validity.ts'

interface AuthoritiesTable {
  id: string
  version: Generated<number>
  state: AuthorityState
  way: Way
  kind: AuthorityKind
  purpose: Purpose
  issuer_post: IssuerPost
  issuer_id: string | null
  number: string | null
  issued_on: Day | null
  from_on: Day
  until_on: Day | null
  wished_from: Day
  wished_until: Day | null
  ground: string
  scope: string | null
  unit_id: string
  author_id: string
  entered_at: Date
  asked_by: string | null
  asked_at: Date | null
  due_on: Day | null
  decided_by: string | null
  decided_at: Date | null
  word: string | null
  revoked_on: Day | null
  revoked_at: Date | null
  revoked_by: string | null
  revoked_word: string | null
  revoked_number: string | null
  revoked_signer: string | null
}

interface FilesTable {
  authority_id: string
  file_id: string
  part: 'paper' | 'revocation'
  name: string
  bytes: number
  sha256: string
  type: string
  place: number
}

declare module '../../kernel/database.ts' {
  interface Tables {
    authorities: AuthoritiesTable
    authority_subjects: { authority_id: string; kind: string; record_id: string; label: string; place: number }
    authority_files: FilesTable
  }
}

export interface Named extends Subject {
  /** Its caption on the day of asking. */
  label: string
}

export interface Authority {
  id: string
  version: number
  state: AuthorityState
  way: Way
  kind: AuthorityKind
  purpose: Purpose
  issuer: IssuerPost
  issuerId: string | null
  /** Whether whoever issued it held that office on the day of issue. */
  issuerHeld: boolean
  number: string | null
  issuedOn: Day | null
  from: Day
  until: Day | null
  wished: { from: Day; until: Day | null }
  ground: string
  scope: string | null
  unit: string
  author: string
  enteredAt: Date
  askedBy: string | null
  askedAt: Date | null
  dueOn: Day | null
  decided: { by: string; at: Date; word: string | null } | null
  revokedOn: Day | null
  revoked: { by: string; at: Date; word: string; number: string | null; signer: string | null } | null
  subjects: Named[]
  /** Who has opened the scan. */
  scanReaders: string[]
  /** Whether an electronic signature stands under it. */
  sealed: boolean
}

const held = sql<boolean>`exists (select from posts_held(authorities.issued_on) h
  where h.code = authorities.issuer_post and h.employee_id = authorities.issuer_id)`.as('issuer_held')

const scanReaders = sql<string[]>`array(select distinct c.actor from authority_files f
  join file_custody c on c.file_id = f.file_id and c.act = 'read' and c.actor is not null
  where f.authority_id = authorities.id and f.part = 'paper')`.as('scan_readers')

const sealed = sql<boolean>`exists (select from signatures s
  where s.record_kind = 'authority' and s.record_id = authorities.id)`.as('sealed')

type Row = Selectable<AuthoritiesTable> & { issuer_held: boolean; scan_readers: string[]; sealed: boolean }

const authorityOf = (it: Row, subjects: Named[]): Authority => ({
  id: it.id,
  version: it.version,
  state: it.state,
  way: it.way,
  kind: it.kind,
  purpose: it.purpose,
  issuer: it.issuer_post,
  issuerId: it.issuer_id,
  issuerHeld: it.issuer_held,
  number: it.number,
  issuedOn: it.issued_on,
  from: it.from_on,
  until: it.until_on,
  wished: { from: it.wished_from, until: it.wished_until },
  ground: it.ground,
  scope: it.scope,
  unit: it.unit_id,
  author: it.author_id,
  enteredAt: it.entered_at,
  askedBy: it.asked_by,
  askedAt: it.asked_at,
  dueOn: it.due_on,
  decided: it.decided_by && it.decided_at ? { by: it.decided_by, at: it.decided_at, word: it.word } : null,
  revokedOn: it.revoked_on,
  revoked:
    it.revoked_at && it.revoked_by
      ? {
          by: it.revoked_by,
          at: it.revoked_at,
          word: it.revoked_word ?? '',
          number: it.revoked_number,
          signer: it.revoked_signer,
        }
      : null,
  subjects,
  scanReaders: it.scan_readers,
  sealed: it.sealed,
})

export async function findAuthority(tx: Tx, id: string, lock: boolean): Promise<Authority | undefined> {
  const query = tx.db.selectFrom('authorities').selectAll().select([held, scanReaders, sealed]).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && authorityOf(row, await namedIn(tx, id))
}

async function namedIn({ db }: Pick<Tx, 'db'>, id: string): Promise<Named[]> {
  const rows = await db
    .selectFrom('authority_subjects')
    .select(['kind', 'record_id as id', 'label'])
    .where('authority_id', '=', id)
    .orderBy('place')
    .execute()
  return rows
}

export interface Bare {
  id: string
  state: AuthorityState
  kind: AuthorityKind
  number: string
  issued_on: Day
  from_on: Day
  until_on: Day | null
  revoked_on: Day | null
  issuer_post: IssuerPost
  issuer_id: string | null
  issuer_held: boolean
}

/** Every authority for this purpose that names all of these records, whoever asks; share-locked where told. */
export async function authoritiesNaming(
  { db }: Pick<Tx, 'db'>,
  purpose: Purpose,
  subjects: readonly Subject[],
  locked: boolean,
): Promise<Bare[]> {
  const kinds = subjects.map(({ kind }) => kind)
  const ids = subjects.map(({ id }) => id)
  const { rows } = await sql<Bare>`
    select * from authorities_naming(${purpose}, ${kinds}::text[], ${ids}::uuid[], ${locked})`.execute(db)
  return rows
}

/** Who works on this record and so sees the authorities that name it; replaces whoever was told before. */
export const putReaders = async ({ db }: Tx, { kind, id }: Subject, employees: readonly string[]): Promise<void> => {
  await sql`select set_authority_readers(${kind}, ${id}, ${[...new Set(employees)]}::uuid[])`.execute(db)
}

/** Whether this form has been sent already by this author; forms with one key wait for each other. */
export async function isEntered({ db, actor }: Tx, id: string): Promise<{ number: string | null } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 43))`.execute(db)
  return db
    .selectFrom('authorities')
    .select('number')
    .where('id', '=', id)
    .where('author_id', '=', actor.id)
    .executeTakeFirst()
}

export type NewAuthority = Omit<Partial<AuthoritiesTable>, 'version'> &
  Pick<
    AuthoritiesTable,
    | 'id'
    | 'state'
    | 'way'
    | 'kind'
    | 'purpose'
    | 'issuer_post'
    | 'from_on'
    | 'until_on'
    | 'ground'
    | 'scope'
    | 'unit_id'
  >

export async function insertAuthority(tx: Tx, row: NewAuthority, subjects: readonly Named[]): Promise<void> {
  const { db, actor, at } = tx
  await db
    .insertInto('authorities')
    .values({
      ...row,
      wished_from: row.from_on,
      wished_until: row.until_on,
      author_id: actor.id,
      entered_at: at,
    })
    .execute()
  const names = subjects.map(({ kind, id, label }, place) => ({
    authority_id: row.id,
    kind,
    record_id: id,
    label,
    place,
  }))
  await db.insertInto('authority_subjects').values(names).execute()
}

export type Change = Partial<Omit<AuthoritiesTable, 'id' | 'version'>>

export const changeAuthority = async ({ db }: Tx, id: string, change: Change): Promise<void> => {
  await db.updateTable('authorities').set(change).where('id', '=', id).execute()
}

export const linkFiles = async (
  { db }: Tx,
  id: string,
  part: FilesTable['part'],
  files: readonly Attached[],
): Promise<void> => {
  const rows = files.map(({ id: file_id, name, bytes, sha256, type }, place) => ({
    authority_id: id,
    file_id,
    part,
    name,
    bytes,
    sha256,
    type,
    place,
  }))
  await db.insertInto('authority_files').values(rows).execute()
}

export const filesOf = ({ db }: Tx, id: string) =>
  db.selectFrom('authority_files').selectAll().where('authority_id', '=', id).orderBy('place').execute()

/** Whether this person held the office on that day, or acted in it. */
export async function heldOffice({ db }: Tx, employee: string, post: IssuerPost, on: Day): Promise<boolean> {
  const { rows } = await sql`
    select from posts_held(${on}) where code = ${post} and employee_id = ${employee} limit 1`.execute(db)
  return rows.length > 0
}

/** Given, and past the last day before this one. */
export const pastTheirEnd = async ({ db }: Tx, today: Day): Promise<string[]> =>
  (
    await db
      .selectFrom('authorities')
      .select('id')
      .where('state', '=', 'granted')
      .where('until_on', '<', today)
      .orderBy('until_on')
      .limit(1000)
      .execute()
  ).map(({ id }) => id)

/** Awaiting a decision, for whoever must be reminded today. */
export const awaiting = ({ db }: Tx) =>
  db.selectFrom('authorities').select(['id', 'issuer_post']).where('state', '=', 'asked').limit(1000).execute()

/** Who is shut out of it. */
export async function shutOutOf({ db }: Tx, id: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    person: string
  }>`select person_id as person from denied where record_id = ${id}`.execute(db)
  return new Set(rows.map(({ person }) => person))
}

/** Open screens that show these records ask again. */
export async function tellScreens({ db }: Tx, records: readonly Subject[]): Promise<void> {
  for (const { kind, id } of records)
    await sql`select pg_notify('qorgan_live', ${JSON.stringify({ kind, id })})`.execute(db)
}

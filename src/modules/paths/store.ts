// The SQL of the paths. What the actor may not see does not exist here: a path is seen with its appeal.
import { sql, type Updateable } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Tables } from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { ComplaintsTable } from './tables-store.ts'
import type { PathKind, PathState } from './words.ts'

export interface Path {
  id: string
  appeal: string
  kind: PathKind
  state: PathState
  whole: boolean
  dueOn: Day | null
  reason: string
  /** 'body:<id>' of a directory, or words of one's own. */
  body: string | null
  party: Text | null
  askedAt: Date
}

interface NewPath {
  appeal: string
  kind: PathKind
  state: PathState
  reason: string
  dueOn?: Day | null
  body?: string | null
  part?: string | null
  doneOn?: Day
  /** Decided by the actor at once. */
  decided?: boolean
}

export async function addPath(tx: Tx, it: NewPath): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('appeal_paths')
    .values({
      id,
      appeal_id: it.appeal,
      kind: it.kind,
      state: it.state,
      whole: !it.part,
      asked_at: tx.at,
      asked_by: tx.actor.kind === 'employee' ? tx.actor.id : null,
      due_on: it.dueOn ?? null,
      reason: it.reason,
      body: it.body ?? null,
      part: it.part ?? null,
      done_on: it.doneOn ?? null,
      ...(it.decided ? { decided_by: tx.actor.id, decided_on: tx.today } : {}),
    })
    .execute()
  return id
}

/** What the applicant asks under the code: these columns, and nothing read back. */
export async function askAsApplicant(tx: Tx, appeal: string, kind: PathKind, reason: string): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('appeal_paths')
    .values({ id, appeal_id: appeal, kind, state: 'asked', asked_at: tx.at, reason })
    .execute()
  return id
}

/** Where it goes, by name in three languages. */
const party = sql<Text | null>`party_name(body)`.as('party')

const columns = [
  'id',
  'appeal_id as appeal',
  'kind',
  'state',
  'whole',
  'due_on as dueOn',
  'reason',
  'body',
  'asked_at as askedAt',
  party,
] as const

export const findPath = (tx: Tx, id: string): Promise<Path | undefined> =>
  tx.db.selectFrom('appeal_paths').select(columns).where('id', '=', id).executeTakeFirst()

/** The open path of a kind; there is one at most. */
export const openPath = (tx: Tx, appeal: string, kind: PathKind): Promise<Path | undefined> =>
  tx.db
    .selectFrom('appeal_paths')
    .select(columns)
    .where('appeal_id', '=', appeal)
    .where('kind', '=', kind)
    .where('state', 'in', ['asked', 'begun'])
    .executeTakeFirst()

export const pathsOf = (tx: Tx, appeal: string) =>
  tx.db
    .selectFrom('appeal_paths')
    .selectAll()
    .select(party)
    .where('appeal_id', '=', appeal)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()

export const changePath = async (
  tx: Tx,
  id: string,
  it: Omit<Updateable<Tables['appeal_paths']>, 'id' | 'appeal_id' | 'kind'>,
): Promise<void> => {
  await tx.db.updateTable('appeal_paths').set(it).where('id', '=', id).execute()
}

/** Decided by the actor today; `decision` says why not, or why no more. */
export const decidePath = (
  tx: Tx,
  id: string,
  it: { state: PathState; decision?: string; reason?: string; done_on?: Day },
): Promise<void> => changePath(tx, id, { ...it, decided_by: tx.actor.id, decided_on: tx.today })

/** The names of what is open, by which rules and screens ask: see the README. */
export async function openNames(tx: Tx, appeal: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from (
      select case when p.state = 'asked' then p.kind || ':asked' when c.passed_on is not null then 'review' else p.kind end as name
      from appeal_paths p left join appeal_complaints c on c.path_id = p.id
      where p.appeal_id = ${appeal} and p.state in ('asked', 'begun')
      union all select 'crime' from appeal_paths where appeal_id = ${appeal} and kind = 'transfer' and state in ('begun', 'done')
      union all select 'number' from appeal_paths p join appeal_transfers t on t.path_id = p.id
        where p.appeal_id = ${appeal} and p.state = 'done' and t.register_number is null
      union all select 'told' from appeal_paths p join appeal_hearings h on h.path_id = p.id
        where p.appeal_id = ${appeal} and p.state = 'begun' and h.told_on is not null
    ) named order by name`.execute(tx.db)
  return rows.map(({ name }) => name)
}

export interface Paper {
  document: string
  path: string
  role: 'letter' | 'notice'
  number: string | null
  signedOn: Day | null
  givenOn: Day | null
}

const paperColumns = [
  'document_id as document',
  'path_id as path',
  'role',
  'number',
  'signed_on as signedOn',
  'given_on as givenOn',
] as const

export const addPaper = async (tx: Tx, path: string, document: string, role: Paper['role']): Promise<void> => {
  await tx.db.insertInto('appeal_path_papers').values({ document_id: document, path_id: path, role }).execute()
}

export const findPaper = (tx: Tx, document: string): Promise<Paper | undefined> =>
  tx.db.selectFrom('appeal_path_papers').select(paperColumns).where('document_id', '=', document).executeTakeFirst()

export const papersOf = (tx: Tx, paths: readonly string[]): Promise<Paper[]> =>
  paths.length
    ? tx.db
        .selectFrom('appeal_path_papers')
        .select(paperColumns)
        .where('path_id', 'in', [...paths])
        .orderBy('role')
        .execute()
    : Promise.resolve([])

export const changePaper = async (
  tx: Tx,
  document: string,
  it: { number?: string; signed_on?: Day; given_on?: Day },
): Promise<void> => {
  await tx.db.updateTable('appeal_path_papers').set(it).where('document_id', '=', document).execute()
}

/** Notices of a kind that are not yet in the applicant's hands. */
export async function pendingPapers(tx: Tx, appeal: string, kind: PathKind | null): Promise<Paper[]> {
  const query = tx.db
    .selectFrom('appeal_path_papers as d')
    .innerJoin('appeal_paths as p', 'p.id', 'd.path_id')
    .select([
      'document_id as document',
      'path_id as path',
      'role',
      'number',
      'signed_on as signedOn',
      'given_on as givenOn',
    ])
    .where('p.appeal_id', '=', appeal)
    .where('p.state', 'in', ['begun', 'done'])
    .where('d.given_on', 'is', null)
  return (kind ? query.where('p.kind', '=', kind) : query.where('d.signed_on', 'is not', null)).execute()
}

export const addExtension = async (tx: Tx, path: string, from: Day, until: Day, noticeDueOn: Day | null) => {
  await tx.db
    .insertInto('appeal_extensions')
    .values({ path_id: path, from_on: from, until_on: until, notice_due_on: noticeDueOn })
    .onConflict((met) =>
      met.column('path_id').doUpdateSet({ from_on: from, until_on: until, notice_due_on: noticeDueOn }),
    )
    .execute()
}

export const addHearing = async (tx: Tx, path: string): Promise<void> => {
  await tx.db.insertInto('appeal_hearings').values({ path_id: path }).execute()
}
export const changeHearing = async (
  tx: Tx,
  path: string,
  it: Omit<Updateable<Tables['appeal_hearings']>, 'path_id'>,
): Promise<void> => {
  await tx.db.updateTable('appeal_hearings').set(it).where('path_id', '=', path).execute()
}
export const findHearing = (tx: Tx, path: string) =>
  tx.db.selectFrom('appeal_hearings').selectAll().where('path_id', '=', path).executeTakeFirstOrThrow()

export const addTransfer = async (tx: Tx, path: string): Promise<void> => {
  await tx.db.insertInto('appeal_transfers').values({ path_id: path }).execute()
}
export const changeTransfer = async (
  tx: Tx,
  path: string,
  it: Omit<Updateable<Tables['appeal_transfers']>, 'path_id'>,
): Promise<void> => {
  await tx.db.updateTable('appeal_transfers').set(it).where('path_id', '=', path).execute()
}

/** The transfer whose number of the pre-trial register is not known yet. */
export const unnumberedTransfer = (tx: Tx, appeal: string) =>
  tx.db
    .selectFrom('appeal_transfers as t')
    .innerJoin('appeal_paths as p', 'p.id', 't.path_id')
    .select(['p.id', 't.kui_number as kui'])
    .where('p.appeal_id', '=', appeal)
    .where('p.state', '=', 'done')
    .where('t.register_number', 'is', null)
    .orderBy('p.asked_at')
    .executeTakeFirst()

export const addComplaint = async (
  tx: Tx,
  it: Pick<ComplaintsTable, 'path_id' | 'number' | 'channel' | 'received_on' | 'lodge_until'>,
): Promise<void> => {
  await tx.db.insertInto('appeal_complaints').values(it).execute()
}
export const changeComplaint = async (
  tx: Tx,
  path: string,
  it: Omit<Updateable<ComplaintsTable>, 'path_id'>,
): Promise<void> => {
  await tx.db.updateTable('appeal_complaints').set(it).where('path_id', '=', path).execute()
}

/** What is apart in each kind, by path. */
export async function detailsOf(tx: Tx, paths: readonly string[]) {
  const ids = paths.length ? [...paths] : ['00000000-0000-0000-0000-000000000000']
  return {
    extensions: await tx.db.selectFrom('appeal_extensions').selectAll().where('path_id', 'in', ids).execute(),
    hearings: await tx.db.selectFrom('appeal_hearings').selectAll().where('path_id', 'in', ids).execute(),
    transfers: await tx.db.selectFrom('appeal_transfers').selectAll().where('path_id', 'in', ids).execute(),
    complaints: await tx.db.selectFrom('appeal_complaints').selectAll().where('path_id', 'in', ids).execute(),
  }
}

/** The appeal whose code is in hand, as far as its paths ask. */
export const appealInHand = (tx: Tx) =>
  tx.db.selectFrom('appeals_in_hand').select(['id', 'state', 'number', 'anonymous', 'done_on']).executeTakeFirst()

export const pathsInHand = (tx: Tx) =>
  tx.db.selectFrom('appeal_paths_in_hand').selectAll().orderBy('asked_at').orderBy('id').limit(200).execute()

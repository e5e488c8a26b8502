// The SQL of evidence and its custody. The policies of the database are the scope; its triggers hold the chain.
import { sql, type Generated } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { CustodyAct, EvidenceKind, EvidenceState, Ground } from './contract.ts'

interface EvidenceTable {
  id: string
  version: Generated<number>
  state: Generated<EvidenceState>
  investigation_id: string
  place: number
  number: string
  kind: EvidenceKind
  what: string
  marks: string | null
  from_whom: string
  ground: Ground
  request_id: string | null
  paper: string | null
  received_on: Day
  received_at: Date
  received_by: string
  kept_at: string
  seal: string
  holder_id: string | null
  outside: string | null
  back_on: Day | null
  offered_to: string | null
  offered_how: string | null
  unsealed_by: string | null
  doomed_at: Date | null
  doomed_by: string | null
  doomed_reason: string | null
  doomed_after: Day | null
  ended_on: Day | null
}

interface ActsTable {
  evidence_id: string
  place: number
  act: CustodyAct
  happened_on: Day
  at: Date
  by: string | null
  giver_id: string | null
  giver_outside: string | null
  taker_id: string | null
  taker_outside: string | null
  words: string | null
  seal: string | null
}

interface FilesTable {
  id: string
  evidence_id: string
  place: number
  original_id: string
  copy_id: string
  name: string
  bytes: number
  sha256: string
  type: string
  checked_at: Date | null
  damaged: 'copy' | 'original' | null
  damaged_at: Date | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    evidence: EvidenceTable
    evidence_acts: ActsTable
    evidence_files: FilesTable
    evidence_envelopes: { id: string; evidence_id: string }
  }
}

export interface Kept {
  id: string
  version: number
  state: EvidenceState
  investigationId: string
  place: number
  number: string
  kind: EvidenceKind
  what: string
  marks: string | null
  fromWhom: string
  ground: Ground
  request: string | null
  paper: string | null
  receivedOn: Day
  receivedAt: Date
  receivedBy: string
  keptAt: string
  seal: string
  holder: string | null
  outside: string | null
  backOn: Day | null
  offeredTo: string | null
  offeredHow: string | null
  unsealedBy: string | null
  doomed: { at: Date; by: string; reason: string; after: Day } | null
  endedOn: Day | null
}

type Db = Pick<Tx, 'db'>

export const namesOf = async ({ db }: Db, ids: readonly string[]) =>
  db
    .selectFrom('evidence')
    .select(['id', 'number', 'what'])
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .execute()

export async function findKept({ db }: Db, id: string, lock: boolean): Promise<Kept | undefined> {
  const query = db.selectFrom('evidence').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    investigationId: row.investigation_id,
    place: row.place,
    number: row.number,
    kind: row.kind,
    what: row.what,
    marks: row.marks,
    fromWhom: row.from_whom,
    ground: row.ground,
    request: row.request_id,
    paper: row.paper,
    receivedOn: row.received_on,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    keptAt: row.kept_at,
    seal: row.seal,
    holder: row.holder_id,
    outside: row.outside,
    backOn: row.back_on,
    offeredTo: row.offered_to,
    offeredHow: row.offered_how,
    unsealedBy: row.unsealed_by,
    doomed:
      row.doomed_at && row.doomed_by && row.doomed_reason && row.doomed_after
        ? { at: row.doomed_at, by: row.doomed_by, reason: row.doomed_reason, after: row.doomed_after }
        : null,
    endedOn: row.ended_on,
  }
}

/** What this form has brought in already, if it was sent twice; forms with one key wait for each other. */
export async function receivedAs(tx: Tx, id: string): Promise<{ id: string; number: string } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 50))`.execute(tx.db)
  return tx.db
    .selectFrom('evidence')
    .select(['id', 'number'])
    .where('id', '=', id)
    .where('received_by', '=', tx.actor.id)
    .executeTakeFirst()
}

export type NewEvidence = Pick<
  EvidenceTable,
  | 'id'
  | 'investigation_id'
  | 'kind'
  | 'what'
  | 'marks'
  | 'from_whom'
  | 'ground'
  | 'request_id'
  | 'paper'
  | 'received_on'
  | 'kept_at'
  | 'seal'
>

/** The next number within the investigation; its row is locked by the operation, so two never draw one. */
export async function insertEvidence(tx: Tx, caseNumber: string, it: NewEvidence): Promise<string> {
  const { last } = await tx.db
    .selectFrom('evidence')
    .select((of) => of.fn.max<number | null>('place').as('last'))
    .where('investigation_id', '=', it.investigation_id)
    .executeTakeFirstOrThrow()
  const place = (last ?? 0) + 1
  const number = `${caseNumber}/${place}`
  const brought = { received_at: tx.at, received_by: tx.actor.id, holder_id: tx.actor.id }
  const empty = {
    outside: null,
    back_on: null,
    offered_to: null,
    offered_how: null,
    unsealed_by: null,
    doomed_at: null,
    doomed_by: null,
    doomed_reason: null,
    doomed_after: null,
    ended_on: null,
  }
  await tx.db
    .insertInto('evidence')
    .values({ ...it, ...brought, ...empty, place, number })
    .execute()
  return number
}

export type Change = Partial<
  Pick<
    EvidenceTable,
    | 'kept_at'
    | 'seal'
    | 'holder_id'
    | 'outside'
    | 'back_on'
    | 'offered_to'
    | 'offered_how'
    | 'unsealed_by'
    | 'doomed_at'
    | 'doomed_by'
    | 'doomed_reason'
    | 'doomed_after'
    | 'ended_on'
  >
>
export const changeEvidence = async ({ db }: Db, id: string, change: Change): Promise<void> => {
  await db.updateTable('evidence').set(change).where('id', '=', id).execute()
}

export interface Party {
  id: string | null
  outside: string | null
}
export interface NewAct {
  act: CustodyAct
  on?: Day | undefined
  giver: Party
  taker: Party
  words?: string | null
  seal?: string | null
}

export const actsOf = ({ db }: Db, id: string) =>
  db.selectFrom('evidence_acts').selectAll().where('evidence_id', '=', id).orderBy('place').execute()

export const lastAct = ({ db }: Db, id: string) =>
  db
    .selectFrom('evidence_acts')
    .select(['place', 'happened_on'])
    .where('evidence_id', '=', id)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function insertAct(tx: Tx, id: string, it: NewAct): Promise<void> {
  const last = await lastAct(tx, id)
  await tx.db
    .insertInto('evidence_acts')
    .values({
      evidence_id: id,
      place: (last?.place ?? 0) + 1,
      act: it.act,
      happened_on: it.on ?? tx.today,
      at: tx.at,
      by: tx.actor.kind === 'system' ? null : tx.actor.id,
      giver_id: it.giver.id,
      giver_outside: it.giver.outside,
      taker_id: it.taker.id,
      taker_outside: it.taker.outside,
      words: it.words ?? null,
      seal: it.seal ?? null,
    })
    .execute()
}

export const insertEnvelope = async ({ db }: Db, id: string, evidence: string): Promise<void> => {
  await db.insertInto('evidence_envelopes').values({ id, evidence_id: evidence }).execute()
}

type NewFile = Pick<
  FilesTable,
  'id' | 'evidence_id' | 'place' | 'original_id' | 'copy_id' | 'name' | 'bytes' | 'sha256' | 'type'
>
export const insertFile = async ({ db, at }: Tx, it: NewFile): Promise<void> => {
  await db
    .insertInto('evidence_files')
    .values({ ...it, checked_at: at, damaged: null, damaged_at: null })
    .execute()
}

export const filesOf = ({ db }: Db, id: string) =>
  db.selectFrom('evidence_files').selectAll().where('evidence_id', '=', id).orderBy('place').execute()

export const findFile = ({ db }: Db, id: string, file: string) =>
  db.selectFrom('evidence_files').selectAll().where('evidence_id', '=', id).where('id', '=', file).executeTakeFirst()

export type KeptFile = Awaited<ReturnType<typeof filesOf>>[number]

export const markChecked = async ({ db, at }: Tx, file: string, damaged: 'copy' | 'original' | null): Promise<void> => {
  await db
    .updateTable('evidence_files')
    .set({ checked_at: at, damaged, damaged_at: damaged && at })
    .where('id', '=', file)
    .execute()
}

export const replaceCopy = async ({ db, at }: Tx, file: string, copy: string): Promise<void> => {
  await db
    .updateTable('evidence_files')
    .set({ copy_id: copy, checked_at: at, damaged: null, damaged_at: null })
    .where('id', '=', file)
    .execute()
}

/** Whose files were looked at longest ago. */
export const oldestChecked = async ({ db }: Db, most: number): Promise<string[]> =>
  (
    await db
      .selectFrom('evidence_files')
      .innerJoin('evidence', 'evidence.id', 'evidence_files.evidence_id')
      .select(['evidence.id', (of) => of.fn.min('evidence_files.checked_at').as('checked')])
      .where('evidence.state', '<>', 'destroyed')
      .groupBy('evidence.id')
      .orderBy('checked')
      .limit(most)
      .execute()
  ).map(({ id }) => id)

export async function destroyFiles(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`select destroy_evidence(${id}, ${tx.today}) as gone`.execute(tx.db)
  return rows[0]?.gone ?? false
}

// The SQL of profiles and imports: what was brought, how far it has been judged, what is wrong with which row.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Judged, RowFault } from './judging.ts'
import type { ImportState } from './lifecycle.ts'
import type { Mapping } from './mapping.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    exchange_profiles: {
      id: string
      version: Generated<number>
      title: string
      system: string
      mapping: JSONColumnType<Mapping>
      unverified: boolean
      changed_at: Date
      changed_by: string | null
    }
    imports: {
      id: string
      version: Generated<number>
      state: ImportState
      profile_id: string
      profile_title: string
      system: string
      mapping: JSONColumnType<Mapping>
      file_id: string
      file_name: string
      started_at: Date
      started_by: string
      ended_at: Date | null
      fault: JSONColumnType<Text> | null
      file_destroyed_on: Day | null
      file_sha256: string | null
      cursor: Generated<number>
      total: Generated<number>
      fresh: Generated<number>
      known: Generated<number>
      differing: Generated<number>
      bad: Generated<number>
    }
    import_rows: {
      import_id: string
      row: number
      outcome: 'differing' | 'bad'
      faults: JSONColumnType<RowFault[]>
    }
    import_appeals: { import_id: string; appeal_id: string; row: number }
    exchange_origins: {
      system: string
      number: string
      appeal_id: string
      prints: JSONColumnType<Record<string, string>>
    }
  }
}

export interface Profile {
  id: string
  version: number
  title: string
  system: string
  mapping: Mapping
  unverified: boolean
}

const profileColumns = ['id', 'version', 'title', 'system', 'mapping', 'unverified'] as const

export const findProfile = (tx: Tx, id: string, lock: boolean): Promise<Profile | undefined> => {
  const query = tx.db.selectFrom('exchange_profiles').select(profileColumns).where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export const readProfiles = (tx: Tx) =>
  tx.db
    .selectFrom('exchange_profiles')
    .leftJoin(sql<{ id: string; name: Text }>`(select id, name from employees)`.as('people'), 'people.id', 'changed_by')
    .select([
      'exchange_profiles.id',
      'version',
      'title',
      'system',
      'mapping',
      'unverified',
      'changed_at',
      'people.name as changedBy',
    ])
    .orderBy(sql`title collate "kk-x-icu"`)
    .limit(200)
    .execute()

type Written = Pick<Profile, 'title' | 'system' | 'mapping'>

export async function insertProfile(tx: Tx, it: Written): Promise<string> {
  const id = newId()
  const { title, system } = it
  const row = { id, title, system, mapping: JSON.stringify(it.mapping), unverified: false }
  await tx.db
    .insertInto('exchange_profiles')
    .values({ ...row, changed_at: tx.at, changed_by: tx.actor.id })
    .execute()
  return id
}

export const updateProfile = async (tx: Tx, id: string, it: Written): Promise<void> => {
  const row = { title: it.title, system: it.system, mapping: JSON.stringify(it.mapping), unverified: false }
  await tx.db
    .updateTable('exchange_profiles')
    .set({ ...row, changed_at: tx.at, changed_by: tx.actor.id })
    .where('id', '=', id)
    .execute()
}

/** An import as the rules judge it and the journal keeps it. */
export interface Import {
  id: string
  state: ImportState
  version: number
  profile: string
  system: string
  mapping: Mapping
  fileId: string
  file: string
  startedAt: Date
  startedBy: string
  endedAt: Date | null
  fault: Text | null
  /** The day on which the file was destroyed, and what it was. */
  destroyedOn: Day | null
  sha256: string | null
  cursor: number
  total: number
  fresh: number
  known: number
  differing: number
  bad: number
}

const importColumns = [
  'id',
  'state',
  'version',
  'profile_title as profile',
  'system',
  'mapping',
  'file_id as fileId',
  'file_name as file',
  'started_at as startedAt',
  'started_by as startedBy',
  'ended_at as endedAt',
  'fault',
  'file_destroyed_on as destroyedOn',
  'file_sha256 as sha256',
  'cursor',
  'total',
  'fresh',
  'known',
  'differing',
  'bad',
] as const

export const findImport = async (tx: Tx, id: string, lock: boolean): Promise<Import | undefined> => {
  const query = tx.db.selectFrom('imports').select(importColumns).where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function insertImport(tx: Tx, id: string, profile: Profile, file: { id: string; name: string }) {
  await tx.db
    .insertInto('imports')
    .values({
      id,
      state: 'trying',
      profile_id: profile.id,
      profile_title: profile.title,
      system: profile.system,
      mapping: JSON.stringify(profile.mapping),
      file_id: file.id,
      file_name: file.name,
      started_at: tx.at,
      started_by: tx.actor.id,
      ended_at: null,
      fault: null,
      file_destroyed_on: null,
      file_sha256: null,
    })
    .execute()
}

export async function listImports(tx: Tx, page: number, size: number) {
  const rows = await tx.db
    .selectFrom('imports')
    .select(importColumns)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await tx.db
    .selectFrom('imports')
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

export async function listRows(tx: Tx, id: string, page: number, size: number) {
  const rows = await tx.db
    .selectFrom('import_rows')
    .select(['row', 'outcome', 'faults'])
    .where('import_id', '=', id)
    .orderBy('row')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await tx.db
    .selectFrom('import_rows')
    .select((of) => of.fn.countAll<number>().as('total'))
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

/** Imports that were checked before this moment and have been left lying since. */
export const leftLying = async (tx: Tx, before: Date): Promise<string[]> =>
  (
    await tx.db
      .selectFrom('imports')
      .select('id')
      .where('state', '=', 'tried')
      .where('started_at', '<', before)
      .execute()
  ).map(({ id }) => id)

/** Every row that has something to say, for the sheet of them. */
export const allRows = (tx: Tx, id: string) =>
  tx.db.selectFrom('import_rows').select(['row', 'outcome', 'faults']).where('import_id', '=', id).execute()

/** A pass begins anew: what the trial found is forgotten. */
export async function clearPass(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('import_rows').where('import_id', '=', id).execute()
  await tx.db
    .updateTable('imports')
    .set({ cursor: 0, fresh: 0, known: 0, differing: 0, bad: 0 })
    .where('id', '=', id)
    .execute()
}

export interface Outcome {
  row: number
  outcome: 'fresh' | 'known' | 'differing' | 'bad'
  faults: RowFault[]
}

/** What was found of some rows, and that everything up to there has been judged. */
export async function keepOutcomes(tx: Tx, it: Import, upTo: number, outcomes: readonly Outcome[]): Promise<void> {
  const told = outcomes.filter(({ outcome }) => outcome === 'bad' || outcome === 'differing')
  if (told.length) {
    const rows = told.map(({ row, outcome, faults }) => ({
      import_id: it.id,
      row,
      outcome: outcome as 'bad' | 'differing',
      faults: JSON.stringify(faults),
    }))
    await tx.db.insertInto('import_rows').values(rows).execute()
  }
  const more = (what: Outcome['outcome']) => outcomes.filter(({ outcome }) => outcome === what).length
  await tx.db
    .updateTable('imports')
    .set({
      cursor: upTo,
      fresh: it.fresh + more('fresh'),
      known: it.known + more('known'),
      differing: it.differing + more('differing'),
      bad: it.bad + more('bad'),
    })
    .where('id', '=', it.id)
    .execute()
}

export const changeImport = async (
  tx: Tx,
  id: string,
  it: { ended_at?: Date; total?: number; fault?: Text },
): Promise<void> => {
  const { fault, ...rest } = it
  await tx.db
    .updateTable('imports')
    .set({ ...rest, ...(fault ? { fault: JSON.stringify(fault) } : {}) })
    .where('id', '=', id)
    .execute()
}

/** Prints of what these numbers of a system brought when they first came. */
export async function originsOf(
  tx: Tx,
  system: string,
  numbers: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  if (!numbers.length) return new Map()
  const rows = await tx.db
    .selectFrom('exchange_origins')
    .select(['number', 'prints'])
    .where('system', '=', system)
    .where('number', 'in', [...numbers])
    .execute()
  return new Map(rows.map(({ number, prints }) => [number, prints]))
}

export async function keepOrigin(tx: Tx, it: Import, judged: Judged, appeal: string): Promise<void> {
  const { number, row, prints } = judged
  if (number === null) throw new Error('an appeal without a number came in')
  await tx.db
    .insertInto('exchange_origins')
    .values({ system: it.system, number, appeal_id: appeal, prints: JSON.stringify(prints) })
    .execute()
  await tx.db.insertInto('import_appeals').values({ import_id: it.id, appeal_id: appeal, row }).execute()
}

/** Appeals of an import that nobody has registered yet. */
export async function unregistered(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from import_appeals i join appeals a on a.id = i.appeal_id
    where i.import_id = ${id} and a.state = 'received' order by i.row`.execute(tx.db)
  return rows.map((it) => it.id)
}

/** Courts and units as files may write them: by code and by name in each language. */
export async function namesOf(tx: Tx) {
  const courts = await sql<{ id: string; code: string; name: Text }>`
    select id, code, name from courts where valid_to is null or valid_to >= ${tx.today}`.execute(tx.db)
  const units = await sql<{ id: string; code: string | null; name: Text; region: Text | null }>`
    select u.id, u.region_code as code, u.name, r.name as region from units u left join regions r on r.code = u.region_code
    where u.kind in ('department', 'territorial') and (u.valid_to is null or u.valid_to >= ${tx.today})`.execute(tx.db)
  return { courts: courts.rows, units: units.rows }
}

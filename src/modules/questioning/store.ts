// The SQL of questionings, consents and what was said. The policies of the database are the scope.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import type { Attached } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { authoritiesFor, type InForce } from '../authorities/index.ts'
import { investigationRecord, type Investigation } from '../investigations/index.ts'
import { heldForJudge } from '../summonses/index.ts'
import type { ConsentHow, PartRole, QuestioningState, Signature, StoppedWhy } from './contract.ts'

interface QuestioningsTable {
  id: string
  version: Generated<number>
  state: QuestioningState
  investigation_id: string
  person_id: string
  name: JSONColumnType<Text>
  post: JSONColumnType<Text> | null
  language: Language
  on_day: Day
  at_time: string | null
  place: string
  planned_by: string
  planned_at: Date
  rights_at: Date | null
  rights_by: string | null
  rights_words: string | null
  begun_at: Date | null
  begun_by: string | null
  judge: boolean | null
  authority_id: string | null
  authority_number: string | null
  ended_at: Date | null
  stopped_why: StoppedWhy | null
  signature: Signature | null
  remarks: string | null
  signed_at: Date | null
  signed_by: string | null
  cancelled_word: string | null
}

interface ConsentsTable {
  id: string
  questioning_id: string
  given_at: Date
  recorded_by: string
  how: ConsentHow
  words: string | null
  code_hash: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_words: string | null
}

interface EntriesTable {
  id: string
  questioning_id: string
  at: Date
  by: string
  question: string
  answer: string
  corrects: string | null
  reason: string | null
  place: Generated<number>
}

export type Purpose = 'consent' | 'audio' | 'scan' | 'protocol'

declare module '../../kernel/database.ts' {
  interface Tables {
    questionings: QuestioningsTable
    questioning_consents: ConsentsTable
    questioning_people: {
      id: string
      questioning_id: string
      role: PartRole
      name: string
      paper: string | null
      at: Date
      by: string
    }
    questioning_entries: EntriesTable
    questioning_files: {
      questioning_id: string
      file_id: string
      purpose: Purpose
      name: string
      bytes: number
      sha256: string
      type: string
      at: Date
      by: string | null
    }
    consent_in_hand: Pick<QuestioningsTable, 'id' | 'state' | 'language' | 'name' | 'on_day' | 'at_time' | 'place'> & {
      given_at: Date
      withdrawn_at: Date | null
      author: JSONColumnType<Text>
    }
  }
}

export interface Questioning {
  id: string
  version: number
  state: QuestioningState
  person: string
  name: Text
  post: Text | null
  language: Language
  on: Day
  at: string | null
  place: string
  plannedBy: string
  plannedAt: Date
  rights: { at: Date; by: string; words: string | null } | null
  begun: { at: Date; by: string; judge: boolean; authority: string | null; number: string | null } | null
  endedAt: Date | null
  stopped: StoppedWhy | null
  signature: { how: Signature; at: Date; by: string; remarks: string | null } | null
  cancelled: string | null
  /** The investigation that it belongs to, with the authority in force today. */
  investigation: Investigation
  /** A judge today, or held for one. */
  judge: boolean
  /** The Chairman's assignment or permission in force today that names both this investigation and this person. */
  permission: InForce | null
  /** The consent for this occasion that stands. */
  consent: { id: string; at: Date } | null
}

/** In force on the day, for the questioning of this person in this investigation. */
export const permissionFor = async (tx: Tx, investigation: string, person: string): Promise<InForce | null> =>
  (
    await authoritiesFor(tx, {
      purpose: 'questioning',
      subjects: [
        { kind: 'investigation', id: investigation },
        { kind: 'person', id: person },
      ],
      on: tx.today,
    })
  )[0] ?? null

type Row = Omit<QuestioningsTable, 'version' | 'name' | 'post'> & { version: number; name: Text; post: Text | null }

const factsOf = (row: Row) => ({
  id: row.id,
  version: row.version,
  state: row.state,
  person: row.person_id,
  name: row.name,
  post: row.post,
  language: row.language,
  on: row.on_day,
  at: row.at_time,
  place: row.place,
  plannedBy: row.planned_by,
  plannedAt: row.planned_at,
  rights: row.rights_at && row.rights_by ? { at: row.rights_at, by: row.rights_by, words: row.rights_words } : null,
  begun:
    row.begun_at && row.begun_by
      ? {
          at: row.begun_at,
          by: row.begun_by,
          judge: row.judge ?? false,
          authority: row.authority_id,
          number: row.authority_number,
        }
      : null,
  endedAt: row.ended_at,
  stopped: row.stopped_why,
  signature:
    row.signature && row.signed_at && row.signed_by
      ? { how: row.signature, at: row.signed_at, by: row.signed_by, remarks: row.remarks }
      : null,
  cancelled: row.cancelled_word,
})

export async function findQuestioning(tx: Tx, id: string, lock: boolean): Promise<Questioning | undefined> {
  // The public page knows its own by the code, and reads no row of the table.
  if (tx.actor.kind === 'public') return undefined
  const query = tx.db.selectFrom('questionings').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  const investigation = row && (await investigationRecord.find(tx, row.investigation_id, false))
  if (!row || !investigation) return undefined
  // Once begun as a judge it stays that of a judge, whatever post is entered meanwhile.
  const judge = row.judge === true || (await heldForJudge(tx, row.person_id))
  const consent = (await consentsOf(tx, id)).find(({ withdrawn_at }) => withdrawn_at === null)
  return {
    ...factsOf(row),
    investigation,
    judge,
    permission: judge ? await permissionFor(tx, row.investigation_id, row.person_id) : null,
    consent: consent ? { id: consent.id, at: consent.given_at } : null,
  }
}

export const planned = async ({ db, actor }: Tx, id: string): Promise<boolean> =>
  (await db
    .selectFrom('questionings')
    .select('id')
    .where('id', '=', id)
    .where('planned_by', '=', actor.id)
    .executeTakeFirst()) !== undefined

type Plan = Pick<
  QuestioningsTable,
  'id' | 'investigation_id' | 'person_id' | 'language' | 'on_day' | 'at_time' | 'place'
> & { name: Text; post: Text | null }

export const insertQuestioning = async ({ db, at, actor }: Tx, { name, post, ...row }: Plan): Promise<void> => {
  const kept = { name: JSON.stringify(name), post: post && JSON.stringify(post) }
  await db
    .insertInto('questionings')
    .values({ ...row, ...kept, state: 'planned', planned_by: actor.id, planned_at: at })
    .execute()
}

type Change = Partial<Omit<QuestioningsTable, 'id' | 'version' | 'name' | 'post' | 'planned_by' | 'planned_at'>>

export const changeQuestioning = async ({ db }: Pick<Tx, 'db'>, id: string, change: Change): Promise<void> => {
  await db.updateTable('questionings').set(change).where('id', '=', id).execute()
}

export const rowsOf = ({ db }: Pick<Tx, 'db'>, investigation: string) =>
  db
    .selectFrom('questionings')
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom('questioning_entries')
        .whereRef('questioning_id', '=', 'questionings.id')
        .where('corrects', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('entries'),
    )
    .where('investigation_id', '=', investigation)
    .orderBy('on_day', 'desc')
    .orderBy('planned_at', 'desc')
    .limit(200)
    .execute()

/** Those that have not ended, in an investigation, of a person, or both. */
export const living = async (
  { db }: Pick<Tx, 'db'>,
  { investigation, person }: { investigation: string | null; person: string | null },
): Promise<string[]> => {
  let query = db.selectFrom('questionings').select('id').where('state', 'in', ['planned', 'underway'])
  if (investigation) query = query.where('investigation_id', '=', investigation)
  if (person) query = query.where('person_id', '=', person)
  return (await query.execute()).map(({ id }) => id)
}

export const consentsOf = ({ db }: Pick<Tx, 'db'>, questioning: string) =>
  db
    .selectFrom('questioning_consents')
    .selectAll()
    .where('questioning_id', '=', questioning)
    .orderBy('given_at', 'desc')
    .execute()

export const insertConsent = async (
  { db, at, actor }: Tx,
  it: Pick<ConsentsTable, 'id' | 'questioning_id' | 'how' | 'words' | 'code_hash'>,
): Promise<void> => {
  const row = { ...it, given_at: at, recorded_by: actor.id }
  await db.insertInto('questioning_consents').values(row).execute()
}

export const endConsent = async ({ db, at, actor }: Tx, id: string, words: string): Promise<void> => {
  await db
    .updateTable('questioning_consents')
    .set({ withdrawn_at: at, withdrawn_by: actor.id, withdrawn_words: words })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export const insertPart = async (
  { db, at, actor }: Tx,
  it: { questioning_id: string; role: PartRole; name: string; paper: string | null },
): Promise<void> => {
  await db
    .insertInto('questioning_people')
    .values({ ...it, id: newId(), at, by: actor.id })
    .execute()
}

export const peopleOf = ({ db }: Pick<Tx, 'db'>, questioning: string) =>
  db.selectFrom('questioning_people').selectAll().where('questioning_id', '=', questioning).orderBy('at').execute()

export const entriesOf = ({ db }: Pick<Tx, 'db'>, questioning: string) =>
  db.selectFrom('questioning_entries').selectAll().where('questioning_id', '=', questioning).orderBy('place').execute()

/** False where the same form was sent twice. */
export async function insertEntry(
  { db, at, actor }: Tx,
  it: Pick<EntriesTable, 'id' | 'questioning_id' | 'question' | 'answer'> & {
    corrects?: string
    reason?: string
  },
): Promise<boolean> {
  const row = { corrects: null, reason: null, ...it, at, by: actor.id }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('questioning_entries')
    .values(row)
    .onConflict((met) => met.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const linkFiles = async (
  { db, at, actor }: Tx,
  questioning: string,
  purpose: Purpose,
  files: readonly Attached[],
): Promise<void> => {
  if (!files.length) return
  const by = actor.kind === 'employee' ? actor.id : null
  const rows = files.map(({ id: file_id, name, bytes, sha256, type }) => ({
    ...{ questioning_id: questioning, file_id, purpose, at, by },
    ...{ name, bytes, sha256, type },
  }))
  await db.insertInto('questioning_files').values(rows).execute()
}

export const filesOf = ({ db }: Pick<Tx, 'db'>, questioning: string) =>
  db
    .selectFrom('questioning_files')
    .selectAll()
    .where('questioning_id', '=', questioning)
    .orderBy('at')
    .limit(200)
    .execute()

/** What the holder of the code may read; through the portal's role nothing else is to be had. */
export const inHand = ({ db }: Pick<Tx, 'db'>) => db.selectFrom('consent_in_hand').selectAll().executeTakeFirst()

/** Null where there is nothing to withdraw any more. */
export async function withdrawInHand(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select withdraw_consent(${tx.at}) as id`.execute(tx.db)
  return rows[0]?.id ?? null
}

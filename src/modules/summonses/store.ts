// The SQL of summonses, of what was explained and of who witnessed a refusal. The policies of the database are the scope.
import type { Generated, JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import type { Attached } from '../../kernel/files/index.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { investigationRecord, type Investigation } from '../investigations/index.ts'
import { personOf, isJudgeOn } from '../persons/index.ts'
import type { Channel, Receipt, ServedWay, SummonsState } from './contract.ts'

interface SummonsesTable {
  id: string
  version: Generated<number>
  state: SummonsState
  investigation_id: string
  person_id: string
  name: JSONColumnType<Text>
  post: JSONColumnType<Text> | null
  obliged: boolean
  language: Language
  asked: string
  appear_on: Day | null
  appear_at: string | null
  appear_place: string | null
  author_id: string
  prepared_at: Date
  document_id: string | null
  number: string | null
  signed_on: Day | null
  code_hash: string | null
  coded_at: Date | null
  served_on: Day | null
  served_way: ServedWay | null
  served_by: string | null
  receipt: Receipt | null
  receipt_words: string | null
  first_due_on: Day | null
  due_on: Day | null
  missed_on: Day | null
  missed_words: string | null
  explained_at: Date | null
  refused_on: Day | null
  refused_by: string | null
  refused_words: string | null
  reported_at: Date | null
  reported_by: string | null
  reported_words: string | null
  ended_on: Day | null
  ended_by: string | null
  ended_word: string | null
}

interface ExplanationsTable {
  id: string
  summons_id: string
  at: Date
  channel: Channel
  body: string
  entered_by: string | null
  given_on: Day
}

interface FilesTable {
  summons_id: string
  file_id: string
  purpose: 'paper' | 'delivery' | 'explanation' | 'act'
  explanation_id: string | null
  name: string
  bytes: number
  sha256: string
  type: string
  place: number
}

declare module '../../kernel/database.ts' {
  interface Tables {
    summonses: SummonsesTable
    summons_explanations: ExplanationsTable
    summons_files: FilesTable
    summons_witnesses: { summons_id: string; place: number; name: string; post: string; employee_id: string | null }
    summons_in_hand: Pick<
      SummonsesTable,
      | 'id'
      | 'state'
      | 'number'
      | 'signed_on'
      | 'language'
      | 'name'
      | 'asked'
      | 'appear_on'
      | 'appear_at'
      | 'appear_place'
      | 'served_on'
      | 'due_on'
    > & { author: JSONColumnType<Text> }
    explanations_in_hand: Pick<ExplanationsTable, 'id' | 'summons_id' | 'at' | 'body'>
    explanation_files_in_hand: Pick<
      FilesTable,
      'summons_id' | 'file_id' | 'explanation_id' | 'name' | 'bytes' | 'place'
    >
  }
}

export interface Summons {
  id: string
  version: number
  state: SummonsState
  person: string
  name: Text
  post: Text | null
  obliged: boolean
  language: Language
  asked: string
  appear: { on: Day; at: string | null; place: string } | null
  author: string
  preparedAt: Date
  document: string | null
  number: string | null
  signedOn: Day | null
  codedAt: Date | null
  served: { on: Day; way: ServedWay; by: string; receipt: Receipt; words: string | null } | null
  firstDueOn: Day | null
  dueOn: Day | null
  missed: { on: Day; words: string } | null
  explainedAt: Date | null
  refused: { on: Day; by: string | null; words: string } | null
  reported: { at: Date; by: string | null; words: string } | null
  ended: { on: Day; by: string | null; word: string } | null
  /** The investigation that it belongs to, with the authority in force today. */
  investigation: Investigation
}

type Row = Omit<SummonsesTable, 'version' | 'name' | 'post'> & { version: number; name: Text; post: Text | null }

const servedOf = (row: Row): Summons['served'] =>
  row.served_on && row.served_way && row.served_by && row.receipt
    ? { on: row.served_on, way: row.served_way, by: row.served_by, receipt: row.receipt, words: row.receipt_words }
    : null

const summonsOf = (row: Row, investigation: Investigation): Summons => ({
  id: row.id,
  version: row.version,
  state: row.state,
  person: row.person_id,
  name: row.name,
  post: row.post,
  obliged: row.obliged,
  language: row.language,
  asked: row.asked,
  appear: row.appear_on && row.appear_place ? { on: row.appear_on, at: row.appear_at, place: row.appear_place } : null,
  author: row.author_id,
  preparedAt: row.prepared_at,
  document: row.document_id,
  number: row.number,
  signedOn: row.signed_on,
  codedAt: row.coded_at,
  served: servedOf(row),
  firstDueOn: row.first_due_on,
  dueOn: row.due_on,
  missed: row.missed_on ? { on: row.missed_on, words: row.missed_words ?? '' } : null,
  explainedAt: row.explained_at,
  refused: row.refused_on ? { on: row.refused_on, by: row.refused_by, words: row.refused_words ?? '' } : null,
  reported: row.reported_at ? { at: row.reported_at, by: row.reported_by, words: row.reported_words ?? '' } : null,
  ended: row.ended_on ? { on: row.ended_on, by: row.ended_by, word: row.ended_word ?? '' } : null,
  investigation,
})

export async function findSummons(tx: Tx, id: string, lock: boolean): Promise<Summons | undefined> {
  // The public page knows its own by the code, and reads no row of the table.
  if (tx.actor.kind === 'public') return undefined
  const query = tx.db.selectFrom('summonses').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  const investigation = row && (await investigationRecord.find(tx, row.investigation_id, false))
  return row && investigation && summonsOf(row, investigation)
}

/**
 * Whether this is a judge today. A gate asks what is so: whoever is out of the asker's sight in the register is held for a judge,
 * so that a narrow view opens nothing.
 */
export const heldForJudge = async (tx: Tx, person: string): Promise<boolean> =>
  (await personOf(tx, person)) ? isJudgeOn(tx, person, tx.today) : true

export const rowsOf = ({ db }: Pick<Tx, 'db'>, investigation: string) =>
  db
    .selectFrom('summonses')
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom('summons_explanations')
        .whereRef('summons_id', '=', 'summonses.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('explanations'),
    )
    .where('investigation_id', '=', investigation)
    .orderBy('prepared_at', 'desc')
    .limit(200)
    .execute()

/** Of one investigation, in these states, of one author where told. */
export const idsOf = async (
  { db }: Pick<Tx, 'db'>,
  investigation: string,
  states: readonly SummonsState[],
  author: string | null = null,
): Promise<string[]> => {
  const query = db
    .selectFrom('summonses')
    .select('id')
    .where('investigation_id', '=', investigation)
    .where('state', 'in', [...states])
  return (await (author ? query.where('author_id', '=', author) : query).execute()).map(({ id }) => id)
}

/** The summons that this form has prepared already, if it was sent twice. */
export const prepared = async ({ db, actor }: Tx, id: string) =>
  db
    .selectFrom('summonses')
    .select(['id as summons', 'document_id as document'])
    .where('id', '=', id)
    .where('author_id', '=', actor.id)
    .executeTakeFirst()

export type NewSummons = Pick<
  SummonsesTable,
  | 'id'
  | 'investigation_id'
  | 'person_id'
  | 'obliged'
  | 'language'
  | 'asked'
  | 'appear_on'
  | 'appear_at'
  | 'appear_place'
> & { name: Text; post: Text | null }

export const insertSummons = async ({ db, at, actor }: Tx, { name, post, ...row }: NewSummons): Promise<void> => {
  const kept = { name: JSON.stringify(name), post: post && JSON.stringify(post) }
  await db
    .insertInto('summonses')
    .values({ ...row, ...kept, state: 'drafted', author_id: actor.id, prepared_at: at })
    .execute()
}

export type Change = Partial<Omit<SummonsesTable, 'id' | 'version' | 'name' | 'post' | 'author_id' | 'prepared_at'>>

export const changeSummons = async ({ db }: Pick<Tx, 'db'>, id: string, change: Change): Promise<void> => {
  await db.updateTable('summonses').set(change).where('id', '=', id).execute()
}

export const insertExplanation = async ({ db }: Pick<Tx, 'db'>, row: ExplanationsTable): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('summons_explanations')
    .values(row)
    .onConflict((met) => met.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const explanationsOf = ({ db }: Pick<Tx, 'db'>, summons: string) =>
  db.selectFrom('summons_explanations').selectAll().where('summons_id', '=', summons).orderBy('at').execute()

export const linkFiles = async (
  { db }: Pick<Tx, 'db'>,
  summons: string,
  { purpose, explanation = null }: { purpose: FilesTable['purpose']; explanation?: string | null },
  files: readonly Attached[],
): Promise<void> => {
  if (!files.length) return
  const rows = files.map(({ id: file_id, name, bytes, sha256, type }, place) => ({
    ...{ summons_id: summons, file_id, purpose, explanation_id: explanation },
    ...{ name, bytes, sha256, type, place },
  }))
  await db.insertInto('summons_files').values(rows).execute()
}

export const filesOf = ({ db }: Pick<Tx, 'db'>, summons: string) =>
  db.selectFrom('summons_files').selectAll().where('summons_id', '=', summons).orderBy('place').limit(200).execute()

export interface Witness {
  name: string
  post: string
  employee: string | null
}

export const insertWitnesses = async (
  { db }: Pick<Tx, 'db'>,
  summons: string,
  witnesses: readonly Witness[],
): Promise<void> => {
  await db
    .insertInto('summons_witnesses')
    .values(
      witnesses.map(({ employee: employee_id, ...it }, place) => ({ ...it, employee_id, place, summons_id: summons })),
    )
    .execute()
}

export const witnessesOf = ({ db }: Pick<Tx, 'db'>, summons: string) =>
  db
    .selectFrom('summons_witnesses')
    .select(['name', 'post'])
    .where('summons_id', '=', summons)
    .orderBy('place')
    .execute()

/** What the holder of the code may read; through the portal's role nothing else is to be had. */
export const inHand = ({ db }: Pick<Tx, 'db'>) => db.selectFrom('summons_in_hand').selectAll().executeTakeFirst()

export const explanationsInHand = ({ db }: Pick<Tx, 'db'>) =>
  db.selectFrom('explanations_in_hand').selectAll().orderBy('at').execute()

export const filesInHand = ({ db }: Pick<Tx, 'db'>) =>
  db.selectFrom('explanation_files_in_hand').selectAll().orderBy('place').execute()

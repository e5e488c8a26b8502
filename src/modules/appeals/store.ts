// The SQL of appeals that the staff work on. What the actor may not see does not exist here: the database's policies are the scope.
import { sql, type Updateable } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { masked, type AppealsTable, type TermBasis } from '../submissions/index.ts'
import type { AppealKind, AppealResult, AppealState, Channel, WorkStage } from '../submissions/contract.ts'

/** An appeal as the rules judge it and the journal keeps it: no word of the applicant's, no personal detail. */
export interface Appeal {
  id: string
  state: AppealState
  version: number
  slipNumber: string
  number: string | null
  kind: AppealKind
  channel: Channel
  language: Language
  anonymous: boolean
  /** How the law in force treats an appeal without a name. */
  anonymousRule: 'crime-or-threat' | 'all'
  unit: string
  court: string | null
  subject: string | null
  receivedAt: Date
  receivedOn: Day
  receivedBy: string | null
  registeredOn: Day
  dueOn: Day
  internalDueOn: Day
  term: TermBasis
  assignee: string | null
  reply: string | null
  doneOn: Day | null
  ending: { reason: string; body: Text | null } | null
  /** How it is answered; fixed when the reply is signed. */
  result: AppealResult | null
  /** The assignee's own word: the answer burdens the applicant. */
  burdensome: boolean
  /** From which day a burdensome answer may be signed. */
  heardFrom: Day | null
  /** Code of the classifier. */
  question: string | null
  /** The term as it was counted from receipt, where it has been extended since. */
  firstDueOn: Day | null
  /** Paths of the law that are open on it, as the room of paths named them. */
  openPaths: readonly string[]
  /** Who was given it to read, beside its unit and its assignee. */
  readers: readonly string[]
  /** Whether a reason is enough to learn who wrote, or another person must grant it. */
  identityRule: 'reason' | 'grant'
  identityGrants: readonly { to: string; until: Day }[]
  stage: WorkStage | null
  /** Considered anew from this day on. */
  reopenedOn: Day | null
}

const columns = [
  'id',
  'state',
  'version',
  'slip_number',
  'number',
  'kind',
  'channel',
  'language',
  'anonymous',
  'unit_id',
  'court_id',
  'subject',
  'received_at',
  'received_on',
  'received_by',
  'registered_on',
  'due_on',
  'internal_due_on',
  'term',
  'assignee_id',
  'reply_id',
  'done_on',
  'ending_reason',
  'ending_body',
  sql<Text | null>`party_name(ending_body)`.as('ending_party'),
  'result',
  'burdensome',
  'heard_from',
  'question',
  'first_due_on',
  'open_paths',
  'readers',
  'identity_grants',
  'work_stage',
  'reopened_on',
] as const

const powers = ['appeals.see-all', 'appeals.see-unit', 'appeals.register', 'appeals.assign', 'appeals.work']

/** Whoever has no work with appeals meets none: an auditor's or an administrator's reach opens none of them. */
const meetsAppeals = ({ kind, powers: held }: Tx['actor']): boolean =>
  kind === 'system' || (kind === 'employee' && powers.some((power) => held.has(power)))

/** The appeal as the actor may see it, locked if asked; nothing where it does not exist for the actor. */
export async function findAppeal(tx: Tx, id: string, lock: boolean): Promise<Appeal | undefined> {
  if (!meetsAppeals(tx.actor)) return undefined
  const query = tx.db.selectFrom('appeals').select(columns).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    slipNumber: row.slip_number,
    number: row.number,
    kind: row.kind,
    channel: row.channel,
    language: row.language,
    anonymous: row.anonymous,
    anonymousRule: tx.parameter('appeal.anonymous').value,
    unit: row.unit_id,
    court: row.court_id,
    subject: row.subject,
    receivedAt: row.received_at,
    receivedOn: row.received_on,
    receivedBy: row.received_by,
    registeredOn: row.registered_on,
    dueOn: row.due_on,
    internalDueOn: row.internal_due_on,
    term: row.term,
    assignee: row.assignee_id,
    reply: row.reply_id,
    doneOn: row.done_on,
    ending: row.ending_reason ? { reason: row.ending_reason, body: row.ending_party } : null,
    result: row.result,
    burdensome: row.burdensome,
    heardFrom: row.heard_from,
    question: row.question,
    firstDueOn: row.first_due_on,
    openPaths: row.open_paths,
    readers: row.readers,
    identityRule: tx.parameter('appeal.identity').value,
    identityGrants: row.identity_grants,
    stage: row.done_on ? null : row.work_stage,
    reopenedOn: row.reopened_on,
  }
}

export type Changes = Omit<Updateable<AppealsTable>, 'id' | 'version' | 'term' | 'state'>

export const change = async (tx: Tx, id: string, it: Changes): Promise<void> => {
  await tx.db.updateTable('appeals').set(it).where('id', '=', id).execute()
}

/** A step that comes as news: the new state with what it brings, in one statement, as the table's checks ask for. */
export const moveTo = async (tx: Tx, id: string, state: AppealState, it: Changes): Promise<void> => {
  await tx.db
    .updateTable('appeals')
    .set({ ...it, state })
    .where('id', '=', id)
    .execute()
}

/** The values by which the days of the term were counted. */
export const keepTerm = async (tx: Tx, id: string, term: TermBasis): Promise<void> => {
  await tx.db
    .updateTable('appeals')
    .set({ term: JSON.stringify(term) })
    .where('id', '=', id)
    .execute()
}

/** The words and the places that only the appeal's own page shows; what is masked is masked for every reader. */
export async function readContent(tx: Tx, id: string) {
  const { hidden, ...content } = await tx.db
    .selectFrom('appeals')
    .select([
      'body',
      'hidden',
      'court_name',
      'repeat_place',
      'person',
      'person_post',
      'event_on',
      'collective',
      'signatories',
      'reply_file_id',
      'reply_name',
      'reply_number',
      'reply_on',
      'result_ground',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...content, body: masked(content.body, hidden) }
}

export const readApplicant = (tx: Tx, id: string) =>
  tx.db.selectFrom('appeal_applicants').selectAll().where('appeal_id', '=', id).executeTakeFirst()

export async function readMessages(tx: Tx, id: string) {
  const rows = await tx.db
    .selectFrom('appeal_messages')
    .selectAll()
    .where('appeal_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .limit(1000)
    .execute()
  return rows.map(({ hidden, ...row }) => ({ ...row, body: masked(row.body, hidden) }))
}

export const readNotes = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('appeal_notes')
    .selectAll()
    .where('appeal_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(1000)
    .execute()

export const readFiles = (tx: Tx, id: string) =>
  tx.db.selectFrom('appeal_files').selectAll().where('appeal_id', '=', id).orderBy('place').limit(1000).execute()

export async function addNote(tx: Tx, appeal: string, body: string): Promise<string> {
  const id = newId()
  await tx.db.insertInto('appeal_notes').values({ id, appeal_id: appeal, at: tx.at, by: tx.actor.id, body }).execute()
  return id
}

/** @param by whose words they are, where the house itself passes them on */
export async function addMessage(tx: Tx, appeal: string, body: string, by = tx.actor.id): Promise<string> {
  const id = newId()
  const row = { id, appeal_id: appeal, at: tx.at, side: 'department' as const, by, body }
  await tx.db.insertInto('appeal_messages').values(row).execute()
  return id
}

/** How many appeals that are not yet answered each of these employees has. */
export async function openCounts(tx: Tx, employees: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (!employees.length) return new Map()
  const rows = await tx.db
    .selectFrom('appeals')
    .select(['assignee_id', (of) => of.fn.countAll<number>().as('open')])
    .where('assignee_id', 'in', [...employees])
    .where('done_on', 'is', null)
    .groupBy('assignee_id')
    .execute()
  return new Map(rows.map(({ assignee_id, open }) => [assignee_id ?? '', Number(open)]))
}

/** The classifier of questions, in its order. */
export const listQuestions = (tx: Pick<Tx, 'db'>) =>
  tx.db.selectFrom('appeal_questions').select(['code', 'title']).orderBy('place').limit(200).execute()

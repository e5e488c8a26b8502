// The SQL by which an appeal enters, from the public page or from the registrar's hands, and by which its applicant sees it again.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { AnonymousOr, CoApplicant, NamedApplicant } from './applicant.ts'
import type { AppealFilesTable } from './tables-store.ts'
import type { CountedTerm } from './term.ts'
import type { AppealKind, AppealState, Channel } from './words.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    appeals_in_hand: {
      id: string
      version: number
      state: AppealState
      slip_number: string
      number: string | null
      kind: AppealKind
      language: Language
      anonymous: boolean
      received_at: Date
      registered_on: Day
      due_on: Day
      done_on: Day | null
      ending_reason: string | null
      ending_body: string | null
      /** Where it went, by name. */
      ending_party: Text | null
      reply_file_id: string | null
      reply_name: string | null
      reply_number: string | null
      reply_on: Day | null
    }
    appeal_messages_in_hand: { id: string; appeal_id: string; at: Date; side: 'applicant' | 'department'; body: string }
    appeal_files_in_hand: Omit<AppealFilesTable, 'sha256'>
  }
}

/** From here on the transaction holds this code, as a visitor who typed it would. */
export const holdReceipt = async (tx: Tx, hash: string): Promise<void> => {
  await sql`select set_config('app.receipt', ${hash}, true)`.execute(tx.db)
}

/** The appeal whose code is in hand. */
export const inHand = (tx: Tx) => tx.db.selectFrom('appeals_in_hand').selectAll().executeTakeFirst()

/** Unique for ever, drawn without waiting for others; a number of a failed entry is lost, and may be. */
export async function drawSlip(tx: Tx): Promise<string> {
  const { rows } = await sql<{ serial: number }>`select nextval('appeal_slips') as serial`.execute(tx.db)
  return `ТЛ-${tx.today.slice(2, 4)}-${String(rows[0]?.serial).padStart(6, '0')}`
}

export interface Intake {
  kind: AppealKind
  channel: Channel
  language: Language
  applicant: AnonymousOr
  collective: boolean
  signatories: number | null
  coApplicants: readonly CoApplicant[]
  unit: string
  court: string | null
  courtName: string | null
  person: string | null
  personPost: string | null
  eventOn: Day | null
  subject: string | null
  text: string
  receivedAt: Date
  receivedOn: Day
  term: CountedTerm
  slipNumber: string
  receiptHash: string
  outside: { system: string; number: string } | null
}

/** Adds the appeal and, apart, who wrote it. Null when one with this code is there already. */
export async function insertAppeal(tx: Tx, it: Intake): Promise<string | null> {
  const id = newId()
  const isPublic = tx.actor.kind === 'public'
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('appeals')
    .values({
      id,
      slip_number: it.slipNumber,
      receipt_hash: it.receiptHash,
      kind: it.kind,
      channel: it.channel,
      language: it.language,
      anonymous: it.applicant.as === 'anonymous',
      unit_id: it.unit,
      court_id: it.court,
      court_name: it.courtName,
      person: it.person,
      person_post: it.personPost,
      event_on: it.eventOn,
      body: it.text,
      collective: it.collective,
      signatories: it.signatories,
      received_at: it.receivedAt,
      received_on: it.receivedOn,
      registered_on: it.term.registeredOn,
      due_on: it.term.dueOn,
      internal_due_on: it.term.internalDueOn,
      term: JSON.stringify(it.term.basis),
      // The public page has no right to these columns at all.
      ...(isPublic ? {} : { received_by: tx.actor.id || null, subject: it.subject }),
      ...(it.outside ? { outside_system: it.outside.system, outside_number: it.outside.number } : {}),
    })
    // No target is named, because the public page may read no column of the table.
    .onConflict((met) => met.doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) return null
  await addApplicants(tx, id, it)
  return id
}

const numberOf = (it: NamedApplicant): string | null => (it.as === 'person' ? it.iin : it.bin)

/** Who wrote, and who signed with him, apart from the appeal. */
async function addApplicants(tx: Tx, id: string, it: Pick<Intake, 'applicant' | 'coApplicants'>): Promise<void> {
  const { applicant } = it
  if (applicant.as === 'anonymous') return
  const { as, name, address, phone, email, representative, ground, groundNumber, groundOn, groundFile } = applicant
  // The head of an entity signs for it by his post; nothing else need be said.
  const stands = representative === null ? null : (ground ?? 'office')
  await tx.db
    .insertInto('appeal_applicants')
    .values({
      appeal_id: id,
      kind: as,
      name,
      number: numberOf(applicant),
      address,
      phone,
      email,
      representative,
      ground: stands,
      ground_number: stands ? groundNumber : null,
      ground_on: stands ? (groundOn ?? null) : null,
      ground_file_id: stands ? (groundFile ?? null) : null,
    })
    .execute()
  const rows = it.coApplicants.map((one, place) => ({ appeal_id: id, place, name: one.name, number: one.iin }))
  if (rows.length) await tx.db.insertInto('appeal_co_applicants').values(rows).execute()
}

/** Names the writer of the appeal in hand; false where it is named already, over, or nobody's. */
export async function disclose(tx: Tx, it: NamedApplicant): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select disclose_applicant(${it.as}, ${it.name}, ${numberOf(it)}, ${it.address}, ${it.phone}, ${it.email}) as id`.execute(
    tx.db,
  )
  return rows[0]?.id ?? null
}

/** What the registrar's form made before, when it is sent twice. */
export const findByReceipt = (tx: Tx, hash: string) =>
  tx.db
    .selectFrom('appeals')
    .select(['id', 'slip_number', 'received_at', 'registered_on', 'due_on'])
    .where('receipt_hash', '=', hash)
    .executeTakeFirst()

export interface LinkedFile {
  id: string
  name: string
  bytes: number
  sha256: string
  type: string
}

/** What the file store knows of a file that the actor may read. */
export async function keptFile(tx: Tx, id: string): Promise<LinkedFile> {
  const { rows } = await sql<LinkedFile>`select id, name, bytes, sha256, type from files where id = ${id}`.execute(
    tx.db,
  )
  const [file] = rows
  if (!file) throw new Error(`file ${id} is not there to be shared`)
  return file
}

export async function linkFiles(
  tx: Tx,
  to: { appeal: string; message: string | null; side: 'applicant' | 'department' },
  files: readonly LinkedFile[],
): Promise<void> {
  if (!files.length) return
  const rows = files.map(({ id, name, bytes, sha256, type }, place) => ({
    appeal_id: to.appeal,
    message_id: to.message,
    side: to.side,
    file_id: id,
    name,
    bytes,
    sha256,
    type,
    place,
  }))
  await tx.db.insertInto('appeal_files').values(rows).execute()
}

export async function addApplicantMessage(tx: Tx, appeal: string, id: string, body: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('appeal_messages')
    .values({ id, appeal_id: appeal, at: tx.at, side: 'applicant', body })
    .onConflict((met) => met.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const messagesInHand = (tx: Tx) =>
  tx.db
    .selectFrom('appeal_messages_in_hand')
    .select(['id', 'at', 'side', 'body'])
    .orderBy('at')
    .orderBy('id')
    .limit(1000)
    .execute()

export const filesInHand = (tx: Tx) =>
  tx.db
    .selectFrom('appeal_files_in_hand')
    .select(['file_id', 'message_id', 'side', 'name', 'bytes', 'type'])
    .orderBy('place')
    .limit(1000)
    .execute()

/** What the slip of the appeal with this code says. */
export async function slipOf(tx: Tx, hash: string) {
  const { rows } = await sql<{
    id: string
    slip_number: string
    number: string | null
    kind: AppealKind
    received_at: Date
    registered_on: Day
    due_on: Day
    applicant: string | null
    receiver: Text | null
    unit: Text
    files: number
  }>`select a.id, a.slip_number, a.number, a.kind, a.received_at, a.registered_on, a.due_on, p.name as applicant, e.name as receiver,
      u.name as unit, (select count(*)::int from appeal_files f where f.appeal_id = a.id and f.message_id is null) as files
    from appeals a join units u on u.id = a.unit_id
    left join appeal_applicants p on p.appeal_id = a.id
    left join employees e on e.id = a.received_by
    where a.receipt_hash = ${hash}`.execute(tx.db)
  return rows[0]
}

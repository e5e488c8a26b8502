// The SQL of handling: who reads, who asked for the name, what is masked. Which appeals one sees is the policies' word.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { joined, type Place } from '../submissions/index.ts'
import type { RequestState } from './contract.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    appeal_grants: {
      id: string
      appeal_id: string
      employee_id: string
      reason: string
      until_on: Day | null
      at: Date
      by: string
      ended_at: Date | null
      ended_by: string | null
      end_reason: string | null
    }
    identity_requests: {
      id: string
      version: Generated<number>
      state: Generated<RequestState>
      appeal_id: string
      number: string
      asked_by: string
      asked_at: Date
      reason: string
      decided_by: string | null
      decided_at: Date | null
      words: string | null
      until_on: Day | null
    }
    appeal_masks: {
      id: string
      appeal_id: string
      message_id: string | null
      places: JSONColumnType<readonly Place[]>
      reason: string
      at: Date
      by: string
      lifted_at: Date | null
      lifted_by: string | null
      lifted_reason: string | null
    }
  }
}

export interface Colleague {
  id: string
  name: Text
  unit: Text
}

/** Employees whose post of today works with appeals, in these units; never one who is shut out of the appeal. */
export async function colleagues(
  tx: Tx,
  { only = null, appeals = [] }: { only?: string | null; appeals?: readonly string[] } = {},
): Promise<readonly Colleague[]> {
  const { reach } = tx.actor
  const units = reach === 'all' ? null : [...reach]
  const { rows } = await sql<Colleague>`
    select * from (
      select distinct on (e.id) e.id, e.name, u.name as unit from posts_held(${tx.today}) held
      join employees e on e.id = held.employee_id
      join units u on u.id = held.unit_id
      where described_powers(held.code, ${tx.today})
          && array['appeals.work', 'appeals.assign', 'appeals.register', 'appeals.see-unit', 'appeals.see-all']
        and (${only}::uuid is null or e.id = ${only})
        and (${units}::uuid[] is null or u.id = any (${units}::uuid[]))
        and not exists (select from denied d where d.person_id = e.id and d.record_id = any (${[...appeals]}::uuid[]))
      order by e.id, held.acting
    ) found order by name ->> 'kk' collate "kk-x-icu" limit 500`.execute(tx.db)
  return rows
}

/** Those of the appeals that the actor may work on, locked, in one order so that two acts never wait for each other. */
export async function lockAppeals(tx: Tx, ids: readonly string[]) {
  return tx.db
    .selectFrom('appeals')
    .select(['id', 'number', 'slip_number', 'assignee_id'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

export const openGrants = (tx: Tx, appeals: readonly string[]) =>
  tx.db
    .selectFrom('appeal_grants')
    .select(['appeal_id', 'employee_id', 'reason', 'until_on', 'by'])
    .where('appeal_id', 'in', [...appeals])
    .where('ended_at', 'is', null)
    .where((it) => it.or([it('until_on', 'is', null), it('until_on', '>=', tx.today)]))
    .orderBy('at')
    .orderBy('id')
    .limit(1_000)
    .execute()

export async function addGrant(
  tx: Tx,
  appeal: string,
  { to, reason, until }: { to: string; reason: string; until: Day | null },
): Promise<void> {
  // One whose day has passed before the night closed it makes room for the new one.
  await endGrants(tx, [appeal], { to, reason: null })
  const row = { id: newId(), appeal_id: appeal, employee_id: to, reason, until_on: until, at: tx.at, by: tx.actor.id }
  await tx.db
    .insertInto('appeal_grants')
    .values({ ...row, ended_at: null, ended_by: null, end_reason: null })
    .execute()
}

/** Ends what is open; gives the appeals on which something was. */
export async function endGrants(
  tx: Tx,
  appeals: readonly string[],
  { to, reason }: { to: string; reason: string | null },
): Promise<readonly string[]> {
  const rows = await tx.db
    .updateTable('appeal_grants')
    .set({ ended_at: tx.at, ended_by: tx.actor.id, end_reason: reason })
    .where('appeal_id', 'in', [...appeals])
    .where('employee_id', '=', to)
    .where('ended_at', 'is', null)
    .returning('appeal_id')
    .execute()
  return rows.map(({ appeal_id }) => appeal_id)
}

/** Ends those whose last day has passed, a batch at a time. */
export const endExpired = (tx: Tx) =>
  tx.db
    .updateTable('appeal_grants')
    .set({ ended_at: tx.at })
    .where('until_on', '<', tx.today)
    .where('ended_at', 'is', null)
    .returning(['appeal_id', 'employee_id'])
    .execute()

/** The appeal's own list of its readers, as the search needs it. */
export const keepReaders = async (tx: Tx, appeal: string): Promise<void> => {
  await sql`update appeals set readers = array(
      select employee_id from appeal_grants where appeal_id = ${appeal} and ended_at is null
        and (until_on is null or until_on >= ${tx.today}) order by at, id)
    where id = ${appeal}`.execute(tx.db)
}

const requestColumns = [
  'id',
  'version',
  'state',
  'appeal_id as appeal',
  'number',
  'asked_by as askedBy',
  'asked_at as askedAt',
  'reason',
  'decided_by as decidedBy',
  'words',
  'until_on as until',
] as const

export interface Request {
  id: string
  version: number
  state: RequestState
  appeal: string
  number: string
  askedBy: string
  askedAt: Date
  reason: string
  decidedBy: string | null
  words: string | null
  until: Day | null
}

export const findRequest = (tx: Tx, id: string, lock: boolean): Promise<Request | undefined> => {
  const query = tx.db.selectFrom('identity_requests').select(requestColumns).where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export const requestsOf = (tx: Tx, appeal: string): Promise<Request[]> =>
  tx.db
    .selectFrom('identity_requests')
    .select(requestColumns)
    .where('appeal_id', '=', appeal)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()

export const isAsked = async (tx: Tx, appeal: string): Promise<boolean> =>
  (await requestsOf(tx, appeal)).some(({ state, askedBy }) => state === 'asked' && askedBy === tx.actor.id)

export async function addRequest(tx: Tx, it: { appeal: string; number: string; reason: string }): Promise<string> {
  const id = newId()
  const row = { id, appeal_id: it.appeal, number: it.number, asked_by: tx.actor.id, asked_at: tx.at, reason: it.reason }
  await tx.db
    .insertInto('identity_requests')
    .values({ ...row, decided_by: null, decided_at: null, words: null, until_on: null })
    .execute()
  return id
}

export async function decideRequest(tx: Tx, it: Request, words: string | null, until: Day | null): Promise<void> {
  await tx.db
    .updateTable('identity_requests')
    .set({ decided_by: tx.actor.id, decided_at: tx.at, words, until_on: until })
    .where('id', '=', it.id)
    .execute()
}

/** Until which day the person may learn who wrote; a later grant takes the place of an earlier one. */
export const keepIdentity = async (tx: Tx, appeal: string, to: string, until: Day): Promise<void> => {
  await sql`update appeals set identity_grants = (
      select coalesce(jsonb_agg(it), '[]') from jsonb_array_elements(identity_grants) it where it ->> 'to' <> ${to}
    ) || jsonb_build_array(jsonb_build_object('to', ${to}::text, 'until', ${until}::text))
    where id = ${appeal}`.execute(tx.db)
}

/** The text as it came, of the appeal or of one of its messages; nothing where it is not the appeal's. */
export async function originalOf(tx: Tx, appeal: string, message: string | null): Promise<string | undefined> {
  const found = message
    ? await tx.db
        .selectFrom('appeal_messages')
        .select('body')
        .where('id', '=', message)
        .where('appeal_id', '=', appeal)
        .executeTakeFirst()
    : await tx.db.selectFrom('appeals').select('body').where('id', '=', appeal).executeTakeFirst()
  return found?.body
}

export const masksOf = (tx: Tx, appeal: string) =>
  tx.db
    .selectFrom('appeal_masks')
    .select(['id', 'message_id', 'places', 'reason', 'at', 'by'])
    .where('appeal_id', '=', appeal)
    .where('lifted_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute()

export async function addMask(
  tx: Tx,
  it: { appeal: string; message: string | null; places: readonly Place[]; reason: string },
): Promise<string> {
  const id = newId()
  const row = { id, appeal_id: it.appeal, message_id: it.message, places: JSON.stringify(it.places), at: tx.at }
  await tx.db
    .insertInto('appeal_masks')
    .values({ ...row, reason: it.reason, by: tx.actor.id, lifted_at: null, lifted_by: null, lifted_reason: null })
    .execute()
  return id
}

/** False where no such mask is on the appeal. */
export async function liftMask(tx: Tx, appeal: string, mask: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('appeal_masks')
    .set({ lifted_at: tx.at, lifted_by: tx.actor.id, lifted_reason: reason })
    .where('id', '=', mask)
    .where('appeal_id', '=', appeal)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The masked places of the appeal's text and of its messages, written where their readers look. */
export async function keepHidden(tx: Tx, appeal: string): Promise<void> {
  const masks = await masksOf(tx, appeal)
  const over = (message: string | null) =>
    JSON.stringify(joined(masks.filter((it) => it.message_id === message).flatMap(({ places }) => places)))
  await tx.db
    .updateTable('appeals')
    .set({ hidden: over(null) })
    .where('id', '=', appeal)
    .execute()
  const messages = await tx.db.selectFrom('appeal_messages').select('id').where('appeal_id', '=', appeal).execute()
  for (const { id } of messages)
    await tx.db
      .updateTable('appeal_messages')
      .set({ hidden: over(id) })
      .where('id', '=', id)
      .execute()
}

export async function peopleOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Text>> {
  const { rows } = await sql<{ id: string; name: Text }>`
    select id, name from employees where id = any (${ids.filter((id) => id !== null)}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether the content was destroyed under an act. */
export async function isDestroyed(tx: Tx, appeal: string): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`
    select destroyed_on is not null as gone from appeals where id = ${appeal}`.execute(tx.db)
  return rows[0]?.gone ?? false
}

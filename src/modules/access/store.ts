// The SQL of accounts, passkeys, sessions and failed attempts.
import { createHash, createHmac } from 'node:crypto'
import { sql, type Generated, type Kysely } from 'kysely'
import type { Tables } from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Failures } from './delay.ts'

export type Stage = 'open' | 'totp' | 'passkey' | 'change'
export type EndedWhy = 'signed-out' | 'replaced' | 'revoked' | 'password' | 'passed'

interface AccountsTable {
  employee_id: string
  version: Generated<number>
  login: string
  password_hash: string
  must_change: boolean
  changed_at: Date
  totp_secret: Buffer | null
  totp_since: Date | null
  totp_step: number | null
  totp_pending: Buffer | null
}

interface SessionsTable {
  id: string
  version: Generated<number>
  employee_id: string | null
  token_hash: Buffer
  stage: Stage
  challenge: string | null
  opened_at: Date
  seen_at: Date
  expires_at: Date
  stepped_up_at: Date | null
  ended_at: Date | null
  ended_why: EndedWhy | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    accounts: AccountsTable
    passkeys: {
      id: string
      version: Generated<number>
      employee_id: string
      credential_id: string
      public_key: Buffer
      counter: number
      transports: string[]
      name: string
      added_at: Date
      used_at: Date | null
    }
    sessions: SessionsTable
    sign_in_failures: { key: Buffer; failures: number; last_at: Date }
  }
}

type Db = { db: Kysely<Tables> }

export interface Account {
  employeeId: string
  login: string
  passwordHash: string
  mustChange: boolean
  changedAt: Date
  totpSecret: Buffer | null
  totpSince: Date | null
  totpStep: number | null
  totpPending: Buffer | null
  passkeys: number
}

const accounts = ({ db }: Db) =>
  db
    .selectFrom('accounts')
    .select([
      'employee_id as employeeId',
      'login',
      'password_hash as passwordHash',
      'must_change as mustChange',
      'changed_at as changedAt',
      'totp_secret as totpSecret',
      'totp_since as totpSince',
      'totp_step as totpStep',
      'totp_pending as totpPending',
      sql<number>`(select count(*)::int from passkeys k where k.employee_id = accounts.employee_id)`.as('passkeys'),
    ])

export const accountByLogin = (tx: Db, login: string): Promise<Account | undefined> =>
  accounts(tx)
    .where(sql<boolean>`lower(login) = lower(${login})`)
    .executeTakeFirst()

export const accountOf = (tx: Db, employeeId: string): Promise<Account | undefined> =>
  accounts(tx).where('employee_id', '=', employeeId).executeTakeFirst()

/** Locked, so that two sign-ins of one person follow one another. */
export const lockAccount = async (tx: Db, employeeId: string): Promise<Account | undefined> => {
  await tx.db.selectFrom('accounts').select('employee_id').where('employee_id', '=', employeeId).forUpdate().execute()
  return accountOf(tx, employeeId)
}

export const anyAccount = async ({ db }: Db): Promise<boolean> =>
  (await db.selectFrom('accounts').select('employee_id').limit(1).executeTakeFirst()) !== undefined

/** One set-up at a time. */
export const lockSetUp = async ({ db }: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7301906, 11)`.execute(db)
}

export const addAccount = async (
  { db }: Db,
  it: { employeeId: string; login: string; passwordHash: string; mustChange: boolean; at: Date },
): Promise<void> => {
  await db
    .insertInto('accounts')
    .values({
      employee_id: it.employeeId,
      login: it.login,
      password_hash: it.passwordHash,
      must_change: it.mustChange,
      changed_at: it.at,
    })
    .execute()
}

export const changeAccount = async (
  { db }: Db,
  employeeId: string,
  to: Partial<
    Pick<
      AccountsTable,
      'password_hash' | 'must_change' | 'changed_at' | 'totp_secret' | 'totp_since' | 'totp_step' | 'totp_pending'
    >
  >,
): Promise<void> => {
  await db.updateTable('accounts').set(to).where('employee_id', '=', employeeId).execute()
}

export interface AccountRow {
  id: string
  name: Text
  login: string | null
  mustChange: boolean | null
  totp: boolean
  passkeys: number
  signedIn: boolean
  seenAt: Date | null
}

export const accountRows = async ({ db }: Db, words: string | null, at: Date, page: number, size: number) => {
  const like = words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<AccountRow & { total: number }>`
    select e.id, e.name, a.login, a.must_change as "mustChange", a.totp_secret is not null as totp,
      (select count(*)::int from passkeys k where k.employee_id = e.id) as passkeys,
      exists (select from sessions s where s.employee_id = e.id and s.stage = 'open' and s.ended_at is null and s.expires_at > ${at}) as "signedIn",
      (select max(s.seen_at) from sessions s where s.employee_id = e.id and s.stage = 'open') as "seenAt", count(*) over ()::int as total
    from employees e left join accounts a on a.employee_id = e.id
    where e.left_on is null and (${like}::text is null or e.name::text ilike ${like} or a.login ilike ${like})
    order by (e.name ->> 'kk') collate "kk-x-icu", e.id limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

export const failureKey = (pepper: Buffer, login: string): Buffer =>
  createHmac('sha256', pepper)
    .update(`sign-in:${login.toLowerCase().normalize('NFC')}`)
    .digest()

/** The count of a name, locked until the attempt is over, so that attempts at once cannot share one free try. */
export const failuresOf = async ({ db }: Db, key: Buffer, at: Date): Promise<Failures> => {
  const row = await db
    .insertInto('sign_in_failures')
    .values({ key, failures: 0, last_at: at })
    .onConflict((on) => on.column('key').doUpdateSet({ key }))
    .returning(['failures', 'last_at as lastAt'])
    .executeTakeFirstOrThrow()
  return row
}

export const countFailure = async ({ db }: Db, key: Buffer, failures: number, at: Date): Promise<void> => {
  await db.updateTable('sign_in_failures').set({ failures, last_at: at }).where('key', '=', key).execute()
}

export const forgetFailures = async ({ db }: Db, key: Buffer): Promise<void> => {
  await db.deleteFrom('sign_in_failures').where('key', '=', key).execute()
}

const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

export interface Session {
  id: string
  version: number
  employeeId: string | null
  stage: Stage
  challenge: string | null
  openedAt: Date
  seenAt: Date
  expiresAt: Date
  steppedUpAt: Date | null
  endedAt: Date | null
  endedWhy: EndedWhy | null
}

const sessions = ({ db }: Db) =>
  db
    .selectFrom('sessions')
    .select([
      'id',
      'version',
      'employee_id as employeeId',
      'stage',
      'challenge',
      'opened_at as openedAt',
      'seen_at as seenAt',
      'expires_at as expiresAt',
      'stepped_up_at as steppedUpAt',
      'ended_at as endedAt',
      'ended_why as endedWhy',
    ])

export const sessionByToken = (tx: Db, token: string): Promise<Session | undefined> =>
  sessions(tx).where('token_hash', '=', tokenHash(token)).executeTakeFirst()

export const findSession = (tx: Tx, id: string, lock: boolean): Promise<Session | undefined> => {
  const row = sessions(tx).where('id', '=', id).where('stage', '=', 'open').where('ended_at', 'is', null)
  return (lock ? row.forUpdate() : row).executeTakeFirst()
}

/** A sign-in that waits for its next step, locked. */
export const stagedSession = (tx: Tx, id: string): Promise<Session | undefined> =>
  sessions(tx)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', tx.at)
    .forUpdate()
    .executeTakeFirst()

export const addSession = async (
  { db }: Db,
  it: { employeeId: string | null; token: string; stage: Stage; challenge: string | null; at: Date; expiresAt: Date },
): Promise<string> => {
  const id = newId()
  await db
    .insertInto('sessions')
    .values({
      id,
      employee_id: it.employeeId,
      token_hash: tokenHash(it.token),
      stage: it.stage,
      challenge: it.challenge,
      opened_at: it.at,
      seen_at: it.at,
      expires_at: it.expiresAt,
      stepped_up_at: it.stage === 'open' ? it.at : null,
    })
    .execute()
  return id
}

export const endSessionsOf = async (
  { db }: Db,
  employeeId: string,
  why: EndedWhy,
  at: Date,
  except?: string,
): Promise<number> => {
  let rows = db
    .updateTable('sessions')
    .set({ ended_at: at, ended_why: why })
    .where('employee_id', '=', employeeId)
    .where('ended_at', 'is', null)
  if (except) rows = rows.where('id', '<>', except)
  const { numUpdatedRows } = await rows.executeTakeFirst()
  return Number(numUpdatedRows)
}

export const endSession = async ({ db }: Db, id: string, why: EndedWhy, at: Date): Promise<void> => {
  await db
    .updateTable('sessions')
    .set({ ended_at: at, ended_why: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

export const touchSession = async ({ db }: Db, id: string, at: Date): Promise<void> => {
  await db.updateTable('sessions').set({ seen_at: at }).where('id', '=', id).execute()
}

export const markSteppedUp = async ({ db }: Db, id: string, at: Date): Promise<void> => {
  await db.updateTable('sessions').set({ stepped_up_at: at, challenge: null }).where('id', '=', id).execute()
}

export const setChallenge = async ({ db }: Db, id: string, challenge: string | null): Promise<void> => {
  await db.updateTable('sessions').set({ challenge }).where('id', '=', id).execute()
}

export const openSessions = async (
  { db }: Db,
  {
    employeeId,
    at,
    seenSince,
    page,
    size,
  }: { employeeId: string | null; at: Date; seenSince: Date; page: number; size: number },
) => {
  const { rows } = await sql<{
    id: string
    employeeId: string
    name: Text
    openedAt: Date
    seenAt: Date
    expiresAt: Date
    total: number
  }>`
    select s.id, s.employee_id as "employeeId", e.name, s.opened_at as "openedAt", s.seen_at as "seenAt", s.expires_at as "expiresAt",
      count(*) over ()::int as total
    from sessions s join employees e on e.id = s.employee_id
    where s.stage = 'open' and s.ended_at is null and s.expires_at > ${at} and s.seen_at > ${seenSince}
      and (${employeeId}::uuid is null or s.employee_id = ${employeeId})
    order by s.seen_at desc, s.id limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** What is no longer of use: attempts of yesterday, half sign-ins, and sessions that ended a quarter of a year ago. */
export const sweep = async ({ db }: Db, at: Date): Promise<void> => {
  const before = (days: number) => new Date(at.getTime() - days * 86_400_000)
  await db.deleteFrom('sign_in_failures').where('last_at', '<', before(1)).execute()
  await db.deleteFrom('sessions').where('stage', '<>', 'open').where('expires_at', '<', before(1)).execute()
  await db.deleteFrom('sessions').where('expires_at', '<', before(90)).execute()
}

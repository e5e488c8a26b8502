// The database as the kernel sees it: typed tables that modules declare, and the settings every operation begins with.
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Actor } from './rules.ts'

/** Each store.ts adds its tables: declare module '../../kernel/database.ts' { interface Tables { … } } */
export interface Tables {}

export type Database = Kysely<Tables>

// Days stay days ('YYYY-MM-DD', no time zone) and whole counts stay numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export const openPool = (url: string, max = 12): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // A connection that dies while idle must not end the server; the next query opens another.
  pool.on('error', () => {})
  // Nor one that dies between two queries of a transaction, or while it is being closed: the query that follows says so.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export const openDatabase = (pool: pg.Pool): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

/** Whether the database answers, for /healthz. */
export const isAwake = (db: Database): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )

const reachOf = ({ reach }: Actor): string => (reach === 'all' ? '*' : `{${reach.join(',')}}`)

/** Tells the database who does what; its guards and policies read these settings until the transaction ends. */
export const begin = async (
  db: Transaction<Tables>,
  operation: string,
  actor: Actor,
  at: Date | null = null,
): Promise<void> => {
  await sql`select set_config('app.operation', ${operation}, true),
    set_config('app.at', ${at?.toISOString() ?? ''}, true),
    set_config('app.actor', ${actor.kind === 'employee' ? actor.id : ''}, true),
    set_config('app.kind', ${actor.kind}, true),
    set_config('app.reach', ${actor.kind === 'system' ? '*' : reachOf(actor)}, true),
    set_config('app.posts', ${`{${actor.posts.map(({ code }) => code).join(',')}}`}, true),
    set_config('app.receipt', ${actor.receipt ?? ''}, true)`.execute(db)
}

/** Runs a read as this actor sees the database, outside an operation: live screens and searches of rights. */
export const asActor = <R>(
  db: Database,
  actor: Actor,
  read: (db: Transaction<Tables>) => Promise<R>,
  at: Date | null = null,
): Promise<R> =>
  db.transaction().execute(async (transaction) => {
    await sql`set transaction read only`.execute(transaction)
    await begin(transaction, '', actor, at)
    return read(transaction)
  })

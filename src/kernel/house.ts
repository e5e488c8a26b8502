// What one running copy of the house holds: database, clock, law, ports. Built once a process, handed to perform().
import type pg from 'pg'
import type { Clock } from './clock.ts'
import { openDatabase, openPool, type Database } from './database.ts'
import { registryOf, type Module, type Registry } from './module.ts'
import { watchParameters, type ParameterWatch } from './watch.ts'

export interface FileStore {
  /** Folder of the encrypted files. */
  directory: string
  /** 32 bytes, kept outside the database. */
  masterKey: Buffer
  /** Address of clamd, 'host:port' or a socket's path; null where none is configured. */
  clamd: string | null
}

export interface HouseSettings {
  mode: 'demonstration' | 'production'
  /** Folder of all state outside the database: checkpoints of the journal, the setup token. */
  dataDir: string
  /** Connection string of the app's or the portal's role. */
  databaseUrl: string
  files: FileStore
  /** smtp:// or smtps:// URL; null keeps mail in the readable outbox. */
  smtpUrl: string | null
  /** Secret behind hashes of receipt codes and form tokens, kept outside the database. */
  pepper: Buffer
  staffUrl: string
  portalUrl: string
  /** Proxies whose word about the asker's address is believed; none unless told. */
  proxies?: readonly string[]
  connections?: number
}

export interface House extends Omit<HouseSettings, 'databaseUrl' | 'connections'> {
  readonly database: Database
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly registry: Registry
  readonly parameters: ParameterWatch
  /** Where a fault goes that nobody should read on a screen; never personal data. */
  readonly log: (level: 'info' | 'error', message: string, more?: Record<string, unknown>) => void
  close(): Promise<void>
}

const writeLog: House['log'] = (level, message, more = {}) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...more })}\n`)
}

export const openHouse = (
  settings: HouseSettings,
  modules: readonly Module[],
  clock: Clock,
  log: House['log'] = writeLog,
): House => {
  const { databaseUrl, connections, ...rest } = settings
  const pool = openPool(databaseUrl, connections)
  const database = openDatabase(pool)
  const parameters = watchParameters(databaseUrl, database)
  return {
    ...rest,
    database,
    pool,
    clock,
    registry: registryOf(modules),
    parameters,
    log,
    close: async () => {
      await parameters.close()
      await database.destroy()
    },
  }
}

// The embedded PostgreSQL of one data folder: made once, started, mended after a crash, ended with the house.
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { placeIn } from './place.ts'
import { freePort } from './ports.ts'
import { startServer } from './server.ts'

export interface Cluster {
  /** Connection string of the owner to the house's database. */
  ownerUrl: string
  /** Throws the house's database away and makes an empty one. */
  renew(): Promise<void>
  /** Settled when the server ends, asked or not. */
  ended: Promise<void>
  stop(): Promise<void>
}

const database = 'qorgan'
const fullLog = 10_000_000

/** The log of the server; the one before is kept beside it. */
const openLog = (dataDir: string): string => {
  const folder = join(dataDir, 'log')
  const log = join(folder, 'postgres.log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (existsSync(log) && statSync(log).size > fullLog) renameSync(log, `${log}.1`)
  return log
}

const portOf = (file: string): number => (existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || 0 : 0)

const makeDatabase = async (serverUrl: string, afresh: boolean): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    if (afresh) await client.query(`drop database if exists ${database} with (force)`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

/**
 * Starts the server of this data folder, making it at the first run. The caller holds the lock on the folder.
 * @throws Error with a sentence on what is wrong
 */
export const startCluster = async (dataDir: string, password: string): Promise<Cluster> => {
  const place = placeIn(dataDir)
  const portFile = join(dataDir, 'postgres-port')
  const port = await freePort(portOf(portFile))
  const server = await startServer({ place, port, password, log: openLog(dataDir) })
  // The same port at the next start keeps the connection strings of administrators and auditors good.
  writeFileSync(portFile, `${port}\n`, { mode: 0o600 })
  try {
    await makeDatabase(server.urlOf('postgres'), false)
  } catch (fault) {
    await server.stop()
    throw fault
  }
  return {
    ownerUrl: server.urlOf(database),
    renew: () => makeDatabase(server.urlOf('postgres'), true),
    ended: server.ended,
    stop: server.stop,
  }
}

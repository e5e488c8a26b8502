// The embedded PostgreSQL: made once, started, mended after a crash, stopped with the house.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findPlace, type Place } from './place.ts'

export interface Cluster {
  /** Connection string of the owner to the house's database. */
  ownerUrl: string
  /** Settled when the server ends, asked or not. */
  ended: Promise<void>
  stop(): Promise<void>
}

const owner = 'qorgan'
const database = 'qorgan'

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '192MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '768MB',
  // What was acknowledged is on disk, always.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  max_wal_size: '1GB',
  jit: 'off',
  log_min_messages: 'fatal',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  // A statement that failed may hold personal data.
  log_min_error_statement: 'panic',
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** True only for a postgres that serves this very folder: a process number may have found a new bearer. */
const serves = (pid: number, folder: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder)
  } catch {
    return false
  }
}

/** A server that outlived a killed house is asked to end before a new one opens the same folder. */
const endForsaken = async (folder: string): Promise<void> => {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (pid > 1 && alive(pid) && serves(pid, folder)) {
    process.kill(pid, 'SIGINT')
    for (let left = 150; left > 0 && alive(pid); left -= 1) {
      if (left === 50) process.kill(pid, 'SIGQUIT')
      await pause(100)
    }
    if (alive(pid)) throw new Error(`an older database server (process ${pid}) does not end`)
  }
  rmSync(file, { force: true })
}

const freePort = (wished: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => (wished === 0 ? reject(new Error('no free port')) : resolve(freePort(0))))
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const make = (place: Place, folder: string, password: string): void => {
  const words = join(place.folder, 'password')
  writeFileSync(words, password, { mode: 0o600 })
  const { uid, gid } = place.as
  if (uid !== undefined && gid !== undefined) chownSync(words, uid, gid)
  // A crash in the middle of making leaves a folder that no server would open.
  rmSync(folder, { recursive: true, force: true })
  const { status, stderr } = spawnSync(
    join(place.native, 'bin/initdb'),
    ['-D', folder, '-U', owner, '--pwfile', words, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale-provider=icu', '--icu-locale=kk', '--locale=C', '--data-checksums'],
    { ...place.as, cwd: '/', encoding: 'utf8' },
  )
  rmSync(words)
  if (status !== 0) throw new Error(`the database could not be made: ${stderr}`)
}

const portOf = (place: Place): number => {
  const file = join(place.folder, 'port')
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0
}

const open = async (url: string, ended: () => boolean): Promise<pg.Client> => {
  for (let left = 600; ; left -= 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    try {
      await client.connect()
      return client
    } catch (fault) {
      await client.end().catch(() => {})
      if (left === 0 || ended()) throw fault
      await pause(50)
    }
  }
}

/** Connects to the server's own database and makes the house's, if it is not there. */
const ensureDatabase = async (serverUrl: string, ended: () => boolean): Promise<void> => {
  const client = await open(serverUrl, ended)
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

const lastWords = (folder: string): string => {
  try {
    const logs = readdirSync(join(folder, 'log')).sort()
    return logs.map((name) => readFileSync(join(folder, 'log', name), 'utf8').slice(-600)).at(-1) ?? ''
  } catch {
    return ''
  }
}

/** Starts the server of this data folder, making it at the first run. @throws Error with the server's last words. */
export const startCluster = async (dataDir: string, password: string): Promise<Cluster> => {
  const place = findPlace(dataDir)
  const folder = join(place.folder, 'data')
  await endForsaken(folder)
  if (!existsSync(join(folder, 'global/pg_control'))) make(place, folder, password)
  const port = await freePort(portOf(place))
  writeFileSync(join(place.folder, 'port'), String(port))
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const orders = { command: join(place.native, 'bin/postgres'), flags: ['-D', folder, '-p', String(port), ...flags], as: place.as }
  const guard: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'guard.ts'), JSON.stringify(orders)], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  })
  let over = false
  const ended = new Promise<void>((resolve) => guard.once('exit', () => resolve(void (over = true))))
  const url = (name: string) => `postgres://${owner}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`
  try {
    await ensureDatabase(url('postgres'), () => over)
  } catch (fault) {
    guard.stdin?.end()
    throw new Error(`the database does not start: ${(fault as Error).message}\n${lastWords(folder)}`, { cause: fault })
  }
  const stop = async () => {
    guard.stdin?.end()
    await ended
    await endForsaken(folder)
  }
  return { ownerUrl: url(database), ended, stop }
}

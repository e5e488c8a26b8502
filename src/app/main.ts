// The house as a whole: database, plan, reference and demonstration data, the journal's sealing, the two servers.
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { wallClock } from '../kernel/clock.ts'
import type { HouseSettings } from '../kernel/house.ts'
import { prepareJobs } from '../kernel/jobs/index.ts'
import { migrate } from '../kernel/migrate.ts'
import { openSigner } from '../kernel/seal/keys.ts'
import { startSequencer, type Sequencer } from '../kernel/seal/sequencer.ts'
import { startServer, type Server } from './child.ts'
import { BadConfig, readConfig, type Config, type Port } from './config.ts'
import { demonstrationSignIns, plant } from './demo.ts'
import { startCluster, type Cluster } from './postgres/cluster.ts'
import { clearRunning, readRunning, writeRunning } from './running.ts'
import { makeSetupToken, readSecrets, type Secrets } from './secrets.ts'

const began = Date.now()
const tell = (line: string) => console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`)

class Plain extends Error {}

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

const portFor = async (name: string, { number, fixed }: Port, host: string, taken: number): Promise<number> => {
  for (let port = number; port < number + 200; port += 2) {
    if (port !== taken && (await isFree(port, host))) {
      if (port !== number) tell(`port ${number} is taken, so ${port} is used (set ${name} to choose)`)
      return port
    }
    if (fixed) throw new Plain(`Port ${number} is taken. Free it, or give another in ${name}.`)
  }
  throw new Plain(`No free port near ${number}. Give one in ${name}.`)
}

const checkVersion = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      "select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version")
    if (Number(rows[0]?.server_version_num) >= 150_000) return
    throw new Plain(`DATABASE_URL leads to PostgreSQL ${rows[0]?.server_version}. Qorgan needs 15 or later.`)
  } catch (fault) {
    if (fault instanceof Plain) throw fault
    throw new Plain(`DATABASE_URL does not lead to a PostgreSQL that answers: ${(fault as Error).message}`)
  } finally {
    await client.end().catch(() => {})
  }
}

const roleUrl = (ownerUrl: string, role: string, password: string): string => {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}

const settingsFor = (config: Config, secrets: Secrets, urls: { database: string; staff: string; portal: string }): HouseSettings => ({
  mode: config.mode,
  dataDir: config.dataDir,
  databaseUrl: urls.database,
  files: { directory: join(config.dataDir, 'files'), masterKey: secrets.fileKey, clamd: config.clamd },
  smtpUrl: config.smtpUrl,
  pepper: secrets.pepper,
  staffUrl: urls.staff,
  portalUrl: urls.portal,
})

interface Opened {
  cluster: Cluster | null
  sequencer: Sequencer | null
  servers: Server[]
  pool: pg.Pool | null
  pulse: NodeJS.Timeout | null
}

const opened: Opened = { cluster: null, sequencer: null, servers: [], pool: null, pulse: null }

const shut = async (config: Config): Promise<void> => {
  if (opened.pulse) clearInterval(opened.pulse)
  await Promise.all(opened.servers.map((server) => server.stop()))
  await opened.sequencer?.stop().catch((fault: Error) => tell(`the journal was not sealed at the end: ${fault.message}`))
  await opened.pool?.end().catch(() => {})
  await opened.cluster?.stop()
  clearRunning(config.dataDir)
}

const greet = (config: Config, staff: string, portal: string): void => {
  if (config.mode === 'demonstration') {
    console.log('\nDemonstration: every person is invented, and only this machine can reach the house.')
    console.log(demonstrationSignIns())
  } else {
    const token = existsSync(join(config.dataDir, 'secrets/setup-done')) ? null : makeSetupToken(config.dataDir)
    if (token) console.log(`\nThe first administrator is set up once, here: ${staff}/setup?token=${token}`)
  }
  console.log(`\nready staff=${staff} portal=${portal}`)
}

const open = async (config: Config): Promise<void> => {
  const { dataDir, listen } = config
  const running = readRunning(dataDir)
  if (running) throw new Plain(`This house is open already (process ${running.pid}): ${running.staff ?? ''}\nFor a second one, give another folder in QORGAN_DATA.`)
  writeRunning(dataDir, { pid: process.pid })
  const secrets = readSecrets(dataDir)
  mkdirSync(join(dataDir, 'files'), { recursive: true, mode: 0o700 })

  tell(config.databaseUrl ? 'asking the PostgreSQL of DATABASE_URL' : 'opening the database')
  if (config.databaseUrl) await checkVersion(config.databaseUrl)
  else opened.cluster = await startCluster(dataDir, secrets.owner)
  const ownerUrl = config.databaseUrl ?? opened.cluster?.ownerUrl ?? ''
  const prefix = config.roles ?? (new URL(ownerUrl).pathname.slice(1) || 'qorgan')
  const roles = { app: `${prefix}_app`, portal: `${prefix}_portal` }

  const applied = await migrate({ ownerUrl, roles, passwords: { app: secrets.app, portal: secrets.portal } })
  if (applied.length) tell(`the plan of the database: ${applied.length} steps applied`)
  await prepareJobs(ownerUrl, roles)

  const staffPort = await portFor('QORGAN_STAFF_PORT', config.staffPort, listen, 0)
  const portalPort = await portFor('QORGAN_PORTAL_PORT', config.portalPort, listen, staffPort)
  const shown = listen === '0.0.0.0' ? '127.0.0.1' : listen
  const staff = config.staffUrl ?? `http://${shown}:${staffPort}`
  const portal = config.portalUrl ?? `http://${shown}:${portalPort}`
  const forRole = (role: string, password: string) =>
    settingsFor(config, secrets, { database: roleUrl(ownerUrl, role, password), staff, portal })
  await plant(forRole(roles.app, secrets.app), tell)

  opened.pool = new pg.Pool({ connectionString: ownerUrl, max: 3 })
  opened.pool.on('error', () => {})
  const signer = await openSigner(secrets.journalKey)
  opened.sequencer = await startSequencer({ pool: opened.pool, signer, outside: join(dataDir, 'journal'), clock: wallClock, tell })

  const web = join(import.meta.dirname, '../../dist/web')
  opened.servers = [
    startServer(join(import.meta.dirname, 'staff.ts'), { settings: forRole(roles.app, secrets.app), listen, port: staffPort, web }, tell),
    startServer(join(import.meta.dirname, '../portal/server.ts'), { settings: forRole(roles.portal, secrets.portal), listen, port: portalPort, web: null }, tell),
  ]
  await Promise.all(opened.servers.map((server) => server.healthy()))
  opened.pulse = setInterval(() => {
    const { ok, size, fault } = opened.sequencer?.health() ?? { ok: false, size: 0, fault: 'not started' }
    for (const server of opened.servers) server.tell({ seal: { ok, size, fault } })
  }, 1_000)
  writeRunning(dataDir, { pid: process.pid, ownerUrl, staff, portal })
  greet(config, staff, portal)
}

const run = async (): Promise<void> => {
  const config = readConfig(process.env)
  let ending: Promise<void> | null = null
  const end = (code: number) => {
    ending ??= shut(config).then(
      () => process.exit(code),
      (fault: Error) => {
        console.error(fault.message)
        process.exit(1)
      },
    )
  }
  const asked = () => {
    if (!ending) tell('closing the house')
    end(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, asked)
  process.on('message', asked)
  process.on('disconnect', asked)
  try {
    await open(config)
  } catch (fault) {
    if (ending) return
    console.error(`\n${fault instanceof Plain ? fault.message : ((fault as Error).stack ?? String(fault))}`)
    // Another house's record must stay; only our own is taken away by shut().
    if (readRunning(config.dataDir)?.pid !== process.pid) process.exit(1)
    end(1)
    return
  }
  void opened.cluster?.ended.then(() => {
    if (ending) return
    tell('the database server ended unasked; the house closes, start it again')
    end(1)
  })
}

run().catch((fault: Error) => {
  console.error(fault instanceof BadConfig ? `\nThe settings need mending:\n${fault.faults.map((line) => `  ${line}`).join('\n')}` : fault)
  process.exit(1)
})

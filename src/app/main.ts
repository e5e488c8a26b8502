// The house as a whole: database, plan, reference and demonstration data, the journal's sealing, the two servers.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
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
import { examine } from './postgres/fitness.ts'
import { claimPort } from './postgres/ports.ts'
import { readPurpose, writePurpose, type Purpose } from './postgres/purpose.ts'
import { clearRunning, endForsaken, holdFolder, markOf, readRunning, writeRunning } from './running.ts'
import { readSecrets, setupToken, type Secrets } from './secrets.ts'
import { Trouble } from './trouble.ts'

const began = Date.now()
const tell = (line: string) => console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`)

const longestEnd = 60_000

const portFor = async (name: string, { number, fixed }: Port, host: string, taken: number): Promise<number> => {
  for (let port = number; port < number + 200; port += 2) {
    if (port !== taken && (await claimPort(port, host))) {
      if (port !== number) tell(`port ${number} is taken, so ${port} is used (set ${name} to choose)`)
      return port
    }
    if (fixed) throw new Trouble(`Port ${number} is taken. Free it, or give another in ${name}.`)
  }
  throw new Trouble(`No free port near ${number}. Give one in ${name}.`)
}

const checkDatabase = async (ownerUrl: string): Promise<void> => {
  const { faults } = await examine(ownerUrl)
  if (faults.length) throw new Trouble(`The database will not do:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}

const roleUrl = (ownerUrl: string, role: string, password: string): string => {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.href
}

const settingsFor = (
  config: Config,
  secrets: Secrets,
  urls: { database: string; staff: string; portal: string },
): HouseSettings => ({
  mode: config.mode,
  dataDir: config.dataDir,
  databaseUrl: urls.database,
  files: { directory: join(config.dataDir, 'files'), masterKey: secrets.fileKey, clamd: config.clamd },
  smtpUrl: config.smtpUrl,
  pepper: secrets.pepper,
  staffUrl: urls.staff,
  portalUrl: urls.portal,
  proxies: config.proxies,
})

interface Opened {
  cluster: Cluster | null
  sequencer: Sequencer | null
  servers: Server[]
  pool: pg.Pool | null
  pulse: NodeJS.Timeout | null
}

const nothing = (): Opened => ({ cluster: null, sequencer: null, servers: [], pool: null, pulse: null })
const opened = nothing()

const shut = async (config: Config): Promise<void> => {
  if (opened.pulse) clearInterval(opened.pulse)
  await Promise.all(opened.servers.map((server) => server.stop()))
  await opened.sequencer
    ?.stop()
    .catch((fault: Error) => tell(`the journal was not sealed at the end: ${fault.message}`))
  await opened.pool?.end().catch(() => {})
  await opened.cluster?.stop()
  Object.assign(opened, nothing())
  clearRunning(config.dataDir)
}

const greet = (config: Config, staff: string, portal: string): void => {
  if (config.mode === 'demonstration') {
    console.log('\nDemonstration: every person is invented, and only this machine can reach the house.')
    console.log(demonstrationSignIns())
  } else {
    const token = setupToken(config.dataDir)
    if (token) console.log(`\nThe first administrator is set up once, here: ${staff}/setup?token=${token}`)
  }
  console.log(`\nready staff=${staff} portal=${portal}`)
}

/**
 * What the database is for. One whose furnishing was cut off is made anew, as nobody can have worked in it yet: the
 * servers open, and the journal is sealed, only after.
 */
const sortOut = async (config: Config, ownerUrl: string): Promise<Purpose> => {
  const purpose = await readPurpose(ownerUrl, config.mode)
  if (purpose.interrupted && opened.cluster && !existsSync(join(config.dataDir, 'journal'))) {
    tell('an earlier first start was cut off; it begins again')
    await opened.cluster.renew()
    rmSync(join(config.dataDir, 'files'), { recursive: true, force: true })
    mkdirSync(join(config.dataDir, 'files'), { mode: 0o700 })
  }
  if (!purpose.furnished) await writePurpose(ownerUrl, purpose)
  return purpose
}

const open = async (config: Config): Promise<void> => {
  const { dataDir, listen } = config
  await endForsaken(dataDir)
  writeRunning(dataDir, {})
  const staffPort = await portFor('QORGAN_STAFF_PORT', config.staffPort, listen, 0)
  const portalPort = await portFor('QORGAN_PORTAL_PORT', config.portalPort, listen, staffPort)
  const secrets = readSecrets(dataDir)
  mkdirSync(join(dataDir, 'files'), { recursive: true, mode: 0o700 })

  tell(config.databaseUrl ? 'asking the PostgreSQL of DATABASE_URL' : 'opening the database')
  if (!config.databaseUrl) opened.cluster = await startCluster(dataDir, secrets.owner)
  const ownerUrl = config.databaseUrl ?? opened.cluster?.ownerUrl ?? ''
  await checkDatabase(ownerUrl)
  const purpose = await sortOut(config, ownerUrl)
  const prefix = config.roles ?? (new URL(ownerUrl).pathname.slice(1) || 'qorgan')
  const roles = { app: `${prefix}_app`, portal: `${prefix}_portal` }

  const applied = await migrate({ ownerUrl, roles, passwords: { app: secrets.app, portal: secrets.portal } })
  if (applied.length) tell(`the plan of the database: ${applied.length} steps applied`)
  await prepareJobs(ownerUrl, roles)

  const shown = listen === '0.0.0.0' ? '127.0.0.1' : listen
  const staff = config.staffUrl ?? `http://${shown}:${staffPort}`
  const portal = config.portalUrl ?? `http://${shown}:${portalPort}`
  const forRole = (role: string, password: string) =>
    settingsFor(config, secrets, { database: roleUrl(ownerUrl, role, password), staff, portal })
  await plant(forRole(roles.app, secrets.app), !purpose.furnished, tell)
  if (!purpose.furnished) await writePurpose(ownerUrl, { ...purpose, furnished: true })

  opened.pool = new pg.Pool({ connectionString: ownerUrl, max: 3 })
  opened.pool.on('error', () => {})
  const signer = await openSigner(secrets.journalKey)
  opened.sequencer = await startSequencer({
    pool: opened.pool,
    signer,
    outside: join(dataDir, 'journal'),
    clock: wallClock,
    tell,
  })

  const web = join(import.meta.dirname, '../../dist/web')
  const record = () => {
    const servers = opened.servers.flatMap((server) => markOf(server.pid()) ?? [])
    writeRunning(dataDir, { ownerUrl, staff, portal, servers })
  }
  const serve = (entry: string, role: HouseSettings, port: number, pages: string | null) =>
    startServer({
      entry: join(import.meta.dirname, entry),
      orders: { settings: role, listen, port, web: pages },
      tell,
      started: record,
    })
  opened.servers.push(serve('staff.ts', forRole(roles.app, secrets.app), staffPort, web))
  opened.servers.push(serve('../portal/server.ts', forRole(roles.portal, secrets.portal), portalPort, null))
  record()
  await Promise.all(opened.servers.map((server) => server.healthy()))
  opened.pulse = setInterval(() => {
    const { ok, size, fault } = opened.sequencer?.health() ?? { ok: false, size: 0, fault: 'not started' }
    for (const server of opened.servers) server.tell({ seal: { ok, size, fault } })
  }, 1_000)
  greet(config, staff, portal)
}

const forever = new Promise<void>(() => {})
const mostFalls = 5

/** Opens the house, and opens it again when the database server falls; a server that keeps falling ends it. */
const keepOpen = async (config: Config, isEnding: () => boolean): Promise<void> => {
  for (let falls = 0; falls < mostFalls; falls += 1) {
    await open(config)
    await (opened.cluster?.ended ?? forever)
    if (isEnding()) return forever
    tell('the database server ended unasked and is started again')
    await shut(config)
  }
  throw new Trouble(
    `The database server fell ${mostFalls} times; ${join(config.dataDir, 'log/postgres.log')} tells why.`,
  )
}

const refuseSecond = (dataDir: string): never => {
  const running = readRunning(dataDir)
  const who = running ? ` by process ${running.pid}${running.staff ? `, at ${running.staff}` : ''}` : ''
  throw new Trouble(
    `The house in ${dataDir} is open already${who}.\nFor a second one, give another folder in QORGAN_DATA.`,
  )
}

const run = async (): Promise<void> => {
  const config = readConfig(process.env)
  if (!(await holdFolder(config.dataDir))) refuseSecond(config.dataDir)
  let ending = false
  const end = async (code: number): Promise<void> => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), longestEnd).unref()
    await shut(config).catch((fault: Error) => console.error(fault.message))
    process.exit(code)
  }
  const asked = () => {
    if (!ending) tell('closing the house')
    void end(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, asked)
  process.on('message', asked)
  process.on('disconnect', asked)
  try {
    await keepOpen(config, () => ending)
  } catch (fault) {
    if (ending) return
    complain(fault)
    await end(1)
  }
}

const complain = (fault: unknown): void => {
  if (fault instanceof BadConfig)
    console.error(`\nThe settings need mending:\n${fault.faults.map((line) => `  ${line}`).join('\n')}`)
  else console.error(`\n${fault instanceof Trouble ? fault.message : ((fault as Error).stack ?? String(fault))}`)
}

run().catch((fault: unknown) => {
  complain(fault)
  process.exit(1)
})

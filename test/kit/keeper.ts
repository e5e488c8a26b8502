// A PostgreSQL for tests: thrown away afterwards, so it need not survive a crash. Run as a program it keeps one for
// single files run by hand, until nobody has used it for a quarter of an hour.
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { placeIn } from '../../src/app/postgres/place.ts'
import { freePort } from '../../src/app/postgres/ports.ts'
import { startServer, type RunningServer } from '../../src/app/postgres/server.ts'
import { holdFolder } from '../../src/app/running.ts'
import { scratch } from './scratch.ts'

export const home = join(scratch(), `qorgan-tests-${userInfo().uid}`)
/** Holds the owner's URL while a kept cluster runs. */
export const record = join(home, 'url')
const keeperPid = join(home, 'keeper.pid')

const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
  max_wal_size: '1GB',
  autovacuum_naptime: '20s',
}

/** Starts a fresh throw-away cluster in `folder`; `discard` takes both away. */
export const startTestServer = async (folder: string): Promise<RunningServer> => {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o711)
  const port = await freePort()
  return startServer({ place: placeIn(folder), port, password: 'test', log: join(folder, 'postgres.log'), settings })
}

/** Removes the folder of a stopped cluster, and the place it may have got elsewhere. */
export const discard = (folder: string): void => {
  const link = join(folder, 'postgres')
  if (existsSync(link)) rmSync(realpathSync(link), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

const guests = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    return rows[0]?.count ?? 0
  } finally {
    await client.end()
  }
}

const keep = async (): Promise<void> => {
  mkdirSync(home, { recursive: true })
  if (!(await holdFolder(home))) return
  discard(join(home, 'server'))
  const server = await startTestServer(join(home, 'server'))
  writeFileSync(record, server.urlOf('postgres'))
  writeFileSync(keeperPid, String(process.pid))
  let asked = false
  process.on('SIGTERM', () => (asked = true))
  for (let idle = 0; idle < 900 && !asked; idle += 1) {
    await pause(1_000)
    if (idle % 10 === 9 && (await guests(server.urlOf('postgres')).catch(() => 0)) > 0) idle = 0
  }
  rmSync(record, { force: true })
  await server.stop()
  discard(join(home, 'server'))
  rmSync(home, { recursive: true, force: true })
  process.exit(0)
}

/** Ends the kept cluster, if there is one. */
export const stopKept = async (): Promise<boolean> => {
  if (!existsSync(keeperPid)) return false
  try {
    process.kill(Number(readFileSync(keeperPid, 'utf8')), 'SIGTERM')
  } catch {
    rmSync(home, { recursive: true, force: true })
  }
  for (let left = 100; left > 0 && existsSync(keeperPid); left -= 1) await pause(100)
  return true
}

if (import.meta.main) await keep()

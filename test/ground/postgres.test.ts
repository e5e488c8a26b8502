// The embedded PostgreSQL finds a place that its account can reach, and starts over whatever an earlier one left.
import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { examine } from '../../src/app/postgres/fitness.ts'
import { placeIn } from '../../src/app/postgres/place.ts'
import { freePort } from '../../src/app/postgres/ports.ts'
import { startServer } from '../../src/app/postgres/server.ts'
import { discard } from '../kit/keeper.ts'
import { afterwards, dataFolder } from './opening.ts'

const start = async (t: TestContext, dataDir: string) => {
  const server = await startServer({
    place: placeIn(dataDir),
    port: await freePort(),
    password: 'test',
    log: join(dataDir, 'log'),
  })
  afterwards(t, server.stop)
  return server
}

test('under a folder closed to others the database gets a private one, and finds it again', async (t) => {
  if (process.getuid?.() !== 0) return t.skip('only root lends PostgreSQL another account')
  const closed = mkdtempSync(join(tmpdir(), 'qorgan-closed-'))
  chmodSync(closed, 0o700)
  const dataDir = join(closed, 'data')
  mkdirSync(dataDir)
  afterwards(t, () => rmSync(closed, { recursive: true, force: true }))
  afterwards(t, () => discard(dataDir))
  const server = await start(t, dataDir)
  assert.ok(lstatSync(join(dataDir, 'postgres')).isSymbolicLink())
  const home = realpathSync(join(dataDir, 'postgres'))
  assert.ok(!home.startsWith(closed))
  assert.equal(statSync(home).mode & 0o077, 0, 'nobody else may look in')
  assert.match(readFileSync(join(home, 'belongs-to.txt'), 'utf8'), new RegExp(dataDir))
  assert.deepEqual((await examine(server.urlOf('postgres'))).faults, [])
  await server.stop()
  assert.equal(placeIn(dataDir).home, home)
})

test('a wrong password is refused, and the log holds no statement', async (t) => {
  const dataDir = dataFolder(t)
  const server = await start(t, dataDir)
  const other = server.urlOf('postgres').replace(':test@', ':wrong@')
  await assert.rejects(examine(other), /does not let us in/)
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  await assert.rejects(client.query("select 'Асқаров Тимур'::int"))
  await client.end()
  await server.stop()
  assert.doesNotMatch(readFileSync(join(dataDir, 'log'), 'utf8'), /select/)
})

test('a mark of a server that is gone does not hinder the next one, even if its number lives on', async (t) => {
  const dataDir = dataFolder(t)
  const server = await start(t, dataDir)
  await server.stop()
  const mark = join(dataDir, 'postgres/cluster/postmaster.pid')
  assert.ok(!existsSync(mark))
  // The number of this very test: alive, and no PostgreSQL.
  writeFileSync(mark, `${process.pid}\n${join(dataDir, 'postgres/cluster')}\n1\n5432\n\n\n0\nready\n`)
  const next = await start(t, dataDir)
  assert.deepEqual((await examine(next.urlOf('postgres'))).faults, [])
})

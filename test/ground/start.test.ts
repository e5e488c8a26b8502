// A house is started, struck and started again: nothing is left behind, nothing acknowledged is lost.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import {
  afterwards,
  answers,
  directly,
  dataFolder,
  isAlive,
  openHouse,
  postgresOf,
  root,
  until,
  killNow,
} from './opening.ts'

const ask = async (url: string, words: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(words)).rows
  } finally {
    await client.end()
  }
}

const healthy = ({ staff, portal }: { staff: string; portal: string }) =>
  Promise.all([answers(`${staff}/healthz`), answers(`${portal}/healthz`)]).then((both) => both.every(Boolean))

const ports = { QORGAN_STAFF_PORT: '7610', QORGAN_PORTAL_PORT: '7611' }

test('a house survives the death of each of its processes, and leaves none of them behind', async (t) => {
  const dataDir = dataFolder(t)
  const cut = openHouse(t, dataDir, { env: ports })
  await until('the first furnishing begins', 60, () => cut.said().includes('planting'))
  process.kill(cut.running().pid, 'SIGKILL')
  assert.equal(await cut.ended, 1)

  const first = openHouse(t, dataDir, { env: ports })
  const urls = await first.ready()
  assert.match(first.said(), /an earlier first start was cut off; it begins again/)
  assert.deepEqual(urls, { staff: 'http://127.0.0.1:7610', portal: 'http://127.0.0.1:7611' })
  assert.ok(await healthy(urls))
  const { ownerUrl = '' } = first.running()

  await t.test('a second start on the same folder says who has it', async (inner) => {
    const second = openHouse(inner, dataDir)
    assert.equal(await second.ended, 1)
    assert.match(second.said(), new RegExp(`open already by process ${first.running().pid}, at ${urls.staff}`))
  })

  await t.test('npm run db -- url opens the database as its owner', async () => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/db.ts', 'url'], {
      cwd: root,
      env: { ...process.env, QORGAN_DATA: dataDir },
      encoding: 'utf8',
    })
    assert.equal(status, 0)
    const [row] = await ask(
      stdout.trim(),
      "select current_setting('synchronous_commit') as durable, current_setting('fsync') as synced",
    )
    assert.deepEqual(row, { durable: 'on', synced: 'on' })
  })

  await t.test('a server that is killed is back on its port', async () => {
    for (const { pid } of first.running().servers ?? []) process.kill(pid, 'SIGKILL')
    await until('both servers answer again', 20, () => healthy(urls))
  })

  await t.test('PostgreSQL that is killed is back with all it had acknowledged', async () => {
    await ask(ownerUrl, 'create table proof (n int)')
    await ask(ownerUrl, 'insert into proof select generate_series(1, 1000)')
    process.kill(postgresOf(dataDir), 'SIGKILL')
    await first.ready(2)
    assert.ok(await healthy(urls))
    assert.deepEqual(await ask(ownerUrl, 'select count(*)::int as kept from proof'), [{ kept: 1000 }])
  })

  await t.test('when the house itself is killed, all it started ends', async () => {
    const family = first.family()
    assert.ok(family.length >= 6, 'script, house, two servers, PostgreSQL and its guard')
    process.kill(first.running().pid, 'SIGKILL')
    await until('all have ended', 25, () => !family.some(isAlive))
  })

  await t.test('the next start finds everything, on the same ports; Ctrl-C leaves no process', async (inner) => {
    const again = openHouse(inner, dataDir, { env: ports })
    assert.deepEqual(await again.ready(), urls)
    assert.deepEqual(await ask(again.running().ownerUrl ?? '', 'select count(*)::int as kept from proof'), [
      { kept: 1000 },
    ])
    const family = again.family()
    // A terminal sends Ctrl-C to the whole group.
    process.kill(-(again.child.pid ?? 0), 'SIGINT')
    assert.equal(await again.ended, 0)
    await until('all have ended', 5, () => !family.some(isAlive))
  })

  await t.test('the script and PostgreSQL’s guard are killed too, and the start after that works', async (inner) => {
    const house = openHouse(inner, dataDir, { env: ports })
    await house.ready()
    const family = house.family()
    const { pid } = house.running()
    const cluster = postgresOf(dataDir)
    // Everything but PostgreSQL at once: nobody is left to end it.
    for (const { pid: one } of family) if (one !== cluster) killNow(one)
    await until('the house is gone', 5, () => !family.some((one) => one.pid === pid && isAlive(one)))
    const after = openHouse(inner, dataDir, { env: ports })
    assert.deepEqual(await after.ready(), urls)
    assert.notEqual(postgresOf(dataDir), cluster)
  })
})

/** How an ordinary user would run it; null where the suite has no other account to try, or that one cannot read us. */
const ordinary = (t: TestContext) => {
  const as = { uid: 65534, gid: 65534 }
  const mayRead = ['/bin/sh', '-c', `test -x '${process.execPath}' && test -r '${root}/package.json'`] as const
  if (process.getuid?.() !== 0 || spawnSync(mayRead[0], mayRead.slice(1), as).status !== 0) return null
  const home = mkdtempSync(join(tmpdir(), 'qorgan-user-'))
  afterwards(t, () => rmSync(home, { recursive: true, force: true }))
  chownSync(home, as.uid, as.gid)
  return { as, home }
}

test('two houses stand side by side, one of an ordinary user; npm that is killed takes its house along', async (t) => {
  const user = ordinary(t)
  if (!user) t.diagnostic('no ordinary user to try: the suite runs as one itself, or nobody cannot read this folder')
  const here = user
    ? openHouse(t, join(user.home, 'data'), { as: user.as, words: directly, env: { HOME: user.home } })
    : openHouse(t, dataFolder(t), { words: directly })
  // Opened for production, since what a demonstration plants was planted twice already.
  const production = { QORGAN_MODE: 'production' }
  const there = openHouse(t, dataFolder(t), { command: 'npm', words: ['start'], env: production })
  const [a, b] = await Promise.all([here.ready(), there.ready()])
  assert.equal(new Set([a.staff, a.portal, b.staff, b.portal]).size, 4)
  assert.ok((await healthy(a)) && (await healthy(b)))
  const family = there.family()
  there.child.kill('SIGKILL')
  await until('all of the second have ended', 25, () => !family.some(isAlive))
  assert.ok(await healthy(a), 'the first stands')
})

test('a port that was asked for and is taken is told with its name', async (t) => {
  const busy = createServer()
  await new Promise<void>((done) => busy.listen(7620, '127.0.0.1', done))
  afterwards(t, () => busy.close())
  const house = openHouse(t, dataFolder(t), { words: directly, env: { QORGAN_STAFF_PORT: '7620' } })
  assert.equal(await house.ended, 1)
  assert.match(house.said(), /Port 7620 is taken.*QORGAN_STAFF_PORT/s)
  assert.deepEqual(house.family(), [])
})

test('a production house has no invented person and one link for its first administrator, and is no demonstration later', async (t) => {
  const dataDir = dataFolder(t)
  const house = openHouse(t, dataDir, { words: directly, env: { QORGAN_MODE: 'production' } })
  const { staff } = await house.ready()
  assert.match(house.said(), new RegExp(`${staff}/setup\\?token=[\\w-]{32}\\s`))
  assert.doesNotMatch(house.said(), /Qorgan-demo/)
  const { ownerUrl = '' } = house.running()
  assert.deepEqual(await ask(ownerUrl, 'select count(*)::int as people from employees'), [{ people: 0 }])
  house.child.kill('SIGTERM')
  assert.equal(await house.ended, 0)
  const later = openHouse(t, dataDir, { words: directly })
  assert.equal(await later.ended, 1)
  assert.match(later.said(), /made for QORGAN_MODE=production and is not opened for demonstration/)
})

// Jobs on a real queue: they share the operation's commit, run as the app's role, are repeated, and show when they fail.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { doing, employee, paperHouse, paperRoom } from '../../../test/kit/room.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { shape } from '../contract.ts'
import { newId } from '../ids.ts'
import { command } from '../operation.ts'
import { permit } from '../rules.ts'
import { dueAt } from './cron.ts'
import { drainJobs, failedJobs, jobsOf, prepareJobs, repeatJob, startJobs } from './index.ts'

const title = { kk: 'Сынақ', ru: 'Проба', en: 'Trial' }
const inspector = employee(newId())
const quiet = { log: () => {} }

test('a job is queued in the operation s commit: a rolled-back operation leaves none', async (t) => {
  const done: unknown[] = []
  const house = await paperHouse(
    t,
    paperRoom({ jobs: { 'papers.work': { run: async (_house, payload) => void done.push(payload) } } }),
  )
  await assert.rejects(
    doing(house, inspector, async (tx) => {
      await tx.enqueue('papers.work', { n: 1 })
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  await doing(house, inspector, (tx) => tx.enqueue('papers.work', { n: 2 }))
  assert.deepEqual(await drainJobs(house), [])
  assert.deepEqual(done, [{ n: 2 }])
  await drainJobs(house)
  assert.equal(done.length, 1)
})

test('a job with a key is queued once; a job for later waits for its hour', async (t) => {
  const done: unknown[] = []
  const house = await paperHouse(
    t,
    paperRoom({ jobs: { 'papers.work': { run: async (_house, payload) => void done.push(payload['n']) } } }),
  )
  house.clock.set('2999-01-01T09:00')
  await doing(house, inspector, async (tx) => {
    await tx.enqueue('papers.work', { n: 'first' }, { key: 'one' })
    await tx.enqueue('papers.work', { n: 'second' }, { key: 'one' })
    await tx.enqueue('papers.work', { n: 'later' }, { runAt: new Date(tx.at.getTime() + 3_600_000) })
  })
  await drainJobs(house)
  assert.deepEqual(done, ['second'])
  house.clock.forward(3_600_000)
  await drainJobs(house)
  assert.deepEqual(done, ['second', 'later'])
})

test('a file that somebody waits for goes before what others have set going', async (t) => {
  const house = await paperHouse(
    t,
    paperRoom({ jobs: { 'papers.work': { run: async () => {} }, 'papers.file': { run: async () => {} } } }),
  )
  await doing(house, inspector, async (tx) => {
    for (let n = 0; n < 3; n += 1) await tx.enqueue('papers.work', { n })
    await tx.enqueue('papers.file', {}, { awaited: true })
  })
  const [next] = await house.ask(
    'select task_identifier as name from graphile_worker.jobs order by priority, run_at, id',
  )
  assert.equal(next?.['name'], 'papers.file')
  assert.deepEqual(await drainJobs(house), [])
})

test('a failed job is repeated later, is shown with its fault, and can be made due again', async (t) => {
  let healthy = false
  const house = await paperHouse(
    t,
    paperRoom({
      jobs: {
        'papers.work': {
          run: async () => {
            if (!healthy) throw new Error('the other side is away')
          },
        },
      },
    }),
  )
  await doing(house, inspector, (tx) => tx.enqueue('papers.work', {}))
  const before = Date.now()
  const [failed, ...others] = await drainJobs(house)
  assert.ok(failed)
  assert.deepEqual(
    [others, failed.job, failed.attempts, failed.over, failed.fault],
    [[], 'papers.work', 1, false, 'the other side is away'],
  )
  assert.ok(failed.nextAt.getTime() > before)
  healthy = true
  await repeatJob(house.database, failed.id)
  assert.deepEqual(await drainJobs(house), [])
})

test('news leads to the reaction of a module, performed by the house itself, and to nothing else', async (t) => {
  const heard: unknown[] = []
  const heardIt = command(shape('papers.hear', z.object({ n: z.number() }), z.object({}), title), {
    clauses: ['5.14'],
    rules: [permit('5.14', title, (actor) => actor.kind === 'system')],
    inner: true,
    run: async ({ input, actor }) => (heard.push([actor.kind, input.n]), {}),
  })
  const never = command(shape('papers.never', z.object({}), z.object({}), title), {
    clauses: ['5.14'],
    rules: [permit('5.14', title, () => true)],
    run: async () => (heard.push('never'), {}),
  })
  const room = paperRoom({
    operations: [heardIt, never],
    reactions: [{ on: 'papers.told', perform: heardIt, input: ({ n }) => ({ n }) }],
  })
  const house = await paperHouse(t, room)
  await doing(house, inspector, async (tx) => tx.emit('papers.told', { n: 7 }))
  assert.deepEqual(await drainJobs(house), [])
  assert.deepEqual(heard, [['system', 7]])
  await doing(house.portal, publicActor(), (tx) => tx.enqueue('react', { operation: 'papers.never', input: {} }))
  const [failed] = await drainJobs({ ...house, ...quiet })
  assert.equal(failed?.fault, 'this operation is no reaction to anything')
  assert.equal(heard.length, 1)
})

test('the portal may ask only for what its own operations lead to, and does not see the queue', async (t) => {
  const house = await paperHouse(t)
  const visitor = publicActor()
  await doing(house.portal, visitor, (tx) => tx.enqueue('mail.deliver', { id: newId() }))
  await assert.rejects(
    doing(house.portal, visitor, (tx) => tx.enqueue('files.sweep', {})),
    /may not ask/,
  )
  for (const words of ['select * from graphile_worker.jobs', "select graphile_worker.add_job('react')"]) {
    await assert.rejects(
      doing(house.portal, visitor, (tx) => sql.raw(words).execute(tx.db)),
      /permission denied/,
    )
  }
  await assert.rejects(
    house.database.transaction().execute((db) => sql`select enqueue('react', '{}', null, null)`.execute(db)),
    /outside an operation/,
  )
})

test('the worker runs without the owner: as the app s role, in the background, until it is closed', async (t) => {
  const done: unknown[] = []
  const house = await paperHouse(
    t,
    paperRoom({
      jobs: { 'papers.work': { cron: '0 9 * * 1-5', run: async (_house, payload) => void done.push(payload['n']) } },
    }),
  )
  await prepareJobs(house.urls.ownerUrl, { app: 'qorgan_test_app' })
  const jobs = await startJobs(house)
  await doing(house, inspector, (tx) => tx.enqueue('papers.work', { n: 1 }))
  for (let left = 100; left > 0 && !done.length; left -= 1) await pause(50)
  await jobs.close()
  assert.deepEqual(done, [1])
  await doing(house, inspector, (tx) => tx.enqueue('papers.work', { n: 2 }))
  await pause(300)
  assert.deepEqual(done, [1])
  assert.deepEqual(await failedJobs(house.database), [])
})

test('the worker survives the loss of its connections', async (t) => {
  const done: unknown[] = []
  const work = { run: async (_house: unknown, payload: Record<string, unknown>) => void done.push(payload['n']) }
  const house = await paperHouse(t, paperRoom({ jobs: { 'papers.work': work } }))
  const jobs = await startJobs({ ...house, ...quiet })
  const queue = (n: number) => doing(house, inspector, (tx) => tx.enqueue('papers.work', { n }))
  await queue(1)
  for (let left = 100; left > 0 && done.length < 1; left -= 1) await pause(50)
  await house.ask(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await pause(200)
  await queue(2)
  for (let left = 400; left > 0 && done.length < 2; left -= 1) await pause(50)
  await jobs.close()
  assert.deepEqual(done, [1, 2])
})

test('two jobs of one name do not start', async (t) => {
  const house = await paperHouse(t, paperRoom({ jobs: { 'files.sweep': { run: async () => {} } } }))
  assert.throws(() => jobsOf(house), /two jobs/)
})

/** Minutes of UTC from a Kazakhstan hour. */
const utc = (dow: number, hour: number, min: number) => ({ dow, hour, min })

test('five fields of cron mean Kazakhstan s time, over midnight too', () => {
  const morning = dueAt('0 9 * * 1-5')
  assert.ok(morning(utc(1, 4, 0)))
  assert.ok(!morning(utc(1, 9, 0)))
  assert.ok(!morning(utc(0, 4, 0)))
  const night = dueAt('30 2 * * 1')
  // 02:30 on Monday in Kazakhstan is 21:30 on Sunday in UTC.
  assert.ok(night(utc(0, 21, 30)))
  assert.ok(!night(utc(1, 21, 30)))
  assert.ok(dueAt('*/15 * * * *')(utc(3, 3, 45)))
  assert.ok(!dueAt('*/15 * * * *')(utc(3, 3, 46)))
  assert.ok(dueAt('0 0,12 * * 6')(utc(5, 19, 0)))
  for (const wrong of [
    '',
    '* * * *',
    '60 * * * *',
    '* 24 * * *',
    '0 9 1 * *',
    'a * * * *',
    '*/0 * * * *',
    '5-1 * * * *',
  ]) {
    assert.throws(() => dueAt(wrong), RangeError, wrong)
  }
})

// The outbox, failed jobs and the state of the house: enough to keep it running, and no word of a case.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { z } from 'zod'
import { clause } from '../../../../test/kit/clause.ts'
import { systemActor } from '../../../../test/kit/house.ts'
import { shape } from '../../../kernel/contract.ts'
import { drainJobs } from '../../../kernel/jobs/index.ts'
import { command } from '../../../kernel/operation.ts'
import { perform } from '../../../kernel/perform.ts'
import { permit } from '../../../kernel/rules.ts'
import { castId } from '../../../app/cast.ts'
import { mailOf } from '../../work/index.ts'
import { readLaw } from '../law/contract.ts'
import { furnished, sealing } from '../settings.kit.ts'
import { listFailedJobs, listOutbox, readState, repeatJob } from './contract.ts'

const write = command(shape('letters.write', z.object({}), z.object({}), readLaw.title), {
  clauses: ['5.14'],
  rules: [permit('5.14', readLaw.title, () => true)],
  run: async ({ tx }) => {
    const about = { kind: 'appeal', recordId: '0197b1c0-0000-7000-8000-000000000001', number: '6001-26-7-6/1102' }
    await mailOf(tx, { to: [castId('inspector')], news: 'assigned', ...about })
    await tx.enqueue('react', { operation: 'nothing.of.the.kind' })
    return {}
  },
})

clause('5.16', 'letters are kept readable in a demonstration, with the number and the way in alone', async (t) => {
  const { house, ask } = await furnished(t)
  await perform(house, write, systemActor, {})
  const [waiting] = (await ask('admin', listOutbox, {})).rows
  assert.equal(waiting?.state, 'waiting')
  await drainJobs(house)
  const outbox = await ask('admin', listOutbox, {})
  const [kept] = outbox.rows
  assert.deepEqual(
    [outbox.total, outbox.delivers, kept?.state, kept?.address],
    [1, false, 'kept', 'inspector@qorgan.example'],
  )
  assert.match(kept?.body ?? '', /6001-26-7-6\/1102/)
})

clause('5.14', 'a job that failed is seen by the administrator and tried again', async (t) => {
  const { house, ask } = await furnished(t)
  await perform(house, write, systemActor, {})
  await drainJobs(house)
  const [failed] = (await ask('admin', listFailedJobs, {})).rows
  assert.deepEqual([failed?.job, failed?.attempts, failed?.over], ['react', 1, false])
  await ask('admin', repeatJob, { id: failed?.id ?? '' })
  const { rows } = await sql<{ attempts: number }>`select attempts from graphile_worker.jobs`.execute(house.database)
  assert.deepEqual(rows, [{ attempts: 0 }])
  await assert.rejects(ask('admin', repeatJob, { id: '999999' }), { reason: 'unknown' })
  for (const name of ['inspector', 'auditor'] as const) {
    await assert.rejects(ask(name, listFailedJobs, {}), { reason: 'forbidden', clause: '5.14' }, name)
    await assert.rejects(ask(name, repeatJob, { id: failed?.id ?? '' }), { reason: 'forbidden' }, name)
  }
})

clause('5.14', 'the state of the house tells its sizes, its newest checkpoint and its version', async (t) => {
  const { house, ask } = await furnished(t)
  assert.equal((await ask('admin', readState, {})).journal.checkpoint, null)
  await sealing(house).seal()
  const state = await ask('admin', readState, {})
  assert.equal(state.journal.checkpoint?.size, state.journal.entries)
  assert.ok(state.journal.entries > 0 && state.database.bytes > 1_000_000 && state.database.tables.length > 5)
  assert.match(state.version, /^\d+\.\d+\.\d+$/)
  assert.equal(state.modules, house.registry.modules.length)
  await assert.rejects(ask('inspector', readState, {}), { reason: 'forbidden', clause: '5.14' })
})

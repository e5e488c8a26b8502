// The demonstration's requests are told through the real operations and leave something for everybody to see.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { closeRenderer } from '../../modules/templates/index.ts'
import { plantRequests } from './requests.ts'

after(closeRenderer)
const { house, owner } = await openStage('2026-10-07T03:12')

test('requests stand answered, answered in part, reported, proposed and drafted', async () => {
  await plantRequests({ house, clock: house.clock })
  const { rows } = await sql<{ state: string }>`select state from requests order by state`.execute(owner)
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['closed', 'drafted', 'partly', 'reported', 'sent'],
  )
  const came = await sql<{ state: string }>`select state from incoming order by number`.execute(owner)
  assert.deepEqual(
    came.rows.map(({ state }) => state),
    ['done', 'done', 'handed'],
  )
})

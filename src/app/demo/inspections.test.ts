// The demonstration's inspection is told through the real operations and is under way.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { plantInspections } from './inspections.ts'

const { house, owner } = await openStage()

test('one inspection is under way with a visit and a finding', async () => {
  await plantInspections(house)
  const { rows } = await sql<{ state: string; found: number; unanswered: number; visits: number }>`
    select i.state, i.found, i.unanswered,
      (select count(*)::int from inspection_visits v where v.inspection_id = i.id) as visits from inspections i`.execute(
    owner,
  )
  assert.deepEqual(rows, [{ state: 'opened', found: 1, unanswered: 1, visits: 1 }])
})

// The demonstration's investigations are told through the real operations and stand in different states.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { closeRenderer } from '../../modules/templates/index.ts'
import { plantInvestigations } from './investigations.ts'
import { plantPersons } from './persons.ts'

after(closeRenderer)
const { house, owner } = await openStage()

test('one investigation is under way, one waits for its assignment, one has lost it', async () => {
  await plantPersons(house)
  await plantInvestigations(house)
  const { rows } = await sql<{ state: string; steps: number }>`
    select i.state, (select count(*)::int from investigation_steps s where s.investigation_id = i.id) as steps
    from investigations i order by i.state`.execute(owner)
  assert.deepEqual(
    rows.map(({ state, steps }) => [state, steps]),
    [
      ['halted', 0],
      ['opened', 2],
      ['prepared', 0],
    ],
  )
})

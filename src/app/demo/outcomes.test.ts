// The demonstration's concluded investigation is told through the real operations, from the assignment to the order.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { closeRenderer } from '../../modules/templates/index.ts'
import { plantOutcomes } from './outcomes.ts'
import { plantPersons } from './persons.ts'

after(closeRenderer)
const { house, owner } = await openStage()

test('one investigation is concluded, reviewed, decided on and carried out', async () => {
  await plantPersons(house)
  await plantOutcomes(house)
  const { rows } = await sql<{ state: string; measure: string; order: string; number: string }>`
    select i.state, d.standing as measure, d.order_number as "order", c.number
    from investigations i join outcome_decisions d on d.investigation_id = i.id join conclusions c on c.investigation_id = i.id`.execute(
    owner,
  )
  assert.deepEqual(
    rows.map(({ state, measure, order }) => [state, measure, order]),
    [['reviewed', 'remark', '48-ж']],
  )
  assert.match(rows[0]?.number ?? '', /^6001-26-7-16\/\d+$/)
})

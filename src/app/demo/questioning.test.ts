// The demonstration's summons is explained, and its judge waits for a permission and a consent.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { listInvestigations } from '../../modules/investigations/queries.ts'
import { listQuestionings } from '../../modules/questioning/queries.ts'
import { listSummonses } from '../../modules/summonses/queries.ts'
import { closeRenderer } from '../../modules/templates/index.ts'
import { plantInvestigations } from './investigations.ts'
import { plantPersons } from './persons.ts'
import { plantQuestioning } from './questioning.ts'

after(closeRenderer)
const { house, as } = await openStage()

test('one summons is explained under its code, one judge is planned without permission and consent', async () => {
  await plantPersons(house)
  await plantInvestigations(house)
  await plantQuestioning(house)
  const id = (await as('inspector', listInvestigations, { state: 'opened' })).rows[0]?.id ?? ''
  const { rows: summonses } = await as('inspector', listSummonses, { id })
  assert.deepEqual(
    summonses.map(({ state, explanations }) => [state, explanations]),
    [['explained', 1]],
  )
  const { rows, persons } = await as('inspector', listQuestionings, { id })
  assert.deepEqual(
    rows.map(({ state, judge }) => [state, judge]),
    [['planned', true]],
  )
  assert.deepEqual(
    persons.find(({ judge }) => judge)?.missing.map(({ clause }) => clause),
    ['5.3'],
  )
})

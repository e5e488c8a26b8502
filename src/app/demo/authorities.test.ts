// The demonstration's authorities are told through the real operations: one in force, one asked, one paper to be confirmed.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { listAuthorities } from '../../modules/authorities/queries.ts'
import { closeRenderer } from '../../modules/templates/index.ts'
import { plantAuthorities } from './authorities.ts'

after(closeRenderer)
const stage = await openStage()

test('a fresh demonstration has an authority in force, a question and a paper', async () => {
  await stage.assigned()
  await stage.assigned('inspector2')
  await plantAuthorities(stage.house)
  const { rows } = await stage.as('head', listAuthorities, {})
  assert.deepEqual(rows.map(({ state, inForce, purpose }) => `${state} ${inForce} ${purpose}`).sort(), [
    'asked false personalFile',
    'granted true investigation',
    'registered false investigation',
  ])
})

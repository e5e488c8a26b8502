// The demonstration's files come in by the real operations, and the form of statistics has every sort of figure to show.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { castActor } from '../cast.ts'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { listExports } from '../../modules/exchange/exporting.ts'
import { listImports } from '../../modules/exchange/operations.ts'
import { readForm } from '../../modules/statistics/operations.ts'
import { plantExchange } from './exchange.ts'

const { house, as } = await openStage('2026-11-24T08:45')

test('one file is imported with its bad rows told, another waits, an export was made, the form counts them', async () => {
  await plantExchange({ house, clock: house.clock, today: '2026-11-24', actor: (role) => castActor(house, role) })
  const { rows } = await as('registrar', listImports, {})
  assert.deepEqual(
    rows.map(({ state, fresh, known, bad }) => [state, fresh, known, bad]),
    [
      ['tried', 5, 4, 3],
      ['done', 11, 0, 3],
    ],
  )
  assert.equal((await as('registrar', listExports, {})).rows[0]?.rows, 11)
  const form = await as('head', readForm, { from: '2026-11-01', until: '2026-11-30' })
  assert.equal(form.totals.received, 11)
})

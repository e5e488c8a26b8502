// The demonstration's register is entered by real operations and holds together.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { openFile, listFiles } from '../../modules/personalFiles/queries.ts'
import { listPersons } from '../../modules/persons/queries.ts'
import { closeRenderer } from '../../modules/templates/index.ts'
import { plantPersons } from './persons.ts'

after(closeRenderer)

test('ten invented persons are in the register, and one personal file stands open to its reader', async () => {
  const { house, as } = await openStage()
  await plantPersons(house)
  assert.equal((await as('abaiHead', listPersons, { size: 50 })).total, 10)
  const { rows } = await as('inspector', listFiles, { open: true })
  assert.equal(rows.length, 1)
  const file = await as('inspector', openFile, { id: rows[0]?.id ?? '' })
  assert.deepEqual([file.open, file.documents.length], [true, 1])
})

// The demonstration's documents are told through the real operations and show each way that a document may go.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testHouse } from '../../../test/kit/house.ts'
import { asOwner } from '../../../test/kit/papers.ts'
import { closeRenderer } from '../../modules/templates/index.ts'
import { plantDocuments } from './documents.ts'

const house = await testHouse(null)
after(closeRenderer)

test('one document has left, one is being agreed anew, one is marked, one is held outside', async () => {
  await plantDocuments({ house, actor: house.as })
  const rows = await asOwner<{ template: string; state: string; agreement: string; marked: boolean }>(
    house,
    'select template, state, agreement, mark is not null as marked from documents order by template',
  )
  assert.deepEqual(rows, [
    { template: 'act', state: 'drafted', agreement: 'none', marked: true },
    { template: 'proposal', state: 'drafted', agreement: 'asked', marked: false },
    { template: 'request', state: 'sent', agreement: 'agreed', marked: false },
  ])
  assert.equal((await asOwner(house, 'select 1 from held_outside')).length, 1)
})

// The demonstration's electronic signatures are given through the real operations, and by the head alone.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testHouse } from '../../../test/kit/house.ts'
import { asOwner, offered, performNamed, sign } from '../../../test/kit/papers.ts'
import { castActor } from '../cast.ts'
import { closeRenderer } from '../../modules/templates/index.ts'
import { plantSignatures } from './signatures.ts'

after(closeRenderer)
const house = await testHouse(null)

test('of the letters that the head has sent, the latest bear signatures of the demonstration', async () => {
  for (let left = 4; left > 0; left -= 1) {
    const id = await offered(house)
    await sign(house, 'head', id)
    await performNamed(house, 'documents.send', await house.as('registrar'), { id, way: 'post' })
  }
  await plantSignatures({ house, actor: (role) => castActor(house, role) })
  const rows = await asOwner(
    house,
    `select s.demonstration, d.sealed_at is not null as sealed from signatures s join documents d on d.id = s.record_id`,
  )
  assert.deepEqual(
    rows,
    Array.from({ length: 3 }, () => ({ demonstration: true, sealed: true })),
  )
})

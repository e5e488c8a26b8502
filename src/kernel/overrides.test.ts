// Overrides in the database: who may write, who reads, and that a running house hears of a change.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { systemActor, testHouse } from '../../test/kit/house.ts'
import { begin } from './database.ts'
import type { House } from './house.ts'
import { newId } from './ids.ts'
import { putCalendarOverride, putOverride } from './overrides.ts'

const by = newId()
const within = (
  house: House,
  operation: string,
  work: Parameters<ReturnType<House['database']['transaction']>['execute']>[0],
) =>
  house.database.transaction().execute(async (db) => {
    await begin(db, operation, systemActor)
    await work(db)
  })
const answer = (house: House) =>
  ({
    name: 'appeal.answer',
    fromOn: '2027-01-01',
    value: 10,
    status: 'changed',
    reason: 'Жаңа заң',
    by,
    at: house.clock.now(),
  }) as const

/** Waits until the house says so; it hears of a change a moment after the commit. */
async function heard(house: House, says: () => Promise<boolean>): Promise<void> {
  for (let left = 100; left > 0; left -= 1) {
    if (await says()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  assert.fail('the house did not hear of the change')
}

test('outside an operation, or by the portal, nothing is written', async (t) => {
  const house = await testHouse(t, { modules: [] })
  await assert.rejects(
    within(house, '', (db) => putOverride(db, answer(house))),
    /outside an operation/,
  )
  await assert.rejects(
    within(house.portal, 'test', (db) => putOverride(db, answer(house))),
    /permission denied/,
  )
  await assert.rejects(
    within(house, 'test', (db) => sql`delete from parameters_overrides`.execute(db)),
    /permission denied/,
  )
})

test('a running house and the portal hear of a changed term and of a moved Kurban Ait', async (t) => {
  const house = await testHouse(t, { modules: [] })
  assert.equal((await house.parameters.current()).on('appeal.answer', '2027-01-01').value, 15)
  await within(house, 'test', async (db) => {
    await putOverride(db, answer(house))
    await putOverride(db, { ...answer(house), name: 'deadline.ladder', value: [-5, 0], status: 'confirmed' })
    await putCalendarOverride(db, {
      on: '2028-05-04',
      kind: 'off',
      occasion: 'kurban-ait',
      basis: '№ 1',
      by,
      at: house.clock.now(),
    })
    await putCalendarOverride(db, {
      on: '2026-12-14',
      kind: 'off',
      occasion: null,
      basis: '№ 2',
      by,
      at: house.clock.now(),
    })
  })
  for (const side of [house, house.portal]) {
    await heard(side, async () => (await side.parameters.current()).on('appeal.answer', '2027-01-01').value === 10)
    const book = await side.parameters.current()
    assert.equal(book.on('appeal.answer', '2026-12-31').value, 15)
    assert.deepEqual(book.on('deadline.ladder', '2027-01-01').value, [-5, 0])
    assert.equal(book.on('appeal.answer', '2027-01-01').source, 'Жаңа заң')
    assert.equal(book.calendar.isWorking('2028-05-04'), false)
    assert.equal(book.calendar.isWorking('2028-05-05'), true)
    assert.equal(book.calendar.why('2026-12-14').kk, 'Демалыс күні деп белгіленген (№ 2)')
  }
})

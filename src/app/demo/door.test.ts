// The demonstration's door is told through the real operations: hours to book, cards, a promise, an appeal, signals of which one is linked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { castActor } from '../cast.ts'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { registerAppeal } from '../../modules/appeals/registering.ts'
import { plantDoor } from './door.ts'

const stage = await openStage()
const { house, owner } = stage

test('a fresh demonstration has receptions in several states and signals', async () => {
  const { id } = await stage.submit()
  await stage.as('registrar', registerAppeal, { id, subject: 'Кеңседе ақы сұрау туралы' })
  await plantDoor({ house, clock: house.clock, today: '2026-11-23', actor: (role) => castActor(house, role) })
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from receptions where state = 'booked') as booked,
      (select count(*)::int from receptions where state = 'held') as held,
      (select count(*)::int from receptions where promise is not null) as promised,
      (select count(*)::int from receptions where appeal_id is not null) as appeals,
      (select count(*)::int from signals) as signals, (select count(*)::int from signal_links) as links`.execute(owner)
  assert.deepEqual(rows[0], { booked: 2, held: 2, promised: 1, appeals: 1, signals: 3, links: 1 })
})

// The demonstration's stories are told through the real operations and leave appeals in every state, some late, some nearly so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { castActor } from '../cast.ts'
import { dayOf } from '../../kernel/clock.ts'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { appealStates } from '../../modules/submissions/contract.ts'
import { plantAppeals } from './appeals.ts'
import { plantRedaction } from './redaction.ts'

const { house, owner } = await openStage('2026-10-05T09:00')

test('forty invented appeals stand in every state, in all regions, some overdue and some due soon', async () => {
  const today = '2026-11-23'
  await plantAppeals({ house, clock: house.clock, today, actor: (role) => castActor(house, role) })
  assert.equal(dayOf(house.clock.now()), today)
  const { rows } = await sql<{ state: string; due_on: string; done_on: string | null; unit_id: string; body: string }>`
    select state, due_on, done_on, unit_id, body from appeals`.execute(owner)
  assert.equal(rows.length, 40)
  assert.deepEqual(new Set(rows.map(({ state }) => state)), new Set(appealStates))
  const open = rows.filter(({ done_on }) => !done_on)
  assert.ok(open.filter(({ due_on }) => due_on < today).length >= 3)
  assert.ok(open.filter(({ due_on }) => due_on >= today && due_on <= '2026-11-26').length >= 3)
  assert.equal(new Set(rows.map(({ unit_id }) => unit_id)).size, 21)
  assert.ok(rows.every(({ body }) => /ойдан шығарылған|Вымышлено/.test(body)))
})

test('a reply that was sent is shown to a third person with its addressee hidden', async () => {
  await plantRedaction(house, await castActor(house, 'head'))
  const { rows } = await sql<{ name: string; pages: number }>`select name, pages from redactions`.execute(owner)
  assert.equal(rows.length, 1)
  assert.match(rows[0]?.name ?? '', /^reply-.* – редакцияланған\.pdf$/)
})

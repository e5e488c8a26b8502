// The demonstration's stories are told through the real operations and leave appeals in every state, some late, some nearly so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { castActor } from '../cast.ts'
import { dayOf } from '../../kernel/clock.ts'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { appealStates } from '../../modules/submissions/contract.ts'
import { plantAppeals, type Planting } from './appeals.ts'
import { plantHandling } from './handling.ts'
import { pathSteps } from './paths.ts'
import { plantRedaction } from './redaction.ts'

const { house, owner } = await openStage('2026-10-05T09:00')

test('some fifty invented appeals stand in every state, in all regions, some overdue and some due soon', async () => {
  const today = '2026-11-23'
  const planting: Planting = { house, clock: house.clock, today, actor: (role) => castActor(house, role) }
  await plantAppeals(planting, await pathSteps(planting))
  assert.equal(dayOf(house.clock.now()), today)
  const { rows } = await sql<{ state: string; due_on: string; done_on: string | null; unit_id: string; body: string }>`
    select state, due_on, done_on, unit_id, body from appeals`.execute(owner)
  assert.equal(rows.length, 48)
  assert.deepEqual(new Set(rows.map(({ state }) => state)), new Set(appealStates))
  const open = rows.filter(({ done_on }) => !done_on)
  assert.ok(open.filter(({ due_on }) => due_on < today).length >= 3)
  assert.ok(open.filter(({ due_on }) => due_on >= today && due_on <= '2026-11-26').length >= 3)
  assert.equal(new Set(rows.map(({ unit_id }) => unit_id)).size, 21)
  const sorts = await sql<{ questions: number; results: number }>`
    select count(distinct question)::int as questions, count(distinct result)::int as results from appeals`.execute(
    owner,
  )
  assert.deepEqual(sorts.rows, [{ questions: 8, results: 5 }])
  await plantHandling(planting)
  const { rows: worked } = await sql<{ stage: string | null; hidden: unknown[] }>`
    select work_stage as stage, hidden from appeals`.execute(owner)
  assert.ok(worked.some(({ stage }) => stage))
  assert.equal(worked.filter(({ hidden }) => hidden.length).length, 1)
  assert.ok(rows.every(({ body }) => /ойдан шығарылған|Вымышлено/.test(body)))
})

test('a reply that was sent is shown to a third person with its addressee hidden', async () => {
  await plantRedaction(house, await castActor(house, 'head'))
  const { rows } = await sql<{ name: string; pages: number }>`select name, pages from redactions`.execute(owner)
  assert.equal(rows.length, 1)
  assert.match(rows[0]?.name ?? '', /^reply-.* – редакцияланған\.pdf$/)
})

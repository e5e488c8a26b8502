// The demonstration's criminal cases are told through the real operations and stand on different stages.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { dayOf } from '../../kernel/clock.ts'
import { openStage } from '../../modules/appeals/appeals.kit.ts'
import { closeRenderer } from '../../modules/templates/index.ts'
import { listVerdicts } from '../../modules/superiors/operations.ts'
import { castActor } from '../cast.ts'
import { plantCriminalCases } from './criminal-cases.ts'
import { plantPersons } from './persons.ts'

after(closeRenderer)
const { house, owner, as } = await openStage('2026-11-24T17:00')

test('nine cases stand on their stages, a verdict has led to the superior, and a list waits for decisions', async () => {
  const today = dayOf(house.clock.now())
  await plantPersons(house)
  await plantCriminalCases({ house, clock: house.clock, today, actor: (role) => castActor(house, role) })
  const cases = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from criminal_cases group by 1 order by 1`.execute(owner)
  assert.deepEqual(
    cases.rows.map(({ state, n }) => `${state} ${n}`),
    ['charged 1', 'in-force 3', 'registered 1', 'sentenced 1', 'suspected 1', 'terminated 2'],
  )
  const rows = await sql<{ kind: string; matched: string | null; open: boolean }>`
    select kind, matched, state = 'open' as open from reconciliation_rows where place is not null order by place`.execute(
    owner,
  )
  assert.deepEqual(
    rows.rows.map(({ kind, matched, open }) => [kind, matched, open]),
    [
      ['differs', 'number', true],
      ['differs', 'number', true],
      ['differs', 'iin', true],
      ['theirs', null, true],
    ],
  )
  const { rows: verdicts } = await as('head', listVerdicts, { size: 100 })
  const told = verdicts.map((it) => [it.convicted.name.kk.split(' ')[0], it.superior?.name.kk ?? it.why?.en ?? null])
  assert.deepEqual(told, [
    ['Ботагөз', 'Қайсар Маратұлы Жолдасов'],
    ['Ойдан', 'The register of judges and staff does not know the convicted. Link the case to the person’s card.'],
  ])
  const proposed = await sql<{ state: string; kind: string }>`select state, kind from investigations`.execute(owner)
  assert.deepEqual(proposed.rows, [{ state: 'proposed', kind: 'superior' }])
})

// For tests of duties: a module of matters that stand on top of the house, and short words for what tests ask.
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { systemActor, testHouse } from '../../../test/kit/house.ts'
import { castId, type CastName } from '../../app/cast.ts'
import { modules } from '../../app/modules.ts'
import { id, shape } from '../../kernel/contract.ts'
import { newId } from '../../kernel/ids.ts'
import { outbox } from '../../kernel/mail/index.ts'
import { module } from '../../kernel/module.ts'
import { command } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { record } from '../../kernel/record.ts'
import { permit, type Actor } from '../../kernel/rules.ts'
import { unitId } from '../org/index.ts'
import type { Duty, NewsKind } from './contract.ts'
import { closeDuty, moveDuty, openDuty, remindOfTerms, tell } from './index.ts'
import { operations } from './operations.ts'

export const same = (words: string) => ({ kk: words, ru: words, en: words })
export const everybody = permit<unknown>('5.14', same('everybody'), () => true)

// A higher module of these tests: a matter with one duty, opened, moved and closed by its own operations.
const opening = z.object({
  id,
  number: z.string().nullable(),
  stage: z.string(),
  holder: id.nullable(),
  unit: id,
  openedOn: z.string(),
  dueOn: z.string(),
})
export const open = command(shape('matters.open', opening, z.object({}), same('open')), {
  clauses: ['5.14'],
  rules: [everybody],
  run: async ({ input: { id: recordId, ...it }, tx }) => {
    await openDuty(tx, { kind: 'matter', recordId, title: 'Судья үстінен шағым', clause: '6.23', ...it })
    return {}
  },
})
export const hand = command(
  shape('matters.hand', z.object({ id, to: id, unit: id.optional() }), z.object({}), same('hand')),
  {
    clauses: ['5.14'],
    rules: [everybody],
    run: async ({ input, tx }) => {
      const { to: holder, unit } = input
      await moveDuty(tx, { kind: 'matter', recordId: input.id, stage: 'answer' }, { holder, ...(unit ? { unit } : {}) })
      await tell(tx, { to: [holder, tx.actor.id], news: 'assigned', kind: 'matter', recordId: input.id, number: 'М-1' })
      return {}
    },
  },
)
export const extend = command(
  shape('matters.extend', z.object({ id, dueOn: z.string() }), z.object({}), same('extend')),
  {
    clauses: ['5.14'],
    rules: [everybody],
    run: async ({ input, tx }) => {
      const term = { openedOn: tx.today, dueOn: input.dueOn }
      await moveDuty(tx, { kind: 'matter', recordId: input.id, stage: 'answer' }, { term })
      return {}
    },
  },
)
export const close = command(shape('matters.close', z.object({ id }), z.object({}), same('close')), {
  clauses: ['5.14'],
  rules: [everybody],
  run: async ({ input, tx }) => {
    await closeDuty(tx, { kind: 'matter', recordId: input.id })
    return {}
  },
})
export const deny = command(shape('matters.deny', z.object({ id, person: id }), z.object({}), same('deny')), {
  clauses: ['5.14'],
  rules: [everybody],
  run: async ({ input, tx }) => {
    await sql`insert into denied (record_id, person_id, since, reason) values (${input.id}, ${input.person}, ${tx.at}, 'named')`.execute(
      tx.db,
    )
    return {}
  },
})
const mails = command(
  shape(
    'matters.mails',
    z.object({}),
    z.object({
      rows: z.array(z.object({ address: z.string(), language: z.string(), subject: z.string(), body: z.string() })),
    }),
    same('mails'),
  ),
  {
    clauses: ['5.14'],
    rules: [everybody],
    run: async ({ tx }) => outbox(tx, { page: 1, size: 100 }),
  },
)
const matter = record({
  name: 'matter',
  table: 'duties',
  title: same('matter'),
  find: async () => undefined,
  caption: () => '',
  page: (it) => `/matters/${it}`,
})
const matters = module({
  name: 'matters',
  title: same('matters'),
  clauses: ['5.14'],
  records: [matter],
  operations: [open, hand, extend, close, deny, mails],
})

export const department = unitId('department')
export const abai = unitId('abai')

export const named = (name: string) => {
  const found = operations.find((it) => it.name === name)
  assert.ok(found)
  return found
}

interface Given {
  number?: string | null
  stage?: string
  holder?: string | null
  unit?: string
  openedOn?: string
  dueOn: string
}

export const furnished = async (t: TestContext, at?: string) => {
  const house = await testHouse(t, { modules: [...modules, matters], ...(at ? { at } : {}) })
  const due = async (given: Given): Promise<string> => {
    const recordId = newId()
    const it = {
      number: 'М-1',
      stage: 'answer',
      holder: castId('inspector'),
      unit: department,
      openedOn: '2026-11-02',
      ...given,
    }
    await perform(house, open, systemActor, { id: recordId, ...it })
    return recordId
  }
  const climb = async (on: string) => {
    house.clock.set(`${on}T08:00`)
    return (await perform(house, remindOfTerms, systemActor, {})).result
  }
  const bell = async (name: CastName): Promise<[NewsKind, string][]> => {
    const { result } = await perform(house, named('work.notices'), await house.as(name), { size: 100 })
    const { rows } = result as { rows: { news: NewsKind; says: { kk: string } }[] }
    return rows.map(({ news, says }): [NewsKind, string] => [news, says.kk]).reverse()
  }
  const mine = async (actor: Actor, input: object = {}) =>
    (await perform(house, named('work.mine'), actor, input)).result as { rows: Duty[]; total: number }
  const figures = async (actor: Actor) =>
    (await perform(house, named('work.figures'), actor, {})).result as Record<string, unknown>
  const letters = async () => (await perform(house, mails, systemActor, {})).result.rows
  return { house, due, climb, bell, mine, figures, letters }
}

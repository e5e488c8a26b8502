// The tables of all lifecycles: no state that nobody reaches, none that nobody can leave and nobody called final.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '../src/app/modules.ts'
import { holes, lifecycle } from '../src/kernel/lifecycle.ts'

const lives = modules.flatMap(({ records }) => records.flatMap(({ life }) => life ?? []))

test('there are lifecycles to look at', () => assert.ok(lives.length >= 3))

for (const life of lives) test(`the table of ${life.name} has no hole`, () => assert.deepEqual(holes(life), []))

test('a hole is found', () => {
  const says = { kk: 'а', ru: 'а', en: 'a' }
  const broken = lifecycle({
    name: 'broken',
    title: says,
    start: 'begun',
    final: ['ended'],
    states: { begun: says, stuck: says, lost: says, ended: says },
    steps: {
      stick: { from: 'begun', to: 'stuck', by: says, clause: '5.14' },
      end: { from: 'lost', to: 'ended', by: says, clause: '5.14' },
    },
  })
  assert.deepEqual(holes(broken), ['unreachable: lost', 'unreachable: ended', 'no way out: stuck'])
})

// Evidence: every run hears its own clauses, and only them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { touch } from './evidence.ts'
import { listen } from './listen.ts'

test('a touch outside any run is heard by nobody', async () => {
  touch('1')
  assert.deepEqual([...(await listen(() => {}))], [])
})

test('runs at the same time hear their own clauses, across promises and timers', async () => {
  const [first, second] = await Promise.all([
    listen(async () => {
      touch('6.23')
      await pause(5)
      touch('15', '5.14')
    }),
    listen(async () => {
      await pause(2)
      touch('9.5')
    }),
  ])
  assert.deepEqual([...first], ['6.23', '15', '5.14'])
  assert.deepEqual([...second], ['9.5'])
})

test('an error inside passes through', async () => {
  await assert.rejects(
    listen(() => Promise.reject(new Error('no'))),
    /no/,
  )
  await assert.rejects(
    listen(() => {
      throw new Error('no')
    }),
    /no/,
  )
})

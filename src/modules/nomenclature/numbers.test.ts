// Numbers of the nomenclature: no gap, no duplicate, from one again each year, and who keeps the list.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { z } from 'zod'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { offered, sign } from '../../../test/kit/papers.ts'
import { shape } from '../../kernel/contract.ts'
import { command } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { permit } from '../../kernel/rules.ts'
import { drawNumber } from './index.ts'
import { confirmSeries, listSeries } from './operations.ts'
import { closeRenderer } from '../templates/index.ts'

const house = await testHouse(null)
after(closeRenderer)

const same = (words: string) => ({ kk: words, ru: words, en: words })
const draw = command(
  shape(
    'test.draw',
    z.object({ index: z.string(), fail: z.boolean().default(false) }),
    z.object({ number: z.string() }),
    same('draw'),
  ),
  {
    clauses: ['15'],
    rules: [permit('15', same('all'), () => true)],
    run: async ({ input, tx }) => {
      const number = await drawNumber(tx, input.index)
      if (input.fail) throw new Error('the operation failed after the number had been drawn')
      return { number }
    },
  },
)
const drawn = async (index: string): Promise<string> =>
  (await perform(house, draw, await house.as('inspector'), { index })).result.number

/** Runs the works by this many hands at once. */
const byHands = async <R>(hands: number, works: readonly (() => Promise<R>)[]): Promise<R[]> => {
  const left = [...works]
  const done: R[] = []
  const hand = async () => {
    for (let work = left.shift(); work; work = left.shift()) done.push(await work())
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return done
}

const serials = (numbers: readonly string[]): number[] =>
  numbers.map((it) => Number(it.split('/')[1])).sort((a, b) => a - b)

clause('15', 'of documents signed by 32 hands at once each has its own number and none is missing', async () => {
  const ids: string[] = []
  for (let n = 0; n < 40; n += 1) ids.push(await offered(house))
  const signed = await byHands(
    32,
    ids.map((id) => async () => (await sign(house, 'head', id)).number),
  )
  assert.deepEqual(
    serials(signed),
    Array.from({ length: 40 }, (_, n) => n + 1),
  )
  assert.ok(signed.every((number) => number.startsWith('6001-26-7-7/')))
})

test('100 numbers of one series drawn by 32 clients while others fail: no gap, no duplicate', async () => {
  const failing = async () => {
    await assert.rejects(
      perform(house, draw, await house.as('inspector'), { index: '7-6', fail: true }),
      /failed after/,
    )
    return null
  }
  const works = Array.from({ length: 125 }, (_, n) => (n % 5 === 0 ? failing : () => drawn('7-6')))
  const numbers = (await byHands(32, works)).filter((it) => it !== null)
  assert.deepEqual(
    serials(numbers),
    Array.from({ length: 100 }, (_, n) => n + 1),
  )
})

test('each series counts for itself, and from one again when the year begins', async () => {
  const before = Number((await drawn('7-6')).split('/')[1])
  assert.equal(Number((await drawn('7-6')).split('/')[1]), before + 1)
  house.clock.set('2027-01-01T00:00')
  assert.equal(await drawn('7-6'), '6001-27-7-6/1')
  assert.equal(await drawn('7-7'), '6001-27-7-7/1')
  house.clock.set('2026-12-31T23:59')
  assert.equal(Number((await drawn('7-6')).split('/')[1]), before + 2)
})

test('a number of a series that the nomenclature lacks is refused with a sentence', async () => {
  await assert.rejects(
    drawn('99-9'),
    (fault: unknown) => fault instanceof Refusal && fault.reason === 'wrong-state' && fault.says.kk.includes('99-9'),
  )
})

clause('5.15', 'the nomenclature is kept by those whose job description says so', async () => {
  const row = {
    unitIndex: '6001',
    index: '1-10',
    titleKk: 'Хаттамалар',
    titleRu: 'Протоколы',
    titleEn: 'Minutes',
    retentionYears: 5,
    reason: 'Бұйрық 7',
  }
  for (const name of ['head', 'inspector', 'admin'] as const)
    await assert.rejects(perform(house, confirmSeries, await house.as(name), row), {
      reason: 'forbidden',
      clause: '5.15',
    })
  const registrar = await house.as('registrar')
  const read = async () => (await perform(house, listSeries, registrar, {})).result.rows
  assert.equal((await read()).find(({ index }) => index === '7-6')?.unverified, true)
  await perform(house, confirmSeries, registrar, row)
  assert.equal(await drawn('1-10'), '6001-26-1-10/1')
  await perform(house, confirmSeries, registrar, { ...row, index: '7-6', titleKk: 'Өтініштер' })
  const confirmed = (await read()).find(({ index }) => index === '7-6')
  assert.deepEqual([confirmed?.unverified, confirmed?.title.kk], [false, 'Өтініштер'])
  for (const bad of [{ index: '7' }, { unitIndex: '60' }, { titleKk: ' ' }, { retentionYears: 0 }, { reason: '' }])
    await assert.rejects(perform(house, confirmSeries, registrar, { ...row, ...bad }), { reason: 'invalid' })
})

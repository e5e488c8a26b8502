// A file of the state register with two bad rows in a hundred: every bad one explained, every good one in, and again nothing changes.
import { setTimeout as pause } from 'node:timers/promises'
import { badRows, csvOf, goodRow } from '../src/modules/exchange/exchange.kit.ts'
import { askOwner, forgetPeak, peakMemory, type OpenedHouse } from './opening.ts'
import type { Figure } from './figures.ts'
import { signIn, type Employee } from './staff.ts'

interface State {
  state: string
  version: number
  fresh: number
  known: number
  bad: number
}

const fileOf = (rows: number): string =>
  csvOf(
    Array.from({ length: rows }, (_, n) =>
      goodRow(n, n % 50 === 7 ? badRows[((n / 50) % badRows.length) | 0]?.[1] : {}),
    ),
  )

const reached = async ({ ask }: Employee, id: string, wished: string): Promise<State> => {
  for (;;) {
    const it = (await ask('exchange.import', { id })).result as State
    if (it.state === wished) return it
    if (it.state === 'unread') throw new Error('the file of the bench could not be read')
    await pause(200)
  }
}

const run = async (registrar: Employee, profile: string, words: string) => {
  const file = await registrar.bring('bench.csv', words)
  const from = performance.now()
  const brought = (await registrar.ask('exchange.bring', { profile, files: [file] })).result as { import: string }
  const tried = await reached(registrar, brought.import, 'tried')
  const checked = performance.now()
  await registrar.ask('exchange.start', { id: brought.import, version: tried.version })
  const done = await reached(registrar, brought.import, 'done')
  return { done, trial: (checked - from) / 1000, taking: (performance.now() - checked) / 1000 }
}

export const measureExchange = async (house: OpenedHouse, rows: number): Promise<Figure[]> => {
  const registrar = await signIn(house.staff, 'registrar')
  const { rows: profiles } = (await registrar.ask('exchange.profiles', {})).result as {
    rows: { id: string; system: string }[]
  }
  const profile = profiles.find(({ system }) => system === 'eotinish')?.id ?? ''
  const words = fileOf(rows)
  const count = async () => Number((await askOwner(house.ownerUrl, 'select count(*) as it from appeals'))[0])
  const before = await count()
  forgetPeak(house.staffPid)
  const first = await run(registrar, profile, words)
  const peak = peakMemory(house.staffPid) / 1e6
  const after = await count()
  const again = await run(registrar, profile, words)
  const bad = rows / 50
  const values = { 'bad rows explained': first.done.bad, 'good rows in': after - before, 's to check': first.trial }
  const named = `${rows.toLocaleString('en')} rows of the state register`
  return [
    {
      section: 'exchange',
      what: named,
      values: { ...values, 's to take in': first.taking, 'peak MB': peak },
      anchors: [
        { value: 'bad rows explained', least: bad, most: bad },
        { value: 'good rows in', least: rows - bad, most: rows - bad },
        { value: 'peak MB', most: 300 },
      ],
    },
    {
      section: 'exchange',
      what: `${named}, the same file again`,
      values: { 'new appeals': (await count()) - after, s: again.trial + again.taking },
      anchors: [{ value: 'new appeals', most: 0 }],
    },
  ]
}

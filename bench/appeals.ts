// Lists, one appeal, search and the sheet over the staff's HTTP: as the head, who sees all, and as those who see a part.
import { forgetPeak, peakMemory, type OpenedHouse } from './opening.ts'
import { median, spread, type Anchor, type Figure } from './figures.ts'
import { repeat, type Employee } from './staff.ts'
import { questions } from './words.ts'

const views: readonly [what: string, input: object][] = [
  ['newest first', {}],
  ['overdue, by the clock', { due: 'overdue', sort: 'dueOn' }],
  ['in work', { state: ['working'] }],
  ['page 40', { page: 40 }],
]

const listAnchors: readonly Anchor[] = [
  { value: 'p95 ms', most: 60 },
  { value: 'kB', most: 50 },
]

export interface Readers {
  employees: readonly Employee[]
  rounds: number
}

/** The list in four views, for each reader. */
export const measureLists = async ({ employees, rounds }: Readers, appeals: number): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const { login, ask } of employees) {
    for (const [what, input] of views) {
      const { times, last } = await repeat(rounds, () => ask('appeals.list', input))
      const values = { ...spread(times), kB: last.bytes / 1000 }
      figures.push({ section: 'appeals', what: `list, ${what}, ${login}`, appeals, values, anchors: listAnchors })
    }
  }
  return figures
}

/** One appeal after another by id; each reading is an entry of the journal. */
export const measureOne = async (
  { employees: [head], rounds }: Readers,
  appeals: number,
  ids: readonly string[],
): Promise<Figure[]> => {
  if (!head) return []
  const { times, last } = await repeat(rounds, (at) => head.ask('appeals.one', { id: ids[at % ids.length] }))
  const values = { ...spread(times), kB: last.bytes / 1000 }
  return [
    {
      section: 'appeals',
      what: `one appeal, ${head.login}`,
      appeals,
      values,
      anchors: [{ value: 'p95 ms', most: 40 }],
    },
  ]
}

/** Every question in turn, for each reader; besides all of them together, the p95 of the slowest question. */
export const measureSearch = async ({ employees, rounds }: Readers, appeals: number): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const { login, ask } of employees) {
    const all: number[] = []
    const slowest = { q: '', p95: 0 }
    for (const q of questions) {
      const { times } = await repeat(rounds, () => ask('search.find', { q }))
      const p95 = spread(times)['p95 ms']
      if (p95 > slowest.p95) Object.assign(slowest, { q, p95 })
      all.push(...times)
    }
    figures.push({
      section: 'search',
      what: `search, ${login} (slowest: «${slowest.q}»)`,
      appeals,
      values: { ...spread(all), 'p95 of the slowest ms': slowest.p95 },
      anchors: [{ value: 'p95 ms', most: 200 }],
    })
  }
  return figures
}

/** Peak memory of the staff server while one person takes the sheet of all appeals and another goes on listing. */
export const measureExport = async (house: OpenedHouse, { employees }: Readers, appeals: number): Promise<Figure[]> => {
  const [head, other] = employees
  if (!head || !other) return []
  forgetPeak(house.staffPid)
  let over = false
  const sheet = head.drain('appeals.export', {}).finally(() => (over = true))
  const times: number[] = []
  for (let at = 0; !over; at += 1) times.push((await other.ask('appeals.list', { page: 1 + (at % 40) })).ms)
  const { ms, bytes } = await sheet
  const values = { 'peak MB': peakMemory(house.staffPid) / 1e6, s: ms / 1000, 'sheet MB': bytes / 1e6 }
  return [
    {
      section: 'export',
      what: 'sheet of all appeals, while another lists',
      appeals,
      values,
      anchors: [{ value: 'peak MB', most: 300 }],
    },
    { section: 'export', what: `list of ${other.login} meanwhile`, appeals, values: spread(times), anchors: [] },
  ]
}

/** How much slower the list of the largest number of appeals is than that of the smallest. "Flat" is taken as half as slow again. */
export const growth = (figures: readonly Figure[]): Figure[] => {
  const lists = figures.filter(({ what }) => what.startsWith('list, '))
  const sizes = [...new Set(lists.map(({ appeals }) => appeals ?? 0))].sort((a, b) => a - b)
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)]
  if (least === most) return []
  const of = (size: number) =>
    median(lists.filter(({ appeals }) => appeals === size).map(({ values }) => values['p50 ms'] ?? 0))
  const what = `list, median of all views, ${most.toLocaleString('en')} against ${least.toLocaleString('en')}`
  return [
    { section: 'appeals', what, values: { times: of(most) / of(least) }, anchors: [{ value: 'times', most: 1.5 }] },
  ]
}

// npm run bench [-- --json] [-- --quick] [-- --write] [-- SECTION...]: measures a house of its own and holds it against the anchors.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { demoPassword } from '../src/app/cast.ts'
import { dayOf } from '../src/kernel/clock.ts'
import { discard } from '../test/kit/keeper.ts'
import { measureJournal, measureRendering } from './apart.ts'
import { growth, measureExport, measureLists, measureOne, measureSearch } from './appeals.ts'
import { measureCaseFile } from './case-file.ts'
import { measureCriminalCases } from './criminal-cases.ts'
import { measureSignIn, measureStart, measureSubmission } from './doors.ts'
import { measureExchange } from './exchange.ts'
import { judged, type Figure } from './figures.ts'
import { measureLikeness, seedPrints } from './likeness.ts'
import type { OpenedHouse } from './opening.ts'
import { loadNow, method, printReport, readMachine, writePage, type Report } from './report.ts'
import { openSeed } from './seed.ts'
import { signIn } from './staff.ts'
import { measureStatistics } from './statistics.ts'

const sections = [
  'start',
  'sign-in',
  'submission',
  'appeals',
  'search',
  'likeness',
  'statistics',
  'exchange',
  'criminal-cases',
  'export',
  'case-file',
  'journal',
  'rendering',
] as const
type Section = (typeof sections)[number]

const full = {
  starts: 3,
  signIns: 20,
  sent: { 1: 100, 8: 240, 32: 480 },
  sizes: [1_000, 10_000, 100_000],
  rounds: 40,
  asks: 15,
  rows: 10_000,
  events: 20_000,
  register: { cases: 50_000, lines: 5_000, rounds: 15 },
}
const brief: typeof full = {
  starts: 1,
  signIns: 3,
  sent: { 1: 20, 8: 32, 32: 64 },
  sizes: [1_000],
  rounds: 10,
  asks: 3,
  rows: 500,
  events: 2_000,
  register: { cases: 5_000, lines: 500, rounds: 3 },
}

interface Wish {
  sizes: typeof full
  entries: number
  letters: number
  wants: (section: Section) => boolean
  tell: (line: string) => void
}

/** Less work against floods, by the operation that administrators have, so that solving it does not take the processors. */
const easeWork = async ({ staff }: OpenedHouse): Promise<void> => {
  const admin = await signIn(staff, 'admin')
  await admin.ask('access.stepUp', { password: demoPassword })
  const change = { name: 'portal.work.difficulty', from: dayOf(new Date()), value: 4, reason: 'Өлшеу' }
  await admin.ask('settings.changeParameter', change)
}

const measureAppeals = async (house: OpenedHouse, { sizes: it, wants, tell }: Wish): Promise<Figure[]> => {
  const figures: Figure[] = []
  const seed = await openSeed(house.ownerUrl)
  try {
    for (const size of it.sizes) {
      tell(`seeding up to ${size.toLocaleString('en')} appeals`)
      const ids = await seed.upTo(size)
      const employees = [
        await signIn(house.staff, 'head'),
        await signIn(house.staff, 'abaiHead'),
        await signIn(house.staff, 'inspector'),
      ]
      tell(`reading among ${size.toLocaleString('en')} appeals`)
      if (wants('appeals')) {
        figures.push(...(await measureLists({ employees, rounds: it.rounds }, size)))
        figures.push(...(await measureOne({ employees, rounds: it.rounds }, size, ids)))
      }
      if (wants('search')) figures.push(...(await measureSearch({ employees, rounds: it.asks }, size)))
      if (wants('likeness')) {
        await seedPrints(house.ownerUrl)
        figures.push(...(await measureLikeness(employees, it.rounds, size, ids)))
      }
      if (wants('statistics')) figures.push(...(await measureStatistics({ employees, rounds: it.asks }, size)))
      if (wants('export') && size === it.sizes.at(-1))
        figures.push(...(await measureExport(house, { employees, rounds: 1 }, size)))
    }
    return [...figures, ...growth(figures)]
  } finally {
    await seed.close()
  }
}

const measure = async (house: OpenedHouse, wish: Wish): Promise<Figure[]> => {
  const { sizes: it, wants, tell } = wish
  const figures: Figure[] = []
  const add = async (section: Section, work: () => Promise<Figure[]>) => {
    if (!wants(section)) return
    tell(section)
    figures.push(...(await work()))
  }
  await add('sign-in', () => measureSignIn(house, it.signIns))
  await add('submission', async () => {
    await easeWork(house)
    const sent = [await measureSubmission(house, 1, it.sent[1]), await measureSubmission(house, 8, it.sent[8])]
    return [...sent.flat(), ...(await measureSubmission(house, 32, it.sent[32]))]
  })
  if ((['appeals', 'search', 'likeness', 'statistics', 'export'] as const).some(wants))
    figures.push(...(await measureAppeals(house, wish)))
  await add('exchange', () => measureExchange(house, it.rows))
  await add('case-file', () => measureCaseFile(house, it.rounds, it.events))
  await add('criminal-cases', () => measureCriminalCases(house, it.register))
  await add('journal', () => measureJournal(house.ownerUrl, wish.entries))
  await add('rendering', () => measureRendering(wish.letters))
  return figures
}

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, write: { type: 'boolean' } },
  })
  const unknown = positionals.filter((word) => !sections.some((it) => it === word))
  if (unknown.length) throw new Error(`There is no section ${unknown.join(', ')}. Choose from ${sections.join(', ')}.`)
  const quick = values.quick === true
  const wish: Wish = {
    sizes: quick ? brief : full,
    entries: quick ? 10_000 : 100_000,
    letters: quick ? 30 : 300,
    wants: (section) => positionals.length === 0 || positionals.includes(section),
    tell: (line) => void process.stderr.write(`… ${line}\n`),
  }
  const loadBefore = loadNow()
  const folder = mkdtempSync(join(tmpdir(), 'qorgan-bench-'))
  let house: OpenedHouse | null = null
  const end = () => void (house?.close() ?? Promise.resolve()).finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end)
  try {
    wish.tell('start')
    const opened = await measureStart(folder, wish.wants('start') ? wish.sizes.starts : 1)
    house = opened.house
    const figures = [...(wish.wants('start') ? opened.figures : []), ...(await measure(house, wish))]
    const machine = await readMachine(house.ownerUrl, loadBefore)
    const report: Report = { on: dayOf(new Date()), quick, machine, method, figures }
    if (values.json) console.log(JSON.stringify({ ...report, figures: figures.map(judged) }))
    else printReport(report)
    if (values.write) writeFileSync(join(import.meta.dirname, '../docs/figures.md'), await writePage(report))
  } finally {
    await house?.close()
    discard(folder)
  }
}

await main()

// The figures of one run with its machine and its method, printed for a terminal or written as docs/figures.md.
import { cpus, loadavg, totalmem } from 'node:os'
import { format } from 'prettier'
import { cellsOf, isMet, type Figure } from './figures.ts'
import { askOwner } from './opening.ts'

export interface Machine {
  cores: number
  processor: string
  memoryGb: number
  node: string
  postgres: string
  /** Load of the machine, a minute's mean, before and after: above the number of cores others were at work. */
  loadBefore: number
  loadAfter: number
}

export interface Report {
  on: string
  quick: boolean
  machine: Machine
  method: readonly string[]
  figures: readonly Figure[]
}

export const loadNow = (): number => Number((loadavg()[0] ?? 0).toFixed(1))

export const readMachine = async (ownerUrl: string, loadBefore: number): Promise<Machine> => {
  const [postgres] = await askOwner(ownerUrl, "select current_setting('server_version') as it")
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.version,
    postgres: postgres ?? 'unknown',
    loadBefore,
    loadAfter: loadNow(),
  }
}

export const method: readonly string[] = [
  'The whole house is opened by the start script on an empty folder, with its embedded PostgreSQL (fsync and synchronous_commit on), staff server, public page, jobs and journal sealing at work, as in use.',
  'The clients run on the same machine and share its processors with what they measure. Times are taken in the client, from asking to the last byte, over HTTP on loopback.',
  'Submission: every form is filled in first; "sending" is the last form, which stores the appeal. The work against floods is lowered to 4 bits by the operation that administrators have; the client solves it beforehand and out of the timing, the server checks it as ever.',
  'Appeals are seeded by SQL with their search rows, then analysed: units, courts and assignees in turn, one every eight minutes back from today, sixty words each, a third of them rare. The first two requests of each kind warm up and are not counted.',
  'Search: fourteen questions (numbers, common and rare words, word forms, Latin spelling, slips of the pen) in turn; the p95 is that of all of them together, and that of the slowest stands beside it.',
  'Likeness: the prints of all appeals are made as the house makes them and stored by SQL; the proposals are asked for fifty appeals in turn.',
  'Memory: the highest resident memory of the staff server’s own process (VmHWM, counted anew before) while the head takes the sheet of all appeals and another employee goes on listing.',
  'Sign-in: processor seconds of the staff server’s process, Argon2id and all, for a sign-in; the anchor of half a second is for one.',
  'Case file: two investigations are seeded by SQL. "Opening" is everything that the page asks for, one answer and then seven at once; the file is made as the button makes it, to the disk, and its memory is the staff server’s highest (VmHWM, counted anew before).',
  'Journal: a database of its own in the same PostgreSQL. Its rate per million is scaled from the entries that were verified.',
  'p50 and p95 are the middle and the 95th of a hundred; "list … against …" is held to be flat up to half as slow again.',
]

const about = ({ machine: it, quick, on }: Report): string =>
  `${on}${quick ? ', a quick run' : ''}: ${it.cores} cores of ${it.processor}, ${it.memoryGb} GB, Node ${it.node}, PostgreSQL ${it.postgres}. ` +
  `Load of the machine ${it.loadBefore} before and ${it.loadAfter} after.`

const missed = ({ figures }: Report): Figure[] =>
  figures.filter((it) => it.anchors.some((anchor) => !isMet(it, anchor)))

export const printReport = (report: Report): void => {
  const rows = report.figures.map(cellsOf)
  const wide = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length))
  const widths = [wide(0), wide(1), wide(2)]
  for (const [what, values, anchors, met] of rows) {
    console.log(
      [what.padEnd(widths[0] ?? 0), values.padEnd(widths[1] ?? 0), anchors.padEnd(widths[2] ?? 0), met].join('  '),
    )
  }
  console.log(`\n${about(report)}\n`)
  for (const line of report.method) console.log(`- ${line}`)
  console.log(`\nNot met: ${missed(report).length || 'none'}`)
}

const table = (figures: readonly Figure[]): string =>
  [
    '| What | Measured | To beat | Met |',
    '| --- | --- | --- | --- |',
    ...figures.map((it) => `| ${cellsOf(it).join(' | ')} |`),
  ].join('\n')

const saysMissed = (report: Report): string => {
  const rows = missed(report)
  return rows.length === 0
    ? 'Every figure that has something to beat beats it in this run.'
    : `Not met in this run: ${rows.map(({ what, appeals }) => `${what}${appeals ? ` (${appeals.toLocaleString('en')})` : ''}`).join('; ')}.`
}

/** The page of the figures, as the formatter wants it. */
export const writePage = (report: Report): Promise<string> => {
  const sections = [...new Set(report.figures.map(({ section }) => section))]
  const parts = sections.map(
    (name) => `## ${name}\n\n${table(report.figures.filter(({ section }) => section === name))}`,
  )
  const words = [
    '# Figures',
    'Written by `npm run bench -- --write`. One run on one machine; run it on yours.',
    about(report),
    saysMissed(report),
    ...parts,
    '## Method',
    report.method.map((line) => `- ${line}`).join('\n'),
  ]
  return format(words.join('\n\n'), { parser: 'markdown', printWidth: 120 })
}

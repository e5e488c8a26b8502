// Coverage of the Regulation: clause → carriers → tests. Writes regulation/coverage.md; `--json` prints.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import outside from '../regulation/outside.json' with { type: 'json' }
import { modules } from '../src/app/modules.ts'
import { carriersOf } from '../src/kernel/carriers.ts'
import { clauseIds, clauses, type Clause } from '../src/kernel/clauses.ts'
import type { Text } from '../src/kernel/text.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = join(root, 'regulation/coverage.md')

/** One clause() test as its source states it. */
export interface Evidence {
  readonly clause: string
  readonly says: string
  /** Path from the root of the project. */
  readonly file: string
}

export interface Coverage {
  readonly clauses: number
  readonly carried: number
  readonly evidenced: number
  readonly outside: number
  readonly rows: readonly { id: Clause; carriers: readonly string[]; tests: readonly string[]; reason?: string }[]
}

function testsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : testsUnder(path)
    return entry.name.endsWith('.test.ts') ? [path] : []
  })
}

/** The calls clause('6.23', 'sentence', …) in one source text. Throws where number or sentence is no literal. */
export function evidenceIn(file: string, source: string): Evidence[] {
  const found: Evidence[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'clause') {
      const [number, says] = node.arguments
      if (!number || !says || !ts.isStringLiteralLike(number) || !ts.isStringLiteralLike(says)) {
        throw new Error(`${file}: clause() needs its number and its sentence as literals`)
      }
      found.push({ clause: number.text, says: says.text, file })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest))
  return found
}

/** Every clause() test of the project. */
export const gatherEvidence = (): readonly Evidence[] =>
  ['src', 'test']
    .flatMap((folder) => testsUnder(join(root, folder)))
    .sort()
    .flatMap((path) => evidenceIn(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')))

const reasons: Readonly<Record<string, Text>> = outside

export function cover(evidence: readonly Evidence[] = gatherEvidence()): Coverage {
  const carriers = carriersOf(modules)
  const rows = clauseIds.map((id) => ({
    id,
    carriers: (carriers.get(id) ?? []).map(({ kind, name }) => `${kind} ${name}`),
    tests: evidence.filter(({ clause }) => clause === id).map(({ says, file }) => `${says} (${file})`),
    ...(reasons[id] && { reason: reasons[id].en }),
  }))
  const carried = rows.filter((row) => row.carriers.length > 0)
  return {
    clauses: rows.length,
    carried: carried.length,
    evidenced: carried.filter((row) => row.tests.length > 0).length,
    outside: Object.keys(reasons).length,
    rows,
  }
}

/** What is wrong with the coverage, one sentence each; empty when every claim is carried and proven. */
export function faults({ rows }: Coverage, evidence: readonly Evidence[]): readonly string[] {
  const byId = new Map<string, Coverage['rows'][number]>(rows.map((row) => [row.id, row]))
  return [
    ...rows
      .filter(({ carriers, tests }) => carriers.length > 0 && tests.length === 0)
      .map(({ id, carriers }) => `clause ${id} is carried by ${carriers[0]} but no clause() test proves it`),
    ...rows
      .filter(({ carriers, reason }) => carriers.length > 0 && reason)
      .map(({ id }) => `clause ${id} is carried and yet said to be outside`),
    ...Object.keys(reasons)
      .filter((id) => !byId.has(id))
      .map((id) => `outside.json names ${id}, which is no clause`),
    ...evidence
      .filter(({ clause }) => !byId.get(clause)?.carriers.length)
      .map(({ clause, says, file }) => `${file}: "${clause} ${says}" proves a clause that nothing carries`),
    ...modules.flatMap((module) =>
      module.clauses
        .filter((id) => !byId.get(id)?.carriers.length)
        .map((id) => `module ${module.name} claims clause ${id} but no row of the house carries it`),
    ),
  ]
}

const cell = (lines: readonly string[]): string => lines.map((line) => line.replaceAll('|', '\\|')).join('<br>')
const short = (words: string): string => (words.length > 90 ? `${words.slice(0, 88).trimEnd()}…` : words)

/** The coverage as the page regulation/coverage.md. */
export function coveragePage({ clauses: all, carried, evidenced, outside, rows }: Coverage): string {
  const lines = rows.map(({ id, carriers, tests, reason }) => {
    const state = reason ? `outside: ${reason}` : cell(carriers.map((it) => `\`${it}\``)) || 'not carried yet'
    return `| ${id} | ${short(clauses[id].en)} | ${state} | ${cell(tests)} |`
  })
  return [
    '# Coverage of the Regulation',
    '',
    'Computed by `npm run law` from the rows of the modules and the `clause()` tests. Do not edit.',
    '',
    `${all} clauses: ${carried} carried, ${evidenced} of them proven by tests, ${outside} outside software.`,
    '',
    '| clause | says | carried by | proven by |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}

export const isPageFresh = (coverage: Coverage): boolean => {
  try {
    return readFileSync(page, 'utf8') === coveragePage(coverage)
  } catch {
    return false
  }
}

if (import.meta.main) {
  const evidence = gatherEvidence()
  const coverage = cover(evidence)
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(coverage, null, 2)}\n`)
  } else {
    writeFileSync(page, coveragePage(coverage))
    process.stdout.write(
      `${coverage.carried} of ${coverage.clauses} clauses carried, ${coverage.evidenced} proven, ${coverage.outside} outside\n`,
    )
    for (const fault of faults(coverage, evidence)) process.stdout.write(`! ${fault}\n`)
  }
}

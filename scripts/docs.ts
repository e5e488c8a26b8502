// Pages computed from the modules: docs/lifecycles.md, docs/access.md, docs/parameters.md, docs/behaviours.md. `--check` only compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { behavioursPage } from '../test/kit/behaviours.ts'
import { modules } from '../src/app/modules.ts'
import { mermaid } from '../src/kernel/lifecycle.ts'
import type { Module } from '../src/kernel/module.ts'
import type { Operation } from '../src/kernel/operation.ts'
import { parameters, sayValue, type Parameter } from '../src/kernel/parameters.ts'

const folder = fileURLToPath(new URL('../docs/', import.meta.url))
const note = 'Computed by `npm run docs`. Do not edit.'
const cell = (lines: readonly string[]): string =>
  [...new Set(lines)].map((line) => line.replaceAll('|', '\\|')).join('<br>')
const page = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

const livesOf = ({ records }: Module) => records.flatMap(({ life }) => (life ? [life] : []))

/** Every lifecycle as a state diagram. */
export function lifecyclesPage(from: readonly Module[] = modules): string {
  const parts = from.flatMap((module) =>
    livesOf(module).flatMap((life) => [
      '',
      `## ${life.title.en} (\`${life.name}\`, module ${module.name})`,
      '',
      '```mermaid',
      mermaid(life),
      '```',
    ]),
  )
  return page('# Lifecycles', '', note, ...parts)
}

const marksOf = ({ kind, step, dangerous, personal, anonymous, inner, ...it }: Operation): string =>
  [
    kind,
    ...(step ? [`step \`${step}\``] : []),
    ...(dangerous ? ['step-up'] : []),
    ...(personal ? ['personal'] : []),
    ...(it.export ? ['export'] : []),
    ...(anonymous ? ['without session'] : []),
    ...(inner ? ['inner'] : []),
  ].join(', ')

function accessRow(operation: Operation): string {
  const { name, shape, clauses, rules } = operation
  const who = rules.flatMap((rule) => (rule.effect === 'permit' ? [`${rule.who.en} (${rule.clause})`] : []))
  const never = rules.flatMap((rule) => (rule.effect === 'forbid' ? [`${rule.why.en} (${rule.clause})`] : []))
  return `| \`${name}\` | ${cell([shape.title.en])} | ${marksOf(operation)} | ${clauses.join(', ')} | ${cell(who)} | ${cell(never)} |`
}

/** Who may do what: every operation with its permit and forbid rows. */
export function accessPage(from: readonly Module[] = modules): string {
  const parts = from
    .filter(({ operations }) => operations.length > 0)
    .flatMap((module) => [
      '',
      `## ${module.title.en} (${module.name})`,
      '',
      '| operation | title | marks | clauses | open to | refused when |',
      '|---|---|---|---|---|---|',
      ...module.operations.map(accessRow),
    ])
  return page(
    '# Access',
    '',
    note,
    'Every operation is closed unless a row of "open to" holds; a row of "refused when" beats it.',
    ...parts,
  )
}

const marks = { verified: 'verified', background: '◐ background', unverified: '⚠ unverified' } as const

function parameterRow({ name, title, value, from, clause, act, source, confidence }: Parameter): string {
  const ground = [act?.en, source].filter(Boolean).join('; ') || '–'
  return `| \`${name}\` | ${title.en} | ${cell([sayValue(name, value).en])} | ${from} | ${clause} | ${cell([ground])} | ${marks[confidence]} |`
}

/** Every parameter by date of force, with the mark of its confidence. */
export const parametersPage = (): string =>
  page(
    '# Parameters',
    '',
    note,
    "An administrator confirms or changes them in a running house; this page shows what the law's data says.",
    'Source "Qorgan" is a choice of this house, not of a law. ⚠ must be checked by a lawyer.',
    '',
    '| name | title | value | in force from | clause | act and source | confidence |',
    '|---|---|---|---|---|---|---|',
    ...parameters().rows.map(parameterRow),
  )

const pages = {
  'lifecycles.md': lifecyclesPage,
  'access.md': accessPage,
  'parameters.md': parametersPage,
  'behaviours.md': behavioursPage,
}

const written = (name: string): string | null => {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return null
  }
}

/** Names of the pages that do not say what the code says. */
export const stalePages = (): readonly string[] =>
  Object.entries(pages).flatMap(([name, draw]) => (written(name) === draw() ? [] : [name]))

if (import.meta.main) {
  const stale = stalePages()
  if (process.argv.includes('--check')) {
    for (const name of stale) process.stderr.write(`docs/${name} is stale: npm run docs\n`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    mkdirSync(folder, { recursive: true })
    for (const [name, draw] of Object.entries(pages)) writeFileSync(join(folder, name), draw())
    process.stdout.write(`docs: ${stale.length > 0 ? `${stale.join(', ')} written` : 'all fresh'}\n`)
  }
}

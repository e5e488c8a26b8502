// The Regulation clause by clause: its words, what in the house carries it, how many tests prove it, why software does not.
import { readFile } from 'node:fs/promises'
import outside from '../../../../regulation/outside.json' with { type: 'json' }
import { carriersOf, type Carrier } from '../../../kernel/carriers.ts'
import { clauseIds, clauses } from '../../../kernel/clauses.ts'
import type { Registry } from '../../../kernel/module.ts'
import { query } from '../../../kernel/operation.ts'
import { parameters } from '../../../kernel/parameters.ts'
import type { Text } from '../../../kernel/text.ts'
import { everyEmployee } from '../rules.ts'
import { readLaw } from './contract.ts'

const page = new URL('../../../../regulation/coverage.md', import.meta.url)
const reasons: Readonly<Record<string, Text>> = outside

/** The proofs that the computed page names: the last cell of each row, sentence by sentence. */
export const provenBy = (markdown: string): Map<string, string[]> =>
  new Map(
    markdown.split('\n').flatMap((row): [string, string[]][] => {
      const [, clause, , , tests = ''] = row.split(/(?<!\\)\|/).map((cell) => cell.trim())
      if (!clause || !/^\d+(\.\d+)?$/.test(clause)) return []
      return [[clause, tests ? tests.replaceAll('\\|', '|').split('<br>') : []]]
    }),
  )

const wordsOf = (registry: Registry): Map<string, Text> => {
  const words = new Map<string, Text>()
  for (const { name, shape, rules } of registry.operations.values()) {
    words.set(`operation ${name}`, shape.title)
    for (const rule of rules) {
      if (rule.effect === 'permit') words.set(`rule permit ${rule.who.en}`, rule.who)
      else words.set(`rule forbid ${rule.why.en}`, rule.why)
    }
  }
  for (const { name, title } of parameters().rows) words.set(`parameter ${name}`, title)
  for (const { life } of registry.records.values()) {
    for (const [step, { by }] of Object.entries(life?.steps ?? {})) words.set(`step ${life?.name}.${step}`, by)
  }
  return words
}

export const coverage = query(readLaw, {
  clauses: ['5.14', '7.1'],
  rules: [everyEmployee],
  run: async ({ tx }) => {
    const { registry } = tx.house
    const carriers = carriersOf(registry.modules)
    const words = wordsOf(registry)
    // A house without the page was installed without its tests: then nothing is said to be proven.
    const proofs = provenBy(await readFile(page, 'utf8').catch(() => ''))
    const carrier = ({ kind, name }: Carrier) => ({ kind, name, title: words.get(`${kind} ${name}`) ?? null })
    const rows = clauseIds.map((id) => {
      const { chapter, kind, kk, ru, en } = clauses[id]
      const tests = proofs.get(id) ?? []
      return {
        id,
        chapter,
        kind,
        tests,
        says: { kk, ru, en },
        carriers: (carriers.get(id) ?? []).map(carrier),
        reason: reasons[id] ?? null,
      }
    })
    const carried = rows.filter((row) => row.carriers.length)
    return {
      clauses: rows.length,
      carried: carried.length,
      evidenced: carried.filter(({ tests }) => tests.length).length,
      outside: rows.filter(({ reason }) => reason).length,
      rows,
    }
  },
})

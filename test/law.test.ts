// The law and the code agree: nothing is claimed without a carrier and a proof, and the printed coverage is fresh.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clauseIds } from '../src/kernel/clauses.ts'
import { stalePages } from '../scripts/docs.ts'
import { cover, evidenceIn, faults, gatherEvidence, isPageFresh, type Coverage } from '../scripts/law.ts'

const evidence = gatherEvidence()
const coverage = cover(evidence)

test('every claimed clause is carried and proven, and every proof has a carrier', () => {
  assert.deepEqual(faults(coverage, evidence), [])
})

test('regulation/coverage.md is fresh (npm run law)', () => assert.ok(isPageFresh(coverage)))

test('docs/lifecycles.md, access.md and parameters.md are fresh (npm run docs)', () =>
  assert.deepEqual(stalePages(), []))

test('the Regulation has 63 clauses, in its own order', () => {
  assert.equal(coverage.clauses, 63)
  assert.deepEqual(
    coverage.rows.map(({ id }) => id),
    clauseIds,
  )
  assert.deepEqual(clauseIds.slice(0, 6), ['1', '2', '3', '4.1', '4.2', '5.1'])
  assert.equal(clauseIds.at(-1), '15')
})

test('a clause that is carried without proof, or proven without carrier, is a fault', () => {
  const row = (carriers: string[], tests: string[]): Coverage => ({
    clauses: 1,
    carried: 1,
    evidenced: 0,
    outside: 0,
    rows: [{ id: '6.23', carriers, tests }],
  })
  const proof = { clause: '6.23', says: 'an appeal is registered', file: 'a.test.ts' }
  const about = (found: readonly string[]) => found.filter((it) => it.includes('6.23') && !it.startsWith('module'))
  assert.match(about(faults(row(['operation appeals.register'], []), []))[0] ?? '', /no clause\(\) test proves it/)
  assert.match(about(faults(row([], []), [proof]))[0] ?? '', /proves a clause that nothing carries/)
  assert.deepEqual(about(faults(row(['operation appeals.register'], ['it']), [proof])), [])
  assert.match(faults(row(['x'], ['y']), [{ ...proof, clause: '6.99' }]).join('\n'), /6\.99 .* nothing carries/)
})

test('clause() tests are read from the source, however deep, and only with literals', () => {
  const source = `describe('x', () => { clause('15', 'the head signs', async () => {}) }); clause(\n'6.23', \`registered\`, body)`
  assert.deepEqual(
    evidenceIn('a.test.ts', source).map(({ clause, says }) => `${clause} ${says}`),
    ['15 the head signs', '6.23 registered'],
  )
  assert.throws(() => evidenceIn('b.test.ts', 'clause(number, says, body)'), /literals/)
})

// A test in the Regulation's words that counts for a clause only if code bound to that clause ran inside it.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Clause } from '../../src/kernel/clauses.ts'
import { listen } from '../../src/kernel/listen.ts'

/**
 * @param number the clause that the test is evidence of; `npm run law` reads it from the source, so write a literal
 * @param says the sentence of the Regulation that the test proves
 */
export const clause = (number: Clause, says: string, body: (t: TestContext) => unknown) =>
  test(`${number} ${says}`, async (t) => {
    const touched = await listen(() => body(t))
    assert.ok(touched.has(number), `nothing bound to clause ${number} ran in this test`)
  })

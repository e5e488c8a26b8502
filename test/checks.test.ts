// What is told of the sources without running them: types, style, usual mistakes, words, unused parts, computed pages.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checks, runCheck } from '../scripts/check.ts'

for (const check of checks) {
  test(`${check.name}: ${check.says}`, async () => {
    const fault = await runCheck(check)
    assert.equal(fault, null, `npm run check ${check.name}\n${fault}`)
  })
}

// Each of the forty behaviours names tests that stand in the sources, by their exact titles, and are not skipped.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { behaviours, behavioursPage } from './kit/behaviours.ts'

const home = join(import.meta.dirname, '..')

const quoted = (title: string): RegExp => {
  const words = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^(?:test|clause)\\(\\s*(?:'[\\d.]+',\\s*)?(['\`"])${words}\\1,`, 'm')
}

test('there are forty behaviours: eleven of intake, eight of the reporter, seven of staff, fourteen of work', () => {
  const counts = Object.values(behaviours).map(({ length }) => length)
  assert.deepEqual(counts, [11, 8, 7, 14])
})

test('every behaviour is proven by a test that stands in the sources', () => {
  const missing = Object.values(behaviours).flatMap((all) =>
    all.flatMap(({ says, by }) =>
      by
        .filter(([file, title]) => {
          const path = join(home, file)
          return !existsSync(path) || !quoted(title).test(readFileSync(path, 'utf8'))
        })
        .map(([file, title]) => `${says}: ${file} has no test called “${title}”`),
    ),
  )
  assert.deepEqual(missing, [])
})

test('docs/behaviours.md is fresh (npm run docs)', () => {
  assert.equal(readFileSync(join(home, 'docs/behaviours.md'), 'utf8'), behavioursPage())
})

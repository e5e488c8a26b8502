// The folder of the house may have any name: a path is never taken from a URL, which spells spaces and letters otherwise.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesUnder, isCode, read } from '../kit/sources.ts'

test('no file finds its neighbours through the pathname of a URL', () => {
  const careless = filesUnder('src', 'scripts', 'test', 'bench')
    .filter(isCode)
    .filter((file) => /import\.meta\.url\)\s*\.pathname/.test(read(file)))
  assert.deepEqual(careless, [])
})

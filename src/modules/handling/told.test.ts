// The timeline speaks of what was done: no operation on an appeal is told by the name of its button.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '../../app/modules.ts'
import { told } from './told.ts'

const onAppeals = modules
  .flatMap(({ operations }) => operations)
  .filter(({ kind, inner, record }) => kind === 'command' && !inner && record?.name === 'appeal')

test('whatever a room does with an appeal is told as done', () => {
  assert.ok(onAppeals.length > 40, 'the house works on appeals')
  assert.deepEqual(
    onAppeals.filter(({ name }) => !told[name]).map(({ name }) => name),
    [],
  )
  for (const { name, shape } of onAppeals) assert.notDeepEqual(told[name], shape.title, name)
})

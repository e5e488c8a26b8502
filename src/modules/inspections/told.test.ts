// The timeline of an inspection speaks of what was done: no act is told by the name of its button.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '../../app/modules.ts'
import { told } from './told.ts'

const onInspections = modules
  .flatMap(({ operations }) => operations)
  .filter(({ kind, inner, record }) => kind === 'command' && !inner && record?.name === 'inspection')

test('whatever a room does with an inspection is told as done', () => {
  assert.ok(onInspections.length > 20, 'three rooms work on inspections')
  assert.deepEqual(
    onInspections.filter(({ name }) => !told[name]).map(({ name }) => name),
    [],
  )
  for (const { name, shape } of onInspections) assert.notDeepEqual(told[name], shape.title, name)
})

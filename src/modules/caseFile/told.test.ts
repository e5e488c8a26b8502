// The timelines of an investigation speak of what was done: no operation on it, of whatever room, is told by the name of its button.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '../../app/modules.ts'
import { registryOf } from '../../kernel/module.ts'

const registry = registryOf(modules)
const onInvestigations = (registry.onRecord.get('investigation') ?? []).filter(
  ({ kind, inner }) => kind === 'command' && !inner,
)

test('whatever a room does with an investigation is told as done', () => {
  assert.ok(onInvestigations.length > 40, 'the house works on investigations')
  assert.deepEqual(
    onInvestigations.filter(({ name }) => !registry.told[name]).map(({ name }) => name),
    [],
  )
  for (const { name, shape } of onInvestigations) assert.notDeepEqual(registry.told[name], shape.title, name)
})

test('a room tells of operations that exist, and no two tell of one', () => {
  const names = modules.flatMap(({ told }) => Object.keys(told))
  assert.deepEqual(
    names.filter((name) => !registry.operations.has(name)),
    [],
  )
  assert.equal(new Set(names).size, names.length)
})

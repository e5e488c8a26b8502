// Clause 5.15: powers come from the job description that the Head of the Court Administration approved, and end with it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { journalOf, refused } from '../../../test/kit/org.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { standardDescriptions } from '../org/index.ts'
import { postId } from '../structure/index.ts'
import { appointActing } from '../org/people/operations.ts'
import {
  approveDescription,
  describePost,
  endDescription,
  listDescriptions,
  openDescription,
  returnDescription,
} from './descriptions.ts'

const house = await testHouse(null)
const { head, deputy, caHead, chairman, inspector, admin, auditor } = house.cast
const of = (powers: string[], more: object = {}) => ({
  postCode: 'analyst',
  powers,
  fromOn: '2026-12-01',
  untilOn: null,
  basis: 'Бұйрық',
  ...more,
})
const at = (local: string) => house.clock.set(local)

clause(
  '5.15',
  'staff act within the powers of job descriptions approved by the Head of the Court Administration, from their day on',
  async () => {
    const { result } = await perform(house, describePost, head, of(['documents.draft', 'appeals.see-all']))
    at('2026-12-02T09:00')
    assert.ok(!(await house.as('analyst')).powers.has('appeals.see-all'), 'a proposal gives nothing')
    at('2026-11-23T09:00')
    for (const actor of [head, deputy, chairman, inspector, admin, auditor]) {
      await refused(perform(house, approveDescription, actor, { id: result.id }), 'forbidden', '5.15')
    }
    await refused(perform(house, approveDescription, { ...caHead, session: null }, { id: result.id }), 'step-up')
    await perform(house, approveDescription, caHead, { id: result.id })
    assert.ok(!(await house.as('analyst')).powers.has('appeals.see-all'))
    at('2026-12-01T00:00')
    const analyst = await house.as('analyst')
    assert.deepEqual([analyst.powers.has('appeals.see-all'), analyst.reach], [true, 'all'])
    at('2026-11-23T09:00')
    assert.deepEqual((await journalOf(house, 'staffing.approveDescription')).map((it) => it.outcome).at(-1), 'done')
  },
)

clause('5.15', 'powers end with the description', async () => {
  const { result } = await perform(
    house,
    describePost,
    head,
    of(['appeals.work'], { fromOn: '2027-01-04', untilOn: '2027-01-08' }),
  )
  await perform(house, approveDescription, caHead, { id: result.id })
  const powers = async (local: string) => {
    at(local)
    return [...(await house.as('analyst')).powers].sort()
  }
  assert.deepEqual(await powers('2027-01-03T12:00'), ['appeals.see-all', 'documents.draft'])
  assert.deepEqual(await powers('2027-01-08T23:59'), ['appeals.work'])
  assert.deepEqual(await powers('2027-01-09T00:00'), [], 'an older description does not come back to life')
  at('2026-11-23T09:00')
})

clause('5.15', 'the Head of the Court Administration ends a description, never in the past', async () => {
  const list = (await perform(house, listDescriptions, caHead, { postCode: 'inspector' })).result.descriptions
  const inForce = list.find((it) => it.inForce)
  assert.ok(inForce)
  const ending = { id: inForce.id, reason: 'Қайта қаралады' }
  await refused(perform(house, endDescription, head, { ...ending, lastOn: '2026-11-25' }), 'forbidden', '5.15')
  const past = await refused(perform(house, endDescription, caHead, { ...ending, lastOn: '2026-11-20' }), 'invalid')
  assert.deepEqual(
    past.fields.map((it) => it.path),
    ['lastOn'],
  )
  await perform(house, endDescription, caHead, { ...ending, lastOn: '2026-11-25' })
  at('2026-11-25T23:00')
  assert.ok((await house.as('inspector')).powers.has('appeals.work'))
  at('2026-11-26T00:00')
  assert.equal((await house.as('inspector')).powers.size, 0)
  at('2026-11-23T09:00')
})

clause(
  '5.15',
  'the powers of the Head of the Court Administration rest on the Regulation and are not ended',
  async () => {
    const own = (await perform(house, listDescriptions, caHead, { postCode: 'ca-head' })).result.descriptions[0]
    await refused(
      perform(house, endDescription, caHead, { id: own?.id ?? '', lastOn: '2026-12-01', reason: 'x' }),
      'forbidden',
      '5.15',
    )
  },
)

clause(
  '5.15',
  'a description is proposed by the head or the keeper of records; its author does not approve it',
  async () => {
    for (const actor of [deputy, inspector, auditor, chairman, caHead]) {
      await refused(perform(house, describePost, actor, of(['documents.draft'])), 'forbidden', '5.15')
    }
    const { result } = await perform(house, describePost, admin, of(['documents.draft'], { fromOn: '2027-05-01' }))
    await refused(perform(house, returnDescription, head, { id: result.id, reason: 'x' }), 'forbidden', '5.15')
    await perform(house, returnDescription, caHead, { id: result.id, reason: 'Толықтырылсын' })
    const shown = (await perform(house, openDescription, admin, { id: result.id })).result
    assert.deepEqual([shown.state, shown.reason, shown.inForce], ['returned', 'Толықтырылсын', false])
    await refused(perform(house, approveDescription, caHead, { id: result.id }), 'wrong-state', '5.15')
    await refused(
      perform(house, endDescription, caHead, { id: result.id, lastOn: '2027-06-01', reason: 'x' }),
      'forbidden',
      '5.15',
    )
    await perform(house, appointActing, systemActor, {
      id: head.id,
      postId: postId('court-administration', 'ca-head'),
      fromOn: '2027-03-01',
      untilOn: '2027-03-02',
      basis: 'x',
    })
    const mine = await perform(house, describePost, head, of(['documents.draft'], { fromOn: '2027-06-01' }))
    at('2027-03-01T09:00')
    await refused(
      perform(house, approveDescription, await house.as('head'), { id: mine.result.id }),
      'forbidden',
      '5.15',
    )
    at('2026-11-23T09:00')
  },
)

test('an unknown post and days in the wrong order are refused beside their fields', async () => {
  const wrong: [object, string][] = [
    [{ postCode: 'king' }, 'postCode'],
    [{ untilOn: '2026-11-30' }, 'untilOn'],
    [{ fromOn: '' }, 'fromOn'],
    [{ powers: 'all' }, 'powers'],
    [{ basis: '' }, 'basis'],
  ]
  for (const [change, path] of wrong) {
    const refusal = await refused(perform(house, { ...describePost }, head, of([], change)), 'invalid')
    assert.deepEqual(
      refusal.fields.map((it) => it.path),
      [path],
    )
  }
})

clause(
  '14',
  'staff are not given functions that the Regulation does not provide for: every power belongs to a clause',
  async () => {
    const beyond = await refused(
      perform(house, describePost, head, of(['documents.draft', 'cars.drive'])),
      'forbidden',
      '14',
    )
    assert.deepEqual(
      beyond.fields.map((it) => it.path),
      ['powers.1'],
    )
    assert.deepEqual(
      (await journalOf(house, 'staffing.describe')).filter((it) => it.clause === '14').map((it) => it.outcome),
      ['refused'],
    )
    const { modules, powers } = house.registry
    for (const power of Object.keys(powers)) {
      const room = modules.find((it) => Object.hasOwn(it.powers, power))
      assert.ok(room && room.clauses.length > 0, power)
    }
    for (const power of Object.values(standardDescriptions).flat())
      assert.ok(Object.hasOwn(powers, power), `${power} is declared by no room`)
  },
)

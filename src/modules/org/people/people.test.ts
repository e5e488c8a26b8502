// The records of people: names, IINs, lists, and what of a person is whose to see.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testHouse } from '../../../../test/kit/house.ts'
import { journalOf, newcomer, refused } from '../../../../test/kit/org.ts'
import { checkDigit } from '../../../kernel/identifiers.ts'
import { perform } from '../../../kernel/perform.ts'
import { postId, unitId } from '../../structure/index.ts'
import { editEmployee, hireEmployee, recordAbsence } from './operations.ts'
import { employeeOptions, listEmployees, openEmployee } from './queries.ts'

const house = await testHouse(null)
const { head, deputy, caHead, inspector, registrar, admin, auditor, abaiHead, abaiInspector } = house.cast
const headPost = postId('department', 'head')

test('a name in Kazakh is enough; an IIN is checked; the same IIN is not entered twice', async () => {
  const digits = '92102935085'
  const iin = `${digits}${checkDigit(digits)}`
  const { result } = await perform(house, hireEmployee, admin, {
    name: 'Ғалия Өмірқызы Шәріпова',
    iin: iin.replace(/^(\d{6})/, '$1 '),
    joinedOn: '2026-11-23',
  })
  const shown = (await perform(house, openEmployee, admin, { id: result.id })).result
  assert.deepEqual(shown.name, {
    kk: 'Ғалия Өмірқызы Шәріпова',
    ru: 'Галия Омиркызы Шарипова',
    en: 'Galiya Omirkyzy Sharipova',
  })
  assert.equal(shown.iin, iin)
  const wrong: [object, string][] = [
    [{ iin: '921029350852' }, 'iin'],
    [{ iin: '12' }, 'iin'],
    [{ iin }, 'iin'],
    [{ email: 'әріптес' }, 'email'],
    [{ name: ' ' }, 'name'],
    [{ name: 'а'.repeat(201) }, 'name'],
    [{ joinedOn: 'ертең' }, 'joinedOn'],
    [{ language: 'de' }, 'language'],
    [{ name: 'А\u0000' }, 'name'],
  ]
  for (const [change, path] of wrong) {
    const refusal = await refused(
      perform(house, { ...hireEmployee }, admin, { name: 'Бір Адам', joinedOn: '2026-11-23', ...change }),
      'invalid',
    )
    assert.deepEqual(
      refusal.fields.map((it) => it.path),
      [path],
    )
  }
  for (const actor of [head, caHead, auditor, registrar]) {
    await refused(perform(house, hireEmployee, actor, { name: 'Бір Адам', joinedOn: '2026-11-23' }), 'forbidden')
  }
})

test('an IIN and the reason of an absence are for the keeper of records and the person alone; the read is an entry', async () => {
  const { result } = await perform(house, hireEmployee, admin, {
    name: 'Дина Серікқызы Әбенова',
    iin: `92102935086${checkDigit('92102935086') ?? ''}`,
    joinedOn: '2026-11-23',
  })
  await perform(house, recordAbsence, admin, {
    id: result.id,
    kind: 'sickness',
    fromOn: '2026-11-23',
    untilOn: '2026-11-25',
    basis: '№ 5 парақ',
  })
  const colleague = (await perform(house, openEmployee, inspector, { id: result.id })).result
  assert.deepEqual(
    [colleague.iin, colleague.absences[0]?.kind, colleague.absences[0]?.basis, colleague.absentUntil],
    [null, 'other', null, '2026-11-25'],
  )
  const keeper = (await perform(house, openEmployee, admin, { id: result.id })).result
  assert.deepEqual([keeper.iin?.length, keeper.absences[0]?.kind], [12, 'sickness'])
  const reads = (await journalOf(house, 'org.employee')).filter((it) => it.record_id === result.id)
  assert.deepEqual(
    reads.map((it) => it.outcome),
    ['read', 'read'],
  )
})

test('a changed record keeps what a colleague changed meanwhile from being overwritten', async () => {
  const id = await newcomer(house)
  await perform(house, editEmployee, admin, { id, name: 'Жаңа Есім', version: 1 })
  await refused(perform(house, editEmployee, admin, { id, name: 'Ескі Есім', version: 1 }), 'conflict')
  await refused(perform(house, editEmployee, head, { id, name: 'Ескі Есім' }), 'forbidden')
  await refused(perform(house, openEmployee, admin, { id: headPost }), 'unknown')
})

test('the list is filtered, sorted and paged by the database, in the Kazakh alphabet', async () => {
  const list = async (input: object) =>
    (await perform(house, { ...listEmployees }, admin, { size: 100, ...input })) as {
      result: { rows: { id: string; name: { kk: string } }[]; total: number }
    }
  const all = (await list({})).result
  const sorted = all.rows.map((it) => it.name.kk)
  const order = [...sorted].sort(new Intl.Collator('kk').compare)
  assert.deepEqual(sorted, order)
  assert.deepEqual(
    (await list({ sort: '-name' })).result.rows.map((it) => it.name.kk),
    [...order].reverse(),
  )
  const pages = [...(await list({ size: 4, page: 1 })).result.rows, ...(await list({ size: 4, page: 2 })).result.rows]
  assert.deepEqual(
    pages.map((it) => it.id),
    all.rows.slice(0, 8).map((it) => it.id),
  )
  assert.deepEqual(
    (await list({ words: 'ержанов' })).result.rows.map((it) => it.id),
    [head.id],
  )
  assert.deepEqual(
    (await list({ words: 'Yerzhanov Murat' })).result.rows.map((it) => it.id),
    [head.id],
  )
  assert.deepEqual((await list({ words: '%' })).result.rows, [])
  assert.deepEqual(
    (await list({ unit: unitId('abai') })).result.rows.map((it) => it.id),
    [abaiInspector.id, abaiHead.id],
  )
  assert.deepEqual(
    (await list({ post: 'deputy-head' })).result.rows.map((it) => it.id),
    [deputy.id],
  )
  assert.deepEqual((await list({ page: 50 })).result.rows, [])
})

test('choices of people can ask for a power and a unit', async () => {
  const options = async (input: object) =>
    ((await perform(house, { ...employeeOptions }, head, input)).result as { options: { id: string }[] }).options.map(
      (it) => it.id,
    )
  assert.ok((await options({ power: 'appeals.work' })).includes(inspector.id))
  assert.ok(!(await options({ power: 'appeals.work' })).includes(registrar.id))
  assert.deepEqual(await options({ power: 'appeals.work', unit: unitId('abai') }), [abaiInspector.id, abaiHead.id])
})

// The journal in the Regulation's words: what stands in it, who reads it, and that no change of it stays hidden.
import assert from 'node:assert/strict'
import { clause } from '../../../../test/kit/clause.ts'
import { publicActor } from '../../../../test/kit/house.ts'
import { castId } from '../../../app/cast.ts'
import { signIn } from '../../access/contract.ts'
import { listDuties } from '../../work/contract.ts'
import { changeParameter, listParameters } from '../law/contract.ts'
import { furnished, sealing } from '../settings.kit.ts'
import { listOutbox } from '../state/contract.ts'
import { eraseDetail, journalChoices, listJournal, openEntry, verifyJournal } from './contract.ts'
import { flat } from './words.ts'

const change = { name: 'appeal.answer', from: '2027-01-01', value: 10, reason: 'Заң өзгерді' }
const order = { reason: 'Жеке деректер', ground: 'Сот актісі № 5' }

clause('5.16', 'the journal shows what was done, what was refused and who failed to sign in', async (t) => {
  const { house, ask } = await furnished(t)
  const { seal } = sealing(house)
  await ask('admin', changeParameter, change)
  await assert.rejects(ask('inspector', changeParameter, change), { reason: 'forbidden' })
  await assert.rejects(ask(publicActor(), signIn, { login: 'head', password: 'not the password' }), {
    reason: 'sign-in',
  })
  await seal()
  const found = async (input: object) => (await ask('auditor', listJournal, input)).rows
  const [done] = await found({ operation: changeParameter.name, outcome: 'done' })
  assert.equal(done?.operation.title.kk, changeParameter.title.kk)
  assert.equal(done?.actor.name.kk, 'Виктор Петров')
  const [refused] = await found({ outcome: 'refused' })
  assert.deepEqual([refused?.actor.id, refused?.clause, refused?.reason], [castId('inspector'), '7.1', 'forbidden'])
  assert.equal(refused?.reasonSays?.kk, 'құқығы жоқ')
  const [failed] = await found({ outcome: 'failed' })
  assert.deepEqual([failed?.operation.name, failed?.actor.kind], ['access.signIn', 'public'])
  assert.deepEqual(
    (await found({ actor: castId('inspector') })).map(({ id }) => id),
    [refused?.id],
  )
  assert.equal((await found({ dayUntil: '2026-11-22', operation: changeParameter.name })).length, 0)
  assert.equal(
    (await found({ dayFrom: '2026-11-23', dayUntil: '2026-11-23', operation: changeParameter.name })).length,
    2,
  )
})

clause('5.16', 'who reads the journal is in the journal too', async (t) => {
  const { house, ask } = await furnished(t)
  const { seal } = sealing(house)
  await seal()
  await ask('auditor', listJournal, { outcome: 'refused' })
  await seal()
  const { rows } = await ask('auditor', listJournal, { operation: listJournal.name })
  assert.deepEqual(
    rows.map(({ outcome, actor }) => [outcome, actor.id]),
    [['read', castId('auditor')]],
  )
  const entry = await ask('auditor', openEntry, { id: rows[0]?.id ?? '' })
  assert.deepEqual(
    entry.details.filter(({ name }) => name === 'outcome'),
    [{ name: 'outcome', value: 'refused' }],
  )
})

clause(
  '5.16',
  'the journal is read by the auditor and by the Head of the Court Administration, who answers for erasures',
  async (t) => {
    const { ask } = await furnished(t)
    for (const name of ['inspector', 'head', 'admin', 'chairman', 'registrar'] as const) {
      await assert.rejects(ask(name, listJournal, {}), { reason: 'forbidden', clause: '5.16' }, name)
      await assert.rejects(ask(name, journalChoices, {}), { reason: 'forbidden' }, name)
    }
    await ask('caHead', listJournal, {})
    for (const name of ['inspector', 'caHead', 'head'] as const) {
      await assert.rejects(ask(name, verifyJournal, {}), { reason: 'forbidden' }, name)
    }
  },
)

clause('5.16', 'a page of the journal is of its size and the pages follow one another', async (t) => {
  const { house, ask } = await furnished(t)
  await sealing(house).seal()
  const all = await ask('auditor', listJournal, { size: 100 })
  assert.ok(all.total > 10)
  const second = await ask('auditor', listJournal, { size: 4, page: 2 })
  assert.deepEqual(
    second.rows.map(({ seq }) => seq),
    all.rows.slice(4, 8).map(({ seq }) => seq),
  )
  assert.deepEqual((await ask('auditor', listJournal, { size: 100, page: 1000 })).rows, [])
  await assert.rejects(ask('auditor', listJournal, { record: 'Абай' }), { reason: 'invalid' })
  const { operations, actors } = await ask('auditor', journalChoices, {})
  assert.ok(operations.some(({ name }) => name === 'access.signIn'))
  assert.ok(actors.some(({ id }) => id === castId('caHead')))
})

clause('5.16', 'an entry shows its proof, and verification finds an altered entry', async (t) => {
  const { house, ask } = await furnished(t)
  const { seal, tamper } = sealing(house)
  await ask('admin', changeParameter, change)
  await seal()
  const [row] = (await ask('auditor', listJournal, { operation: changeParameter.name })).rows
  assert.ok(row)
  const entry = await ask('auditor', openEntry, { id: row.id })
  assert.equal(entry.seal?.holds, true)
  assert.match(entry.seal?.file ?? '', /^c2sp\.org\/tlog-proof@v1\nindex \d+\n/)
  assert.ok(entry.details.some(({ name, value }) => name === 'reason' && value === change.reason))
  const good = await ask('auditor', verifyJournal, {})
  assert.deepEqual([good.ok, good.first], [true, null])
  assert.match(good.says.kk, /^Журнал бүтін/)
  await tamper(`update journal_entries set actor = '${castId('inspector')}',
    body = convert_to(replace(convert_from(body, 'UTF8'), '${castId('admin')}', '${castId('inspector')}'), 'UTF8') where seq = ${row.seq}`)
  const bad = await ask('admin', verifyJournal, {})
  assert.deepEqual([bad.ok, bad.first?.seq, bad.first?.id], [false, row.seq, row.id])
  assert.match(bad.says.kk, new RegExp(`^№ ${row.seq}: `))
  assert.equal((await ask('auditor', openEntry, { id: row.id })).seal?.holds, false)
})

clause(
  '5.16',
  'a detail is erased by the decision of the Head of the Court Administration alone, and every proof stands',
  async (t) => {
    const { house, ask } = await furnished(t)
    const { seal } = sealing(house)
    await ask('admin', changeParameter, change)
    await seal()
    const [row] = (await ask('auditor', listJournal, { operation: changeParameter.name })).rows
    assert.ok(row)
    const { id } = row
    for (const name of ['auditor', 'admin', 'head'] as const) {
      await assert.rejects(ask(name, eraseDetail, { id, ...order }), { reason: 'forbidden', clause: '5.16' }, name)
    }
    const chief = await house.as('caHead')
    await assert.rejects(ask({ ...chief, session: null }, eraseDetail, { id, ...order }), { reason: 'step-up' })
    await ask('caHead', eraseDetail, { id, ...order })
    await seal()
    const entry = await ask('auditor', openEntry, { id })
    assert.deepEqual([entry.details, entry.hasDetails, entry.seal?.holds], [[], false, true])
    assert.ok(entry.erasedAt)
    const report = await ask('auditor', verifyJournal, {})
    assert.deepEqual([report.ok, report.faults], [true, []])
    const [erasure] = (await ask('auditor', listJournal, { operation: eraseDetail.name, outcome: 'done' })).rows
    assert.equal(erasure?.record?.id, id)
    const told = await ask('auditor', openEntry, { id: erasure?.id ?? '' })
    assert.ok(told.details.some(({ name, value }) => name === 'ground' && value === order.ground))
    assert.ok(
      told.details.every(({ value }) => !value.includes(change.reason)),
      'what was erased is not kept in the entry of its erasure',
    )
    await assert.rejects(ask('caHead', eraseDetail, { id, ...order }), { reason: 'forbidden', clause: '5.16' })
    await assert.rejects(ask('caHead', eraseDetail, { id: erasure?.id ?? '', ...order }), { reason: 'forbidden' })
  },
)

clause('5.16', 'the administrator sees settings, and neither a duty nor a case nor the journal', async (t) => {
  const { house, ask } = await furnished(t)
  assert.equal((await ask('admin', listDuties, {})).total, 0)
  const appeals = house.registry.operations.get('appeals.list')
  if (appeals) await assert.rejects(ask('admin', appeals.shape, {}), { reason: 'forbidden' })
  await assert.rejects(ask('admin', listJournal, {}), { reason: 'forbidden' })
  assert.ok((await ask('admin', listParameters, {})).rows.length > 50)
  assert.equal((await ask('admin', listOutbox, {})).mode, 'demonstration')
  for (const name of ['inspector', 'auditor', 'head'] as const) {
    await assert.rejects(ask(name, listOutbox, {}), { reason: 'forbidden', clause: '5.16' }, name)
  }
})

clause('5.16', 'before the first seal there is nothing to verify against, and that is said', async (t) => {
  const { ask } = await furnished(t)
  await assert.rejects(ask('auditor', verifyJournal, {}), { reason: 'wrong-state' })
  assert.deepEqual(flat({ a: { b: [1, null, 'x'] }, c: '' }), [
    { name: 'a.b.0', value: '1' },
    { name: 'a.b.2', value: 'x' },
  ])
})

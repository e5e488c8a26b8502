// Authorities on paper: registered by one person, confirmed against the scan by another, or not.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf } from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import type { CastName } from '../../app/cast.ts'
import { systemActor } from '../../kernel/system.ts'
import { castId, fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { closeRenderer } from '../templates/index.ts'
import { about, aPaper, deskOf } from '../authorities/authorities.kit.ts'
import { authoritiesFor } from '../authorities/index.ts'
import * as papers from './papers.ts'
import * as queries from '../authorities/queries.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)

const open = (who: CastName, id: string) => as(who, queries.openAuthority, { id })
const inForce = (who: CastName, on: string) =>
  doing(house, systemActor, async (tx) => {
    const subjects = [{ kind: 'employee', id: castId(who) }]
    return (await authoritiesFor(tx, { purpose: 'questioning', subjects, on })).map(({ id }) => id)
  })

clause('5.16', 'a paper is in force only when another than its registrar has compared it with the scan', async () => {
  const { id, file } = await desk.registered()
  assert.deepEqual([(await open('registrar', id)).state, (await open('head', id)).scanSeen], ['registered', false])
  assert.deepEqual(await inForce('bailiff', '2026-11-23'), [])
  const confirm = (who: CastName) => as(who, papers.confirmAuthority, { id })
  await as('registrar', queries.takeAuthorityFile, { id, file })
  const own = await refused('forbidden', confirm('registrar'))
  assert.equal(own.clause, '5.16')
  assert.match(own.says.kk, /өзі растай алмайды/)
  assert.match((await refused('forbidden', confirm('deputy'))).says.kk, /Алдымен сканды ашып/)
  assert.match(
    (await refused('forbidden', as('deputy', papers.rejectAuthority, { id, reason: 'Жоқ.' }))).says.kk,
    /сканды/,
  )
  await refused('unknown', confirm('inspector'))
  await as('deputy', queries.takeAuthorityFile, { id, file })
  assert.equal((await journalOf(house, id, 'authorities.file')).at(-1)?.actor, castId('deputy'))
  const custody = await asOwner(house, `select actor from file_custody where file_id = $1 and act = 'read'`, [file])
  assert.deepEqual(
    custody.map((it) => it['actor']),
    [castId('registrar'), castId('deputy')],
  )
  assert.equal((await open('deputy', id)).scanSeen, true)
  assert.match((await refused('forbidden', confirm('head'))).says.kk, /Алдымен сканды ашып/, 'each for himself')
  assert.equal((await refused('forbidden', confirm('chairman'))).clause, '5.16')
  await confirm('deputy')
  const it = await open('chairman', id)
  assert.deepEqual(
    [it.state, it.way, it.number, it.from, it.inForce, it.issuerName?.kk],
    ['granted', 'paper', '11-4/28', '2026-11-20', true, 'Бекзат Сағынтайұлы Әлімов'],
  )
  assert.deepEqual(await inForce('bailiff', '2026-11-23'), [id])
  assert.deepEqual(await inForce('bailiff', '2026-11-19'), [])
  await refused('wrong-state', confirm('deputy'))
  const entries = await journalOf(house, id, 'authorities.confirm')
  assert.ok(entries.some(({ outcome, actor }) => outcome === 'done' && actor === castId('deputy')))
  assert.ok(entries.some(({ outcome, actor }) => outcome === 'refused' && actor === castId('registrar')))
  const second = await desk.registered({ number: '11-4/29' })
  await assert.rejects(
    asOwner(
      house,
      `update authorities set state = 'granted', decided_by = author_id, decided_at = now() where id = $1`,
      [second.id],
    ),
    /would not be whole/,
    'the database holds the four eyes too',
  )
})

clause('5.3', 'whoever did not hold the office on the day of the paper has issued nothing', async () => {
  const file = await desk.scan()
  const register = (more: object) =>
    as('registrar', papers.registerAuthority, aPaper([file], { number: '12-1', ...more }))
  for (const more of [{ signer: castId('caHead') }, { issuedOn: '2023-05-05' }, { signer: castId('head') }])
    assert.equal((await refused('forbidden', register(more))).clause, '5.3')
  const wrongOffice = register({ issuer: 'ca-head', signer: castId('caHead') })
  assert.equal((await refused('forbidden', wrongOffice)).clause, '5.3')
  assert.deepEqual(fieldsOf(await refused('invalid', register({ issuedOn: '2026-11-24' }))), ['issuedOn'])
  assert.deepEqual(fieldsOf(await refused('invalid', register({ from: '2026-11-19' }))), ['from'])
  assert.deepEqual(fieldsOf(await refused('invalid', register({ files: [] }))), ['files'])
  const byInspector = as('inspector', papers.registerAuthority, aPaper([file]))
  assert.equal((await refused('forbidden', byInspector)).clause, '5.16')

  // The personnel record may be put right between registration and confirmation.
  const { id } = await register({ about: [about('gate')] })
  await asOwner(house, `update appointments set from_on = '2026-11-21' where employee_id = $1`, [castId('chairman')])
  await as('deputy', queries.takeAuthorityFile, { id, file })
  assert.equal((await refused('forbidden', as('deputy', papers.confirmAuthority, { id }))).clause, '5.3')
  await asOwner(house, `update appointments set from_on = '2024-01-08' where employee_id = $1`, [castId('chairman')])
  await as('deputy', papers.confirmAuthority, { id })
  assert.deepEqual(await inForce('gate', '2026-11-23'), [id])
  await asOwner(house, `update appointments set from_on = '2026-11-21' where employee_id = $1`, [castId('chairman')])
  assert.deepEqual(await inForce('gate', '2026-11-23'), [], 'validity asks who held the office')
  await asOwner(house, `update appointments set from_on = '2024-01-08' where employee_id = $1`, [castId('chairman')])
})

clause('5.16', 'one paper is entered once, and one that is not confirmed may be entered anew', async () => {
  const first = await desk.registered({ number: '7 / 77' })
  await refused('conflict', desk.registered({ number: '7/77', about: [about('gate')] }))
  const both = await Promise.allSettled([desk.registered({ number: '8/88' }), desk.registered({ number: '8/88' })])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  await as('deputy', queries.takeAuthorityFile, { id: first.id, file: first.file })
  await as('deputy', papers.rejectAuthority, { id: first.id, reason: 'Нөмірі сканға сай емес.' })
  const it = await open('registrar', first.id)
  assert.deepEqual([it.state, it.decision?.word], ['rejected', 'Нөмірі сканға сай емес.'])
  assert.deepEqual(await inForce('bailiff', '2026-11-22').then((ids) => ids.includes(first.id)), false)
  await desk.registered({ number: '7/77' })
})

clause('5.16', 'a scan is opened only through an authority that one sees, and by its own id', async () => {
  const { id, file } = await desk.registered({ number: '9-1' })
  const other = await desk.registered({ number: '9-2' })
  await refused('unknown', as('inspector', queries.takeAuthorityFile, { id, file }))
  await refused('unknown', as('bailiff', queries.takeAuthorityFile, { id, file }))
  await refused('unknown', as('head', queries.takeAuthorityFile, { id, file: other.file }))
  for (const who of ['bailiff', 'auditor', 'admin', 'abaiHead', 'analyst'] as const)
    await refused('unknown', open(who, id))
})

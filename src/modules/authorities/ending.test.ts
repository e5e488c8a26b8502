// How an authority ends: revoked by its office or a paper, or by the clock; what stands on it hears it at once.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf } from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import type { CastName } from '../../app/cast.ts'
import { startLive, type News } from '../../kernel/live/index.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { castId, openStage, refused } from '../appeals/appeals.kit.ts'
import { closeRenderer } from '../templates/index.ts'
import { listNotices } from '../work/contract.ts'
import { remindOfTerms } from '../work/index.ts'
import { about, deskOf } from './authorities.kit.ts'
import { expireAuthority, revokeAuthority } from './ending.ts'
import { authoritiesFor, watch } from './index.ts'
import { revokeByPaper } from '../issuing/papers.ts'
import * as queries from './queries.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)

const open = (who: CastName, id: string) => as(who, queries.openAuthority, { id })
const notices = house.registry.operations.get('work.notices')
const heard = async (who: CastName, id: string) => {
  assert.ok(notices)
  const { result } = await perform(house, notices, await stage.actor(who), { size: 100 })
  return listNotices.output
    .parse(result)
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => it.news)
}
const climb = async (at: string): Promise<void> => {
  house.clock.set(at)
  await perform(house, remindOfTerms, systemActor, {})
}
const inForce = (who: CastName, on: string) =>
  doing(house, systemActor, (tx) =>
    authoritiesFor(tx, { purpose: 'questioning', subjects: [{ kind: 'employee', id: castId(who) }], on }),
  )
const until = async (done: () => boolean): Promise<void> => {
  for (let left = 100; left > 0 && !done(); left -= 1) await new Promise((go) => setTimeout(go, 50))
  assert.ok(done())
}

clause(
  '7.2',
  'the office that issued revokes with a reason, nobody else, and it is not in force that very day',
  async () => {
    house.clock.set('2026-11-23T09:00')
    const id = await desk.granted({ until: '2026-12-10' })
    const revoke = (who: CastName, reason = 'Тексеру тоқтатылды.') => as(who, revokeAuthority, { id, reason })
    assert.equal((await refused('forbidden', revoke('head'))).clause, '7.2')
    await refused('unknown', revoke('caHead'))
    await refused('invalid', revoke('chairman', ' '))
    await refused(
      'step-up',
      perform(
        house,
        revokeAuthority,
        { ...(await stage.actor('chairman')), session: null },
        { id, reason: 'Тоқтату.' },
      ),
    )
    const asked = await inForce('bailiff', '2026-11-23')
    assert.deepEqual(
      asked.map((it) => it.id),
      [id],
    )
    await revoke('chairman')
    assert.deepEqual(await inForce('bailiff', '2026-11-23'), [])
    const it = await open('head', id)
    assert.deepEqual([it.state, it.inForce, it.revocation?.word], ['revoked', false, 'Тексеру тоқтатылды.'])
    assert.ok((await heard('head', id)).includes('revoked'))
    await refused('wrong-state', revoke('chairman'))
    const done = (await journalOf(house, id, 'authorities.revoke')).filter(({ outcome }) => outcome === 'done')
    assert.deepEqual([done.length, done[0]?.actor], [1, castId('chairman')])
    const due = await asOwner(house, 'select stage from duties where record_id = $1 and closed_at is null', [id])
    assert.deepEqual(due, [], 'nobody is reminded of what is revoked')
  },
)

test('a screen that shows what was named hears of grant and revocation, and nobody hears who may not see it', async () => {
  const live = startLive(house)
  try {
    const news: Record<'head' | 'inspector', News[]> = { head: [], inspector: [] }
    for (const who of ['head', 'inspector'] as const)
      live.subscribe(await stage.actor(who), (it) => void news[who].push(it))
    // The ear listens a moment after it was opened.
    const deaf = await desk.granted({ about: [about('gate')] })
    await new Promise((go) => setTimeout(go, 600))
    news.head.length = 0
    news.inspector.length = 0
    await as('chairman', revokeAuthority, { id: deaf, reason: 'Қажет емес.' })
    const toldOf = (who: 'head' | 'inspector', kind: string, id: string) =>
      news[who].some((it) => it.kind === kind && it.id === id)
    await until(() => toldOf('head', 'employee', castId('gate')) && toldOf('head', 'authority', deaf))
    // The record itself is the inspector’s to see.
    await until(() => toldOf('inspector', 'employee', castId('gate')))
    assert.ok(!toldOf('inspector', 'authority', deaf), 'the authority is not')
  } finally {
    await live.close()
  }
})

test('higher rooms hear what was granted, revoked and expired, with all that it names', async () => {
  house.clock.set('2026-11-23T10:00')
  const told: [string, unknown][] = []
  const work = house.registry.reactions as Map<string, unknown>
  for (const on of ['granted', 'revoked', 'expired'])
    work.set(`authorities.${on}`, [
      { on, perform: { name: 'x' }, when: (payload: unknown) => void told.push([on, payload]), input: () => ({}) },
    ])
  const named = [about('bailiff'), about('gate')]
  const subjects = [
    { kind: 'employee', id: castId('bailiff') },
    { kind: 'employee', id: castId('gate') },
  ]
  const id = await desk.granted({ about: named })
  await as('chairman', revokeAuthority, { id, reason: 'Қажет емес.' })
  const short = await desk.granted({ about: named, until: '2026-11-23' })
  house.clock.set('2026-11-24T00:02')
  await watch(house)
  for (const on of ['granted', 'revoked', 'expired']) work.delete(`authorities.${on}`)
  const purpose = 'questioning'
  assert.deepEqual(told, [
    ['granted', { id, purpose, subjects }],
    ['revoked', { id, purpose, subjects }],
    ['granted', { id: short, purpose, subjects }],
    ['expired', { id: short, purpose, subjects }],
  ])
})

clause(
  '5.14',
  'who asked is reminded three days and one day before the end, and the house closes it the night after',
  async () => {
    house.clock.set('2026-11-25T09:00')
    const id = await desk.granted({ until: '2026-12-04' })
    await climb('2026-11-30T08:00')
    assert.ok(!(await heard('head', id)).includes('ahead'))
    await climb('2026-12-01T08:00')
    assert.equal((await heard('head', id))[0], 'ahead')
    await climb('2026-12-03T08:00')
    assert.equal((await heard('head', id)).filter((it) => it === 'ahead').length, 2)
    await refused('forbidden', perform(house, expireAuthority, systemActor, { id }))
    await refused('forbidden', as('head', expireAuthority, { id }))
    house.clock.set('2026-12-04T23:58')
    await watch(house)
    assert.equal((await open('head', id)).state, 'granted')
    house.clock.set('2026-12-05T00:01')
    assert.deepEqual(await inForce('bailiff', '2026-12-05'), [], 'it has ended whether the night’s work ran or not')
    assert.equal((await open('head', id)).inForce, false)
    await watch(house)
    assert.equal((await open('head', id)).state, 'expired')
    assert.equal((await heard('head', id))[0], 'expired')
    assert.equal((await journalOf(house, id, 'authorities.expire')).at(-1)?.outcome, 'done')
    await climb('2026-12-07T08:00')
    assert.equal((await heard('head', id))[0], 'expired', 'nobody is late with it')
    await refused('wrong-state', as('chairman', revokeAuthority, { id, reason: 'Кеш.' }))
  },
)

clause(
  '7.2',
  'a revocation waits for the act that stands on the authority, and the act sees a revocation that came first',
  async () => {
    house.clock.set('2026-12-07T09:00')
    const id = await desk.granted({ about: [about('gate')] })
    const subjects = [{ kind: 'employee', id: castId('gate') }]
    const order: string[] = []
    let release: () => void = () => {}
    const held = new Promise<void>((go) => (release = go))
    let entered: () => void = () => {}
    const inside = new Promise<void>((go) => (entered = go))
    const act = doing(house, systemActor, async (tx) => {
      const found = await authoritiesFor(tx, { purpose: 'questioning', subjects, on: tx.today })
      entered()
      await held
      order.push(`acted on ${found.length}`)
    })
    await inside
    const revoking = as('chairman', revokeAuthority, { id, reason: 'Тоқтату.' }).then(() => void order.push('revoked'))
    await new Promise((go) => setTimeout(go, 300))
    assert.deepEqual(order, [], 'the revocation waits')
    release()
    await Promise.all([act, revoking])
    assert.deepEqual(order, ['acted on 1', 'revoked'])
    assert.deepEqual(await inForce('gate', '2026-12-07'), [])
  },
)

clause('7.2', 'a paper of revocation ends it at once, signed by who held the office that day', async () => {
  house.clock.set('2026-12-08T09:00')
  const id = await desk.granted({ about: [about('gate')] })
  const paper = async (more: object = {}) => ({
    id,
    number: '11-4/30',
    issuedOn: '2026-12-08',
    signer: castId('chairman'),
    reason: 'Өкіммен күші жойылды.',
    files: [await desk.scan()],
    ...more,
  })
  await refused('unknown', as('registrar', revokeByPaper, await paper()))
  const confirmed = await desk.confirmed({ about: [about('gate')] })
  const of = (more: object = {}) => paper({ id: confirmed, ...more })
  assert.equal((await refused('forbidden', as('chairman', revokeByPaper, await of()))).clause, '5.16')
  await refused('invalid', as('registrar', revokeByPaper, await of({ issuedOn: '2026-12-09' })))
  await refused('invalid', as('registrar', revokeByPaper, await of({ issuedOn: '2026-11-19' })))
  const wrong = await refused('forbidden', as('registrar', revokeByPaper, await of({ signer: castId('caHead') })))
  assert.equal(wrong.clause, '7.2')
  await as('registrar', revokeByPaper, await of())
  const it = await open('head', confirmed)
  assert.deepEqual([it.state, it.revocation?.number, it.revocationFiles.length], ['revoked', '11-4/30', 1])
  assert.ok((await heard('head', confirmed)).includes('revoked'))
})

test('the register says of each on each day what the pure function says', async () => {
  for (const at of ['2026-11-23T12:00', '2026-12-04T12:00', '2026-12-09T12:00', '2027-02-01T12:00']) {
    house.clock.set(at)
    const { rows } = await as('head', queries.listAuthorities, { size: 100 })
    const said = await as('head', queries.listAuthorities, { size: 100, inForce: true })
    assert.ok(rows.length > 5)
    for (const row of rows) assert.equal((await open('head', row.id)).inForce, row.inForce, `${row.id} at ${at}`)
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort()
    assert.deepEqual(ids(said.rows), ids(rows.filter(({ inForce: it }) => it)))
  }
})

clause(
  '5.14',
  'of a paper and of what was issued unasked the head is reminded, not the registrar and not the principal',
  async () => {
    house.clock.set('2026-12-10T09:00')
    const paper = await desk.confirmed({ about: [about('gate')], number: '11-5', until: '2026-12-18' })
    const due = await asOwner(house, `select holder_id from duties where record_id = $1 and stage = 'expiry'`, [paper])
    assert.deepEqual(
      due.map((it) => it['holder_id']),
      [castId('head')],
    )
  },
)

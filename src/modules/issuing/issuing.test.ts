// Authorities in the Regulation's words: who asks, who decides, who may issue what, and what a gate finds in force.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf } from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import type { CastName } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { judge } from '../../kernel/rules.ts'
import { systemActor } from '../../kernel/system.ts'
import { castId, fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { appointActing, recordAbsence } from '../org/people/operations.ts'
import { postId } from '../org/index.ts'
import { closeRenderer } from '../templates/index.ts'
import { listDuties, listNotices } from '../work/contract.ts'
import { remindOfTerms } from '../work/index.ts'
import { about, anAsk, deskOf } from '../authorities/authorities.kit.ts'
import type { IssuerPost } from '../authorities/contract.ts'
import {
  authoritiesFor,
  authorityRecord,
  needsAuthority,
  purposes,
  type Purpose,
  type UnderAuthority,
} from '../authorities/index.ts'
import * as operations from './operations.ts'
import * as queries from '../authorities/queries.ts'
import { officeMayNot } from './rules.ts'
import type { Authority } from '../authorities/store.ts'
import { revokeAuthority } from '../authorities/ending.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)

const open = (who: CastName, id: string) => as(who, queries.openAuthority, { id })
const listed = async (who: CastName, more: object = {}) =>
  (await as(who, queries.listAuthorities, { size: 100, ...more })).rows.map(({ id }) => id)
const byName = async (name: string, who: CastName, input: unknown): Promise<unknown> => {
  const operation = house.registry.operations.get(name)
  assert.ok(operation, name)
  return (await perform(house, operation, await stage.actor(who), input)).result
}
const heard = async (who: CastName, id: string) =>
  listNotices.output
    .parse(await byName('work.notices', who, { size: 100 }))
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => it.news)
const dutiesOn = async (who: CastName, id: string) =>
  listDuties.output
    .parse(await byName('work.mine', who, { size: 100 }))
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => [it.stage, it.term.dueOn])
const climb = async (at: string): Promise<void> => {
  house.clock.set(at)
  await perform(house, remindOfTerms, systemActor, {})
}
const inForce = async (purpose: Purpose, who: CastName, on: string, as_: CastName = 'inspector') =>
  doing(house, await house.as(as_), async (tx) =>
    (await authoritiesFor(tx, { purpose, subjects: [{ kind: 'employee', id: castId(who) }], on })).map(({ id }) => id),
  )
const may = async (who: CastName, id: string) =>
  (await perform(house, queries.openAuthority, await stage.actor(who), { id })).may
    .filter(({ allowed }) => allowed)
    .map(({ operation }) => operation)
    .filter((name) => name.startsWith('authorities.'))

clause('5.3', 'the head asks, the Chairman permits in a word of reason, and a judge may be questioned', async () => {
  house.clock.set('2026-11-23T09:00')
  for (const who of ['deputy', 'inspector', 'registrar', 'chairman', 'auditor', 'abaiHead'] as const)
    assert.equal((await refused('forbidden', as(who, operations.askAuthority, anAsk()))).clause, '7.2', who)
  const form = anAsk({ until: '2026-12-04' })
  const { id } = await as('head', operations.askAuthority, form)
  assert.equal((await as('head', operations.askAuthority, form)).id, id, 'a form sent twice is one question')
  let it = await open('chairman', id)
  assert.deepEqual(
    [it.state, it.kind, it.clause, it.number, it.inForce, it.term?.dueOn, it.names],
    ['asked', 'permission', '5.3', null, false, '2026-11-26', ['Руслан Темірұлы Тілеуов']],
  )
  assert.deepEqual(await inForce('questioning', 'bailiff', '2026-11-23'), [])
  assert.deepEqual(await dutiesOn('chairman', id), [['decide', '2026-11-26']])
  assert.deepEqual(await heard('chairman', id), ['asked'])
  assert.equal((await listed('chairman'))[0], id, 'what waits for the own decision stands first')

  const decide = (who: CastName, more: object = {}) =>
    as(who, operations.decideAuthority, { id, granted: true, word: 'Рұқсат етемін.', ...more })
  assert.equal((await refused('forbidden', decide('head'))).clause, '7.2')
  await refused('unknown', decide('caHead'))
  await refused('unknown', decide('inspector'))
  await refused(
    'step-up',
    perform(
      house,
      operations.decideAuthority,
      { ...(await stage.actor('chairman')), session: null },
      { id, granted: true, word: 'Иә.' },
    ),
  )
  assert.deepEqual(fieldsOf(await refused('invalid', decide('chairman', { word: ' ' }))), ['word'])
  assert.deepEqual(fieldsOf(await refused('invalid', decide('chairman', { until: '2026-12-05' }))), ['until'])
  assert.deepEqual(fieldsOf(await refused('invalid', decide('chairman', { from: '2026-11-22' }))), ['from'])
  const { number } = await decide('chairman', { until: '2026-12-01' })
  assert.match(number ?? '', /^6001-26-7-21\/\d+$/)
  it = await open('head', id)
  assert.deepEqual(
    [it.state, it.number, it.issuedOn, it.from, it.until, it.wished.until, it.inForce, it.decision?.word],
    ['granted', number, '2026-11-23', '2026-11-23', '2026-12-01', '2026-12-04', true, 'Рұқсат етемін.'],
  )
  assert.equal(it.issuerName?.kk, 'Бекзат Сағынтайұлы Әлімов')
  assert.deepEqual(await heard('head', id), ['decided'])
  assert.deepEqual(await dutiesOn('chairman', id), [])
  await refused('wrong-state', decide('chairman'))

  assert.deepEqual(await inForce('questioning', 'bailiff', '2026-11-23'), [id])
  assert.deepEqual(await inForce('questioning', 'bailiff', '2026-12-01'), [id])
  assert.deepEqual(await inForce('questioning', 'bailiff', '2026-12-02'), [], 'past the last day, though no job ran')
  assert.deepEqual(await inForce('questioning', 'gate', '2026-11-23'), [], 'another is not named')
  assert.deepEqual(await inForce('personalFile', 'bailiff', '2026-11-23'), [], 'for another purpose')

  const [entry] = await journalOf(house, id, 'authorities.decide').then((rows) =>
    rows.filter(({ outcome }) => outcome === 'done'),
  )
  assert.equal(entry?.actor, castId('chairman'))
  assert.ok(entry.clauses.includes('5.3') && entry.detail?.includes('Рұқсат етемін.'))
  assert.equal((await journalOf(house, id, 'authorities.one')).at(-1)?.outcome, 'read')
})

clause('5.3', 'nobody but the Chairman may permit the questioning of a judge', async () => {
  const asking = as('head', operations.askAuthority, anAsk({ issuer: 'ca-head' }))
  assert.equal((await refused('forbidden', asking)).clause, '5.3')
  const issuing = as('caHead', operations.issueAuthority, { ...anAsk(), issuer: 'ca-head' })
  assert.equal((await refused('forbidden', issuing)).clause, '5.3')
  // Even where a question had reached the wrong desk.
  const id = await desk.asked()
  await asOwner(house, `update authorities set issuer_post = 'ca-head' where id = $1`, [id])
  const decided = as('caHead', operations.decideAuthority, { id, granted: true, word: 'Рұқсат.' })
  const refusal = await refused('forbidden', decided)
  assert.deepEqual([refusal.clause, refusal.says], ['5.3', purposes.questioning.onlyBy])
  assert.equal((await journalOf(house, id, 'authorities.decide'))[0]?.clause, '5.3')
})

/** What each office may issue, as the Regulation says. */
const issues: Readonly<Record<Purpose, readonly IssuerPost[]>> = {
  investigation: ['chairman', 'ca-head'],
  superior: ['chairman', 'ca-head'],
  questioning: ['chairman'],
  personalFile: ['chairman', 'ca-head'],
  inspection: ['chairman', 'ca-head', 'head'],
  suspension: ['chairman', 'ca-head'],
}
const clauses = {
  investigation: '6.21',
  superior: '6.22',
  questioning: '5.3',
  personalFile: '5.9',
  inspection: '5.10',
  suspension: '6.21',
}

clause('6.21', 'an office issues what the Regulation gives it and is refused the rest under its clause', async () => {
  const actor = await house.as('chairman')
  const moment = { at: house.clock.now(), today: '2026-11-23' }
  const always = { ...officeMayNot[0], effect: 'permit', who: purposes.investigation.title, when: () => true } as never
  for (const purpose of Object.keys(issues) as Purpose[])
    for (const issuer of ['chairman', 'ca-head', 'head'] as const) {
      const judged = () => judge([always, ...officeMayNot], actor, { purpose, issuer } as Authority, moment)
      if (issues[purpose].includes(issuer)) judged()
      else assert.throws(judged, { reason: 'forbidden', clause: clauses[purpose] }, `${purpose} by ${issuer}`)
    }
})

clause(
  '6.22',
  'an official is investigated only on an assignment of the Chairman or the Head of the Court Administration',
  async () => {
    const of = { purpose: 'superior' as const, issuer: 'ca-head' as const, about: [about('almatyHead')] }
    const own = { ...anAsk(of), issuer: 'head' as const }
    assert.equal((await refused('forbidden', as('head', operations.issueAuthority, own))).clause, '6.22')
    const { id } = await as('head', operations.askAuthority, anAsk(of))
    await refused('unknown', as('chairman', operations.decideAuthority, { id, granted: true, word: 'Рұқсат.' }))
    assert.deepEqual(await inForce('superior', 'almatyHead', '2026-11-23'), [])
    await as('caHead', operations.decideAuthority, { id, granted: true, word: 'Тексерілсін.' })
    assert.deepEqual(await inForce('superior', 'almatyHead', '2026-11-23'), [id])
    // The official who is named learns of nothing.
    await refused('unknown', open('almatyHead', id))
    const it = await doing(house, systemActor, (tx) => authorityRecord.find(tx, id, false))
    assert.ok(it)
    assert.deepEqual([authorityRecord.caption(it), authorityRecord.page?.(id)], [it.number, `/authorities/${id}`])
  },
)

clause('7.2', 'the person who acts for the Chairman decides in those days, and nobody else does', async () => {
  house.clock.set('2026-11-24T09:00')
  const id = await desk.asked({ about: [about('gate')] })
  await perform(house, appointActing, systemActor, {
    id: castId('caHead'),
    postId: postId('supreme-court', 'chairman'),
    fromOn: '2026-11-24',
    untilOn: '2026-11-24',
    basis: 'Өкім',
  })
  await refused('unknown', open('chairman', id))
  await as('caHead', operations.decideAuthority, { id, granted: true, word: 'Рұқсат.' })
  const it = await open('head', id)
  assert.equal(it.issuerName?.kk, 'Раушан Қайратқызы Төребекова')
  house.clock.set('2026-11-25T09:00')
  assert.deepEqual(await inForce('questioning', 'gate', '2026-11-25'), [id], 'the office was held on the day of issue')
  await refused('unknown', open('caHead', id))
  // The Chairman, back in office, revokes what was issued from it.
  await as('chairman', revokeAuthority, { id, reason: 'Қажеттігі қалмады.' })
  assert.deepEqual(await inForce('questioning', 'gate', '2026-11-25'), [])
  assert.deepEqual(await inForce('questioning', 'gate', '2026-11-24'), [id], 'what was done before stands')
})

clause('7.2', 'a question that the principal leaves undecided is reminded of before and after its term', async () => {
  house.clock.set('2026-11-25T10:00')
  const id = await desk.asked({ about: [about('gate')] })
  assert.deepEqual(await dutiesOn('chairman', id), [['decide', '2026-11-30']])
  await climb('2026-11-27T08:00')
  assert.equal((await heard('chairman', id))[0], 'ahead')
  await climb('2026-12-01T08:00')
  assert.equal((await heard('chairman', id))[0], 'late')
  const it = await as('chairman', operations.decideAuthority, { id, granted: false, word: 'Негіз жеткіліксіз.' })
  assert.equal(it.number, null)
  assert.deepEqual([(await open('head', id)).state, (await heard('head', id))[0]], ['refused', 'decided'])
  assert.deepEqual(await inForce('questioning', 'gate', '2026-12-01'), [])
})

clause('5.9', 'a personal file is opened for a period, and only what is named is opened', async () => {
  house.clock.set('2026-12-01T10:00')
  const asking = { purpose: 'personalFile' as const, issuer: 'ca-head' as const }
  const ask = (more: object) => as('head', operations.askAuthority, anAsk({ ...asking, ...more }))
  assert.deepEqual(fieldsOf(await refused('invalid', ask({}))), ['until'])
  assert.deepEqual(fieldsOf(await refused('invalid', ask({ until: '2026-11-30' }))), ['until'])
  assert.deepEqual(fieldsOf(await refused('invalid', ask({ until: '2026-12-31', kind: 'order' }))), ['kind'])
  const lost = ask({ until: '2026-12-31', about: [`employee:${randomUUID()}`] })
  assert.deepEqual(fieldsOf(await refused('invalid', lost)), ['about'])
  const unheard = ask({ until: '2026-12-31', about: [`starship:${randomUUID()}`] })
  assert.deepEqual(fieldsOf(await refused('invalid', unheard)), ['about'])
  const { id: appeal } = await stage.assigned()
  const named = ask({ until: '2026-12-31', about: [`appeal:${appeal}`] })
  assert.deepEqual(fieldsOf(await refused('invalid', named)), ['about'], 'an appeal alone names no file')
  assert.equal((await refused('forbidden', ask({ until: '2026-12-31', about: [about('head')] }))).clause, '5.16')

  const both = [about('bailiff'), about('gate')]
  const id = await desk.granted({ ...asking, until: '2026-12-31', about: both }, { until: '2026-12-10' })
  for (const who of ['bailiff', 'gate'] as const)
    assert.deepEqual(await inForce('personalFile', who, '2026-12-10'), [id])
  const find = (...names: CastName[]) =>
    doing(house, systemActor, async (tx) => {
      const subjects = names.map((it) => ({ kind: 'employee', id: castId(it) }))
      return (await authoritiesFor(tx, { purpose: 'personalFile', subjects, on: '2026-12-10' })).length
    })
  assert.deepEqual([await find('bailiff', 'gate'), await find('gate', 'analyst')], [1, 0], 'it names every one of them')
  await assert.rejects(find(), /not for everything/)
  await assert.rejects(
    asOwner(house, `update authorities set until_on = '2027-12-31' where id = $1`, [id]),
    /cannot be changed/,
  )
})

clause('5.10', 'the head orders an inspection, and a principal assigns one unasked', async () => {
  const of = { ...anAsk(), purpose: 'inspection' as const, about: [about('abaiHead')] }
  const form = { ...of, entryKey: randomUUID(), issuer: 'head' as const }
  const { id, number } = await as('head', operations.issueAuthority, form)
  assert.deepEqual(await as('head', operations.issueAuthority, form), { id, number })
  assert.deepEqual([(await open('head', id)).kind, (await open('head', id)).inForce], ['order', true])
  const chair = { ...of, entryKey: randomUUID(), issuer: 'chairman' as const }
  assert.deepEqual(fieldsOf(await refused('invalid', as('head', operations.issueAuthority, chair))), ['issuer'])
  assert.equal((await refused('forbidden', as('deputy', operations.issueAuthority, form))).clause, '7.2')
  const given = await as('chairman', operations.issueAuthority, { ...chair, kind: 'assignment' })
  assert.deepEqual(await heard('head', given.id), ['instructed'])
  const serial = (it: string) => Number(it.split('/')[1])
  assert.equal(serial(given.number), serial(number) + 1, 'numbers without gaps')
  assert.deepEqual(await inForce('inspection', 'abaiHead', '2026-12-01').then((ids) => ids.length), 2)
})

clause('5.14', 'an inspector prepares a question, the head sends it, and the principal sees it only then', async () => {
  assert.equal((await refused('forbidden', as('registrar', operations.prepareAuthority, anAsk()))).clause, '5.14')
  const { id } = await as('inspector', operations.prepareAuthority, anAsk({ about: [about('gate')] }))
  await refused('unknown', open('chairman', id))
  await refused('unknown', open('inspector2', id))
  assert.deepEqual(await dutiesOn('head', id), [['send', '2026-12-02']])
  assert.equal((await refused('forbidden', as('inspector', operations.sendAuthority, { id }))).clause, '7.2')
  await as('head', operations.sendAuthority, { id })
  assert.deepEqual(await may('chairman', id), ['authorities.decide'])
  await as('inspector', operations.withdrawAuthority, { id, reason: 'Қажет емес.' })
  assert.equal((await open('head', id)).state, 'withdrawn')
  await refused('wrong-state', as('chairman', operations.decideAuthority, { id, granted: true, word: 'Рұқсат.' }))
})

clause(
  '6.21',
  'a gate is one row: without an authority in force the act is refused and says what is missing',
  async () => {
    const gate = needsAuthority('6.21', 'investigation')
    const actor = await house.as('inspector')
    const moment = { at: house.clock.now(), today: '2026-12-01' }
    const permit = { effect: 'permit', clause: '6.21', who: gate.why, when: () => true } as const
    const pass = (it: UnderAuthority) => judge([permit, gate], actor, it, moment)
    assert.throws(() => pass({ authority: null }), { reason: 'forbidden', clause: '6.21', says: gate.why })
    assert.equal(gate.offer, 'authorities.ask')
    const { id: appeal } = await stage.assigned('inspector')
    const ask = { purpose: 'investigation' as const, about: [`appeal:${appeal}`] }
    const id = await desk.granted(ask)
    const [found] = await doing(house, actor, (tx) =>
      authoritiesFor(tx, { purpose: 'investigation', subjects: [{ kind: 'appeal', id: appeal }], on: '2026-12-01' }),
    )
    assert.ok(found)
    pass({ authority: found })
    assert.deepEqual(
      [found.id, found.kind, found.issuer.en],
      [id, 'assignment', 'Chairman of the Supreme Court Bekzat Sagyntaiuly Alimov'],
    )
    assert.throws(() => pass({ authority: { ...found, purpose: 'superior' } }), { reason: 'forbidden' })
  },
)

clause('7.2', 'decisions at once draw numbers without gap or double, and one question is decided once', async () => {
  const ids = await Promise.all(
    ['bailiff', 'gate', 'abaiHead', 'analyst'].map((who) => desk.asked({ about: [about(who as CastName)] })),
  )
  const decide = (id: string) => as('chairman', operations.decideAuthority, { id, granted: true, word: 'Рұқсат.' })
  const numbers = (await Promise.all(ids.map(decide))).map(({ number }) => Number(number?.split('/')[1]))
  const first = Math.min(...numbers)
  assert.deepEqual(
    numbers.sort((a, b) => a - b),
    numbers.map((_, at) => first + at),
  )
  const id = await desk.asked({ about: [about('gate')] })
  const both = await Promise.allSettled([decide(id), decide(id)])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const after_ = await decide(await desk.asked({ about: [about('gate')] }))
  assert.equal(Number(after_.number?.split('/')[1]), first + numbers.length + 1, 'the refused one has drawn none')
})

clause(
  '7.2',
  'while the head is absent the deputy asks; what names the head is the deputy’s to look after',
  async () => {
    house.clock.set('2026-12-02T09:00')
    const days = { kind: 'leave' as const, fromOn: '2026-12-02', untilOn: '2026-12-02' }
    await perform(house, recordAbsence, systemActor, { id: castId('head'), ...days })
    assert.equal((await refused('forbidden', as('head', operations.askAuthority, anAsk()))).clause, '7.2')
    const { id } = await as('deputy', operations.askAuthority, anAsk({ about: [about('gate')] }))
    assert.equal((await open('chairman', id)).askedBy?.kk, 'Гүлнар Асқарқызы Сәрсенова')
    house.clock.set('2026-12-03T09:00')
    const unasked = { ...anAsk({ about: [about('head')], until: '2026-12-18' }), issuer: 'chairman' as const }
    const given = await as('chairman', operations.issueAuthority, unasked)
    await refused('unknown', open('head', given.id))
    assert.deepEqual([await heard('head', given.id), await heard('deputy', given.id)], [[], ['instructed']])
    assert.deepEqual(await dutiesOn('deputy', given.id), [['expiry', '2026-12-18']])
    assert.deepEqual(await dutiesOn('head', given.id), [])
  },
)

// A longer term: who may give it, for how long, when, and how the applicant hears of it.
import assert from 'node:assert/strict'
import { clause } from '../../../test/kit/clause.ts'
import { doing } from '../../../test/kit/room.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { openAppeal } from '../appeals/queries.ts'
import { assignAppeal, draftReply, reassignAppeal } from '../appeals/operations.ts'
import { appealStatus, takeReply } from '../submissions/index.ts'
import { plantedBody } from '../incoming/index.ts'
import { saveDocument } from '../documents/contract.ts'
import { documents, noteSealed } from '../documents/index.ts'
import { listNotices } from '../work/contract.ts'
import { remindOfTerms, work } from '../work/index.ts'
import { askExtension, declineExtension, extendAppeal } from './extending.ts'
import { forwardAppeal } from './forwarding.ts'
import { castId, fieldsOf, of, openPaths, refused } from './paths.kit.ts'
import { pathsInHand } from './visits.ts'

const stage = await openPaths()
const { house, as, assigned, registered, visit, news, signed, paths, due, journal } = stage
const monday = '2026-11-23T09:00'
const reason = 'Екі куәні сұрап, бейнежазбаны алу қажет.'

clause(
  '6.23',
  'the term is extended by a reasoned decision of the head or the deputy, and the applicant is told within three working days',
  async () => {
    house.clock.set(monday)
    const { id, code } = await assigned('inspector')
    assert.equal((await as('inspector', openAppeal, { id })).term.dueOn, '2026-12-14')
    await as('inspector', askExtension, { id, until: '2027-01-15', reason })
    assert.equal(
      (await refused('forbidden', as('inspector', askExtension, { id, until: '2027-01-15', reason }))).clause,
      '6.23',
    )
    const bell = await as('head', of(work, listNotices), {})
    assert.ok(bell.rows.some((it) => it.recordId === id && it.news === 'asked'))
    assert.equal((await due(id))['extension'], '2026-12-14')
    // Nobody else may lengthen it: not the assignee, not the registrar.
    for (const who of ['inspector', 'registrar'] as const) {
      assert.equal(
        (await refused('forbidden', as(who, extendAppeal, { id, until: '2027-01-15', reason }))).clause,
        '6.23',
      )
      await refused('forbidden', as(who, declineExtension, { id, reason }))
    }
    house.clock.set('2026-12-03T10:00')
    const done = await as('deputy', extendAppeal, { id, until: '2027-01-15', reason })
    assert.equal(done.dueOn, '2027-01-15')
    const page = await as('inspector', openAppeal, { id })
    assert.deepEqual([page.term.dueOn, page.clock.firstDueOn], ['2027-01-15', '2026-12-14'])
    assert.deepEqual(page.openPaths, [])
    assert.ok(page.term.total > 15 && page.term.left > 15)
    const duties = await due(id)
    assert.deepEqual(
      [duties['answer'], duties['extension-notice'], duties['extension']],
      ['2027-01-15', '2026-12-08', undefined],
    )
    // The new term is the applicant's to see at once; the signed notice follows under the code.
    const seen = await visit(code, pathsInHand, {})
    assert.deepEqual(
      seen.rows.map(({ kind, fromOn, untilOn }) => [kind, fromOn, untilOn]),
      [['extension', '2026-12-14', '2027-01-15']],
    )
    const number = await signed(done.document)
    const status = await visit(code, appealStatus, {})
    assert.equal(status.dueOn, '2027-01-15')
    assert.equal(status.state, 'considered')
    const [message] = status.messages
    assert.match(message?.text ?? '', /мерзімі ұзартылды/)
    assert.equal(message?.files[0]?.name, `${number.replaceAll('/', '-')}.pdf`)
    assert.ok((await visit(code, takeReply, { file: message?.files[0]?.id ?? '' })).bytes > 1_000)
    assert.equal((await due(id))['extension-notice'], undefined)
    const [row] = await paths(id)
    assert.deepEqual([row?.state, row?.papers[0]?.givenOn, row?.reason], ['done', '2026-12-03', reason])
    assert.ok((await journal(id)).includes('paths.extend done'))
    assert.ok((await journal(id)).includes('paths.ofAppeal read'))
  },
)

clause('6.23', 'extensions add up and together do not go beyond two months after the first term', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  // 14 December and two months end on Sunday, so on Monday, 15 February.
  const beyond = await refused('invalid', as('head', extendAppeal, { id, until: '2027-02-16', reason }))
  assert.deepEqual([beyond.clause, fieldsOf(beyond)], ['6.23', ['until']])
  assert.match(beyond.says.kk, /15\.02\.2027/)
  await as('head', extendAppeal, { id, until: '2027-01-15', reason })
  assert.deepEqual(fieldsOf(await refused('invalid', as('head', extendAppeal, { id, until: '2027-01-15', reason }))), [
    'until',
  ])
  assert.equal((await refused('invalid', as('head', extendAppeal, { id, until: '2027-02-16', reason }))).clause, '6.23')
  // A day off is no end of a term: Saturday becomes Monday.
  assert.equal((await as('head', extendAppeal, { id, until: '2027-02-13', reason })).dueOn, '2027-02-15')
  assert.equal((await as('head', openAppeal, { id })).clock.firstDueOn, '2026-12-14')
  assert.equal((await paths(id)).length, 2)
})

clause('6.23', 'a term that has run out is not extended', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  house.clock.set('2026-12-14T17:00')
  await as('inspector', askExtension, { id, until: '2027-01-15', reason })
  house.clock.set('2026-12-15T09:00')
  const late = await refused('forbidden', as('head', extendAppeal, { id, until: '2027-01-15', reason }))
  assert.equal(late.clause, '6.23')
  assert.match(late.says.ru, /истёк/)
  await refused('forbidden', as('inspector', askExtension, { id, until: '2027-01-15', reason }))
  await as('head', declineExtension, { id, reason: 'Мерзім өтіп кетті.' })
  assert.deepEqual(
    (await paths(id)).map(({ state, decision }) => [state, decision]),
    [['declined', 'Мерзім өтіп кетті.']],
  )
  await refused('forbidden', as('head', declineExtension, { id, reason: 'x' }))
})

clause('5.14', 'a notice that is not given in time climbs the ladder to the head', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  await as('head', extendAppeal, { id, until: '2027-01-15', reason })
  const told = async (who: 'head' | 'inspector') =>
    (await as(who, of(work, listNotices), { size: 100 })).rows.filter((it) => it.recordId === id).map((it) => it.news)
  house.clock.set('2026-11-26T08:00')
  await perform(house, remindOfTerms, systemActor, {})
  assert.ok((await told('inspector')).includes('today'))
  house.clock.set('2026-11-27T08:00')
  await perform(house, remindOfTerms, systemActor, {})
  assert.ok((await told('inspector')).includes('late'))
  assert.ok((await told('head')).includes('escalated'))
})

clause('9.5', 'what is due on the paths passes to the new assignee with the appeal', async () => {
  house.clock.set(monday)
  const { id } = await registered()
  await refused('unknown', as('inspector', askExtension, { id, until: '2027-01-15', reason }))
  await as('head', assignAppeal, { id, to: castId('inspector') })
  await as('head', extendAppeal, { id, until: '2027-01-15', reason })
  assert.equal((await due(id, 'inspector'))['extension-notice'], '2026-11-26')
  await as('head', reassignAppeal, { id, to: castId('inspector2'), note: 'Жүктеме' })
  await news()
  assert.equal((await due(id, 'inspector'))['extension-notice'], undefined)
  assert.equal((await due(id, 'inspector2'))['extension-notice'], '2026-11-26')
})

const changed = async (name: string, from: string, value: number | string) => {
  const change = house.registry.operations.get('settings.changeParameter')
  if (!change) throw new Error('parameters cannot be changed')
  await perform(house, change, await stage.actor('admin'), { name, from, value, reason: 'Заң өзгерді' })
}

clause('6.23', 'a term is counted by the law in force on its first day', async () => {
  house.clock.set(monday)
  await changed('appeal.forward', '2026-12-01', 5)
  await changed('appeal.extension.max', '2026-12-01', 1)
  const elsewhere = { body: plantedBody('moj'), substance: 'x', ground: 'x' }
  const before = await assigned('inspector')
  assert.equal((await as('inspector', forwardAppeal, { id: before.id, ...elsewhere })).dueOn, '2026-11-26')
  house.clock.set('2026-12-01T09:00')
  const after = await assigned('inspector')
  assert.equal((await as('inspector', forwardAppeal, { id: after.id, ...elsewhere })).dueOn, '2026-12-08')
  // Due on 23 December at first, so a month later on 25 January, a Monday.
  assert.match(
    (await refused('invalid', as('head', extendAppeal, { id: after.id, until: '2027-01-26', reason }))).says.en,
    /25\.01\.2027/,
  )
})

clause('15', 'where no document leaves without an electronic signature, a notice and a reply wait for it', async () => {
  house.clock.set('2026-12-02T09:00')
  await changed('documents.eds', '2026-12-02', 'required')
  const { id, code } = await assigned('inspector')
  const { document: notice } = await as('head', extendAppeal, { id, until: '2027-01-15', reason })
  await signed(notice)
  const { document: reply } = await as('inspector', draftReply, { id, result: 'explained' })
  const fields = { addressee: 'Сағат', subject: 'Жауап', established: 'x', ground: 'x', outcome: 'x' }
  await as('inspector', of(documents, saveDocument), { id: reply, fields })
  await signed(reply)
  const before = await visit(code, appealStatus, {})
  assert.deepEqual([before.state, before.messages.length], ['considered', 0])
  for (const document of [notice, reply]) await doing(house, await house.as('head'), (tx) => noteSealed(tx, document))
  await news()
  const seen = await visit(code, appealStatus, {})
  assert.deepEqual([seen.state, seen.messages.length], ['answered', 1])
})

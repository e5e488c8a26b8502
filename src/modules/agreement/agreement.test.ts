// The route of agreement in the Regulation's words: who is asked, what is answered, what waits, what begins anew.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { asOwner, draft, journalOf, open, performNamed, refusalOf, sign, words } from '../../../test/kit/papers.ts'
import { castId, type CastName } from '../../app/cast.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { handOverDocuments } from '../documents/index.ts'
import { doing } from '../../../test/kit/room.ts'
import { offerDocument, saveDocument } from '../documents/operations.ts'
import { closeRenderer } from '../templates/index.ts'
import { remindOfTerms } from '../work/index.ts'
import { systemActor } from '../../kernel/system.ts'
import * as operations from './operations.ts'

const house = await testHouse(null)
after(closeRenderer)

const ask = async (id: string, people: readonly CastName[], inOrder = false) =>
  perform(house, operations.askAgreement, await house.as('inspector'), { id, people: people.map(castId), inOrder })
const agree = async (by: CastName, id: string, comment: string | null = null) =>
  perform(house, operations.agree, await house.as(by), { id, comment })
const object = async (by: CastName, id: string, comment = 'Заңның бабын көрсетіңіз.') =>
  perform(house, operations.objectTo, await house.as(by), { id, comment })
const history = async (id: string) =>
  (await perform(house, operations.readAgreement, await house.as('inspector'), { id })).result.rounds
const offer = async (id: string) => perform(house, offerDocument, await house.as('inspector'), { id })
const save = async (id: string, outcome: string) => {
  await perform(house, saveDocument, await house.as('inspector'), { id, fields: { ...words, outcome } })
  assert.deepEqual(await drainJobs(house), [])
}
const agreementOf = async (id: string) => (await open(house, 'inspector', id)).result.agreement
const desk = async (by: CastName) => {
  const { rows } = (await performNamed(house, 'work.mine', await house.as(by), { stage: 'agree', size: 100 })) as {
    rows: { recordId: string; holder: { id: string } | null; term: { dueOn: string }; page: string }[]
  }
  return rows.filter(({ holder }) => holder?.id === castId(by))
}
const bell = async (by: CastName) =>
  (
    (await performNamed(house, 'work.notices', await house.as(by), { size: 100 })) as {
      rows: { news: string; recordId: string }[]
    }
  ).rows

clause(
  '5.15',
  'a draft goes to colleagues for agreement, each with a term, and is offered when all have agreed',
  async () => {
    const id = await draft(house)
    const { rows } = (await perform(house, operations.listColleagues, await house.as('inspector'), { id })).result
    const named = rows.map((it) => it.id)
    assert.ok(named.includes(castId('deputy')) && named.includes(castId('analyst')))
    for (const other of ['inspector', 'head', 'gate', 'auditor'] as const)
      assert.ok(!named.includes(castId(other)), other)

    await assert.rejects(open(house, 'analyst', id), { reason: 'unknown' })
    await ask(id, ['deputy', 'analyst'])
    assert.equal(await agreementOf(id), 'asked')
    // The analyst sees what is asked about, whatever the reach.
    await open(house, 'analyst', id)
    const [duty] = await desk('analyst')
    assert.deepEqual([duty?.recordId, duty?.term.dueOn, duty?.page], [id, '2026-11-25', `/documents/${id}`])
    assert.ok((await bell('analyst')).some((it) => it.news === 'toAgree' && it.recordId === id))
    const waiting = await refusalOf(offer(id))
    assert.deepEqual([waiting.reason, waiting.clause], ['forbidden', '5.15'])
    assert.match(waiting.says.kk, /келісу әлі аяқталған жоқ/i)

    await agree('deputy', id, 'Келісемін.')
    assert.equal(await agreementOf(id), 'asked')
    assert.equal((await desk('deputy')).length, 0)
    const last = await agree('analyst', id)
    assert.equal(last.result.finished, true)
    assert.equal(await agreementOf(id), 'agreed')
    assert.ok((await bell('inspector')).some((it) => it.news === 'agreed' && it.recordId === id))
    const [round] = await history(id)
    assert.deepEqual(
      round?.voices.map(({ word, comment }) => [word, comment]),
      [
        ['agreed', 'Келісемін.'],
        ['agreed', null],
      ],
    )
    assert.deepEqual([round?.endedWhy, round?.current], ['agreed', true])
    await offer(id)
    await sign(house, 'head', id)
    const [entry] = await journalOf(house, id, 'agreement.agree')
    assert.deepEqual([entry?.outcome, entry?.actor], ['done', castId('deputy')])
  },
)

clause('5.15', 'whoever lets the term of agreement pass is reminded, and the head hears of it', async () => {
  const id = await draft(house)
  await ask(id, ['analyst'])
  const climb = async (day: string) => {
    house.clock.set(`${day}T08:00`)
    await perform(house, remindOfTerms, systemActor, {})
  }
  await climb('2026-11-25')
  await climb('2026-11-26')
  const mine = (await bell('analyst')).filter(({ recordId }) => recordId === id).map(({ news }) => news)
  assert.deepEqual(mine, ['late', 'today', 'toAgree'])
  assert.ok((await bell('head')).some(({ news, recordId }) => news === 'escalated' && recordId === id))
  house.clock.set('2026-11-26T10:00')
})

clause(
  '5.15',
  'in order, the next is asked when the one before has agreed, and an objection stops the route',
  async () => {
    const id = await draft(house)
    await ask(id, ['analyst', 'deputy', 'inspector2'], true)
    const early = await refusalOf(agree('deputy', id))
    assert.deepEqual([early.reason, early.clause], ['forbidden', '5.15'])
    assert.equal((await desk('deputy')).length, 0)
    await agree('analyst', id)
    assert.equal((await desk('deputy')).length, 1)
    const said = await object('deputy', id)
    assert.equal(said.result.finished, true)
    assert.equal(await agreementOf(id), 'objected')
    assert.equal((await desk('inspector2')).length, 0)
    assert.ok((await bell('inspector')).some((it) => it.news === 'objected' && it.recordId === id))
    const button = (await open(house, 'inspector', id)).may.find(({ operation }) => operation === 'documents.offer')
    assert.deepEqual([button?.allowed, button?.why?.clause, button?.why?.offer], [false, '5.15', 'agreement.ask'])
    const refused = await refusalOf(offer(id))
    assert.match(refused.says.ru, /возражение/)
    assert.equal((await refusalOf(object('deputy', id))).reason, 'forbidden')
  },
)

clause('5.15', 'a changed draft starts the route anew; agreement to an older version is shown as such', async () => {
  const id = await draft(house)
  await ask(id, ['deputy', 'analyst'])
  await agree('deputy', id)
  await object('analyst', id)
  await save(id, 'Өтініш толық қанағаттандырылды.')
  assert.equal(await agreementOf(id), 'asked')
  const [now, before] = await history(id)
  assert.deepEqual([now?.draft, now?.current, now?.endedWhy], [2, true, null])
  assert.deepEqual([before?.draft, before?.current], [1, false])
  assert.deepEqual(
    before?.voices.map(({ word }) => word),
    ['agreed', 'objected'],
  )
  assert.deepEqual(
    now?.voices.map(({ word, asked }) => [word, asked]),
    [
      [null, true],
      [null, true],
    ],
  )
  await agree('deputy', id)
  await agree('analyst', id)
  // Agreed, offered, returned by the head, mended: the mended text is agreed anew too.
  await offer(id)
  await performNamed(house, 'documents.return', await house.as('head'), { id, remark: 'Күнін көрсетіңіз.' })
  await save(id, 'Өтініш 2026 жылғы қарашада қаралды.')
  assert.equal((await refusalOf(offer(id))).clause, '5.15')
  assert.equal((await history(id)).length, 3)
  // Whoever answers a text that has changed meanwhile is told so.
  await asOwner(house, 'update agreement_rounds set draft = 1 where document_id = $1 and ended_at is null', [id])
  assert.equal((await refusalOf(agree('deputy', id))).reason, 'conflict')
})

clause('5.15', 'between the changed text and its new route nothing can be offered', async () => {
  const id = await draft(house)
  await ask(id, ['deputy'])
  await agree('deputy', id)
  await perform(house, saveDocument, await house.as('inspector'), { id, fields: { ...words, outcome: 'Басқа.' } })
  assert.equal((await refusalOf(offer(id))).clause, '5.15')
  assert.equal((await refusalOf(agree('deputy', id))).reason, 'forbidden')
  assert.deepEqual(await drainJobs(house), [])
  await agree('deputy', id)
  await offer(id)
})

clause('5.15', 'the drafter ends the route with a reason; only the drafter, and what was said stays', async () => {
  const id = await draft(house)
  await ask(id, ['deputy', 'analyst'])
  await agree('deputy', id)
  const end = async (by: CastName, reason: string) =>
    perform(house, operations.endAgreement, await house.as(by), { id, reason })
  assert.equal((await refusalOf(end('deputy', 'Керек емес.'))).reason, 'forbidden')
  assert.equal((await refusalOf(end('inspector', ' '))).reason, 'invalid')
  assert.equal((await refusalOf(ask(id, ['inspector2']))).clause, '5.15')
  await end('inspector', 'Келісудің қажеті болмай қалды.')
  assert.equal(await agreementOf(id), 'none')
  assert.equal((await desk('analyst')).filter(({ recordId }) => recordId === id).length, 0)
  const [round] = await history(id)
  assert.deepEqual(
    [round?.endedWhy, round?.reason, round?.voices[0]?.word],
    ['ended', 'Келісудің қажеті болмай қалды.', 'agreed'],
  )
  assert.equal((await refusalOf(agree('analyst', id))).reason, 'forbidden')
  await offer(id)
  await assert.rejects(asOwner(house, "update agreement_voices set comment = 'x' where word = 'agreed'"), /not changed/)
})

clause('5.16', 'nobody agrees with himself, and whoever is shut out is never asked', async () => {
  const id = await draft(house)
  for (const people of [['inspector'], ['head'], ['gate'], ['deputy', 'deputy']] as const) {
    const refusal = await refusalOf(ask(id, people))
    assert.deepEqual([refusal.reason, refusal.fields[0]?.path], ['invalid', 'people'])
  }
  await assert.rejects(perform(house, operations.askAgreement, await house.as('inspector'), { id, people: [] }), {
    reason: 'invalid',
  })
  assert.equal(
    (
      await refusalOf(
        perform(house, operations.askAgreement, await house.as('deputy'), { id, people: [castId('analyst')] }),
      )
    ).clause,
    '5.15',
  )
  assert.equal(
    (
      await refusalOf(
        perform(house, operations.askAgreement, await house.as('gate'), { id, people: [castId('analyst')] }),
      )
    ).reason,
    'unknown',
  )

  // Shut out of what the document is about; the sentence is that for any stranger.
  await asOwner(house, 'insert into denied values ($1, $2, now(), $3)', [
    castId('bailiff'),
    castId('analyst'),
    'Аты аталған',
  ])
  const refusal = await refusalOf(ask(id, ['analyst']))
  assert.match(refusal.fields[0]?.says.kk ?? '', /Тізімнен таңдаңыз/)
  await asOwner(house, 'delete from denied')

  await ask(id, ['inspector2'])
  const about = { kind: 'employee', id: castId('bailiff') }
  await doing(house, await house.as('head'), (tx) => handOverDocuments(tx, about, castId('inspector2')))
  const own = await refusalOf(agree('inspector2', id))
  assert.deepEqual([own.reason, own.clause], ['forbidden', '5.15'])
  assert.match(own.says.kk, /өзіңіз келісе алмайсыз/)
})

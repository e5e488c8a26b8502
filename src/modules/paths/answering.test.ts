// The answer and what surrounds it: its result, the hearing before a burdensome one, a judgment, and the complaint against it.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { returnDocument, saveDocument, openDocument } from '../documents/contract.ts'
import { documents } from '../documents/index.ts'
import { draftReply } from '../appeals/operations.ts'
import { exportAppeals, listAppeals, openAppeal } from '../appeals/queries.ts'
import { chooseResult, classifyAppeal } from './results.ts'
import { isSheet } from '../../kernel/reply.ts'
import { appealStatus } from '../submissions/index.ts'
import { remindOfTerms } from '../work/index.ts'
import { closeComplaint, enterComplaint, passComplaint, satisfyComplaint } from './complaints.ts'
import { holdHearing, noteObjections, openHearing } from './hearings.ts'
import { fieldsOf, of, openPaths, refused } from './paths.kit.ts'
import { lodgeComplaint, pathsInHand } from './visits.ts'

const stage = await openPaths()
const { house, owner, as, assigned, submit, visit, news, offer, sign, signed, sent, paths, due, stateOf } = stage
const monday = '2026-11-23T09:00'
const save = of(documents, saveDocument)

const words = {
  addressee: 'Сағат Ерікұлы Мырзабеков',
  subject: 'Өтінішке жауап',
  established: 'Аталған жайт тексерілді, дәлелденбеді.',
  ground: 'ӘРПК 76-бабы.',
  outcome: 'Өтінішті қанағаттандырудан бас тартылды.',
}
const refusal = { result: 'refused', ground: 'ӘРПК 76-бабы: жайт дәлелденбеді.' } as const

const drafted = async (id: string, chosen: object = {}): Promise<string> => {
  const { document } = await as('inspector', draftReply, { id, ...chosen })
  await as('inspector', save, { id: document, fields: words })
  return document
}

clause(
  '6.23',
  'the answer has a result: without one it is not offered, a refusal has its ground, and the signature fixes it',
  async () => {
    house.clock.set(monday)
    const { id } = await assigned('inspector')
    const document = await drafted(id)
    const lacking = await refused('forbidden', as('inspector', offer, { id: document }))
    assert.deepEqual([lacking.clause, /нәтижесі/.test(lacking.says.kk)], ['6.23', true])
    for (const who of ['head', 'registrar'] as const)
      await refused('forbidden', as(who, chooseResult, { id, result: 'satisfied' }))
    assert.deepEqual(fieldsOf(await refused('invalid', as('inspector', chooseResult, { id, result: 'refused' }))), [
      'ground',
    ])
    await refused('invalid', as('inspector', chooseResult, { id, result: 'lost' as 'refused' }))
    await as('inspector', chooseResult, { id, result: 'partly' })
    await as('inspector', offer, { id: document })
    await news()
    // On the signer's desk it is not changed behind the signer's back.
    assert.equal((await refused('forbidden', as('inspector', chooseResult, { id, result: 'satisfied' }))).clause, '15')
    await as('head', of(documents, returnDocument), { id: document, remark: 'Нәтижесін қайта қараңыз.' })
    await news()
    await as('inspector', chooseResult, { id, result: 'satisfied' })
    await signed(document)
    assert.equal(await stateOf(id), 'delivered')
    assert.equal((await refused('forbidden', as('inspector', chooseResult, { id, result: 'explained' }))).clause, '15')
    // The database keeps it too, whatever a program tries.
    await sql`select set_config('app.operation', 'test', false)`.execute(owner)
    await assert.rejects(sql`update appeals set result = 'partly' where id = ${id}`.execute(owner), /fixed/)
    const page = await as('head', openAppeal, { id })
    assert.equal(page.result, 'satisfied')
    assert.ok((await as('head', listAppeals, { result: 'satisfied' })).rows.some((it) => it.id === id))
    assert.ok(!(await as('head', listAppeals, { result: 'refused' })).rows.some((it) => it.id === id))
  },
)

clause('6.23', 'what an appeal is about is said by the classifier, at registration or later', async () => {
  const { id } = await assigned('inspector')
  await refused('invalid', as('inspector', classifyAppeal, { id, question: 'weather' }))
  await as('inspector', classifyAppeal, { id, question: 'bribery' })
  assert.equal((await as('head', openAppeal, { id })).question?.title.kk, 'Пара алу немесе пара талап ету')
  assert.ok((await as('head', listAppeals, { question: 'bribery' })).rows.some((it) => it.id === id))
  const sheet = await as('head', exportAppeals, { question: 'bribery' })
  assert.ok(isSheet(sheet))
  const rows = []
  for await (const row of sheet.rows) rows.push(row)
  assert.equal(rows[0]?.at(-2), 'Пара алу немесе пара талап ету')
})

clause(
  '6.23',
  'a disagreement with a judgment is answered with the routes of appeal, and the judgment is not reviewed',
  async () => {
    house.clock.set(monday)
    const { id, code } = await assigned('inspector')
    await as('inspector', classifyAppeal, { id, question: 'judgment' })
    assert.deepEqual(fieldsOf(await refused('invalid', as('inspector', chooseResult, { id, result: 'satisfied' }))), [
      'result',
    ])
    const { document } = await as('inspector', draftReply, { id })
    const paper = await as('inspector', of(documents, openDocument), { id: document })
    assert.equal(paper.template, 'routes-explained')
    assert.match(paper.fields['routes'] ?? '', /апелляциялық/)
    await as('inspector', save, {
      id: document,
      fields: { ...paper.fields, subject: 'Сот актісі туралы', judgment: '7599-26-00-2/101 ісі' },
    })
    await signed(document)
    assert.equal((await as('head', openAppeal, { id })).result, 'explained')
    assert.equal((await visit(code, appealStatus, {})).state, 'answered')
  },
)

clause(
  '6.23',
  'before a burdensome answer the applicant is told and heard: it is not signed before the time for objections has run',
  async () => {
    house.clock.set(monday)
    const { id, code } = await assigned('inspector')
    const document = await drafted(id, refusal)
    assert.equal((await as('inspector', openAppeal, { id })).burdensome, true)
    await as('inspector', offer, { id: document })
    await news()
    const early = await refused('forbidden', as('head', sign, { id: document }))
    assert.deepEqual([early.clause, /тыңдау/.test(early.says.kk)], ['6.23', true])
    const hearing = { decision: 'Бас тарту көзделеді.', ground: 'ӘРПК 73-бабы.', hearing: '25 қараша, сағат 15:00.' }
    await refused('forbidden', as('registrar', openHearing, { id, ...hearing }))
    const { document: decision } = await as('inspector', openHearing, { id, ...hearing })
    assert.equal((await due(id))['hearing'], '2026-12-09')
    await refused('forbidden', as('inspector', openHearing, { id, ...hearing }))
    assert.equal(
      (await refused('forbidden', as('inspector', holdHearing, { id, on: '2026-11-23', protocol: 'x' }))).clause,
      '6.23',
    )
    await signed(decision)
    assert.match((await visit(code, appealStatus, {})).messages[0]?.text ?? '', /[Аа]лдын ала шешім/)
    const [row] = await paths(id)
    assert.deepEqual(
      [row?.hearing?.toldOn, row?.hearing?.objectionsUntil, row?.hearing?.freeFrom],
      ['2026-11-23', '2026-11-25', '2026-11-26'],
    )
    house.clock.set('2026-11-25T18:00')
    assert.equal((await refused('forbidden', as('head', sign, { id: document }))).clause, '6.23')
    assert.deepEqual(
      fieldsOf(await refused('invalid', as('registrar', noteObjections, { id, on: '2026-11-26', text: 'x' }))),
      ['on'],
    )
    await as('registrar', noteObjections, { id, on: '2026-11-25', text: 'Келіспеймін, куәлар бар.' })
    await refused('invalid', as('registrar', noteObjections, { id, on: '2026-11-25', text: 'тағы' }))
    house.clock.set('2026-11-26T09:00')
    await as('head', sign, { id: document })
    await news()
    assert.equal(await stateOf(id), 'delivered')
    const done = (await paths(id))[0]
    assert.deepEqual([done?.state, done?.hearing?.objections], ['done', 'Келіспеймін, куәлар бар.'])
    assert.deepEqual((await as('head', openAppeal, { id })).openPaths, [])
  },
)

clause('6.23', 'a hearing that was held with a protocol opens the way to the signature at once', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  const document = await drafted(id, refusal)
  await as('inspector', offer, { id: document })
  const { document: decision } = await as('inspector', openHearing, { id, decision: 'x', ground: 'x', hearing: 'x' })
  await signed(decision)
  house.clock.set('2026-11-24T16:00')
  await refused('forbidden', as('head', sign, { id: document }))
  const scan = await stage.bring(await stage.actor('inspector'), 'хаттама.txt', 'Тыңдау хаттамасы')
  await as('inspector', holdHearing, { id, on: '2026-11-24', protocol: 'Өтініш беруші тыңдалды.', files: [scan] })
  await as('head', sign, { id: document })
  await news()
  assert.equal(await stateOf(id), 'delivered')
  // The burden is the assignee's own word: a refusal that burdens nobody needs no hearing.
  const other = await assigned('inspector')
  const light = await drafted(other.id, { ...refusal, burdensome: false })
  await refused('forbidden', as('inspector', openHearing, { id: other.id, decision: 'x', ground: 'x', hearing: 'x' }))
  await signed(light)
  assert.equal(await stateOf(other.id), 'delivered')
})

const answered = async () => {
  house.clock.set(monday)
  const it = await assigned('inspector')
  await signed(await drafted(it.id, { result: 'explained' }))
  return it
}

clause(
  '6.23',
  'a complaint against the reply is taken in, registered with its appeal and passed up within three working days',
  async () => {
    const { id, code } = await answered()
    const before = await visit(code, pathsInHand, {})
    assert.deepEqual([before.mayComplain, before.complainUntil, before.mayWithdraw], [true, '2027-02-23', false])
    await visit(code, lodgeComplaint, { text: 'Жауаппен келіспеймін.' })
    assert.equal((await refused('wrong-state', visit(code, lodgeComplaint, { text: 'тағы' }))).clause, '6.23')
    await news()
    const [row] = await paths(id)
    assert.match(row?.complaint?.number ?? '', /^6001-26-7-9\/\d+$/)
    assert.deepEqual(
      [row?.kind, row?.state, row?.late, row?.reason],
      ['complaint', 'begun', false, 'Жауаппен келіспеймін.'],
    )
    assert.deepEqual(await due(id), { complaint: '2026-11-26' })
    await refused('forbidden', as('inspector', passComplaint, { id, to: 'x', substance: 'x', enclosures: 'x' }))
    await refused('forbidden', as('head', closeComplaint, { id, outcome: 'left', words: 'x', on: '2026-11-23' }))
    house.clock.set('2026-11-27T08:00')
    assert.ok((await perform(house, remindOfTerms, systemActor, {})).result.told >= 1)
    const { document } = await as('head', passComplaint, {
      id,
      to: 'Сот әкімшілігінің басшысына',
      substance: 'Өтініш беруші жауаппен келіспейді.',
      enclosures: 'Іс материалдары, 12 парақ',
    })
    await signed(document)
    assert.equal((await paths(id))[0]?.complaint?.passedOn, '2026-11-27')
    assert.equal((await due(id))['complaint-review'], '2026-12-28')
    await sent(document)
    assert.deepEqual(Object.keys(await due(id)), ['complaint-review'])
    await refused('forbidden', as('head', satisfyComplaint, { id, words: 'x' }))
    assert.equal((await visit(code, pathsInHand, {})).rows[0]?.reviewDueOn, '2026-12-28')
    house.clock.set('2026-12-20T10:00')
    assert.deepEqual(
      fieldsOf(
        await refused('invalid', as('head', closeComplaint, { id, outcome: 'left', words: 'x', on: '2026-12-21' })),
      ),
      ['on'],
    )
    await as('registrar', closeComplaint, { id, outcome: 'left', words: 'Жауап негізді.', on: '2026-12-18' })
    assert.deepEqual(await due(id), {})
    const seen = (await visit(code, pathsInHand, {})).rows[0]
    assert.deepEqual([seen?.outcome, seen?.words, seen?.state], ['left', 'Жауап негізді.', 'done'])
  },
)

clause('6.23', 'a complaint that the Department fully satisfies need not go up', async () => {
  const { id, code } = await answered()
  await visit(code, lodgeComplaint, { text: 'Келіспеймін.' })
  await news()
  await as('head', satisfyComplaint, { id, words: 'Өтініш қайта қаралды, жауап өзгертілді.' })
  const [row] = await paths(id)
  assert.deepEqual([row?.complaint?.outcome, row?.complaint?.passedOn, row?.state], ['satisfied', null, 'done'])
  // Closed, it makes room for another.
  assert.equal((await visit(code, pathsInHand, {})).mayComplain, true)
})

clause('6.23', 'a late complaint is registered all the same, and marked', async () => {
  const { id } = await answered()
  const open = await assigned('inspector')
  await refused('forbidden', as('registrar', enterComplaint, { id: open.id, receivedOn: '2026-11-23', text: 'x' }))
  house.clock.set('2027-02-23T10:00')
  await refused('forbidden', as('head', enterComplaint, { id, receivedOn: '2027-02-23', text: 'x' }))
  await refused('invalid', as('registrar', enterComplaint, { id, receivedOn: '2027-02-24', text: 'x' }))
  await refused('invalid', as('registrar', enterComplaint, { id, receivedOn: '2026-11-20', text: 'x' }))
  house.clock.set('2027-02-24T10:00')
  const late = await as('registrar', enterComplaint, { id, receivedOn: '2027-02-24', text: 'Келіспеймін.' })
  assert.equal(late.late, true)
  const [row] = await paths(id)
  assert.deepEqual([row?.late, row?.complaint?.lodgeUntil, row?.complaint?.channel], [true, '2027-02-23', 'paper'])
  await refused('forbidden', as('registrar', enterComplaint, { id, receivedOn: '2027-02-24', text: 'Тағы' }))
  const early = await submit()
  await refused('wrong-state', visit(early.code, lodgeComplaint, { text: 'x' }))
})

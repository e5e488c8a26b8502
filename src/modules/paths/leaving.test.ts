// The ways on which an appeal leaves the Department's hands: forwarded whole or in part, returned, withdrawn, handed over.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { listAppeals, openAppeal } from '../appeals/queries.ts'
import { draftReply, reassignAppeal } from '../appeals/operations.ts'
import { registerAppeal } from '../appeals/registering.ts'
import { plantedBody } from '../incoming/index.ts'
import { appealStatus, takeReply } from '../submissions/index.ts'
import { enterAppeal } from '../submissions/entering.ts'
import { remindOfTerms } from '../work/index.ts'
import { goOnDespite, recordWithdrawal, returnAppeal, terminateAppeal } from './ending.ts'
import { dropPath, forwardAppeal } from './forwarding.ts'
import { paths as room } from './index.ts'
import { noteSigned } from './papers.ts'
import { castId, fieldsOf, openPaths, refused } from './paths.kit.ts'
import { numberTransfer, transferAppeal } from './transfers.ts'
import { askWithdrawal, pathsInHand } from './visits.ts'

const stage = await openPaths()
const {
  house,
  owner,
  as,
  assigned,
  registered,
  submit,
  visit,
  news,
  signed,
  sent,
  offer,
  sign,
  paths,
  due,
  stateOf,
  journal,
} = stage
const monday = '2026-11-23T09:00'

const council = 'Жоғары Сот Кеңесі'
const elsewhere = {
  body: plantedBody('higher-judicial-council'),
  substance: 'Судья лауазымына кандидаттарды іріктеу тәртібі туралы.',
  ground: 'ӘРПК 65-бабы: мәселе Кеңестің құзыретінде.',
}

clause(
  '6.23',
  'what is outside the competence is forwarded within three working days, and the applicant is told at the same time',
  async () => {
    house.clock.set(monday)
    const { id, code } = await registered()
    const { letter, notice, dueOn } = await as('head', forwardAppeal, { id, ...elsewhere })
    assert.equal(dueOn, '2026-11-26')
    assert.equal((await due(id))['forward'], '2026-11-26')
    assert.equal((await refused('forbidden', as('head', forwardAppeal, { id, ...elsewhere }))).clause, '6.23')
    // One signature is not yet a forwarding: the letter and the notice go together.
    house.clock.set('2026-11-24T10:00')
    await signed(letter, 'head')
    assert.equal(await stateOf(id), 'registered')
    assert.equal((await visit(code, appealStatus, {})).state, 'registered')
    await as('head', offer, { id: notice })
    // Clause 15: neither the deputy nor a colleague signs.
    for (const who of ['deputy', 'registrar'] as const)
      assert.equal((await refused('forbidden', as(who, sign, { id: notice }))).clause, '15')
    await as('head', sign, { id: notice })
    await news()
    assert.equal(await stateOf(id), 'forwarded')
    const seen = await visit(code, appealStatus, {})
    assert.deepEqual([seen.state, seen.ending, seen.doneOn, seen.mayWrite], ['forwarded', council, '2026-11-24', false])
    assert.match(seen.messages[0]?.text ?? '', /құзыретті органға жіберілді/)
    assert.ok((await visit(code, takeReply, { file: seen.messages[0]?.files[0]?.id ?? '' })).bytes > 1_000)
    const [row] = await paths(id)
    assert.deepEqual(
      [row?.late, row?.doneOn, row?.papers.map(({ role }) => role)],
      [false, '2026-11-24', ['letter', 'notice']],
    )
    const page = await as('head', openAppeal, { id })
    assert.deepEqual([page.ending?.body?.kk, page.term.doneOn], [council, '2026-11-24'])
    // The letter itself lies on a desk until it has been posted.
    assert.deepEqual(Object.keys(await due(id)), ['post'])
    await sent(letter, 'head')
    assert.deepEqual(await due(id), {})
    assert.ok((await journal(id)).includes('paths.forward done'))
    assert.equal((await refused('forbidden', as('head', forwardAppeal, { id, ...elsewhere }))).clause, '6.23')
    await refused('forbidden', as('head', returnAppeal, { id, reason: 'x', ground: 'x' }))
    await refused(
      'forbidden',
      as('head', transferAppeal, { id, body: plantedBody('mia'), established: 'x', signs: 'x' }),
    )
    // News that comes twice changes nothing.
    await perform(house, noteSigned, systemActor, { id, document: notice })
    assert.equal((await visit(code, appealStatus, {})).messages.length, 1)
  },
)

clause('6.23', 'a part is forwarded, and the rest stays in work under its own clock', async () => {
  house.clock.set(monday)
  const { id, code } = await assigned('inspector')
  const part = 'Көлік тұрағы туралы бөлігі.'
  const unnamed = await refused('invalid', as('inspector', forwardAppeal, { id, ...elsewhere, body: 'other' }))
  assert.deepEqual(fieldsOf(unnamed), ['named'])
  const { letter, notice } = await as('inspector', forwardAppeal, { id, ...elsewhere, part })
  await signed(letter)
  await signed(notice)
  assert.equal(await stateOf(id), 'assigned')
  const duties = await due(id)
  assert.deepEqual([duties['answer'], duties['forward']], ['2026-12-14', undefined])
  const seen = await visit(code, pathsInHand, {})
  assert.deepEqual(
    seen.rows.map(({ kind, body, part: piece, doneOn }) => [kind, body?.kk, piece, doneOn]),
    [['forwarding', council, part, '2026-11-23']],
  )
  assert.equal((await visit(code, appealStatus, {})).state, 'considered')
  // The rest is answered as any appeal is.
  const { document } = await as('inspector', draftReply, { id, result: 'satisfied' })
  assert.ok(document)
})

clause('5.14', 'forwarding after its term is not refused, but marked late and escalated', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  house.clock.set('2026-12-01T08:00')
  const { letter, notice } = await as('inspector', forwardAppeal, { id, ...elsewhere })
  const { escalated } = (await perform(house, remindOfTerms, systemActor, {})).result
  assert.ok(escalated >= 1)
  assert.equal((await paths(id))[0]?.late, true)
  await signed(letter)
  await signed(notice)
  const [row] = await paths(id)
  assert.deepEqual([await stateOf(id), row?.late, row?.dueOn], ['forwarded', true, '2026-11-26'])
})

clause('6.23', 'what lacks essence is returned with its reason when the head has signed the notice', async () => {
  house.clock.set(monday)
  const { id, code } = await assigned('inspector', { text: 'Көмектесіңіздер.' })
  const reason = 'Не болғаны, қай сотта болғаны көрсетілмеген.'
  for (const who of ['inspector', 'registrar'] as const)
    await refused('forbidden', as(who, returnAppeal, { id, reason, ground: 'ӘРПК 63-бабы.' }))
  await refused('invalid', as('head', returnAppeal, { id, reason: '  ', ground: 'ӘРПК 63-бабы.' }))
  const { document } = await as('head', returnAppeal, { id, reason, ground: 'ӘРПК 63-бабы.' })
  assert.equal((await refused('forbidden', as('head', forwardAppeal, { id, ...elsewhere }))).clause, '6.23')
  assert.equal(await stateOf(id), 'assigned')
  await signed(document)
  assert.equal(await stateOf(id), 'returned')
  const seen = await visit(code, appealStatus, {})
  assert.deepEqual([seen.state, seen.ending], ['returned', reason])
  assert.equal(seen.messages.length, 1)
  // Given up, another appeal goes on as if nothing had begun.
  const other = await assigned('inspector')
  const begun = await as('head', returnAppeal, { id: other.id, reason, ground: 'x' })
  await as('head', dropPath, { id: other.id, path: 'return', reason: 'Өтініш беруші толықтырды.' })
  await refused('invalid', as('head', dropPath, { id: other.id, path: 'return', reason: 'x' }))
  await signed(begun.document)
  assert.equal(await stateOf(other.id), 'assigned')
})

clause(
  '6.23',
  'the applicant withdraws under the code, and the consideration is terminated with a notice',
  async () => {
    house.clock.set(monday)
    const early = await submit()
    assert.equal((await refused('wrong-state', visit(early.code, askWithdrawal, {}))).clause, '6.23')
    const { id, code } = await assigned('inspector')
    assert.equal((await visit(code, pathsInHand, {})).mayWithdraw, true)
    await visit(code, askWithdrawal, { reason: 'Мәселе шешілді.' })
    await refused('wrong-state', visit(code, askWithdrawal, {}))
    await news()
    assert.equal((await due(id))['withdrawal'], '2026-12-14')
    assert.equal((await paths(id))[0]?.askedBy, null)
    await refused('forbidden', as('inspector', terminateAppeal, { id, ground: 'x' }))
    const { document } = await as('head', terminateAppeal, { id, ground: 'ӘРПК 70-бабы.' })
    await signed(document)
    assert.equal(await stateOf(id), 'withdrawn')
    assert.equal((await visit(code, appealStatus, {})).state, 'withdrawn')
    const page = await as('head', openAppeal, { id })
    assert.deepEqual([page.result, page.ending?.reason], ['terminated', 'Мәселе шешілді.'])
    assert.equal((await visit(code, pathsInHand, {})).mayComplain, false)
    assert.ok((await as('head', listAppeals, { result: 'terminated' })).rows.some((it) => it.id === id))
  },
)

clause('6.17', 'a withdrawal ends nothing where there are signs of a crime', async () => {
  house.clock.set(monday)
  const { id, code } = await assigned('inspector')
  await refused('invalid', as('registrar', recordWithdrawal, { id, files: [] }))
  const scan = await stage.bring(await stage.actor('registrar'), 'арыз.txt', 'Өтінішімді қайтарып аламын')
  await as('registrar', recordWithdrawal, { id, files: [scan] })
  await refused('forbidden', as('registrar', recordWithdrawal, { id, files: [scan] }))
  await as('inspector', transferAppeal, {
    id,
    body: plantedBody('knb-anti-corruption'),
    established: 'Қызметкер ақша алған.',
    signs: 'ҚК 366-бабының белгілері.',
    part: 'Пара туралы бөлігі.',
  })
  const refusal = await refused('forbidden', as('head', terminateAppeal, { id, ground: 'x' }))
  assert.deepEqual([refusal.clause, /қылмыс белгілері/.test(refusal.says.kk)], ['6.17', true])
  await as('head', goOnDespite, { id, reason: 'Қылмыс белгілері бар.' })
  assert.equal((await due(id))['withdrawal'], undefined)
  assert.equal(await stateOf(id), 'assigned')
  assert.deepEqual(
    (await visit(code, pathsInHand, {})).rows.map(({ kind, state }) => [kind, state]),
    [['withdrawal', 'declined']],
  )
})

const crime = {
  body: plantedBody('knb-anti-corruption'),
  established: 'Кеңсе қызметкері істі тіркегені үшін ақша алған.',
  signs: 'Қылмыстық кодекстің 366-бабында көзделген пара алу белгілері.',
} as const

clause(
  '6.17',
  'signs of a crime are handed over at once with an outgoing number, and the register number is asked for',
  async () => {
    house.clock.set(monday)
    const { id, code } = await assigned('inspector')
    for (const who of ['registrar'] as const) await refused('forbidden', as(who, transferAppeal, { id, ...crime }))
    await refused('invalid', as('inspector', transferAppeal, { id, ...crime, body: 'court' }))
    const { document } = await as('inspector', transferAppeal, { id, ...crime })
    assert.equal((await due(id))['transfer'], '2026-11-23')
    await refused('forbidden', as('head', transferAppeal, { id, ...crime }))
    await refused('forbidden', as('inspector', numberTransfer, { id, kuiNumber: '1' }))
    const number = await signed(document)
    assert.equal(await stateOf(id), 'transferred')
    const seen = await visit(code, appealStatus, {})
    assert.deepEqual([seen.state, seen.ending], ['transferred', 'ҰҚК Сыбайлас жемқорлыққа қарсы іс-қимыл қызметі'])
    assert.ok(!JSON.stringify(seen).includes('366'))
    assert.equal((await paths(id))[0]?.transfer?.outgoingNumber, number)
    await sent(document)
    // Five working days until the number is to be known; the duty stands until it is there.
    assert.deepEqual(await due(id), { 'crime-number': '2026-11-30' })
    await refused('invalid', as('inspector', numberTransfer, { id }))
    assert.deepEqual((await as('inspector', numberTransfer, { id, kuiNumber: '4512' })).warnings, [])
    assert.deepEqual(await due(id), { 'crime-number': '2026-11-30' })
    const { warnings } = await as('registrar', numberTransfer, { id, registerNumber: '26710003100' })
    assert.match(warnings[0]?.ru ?? '', /15 цифр/)
    assert.deepEqual(await due(id), {})
    const [row] = await paths(id)
    assert.deepEqual([row?.transfer?.registerNumber, row?.transfer?.kuiNumber], ['26710003100', '4512'])
    await refused('forbidden', as('inspector', numberTransfer, { id, registerNumber: '267100031000001' }))
  },
)

clause(
  '6.17',
  'handed over in part, the appeal itself goes on, and the number is still asked for after the answer',
  async () => {
    house.clock.set(monday)
    const { id } = await assigned('inspector')
    const { document } = await as('inspector', transferAppeal, { id, ...crime, part: 'Ақша алу туралы бөлігі.' })
    await signed(document)
    assert.equal(await stateOf(id), 'assigned')
    await as('head', reassignAppeal, { id, to: castId('inspector2'), note: 'Жүктеме' })
    await news()
    assert.equal((await due(id, 'inspector2'))['crime-number'], '2026-11-30')
    assert.equal(
      (await refused('forbidden', as('head', returnAppeal, { id, reason: 'x', ground: 'x' }))).clause,
      '6.17',
    )
    const { letter, notice } = await as('inspector2', forwardAppeal, { id, ...elsewhere })
    await signed(letter, 'inspector2')
    await signed(notice, 'inspector2')
    assert.equal(await stateOf(id), 'forwarded')
    assert.ok('crime-number' in (await due(id)))
  },
)

clause('15', 'the notice of a paper appeal lies on a desk until it has been posted', async () => {
  house.clock.set(monday)
  const slip = await as('registrar', enterAppeal, {
    channel: 'paper',
    kind: 'complaint',
    language: 'ru',
    entryKey: randomUUID(),
    text: 'Прошу разобраться с работой Высшего Судебного Совета.',
    as: 'person',
    name: 'Пётр Показов',
    address: 'Алматы, улица Показная, 1',
  })
  await as('registrar', registerAppeal, { id: slip.id })
  const { letter, notice } = await as('deputy', forwardAppeal, {
    id: slip.id,
    ...elsewhere,
    body: 'other',
    named: 'Высший  Судебный совет',
  })
  await signed(letter, 'deputy')
  await signed(notice, 'deputy')
  assert.equal(await stateOf(slip.id), 'forwarded')
  assert.deepEqual(await due(slip.id), { post: '2026-11-23' })
  assert.equal((await visit(slip.code, appealStatus, {})).messages.length, 0)
  await sent(letter, 'deputy')
  await sent(notice, 'deputy')
  assert.deepEqual(await due(slip.id), {})
  const seen = await visit(slip.code, appealStatus, {})
  assert.match(seen.messages[0]?.text ?? '', /направлено компетентному органу/)
})

test('an anonymous appeal keeps its own rule', async () => {
  const { id } = await registered({ applicant: { as: 'anonymous' } })
  assert.match((await refused('forbidden', as('head', forwardAppeal, { id, ...elsewhere }))).says.ru, /свой порядок/)
  await refused('forbidden', as('head', returnAppeal, { id, reason: 'x', ground: 'x' }))
})

test('for whoever does not see the appeal none of its paths exists, and the public reaches only its own', async () => {
  const { id } = await assigned('inspector')
  const more = {
    until: '2027-01-15',
    reason: 'x',
    body: plantedBody('mia'),
    substance: 'x',
    ground: 'x',
    files: [randomUUID()],
    decision: 'x',
    hearing: 'x',
    on: '2026-11-23',
    text: 'x',
    protocol: 'x',
    established: 'x',
    signs: 'x',
    registerNumber: '1',
    path: 'return',
    receivedOn: '2026-11-23',
    to: 'x',
    enclosures: 'x',
    words: 'x',
    outcome: 'left',
    result: 'explained',
    question: 'other',
  }
  const operations = room.operations.filter(({ record, inner }) => record && !inner)
  assert.ok(operations.length >= 19)
  for (const who of [
    'chairman',
    'caHead',
    'analyst',
    'bailiff',
    'gate',
    'auditor',
    'admin',
    'inspector2',
    'almatyHead',
  ] as const) {
    const actor = await stage.actor(who)
    for (const operation of operations) await refused('unknown', perform(house, operation, actor, { id, ...more }))
  }
  for (const inner of room.operations.filter((it) => it.inner))
    await refused(
      'forbidden',
      perform(house, inner, await stage.actor('head'), {
        id,
        document: randomUUID(),
        path: randomUUID(),
        to: id,
        text: 'x',
      }),
    )
  await refused('forbidden', visit('', pathsInHand, {}))
  await refused('unknown', visit('K7QD-K7QD-K7QD-K7QD-K7QD-K7QD-K7QD', askWithdrawal, {}))
})

test('two who begin the same path at once do not both begin it', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  const both = await Promise.allSettled([
    as('inspector', forwardAppeal, { id, ...elsewhere }),
    as('head', forwardAppeal, { id, ...elsewhere }),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from appeal_paths where appeal_id = ${id}`.execute(owner)
  assert.equal(rows[0]?.n, 1)
  assert.deepEqual(fieldsOf(await refused('invalid', as('head', dropPath, { id, path: 'transfer', reason: 'x' }))), [
    'path',
  ])
})

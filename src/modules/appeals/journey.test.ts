// From the registered appeal to the reply in the applicant's hands: assignment, work, signature, delivery, and every refusal on the way.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { text as textOf } from 'node:stream/consumers'
import { test } from 'node:test'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { perform } from '../../kernel/perform.ts'
import { documents } from '../documents/index.ts'
import {
  offerDocument,
  openDocument,
  returnDocument,
  saveDocument,
  sendDocument,
  signDocument,
} from '../documents/contract.ts'
import { listDuties, listNotices } from '../work/contract.ts'
import { remindOfTerms, work } from '../work/index.ts'
import { systemActor } from '../../kernel/system.ts'
import type { Module } from '../../kernel/module.ts'
import type { Shape } from '../../kernel/contract.ts'
import type { Typed } from '../../kernel/operation.ts'
import type { z } from 'zod'
import { castId, openStage, refused } from './appeals.kit.ts'
import { assignAppeal, draftReply, messageAppeal, noteAppeal, reassignAppeal, takeUpAppeal } from './operations.ts'
import { listAssignees, openAppeal, takeAppealFile } from './queries.ts'
import { appealStatus, submitAppeal, takeReply, writeToAppeal } from '../submissions/index.ts'
import type { CastName } from '../../app/cast.ts'

const stage = await openStage()
const { house, owner, as, assigned, registered, submit, visit, news } = stage

/** The operation that a contract's shape names. */
const of = <I extends z.ZodType, O extends z.ZodType>(room: Module, shape: Shape<I, O>): Typed<I, O> => {
  const found = room.operations.find(({ name }) => name === shape.name)
  if (!found) throw new Error(`no operation ${shape.name}`)
  return found
}
const sign = of(documents, signDocument)
const offer = of(documents, offerDocument)

const words = {
  addressee: 'Сағат Ерікұлы Мырзабеков',
  address: null,
  subject: 'Өтінішке жауап',
  established: 'Аталған жайт тексерілді.',
  ground: 'ӘРПК 76-бабы.',
  outcome: 'Өтініш қанағаттандырылды.',
}

/** The assignee's reply, complete and offered. */
const offered = async (who: CastName, id: string): Promise<string> => {
  const { document } = await as(who, draftReply, { id, result: 'satisfied' })
  await as(who, of(documents, saveDocument), { id: document, fields: words })
  await as(who, offer, { id: document })
  await news()
  return document
}

const stateOf = async (id: string): Promise<string> => {
  const { rows } = await sql<{ state: string }>`select state from appeals where id = ${id}`.execute(owner)
  return rows[0]?.state ?? ''
}

clause('6.23', 'an appeal is considered, answered and the reply read by its applicant under the code', async () => {
  house.clock.set('2026-11-23T09:00')
  const { id, code, number } = await assigned('inspector')
  await as('inspector', takeUpAppeal, { id })
  assert.equal((await visit(code, appealStatus, {})).state, 'considered')
  house.clock.set('2026-11-30T10:00')
  const document = await offered('inspector', id)
  assert.equal(await stateOf(id), 'offered')
  const done = await as('head', sign, { id: document })
  const before = await visit(code, appealStatus, {})
  assert.equal(before.reply, null)
  await news()
  assert.equal(await stateOf(id), 'delivered')
  const seen = await visit(code, appealStatus, {})
  assert.deepEqual([seen.state, seen.number, seen.doneOn], ['answered', number, '2026-11-30'])
  assert.equal(seen.reply?.number, done.number)
  const pdf = await visit(code, takeReply, { file: seen.reply?.file ?? '' })
  const bytes = await textOf(pdf.stream)
  assert.ok(bytes.startsWith('%PDF-'))
  assert.equal(
    pdf.bytes,
    Number(
      (await sql<{ bytes: number }>`select bytes from files where sha256 = ${done.sha256}`.execute(owner)).rows[0]
        ?.bytes,
    ),
  )
  assert.equal(seen.mayWrite, false)
  await refused('wrong-state', visit(code, writeToAppeal, { text: 'Тағы бір сөз' }))
  const open = (await as('head', openAppeal, { id })).term
  assert.equal(open.doneOn, '2026-11-30')
})

clause('15', 'the reply is signed by the head and by nobody else', async () => {
  const { id } = await assigned('inspector')
  const document = await offered('inspector', id)
  for (const who of ['deputy', 'inspector'] as const) {
    assert.equal((await refused('forbidden', as(who, sign, { id: document }))).clause, '15')
  }
  for (const who of ['inspector2', 'abaiHead', 'admin', 'gate', 'bailiff'] as const)
    await refused('unknown', as(who, sign, { id: document }))
  assert.equal(await stateOf(id), 'offered')
  await as('head', sign, { id: document })
  await news()
  assert.equal(await stateOf(id), 'delivered')
})

clause('15', 'a reply returned with a remark is work again, and can be offered anew', async () => {
  const { id, code } = await assigned('inspector')
  const document = await offered('inspector', id)
  await as('head', of(documents, returnDocument), { id: document, remark: 'Заң бабын көрсетіңіз.' })
  await news()
  assert.equal(await stateOf(id), 'working')
  assert.equal((await visit(code, appealStatus, {})).state, 'considered')
  assert.equal((await as('inspector', draftReply, { id })).document, document)
  await as('inspector', offer, { id: document })
  await news()
  assert.equal(await stateOf(id), 'offered')
})

clause('6.23', 'the reply to a paper appeal is given when it has been sent', async () => {
  const { enterAppeal } = await import('../submissions/entering.ts')
  const { registerAppeal } = await import('./registering.ts')
  const slip = await as('registrar', enterAppeal, {
    channel: 'paper',
    kind: 'complaint',
    language: 'ru',
    entryKey: randomUUID(),
    text: 'Жалоба',
    as: 'person',
    name: 'Иван Петров',
    address: 'Алматы',
  })
  await as('registrar', registerAppeal, { id: slip.id })
  await as('head', assignAppeal, { id: slip.id, to: castId('inspector2') })
  const document = await offered('inspector2', slip.id)
  const { language, addressee } = await as('inspector2', of(documents, openDocument), { id: document })
  assert.deepEqual([language, addressee], ['ru', words.addressee])
  await as('head', sign, { id: document })
  await news()
  assert.equal(await stateOf(slip.id), 'answered')
  assert.equal((await visit(slip.code, appealStatus, {})).reply, null)
  await as('inspector2', of(documents, sendDocument), { id: document, way: 'post' })
  await news()
  assert.equal(await stateOf(slip.id), 'delivered')
  assert.ok((await visit(slip.code, appealStatus, {})).reply)
})

clause('6.23', 'the draft of the reply begins with the applicant, the appeal it answers and its language', async () => {
  const { id, number } = await assigned('inspector', { language: 'ru' })
  const { document } = await as('inspector', draftReply, { id })
  const it = await as('inspector', of(documents, openDocument), { id: document })
  assert.equal(it.language, 'ru')
  assert.equal(it.fields['addressee'], 'Сағат Ерікұлы Мырзабеков')
  const { rows } = await sql<{
    answers_number: string
  }>`select answers_number from documents where id = ${document}`.execute(owner)
  assert.equal(rows[0]?.answers_number, number)
})

test('an appeal is given by a chief to somebody who may work it, is there today and does not have it yet', async () => {
  const { id } = await registered()
  for (const who of ['registrar', 'inspector', 'analyst', 'auditor', 'admin'] as const) {
    const reason = who === 'registrar' ? 'forbidden' : 'unknown'
    await refused(reason, as(who, assignAppeal, { id, to: castId('inspector') }))
  }
  for (const to of [castId('registrar'), castId('gate'), castId('chairman'), randomUUID()]) {
    await refused('invalid', as('head', assignAppeal, { id, to }))
  }
  await sql`select set_config('app.operation', 'test', false)`.execute(owner)
  await sql`insert into absences (id, employee_id, kind, from_on, until_on) values (${randomUUID()}, ${castId('inspector2')}, 'sickness', '2026-11-20', '2026-12-30')`.execute(
    owner,
  )
  const { rows } = await as('head', listAssignees, { id })
  assert.deepEqual(
    rows.filter(({ absent }) => absent).map(({ id: it }) => it),
    [castId('inspector2')],
  )
  const away = await refused('invalid', as('head', assignAppeal, { id, to: castId('inspector2') }))
  assert.match(away.fields[0]?.says.ru ?? '', /отсутствует/)
  await sql`delete from absences`.execute(owner)
  await as('deputy', assignAppeal, { id, to: castId('inspector2'), note: 'Шұғыл қараңыз.' })
  assert.equal((await refused('wrong-state', as('head', assignAppeal, { id, to: castId('inspector') }))).clause, '9.5')
  await refused('invalid', as('head', reassignAppeal, { id, to: castId('inspector2'), note: 'x' }))
})

clause('9.5', 'of two who give an appeal at once one succeeds and the other is told', async () => {
  const { id } = await registered()
  const both = await Promise.allSettled([
    as('head', assignAppeal, { id, to: castId('inspector') }),
    as('deputy', assignAppeal, { id, to: castId('inspector2') }),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from duties where record_id = ${id} and closed_at is null`.execute(owner)
  assert.equal(rows[0]?.n, 1)
})

test('a form that showed an older version of the appeal is refused', async () => {
  const { id } = await registered()
  const { version } = await as('head', openAppeal, { id })
  await as('head', noteAppeal, { id, text: 'Жазба' })
  await refused('conflict', as('head', assignAppeal, { id, to: castId('inspector'), version }))
})

clause('6.23', 'passed to another employee, the appeal and its draft leave the first one’s sight', async () => {
  const { id } = await assigned('inspector')
  const { document } = await as('inspector', draftReply, { id })
  await as('head', reassignAppeal, { id, to: castId('inspector2'), note: 'Жүктемеге байланысты' })
  await refused('unknown', as('inspector', openAppeal, { id }))
  await refused('unknown', as('inspector', of(documents, openDocument), { id: document }))
  await as('inspector2', of(documents, openDocument), { id: document })
  const desk = async (who: CastName) =>
    (await as(who, of(work, listDuties), {})).rows.some(({ recordId }) => recordId === id)
  assert.deepEqual([await desk('inspector'), await desk('inspector2')], [false, true])
  const bell = await as('inspector2', of(work, listNotices), {})
  assert.ok(bell.rows.some(({ recordId, news: it }) => recordId === id && it === 'assigned'))
})

test('messages go both ways, with files, and reach nobody else', async () => {
  const { id, code } = await assigned('inspector')
  const file = await stage.bring(publicActor(), 'хат.txt', 'Қосымша дәлел')
  const key = randomUUID()
  await visit(code, writeToAppeal, { text: 'Қосымша мәлімет', files: [file], messageKey: key })
  await visit(code, writeToAppeal, { text: 'Қосымша мәлімет', messageKey: key })
  await news()
  const bell = await as('inspector', of(work, listNotices), {})
  assert.ok(bell.rows.some(({ recordId, news: it }) => recordId === id && it === 'message'))
  house.clock.forward(60_000)
  const answer = await stage.bring(await stage.actor('inspector'), 'үлгі.txt', 'Үлгі')
  await as('inspector', messageAppeal, { id, text: 'Үлгіні толтырыңыз.', files: [answer] })
  await as('inspector', noteAppeal, { id, text: 'Ішкі жазба' })
  const seen = await visit(code, appealStatus, {})
  assert.deepEqual(
    seen.messages.map(({ from, text }) => [from, text]),
    [
      ['applicant', 'Қосымша мәлімет'],
      ['department', 'Үлгіні толтырыңыз.'],
    ],
  )
  assert.ok(!JSON.stringify(seen).includes('Ішкі жазба'))
  assert.ok(!JSON.stringify(seen).includes('Серікова'))
  assert.equal(await textOf((await visit(code, takeReply, { file: answer })).stream), 'Үлгі')
  await refused('unknown', visit(code, takeReply, { file }))
  const page = await as('inspector', openAppeal, { id })
  assert.deepEqual(
    page.messages.map(({ files }) => files.map(({ id: it }) => it)),
    [[file], [answer]],
  )
  assert.equal(await textOf((await as('inspector', takeAppealFile, { id, file })).stream), 'Қосымша дәлел')
  const other = await submit()
  await refused('unknown', visit(other.code, takeReply, { file: answer }))
  await refused('unknown', as('inspector', takeAppealFile, { id, file: randomUUID() }))
  await refused('invalid', visit(code, writeToAppeal, { text: 'а'.repeat(5_001) }))
  await refused('invalid', as('inspector', messageAppeal, { id, text: 'а'.repeat(5_001) }))
})

clause(
  '5.14',
  'the carrying out of the term is ensured: the assignee is reminded, and the head hears of a missed one',
  async () => {
    house.clock.set('2026-11-23T09:00')
    const { id } = await assigned('inspector')
    const told = async (who: CastName): Promise<string[]> =>
      (await as(who, of(work, listNotices), { size: 100 })).rows
        .filter(({ recordId }) => recordId === id)
        .map(({ news: it }) => it)
    const { term } = await as('inspector', openAppeal, { id })
    assert.deepEqual([term.dueOn, term.left, term.total], ['2026-12-14', 15, 15])
    for (const [day, seen] of [
      ['2026-12-09', 'ahead'],
      ['2026-12-14', 'today'],
      ['2026-12-15', 'late'],
    ] as const) {
      house.clock.set(`${day}T08:00`)
      await perform(house, remindOfTerms, systemActor, {})
      assert.ok((await told('inspector')).includes(seen), `${day} ${seen}`)
    }
    assert.ok((await told('head')).includes('escalated'))
    assert.equal((await as('inspector', openAppeal, { id })).term.left, -1)
    const document = await offered('inspector', id)
    await as('head', sign, { id: document })
    await news()
    const before = (await told('inspector')).length
    house.clock.set('2026-12-17T08:00')
    await perform(house, remindOfTerms, systemActor, {})
    assert.equal((await told('inspector')).length, before)
    house.clock.set('2026-11-23T09:00')
  },
)

test('news that comes twice or late changes nothing', async () => {
  const { id } = await assigned('inspector')
  const document = await offered('inspector', id)
  await as('head', sign, { id: document })
  await news()
  const { noteOffered, noteReturned, noteSigned, noteSent } = await import('./replies.ts')
  for (const late of [noteOffered, noteReturned, noteSigned, noteSent])
    await perform(house, late, systemActor, { id, document })
  assert.equal(await stateOf(id), 'delivered')
})

test('only the applicant’s code opens the appeal; a wrong one is refused and journaled', async () => {
  const { code } = await submit()
  await refused('unknown', visit('K7QD-K7QD-K7QD-K7QD-K7QD-K7QD-K7QD', appealStatus, {}))
  await refused('forbidden', visit('', appealStatus, {}))
  await refused(
    'forbidden',
    perform(house, submitAppeal, await stage.actor('head'), {
      submissionKey: randomUUID(),
      kind: 'report',
      language: 'kk',
      applicant: { as: 'anonymous' },
      text: 'x',
    }),
  )
  assert.equal((await visit(code.toLowerCase().replaceAll('-', ' '), appealStatus, {})).state, 'received')
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from journal_inbox where operation = 'appeals.status' and outcome = 'refused'`.execute(
    owner,
  )
  assert.ok((rows[0]?.n ?? 0) >= 1)
})

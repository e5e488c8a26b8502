// Requests, demands and proposals: who may be asked what, the term and its reminders, the answers, and what was not complied with.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf, readText } from '../../../test/kit/papers.ts'
import { castId } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { fieldsOf, openStage, refused, unitId } from '../appeals/appeals.kit.ts'
import * as papers from '../documents/operations.ts'
import { fixedId } from '../org/index.ts'
import { courtId } from '../structure/index.ts'
import { closeRenderer } from '../templates/index.ts'
import { listDuties, listNotices } from '../work/contract.ts'
import { remindOfTerms } from '../work/index.ts'
import { requestsAbout } from './index.ts'
import * as incomingQueries from '../incoming/queries.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'
import { anAsk, court, deskOf } from './requests.kit.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

const open = (who: Who, id: string) => as(who, queries.openRequest, { id })
const byName = async (name: string, who: Who, input: unknown): Promise<unknown> => {
  const operation = house.registry.operations.get(name)
  assert.ok(operation, name)
  return (await perform(house, operation, await stage.actor(who), input)).result
}
const bell = async (who: Who) => listNotices.output.parse(await byName('work.notices', who, { size: 100 })).rows
const heard = async (who: Who, id: string) =>
  (await bell(who)).filter(({ recordId }) => recordId === id).map((it) => it.news)
const dutiesOn = async (who: Who, id: string) =>
  listDuties.output
    .parse(await byName('work.mine', who, { size: 100 }))
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => [it.stage, it.term.dueOn])
const climb = async (at: string): Promise<void> => {
  house.clock.set(at)
  await perform(house, remindOfTerms, systemActor, {})
}

clause(
  '5.6',
  'documents are requested from a court, signed by the head, and the term runs from the sending',
  async () => {
    house.clock.set('2026-11-23T09:00')
    const { id, document } = await desk.prepare()
    assert.equal((await open('inspector', id)).state, 'drafted')
    await as('inspector', papers.offerDocument, { id: document })
    await news()
    assert.deepEqual(await heard('head', id), ['offered'])
    assert.deepEqual(await dutiesOn('head', id), [['sign', '2026-11-24']])
    await refused('forbidden', as('deputy', papers.signDocument, { id: document }))
    await as('head', papers.returnDocument, { id: document, remark: 'Кезеңін нақтылаңыз.' })
    await news()
    assert.deepEqual([(await open('inspector', id)).state, await heard('inspector', id)], ['drafted', ['returned']])
    const fields = {
      ...anAsk(),
      addressee: 'Абай облыстық соты',
      address: null,
      until: '2026-12-02',
      asked: 'Қыркүйек айының журналы.',
    }
    const { subject, ground, asked, until, addressee, address } = fields
    await as('inspector', papers.saveDocument, {
      id: document,
      fields: { subject, ground, asked, until, addressee, address },
    })
    await as('inspector', papers.offerDocument, { id: document })
    await news()
    const { number } = await as('head', papers.signDocument, { id: document })
    await news()
    assert.deepEqual(await dutiesOn('head', id), [])
    house.clock.set('2026-11-24T10:00')
    await as('registrar', papers.sendDocument, { id: document, way: 'courier' })
    await news()
    const it = await open('inspector', id)
    assert.deepEqual(
      [it.state, it.number, it.sentOn, it.term?.dueOn, it.clause, it.obliged],
      ['sent', number, '2026-11-24', '2026-12-02', '5.6', true],
    )
    // What was signed is what was asked, whatever the draft had said.
    assert.equal(it.asked, 'Қыркүйек айының журналы.')
    const [paper] = it.files
    assert.ok(paper)
    const { stream } = await as('inspector', queries.takeRequestFile, { id, file: paper.id })
    assert.match(
      await readText(Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>))),
      /Қыркүйек айының журналы/,
    )
    assert.deepEqual(await dutiesOn('inspector', id), [['await', '2026-12-02']])
    assert.equal((await journalOf(house, id, 'requests.prepare'))[0]?.outcome, 'done')
    assert.equal((await journalOf(house, id, 'requests.one')).at(-1)?.outcome, 'read')
    assert.equal((await journalOf(house, id, 'requests.file'))[0]?.outcome, 'read')
  },
)

clause('12', 'the author is reminded before and after the term, and the head when it is missed', async () => {
  house.clock.set('2026-11-24T11:00')
  const { id } = await desk.sent({ until: '2026-12-01', kind: 'demand' })
  await climb('2026-11-26T08:00')
  assert.deepEqual((await heard('inspector', id)).slice(0, 1), ['ahead'])
  await climb('2026-12-01T08:00')
  assert.equal((await heard('inspector', id))[0], 'today')
  await climb('2026-12-02T08:00')
  assert.equal((await heard('inspector', id))[0], 'late')
  assert.ok((await heard('head', id)).includes('escalated'))
  assert.equal((await open('head', id)).overdue, true)
})

clause('5.6', 'the answer that the registrar takes in is linked, weighed by the author, and counted once', async () => {
  house.clock.set('2026-12-02T10:00')
  const { id } = await desk.sent({ until: '2026-12-10' })
  house.clock.set('2026-12-08T10:00')
  const { id: incoming, number } = await desk.arrived(id)
  let it = await open('inspector', id)
  assert.deepEqual([it.state, it.answers[0]?.incoming?.number, it.answers[0]?.complete], ['arrived', number, null])
  const paper = () => as('inspector', incomingQueries.openIncoming, { id: incoming })
  assert.deepEqual([(await paper()).state, (await paper()).holder?.kk], ['handed', 'Айгүл Болатқызы Серікова'])
  assert.ok((await heard('inspector', id)).includes('answered'))
  // Whoever may not see the request cannot weigh its answer.
  await refused('unknown', as('inspector2', operations.completeRequest, { id }))
  assert.deepEqual(fieldsOf(await refused('invalid', as('inspector', operations.answerPartly, { id, missing: ' ' }))), [
    'missing',
  ])
  await as('inspector', operations.answerPartly, { id, missing: 'Қазан айының журналы жоқ.' })
  it = await open('inspector', id)
  assert.deepEqual([it.state, it.answers[0]?.missing], ['partly', 'Қазан айының журналы жоқ.'])
  assert.equal((await paper()).done?.word, 'Сұрау салуға ішінара жауап ретінде қабылданды.')
  assert.deepEqual(await dutiesOn('inspector', id), [['await', '2026-12-10']])
  await refused('conflict', as('inspector', operations.completeRequest, { id, incoming }))
  assert.deepEqual(fieldsOf(await refused('invalid', as('inspector', operations.completeRequest, { id }))), [
    'incoming',
  ])
  const early = { id, word: 'Қолма-қол берілді.', receivedOn: '2026-12-01' }
  assert.deepEqual(fieldsOf(await refused('invalid', as('registrar', operations.completeRequest, early))), [
    'receivedOn',
  ])
  const file = await stage.bring(await stage.actor('registrar'), 'қазан.txt', 'Қазан айының журналы')
  house.clock.set('2026-12-09T10:00')
  await as('registrar', operations.completeRequest, { ...early, receivedOn: '2026-12-09', files: [file] })
  it = await open('head', id)
  assert.deepEqual([it.state, it.completedOn, it.answers[0]?.files[0]?.name], ['answered', '2026-12-09', 'қазан.txt'])
  assert.deepEqual(await dutiesOn('inspector', id), [])
  await refused('wrong-state', as('inspector', operations.completeRequest, { id, word: 'Екінші рет' }))
  await refused('wrong-state', as('head', operations.reportRequest, { id, done: 'Қоңырау шалынды.' }))
  await as('inspector', operations.closeRequest, { id, word: 'Материалдарға қосылды.' })
  assert.equal((await open('inspector', id)).closed?.word, 'Материалдарға қосылды.')
  await refused('wrong-state', as('inspector', operations.closeRequest, { id, word: 'Тағы' }))
})

clause('5.16', 'an answer or a paper for official use is named only to those who may see it', async () => {
  house.clock.set('2026-12-09T10:30')
  const { id, document } = await desk.prepare({ until: '2026-12-18', subject: 'Қызметтік тексеру материалы' })
  const mark = { id: document, ground: 'Тізбенің 4-тармағы' }
  await byName('secrecy.mark', 'inspector', mark)
  await as('inspector', papers.offerDocument, { id: document })
  await news()
  await as('head', papers.signDocument, { id: document })
  await as('inspector', papers.sendDocument, { id: document, way: 'courier' })
  await news()
  const sent = await open('deputy', id)
  assert.deepEqual([sent.state, sent.files, sent.document], ['sent', [], null])
  const { id: incoming } = await desk.arrived(id, { mark: 'official-use', subject: 'Құпия тізім' })
  await refused('unknown', as('inspector', incomingQueries.openIncoming, { id: incoming }))
  assert.deepEqual(
    (await open('inspector', id)).answers.map((it) => it.incoming),
    [null],
  )
  assert.equal((await open('head', id)).answers[0]?.incoming?.id, incoming)
  await as('inspector', operations.completeRequest, { id })
})

clause('5.14', 'the term is extended on the addressee’s plea and never shortened in silence', async () => {
  house.clock.set('2026-12-09T11:00')
  const { id } = await desk.sent({ until: '2026-12-15' })
  const extend = (until: string, who: Who = 'inspector') =>
    as(who, operations.extendRequest, { id, until, plea: 'Мұрағаттан алу үшін уақыт сұралды.' })
  for (const until of ['2026-12-15', '2026-12-14', '2026-11-01'])
    assert.deepEqual(fieldsOf(await refused('invalid', extend(until))), ['until'])
  await refused('forbidden', extend('2026-12-22', 'registrar'))
  await extend('2026-12-22')
  const it = await open('inspector', id)
  assert.deepEqual([it.term?.dueOn, it.firstDueOn, it.extensions[0]?.until], ['2026-12-22', '2026-12-15', '2026-12-22'])
  assert.deepEqual(await dutiesOn('inspector', id), [['await', '2026-12-22']])
  const draft = await desk.prepare()
  await refused(
    'forbidden',
    as('inspector', operations.extendRequest, { id: draft.id, until: '2027-01-15', plea: 'x' }),
  )
})

clause(
  '5.7',
  'a state body or another person is asked, and owes no more than the law beyond the Regulation says',
  async () => {
    house.clock.set('2026-12-18T09:00')
    const knb = `body:${fixedId('body:knb-anti-corruption')}`
    const { id } = await desk.sent({ kind: 'agency-request', addressee: knb, until: '2026-12-21' })
    const fund = { kind: 'agency-request', addressee: undefined, addresseeName: 'Қоғамдық қор «Әділет»' }
    assert.equal((await open('inspector', (await desk.prepare(fund)).id)).addressee.ru, 'Қоғамдық қор «Әділет»')
    house.clock.set('2026-12-22T09:00')
    await as('head', operations.reportRequest, { id, done: 'Еске салу хаты жіберілді.' })
    assert.equal((await open('head', id)).reports[0]?.clause, '5.7')
    const department = `body:${fixedId('body:ca-abai')}`
    const wrong: [object, string][] = [
      [{ kind: 'request', addressee: knb }, 'addressee'],
      [{ kind: 'demand', addressee: knb }, 'addressee'],
      [{ kind: 'agency-request', addressee: court }, 'addressee'],
      [{ kind: 'agency-request', addressee: department }, 'addressee'],
      [{ kind: 'request', addressee: `court:${courtId('SC')}` }, 'addressee'],
      [{ kind: 'request', addressee: `unit:${unitId('abai')}` }, 'addressee'],
      [{ kind: 'request', ...{ addressee: undefined, addresseeName: 'Біреу' } }, 'addresseeName'],
      [{ kind: 'request', addressee: `body:${fixedId('body:anti-corruption-agency')}` }, 'addressee'],
      [{ kind: 'request', addressee: `court:${randomUUID()}` }, 'addressee'],
      [{ kind: 'request', addressee: undefined }, 'addressee'],
      [{ kind: 'proposal', addressee: court }, 'addressee'],
      [{ ground: ' ' }, 'ground'],
      [{ asked: '' }, 'asked'],
      [{ until: '2026-12-22' }, 'until'],
      [{ until: '2025-01-01' }, 'until'],
      [{ about: `appeal:${randomUUID()}` }, 'about'],
      [{ kind: 'gossip' }, 'kind'],
    ]
    for (const [more, field] of wrong) {
      const fault = await refused('invalid', desk.prepare(more))
      assert.deepEqual(fieldsOf(fault), [field], JSON.stringify(more))
    }
    assert.equal((await desk.prepare({ addressee: department })).id.length, 36)
    for (const who of ['registrar', 'chairman', 'admin', 'bailiff'] as const)
      await refused('forbidden', as(who, operations.prepareRequest, anAsk()))
    const entry = anAsk()
    const twice = [
      await as('inspector', operations.prepareRequest, entry),
      await as('inspector', operations.prepareRequest, entry),
    ]
    assert.deepEqual(twice[0], twice[1])
  },
)

clause(
  '5.6',
  'the register shows each his or her own and the centre all; a request about a record follows its secrecy',
  async () => {
    const own = await desk.prepare({}, 'abaiInspector')
    assert.equal((await open('abaiHead', own.id)).author.kk, 'Сәуле Оразқызы Мұқанова')
    for (const who of ['almatyHead', 'inspector', 'auditor', 'gate', 'chairman'] as const)
      await refused('unknown', open(who, own.id))
    const all = await as('deputy', queries.listRequests, { size: 100 })
    const mine = await as('inspector', queries.listRequests, { size: 100 })
    assert.ok(mine.total < all.total)
    assert.ok(
      (await as('deputy', queries.listRequests, { due: 'overdue' })).rows.every(({ term }) => (term?.left ?? 0) < 0),
    )
    assert.equal((await as('deputy', queries.listRequests, { words: 'қызметтік тексеру' })).total, 1)
    const sheet = await Array.fromAsync(
      (await as('deputy', queries.exportRequests, { kind: 'demand', sort: 'number' })).rows,
    )
    assert.equal(sheet.length, 1)

    const appeal = await stage.assigned('inspector')
    const { id, document } = await desk.prepare({ about: `appeal:${appeal.id}` })
    assert.equal((await open('inspector', id)).about?.caption, appeal.number)
    await asOwner(house, "insert into denied values ($1, $2, now(), 'named')", [appeal.id, castId('deputy')])
    await refused('unknown', open('deputy', id))
    assert.equal(
      (await as('deputy', queries.listRequests, { size: 100 })).rows.some((row) => row.id === id),
      false,
    )
    await refused('unknown', as('inspector2', operations.withdrawRequest, { id, reason: 'Менікі емес' }))
    await as('inspector', operations.withdrawRequest, { id, reason: 'Қажет болмай қалды' })
    assert.equal((await open('inspector', id)).state, 'withdrawn')
    // A paper signed after all takes its request with it.
    await as('inspector', papers.offerDocument, { id: document })
    await news()
    await as('head', papers.signDocument, { id: document })
    await news()
    assert.equal((await open('inspector', id)).state, 'signed')
  },
)

test('a higher room asks for the requests about its record in the asker’s own sight', async () => {
  const appeal = await stage.assigned('inspector')
  const { id } = await desk.prepare({ about: `appeal:${appeal.id}` })
  const { command } = await import('../../kernel/operation.ts')
  const { permit } = await import('../../kernel/rules.ts')
  const { shape } = await import('../../kernel/contract.ts')
  const { z } = await import('zod')
  const same = (words: string) => ({ kk: words, ru: words, en: words })
  const probe = command(shape('test.about', z.object({}), z.object({ ids: z.array(z.string()) }), same('about')), {
    clauses: ['5.6'],
    rules: [permit('5.6', same('all'), () => true)],
    run: async ({ tx }) => ({ ids: (await requestsAbout(tx, { kind: 'appeal', id: appeal.id })).map((it) => it.id) }),
  })
  assert.deepEqual((await as('inspector', probe, {})).ids, [id])
  assert.deepEqual((await as('inspector2', probe, {})).ids, [])
})

test('the choices offer each addressee for the papers that may go to it, and the usual terms', async () => {
  const { addressees, terms } = await as('inspector', queries.requestChoices, {})
  const kindsOf = (value: string) => addressees.find((it) => it.value === value)?.kinds
  assert.deepEqual(kindsOf(court), ['request', 'demand'])
  assert.deepEqual(kindsOf(`court:${courtId('SC')}`), ['agency-request'])
  assert.deepEqual(kindsOf('principal:chairman'), ['proposal'])
  assert.ok(terms.every(({ doubtful }) => doubtful))
})

// Clause 13, transfers to law enforcement (6.17), the liability of a superior (6.22), and what persons shut out see: nothing.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf } from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import { castId } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { search } from '../../kernel/search/index.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { leaveDepartment } from '../org/people/operations.ts'
import { draftDocument, offerDocument, signDocument } from '../documents/operations.ts'
import { addNote } from '../proceedings/operations.ts'
import { acceptInvestigation, openInvestigation } from '../investigations/opening.ts'
import { addMember } from '../investigations/team-operations.ts'
import { unitId } from '../structure/index.ts'
import { closeRenderer } from '../templates/index.ts'
import { listDuties, listNotices } from '../work/contract.ts'
import * as concluding from '../conclusions/concluding.ts'
import { addMaterial } from '../conclusions/findings.ts'
import { readConclusion, takeConclusionFile } from '../conclusions/reading.ts'
import * as closing from './closing.ts'
import * as notifying from './notifying.ts'
import { deskOf } from './outcomes.kit.ts'
import { knownOutcomes, outcomeChoices, readOutcome } from './reading.ts'
import * as transferring from './transferring.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

const byName = async (name: string, who: Who, input: unknown): Promise<unknown> => {
  const operation = house.registry.operations.get(name)
  assert.ok(operation, name)
  return (await perform(house, operation, await stage.actor(who), input)).result
}
const dutiesOn = async (who: Who, id: string) =>
  listDuties.output
    .parse(await byName('work.mine', who, { size: 100 }))
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => [it.stage.split('.')[0], it.term.dueOn])
const heard = async (who: Who, id: string) =>
  listNotices.output
    .parse(await byName('work.notices', who, { size: 100 }))
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => it.news)
const checklist = async (id: string, person: string) => {
  const { checklist: it } = await desk.onPage(id, person)
  assert.ok(it)
  return it
}
const keys = async (id: string, person: string) =>
  (await checklist(id, person)).materials.map(({ kind, id: of }) => `${kind}:${of}`)
const tick = (id: string, person: string, copied: string[], left: { material: string; reason: string }[] = []) =>
  as('inspector', notifying.tickMaterials, { id, person, copied, left })
const handed = (id: string, person: string, more: object = {}) =>
  as('inspector', notifying.sendNotice, { id, person, way: 'handed', number: '7', on: '2026-11-23', ...more })

clause(
  '13',
  'no decision on the territorial staff of the ISD before the head has copies of all materials',
  async () => {
    const { id: person } = await desk.ofTerritory()
    const { id } = await desk.reviewed(person, 'dismissal')
    await desk.studied(id, person)
    const decide = () => desk.decided(id, person, { measure: 'dismissal' })
    // Nor is the dismissal carried out behind the back of this room.
    const dismiss = () =>
      as('admin', leaveDepartment, {
        ...{ id: castId('abaiInspector'), lastOn: '2026-12-31', cause: 'penalty', reason: 'Тәртіптік жаза' },
      })
    assert.equal((await refused('forbidden', dismiss())).clause, '13')
    const saying = async (words: RegExp) => {
      const fault = await refused('forbidden', decide())
      assert.deepEqual([fault.clause, words.test(fault.says.en)], ['13', true], fault.says.en)
      assert.ok((await desk.onPage(id, person)).against.some(({ says }) => says.en === fault.says.en))
    }
    // Nothing is ticked: neither a decision nor a notice.
    await saying(/every material is ticked/)
    assert.equal((await refused('forbidden', handed(id, person))).clause, '13')
    const all = await keys(id, person)
    assert.ok(all.length >= 2, 'the assignment and the conclusion at least')
    assert.deepEqual(fieldsOf(await refused('invalid', tick(id, person, [`document:${randomUUID()}`]))), ['copied'])
    assert.deepEqual(fieldsOf(await refused('invalid', tick(id, person, []))), ['copied'])
    // One is left out.
    await tick(id, person, all.slice(1))
    await saying(/every material is ticked/)
    // Everything has a reason and nothing is copied: no copies are no copies.
    await tick(
      id,
      person,
      [],
      all.map((material) => ({ material, reason: 'Түпнұсқасы жоғалған.' })),
    )
    await saying(/Not one copy/)
    assert.match((await refused('forbidden', handed(id, person))).says.en, /does not go without copies/)
    await tick(id, person, all.slice(1))
    // All ticked, one of them with its reason; the notice has not gone.
    await saying(/has not been notified/)
    assert.deepEqual(fieldsOf(await refused('invalid', handed(id, person, { number: null }))), ['number'])
    assert.deepEqual(fieldsOf(await refused('invalid', handed(id, person, { on: '2026-11-24' }))), ['on'])
    assert.deepEqual(fieldsOf(await refused('invalid', handed(id, person, { way: 'document' }))), ['document'])
    await handed(id, person)
    assert.ok((await heard('head', id)).includes('notified'))
    // What comes in after it goes to the head too.
    await as('inspector', addMaterial, { id, words: 'Қағаз түріндегі 2-том.' })
    await saying(/every material is ticked/)
    await tick(id, person, await keys(id, person))
    await saying(/New materials came in after/)
    await handed(id, person, { number: '8' })
    await decide()
    await dismiss()
    const { notice } = await checklist(id, person)
    assert.deepEqual([notice?.number, notice?.copies, notice?.on], ['8', all.length + 1, '2026-11-23'])
    assert.equal((await journalOf(house, id, 'outcomes.decide')).filter((it) => it.clause === '13').length, 6)
    assert.equal((await journalOf(house, id, 'outcomes.notify')).filter((it) => it.outcome === 'done').length, 2)
  },
)

clause('13', 'the notice may go as a signed document, and is no material of the case itself', async () => {
  const { id: person } = await desk.ofTerritory('almatyHead')
  const { id } = await desk.reviewed(person)
  await desk.studied(id, person)
  await tick(id, person, await keys(id, person))
  const fields = {
    addressee: 'ІҚБ меңгерушісі',
    subject: '13-тармақ бойынша хабарлама',
    text: 'Шешім туралы хабарлаймыз.',
    enclosures: 'Барлық материалдың көшірмесі.',
  }
  const { id: document } = await as('inspector', draftDocument, {
    template: 'cover-letter',
    language: 'kk',
    about: { kind: 'investigation', id },
    fields,
  })
  const send = () =>
    as('inspector', notifying.sendNotice, { id, person, way: 'document', document, number: null, on: '2026-11-23' })
  assert.deepEqual(fieldsOf(await refused('invalid', send())), ['document'], 'a draft has not gone')
  await as('inspector', offerDocument, { id: document })
  await as('head', signDocument, { id: document })
  await news()
  assert.equal((await checklist(id, person)).unticked, 1, 'until it is the notice it is a paper of the case')
  await tick(id, person, [`document:${document}`])
  await send()
  assert.equal(
    (await checklist(id, person)).materials.some((it) => it.id === document),
    false,
  )
  await desk.decided(id, person)
  // What the head was told of a reprimand opens no dismissal.
  const leaving = {
    id: castId('almatyHead'),
    lastOn: '2026-12-31',
    cause: 'penalty',
    reason: 'Тәртіптік жаза',
  } as const
  assert.equal((await refused('forbidden', as('admin', leaveDepartment, leaving))).clause, '13')
})

clause('13', 'a decision dated before the notice is refused, and a court’s employee needs no notice', async (t) => {
  t.after(() => house.clock.set('2026-11-23T09:00'))
  const { id: person } = await desk.ofTerritory('bailiff')
  const { id } = await desk.reviewed(person)
  await desk.studied(id, person)
  await tick(id, person, await keys(id, person))
  house.clock.set('2026-11-24T09:00')
  await handed(id, person, { on: '2026-11-24' })
  assert.equal((await refused('forbidden', desk.decided(id, person, { decidedOn: '2026-11-23' }))).clause, '13')
  await desk.decided(id, person, { decidedOn: '2026-11-24' })
  const { id: other } = await desk.official()
  const it = await desk.reviewed(other)
  await desk.studied(it.id, other, '2026-11-24')
  assert.equal((await desk.onPage(it.id, other)).checklist, null)
  assert.deepEqual(fieldsOf(await refused('invalid', tick(it.id, other, [`authority:${it.authority}`]))), ['person'])
  await desk.decided(it.id, other, { decidedOn: '2026-11-24' })
})

clause(
  '6.17',
  'what went to law enforcement is recorded with its number, and the answer with that of the register',
  async () => {
    const { id: person } = await desk.official()
    const { id } = await desk.answered(person)
    const { bodies } = await as('inspector', outcomeChoices, { id })
    const body = bodies[0]
    assert.ok(body)
    const send = (more: object = {}) =>
      as('inspector', transferring.transferMaterials, {
        id,
        body: body.id,
        number: '6001-26-7-11/5',
        sentOn: '2026-11-23',
        what: 'Тексеру материалдарының көшірмесі, 45 парақ.',
        ...more,
      })
    const courts = await asOwner<{ id: string }>(
      house,
      `select id from bodies where kind = 'court-administration' limit 1`,
    )
    assert.deepEqual(fieldsOf(await refused('invalid', send({ body: courts[0]?.id ?? randomUUID() }))), ['body'])
    for (const sentOn of ['2026-11-24', '2026-11-20']) await refused('invalid', send({ sentOn }))
    const { transfer } = await send()
    await refused('conflict', send())
    // Thirty days by a value that no lawyer has confirmed.
    const [row] = (await desk.page(id)).transfers
    assert.deepEqual([row?.term.dueOn, row?.doubtful, row?.answer], ['2026-12-23', true, null])
    assert.ok((await dutiesOn('inspector', id)).some(([of, on]) => of === 'transfer' && on === '2026-12-23'))
    const answer = (more: object) =>
      as('inspector', transferring.answerTransfer, { id, transfer, answer: 'registered', on: '2026-11-23', ...more })
    assert.deepEqual(fieldsOf(await refused('invalid', answer({}))), ['registerNumber'])
    await refused('invalid', answer({ answer: 'refused', registerNumber: '26000000000001' }))
    await answer({ registerNumber: '26000000000001' })
    await refused('invalid', answer({ registerNumber: '26000000000001' }))
    assert.ok(!(await dutiesOn('inspector', id)).some(([of]) => of === 'transfer'))
    assert.equal((await desk.page(id)).transfers[0]?.registerNumber, '26000000000001')
    assert.equal((await journalOf(house, id, 'outcomes.transfer')).filter((it) => it.outcome === 'done').length, 1)
    await refused(
      'unknown',
      as('inspector2', transferring.answerTransfer, { id, transfer, answer: 'returned', on: '2026-11-23' }),
    )
  },
)

clause('6.22', 'the superior hands in a resignation within ten days of the verdict, or that is recorded', async (t) => {
  t.after(() => house.clock.set('2026-11-23T09:00'))
  const { superior, convicted } = await desk.subordinate('2025-01-15')
  const id = await desk.verdict(convicted)
  assert.ok(id)
  await as('head', acceptInvestigation, { id })
  await desk.authorised(id, { purpose: 'superior' })
  await as('head', openInvestigation, { id })
  await as('head', addMember, { id, employee: castId('inspector'), role: 'leader' })
  const decide = (more: object, who: Who = 'head') =>
    as(who, closing.decideSuperior, { id, person: superior, liable: true, words: 'Бақылау болмаған.', ...more })
  assert.match((await refused('forbidden', decide({ filedOn: '2026-11-23' }))).says.en, /conclusion is signed/)
  const allegation = await desk.alleged(id, 'Бағыныстының әрекетін бақыламаған.')
  await desk.found(id, allegation, superior)
  await desk.proposed(id, superior, 'recommendation')
  await desk.signed(await desk.drafted(id))
  assert.ok((await dutiesOn('head', id)).some(([of, on]) => of === 'resign' && on === '2026-11-30'))
  await as('deputy', concluding.reviewConclusion, { id, word: 'Сай.' })
  assert.equal((await refused('forbidden', decide({}, 'inspector'))).clause, '10')
  // Within the term nobody can say that it was not handed in.
  const early = await refused('forbidden', decide({}))
  assert.deepEqual([early.clause, /has not passed/.test(early.says.en)], ['6.22', true])
  assert.match(
    (await refused('forbidden', as('head', closing.closeOutcome, { id, word: 'Бітті.' }))).says.en,
    /superior/,
  )
  assert.deepEqual(fieldsOf(await refused('invalid', decide({ filedOn: '2026-11-19' }))), ['filedOn'])
  assert.deepEqual(fieldsOf(await refused('invalid', decide({ liable: false, filedOn: '2026-11-23' }))), ['filedOn'])
  house.clock.set('2026-12-01T09:00')
  // While the verdict does not stand, nobody is liable on it.
  const standing = (why: string | null) =>
    stage.owner.transaction().execute(async (db) => {
      await sql`select set_config('app.operation', 'tests', true)`.execute(db)
      await sql`update superior_verdicts set why = ${why} where investigation_id = ${id}`.execute(db)
    })
  await standing('not-in-force')
  const fallen = await refused('forbidden', decide({}))
  assert.deepEqual([fallen.clause, /no longer in force/.test(fallen.says.en)], ['6.22', true])
  await standing(null)
  await decide({})
  await refused('conflict', decide({}))
  const row = (await desk.onPage(id, superior)).superior
  assert.deepEqual([row?.resignation, row?.dueOn, row?.liable], ['not-filed', '2026-11-30', true])
  await as('head', closing.closeOutcome, { id, word: 'Материалдар Сот әкімшілігінің басшысына берілді.' })
  assert.equal((await journalOf(house, id, 'outcomes.decideSuperior')).at(-1)?.reason, 'conflict')
  // An ordinary investigation knows no superior.
  const { id: person } = await desk.official()
  const other = await desk.concluded(person)
  const wrong = as('head', closing.decideSuperior, { id: other.id, person, liable: false, words: 'Жоқ.' })
  assert.equal((await refused('forbidden', wrong)).clause, '6.22')
})

clause('5.4', 'what was proven before is known where the person is investigated again, and nowhere else', async () => {
  const { id: person } = await desk.official()
  const first = await desk.reviewed(person)
  await desk.studied(first.id, person)
  await desk.decided(first.id, person)
  const second = await desk.opened([person])
  const { rows } = await as('inspector', knownOutcomes, { id: second.id })
  assert.deepEqual(
    rows.map((it) => [it.investigation, it.proven, it.measure, it.inForce]),
    [[first.id, 1, 'reprimand', true]],
  )
  assert.equal((await journalOf(house, second.id, 'outcomes.knownOf')).at(-1)?.outcome, 'read')
  await refused('unknown', as('inspector2', knownOutcomes, { id: second.id }))
  await refused('forbidden', as('chairman', knownOutcomes, { id: second.id }))
})

clause('5.16', 'the person under investigation, though of the Department, sees nothing of it anywhere', async () => {
  // A territorial head sees the investigations of the own unit; here that head is the one investigated.
  const { id: person } = await desk.ofTerritory('abaiHead')
  const { id } = await desk.answered(person, 'reprimand', { unit: unitId('abai') })
  await as('inspector', addNote, { id, happenedOn: '2026-11-23', words: 'Құжаттар алынды.' })
  const document = await desk.drafted(id)
  await desk.signed(document)
  await refused('unknown', as('abaiHead', readOutcome, { id }))
  await refused('unknown', as('abaiHead', concluding.reviewConclusion, { id, word: 'Сай.' }))
  const one = house.registry.operations.get('documents.one') ?? house.registry.operations.get('documents.open')
  assert.ok(one)
  await refused('unknown', perform(house, one, await stage.actor('abaiHead'), { id: document }))
  assert.deepEqual(await heard('abaiHead', id), [])
  assert.deepEqual(await dutiesOn('abaiHead', id), [])
  const rows = await asOwner<{ number: string }>(house, 'select number from documents where id = $1', [document])
  const number = rows[0]?.number ?? ''
  const found = async (who: Who) =>
    doing(house, await stage.actor(who), (tx) => search(tx, { q: number, kinds: ['document'], limit: 10 }))
  assert.equal((await found('head')).total, 1)
  assert.equal((await found('inspector')).total, 1)
  // Neither the one investigated nor a colleague whose post reaches everything, not even by a count.
  for (const who of ['abaiHead', 'inspector2', 'registrar', 'analyst'] as const)
    assert.deepEqual(await found(who), { hits: [], total: 0 }, who)
})

clause(
  '5.15',
  'whoever gave the authority sees what was concluded and decided, and nothing of the way there',
  async () => {
    const { id: person } = await desk.official()
    const { id } = await desk.reviewed(person)
    await desk.studied(id, person)
    const file = await desk.scan()
    await desk.decided(id, person, { files: [file] })
    await as('inspector', takeConclusionFile, { id, file })
    for (const who of ['chairman', 'inspector2', 'auditor'] as const)
      await refused('unknown', as(who, takeConclusionFile, { id, file }))
    assert.equal((await journalOf(house, id, 'conclusions.file')).at(-1)?.reason, 'unknown')
    const page = await desk.page(id, 'chairman')
    const conclusion = await as('chairman', readConclusion, { id })
    assert.deepEqual([page.brief, conclusion.brief, conclusion.allegations, conclusion.people], [true, true, [], []])
    assert.ok(conclusion.conclusion?.number)
    assert.equal(page.people[0]?.decisions[0]?.measure, 'reprimand')
    await refused('forbidden', as('chairman', closing.closeOutcome, { id, word: 'Бітті.' }))
  },
)

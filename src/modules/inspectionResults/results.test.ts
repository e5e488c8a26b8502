// What an inspection establishes (5.10): findings with their proof, the act, objections in their term, the remedy plan and its judgement.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { castId } from '../../app/cast.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import { offerDocument, returnDocument, signDocument } from '../documents/operations.ts'
import { openDocument } from '../documents/queries.ts'
import { deskOf } from '../inspections/inspections.kit.ts'
import { takeInspectionFile } from '../inspections/queries.ts'
import * as acting from './acting.ts'
import * as finding from './finding.ts'
import { readResults } from './queries.ts'
import * as remedying from './remedying.ts'

const stage = await openStage()
const { house, as, news, actor, bring } = stage
const desk = deskOf(stage)
const results = (id: string) => as('inspector', readResults, { id })
const begin = () => house.clock.set('2026-11-23T09:00')

clause('5.10', 'a finding says what, which norm, which papers prove it and who answers', async () => {
  begin()
  const { id } = await desk.opened()
  for (const lacking of ['what', 'norm', 'answers'])
    assert.deepEqual(fieldsOf(await refused('invalid', desk.found(id, { [lacking]: '' }))), [lacking])
  assert.deepEqual(fieldsOf(await refused('invalid', desk.found(id, { papers: [] }))), ['papers'])
  assert.deepEqual(fieldsOf(await refused('invalid', desk.found(id, { question: randomUUID() }))), ['question'])
  assert.deepEqual(fieldsOf(await refused('invalid', desk.found(id, { person: randomUUID() }))), ['person'])
  const scan = await bring(await actor('inspector'), 'journal.pdf', '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  await desk.found(id, { files: [scan] })
  const second = await desk.found(id)
  await as('inspector2', finding.strikeFinding, { id, finding: second, reason: 'Қайталанған.' })
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('inspector', finding.strikeFinding, { id, finding: second, reason: 'x' }))),
    ['finding'],
  )
  const page = await results(id)
  assert.deepEqual(
    page.findings.map((it) => [it.number, it.question, it.struck, it.files.length]),
    [
      [1, 1, null, 1],
      [2, 1, 'Қайталанған.', 0],
    ],
  )
  await as('head', takeInspectionFile, { id, file: scan })
  await refused('unknown', as('inspector', takeInspectionFile, { id, file: randomUUID() }))
  assert.equal(
    (await refused('forbidden', as('head', finding.answerQuestion, { id, question: randomUUID(), answer: 'x' })))
      .clause,
    '5.15',
  )
  assert.deepEqual(
    (await journalOf(house, id, 'inspections.strike')).map(({ outcome }) => outcome),
    ['done', 'refused'].slice(0, 1),
  )
})

clause('15', 'the act of inspection is drawn from what was established and signed by the head', async () => {
  begin()
  const { id, number } = await desk.opened()
  await desk.found(id)
  assert.equal((await refused('forbidden', as('inspector', acting.drawAct, { id }))).clause, '5.10')
  await desk.answered(id)
  assert.equal((await refused('forbidden', as('inspector2', acting.drawAct, { id }))).clause, '5.15')
  const { document } = await as('inspector', acting.drawAct, { id })
  assert.deepEqual(await desk.duties('inspector', id), [])
  const draft = await as('inspector', openDocument, { id: document })
  const fields = JSON.stringify(draft)
  for (const words of [
    number,
    'соңғы алты айдың жазбасы жоқ',
    'Заң, 15-бап',
    'журналы, 2026 жыл, № 14',
    'Кадр бөлімінің басшысы',
  ])
    assert.ok(fields.includes(words), words)
  // Offered, it is the head's; given back with a remark, the leader may take it back and add what was missed.
  await as('inspector', offerDocument, { id: document })
  assert.equal(
    (await refused('conflict', as('inspector', acting.takeBackAct, { id, reason: 'Толықтыру.' }))).clause,
    '15',
  )
  await as('head', returnDocument, { id: document, remark: 'Екінші сұрақты толықтырыңыз.' })
  await as('inspector', acting.takeBackAct, { id, reason: 'Толықтыру.' })
  assert.deepEqual(await desk.duties('inspector', id), [['term', '2026-12-04']])
  await desk.found(id, { what: 'Сыйлықтар есебі жүргізілмейді.' })
  const signed = await desk.signed(id)
  assert.notEqual(signed, document)
  const page = await desk.read('inspector', id)
  const { act } = await results(id)
  assert.deepEqual([page.state, act?.signedOn, act?.document], ['signed', '2026-11-23', signed])
  assert.match(act?.number ?? '', /7-15/)
  assert.deepEqual(await desk.duties('inspector', id), [['acquaint', '2026-11-26']])
  // The paper that was given up means nothing here, even signed.
  await as('inspector', offerDocument, { id: document })
  await as('head', signDocument, { id: document })
  await news()
  assert.equal((await results(id)).act?.document, signed)
})

clause('5.10', 'while no order is in force the act is not signed; the new order lets it go on', async () => {
  begin()
  const { id, authority } = await desk.opened()
  await desk.answered(id)
  const { document } = await as('inspector', acting.drawAct, { id })
  await as('inspector', offerDocument, { id: document })
  await as('head', revokeAuthority, { id: authority, reason: 'Қате берілген.' })
  await news()
  assert.equal((await refused('forbidden', as('head', signDocument, { id: document }))).clause, '5.10')
  const again = await desk.ordered(id)
  await news()
  // Revoked and signed before the house has carried the news: the act waits for the next order.
  await as('head', revokeAuthority, { id: again, reason: 'Қате берілген.' })
  await as('head', signDocument, { id: document })
  await news()
  const stateOf = async () => (await desk.read('inspector', id)).state
  assert.equal(await stateOf(), 'drawn')
  await desk.ordered(id)
  await news()
  assert.deepEqual([await stateOf(), (await results(id)).act?.document], ['signed', document])
})

clause(
  '5.10',
  'the head of the department is acquainted in time and may object within the term, not after it',
  async () => {
    begin()
    const { id, authority } = await desk.opened()
    await desk.answered(id)
    const kept = await desk.found(id)
    const fallen = await desk.found(id, { what: 'Тізім жарияланбаған.' })
    await refused('wrong-state', desk.acquainted(id))
    await desk.signed(id)
    assert.deepEqual(fieldsOf(await refused('invalid', desk.acquainted(id, { on: '2026-11-20' }))), ['on'])
    assert.deepEqual(fieldsOf(await refused('invalid', desk.acquainted(id, { on: '2026-11-24' }))), ['on'])
    assert.deepEqual(fieldsOf(await refused('invalid', desk.acquainted(id, { way: 'refused' }))), ['words'])
    await desk.remind('2026-11-27T08:00')
    assert.ok((await desk.heard('inspector', id)).includes('late'))
    await desk.acquainted(id, { on: '2026-11-27', way: 'refused', words: 'Қол қоймады, екі қызметкер куә болды.' })
    const { acquaintance } = await results(id)
    assert.deepEqual([acquaintance?.way, acquaintance?.term.dueOn], ['refused', '2026-12-04'])
    const object = (receivedOn: string, more: object = {}) =>
      as('inspector', acting.addObjection, { id, receivedOn, words: 'Тізім сайтта тұр.', ...more })
    assert.deepEqual(fieldsOf(await refused('invalid', object('2026-11-26'))), ['receivedOn'])
    assert.deepEqual(fieldsOf(await refused('invalid', object('2026-11-30'))), ['receivedOn'])
    assert.deepEqual(fieldsOf(await refused('invalid', object('2026-11-27', { finding: randomUUID() }))), ['finding'])
    const plan = () =>
      as('inspector', remedying.planRemedies, {
        id,
        items: [{ finding: kept, what: 'Журналды толтыру', holder: 'Кадр бөлімі', due: '2026-12-28' }],
      })
    assert.equal((await refused('forbidden', plan())).clause, '5.10')
    house.clock.set('2026-12-07T09:00')
    // Written down later, but received in its term.
    const { objection } = await object('2026-12-04', { finding: fallen })
    assert.equal((await refused('forbidden', object('2026-12-07'))).clause, '5.10')
    assert.ok((await desk.duties('head', id)).some(([stage]) => stage === `objection.${objection}`))
    assert.equal((await refused('forbidden', plan())).clause, '5.10')
    assert.equal((await refused('forbidden', as('head', remedying.closeInspection, { id, word: 'x' }))).clause, '5.10')
    const answer = { id, objection, upheld: true, answer: 'Тізім жарияланғаны расталды.' }
    assert.equal((await refused('forbidden', as('inspector', acting.answerObjection, answer))).clause, '10')
    // Without an order neither decision nor plan; a further objection is still heard.
    await as('head', revokeAuthority, { id: authority, reason: 'x' })
    assert.equal((await refused('forbidden', as('head', acting.answerObjection, answer))).clause, '5.10')
    assert.equal((await refused('forbidden', plan())).clause, '5.10')
    const { objection: other } = await object('2026-12-04')
    await desk.ordered(id)
    await desk.remind('2026-12-15T08:00')
    assert.ok((await desk.heard('head', id)).includes('late'))
    await as('head', acting.answerObjection, answer)
    assert.deepEqual(fieldsOf(await refused('invalid', as('head', acting.answerObjection, answer))), ['objection'])
    await as('deputy', acting.answerObjection, { id, objection: other, upheld: false, answer: 'Негізсіз.' })
    const page = await results(id)
    assert.deepEqual(
      page.findings.map((it) => it.struck),
      [null, 'Тізім жарияланғаны расталды.'],
    )
    await plan()
    assert.equal(
      (await journalOf(house, id, 'inspections.object')).filter(({ outcome }) => outcome === 'done').length,
      2,
    )
  },
)

clause(
  '5.10',
  'each finding has an item with a holder and a day; each item is judged, and only then is it closed',
  async () => {
    begin()
    const { id } = await desk.opened()
    await desk.answered(id)
    const first = await desk.found(id)
    const second = await desk.found(id, { what: 'Тізім жарияланбаған.' })
    await desk.signed(id)
    await desk.acquainted(id)
    house.clock.set('2026-12-01T09:00')
    const item = (of: string, due: string) => ({ finding: of, what: 'Журналды толтыру', holder: 'Кадр бөлімі', due })
    const plan = (items: ReturnType<typeof item>[]) => as('inspector', remedying.planRemedies, { id, items })
    assert.equal((await refused('forbidden', as('head', remedying.closeInspection, { id, word: 'x' }))).clause, '5.10')
    assert.deepEqual(fieldsOf(await refused('invalid', plan([item(first, '2026-12-14')]))), ['items'])
    assert.deepEqual(fieldsOf(await refused('invalid', plan([item(randomUUID(), '2026-12-14')]))), ['items.0.finding'])
    assert.deepEqual(
      fieldsOf(await refused('invalid', plan([item(first, '2026-11-30'), item(second, '2026-12-14')]))),
      ['items.0.due'],
    )
    assert.ok((await desk.duties('inspector', id)).some(([stage]) => stage === 'plan'))
    await plan([item(first, '2026-12-14'), item(second, '2026-12-14')])
    const { item: third } = await as('inspector', remedying.addRemedy, { id, ...item(second, '2026-12-21') })
    assert.equal((await desk.duties('inspector', id)).length, 3)
    const [one, two] = (await results(id)).plan
    if (!one || !two) throw new Error('no plan')
    const judge = (
      of: string,
      verdict: 'remedied' | 'not-remedied' | 'extended',
      more: object = {},
      who: 'inspector' | 'inspector2' = 'inspector',
    ) => as(who, remedying.judgeRemedy, { id, item: of, seen: 1, verdict, word: 'Қаралды.', ...more })
    // Nothing counts as remedied without evidence; nothing is overdue before its day.
    assert.equal((await refused('forbidden', judge(one.id, 'remedied'))).clause, '5.10')
    assert.equal((await refused('forbidden', judge(one.id, 'not-remedied'))).clause, '5.10')
    assert.deepEqual(fieldsOf(await refused('invalid', judge(one.id, 'extended'))), ['until'])
    assert.deepEqual(fieldsOf(await refused('invalid', judge(one.id, 'extended', { until: '2026-12-14' }))), ['until'])
    assert.deepEqual(fieldsOf(await refused('invalid', judge(randomUUID(), 'remedied'))), ['item'])
    const bring1 = { id, item: one.id, receivedOn: '2026-12-01', words: 'Журналдың көшірмесі' }
    assert.deepEqual(
      fieldsOf(
        await refused('invalid', as('inspector', remedying.bringEvidence, { ...bring1, receivedOn: '2026-12-02' })),
      ),
      ['receivedOn'],
    )
    await as('inspector2', remedying.bringEvidence, bring1)
    // Two judge one item: the second is told.
    const both = await Promise.allSettled([
      judge(one.id, 'remedied'),
      judge(one.id, 'extended', { until: '2027-01-11' }, 'inspector2'),
    ])
    const lost = both.filter((it) => it.status === 'rejected')
    assert.equal(lost.length, 1)
    await refused('conflict', Promise.reject(lost[0]?.reason))
    const after = (await results(id)).plan.find((it) => it.id === one.id)
    assert.equal(after?.version, 2)
    if (after?.state === 'open') await judge(one.id, 'remedied', { seen: 2 })
    await judge(third, 'extended', { until: '2026-12-28' })
    assert.equal((await refused('forbidden', as('head', remedying.closeInspection, { id, word: 'x' }))).clause, '5.10')
    // The ladder: its day passes, the leader hears, then it may be called not remedied.
    await desk.remind('2026-12-15T08:00')
    assert.ok((await desk.heard('inspector', id)).includes('late'))
    await judge(two.id, 'not-remedied')
    assert.deepEqual(fieldsOf(await refused('invalid', judge(two.id, 'not-remedied', { seen: 2 }))), ['item'])
    await as('inspector', remedying.bringEvidence, {
      id,
      item: third,
      receivedOn: '2026-12-15',
      words: 'Тізім жарияланды.',
    })
    await judge(third, 'remedied', { seen: 2 })
    assert.deepEqual(await desk.duties('inspector', id), [])
    const page = await results(id)
    assert.deepEqual(page.plan.map((it) => [it.number, it.state, it.extensions.length]).slice(1), [
      [2, 'not-remedied', 0],
      [3, 'remedied', 1],
    ])
    assert.equal(
      (await refused('forbidden', as('inspector', remedying.closeInspection, { id, word: 'x' }))).clause,
      '10',
    )
    await as('head', remedying.closeInspection, { id, word: 'Жоспар бағаланды.' })
    const closed = await desk.read('head', id)
    assert.deepEqual(
      [closed.state, closed.remedies, closed.ended?.word],
      ['closed', { all: 3, judged: 3 }, 'Жоспар бағаланды.'],
    )
    const judged = (await journalOf(house, id, 'inspections.judge')).filter(({ outcome }) => outcome === 'done')
    assert.ok(judged.length >= 4)
  },
)

clause(
  '5.10',
  'where nothing was found there is nothing to remedy, and it closes after the term of objections',
  async () => {
    begin()
    const { id } = await desk.opened()
    await desk.answered(id)
    const struck = await desk.found(id)
    await as('inspector', finding.strikeFinding, { id, finding: struck, reason: 'Расталмады.' })
    await desk.signed(id)
    await desk.acquainted(id)
    assert.equal((await refused('forbidden', as('head', remedying.closeInspection, { id, word: 'x' }))).clause, '5.10')
    await desk.remind('2026-12-08T08:00')
    const items = [{ finding: struck, what: 'x', holder: 'x', due: '2026-12-14' }]
    assert.equal((await refused('forbidden', as('inspector', remedying.planRemedies, { id, items }))).clause, '5.10')
    assert.ok((await desk.heard('inspector', id)).includes('late'), 'the plan, or the closing, was due')
    await as('head', remedying.closeInspection, { id, word: 'Кемшілік жоқ.' })
    assert.deepEqual(await desk.duties('inspector', id), [])
    assert.equal(castId('head').length, 36)
  },
)

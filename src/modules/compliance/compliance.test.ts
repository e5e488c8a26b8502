// What was not complied with: recorded by the head, reported to the principals, their word, and the figures by addressee.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { perform } from '../../kernel/perform.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { fixedId } from '../org/index.ts'
import { closeRenderer } from '../templates/index.ts'
import { listDuties, listNotices } from '../work/contract.ts'
import * as figures from './figures.ts'
import * as operations from '../requests/operations.ts'
import * as principals from './principals.ts'
import * as queries from '../requests/queries.ts'
import { court, deskOf } from '../requests/requests.kit.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
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

clause(
  '12',
  'a lawful demand left unanswered is recorded by the head alone and reported to the principals',
  async () => {
    house.clock.set('2026-12-10T09:00')
    const { id } = await desk.sent({ kind: 'demand', until: '2026-12-15', subject: 'Бейнежазбаны сақтау туралы талап' })
    const report = (who: Who, done = 'Сот төрағасына екі рет қоңырау шалынды, еске салу хаты жіберілді.') =>
      as(who, operations.reportRequest, { id, done })
    const early = await refused('forbidden', report('head'))
    assert.match(early.says.kk, /мерзімі әлі өткен жоқ/)
    for (const who of ['chairman', 'caHead'] as const) await refused('unknown', open(who, id))
    house.clock.set('2026-12-17T10:00')
    for (const who of ['deputy', 'inspector', 'registrar'] as const)
      assert.equal((await refused('forbidden', report(who))).clause, '12')
    assert.deepEqual(fieldsOf(await refused('invalid', report('head', ' '))), ['done'])
    await report('head')
    const it = await open('head', id)
    assert.deepEqual([it.state, it.reports[0]?.clause, it.reports[0]?.dueOn], ['reported', '12', '2026-12-15'])
    await refused('wrong-state', report('head'))

    // The Chairman and the Head of the Court Administration see it, and nothing else of the Department's work.
    for (const who of ['chairman', 'caHead'] as const) {
      assert.deepEqual(await heard(who, id), ['reported'])
      const { rows, waiting } = await as(who, figures.listNonCompliance, { waiting: true })
      assert.deepEqual([rows.map(({ requestId }) => requestId), waiting, rows[0]?.waits], [[id], 1, true])
      assert.equal((await open(who, id)).subject, 'Бейнежазбаны сақтау туралы талап')
      await refused('forbidden', as(who, queries.listRequests, {}))
    }
    const [paper] = (await open('chairman', id)).files
    assert.ok(paper)
    await as('chairman', queries.takeRequestFile, { id, file: paper.id })

    const [given] = it.reports
    assert.ok(given)
    const word = {
      id,
      report: given.id,
      instruction: 'Облыстық сот төрағасынан түсініктеме алыңыз.',
      until: '2026-12-24',
    }
    await refused('forbidden', as('head', principals.acknowledgeReport, word))
    assert.deepEqual(
      fieldsOf(
        await refused('invalid', as('chairman', principals.acknowledgeReport, { ...word, until: '2026-12-01' })),
      ),
      ['until'],
    )
    assert.deepEqual(
      fieldsOf(await refused('invalid', as('chairman', principals.acknowledgeReport, { ...word, instruction: null }))),
      ['instruction'],
    )
    await refused('unknown', as('chairman', principals.acknowledgeReport, { ...word, report: randomUUID() }))
    await as('chairman', principals.acknowledgeReport, word)
    await refused('conflict', as('chairman', principals.acknowledgeReport, word))
    await as('caHead', principals.acknowledgeReport, { id, report: given.id })
    assert.deepEqual(await heard('head', id).then((all) => all.slice(0, 2).sort()), ['acknowledged', 'instructed'])
    assert.deepEqual(await dutiesOn('head', id), [['instruction-chairman', '2026-12-24']])
    const said = (await open('inspector', id)).reports[0]?.acknowledgements
    assert.deepEqual(
      said?.map(({ post, instruction }) => [post, instruction]),
      [
        ['chairman', word.instruction],
        ['ca-head', null],
      ],
    )
    assert.equal((await as('chairman', figures.listNonCompliance, { waiting: true })).total, 0)
    assert.equal((await journalOf(house, id, 'requests.report')).filter(({ outcome }) => outcome === 'done').length, 1)
    assert.equal(
      (await journalOf(house, id, 'compliance.acknowledge')).filter(({ outcome }) => outcome === 'done').length,
      2,
    )

    // A late answer is still an answer, and is counted as a late one.
    await desk.arrived(id)
    assert.equal((await open('inspector', id)).state, 'arrived')
    await as('inspector', operations.completeRequest, { id })
    await as('head', operations.closeRequest, { id, word: 'Түсініктеме алынды.' })
    assert.deepEqual(await dutiesOn('head', id), [])
  },
)

clause(
  '7.2',
  'what is reported goes to the Chairman of the Supreme Court and the Head of the Court Administration',
  async () => {
    const [{ requestId: id, acknowledgements } = { requestId: '', acknowledgements: [] }] = (
      await as('caHead', figures.listNonCompliance, {})
    ).rows
    assert.deepEqual(
      acknowledgements.map(({ post }) => post),
      ['chairman', 'ca-head'],
    )
    // The head, who is no principal, sees the same rows, and none of them waits for the head's word.
    const seen = await as('head', figures.listNonCompliance, {})
    assert.deepEqual([seen.rows[0]?.requestId, seen.waiting, seen.rows[0]?.waits], [id, 0, false])
    for (const who of ['auditor', 'admin', 'bailiff'] as const) {
      await refused('forbidden', as(who, figures.listNonCompliance, {}))
      await refused('unknown', open(who, id))
      assert.deepEqual(await heard(who, id), [])
    }
  },
)

clause('5.1', 'a proposal goes to one principal, who decides on it in the own screen', async () => {
  house.clock.set('2026-12-23T09:00')
  const proposal = {
    kind: 'proposal',
    addressee: 'principal:ca-head',
    subject: 'Бейнебақылауды қайта құру туралы',
    effect: 'Жазбалар жоғалмайды.',
    until: undefined,
  }
  const { id } = await desk.sent(proposal)
  await refused('unknown', open('chairman', id))
  assert.deepEqual(await heard('caHead', id), ['came'])
  const waiting = await as('caHead', figures.listNonCompliance, {})
  assert.deepEqual(
    waiting.proposals.map((it) => it.id),
    [id],
  )
  await refused('forbidden', as('head', principals.decideProposal, { id, decision: 'Мақұлданды.' }))
  house.clock.set('2027-02-10T09:00')
  const fault = await refused('forbidden', as('head', operations.reportRequest, { id, done: 'x' }))
  assert.equal(fault.clause, '5.1')
  await as('caHead', principals.decideProposal, { id, decision: 'Мақұлданды, жоспар енгізілсін.' })
  const it = await open('inspector', id)
  assert.deepEqual([it.state, it.answers[0]?.word], ['answered', 'Мақұлданды, жоспар енгізілсін.'])
  assert.ok((await heard('head', id)).includes('instructed'))
})

clause('12', 'compliance is counted by addressee: in time, late, in part, not at all', async () => {
  house.clock.set('2026-12-18T09:00')
  const knb = `body:${fixedId('body:knb-anti-corruption')}`
  await desk.sent({ kind: 'agency-request', addressee: knb, until: '2026-12-21' })
  const { id } = await desk.sent({ until: '2026-12-22' })
  const { id: half } = await desk.sent({ until: '2026-12-22' })
  await desk.sent({ until: '2026-12-31' })
  await as('inspector', operations.completeRequest, { id, word: 'Қолма-қол берілді.' })
  await as('inspector', operations.answerPartly, { id: half, word: 'Қолма-қол берілді.', missing: 'Екінші бет' })
  house.clock.set('2026-12-24T09:00')
  const { rows, total } = await as('head', figures.readCompliance, {})
  const abai = rows.find(({ value }) => value === court)
  assert.ok(abai)
  const { sent, inTime, late, partly, missed, waiting } = abai
  assert.deepEqual({ inTime, late, partly, missed, waiting }, { inTime: 1, late: 1, partly: 1, missed: 0, waiting: 1 })
  assert.equal(sent, inTime + late + partly + missed + waiting)
  assert.equal(
    total.sent,
    rows.reduce((sum, row) => sum + row.sent, 0),
  )
  assert.ok(!rows.some(({ addressee }) => addressee.en === 'Head of the Court Administration'))
  const few = await as('head', figures.readCompliance, { from: '2026-12-18', until: '2026-12-18' })
  assert.equal(few.total.sent, 4)
  assert.deepEqual([few.rows[0]?.value, few.rows[0]?.missed], [knb, 1])
  const sheet = await Array.fromAsync((await as('head', figures.exportCompliance, {})).rows)
  assert.equal(sheet.length, rows.length)
  await refused('forbidden', as('admin', figures.readCompliance, {}))
})

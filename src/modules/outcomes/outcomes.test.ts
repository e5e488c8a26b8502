// From the review to the end: what is decided, carried out, appealed and lapses, and what is not recorded before its time.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { perform } from '../../kernel/perform.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { noteAbsence } from '../limitations/operations.ts'
import { readConclusion } from '../conclusions/reading.ts'
import { readInvestigation } from '../investigations/reading.ts'
import { closeRenderer } from '../templates/index.ts'
import { listDuties } from '../work/contract.ts'
import * as concluding from '../conclusions/concluding.ts'
import * as closing from './closing.ts'
import * as deciding from './deciding.ts'
import * as findings from '../conclusions/findings.ts'
import { watch } from './index.ts'
import { deskOf } from './outcomes.kit.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

const stateOf = async (id: string) => (await as('head', readInvestigation, { id })).state
const dutiesOn = async (who: Who, id: string) => {
  const operation = house.registry.operations.get('work.mine')
  assert.ok(operation)
  const { result } = await perform(house, operation, await stage.actor(who), { size: 100 })
  return listDuties.output
    .parse(result)
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => [it.stage.split('.')[0], it.term.dueOn])
}
const studyOf = async (id: string, person: string) =>
  (await as('inspector', readConclusion, { id })).people.find((it) => it.id === person)?.familiarisation ?? null

clause('6.21', 'no decision is recorded before the person has studied the materials or refused', async () => {
  const { id: person } = await desk.official()
  const { id, allegation } = await desk.concluded(person)
  // Not before the review either.
  assert.match((await refused('forbidden', desk.decided(id, person))).says.en, /outside the team/)
  await as('deputy', concluding.reviewConclusion, { id, word: 'Сай.' })
  const early = await refused('forbidden', desk.decided(id, person))
  assert.deepEqual([early.clause, /studies the materials/.test(early.says.en)], ['6.21', true])
  assert.ok((await desk.onPage(id, person)).against.some(({ says }) => says.en === early.says.en))
  await as('inspector', findings.offerMaterials, { id, person, on: '2026-11-23' })
  const familiarisation = await studyOf(id, person)
  // Three working days by a value that no lawyer has confirmed.
  assert.deepEqual([familiarisation?.term.dueOn, familiarisation?.doubtful], ['2026-11-26', true])
  assert.ok((await dutiesOn('inspector', id)).some(([stage, on]) => stage === 'familiarise' && on === '2026-11-26'))
  await refused('forbidden', desk.decided(id, person))
  const acknowledge = (more: object) =>
    as('inspector', findings.acknowledgeMaterials, {
      id,
      person,
      acknowledged: 'refused',
      on: '2026-11-23',
      ...more,
    })
  assert.deepEqual(fieldsOf(await refused('invalid', acknowledge({ witnesses: 'А. Серікова' }))), ['witnesses'])
  assert.deepEqual(fieldsOf(await refused('invalid', acknowledge({ witnesses: 'А. Серікова\nА. Серікова' }))), [
    'witnesses',
  ])
  await refused('invalid', acknowledge({ on: '2026-11-20', witnesses: 'А. Серікова\nД. Оспанов' }))
  await acknowledge({ witnesses: 'А. Серікова\nД. Оспанов', remarks: 'Келіспеймін.' })
  await refused('invalid', acknowledge({ witnesses: 'А. Серікова\nД. Оспанов' }))
  // A decision that was taken before the study is no decision after it.
  await desk.decided(id, person)
  assert.equal((await desk.onPage(id, person)).decisions[0]?.number, '14')
  assert.ok((await journalOf(house, id, 'outcomes.decide')).some(({ clause: of }) => of === '6.21'))
  assert.equal(allegation.length, 36)
})

clause('6.21', 'a finding that changes asks for a new study of the materials', async () => {
  const { id: person } = await desk.official()
  const { id, allegation } = await desk.answered(person)
  await desk.studied(id, person)
  assert.equal((await studyOf(id, person))?.acknowledged, 'signed')
  await desk.found(id, allegation, person, { reasons: 'Жаңа дәлел қосылды.' })
  assert.equal(await studyOf(id, person), null)
  await desk.signed(await desk.drafted(id))
  await as('deputy', concluding.reviewConclusion, { id, word: 'Сай.' })
  assert.match((await refused('forbidden', desk.decided(id, person))).says.en, /studies the materials/)
})

clause('6.21', 'the Judicial Jury decides on judges and the disciplinary commission on staff', async () => {
  const { id: judge } = await desk.register()
  const { id } = await desk.reviewed(judge, 'judicial-jury')
  await desk.studied(id, judge)
  const fault = await refused('forbidden', desk.decided(id, judge))
  assert.deepEqual([fault.clause, /Judicial Jury does/.test(fault.says.en)], ['6.21', true])
  const jury = { body: 'judicial-jury' as const, bodyName: 'Жоғары Сот Кеңесі жанындағы Сот жюриі' }
  assert.match((await refused('forbidden', desk.decided(id, judge, { ...jury, measure: 'demotion' }))).says.en, /body/)
  await desk.decided(id, judge, { ...jury, measure: 'removal' })
  const { id: employee } = await desk.official()
  const other = await desk.reviewed(employee)
  await desk.studied(other.id, employee)
  const vice = await refused('forbidden', desk.decided(other.id, employee, jury))
  assert.deepEqual([vice.clause, /does not decide on an employee/.test(vice.says.en)], ['6.21', true])
  const file = await desk.scan()
  await desk.decided(other.id, employee, { files: [file] })
  assert.equal((await desk.onPage(other.id, employee)).decisions[0]?.files[0]?.id, file)
  await refused('conflict', desk.decided(other.id, employee, { number: '15' }))
  for (const decidedOn of ['2026-11-24', '2026-11-20'])
    await refused('invalid', desk.decided(id, judge, { ...jury, decidedOn }))
})

clause(
  '6.21',
  'after the term of limitation no penalty is recorded, and the sentence says which term ran out',
  async () => {
    // Six months from its commission; the discovery is fresh. The values are unverified, and that is said.
    const { id: person } = await desk.official()
    const { id } = await desk.reviewed(person, 'reprimand', { committedOn: '2026-05-20', discoveredOn: '2026-11-16' })
    await desk.studied(id, person)
    const fault = await refused('forbidden', desk.decided(id, person))
    assert.deepEqual(
      [fault.clause, /commission/.test(fault.says.en), /No lawyer has confirmed/.test(fault.says.en)],
      ['6.21', true, true],
    )
    // The absence of the person moves the clock, and the same decision is in time.
    await as('inspector', noteAbsence, {
      id,
      person,
      cause: 'sickness',
      from: '2026-06-01',
      until: '2026-06-30',
      paper: 'Еңбекке жарамсыздық парағы № 5',
    })
    await desk.decided(id, person)
    const { id: other } = await desk.official()
    const late = await desk.reviewed(other, 'reprimand', { committedOn: '2026-07-20', discoveredOn: '2026-08-10' })
    await desk.studied(late.id, other)
    assert.match((await refused('forbidden', desk.decided(late.id, other))).says.en, /from the discovery/)
    // That nothing is applied may be decided at any time.
    await desk.decided(late.id, other, { measure: 'none' })
  },
)

clause('6.21', 'the decision is carried out, appealed, and its penalty lapses by the clock', async (t) => {
  const { id: person } = await desk.official()
  const { id } = await desk.reviewed(person)
  await desk.studied(id, person)
  const close = () => as('head', closing.closeOutcome, { id, word: 'Тексеру аяқталды.' })
  assert.match((await refused('forbidden', close())).says.en, /No decision/)
  await desk.decided(id, person)
  const decision = (await desk.onPage(id, person)).decisions[0]?.id ?? ''
  assert.match((await refused('forbidden', close())).says.en, /execution/)
  const execute = (executedOn: string) =>
    as('inspector', deciding.recordExecution, { id, decision, orderNumber: '121-ж', executedOn })
  await refused('invalid', execute('2026-11-22'))
  await execute('2026-11-23')
  await refused('conflict', execute('2026-11-23'))
  const appeal = { id, decision, filedOn: '2026-11-23', filedWith: 'Сот' }
  await as('inspector', deciding.recordAppeal, appeal)
  await refused('conflict', as('inspector', deciding.recordAppeal, appeal))
  assert.match((await refused('forbidden', close())).says.en, /under appeal/)
  const under = (await desk.onPage(id, person)).decisions[0]?.appeals[0]?.id ?? ''
  const settle = (more: object) =>
    as('inspector', deciding.settleAppeal, {
      id,
      appeal: under,
      result: 'changed',
      on: '2026-11-23',
      number: '2-155/26',
      ...more,
    })
  assert.deepEqual(fieldsOf(await refused('invalid', settle({}))), ['measure'])
  await refused('invalid', settle({ result: 'upheld', measure: 'remark' }))
  await settle({ measure: 'remark' })
  for (const who of ['deputy', 'inspector'] as const)
    assert.equal((await refused('forbidden', as(who, closing.closeOutcome, { id, word: 'Бітті.' }))).clause, '10')
  await close()
  assert.equal(await stateOf(id), 'closed')
  assert.deepEqual(await dutiesOn('inspector', id), [])
  const [row] = (await desk.onPage(id, person)).decisions
  assert.deepEqual(
    [row?.measure, row?.standing, row?.lapsesOn, row?.lapseDoubtful, row?.lapsedOn],
    ['reprimand', 'remark', '2027-05-22', true, null],
  )
  t.after(() => house.clock.set('2026-11-23T09:00'))
  house.clock.set('2027-05-22T23:00')
  await watch(house)
  assert.equal((await desk.onPage(id, person)).decisions[0]?.lapsedOn, null)
  house.clock.set('2027-05-23T00:30')
  await watch(house)
  await watch(house)
  assert.equal((await desk.onPage(id, person)).decisions[0]?.lapsedOn, '2027-05-23')
  assert.equal((await journalOf(house, id, 'outcomes.lapse')).length, 1)
})

clause('6.21', 'of two decisions on one person recorded at once one stands', async () => {
  const { id: person } = await desk.official()
  const { id } = await desk.reviewed(person)
  await desk.studied(id, person)
  const both = await Promise.allSettled([
    desk.decided(id, person, { number: '1' }),
    desk.decided(id, person, { number: '2' }, 'deputy'),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await desk.onPage(id, person)).decisions.length, 1)
  // Annulled on appeal, it makes room for another.
  const decision = (await desk.onPage(id, person)).decisions[0]?.id ?? ''
  await as('inspector', deciding.recordAppeal, { id, decision, filedOn: '2026-11-23', filedWith: 'Сот' })
  const appeal = (await desk.onPage(id, person)).decisions[0]?.appeals[0]?.id ?? ''
  const settled = { id, appeal, on: '2026-11-23', number: '2-156/26' }
  await as('inspector', deciding.settleAppeal, { ...settled, result: 'annulled' })
  await desk.decided(id, person, { number: '3', measure: 'remark' })
  assert.deepEqual((await desk.onPage(id, person)).decisions.map(({ standing }) => standing ?? '').sort(), [
    '',
    'remark',
  ])
})

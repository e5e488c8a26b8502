// Investigations stand on an authority: they open on it, stop without it, and nobody else learns that they exist.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { castId } from '../../app/cast.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import { courtId, unitId } from '../structure/index.ts'
import { listDuties } from '../work/contract.ts'
import { remindOfTerms } from '../work/index.ts'
import * as course from './course.ts'
import { indexInvestigations } from './following.ts'
import { aCase, deskOf } from './investigations.kit.ts'
import * as opening from './opening.ts'
import * as preparing from './preparing.ts'
import * as queries from './queries.ts'
import { readInvestigation } from './reading.ts'
import * as team from './team-operations.ts'

const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

const read = (who: Who, id: string) => as(who, readInvestigation, { id })
const stateOf = async (id: string) => (await read('head', id)).state
const dutiesOn = async (who: Who, id: string) => {
  const operation = house.registry.operations.get('work.mine')
  assert.ok(operation)
  const { result } = await perform(house, operation, await stage.actor(who), { size: 100 })
  return listDuties.output
    .parse(result)
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => [it.stage, it.term.dueOn, it.holder?.id ?? null])
}

clause('6.21', 'a service investigation opens only on an assignment of the principals that names it', async () => {
  const { id: person } = await desk.register()
  const id = await desk.prepared([person])
  const open = () => as('head', opening.openInvestigation, { id })
  assert.equal((await refused('forbidden', open())).clause, '6.21')
  const page = await read('head', id)
  assert.deepEqual(
    [page.state, page.number, page.missing.map((it) => it.clause), page.authority.inForce],
    ['prepared', null, ['6.21'], []],
  )
  // Neither another investigation's assignment, nor one of another purpose, nor one that is not in force yet.
  const other = await desk.prepared([person])
  await desk.authorised(other)
  await desk.authorised(id, { purpose: 'superior' })
  await desk.authorised(id, { from: '2026-12-01' })
  assert.equal((await refused('forbidden', open())).clause, '6.21')
  await desk.authorised(id, { issuer: 'ca-head' })
  assert.equal((await read('head', id)).authority.inForce.length, 1)
  // The head alone opens; the team and the principals do not.
  for (const who of ['deputy', 'chairman'] as const)
    assert.equal(
      (await refused('forbidden', as(who, opening.openInvestigation, { id }))).clause,
      who === 'deputy' ? '10' : '10',
    )
  const { number } = await open()
  assert.match(number, /^6001-26-7-23\/\d+$/)
  const opened = await read('head', id)
  assert.deepEqual([opened.state, opened.openedOn, opened.term?.dueOn], ['opened', '2026-11-23', '2026-12-23'])
  assert.deepEqual(await dutiesOn('head', id), [
    ['term', '2026-12-23', castId('head')],
    ['limitation', '2027-02-16', castId('head')],
  ])
  await refused('wrong-state', open())
  const outcomes = (await journalOf(house, id, 'investigations.open')).map(({ outcome, reason }) => [outcome, reason])
  assert.deepEqual(outcomes, [
    ['refused', 'forbidden'],
    ['refused', 'forbidden'],
    ['refused', 'forbidden'],
    ['refused', 'forbidden'],
    ['done', null],
    ['refused', 'wrong-state'],
  ])
  assert.equal((await journalOf(house, id, 'investigations.one')).at(-1)?.outcome, 'read')
})

clause(
  '6.22',
  'an official is investigated only over a subordinate convicted of corruption, and on an assignment',
  async () => {
    const { superior, convicted } = await desk.subordinate('2025-01-15')
    const asked = (persons: string[], verdict: string | undefined) =>
      desk.prepared(persons, {
        kind: 'superior',
        offence: 'corruption',
        committedOn: '2026-03-10',
        discoveredOn: '2026-11-20',
        verdict,
      })
    const missing = async (id: string) => {
      const fault = await refused('forbidden', as('head', opening.openInvestigation, { id }))
      assert.equal(fault.clause, '6.22')
      const page = await read('head', id)
      assert.ok(page.missing.every((it) => it.clause === '6.22'))
      assert.equal(page.missing[0]?.says.en, fault.says.en)
      return page.missing.map(({ says }) => says.en.split(' ').slice(0, 6).join(' '))
    }
    const authority = 'A service investigation of an official'
    // Without a verdict that the register told of.
    const blind = await asked([superior], undefined)
    assert.deepEqual(await missing(blind), [
      'The register knows no verdict in',
      'On that day the person was',
      'On that day the person was',
      authority,
    ])
    // Of a verdict that is not for corruption.
    const ordinary = randomUUID()
    await desk.verdict(convicted, { id: ordinary, corruption: false })
    assert.deepEqual(await missing(await asked([superior], ordinary)), [
      'The subordinate was not convicted of',
      authority,
    ])
    // Of one that is not in force yet.
    const later = randomUUID()
    await desk.verdict(convicted, { id: later, forceOn: '2026-12-20' })
    const early = await read(
      'head',
      (await as('head', queries.listInvestigations, { state: 'proposed' })).rows[0]?.id ?? '',
    )
    assert.deepEqual(await missing2(early.id), ['The register knows no verdict in', authority])
    // Of somebody who was not the direct superior.
    const case3 = randomUUID()
    const { result } = await desk.verdict(convicted, { id: case3 })
    assert.ok(result.proposed)
    await as('head', opening.discontinueInvestigation, {
      id: result.proposed,
      reason: 'Тексеру басқа адамға қатысты дайындалады.',
    })
    const { id: stranger } = await desk.register({ kind: 'official' })
    assert.deepEqual(await missing(await asked([stranger], case3)), ['On that day the person was', authority])
    async function missing2(id: string) {
      await as('head', opening.acceptInvestigation, { id })
      return missing(id)
    }
  },
)

clause(
  '6.22',
  'a superior who was no official, or not long enough in post, is not investigated on this ground',
  async () => {
    const young = await desk.subordinate('2026-01-15')
    const first = randomUUID()
    assert.equal((await desk.verdict(young.convicted, { id: first })).result.proposed, null)
    const of = (persons: string[], verdict: string) =>
      desk.prepared(persons, {
        kind: 'superior',
        offence: 'corruption',
        committedOn: '2026-03-10',
        discoveredOn: '2026-11-20',
        verdict,
      })
    const short = await of([young.superior], first)
    await desk.authorised(short, { purpose: 'superior' })
    const fault = await refused('forbidden', as('head', opening.openInvestigation, { id: short }))
    assert.deepEqual([fault.clause, fault.says.en.includes('less than the required time')], ['6.22', true])

    const staff = await desk.subordinate('2024-01-15', { superiorKind: 'staff' })
    const second = randomUUID()
    assert.equal((await desk.verdict(staff.convicted, { id: second })).result.proposed, null)
    const notOfficial = await of([staff.superior], second)
    await desk.authorised(notOfficial, { purpose: 'superior' })
    const other = await refused('forbidden', as('head', opening.openInvestigation, { id: notOfficial }))
    assert.deepEqual([other.clause, other.says.en.includes('no official')], ['6.22', true])

    const { convicted } = await desk.register({ kind: 'official' }).then(({ id }) => ({ convicted: id }))
    await desk.verdict(convicted)
    const { rows } = await as('head', queries.listVerdicts, { size: 100 })
    assert.deepEqual(
      new Set(rows.map(({ why }) => why?.en.split('.')[0])),
      new Set([
        'By that day the direct superior had been in post for less than the required time',
        'The direct superior is no official of the Court Administration or its territorial units',
        'The register knows no direct superior on the day of the offence',
        'The verdict is not for a corruption offence',
        undefined,
      ]),
    )
    await refused('forbidden', as('inspector', queries.listVerdicts, {}))
  },
)

clause(
  '6.22',
  'when a verdict enters into force the house proposes the investigation of the direct superior',
  async () => {
    const { superior, convicted } = await desk.subordinate('2025-12-10')
    const id = randomUUID()
    const { result } = await desk.verdict(convicted, { id })
    const proposed = result.proposed ?? ''
    const page = await read('head', proposed)
    assert.deepEqual(
      [page.state, page.kind, page.people[0]?.id, page.committedOn, page.verdict?.convicted.kk, page.about],
      ['proposed', 'superior', superior, '2026-03-10', 'Марат Әлібекұлы Досов', null],
    )
    assert.ok((await dutiesOn('head', proposed)).some(([at, on]) => at === 'propose' && on === '2026-11-26'))
    // The same news again proposes nothing new.
    assert.equal((await desk.verdict(convicted, { id })).result.proposed, proposed)
    assert.equal((await refused('forbidden', as('head', opening.openInvestigation, { id: proposed }))).clause, '6.22')
    // An assignment for a service investigation does not open one of a superior.
    await desk.authorised(proposed)
    assert.equal((await refused('forbidden', as('head', opening.openInvestigation, { id: proposed }))).clause, '6.22')
    await desk.authorised(proposed, { purpose: 'superior' })
    // What the house proposed is the head's to take up.
    await refused('wrong-state', as('head', opening.openInvestigation, { id: proposed }))
    await as('head', opening.acceptInvestigation, { id: proposed })
    assert.ok(!(await dutiesOn('head', proposed)).some(([at]) => at === 'propose'))
    await as('head', opening.openInvestigation, { id: proposed })
    assert.deepEqual((await read('head', proposed)).missing, [])
  },
)

clause(
  '6.21',
  'revocation stops it at once, before the house has said so, and a new assignment lets it go on',
  async () => {
    const { id: person } = await desk.register()
    const { id, authority } = await desk.opened([person])
    const plan = { id, what: 'Кеңсе журналын қарау', who: castId('inspector'), by: '2026-12-01' }
    const { step } = await as('inspector', course.planStep, plan)
    await as('chairman', revokeAuthority, { id: authority, reason: 'Мән-жайлар өзгерді.' })
    // The news has not been heard yet: the state is as it was, and every act is refused all the same.
    assert.equal(await stateOf(id), 'opened')
    const until = '2027-01-11'
    const acts: [Who, () => Promise<unknown>][] = [
      ['inspector', () => as('inspector', course.planStep, plan)],
      ['inspector', () => as('inspector', course.finishStep, { id, step, result: 'Қаралды.' })],
      ['inspector', () => as('inspector', course.dropStep, { id, step, reason: 'Қажет емес.' })],
      ['inspector', () => as('inspector', course.addNote, { id, happenedOn: '2026-11-23', words: 'Сотқа бардық.' })],
      [
        'inspector',
        () =>
          as('inspector', course.suspendPerson, {
            id,
            person,
            actNumber: '1',
            actOn: '2026-11-23',
            issuer: 'Сот төрағасы',
            from: '2026-11-23',
            until: '2026-12-01',
          }),
      ],
      ['head', () => as('head', opening.extendInvestigation, { id, until, reason: 'Күрделі.' })],
      ['head', () => as('head', team.addMember, { id, employee: castId('inspector2'), role: 'member' })],
      [
        'head',
        () =>
          as('head', team.replaceMember, { id, employee: castId('inspector'), by: castId('inspector2'), reason: 'x' }),
      ],
      ['head', () => as('head', preparing.addPerson, { id, person: randomUUID() })],
    ]
    for (const [who, act] of acts) assert.equal((await refused('forbidden', act())).clause, '6.21', who)
    await news()
    assert.equal(await stateOf(id), 'halted')
    assert.equal((await refused('forbidden', as('inspector', course.planStep, plan))).clause !== null, true)
    const halted = await read('inspector', id)
    assert.match(halted.notes[0]?.words.en ?? '', /halted/)
    await desk.authorised(id)
    assert.equal(await stateOf(id), 'opened')
    await as('inspector', course.finishStep, { id, step, result: 'Қаралды.' })
  },
)

clause('6.21', 'an assignment that ends on a day holds until that day and not a day longer', async () => {
  house.clock.set('2026-11-24T09:00')
  const { id: person } = await desk.register()
  const id = await desk.prepared([person])
  await desk.authorised(id, { until: '2026-11-26' })
  await as('head', opening.openInvestigation, { id })
  const note = (happenedOn: string) =>
    as('head', course.addNote, { id, happenedOn, words: 'Сотқа барып, журналды қарадық.' })
  house.clock.set('2026-11-26T18:00')
  await note('2026-11-25')
  house.clock.set('2026-11-27T00:01')
  // No job has run: the day itself ends it.
  assert.deepEqual([await stateOf(id), (await refused('forbidden', note('2026-11-26'))).clause], ['opened', '6.21'])
  // The night's own look halts it, should the news be lost.
  await perform(house, indexInvestigations, systemActor, {})
  assert.deepEqual(await drainJobs(house), [])
  assert.equal(await stateOf(id), 'halted')
  const [latest, earlier] = (await read('head', id)).notes
  assert.deepEqual(
    [latest?.happenedOn, earlier?.happenedOn, earlier?.at.slice(0, 10)],
    ['2026-11-27', '2026-11-25', '2026-11-26'],
  )
  house.clock.set('2026-11-27T09:00')
})

clause('10', 'the head prepares it, and whoever acts for the head; bad input is refused beside its field', async () => {
  const { id: person } = await desk.register()
  for (const who of ['deputy', 'inspector', 'registrar', 'chairman', 'abaiHead', 'auditor'] as const)
    assert.equal((await refused('forbidden', as(who, preparing.prepareInvestigation, aCase([person])))).clause, '10')
  const wrong: [object, string][] = [
    [{ persons: [] }, 'persons'],
    [{ persons: [randomUUID()] }, 'persons.0'],
    [{ allegations: ' ' }, 'allegations'],
    [{ committedOn: '2026-12-24' }, 'committedOn'],
    [{ committedOn: '2026-11-20', discoveredOn: '2026-11-19' }, 'discoveredOn'],
    [{ about: `appeal:${randomUUID()}` }, 'about'],
    [{ place: `court:${randomUUID()}` }, 'place'],
    [{ unit: randomUUID() }, 'unit'],
    [{ verdict: randomUUID() }, 'verdict'],
    [{ kind: 'superior', verdict: randomUUID() }, 'verdict'],
  ]
  for (const [more, field] of wrong)
    assert.deepEqual(
      fieldsOf(await refused('invalid', as('head', preparing.prepareInvestigation, aCase([person], more)))),
      [field],
      JSON.stringify(more),
    )
  const entry = aCase([person], { place: `court:${courtId('REG-10')}`, unit: unitId('abai') })
  const twice = [
    await as('head', preparing.prepareInvestigation, entry),
    await as('head', preparing.prepareInvestigation, entry),
  ]
  assert.deepEqual(twice[0], twice[1])
  const { id } = entry.entryKey ? { id: entry.entryKey } : { id: '' }
  // A territorial investigation is seen by its territorial head, and by no other.
  assert.equal((await read('abaiHead', id)).unit.en.length > 0, true)
  for (const who of ['almatyHead', 'abaiInspector', 'inspector'] as const) await refused('unknown', read(who, id))
  const amended = {
    id,
    allegations: 'Нақтыланды.',
    offence: 'corruption' as const,
    committedOn: '2026-09-01',
    discoveredOn: '2026-09-02',
  }
  await as('head', preparing.amendInvestigation, amended)
  const page = await read('head', id)
  assert.deepEqual([page.allegations, page.limitationOn, page.place], ['Нақтыланды.', '2026-12-02', null])
  const { id: second } = await desk.register()
  await as('head', preparing.addPerson, { id, person: second })
  await refused('conflict', as('head', preparing.addPerson, { id, person: second }))
  await as('head', preparing.dropPerson, { id, person, reason: 'Қатысы жоқ.' })
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('head', preparing.dropPerson, { id, person: second, reason: 'x' }))),
    ['person'],
  )
  await as('head', opening.discontinueInvestigation, { id, reason: 'Фактілер расталмады.' })
  assert.deepEqual(await dutiesOn('head', id), [])
  assert.equal((await read('head', id)).ended?.word, 'Фактілер расталмады.')
})

clause('5.14', 'numbers are drawn without a gap or a double, however many are opened at once', async () => {
  const { id: person } = await desk.register()
  const ids: string[] = []
  for (let n = 0; n < 5; n += 1) {
    const id = await desk.prepared([person])
    await desk.authorised(id)
    ids.push(id)
  }
  const all = await Promise.allSettled([...ids, ...ids].map((id) => as('head', opening.openInvestigation, { id })))
  const numbers = all.flatMap((it) => (it.status === 'fulfilled' ? [Number(it.value.number.split('/')[1])] : []))
  assert.equal(numbers.length, 5)
  const sorted = numbers.sort((a, b) => a - b)
  assert.deepEqual(
    sorted,
    sorted.map((_, at) => (sorted[0] ?? 0) + at),
  )
})

clause(
  '5.14',
  'the term and the limitation remind before they end, and the head hears when they are missed',
  async () => {
    house.clock.set('2026-11-30T09:00')
    const { id: person } = await desk.register()
    const { id } = await desk.opened([person], { committedOn: '2026-06-08', discoveredOn: '2026-11-16' })
    const at = async (time: string) => {
      house.clock.set(time)
      await perform(house, remindOfTerms, systemActor, {})
    }
    const heard = async (who: Who) => {
      const operation = house.registry.operations.get('work.notices')
      assert.ok(operation)
      const { result } = await perform(house, operation, await stage.actor(who), { size: 100 })
      return (result as { rows: { recordId: string; news: string }[] }).rows
        .filter(({ recordId }) => recordId === id)
        .map((it) => it.news)
    }
    const on = (await read('inspector', id)).limitationOn
    assert.equal(on, '2026-12-08')
    await at('2026-12-03T08:00')
    assert.deepEqual((await heard('inspector')).filter((it) => it === 'ahead').length, 1)
    await at('2026-12-07T08:00')
    assert.deepEqual((await heard('inspector')).filter((it) => it === 'ahead').length, 2)
    await at('2026-12-09T08:00')
    assert.equal((await heard('inspector'))[0], 'late')
    assert.ok((await heard('head')).includes('escalated'))
    assert.equal((await read('inspector', id)).people[0]?.limitation.past, true)
    // Sickness that is told late moves the clock back before its end; one without an end stops it.
    await as('inspector', course.noteAbsence, {
      id,
      person,
      cause: 'sickness',
      from: '2026-11-02',
      until: '2026-11-11',
      paper: 'Парақ № 4',
    })
    assert.deepEqual(
      [
        (await read('inspector', id)).limitationOn,
        (await dutiesOn('inspector', id)).find(([stage]) => stage === 'limitation')?.[1],
      ],
      ['2026-12-18', '2026-12-18'],
    )
    await as('inspector', course.noteAbsence, {
      id,
      person,
      cause: 'business-trip',
      from: '2026-12-07',
      paper: 'Бұйрық № 9',
    })
    const stopped = await read('inspector', id)
    assert.deepEqual(
      [stopped.limitationOn, stopped.people[0]?.limitation.on, stopped.people[0]?.limitation.doubtful],
      [null, null, true],
    )
    assert.equal(
      (await dutiesOn('inspector', id)).some(([stage]) => stage === 'limitation'),
      false,
    )
    const absence = stopped.people[0]?.absences[1]?.id ?? ''
    await as('inspector', course.endAbsence, { id, absence, until: '2026-12-09' })
    assert.equal((await read('inspector', id)).limitationOn, '2026-12-21')
    // The term of the investigation itself: extended by a decision, not beyond the longest.
    const extend = (until: string) =>
      as('head', opening.extendInvestigation, { id, until, reason: 'Сараптама күтілуде.' })
    for (const until of ['2026-12-30', '2027-03-02'])
      assert.deepEqual(fieldsOf(await refused('invalid', extend(until))), ['until'])
    await refused('forbidden', as('inspector', opening.extendInvestigation, { id, until: '2027-01-20', reason: 'x' }))
    await extend('2027-01-20')
    const extended = await read('inspector', id)
    assert.deepEqual(
      [extended.term?.dueOn, extended.firstDueOn, extended.extensions.length],
      ['2027-01-20', '2026-12-30', 1],
    )
    await at('2027-01-15T08:00')
    assert.ok((await heard('inspector')).includes('ahead'))
    await at('2027-01-21T08:00')
    assert.equal((await heard('inspector'))[0], 'late')
  },
)

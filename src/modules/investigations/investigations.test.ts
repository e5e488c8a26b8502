// Investigations stand on an authority: they open on it and stop without it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { castId } from '../../app/cast.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { aPaper, deskOf as authorityDesk } from '../authorities/authorities.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import { openAuthority, takeAuthorityFile } from '../authorities/queries.ts'
import * as papers from '../issuing/papers.ts'
import { extendInvestigation } from '../proceedings/extending.ts'
import * as course from '../proceedings/operations.ts'
import { suspendPerson } from '../proceedings/suspending.ts'
import { courtId, unitId } from '../structure/index.ts'
import { indexInvestigations } from './following.ts'
import { aCase, deskOf } from './investigations.kit.ts'
import * as opening from './opening.ts'
import * as preparing from './preparing.ts'
import * as team from './team-operations.ts'

const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]
const stateOf = async (id: string) => (await desk.read('head', id)).state

clause('6.21', 'a service investigation opens only on an assignment of the principals that names it', async () => {
  const { id: person } = await desk.register()
  const id = await desk.prepared([person])
  const open = () => as('head', opening.openInvestigation, { id })
  assert.equal((await refused('forbidden', open())).clause, '6.21')
  const page = await desk.read('head', id)
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
  assert.equal((await desk.read('head', id)).authority.inForce.length, 1)
  // The head alone opens; the team and the principals do not.
  for (const who of ['deputy', 'chairman'] as const)
    assert.equal((await refused('forbidden', as(who, opening.openInvestigation, { id }))).clause, '10')
  const { number } = await open()
  assert.match(number, /^6001-26-7-23\/\d+$/)
  const opened = await desk.read('head', id)
  assert.deepEqual([opened.state, opened.openedOn, opened.term?.dueOn], ['opened', '2026-11-23', '2026-12-23'])
  assert.deepEqual(await desk.duties('head', id), [
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
      ['inspector', () => as('inspector', suspendPerson, { id, person })],
      ['head', () => as('head', extendInvestigation, { id, until, reason: 'Күрделі.' })],
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
    assert.match((await desk.notes('inspector', id))[0]?.words.en ?? '', /halted/)
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
  const [latest, earlier] = await desk.notes('head', id)
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
  assert.equal((await desk.read('abaiHead', id)).unit.en.length > 0, true)
  for (const who of ['almatyHead', 'abaiInspector', 'inspector'] as const) await refused('unknown', desk.read(who, id))
  const amended = {
    id,
    allegations: 'Нақтыланды.',
    offence: 'corruption' as const,
    committedOn: '2026-09-01',
    discoveredOn: '2026-09-02',
  }
  await as('head', preparing.amendInvestigation, amended)
  await news()
  const page = await desk.read('head', id)
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
  assert.deepEqual(await desk.duties('head', id), [])
  assert.equal((await desk.read('head', id)).ended?.word, 'Фактілер расталмады.')
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
  '6.21',
  'an assignment on paper opens it when another than whoever entered it has compared the scan',
  async () => {
    const { id: person } = await desk.register()
    const id = await desk.prepared([person])
    const { scan } = authorityDesk(stage)
    const paperOf = async (who: Who) =>
      as(
        who,
        papers.registerAuthority,
        aPaper([await scan(who)], { purpose: 'investigation', about: [`investigation:${id}`], number: '11-4/90' }),
      )
    // The registrar sees no investigation, and so can name none.
    assert.deepEqual(fieldsOf(await refused('invalid', paperOf('registrar'))), ['about'])
    const { id: authority } = await paperOf('head')
    const open = () => as('head', opening.openInvestigation, { id })
    assert.equal((await refused('forbidden', open())).clause, '6.21')
    assert.equal((await refused('forbidden', as('head', papers.confirmAuthority, { id: authority }))).clause, '5.16')
    const { files } = await as('deputy', openAuthority, { id: authority })
    await as('deputy', takeAuthorityFile, { id: authority, file: files[0]?.id ?? '' })
    await as('deputy', papers.confirmAuthority, { id: authority })
    await news()
    await open()
    assert.equal(await stateOf(id), 'opened')
  },
)

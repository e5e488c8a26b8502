// The desk of one who leaves: every team he or she is on gets somebody without an interest, or waits for the head to find one.
import assert from 'node:assert/strict'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner } from '../../../test/kit/papers.ts'
import { castId, castIin, type CastName } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { openStage, refused } from '../appeals/appeals.kit.ts'
import { leaveDepartment } from '../org/people/operations.ts'
import { openPerson } from '../personCards/opening.ts'
import { addKin } from '../persons/keeping.ts'
import { abaiDepartment, almatyCourt } from '../persons/persons.kit.ts'
import * as course from '../proceedings/operations.ts'
import * as handover from '../shutout/handover.ts'
import { deskOf } from './investigations.kit.ts'
import * as team from './team-operations.ts'

const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)

const count = async (who: CastName): Promise<number> =>
  (await asOwner<{ n: number }>(house, 'select desk_count($1) as n', [castId(who)]))[0]?.n ?? -1
const join = (id: string, employee: CastName, role: 'leader' | 'member') =>
  as('head', team.addMember, { id, employee: castId(employee), role })
const teamOf = async (id: string) =>
  (await desk.read('head', id)).team.filter(({ until }) => until === null).map((it) => [it.id, it.role])
const stages = async (who: CastName, id: string) => (await desk.duties(who, id)).map(([at]) => at)

clause(
  '9.5',
  'the taker stands in the teams of one who hands over, as leader where that was the leader; with an interest the head fills the place',
  async () => {
    const person = await desk.register({ nameKk: 'Әсет Дәуренұлы Нұрпейісов', body: almatyCourt })
    // Led by the one who leaves, with a step and both clocks in that name.
    const { id: led } = await desk.opened([person.id])
    await join(led, 'inspector2', 'leader')
    const plan = { id: led, what: 'Кеңсе журналын қарау', who: castId('inspector2'), by: '2026-12-01' }
    await as('inspector2', course.planStep, plan)
    // A member of this one.
    const helped = await desk.prepared([person.id])
    await join(helped, 'inspector2', 'member')
    // Kin of the taker is under investigation.
    const judge = await desk.register({ nameKk: 'Мәдина Асқарқызы Төлегенова', body: almatyCourt })
    const kin = await desk.register({
      nameKk: 'Айгүл Болатқызы Серікова',
      iin: castIin('inspector'),
      kind: 'official',
      body: abaiDepartment,
      post: 'chief-specialist',
    })
    await as('analyst', openPerson, { id: judge.id, reason: 'Туысын енгізу' })
    await as('analyst', addKin, {
      id: judge.id,
      relation: 'sibling',
      kin: kin.id,
      basis: 'Декларация (ойдан шығарылған)',
    })
    const near = await desk.prepared([judge.id])
    await join(near, 'inspector2', 'leader')
    // The taker is shut out of this one.
    const kept = await desk.prepared([person.id])
    await join(kept, 'inspector2', 'leader')
    await join(kept, 'inspector', 'member')
    await as('inspector', team.recuseMember, { id: kept, cause: 'interest', reason: 'Үлесім бар.' })
    await join(kept, 'analyst', 'member')
    await news()

    const id = castId('inspector2')
    const lying = await as('head', handover.openDesk, { id })
    assert.deepEqual(
      lying.others.map((it) => `${it.id} ${it.page}`).toSorted(),
      [led, helped, near, kept].map((it) => `${it} /investigations/${it}`).toSorted(),
    )
    assert.deepEqual(lying.duties, [], 'what is due on an investigation is not counted beside it')
    assert.equal(await count('inspector2'), 4)
    const moved = await as('head', handover.handOver, { id, to: castId('inspector'), reason: 'Бұйрық № 21' })
    await news()
    assert.equal(moved.others, 4)
    assert.deepEqual(await teamOf(led), [[castId('inspector'), 'leader']])
    assert.deepEqual(await teamOf(helped), [[castId('inspector'), 'member']])
    assert.deepEqual(await teamOf(near), [])
    assert.ok(!(await teamOf(kept)).some(([who]) => who === castId('inspector') || who === id))
    // The clocks and the step are the taker's; the places that nobody takes lie on the head's desk.
    assert.deepEqual(
      (await desk.duties('inspector', led)).map(([at, , holder]) => `${at.split('.')[0]} ${holder}`).toSorted(),
      ['limitation', 'step', 'term'].map((at) => `${at} ${castId('inspector')}`),
    )
    for (const it of [near, kept]) {
      assert.ok((await stages('head', it)).includes(`replace.${id}`), it)
      await refused('unknown', desk.read('inspector', it))
    }
    assert.ok((await desk.heard('inspector', led)).includes('assigned'))
    await refused('unknown', desk.read('inspector2', led))
    assert.equal(await count('inspector2'), 0)
    const again = await as('head', handover.handOver, { id, to: castId('inspector'), reason: 'Бұйрық № 21' })
    assert.deepEqual(again, { appeals: 0, documents: 0, others: 0, duties: 0 })
    const left = (await desk.read('head', led)).team.find((it) => it.id === id)
    assert.deepEqual([left?.until, left?.reason], ['2026-11-23', 'Істер тапсырылды.'])
    // The head fills the place, and nothing waits any more.
    await join(near, 'analyst', 'leader')
    assert.ok(!(await stages('head', near)).some((at) => at.startsWith('replace')))
  },
)

clause(
  '9.5',
  'whoever is on the team already takes the leader’s place, and what a head has to decide is handed over',
  async () => {
    const person = await desk.register({ nameKk: 'Тоғжан Әлібекқызы Нұрпейісова', kind: 'staff', post: 'secretary' })
    const id = await desk.prepared([person.id])
    await join(id, 'analyst', 'leader')
    await join(id, 'inspector2', 'member')
    await as('head', handover.handOver, { id: castId('analyst'), to: castId('inspector2'), reason: 'Бұйрық № 22' })
    await news()
    assert.deepEqual(await teamOf(id), [[castId('inspector2'), 'leader']])
    // A proposal lies on the head's desk, though nobody is on its team.
    const { convicted } = await desk.subordinate('2024-02-01')
    const proposed = (await desk.verdict(convicted)) ?? ''
    const lying = await as('head', handover.openDesk, { id: castId('head') })
    assert.ok(lying.others.some((it) => it.id === proposed))
    await as('head', handover.handOver, { id: castId('head'), to: castId('deputy'), reason: 'Бұйрық № 23' })
    assert.deepEqual(
      (await desk.duties('deputy', proposed)).map(([at, , holder]) => [at, holder]).find(([at]) => at === 'propose'),
      ['propose', castId('deputy')],
    )
    assert.deepEqual(await teamOf(proposed), [])
  },
)

clause('5.14', 'nothing of an investigation stays with one who has left', async () => {
  const person = await desk.register({ nameKk: 'Сұңқар Дүйсенұлы Баймолдин', kind: 'staff', post: 'office-head' })
  const { id: led } = await desk.opened([person.id])
  await join(led, 'analyst', 'member')
  assert.ok((await as('head', handover.openDesk, { id: castId('analyst') })).others.some((it) => it.id === led))
  const id = castId('inspector')
  await as('admin', leaveDepartment, { id, lastOn: '2026-11-24', reason: 'Өз қалауы', cause: 'wish' })
  await news()
  house.clock.set('2026-11-25T00:10')
  await perform(house, handover.clearLeft, systemActor, {})
  await news()
  assert.equal(await count('inspector'), 0)
  assert.deepEqual(await teamOf(led), [[castId('analyst'), 'member']])
  const due = await desk.duties('head', led)
  assert.deepEqual(
    due.map(([at, , holder]) => `${at} ${holder}`).toSorted(),
    ['limitation', `replace.${id}`, 'term'].map((at) => `${at} ${castId('head')}`),
  )
})

// Who investigates and who may not; who is shut out in silence; what a principal sees.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner } from '../../../test/kit/papers.ts'
import { castId, castIin, castNames, type CastName } from '../../app/cast.ts'
import { startLive } from '../../kernel/live/index.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { anAsk } from '../authorities/authorities.kit.ts'
import { askAuthority, decideAuthority } from '../issuing/operations.ts'
import { appointActing } from '../org/people/operations.ts'
import { addKin } from '../persons/keeping.ts'
import { openPerson } from '../personCards/opening.ts'
import { almatyCourt, nobodysIin } from '../persons/persons.kit.ts'
import * as course from '../proceedings/operations.ts'
import { takeInvestigationFile } from '../proceedings/queries.ts'
import { postId, unitId } from '../structure/index.ts'
import { deskOf } from './investigations.kit.ts'
import { openInvestigation } from './opening.ts'
import * as preparing from './preparing.ts'
import * as queries from './queries.ts'
import { readInvestigationTimeline } from '../proceedings/told.ts'
import { readInvestigation } from './reading.ts'
import * as team from './team-operations.ts'

const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)
const stages = async (who: CastName, id: string) => (await desk.duties(who, id)).map(([at]) => at)

const listed = async (who: CastName, more: object = {}) =>
  (await as(who, queries.listInvestigations, { size: 100, ...more })).rows.map(({ id }) => id)
const hits = async (who: CastName, q: string): Promise<{ ids: string[]; total: number }> => {
  const found = (await desk.named(who, 'search.find', { q })) as { rows: { kind: string; id: string }[]; total: number }
  const ids = found.rows.filter(({ kind }) => kind === 'investigation').map(({ id }) => id)
  return { ids, total: found.total }
}
const join = (id: string, employee: CastName, role: 'leader' | 'member' = 'member', by: CastName = 'head') =>
  as(by, team.addMember, { id, employee: castId(employee), role })
/** The refusal of a conflict: forbidden under 5.16, with its own sentence. */
const conflicting = async (work: Promise<unknown>): Promise<string> => {
  const fault = await refused('forbidden', work)
  assert.equal(fault.clause, '5.16')
  return fault.says.en
}

clause(
  '5.16',
  'nobody investigates oneself, kin, a colleague of the same court, or a case in which he or she is named',
  async () => {
    const under = await desk.register({ nameKk: 'Әсет Дәуренұлы Нұрпейісов', body: almatyCourt })
    const id = await desk.prepared([under.id])
    // The inspector of the Department is in the register too: as kin of the judge.
    const kin = await desk.register({
      nameKk: 'Айгүл Болатқызы Серікова',
      iin: castIin('inspector'),
      body: almatyCourt,
    })
    await as('analyst', openPerson, { id: under.id, reason: 'Туысын енгізу' })
    await as('analyst', addKin, {
      id: under.id,
      relation: 'sibling-in-law',
      kin: kin.id,
      basis: 'Декларация (ойдан шығарылған)',
    })
    assert.match(await conflicting(join(id, 'inspector')), /kin/)
    // The other inspector served in that court on the day of the offence.
    await desk.register({
      nameKk: 'Дәулет Нұрланұлы Оспанов',
      iin: castIin('inspector2'),
      body: almatyCourt,
      from: '2023-01-01',
    })
    assert.match(await conflicting(join(id, 'inspector2')), /same court or unit/)
    // The allegations name a colleague.
    const other = await desk.prepared([under.id], {
      allegations: 'Инспектор Ж. Қасымова материалдарды жоғалтқан деген хабар.',
    })
    assert.match(await conflicting(join(other, 'analyst')), /named in the file/)
    const rows = (await as('head', queries.findCandidates, { id })).rows
    const shown = new Map(rows.map((it) => [it.id, it.conflict?.says.en ?? null]))
    assert.match(shown.get(castId('inspector')) ?? '', /kin/)
    assert.equal(shown.get(castId('deputy')), null)
    assert.equal(shown.has(castId('registrar')), false)
    await refused('unknown', as('inspector', queries.findCandidates, { id }))
    assert.deepEqual(fieldsOf(await refused('invalid', join(id, 'registrar'))), ['employee'])
    await join(id, 'analyst', 'leader')
    await refused('conflict', join(id, 'analyst'))
    // Nor is anybody added to those under investigation whom the team is kin of, or who is on the team.
    const self = await desk.register(
      { nameKk: 'Жанна Ерланқызы Қасымова', iin: castIin('analyst'), body: almatyCourt },
      'head',
    )
    assert.match(await conflicting(as('head', preparing.addPerson, { id, person: self.id })), /cannot investigate/)
    const own = await desk.register({ nameKk: 'Мұрат Серікұлы Ержанов', iin: castIin('head'), body: almatyCourt })
    assert.deepEqual(fieldsOf(await refused('invalid', desk.prepared([own.id]))), ['persons.0'])
  },
)

clause(
  '5.16',
  'an employee under investigation learns of it nowhere, and cannot tell it from what does not exist',
  async () => {
    const under = await desk.register({
      nameKk: 'Гүлнар Асқарқызы Сәрсенова',
      iin: castIin('deputy'),
      kind: 'official',
      body: `unit:${unitId('court-administration')}`,
    })
    const before = { list: await listed('deputy'), found: await hits('deputy', 'Сәрсенова') }
    const appeal = await stage.assigned('inspector')
    const id = await desk.prepared([under.id], { about: `appeal:${appeal.id}` })
    const { number } = await desk.authorised(id).then(() => as('head', openInvestigation, { id }))
    const file = await stage.bring(await stage.actor('head'), 'журнал.txt', 'Журналдың көшірмесі')
    await as('head', course.addNote, { id, happenedOn: '2026-11-23', words: 'Журнал алынды.', files: [file] })
    assert.deepEqual(await listed('deputy'), before.list)
    assert.equal((await as('deputy', queries.listInvestigations, {})).total, before.list.length)
    assert.deepEqual((await hits('head', number)).ids, [id])
    assert.deepEqual(await hits('deputy', number), { ids: [], total: 0 })
    assert.deepEqual(await hits('deputy', 'Сәрсенова'), before.found)
    assert.deepEqual(await stages('deputy', id), [])
    const closed = [
      await refused('unknown', desk.read('deputy', id)),
      await refused('unknown', desk.read('deputy', randomUUID())),
    ]
    assert.deepEqual(closed[0]?.says, closed[1]?.says)
    await refused('unknown', as('deputy', takeInvestigationFile, { id, file }))
    await refused('unknown', join(id, 'inspector', 'member', 'deputy'))
    const sight = await asOwner<{ n: number }>(
      house,
      'select count(*)::int as n from denied where record_id = $1 and person_id = $2',
      [id, castId('deputy')],
    )
    assert.equal(sight[0]?.n, 1)
    // The register of colleagues of the same unit cannot investigate; the head, of that unit too, directs it as clause 10 says.
    assert.match(await conflicting(join(id, 'inspector')), /same court or unit/)
    assert.equal((await desk.notes('head', id))[0]?.files[0]?.name, 'журнал.txt')
  },
)

clause('5.16', 'whoever becomes known as an employee later is shut out at that moment', async () => {
  const under = await desk.register({ nameKk: 'Тимур Қанатұлы Құсайынов', iin: nobodysIin(900) })
  const id = await desk.prepared([under.id], { unit: unitId('abai') })
  assert.ok((await listed('abaiHead')).includes(id))
  await asOwner(house, 'update persons set iin = $2 where id = $1', [under.id, castIin('abaiHead')])
  assert.ok(!(await listed('abaiHead')).includes(id))
  await refused('unknown', desk.read('abaiHead', id))
  const second = await desk.register({ nameKk: 'Асқар Ерболұлы Сатыбалдин' })
  await as('head', preparing.addPerson, { id, person: second.id })
  await as('head', preparing.dropPerson, { id, person: under.id, reason: 'Басқа адам екені анықталды.' })
  assert.ok((await listed('abaiHead')).includes(id))
})

clause('5.15', 'a case shows itself to its team and their chain of command, and to nobody else', async () => {
  const { id: person } = await desk.register({ nameKk: 'Бауыржан Еркінұлы Әшімов' })
  const { id } = await desk.opened([person])
  const { number } = await desk.read('head', id)
  await as('inspector', course.planStep, { id, what: 'Журналды қарау', who: castId('inspector'), by: '2026-12-01' })
  const sees = new Set<CastName>(['head', 'deputy', 'inspector', 'chairman'])
  for (const who of castNames) {
    if (sees.has(who)) continue
    await refused('unknown', desk.read(who, id))
    assert.deepEqual((await hits(who, number ?? '')).ids, [], who)
    assert.deepEqual(await stages(who, id), [], who)
    const asked = as(who, queries.listInvestigations, { size: 100 })
    if (['inspector2', 'analyst', 'abaiHead', 'abaiInspector', 'almatyHead', 'caHead'].includes(who))
      assert.ok(!(await asked).rows.some((row) => row.id === id), who)
    else await refused('forbidden', asked)
  }
  assert.deepEqual((await hits('inspector', number ?? '')).ids, [id])
  assert.deepEqual(await listed('inspector', { mine: true }), [id])
  assert.deepEqual(
    new Set((await stages('inspector', id)).map((it) => it.split('.')[0])),
    new Set(['limitation', 'step', 'term']),
  )
  // The Chairman gave the assignment: the short form, no step and no name of the team, no button.
  const brief = await perform(house, readInvestigation, await stage.actor('chairman'), { id })
  assert.deepEqual(
    [brief.result.brief, brief.result.team, brief.result.people, brief.result.missing, brief.may],
    [true, [], [], [], []],
  )
  assert.equal(brief.result.persons[0]?.kk, 'Бауыржан Еркінұлы Әшімов')
  await refused('forbidden', as('chairman', readInvestigationTimeline, { id }))
  await refused('forbidden', as('chairman', course.addNote, { id, happenedOn: '2026-11-23', words: 'x' }))
})

clause('5.16', 'a member who sees an interest withdraws, and the place is filled by the head', async () => {
  const { id: person } = await desk.register({ nameKk: 'Ардақ Мұратқызы Жүнісова' })
  const { id } = await desk.opened([person])
  const { step } = await as('inspector', course.planStep, {
    id,
    what: 'Тізімді салыстыру',
    who: castId('inspector'),
    by: '2026-12-10',
  })
  await refused('forbidden', as('head', team.recuseMember, { id, cause: 'interest', reason: 'x' }))
  await as('inspector', team.recuseMember, { id, cause: 'interest', reason: 'Тексерілетін адаммен бірге оқыдым.' })
  await news()
  await refused('unknown', desk.read('inspector', id))
  const [gone] = (await desk.read('head', id)).team
  assert.deepEqual(
    [gone?.cause, gone?.reason, gone?.until],
    ['interest', 'Тексерілетін адаммен бірге оқыдым.', '2026-11-23'],
  )
  assert.deepEqual((await stages('head', id)).sort(), [
    'limitation',
    `replace.${castId('inspector')}`,
    `step.${step}`,
    'term',
  ])
  assert.match(await conflicting(join(id, 'inspector')), /shut out/)
  await join(id, 'inspector2', 'leader', 'deputy')
  assert.ok(!(await stages('head', id)).includes(`replace.${castId('inspector')}`))
  assert.deepEqual((await stages('inspector2', id)).sort(), ['limitation', 'term'])
  await as('head', team.replaceMember, {
    id,
    employee: castId('inspector2'),
    by: castId('analyst'),
    reason: 'Демалысқа шығады.',
  })
  await refused('unknown', desk.read('inspector2', id))
  const page = await desk.read('analyst', id)
  assert.deepEqual(
    page.team.filter((it) => !it.until).map((it) => [it.id, it.role]),
    [[castId('analyst'), 'leader']],
  )
  assert.deepEqual(
    fieldsOf(
      await refused(
        'invalid',
        as('head', team.replaceMember, { id, employee: castId('inspector2'), by: castId('inspector2'), reason: 'x' }),
      ),
    ),
    ['employee'],
  )
})

clause('10', 'whoever acts for the head prepares for those days only', async () => {
  const { id: person } = await desk.register({ nameKk: 'Ерлан Тоқтарұлы Мұсин' })
  await refused('forbidden', desk.prepared([person], {}, 'deputy'))
  const days = { fromOn: '2026-12-03', untilOn: '2026-12-10', basis: 'Бұйрық № 3' }
  const acting = { id: castId('deputy'), postId: postId('department', 'head'), ...days }
  await perform(house, appointActing, systemActor, acting)
  await refused('forbidden', desk.prepared([person], {}, 'deputy'))
  house.clock.set('2026-12-03T09:00')
  const id = await desk.prepared([person], {}, 'deputy')
  const { id: authority } = await as(
    'deputy',
    askAuthority,
    anAsk({ purpose: 'investigation', about: [`investigation:${id}`] }),
  )
  await as('chairman', decideAuthority, { id: authority, granted: true, word: 'Тапсырамын.' })
  await as('deputy', openInvestigation, { id })
  house.clock.set('2026-12-11T09:00')
  await refused('forbidden', desk.prepared([person], {}, 'deputy'))
})

clause('5.16', 'open screens of those who may not see a case hear nothing of what happens in it', async () => {
  const { id: person } = await desk.register({ nameKk: 'Мәдина Асқарқызы Төлегенова' })
  const live = startLive(house)
  const heard = new Map<CastName, string[]>()
  for (const who of ['head', 'inspector', 'inspector2', 'registrar', 'auditor', 'chairman'] as const) {
    heard.set(who, [])
    live.subscribe(await stage.actor(who), ({ kind, id }) => heard.get(who)?.push(`${kind}:${id}`))
  }
  try {
    const { id } = await desk.opened([person])
    await as('inspector', course.addNote, { id, happenedOn: '2026-11-23', words: 'Сотқа бардық.' })
    const hears = (who: CastName): boolean => heard.get(who)?.includes(`investigation:${id}`) ?? false
    for (let waited = 0; !hears('inspector') && waited < 5_000; waited += 100) await sleep(100)
    await sleep(600)
    assert.deepEqual(
      [...heard.keys()].filter(hears),
      ['head', 'inspector', 'chairman'],
      'the team, its chief, and whoever gave the assignment',
    )
  } finally {
    await live.close()
  }
})

// Clause 5.5: with the service certificate, without hindrance and at any time, restricted-regime premises excluded; clause 12 for the rest.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { castId } from '../../app/cast.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { offerDocument, sendDocument, signDocument } from '../documents/operations.ts'
import { deskOf } from '../inspections/inspections.kit.ts'
import { openRequest } from '../requests/queries.ts'
import { reportRequest } from '../requests/operations.ts'
import { abaiCourt, abaiDepartment } from '../persons/persons.kit.ts'
import { courtId } from '../structure/index.ts'
import { openPremises, restrictedPremises } from './kinds.ts'
import { regimeOf } from './premises.ts'
import { readVisits } from './queries.ts'
import * as visiting from './visiting.ts'

const stage = await openStage()
const { house, owner, as, news, actor, bring } = stage
const desk = deskOf(stage)
const coming = (id: string, more: object = {}) => ({
  id,
  certificate: 'ІҚБ № 014',
  place: abaiDepartment,
  premises: 'office' as const,
  cameAt: '2026-11-23T03:30:00Z',
  ...more,
})

clause('5.5', 'on the service certificate one enters at any time, and each entry is recorded', async () => {
  const { id } = await desk.opened()
  // A Sunday, shortly before midnight.
  house.clock.set('2026-11-29T23:40')
  const { visit } = await as(
    'inspector',
    visiting.enterVisit,
    coming(id, {
      place: abaiCourt,
      premises: 'archive',
      room: '12-бөлме',
      cameAt: '2026-11-29T18:31:00Z',
      accompanied: 'Кезекші (ойдан шығарылған)',
      vehicle: '001 AAA 10',
    }),
  )
  const leave = (at: string) => as('inspector', visiting.leaveVisit, { id, visit, leftAt: at })
  assert.deepEqual(fieldsOf(await refused('invalid', leave('2026-11-29T18:00:00Z'))), ['leftAt'])
  assert.deepEqual(fieldsOf(await refused('invalid', leave('2026-11-30T18:00:00Z'))), ['leftAt'])
  await leave('2026-11-29T18:39:00Z')
  assert.deepEqual(fieldsOf(await refused('invalid', leave('2026-11-29T18:39:00Z'))), ['visit'])
  const [row] = (await as('head', readVisits, { id })).visits
  assert.deepEqual(
    [
      row?.certificate,
      row?.premises,
      row?.room,
      row?.cameAt,
      row?.leftAt,
      row?.accompanied,
      row?.entered,
      row?.vehicle,
    ],
    [
      'ІҚБ № 014',
      'archive',
      '12-бөлме',
      '2026-11-29T18:31:00.000Z',
      '2026-11-29T18:39:00.000Z',
      'Кезекші (ойдан шығарылған)',
      true,
      '001 AAA 10',
    ],
  )
  assert.equal((await journalOf(house, id, 'inspections.enter')).at(-1)?.outcome, 'done')
  assert.equal((await journalOf(house, id, 'inspections.visits')).at(-1)?.outcome, 'read')
  house.clock.set('2026-11-23T09:00')
})

clause(
  '5.5',
  'restricted-regime premises are excluded: the sentence names the permission that other law demands',
  async () => {
    const { id } = await desk.opened()
    const says: string[] = []
    for (const premises of restrictedPremises) {
      const refusal = await refused('forbidden', as('inspector', visiting.enterVisit, coming(id, { premises })))
      assert.equal(refusal.clause, '5.5')
      says.push(refusal.says.en)
      const by = { by: 'Күзетші', words: 'Кіргізбеді.', demanded: 'Кіргізуді талап етемін.' }
      assert.equal(
        (await refused('forbidden', as('inspector', visiting.recordHindrance, { ...coming(id), premises, ...by })))
          .clause,
        '5.5',
      )
    }
    assert.match(says[0] ?? '', /admission under the Law on State Secrets/)
    assert.match(says[1] ?? '', /head who answers for the weapons/)
    assert.match(says[2] ?? '', /the law that set the regime/)
    // What the room calls itself counts, whatever kind was chosen for it.
    for (const room of [
      'Құпия іс жүргізу бөлмесі',
      'Режимдік үй-жай',
      'Секретная часть',
      'Комната хранения оружия',
      'Қару бөлмесі',
    ])
      assert.equal(
        (await refused('forbidden', as('inspector', visiting.enterVisit, coming(id, { room })))).clause,
        '5.5',
        room,
      )
    assert.deepEqual((await as('inspector', readVisits, { id })).visits, [])
    // Nor can the database be made to say so.
    await assert.rejects(
      sql`insert into inspection_visits (id, inspection_id, who_id, certificate, place_kind, place_id, place_name, premises, came_at, entered, at, by)
      values (${randomUUID()}, ${id}, ${castId('inspector')}, '1', 'body', ${randomUUID()}, '{"kk": "x", "ru": "x", "en": "x"}', 'secrecy', now(), true, now(), ${castId('inspector')})`.execute(
        owner,
      ),
    )
    const outcomes = (await journalOf(house, id, 'inspections.enter')).map(({ outcome, clause: of }) => [outcome, of])
    assert.ok(outcomes.length >= 8 && outcomes.every(([outcome, of]) => outcome === 'refused' && of === '5.5'))
  },
)

test('whatever the room is called, a restricted kind stays restricted, and ordinary words open', () => {
  const ordinary = fc.constantFrom(
    null,
    'Кадр бөлімі',
    '12-бөлме',
    'Серверлік',
    'Қаржы бөлімі',
    'Кеңсе',
    'Сканерлеу бөлмесі',
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...restrictedPremises),
      fc.string(),
      (premises, room) => regimeOf({ premises, room }) !== null,
    ),
  )
  fc.assert(
    fc.property(fc.constantFrom(...openPremises), ordinary, (premises, room) => regimeOf({ premises, room }) === null),
  )
})

clause('5.5', 'only the team enters, in the days of its order, and not before it or ahead of time', async () => {
  const { id } = await desk.opened()
  const enter = (more: object, who: 'inspector' | 'inspector2' = 'inspector') =>
    as(who, visiting.enterVisit, coming(id, more))
  assert.deepEqual(fieldsOf(await refused('invalid', enter({ cameAt: '2026-11-23T09:00:00Z' }))), ['cameAt'])
  assert.deepEqual(fieldsOf(await refused('invalid', enter({ cameAt: '2026-11-20T09:00:00Z' }))), ['cameAt'])
  assert.deepEqual(fieldsOf(await refused('invalid', enter({ who: castId('analyst') }))), ['who'])
  assert.deepEqual(fieldsOf(await refused('invalid', enter({ place: `court:${courtId('SC')}` }))), ['place'])
  assert.deepEqual(fieldsOf(await refused('invalid', enter({ certificate: '' }))), ['certificate'])
  assert.equal((await refused('forbidden', as('head', visiting.enterVisit, coming(id)))).clause, '5.15')
  await refused('unknown', as('analyst', visiting.enterVisit, coming(id)))
  await refused('unknown', as('inspector', visiting.enterVisit, coming(randomUUID())))
  await enter({ who: castId('inspector2'), leftAt: '2026-11-23T03:50:00Z' })
  const closed = await desk.prepared()
  await refused('unknown', as('inspector', visiting.enterVisit, coming(closed)))
})

clause('12', 'a hindrance becomes a demand; what is not complied with is reported to the principals', async () => {
  house.clock.set('2026-11-23T09:00')
  const { id, number } = await desk.opened()
  const photo = await bring(await actor('inspector'), 'door.pdf', '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  const { request, document, visit } = await as('inspector', visiting.recordHindrance, {
    ...coming(id, { place: abaiCourt, premises: 'archive' }),
    by: 'Мұрағат меңгерушісі (ойдан шығарылған)',
    words: 'Мұрағатты ашпады.',
    demanded: 'Мұрағатқа кедергісіз кіргізуді талап етеміз.',
    files: [photo],
  })
  const page = await as('inspector', readVisits, { id })
  assert.deepEqual(
    [page.visits[0]?.id, page.visits[0]?.entered, page.visits[0]?.hindrance?.request],
    [visit, false, request],
  )
  assert.deepEqual(
    page.visits[0]?.files.map(({ name }) => name),
    ['door.pdf'],
  )
  assert.deepEqual(
    page.requests.map((it) => it.id),
    [request],
  )
  const asked = await as('inspector', openRequest, { id: request })
  assert.deepEqual([asked.kind, asked.clause, asked.about?.id, asked.obliged], ['demand', '12', id, true])
  assert.match(asked.ground, /Мұрағатты ашпады/)
  assert.ok(asked.ground.includes(number))
  // Nobody enters what was not entered, so nobody leaves it.
  assert.deepEqual(
    fieldsOf(
      await refused('invalid', as('inspector', visiting.leaveVisit, { id, visit, leftAt: '2026-11-23T03:45:00Z' })),
    ),
    ['visit'],
  )
  await as('inspector', offerDocument, { id: document })
  await news()
  await as('head', signDocument, { id: document })
  await news()
  await as('registrar', sendDocument, { id: document, way: 'courier' })
  await news()
  const due = (await as('inspector', openRequest, { id: request })).term?.dueOn ?? ''
  house.clock.set(`${due}T09:00`)
  const report = { id: request, done: 'Екі рет еске салынды.' }
  await refused('forbidden', as('head', reportRequest, report))
  house.clock.set('2026-12-31T09:00')
  await as('head', reportRequest, report)
  assert.equal((await as('head', openRequest, { id: request })).state, 'reported')
  house.clock.set('2026-11-23T09:00')
})

clause('5.6', 'papers are demanded of the department in the course of the inspection', async () => {
  const { id, number } = await desk.opened()
  const demand = { id, subject: 'Журнал көшірмесі', asked: 'Мүдделер қақтығысы журналының көшірмесі.' }
  const { request } = await as('inspector', visiting.demandPapers, demand)
  const asked = await as('inspector', openRequest, { id: request })
  assert.deepEqual([asked.about?.id, asked.kind, asked.obliged], [id, 'demand', true])
  assert.ok(asked.ground.includes(number))
  assert.equal((await as('deputy', visiting.demandPapers, demand)).request !== request, true)
  assert.equal((await journalOf(house, id, 'inspections.demand')).length, 2)
})

// Recusal, and the desk of one who leaves: nothing stays behind, nobody works on what he should not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { perform } from '../../kernel/perform.ts'
import { clause } from '../../../test/kit/clause.ts'
import { systemActor } from '../../../test/kit/house.ts'
import { castId, openStage, refused } from '../appeals/appeals.kit.ts'
import { assignAppeal, draftReply } from '../appeals/operations.ts'
import { openAppeal } from '../appeals/queries.ts'
import { draftDocument } from '../documents/operations.ts'
import { leaveDepartment } from '../org/people/operations.ts'
import { completeRequest } from '../requests/operations.ts'
import { openRequest } from '../requests/queries.ts'
import { deskOf as requestsDesk } from '../requests/requests.kit.ts'
import { writeToAppeal } from '../appeals/index.ts'
import * as handover from './handover.ts'
import * as operations from './operations.ts'

const stage = await openStage()
const { house, owner, as } = stage

const deskOf = async (who: string): Promise<number> =>
  (await sql<{ n: number }>`select desk_count(${who}) as n`.execute(owner)).rows[0]?.n ?? -1

clause(
  '5.16',
  'self-recusal is accepted at once, with its cause and reason, and the appeal returns to the chief’s desk',
  async () => {
    const { id } = await stage.assigned('inspector')
    await as('inspector', draftReply, { id })
    await refused('invalid', as('inspector', operations.recuse, { id, cause: 'kinship', reason: '' }))
    await refused('unknown', as('inspector2', operations.recuse, { id, cause: 'kinship', reason: 'Туысым.' }))
    await as('inspector', operations.recuse, { id, cause: 'kinship', reason: 'Аталған маман – жиенім.' })
    await refused('unknown', as('inspector', openAppeal, { id }))
    await stage.news()
    const opened = await as('head', openAppeal, { id })
    assert.deepEqual([opened.state, opened.assigneeId, opened.term.doneOn], ['registered', null, null])
    assert.equal(await deskOf(castId('inspector')), 0)
    await refused('invalid', as('head', assignAppeal, { id, to: castId('inspector') }))
    const [row] = (await as('head', operations.listShutouts, { id })).rows
    assert.deepEqual([row?.ground, row?.cause, row?.reason], ['recused', 'kinship', 'Аталған маман – жиенім.'])
    await refused('forbidden', as('registrar', operations.listShutouts, { id }))
    // The head may only reinstate, with a reason.
    const { entry } = row ?? { entry: '' }
    await refused('invalid', as('head', operations.liftShutout, { id, entry, reason: '' }))
    await as('head', operations.liftShutout, { id, entry, reason: 'Туыстық расталмады.' })
    await as('head', assignAppeal, { id, to: castId('inspector') })
    assert.equal(await deskOf(castId('inspector')), 2)
  },
)

clause(
  '5.16',
  'whoever recuses himself from a document is shut out of it, and of the appeal where it is about one',
  async () => {
    const { id } = await stage.assigned('inspector')
    const { document } = await as('inspector', draftReply, { id })
    await as('inspector', operations.recuseFromDocument, { id: document, cause: 'interest', reason: 'Үлесім бар.' })
    await refused('unknown', as('inspector', openAppeal, { id }))
    await stage.news()
    const about = { kind: 'employee', id: castId('gate') }
    const own = await as('inspector', draftDocument, { template: 'reply', language: 'kk', about, fields: {} })
    await as('inspector', operations.recuseFromDocument, { id: own.id, cause: 'other', reason: 'Досым.' })
    await stage.news()
    const drafter = await sql<{ drafter_id: string }>`select drafter_id from documents where id = ${own.id}`.execute(
      owner,
    )
    assert.equal(drafter.rows[0]?.drafter_id, castId('head'))
    await refused(
      'unknown',
      as('inspector', operations.recuseFromDocument, { id: own.id, cause: 'other', reason: 'x' }),
    )
    const back = { id: own.id, person: castId('inspector'), reason: 'Тексерілді.' }
    await refused('forbidden', as('registrar', operations.liftFromDocument, back))
    await as('head', operations.liftFromDocument, back)
    await refused('unknown', as('head', operations.liftFromDocument, back))
  },
)

test('work that is over leaves nothing to recuse oneself from', async () => {
  const { id } = await stage.assigned('inspector')
  await sql`select set_config('app.operation', 'test', false)`.execute(owner)
  await sql`update appeals set state = 'answered', done_on = '2026-11-23' where id = ${id}`.execute(owner)
  await refused('forbidden', as('inspector', operations.recuse, { id, cause: 'other', reason: 'x' }))
})

clause(
  '9.5',
  'the head hands a whole desk over in one operation, to one or to several, and asking twice moves nothing',
  async () => {
    const [one, two, three] = [
      await stage.assigned('inspector2'),
      await stage.assigned('inspector2'),
      await stage.assigned('inspector2'),
    ]
    await as('inspector2', draftReply, { id: two.id })
    // The taker is shut out of one of them.
    await as('head', operations.shutOut, { id: three.id, person: castId('inspector'), reason: 'Көршісі.' })
    await stage.news()
    const id = castId('inspector2')
    const lying = await as('head', handover.openDesk, { id })
    assert.deepEqual([lying.appeals.length, lying.documents.length], [3, 1])
    const wish = {
      id,
      to: castId('inspector'),
      given: [{ appeal: one.id, to: castId('deputy') }],
      reason: 'Бұйрық № 12',
    }
    await refused('forbidden', as('inspector', handover.handOver, wish))
    await refused('forbidden', as('inspector', handover.openDesk, { id }))
    await refused('invalid', as('head', handover.handOver, { ...wish, to: id }))
    await refused('invalid', as('head', handover.handOver, { ...wish, to: castId('gate') }))
    const moved = await as('head', handover.handOver, wish)
    assert.deepEqual([moved.appeals, moved.documents], [3, 0])
    await stage.news()
    const has = async (appeal: string) => (await as('head', openAppeal, { id: appeal })).assigneeId
    assert.deepEqual(
      [await has(one.id), await has(two.id), await has(three.id)],
      [castId('deputy'), castId('inspector'), null],
    )
    assert.equal(await deskOf(id), 0)
    assert.deepEqual(await as('head', handover.handOver, wish), { appeals: 0, documents: 0, others: 0, duties: 0 })
    const { rows } = await sql`select reason from handovers where employee_id = ${id}`.execute(owner)
    assert.deepEqual(rows, [{ reason: 'Бұйрық № 12' }])
  },
)

clause('9.5', 'the requests of one who hands over are watched by the taker from then on', async () => {
  const id = castId('inspector2')
  const { sent, prepare } = requestsDesk(stage)
  const asked = await sent({}, 'inspector2')
  const drafted = await prepare({ subject: 'Жоба ғана' }, 'inspector2')
  // The taker is kept from one of them: it goes to whoever decides.
  const kept = await sent({ subject: 'Қабылдаушыға жабық' }, 'inspector2')
  await sql`select set_config('app.operation', 'test', false)`.execute(owner)
  await sql`insert into denied (record_id, person_id, since, reason) values (${kept.id}, ${castId('inspector')}, now(), 'test')`.execute(
    owner,
  )
  const lying = await as('head', handover.openDesk, { id })
  assert.deepEqual(
    lying.others.map((it) => `${it.id} ${it.page}`).toSorted(),
    [asked, drafted, kept].map((it) => `${it.id} /requests/${it.id}`).toSorted(),
  )
  assert.deepEqual(lying.duties, [], 'a duty on a request is not counted beside it')
  const moved = await as('head', handover.handOver, { id, to: castId('inspector'), reason: 'Бұйрық № 14' })
  assert.deepEqual([moved.others, moved.documents], [3, 1])
  const { rows } = await sql<{ id: string; author_id: string; holder_id: string | null }>`
    select r.id, r.author_id, d.holder_id from requests r left join duties d on d.record_id = r.id and d.closed_at is null
    where r.id in (${asked.id}, ${drafted.id}, ${kept.id})`.execute(owner)
  const of = (it: { id: string }) => rows.find((row) => row.id === it.id)
  assert.deepEqual([of(asked)?.author_id, of(asked)?.holder_id], [castId('inspector'), castId('inspector')])
  assert.equal(of(drafted)?.author_id, castId('inspector'))
  assert.deepEqual([of(kept)?.author_id, of(kept)?.holder_id], [castId('head'), castId('head')])
  assert.equal(await deskOf(id), 0)
  // What the taker does with it counts as the author's.
  await as('inspector', completeRequest, { id: asked.id, word: 'Толық берілді.' })
  await refused('unknown', as('inspector2', openRequest, { id: kept.id }))
})

clause('5.14', 'leaving while work lies on the desk warns, and nothing stays with one who has left', async () => {
  const hidden = await stage.assigned('inspector2')
  const seen = await stage.assigned('inspector2')
  // One of them names the head, who can neither see nor hand it over.
  await stage.visit(hidden.code, writeToAppeal, {
    text: 'Меңгеруші Мұрат Ержанов біледі.',
    files: [],
  })
  await stage.news()
  const id = castId('inspector2')
  assert.equal((await as('head', handover.countDesk, { id })).open, 1)
  assert.equal((await as('admin', handover.countDesk, { id })).open, 2)
  await refused('forbidden', as('registrar', handover.countDesk, { id }))
  await as('admin', leaveDepartment, { id, lastOn: '2026-11-24', reason: 'Өз қалауы', cause: 'wish' })
  await stage.news()
  const due = () =>
    sql<{ record_id: string; holder_id: string; due_on: string }>`select record_id, holder_id, due_on from duties
      where stage = 'hand-over' and closed_at is null`.execute(owner)
  assert.deepEqual((await due()).rows, [{ record_id: id, holder_id: castId('head'), due_on: '2026-11-24' }])
  house.clock.set('2026-11-25T00:10')
  await perform(house, handover.clearLeft, systemActor, {})
  await stage.news()
  assert.equal(await deskOf(id), 0)
  assert.equal((await as('deputy', openAppeal, { id: hidden.id })).state, 'registered')
  assert.equal((await as('head', openAppeal, { id: seen.id })).state, 'registered')
  assert.deepEqual((await due()).rows, [])
})

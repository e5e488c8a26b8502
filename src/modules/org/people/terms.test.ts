// Clauses 8, 10, 11.2, 13, 15: who is appointed, who acts for whom and for which days, who signs, and how people leave.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clause } from '../../../../test/kit/clause.ts'
import { testHouse } from '../../../../test/kit/house.ts'
import { asOwner, journalOf, newcomer, refused } from '../../../../test/kit/org.ts'
import { perform } from '../../../kernel/perform.ts'
import { postId, unitId } from '../../structure/index.ts'
import { actorOf, headOn, signatoriesOn } from '../store.ts'
import {
  appointActing,
  appointEmployee,
  endAbsence,
  endActing,
  endAppointment,
  leaveDepartment,
  recordAbsence,
} from './operations.ts'
import { listEmployees, openEmployee } from './queries.ts'

const house = await testHouse(null)
const { head, deputy, caHead, inspector, registrar, admin, auditor, abaiHead, abaiInspector, almatyHead } = house.cast
const headPost = postId('department', 'head')
const db = { db: house.database }
const at = (local: string) => house.clock.set(local)
const home = () => at('2026-11-23T09:00')
const signsOn = async (day: string) => (await signatoriesOn(db, day)).map((it) => [it.id, it.acting])

test('the head signs and directs on an ordinary day', async () => {
  assert.deepEqual(await signsOn('2026-11-23'), [[head.id, false]])
  assert.equal((await headOn(db, '2026-11-23'))?.post.kk, 'Меңгеруші')
})

clause('8', 'the Department is headed by a head who is appointed to and released from office', async () => {
  const id = await newcomer(house)
  const place = { id, postId: headPost, fromOn: '2026-12-01', basis: 'Бұйрық № 7' }
  for (const actor of [head, deputy, registrar, auditor, abaiHead, caHead]) {
    await refused(perform(house, appointEmployee, actor, place), 'forbidden')
  }
  // The one seat of the head is held.
  await refused(perform(house, appointEmployee, admin, place), 'conflict', '3')
  const held = (await perform(house, openEmployee, admin, { id: head.id })).result.appointments.find(
    (it) => it.postId === headPost,
  )
  assert.ok(held)
  await perform(house, endAppointment, admin, { id: held.id, lastOn: '2026-11-30', basis: 'Бұйрық № 6' })
  await perform(house, appointEmployee, admin, place)
  at('2026-11-30T10:00')
  assert.deepEqual(
    [
      (await house.as('head')).posts[0]?.code,
      (await actorOf(house.database, id, { today: '2026-11-30' }))?.posts.length,
    ],
    ['head', 0],
  )
  at('2026-12-01T10:00')
  assert.equal((await actorOf(house.database, id, { today: '2026-12-01' }))?.posts[0]?.code, 'head')
  const former = await house.as('head')
  assert.deepEqual([former.posts.length, former.powers.size, former.reach], [0, 0, []])
  assert.deepEqual(await signsOn('2026-12-01'), [[id, false]])
  home()
  // The past stays what it was.
  assert.deepEqual(await signsOn('2026-11-30'), [[head.id, false]])
  const made = (await perform(house, openEmployee, admin, { id })).result.appointments[0]
  await perform(house, endAppointment, admin, { id: made?.id ?? '', lastOn: '2026-11-20', basis: 'Күші жойылды' })
  assert.deepEqual(await signsOn('2026-12-01'), [])
  await perform(house, appointEmployee, admin, {
    id: head.id,
    postId: headPost,
    fromOn: '2026-12-01',
    basis: 'Бұйрық № 8',
  })
  assert.deepEqual(await signsOn('2026-12-01'), [[head.id, false]])
})

clause(
  '10',
  'the head personally answers for the Department: whoever acts has the powers on those days only, and the head has them not',
  async () => {
    const span = {
      id: inspector.id,
      postId: headPost,
      fromOn: '2026-12-07',
      untilOn: '2026-12-11',
      basis: 'Бұйрық № 12',
    }
    for (const actor of [inspector, registrar, auditor, abaiHead, deputy])
      await refused(perform(house, appointActing, actor, span), 'forbidden')
    await refused(perform(house, appointActing, { ...caHead, session: null }, span), 'step-up')
    const { result } = await perform(house, appointActing, caHead, span)
    const seen = async (local: string) => {
      at(local)
      const [acts, heads] = [await house.as('inspector'), await house.as('head')]
      return [
        acts.powers.has('appeals.assign'),
        acts.reach === 'all',
        heads.powers.has('appeals.assign'),
        (await signsOn(local.slice(0, 10)))[0],
      ]
    }
    assert.deepEqual(await seen('2026-12-06T23:59'), [false, false, true, [head.id, false]])
    assert.deepEqual(await seen('2026-12-07T00:01'), [true, true, false, [inspector.id, true]])
    assert.deepEqual(await seen('2026-12-11T23:59'), [true, true, false, [inspector.id, true]])
    assert.deepEqual(await seen('2026-12-12T00:01'), [false, false, true, [head.id, false]])
    at('2026-12-08T09:00')
    const acts = await house.as('inspector')
    assert.deepEqual(
      acts.posts.map((it) => [it.code, it.acting]),
      [
        ['inspector', false],
        ['head', true],
      ],
    )
    // Back earlier: the head ends it himself, and has everything again at once.
    await perform(house, endActing, await house.as('head'), {
      id: result.actingId,
      lastOn: '2026-12-07',
      basis: 'Жұмысқа шықты',
    })
    assert.deepEqual(await signsOn('2026-12-08'), [[head.id, false]])
    assert.ok((await house.as('head')).powers.has('appeals.assign'))
    home()
  },
)

clause('15', 'documents are signed by the head or by one person who acts: two never act on one day', async () => {
  const span = { postId: headPost, fromOn: '2026-12-14', untilOn: '2026-12-18', basis: 'Бұйрық' }
  await perform(house, appointActing, caHead, { ...span, id: deputy.id })
  const twice = await refused(
    perform(house, appointActing, caHead, { ...span, id: inspector.id, fromOn: '2026-12-18', untilOn: '2026-12-20' }),
    'invalid',
  )
  assert.deepEqual(
    twice.fields.map((it) => it.path),
    ['fromOn'],
  )
  assert.equal((await signatoriesOn(db, '2026-12-16')).length, 1)
  assert.equal((await signatoriesOn(db, '2026-12-16'))[0]?.replaces?.id, head.id)
  await asOwner(house, async (client) => {
    await client.query("select set_config('app.operation', 'test', false)")
    await assert.rejects(
      client.query(
        "insert into actings (id, post_id, employee_id, from_on, until_on, basis) values (gen_random_uuid(), $1, $2, '2026-12-15', '2026-12-15', 'x')",
        [headPost, inspector.id],
      ),
      /two people would act/,
    )
  })
  const tried = await Promise.allSettled(
    [inspector, registrar, deputy].map(({ id }) =>
      perform(house, appointActing, caHead, {
        id,
        postId: postId('abai', 'territorial-head'),
        fromOn: '2027-03-01',
        untilOn: '2027-03-05',
        basis: 'x',
      }),
    ),
  )
  assert.equal(tried.filter((it) => it.status === 'fulfilled').length, 1)
})

clause('11.2', 'in the absence of the head the deputy directs the work, for the days of the absence', async () => {
  const leave = { id: head.id, kind: 'leave' as const, fromOn: '2027-01-11', untilOn: '2027-01-15' }
  for (const actor of [inspector, registrar, auditor, abaiHead])
    await refused(perform(house, recordAbsence, actor, leave), 'forbidden')
  const { result } = await perform(house, recordAbsence, head, { ...leave, basis: null })
  assert.deepEqual(await signsOn('2027-01-10'), [[head.id, false]])
  assert.deepEqual(await signsOn('2027-01-11'), [[deputy.id, true]])
  assert.deepEqual(await signsOn('2027-01-15'), [[deputy.id, true]])
  assert.deepEqual(await signsOn('2027-01-16'), [[head.id, false]])
  at('2027-01-12T09:00')
  const acts = await house.as('deputy')
  assert.deepEqual(
    acts.posts.map((it) => [it.code, it.acting]),
    [
      ['deputy-head', false],
      ['head', true],
    ],
  )
  assert.ok(acts.powers.has('staffing.propose'))
  const resting = await house.as('head')
  assert.deepEqual([resting.powers.size, resting.posts, resting.unit], [0, [], unitId('department')])
  const shown = (await perform(house, openEmployee, await house.as('inspector'), { id: head.id })).result.posts
  assert.deepEqual(
    shown.map((it) => [it.code, it.resting]),
    [['head', true]],
  )
  await perform(house, endAbsence, await house.as('head'), { id: result.absenceId, lastOn: '2027-01-11' })
  assert.deepEqual(await signsOn('2027-01-12'), [[head.id, false]])
  home()
})

clause('11.2', 'an appointed person goes before the deputy, and an absent deputy replaces nobody', async () => {
  await perform(house, recordAbsence, admin, {
    id: head.id,
    kind: 'sickness',
    fromOn: '2027-02-01',
    untilOn: '2027-02-10',
  })
  await perform(house, appointActing, caHead, {
    id: inspector.id,
    postId: headPost,
    fromOn: '2027-02-03',
    untilOn: '2027-02-04',
    basis: 'Бұйрық',
  })
  await perform(house, recordAbsence, deputy, {
    id: deputy.id,
    kind: 'trip',
    fromOn: '2027-02-08',
    untilOn: '2027-02-09',
    basis: null,
  })
  assert.deepEqual(await signsOn('2027-02-02'), [[deputy.id, true]])
  assert.deepEqual(await signsOn('2027-02-03'), [[inspector.id, true]])
  assert.deepEqual(await signsOn('2027-02-05'), [[deputy.id, true]])
  // Head and deputy both away, nobody appointed: the post is the absent head's own.
  assert.deepEqual(await signsOn('2027-02-08'), [[head.id, false]])
})

clause(
  '10',
  'nobody appoints himself or herself, the head not beyond the Department, nobody to a post of several people',
  async () => {
    const span = { fromOn: '2027-04-01', untilOn: '2027-04-02', basis: 'x' }
    await refused(perform(house, appointActing, head, { ...span, id: head.id, postId: headPost }), 'forbidden', '8')
    await refused(
      perform(house, appointActing, head, {
        ...span,
        id: deputy.id,
        postId: postId('court-administration', 'ca-head'),
      }),
      'forbidden',
      '10',
    )
    const many = await refused(
      perform(house, appointActing, head, { ...span, id: registrar.id, postId: postId('department', 'inspector') }),
      'invalid',
    )
    assert.deepEqual(
      many.fields.map((it) => it.path),
      ['postId'],
    )
    const own = await refused(
      perform(house, appointActing, admin, { ...span, id: head.id, postId: headPost }),
      'invalid',
    )
    assert.deepEqual(
      own.fields.map((it) => it.path),
      ['postId'],
    )
    await refused(
      perform(house, appointEmployee, admin, { id: admin.id, postId: headPost, fromOn: '2027-04-01', basis: 'x' }),
      'forbidden',
      '8',
    )
  },
)

clause(
  '13',
  'the head must be notified, with copies of all the materials, when staff of a territorial unit are dismissed',
  async () => {
    const going = {
      ...{ id: abaiInspector.id, lastOn: '2026-11-27', cause: 'penalty' as const },
      reason: 'Тәртіптік жаза: жұмыстан шығару',
    }
    const untold = await refused(perform(house, leaveDepartment, admin, going), 'forbidden', '13')
    assert.match(untold.says.en, /No such notice is on record/)
    assert.deepEqual(
      (await journalOf(house, 'org.leave')).map((it) => [it.outcome, it.clause]),
      [['refused', '13']],
    )
    // Whoever leaves of the own wish is free to, and what the keeper of records alone may enter stays with the keeper.
    await refused(perform(house, leaveDepartment, head, { ...going, cause: 'wish' }), 'forbidden')
    await perform(house, leaveDepartment, admin, { ...going, cause: 'wish', reason: 'Өз қалауы' })
    assert.ok((await actorOf(house.database, abaiInspector.id, { today: '2026-11-27' }))?.powers.has('appeals.work'))
    assert.equal(await actorOf(house.database, abaiInspector.id, { today: '2026-11-28' }), null)
    at('2026-11-28T09:00')
    const gone = (await perform(house, listEmployees, admin, { state: 'left' })).result
    assert.deepEqual(
      gone.rows.map((it) => it.id),
      [abaiInspector.id],
    )
    await refused(
      perform(house, appointEmployee, admin, {
        id: abaiInspector.id,
        postId: headPost,
        fromOn: '2026-12-01',
        basis: 'x',
      }),
      'forbidden',
      '8',
    )
    home()
  },
)

test('a post that another has left is free from the next day', async () => {
  const id = await newcomer(house)
  const place = { id, postId: postId('almaty', 'territorial-head'), fromOn: '2026-11-24', basis: 'Бұйрық' }
  await refused(perform(house, appointEmployee, admin, place), 'conflict', '3')
  const held = (await perform(house, openEmployee, admin, { id: almatyHead.id })).result.appointments[0]
  await perform(house, endAppointment, admin, { id: held?.id ?? '', lastOn: '2026-11-23', basis: 'Ауысты' })
  await perform(house, appointEmployee, admin, place)
  const twice = await refused(perform(house, appointEmployee, admin, place), 'invalid')
  assert.deepEqual(
    twice.fields.map((it) => it.path),
    ['postId'],
  )
})

test('a territorial head sees the own unit, the head all, an inspector nothing but what is assigned', async () => {
  assert.deepEqual((await house.as('abaiHead')).reach, [unitId('abai')])
  assert.equal((await house.as('head')).reach, 'all')
  assert.deepEqual((await house.as('inspector2')).reach, [])
  assert.deepEqual((await house.as('auditor')).reach, [])
  assert.deepEqual((await house.as('admin')).reach, [])
})

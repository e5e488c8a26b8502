// Clauses 3 and 9.2: who proposes and approves the staffing table, and that nothing outruns the limit or the seats.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { steppedUp, testHouse } from '../../../test/kit/house.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { postId } from '../structure/index.ts'
import { appointActing, appointEmployee, endAppointment } from '../org/people/operations.ts'
import { openEmployee } from '../org/people/queries.ts'
import { asOwner, journalOf, newcomer, refused } from '../../../test/kit/org.ts'
import {
  approveStaffing,
  openStaffing,
  openStaffingTable,
  proposeStaffing,
  returnStaffing,
  setStaffingLimit,
} from './operations.ts'

const house = await testHouse(null)
const { head, deputy, caHead, chairman, inspector, registrar, admin, auditor, abaiHead } = house.cast
const others = { deputy, inspector, registrar, admin, auditor, abaiHead, chairman }

const rowsNow = async () => {
  const { result } = await perform(house, openStaffing, caHead, {})
  return (result.inForce?.rows ?? []).map(({ postId: id, seats }) => ({ postId: id, seats }))
}
const widened = async (code: string, seats: number) =>
  (await rowsNow()).map((row) => (row.postId === postId('department', code) ? { ...row, seats } : row))

const propose = async (fromOn: string, rows: { postId: string; seats: number }[]) =>
  (await perform(house, proposeStaffing, head, { fromOn, basis: 'Жүктеменің өсуі', rows })).result.id

clause('9.2', 'proposals on the staffing table are submitted by the head and by nobody else', async () => {
  const rows = await rowsNow()
  for (const actor of Object.values(others)) {
    await refused(
      perform(house, proposeStaffing, actor, { fromOn: '2027-01-01', basis: 'x', rows }),
      'forbidden',
      '9.2',
    )
  }
  await refused(perform(house, proposeStaffing, caHead, { fromOn: '2027-01-01', basis: 'x', rows }), 'forbidden', '9.2')
  const id = await propose('2027-01-01', rows)
  const { result } = await perform(house, openStaffingTable, caHead, { id })
  assert.equal(result.state, 'proposed')
  assert.equal(result.proposedBy?.id, head.id)
  const [entry] = (await journalOf(house, 'staffing.propose')).filter((it) => it.record_id === id)
  assert.equal(entry?.outcome, 'done')
})

clause('3', 'the staffing table is approved by the Head of the Court Administration', async () => {
  const id = await propose('2027-02-01', await widened('inspector', 5))
  for (const actor of Object.values({ ...others, head })) {
    await refused(perform(house, approveStaffing, actor, { id }), 'forbidden', '3')
    await refused(perform(house, returnStaffing, actor, { id, reason: 'x' }), 'forbidden', '3')
  }
  await refused(perform(house, approveStaffing, { ...caHead, session: null }, { id }), 'step-up')
  const { may } = await perform(house, openStaffingTable, caHead, { id })
  assert.deepEqual(
    may.map((it) => [it.operation, it.allowed]),
    [
      ['staffing.approve', true],
      ['staffing.return', true],
    ],
  )
  await perform(house, approveStaffing, caHead, { id })
  const { result } = await perform(house, openStaffingTable, head, { id })
  assert.deepEqual([result.state, result.decidedBy?.id, result.seats], ['approved', caHead.id, 91])
  await refused(perform(house, approveStaffing, caHead, { id }), 'wrong-state', '3')
  await refused(perform(house, returnStaffing, caHead, { id, reason: 'x' }), 'wrong-state', '3')
})

clause('3', 'the table comes into force on its day, not before', async () => {
  const seatsToday = async () => (await perform(house, openStaffing, caHead, {})).result.inForce?.seats
  assert.equal(await seatsToday(), 90)
  house.clock.set('2027-01-31T10:00')
  assert.equal(await seatsToday(), 90)
  house.clock.set('2027-02-01T10:00')
  assert.equal(await seatsToday(), 91)
  house.clock.set('2026-11-23T09:00')
})

clause('3', 'the staffing table is approved within the staffing limit', async () => {
  const over = await propose('2027-03-01', await widened('inspector', 15))
  const shown = await perform(house, openStaffingTable, caHead, { id: over })
  assert.deepEqual([shown.result.seats, shown.result.limit], [101, 100])
  const may = shown.may.find((it) => it.operation === 'staffing.approve')
  assert.deepEqual([may?.allowed, may?.why?.clause], [false, '3'])
  await refused(perform(house, approveStaffing, caHead, { id: over }), 'forbidden', '3')
  await perform(house, returnStaffing, caHead, { id: over, reason: 'Лимиттен асады' })
  const back = await perform(house, openStaffingTable, head, { id: over })
  assert.deepEqual([back.result.state, back.result.reason], ['returned', 'Лимиттен асады'])
  assert.deepEqual(
    (await journalOf(house, 'staffing.approve'))
      .filter((it) => it.record_id === over)
      .map((it) => [it.outcome, it.clause]),
    [['refused', '3']],
  )
})

clause('3', 'a limit below the approved table is not entered', async () => {
  const now = house.clock.now()
  const limit = { seats: 89, fromOn: '2026-12-01', basis: 'Қаулы' }
  await refused(perform(house, setStaffingLimit, steppedUp(caHead, house), limit), 'conflict', '3')
  await refused(perform(house, setStaffingLimit, head, limit), 'forbidden', '3')
  await refused(perform(house, setStaffingLimit, caHead, { ...limit, seats: -1 }), 'invalid')
  assert.equal(now.getTime(), house.clock.now().getTime())
})

clause('3', 'a later, lower limit binds a table that would still be in force then', async () => {
  await perform(house, setStaffingLimit, caHead, { seats: 95, fromOn: '2028-01-01', basis: 'Қаулы' })
  const id = await propose('2027-06-01', await widened('inspector', 12))
  await refused(perform(house, approveStaffing, caHead, { id }), 'forbidden', '3')
})

clause('3', 'even the database keeps the limit: an approval past every rule is refused', async () => {
  const id = await propose('2027-07-01', await widened('inspector', 20))
  await asOwner(house, async (client) => {
    await client.query("select set_config('app.operation', 'test', false)")
    await assert.rejects(
      client.query("update staffings set state = 'approved' where id = $1", [id]),
      /over the approved limit/,
    )
    await assert.rejects(
      client.query(
        "insert into staffing_limits (id, seats, from_on, basis, set_at) values ($1, 1, '2026-11-24', 'x', now())",
        [id],
      ),
      /over the approved limit/,
    )
  })
})

test('even past every rule an approved table does not change', async () => {
  await asOwner(house, async (client) => {
    await client.query("select set_config('app.operation', 'test', false)")
    const { rows } = await client.query<{ id: string }>("select id from staffings where state = 'approved' limit 1")
    await assert.rejects(
      client.query('update staffing_rows set seats = 1 where staffing_id = $1', [rows[0]?.id]),
      /does not change/,
    )
    await assert.rejects(
      client.query('delete from staffing_rows where staffing_id = $1', [rows[0]?.id]),
      /does not change/,
    )
  })
})

clause('3', 'two approvals at once never exceed the limit together', async () => {
  // Each fits the limit of its own days; for one and the same day only one may stand.
  const ids = await Promise.all(
    [12, 13, 14].map(async (seats) => propose('2027-08-01', await widened('inspector', seats - 8))),
  )
  const outcomes = await Promise.allSettled(ids.map((id) => perform(house, approveStaffing, caHead, { id })))
  assert.equal(outcomes.filter((it) => it.status === 'fulfilled').length, 1)
  for (const it of outcomes)
    if (it.status === 'rejected') await refused(Promise.reject(it.reason as Error), 'forbidden', '3')
})

clause(
  '3',
  'no more people are appointed to a post than the approved table has seats, also when many try at once',
  async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => newcomer(house)))
    const post = postId('department', 'inspector')
    const outcomes = await Promise.allSettled(
      people.map((id) =>
        perform(house, appointEmployee, admin, { id, postId: post, fromOn: '2026-11-23', basis: 'Бұйрық' }),
      ),
    )
    // Four seats, two of them held by the cast.
    assert.equal(outcomes.filter((it) => it.status === 'fulfilled').length, 2)
    for (const it of outcomes)
      if (it.status === 'rejected') await refused(Promise.reject(it.reason as Error), 'conflict', '3')
  },
)

clause('3', 'a table with fewer seats than people hold is not approved', async () => {
  const id = await propose('2026-12-15', await widened('inspector', 1))
  await refused(perform(house, approveStaffing, caHead, { id }), 'forbidden', '3')
})

clause(
  '9.2',
  'the person acting for the head submits proposals on those days only, and never approves them',
  async () => {
    const rows = await rowsNow()
    await refused(
      perform(house, proposeStaffing, await house.as('deputy'), { fromOn: '2027-09-01', basis: 'x', rows }),
      'forbidden',
      '9.2',
    )
    const acting = {
      id: deputy.id,
      postId: postId('department', 'head'),
      fromOn: '2026-12-01',
      untilOn: '2026-12-05',
      basis: 'Бұйрық',
    }
    await perform(house, appointActing, caHead, acting)
    house.clock.set('2026-12-03T09:00')
    const { result } = await perform(house, proposeStaffing, await house.as('deputy'), {
      fromOn: '2027-09-01',
      basis: 'Қажеттілік',
      rows,
    })
    await refused(perform(house, approveStaffing, await house.as('deputy'), { id: result.id }), 'forbidden', '3')
    await refused(
      perform(house, proposeStaffing, await house.as('head'), { fromOn: '2027-09-02', basis: 'x', rows }),
      'forbidden',
      '9.2',
    )
    house.clock.set('2026-12-06T09:00')
    await refused(
      perform(house, proposeStaffing, await house.as('deputy'), { fromOn: '2027-10-01', basis: 'x', rows }),
      'forbidden',
      '9.2',
    )
    house.clock.set('2026-11-23T09:00')
  },
)

clause(
  '3',
  'nobody approves a proposal of his or her own, even while acting for the Head of the Court Administration',
  async () => {
    const acting = {
      id: head.id,
      postId: postId('court-administration', 'ca-head'),
      fromOn: '2026-12-21',
      untilOn: '2026-12-25',
      basis: 'Өкім',
    }
    await perform(house, appointActing, systemActor, acting)
    const id = await propose('2027-11-01', await rowsNow())
    house.clock.set('2026-12-22T09:00')
    const refusal = await refused(perform(house, approveStaffing, await house.as('head'), { id }), 'forbidden', '3')
    assert.match(refusal.says.ru, /Собственное предложение/)
    house.clock.set('2026-11-23T09:00')
  },
)

test('bad input of a proposal is refused beside its field', async () => {
  const rows = await rowsNow()
  const wrong: [object, string][] = [
    [{ rows: [] }, 'rows'],
    [{ fromOn: '2027-02-30' }, 'fromOn'],
    [{ basis: '   ' }, 'basis'],
    [{ basis: 'а'.repeat(2001) }, 'basis'],
    [{ rows: [{ postId: 'head', seats: 1 }] }, 'rows.0.postId'],
    [{ rows: [{ postId: head.id, seats: 1 }] }, 'rows.0.postId'],
    [{ rows: [rows[0], rows[0]] }, 'rows.1.postId'],
    [{ rows: [{ ...rows[0], seats: 1.5 }] }, 'rows.0.seats'],
    [{ rows: [{ postId: postId('court-administration', 'ca-head'), seats: 1 }] }, 'rows.0.postId'],
  ]
  for (const [change, path] of wrong) {
    const refusal = await refused(
      perform(house, { ...proposeStaffing }, head, { fromOn: '2027-12-01', basis: 'x', rows, ...change }),
      'invalid',
    )
    assert.deepEqual(
      refusal.fields.map((it) => it.path),
      [path],
    )
  }
})

test('a table that does not exist is unknown, and a stale form overwrites nothing', async () => {
  await refused(perform(house, openStaffingTable, caHead, { id: head.id }), 'unknown')
  const id = await propose('2027-12-05', await rowsNow())
  await refused(perform(house, returnStaffing, caHead, { id, reason: 'x', version: 7 }), 'conflict')
})

test('those who have nothing to do with the staffing table do not see it', async () => {
  for (const actor of [inspector, registrar, auditor, abaiHead])
    await refused(perform(house, openStaffing, actor, {}), 'forbidden', '3')
  for (const actor of [caHead, head, deputy, admin])
    assert.ok((await perform(house, openStaffing, actor, {})).result.inForce)
})

clause(
  '3',
  'until there is a head, the keeper of records enters the first table, and it is approved like any other',
  async () => {
    const rows = await rowsNow()
    const held = (await perform(house, openEmployee, admin, { id: head.id })).result.appointments[0]
    await perform(house, endAppointment, admin, { id: held?.id ?? '', lastOn: '2026-11-22', basis: 'Босатылды' })
    const table = { fromOn: '2027-12-20', basis: 'Бірінші кесте', rows }
    for (const actor of [deputy, registrar, auditor, caHead]) {
      await refused(perform(house, proposeStaffing, actor, table), 'forbidden', '9.2')
    }
    const { result } = await perform(house, proposeStaffing, admin, table)
    await refused(perform(house, approveStaffing, admin, result), 'forbidden', '3')
    await perform(house, approveStaffing, caHead, result)
    const place = { id: head.id, postId: postId('department', 'head'), fromOn: '2026-11-23', basis: 'Бұйрық' }
    await perform(house, appointEmployee, admin, place)
    await refused(perform(house, proposeStaffing, admin, table), 'forbidden', '9.2')
  },
)

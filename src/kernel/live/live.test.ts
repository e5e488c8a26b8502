// Live news on a real database: whoever sees a record hears that it changed; whoever does not hears nothing.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addPaper, doing, employee, paperHouse, type PaperHouse } from '../../../test/kit/room.ts'
import { newId } from '../ids.ts'
import type { Actor } from '../rules.ts'
import { startLive, type Live, type News } from './index.ts'

const [unit, elsewhere] = [newId(), newId()]
const inspector = employee(unit)
const stranger = employee(elsewhere)

const listen = (live: Live, actor: Actor, tab?: string) => {
  const heard: News[] = []
  return { heard, stop: live.subscribe(actor, (news) => void heard.push(news), tab) }
}

/** Waits until the news of a marked record have come, after which all earlier news have been told. */
const settled = async (house: PaperHouse, live: Live): Promise<void> => {
  const mark = listen(live, { ...employee(), reach: 'all' })
  for (let left = 40; left > 0 && !mark.heard.length; left -= 1) {
    await change(house, newId(), 1)
    await pause(300)
  }
  mark.stop()
  assert.ok(mark.heard.length, 'no news came at all')
}

const change = (house: PaperHouse, at: string, count = 1): Promise<string[]> =>
  doing(house, inspector, async (tx) => {
    const ids: string[] = []
    for (let n = 0; n < count; n += 1) {
      const id = await addPaper(tx, at)
      ids.push(id)
    }
    for (const id of ids) tx.about('paper', id)
    return ids
  })

const open = async (t: Parameters<typeof paperHouse>[0]) => {
  const house = await paperHouse(t)
  const live = startLive(house)
  await settled(house, live)
  return { house, live }
}

test('a change is told to whoever sees the record, in every window, and to nobody else', async (t) => {
  const { house, live } = await open(t)
  const [one, two] = [listen(live, inspector), listen(live, { ...inspector })]
  const other = listen(live, stranger)
  const gone = listen(live, inspector)
  gone.stop()
  const [id] = await change(house, unit)
  const [theirs] = await change(house, elsewhere)
  await settled(house, live)
  await live.close()
  assert.deepEqual(one.heard, [{ kind: 'paper', id }])
  assert.deepEqual(two.heard, one.heard)
  assert.deepEqual(other.heard, [{ kind: 'paper', id: theirs }])
  assert.deepEqual(gone.heard, [])
})

test('a person shut out of a record does not hear of it', async (t) => {
  const { house, live } = await open(t)
  const me = listen(live, inspector)
  await doing(house, { ...inspector, id: newId() }, async (tx) => {
    const id = await addPaper(tx, unit)
    tx.about('paper', id)

    await sql`insert into denied values (${id}, ${inspector.id}, ${tx.at}, 'named')`.execute(tx.db)
  })
  await settled(house, live)
  await live.close()
  assert.deepEqual(me.heard, [])
})

test('an operation that was rolled back is no news', async (t) => {
  const { house, live } = await open(t)
  const me = listen(live, inspector)
  await assert.rejects(
    doing(house, inspector, async (tx) => {
      tx.about('paper', await addPaper(tx, unit))
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  await settled(house, live)
  await live.close()
  assert.deepEqual(me.heard, [])
})

test('news of one moment are told once each', async (t) => {
  const { house, live } = await open(t)
  const me = listen(live, inspector)
  const [id] = await change(house, unit)
  for (let n = 0; n < 5; n += 1) await doing(house, inspector, async (tx) => tx.about('paper', id ?? ''))
  await settled(house, live)
  await live.close()
  assert.ok(me.heard.length >= 1 && me.heard.length < 6, `${me.heard.length} times`)
  assert.ok(me.heard.every((news) => news.id === id))
})

test('a lost connection is opened again by itself', async (t) => {
  const { house, live } = await open(t)
  const me = listen(live, inspector)
  await house.ask(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%qorgan_live%'`,
  )
  await settled(house, live)
  const [id] = await change(house, unit)
  await settled(house, live)
  await live.close()
  assert.deepEqual(me.heard, [{ kind: 'paper', id }])
})

test('news that are no news do no harm', async (t) => {
  const { house, live } = await open(t)
  const me = listen(live, inspector)
  for (const payload of ['', 'null', '7', '{', '{"kind":1,"id":2}', '{"kind":"nothing","id":"x"}']) {
    await house.ask('select pg_notify($1, $2)', ['qorgan_live', payload])
  }
  const [id] = await change(house, unit)
  await settled(house, live)
  await live.close()
  assert.deepEqual(me.heard, [{ kind: 'paper', id }])
})

test('the window that made a change asks again by itself and is not told; what somebody else did meanwhile it hears', async (t) => {
  const { house, live } = await open(t)
  const [own, beside] = [listen(live, inspector, 'a'), listen(live, inspector, 'b')]
  const by = (tab: string, id: string) => doing(house, { ...inspector, tab }, async (tx) => tx.about('paper', id))
  const [id = ''] = await change(house, unit)
  await settled(house, live)
  await by('a', id)
  await settled(house, live)
  assert.deepEqual([own.heard.length, beside.heard.length], [1, 2])
  await Promise.all([by('a', id), by('c', id)])
  await settled(house, live)
  await live.close()
  assert.ok(own.heard.length >= 2, 'the colleague’s change was swallowed with the own one')
})

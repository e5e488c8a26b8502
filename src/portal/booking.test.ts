// A citizen without scripts books a personal reception on the public page, finds it by the code and cancels it.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { join } from 'node:path'
import { openReceptions } from '../modules/reception/reception.kit.ts'
import { unitId } from '../modules/appeals/appeals.kit.ts'
import { findEffort } from './effort.ts'
import { openPortal } from './http.ts'
import { codeOn, visitorOf, type Page, type Visitor } from './portal.kit.ts'
import { openShelf } from './shelf.ts'

const stage = await openReceptions()
const { house } = stage
const server = await openPortal(house.portal, openShelf(join(house.dataDir, 'visits'), house.pepper), () =>
  Promise.resolve({ ok: true }),
)
after(() => server.close())

const head = `${unitId('department')}/head`
const toCheck = async (citizen: Visitor, more: Record<string, string> = {}): Promise<Page> => {
  const start = await citizen.get('/kk/reception')
  assert.equal(start.headers['location'], '/kk/reception/whom')
  await citizen.get('/kk/reception/whom')
  const days = await citizen.post('/kk/reception/whom', { whom: head })
  assert.match(days.body, /30\.11\.2026, дүйсенбі/)
  assert.match(days.body, /Ержанов/)
  await citizen.post('/kk/reception/day', { on: '2026-11-30' })
  await citizen.post('/kk/reception/time', { at: more['at'] ?? '10:20' })
  await citizen.post('/kk/reception/visitor', { name: 'Айша <b>Келуші</b>', phone: '8 701 765 43 21', ...more })
  return citizen.post('/kk/reception/about', { about: 'Істі бөлу тәртібі.' })
}
const book = async (citizen: Visitor, check: Page) => {
  const [, key = '', bits = ''] = /data-effort="([^"]+)" data-bits="(\d+)"/.exec(check.body) ?? []
  return citizen.post('/kk/reception/send', { effort: findEffort(key, Number(bits)) })
}

test('whom, day, hour, who, what about: the slip bears a code, and under the code the booking is seen and cancelled', async () => {
  const citizen = visitorOf(server)
  const check = await toCheck(citizen)
  for (const words of ['Бөлім меңгерушісі', '30.11.2026', '10:20', 'Айша &lt;b&gt;Келуші', 'Істі бөлу тәртібі.'])
    assert.ok(check.body.includes(words), words)
  const slip = await book(citizen, check)
  assert.match(slip.body, /ЖҚ-26-\d{5}/)
  const code = codeOn(slip)
  assert.ok(code)
  assert.equal(codeOn(await citizen.get('/kk/reception/slip')), code, 'the slip stays until the code is used')
  const later = visitorOf(server)
  await later.get('/ru/code')
  const mine = await later.post('/ru/open', { code })
  assert.match(mine.body, /Вы записаны на приём/)
  assert.match((await later.post('/ru/reception/cancel', { stamp: 'foreign' })).body, /Страница в этом окне устарела/)
  await later.get('/ru/reception/mine')
  assert.match((await later.post('/ru/reception/cancel')).body, /Вы отменили запись/)
  const again = await later.get('/ru/reception/mine')
  assert.doesNotMatch(again.body, /reception\/cancel/)
  assert.equal((await visitorOf(server).get('/ru/reception/mine')).headers['location'], '/ru/code')
})

test('what was typed is kept; a taken hour, a second booking of the day and a bad field are said where they stand', async () => {
  const [one, two, three] = [visitorOf(server), visitorOf(server), visitorOf(server)]
  const first = await toCheck(one, { at: '11:00', phone: '87010000001' })
  const second = await toCheck(two, { at: '11:00', phone: '87010000002' })
  assert.ok(codeOn(await book(one, first)))
  const taken = await book(two, second)
  assert.equal(taken.statusCode, 400)
  assert.match(taken.body, /Біреуін таңдаңыз/)
  assert.match((await two.get('/kk/reception/visitor')).body, /87010000002/)
  const same = await book(three, await toCheck(three, { at: '11:20', phone: '87010000001' }))
  assert.match(same.body, /Сіз бұл күнге жазылып қойғансыз/)
  const bad = await three.post('/kk/reception/visitor', { name: '', phone: '12', iin: '921029350852' })
  for (const field of ['name', 'phone', 'iin']) assert.match(bad.body, new RegExp(`href="#${field}"`))
  assert.equal((await three.get('/kk/reception/nothing')).statusCode, 404)
  assert.equal((await visitorOf(server).get('/kk/reception/check')).statusCode, 410)
  const early = visitorOf(server)
  await toCheck(early, { at: '11:40', phone: '87010000009' })
  assert.match((await early.post('/kk/reception/send', { effort: '', shown: 'x' })).body, /тағы бір рет басыңыз/)
})

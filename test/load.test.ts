// Many at once, and everything that is not a proper request: nothing is lost, no number twice, and a sentence for each refusal.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { openServer } from '../src/app/http.ts'
import { demoPassword, type CastName } from '../src/app/cast.ts'
import { startLive } from '../src/kernel/live/index.ts'
import { perform } from '../src/kernel/perform.ts'
import { citizenAt, together, type Citizen } from './kit/citizen.ts'
import { testHouse, type TestHouse } from './kit/house.ts'
import { servePortal } from './kit/portal.ts'

const clients = 32
const submissions = 500

const serveInterface = async (house: TestHouse): Promise<string> => {
  const live = startLive(house)
  const server = await openServer({ house, live, web: null, health: async () => ({ ok: true }) })
  await server.listen({ host: '127.0.0.1', port: 0 })
  house.beforeClose(async () => {
    await server.close()
    await live.close()
  })
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
}

const signIn = async (staff: string, login: CastName): Promise<string> => {
  const reply = await fetch(`${staff}/api/access.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-qorgan': '1' },
    body: JSON.stringify({ login, password: demoPassword }),
  })
  assert.equal(reply.status, 200, await reply.text())
  return reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const rowsOf = async (house: TestHouse, words: string): Promise<Record<string, string>[]> => {
  const owner = new pg.Client({ connectionString: house.urls.ownerUrl })
  await owner.connect()
  try {
    return (await owner.query<Record<string, string>>(words)).rows
  } finally {
    await owner.end()
  }
}

const house = await testHouse(null)
const change = house.registry.operations.get('settings.changeParameter')
assert.ok(change)
// The work is checked as ever; less of it spares the processors for what is tried here.
const easier = { name: 'portal.work.difficulty', from: '2026-11-23', value: 4, reason: 'Жүктеме сынағы' }
await perform(house, change, house.cast.admin, easier)
const portal = await servePortal(house)
const staff = await serveInterface(house)

test('500 appeals from 32 clients at once are 500 slips and 500 appeals; none is lost, none is twice', async () => {
  const citizens = Array.from({ length: submissions }, () => citizenAt(portal))
  await together(clients, citizens, (citizen) => citizen.prepare())

  const stale = async (citizen: Citizen) => {
    const page = await citizen.send({ stamp: 'of another page' })
    assert.equal(page.status, 400)
    assert.match(page.body, /Бұл терезедегі бет ескірген/)
  }
  const sent = await together(clients, citizens, async (citizen, at) => {
    if (at % 10 === 0) await stale(citizen)
    // Every seventh presses twice without waiting.
    const presses = await Promise.all(at % 7 === 0 ? [citizen.send(), citizen.send()] : [citizen.send()])
    for (const { status, location } of presses) assert.deepEqual([status, location], [303, '/kk/slip'])
    return citizen.slip()
  })

  const numbers = new Set(sent.map(({ number }) => number))
  assert.equal(numbers.size, submissions)
  assert.equal(new Set(sent.map(({ code }) => code)).size, submissions)
  const kept = await rowsOf(house, 'select slip_number from appeals')
  assert.deepEqual(new Set(kept.map((row) => row['slip_number'])), numbers)
  assert.equal(kept.length, submissions)

  const later = citizenAt(portal)
  const { code = '', number = '' } = sent.at(-1) ?? {}
  await later.ask('code')
  assert.equal((await later.ask('open', { code })).status, 303)
  assert.ok((await later.ask('appeal')).body.includes(number))
})

test('32 registrations at once draw numbers without a gap and without a pair', async () => {
  const waiting = await rowsOf(
    house,
    `select id from appeals where number is null order by slip_number limit ${clients}`,
  )
  const cookie = await signIn(staff, 'registrar')
  const drawn = await together(clients, waiting, async ({ id }) => {
    const reply = await fetch(`${staff}/api/appeals.register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-qorgan': '1', cookie },
      body: JSON.stringify({ id }),
    })
    const { result } = (await reply.json()) as { result: { number: string } }
    assert.equal(reply.status, 200)
    return Number(/\/(\d+)$/.exec(result.number)?.[1])
  })
  assert.equal(drawn.length, clients)
  const least = Math.min(...drawn)
  assert.deepEqual(
    drawn.toSorted((a, b) => a - b),
    Array.from({ length: clients }, (_, at) => least + at),
  )
})

test('whatever is no proper request is refused with a sentence in the language asked for, and never a fault', async () => {
  const [row] = await rowsOf(house, 'select id from appeals limit 1')
  const cookies = { registrar: await signIn(staff, 'registrar'), abaiInspector: await signIn(staff, 'abaiInspector') }
  await refuseAll(staff, badRequests({ ...cookies, ofOthers: row?.['id'] ?? '' }))
  assert.deepEqual(house.faults, [])
})
interface Bad {
  what: string
  path?: string
  body?: BodyInit
  headers?: Record<string, string | null>
  method?: string
}

const badRequests = ({
  registrar,
  abaiInspector,
  ofOthers,
}: Record<'registrar' | 'abaiInspector' | 'ofOthers', string>): Bad[] => {
  const [list, one] = ['/api/appeals.list', '/api/appeals.one']
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
  const type = (value: string) => ({ 'content-type': value })
  const all: Bad[] = [
    { what: 'broken JSON', body: '{"page": 1' },
    { what: 'no JSON at all', body: 'page=1' },
    { what: 'an empty body', body: '' },
    { what: 'a list in place of an object', body: '[]' },
    { what: 'a wrong type of a field', body: '{"page": "first"}' },
    { what: 'a number too large', body: '{"page": 1e400}' },
    { what: 'a sort that is none', body: '{"sort": "receivedOn; drop table appeals"}' },
    { what: 'a NUL in the words', body: '{"words": "a\\u0000b"}' },
    { what: 'prototype pollution', body: '{"__proto__": {"anonymous": true}}' },
    { what: 'pollution by a constructor', body: '{"constructor": {"prototype": {"anonymous": true}}}' },
    { what: 'plain text', headers: type('text/plain') },
    { what: 'a form', body: 'page=1', headers: type('application/x-www-form-urlencoded') },
    { what: 'a form in parts', body: new FormData(), headers: { 'content-type': null } },
    { what: 'an unknown type', headers: type('application/x-qorgan') },
    { what: 'UTF-16 bytes', body: Buffer.from('{"page": 1}', 'utf16le') },
    { what: 'bytes that are no UTF-8', body: bytes('{"sort": "', [0xff, 0xfe, 0xc3, 0x28], '"}') },
    { what: 'packed bytes', body: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } },
    { what: 'an oversized body', body: JSON.stringify({ words: 'x'.repeat(1_100_000) }) },
    { what: 'an unknown operation', path: '/api/appeals.burn' },
    { what: 'an operation of the house itself', path: '/api/appeals.noteSigned' },
    { what: 'an operation of the public page', path: '/api/constructor' },
    { what: 'a path with a broken escape', path: '/api/%E0%A4%A' },
    { what: 'GET where POST is due', method: 'GET' },
    { what: 'an id that nothing has', path: one, body: JSON.stringify({ id: randomUUID() }) },
    { what: 'an id that is none', path: one, body: '{"id": "1 or 1=1"}' },
    {
      what: 'an appeal of another unit',
      path: one,
      body: JSON.stringify({ id: ofOthers }),
      headers: { cookie: abaiInspector },
    },
    { what: 'no header of ours', headers: { 'x-qorgan': null } },
    { what: 'a foreign origin', headers: { origin: 'https://evil.example' } },
    { what: 'an origin that is none', headers: { origin: 'null' } },
    { what: 'no session', headers: { cookie: null } },
    { what: 'a forged session', headers: { cookie: 'qorgan=forged' } },
    { what: 'a file that is no form', path: '/api/files', body: '{}' },
    {
      what: 'the file of a kind that is none',
      path: `/api/files/nothing/${randomUUID()}/${randomUUID()}`,
      method: 'GET',
    },
    {
      what: 'a file of an appeal that nothing has',
      path: `/api/files/appeal/${randomUUID()}/${randomUUID()}`,
      method: 'GET',
    },
  ]
  return all.map((it) => ({ path: list, body: '{}', ...it, headers: { cookie: registrar, ...it.headers } }))
}

const asked = ['kk', 'ru', 'en'] as const
const looks = { kk: /[әғқңөұүһі]/i, ru: /[а-яё]/i, en: /^[\u0020-\u007e’“”]+$/ }

const refuseAll = async (staff: string, all: readonly Bad[]): Promise<void> => {
  for (const { what, path = '', method = 'POST', body = '{}', headers = {} } of all) {
    for (const language of asked) {
      const whole = { 'content-type': 'application/json', 'x-qorgan': '1', 'x-language': language, ...headers }
      const kept = Object.entries(whole).filter((it): it is [string, string] => typeof it[1] === 'string')
      const reply = await fetch(staff + path, { method, headers: kept, ...(method === 'GET' ? {} : { body }) })
      const text = await reply.text()
      assert.ok(reply.status >= 400 && reply.status < 500, `${what}: ${reply.status} ${text.slice(0, 300)}`)
      const { says } = JSON.parse(text) as { says: string }
      assert.match(says, looks[language], `${what} in ${language}: ${text.slice(0, 300)}`)
      if (language === 'ru') assert.doesNotMatch(says, looks.kk, `${what} in ${language}`)
    }
  }
  assert.equal(Object.hasOwn(Object.prototype, 'anonymous'), false)
}

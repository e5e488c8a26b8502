// The public page as a citizen without scripts meets it: over HTTP, form by form, through the portal's own database role.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFlow, findEffort, isEffort } from './effort.ts'
import { answerAll, codeOn, open, png, send, story } from './portal.kit.ts'

test('a citizen hands in an appeal without scripts, gets a slip with a code, and finds it again by the code', async (t) => {
  const { visitor } = await open(t)
  const citizen = visitor()
  const check = await answerAll(citizen)
  assert.equal(check.statusCode, 200)
  for (const words of [story, 'Сағат Мырзабеков', '921029350851', 'Аудандық сот', 'сурет.png'])
    assert.ok(check.body.includes(words), words)
  const slip = await send(citizen, check)
  assert.equal(slip.statusCode, 200)
  assert.match(slip.body, /23\.11\.2026/)
  assert.match(slip.body, /09:00/)
  const code = codeOn(slip)
  assert.ok(code.replaceAll('-', '').length * 5 >= 112, 'the code holds at least 112 bits')

  const later = visitor()
  await later.get('/ru/code')
  const status = await later.post('/ru/open', { code: code.toLowerCase().replaceAll('-', ' ') })
  assert.equal(status.statusCode, 200)
  assert.match(status.body, /Ваше обращение сохранено/)
  const written = await later.upload('/ru/write', 'дополнение.png', png, { text: 'Есть свидетель.' })
  assert.match(written.body, /Ваше письмо отправлено/)
  assert.match(written.body, /Есть свидетель/)
  assert.match(written.body, /дополнение\.png/)
})

test('what was typed is never lost: by going back, by a fault, by a stale page', async (t) => {
  const { visitor } = await open(t)
  const citizen = visitor()
  await citizen.get('/en/')
  await citizen.post('/en/begin')
  await citizen.post('/en/ask/kind', { kind: 'complaint' })
  await citizen.post('/en/ask/who', { as: 'person' })
  const faulty = await citizen.post('/en/ask/contacts', { name: 'Jane', iin: '123', phone: '' })
  assert.equal(faulty.statusCode, 400)
  assert.match(faulty.body, /href="#iin"/)
  assert.match(faulty.body, /value="Jane"/)
  await citizen.post('/en/ask/contacts', { name: 'Jane <b>Roe</b>', go: 'back' })
  const again = await citizen.get('/en/ask/contacts')
  assert.match(again.body, /value="Jane &lt;b&gt;Roe&lt;\/b&gt;"/)
  const stale = await citizen.post('/en/ask/contacts', { stamp: 'other', name: 'Kept' })
  assert.equal(stale.statusCode, 400)
  assert.match(stale.body, /What you wrote is kept/)
  assert.match(stale.body, /value="Kept"/)
})

test('sent twice, it is one appeal with the same slip', async (t) => {
  const { visitor, house } = await open(t)
  const citizen = visitor()
  const check = await answerAll(citizen)
  const pages = await Promise.all([send(citizen, check), send(citizen, check)])
  const codes = pages.map(codeOn)
  assert.ok(codes[0])
  assert.equal(codes[0], codes[1])
  const again = await citizen.get('/kk/slip')
  assert.equal(codeOn(again), codes[0])
  assert.equal(house.faults.length, 0)
})

test('without work and without a look at the page nothing is taken, and nothing is lost', async (t) => {
  const { visitor } = await open(t)
  const citizen = visitor()
  await answerAll(citizen)
  const early = await citizen.post('/kk/send', { effort: '', shown: 'x' })
  assert.equal(early.statusCode, 400)
  assert.match(early.body, /тағы бір рет басыңыз/)
  assert.ok(early.body.includes(story))
})

test('a wrong code says one thing, whatever was typed', async (t) => {
  const { visitor } = await open(t)
  const citizen = visitor()
  await citizen.get('/kk/code')
  for (const code of ['', 'abc', 'ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ', '\u0000', 'x'.repeat(5000)]) {
    const page = await citizen.post('/kk/open', { code })
    assert.equal(page.statusCode, 400, code)
    assert.match(page.body, /Бұл код бойынша өтініш табылмады/)
  }
})

test('foreign, broken and oversized requests are 4xx with a page, never a fault', async (t) => {
  const { visitor, server } = await open(t)
  const citizen = visitor()
  assert.equal((await citizen.get('/kk/ask/kind')).statusCode, 410)
  assert.equal((await citizen.get('/kk/slip')).statusCode, 410)
  assert.equal((await citizen.get('/xx/')).statusCode, 404)
  assert.equal((await citizen.get('/kk/ask/nothing')).statusCode, 404)
  assert.equal((await citizen.get('/kk/%E0%A4%A')).statusCode, 400)
  assert.equal((await citizen.get('/kk/appeal')).statusCode, 303)
  citizen.take('habar=forged')
  assert.equal((await citizen.get('/kk/check')).statusCode, 410)
  const json = await server.inject({
    method: 'POST',
    url: '/kk/send',
    payload: '{',
    headers: { 'content-type': 'application/json' },
  })
  assert.ok(json.statusCode >= 400 && json.statusCode < 500)
  const large = await server.inject({
    method: 'POST',
    url: '/kk/ask/story',
    payload: `text=${'x'.repeat(1_100_000)}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.equal(large.statusCode, 413)
  const fresh = visitor()
  await fresh.get('/kk/')
  await fresh.post('/kk/begin')
  for (const text of ['', ' ', 'a\u0000b', 'x'.repeat(20_001)]) {
    const page = await fresh.post('/kk/ask/story', { text })
    assert.ok([200, 400].includes(page.statusCode))
  }
  const empty = await fresh.upload('/kk/ask/files', 'empty.png', Buffer.alloc(0))
  assert.equal(empty.statusCode, 400)
  const program = await fresh.upload('/kk/ask/files', 'program.exe', Buffer.from('MZ\u0090\u0000program'))
  assert.equal(program.statusCode, 400)
  assert.match(program.body, /href="#file"/)
})

test('no page carries a script of its own, a foreign address or a trace of the visitor', async (t) => {
  const { visitor, server } = await open(t)
  const page = await visitor().get('/kk/')
  assert.match(String(page.headers['content-security-policy']), /default-src 'none'/)
  assert.equal(page.headers['cache-control'], 'no-store')
  assert.doesNotMatch(page.body, /<script>|onclick|https?:\/\/(?!egov)/)
  for (const look of ['portal.css', 'portal.js', 'mark.svg', 'latin.woff2', 'cyrillic.woff2', 'cyrillic-ext.woff2']) {
    assert.equal((await server.inject({ url: `/look/${look}` })).statusCode, 200, look)
  }
})

test('the work against floods: a right answer has its zeros, a wrong one has not, and the flow refills', () => {
  const answer = findEffort('key', 10)
  assert.ok(isEffort('key', answer, 10))
  assert.ok(!isEffort('other', answer, 24))
  for (const bad of ['', '-1', '1e3', ' 1', '9'.repeat(16)]) assert.ok(!isEffort('key', bad, 0), bad)
  let now = 0
  const flow = openFlow(2, 1000, () => now)
  assert.deepEqual([flow.take(), flow.take(), flow.take()], [null, null, 1])
  now = 1000
  assert.equal(flow.take(), null)
})

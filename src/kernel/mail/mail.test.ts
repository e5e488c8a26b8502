// Mail: what a letter may not say, the outbox without a server, and a delivery to a real SMTP server of the test.
import assert from 'node:assert/strict'
import { createServer, type Socket } from 'node:net'
import { test, type TestContext } from 'node:test'
import { doing, employee, paperHouse } from '../../../test/kit/room.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { sql } from 'kysely'
import type { House } from '../house.ts'
import { newId } from '../ids.ts'
import { drainJobs, repeatJob } from '../jobs/index.ts'
import { mailTemplate, outbox, sendMail } from './index.ts'

const reminder = mailTemplate({
  name: 'tests.reminder',
  subject: { kk: 'Мерзім жақындады: {number}', ru: 'Срок подходит: {number}', en: 'A time limit is near: {number}' },
  body: { kk: 'Толығырақ: {link}', ru: 'Подробнее: {link}', en: 'More: {link}' },
})
const inspector = employee(newId())
const letter = (house: House) => ({
  to: 'a.serikova@example.kz',
  language: 'kk' as const,
  number: 'ЖТ-2026/5',
  link: `${house.staffUrl}/appeals/1`,
})

const page = { page: 1, size: 10 }
const mails = (house: House) => doing(house, inspector, (tx) => outbox(tx, page))

test('a letter tells a number and a link of this house, and nothing of the case', async (t) => {
  assert.throws(
    () => mailTemplate({ ...reminder, name: 'x', body: { kk: '{text}', ru: '', en: '' } }),
    /may not tell 'text'/,
  )
  const house = await paperHouse(t)
  const refused = (change: object, says: RegExp) =>
    assert.rejects(
      doing(house, inspector, (tx) => sendMail(tx, reminder, { ...letter(house), ...change })),
      says,
    )
  await refused({ number: 'Судья Ержанов пара талап етті' }, /not a number/)
  await refused({ number: 'a'.repeat(41) }, /not a number/)
  await refused({ number: '' }, /not a number/)
  await refused({ link: 'https://example.com/appeals/1' }, /out of the house/)
  await refused({ link: `${house.staffUrl}.example.com/` }, /out of the house/)
  assert.deepEqual((await mails(house)).rows, [])
})

test('without a mail server letters are kept where they can be read', async (t) => {
  const house = await paperHouse(t)
  await doing(house, inspector, (tx) => sendMail(tx, reminder, letter(house)))
  assert.equal((await mails(house)).rows[0]?.state, 'waiting')
  assert.deepEqual(await drainJobs(house), [])
  const { rows, total } = await mails(house)
  assert.equal(total, 1)
  assert.deepEqual(
    [rows[0]?.state, rows[0]?.subject, rows[0]?.body, rows[0]?.attempts],
    ['kept', 'Мерзім жақындады: ЖТ-2026/5', `Толығырақ: ${house.staffUrl}/appeals/1`, 0],
  )
})

test('a letter belongs to its operation: rolled back, it was never written', async (t) => {
  const house = await paperHouse(t)
  await assert.rejects(
    doing(house, inspector, async (tx) => {
      await sendMail(tx, reminder, letter(house))
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  assert.equal((await mails(house)).total, 0)
})

test('the public page may write a letter and read none', async (t) => {
  const house = await paperHouse(t)
  await doing(house.portal, publicActor(), (tx) => sendMail(tx, reminder, letter(house)))
  await assert.rejects(
    doing(house.portal, publicActor(), (tx) => sql`select * from mails`.execute(tx.db)),
    /permission denied/,
  )
  assert.equal((await mails(house)).total, 1)
})

interface Post {
  url: string
  letters: string[]
  busy: boolean
}

/** An SMTP server in small: takes every letter, or is busy. */
const openPost = async (t: TestContext): Promise<Post> => {
  const post: Post = { url: '', letters: [], busy: false }
  const talk = (socket: Socket) => {
    let [held, letter, reading] = ['', '', false]
    const say = (line: string) => void socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      if (reading && line !== '.') return void (letter += `${line}\n`)
      if (reading) return ((reading = false), post.letters.push(letter), say('250 taken'))
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'MAIL' && post.busy) return say('451 busy, come later')
      if (verb === 'DATA') return ((reading = true), (letter = ''), say('354 go on'))
      if (verb === 'QUIT') return (say('221 bye'), socket.end())
      say('250 ok')
    }
    socket.on('error', () => {})
    socket.on('data', (bytes: Buffer) => {
      held += bytes.toString('utf8')
      for (let at = held.indexOf('\r\n'); at >= 0; at = held.indexOf('\r\n')) {
        const line = held.slice(0, at)
        held = held.slice(at + 2)
        hear(line)
      }
    })
    say('220 post of the test')
  }
  const server = createServer(talk)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  t.after(() => void server.close())
  const address = server.address()
  post.url = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}?from=qorgan@sot.kz&ignoreTLS=true`
  return post
}

const decoded = (letter: string): string => {
  const [head = '', body = ''] = letter.split('\n\n')
  const plain = /base64/i.test(/Content-Transfer-Encoding: (.*)/i.exec(head)?.[1] ?? '')
    ? Buffer.from(body, 'base64')
    : Buffer.from(
        body.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      )
  return plain.toString('utf8').trim()
}

test('a configured mail server gets the letter; a busy one gets it later, once', async (t) => {
  const open = await paperHouse(t)
  const post = await openPost(t)
  const house: House = { ...open, smtpUrl: post.url, log: () => {} }
  post.busy = true
  await doing(house, inspector, (tx) => sendMail(tx, reminder, letter(house)))
  const [failed] = await drainJobs(house)
  assert.match(failed?.fault ?? '', /451/)
  const waiting = (await mails(house)).rows[0]
  assert.deepEqual([waiting?.state, waiting?.attempts, post.letters.length], ['waiting', 1, 0])
  assert.match(waiting?.fault ?? '', /busy/)
  post.busy = false
  await repeatJob(house.database, failed?.id ?? '')
  assert.deepEqual(await drainJobs(house), [])
  const sent = (await mails(house)).rows[0]
  assert.deepEqual([sent?.state, sent?.attempts, sent?.fault, post.letters.length], ['sent', 2, null, 1])
  const [taken = ''] = post.letters
  assert.match(taken, /^From: qorgan@sot\.kz$/m)
  assert.match(taken, /^To: a\.serikova@example\.kz$/m)
  assert.match(taken, new RegExp(`^Message-ID: <${sent?.id}@sot\\.kz>$`, 'm'))
  assert.equal(decoded(taken), `Толығырақ: ${house.staffUrl}/appeals/1`)
})

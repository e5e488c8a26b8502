// Signing in: one face for every failure, growing delay, one session a person, forced change, recovery, the first administrator.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signedIn, visitor } from '../../../test/kit/access.ts'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { asOwner, journalOf, newcomer, refused } from '../../../test/kit/org.ts'
import { castId, castNames, demoPassword } from '../../app/cast.ts'
import { isCommon } from './common.ts'
import { waitSeconds } from './delay.ts'
import { sessionActor, sessionEnded } from './index.ts'
import { decoyHash, isPassword, passwordFault } from './passwords.ts'
import { sweepAccess } from './seen-store.ts'

const house = await testHouse(null)
const at = (local: string) => house.clock.set(local)
const strong = 'Жеті қабат көкте 7'

test('each of the cast signs in and is who he or she is', async () => {
  for (const login of castNames) {
    const it = await signedIn(house, login)
    const me = (await it.do('access.me')) as {
      employee: { id: string }
      powers: string[]
      mode: string
      mustChange: boolean
    }
    assert.deepEqual([me.employee.id, me.mode, me.mustChange], [castId(login), 'demonstration', false])
  }
})

clause(
  '5.16',
  'an unknown name, a wrong password and a person who has left are refused in the same words, and each failure is an entry',
  async () => {
    const leaver = await newcomer(house)
    const admin = await signedIn(house, 'admin')
    const { temporaryPassword } = (await admin.do('access.openAccount', { id: leaver, login: 'leaver' })) as {
      temporaryPassword: string
    }
    await admin.do('org.leave', { id: leaver, lastOn: '2026-11-22', reason: 'Өз еркімен', cause: 'wish' })
    const before = (await journalOf(house, 'access.signIn')).length
    const tries = [
      ['nobody', 'x'],
      ['inspector', 'x'],
      ['leaver', temporaryPassword],
    ] as const
    const words = []
    for (const [login, password] of tries)
      words.push((await refused(visitor(house).do('access.signIn', { login, password }), 'sign-in')).says)
    assert.deepEqual(words[1], words[0])
    assert.deepEqual(words[2], words[0])
    const entries = (await journalOf(house, 'access.signIn')).slice(before)
    assert.deepEqual(
      entries.map((it) => [it.outcome, it.record_id]),
      [
        ['failed', null],
        ['failed', castId('inspector')],
        ['failed', leaver],
      ],
    )
    assert.ok(
      entries.every((it) => !it.detail?.includes('nobody')),
      'a name that does not exist is not kept',
    )
  },
)

test('an unknown name takes as long as a wrong password: the same work is done against a hash of nobody', async () => {
  const own = await asOwner(
    house,
    async (client) =>
      (await client.query<{ h: string }>("select password_hash as h from accounts where login = 'head'")).rows[0]?.h ??
      '',
  )
  const strength = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/
  assert.match(own, strength)
  assert.match(await decoyHash(), strength)
  assert.equal(await isPassword(null, 'a password that nobody has'), false)
  assert.equal(await isPassword(own, demoPassword), true)
})

clause(
  '5.16',
  'the delay grows with each failure and ends by itself, for a name that exists and one that does not',
  async () => {
    for (const login of ['analyst', 'no-such-name']) {
      at('2026-11-23T09:00')
      const door = visitor(house)
      const wrong = () => door.do('access.signIn', { login, password: 'wrong' })
      for (let free = 3; free > 0; free -= 1) await refused(wrong(), 'sign-in')
      const waits: number[] = []
      for (let step = 0; step < 12; step += 1) {
        const { retryAfterSeconds = 0 } = await refused(wrong(), 'too-many')
        waits.push(retryAfterSeconds)
        house.clock.forward(retryAfterSeconds * 1000)
        await refused(wrong(), 'sign-in')
      }
      assert.deepEqual(waits, [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
    }
    // The right password does not pass before its time either, and clears the count after it.
    await refused(visitor(house).do('access.signIn', { login: 'analyst', password: demoPassword }), 'too-many')
    house.clock.forward(86_400_000)
    await signedIn(house, 'analyst')
    await refused(visitor(house).do('access.signIn', { login: 'analyst', password: 'x' }), 'sign-in')
    at('2026-11-23T09:00')
  },
)

test('attempts at once do not share the free tries', async () => {
  const door = () => visitor(house).do('access.signIn', { login: 'gate', password: 'wrong' })
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, door))
  const reasons = outcomes.map((it) => (it.status === 'rejected' ? (it.reason as { reason: string }).reason : 'done'))
  assert.equal(reasons.filter((it) => it === 'sign-in').length, 3)
  assert.equal(reasons.filter((it) => it === 'too-many').length, 7)
})

test('the delay is a matter of numbers', () => {
  const law = { free: 3, firstSeconds: 2, mostSeconds: 900 }
  const now = new Date('2026-11-23T04:00:00Z')
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  assert.equal(waitSeconds({ failures: 2, lastAt: now }, law, now), 0)
  assert.equal(waitSeconds({ failures: 3, lastAt: now }, law, now), 2)
  assert.equal(waitSeconds({ failures: 3, lastAt: ago(2) }, law, now), 0)
  assert.equal(waitSeconds({ failures: 5000, lastAt: ago(1) }, law, now), 899)
  assert.equal(waitSeconds({ failures: 5000, lastAt: ago(86_400) }, law, now), 0)
})

clause('5.16', 'one session a person: a new sign-in ends the old one, which is told so', async () => {
  const first = await signedIn(house, 'deputy')
  const second = await signedIn(house, 'deputy')
  assert.equal(await first.actor(), null)
  assert.equal((await second.actor())?.id, castId('deputy'))
  const told = await sessionEnded(house, first.token ?? '')
  assert.match(told?.says.ru ?? '', /вошли в другом месте/)
  const many = await Promise.all(Array.from({ length: 6 }, () => signedIn(house, 'deputy')))
  const alive = (await Promise.all(many.map((it) => it.actor()))).filter(Boolean)
  assert.equal(alive.length, 1)
})

clause('5.16', 'a session ends after a long pause, and at the latest after its whole length', async () => {
  at('2026-11-23T09:00')
  const it = await signedIn(house, 'registrar')
  at('2026-11-23T09:29')
  assert.ok(await it.actor())
  at('2026-11-23T09:58')
  assert.ok(await it.actor(), 'activity prolongs it')
  at('2026-11-23T10:29')
  assert.equal(await it.actor(), null)
  assert.match((await sessionEnded(house, it.token ?? ''))?.says.en ?? '', /without activity/)
  at('2026-11-23T09:00')
  const long = await signedIn(house, 'registrar')
  for (let minutes = 25; minutes < 720; minutes += 25) {
    house.clock.forward(25 * 60_000)
    assert.ok(await long.actor(), `${minutes}`)
  }
  house.clock.forward(25 * 60_000)
  assert.equal(await long.actor(), null)
  assert.match((await sessionEnded(house, long.token ?? ''))?.says.en ?? '', /run out/)
  at('2026-11-23T09:00')
  const quiet = await signedIn(house, 'registrar')
  at('2026-11-23T09:20')
  await sessionActor(house, quiet.token ?? '', { quiet: true })
  at('2026-11-23T09:31')
  assert.equal(await quiet.actor(), null, 'a screen that only listens does not prolong it')
  at('2026-11-23T09:00')
})

test('signing out ends the session; a token that never was is nobody', async () => {
  const it = await signedIn(house, 'registrar')
  const token = it.token ?? ''
  await it.do('access.signOut')
  assert.equal(it.token, null)
  assert.equal(await sessionActor(house, token), null)
  assert.equal(await sessionActor(house, 'guessed'), null)
  assert.equal(await sessionEnded(house, 'guessed'), null)
  await refused(it.do('access.me'), 'forbidden')
})

test('the database keeps neither a password nor a token', async () => {
  const it = await signedIn(house, 'registrar')
  const everything = await asOwner(house, async (client) => {
    let words = ''
    for (const table of ['accounts', 'sessions', 'sign_in_failures', 'journal_inbox']) {
      words += JSON.stringify((await client.query(`select * from ${table}`)).rows)
    }
    return words
  })
  assert.ok(!everything.includes(it.token ?? 'x') && !everything.includes(demoPassword))
  assert.equal(Buffer.from(it.token ?? '', 'base64url').length, 32)
})

clause('5.16', 'a dangerous act asks for a fresh proof of identity, and a failed proof is an entry', async () => {
  at('2026-11-23T09:00')
  const admin = await signedIn(house, 'admin')
  const open = async () =>
    admin.do('access.openAccount', { id: await newcomer(house), login: `new${Math.random().toString(36).slice(2, 8)}` })
  await open()
  at('2026-11-23T09:11')
  await refused(open(), 'step-up')
  await refused(admin.do('access.stepUp', { password: 'wrong' }), 'sign-in')
  await refused(admin.do('access.stepUp', {}), 'sign-in')
  assert.ok((await admin.actor())?.id, 'a wrong proof does not end the session')
  await admin.do('access.stepUp', { password: demoPassword })
  await open()
  at('2026-11-23T09:22')
  await refused(open(), 'step-up')
  const failed = (await journalOf(house, 'access.stepUp')).map((it) => it.outcome)
  assert.deepEqual(failed, ['failed', 'failed', 'done'])
  at('2026-11-23T09:00')
})

test('a changed password ends the sessions elsewhere and keeps this one', async () => {
  const it = await signedIn(house, 'abaiHead')
  await refused(it.do('access.changePassword', { current: 'wrong', password: strong }), 'sign-in')
  await it.do('access.changePassword', { current: demoPassword, password: strong })
  assert.ok(await it.actor())
  await refused(visitor(house).do('access.changePassword', { current: strong, password: demoPassword }), 'sign-in')
})

test('sessions are seen and ended by their owner, and all of them by the administrator', async () => {
  const own = await signedIn(house, 'abaiInspector')
  const list = async (it: typeof own, input = {}) =>
    (await it.do('access.sessions', input)) as { rows: { id: string; current: boolean; employee: { id: string } }[] }
  const mine = (await list(own)).rows
  assert.deepEqual(
    mine.map((it) => [it.employee.id, it.current]),
    [[castId('abaiInspector'), true]],
  )
  await refused(list(own, { scope: 'all' }), 'forbidden', '5.16')
  const stranger = await signedIn(house, 'auditor')
  await refused(stranger.do('access.revokeSession', { id: mine[0]?.id }), 'forbidden', '5.16')
  const admin = await signedIn(house, 'admin')
  assert.ok((await list(admin, { scope: 'all', size: 100 })).rows.some((it) => it.id === mine[0]?.id))
  await admin.do('access.revokeSession', { id: mine[0]?.id })
  assert.equal(await own.actor(), null)
  assert.match((await sessionEnded(house, own.token ?? ''))?.says.en ?? '', /administrator/)
  await refused(admin.do('access.revokeSession', { id: mine[0]?.id }), 'unknown')
  const self = await signedIn(house, 'abaiInspector')
  await self.do('access.revokeSession', { id: (await list(self)).rows[0]?.id })
  assert.equal(self.token, null)
})

test('bad input at the door is a clear word, never a fault', async () => {
  const door = visitor(house)
  for (const input of [
    {},
    { login: '', password: 'x' },
    { login: 'head' },
    { login: 'head', password: '' },
    { login: 'a'.repeat(61), password: 'x' },
    { login: 'head', password: 'x'.repeat(201) },
    { login: 5, password: [] },
    { login: 'he\u0000ad', password: 'x' },
  ]) {
    await refused(door.do('access.signIn', input), 'invalid')
  }
  await refused(door.do('access.signIn', { login: "head' --", password: 'x' }), 'sign-in')
  await refused(door.do('access.signIn', { login: 'head', password: `x\ud800` }), 'sign-in')
  await refused(door.do('access.confirmTotp', { code: '123456' }), 'sign-in')
  await refused(door.do('access.confirmTotp', { code: 'abc' }), 'invalid')
})

test('a language is chosen and kept', async () => {
  const it = await signedIn(house, 'deputy')
  await it.do('access.setLanguage', { language: 'ru' })
  assert.equal((await it.do('access.me'))['language'], 'ru')
  await refused(it.do('access.setLanguage', { language: 'fr' }), 'invalid')
})

test('what is of no more use is swept at night', async () => {
  await refused(visitor(house).do('access.signIn', { login: 'nobody-at-all', password: 'x' }), 'sign-in')
  at('2027-03-01T03:15')
  await sweepAccess(house)
  const left = await asOwner(
    house,
    async (client) =>
      (
        await client.query<{ f: number; s: number }>(
          'select (select count(*)::int from sign_in_failures) as f, (select count(*)::int from sessions) as s',
        )
      ).rows[0],
  )
  assert.deepEqual(left, { f: 0, s: 0 })
  at('2026-11-23T09:00')
})

test('common passwords are known in three languages, with digits around them', () => {
  for (const it of [
    'password',
    '123456789012',
    'qwertyuiop12',
    'Қазақстан2026',
    'пароль123456',
    'passwordpassword',
    '2026Astana2026',
    'администратор1',
    'qwertyuiopasdf',
    'йцукенгшщзхъ',
  ]) {
    assert.ok(isCommon(it.toLowerCase()), it)
  }
  for (const it of [demoPassword, strong, 'correct horse battery', 'Ақ көгершін ұшты 9'])
    assert.equal(passwordFault(it, 'head', 12), null, it)
})

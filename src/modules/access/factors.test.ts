// Second factors: codes that count once, passkeys that answer only their own challenge and origin.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signedIn, visitor } from '../../../test/kit/access.ts'
import { softPasskey } from '../../../test/kit/authenticator.ts'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { asOwner, journalOf, refused } from '../../../test/kit/org.ts'
import { castId, demoPassword } from '../../app/cast.ts'
import { codeAt, seal, stepOf, unseal } from './codes.ts'

const house = await testHouse(null)
const at = (local: string) => house.clock.set(local)
const code = (secret: string) => codeAt(secret, house.clock.now())
const wrongCode = (secret: string) => String((Number(code(secret)) + 1) % 1_000_000).padStart(6, '0')
const next = () => house.clock.forward(30_000)
const challengeOf = (reply: Record<string, unknown>) => (reply['options'] as { challenge: string }).challenge
const origin = 'http://localhost:7300'

const enrolled = async (login: string) => {
  const it = await signedIn(house, login)
  const { secret, uri, qr } = (await it.do('access.enrolTotp')) as { secret: string; uri: string; qr: string }
  assert.match(uri, new RegExp(`^otpauth://totp/Qorgan:${login}\\?`))
  assert.match(Buffer.from(qr.split(',')[1] ?? '', 'base64').toString(), /^<svg/)
  return { it, secret }
}

clause(
  '5.16',
  'a code generator is enrolled, asked for at the next sign-in, each code once, and removed after a fresh proof',
  async () => {
    const { it, secret } = await enrolled('inspector')
    await refused(it.do('access.enrolTotpConfirm', { code: wrongCode(secret) }), 'invalid')
    // Not confirmed yet: the password alone still does.
    await signedIn(house, 'inspector')
    const again = await enrolled('inspector')
    await again.it.do('access.enrolTotpConfirm', { code: code(again.secret) })
    const door = visitor(house)
    assert.deepEqual(await door.do('access.signIn', { login: 'inspector', password: demoPassword }), { next: 'totp' })
    assert.equal((await door.actor())?.kind, 'public')
    const replay = await refused(door.do('access.confirmTotp', { code: code(again.secret) }), 'sign-in')
    assert.match(replay.says.en, /used already/)
    next()
    assert.deepEqual(await door.do('access.confirmTotp', { code: code(again.secret) }), { next: 'done' })
    assert.equal((await door.actor())?.id, castId('inspector'))
    // Seen by somebody who knows the password too: the same code does not open a second door.
    const thief = visitor(house)
    await thief.do('access.signIn', { login: 'inspector', password: demoPassword })
    await refused(thief.do('access.confirmTotp', { code: code(again.secret) }), 'sign-in')
    at('2026-11-23T09:30')
    const late = visitor(house)
    await late.do('access.signIn', { login: 'inspector', password: demoPassword })
    await late.do('access.confirmTotp', { code: code(again.secret) })
    at('2026-11-23T09:41')
    await refused(late.do('access.dropTotp'), 'step-up')
    await late.do('access.stepUp', { code: code(again.secret) })
    await late.do('access.dropTotp')
    await signedIn(house, 'inspector')
    at('2026-11-23T09:00')
  },
)

test('a code is good in its own half minute and the two beside it', () => {
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
  const now = new Date('2026-11-23T04:00:10Z')
  const shifted = (seconds: number) => codeAt(secret, new Date(now.getTime() + seconds * 1000))
  const step = Math.floor(now.getTime() / 30_000)
  assert.deepEqual(
    [-60, -30, 0, 30, 60].map((seconds) => stepOf(secret, shifted(seconds), now, null)),
    [null, step - 1, step, step + 1, null],
  )
  assert.equal(stepOf(secret, shifted(-30), now, step), null, 'an older code after a newer one')
})

test('guessing codes with a known password meets the same growing delay', async () => {
  const { it, secret } = await enrolled('inspector2')
  await it.do('access.enrolTotpConfirm', { code: code(secret) })
  const reasons: string[] = []
  for (let tries = 0; tries < 5; tries += 1) {
    const door = visitor(house)
    const outcome = await door
      .do('access.signIn', { login: 'inspector2', password: demoPassword })
      .then(() => door.do('access.confirmTotp', { code: wrongCode(secret) }))
      .then(
        () => 'in',
        (fault: { reason: string }) => fault.reason,
      )
    reasons.push(outcome)
  }
  assert.deepEqual(reasons, ['sign-in', 'sign-in', 'sign-in', 'too-many', 'too-many'])
})

test('the secret of a generator lies in the database only sealed, under the house’s own key', async () => {
  const { it, secret } = await enrolled('analyst')
  await it.do('access.enrolTotpConfirm', { code: code(secret) })
  const stored = await asOwner(
    house,
    async (client) =>
      (
        await client.query<{ s: Buffer }>('select totp_secret as s from accounts where employee_id = $1', [
          castId('analyst'),
        ])
      ).rows[0]?.s,
  )
  assert.ok(stored && !stored.toString('latin1').includes(secret))
  assert.equal(unseal(house.pepper, stored), secret)
  assert.throws(() => unseal(Buffer.alloc(32, 1), stored))
  const sealed = seal(house.pepper, secret)
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  assert.throws(() => unseal(house.pepper, sealed))
})

test('an administrator who recovers a lost telephone drops the second factors', async () => {
  const admin = await signedIn(house, 'admin')
  const kept = (await admin.do('access.resetPassword', { id: castId('analyst') })) as { temporaryPassword: string }
  assert.deepEqual(await visitor(house).do('access.signIn', { login: 'analyst', password: kept.temporaryPassword }), {
    next: 'totp',
  })
  const lost = (await admin.do('access.resetPassword', { id: castId('analyst'), dropSecondFactor: true })) as {
    temporaryPassword: string
  }
  assert.deepEqual(await visitor(house).do('access.signIn', { login: 'analyst', password: lost.temporaryPassword }), {
    next: 'change',
  })
})

const withPasskey = async (login: string) => {
  const key = softPasskey({ origin, rpId: 'localhost' })
  const it = await signedIn(house, login)
  const made = key.register(challengeOf(await it.do('access.addPasskeyOptions')))
  const { id } = (await it.do('access.addPasskey', { name: 'Ноутбук', response: made })) as { id: string }
  return { it, key, id }
}

clause(
  '5.16',
  'a passkey signs in by itself, is a second factor after the password, and proves identity again',
  async () => {
    const { it, key, id } = await withPasskey('head')
    const alone = visitor(house)
    const asked = challengeOf(await alone.do('access.passkeyOptions'))
    assert.deepEqual(await alone.do('access.passkeyVerify', { response: key.answer(asked) }), { next: 'done' })
    assert.equal((await alone.actor())?.id, castId('head'))
    assert.equal(await it.actor(), null, 'one session a person')
    const second = visitor(house)
    assert.deepEqual(await second.do('access.signIn', { login: 'head', password: demoPassword }), { next: 'passkey' })
    assert.deepEqual(
      await second.do('access.passkeyVerify', {
        response: key.answer(challengeOf(await second.do('access.passkeyOptions'))),
      }),
      { next: 'done' },
    )
    house.clock.forward(11 * 60_000)
    await refused(second.do('access.addPasskeyOptions'), 'step-up')
    await second.do('access.stepUp', { response: key.answer(challengeOf(await second.do('access.passkeyOptions'))) })
    await second.do('access.addPasskeyOptions')
    const security = (await second.do('access.security')) as { passkeys: { id: string; usedAt: string | null }[] }
    assert.deepEqual(
      security.passkeys.map((row) => [row.id, row.usedAt !== null]),
      [[id, true]],
    )
    await second.do('access.dropPasskey', { id })
    await signedIn(house, 'head')
    at('2026-11-23T09:00')
  },
)

clause(
  '5.16',
  'an answer to another challenge, from another site, of another person, or given twice is no proof, and is an entry',
  async () => {
    const { it, key, id } = await withPasskey('deputy')
    const other = await withPasskey('registrar')
    const asked = async () => {
      const door = visitor(house)
      return { door, challenge: challengeOf(await door.do('access.passkeyOptions')) }
    }
    const fresh = await asked()
    const stale = await asked()
    await refused(fresh.door.do('access.passkeyVerify', { response: key.answer(stale.challenge) }), 'sign-in')
    await refused(fresh.door.do('access.passkeyVerify', { response: key.answer(fresh.challenge) }), 'sign-in')
    const good = await asked()
    const answer = key.answer(good.challenge)
    assert.deepEqual(await good.door.do('access.passkeyVerify', { response: answer }), { next: 'done' })
    const copied = await asked()
    await refused(copied.door.do('access.passkeyVerify', { response: answer }), 'sign-in')
    const unknown = await asked()
    await refused(
      unknown.door.do('access.passkeyVerify', {
        response: softPasskey({ origin, rpId: 'localhost' }).answer(unknown.challenge),
      }),
      'sign-in',
    )
    const second = visitor(house)
    await second.do('access.signIn', { login: 'deputy', password: demoPassword })
    const stranger = other.key.answer(challengeOf(await second.do('access.passkeyOptions')))
    await refused(second.do('access.passkeyVerify', { response: stranger }), 'sign-in')
    await refused(visitor(house).do('access.passkeyVerify', { response: key.answer('x') }), 'sign-in')
    assert.ok((await journalOf(house, 'access.passkeyVerify')).filter((row) => row.outcome === 'failed').length >= 5)
    await refused((await signedIn(house, 'inspector')).do('access.dropPasskey', { id }), 'forbidden', '5.16')
    assert.equal(await it.actor(), null)
  },
)

test('a key of another site, or one that did not check the person, is not added', async () => {
  const it = await signedIn(house, 'auditor')
  for (const bad of [
    softPasskey({ origin: 'http://evil.example', rpId: 'localhost' }),
    softPasskey({ origin, rpId: 'evil.example' }),
    softPasskey({ origin, rpId: 'localhost', verifies: false }),
  ]) {
    const challenge = challengeOf(await it.do('access.addPasskeyOptions'))
    await refused(it.do('access.addPasskey', { name: 'x', response: bad.register(challenge) }), 'invalid')
  }
  const good = softPasskey({ origin, rpId: 'localhost' })
  const challenge = challengeOf(await it.do('access.addPasskeyOptions'))
  const made = good.register(challenge)
  await it.do('access.addPasskey', { name: 'Телефон', response: made })
  await refused(it.do('access.addPasskey', { name: 'Телефон', response: made }), 'invalid')
  await refused(it.do('access.addPasskey', { name: '', response: made }), 'invalid')
  await refused(it.do('access.addPasskey', { name: 'x', response: 'y' }), 'invalid')
})

// Accounts: opened and recovered by the administrator, changed at the first sign-in; the first administrator of all.
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { signedIn, visitor } from '../../../test/kit/access.ts'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { asOwner, newcomer, refused } from '../../../test/kit/org.ts'
import { castId, demoPassword } from '../../app/cast.ts'

const house = await testHouse(null)
const at = (local: string) => house.clock.set(local)
const strong = 'Жеті қабат көкте 7'

clause(
  '5.16',
  'recovery is a temporary password from the administrator, changed at once at the first sign-in',
  async () => {
    const admin = await signedIn(house, 'admin')
    const own = await signedIn(house, 'almatyHead')
    const id = castId('almatyHead')
    for (const login of ['head', 'caHead', 'auditor', 'almatyHead']) {
      await refused(
        (await signedIn(house, login)).do('access.resetPassword', { id: castId('inspector') }),
        'forbidden',
        '5.16',
      )
    }
    await refused(admin.do('access.resetPassword', { id: castId('admin') }), 'forbidden', '5.16')
    const { temporaryPassword } = (await admin.do('access.resetPassword', { id })) as { temporaryPassword: string }
    assert.match(temporaryPassword, /^([a-z2-9]{4}-){4}[a-z2-9]{4}$/)
    assert.equal(await own.actor(), null, 'the reset ends the session')
    await refused(visitor(house).do('access.signIn', { login: 'almatyHead', password: demoPassword }), 'sign-in')
    const door = visitor(house)
    assert.deepEqual(await door.do('access.signIn', { login: 'ALMATYHEAD', password: temporaryPassword }), {
      next: 'change',
    })
    const half = await door.actor()
    assert.deepEqual([half?.kind, half?.powers.size], ['public', 0])
    await refused(door.do('access.me'), 'forbidden')
    await refused(door.do('org.employees'), 'forbidden')
    await refused(door.do('access.changePassword', { current: 'x', password: strong }), 'sign-in')
    for (const [password, why] of [
      ['short', /12/],
      ['almatyHead-12345', /sign-in name/],
      ['Password2026!!', /too common/],
      ['aaaaaaaaaaaaaaaa', /too common/],
      [temporaryPassword, /differ/],
    ] as const) {
      const refusal = await refused(
        door.do('access.changePassword', { current: temporaryPassword, password }),
        'invalid',
      )
      assert.deepEqual(
        [refusal.fields[0]?.path, why.test(refusal.fields[0]?.says.en ?? '')],
        ['password', true],
        refusal.fields[0]?.says.en,
      )
    }
    assert.deepEqual(await door.do('access.changePassword', { current: temporaryPassword, password: strong }), {
      next: 'done',
    })
    assert.equal((await door.actor())?.id, id)
    await signedIn(house, 'almatyHead', strong)
    await refused(visitor(house).do('access.signIn', { login: 'almatyHead', password: temporaryPassword }), 'sign-in')
  },
)

test('half a sign-in is good for ten minutes', async () => {
  const admin = await signedIn(house, 'admin')
  const { temporaryPassword } = (await admin.do('access.resetPassword', { id: castId('bailiff') })) as {
    temporaryPassword: string
  }
  const door = visitor(house)
  await door.do('access.signIn', { login: 'bailiff', password: temporaryPassword })
  house.clock.forward(11 * 60_000)
  await refused(door.do('access.changePassword', { current: temporaryPassword, password: strong }), 'sign-in')
  at('2026-11-23T09:00')
})

test('accounts are listed and opened by the administrator alone, a name once', async () => {
  const admin = await signedIn(house, 'admin')
  const id = await newcomer(house)
  const first = (await admin.do('access.openAccount', { id, login: 'newcomer.1' })) as { temporaryPassword: string }
  for (const [input, path] of [
    [{ id: await newcomer(house), login: 'Newcomer.1' }, 'login'],
    [{ id, login: 'other' }, 'id'],
    [{ id, login: 'ә' }, 'login'],
    [{ id, login: "x' or 1" }, 'login'],
  ] as const) {
    const refusal = await refused(admin.do('access.openAccount', input), 'invalid')
    assert.equal(refusal.fields[0]?.path, path)
  }
  await refused((await signedIn(house, 'head')).do('access.openAccount', { id, login: 'zz' }), 'forbidden')
  await refused((await signedIn(house, 'head')).do('access.accounts', {}), 'forbidden')
  const { rows } = (await admin.do('access.accounts', { words: 'newcomer' })) as {
    rows: { login: string; mustChange: boolean }[]
  }
  assert.deepEqual(
    rows.map((it) => [it.login, it.mustChange]),
    [['newcomer.1', true]],
  )
  assert.deepEqual(
    await visitor(house).do('access.signIn', { login: 'newcomer.1', password: first.temporaryPassword }),
    { next: 'change' },
  )
})

clause('5.16', 'the first administrator of a production house comes in by a one-time link, once', async (t) => {
  const fresh = await testHouse(t)
  mkdirSync(join(fresh.dataDir, 'secrets'), { recursive: true })
  writeFileSync(join(fresh.dataDir, 'secrets', 'setup-token'), 'one-time-word\n')
  const input = { token: 'one-time-word', name: 'Ерболат Қайратұлы Сейітов', login: 'first', password: strong }
  // A house with accounts has nothing to set up, whatever the link says.
  await refused(visitor(fresh).do('access.setUp', input), 'sign-in')
  await asOwner(fresh, async (client) => {
    await client.query("select set_config('app.operation', 'test', false)")
    await client.query('truncate accounts cascade')
  })
  await refused(visitor(fresh).do('access.setUp', { ...input, token: 'guessed' }), 'sign-in')
  await refused(visitor(fresh).do('access.setUp', { ...input, password: 'first-123456' }), 'invalid')
  const doors = [visitor(fresh), visitor(fresh)]
  const outcomes = await Promise.allSettled(doors.map((it) => it.do('access.setUp', input)))
  assert.equal(outcomes.filter((it) => it.status === 'fulfilled').length, 1)
  const [won] = doors.filter((it) => it.token)
  const actor = await won?.actor()
  assert.ok(
    actor?.powers.has('org.people') && actor.powers.has('sessions.manage') && !actor.powers.has('appeals.see-all'),
  )
  assert.deepEqual(readdirSync(join(fresh.dataDir, 'secrets')), ['setup-done'])
  await refused(visitor(fresh).do('access.setUp', { ...input, login: 'second' }), 'sign-in')
})

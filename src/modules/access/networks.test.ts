// Sign-in limited by network: a post with networks signs in from them alone, and nobody shuts himself out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { asOwner, refused } from '../../../test/kit/org.ts'
import { visitor } from '../../../test/kit/access.ts'
import { castId, castNames, demoPassword } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import type { Actor } from '../../kernel/rules.ts'
import * as networks from './networks.ts'

const house = await testHouse(null)
const here = '10.20.0.7'
const admin = async (from = here): Promise<Actor> => ({ ...(await house.as('admin')), from })
const signIn = (login: string, from: string | undefined) =>
  visitor(house, from).do('access.signIn', { login, password: demoPassword })

clause('5.16', 'a post that has networks signs in from them and from nowhere else', async () => {
  await perform(house, networks.addNetwork, await admin(), {
    postCode: 'inspector',
    network: '10.20.3.9/16',
    note: 'Орталықтың желісі',
  })
  const { result } = await perform(house, networks.listNetworks, await admin(), {})
  assert.deepEqual(
    [result.rows.map(({ postCode, network }) => [postCode, network]), result.here],
    [[['inspector', '10.20.0.0/16']], here],
  )
  for (const from of ['192.0.2.1', '::1', 'nonsense', undefined])
    await refused(signIn('inspector', from), 'forbidden', '5.16')
  assert.deepEqual(await signIn('inspector', '10.20.255.1'), { next: 'done' })
  assert.deepEqual(await signIn('inspector', '::ffff:10.20.1.1'), { next: 'done' }, 'IPv4 that came over IPv6')
  assert.deepEqual(await signIn('head', '192.0.2.1'), { next: 'done' }, 'another post is not bound')
  const wrong = visitor(house, '192.0.2.1').do('access.signIn', { login: 'inspector', password: 'not the password' })
  await refused(wrong, 'sign-in')
})

test('a sign-in from elsewhere is an entry of the journal, without the address', async () => {
  const told = await asOwner(house, async (client) => {
    const { rows } = await client.query<{ entry: string }>(
      `select to_jsonb(i)::text as entry from journal_inbox i
       where operation = 'access.signIn' and outcome <> 'done' and record_id = $1`,
      [castId('inspector')],
    )
    return rows.map(({ entry }) => entry)
  })
  assert.ok(told.length >= 4, 'each refused sign-in is an entry')
  assert.ok(told.every((entry) => !entry.includes('192.0.2.1')))
})

test('networks are kept by the administrator alone, with a clear word for what is none', async () => {
  for (const login of castNames.filter((name) => name !== 'admin')) {
    const actor = await house.as(login)
    await refused(
      perform(house, networks.addNetwork, actor, { postCode: 'head', network: here, note: 'x' }),
      'forbidden',
      '5.16',
    )
    await refused(perform(house, networks.listNetworks, actor, {}), 'forbidden', '5.16')
  }
  for (const network of ['10.0.0.0/33', '10.0.0', 'here', '10.0.0.0/8/8', '::/129', '10.0.0.1/x', "1' or true"]) {
    const refusal = await refused(
      perform(house, networks.addNetwork, await admin(), { postCode: 'head', network, note: 'x' }),
      'invalid',
    )
    assert.equal(refusal.fields[0]?.path, 'network', network)
  }
  const again = { postCode: 'inspector', network: '10.20.0.0/16', note: 'x' } as const
  await refused(perform(house, networks.addNetwork, await admin(), again), 'invalid')
})

test('nobody shuts himself out, by adding or by taking away', async () => {
  const add = async (network: string) =>
    perform(house, networks.addNetwork, await admin(), { postCode: 'administrator', network, note: 'Әкімшінің желісі' })
  await refused(add('192.0.2.0/24'), 'invalid')
  const { result } = await add('10.20.0.0/24')
  const far = (await add('192.0.2.0/24')).result
  await refused(perform(house, networks.dropNetwork, await admin(), result), 'invalid')
  await perform(house, networks.dropNetwork, await admin(), far)
  await perform(house, networks.dropNetwork, await admin(), result)
  await refused(perform(house, networks.dropNetwork, await admin(), result), 'unknown')
})

// The browser's side of NCALayer, spoken to a server on loopback that plays NCALayer's part.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import { openLayer, type Person, type SignAsk } from '../../../test/kit/ncalayer.ts'
import { LayerRefused, signByLayer, type LayerTrouble } from './ncalayer.ts'

const layer = async (t: TestContext, person: Person | 'silent'): Promise<string> => {
  const { url, close } = await openLayer(person)
  t.after(close)
  return url
}

const troubled = async (trouble: LayerTrouble, work: Promise<unknown>): Promise<void> => {
  const fault = await work.then(
    () => null,
    (it: unknown) => it,
  )
  assert.ok(fault instanceof LayerRefused, String(fault))
  assert.equal(fault.trouble, trouble)
}

// A document of some size: its frames come in many pieces.
const content = randomBytes(700_000).toString('base64')

test('NCALayer is asked for a detached CMS with a time stamp, by a signing key, in the reader’s language', async (t) => {
  const asks: SignAsk[] = []
  const url = await layer(t, async (ask) => {
    asks.push(ask)
    return { cms: '-----BEGIN CMS-----\nMIIN\nabc=\n-----END CMS-----\n' }
  })
  let connected = false
  const onConnected = () => void (connected = true)
  assert.equal(await signByLayer({ content, language: 'kk', url, onConnected }), 'MIINabc=')
  assert.ok(connected)
  const [ask] = asks
  assert.equal(ask?.args.data, content)
  assert.deepEqual(
    [ask?.method, ask?.args.format, ask?.args.locale, ask?.args.allowedStorages],
    ['sign', 'cms', 'kk', null],
  )
  assert.deepEqual(ask?.args.signingParams, { decode: true, encapsulate: false, digested: false, tsaProfile: {} })
  assert.deepEqual(ask?.args.signerParams, { extKeyUsageOids: ['1.3.6.1.5.5.7.3.4'] })
})

test('a person who closes the window, a key that fails and a program that is not there are told apart', async (t) => {
  await troubled('cancelled', signByLayer({ content, language: 'ru', url: await layer(t, async () => 'cancels') }))
  await troubled('failed', signByLayer({ content, language: 'en', url: await layer(t, async () => 'fails') }))
  await troubled('failed', signByLayer({ content, language: 'en', url: await layer(t, async () => ({ cms: '' })) }))
  await troubled('not-running', signByLayer({ content, language: 'kk', url: 'ws://127.0.0.1:9' }))
})

test('a program that takes the call and says nothing is not waited for without end', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const url = await layer(t, 'silent')
  const work = signByLayer({ content, language: 'kk', url })
  t.mock.timers.tick(8_000)
  await troubled('not-running', work)
})

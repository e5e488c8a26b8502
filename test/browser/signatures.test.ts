// Electronic signatures in a real browser: a key made there and kept there, NCALayer in all its moods, and what the page then shows.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { castIin } from '../../src/app/cast.ts'
import { perform } from '../../src/kernel/perform.ts'
import { languages } from '../../src/kernel/text.ts'
import * as operations from '../../src/modules/signatures/operations.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit, type Visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { answerOf, greeting, type Person } from '../kit/ncalayer.ts'
import { offered, sign } from '../kit/papers.ts'
import * as kit from '../kit/signing.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const house = await testHouse(null)
const root = await kit.authority('ҰКО (сынақ)')
mkdirSync(join(house.dataDir, 'trust'))
writeFileSync(join(house.dataDir, 'trust/nca.pem'), kit.pem(root.der))
const keys = {
  head: await kit.keyFrom(root, { iin: castIin('head'), name: 'ЕРЖАНОВ МҰРАТ' }),
  deputy: await kit.keyFrom(root, { iin: castIin('deputy'), name: 'СӘРСЕНОВА ГҮЛНАР' }),
}
const url = await serveStaff(house)

const signed = async (): Promise<string> => {
  const id = await offered(house)
  await sign(house, 'head', id)
  return id
}
const byKey =
  (whose: keyof typeof keys): Person =>
  async ({ args }) => ({
    cms: (await kit.cmsOver(Buffer.from(args.data, 'base64'), keys[whose], house.clock.now())).toString('base64'),
  })

const [bare, sealed] = [await signed(), await signed()]
const head = await house.as('head')
const { content } = (await perform(house, operations.contentToSign, head, { id: sealed })).result
const cms = (await kit.cmsOver(Buffer.from(content, 'base64'), keys.head, house.clock.now())).toString('base64')
await perform(house, operations.addSignature, head, { id: sealed, cms })

for (const language of languages)
  test(`a signature and the window in which it is given are whole and accessible in ${language}`, async (t) => {
    const chair = await visit(t, url, { language, as: 'head' })
    if (!chair) return
    const { page } = chair
    await chair.turn(`/documents/${sealed}`)
    await page.locator('.state.ok').waitFor()
    await chair.axe()
    await chair.picture('signature-valid')
    await chair.turn(`/documents/${bare}`)
    await page.getByRole('button', { name: operations.addSignature.shape.title[language], exact: true }).click()
    await page.getByRole('dialog').getByRole('radio').nth(1).check()
    await chair.picture('signature-window')
    // Nothing listens there on this machine.
    await page.getByRole('dialog').locator('button[type=submit]').click()
    await page.getByRole('alert').waitFor()
    await chair.axe()
    await chair.picture('signature-no-layer')
  })

/** The same person, now with NCALayer beside the browser. */
const byLayer = async ({ page, go, picture }: Visit): Promise<void> => {
  const policy = (await fetch(url)).headers.get('content-security-policy') ?? ''
  assert.match(policy, /connect-src 'self' wss:\/\/127\.0\.0\.1:13579;/)
  let person: Person = async () => 'cancels'
  await page.routeWebSocket('wss://127.0.0.1:13579', (socket) => {
    socket.onMessage((asked) => void answerOf(String(asked), person).then((answer) => socket.send(answer)))
    // As over a network, the greeting comes after the page has begun to listen.
    setTimeout(() => socket.send(greeting), 0)
  })
  await go(`/documents/${await signed()}`)
  await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
  const dialog = page.getByRole('dialog')
  const press = () => dialog.getByRole('button', { name: 'Қол қою', exact: true }).click()
  await dialog.getByRole('radio', { name: 'NCALayer' }).check()
  await press()
  await dialog.getByText('Қол қою тоқтатылды.').waitFor()
  person = byKey('deputy')
  await press()
  await dialog.getByText('Кілт басқа адамға тиесілі.').waitFor()
  await picture('signature-other-key')
  person = async () => 'fails'
  await press()
  await dialog.getByText('NCALayer қол қоя алмады.').waitFor()
  person = byKey('head')
  await press()
  await page.locator('.state.ok', { hasText: 'Жарамды' }).waitFor()
  await page.getByText('ЕРЖАНОВ МҰРАТ').waitFor()
}

test('the head signs with a key of the demonstration, and everybody who sees the document sees it verified', async (t) => {
  const id = await signed()
  const chair = await visit(t, url, { as: 'head' })
  if (!chair) return
  const { page } = chair
  await chair.go(`/documents/${id}`)
  await page.getByText('Электрондық қолтаңба қойылмаған. Оны құжатқа қол қойған адам қосады.').waitFor()
  await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Қол қою', exact: true }).click()
  await page.locator('.state.ok', { hasText: 'Жарамды' }).waitFor()
  await page.getByText('Көрсетілім кілтімен қойылған: заңды күші жоқ.').waitFor()
  assert.equal(await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).count(), 0)
  await chair.picture('signature-demonstration')
  // The browser keeps the key, and no script can read it out.
  const readable = await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open('qorgan-signing')
        asked.addEventListener('error', () => reject(asked.error))
        asked.addEventListener('success', () => {
          const all = asked.result.transaction('keys').objectStore('keys').getAll()
          all.addEventListener('success', () => resolve(all.result.map((it) => it.privateKey.extractable)))
        })
      }),
  )
  assert.deepEqual(readable, [false])

  const reader = await visit(t, url, { as: 'inspector' })
  assert.ok(reader)
  await reader.go(`/documents/${id}`)
  await reader.page.locator('.state.ok', { hasText: 'Жарамды' }).waitFor()
  const coming = reader.page.waitForEvent('download')
  await reader.page.getByRole('button', { name: 'Қолтаңба файлын алу (CMS)' }).click()
  const download = await coming
  assert.match(download.suggestedFilename(), /^6001-26-7-7-\d+\.p7s$/)
  assert.ok(readFileSync(await download.path()).length > 500)

  await t.test('with NCALayer: a closed window, another person’s key, and then one’s own', () => byLayer(chair))
})

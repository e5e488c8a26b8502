// One's own security, accounts and sessions in a real browser: codes, passkeys, temporary passwords, forced change.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeAt } from '../../src/modules/access/codes.ts'
import { languages } from '../../src/kernel/text.ts'
import { visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { serveStaff } from '../kit/staff.ts'

const house = await testHouse(null)
const url = await serveStaff(house)

for (const language of languages)
  test(`the screens of sign-in are whole and accessible in ${language}`, async (t) => {
    const admin = await visit(t, url, { language, as: 'admin' })
    if (!admin) return
    for (const path of ['/account', '/accounts', '/sessions']) {
      await admin.turn(path)
      await admin.axe()
      await admin.picture(`access-${path.slice(1)}`)
    }
  })

test('a code generator is set up from the picture’s key and asked for at the next sign-in', async (t) => {
  const it = await visit(t, url, { as: 'inspector' })
  if (!it) return
  const { page } = it
  await it.go('/account')
  await page.getByRole('button', { name: 'Қосу', exact: true }).click()
  const secret = (await page.locator('dialog code').innerText()).replaceAll(/\s/g, '')
  await it.axe()
  await it.picture('access-totp')
  await page.getByLabel('Растау коды').fill(codeAt(secret, house.clock.now()))
  await page.locator('dialog button[type=submit]').click()
  await page.locator('.state.ok', { hasText: 'Қосулы' }).waitFor()
  house.clock.forward(60_000)
  await it.context.clearCookies()
  await it.go('/')
  await page.getByLabel('Кіру аты').fill('inspector')
  await page.getByLabel('Құпиясөз').fill('Qorgan-demo-2026!')
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
  await page.getByLabel('Растау коды').fill(codeAt(secret, house.clock.now()))
  await page.getByRole('button', { name: 'Растау' }).click()
  await page.getByRole('navigation').first().waitFor()
})

test('a temporary password is shown once, and its owner changes it at the door', async (t) => {
  const admin = await visit(t, url, { as: 'admin' })
  if (!admin) return
  await admin.go('/accounts')
  await admin.page.getByLabel('Аты-жөні, кіру аты').fill('bailiff')
  await admin.page.locator('tbody tr').filter({ hasText: 'bailiff' }).getByRole('button').click()
  await admin.page.locator('dialog button[type=submit]').click()
  const password = await admin.page.locator('dialog dd code').nth(1).innerText()
  await admin.axe()
  await admin.picture('access-temporary')
  const owner = await visit(t, url)
  assert.ok(owner)
  const { page } = owner
  await owner.go('/')
  await page.getByLabel('Кіру аты').fill('bailiff')
  await page.getByLabel('Құпиясөз').fill(password)
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
  await page.getByLabel('Қазіргі құпиясөз').fill(password)
  await page.getByLabel('Жаңа құпиясөз').fill('Жеті қабат көкте 7')
  await owner.axe()
  await page.getByRole('button', { name: 'Ауыстыру' }).click()
  await page.getByRole('navigation').first().waitFor()
})

test('a new sign-in elsewhere ends this session, and the page says so', async (t) => {
  const first = await visit(t, url, { as: 'auditor' })
  if (!first) return
  await first.go('/account')
  await visit(t, url, { as: 'auditor' })
  const answer = await first.page.request.post(`${url}/api/access.me`, {
    headers: { 'x-qorgan': '1', 'x-language': 'en', origin: url },
    data: {},
  })
  assert.equal(answer.status(), 401)
  assert.match(await answer.text(), /signed in to elsewhere/)
})

test('a passkey is made on the page and opens the door by itself', async (t) => {
  // A passkey belongs to a name: the site as localhost, which is the same address.
  const named = url.replace('127.0.0.1', 'localhost')
  house.staffUrl = named
  const it = await visit(t, named, { as: 'deputy', alone: true })
  if (!it) return
  const { page, context } = it
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await it.go('/account')
  await page.getByRole('button', { name: 'Кілт қосу' }).click()
  await page.getByLabel('Кілттің атауы').fill('Жұмыс ноутбугі')
  await page.locator('dialog button[type=submit]').click()
  await page.locator('.file', { hasText: 'Жұмыс ноутбугі' }).waitFor()
  await it.axe()
  await it.picture('access-passkey')
  await context.clearCookies()
  await it.go('/')
  await page.getByRole('button', { name: 'Кіру кілтімен кіру' }).click()
  await page.getByRole('navigation').first().waitFor()
})

// The screens of the settings in a real browser: terms, calendar, journal with its proof, outbox, state of the house.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../src/kernel/perform.ts'
import { languages } from '../../src/kernel/text.ts'
import { changeParameter } from '../../src/modules/settings/contract.ts'
import { sealing } from '../../src/modules/settings/settings.kit.ts'
import { visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { serveStaff } from '../kit/staff.ts'

const house = await testHouse(null)
const url = await serveStaff(house)
const { seal } = sealing(house)

const change = house.registry.operations.get(changeParameter.name)
assert.ok(change)
const input = { name: 'appeal.answer', from: '2027-01-01', value: 10, reason: 'Заң өзгерді' }
await perform(house, change, await house.as('admin'), input)
await assert.rejects(perform(house, change, await house.as('inspector'), input))
await seal()

for (const language of languages)
  test(`the screens of the settings are whole and accessible in ${language}`, async (t) => {
    const admin = await visit(t, url, { language, as: 'admin' })
    if (!admin) return
    for (const path of ['/parameters', '/calendar?year=2027', '/outbox', '/state']) {
      await admin.turn(path)
      await admin.axe()
      await admin.picture(`settings-${path.slice(1).split('?')[0]}`)
    }
    const auditor = await visit(t, url, { language, as: 'auditor' })
    assert.ok(auditor)
    await auditor.turn('/journal')
    await auditor.page.locator('tbody tr').first().waitFor()
    await auditor.axe()
    await auditor.picture('settings-journal')
    await auditor.page.locator('tbody tr .link').nth(1).click()
    await auditor.page.locator('dialog .banner.ok').waitFor()
    await auditor.axe()
    await auditor.picture('settings-entry')
  })

test('the administrator changes a term from a day on, after proving who he is, and confirms one', async (t) => {
  const it = await visit(t, url, { as: 'admin' })
  if (!it) return
  const { page } = it
  await it.go('/parameters')
  await page.getByLabel('Атауы немесе тармағы').fill('сақтау')
  await page.locator('tbody .link').first().click()
  await it.axe()
  await it.picture('settings-history')
  await page.getByRole('button', { name: 'Мәнін өзгерту' }).click()
  await page.getByLabel('Жаңа мәні').fill('7')
  await page.getByLabel('Негіздеме').fill('Бұйрық № 12')
  await it.axe()
  await it.picture('settings-change')
  // The fresh proof of the sign-in runs out after ten minutes.
  house.clock.forward(11 * 60_000)
  await page.locator('dialog button[type=submit]').click()
  await page.getByLabel('Құпиясөз').fill('Qorgan-demo-2026!')
  await it.picture('settings-stepup')
  await page.locator('dialog').last().locator('button[type=submit]').click()
  await page.locator('.state', { hasText: 'Әкімші өзгерткен' }).first().waitFor()
})

test('the journal is verified by a button, and the filter stands in the address', async (t) => {
  const it = await visit(t, url, { as: 'auditor' })
  if (!it) return
  const { page } = it
  await it.go('/journal?outcome=refused')
  await page.locator('tbody tr').first().waitFor()
  assert.equal(await page.locator('tbody .state').first().textContent(), 'бас тартылды')
  await page.getByRole('button', { name: 'Журналды тексеру' }).click()
  await page.locator('.banner.ok').waitFor()
  assert.match((await page.locator('.banner.ok').textContent()) ?? '', /Журнал бүтін/)
})

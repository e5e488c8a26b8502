// The screens of appeals in a real browser, in three languages: the list, one appeal in each light, entering one from the keyboard.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { castActor } from '../../src/app/cast.ts'
import { languages, type Language } from '../../src/kernel/text.ts'
import { plantAppeals } from '../../src/app/demo/appeals.ts'
import { visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { serveStaff } from '../kit/staff.ts'

const house = await testHouse(null, { at: '2026-10-05T09:00' })
await plantAppeals({ house, clock: house.clock, today: '2026-11-23', actor: (role) => castActor(house, role) })
const url = await serveStaff(house)

const heading: Record<Language, string> = { kk: 'Өтініштер', ru: 'Обращения', en: 'Appeals' }
const counted: Record<Language, string> = { kk: 'Қалай есептелді', ru: 'Как посчитано', en: 'How it was counted' }

for (const language of languages)
  test(`the list and the appeal are whole and accessible in ${language}`, async (t) => {
    const it = await visit(t, url, { language, as: 'head' })
    if (!it) return
    const { page } = it
    await it.turn('/appeals?due=overdue&sort=dueOn')
    await page.getByRole('heading', { level: 1, name: heading[language] }).waitFor()
    await page.locator('tbody tr').first().waitFor()
    await it.axe()
    await it.picture(`appeals-list-${language}`)

    await page.locator('tbody tr a').first().click()
    await page.locator('.record-head').waitFor()
    await page.getByRole('button', { name: counted[language] }).click()
    assert.equal(await page.locator('.term-weeks td b').count(), 15, 'each counted day of the term has its number')
    await it.axe()
    await it.picture(`appeal-counted-${language}`)
    await page.getByRole('tab').nth(1).click()
    await it.axe()
    await it.picture(`appeal-talk-${language}`)
  })

test('the registrar enters a paper appeal, gives the slip and registers it', async (t) => {
  const it = await visit(t, url, { as: 'registrar' })
  if (!it) return
  const { page } = it
  await it.go('/appeals/new')
  await page.getByRole('button', { name: 'Өтінішті енгізу' }).click()
  await page.getByRole('alert').waitFor()
  await it.axe()
  await page.getByLabel('Аты-жөні немесе атауы').fill('Болат Көрсетілімұлы')
  await page.getByLabel('ЖСН', { exact: false }).first().fill('921029350851')
  await page.getByLabel('Мекенжайы').fill('Астана қаласы')
  await page.getByLabel('Өтініштің мәтіні').fill('Кеңсе қызметкері ақы сұрады.')
  await it.picture('appeal-entry')
  await page.getByRole('button', { name: 'Өтінішті енгізу' }).click()
  await page.getByText('Құпия код').waitFor()
  assert.match((await page.locator('.mono').textContent()) ?? '', /^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
  await it.axe()
  await it.picture('appeal-slip')
  await page.getByRole('link', { name: 'Өтінішке өту және тіркеу' }).click()
  await page.getByRole('button', { name: 'Өтінішті тіркеу' }).click()
  await page.getByRole('dialog').getByLabel('Қысқаша мазмұны').fill('Ақы сұрау туралы')
  await it.picture('appeal-register')
  await page.getByRole('dialog').getByRole('button', { name: 'Өтінішті тіркеу' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ақы сұрау туралы' }).waitFor()
  assert.match((await page.locator('.record-head').textContent()) ?? '', /6001-26-7-6\/\d+/)
  await it.axe()
})

test('the inspector sees only the own desk, and opens the applicant’s details with a reason', async (t) => {
  const it = await visit(t, url, { as: 'inspector' })
  if (!it) return
  const { page } = it
  await it.go('/appeals?state=working')
  await page.locator('tbody tr').first().waitFor()
  await page.locator('tbody tr a').first().click()
  await page.getByRole('button', { name: 'деректерді ашу' }).click()
  await page.getByLabel('Негіздемесі').fill('Жауапты дайындау үшін')
  await page.getByRole('dialog').getByRole('button', { name: 'Өтініш берушінің деректерін ашу' }).click()
  await page.getByText('Көрсетілім көшесі, 1').waitFor()
  await it.axe()
  await it.picture('appeal-inspector')
})

test('the head gives an appeal to an inspector, who takes it up and begins the reply', async (t) => {
  const head = await visit(t, url, { as: 'head' })
  if (!head) return
  await head.go('/appeals?state=registered')
  const row = head.page.locator('tbody tr', { hasText: 'Повторная волокита' })
  await row.getByRole('link').click()
  await head.page.getByRole('button', { name: 'Орындаушы тағайындау' }).click()
  await head.page.getByRole('dialog').getByRole('combobox').fill('Айгүл')
  await head.page.locator('.ant-select-item-option', { hasText: 'Айгүл' }).first().click()
  await head.picture('appeal-assign')
  await head.axe()
  await head.page.getByRole('dialog').getByRole('button', { name: 'Орындаушы тағайындау' }).click()
  await head.page.getByText('Орындаушыда').waitFor()
  const address = new URL(head.page.url()).pathname

  const inspector = await visit(t, url, { as: 'inspector' })
  assert.ok(inspector)
  await inspector.go(address)
  await inspector.page.getByRole('button', { name: 'Жұмысқа алу' }).click()
  await inspector.page.getByRole('dialog').getByRole('button', { name: 'Жұмысқа алу' }).click()
  await inspector.page.getByText('Қаралуда').waitFor()
  await inspector.page.getByRole('button', { name: 'Жауап жобасын дайындау' }).click()
  await inspector.page.getByRole('dialog').getByRole('button', { name: 'Жауап жобасын дайындау' }).click()
  await inspector.page.waitForURL(/\/documents\//)
  await inspector.page.getByLabel('Кімге').waitFor()
  await inspector.picture('appeal-reply')
})

// The shell in a real browser: the door, the menu, three languages, the palette, the Regulation, what happens when a session ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, type Language } from '../../src/kernel/text.ts'
import { visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { serveStaff } from '../kit/staff.ts'

const title: Record<Language, string> = { kk: 'Жүйеге кіру', ru: 'Вход в систему', en: 'Sign in to the system' }
const law: Record<Language, string> = { kk: 'Ереже', ru: 'Положение', en: 'The Regulation' }
const nowhere: Record<Language, string> = {
  kk: 'Мұндай бет жоқ',
  ru: 'Такой страницы нет',
  en: 'There is no such page',
}

const url = await serveStaff(await testHouse(null))

for (const language of languages)
  test(`the shell's own screens are whole and accessible in ${language}`, async (t) => {
    const door = await visit(t, url, { language })
    if (!door) return
    await door.turn('/')
    await door.page.getByRole('heading', { name: title[language] }).waitFor()
    assert.equal(await door.page.locator('html').getAttribute('lang'), language)
    assert.ok(await door.page.locator('.strip').isVisible(), 'the demonstration says so before anybody signs in')
    await door.axe()
    await door.picture('door')

    const inside = await visit(t, url, { language, as: 'head' })
    assert.ok(inside)
    await inside.turn('/')
    await inside.page.locator('.regions li').nth(19).waitFor()
    assert.equal(await inside.page.locator('.regions li').count(), 20, 'every region has its tile')
    await inside.axe()
    await inside.picture('home')

    await inside.turn('/law?clause=6.23')
    await inside.page.getByRole('heading', { level: 1, name: law[language] }).waitFor()
    assert.equal(await inside.page.locator('.clause').count(), 63)
    assert.equal(await inside.page.locator('#clause-6\\.23 .clause-more p[lang]').count(), 2, 'the two other languages')
    await inside.axe()
    await inside.picture('law')

    await inside.turn('/search?words=6001')
    await inside.axe()
    await inside.picture('search')

    await inside.turn('/no/such/page')
    await inside.page.getByRole('heading', { name: nowhere[language] }).waitFor()
    await inside.axe()
  })

test('a person signs in by hand, is told what was wrong, and comes to their work', async (t) => {
  const it = await visit(t, url)
  if (!it) return
  const { page } = it
  await it.go('/law')
  await page.getByLabel('Кіру аты').fill('inspector')
  await page.getByLabel('Құпиясөз').fill('қате құпиясөз')
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByLabel('Кіру аты').inputValue(), 'inspector', 'what was typed stays')

  await page.getByLabel('Құпиясөз').fill('Qorgan-demo-2026!')
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Ереже' }).waitFor()
  assert.match(page.url(), /\/law$/, 'the address that was asked for is the one that opens')

  await page.locator('.who-name').click()
  await page.getByRole('button', { name: 'Шығу' }).click()
  await page.getByRole('heading', { name: title.kk }).waitFor()
})

test('the language is switched on the spot and remembered', async (t) => {
  const it = await visit(t, url, { as: 'head' })
  if (!it) return
  await it.go('/law')
  await it.page.getByRole('button', { name: 'РУС' }).click()
  await it.page.getByRole('heading', { level: 1, name: law.ru }).waitFor()
  assert.equal(await it.page.evaluate(() => localStorage.getItem('qorgan.language')), 'ru')
  assert.equal(await it.page.locator('html').getAttribute('lang'), 'ru')
})

test('the keyboard finds a screen: Ctrl+K, a few letters, Enter; Esc gives the focus back', async (t) => {
  const it = await visit(t, url, { as: 'head' })
  if (!it) return
  const { page } = it
  await it.go('/')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('ере')
  await page.getByRole('option', { name: /Ереже/ }).first().waitFor()
  await it.axe()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('ереж')
  await page.getByRole('option', { name: /^Ереже/ }).waitFor()
  while ((await page.locator('[role=option][aria-selected=true]').innerText()).split('\n')[0] !== 'Ереже')
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Ереже' }).waitFor()
})

test('a session that ends in the middle of work asks to sign in on the spot, and the page goes on', async (t) => {
  const it = await visit(t, url, { as: 'head' })
  if (!it) return
  const { page } = it
  await it.go('/search')
  const words = page.getByRole('searchbox')
  await words.fill('6001-26')
  await it.context.clearCookies()
  await page.getByRole('button', { name: 'Іздеу', exact: true }).last().click()
  const dialog = page.getByRole('dialog', { name: 'Сеанс аяқталды' })
  await dialog.waitFor()
  await it.axe()
  await dialog.getByLabel('Кіру аты').fill('head')
  await dialog.getByLabel('Құпиясөз').fill('Qorgan-demo-2026!')
  await dialog.getByRole('button', { name: 'Кіру', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  assert.equal(await words.inputValue(), '6001-26', 'nothing typed is lost')
  await page.locator('.found, .empty').first().waitFor()
})

test('a form says under each field what is wrong, and keeps what was typed through a reload', async (t) => {
  const it = await visit(t, url, { as: 'registrar' })
  if (!it) return
  const { page } = it
  await it.go('/appeals/new')
  const text = page.locator('main textarea').last()
  await text.fill('Үшінші қарашада кеңсеге арыз тапсырдым')
  await page.locator('.form-foot .button.first').click()
  const summary = page.getByRole('alert')
  await summary.waitFor()
  await it.axe()
  const fault = page.locator('.field.wrong').first()
  assert.ok(await fault.locator('.fault').innerText(), 'the sentence stands under the field')
  await summary.getByRole('link').first().click()
  assert.ok(await fault.evaluate((field) => field.contains(document.activeElement)), 'its link leads to the field')

  await it.go('/appeals/new')
  assert.equal(await text.inputValue(), 'Үшінші қарашада кеңсеге арыз тапсырдым')
})

test('a list keeps its filters and its order in the address', async (t) => {
  const it = await visit(t, url, { as: 'head' })
  if (!it) return
  const { page } = it
  await it.go('/?due=late&sort=-dueOn')
  assert.equal(await page.locator('select').first().inputValue(), 'late')
  await page.locator('select').first().selectOption('soon')
  await page.waitForURL(/due=soon/)
  assert.match(page.url(), /sort=-dueOn/, 'the order stays while the filter changes')
  await page.locator('select').first().selectOption('')
  await page.waitForURL((address) => !address.searchParams.has('due'))
})

test('what a colleague changes appears without reloading', async (t) => {
  const head = await visit(t, url, { as: 'head' })
  const registrar = await visit(t, url, { as: 'registrar' })
  if (!head || !registrar) return
  await head.go('/')
  const subject = 'Кеңсе қызметкерінің ақы сұрауы туралы хабар'
  assert.equal(await head.page.getByText(subject).count(), 0)
  const reply = await registrar.page.request.post(`${url}/api/appeals.enter`, {
    headers: { 'x-qorgan': '1', origin: url },
    data: {
      channel: 'paper',
      kind: 'report',
      language: 'kk',
      as: 'anonymous',
      subject,
      text: 'Үшінші қарашада кеңсеге талап арыз тапсыруға бардым.',
      entryKey: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    },
  })
  assert.equal(reply.status(), 200, await reply.text())
  await head.page.getByText(subject).first().waitFor()
})

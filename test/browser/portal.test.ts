// The public page in a real browser: every page in three languages for everybody's eyes and ears, and the whole road with
// scripts switched off, on a telephone's width.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages, type Language } from '../../src/kernel/text.ts'
import { visit, type Visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { servePortal } from '../kit/portal.ts'

const url = await servePortal(await testHouse(null))

const next = ({ page }: Visit) => page.locator('main form button.first').last().click()

const receivedIn: Record<Language, RegExp> = {
  kk: /Өтінішіңіз қабылданды/,
  ru: /Ваше обращение принято/,
  en: /Your appeal has been received/,
}

/** Walks from the first page to the slip; `look` is called on every page. */
const walk = async (it: Visit, language: Language, look: () => Promise<void>): Promise<void> => {
  const { page, go } = it
  await go(`/${language}/`)
  await look()
  await page.locator('form[action$=begin] button').click()
  await next(it)
  await look()
  await page.locator('input[value=report]').check()
  await next(it)
  await page.locator('input[value=entity]').check()
  await look()
  await next(it)
  await page.locator('#acting').check()
  await look()
  await next(it)
  await page.locator('#name').fill('«Әділет» ЖШС')
  await page.locator('#bin').fill('123')
  await next(it)
  await page.locator('#faults').waitFor()
  await look()
  await page.locator('#bin').fill('151140011685')
  await page.locator('#email').fill('kense@example.kz')
  await next(it)
  await page.locator('#representative').fill('Дана Қорғаушы')
  await page.locator('#ground').selectOption('office')
  await look()
  await next(it)
  await page.locator('#courtName').fill('Аудандық сот')
  await look()
  await next(it)
  await page.locator('#text').fill('Кеңсе қызметкері істі тіркегені үшін ақы сұрады.')
  await look()
  await next(it)
  await look()
  await page.locator('form[action$="/next"] button.first').click()
  await page.locator('form[data-effort]').waitFor()
  await look()
}

for (const language of languages)
  test(`every page of the road is accessible in ${language}`, async (t) => {
    const it = await visit(t, url, { language, width: 1100 })
    if (!it) return
    await walk(it, language, it.axe)
    await it.page.locator('form[data-effort] button.first').click()
    await it.page.locator('.slip').waitFor()
    await it.axe()
    await it.picture('slip')
    await it.page.emulateMedia({ media: 'print' })
    assert.equal(await it.page.locator('.exit').isVisible(), false, 'the printed slip carries no button')
    await it.page.emulateMedia({ media: 'screen' })
    await it.page.locator('form[action$=open] button').click()
    await it.page.locator('.facts').waitFor()
    await it.axe()
    await it.go(`/${language}/code`)
    await it.axe()
    await it.go(`/${language}/nowhere`)
    await it.axe()
  })

test('without scripts and on a narrow screen the appeal is handed in all the same', async (t) => {
  const it = await visit(t, url, { language: 'ru', width: 380, height: 780, scripts: false })
  if (!it) return
  const wide = async () => {
    const width = await it.page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= 380, `the page is ${width} wide: ${it.page.url()}`)
  }
  await walk(it, 'ru', wide)
  // The form without work asks that its page be looked at for a moment.
  await it.page.waitForTimeout(3_200)
  await it.page.locator('form[data-effort] button.first').click()
  await it.page.getByRole('heading', { name: receivedIn.ru }).waitFor()
  await wide()
  await it.picture('slip-narrow')
})

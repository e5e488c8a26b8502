// Statistics and exchange in a real browser: the head reads the form, follows a figure to its appeals and signs the period off; the
// registrar brings a file, reads why rows are bad and takes the good ones in.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { languages } from '../../src/kernel/text.ts'
import { badRows, csvOf, goodRow, imported } from '../../src/modules/exchange/exchange.kit.ts'
import { makeExport } from '../../src/modules/exchange/exporting.ts'
import { mark, peopled } from '../../src/modules/statistics/statistics.kit.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const { stage, ids } = await peopled()
stage.house.clock.set('2026-11-25T10:00')
const bad = badRows.map(([, more], n) => goodRow(100 + n, more))
const file = csvOf([...Array.from({ length: 12 }, (_, n) => goodRow(n)), ...bad])
const brought = await imported(stage, 'өтініштер.csv', file)
await stage.as('registrar', makeExport, { system: 'eotinish', from: '2026-01-01', until: '2026-12-31' })
const url = await serveStaff(stage.house)
const october = 'from=2026-10-01&until=2026-10-31'

for (const language of languages)
  test(`the screens of statistics and exchange are whole and accessible in ${language}`, async (t) => {
    const head = await visit(t, url, { language, as: 'head' })
    if (!head) return
    await head.turn(`/statistics?${october}&by=unit`)
    await head.page.locator('[role=img] svg').nth(1).waitFor()
    await head.axe()
    await head.picture('statistics')
    await head.turn(`/statistics/cases?${october}&measure=inHand&dimension=kind&value=report`)
    await head.page.locator('tbody tr').first().waitFor()
    await head.axe()
    await head.picture('statistics-cases')

    const registrar = await visit(t, url, { language, as: 'registrar' })
    assert.ok(registrar)
    for (const [path, picture] of [
      ['/exchange', 'exchange'],
      [`/exchange/imports/${brought.id}`, 'exchange-import'],
      ['/exchange/exports', 'exchange-exports'],
      ['/exchange/profiles', 'exchange-profiles'],
    ] as const) {
      await registrar.turn(path)
      await registrar.page.locator('tbody tr').first().waitFor()
      await registrar.axe()
      await registrar.picture(picture)
    }
    await registrar.page.locator('tbody button.link').first().click()
    await registrar.page.getByRole('dialog').locator('input').first().waitFor()
    await registrar.axe()
    await registrar.picture('exchange-profile')

    if (language !== 'kk') return
    const narrow = await visit(t, url, { language, as: 'abaiHead', width: 390 })
    assert.ok(narrow)
    await narrow.turn(`/statistics?${october}`)
    await narrow.page.locator('[role=img] svg').nth(1).waitFor()
    await narrow.picture('statistics-narrow')
  })

test('the head follows a figure to exactly its appeals, signs October off and sees what moved after', async (t) => {
  const head = await visit(t, url, { as: 'head' })
  if (!head) return
  const { page } = head
  await head.go(`/statistics?${october}`)
  const figure = page.getByRole('link', { name: /^Аяқталғаны: / }).first()
  const count = Number((await figure.textContent()) ?? '')
  assert.ok(count > 5)
  await figure.click()
  await page.getByRole('heading', { name: 'Аяқталғаны' }).waitFor()
  await page.locator('tbody tr').first().waitFor()
  assert.equal(await page.locator('tbody tr').count(), count)
  await page.getByRole('link', { name: 'Нысанға оралу' }).click()
  await page.getByRole('button', { name: 'Нысанды бекіту' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Бекіту', exact: true }).click()
  await page.getByText('Содан бері сандар өзгерген жоқ.').waitFor()
  await mark(stage, ids.at(-20) ?? '', { collective: true })
  await page.reload()
  await page.getByText('Бекітілгеннен кейін өзгерген сандар:').waitFor()
  await head.picture('statistics-approved')
})

test('the registrar brings a file, is told what would happen and why rows are bad, and takes the good ones in', async (t) => {
  const registrar = await visit(t, url, { as: 'registrar' })
  if (!registrar) return
  const { page } = registrar
  await registrar.go('/exchange')
  await page.getByRole('button', { name: 'Файлды тексеру' }).click()
  // Larger than any body of an operation may be.
  const long = Array.from({ length: 20 }, (_, n) => goodRow(600 + n, { Содержание: 'Ұзақ мәтін. '.repeat(800) }))
  const rows = [
    ...long,
    goodRow(500),
    goodRow(0),
    goodRow(1, { Содержание: 'Басқа мәтін' }),
    goodRow(501, { Адрес: '' }),
  ]
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({
      name: 'жаңа.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csvOf(rows)),
    })
  await page.getByRole('dialog').getByRole('button', { name: 'Файлды алып тастау: жаңа.csv' }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Файлды тексеру' }).click()
  await page.getByRole('heading', { name: 'жаңа.csv' }).waitFor()
  await stage.news()
  await page.reload()
  await page.getByText('Бұл – тексеру ғана').waitFor()
  await page.getByText('Жауап жіберу үшін мекенжайды').waitFor()
  await registrar.picture('exchange-tried')
  await page.getByRole('button', { name: 'Өтініштерді енгізу' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Өтініштерді енгізу' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await stage.news()
  await page.reload()
  await page.locator('.state', { hasText: 'Енгізілді' }).waitFor()
})

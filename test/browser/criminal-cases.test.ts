// The register of criminal cases in a real browser: a case entered, taken through its events, corrected; the tables with the cases
// behind a figure; a quarter's list reconciled with the keyboard until the act stands among the documents.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { languages } from '../../src/kernel/text.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { aCase, inventedIin, on, registerOf, saidOf } from '../../src/modules/criminalCases/criminalCases.kit.ts'
import * as operations from '../../src/modules/criminalCases/operations.ts'
import { deskOf } from '../../src/modules/reconciliation/reconciliation.kit.ts'
import { courtId } from '../../src/modules/structure/index.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const stage = await openStage()
const { as } = stage
const register = registerOf(stage)
const desk = deskOf(stage)
const forceOf = async (more: object): Promise<string> => {
  const id = await register.convicted(more)
  await as('inspector', operations.enterForce, { id, ...on('2026-09-20') })
  return id
}
const convicted = await forceOf({ personName: 'Ойдан Бірінші', leads: true })
const form = aCase({ personName: 'Ойдан Екінші', erdr: '26-77' })
const { id: corrected } = await as('inspector', operations.registerCase, form)
await as('inspector', operations.correctCase, {
  id: corrected,
  ...saidOf(form),
  articles: ['361'],
  articleWords: 'ҚК 361-бабы',
  reason: 'Қайта саралау туралы қаулы',
})
await register.enter({ personName: 'Ойдан Алматылық', court: courtId('REG-75') })
const quarter = await desk.opened()
await desk.brought(quarter, [
  { erdr: '26-77', iin: form.iin ?? '', name: 'Ойдан Екінші', articles: '190', qualification: 'иное' },
  {
    erdr: '261000031055555',
    iin: inventedIin(700),
    name: 'Ойдан Бөгде',
    articles: '366',
    qualification: 'коррупционное',
  },
])
const url = await serveStaff(stage.house)

for (const language of languages)
  test(`the screens of criminal cases are whole and accessible in ${language}`, async (t) => {
    const inspector = await visit(t, url, { language, as: 'inspector' })
    if (!inspector) return
    const all = language === 'kk'
    for (const [path, name, always] of [
      ['/criminal-cases', 'criminal-cases', true],
      [`/criminal-cases/${convicted}`, 'criminal-case', true],
      [`/criminal-cases/${corrected}`, 'criminal-case-corrected', false],
      ['/criminal-cases/new', 'criminal-case-new', false],
      ['/criminal-cases/tables?from=2026-01-01&until=2026-12-31&by=postKind', 'criminal-case-tables', true],
      ['/criminal-cases/tables/cases?from=2026-01-01&until=2026-12-31&measure=convicted', 'criminal-case-cell', false],
      ['/criminal-cases/reconciliations', 'reconciliations', false],
      [`/criminal-cases/reconciliations/${quarter}`, 'reconciliation', true],
      ['/criminal-cases/reconciliations/profiles', 'reconciliation-profiles', false],
    ] as const) {
      if (!all && !always) continue
      await inspector.turn(path)
      await inspector.axe()
      await inspector.picture(name)
    }
  })

test('a narrow screen shows the case and its tables without losing anything', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector', width: 390, height: 844 })
  if (!inspector) return
  for (const [path, name] of [
    [`/criminal-cases/${convicted}`, 'criminal-case-narrow'],
    ['/criminal-cases/tables?from=2026-01-01&until=2026-12-31', 'criminal-case-tables-narrow'],
    [`/criminal-cases/reconciliations/${quarter}`, 'reconciliation-narrow'],
  ] as const) {
    await inspector.go(path)
    await inspector.axe()
    await inspector.picture(name)
    const wider = await inspector.page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth)
    assert.ok(wider <= 0, `${name} is ${wider} pixels wider than the screen`)
  }
})

test('a territorial inspector enters a case of the own region and takes it to a suspect', async (t) => {
  const visitor = await visit(t, url, { as: 'abaiInspector' })
  if (!visitor) return
  const { page } = visitor
  await visitor.go('/criminal-cases')
  // The case of another region is not there.
  await page.getByText('Ойдан Бірінші').waitFor()
  assert.equal(await page.getByText('Ойдан Алматылық').count(), 0)
  await page.getByRole('link', { name: 'Істі тіркеу' }).click()
  await page.getByRole('heading', { level: 1, name: 'Қылмыстық істі тіркеу' }).waitFor()
  await page.getByLabel('Аты-жөні').fill('Ойдан Төртінші')
  await page.getByLabel('Лауазым санаты').selectOption('judge')
  await page.getByLabel('Сол кездегі лауазымы').fill('Судья')
  await page.getByLabel(/^Сот · /).click()
  await page.locator('.ant-select-item-option').first().click()
  await page.getByLabel('Қылмыстық кодекстің баптары').fill('366.2')
  await page.getByLabel('Бап құжатта қалай жазылған').fill('ҚК 366-бабының 2-бөлігі')
  await page.getByLabel('Сыбайлас жемқорлық').check()
  await page.getByLabel('СДТБТ нөмірі').fill('261000031012345')
  await page.getByLabel('СДТБТ-да тіркелген күні').fill('02.11.2026')
  await page.getByLabel('Расталған күні').fill('03.11.2026')
  await page.getByRole('button', { name: 'Қылмыстық істі тіркеу' }).click()
  // Without a paper nothing is entered.
  await page.getByRole('alert').getByText('Растайтын құжатты көрсетіңіз').waitFor()
  await page.getByLabel('Растайтын құжаттың деректемелері').fill('Прокуратураның 02.11.2026 № 7 хаты')
  await page.getByRole('button', { name: 'Қылмыстық істі тіркеу' }).click()
  await page.getByRole('heading', { name: 'Ойдан Төртінші' }).waitFor()
  await page.getByRole('button', { name: 'Күдікті деп танылғанын тіркеу' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Күдікті деп танылған күні').fill('05.11.2026')
  await dialog.getByLabel('Расталған күні').fill('06.11.2026')
  await dialog.getByLabel('Растайтын құжаттың деректемелері').fill('№ 9 қаулы')
  await dialog.getByRole('button', { name: 'Күдікті деп танылғанын тіркеу' }).click()
  await page.locator('.state', { hasText: 'Күдікті деп танылды' }).waitFor()
  await page.getByText('№ 9 қаулы').waitFor()
  await page.getByRole('button', { name: /Түзету енгізу/ }).click()
  await dialog.getByLabel('СДТБТ нөмірі').fill('26-100')
  await dialog.getByLabel('Түзету себебі').fill('Нөмір қате көшірілген')
  await dialog.getByRole('button', { name: 'Түзету енгізу' }).click()
  await page.getByText('Нөмірді құжаттан тексеріңіз').waitFor()
  await page.getByRole('tab', { name: /Түзетулер/ }).click()
  await page.getByText('Нөмір қате көшірілген').waitFor()
  await page.locator('del', { hasText: '261000031012345' }).waitFor()
  await visitor.axe()
})

test('a figure of the tables leads to as many cases as it says', async (t) => {
  const head = await visit(t, url, { as: 'head' })
  if (!head) return
  const { page } = head
  await head.go('/criminal-cases/tables?from=2026-01-01&until=2026-12-31')
  await page.getByRole('button', { name: 'Лауазым', exact: true }).click()
  const figure = page.locator('tfoot a').first()
  const said = Number(await figure.textContent())
  await figure.click()
  // The table of figures may still stand for a moment: the list of cases takes its place.
  await page.waitForFunction(
    (n) => document.querySelectorAll('tbody tr').length === n && !document.querySelector('tfoot'),
    said,
  )
})

test('a list is reconciled with the keyboard, and its act stands among the documents', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  const { page } = inspector
  await inspector.go(`/criminal-cases/reconciliations/${quarter}`)
  const open = () => page.locator('.deck-head b')
  await open().waitFor()
  const all = Number((await open().textContent())?.split('/')[1])
  assert.ok(all >= 3)
  // The first differs: 1 takes theirs.
  await page.keyboard.press('1')
  await page.waitForFunction(
    (was) => document.querySelector('.deck-head b')?.textContent?.endsWith(`/ ${was}`),
    all - 1,
  )
  await page.keyboard.press('ArrowRight')
  await page.locator('.deck-head b', { hasText: /^2 / }).waitFor()
  await page.keyboard.press('ArrowLeft')
  for (let left = all - 1; left > 0; left -= 1) {
    await page.keyboard.press('2')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Органға жауап хат жіберілді')
    await dialog
      .getByRole('button')
      .filter({ hasText: /қалдыру|қатысты емес/ })
      .click()
    await dialog.waitFor({ state: 'hidden' })
    if (left > 1)
      await page.waitForFunction(
        (was) => document.querySelector('.deck-head b')?.textContent?.endsWith(`/ ${was}`),
        left - 1,
      )
  }
  await page.getByText('Шешілмеген айырма жоқ.').waitFor()
  await inspector.picture('reconciliation-decided')
  await page.getByRole('button', { name: 'Салыстыру актісін жасау' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Қол қоятындар').fill('Комитет өкілі О. Ойданов')
  await dialog.getByRole('button', { name: 'Салыстыру актісін жасау' }).click()
  await page.locator('.state', { hasText: 'Акт қол қоюда' }).waitFor()
  await page.getByRole('link', { name: 'Жоба' }).click()
  await page.getByText('Қылмыстық істер есебін салыстыру').first().waitFor()
})

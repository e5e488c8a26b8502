// Authorities in a real browser: the head asks, the Chairman decides, the screen shows it in force, the Chairman revokes it while the
// head's screen is open; a paper is registered by one and confirmed against the scan by another.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { castId } from '../../src/app/cast.ts'
import { languages } from '../../src/kernel/text.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { about, deskOf } from '../../src/modules/authorities/authorities.kit.ts'
import { askingPath } from '../../src/modules/authorities/contract.ts'
import { listAuthorities } from '../../src/modules/authorities/queries.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)
const granted = await desk.granted({ about: [about('gate')], until: '2026-12-18' }, { until: '2026-12-11' })
const asked = await desk.asked({ purpose: 'superior', about: [about('abaiHead')] })
const paper = await desk.registered({ about: [about('bailiff'), about('almatyHead')] })
const both = [
  { kind: 'employee', id: castId('bailiff') },
  { kind: 'employee', id: castId('gate') },
]
const url = await serveStaff(house)

for (const language of languages)
  test(`the screens of authorities are whole and accessible in ${language}`, async (t) => {
    const head = await visit(t, url, { language, as: 'head' })
    if (!head) return
    for (const [path, name, always] of [
      ['/authorities', 'authorities', true],
      [`/authorities/${granted}`, 'authority-granted', true],
      [askingPath('questioning', both), 'authority-new', true],
      ['/authorities/new?purpose=inspection&act=issue', 'authority-issue', false],
    ] as const) {
      if (language !== 'kk' && !always) continue
      await head.turn(path)
      await head.axe()
      await head.picture(name)
    }
    const chairman = await visit(t, url, { language, as: 'chairman' })
    assert.ok(chairman)
    await chairman.turn(`/authorities/${asked}`)
    await chairman.axe()
    await chairman.picture('authority-asked')
    const registrar = await visit(t, url, { language, as: 'registrar' })
    assert.ok(registrar)
    await registrar.sweep([
      ['/authorities/paper?purpose=personalFile', 'authority-paper'],
      [`/authorities/${paper.id}`, 'authority-registered'],
    ])
  })

test('the head asks, the Chairman decides, and what he revokes changes on the head’s open screen', async (t) => {
  const head = await visit(t, url, { as: 'head' })
  if (!head) return
  const { page } = head
  await head.go('/authorities')
  await page.getByRole('link', { name: 'Тапсырма не рұқсат сұрау' }).click()
  await page.getByRole('navigation', { name: 'Мақсаты' }).getByRole('link', { name: 'Судьядан жауап алу' }).click()
  await page.getByLabel('Кім немесе не туралы').click()
  await page.keyboard.type('Тілеуов')
  await page.locator('.ant-select-item-option', { hasText: 'Руслан Темірұлы Тілеуов' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Тапсырма не рұқсат сұрау' }).click()
  // Without a ground nothing is asked for.
  await page.getByRole('alert').getByText('Негізі').waitFor()
  await page.getByLabel('Негізі').fill('Тексеру барысында түсініктеме алу қажет.')
  await page.getByRole('button', { name: 'Тапсырма не рұқсат сұрау' }).click()
  await page.locator('.state', { hasText: 'Шешім күтілуде' }).waitFor()
  const own = new URL(page.url()).pathname

  const chairman = await visit(t, url, { as: 'chairman' })
  assert.ok(chairman)
  const desktop = chairman.page
  await chairman.go('/authorities')
  // The question waits first, before what is decided.
  await desktop.locator('tbody tr', { hasText: 'Тілеуов' }).locator('a').first().click()
  await desktop.getByRole('button', { name: 'Шешім қабылдау' }).click()
  const window = desktop.getByRole('dialog')
  await window.getByLabel('Беремін').check()
  await window.getByLabel('Негіздеме').fill('Рұқсат етемін.')
  await window.getByRole('button', { name: 'Шешім қабылдау' }).click()
  await desktop.locator('.state', { hasText: 'Күшінде' }).waitFor()

  // The demonstration's key, made in this browser.
  await desktop.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
  await desktop.getByRole('dialog').getByRole('button', { name: 'Қол қою', exact: true }).click()
  await desktop.getByText('Көрсетілім кілтімен қойылған: заңды күші жоқ.').waitFor()
  await chairman.axe()
  await chairman.picture('authority-signed')

  // The head has not touched the page since the question was sent.
  await page.locator('.state', { hasText: 'Күшінде' }).waitFor()
  await head.axe()
  await head.picture('authority-in-force')
  assert.equal(new URL(page.url()).pathname, own)
  await desktop.getByRole('button', { name: 'Күшін жою' }).click()
  await desktop.getByRole('dialog').getByLabel('Себебі').fill('Тексеру тоқтатылды.')
  await desktop.getByRole('dialog').getByRole('button', { name: 'Күшін жою' }).click()
  await page.locator('.state', { hasText: 'Күші жойылды' }).waitFor()
  await page.getByRole('alert').getByText('Тексеру тоқтатылды.').waitFor()
  await head.axe()
  await head.picture('authority-revoked')
})

test('the registrar enters a paper, may not confirm it, and the deputy does once the scan was opened', async (t) => {
  const registrar = await visit(t, url, { as: 'registrar' })
  if (!registrar) return
  const { page } = registrar
  await registrar.go(`/authorities/paper?purpose=superior&about=employee:${castId('abaiInspector')}`)
  await page.getByLabel('Сот әкімшілігінің басшысы').check()
  const signer = page.getByLabel('Кім қол қойды')
  await signer.click()
  await page.keyboard.type('Төребекова')
  await page.locator('.ant-select-item-option').first().click()
  await page.getByLabel('Құжаттың нөмірі').fill('14-2/7')
  await page.getByLabel('Құжаттың күні').fill('20.11.2026')
  await page.getByLabel('Құжаттың мазмұны').fill('Қызметтік тексеру жүргізілсін.')
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await page.locator('input[type=file]').setInputFiles({ name: 'бұрыштама.png', mimeType: 'image/png', buffer: png })
  await page.getByRole('button', { name: 'Файлды алып тастау: бұрыштама.png' }).waitFor()
  await page.getByRole('button', { name: 'Қағаз құжатты тіркеу' }).click()
  await page.locator('.state', { hasText: 'Салыстырып растау күтілуде' }).waitFor()
  await page.getByText('Құжатты тіркеген адам оны өзі растай алмайды.').first().waitFor()
  const own = new URL(page.url()).pathname

  const deputy = await visit(t, url, { as: 'deputy' })
  assert.ok(deputy)
  await deputy.go(own)
  await deputy.page.getByText('Алдымен сканды ашып, құжатпен салыстырыңыз.').first().waitFor()
  await deputy.page.getByRole('button', { name: 'Сканды ашу' }).click()
  await deputy.page.getByAltText('Скан: бұрыштама.png').waitFor()
  await deputy.page.getByRole('button', { name: 'Сканмен салыстырып растау' }).click()
  await deputy.page.getByRole('dialog').getByRole('button', { name: 'Сканмен салыстырып растау' }).click()
  await deputy.page.locator('.state', { hasText: 'Күшінде' }).waitFor()
  await deputy.axe()
  await deputy.picture('authority-confirmed')
  const [found] = (await as('head', listAuthorities, { words: '14-2/7' })).rows
  assert.deepEqual([found?.state, found?.inForce, found?.from], ['granted', true, '2026-11-20'])
})

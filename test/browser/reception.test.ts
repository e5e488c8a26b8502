// Three people at the door: a citizen with a collective appeal and a representative, another who books a reception and cancels it, the
// head who holds one and makes an appeal of it. Then the staff screens of receptions and signals in three languages.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openReceptions } from '../../src/modules/reception/reception.kit.ts'
import { noteSignal } from '../../src/modules/signals/operations.ts'
import { languages } from '../../src/kernel/text.ts'
import { visit, type Visit } from '../kit/browser.ts'
import { servePortal } from '../kit/portal.ts'
import { serveStaff } from '../kit/staff.ts'

const stage = await openReceptions()
const { house } = stage
const portal = await servePortal(house)
const staff = await serveStaff(house)

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const next = ({ page }: Visit) => page.locator('main form button.first').last().click()
const codeOf = async ({ page }: Visit): Promise<string> => (await page.locator('.code code').textContent()) ?? ''

test('a citizen hands in a collective appeal with a representative, in Kazakh', async (t) => {
  const it = await visit(t, portal, { width: 1000 })
  if (!it) return
  const folder = mkdtempSync(join(tmpdir(), 'qorgan-ground-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const scan = join(folder, 'сенімхат.png')
  writeFileSync(scan, png)
  const { page } = it
  await it.go('/kk/')
  await it.picture('door-start')
  await page.getByRole('button', { name: 'Өтініш беру' }).click()
  await page.locator('input[value=complaint]').check()
  await next(it)
  await page.locator('input[value=person]').check()
  await next(it)
  await page.getByLabel('Бірнеше адам бірге береміз').check()
  await page.getByLabel('Өтінішті өкіл береді').check()
  await it.axe()
  await it.picture('door-how')
  await next(it)
  await page.getByText('жауапты осында көрсетілген адам алады').waitFor()
  await page.getByLabel('Аты-жөніңіз').fill('Айша Көрсетілімқызы')
  await page.getByLabel('ЖСН').fill('921029350851')
  await page.getByLabel('Телефон').fill('8 701 123 45 67')
  await it.picture('door-contacts')
  await next(it)
  await page.getByLabel('Неше адам қол қойды').fill('1')
  await next(it)
  await page.locator('#faults').waitFor()
  await it.axe()
  await it.picture('door-people-fault')
  await page.getByLabel('Неше адам қол қойды').fill('14')
  await page.getByLabel('Бірге берушілер').fill('Болат Сынақұлы\nДана Сынаққызы')
  await it.picture('door-people')
  await next(it)
  await page.getByLabel('Өкілдің аты-жөні').fill('Ерлан Қорғаушы')
  await page.locator('#ground').selectOption('attorney')
  await page.getByLabel('Сенімхаттың нөмірі').fill('77')
  for (const [field, value] of [
    ['day', '3'],
    ['month', '11'],
    ['year', '2026'],
  ] as const)
    await page.locator(`#groundOn-${field}`).fill(value)
  await it.axe()
  await it.picture('door-representative')
  await next(it)
  await page.getByLabel('Соттың атауы').fill('Аудандық сот')
  await next(it)
  await page.locator('textarea').fill('Біздің өтінішімізді кеңсе үш рет қабылдамай қойды.')
  await next(it)
  await page.locator('#ground-file').setInputFiles(scan)
  await page.getByText('сенімхат.png').waitFor()
  await it.axe()
  await it.picture('door-files')
  await page.locator('form[action$="/next"] button.first').click()
  await page.locator('form[data-effort]').waitFor()
  await page.getByText('жынысы').waitFor()
  await it.axe()
  await it.picture('door-check')
  await page.locator('form[data-effort] button.first').click()
  await page.getByRole('heading', { name: 'Өтінішіңіз қабылданды' }).waitFor()
  const slip = (await page.locator('.slip dd').first().textContent()) ?? ''

  const registrar = await visit(t, staff, { as: 'registrar' })
  assert.ok(registrar)
  await registrar.go('/appeals?state=received')
  await registrar.page.locator('tbody tr', { hasText: slip }).getByRole('link').first().click()
  await registrar.page.getByText('Қол қойғандар саны: 14').waitFor()
  await registrar.page.getByRole('button', { name: 'деректерді ашу' }).click()
  await registrar.page.getByLabel('Негіздемесі').fill('Тіркеу үшін')
  await registrar.page.getByRole('dialog').getByRole('button', { name: 'Өтініш берушінің деректерін ашу' }).click()
  await registrar.page.getByText('Ерлан Қорғаушы').waitFor()
  await registrar.page.getByText('Бірге берушілер').click()
  await registrar.page.getByText('Дана Сынаққызы').waitFor()
  await registrar.axe()
  await registrar.picture('collective-appeal')
})

const toBooking = async (
  it: Visit,
  language: 'kk' | 'ru' | 'en',
  at: string,
  phone: string,
  look: (name: string) => Promise<void>,
) => {
  const { page } = it
  await it.go(`/${language}/`)
  await page.locator('a[href$="/reception"]').click()
  await page.locator('input[type=radio]').first().check()
  await look('whom')
  await next(it)
  await page.locator('input[value="2026-11-30"]').check()
  await look('day')
  await next(it)
  await page.locator(`input[value="${at}"]`).check()
  await look('time')
  await next(it)
  await page.locator('#name').fill('Сағат Ерікұлы Мырзабеков')
  await next(it)
  await page.locator('#faults').waitFor()
  await look('fault')
  await page.locator('#phone').fill(phone)
  await next(it)
  await page.locator('#about').fill('Істі бөлу тәртібі туралы айтқым келеді.')
  await look('about')
  await next(it)
  await page.locator('form[data-effort]').waitFor()
  await look('check')
}

test('another books a personal reception, finds it by the code and cancels it', async (t) => {
  const it = await visit(t, portal, { width: 1000 })
  if (!it) return
  const { page } = it
  await toBooking(it, 'kk', '10:00', '87010001001', async (name) => {
    await it.picture(`booking-${name}`)
    if (['day', 'time', 'fault', 'check'].includes(name)) await it.axe()
  })
  await page.locator('form[data-effort] button.first').click()
  await page.locator('.slip').waitFor()
  await it.axe()
  await it.picture('booking-slip')
  await page.emulateMedia({ media: 'print' })
  await it.picture('booking-slip-print')
  assert.equal(await page.locator('.exit').isVisible(), false, 'the printed slip carries no button')
  await page.emulateMedia({ media: 'screen' })
  const code = await codeOf(it)
  await it.go('/kk/code')
  await page.locator('#code').fill(code)
  await next(it)
  await page.locator('.facts').waitFor()
  for (const language of languages) {
    await it.go(`/${language}/reception/mine`)
    await it.axe()
    await it.picture(`booking-mine-${language}`)
  }
  await page.locator('form[action$=cancel] button').click()
  await page.locator('form[action$=cancel]').waitFor({ state: 'detached' })
  await it.picture('booking-cancelled')
})

test('without scripts and 360 pixels wide a reception is booked all the same', async (t) => {
  const it = await visit(t, portal, { language: 'ru', width: 360, height: 740, scripts: false })
  if (!it) return
  const { page } = it
  await toBooking(it, 'ru', '10:20', '87010002001', async (name) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= 360, `the page is ${width} wide: ${page.url()}`)
    await it.picture(`narrow-${name}`)
  })
  // The form without work asks that its page be looked at for a moment.
  await page.waitForTimeout(3_200)
  await page.locator('form[data-effort] button.first').click()
  await page.getByRole('heading', { name: 'Вы записаны на приём' }).waitFor()
  await it.picture('narrow-slip')
})

test('the head holds the reception, promises an answer and makes an appeal of what was said', async (t) => {
  house.clock.set('2026-11-30T10:25')
  const it = await visit(t, staff, { as: 'head' })
  if (!it) return
  const { page } = it
  await it.go('/reception?on=2026-11-30')
  await page.getByRole('link', { name: 'Сағат Ерікұлы Мырзабеков' }).waitFor()
  await it.axe()
  await it.picture('reception-day')
  await page.getByRole('link', { name: 'Сағат Ерікұлы Мырзабеков' }).click()
  await page.getByRole('button', { name: 'Қабылдау карточкасын толтыру' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Не сұрады').fill('Істі бөлу тәртібін тексеруді сұрады.')
  await dialog.getByLabel('Қандай жауап берілді').fill('Тексеріледі деп жауап берілді.')
  await dialog.getByLabel('Не уәде етілді').fill('Нәтижесін жазбаша хабарлау')
  await dialog.getByRole('button', { name: 'Қабылдау карточкасын толтыру' }).click()
  await dialog.getByText('Уәденің орындалатын күнін көрсетіңіз').first().waitFor()
  await it.axe()
  await it.picture('reception-card-fault')
  await dialog.getByLabel('Уәденің орындалатын күні').fill('14.12.2026')
  await dialog.getByRole('button', { name: 'Қабылдау карточкасын толтыру' }).click()
  await page.getByRole('heading', { name: 'Қабылдау карточкасы' }).waitFor()
  await page.getByRole('button', { name: 'Айтылғанын өтініш етіп рәсімдеу' }).click()
  await page.getByRole('dialog').getByLabel('келісті').check()
  await it.picture('reception-make-appeal')
  await page.getByRole('dialog').getByRole('button', { name: 'Айтылғанын өтініш етіп рәсімдеу' }).click()
  await page.getByRole('heading', { name: 'Өтініш қабылданды' }).waitFor()
  await it.axe()
  await it.picture('reception-made')
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Хаттаманы алу' }).click(),
  ])
  assert.match(paper.suggestedFilename(), /protocol\.pdf$/)
  if (process.env.QORGAN_PICTURES) await paper.saveAs(join(process.env.QORGAN_PICTURES, 'protocol.pdf'))
  await page.getByRole('link', { name: 'Өтінішке өту' }).click()
  await page.getByText('Жеке қабылдауда айтылған').waitFor()
  await page.getByText('Мәтін оқып берілді').waitFor()
  await it.picture('reception-appeal')
})

test('the screens of receptions and signals are whole and accessible in three languages', async (t) => {
  await stage.as('registrar', noteSignal, {
    ...{ source: 'instagram', link: 'https://instagram.example/p/1', author: 'қала_тынысы', seenOn: '2026-11-29' },
    gist: 'Сот кеңсесінде кезексіз қабылдағаны үшін ақша алынады деп жазылған.',
  })
  for (const language of languages) {
    const it = await visit(t, staff, { as: 'registrar', language })
    if (!it) return
    const { page } = it
    // All screens in Kazakh, the first one of each room in the other languages too.
    const others = ['/reception/list', '/reception/plan'].filter(() => language === 'kk')
    for (const path of ['/reception?on=2026-12-01', ...others, '/signals']) {
      await it.turn(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await it.axe()
      await it.picture(path.slice(1).replace(/\W/g, '-'))
    }
    if (language !== 'kk') continue
    await page.locator('tbody tr a').first().click()
    await page.locator('.record-head').waitFor()
    await it.axe()
    await it.picture('signal')
  }
})

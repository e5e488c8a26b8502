// Requests and the incoming register in a real browser: an inspector asks a court, the head signs, the registrar takes the answer in;
// another demand goes unanswered, and the Chairman sees it and gives an instruction.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { languages } from '../../src/kernel/text.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { reportRequest } from '../../src/modules/requests/operations.ts'
import { listRequests } from '../../src/modules/requests/queries.ts'
import { deskOf } from '../../src/modules/requests/requests.kit.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)
// One demand is sent, missed and reported before anybody opens a page; another has its answer in the register.
const late = await desk.sent({ kind: 'demand', until: '2026-11-25', subject: 'Бейнежазбаны сақтау туралы талап' })
house.clock.set('2026-11-27T09:00')
const done = 'Сот төрағасына екі рет қоңырау шалынды, 26 қарашада еске салу хаты жіберілді.'
await as('head', reportRequest, { id: late.id, done })
const answered = await desk.sent({ until: '2026-12-04', subject: 'Тіркеу журналының көшірмесі' })
const came = await desk.arrived(answered.id, { until: '2026-12-01' })
const secret = await desk.arrived(answered.id, {
  mark: 'official-use',
  markGround: 'Тізбенің 4-тармағы',
  subject: 'Қызметтік тізім',
})
const url = await serveStaff(house)

for (const language of languages)
  test(`the screens of requests and of what came are whole and accessible in ${language}`, async (t) => {
    const registrar = await visit(t, url, { language, as: 'registrar' })
    if (!registrar) return
    // The long forms are looked at in Kazakh alone: their parts are the same in each language.
    const all = language === 'kk'
    for (const [path, name, always] of [
      ['/incoming', 'incoming', true],
      [`/incoming/${came.id}`, 'incoming-one', false],
      [`/incoming/${secret.id}`, 'incoming-official', true],
      ['/incoming/new', 'incoming-new', false],
      ['/incoming/bodies', 'bodies', false],
    ] as const) {
      if (!all && !always) continue
      await registrar.turn(path)
      await registrar.axe()
      await registrar.picture(name)
    }
    const head = await visit(t, url, { language, as: 'head' })
    assert.ok(head)
    for (const [path, name, always] of [
      ['/requests', 'requests', true],
      [`/requests/${answered.id}`, 'request-arrived', false],
      [`/requests/${late.id}`, 'request-reported', true],
      ['/requests/new?kind=demand', 'request-new', true],
      ['/requests/compliance', 'compliance', false],
    ] as const) {
      if (!all && !always) continue
      await head.turn(path)
      await head.axe()
      await head.picture(name)
    }
    const chairman = await visit(t, url, { language, as: 'chairman' })
    assert.ok(chairman)
    await chairman.turn('/requests/reported')
    await chairman.axe()
    await chairman.picture('reported')
  })

test('an inspector asks a court, the head signs, the registrar takes the answer in, the inspector weighs it', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  const { page } = inspector
  await inspector.go('/requests/new')
  await page.getByLabel('Кімге').click()
  await page.keyboard.type('Алматы облыстық')
  await page.locator('.ant-select-item-option').first().click()
  await page.getByLabel('Тақырыбы').fill('Іс қозғалысы туралы мәлімет')
  await page.getByLabel('Не сұратылады').fill('Қазан айында тіркелген істердің тізімі.')
  await page.getByRole('button', { name: 'Сұрау салуды дайындау' }).click()
  // Without a ground nothing is asked.
  await page.getByRole('alert').getByText('Құқықтық негіз').waitFor()
  await page.getByLabel('Құқықтық негіз').fill('Ереженің 5-тармағының 6) тармақшасы.')
  await page.getByRole('button', { name: 'Сұрау салуды дайындау' }).click()
  await page.getByRole('button', { name: 'Қол қоюға ұсыну' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Қол қоюға ұсыну' }).click()
  await page.locator('.state', { hasText: 'Қол қоюда' }).waitFor()
  const paper = new URL(page.url()).pathname

  const head = await visit(t, url, { as: 'head' })
  assert.ok(head)
  await head.go(paper)
  await head.page.getByRole('button', { name: 'Қол қою', exact: true }).click()
  await head.page.getByRole('dialog').getByRole('button', { name: 'Қол қою' }).click()
  await head.page.locator('.state', { hasText: 'Қол қойылды' }).waitFor()

  const registrar = await visit(t, url, { as: 'registrar' })
  assert.ok(registrar)
  const desktop = registrar.page
  await registrar.go(paper)
  await desktop.getByRole('button', { name: 'Жіберілді деп белгілеу' }).click()
  await desktop.getByRole('dialog').getByLabel('Поштамен').check()
  await desktop.getByRole('dialog').getByRole('button', { name: 'Жіберілді деп белгілеу' }).click()
  await desktop.locator('.state', { hasText: 'Жіберілді' }).waitFor()
  await registrar.go('/requests?words=қозғалысы')
  await desktop.locator('.state', { hasText: 'Жауап күтілуде' }).waitFor()
  await desktop.locator('tbody a').first().click()
  await desktop.getByText('Түскен жауапты кіріс құжаты ретінде тіркеу').click()
  // A paper with a state-secret mark is turned away before a word of it is typed.
  await desktop.getByLabel('Мемлекеттік құпия белгісі бар').check()
  await desktop.getByRole('button', { name: 'Кіріс құжатын тіркеу' }).click()
  await desktop.getByRole('alert').getByText('сыртқы деректемелерін ғана тіркеңіз').first().waitFor()
  await desktop.getByLabel('Белгісіз').check()
  await desktop.getByLabel('Тізімде жоқ жіберуші').fill('Алматы облыстық соты')
  await desktop.getByLabel('Қысқаша мазмұны').fill('Істердің тізімі')
  await desktop.getByRole('button', { name: 'Кіріс құжатын тіркеу' }).click()
  await desktop.getByText('Құжат тіркелді').waitFor()

  const [asked] = (await as('inspector', listRequests, { words: 'қозғалысы' })).rows
  await inspector.go(`/requests/${asked?.id}`)
  await page.getByText('Жауап түсті. Оның толық па екенін белгілеңіз.').waitFor()
  await page.getByRole('button', { name: 'Толық жауап ретінде тіркеу' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Толық жауап ретінде тіркеу' }).click()
  await page.locator('.state', { hasText: 'Толық жауап берілді' }).waitFor()
})

test('the Chairman hears of what was not complied with, sees it, and gives an instruction', async (t) => {
  const chairman = await visit(t, url, { as: 'chairman' })
  if (!chairman) return
  const { page } = chairman
  await chairman.go('/')
  await page.getByRole('link', { name: 'Орындалмаған талаптар' }).first().click()
  await page.getByText(done).waitFor()
  await page.getByRole('button', { name: 'Танысу және нұсқау беру' }).click()
  await page.getByRole('dialog').getByLabel('Нұсқау').fill('Сот төрағасынан жазбаша түсініктеме алыңыз.')
  await page.getByRole('dialog').getByRole('button', { name: 'Танысу және нұсқау беру' }).click()
  await page.getByText('Нұсқау берді').waitFor()

  const head = await visit(t, url, { as: 'head' })
  assert.ok(head)
  await head.go(`/requests/${late.id}`)
  await head.page.getByText('Сот төрағасынан жазбаша түсініктеме алыңыз.').waitFor()
})

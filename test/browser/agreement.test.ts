// From a blank page to a paper that anybody can check: the drafter prepares a request, the deputy comments and agrees, the head
// signs, the page behind the QR says genuine. And a document for official use that an outsider meets nowhere.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { castId } from '../../src/app/cast.ts'
import { perform } from '../../src/kernel/perform.ts'
import { languages } from '../../src/kernel/text.ts'
import * as agreement from '../../src/modules/agreement/operations.ts'
import * as documents from '../../src/modules/documents/operations.ts'
import * as secrecy from '../../src/modules/secrecy/operations.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { pdfOf, readText, sign } from '../kit/papers.ts'
import { servePortal } from '../kit/portal.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const house = await testHouse(null)
const url = await serveStaff(house)
const portal = await servePortal(house)

const words = {
  addressee: 'Алматы қалалық соты',
  subject: 'Кіреберіс журналдары туралы',
  asked: 'Қараша айындағы келушілер журналы.\nБейнежазбалар тізімі.',
  ground: 'Ереженің 5-тармағының 6) тармақшасы.',
  until: '2026-12-10',
}
const drafted = async (template = 'request', fields: Record<string, string> = words) =>
  (await perform(house, documents.draftDocument, await house.as('inspector'), { template, language: 'kk', fields }))
    .result.id

// One that was objected to, mended and is being agreed again; one marked for official use.
const walked = await drafted()
const inspector = await house.as('inspector')
const people = [castId('deputy'), castId('analyst')]
await perform(house, agreement.askAgreement, inspector, { id: walked, people })
await perform(house, agreement.objectTo, await house.as('analyst'), {
  id: walked,
  comment: 'Кезеңін нақты көрсетіңіз: айдың қай күнінен қай күніне дейін.',
})
const mended = { ...words, asked: 'Қарашаның 1-і мен 20-сы аралығындағы келушілер журналы.\nБейнежазбалар тізімі.' }
const { draft } = (await perform(house, documents.saveDocument, inspector, { id: walked, fields: mended })).result
const { systemActor } = await import('../../src/kernel/system.ts')
await perform(house, agreement.restartAgreement, systemActor, { document: walked, draft })
await perform(house, agreement.agree, await house.as('deputy'), { id: walked, comment: 'Енді дұрыс.' })
const restricted = await drafted('act', { subject: 'Қойманы тексеру туралы', ...Object.fromEntries([]) })
await perform(house, secrecy.markDocument, inspector, {
  id: restricted,
  ground: 'Шектелген мәліметтер тізбесінің 4-тармағы',
  readers: [castId('analyst')],
})
const reference = {
  number: '12-7/0045',
  datedOn: '2026-11-20',
  body: 'Өңірлік департамент',
  heldAt: 'Режим қызметі, 2-сейф',
  subject: 'Хат алмасу',
}
await perform(house, secrecy.keepReference, await house.as('registrar'), reference)

for (const language of languages)
  test(`the screens of agreement, marks and checking are whole and accessible in ${language}`, async (t) => {
    const desk = await visit(t, url, { language, as: 'inspector' })
    if (!desk) return
    const { page } = desk
    await desk.turn('/documents/new')
    await page.locator('form').waitFor()
    await desk.axe()
    await desk.picture('document-new')
    await desk.turn(`/documents/${walked}`)
    await page.getByRole('tab').nth(2).click()
    await page.locator('.versions del').first().waitFor()
    await desk.axe()
    await desk.picture('document-versions')
    await page.getByRole('tab').nth(3).click()
    await page.locator('.said').first().waitFor()
    await desk.axe()
    await desk.picture('document-agreement')
    await desk.turn(`/documents/${restricted}`)
    await page.locator('form').first().waitFor()
    await desk.axe()
    await desk.picture('document-marked')
    await desk.turn('/secrecy/marked')
    await page.locator('tbody tr').first().waitFor()
    await desk.axe()
    await desk.picture('secrecy-marked')

    const registrar = await visit(t, url, { language, as: 'registrar' })
    assert.ok(registrar)
    await registrar.turn('/secrecy')
    await registrar.page.locator('tbody tr').first().waitFor()
    await registrar.axe()
    await registrar.picture('secrecy-references')

    const citizen = await visit(t, portal, { language, scripts: false, width: 390 })
    assert.ok(citizen)
    await citizen.page.goto(`${portal}/${language}/genuine/${'0'.repeat(26)}`)
    await citizen.picture('genuine-not')
  })

test('the drafter prepares a request, the deputy comments and agrees, the head signs, and the QR page says genuine', async (t) => {
  const desk = await visit(t, url, { as: 'inspector' })
  if (!desk) return
  const { page } = desk
  await desk.go('/documents')
  await page.getByRole('link', { name: 'Құжат дайындау' }).click()
  await page.getByLabel('Құжаттың түрі').fill('сұрату')
  await page
    .getByRole('option')
    .or(page.locator('.ant-select-item-option'))
    .filter({ hasText: 'Құжаттар мен мәліметтер сұрату' })
    .first()
    .click()
  await page.getByLabel('Кімге').fill(words.addressee)
  await page.getByLabel('Тақырыбы').fill('Тыңдалым кестесі туралы')
  await page.getByRole('button', { name: 'Жобаны бастау' }).click()
  await page.getByLabel('Сұратылатын құжаттар мен мәліметтер').fill(words.asked)
  await page.getByLabel('Құқықтық негіз').fill(words.ground)
  await page.getByLabel('Ұсыну мерзімі').fill('10.12.2026')
  await page.getByRole('button', { name: 'Жобаны сақтау' }).click()
  await page.getByText('Барлығы сақталған').waitFor()
  const id = page.url().split('/').at(-1) ?? ''
  await page.getByRole('button', { name: 'Келісуге жіберу' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Кімдер келіседі').fill('Сәрсенова')
  await page.locator('.ant-select-item-option').filter({ hasText: 'Сәрсенова' }).click()
  await page.keyboard.press('Escape')
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Келісуге жіберу' }).click()
  await dialog.getByRole('button', { name: 'Келісуге жіберу' }).click()
  await page.getByText('Құжат келісуде.').waitFor()
  await page.getByText('Құжатты келісу әлі аяқталған жоқ.').first().waitFor()

  const deputy = await visit(t, url, { as: 'deputy' })
  assert.ok(deputy)
  await deputy.go('/?stage=agree')
  await deputy.page.getByText('Тыңдалым кестесі туралы').click()
  await deputy.page.getByRole('button', { name: 'Келісу', exact: true }).click()
  await deputy.page.getByLabel('Пікір').fill('Мерзімі дұрыс, келісемін.')
  await deputy.page.getByRole('dialog').getByRole('button', { name: 'Келісу', exact: true }).click()
  await deputy.page.getByText('Құжат келісілді.').waitFor()

  await page.getByText('Құжат келісілді.').waitFor()
  await page.getByRole('button', { name: 'Қол қоюға ұсыну' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Қол қоюға ұсыну' }).click()
  await page.locator('.state', { hasText: 'Қол қоюда' }).waitFor()
  await sign(house, 'head', id)
  await page.locator('.state', { hasText: 'Қол қойылды' }).waitFor()

  const text = (await readText(await pdfOf(house, 'inspector', { id }))).replaceAll(/[\s-]/g, '')
  const address = /\/check\/[0-9A-Z]{26}/.exec(text)?.[0] ?? ''
  const citizen = await visit(t, portal, { scripts: false, width: 390 })
  assert.ok(citizen)
  await citizen.page.goto(`${portal}${address}`)
  assert.equal(await citizen.page.getByRole('status').getByRole('heading').innerText(), 'Түпнұсқа')
  assert.ok(!(await citizen.page.content()).includes('Тыңдалым'))
  await citizen.picture('genuine')
  await citizen.page.locator('#code').fill('12345')
  await citizen.page.getByRole('button', { name: 'Тексеру', exact: true }).click()
  assert.equal(await citizen.page.getByRole('status').getByRole('heading').innerText(), 'Түпнұсқа емес')
})

test('a state secret is refused where it is chosen; a document for official use is met nowhere by an outsider', async (t) => {
  const id = await drafted('conclusion', { subject: 'Қоймадағы олқылық туралы' })
  const desk = await visit(t, url, { as: 'inspector' })
  if (!desk) return
  const { page } = desk
  const outsider = await visit(t, url, { as: 'deputy' })
  assert.ok(outsider)
  await outsider.go('/documents?words=олқылық')
  assert.equal(await outsider.page.locator('tbody tr').count(), 1)

  await desk.go(`/documents/${id}`)
  await page.getByRole('button', { name: 'ҚБПҮ белгісін қою' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Өте құпия', { exact: true }).click()
  await dialog.getByRole('button', { name: 'ҚБПҮ белгісін қою' }).click()
  await dialog.getByText('Мемлекеттік құпия белгісі бар құжат бұл жүйеге енгізілмейді.').first().waitFor()
  await desk.axe()
  await desk.picture('secrecy-refused')
  await dialog.getByText('Қызмет бабында пайдалану үшін (ҚБПҮ)').click()
  await dialog.getByLabel('Негізі').fill('Тізбенің 4-тармағы')
  await desk.picture('secrecy-mark')
  await dialog.getByRole('button', { name: 'ҚБПҮ белгісін қою' }).click()
  await page.getByText('Дана № 1.').waitFor()
  await desk.picture('document-just-marked')

  await outsider.go('/documents?words=олқылық')
  await outsider.page.getByText('Шығыс құжаттары').first().waitFor()
  assert.equal(await outsider.page.getByText('Қоймадағы олқылық туралы').count(), 0)
  await outsider.go(`/documents/${id}`)
  await outsider.page.getByText('Мұндай жазба табылмады.').waitFor()
})

// The law's other paths in a real browser: the inspector asks for a longer term and the head gives it, the head forwards, and the
// applicant reads under the code what became of the appeal, withdraws and complains.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { draftReply } from '../../src/modules/appeals/operations.ts'
import { offerDocument, saveDocument, signDocument } from '../../src/modules/documents/contract.ts'
import { of } from '../../src/modules/paths/paths.kit.ts'
import { documents } from '../../src/modules/documents/index.ts'
import { forwardAppeal } from '../../src/modules/paths/forwarding.ts'
import { transferAppeal } from '../../src/modules/paths/transfers.ts'
import { plantedBody } from '../../src/modules/incoming/index.ts'
import { languages } from '../../src/kernel/text.ts'
import { visit, type Visit } from '../kit/browser.ts'
import { servePortal } from '../kit/portal.ts'
import { serveStaff } from '../kit/staff.ts'

const stage = await openStage()
const { house, as, assigned, registered, news } = stage
const staff = await serveStaff(house)
const portal = await servePortal(house)

const offer = of(documents, offerDocument)
const sign = of(documents, signDocument)

/** Opens the appeal on the public page by its code. */
const byCode = async (t: Parameters<typeof visit>[0], code: string, language: 'kk' | 'ru' | 'en' = 'kk') => {
  const it = await visit(t, portal, { language, width: 900 })
  if (!it) return null
  await it.go(`/${language}/code`)
  await it.page.locator('#code').fill(code)
  await it.page.locator('form[action$="/open"] button').click()
  await it.page.locator('dl.facts').first().waitFor()
  return it
}

const choose = async ({ page }: Visit, act: string) => {
  const aside = page.locator('section > details.acts-aside')
  if (await aside.count()) await aside.evaluate((it) => ((it as HTMLDetailsElement).open = true))
  await page.getByRole('button', { name: act, exact: true }).click()
}

const pickDay = async ({ page }: Visit, label: string, day: string) => {
  const field = page.getByRole('dialog').getByLabel(label).first()
  await field.fill(day)
  await field.press('Tab')
}

test('the inspector asks for a longer term, the head extends it, and the applicant sees the new term', async (t) => {
  const { id, code } = await assigned('inspector')
  const inspector = await visit(t, staff, { as: 'inspector' })
  if (!inspector) return
  await inspector.go(`/appeals/${id}`)
  await choose(inspector, 'Мерзімді ұзартуды сұрау')
  await pickDay(inspector, 'Жаңа мерзім', '15.01.2027')
  await inspector.page.getByRole('dialog').getByLabel('Қандай мән-жайды анықтау керек').fill('Екі куәні сұрау керек.')
  await inspector.axe()
  await inspector.picture('paths-ask-extension')
  await inspector.page.getByRole('dialog').getByRole('button', { name: 'Мерзімді ұзартуды сұрау' }).click()
  await inspector.page.getByText('Мерзімді ұзарту сұралды').waitFor()

  const head = await visit(t, staff, { as: 'head' })
  assert.ok(head)
  await head.go(`/appeals/${id}`)
  await head.page.getByRole('button', { name: 'Мерзімді ұзарту', exact: true }).click()
  await head.picture('paths-extend')
  await head.page.getByRole('dialog').getByRole('button', { name: 'Мерзімді ұзарту' }).click()
  await head.page.getByRole('region', { name: 'Шешімдер' }).getByText('Аяқталды').waitFor()
  await head.page.getByRole('button', { name: 'Қалай есептелді' }).click()
  await head.page.getByText('Бастапқы мерзім').waitFor()
  await head.axe()
  await head.picture('paths-extended')

  for (const language of languages) {
    const applicant = await byCode(t, code, language)
    assert.ok(applicant)
    const facts = (await applicant.page.locator('dl.facts').first().textContent()) ?? ''
    assert.match(facts, /15\.01\.2027/)
    assert.match(facts, /14\.12\.2026/)
    await applicant.axe()
    await applicant.picture(`paths-portal-extended-${language}`)
  }
})

test('the head forwards an appeal, and the applicant reads where it went', async (t) => {
  const { id, code } = await registered()
  const head = await visit(t, staff, { as: 'head' })
  if (!head) return
  await head.go(`/appeals/${id}`)
  await choose(head, 'Құзыретті органға қайта жіберу')
  const dialog = head.page.getByRole('dialog')
  const bodies = dialog.getByRole('combobox', { name: 'Қай органға' })
  await bodies.fill('жоғары')
  await head.picture('paths-bodies')
  await head.page.locator('.ant-select-item-option', { hasText: 'Жоғары Сот Кеңесі' }).click()
  await dialog.getByLabel('Өтініштің мәні').fill('Кандидаттарды іріктеу тәртібі туралы.')
  await dialog.getByLabel('Құқықтық негіз').fill('ӘРПК 65-бабы.')
  await head.axe()
  await head.picture('paths-forward')
  await dialog.getByRole('button', { name: 'Құзыретті органға қайта жіберу' }).click()
  const card = head.page.getByRole('region', { name: 'Шешімдер' })
  await card.getByText('Органға хат').waitFor()
  await head.picture('paths-forwarding')
  for (const name of ['Органға хат', 'Өтініш берушіге хабарлама']) {
    await head.go(`/appeals/${id}`)
    await head.page.getByRole('region', { name: 'Шешімдер' }).getByRole('link', { name }).click()
    await head.page.getByRole('button', { name: 'Қол қоюға ұсыну' }).click()
    await head.page.getByRole('dialog').getByRole('button', { name: 'Қол қоюға ұсыну' }).click()
    await head.page.getByRole('button', { name: 'Қол қою', exact: true }).click()
    await head.page.getByRole('dialog').getByRole('button', { name: 'Қол қою', exact: true }).click()
    await head.page.getByText('Қол қойылды').first().waitFor()
  }
  await news()
  await head.go(`/appeals/${id}`)
  await head.page.getByText('Құзыретті органға жіберілді: Жоғары Сот Кеңесі.').waitFor()
  await head.axe()
  await head.picture('paths-forwarded')

  const applicant = await byCode(t, code)
  assert.ok(applicant)
  await applicant.page.getByText('Жоғары Сот Кеңесі').first().waitFor()
  await applicant.axe()
  await applicant.picture('paths-portal-forwarded')
})

test('the applicant withdraws one appeal and complains of the reply to another', async (t) => {
  const open = await assigned('inspector')
  const parts = await as('inspector', forwardAppeal, {
    id: open.id,
    body: plantedBody('moj'),
    substance: 'Нотариус туралы.',
    ground: 'ӘРПК 65-бабы.',
    part: 'Нотариустың әрекеті туралы бөлігі.',
  })
  for (const id of [parts.letter, parts.notice]) {
    await as('inspector', offer, { id })
    await as('head', sign, { id })
  }
  await news()
  const applicant = await byCode(t, open.code)
  if (!applicant) return
  await applicant.page.getByRole('link', { name: 'Өтінішті қайтарып алу' }).click()
  await applicant.axe()
  await applicant.picture('paths-portal-withdraw')
  await applicant.page.getByLabel('Себебі').fill('Мәселе шешілді.')
  await applicant.page.getByRole('button', { name: 'Иә, қайтарып аламын' }).click()
  await applicant.page.getByText('Қайтарып алу туралы талабыңыз тіркелді').waitFor()
  assert.equal(await applicant.page.getByRole('link', { name: 'Өтінішті қайтарып алу' }).count(), 0)
  await applicant.axe()
  await applicant.picture('paths-portal-withdrawn')

  const answered = await assigned('inspector', {})
  const { document } = await as('inspector', draftReply, { id: answered.id, result: 'explained' })
  await as('inspector', of(documents, saveDocument), {
    id: document,
    fields: { addressee: 'Сағат', subject: 'Жауап', established: 'x', ground: 'x', outcome: 'x' },
  })
  await as('inspector', offer, { id: document })
  await as('head', sign, { id: document })
  await news()
  const other = await byCode(t, answered.code)
  assert.ok(other)
  await other.page.getByRole('link', { name: 'Жауапқа шағым беру' }).click()
  await other.page.getByRole('button', { name: 'Жіберу' }).click()
  await other.page.locator('#faults').waitFor()
  await other.axe()
  await other.page.locator('#text').fill('Жауаппен келіспеймін.')
  await other.picture('paths-portal-complain')
  await other.page.getByRole('button', { name: 'Жіберу' }).click()
  await other.page.getByRole('heading', { name: 'Жауапқа шағымыңыз' }).waitFor()
  await news()
  await other.page.reload()
  await other.page.getByText('Шағым нөмірі').waitFor()
  await other.axe()
  await other.picture('paths-portal-complained')
})

test('the decisions of an appeal are readable and accessible in three languages', async (t) => {
  const { id } = await assigned('inspector')
  const { document } = await as('inspector', transferAppeal, {
    id,
    body: plantedBody('knb-anti-corruption'),
    established: 'Қызметкер ақша алған.',
    signs: 'ҚК 366-бабының белгілері.',
    part: 'Ақша туралы бөлігі.',
  })
  await as('inspector', offer, { id: document })
  await as('head', sign, { id: document })
  await news()
  for (const language of languages) {
    const it = await visit(t, staff, { as: 'inspector', language })
    if (!it) return
    await it.go(`/appeals/${id}`)
    await it.page.locator('article.path summary').first().click()
    await it.page.locator('section > details.acts-aside summary').first().click()
    await it.axe()
    await it.picture(`paths-record-${language}`)
  }
})

test('signs of a crime are handed over to a body of the directory that investigates', async (t) => {
  const { id } = await assigned('inspector')
  const inspector = await visit(t, staff, { as: 'inspector' })
  if (!inspector) return
  await inspector.go(`/appeals/${id}`)
  await choose(inspector, 'Қылмыс белгілері бойынша беру')
  const dialog = inspector.page.getByRole('dialog')
  await dialog.getByLabel('Бас прокуратура').waitFor()
  assert.equal(await dialog.getByLabel('Жоғары Сот Кеңесі').count(), 0)
  await inspector.axe()
  await inspector.picture('paths-transfer')
  await dialog.getByLabel('ҰҚК Сыбайлас жемқорлыққа қарсы іс-қимыл қызметі').check()
  await dialog.getByLabel('Анықталған мән-жайлар').fill('Қызметкер ақша алған.')
  await dialog.getByLabel('Қылмыстық құқық бұзушылық белгілері').fill('Пара алу белгілері.')
  await dialog.getByRole('button', { name: 'Қылмыс белгілері бойынша беру' }).click()
  await inspector.page.getByText('ҰҚК Сыбайлас жемқорлыққа қарсы іс-қимыл қызметі').first().waitFor()
})

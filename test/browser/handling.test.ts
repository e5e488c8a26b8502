// Work on an appeal by several in a real browser: the inspector marks the stage and asks for the name, the head decides, lets colleagues
// read one and several, masks words; the colleague reads and can do nothing more.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../src/kernel/perform.ts'
import { languages } from '../../src/kernel/text.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { visit, type Visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

const stage = await openStage()
const { house, assigned, news } = stage
const url = await serveStaff(house)
const change = house.registry.operations.get('settings.changeParameter')
assert.ok(change)
const rule = { name: 'appeal.identity', from: '2026-11-23', value: 'grant', reason: 'Бұйрық № 9' }
await perform(house, change, await stage.actor('admin'), rule)
const text = 'Куәгер Бағлан Үйсінбай істі тіркегені үшін ақы сұралғанын көрді.'
const { id, number } = await assigned('inspector', { text })
const other = await assigned('inspector')

const choose = async ({ page }: Visit, act: string) => {
  const aside = page.locator('section > details.acts-aside')
  if (await aside.count()) await aside.evaluate((it) => ((it as HTMLDetailsElement).open = true))
  await page.getByRole('button', { name: act, exact: true }).first().click()
}
const pick = async ({ page }: Visit, label: string, typed: string) => {
  const field = page.getByRole('combobox', { name: label }).first()
  // A list that is still open after the choice before would be closed by a click.
  if ((await field.getAttribute('aria-expanded')) !== 'true') await field.click()
  await field.fill(typed)
  await page.locator('.ant-select-item-option', { hasText: typed }).first().click()
}
const send = ({ page }: Visit) => page.locator('dialog button[type=submit]').last().click()

test('the inspector says how far the work has come and asks for the name, the head grants it and lets a colleague read', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  await inspector.go(`/appeals/${id}`)
  await choose(inspector, 'Жұмыс кезеңін көрсету')
  await inspector.page.getByLabel('Органның жауабы күтілуде').check()
  await inspector.picture('handling-stage')
  await send(inspector)
  await inspector.page.locator('.state', { hasText: 'Органның жауабы күтілуде' }).first().waitFor()
  await choose(inspector, 'Өтініш берушінің деректерін ашуды сұрау')
  await inspector.page.getByRole('dialog').getByLabel('Негіздемесі').fill('Өтініш берушіні шақыру керек.')
  await send(inspector)
  await inspector.page.getByText('Шешім күтілуде').first().waitFor()

  const head = await visit(t, url, { as: 'head' })
  assert.ok(head)
  await head.go(`/appeals/${id}`)
  await choose(head, 'Оқуға рұқсат беру')
  await pick(head, 'Қызметкер', 'Дәулет')
  await head.page.getByRole('dialog').getByLabel('Негіздемесі').fill('Ұқсас істі жүргізеді.')
  await head.axe()
  await head.picture('handling-grant')
  await send(head)
  await head.page.getByText('Оқуға рұқсаты барлар').waitFor()
  await choose(head, 'Сөздерді жасыру')
  await head.page.getByRole('dialog').getByLabel('Жасырылатын сөздер').fill('Бағлан Үйсінбай')
  await head.page.getByRole('dialog').getByLabel('Негіздемесі').fill('Куәгерді қорғау.')
  await send(head)
  await head.page.getByText('Куәгер ██ істі').waitFor()
  const card = head.page.locator('.card', { hasText: 'Оқуға рұқсаты барлар' })
  await card.getByRole('button', { name: 'Рұқсат беру' }).click()
  const until = head.page.getByRole('dialog').getByLabel('Соңғы күні').first()
  await until.fill('30.11.2026')
  await until.press('Tab')
  await send(head)
  await card.getByText('Рұқсат берілді').waitFor()

  await head.go('/handling/grant')
  await pick(head, 'Өтініштер', number)
  await pick(head, 'Өтініштер', other.number)
  await head.page.keyboard.press('Escape')
  await pick(head, 'Қызметкер', 'Дәулет')
  await head.page.getByLabel('Негіздемесі').first().fill('Тексеру тобына.')
  await head.axe()
  await head.picture('handling-many')
  await head.page.locator('form').first().locator('button[type=submit]').click()
  await head.page.getByText('Рұқсат берілген өтініштер саны: 1.').waitFor()
  await news()

  const reader = await visit(t, url, { as: 'inspector2' })
  assert.ok(reader)
  await reader.go(`/appeals/${id}`)
  await reader.page.getByText('Бұл өтініш сізге тек оқуға ашылған.').waitFor()
  await reader.page.getByText('Бұл жазба бойынша сізден әзірге әрекет күтілмейді.').waitFor()
  await reader.picture('handling-reader')
})

for (const language of languages)
  test(`the card of access is whole and accessible in ${language}`, async (t) => {
    const it = await visit(t, url, { language, as: 'head' })
    if (!it) return
    await it.turn(`/appeals/${id}`)
    await it.page.locator('.card h3').first().waitFor()
    await it.axe()
    await it.picture('handling-card')
  })

// Documents in a real browser: the register, the drafter's desk, the signer's page, and a signature that asks who is signing.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { perform } from '../../src/kernel/perform.ts'
import { languages } from '../../src/kernel/text.ts'
import * as operations from '../../src/modules/documents/operations.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { draft, offered, open, sign } from '../kit/papers.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const house = await testHouse(null)
const url = await serveStaff(house)

const returned = await offered(house)
const returning = { id: returned, remark: 'Бейнежазбаның күні мен уақытын көрсетіңіз.' }
await perform(house, operations.returnDocument, await house.as('head'), returning)
const waiting = await offered(house)
const signed = await offered(house)
await sign(house, 'head', signed)

for (const language of languages)
  test(`the screens of documents are whole and accessible in ${language}`, async (t) => {
    const head = await visit(t, url, { language, as: 'head' })
    if (!head) return
    await head.turn('/documents')
    assert.equal(await head.page.locator('tbody tr').count(), 3)
    await head.axe()
    await head.picture('documents')

    await head.turn(`/documents/${waiting}`)
    await head.page.locator('iframe').waitFor()
    await head.axe()
    await head.picture('document-waiting')
    await head.page.getByRole('button', { name: operations.signDocument.shape.title[language], exact: true }).click()
    await head.axe()
    await head.picture('document-sign')

    await head.turn(`/documents/${signed}`)
    await head.page.locator('iframe').waitFor()
    await head.axe()
    await head.picture('document-signed')

    const registrar = await visit(t, url, { language, as: 'registrar' })
    assert.ok(registrar)
    await registrar.turn('/documents/series')
    await registrar.page.locator('tbody tr').first().waitFor()
    await registrar.axe()
    await registrar.picture('series')

    const inspector = await visit(t, url, { language, as: 'inspector' })
    assert.ok(inspector)
    await inspector.turn(`/documents/${returned}`)
    await inspector.page.locator('form textarea').first().waitFor()
    await inspector.axe()
    await inspector.picture('document-draft')
  })

test('the drafter writes, is told what is missing, looks at the page and offers it; the head proves who he is and signs', async (t) => {
  const id = await draft(house)
  const desk = await visit(t, url, { as: 'inspector' })
  if (!desk) return
  const { page } = desk
  await desk.go(`/documents/${id}`)
  await page.getByLabel('Өтінішті қарау нәтижесі').fill('')
  await page.getByRole('button', { name: 'Жобаны сақтау' }).click()
  await page.getByText('Жоба сақталды, нұсқасы: 2').waitFor()
  await page.getByText('Барлығы сақталған').waitFor()
  await page.getByRole('button', { name: 'Қол қоюға ұсыну' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Қол қоюға ұсыну' }).click()
  await page.getByRole('dialog').getByText('Енгізілген мәліметте қате бар').waitFor()
  await page.keyboard.press('Escape')

  const outcome = 'Өтініш толық қанағаттандырылды. #panic("x") *жұлдыз*'
  await page.getByLabel('Өтінішті қарау нәтижесі').fill(outcome)
  await page.reload()
  await page.getByText('Бұрын терген, бірақ сақталмаған мәтініңіз қалпына келтірілді.').waitFor()
  assert.equal(await page.getByLabel('Өтінішті қарау нәтижесі').inputValue(), outcome)
  await page.getByRole('button', { name: 'Алдын ала қарау' }).click()
  await page.getByRole('dialog').locator('iframe').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Жобаны сақтау' }).click()
  await page.getByText('Барлығы сақталған').waitFor()
  await page.getByRole('button', { name: 'Қол қоюға ұсыну' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Қол қоюға ұсыну' }).click()
  await page.locator('.state', { hasText: 'Қол қоюда' }).waitFor()

  const chair = await visit(t, url, { as: 'head' })
  assert.ok(chair)
  // The identity proven at sign-in has grown old.
  house.clock.forward(15 * 60_000)
  await chair.go(`/documents/${id}`)
  await chair.page.getByRole('button', { name: 'Қол қою', exact: true }).click()
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Қол қою' }).click()
  await chair.page.getByLabel('Құпиясөз').fill('Qorgan-demo-2026!')
  await chair.page.keyboard.press('Enter')
  await chair.page.locator('.state', { hasText: 'Қол қойылды' }).waitFor()
  const { result } = await open(house, 'head', id)
  assert.match(result.number ?? '', /^6001-26-7-7\/\d+$/)
  assert.equal(result.fields['outcome'], outcome)
  await page.locator('.state', { hasText: 'Қол қойылды' }).waitFor()
})

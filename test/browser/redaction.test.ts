// Redaction in a real browser: words found and hidden, a box drawn with the mouse and one moved with the keys, the copy made.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { languages } from '../../src/kernel/text.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { draft, open, performNamed, readText, sign, words } from '../kit/papers.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const house = await testHouse(null)
const url = await serveStaff(house)

const signedReply = async (established: string): Promise<{ id: string; desk: string }> => {
  const id = await draft(house, 'inspector', { ...words, established })
  await performNamed(house, 'documents.offer', await house.as('inspector'), { id })
  await sign(house, 'head', id)
  const file = (await open(house, 'inspector', id)).result.signed?.file.id ?? ''
  return { id, desk: `/redaction/document/${id}/${file}` }
}
const brief = await signedReply('Ахметовтың дәлелі тексерілді.')
const long = await signedReply(
  Array.from({ length: 130 }, (_, at) => `Ахметовтың ${at + 1}-дәлелі тексерілді.`).join('\n'),
)

for (const language of languages)
  test(`the desk of redaction is whole and accessible in ${language}`, async (t) => {
    const inspector = await visit(t, url, { language, as: 'inspector' })
    if (!inspector) return
    const { page } = inspector
    await inspector.turn(brief.desk)
    await page.locator('.redaction-sheet img').first().waitFor()
    await inspector.axe()
    await inspector.picture('redaction-empty')
    await page.locator('#redaction-words').fill('ахметов')
    await page.keyboard.press('Enter')
    await page.locator('.hider').first().waitFor()
    await inspector.axe()
    await inspector.picture('redaction-marked')
  })

test('an inspector hides a name, a place drawn by hand and one moved by keys, and takes the copy', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  const { page } = inspector
  await inspector.go(long.desk)
  await page.locator('#redaction-words').fill('Ахметов')
  await page.getByRole('button', { name: 'Тауып белгілеу' }).click()
  await page.getByText('131 жерде табылды').waitFor()

  const sheet = page.locator('#page-1 .redaction-sheet')
  const first = page.locator('#page-1 .hider')
  const found = await first.count()
  const frame = await sheet.boundingBox()
  assert.ok(frame)
  await page.mouse.move(frame.x + 60, frame.y + 40)
  await page.mouse.down()
  await page.mouse.move(frame.x + 260, frame.y + 90, { steps: 4 })
  await page.mouse.up()
  assert.equal(await first.count(), found + 1)

  await page.locator('#page-1').getByRole('button', { name: 'Қорап қосу' }).click()
  assert.equal(await first.count(), found + 2)
  const added = first.last()
  const before = await added.boundingBox()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  const moved = await added.boundingBox()
  assert.ok(before && moved && moved.y > before.y && moved.width > before.width)
  await page.keyboard.press('Delete')
  assert.equal(await first.count(), found + 1)

  // What was marked is still there after the page is opened anew.
  await page.reload()
  await first.first().waitFor()
  assert.equal(await first.count(), found + 1)
  await page.getByLabel('Көшірме қалай көрінетінін көрсету').check()
  await page.getByLabel('Көшірме не үшін керек').fill('Сұрау бойынша үшінші тұлғаға беру')
  await inspector.picture('redaction-solid')
  await page.getByRole('button', { name: 'Көшірме жасау' }).click()
  await page.getByText('Көшірме дайын.').waitFor()
  await inspector.axe()
  await inspector.picture('redaction-done')
  const coming = page.waitForEvent('download')
  await page.locator('a[href^="/api/files/redaction/"]').first().click()
  const copy = await (await coming).createReadStream()
  assert.equal((await readText(Buffer.concat((await copy.toArray()) as Buffer[]))).trim(), '')
})

// Evidence in a real browser: received with its file, handed to a colleague who takes it, unsealed by the leader, sealed again.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { languages } from '../../src/kernel/text.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import * as custody from '../../src/modules/evidence/custody.ts'
import { deskOf, pdf } from '../../src/modules/evidence/evidence.kit.ts'
import { castId } from '../../src/app/cast.ts'
import { visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)
const { id: investigation } = await desk.investigated()
const { evidence } = await desk.withFile(investigation, pdf, {
  what: 'Кеңсе бейнекамерасының жазбасы',
  kind: 'electronic',
})
await as('inspector', custody.noteCopy, { id: evidence, for: 'Сот әкімшілігі', ground: 'Хат № 11-2/40', copies: 1 })
await as('inspector', custody.handEvidence, { id: evidence, to: castId('inspector2'), how: 'қолма-қол' })
await as('inspector2', custody.acceptEvidence, { id: evidence, condition: 'мөрі бүтін' })
const { id: journal } = await desk.received(investigation)
// The test spoils a file on the disk; that the house's log says so is no fault of the house.
const log: typeof house.log = (level, message, more) => {
  if (message !== 'a stored file is damaged') house.log(level, message, more)
}
const url = await serveStaff({ ...house, log })

for (const language of languages)
  test(`the screens of evidence are whole and accessible in ${language}`, async (t) => {
    const inspector = await visit(t, url, { language, as: 'inspector' })
    if (!inspector) return
    await inspector.sweep([
      ['/evidence', 'evidence'],
      [`/evidence/${evidence}`, 'evidence-one'],
      [`/evidence/${journal}/label`, 'evidence-label'],
      [`/evidence/new?about=${investigation}`, 'evidence-new'],
    ])
    const head = await visit(t, url, { language, as: 'head' })
    assert.ok(head)
    await head.turn(`/investigations/${investigation}`)
    await head.page
      .getByRole('tab', { name: { kk: 'Дәлелдемелер', ru: 'Доказательства', en: 'Evidence' }[language] })
      .click()
    await head.page.getByText('Кеңсе бейнекамерасының жазбасы').waitFor()
    await head.axe()
    await head.picture('evidence-tab')
  })

test('the leader receives evidence with its file, hands it on, gets it back, breaks the seal and seals it again', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  const { page } = inspector
  await inspector.go(`/investigations/${investigation}`)
  await page.getByRole('button', { name: 'Дәлелдемені қабылдау' }).click()
  await page.getByLabel('Электрондық көшірме').check()
  await page.getByLabel('Атауы', { exact: true }).fill('Тіркеу журналының сканы')
  await page.getByLabel('Кімнен алынды').fill('Сот кеңсесі')
  await page.getByLabel('Алынған күні').fill('23.11.2026')
  await page.getByLabel('Акт не хаттама').fill('Хаттама № 8, 23.11.2026')
  await page.getByLabel('Сақталатын орны').fill('1-сейф')
  await page.getByLabel('Мөрінің нөмірі').fill('ІҚБ-0601')
  await page.getByRole('button', { name: 'Дәлелдемені қабылдау' }).click()
  // A copy without its file proves nothing.
  await page.getByRole('alert').getByText('Файлдар').waitFor()
  // Sent off while the file is still on its way, the form waits for it.
  await page.route('**/api/files', async (route) => {
    await pause(1_500)
    await route.continue()
  })
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'журнал.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) })
  await page.getByRole('listitem').filter({ hasText: 'журнал.pdf' }).getByText('жіберіліп жатыр…').waitFor()
  await page.getByRole('button', { name: 'Дәлелдемені қабылдау' }).click()
  await page.getByRole('heading', { name: 'Тіркеу журналының сканы' }).waitFor()
  const address = new URL(page.url()).pathname
  const row = await stage.owner
    .selectFrom('evidence_files')
    .select(['id', 'copy_id'])
    .where('evidence_id', '=', address.split('/').at(-1) ?? '')
    .executeTakeFirstOrThrow()

  await page.getByRole('button', { name: 'Топ мүшесіне тапсыру' }).click()
  await page.getByRole('dialog').getByLabel('Кімге').click()
  await page.keyboard.type('Оспанов')
  await page.locator('.ant-select-item-option').first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Топ мүшесіне тапсыру' }).click()
  await page.getByText('Тапсырылып жатыр, алушы').waitFor()

  const second = await visit(t, url, { as: 'inspector2' })
  assert.ok(second)
  const other = second.page
  await second.go('/evidence?mine=true')
  await other
    .getByRole('link', { name: /Тіркеу журналының сканы|\/3$/ })
    .first()
    .click()
  await other.getByRole('button', { name: 'Қолға алу' }).click()
  await other.getByRole('dialog').getByLabel('Қандай күйде').fill('мөрі бүтін')
  await other.getByRole('dialog').getByRole('button', { name: 'Қолға алу' }).click()
  await other.getByText('Қолдан қолға берілді').waitFor()
  // Who does not lead the team is not offered to break the seal.
  assert.equal(await other.getByRole('button', { name: 'Мөрді ашу' }).count(), 0)
  await other.getByRole('button', { name: 'Топ мүшесіне тапсыру' }).click()
  await other.getByRole('dialog').getByLabel('Кімге').click()
  await other.keyboard.type('Серікова')
  await other.locator('.ant-select-item-option').first().click()
  await other.getByRole('dialog').getByRole('button', { name: 'Топ мүшесіне тапсыру' }).click()
  await other.getByText('Тапсырылып жатыр, алушы').waitFor()

  await inspector.go(address)
  // Whoever has nothing in hand reads why.
  await page.getByText('Дәлелдеме басқа адамның қолында.').first().waitFor()
  await page.getByRole('button', { name: 'Қолға алу' }).click()
  await page.getByRole('dialog').getByLabel('Қандай күйде').fill('мөрі бүтін')
  await page.getByRole('dialog').getByRole('button', { name: 'Қолға алу' }).click()
  await page.getByRole('button', { name: 'Мөрді ашу' }).click()
  await page.getByRole('dialog').getByLabel('Себебі').fill('Көшірменің сапасын салыстыру')
  await page.getByRole('dialog').getByRole('button', { name: 'Мөрді ашу' }).click()
  await page.locator('.state', { hasText: 'Мөрі ашылған' }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Түпнұсқаны алу' }).click()
  const path = await (await download).path()
  assert.equal(readFileSync(path, 'utf8'), pdf)
  await page.getByRole('button', { name: 'Қайта мөрлеу' }).click()
  await page.getByRole('dialog').getByLabel('Жаңа мөрдің нөмірі').fill('ІҚБ-0602')
  await page.getByRole('dialog').getByRole('button', { name: 'Қайта мөрлеу' }).click()
  await page.locator('.state', { hasText: 'Мөрленген' }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Түпнұсқаны алу' }).count(), 0)
  await inspector.axe()
  await inspector.picture('evidence-chain')

  // A copy that was changed on the disk is refused, and the page of the leader says so without being asked again.
  const file = desk.onDisk(row.copy_id)
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40)
  writeFileSync(file, bytes)
  const answer = await page.request.get(`${url}/api/files/evidence${address.slice('/evidence'.length)}/${row.id}`)
  assert.equal(answer.status(), 409)
  await inspector.go(address)
  await page.getByText('Бүлінген файл берілмейді.').waitFor()
  await inspector.axe()
  await inspector.picture('evidence-damaged')
  await page.getByRole('button', { name: 'Түпнұсқадан жаңа көшірме жасау' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Жұмыс көшірмесін жаңарту' }).click()
  await page.getByText('Жұмыс көшірмесі жаңартылды').waitFor()
})

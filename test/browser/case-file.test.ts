// A case as a whole in a real browser: its timeline with both times, its links as a chart and a table, its file in one click.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { castId } from '../../src/app/cast.ts'
import { languages } from '../../src/kernel/text.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { deskOf, pdf } from '../../src/modules/evidence/evidence.kit.ts'
import { addNote, planStep } from '../../src/modules/proceedings/operations.ts'
import { prepareRequest } from '../../src/modules/requests/operations.ts'
import { anAsk } from '../../src/modules/requests/requests.kit.ts'
import { visit } from '../kit/browser.ts'
import { sealJournal } from '../kit/sealing.ts'
import { serveStaff } from '../kit/staff.ts'

const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)
const seal = await sealJournal(house)
const { id } = await desk.investigated()
await as('inspector', addNote, { id, happenedOn: '2026-11-02', words: 'Сот кеңсесіне барып, журналдар қаралды.' })
await as('inspector', planStep, { id, what: 'Куәлардан түсініктеме алу', who: castId('inspector2'), by: '2026-12-01' })
const request = await as('inspector', prepareRequest, anAsk({ about: `investigation:${id}` }))
await desk.withFile(id, pdf, { what: 'Кеңсе бейнекамерасының жазбасы', ground: 'request', request: request.id })
await desk.received(id)
await seal()
const url = await serveStaff(house)
const tabs = {
  kk: ['Хронология', 'Байланыстар', 'Іс материалдары'],
  ru: ['Хронология', 'Связи', 'Материалы дела'],
  en: ['Timeline', 'Links', 'Case file'],
} as const

for (const language of languages)
  test(`a case as a whole is readable and accessible in ${language}`, async (t) => {
    const inspector = await visit(t, url, { language, as: 'inspector' })
    if (!inspector) return
    await inspector.go(`/case-file/${id}`)
    for (const [at, name] of tabs[language].entries()) {
      await inspector.page.getByRole('tab', { name }).click()
      await inspector.page.waitForFunction(() => !document.querySelector('.bones'))
      await inspector.axe()
      await inspector.picture(`case-${at}`)
    }
  })

test('the leader finds an event, reads the links, and takes the case file in one click', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  const { page } = inspector
  await inspector.go(`/investigations/${id}`)
  await page.getByRole('link', { name: 'Істі тұтас көру' }).click()
  await page.getByText('Сот кеңсесіне барып, журналдар қаралды.').waitFor()
  await page.getByPlaceholder('Оқиға сөздері').fill('түсініктеме')
  await page.getByText('Сот кеңсесіне барып').waitFor({ state: 'detached' })
  await page.getByText('Куәлардан түсініктеме алу').waitFor()
  await page.getByRole('tab', { name: 'Байланыстар' }).click()
  const table = page.getByRole('table')
  await table.getByText('осы сұрау салу бойынша алынды').waitFor()
  await page.getByRole('tab', { name: 'Іс материалдары' }).click()
  await page.getByRole('button', { name: 'Іс материалдарын жинақтау' }).click()
  const link = page.getByRole('link', { name: /\.pdf$/ })
  await link.waitFor()
  const download = page.waitForEvent('download')
  await link.click()
  const bytes = readFileSync(await (await download).path())
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  await inspector.axe()
  await inspector.picture('case-made')

  // A member of the team reads the same, and is not offered to make it.
  const second = await visit(t, url, { as: 'inspector2' })
  assert.ok(second)
  await second.go(`/case-file/${id}`)
  await second.page.getByRole('tab', { name: 'Іс материалдары' }).click()
  await second.page.getByRole('link', { name: /\.pdf$/ }).waitFor()
  assert.equal(await second.page.getByRole('button', { name: 'Іс материалдарын жинақтау' }).count(), 0)
  // Whoever does not work on it learns of no case.
  const analyst = await visit(t, url, { as: 'analyst' })
  assert.ok(analyst)
  await analyst.go(`/case-file/${id}`)
  await analyst.page.getByText('Мұндай жазба табылмады.').waitFor()
})

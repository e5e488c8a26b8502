// An import whose file is no more, in a real browser: what it was, that it was destroyed and when, and what is left of its bad rows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { badRows, csvOf, goodRow, imported } from '../../src/modules/exchange/exchange.kit.ts'
import { announceImports } from '../../src/modules/retention/operations.ts'
import { perform } from '../../src/kernel/perform.ts'
import { systemActor } from '../../src/kernel/system.ts'
import { languages } from '../../src/kernel/text.ts'
import { visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

const stage = await openStage()
const staff = await serveStaff(stage.house)

const destroyed = {
  kk: 'Файл жойылды:',
  ru: 'Файл уничтожен:',
  en: 'The file was destroyed:',
} as const

test('the page of an import says that its file was destroyed and when, and still gives the reasons', async (t) => {
  const bad = badRows.slice(0, 3).map(([, more], n) => goodRow(100 + n, more))
  const { id } = await imported(stage, 'өтініштер-қараша.csv', csvOf([goodRow(1), goodRow(2), ...bad]))
  stage.house.clock.set('2027-02-22T03:30')
  await perform(stage.house, announceImports, systemActor, {})
  await stage.news()
  stage.house.clock.set('2027-02-22T09:00')
  for (const language of languages) {
    const registrar = await visit(t, staff, { as: 'registrar', language })
    if (!registrar) return
    await registrar.go(`/exchange/imports/${id}`)
    await registrar.page.getByText(destroyed[language]).waitFor()
    await registrar.axe()
    await registrar.picture(`exchange-destroyed-${language}`)
    const [sheet] = await Promise.all([
      registrar.page.waitForEvent('download'),
      registrar.page.getByRole('button', { name: 'XLSX' }).click(),
    ])
    assert.match(sheet.suggestedFilename(), /\.xlsx$/)
  }
})

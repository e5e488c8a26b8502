// Inspections in a real browser: the head prepares one, sees why it cannot open, issues an order; it opens; a restricted-regime room is
// refused with the permission that other law demands; what the head revokes stops the screen that is open.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { languages } from '../../src/kernel/text.ts'
import { castId, openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { revokeAuthority } from '../../src/modules/authorities/ending.ts'
import * as remedying from '../../src/modules/inspectionResults/remedying.ts'
import { enterVisit, recordHindrance } from '../../src/modules/inspectionVisits/visiting.ts'
import { deskOf } from '../../src/modules/inspections/inspections.kit.ts'
import { readInspection } from '../../src/modules/inspections/reading.ts'
import { addMember } from '../../src/modules/inspections/team.ts'
import { abaiCourt, abaiDepartment } from '../../src/modules/persons/persons.kit.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)
const running = await desk.opened()
const coming = {
  id: running.id,
  certificate: 'ІҚБ № 014',
  premises: 'registry' as const,
  cameAt: '2026-11-23T03:30:00Z',
}
await as('inspector', enterVisit, { ...coming, place: abaiDepartment, accompanied: 'Кезекші маман' })
await as('inspector', recordHindrance, {
  ...coming,
  place: abaiCourt,
  premises: 'archive',
  by: 'Мұрағат меңгерушісі',
  words: 'Мұрағатты ашпады.',
  demanded: 'Мұрағатқа кіргізуді талап етеміз.',
})
const remedied = await desk.opened()
const { item } = await desk.planned(remedied.id)
await as('inspector', remedying.bringEvidence, {
  id: remedied.id,
  item,
  receivedOn: '2026-12-01',
  words: 'Журналдың көшірмесі келді.',
})
const halted = await desk.opened({ startsOn: '2026-12-01', endsOn: '2026-12-11' })
await as('head', revokeAuthority, { id: halted.authority, reason: 'Мерзімі ауысты.' })
await stage.news()
const url = await serveStaff(house)

for (const language of languages)
  test(`the screens of inspections are whole and accessible in ${language}`, async (t) => {
    const head = await visit(t, url, { language, as: 'head' })
    if (!head) return
    await head.sweep([
      ['/inspections', 'inspections'],
      ['/inspections/new', 'inspection-new'],
      [`/inspections/${halted.id}`, 'inspection-halted'],
    ])
    const leader = await visit(t, url, { language, as: 'inspector' })
    assert.ok(leader)
    for (const [id, tabs] of [
      [running.id, ['programme', 'team', '', '', 'visits']],
      [remedied.id, ['', '', 'findings', 'remedies']],
    ] as const) {
      await leader.turn(`/inspections/${id}`)
      for (const [at, name] of tabs.entries()) {
        if (!name) continue
        await leader.page.getByRole('tab').nth(at).click()
        await leader.axe()
        await leader.picture(`inspection-${name}`)
      }
    }
  })

test('prepared, refused, ordered, opened; a restricted room is refused; revoked, it stops on the open screen', async (t) => {
  const head = await visit(t, url, { as: 'head' })
  if (!head) return
  const { page } = head
  const type = async (label: string, words: string): Promise<void> => {
    await page.getByLabel(label).fill(words)
    await page.keyboard.press('Tab')
  }
  await head.go('/inspections')
  await page.getByRole('link', { name: 'Тексеруді дайындау' }).first().click()
  await page.getByLabel('Тексерілетін бөлімше').click()
  await page.keyboard.type('Атырау')
  await page.locator('.ant-select-item-option', { hasText: 'Атырау' }).first().click()
  await type('Тексерудің мақсаты', 'Сыбайлас жемқорлықтың алдын алу жұмысын тексеру.')
  await type('Бағдарламаның сұрақтары', 'Журнал қалай жүргізіледі?\nТізім жарияланған ба?')
  await type('Тексерілетін кезеңнің басы', '01.01.2026')
  await type('Тексерілетін кезеңнің соңы', '31.10.2026')
  await type('Тексерудің бірінші күні', '01.12.2026')
  await type('Тексерудің соңғы күні', '11.12.2026')
  await page.getByRole('button', { name: 'Тексеруді дайындау' }).click()
  await page.locator('.state', { hasText: 'Дайындалды' }).waitFor()
  const path = new URL(page.url()).pathname
  const id = path.split('/').at(-1) ?? ''
  await page.getByText('Тексеруді бастау үшін мыналар жетіспейді:').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Тексеруді бастау' }).count(), 0)
  await head.axe()
  await head.picture('inspection-missing')
  await as('head', addMember, { id, employee: castId('inspector'), role: 'leader' })
  await page.getByRole('link', { name: 'Бұйрық шығару не тапсырма сұрау' }).click()
  await page.getByRole('link', { name: 'Өз бұйрығымды шығару' }).click()
  await page.getByLabel('Не тапсырылады немесе рұқсат етіледі, қандай негізде').fill('Жұмыс жоспарының 4-тармағы.')
  await page.getByRole('button', { name: 'Тапсырма не бұйрық беру' }).click()
  await page.waitForURL(/\/authorities\/[0-9a-f-]{36}$/)
  await head.go(path)
  await page.getByRole('button', { name: 'Тексеруді бастау' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Тексеруді бастау' }).click()
  await page.locator('.state', { hasText: 'Жүргізілуде' }).waitFor()

  const leader = await visit(t, url, { as: 'inspector' })
  assert.ok(leader)
  await leader.go(path)
  await leader.page.getByRole('button', { name: 'Кіруді жазу' }).click()
  const entry = leader.page.getByRole('dialog')
  await entry.getByLabel('Қызметтік куәліктің нөмірі').fill('ІҚБ № 014')
  await entry.getByLabel('Үй-жай').selectOption({ label: 'Режимдік: мемлекеттік құпиялар бөлмесі' })
  await entry.getByLabel('Кірген уақыты').fill('01.12.2026 08:55')
  await entry.getByRole('button', { name: 'Кіруді жазу' }).click()
  await entry.getByText('«Мемлекеттік құпиялар туралы» Заң бойынша рұқсатнамасы бар адам').first().waitFor()
  await leader.axe()
  await leader.picture('inspection-restricted')
  await entry.getByLabel('Үй-жай').selectOption({ label: 'Кеңсе' })
  await entry.getByRole('button', { name: 'Кіруді жазу' }).click()
  await entry.waitFor({ state: 'detached' })
  await leader.page.getByRole('tab', { name: 'Бару' }).click()
  await leader.page.getByText('ІҚБ № 014').waitFor()

  const [authority] = (await as('head', readInspection, { id })).authorities
  await as('head', revokeAuthority, { id: authority?.id ?? '', reason: 'Мән-жайлар өзгерді.' })
  await leader.page.getByText('Тексеру тоқтап тұр: бұйрықтың не тапсырманың күші жоқ.').waitFor()
  await leader.axe()
})

// The road of 6.22 in a real browser: an appeal, the investigation prepared about it, the case in the register up to the force of the verdict,
// the investigation of the superior that the house proposes on the open screen of the head, its assignment by the Chairman, the opening.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { castId, openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { deskOf } from '../../src/modules/investigations/investigations.kit.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const stage = await openStage()
const desk = deskOf(stage)
const { superior } = await desk.subordinate('2024-02-01')
const appeal = await stage.assigned('inspector', {
  text: 'Департаменттің бас маманы М. Досов сатып алу үшін ақша талап етті.',
  person: 'М. Досов',
})
const url = await serveStaff(stage.house)

const day = async (page: Page, scope: ReturnType<Page['getByRole']> | Page, label: string, words: string) => {
  await scope.getByLabel(label, { exact: false }).first().fill(words)
  await page.keyboard.press('Tab')
}

/** One event of the case, as the inspector enters it in its dialog. */
const enter = async (
  page: Page,
  it: { act: string; label: string; on: string; state: string },
  more: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => {},
) => {
  await page.getByRole('button', { name: it.act }).first().click()
  const dialog = page.getByRole('dialog')
  await day(page, dialog, it.label, it.on)
  await more(dialog)
  await day(page, dialog, 'Расталған күні', it.on)
  await dialog.getByLabel('Растайтын құжаттың деректемелері').fill(`${it.on} хаты (ойдан шығарылған)`)
  await dialog.getByRole('button', { name: it.act }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.state', { hasText: it.state }).first().waitFor()
}

test('from an appeal to a verdict in force, and from it to the investigation of the direct superior', async (t) => {
  const head = await visit(t, url, { as: 'head' })
  if (!head) return
  // The head prepares an investigation of what the appeal tells.
  await head.go(`/appeals/${appeal.id}`)
  await head.page.getByRole('link', { name: 'Осы өтініш бойынша дайындау' }).click()
  await head.page.getByText(appeal.number).first().waitFor()
  await head.page.getByLabel('Тексерілетін адам').click()
  await head.page.keyboard.type('Досов')
  await head.page.locator('.ant-select-item-option', { hasText: 'Досов' }).click()
  await head.page.keyboard.press('Escape')
  await head.page.getByLabel('Не туралы').fill('Сатып алу үшін ақша талап еткені туралы өтініш.')
  await head.page.getByLabel('Сыбайлас жемқорлық').check()
  await day(head.page, head.page, 'Жасалған күні', '10.03.2026')
  await day(head.page, head.page, 'Анықталған күні', '16.11.2026')
  await head.page.getByRole('button', { name: 'Қызметтік тексеруді дайындау' }).click()
  await head.page.locator('.state', { hasText: 'Дайындалды' }).waitFor()
  const first = new URL(head.page.url()).pathname
  await head.page.getByText(appeal.number).first().waitFor()
  await head.axe()
  await head.picture('verdict-1-prepared')
  // The head's list of verdicts stays open: nobody touches it until the house has spoken.
  await head.go('/superiors')
  await head.page.getByText('Күшіне енген үкім әлі тіркелмеген.').waitFor()

  const inspector = await visit(t, url, { as: 'inspector' })
  assert.ok(inspector)
  const { page } = inspector
  await inspector.go('/criminal-cases/new')
  await page.getByLabel('Тізілімдегі адам').click()
  await page.keyboard.type('Досов')
  await page.locator('.ant-select-item-option', { hasText: 'Досов' }).click()
  await page.getByLabel('Қылмыстық кодекстің баптары').fill('366.2')
  await page.getByLabel('Бап құжатта қалай жазылған').fill('ҚК 366-бабының 2-бөлігі')
  await page.getByLabel('Сыбайлас жемқорлық').check()
  await page.getByLabel('СДТБТ нөмірі').fill('261000031012345')
  await day(page, page, 'Қылмыс жасалған күн', '10.03.2026')
  await day(page, page, 'СДТБТ-да тіркелген күні', '06.04.2026')
  await day(page, page, 'Расталған күні', '10.04.2026')
  await page
    .getByLabel('Растайтын құжаттың деректемелері')
    .fill('Прокуратураның 10.04.2026 № 7 хаты (ойдан шығарылған)')
  await inspector.axe()
  await inspector.picture('verdict-2-entering')
  await page.getByRole('button', { name: 'Қылмыстық істі тіркеу' }).click()
  await page.getByRole('heading', { name: 'Марат Әлібекұлы Досов' }).waitFor()
  const path = new URL(page.url()).pathname
  const sent = { act: 'Сотқа жіберілгенін тіркеу', label: 'Сотқа жіберілген күні', on: '15.06.2026', state: 'Сотта' }
  await enter(page, sent)
  const given = { act: 'Үкімді тіркеу', label: 'Үкім шыққан күн', on: '03.08.2026', state: 'Үкім шықты' }
  await enter(page, given, async (dialog) => {
    await dialog.getByLabel('Айыптау үкімі').check()
    await dialog.getByLabel('Қылмыстың ауырлығы').selectOption('grave')
    await dialog.getByLabel('Жаза түрлері').click()
    await page.locator('.ant-select-item-option', { hasText: 'Бас бостандығынан айыру' }).click()
    await dialog.getByRole('heading').first().click()
    await inspector.axe()
    await inspector.picture('verdict-3-given')
  })
  const force = {
    act: 'Үкімнің күшіне енгенін тіркеу',
    label: 'Күшіне енген күні',
    on: '20.11.2026',
    state: 'Күшіне енді',
  }
  await enter(page, force)
  await inspector.axe()
  await inspector.picture('verdict-4-in-force')

  // The house proposes; the screen of the head says so by itself.
  const row = head.page.getByRole('row', { name: /Досов/ })
  await row.getByText('Қайрат Нұрғалиұлы Сұлтанбеков').waitFor()
  await row.getByRole('link', { name: 'Қызметтік тексеру' }).waitFor()
  await head.axe()
  await head.picture('verdict-5-proposed')
  await head.go('/')
  await head.page.getByText('Сұлтанбеков').first().waitFor()
  await head.picture('verdict-6-desk')
  await head.go('/superiors')
  await row.getByRole('link', { name: 'Қызметтік тексеру' }).click()
  await head.page.locator('.state', { hasText: 'Ұсынылды' }).first().waitFor()
  const proposed = new URL(head.page.url()).pathname
  assert.notEqual(proposed, first)
  await head.page.getByText('Үкім күшіне енгендіктен жүйе осы тексеруді ұсынды.').waitFor()
  await head.axe()
  await head.picture('verdict-7-proposal')
  await head.page.getByRole('button', { name: 'Ұсынылған тексеруді қабылдау' }).click()
  const taken = head.page.getByRole('dialog').getByRole('button', { name: 'Ұсынылған тексеруді қабылдау' })
  if (await taken.isVisible()) await taken.click()
  await head.page.locator('.state', { hasText: 'Дайындалды' }).waitFor()
  assert.equal(await head.page.getByRole('button', { name: 'Тексеруді бастау' }).count(), 0)
  await head.page.getByRole('link', { name: 'Тапсырма сұрау' }).click()
  await head.page.getByLabel('Жоғарғы Сот Төрағасы').check()
  await head.page.getByLabel('Негізі').fill('Бағынысты қызметшіге қатысты үкім күшіне енді.')
  await head.axe()
  await head.picture('verdict-8-asking')
  await head.page.getByRole('button', { name: 'Тапсырма не рұқсат сұрау' }).click()
  await head.page.waitForURL(/\/authorities\/[0-9a-f-]{36}$/)
  const authority = new URL(head.page.url()).pathname

  const chairman = await visit(t, url, { as: 'chairman' })
  assert.ok(chairman)
  await chairman.go(authority)
  await chairman.axe()
  await chairman.picture('verdict-9-chairman')
  await chairman.page.getByRole('button', { name: 'Шешім қабылдау' }).click()
  const decision = chairman.page.getByRole('dialog')
  await decision.getByLabel('Беремін').check()
  await decision.getByLabel('Негіздеме').fill('Тексеру жүргізілсін.')
  await decision.getByRole('button', { name: 'Шешім қабылдау' }).click()
  await decision.waitFor({ state: 'detached' })

  await head.go(proposed)
  await head.page.getByRole('button', { name: 'Тексеруді бастау' }).click()
  await head.page.getByRole('dialog').getByRole('button', { name: 'Тексеруді бастау' }).click()
  await head.page.locator('.state', { hasText: 'Жүргізілуде' }).waitFor()
  await head.axe()
  await head.picture('verdict-10-opened')
  const page622 = await desk.read('head', proposed.split('/')[2] ?? '')
  assert.deepEqual(
    [page622.kind, page622.state, page622.people.map(({ id }) => id), page622.openedOn],
    ['superior', 'opened', [superior], '2026-11-23'],
  )
  assert.deepEqual(
    (await desk.duties('head', page622.id)).map(([stage, , holder]) => `${stage} ${holder}`).toSorted(),
    [`limitation ${castId('head')}`, `term ${castId('head')}`],
  )
  // The case says it to the head; to whoever does not see the investigation it says nothing.
  await head.go(path)
  await head.page.getByRole('link', { name: 'Қызметтік тексеру жүріп жатыр' }).waitFor()
  await head.axe()
  await head.picture('verdict-11-case')
  await inspector.go(path)
  await page.getByText('Салдары').waitFor()
  assert.equal(await page.getByText('Тікелей басшының жауаптылығы').count(), 0)
})

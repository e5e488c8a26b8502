// Outcomes in a real browser: from findings to the end. The team is refused the review and sees why, and clause 13 lets a decision on the
// Department's own territorial staff through only when every material has gone to the head.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { languages } from '../../src/kernel/text.ts'
import { castId, openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { appointReviewer } from '../../src/modules/conclusions/concluding.ts'
import { addMaterial } from '../../src/modules/conclusions/findings.ts'
import { offerDocument, signDocument } from '../../src/modules/documents/operations.ts'
import { addMember } from '../../src/modules/investigations/team-operations.ts'
import { recordAppeal, recordExecution } from '../../src/modules/outcomes/deciding.ts'
import { deskOf } from '../../src/modules/outcomes/outcomes.kit.ts'
import { outcomeChoices } from '../../src/modules/outcomes/reading.ts'
import { transferMaterials } from '../../src/modules/outcomes/transferring.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)

// One that is decided, carried out and appealed, to be looked at in three languages.
const { id: clerk } = await desk.official()
const done = await desk.reviewed(clerk)
await desk.studied(done.id, clerk)
await desk.decided(done.id, clerk, { files: [await desk.scan()] })
const decision = (await desk.onPage(done.id, clerk)).decisions[0]?.id ?? ''
await as('inspector', recordExecution, { id: done.id, decision, orderNumber: '121-ж', executedOn: '2026-11-23' })
await as('inspector', recordAppeal, {
  id: done.id,
  decision,
  filedOn: '2026-11-23',
  filedWith: 'Астана қаласының соты',
})
const body = (await as('inspector', outcomeChoices, { id: done.id })).bodies[0]?.id ?? ''
await as('inspector', transferMaterials, {
  id: done.id,
  body,
  number: '6001-26-7-11/5',
  sentOn: '2026-11-23',
  what: 'Тексеру материалдарының көшірмесі, 45 парақ.',
})
// One of the Department's own territorial staff, under way; the deputy is on the team.
const { id: own } = await desk.ofTerritory()
const { id } = await desk.opened([own])
await as('head', addMember, { id, employee: castId('deputy'), role: 'member' })
// The same person was investigated before, and it shows.
const again = await desk.opened([clerk])
const url = await serveStaff(house)
const path = `/investigations/${id}`

for (const language of languages)
  test(`what was concluded and decided is shown whole and accessibly in ${language}`, async (t) => {
    const inspector = await visit(t, url, { language, as: 'inspector' })
    if (!inspector) return
    const { page } = inspector
    const names = { kk: ['Қорытынды', 'Шешім'], ru: ['Заключение', 'Решение'], en: ['Conclusion', 'Decision'] }[
      language
    ]
    await inspector.go(`/investigations/${done.id}`)
    for (const [at, name] of names.entries()) {
      await page.getByRole('tab', { name, exact: true }).click()
      await page.getByRole('heading', { level: 3 }).first().waitFor()
      await inspector.axe()
      await inspector.picture(`outcomes-${at ? 'decision' : 'conclusion'}-${language}`)
    }
    if (language !== 'kk') return
    // The scan opens for whoever works on the case.
    const link = await page.getByRole('link', { name: 'scan.pdf' }).getAttribute('href')
    assert.equal((await page.request.get(`${url}${link ?? ''}`)).status(), 200)
    await inspector.go(`/investigations/${again.id}`)
    await page.getByText('Бұрынғы тексерулердің нәтижесі').waitFor()
    const chairman = await visit(t, url, { as: 'chairman' })
    assert.ok(chairman)
    await chairman.go(`/investigations/${done.id}`)
    await chairman.page.getByRole('tab', { name: 'Шешім', exact: true }).click()
    await chairman.page.getByText('121-ж').waitFor()
    assert.equal(await chairman.page.getByText('45 парақ').count(), 0)
    await chairman.axe()
    await chairman.picture('outcomes-principal')
  })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const submit = async (page: Page, name: string): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
const dated = async (page: Page, label: string): Promise<void> => {
  await page.getByRole('dialog').getByLabel(label).fill('23.11.2026')
  await page.keyboard.press('Tab')
}

test('from findings to the end; the team does not review; clause 13 blocks, then lets through', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  const { page } = inspector
  await inspector.go(path)
  await page.getByRole('tab', { name: 'Қорытынды', exact: true }).click()
  await page.getByText('Айып тағылары әлі жазылмаған.').waitFor()
  await press(page, 'Айып тағын қосу')
  await page.getByRole('dialog').getByLabel('Не айтылған').fill('Тексеру материалдарын бөгде адамға көрсеткен.')
  await submit(page, 'Айып тағын қосу')
  await page.getByRole('listitem').getByText('бөгде адамға көрсеткен').waitFor()
  await inspector.picture('outcomes-unready')
  await press(page, 'Тұжырым жасау')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Дәлелденді', { exact: true }).check()
  await dialog.getByLabel('Уәждері').fill('Жүйенің журналы мен куәнің түсініктемесі айғақтады.')
  await dialog.getByRole('button', { name: 'Тұжырым жасау', exact: true }).click()
  await dialog.getByText('Дәлелденген тұжырым дәлелге сілтейді.').first().waitFor()
  await dialog.getByLabel('Тізілімде жоқ дәлелдер').fill('Журналдан үзінді, 2-том, 14-парақ')
  await inspector.axe()
  await inspector.picture('outcomes-finding')
  await submit(page, 'Тұжырым жасау')
  await page.getByText('Жүйенің журналы мен куәнің').waitFor()
  await press(page, 'Шара ұсыну')
  await dialog.getByLabel('Сөгіс', { exact: true }).check()
  await dialog.getByLabel('Уәждері').fill('Теріс қылық бірінші рет жасалды.')
  await submit(page, 'Шара ұсыну')
  await page.getByText('Ұсынылған шара').waitFor()
  await press(page, 'Қорытынды жобасын жасау')
  await submit(page, 'Қорытынды жобасын жасау')
  const paper = page.getByRole('link', { name: 'Қорытынды жобасы' })
  await paper.waitFor()
  const document = (await paper.getAttribute('href'))?.split('/').at(-1) ?? ''
  await as('inspector', offerDocument, { id: document })
  await as('head', signDocument, { id: document })
  await page.locator('.state', { hasText: 'Қорытынды жасалды' }).first().waitFor()

  // The team, and the head who prepared it, are told why they do not review.
  for (const [who, words] of [
    ['deputy', 'Тексеру тобының мүшесі өз тобының қорытындысын тексере алмайды.'],
    ['head', 'дайындаған адам оны өзі тексере алмайды'],
  ] as const) {
    const refused = await visit(t, url, { as: who })
    assert.ok(refused)
    await refused.go(path)
    await refused.page.getByText(words).first().waitFor()
    assert.equal(
      await refused.page.getByRole('button', { name: 'Қорытындыны тексердім деп белгілеу', exact: true }).count(),
      0,
    )
    await refused.axe()
    await refused.picture(`outcomes-refused-${who}`)
  }
  await as('head', appointReviewer, { id, employee: castId('inspector2') })
  const reviewer = await visit(t, url, { as: 'inspector2' })
  assert.ok(reviewer)
  await reviewer.go(path)
  await reviewer.page.getByText('Сізден осы тексерудің қорытындысын қарау сұралды.').waitFor()
  await reviewer.page.getByRole('tab', { name: 'Қорытынды', exact: true }).click()
  await reviewer.page.getByText('Жүйенің журналы мен куәнің').waitFor()
  await reviewer.axe()
  await reviewer.picture('outcomes-reviewer')
  await press(reviewer.page, 'Қорытындыны тексердім деп белгілеу')
  await reviewer.page.getByRole('dialog').getByLabel('Қорытынды туралы пікір').fill('Тұжырымдар материалдарға сай.')
  await submit(reviewer.page, 'Қорытындыны тексердім деп белгілеу')

  await page.locator('.state', { hasText: 'Қорытынды тексерілді' }).first().waitFor()
  await press(page, 'Материалдармен танысуға шақыру')
  await dated(page, 'Күні')
  await submit(page, 'Материалдармен танысуға шақыру')
  await page.getByText('Танысу мерзімі', { exact: true }).waitFor()
  await press(page, 'Танысқанын не бас тартқанын тіркеу')
  await dialog.getByLabel('Танысқанын қолымен растады').check()
  await dated(page, 'Күні')
  await submit(page, 'Танысқанын не бас тартқанын тіркеу')

  await page.getByRole('tab', { name: 'Шешім', exact: true }).click()
  await page.getByText('Жаза туралы шешімді бүгін тіркеуге мыналар кедергі:').waitFor()
  await inspector.axe()
  await inspector.picture('outcomes-thirteen')
  await press(page, 'Шешімді тіркеу')
  await dialog.getByLabel('Тәртіптік комиссия').check()
  await dialog.getByLabel('Органның не адамның атауы').fill('Сот әкімшілігінің тәртіптік комиссиясы')
  await dialog.getByLabel('Шешімнің нөмірі').fill('14')
  await dated(page, 'Шешімнің күні')
  await dialog.getByLabel('Сөгіс', { exact: true }).check()
  await dialog.getByRole('button', { name: 'Шешімді тіркеу', exact: true }).click()
  const alert = dialog.getByRole('alert')
  await alert.getByText('барлық материалдың көшірмесі белгіленуі керек').waitFor()
  assert.equal(await alert.getByText('13', { exact: true }).count(), 1)
  await inspector.axe()
  await inspector.picture('outcomes-thirteen-refused')
  await dialog.getByRole('button', { name: 'Бас тарту' }).click()
  await as('inspector', addMaterial, { id, words: 'Қағаз түріндегі 2-том' })
  await page
    .getByLabel('Көшірілмеу себебі: Қағаз түріндегі 2-том')
    .fill('Түпнұсқасы мұрағатта, көшірмесі түсірілмейді.')
  const boxes = page.getByRole('checkbox')
  for (let at = 0; at < (await boxes.count()) - 1; at += 1) await boxes.nth(at).check()
  await press(page, 'Белгілерді сақтау')
  await page.getByText('Барлық материал белгіленді.').waitFor()
  await inspector.axe()
  await inspector.picture('outcomes-ticked')
  await press(page, 'Меңгерушіге хабарланғанын тіркеу')
  await dialog.getByLabel('Қолына тапсырылды').check()
  await dialog.getByLabel('Хабарламаның нөмірі').fill('7')
  await dated(page, 'Күні')
  await submit(page, 'Меңгерушіге хабарланғанын тіркеу')
  await page.getByText('Берілген көшірмелер саны').waitFor()
  await press(page, 'Шешімді тіркеу')
  // What was typed before the refusal has been kept.
  assert.equal(await dialog.getByLabel('Шешімнің нөмірі').inputValue(), '14')
  await submit(page, 'Шешімді тіркеу')
  await page.getByText('Бұйрық тіркелмеген').waitFor()
  await press(page, 'Орындалғанын тіркеу')
  await dialog.getByLabel('Бұйрықтың нөмірі').fill('122-ж')
  await dated(page, 'Бұйрықтың күні')
  await submit(page, 'Орындалғанын тіркеу')
  await page.getByText('Жазаның соңғы күні').waitFor()
  await inspector.axe()
  await inspector.picture('outcomes-decided')

  const head = await visit(t, url, { as: 'head' })
  assert.ok(head)
  await head.go(path)
  await press(head.page, 'Тексеруді аяқтау')
  await head.page.getByRole('dialog').getByLabel('Қорытынды сөз').fill('Жаза қолданылды, тексеру аяқталды.')
  await submit(head.page, 'Тексеруді аяқтау')
  await head.page.locator('.state', { hasText: 'Аяқталды' }).first().waitFor()
  await head.picture('outcomes-closed')
})

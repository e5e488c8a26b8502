// The ground floor of the house in one journey: a citizen's appeal from the public page to the signed reply, each person in
// a browser of his or her own, in Kazakh, and the journal that tells of it.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { asActor } from '../../src/kernel/database.ts'
import { readEntries } from '../../src/kernel/seal/read.ts'
import { visit, type Visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { servePortal } from '../kit/portal.ts'
import { sealJournal } from '../kit/sealing.ts'
import { serveStaff } from '../kit/staff.ts'

const password = 'Qorgan-demo-2026!'
const story = 'Үшінші қарашада кеңсеге талап арыз тапсыруға бардым. Қызметкер тіркегені үшін ақы сұрады. Аудармадым.'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const attachments = (t: TestContext): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'qorgan-attachments-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return ['хат-алмасу.png', 'түбіртек.png'].map((name) => {
    writeFileSync(join(folder, name), png)
    return join(folder, name)
  })
}

/** The citizen answers the questions, one page at a time, and comes away with the code. */
const handIn = async ({ page, go, axe, picture }: Visit, files: readonly string[]): Promise<string> => {
  const next = () => page.locator('main form button.first').click()
  await go('/kk/')
  await axe()
  await picture('portal-start')
  await page.getByRole('button', { name: 'Өтініш беру' }).click()
  await page.getByLabel('Хабар', { exact: false }).first().check()
  await axe()
  await next()
  await page.getByLabel('Атымды көрсетемін').check()
  await next()
  // Alone and for oneself: nothing to mark.
  await page.getByRole('heading', { name: 'Өтінішті қалай бересіз?' }).waitFor()
  await next()
  await page.getByLabel('Аты-жөніңіз').fill('Сағат Ерікұлы Мырзабеков')
  await page.getByLabel('ЖСН').fill('921029350851')
  await page.getByLabel('Телефон').fill('8 701 123 45 67')
  await axe()
  await next()
  await page.getByLabel('Соттың атауы').fill('Талғар аудандық соты')
  await page.getByLabel('Кім туралы').fill('Кеңсе маманы')
  await next()
  await page.locator('textarea').fill(story)
  await next()
  for (const [at, file] of files.entries()) {
    await page.locator('input[type=file]').setInputFiles(file)
    await page.locator('.files li').nth(at).waitFor()
  }
  await axe()
  await page.locator('form[action$="/next"] button.first').click()
  await page.getByRole('heading', { name: 'Жауаптарыңызды тексеріңіз' }).waitFor()
  await axe()
  await picture('portal-check')
  await page.getByRole('button', { name: 'Жіберу' }).click()
  await page.getByRole('heading', { name: 'Өтінішіңіз қабылданды' }).waitFor()
  await axe()
  await picture('portal-slip')
  const code = await page.locator('.code code').textContent()
  assert.ok(code)
  return code
}

const act = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('region', { name: 'Қазір не істеуге болады' }).getByRole('button', { name, exact: true }).click()
}

/** Presses the button of the open form. */
const confirm = async (page: Page, name: string): Promise<void> => {
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

const openAppeal = async ({ page, go }: Visit): Promise<void> => {
  await go('/appeals')
  await page
    .locator('tbody tr', { hasText: /ТЛ-|6001-/ })
    .first()
    .click()
  await page.getByRole('region', { name: 'Қазір не істеуге болады' }).waitFor()
}

const state = (page: Page, name: string) => page.locator('.state', { hasText: name }).first().waitFor()

test('an appeal about corruption goes from the public page to the signed reply', async (t) => {
  const house = await testHouse(t)
  const staff = await serveStaff(house)
  const portal = await servePortal(house)
  const auditJournal = await sealJournal(house)
  const files = attachments(t)

  const citizen = await visit(t, portal)
  if (!citizen) return
  const code = await handIn(citizen, files)

  const as = async (name: string): Promise<Visit> => {
    const it = await visit(t, staff, { as: name })
    assert.ok(it)
    return it
  }

  const registrar = await as('registrar')
  await registrar.go('/')
  await registrar.page.getByText('ТЛ-26-').first().waitFor()
  await openAppeal(registrar)
  await state(registrar.page, 'Түсті')
  await act(registrar.page, 'Өтінішті тіркеу')
  await registrar.page.getByLabel('Қысқаша мазмұны').fill('Тіркегені үшін ақы сұрау')
  await confirm(registrar.page, 'Өтінішті тіркеу')
  await state(registrar.page, 'Тіркелді')
  await registrar.axe()
  await registrar.picture('appeal-registered')

  const head = await as('head')
  await openAppeal(head)
  await act(head.page, 'Орындаушы тағайындау')
  const dialog = head.page.getByRole('dialog')
  await dialog.getByRole('combobox').first().fill('Серікова')
  await head.page.locator('.ant-select-item-option', { hasText: 'Серікова' }).click()
  await confirm(head.page, 'Орындаушы тағайындау')
  await state(head.page, 'Орындаушыда')

  const inspector = await as('inspector')
  await inspector.go('/')
  await inspector.page.getByText('Тіркегені үшін ақы сұрау').first().waitFor()
  await openAppeal(inspector)
  await act(inspector.page, 'Жұмысқа алу')
  await confirm(inspector.page, 'Жұмысқа алу')
  await state(inspector.page, 'Қаралуда')
  await inspector.page.getByText(story).first().waitFor()
  await inspector.axe()
  await inspector.picture('appeal-working')

  await act(inspector.page, 'Жауап жобасын дайындау')
  await inspector.page.getByRole('dialog').getByLabel('Қанағаттандырылды', { exact: true }).check()
  await confirm(inspector.page, 'Жауап жобасын дайындау')
  await inspector.page.waitForURL('**/documents/*')
  await inspector.page
    .getByLabel('Анықталған мән-жайлар')
    .fill('Кеңсе қызметкерінің ақы сұрағаны жазбалармен расталды.')
  await inspector.page
    .getByLabel('Құқықтық негіз')
    .fill('Әкімшілік рәсімдік-процестік кодекстің 76-бабы, Ереженің 6.23-тармағы.')
  await inspector.page
    .getByLabel('Өтінішті қарау нәтижесі')
    .fill('Өтініш қанағаттандырылды, қызметкерге қатысты материалдар жіберілді.')
  await inspector.page.getByRole('button', { name: 'Жобаны сақтау' }).click()
  await inspector.page.getByText('Жоба сақталды').first().waitFor()
  await inspector.axe()
  await inspector.picture('reply-draft')
  await act(inspector.page, 'Қол қоюға ұсыну')
  await confirm(inspector.page, 'Қол қоюға ұсыну')
  await state(inspector.page, 'Қол қоюда')
  const address = inspector.page.url()

  // Clause 15: the deputy, whom nobody has appointed to act, is told why not and signs nothing.
  const deputy = await as('deputy')
  await deputy.go(new URL(address).pathname)
  await deputy.page.getByText('меңгеруші', { exact: false }).first().waitFor()
  assert.equal(await deputy.page.getByRole('button', { name: 'Қол қою', exact: true }).count(), 0)

  await head.go(new URL(address).pathname)
  await act(head.page, 'Қол қою')
  await head.page.getByRole('dialog').getByRole('button', { name: 'Қол қою', exact: true }).click()
  // A fresh sign-in is proof enough; an older one is asked for the password again.
  const again = head.page.getByLabel('Құпиясөз')
  const signed = head.page.getByRole('heading', { name: 'Қол қойылды' })
  await Promise.race([again.waitFor().catch(() => undefined), signed.waitFor().catch(() => undefined)])
  if (await again.isVisible()) {
    await again.fill(password)
    await head.page.getByRole('button', { name: 'Растау' }).click()
  }
  await signed.waitFor()
  await head.axe()
  await head.picture('reply-signed')

  const later = await visit(t, portal)
  assert.ok(later)
  // What came by the public page goes back by it: the signed reply is handed over by a reaction, a job of its own.
  for (let tries = 40; ; tries -= 1) {
    await later.go('/kk/code')
    await later.page.getByLabel('Құпия код').fill(code.toLowerCase())
    await later.page.getByRole('button', { name: 'Ашу' }).click()
    if (await later.page.getByRole('heading', { name: 'Жауап дайын' }).isVisible()) break
    assert.ok(tries > 0, 'the reply never came to the applicant')
    await later.page.waitForTimeout(250)
  }
  await later.axe()
  await later.picture('portal-reply')
  const download = later.page.waitForEvent('download')
  await later.page.getByRole('link', { name: /Қол қойылған жауапты ашу/ }).click()
  assert.match((await download).suggestedFilename(), /\.pdf$/)

  const report = await auditJournal()
  assert.deepEqual(report.findings, [], 'the journal is whole')
  const { entries } = await asActor(house.database, await house.as('auditor'), (db) => readEntries(db, { limit: 500 }))
  const told = entries.filter(({ entry }) => entry.outcome === 'done').map(({ entry }) => entry.operation)
  for (const step of [
    'appeals.submit',
    'appeals.register',
    'appeals.assign',
    'appeals.takeUp',
    'appeals.draftReply',
    'documents.offer',
    'documents.sign',
  ])
    assert.ok(told.includes(step), `${step} is in the journal`)
  assert.ok(
    entries.every(({ entry }) => entry.clauses.length > 0),
    'every entry names its clauses',
  )
})

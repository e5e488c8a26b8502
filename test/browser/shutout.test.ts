// A citizen names an inspector: she finds no trace of it, the head does; another employee recuses himself; what is alike is proposed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { castActor, castId } from '../../src/app/cast.ts'
import { drainJobs } from '../../src/kernel/jobs/index.ts'
import { perform } from '../../src/kernel/perform.ts'
import { languages, type Language } from '../../src/kernel/text.ts'
import { plantShutouts } from '../../src/app/demo/shutout.ts'
import { assignAppeal } from '../../src/modules/appeals/operations.ts'
import { listAppeals } from '../../src/modules/appeals/queries.ts'
import { visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { serveStaff } from '../kit/staff.ts'

const house = await testHouse(null)
await plantShutouts({ house, clock: house.clock, actor: (role) => castActor(house, role) })
const { rows } = (await perform(house, listAppeals, await house.as('head'), {})).result
const idOf = (subject: string): string => {
  const found = rows.find((it) => it.subject === subject)
  assert.ok(found, subject)
  return found.id
}
const naming = idOf('Өтініштің жауапсыз қалғаны туралы')
const recused = idOf('Іспен таныстырмағаны туралы')
const alike = idOf('Баж талап еткені туралы')
const repeated = idOf('Баж туралы')
const joined = idOf('Баж туралы қайта жазды')
await perform(house, assignAppeal, await house.as('head'), { id: repeated, to: castId('inspector2') })
await perform(house, assignAppeal, await house.as('head'), { id: alike, to: castId('inspector2') })
await drainJobs(house)
const url = await serveStaff(house)

test('the inspector whom a citizen names finds no trace of it, and the head reads in which words', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  await inspector.go(`/appeals/${naming}`)
  await inspector.page.getByText('Мұндай жазба табылмады.').first().waitFor()
  await inspector.go('/appeals')
  assert.equal(await inspector.page.getByText('жауапсыз қалғаны').count(), 0)

  const head = await visit(t, url, { as: 'head' })
  assert.ok(head)
  await head.go(`/appeals/${naming}`)
  const card = head.page.getByRole('region', { name: 'Қолжетімділік шектелген' })
  await card.getByText('Айгүл Болатқызы Серікова').waitFor()
  await card.getByText('Толық аты-жөні бойынша').waitFor()
  await head.axe()
  await head.picture('shutout-card')
})

const queue: Record<Language, string> = {
  kk: 'Ықтимал аталғандар',
  ru: 'Возможно названные',
  en: 'Those who may be named',
}

for (const language of languages)
  test(`the queue of those who may be named, and the desk, are whole and accessible in ${language}`, async (t) => {
    const it = await visit(t, url, { language, as: 'head' })
    if (!it) return
    await it.turn('/shutouts')
    await it.page.getByRole('heading', { level: 1, name: queue[language] }).waitFor()
    await it.page.locator('tbody tr').first().waitFor()
    await it.axe()
    await it.picture('shutout-queue')
    await it.turn(`/appeals/${alike}`)
    await it.page.getByRole('tab').last().click()
    await it.page.locator('[role=tabpanel] article').first().waitFor()
    await it.axe()
    await it.picture('likeness-tab')
    await it.turn(`/people/${castId('inspector2')}`)
    await it.page.locator('.banner').first().waitFor()
    await it.picture('desk-warning')
    await it.turn(`/people/${castId('inspector2')}/desk`)
    await it.page.locator('form').waitFor()
    await it.axe()
    await it.picture('desk')
  })

test('the head decides a doubt with a reason', async (t) => {
  const it = await visit(t, url, { as: 'head' })
  if (!it) return
  await it.go('/shutouts')
  await it.page.getByRole('button', { name: 'Өтініште басқа адам аталған' }).click()
  const dialog = it.page.getByRole('dialog')
  await dialog.getByLabel('Себебі').fill('Басқа ұйымның қызметкері туралы айтылған.')
  await it.picture('shutout-refuse')
  await dialog.getByRole('button', { name: 'Өтініште басқа адам аталған' }).click()
  await it.page.getByText('Шешім күтіп тұрған ешкім жоқ.').waitFor()
  await it.axe()
  await it.picture('shutout-queue-empty')
})

test('another employee recuses himself, and the appeal is gone from his desk', async (t) => {
  const it = await visit(t, url, { as: 'inspector2' })
  if (!it) return
  await it.go(`/appeals/${alike}`)
  await it.page.getByRole('button', { name: 'Өздігінен шеттелу' }).click()
  const dialog = it.page.getByRole('dialog')
  await dialog.getByLabel('Жеке мүдде').check()
  await dialog.getByLabel('Түсіндірмесі').fill('Өтініш берушімен бірге қызмет еткенмін.')
  await it.axe()
  await it.picture('recusal')
  await dialog.getByRole('button', { name: 'Өздігінен шеттелу' }).click()
  await it.page.waitForURL(/\/appeals$/)
  await it.go(`/appeals/${alike}`)
  await it.page.getByText('Мұндай жазба табылмады.').first().waitFor()
})

test('the registrar sees the chain of repeats and the duplicate, and the head hands a desk over', async (t) => {
  const it = await visit(t, url, { as: 'registrar' })
  if (!it) return
  await it.go(`/appeals/${repeated}`)
  await it.page.getByText('Қайталама өтініш.').waitFor()
  await it.page.getByRole('tab', { name: 'Ұқсас өтініштер' }).click()
  await it.page.getByText('Бір мәселе бойынша өтініштер тізбегі').waitFor()
  await it.axe()
  await it.picture('likeness-chain')
  await it.go(`/appeals/${joined}`)
  await it.page.getByText('Қосарланған өтініш.').waitFor()

  const head = await visit(t, url, { as: 'head' })
  assert.ok(head)
  await head.go(`/appeals/${recused}`)
  await head.page.getByText('Аталған маман – жақын туысым.').waitFor()
  await head.go(`/people/${castId('inspector2')}/desk`)
  await head.page.getByLabel('Барлығын қабылдайтын қызметкер').fill('Гүлнар')
  await head.page.locator('.ant-select-item-option', { hasText: 'Гүлнар' }).first().click()
  await head.page.getByLabel('Негізі').fill('Бұйрық № 12')
  await head.page.getByRole('button', { name: 'Істерді тапсыру' }).click()
  await head.page.getByText('Істер тапсырылды.').waitFor()
  await head.axe()
})

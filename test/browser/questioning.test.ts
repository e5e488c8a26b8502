// Questioning in a real browser: why a judge may not be questioned, the Chairman's permission, the consent, the withdrawal that stops an
// open screen; and a member of staff who explains on the public page without scripts.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { languages } from '../../src/kernel/text.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { listAuthorities } from '../../src/modules/authorities/queries.ts'
import { almatyCourt } from '../../src/modules/persons/persons.kit.ts'
import { addParticipant, correctEntry } from '../../src/modules/questioning/holding.ts'
import { deskOf } from '../../src/modules/questioning/questioning.kit.ts'
import { openQuestioning } from '../../src/modules/questioning/queries.ts'
import { refuseSummons } from '../../src/modules/summonses/answering.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { servePortal } from '../kit/portal.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)

const judge = await desk.register({ nameKk: 'Әсет Дәуренұлы Нұрпейісов', body: almatyCourt })
const clerk = await desk.clerk()
const official = await desk.official()
const running = await desk.opened(judge.id)
const meeting = { appearOn: '2026-11-24', appearPlace: '305-бөлме' }
const explained = await desk.served(running.id, clerk.id, meeting)
const missed = await desk.served(running.id, official.id, meeting)
await as('inspector', refuseSummons, {
  id: missed.summons,
  on: '2026-11-23',
  words: 'Түсініктеме беруден ауызша бас тартты, себебін айтпады.',
  witnesses: [
    { name: 'Ержан Төлеуұлы Сапаров', post: 'кеңсе меңгерушісі' },
    { name: 'Алия Бауыржанқызы Нұрова', post: 'бас маман' },
  ],
})
const held = await desk.underway()
await as('inspector', addParticipant, {
  id: held.questioning,
  role: 'defender',
  name: 'Ақан Сейітов',
  paper: 'лицензия № 17',
})
await desk.ask(held.questioning, 'Іс қалай бөлінді?', 'Автоматты түрде бөлінді, мен араласқан жоқпын.')
await desk.ask(held.questioning, 'Тараптармен сөйлестіңіз бе?', 'Жоқ.')
const [, second] = (await as('inspector', openQuestioning, { id: held.questioning })).said
await as('inspector', correctEntry, {
  id: held.questioning,
  entry: second?.id ?? '',
  question: 'Тараптармен сөйлестіңіз бе?',
  answer: 'Сот отырысынан тыс сөйлескен жоқпын.',
  reason: 'Судья жауабын нақтылады.',
})
const url = await serveStaff(house)
const portal = await servePortal(house)

const tab = { kk: 'Жауап алу', ru: 'Опрос', en: 'Questioning' } as const

for (const language of languages)
  test(`the screens of questioning are whole and accessible in ${language}`, async (t) => {
    const inspector = await visit(t, url, { language, as: 'inspector' })
    if (!inspector) return
    await inspector.sweep([
      [`/summonses/${explained.summons}`, 'summons-served'],
      [`/summonses/${missed.summons}`, 'summons-refused'],
      [`/questioning/${held.questioning}`, 'questioning-underway'],
    ])
    await inspector.turn(`/investigations/${running.id}`)
    await inspector.page.getByRole('tab', { name: tab[language], exact: true }).click()
    await inspector.page.locator('main .stack article').first().waitFor()
    await inspector.axe()
    await inspector.picture('investigation-questioning')
    const anybody = await visit(t, portal, { language, width: 420 })
    assert.ok(anybody)
    await anybody.turn(`/${language}/explanation`)
    await anybody.axe()
    await anybody.picture('explanation-code')
    for (const [code, name] of [
      [explained.code, 'explanation-form'],
      [held.code, 'consent-in-hand'],
    ] as const) {
      await anybody.turn(`/${language}/explanation`)
      await anybody.page.locator('#code').fill(code)
      await anybody.page.locator('main form button.first').click()
      await anybody.page.locator('dl.facts').waitFor()
      await anybody.axe()
      await anybody.picture(name)
    }
  })

test('a judge: refused with its reason, asked, granted, consented, begun; the withdrawal stops the open screen', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  const { page } = inspector
  await inspector.go(`/investigations/${running.id}`)
  await page.getByRole('tab', { name: 'Жауап алу' }).click()
  await page.getByText('Ондай құжат жоқ.').first().waitFor()
  assert.match(
    (await page.getByRole('link', { name: 'Төрағадан рұқсат сұрау' }).first().getAttribute('href')) ?? '',
    /purpose=questioning/,
  )
  await page.getByRole('button', { name: 'Жауап алуды жоспарлау' }).click()
  const plan = page.getByRole('dialog')
  await plan.getByLabel('Кімнен жауап алынады').click()
  await page.keyboard.type('Нұрпейісов')
  await page.locator('.ant-select-item-option', { hasText: 'Нұрпейісов' }).click()
  await plan.getByLabel('Күні').fill('23.11.2026')
  await page.keyboard.press('Tab')
  await plan.getByLabel('Орны').fill('305-бөлме')
  await plan.getByRole('button', { name: 'Жауап алуды жоспарлау' }).click()
  await page.waitForURL(/\/questioning\/[0-9a-f-]{36}$/)
  const path = new URL(page.url()).pathname
  await page.getByText('Жауап алуды бастау үшін мыналар жетіспейді:').waitFor()
  // Three things are missing, each with its sentence; there is no button to begin.
  assert.equal(await page.locator('.banner ul li').count(), 3)
  assert.equal(await page.getByRole('button', { name: 'Жауап алуды бастау' }).count(), 0)
  await inspector.axe()
  await inspector.picture('questioning-missing')

  // The head asks by the link, the Chairman grants.
  const head = await visit(t, url, { as: 'head' })
  assert.ok(head)
  await head.go(path)
  await head.page.getByRole('link', { name: 'Төрағадан рұқсат сұрау' }).click()
  await head.page.getByLabel('Негізі').fill('Судьядан мән-жайларды сұрау қажет.')
  await head.page.getByRole('button', { name: 'Тапсырма не рұқсат сұрау' }).click()
  await head.page.waitForURL(/\/authorities\/[0-9a-f-]{36}$/)
  const authority = new URL(head.page.url()).pathname
  const chairman = await visit(t, url, { as: 'chairman' })
  assert.ok(chairman)
  await chairman.go(authority)
  await chairman.page.getByRole('button', { name: 'Шешім қабылдау' }).click()
  const decision = chairman.page.getByRole('dialog')
  await decision.getByLabel('Беремін').check()
  await decision.getByLabel('Негіздеме').fill('Рұқсат етемін.')
  await decision.getByRole('button', { name: 'Шешім қабылдау' }).click()
  await chairman.page.getByRole('dialog').waitFor({ state: 'detached' })
  const granted = (await as('chairman', listAuthorities, { size: 100 })).rows.find(({ id }) => authority.endsWith(id))
  assert.equal(granted?.inForce, true)
  // The open screen hears it: two things are left.
  await page.locator('.banner ul li').nth(2).waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Құқықтары түсіндірілгенін тіркеу' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Құқықтары түсіндірілгенін тіркеу' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Судьяның келісімін тіркеу' }).first().click()
  const consent = page.getByRole('dialog')
  await consent.getByLabel('Ауызша келісім').check()
  await consent.getByLabel('Судьяның сөзі').fill('Жауап беруге келісемін.')
  await consent.getByRole('button', { name: 'Судьяның келісімін тіркеу' }).click()
  const code = (await page.locator('output.code-once').textContent()) ?? ''
  assert.ok(code.length > 20)
  await inspector.axe()
  await inspector.picture('questioning-code')
  await page.getByRole('button', { name: 'Код берілді' }).click()

  await page.getByRole('button', { name: 'Жауап алуды бастау' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Жауап алуды бастау' }).click()
  await page.locator('.state', { hasText: 'Жүріп жатыр' }).waitFor()
  await page.getByRole('button', { name: 'Сұрақ пен жауапты жазу' }).click()
  await page.getByRole('dialog').getByLabel('Сұрақ').fill('Іс қалай бөлінді?')
  await page.getByRole('dialog').getByLabel('Жауап').fill('Автоматты түрде бөлінді.')
  await page.getByRole('dialog').getByRole('button', { name: 'Сұрақ пен жауапты жазу' }).click()
  await page.getByText('Автоматты түрде бөлінді.').waitFor()
  await inspector.picture('questioning-asked')

  // The judge withdraws on the public page; nobody touches the inspector's screen.
  const away = await visit(t, portal, { scripts: false, width: 420 })
  assert.ok(away)
  await away.go('/kk/explanation')
  await away.page.locator('#code').fill(code.toLowerCase())
  await away.page.locator('main form button.first').click()
  await away.page.getByText('Сізден тек өз келісіміңізбен жауап алынады').waitFor()
  await away.page.getByRole('button', { name: 'Келісімді кері қайтару' }).click()
  await away.page.getByText('Келісіміңіз кері қайтарылды').waitFor()
  await page.getByText('Жауап алу тоқтатылды.').waitFor()
  await page.locator('.state', { hasText: 'Тоқтатылды' }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Сұрақ пен жауапты жазу' }).count(), 0)
  await page.getByText('Автоматты түрде бөлінді.').waitFor()
  await inspector.axe()
  await inspector.picture('questioning-stopped')
  await news()
})

test('a member of staff explains with the code, without scripts; the inspector reads it', async (t) => {
  const clerkAtHome = await visit(t, portal, { scripts: false, width: 420 })
  if (!clerkAtHome) return
  const { page } = clerkAtHome
  await clerkAtHome.go('/kk/explanation')
  await page.locator('#code').fill(explained.code)
  await page.locator('main form button.first').click()
  await page.getByText('Сіздің құқықтарыңыз').waitFor()
  await page.locator('#text').fill('Мен ешкімнен ақша сұраған жоқпын.\nБұл туралы ештеңе білмеймін.')
  await page.getByRole('button', { name: 'Растап жіберу' }).click()
  await page.locator('#faults').waitFor()
  await page.locator('#own').check()
  await page.getByRole('button', { name: 'Растап жіберу' }).click()
  await page.getByText('Түсініктемеңіз қабылданды').first().waitFor()
  await clerkAtHome.picture('explanation-slip')
  await news()

  const inspector = await visit(t, url, { as: 'inspector' })
  assert.ok(inspector)
  await inspector.go(`/summonses/${explained.summons}`)
  await inspector.page.getByRole('tab', { name: 'Түсініктемелер' }).click()
  await inspector.page.getByRole('button', { name: 'Оқу' }).click()
  await inspector.page.getByText('Мен ешкімнен ақша сұраған жоқпын.').waitFor()
  await inspector.axe()
  await inspector.picture('summons-explained')
})

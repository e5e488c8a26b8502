// Investigations in a real browser: the head prepares one, sees why it cannot open, asks; the Chairman assigns; it opens, a colleague with
// an interest is refused, and what the Chairman revokes halts it on the screen that is open.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { asksOfPage } from '../../bench/case-file.ts'
import { castIin } from '../../src/app/cast.ts'
import { languages } from '../../src/kernel/text.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { listAuthorities } from '../../src/modules/authorities/queries.ts'
import { deskOf } from '../../src/modules/investigations/investigations.kit.ts'
import { noteAbsence } from '../../src/modules/limitations/operations.ts'
import { almatyCourt } from '../../src/modules/persons/persons.kit.ts'
import * as course from '../../src/modules/proceedings/operations.ts'
import { castId } from '../../src/modules/appeals/appeals.kit.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { asOwner } from '../kit/papers.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)
const clerk = await desk.register({ nameKk: 'Сұңқар Дүйсенұлы Баймолдин', kind: 'staff', post: 'office-head' })
await desk.register({ nameKk: 'Әсет Дәуренұлы Нұрпейісов', body: almatyCourt })
// The second inspector served in that court.
await desk.register({ nameKk: 'Дәулет Нұрланұлы Оспанов', iin: castIin('inspector2'), body: almatyCourt })
const running = await desk.opened([clerk.id], {
  allegations: 'Істі тездету үшін ақша алғаны туралы хабар тексеріледі.',
})
const paper = { person: clerk.id, cause: 'leave' as const, paper: 'Бұйрық № 14, 02.11.2026' }
await as('inspector', noteAbsence, { id: running.id, ...paper, from: '2026-11-02', until: '2026-11-11' })
const steps = ['Кеңсе журналын қарау', 'Куәдан жазбаша түсініктеме алу']
for (const what of steps)
  await as('inspector', course.planStep, { id: running.id, what, who: castId('inspector'), by: '2026-12-04' })
await as('inspector', course.addNote, {
  id: running.id,
  happenedOn: '2026-11-20',
  words: 'Сот кеңсесінің журналы алынды.',
})
const { superior, convicted } = await desk.subordinate('2024-02-01')
const proposed = (await desk.verdict(convicted)) ?? ''
await desk.verdict(superior)
const url = await serveStaff(house)

for (const language of languages)
  test(`the screens of investigations are whole and accessible in ${language}`, async (t) => {
    const head = await visit(t, url, { language, as: 'head' })
    if (!head) return
    for (const [path, name, always] of [
      ['/investigations', 'investigations', true],
      [`/investigations/${running.id}`, 'investigation-open', true],
      [`/investigations/${proposed}`, 'investigation-proposed', true],
      ['/investigations/new', 'investigation-new', true],
      ['/investigations/new?kind=superior', 'investigation-new-superior', false],
      ['/superiors', 'superiors', true],
    ] as const) {
      if (language !== 'kk' && !always) continue
      await head.turn(path)
      await head.axe()
      await head.picture(name)
    }
    await head.turn(`/investigations/${running.id}`)
    for (const [at, name] of [
      [1, 'team'],
      [2, 'plan'],
      [3, 'events'],
      [8, 'limitations'],
      [9, 'suspensions'],
    ] as const) {
      await head.page.getByRole('tab').nth(at).click()
      await head.axe()
      await head.picture(`investigation-${name}`)
    }
    const chairman = await visit(t, url, { language, as: 'chairman' })
    assert.ok(chairman)
    await chairman.turn(`/investigations/${running.id}`)
    await chairman.axe()
    await chairman.picture('investigation-brief')
  })

test('prepared, refused, asked, assigned, opened; a conflict is refused; what is revoked halts the open screen', async (t) => {
  const head = await visit(t, url, { as: 'head' })
  if (!head) return
  const { page } = head
  await head.go('/investigations')
  await page.getByRole('link', { name: 'Қызметтік тексеруді дайындау' }).first().click()
  await page.getByLabel('Тексерілетін адам').click()
  await page.keyboard.type('Нұрпейісов')
  await page.locator('.ant-select-item-option', { hasText: 'Нұрпейісов' }).click()
  await page.keyboard.press('Escape')
  await page.getByLabel('Не туралы').fill('Судьяның іске араласқаны туралы хабар.')
  await page.getByLabel('Тәртіптік теріс қылық').check()
  await page.getByLabel('Жасалған күні').fill('02.11.2026')
  await page.keyboard.press('Tab')
  await page.getByLabel('Анықталған күні').fill('16.11.2026')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Қызметтік тексеруді дайындау' }).click()
  await page.locator('.state', { hasText: 'Дайындалды' }).waitFor()
  const path = new URL(page.url()).pathname
  // Why it cannot open, and where to ask.
  await page.getByText('Тексеруді бастау үшін мыналар жетіспейді:').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Тексеруді бастау' }).count(), 0)
  await head.axe()
  await head.picture('investigation-missing')
  await page.getByRole('link', { name: 'Тапсырма сұрау' }).click()
  await page.getByLabel('Жоғарғы Сот Төрағасы').check()
  await page.getByLabel('Негізі').fill('Судьяға қатысты хабарды тексеру қажет.')
  await page.getByRole('button', { name: 'Тапсырма не рұқсат сұрау' }).click()
  await page.waitForURL(/\/authorities\/[0-9a-f-]{36}$/)
  const authority = new URL(page.url()).pathname

  const chairman = await visit(t, url, { as: 'chairman' })
  assert.ok(chairman)
  await chairman.go(authority)
  await chairman.page.getByRole('button', { name: 'Шешім қабылдау' }).click()
  const decision = chairman.page.getByRole('dialog')
  await decision.getByLabel('Беремін').check()
  await decision.getByLabel('Негіздеме').fill('Тексеру жүргізілсін.')
  await decision.getByRole('button', { name: 'Шешім қабылдау' }).click()
  await chairman.page.getByRole('dialog').waitFor({ state: 'detached' })

  await head.go(path)
  await page.getByRole('button', { name: 'Тексеруді бастау' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Тексеруді бастау' }).click()
  await page.locator('.state', { hasText: 'Жүргізілуде' }).waitFor()

  await page.getByRole('button', { name: 'Топқа қосу' }).click()
  await page.getByLabel('Қызметкер').click()
  await page.keyboard.type('Оспанов')
  await page.locator('.ant-select-item-option', { hasText: 'бір сотта' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Топқа қосу' }).click()
  await page.getByRole('alert').getByText('бір сотта не бір бөлімшеде').first().waitFor()
  await head.picture('investigation-conflict')
  await page.getByRole('dialog').getByRole('button', { name: 'Бас тарту' }).click()

  const asked = (await as('chairman', listAuthorities, { size: 100 })).rows.find(({ id }) => authority.endsWith(id))
  assert.equal(asked?.inForce, true)
  await chairman.go(authority)
  await chairman.page.getByRole('button', { name: 'Күшін жою' }).click()
  await chairman.page.getByRole('dialog').getByLabel('Себебі').fill('Мән-жайлар өзгерді.')
  await chairman.page.getByRole('dialog').getByRole('button', { name: 'Күшін жою' }).click()
  // Nobody touches the head's screen: it learns by itself.
  await page.getByText('Тексеру тоқтатыла тұрды: тапсырманың күші жоқ.').waitFor()
  await page.locator('.state', { hasText: 'Тоқтатыла тұрды' }).waitFor()
  await head.picture('investigation-halted')

  const outsider = await visit(t, url, { as: 'inspector2' })
  assert.ok(outsider)
  const replies = []
  for (const id of [path.split('/')[2], '0198a000-0000-7000-8000-000000000000']) {
    const reply = await outsider.page.request.post(`${url}/api/investigations.one`, {
      headers: { 'x-qorgan': '1', origin: url },
      data: { id },
    })
    replies.push([reply.status(), await reply.text()])
  }
  assert.equal(replies[0]?.[0], 404)
  assert.deepEqual(replies[0], replies[1])
})

test('the page asks at opening for no more than is measured; its events are asked for on their tab and turned by the page', async (t) => {
  await asOwner(
    house,
    `insert into investigation_notes (id, investigation_id, happened_on, at, by, words)
    select gen_random_uuid(), $1, date '2026-11-10' - n, timestamptz '2026-11-21T10:00Z', $2,
      jsonb_build_object('kk', it, 'ru', it, 'en', it) from generate_series(1, 120) n, lateral (select 'Оқиға № ' || n as it) w`,
    [running.id, castId('inspector')],
  )
  const head = await visit(t, url, { as: 'head' })
  if (!head) return
  const { page } = head
  const asked = new Set<string>()
  page.on('request', (request) => {
    const name = /\/api\/(\w+\.\w+)$/.exec(request.url())?.[1]
    const input = name ? (request.postDataJSON() as { id?: unknown } | null) : null
    if (name && input?.id === running.id) asked.add(name)
  })
  await head.go(`/investigations/${running.id}`)
  await page.getByRole('heading', { name: 'Оқиғалар желісі' }).waitFor()
  assert.deepEqual([...asked].toSorted(), ['investigations.one', ...asksOfPage].toSorted())
  await page.getByRole('tab', { name: 'Оқиғалар' }).click()
  const panel = page.getByRole('tabpanel')
  await panel.getByText('Сот кеңсесінің журналы алынды.').waitFor()
  assert.ok(asked.has('proceedings.notes'))
  await panel.getByRole('button', { name: 'Келесі' }).click()
  await panel.getByText('Оқиға № 30', { exact: true }).waitFor()
  assert.equal(await panel.getByText('Сот кеңсесінің журналы алынды.').count(), 0)
  await head.axe()
  await head.picture('investigation-events-older')
})

// The screens of people, staffing, job descriptions and courts in a real browser, in three languages.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { castId } from '../../src/app/cast.ts'
import { perform } from '../../src/kernel/perform.ts'
import { languages } from '../../src/kernel/text.ts'
import { visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { serveStaff } from '../kit/staff.ts'

const house = await testHouse(null)
const url = await serveStaff(house)
const act = async (name: string, as: 'head' | 'admin' | 'caHead', input: object) => {
  const operation = house.registry.operations.get(name)
  assert.ok(operation, name)
  return (await perform(house, operation, await house.as(as), input)).result
}

const now = (await act('staffing.open', 'caHead', {})) as { inForce: { rows: { postId: string; seats: number }[] } }
const rows = now.inForce.rows.map(({ postId, seats }) => ({ postId, seats }))
const proposed = (await act('staffing.propose', 'head', {
  fromOn: '2027-01-01',
  basis: 'Жүктеме өсті',
  rows: rows.map((row, place) => (place === 2 ? { ...row, seats: 30 } : row)),
})) as { id: string }
await act('org.recordAbsence', 'admin', {
  id: castId('head'),
  kind: 'leave',
  fromOn: '2026-11-23',
  untilOn: '2026-11-27',
})

for (const language of languages)
  test(`the screens of people and posts are whole and accessible in ${language}`, async (t) => {
    const admin = await visit(t, url, { language, as: 'admin' })
    if (!admin) return
    for (const [name, path] of [
      ['people', '/people'],
      ['person', `/people/${castId('head')}`],
      ['hire', '/people/new'],
      ['staffing', '/staffing'],
      ['descriptions', '/descriptions'],
      ['courts', '/courts'],
    ] as const) {
      await admin.turn(path)
      await admin.axe()
      await admin.picture(`org-${name}`)
    }
    const caHead = await visit(t, url, { language, as: 'caHead' })
    assert.ok(caHead)
    await caHead.turn(`/staffing/${proposed.id}`)
    // Over the limit: the button is not there, the reason and its clause are.
    await caHead.page.locator('.banner.warn').first().waitFor()
    assert.equal(
      (await caHead.page.locator('.banner.warn a, .banner.warn button').filter({ hasText: '3' }).count()) > 0,
      true,
    )
    await caHead.axe()
    await caHead.picture('org-over-limit')
  })

test('a person is hired, appointed and given an acting post by the administrator', async (t) => {
  const it = await visit(t, url, { as: 'admin' })
  if (!it) return
  const { page } = it
  await it.go('/people/new')
  await page.getByLabel('Аты, әкесінің аты, тегі қазақша').fill('Әйгерім Нұрланқызы Сәдуақасова')
  await page.getByRole('button', { name: 'Енгізу', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Әйгерім Нұрланқызы Сәдуақасова' }).waitFor()
  await page.getByText('Aigerim Nurlankyzy Saduakasova').waitFor()
  await page.getByRole('button', { name: 'Тағайындау' }).click()
  await page.getByLabel('Лауазым', { exact: true }).fill('Талдаушы')
  await page.locator('.ant-select-item-option', { hasText: 'Талдаушы' }).first().click()
  await page.getByLabel('Негізі').fill('№ 15 бұйрық')
  await it.axe()
  await it.picture('org-appoint')
  await page.locator('dialog button[type=submit]').click()
  await page.locator('tbody', { hasText: '№ 15 бұйрық' }).waitFor()
})

test('courts come in from a file, and each bad row says what to mend', async (t) => {
  const it = await visit(t, url, { as: 'admin' })
  if (!it) return
  const { page } = it
  await it.go('/courts')
  await page.getByRole('button', { name: 'Файлдан енгізу' }).click()
  const lines = [
    'code,kind,region,name_kk,name_ru,name_en,case_code,valid_from,valid_to,predecessors',
    'T-1,district,75,Алмалы аудандық соты,Алмалинский районный суд,Almaly District Court,7511,2010-01-01,,',
    'T-2,castle,75,Қате сот,Ошибочный суд,Wrong court,,2010-01-01,,',
  ]
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'courts.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await page.locator('dialog tbody tr').waitFor()
  await it.axe()
  await it.picture('org-import')
  assert.match(await page.locator('dialog tbody tr').innerText(), /kind[\s\S]*castle/)
})

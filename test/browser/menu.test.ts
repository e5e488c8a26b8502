// Every screen of the menu, for the head and for the administrator, in three languages: it opens, and axe-core finds nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../../src/kernel/text.ts'
import { visit, type Visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { serveStaff } from '../kit/staff.ts'

const url = await serveStaff(await testHouse(null))

const menuOf = ({ page }: Visit): Promise<string[]> =>
  page.locator('.side a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))

const show = async ({ page, turn }: Visit, to: string): Promise<void> => {
  await turn(to)
  await page.locator(`.side a[href="${to}"][aria-current=page]`).waitFor()
  await page.locator('main h1').waitFor()
  assert.equal(await page.locator('main .broken').count(), 0, `${to} shows an error`)
  assert.notEqual(await page.title(), '', to)
}

const open = async (it: Visit, to: string): Promise<void> => {
  await show(it, to)
  await it.axe()
  await it.picture(`menu${to.replaceAll('/', '-')}`)
}

for (const language of languages)
  test(`every screen of the menu is whole and accessible in ${language}`, async (t) => {
    const seen = new Set<string>()
    for (const as of ['head', 'admin']) {
      const it = await visit(t, url, { language, as })
      if (!it) return
      await it.turn('/')
      const links = await menuOf(it)
      for (const to of links.filter((each) => !seen.has(each))) {
        seen.add(to)
        await open(it, to)
      }
    }
    assert.ok(seen.size >= 4, `the menu is short: ${[...seen].join(' ')}`)
  })

test('whoever else signs in can open every screen of the own menu', async (t) => {
  for (const as of [
    'chairman',
    'caHead',
    'deputy',
    'inspector',
    'analyst',
    'registrar',
    'abaiHead',
    'auditor',
    'gate',
  ]) {
    const it = await visit(t, url, { as })
    if (!it) return
    await it.go('/')
    const links = await menuOf(it)
    assert.ok(links.length > 0, as)
    for (const to of links) await show(it, to)
  }
})

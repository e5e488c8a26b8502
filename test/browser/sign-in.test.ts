// The door in a real browser: the second factor, the forced change of a temporary password, the dangerous act.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import { castId, demoPassword, type CastName } from '../../src/app/cast.ts'
import { perform } from '../../src/kernel/perform.ts'
import { enrolTotp, resetPassword } from '../../src/modules/access/contract.ts'
import { visit } from '../kit/browser.ts'
import { testHouse } from '../kit/house.ts'
import { serveStaff } from '../kit/staff.ts'

const house = await testHouse(null)
const url = await serveStaff(house)

const act = async (as: CastName, name: string, input: object): Promise<unknown> => {
  const operation = house.registry.operations.get(name)
  assert.ok(operation, name)
  return (await perform(house, operation, await house.as(as), input)).result
}

test('a person with a code generator proves it with six digits, and a wrong code is told so', async (t) => {
  const { secret } = enrolTotp.output.parse(await act('analyst', 'access.enrolTotp', {}))
  const code = (): string => new TOTP({ secret }).generate({ timestamp: house.clock.now().getTime() })
  await act('analyst', 'access.enrolTotpConfirm', { code: code() })
  house.clock.forward(60_000)

  const it = await visit(t, url)
  if (!it) return
  const { page } = it
  await it.go('/law')
  await page.getByLabel('Кіру аты').fill('analyst')
  await page.getByLabel('Құпиясөз').fill(demoPassword)
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
  await page.getByLabel('Растау коды').waitFor()
  await it.axe()
  await it.picture('code')

  await page.getByLabel('Растау коды').fill(code() === '000000' ? '111111' : '000000')
  await page.getByRole('button', { name: 'Растау' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Растау коды').fill(code())
  await page.getByRole('button', { name: 'Растау' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ереже' }).waitFor()
})

test('a temporary password opens nothing but its own change', async (t) => {
  const given = resetPassword.output.parse(await act('admin', 'access.resetPassword', { id: castId('gate') }))
  const it = await visit(t, url)
  if (!it) return
  const { page } = it
  const enter = async (): Promise<void> => {
    await it.go('/law')
    await page.getByLabel('Кіру аты').fill(given.login)
    await page.getByLabel('Құпиясөз').fill(given.temporaryPassword)
    await page.getByRole('button', { name: 'Кіру', exact: true }).click()
    await page.getByLabel('Жаңа құпиясөз').waitFor()
  }
  await enter()
  await it.axe()
  await enter()
  assert.equal(await page.locator('.clause').count(), 0, 'a reload opens no screen: half a sign-in is nobody yet')

  await page.getByLabel('Қазіргі құпиясөз').fill(given.temporaryPassword)
  await page.getByLabel('Жаңа құпиясөз').fill('Қақпа-2026-күзетші!')
  await page.getByRole('button', { name: 'Ауыстыру' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ереже' }).waitFor()
})

// Persons and personal files in a real browser: an inspector opens a card on a ground; a personal file is refused with the reason and
// the way to ask; under a permission its pages open with the reader's marks; its revocation closes the open screen.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createCanvas } from '@napi-rs/canvas'
import { castId } from '../../src/app/cast.ts'
import { languages } from '../../src/kernel/text.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { deskOf } from '../../src/modules/authorities/authorities.kit.ts'
import { revokeAuthority } from '../../src/modules/authorities/ending.ts'
import * as files from '../../src/modules/personalFiles/operations.ts'
import { listViews } from '../../src/modules/personalFiles/queries.ts'
import { openPerson } from '../../src/modules/personCards/opening.ts'
import * as keeping from '../../src/modules/persons/keeping.ts'
import { readCard } from '../../src/modules/personCards/queries.ts'
import { abaiDepartment, nobodysIin, registryOf } from '../../src/modules/persons/persons.kit.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { visit } from '../kit/browser.ts'
import { serveStaff } from '../kit/staff.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const enter = registryOf(stage)
const official = { kind: 'official' as const, body: abaiDepartment }
const chief = await enter({
  ...official,
  nameKk: 'Қайсар Маратұлы Жолдасов',
  post: 'department-head',
  from: '2024-02-01',
})
const clerk = await enter({ ...official, nameKk: 'Ботагөз Нұржанқызы Сейітова', post: 'chief-specialist' })
const judge = await enter({ nameKk: 'Шынар Тұрсынқызы Әбенова', sex: 'female' })
for (let at = 0; at < 26; at += 1) await enter({ nameKk: `Сынақ Тізімұлы Жолов ${'абвгдежзиклмнопрстуфхцчшыэ'[at]}` })
const reason = 'Өтініште аталған мән-жайларды тексеру.'
const { opening } = await as('inspector2', openPerson, { id: clerk.id, reason })
await as('analyst', openPerson, { id: clerk.id, reason })
const [post] = (await as('analyst', readCard, { id: clerk.id })).posts
const basis = 'Бөлімше туралы ереже'
await as('analyst', keeping.setSuperior, {
  id: clerk.id,
  post: post?.id ?? '',
  from: '2021-03-01',
  superior: chief.id,
  basis,
})
await as('analyst', keeping.addKin, { id: clerk.id, relation: 'sibling', kinName: 'Нұрлан Нұржанұлы Сейітов', basis })
const begin = (person: string, number: string) =>
  as('registrar', files.beginFile, { person, number, heldAt: 'Абай облысының департаменті' })
const { id: file } = await begin(clerk.id, 'ЖІ-0107')
const { id: closed } = await begin(judge.id, 'ЖІ-0042')
const appeal = await stage.assigned('inspector')
const desk = deskOf(stage)

const permit = async (): Promise<string> => {
  const about = [`personalFile:${file}`]
  const authority = await desk.granted({ purpose: 'personalFile', about, until: '2026-12-18' })
  await as('head', files.appointReader, { id: file, authority, reader: castId('inspector') })
  return authority
}
const scan = async (): Promise<Buffer> => {
  const sheet = createCanvas(900, 1200)
  const pen = sheet.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 900, 1200)
  pen.fillStyle = '#222'
  pen.font = '24px sans-serif'
  for (let y = 90; y < 1150; y += 42) pen.fillText(`Service record, line ${y}: an invented paper`, 70, y)
  return sheet.encode('png')
}
const url = await serveStaff(house)

for (const language of languages)
  test(`the screens of persons and personal files are whole and accessible in ${language}`, async (t) => {
    const analyst = await visit(t, url, { language, as: 'analyst' })
    if (!analyst) return
    for (const [path, name, always] of [
      ['/persons', 'persons', true],
      [`/persons/${clerk.id}`, 'person-open', true],
      [`/persons/${judge.id}`, 'person-closed', false],
      ['/persons/new', 'person-new', false],
      ['/persons/import', 'persons-import', false],
      ['/personal-files', 'personal-files', true],
      [`/personal-files/${closed}`, 'personal-file-closed', true],
      ['/personal-files/new', 'personal-file-new', false],
    ] as const) {
      if (language !== 'kk' && !always) continue
      await analyst.turn(path)
      await analyst.axe()
      await analyst.picture(name)
    }
    const head = await visit(t, url, { language, as: 'head' })
    assert.ok(head)
    await head.sweep([
      ['/persons/openings', 'openings'],
      [`/persons/openings/${opening}`, 'opening'],
      ['/personal-files/trace', 'personal-file-trace'],
    ])
  })

test('an inspector finds a person in another spelling and opens the card on a matter of the own', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  const { page } = inspector
  await inspector.go('/persons')
  await inspector.axe()
  await inspector.picture('persons-find')
  await page.getByLabel('Аты-жөні немесе ЖСН').fill('Seitova Botagoz')
  await page.getByRole('link', { name: 'Ботагөз Нұржанқызы Сейітова' }).click()
  await page.getByText('Карточка жабық. Оны ашу үшін').waitFor()
  assert.equal(await page.getByText(String(clerk.iin)).count(), 0)
  await page.getByRole('button', { name: 'Карточканы ашу' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Жүргізіп отырған ісіңіз').click()
  await page.keyboard.type(appeal.number)
  await page.locator('.ant-select-item-option').first().click()
  await dialog.getByRole('button', { name: 'Карточканы ашу' }).click()
  // A ground is a reason in words, too.
  await dialog.getByRole('alert').getByText('Не үшін ашасыз').waitFor()
  await dialog.getByLabel('Не үшін ашасыз').fill(reason)
  await dialog.getByRole('button', { name: 'Карточканы ашу' }).click()
  await page.getByText('Карточка сізге ашық.').waitFor()
  await page.getByRole('link', { name: 'Қайсар Маратұлы Жолдасов' }).waitFor()
  await page.getByRole('tab', { name: 'Мәліметтері' }).click()
  await page.getByText(String(clerk.iin)).waitFor()
  await inspector.axe()
  await inspector.picture('person-card')
})

test('a personal file is refused with the reason and the way to ask, opens under a permission, and closes when it is revoked', async (t) => {
  const inspector = await visit(t, url, { as: 'inspector' })
  if (!inspector) return
  const { page } = inspector
  await inspector.go(`/personal-files/${file}`)
  await page.getByText('Бұл жеке істі атаған рұқсат немесе тапсырма жоқ').first().waitFor()
  await inspector.axe()
  await page.getByRole('link', { name: 'Рұқсат сұрау' }).click()
  await page.waitForURL(/\/authorities\/new\?purpose=personalFile&about=personalFile/)
  await page.getByText('ЖІ-0107').first().waitFor()
  await inspector.picture('personal-file-asking')
  await inspector.go(`/personal-files/${file}`)
  const authority = await permit()
  // The screen that was open learns of it by itself.
  await page.getByText('Сізге ашық. Рұқсаттың нөмірі').waitFor()
  await page.getByRole('button', { name: 'Құжатты тіркеу' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Түрі').click()
  await page.keyboard.type('Тағайындау')
  await page.locator('.ant-select-item-option').first().click()
  await dialog.getByLabel('Атауы').fill('Тағайындау туралы бұйрық')
  await dialog.getByLabel('Құжаттың күні').fill('01.03.2021')
  await page.keyboard.press('Enter')
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'бет.png', mimeType: 'image/png', buffer: await scan() })
  // Sent: until then the name stands there with nothing to take away.
  await dialog.getByRole('button', { name: 'Алып тастау' }).waitFor()
  await dialog.getByRole('button', { name: 'Құжатты тіркеу' }).click()
  await page.getByRole('button', { name: 'Беттерін ашу: Тағайындау туралы бұйрық' }).click()
  const shown = page.getByRole('img', { name: /Айгүл Болатқызы Серікова/ })
  await shown.waitFor()
  await inspector.axe()
  await inspector.picture('personal-file-page')
  assert.equal((await as('head', listViews, { id: file })).total, 1)
  await as('chairman', revokeAuthority, { id: authority, reason: 'Қажеттілік жойылды.' })
  await page.getByText('Рұқсаттың күші жойылды, сондықтан жеке іс жабылды.').first().waitFor()
  await shown.waitFor({ state: 'detached' })
  assert.equal(await page.getByText('Тағайындау туралы бұйрық').count(), 0)
  await inspector.picture('personal-file-revoked')
})

test('a list of persons is taken in by file, its columns named by hand, its faults explained', async (t) => {
  const analyst = await visit(t, url, { as: 'analyst' })
  if (!analyst) return
  const { page } = analyst
  const rows = ['ИИН;ФИО;Категория;Суд;Лауазым атауы;Дата назначения']
  rows.push(`${nobodysIin(700)};Мәди Ерланұлы Қасенов;judge;REG-10;judge;01.09.2023`)
  rows.push('12;Біреу Біреуов;judge;REG-10;judge;01.09.2023')
  await analyst.go('/persons/import')
  const buffer = Buffer.from(rows.join('\n'))
  await page.locator('input[type=file]').setInputFiles({ name: 'тізім.csv', mimeType: 'text/csv', buffer })
  await page.getByText('Файлда 2 жол бар.').waitFor()
  await page.getByText('Міндетті бағандарды көрсетіңіз.').waitFor()
  await page.getByLabel('Лауазымы', { exact: true }).selectOption('лауазым атауы')
  await page.getByRole('button', { name: 'Енгізу' }).click()
  await page.getByText('Жаңа: 1. Өзгерді: 0. Өзгеріссіз: 0.').waitFor()
  await page.getByText('ЖСН 12 цифрдан тұрады.').waitFor()
  await analyst.axe()
  await analyst.picture('persons-imported')
})

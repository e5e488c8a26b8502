// What leaves in the Department's name, clause by clause: each kind says what its clause gives it, and the head alone signs it.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { pdfOf, readText, refusalOf, sign } from '../../../test/kit/papers.ts'
import { perform } from '../../kernel/perform.ts'
import type { Language } from '../../kernel/text.ts'
import { closeRenderer } from '../templates/index.ts'
import { asksOf, templateOf } from './drafting.ts'
import * as operations from './operations.ts'

const house = await testHouse(null)
after(closeRenderer)

/** A line may break inside a word. */
const plain = (text: string): string => text.replaceAll(/[\s\u00ad-]/g, '')

/** Drafted with these words, refused unready, signed; the text of the signed page. */
const left = async (template: string, language: Language, words: Record<string, string>): Promise<string> => {
  const inspector = await house.as('inspector')
  const begun: Record<string, string | null> = { subject: words['subject'] ?? null }
  const { id } = (await perform(house, operations.draftDocument, inspector, { template, language, fields: begun }))
    .result
  const unready = await refusalOf(perform(house, operations.offerDocument, inspector, { id }))
  assert.equal(unready.reason, 'invalid')
  const asked = asksOf(templateOf(template)).filter(({ optional }) => !optional)
  assert.ok(unready.fields.length >= asked.length - 1)
  const fields = Object.fromEntries(asked.map(({ name, kind }) => [name, kind === 'day' ? '2026-12-10' : 'Мәтін.']))
  await perform(house, operations.saveDocument, inspector, { id, fields: { ...fields, ...words } })
  await perform(house, operations.offerDocument, inspector, { id })
  assert.equal((await refusalOf(sign(house, 'deputy', id))).clause, '15')
  const { number } = await sign(house, 'head', id)
  const text = await readText(await pdfOf(house, 'head', { id }))
  for (const part of [number, language === 'en' ? 'Yerzhanov' : 'Ержанов', ...Object.values(words)])
    assert.ok(plain(text).includes(plain(part)), `${template}: ${part}`)
  return plain(text)
}

clause(
  '5.1',
  'proposals on matters of the Department go to the Chairman and to the Head of the Court Administration',
  async () => {
    const text = await left('proposal', 'kk', {
      addressee: 'Жоғарғы Соттың Төрағасына',
      subject: 'Кіреберіс бақылауы туралы',
      proposed: 'Бейнебақылауды жаңарту.',
    })
    assert.ok(text.includes(plain('Ұсынылатын шаралар')))
  },
)

clause(
  '5.6',
  'documents and information are requested from courts and units, with a term and the right that stands behind it',
  async () => {
    const text = await left('request', 'kk', { addressee: 'Алматы қалалық соты', asked: 'Келушілер журналы.' })
    assert.ok(
      text.includes(plain('5-тармағының 6) тармақшасына сәйкес')) && text.includes(plain('2026 жылғы 10 желтоқсан')),
    )
  },
)

clause('5.7', 'information is requested from state bodies in the order of cooperation', async () => {
  const text = await left('agency-request', 'ru', {
    addressee: 'Департамент юстиции',
    asked: 'Сведения о регистрации.',
  })
  assert.ok(text.includes(plain('В рамках взаимодействия')) && text.includes(plain('10 декабря 2026 года')))
})

clause('5.13', 'a meeting is put on record in a protocol that the head approves', async () => {
  const text = await left('protocol', 'kk', { subject: 'Апталық кеңес', decided: 'Тексеру жоспары бекітілсін.' })
  assert.ok(text.includes(plain('БЕКІТЕМІН')) && text.includes(plain('Серікова')))
})

clause(
  '6.17',
  'materials with signs of a criminal offence are handed over to the body that decides on them',
  async () => {
    const text = await left('crime-transfer', 'ru', {
      addressee: 'Антикоррупционная служба',
      signs: 'Признаки статьи 366 Уголовного кодекса.',
    })
    assert.ok(text.includes(plain('Материалы направляются для принятия решения')))
  },
)

clause('12', 'a lawful demand names what is to be done and by when', async () => {
  const text = await left('demand', 'en', { addressee: 'Court of the city', demanded: 'Provide the recordings.' })
  assert.ok(text.includes(plain('10 December 2026')))
})

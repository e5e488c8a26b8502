// The mark of a state secret is known in any spelling, and ordinary words are left alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusesStateSecret } from './state-secret.ts'

test('the mark as a line of its own is known however it is spelt', () => {
  for (const mark of [
    'Құпия',
    'ҚҰПИЯ',
    'купия',
    'Өте құпия',
    'өте  құпия!',
    'Оте купия',
    'АСА МАҢЫЗДЫ',
    'аса манызды',
    'Секретно',
    'СЕКРЕТНО. Экз. № 1',
    'С Е К Р Е Т Н О',
    'CEKPETHO',
    'сeкрeтно',
    'Совершенно секретно',
    'Сов. секретно',
    '«Особой важности»',
    'Гриф секретности: совершенно секретно',
    'Құпиялылық белгісі: құпия',
    'Құпия. 2-дана',
    'Top Secret',
    'SECRET',
    'Confidential — copy No. 3',
  ])
    assert.ok(refusesStateSecret(mark), mark)
  assert.ok(refusesStateSecret('Хат мәтіні.\r\n\r\n  СЕКРЕТНО  \nЖалғасы.'))
})

test('the same words in a sentence are no mark', () => {
  for (const words of [
    '',
    'Судья құпия кеңесу бөлмесінің тәртібін бұзды.',
    'Сведения о секретной переписке проверены.',
    'Мемлекеттік құпияларды сақтау',
    'Қызмет бабында пайдалану үшін',
    'Для служебного пользования',
    'Аса маңызды істер жөніндегі тергеуші',
    'Старший следователь по особо важным делам',
    'Конфиденциально',
    'The secretary of the court session',
    'Секретарь',
    'ҚБПҮ',
  ])
    assert.ok(!refusesStateSecret(words), words)
})

// Words among the letters of a page: Kazakh and Russian, endings, line ends, hyphens, numbers, letters of the wrong keyboard.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findIn } from './raster/matching.ts'

const line = (text: string) => ({ text, breaks: true })
const found = (runs: { text: string; breaks: boolean }[], words: string): string[] =>
  findIn(runs, words).map(({ run, from, to }) => runs[run]?.text.slice(from, to) ?? '')

test('a name is found in any case and with its endings, in Kazakh and in Russian', () => {
  const page = [line('АХМЕТОВ Асан, Ахметовтың өтініші, Ахметову, сахметов')]
  assert.deepEqual(found(page, 'ахметов'), ['АХМЕТОВ', 'Ахметовтың', 'Ахметову'])
  assert.deepEqual(found([line('Қайрат пен қайратқа, КАЙРАТУ')], 'Қайрат'), ['Қайрат', 'қайратқа', 'КАЙРАТУ'])
  assert.deepEqual(found([line('Семёнов и Семенова')], 'семёнов'), ['Семёнов', 'Семенова'])
})

test('several words are found together, across the end of a line and of a run', () => {
  assert.deepEqual(found([line('хабарлаған Асан'), line('Ахметов келді')], 'Асан  Ахметов'), ['Асан', 'Ахметов'])
  const cut = [{ text: 'Ах', breaks: false }, { text: 'метов', breaks: false }, line(' Асан')]
  assert.deepEqual(found(cut, 'Ахметов'), ['Ах', 'метов'])
})

test('a word divided at the end of a line is found whole, and so is its second half', () => {
  const page = [line('рассмотрел обраще-'), line('ние Ахме-'), line('това')]
  assert.deepEqual(found(page, 'обращение'), ['обраще-'.slice(0, 6), 'ние'])
  assert.deepEqual(found(page, 'Ахмет'), ['Ахме', 'това'])
  assert.deepEqual(found([line('Бек-'), line('Ахметов')], 'Ахметов'), ['Ахметов'])
})

test('lines that only follow one another are not one word', () => {
  assert.deepEqual(found([line('сот'), line('ахметов')], 'сотахметов'), ['сот', 'ахметов'])
  assert.deepEqual(found([line('Асан'), line('ахметов')], 'ан'), [])
})

test('numbers are found with gaps and without, and letters of the wrong keyboard too', () => {
  assert.deepEqual(found([line('ЖСН 921029 350851.')], '921029350851'), ['921029 350851'])
  assert.deepEqual(found([line('ЖСН 921029350851.')], '921029 350 851'), ['921029350851'])
  // The first letter of each is Latin.
  assert.deepEqual(found([line('Aхметов')], 'Ахметов'), ['Aхметов'])
  assert.deepEqual(found([line('Ахметов')], 'Axметов'), ['Ахметов'])
  assert.deepEqual(found([line('Бай\u0306тоq')], 'Байто'), ['Бай\u0306тоq'])
})

test('signs alone hide nothing', () => {
  assert.deepEqual(found([line('— … «»')], '—'), [])
  assert.deepEqual(found([], 'Ахметов'), [])
})

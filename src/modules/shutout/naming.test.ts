// Who is named: three spellings, every case, initials; and who is not, however like the words are.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cast, castIin, castNames, type CastName } from '../../app/cast.ts'
import { fullName } from '../org/names.ts'
import { postTitles } from '../structure/index.ts'
import { namedIn, type Person } from './naming.ts'

const people: readonly Person[] = castNames.map((login) => ({
  id: login,
  name: fullName({ kk: cast[login].name }),
  iin: castIin(login),
  posts: Object.values(postTitles[cast[login].post]),
}))
const more = (id: string, kk: string): Person => ({ id, name: fullName({ kk }), iin: null, posts: [] })

const named = (text: string, of: readonly Person[] = people): string[] =>
  namedIn(text, of).map(({ person, sure }) => (sure ? person : `${person}?`))

test('a full name is recognised in Kazakh, Russian and Latin letters, in every case, in either order', () => {
  for (const text of [
    'Инспектор Айгүл Серікова ақы сұрады.',
    'Серікова Айгүл Болатқызы туралы шағым.',
    'Айгүл Болатқызы Серіковаға ақша бердім.',
    'Мен оны Айгүл Серіковадан естідім.',
    'серикова айгуль взяла деньги',
    'Жалоба на Серикову Айгуль Болатовну.',
    'Разговор с Айгуль Сериковой был записан.',
    'Complaint about Aigul Serikova, inspector.',
    'Aygül SERIKOVA',
    'Cерикова Айгуль (первая буква латинская)',
  ])
    assert.deepEqual(named(text), ['inspector'], text)
  assert.deepEqual(named('Ержанов Мұратқа және Мурату Ержанову айтылды.'), ['head'])
  assert.deepEqual(named('Обращение к Алимову Бекзату Сагынтайулы.'), ['chairman'])
})

test('an IIN is recognised anywhere, however it is spaced', () => {
  const iin = castIin('inspector')
  assert.deepEqual(named(`ЖСН ${iin}`), ['inspector'])
  assert.deepEqual(named(`ИИН ${iin.slice(0, 6)} ${iin.slice(6)}`), ['inspector'])
  assert.deepEqual(named('ЖСН 921029350851'), [])
})

test('a surname with initials is sure where it fits one, and a question where it fits several or the other sex', () => {
  assert.deepEqual(named('Серікова А.Б. қабылдамады.'), ['inspector'])
  assert.deepEqual(named('А.Б. Сериковой передали деньги'), ['inspector'])
  assert.deepEqual(named('Zh. Kasymova did not answer'), ['analyst'])
  assert.deepEqual(named('Серікова Т.Б. қабылдамады.'), [], 'another given name')
  assert.deepEqual(named('Серікова А.М. қабылдамады.'), [], 'another father')
  const twins = [...people, more('other', 'Әсел Бақытқызы Серікова')]
  assert.deepEqual(named('Серікова А. қабылдамады.', twins), ['inspector?', 'other?'])
  assert.deepEqual(named('Серікова А.Б. қабылдамады.', twins), ['inspector?', 'other?'])
  assert.deepEqual(named('Дело у Алимова Б.С.'), ['chairman?'], 'Алимова may be a woman')
})

test('a bare surname is a question only beside the post, and a given name only with its patronymic', () => {
  assert.deepEqual(named('Бөлім инспекторы Серікова келмеді.'), ['inspector?'])
  assert.deepEqual(named('Серікова келмеді.'), [])
  assert.deepEqual(named('Айгүл Болатқызы келмеді.'), ['inspector?'])
  assert.deepEqual(named('Айгуль Болатовна не пришла.'), ['inspector?'])
  assert.deepEqual(named('Айгүл келмеді.'), [])
})

test('a woman is not a man of the same family, nor a surname a piece of another word', () => {
  assert.deepEqual(named('Әлімова Дана Серікқызы келді.'), [])
  assert.deepEqual(named('Серіков Айдос ақы сұрады.'), [])
  assert.deepEqual(named('Бұны кім білмейді? Кім Ольга деп атайды?'), [])
  assert.deepEqual(named('Кимоно, Кимберли и Акимова О. тут ни при чём.'), [])
  assert.deepEqual(named('Петровка, 38. Оспановка ауылы. Бековалық.'), [])
  assert.deepEqual(named('Ольга Ким және аудитор Ким'), ['auditor'])
  assert.deepEqual(named('Мурат Аскаров, Айгуль Мурзабекова, Серик Болатович'), [])
})

const kazakhCases: Readonly<Record<'vowel' | 'voiced' | 'nasal', readonly string[]>> = {
  vowel: ['', 'ға', 'ны', 'ның', 'да', 'дан', 'мен'],
  voiced: ['', 'қа', 'ты', 'тың', 'та', 'тан', 'пен'],
  nasal: ['', 'ге', 'ді', 'нің', 'де', 'нен', 'мен'],
}
const endingsOf = (surname: string): readonly string[] =>
  /[аы]$/.test(surname) ? kazakhCases.vowel : surname.endsWith('м') ? kazakhCases.nasal : kazakhCases.voiced

const fillers =
  'сот кеңсе қызметкері істі тіркегені үшін ақы сұрады деген мәлімет бойынша тексеру жүргізуді сұраймын суд дело кім'.split(
    ' ',
  )
const filler = fc.array(fc.constantFrom(...fillers), { minLength: 0, maxLength: 12 }).map((words) => words.join(' '))
const anyone = fc.constantFrom<CastName>(...castNames)

test('property: whoever of the cast is named in full, in any case and spelling, is recognised and nobody else', () => {
  const spelled = fc
    .record({
      who: anyone,
      spelling: fc.constantFrom('kk', 'ru', 'en'),
      turned: fc.boolean(),
      ending: fc.nat(6),
      loud: fc.boolean(),
    })
    .map(({ who, spelling, turned, ending, loud }) => {
      const it = people.find(({ id }) => id === who)?.name[spelling as 'kk'] ?? ''
      const words = it.split(' ')
      const [given, surname] = [words[0] ?? '', words.at(-1) ?? '']
      const form = spelling === 'en' ? surname : `${surname}${endingsOf(surname)[ending] ?? ''}`
      const name = turned ? `${surname} ${given}` : `${given} ${form}`
      return { who, name: loud ? name.toUpperCase() : name }
    })
  fc.assert(
    fc.property(filler, spelled, filler, (before, { who, name }, after) => {
      assert.deepEqual(named(`${before}. ${name}, ${after}`), [who])
    }),
    { numRuns: 300 },
  )
})

test('property: words of a complaint name nobody', () => {
  fc.assert(
    fc.property(filler, filler, (one, two) => {
      assert.deepEqual(named(`${one}. ${two}`), [])
    }),
    { numRuns: 200 },
  )
})

// A name in the forms that a sentence gives it: Серікова, Серіковаға, Сериковой; Ержанов, Ержановтың, Ержанову. Heard, not spelled.
import type { Heard } from '../../kernel/search/names.ts'

/** Kazakh case endings as they sound; ң is heard as н, ғ as г, қ as к. */
const kazakh = (
  'ga ge ka ke na ne nin din tin ni di ti da de ta te dan den tan ten nan nen men ben pen ' +
  'lar ler dar der tar ter larga lerge darga derge nda nde niki diki tiki dai dei tai tei'
).split(' ')

const collapsed = (word: string): string => word.replace(/([a-z])\1+/g, '$1')
const ends = (stem: string, endings: readonly string[], word: string): boolean =>
  endings.some((ending) => collapsed(stem + ending) === word)

/** sure: this name and no other. shared: also a form of the name that a person of the other sex bears (Алимова, Серикову). */
export type Form = 'sure' | 'shared'

const bothBear = /(?:ov|ev|in)$/

const ofMan = (name: string, word: string): Form | null => {
  if (name.endsWith('ski')) return ends(name.slice(0, -1), ['ogo', 'omu', 'im', 'om'], word) ? 'sure' : null
  if (!/[bvgdzklmnprstfh]$/.test(name)) return null
  if (bothBear.test(name) && ends(name, ['a', 'u', 'ih', 'im', 'imi', 'i'], word))
    return ends(name, ['im'], word) ? 'sure' : 'shared'
  return ends(name, ['a', 'u', 'om', 'em', 'im', 'e'], word) ? 'sure' : null
}

const ofWoman = (name: string, word: string): Form | null => {
  if (name.endsWith('skaia')) return ends(name.slice(0, -3), ['oi', 'uiu', 'oiu'], word) ? 'sure' : null
  if (!/(?:ova|eva|ina)$/.test(name)) return null
  const stem = name.slice(0, -1)
  if (ends(stem, ['oi', 'oiu'], word)) return 'sure'
  return ends(stem, ['u', 'ih'], word) ? 'shared' : null
}

/** Whether the sound of a word is the surname in some form. */
export function surnameForm({ surname, sex }: Heard, word: string): Form | null {
  // Most words of a text are told apart by how they begin.
  if (!word.startsWith(surname.slice(0, Math.max(2, surname.length - 3)))) return null
  if (word === surname || ends(surname, kazakh, word)) return 'sure'
  const man = sex === 'female' ? null : ofMan(surname, word)
  return man ?? (sex === 'male' ? null : ofWoman(surname, word))
}

/** Whether the sound of a word is the given name in some form. */
export function isGiven({ given }: Heard, word: string): boolean {
  if (!word.startsWith(given.slice(0, -1))) return false
  if (word === given || ends(given, kazakh, word)) return true
  if (given.endsWith('a')) return ends(given.slice(0, -1), ['i', 'e', 'u', 'oi', 'ei', 'iu'], word)
  return ends(given, ['a', 'u', 'om', 'em', 'e', 'i', 'ia', 'iu'], word)
}

export const isPatronymic = (word: string): boolean =>
  /.{3}(?:uli|kizi|ovich|evich|ovna|evna|inichna)(?:[a-z]{0,5})$/.test(word) ||
  /.{3}(?:ovn|evn|ulin|kizin)[a-z]{1,4}$/.test(word)

/** Whether a word that is a patronymic tells of this father: Болатқызы, Болаткызына, Болатовной. */
export const isOfFather = ({ father }: Heard, word: string): boolean =>
  father !== null && new RegExp(`^${father}(?:uli|kizi|ovich|evich|ovn|evn|ich|inichn)`).test(word)

/** Whether one or two letters are how this name begins: А., Ж., Zh. */
export const isInitial = (sound: string, name: string): boolean => sound !== '' && name.startsWith(sound)

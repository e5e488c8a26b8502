// A person's name in one spelling, taken apart and heard: surname, given name, father's name, in either order.
import { soundOf, wordsOf } from './letters.ts'

export type Sex = 'male' | 'female'

/** A person's name in one spelling, as sounds. */
export interface Heard {
  surname: string
  /** As written, lower case: short surnames are too like other words to be judged by sound alone. */
  written: string
  given: string
  /** The father's name without its ending: болат of Болатқызы and Болатовна. */
  father: string | null
  sex: Sex | null
}

const patronymic = /(?:uli|kizi|ovich|evich|ovna|evna|ich|inichna)$/
const family = /(?:ov|ova|ev|eva|in|ina|ski|skaia)$/

const sexOf = (father: string | undefined, surname: string): Sex | null => {
  if (father) return /(?:kizi|na)$/.test(father) ? 'female' : 'male'
  if (/(?:ova|eva|ina|skaia)$/.test(surname)) return 'female'
  return /(?:ov|ev|in|ski)$/.test(surname) ? 'male' : null
}

/** Given name, patronymic and surname in either order: Айгүл Болатқызы Серікова, Серікова Айгүл Болатқызы, Ольга Ким. */
export function heardOf(name: string, sound: (word: string) => string = soundOf): Heard | null {
  const written = wordsOf(name)
  const sounds = written.map((word) => sound(word))
  if (sounds.length < 2) return null
  const last = sounds.length - 1
  const father = sounds.findLastIndex((sound, n) => n > 0 && patronymic.test(sound))
  const isTurned =
    (sounds.length > 2 && father === last) ||
    (sounds.length === 2 && family.test(sounds[0] ?? '') && !family.test(sounds[1] ?? ''))
  const at = isTurned ? 0 : last
  const surname = sounds[at] ?? ''
  const spoken = father > 0 && father !== at ? sounds[father] : undefined
  return {
    surname,
    written: written[at] ?? '',
    given: sounds[isTurned ? 1 : 0] ?? '',
    father: spoken?.replace(patronymic, '') ?? null,
    sex: sexOf(spoken, surname),
  }
}

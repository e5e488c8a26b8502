// What a letter may say: a sentence written in advance, a number and a link into the house. Never a word of a case.
import type { Language, Text } from '../text.ts'

export interface MailTemplate {
  readonly name: string
  readonly subject: Text
  /** {number} and {link} stand for the two things that a letter may tell. */
  readonly body: Text
}

const places = /\{([a-z]+)\}/g

/** A letter as a value. @throws Error where its words ask for anything but {number} and {link} */
export function mailTemplate(it: MailTemplate): MailTemplate {
  for (const words of [...Object.values(it.subject), ...Object.values(it.body)] as string[]) {
    for (const [, place] of words.matchAll(places)) {
      if (place !== 'number' && place !== 'link') throw new Error(`the letter ${it.name} may not tell '${place}'`)
    }
  }
  return it
}

export interface Filling {
  number: string
  /** Absolute address of a page of this house. */
  link: string
}

/** A registration number: short, without spaces in a row, no sentence. */
const isNumber = (number: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}\-–/.№]{0,39}$/u.test(number)

/** The letter in one language. @throws Error for a number that could be a sentence, or a link that leads elsewhere */
export function fillTemplate(
  template: MailTemplate,
  language: Language,
  { number, link }: Filling,
  homes: readonly string[],
) {
  if (!isNumber(number)) throw new Error(`the letter ${template.name} was given something that is not a number`)
  if (!homes.some((home) => link === home || link.startsWith(`${home}/`)))
    throw new Error(`the letter ${template.name} leads out of the house`)
  const fill = (words: string): string =>
    words.replace(places, (_, place: string) => (place === 'number' ? number : link))
  return { subject: fill(template.subject[language]), body: fill(template.body[language]) }
}

// To whom an appeal goes (6.23, 6.17): chosen from the directories in force on that day, by what it goes there for.
import { dotted } from '../../kernel/calendar.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { fold, wordsOf } from '../../kernel/search/letters.ts'
import type { Text } from '../../kernel/text.ts'
import { bodyKindTitles, listBodies, partiesOn, partyOn, type Body, type Party } from '../incoming/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'

/** Kinds of bodies that investigate: word of a crime or a threat goes to no other. */
const investigating = ['special', 'law-enforcement', 'prosecution']

const suits: Readonly<Record<shapes.Purpose, (it: Party) => boolean>> = {
  // The Department's own units are no other body; the Court Administration and the courts are.
  forward: ({ kind, group }) => kind !== 'unit' || group === 'body',
  crime: ({ kind, group }) => kind === 'body' && investigating.includes(group),
}

const refOf = ({ kind, id }: Party): string => `${kind}:${id}`

const groupOf = ({ kind, group, region }: Party): Text | null =>
  region ?? (kind === 'body' ? bodyKindTitles[group as keyof typeof bodyKindTitles] : null)

/** The directories are open to every employee who works with appeals. */
export const listDestinations = query(shapes.listDestinations, {
  clauses: ['6.23', '6.17'],
  rules: [rules.worksWithAppeals],
  run: async ({ input, tx }) => ({
    rows: (await partiesOn(tx, tx.today))
      .filter(suits[input.purpose])
      .map((it) => ({ value: refOf(it), name: it.name, group: groupOf(it) })),
  }),
})

const nameIt: Text = {
  kk: 'Органның атауын жазыңыз.',
  ru: 'Напишите наименование органа.',
  en: 'Write the name of the body.',
}
const unknown: Text = {
  kk: 'Бүгінгі анықтамалықта мұндай орган жоқ. Тізімнен таңдаңыз.',
  ru: 'В справочнике на сегодня такого органа нет. Выберите из списка.',
  en: 'The directory has no such body today. Choose from the list.',
}
const notItsMatter: Readonly<Record<shapes.Purpose, Text>> = {
  forward: {
    kk: 'Өтініш басқа органға жіберіледі, ал бұл – бөлімнің өз бөлімшесі. Тізімнен таңдаңыз.',
    ru: 'Обращение направляется другому органу, а это своё подразделение отдела. Выберите из списка.',
    en: 'An appeal is forwarded to another body, and this is a unit of the Department. Choose from the list.',
  },
  crime: {
    kk: 'Қылмыс немесе қауіп туралы мәлімет құқық қорғау органына, арнайы мемлекеттік органға немесе прокуратураға ғана беріледі.',
    ru: 'Сведения о преступлении или угрозе передаются только правоохранительному, специальному государственному органу или прокуратуре.',
    en: 'Word of a crime or a threat goes only to a law enforcement body, a special state body or the prosecution.',
  },
}

const said = (names: readonly Text[], language: 'kk' | 'ru' | 'en'): string =>
  names.map((name) => `«${name[language]}»`).join(', ')

const dissolved = ({ name, successors }: Body, until: string): Text => {
  const on = dotted(until)
  const next = successors.length > 0
  return {
    kk: `Бұл орган таратылған: «${name.kk}», соңғы күні ${on}.${next ? ` Оның орнындағы орган: ${said(successors, 'kk')}.` : ''}`,
    ru: `Этот орган упразднён: «${name.ru}», последний день ${on}.${next ? ` Его место занял орган: ${said(successors, 'ru')}.` : ''}`,
    en: `This body was dissolved: «${name.en}», its last day was ${on}.${next ? ` Its place was taken by: ${said(successors, 'en')}.` : ''}`,
  }
}
const notYet = ({ name, from }: Body): Text => ({
  kk: `Бұл орган әлі құрылмаған: «${name.kk}», алғашқы күні ${dotted(from)}.`,
  ru: `Этот орган ещё не создан: «${name.ru}», первый день ${dotted(from)}.`,
  en: `This body does not exist yet: «${name.en}», its first day is ${dotted(from)}.`,
})

const whyNot = (tx: Tx, it: Body): Text =>
  it.until && it.until < tx.today ? dissolved(it, it.until) : it.from > tx.today ? notYet(it) : unknown

export interface Destination {
  /** What is kept: 'body:<id>', or words of one's own. */
  party: string
  name: Text
}

async function listed(tx: Tx, purpose: shapes.Purpose, ref: string): Promise<Destination> {
  const party = await partyOn(tx, ref, tx.today)
  if (!party) {
    const ended = (await listBodies(tx, null)).find(({ id }) => ref === `body:${id}`)
    throw invalidField('body', ended ? whyNot(tx, ended) : unknown)
  }
  if (!suits[purpose](party)) throw invalidField('body', notItsMatter[purpose])
  return { party: ref, name: party.name }
}

const spelt = (words: string): string => fold(wordsOf(words).join(' '))

/** Words that name a body of the directory are that body; one that is no more, or not yet, is refused as it is in the list. */
async function inOwnWords(tx: Tx, words: string): Promise<Destination> {
  const same = (name: Text): boolean => Object.values(name).some((it: string) => spelt(it) === spelt(words))
  const party = (await partiesOn(tx, tx.today)).find((it) => suits.forward(it) && same(it.name))
  if (party) return { party: refOf(party), name: party.name }
  const ended = (await listBodies(tx, null)).find(({ name }) => same(name))
  if (ended) throw invalidField('named', whyNot(tx, ended))
  return { party: words, name: { kk: words, ru: words, en: words } }
}

/** @throws Refusal 'invalid' where the directory in force today has no such body, or it may not be given this. */
export async function chosenDestination(
  tx: Tx,
  purpose: shapes.Purpose,
  it: { body: string; named?: string | null },
): Promise<Destination> {
  if (it.body !== shapes.otherBody) return listed(tx, purpose, it.body)
  if (!it.named) throw invalidField('named', nameIt)
  return inOwnWords(tx, it.named)
}

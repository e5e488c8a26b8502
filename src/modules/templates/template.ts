// A kind of document as a value: its clauses, its fields, its words in each language, who signs it and how it is numbered.
import type { z } from 'zod'
import { dayOf, timeOf, type Day } from '../../kernel/clock.ts'
import type { Clause } from '../../kernel/clauses.ts'
import { touch } from '../../kernel/evidence.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { FieldLabel } from './asked.ts'
import { dated } from './dates.ts'
import { qrPath } from './qr.ts'
import { renderSheet, renderWord, type Pdf } from './typst/render.ts'
import { madeAt, type Check, type Mark, type Sheet } from './typst/sheet.ts'

/** Who agrees a paper before it is offered to the head: the deputy, for all that binds or burdens somebody outside. */
export type Agreeing = 'deputy'

/** An official-use mark, stamped on every page. */
export interface OfficialUse {
  /** «Қызмет бабында пайдалану үшін», «Для служебного пользования». */
  title: Text
  ground: string
  /** Number of the copy: '2'. */
  copy: string | null
  until: Day | null
}

/** What surrounds the drafter's words: known to the house, not typed. */
export interface Setting {
  /** Moment of making; the PDF's own date. */
  at: Date
  /** Name of the unit that writes. */
  unit: Text
  number: string | null
  on: Day | null
  signatory: { post: Text; name: Text } | null
  /** The drafter; `contact` is an address or a telephone. */
  executor: { name: Text; contact: string | null } | null
  /** The record that the document answers: its number and day. */
  answers: { number: string; on: Day } | null
  /** Months in which the document may be complained of, by the parameter of its day. */
  complaintMonths: number
  /** True for a text that nobody has signed: every page says so. */
  draft: boolean
  /** Address of the page that tells whether the paper is genuine; printed as a QR code at its foot. */
  check: string | null
  mark: OfficialUse | null
}

/** Of a paper that is only printed: nobody's number, nobody's signature. */
export const unsigned = (at: Date, unit: Text): Setting => ({
  at,
  unit,
  number: null,
  on: null,
  signatory: null,
  executor: null,
  answers: null,
  complaintMonths: 0,
  check: null,
  mark: null,
  draft: false,
})

export interface Template<F extends z.ZodObject = z.ZodObject, W = unknown, S extends string | null = string | null> {
  readonly name: string
  readonly title: Text
  readonly clauses: readonly [Clause, ...Clause[]]
  readonly languages: readonly Language[]
  readonly fields: F
  /** How the editor asks for the fields; null for a paper that nobody types. */
  readonly labels: Readonly<Record<keyof z.infer<F>, FieldLabel>> | null
  /** Who signs it; null for a paper that is only printed. */
  readonly signedBy: 'head' | null
  /** The usual route of agreement, in its order; empty when the head signs at once. */
  readonly agreedBy: readonly Agreeing[]
  /** True when it is sent to somebody; an act, a conclusion or a protocol stays in the house. */
  readonly leaves: boolean
  /** Index of its series in the nomenclature of cases; null when it takes no number. */
  readonly series: S
  readonly words: Readonly<Record<Language, W>>
  compose(fields: z.infer<F>, words: W, setting: Setting, language: Language): Sheet
}

export const template = <F extends z.ZodObject, W, S extends string | null>(it: Template<F, W, S>): Template<F, W, S> =>
  it

const sheetOf = <F extends z.ZodObject, W>(
  of: Template<F, W>,
  fields: z.infer<F>,
  language: Language,
  setting: Setting,
): Sheet => {
  touch(...of.clauses)
  return of.compose(fields, of.words[language], setting, language)
}

/** Renders a document. Equal arguments give equal bytes. Throws Refusal 'too-many' when the house is overrun. */
export const renderPdf = async <F extends z.ZodObject, W>(
  of: Template<F, W>,
  fields: z.infer<F>,
  language: Language,
  setting: Setting,
): Promise<Pdf> => renderSheet(sheetOf(of, fields, language, setting))

/** The same words as a Word document, for editing. Only a letter has one. Throws as renderPdf does. */
export async function renderDocx<F extends z.ZodObject, W>(
  of: Template<F, W>,
  fields: z.infer<F>,
  language: Language,
  setting: Setting,
): Promise<Buffer> {
  const sheet = sheetOf(of, fields, language, setting)
  if (sheet.layout !== 'letter') throw new Error(`template ${of.name} is only printed`)
  return renderWord(sheet)
}

/** The frame that every page of the Department shares. */
export const frame = (setting: Setting, language: Language) => ({
  language,
  author: setting.unit[language],
  letterhead: letterhead(setting.unit),
  made: madeAt(setting.at),
})

/** State bodies write under a head in the state language and in Russian, whatever the language of the text. */
const letterhead = (unit: Text): { kk: readonly string[]; ru: readonly string[] } => ({
  kk: ['ҚАЗАҚСТАН РЕСПУБЛИКАСЫ', 'СОТ ӘКІМШІЛІГІ', unit.kk.toUpperCase()],
  ru: ['РЕСПУБЛИКА КАЗАХСТАН', 'СУДЕБНАЯ АДМИНИСТРАЦИЯ', unit.ru.toUpperCase()],
})

const inWords: Record<Language, { signed: string; zone: string }> = {
  kk: { signed: 'Құжатқа «Қорған» жүйесінде қол қойылды', zone: 'Астана уақыты' },
  ru: { signed: 'Документ подписан в системе «Қорған»', zone: 'время Астаны' },
  en: { signed: 'Signed in the Qorgan system', zone: 'Astana time' },
}

/** «Құжатқа «Қорған» жүйесінде қол қойылды: 23.11.2026, 14:05 (Астана уақыты)». */
export function signedLine(setting: Setting, language: Language): string | null {
  if (setting.draft || !setting.signatory) return null
  const [year, month, day] = dayOf(setting.at).split('-')
  const { signed, zone } = inWords[language]
  return `${signed}: ${day}.${month}.${year}, ${timeOf(setting.at)} (${zone})`
}

const markWords: Record<Language, { copy: string; ground: string; until: string }> = {
  kk: { copy: 'Дана №', ground: 'Негіз', until: 'Шектеу мерзімі' },
  ru: { copy: 'Экз. №', ground: 'Основание', until: 'Срок ограничения' },
  en: { copy: 'Copy No.', ground: 'Ground', until: 'Restricted until' },
}

/** The official-use mark as it stands in the head of every page. */
export function marked({ mark }: Setting, language: Language): Mark | null {
  if (!mark) return null
  const say = markWords[language]
  return {
    title: mark.title[language],
    lines: [
      ...(mark.copy ? [`${say.copy} ${mark.copy}`] : []),
      `${say.ground}: ${mark.ground}`,
      ...(mark.until ? [`${say.until}: ${dated(mark.until, language)}`] : []),
    ],
  }
}

const checkWords: Text = {
  kk: 'Құжаттың түпнұсқалығын осы код арқылы тексеруге болады:',
  ru: 'Подлинность документа можно проверить по этому коду:',
  en: 'Whether the document is genuine can be checked by this code:',
}

/** The QR code at the foot, with the sentence that says what it is for. */
export const checked = ({ check }: Setting, language: Language): Check | null =>
  check ? { says: checkWords[language], address: check, qr: qrPath(check) } : null

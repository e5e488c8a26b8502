// The frame that the Department's papers share, so that a kind of paper says only what is its own: fields, sentences, order.
import { z } from 'zod'
import type { Clause } from '../../kernel/clauses.ts'
import { languages, type Language, type Text } from '../../kernel/text.ts'
import type { Asks } from './asked.ts'
import { dated } from './dates.ts'
import { checked, frame, marked, signedLine, template, type Agreeing, type Setting, type Template } from './template.ts'
import { paragraphsOf, type Part } from './typst/sheet.ts'

export interface LetterWords {
  number: string
  day: string
  draft: string
  noNumber: string
  executor: string
  page: string
  approve: string
}

const words: Record<Language, LetterWords> = {
  kk: {
    number: 'Нөмірі',
    day: 'Күні',
    draft: 'ЖОБА',
    noNumber: 'қол қойылғанда беріледі',
    executor: 'Орындаушы',
    page: 'бет',
    approve: 'БЕКІТЕМІН',
  },
  ru: {
    number: 'Номер',
    day: 'Дата',
    draft: 'ПРОЕКТ',
    noNumber: 'присваивается при подписании',
    executor: 'Исполнитель',
    page: 'стр.',
    approve: 'УТВЕРЖДАЮ',
  },
  en: {
    number: 'Number',
    day: 'Date',
    draft: 'DRAFT',
    noNumber: 'given at signing',
    executor: 'Executor',
    page: 'page',
    approve: 'APPROVED',
  },
}

/** What the line under the number says of the record that the letter belongs to. */
type Answering = 'own appeal' | 'appeal' | 'record'

const answerings: Record<Answering, Record<Language, (number: string, on: string) => [string, string]>> = {
  'own appeal': {
    kk: (number, on) => [`Сіздің өтінішіңіз: № ${number},`, on],
    ru: (number, on) => [`На Ваше обращение № ${number}`, `от ${on}`],
    en: (number, on) => [`Your appeal No. ${number}`, `of ${on}`],
  },
  appeal: {
    kk: (number, on) => [`Өтініш: № ${number},`, on],
    ru: (number, on) => [`По обращению № ${number}`, `от ${on}`],
    en: (number, on) => [`Appeal No. ${number}`, `of ${on}`],
  },
  record: {
    kk: (number, on) => [`Негізі: № ${number},`, on],
    ru: (number, on) => [`К № ${number}`, `от ${on}`],
    en: (number, on) => [`Reference: No. ${number}`, `of ${on}`],
  },
}

type Given = Readonly<Record<string, string | null>>

/** A stretch of the body: a standing sentence of the house, or the drafter's words under a heading. */
export type Passage<N extends string = string> =
  | { says: (setting: Setting, given: Given) => Text; heading: Text | null }
  | { field: N; heading: Text | 'label' | null }

export const says = (
  text: Text | ((setting: Setting, given: Given) => Text),
  heading: Text | null = null,
): Passage<never> => ({
  says: typeof text === 'function' ? text : () => text,
  heading,
})

/** The field's words under its own label, under another heading, or under none. Left out where the field is empty. */
export const shows = <N extends string>(field: N, heading: Text | 'label' | null = 'label'): Passage<N> => ({
  field,
  heading,
})

interface Kind<A extends Asks, S extends string> {
  name: string
  title: Text
  clauses: readonly [Clause, ...Clause[]]
  series: S
  agreedBy: readonly Agreeing[]
  answering: Answering
  asks: A
  body: readonly Passage<NoInfer<Extract<keyof A, string>>>[]
  /** The paper's name over its subject; letters bear none. */
  called?: Text
  /**
   * An internal paper stays in the house: the head approves it at the top, and at the bottom stand those who drew it up:
   * the lines of this field, or the drafter under this word.
   */
  internal?: { signers: NoInfer<Extract<keyof A, string>> } | { drafter: Text }
}

type Shapes<A extends Asks> = { [N in keyof A]: A[N]['shape'] }

const isDay = (it: string): boolean => /^\d{4}-\d\d-\d\d$/.test(it)

export function letter<const A extends Asks, const S extends string>(
  it: Kind<A, S>,
): Template<z.ZodObject<Shapes<A>>, LetterWords, S> {
  const asks: Asks = it.asks
  const names = Object.keys(asks)

  const printed = (name: string, value: string, language: Language): string[] =>
    asks[name]?.kind === 'day' && isDay(value) ? [dated(value, language)] : paragraphsOf(value)

  const partOf = (passage: Passage, given: Given, setting: Setting, language: Language): Part[] => {
    if ('says' in passage)
      return [
        {
          heading: passage.heading?.[language] ?? null,
          paragraphs: [passage.says(setting, given)[language]],
        },
      ]
    const value = given[passage.field]
    if (!value) return []
    const heading = passage.heading === 'label' ? asks[passage.field]?.label : passage.heading
    return [{ heading: heading?.[language] ?? null, paragraphs: printed(passage.field, value, language) }]
  }

  const signersOf = (
    given: Given,
    setting: Setting,
    language: Language,
  ): { caption: string | null; names: string[] } => {
    if (!it.internal) return { caption: null, names: [] }
    if ('signers' in it.internal) return { caption: null, names: paragraphsOf(given[it.internal.signers] ?? '') }
    return {
      caption: it.internal.drafter[language],
      names: setting.executor ? [setting.executor.name[language]] : [],
    }
  }

  return template<z.ZodObject<Shapes<A>>, LetterWords, S>({
    name: it.name,
    title: it.title,
    clauses: it.clauses,
    languages,
    signedBy: 'head',
    agreedBy: it.agreedBy,
    leaves: !it.internal,
    series: it.series,
    fields: z.object(Object.fromEntries(names.map((name) => [name, asks[name]?.shape])) as Shapes<A>),
    labels: Object.fromEntries(
      names.map((name) => [name, { kind: asks[name]?.kind, label: asks[name]?.label, hint: asks[name]?.hint }]),
    ) as NonNullable<Template<z.ZodObject<Shapes<A>>>['labels']>,
    words,
    compose: (fields, say, setting, language) => {
      const given = fields as Given
      const { answers, signatory } = setting
      const signer = signatory && { post: signatory.post[language], name: signatory.name[language] }
      const addressee = [given['addressee'], given['address']].filter((line) => typeof line === 'string')
      return {
        layout: 'letter',
        ...frame(setting, language),
        title: given['subject'] ?? it.title[language],
        mark: marked(setting, language),
        marks: [
          `${say.number}: ${setting.number ?? say.noNumber}`,
          ...(setting.on ? [`${say.day}: ${dated(setting.on, language)}`] : []),
          ...(answers ? answerings[it.answering][language](answers.number, dated(answers.on, language)) : []),
        ],
        addressee: it.internal ? [] : addressee,
        approval:
          it.internal && signer
            ? [say.approve, signer.post, signer.name, ...(setting.on ? [dated(setting.on, language)] : [])]
            : [],
        called: it.called?.[language] ?? null,
        subject: given['subject'] ?? '',
        parts: it.body.flatMap((passage) => partOf(passage, given, setting, language)),
        signatory: it.internal ? null : signer,
        signers: signersOf(given, setting, language),
        signed: signedLine(setting, language),
        executor: setting.executor
          ? [
              `${say.executor}: ${setting.executor.name[language]}`,
              ...(setting.executor.contact ? [setting.executor.contact] : []),
            ]
          : [],
        check: checked(setting, language),
        running: setting.number ?? say.draft,
        page: say.page,
        watermark: setting.draft ? say.draft : null,
      }
    },
  })
}

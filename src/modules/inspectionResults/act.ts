// The act of inspection as the paper of the house: its words, from the programme, the answers and the findings.
import { dotted } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Language, Text } from '../../kernel/text.ts'

export interface Told {
  number: string
  body: Text
  order: { number: string; on: Day }
  period: { from: Day; until: Day }
  days: { from: Day; until: Day }
  aim: string
  questions: readonly { words: string; answer: string | null }[]
  findings: readonly { what: string; norm: string; papers: readonly string[]; answers: string }[]
}

const words = {
  subject: {
    kk: 'Аумақтық бөлімшенің қызметін тексеру',
    ru: 'Проверка деятельности территориального подразделения',
    en: 'Inspection of a territorial unit',
  },
  inspected: { kk: 'Тексерілген бөлімше', ru: 'Проверенное подразделение', en: 'Department inspected' },
  number: { kk: 'Тексеру нөмірі', ru: 'Номер проверки', en: 'Inspection number' },
  order: { kk: 'Негізі', ru: 'Основание', en: 'Ground' },
  period: { kk: 'Тексерілген кезең', ru: 'Проверенный период', en: 'Period under inspection' },
  days: { kk: 'Тексеру күндері', ru: 'Дни проверки', en: 'Days of the inspection' },
  aim: { kk: 'Тексерудің мақсаты', ru: 'Цель проверки', en: 'Aim' },
  programme: {
    kk: 'Бағдарлама бойынша анықталғаны',
    ru: 'Установлено по программе',
    en: 'Established by the programme',
  },
  findings: { kk: 'Анықталған кемшіліктер', ru: 'Выявленные нарушения', en: 'Findings' },
  norm: { kk: 'Бұзылған норма', ru: 'Нарушенная норма', en: 'Norm' },
  papers: { kk: 'Дәлелдейтін құжаттар', ru: 'Подтверждающие документы', en: 'Papers' },
  answers: { kk: 'Жауапты адам', ru: 'Ответственное лицо', en: 'Who answers' },
  clean: { kk: 'Кемшілік анықталған жоқ.', ru: 'Нарушений не выявлено.', en: 'Nothing was found.' },
} satisfies Record<string, Text>

export const subjectOf = ({ body }: Pick<Told, 'body'>, language: Language): string =>
  `${words.subject[language]}: ${body[language]}`

export function establishedOf(it: Told, language: Language): string {
  const say = (title: keyof typeof words, value: string): string => `${words[title][language]}: ${value}`
  const days = ({ from, until }: { from: Day; until: Day }): string => `${dotted(from)} – ${dotted(until)}`
  const findings = it.findings.flatMap(({ what, norm, papers, answers }, at) => [
    `${at + 1}. ${what}`,
    say('norm', norm),
    say('papers', papers.join('; ')),
    say('answers', answers),
  ])
  return [
    say('inspected', it.body[language]),
    say('number', it.number),
    say('order', `№ ${it.order.number}, ${dotted(it.order.on)}`),
    say('period', days(it.period)),
    say('days', days(it.days)),
    say('aim', it.aim),
    `${words.programme[language]}:`,
    ...it.questions.map(({ words: asked, answer }, at) => `${at + 1}. ${asked}\n${answer ?? ''}`),
    ...(findings.length ? [`${words.findings[language]}:`, ...findings] : [words.clean[language]]),
  ].join('\n')
}

// The act of reconciliation as the paper of the house: its words, from the figures of the whole list.
import { dotted } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { rowKindTitles, rowKinds, rowStates, rowStateTitles, type RowKind, type RowState } from './lifecycle.ts'

interface Told {
  from: Day
  until: Day
  file: string
  figures: readonly { kind: RowKind; state: RowState; n: number }[]
}

const words = {
  subject: {
    kk: 'Қылмыстық істер есебін салыстыру',
    ru: 'Сверка учёта уголовных дел',
    en: 'Reconciliation of the register of criminal cases',
  },
  period: { kk: 'Салыстыру кезеңі', ru: 'Период сверки', en: 'Period of the reconciliation' },
  list: { kk: 'Салыстырылған тізім', ru: 'Сверенный список', en: 'List reconciled' },
  lines: { kk: 'Барлық жол', ru: 'Всего строк', en: 'Lines in all' },
  result: { kk: 'Салыстыру нәтижесі', ru: 'Результат сверки', en: 'Result' },
  decided: { kk: 'Айырмалар бойынша шешім', ru: 'Решения по расхождениям', en: 'Decisions on the differences' },
  open: {
    kk: 'Шешілмеген айырма қалған жоқ.',
    ru: 'Нерешённых расхождений не осталось.',
    en: 'No difference remains undecided.',
  },
} satisfies Record<string, Text>

export const subjectOf = ({ from, until }: Pick<Told, 'from' | 'until'>, language: Language): string =>
  `${words.subject[language]}: ${dotted(from)} – ${dotted(until)}`

/** No person is named in it: what it certifies are the figures; the lines stand in the reconciliation. */
export function establishedOf({ from, until, file, figures }: Told, language: Language): string {
  const sum = (fits: (it: Told['figures'][number]) => boolean): number =>
    figures.filter(fits).reduce((all, { n }) => all + n, 0)
  const kinds = rowKinds.map((kind) => `${rowKindTitles[kind][language]}: ${sum((it) => it.kind === kind)}`)
  const decisions = rowStates
    .filter((state) => state !== 'open')
    .map((state) => [state, sum((it) => it.state === state && it.kind !== 'same')] as const)
    .filter(([, n]) => n > 0)
    .map(([state, n]) => `${rowStateTitles[state][language]}: ${n}`)
  return [
    `${words.period[language]}: ${dotted(from)} – ${dotted(until)}.`,
    `${words.list[language]}: «${file}».`,
    `${words.lines[language]}: ${sum(({ kind }) => kind !== 'ours')}.`,
    `${words.result[language]}: ${kinds.join('; ')}.`,
    ...(decisions.length ? [`${words.decided[language]}: ${decisions.join('; ')}.`] : []),
    words.open[language],
  ].join('\n')
}

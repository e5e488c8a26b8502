// What is found and what may be proposed, in words: findings, measures and who decides on them.
import type { Clause } from '../../kernel/clauses.ts'
import type { Text } from '../../kernel/text.ts'

export const findings = ['proven', 'not-proven', 'refuted'] as const
export const bodies = ['disciplinary-commission', 'competent-person', 'judicial-jury'] as const
export const measureNames = [
  'remark',
  'reprimand',
  'severe-reprimand',
  'incomplete-compliance',
  'demotion',
  'dismissal',
  'judicial-jury',
  'removal',
  'hand-over',
  'recommendation',
  'none',
] as const
export const acknowledgements = ['signed', 'refused'] as const
export type Finding = (typeof findings)[number]
export type Body = (typeof bodies)[number]
export type MeasureName = (typeof measureNames)[number]
export type Acknowledgement = (typeof acknowledgements)[number]

export interface Measure {
  title: Text
  clause: Clause
  /** For whom an investigation may propose it. */
  proposedFor: readonly ('judge' | 'staff')[]
  /** Who may decide on it; nobody where it needs no decision. */
  decidedBy: readonly Body[]
  /** A disciplinary penalty: bound by limitation, and by clause 13 where it concerns the Department's own territorial staff. */
  penalty: boolean
  /** It lapses by the clock; a dismissal does not. */
  lapses: boolean
}

const ofStaff = ['disciplinary-commission', 'competent-person'] as const
const penalty = (title: Text, more: Partial<Measure> = {}): Measure => ({
  title,
  clause: '6.21',
  proposedFor: ['staff'],
  decidedBy: ofStaff,
  penalty: true,
  lapses: true,
  ...more,
})
const other = (title: Text, more: Partial<Measure> = {}): Measure => ({
  title,
  clause: '6.21',
  proposedFor: ['judge', 'staff'],
  decidedBy: [],
  penalty: false,
  lapses: false,
  ...more,
})

/** The table of values. What is proposed for a judge is the Judicial Jury alone; the jury's own penalties are its to choose. */
export const measures: Readonly<Record<MeasureName, Measure>> = {
  remark: penalty({ kk: 'Ескерту', ru: 'Замечание', en: 'Remark' }, { decidedBy: bodies }),
  reprimand: penalty({ kk: 'Сөгіс', ru: 'Выговор', en: 'Reprimand' }, { decidedBy: bodies }),
  'severe-reprimand': penalty(
    { kk: 'Қатаң сөгіс', ru: 'Строгий выговор', en: 'Severe reprimand' },
    { decidedBy: bodies },
  ),
  'incomplete-compliance': penalty({
    kk: 'Қызметке толық сәйкес еместігі туралы ескерту',
    ru: 'Предупреждение о неполном служебном соответствии',
    en: 'Warning of incomplete compliance with the post',
  }),
  demotion: penalty({ kk: 'Лауазымынан төмендету', ru: 'Понижение в должности', en: 'Demotion' }),
  dismissal: penalty({ kk: 'Жұмыстан шығару', ru: 'Увольнение', en: 'Dismissal' }, { lapses: false }),
  'judicial-jury': other(
    {
      kk: 'Сот жюриіне жіберу',
      ru: 'Направление в Судебное жюри',
      en: 'Referral to the Judicial Jury',
    },
    { proposedFor: ['judge'] },
  ),
  removal: penalty(
    {
      kk: 'Судья лауазымынан босату туралы ұсыным',
      ru: 'Рекомендация об освобождении от должности судьи',
      en: 'Recommendation to remove from the office of judge',
    },
    { proposedFor: [], decidedBy: ['judicial-jury'], lapses: false },
  ),
  'hand-over': other(
    {
      kk: 'Материалдарды құқық қорғау органына беру',
      ru: 'Передача материалов в правоохранительный орган',
      en: 'Handing the materials over to a law enforcement body',
    },
    { clause: '6.17' },
  ),
  recommendation: other({ kk: 'Ұсыным беру', ru: 'Рекомендация', en: 'Recommendation' }, { clause: '5.4' }),
  none: other({ kk: 'Шара қолданбау', ru: 'Без мер', en: 'No measure' }, { decidedBy: bodies }),
}

/** What is proposed with it waits for the decision of a commission, a jury or a competent person. */
export const awaitsDecision = (name: MeasureName): boolean => measures[name].penalty || name === 'judicial-jury'

export const findingTitles: Readonly<Record<Finding, Text>> = {
  proven: { kk: 'Дәлелденді', ru: 'Доказано', en: 'Proven' },
  'not-proven': { kk: 'Дәлелденбеді', ru: 'Не доказано', en: 'Not proven' },
  refuted: { kk: 'Теріске шығарылды', ru: 'Опровергнуто', en: 'Refuted' },
}

export const bodyTitles: Readonly<Record<Body, Text>> = {
  'disciplinary-commission': {
    kk: 'Тәртіптік комиссия',
    ru: 'Дисциплинарная комиссия',
    en: 'Disciplinary commission',
  },
  'competent-person': {
    kk: 'Тағайындауға құқығы бар адам',
    ru: 'Лицо, имеющее право назначения',
    en: 'Person with the right to appoint',
  },
  'judicial-jury': { kk: 'Сот жюриі', ru: 'Судебное жюри', en: 'Judicial Jury' },
}

export const acknowledgementTitles: Readonly<Record<Acknowledgement, Text>> = {
  signed: { kk: 'Танысқанын қолымен растады', ru: 'Подтвердил ознакомление подписью', en: 'Signed for it' },
  refused: { kk: 'Танысудан бас тартты', ru: 'Отказался от ознакомления', en: 'Refused to study them' },
}

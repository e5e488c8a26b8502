// What the tables of criminal cases count and by what (6.16). One list for the server, the sheet, the paper and the screen.
import { z } from 'zod'
import { maybeLine } from '../../kernel/contract.ts'
import type { Text } from '../../kernel/text.ts'
import { qualifications } from '../criminalCases/contract.ts'

export const measures = [
  'registered',
  'suspected',
  'charged',
  'sent',
  'verdicts',
  'inForce',
  'convicted',
  'acquitted',
  'cleared',
  'excused',
  'dismissed',
  'pending',
] as const
export type Measure = (typeof measures)[number]
export const measureTitles: Readonly<Record<Measure, Text>> = {
  registered: { kk: 'Тіркелді', ru: 'Зарегистрировано', en: 'Registered' },
  suspected: { kk: 'Күдікті деп танылды', ru: 'Подозреваемых', en: 'Suspects' },
  charged: { kk: 'Айып тағылды', ru: 'Обвинено', en: 'Charged' },
  sent: { kk: 'Сотқа жіберілді', ru: 'Направлено в суд', en: 'Sent to court' },
  verdicts: { kk: 'Үкім шықты', ru: 'Приговоров', en: 'Verdicts' },
  inForce: { kk: 'Күшіне енді', ru: 'Вступило в силу', en: 'In force' },
  convicted: { kk: 'Сотталды', ru: 'Осуждено', en: 'Convicted' },
  acquitted: { kk: 'Ақталды', ru: 'Оправдано', en: 'Acquitted' },
  cleared: { kk: 'Қысқартылды, ақталды', ru: 'Прекращено, реабилит.', en: 'Terminated, cleared' },
  excused: { kk: 'Қысқартылды, ақталмады', ru: 'Прекращено, нереабилит.', en: 'Terminated, not cleared' },
  dismissed: { kk: 'Жұмыстан босатылды', ru: 'Уволено', en: 'Dismissed' },
  pending: { kk: 'Кезең соңында аяқталмаған', ru: 'Не завершено на конец', en: 'Pending at the end' },
}

export const dimensions = ['region', 'courtKind', 'postKind', 'article', 'outcome', 'year', 'qualification'] as const
export type Dimension = (typeof dimensions)[number]
export const dimensionTitles: Readonly<Record<Dimension, Text>> = {
  region: { kk: 'Өңір', ru: 'Регион', en: 'Region' },
  courtKind: { kk: 'Сот түрі', ru: 'Вид суда', en: 'Kind of court' },
  postKind: { kk: 'Лауазым', ru: 'Должность', en: 'Post' },
  article: { kk: 'Бап', ru: 'Статья', en: 'Article' },
  outcome: { kk: 'Нәтиже', ru: 'Исход', en: 'Outcome' },
  year: { kk: 'Тіркелген жылы', ru: 'Год регистрации', en: 'Year of registration' },
  qualification: { kk: 'Саралау', ru: 'Квалификация', en: 'Qualification' },
}

/** Value of a cut where the case has none. */
export const none = '-'

export const cell = {
  measure: z.enum(measures),
  dimension: z.enum(dimensions).optional(),
  value: maybeLine(40),
  qualification: z.enum(qualifications).optional(),
}

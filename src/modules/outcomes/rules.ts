// Who records what comes of a conclusion, and when. What concerns one person is judged on that person.
import { forbid } from '../../kernel/rules.ts'
import { rules } from '../conclusions/index.ts'
import type { Investigation } from '../investigations/index.ts'

export const { worksOnIt, leads, directs, isHouse, houseAlone, untilConcluded, notClosed, reads } = rules
const { only } = rules

export const wasOpened = only(
  { kk: 'Тексеру әлі басталған жоқ.', ru: 'Расследование ещё не начато.', en: 'The investigation is not open yet.' },
  'opened',
  'concluded',
  'reviewed',
  'closed',
)

export const afterConclusion = only(
  {
    kk: 'Алдымен тексеру қорытындысына қол қойылуы керек.',
    ru: 'Сначала должно быть подписано заключение.',
    en: 'First the conclusion is signed.',
  },
  'concluded',
  'reviewed',
  'closed',
)

export const afterReview = only(
  {
    kk: 'Қорытындыны тексеру тобынан тыс адам қарамайынша шешім тіркелмейді.',
    ru: 'Решение записывается после проверки заключения лицом вне группы.',
    en: 'A decision is recorded after somebody outside the team has reviewed the conclusion.',
  },
  'reviewed',
)

export const decidedInTime = only(
  {
    kk: 'Тіркелген шешім әлі жоқ.',
    ru: 'Записанного решения ещё нет.',
    en: 'No decision is recorded yet.',
  },
  'reviewed',
  'closed',
)

export const isNoSuperior = forbid<Investigation>(
  '6.22',
  {
    kk: 'Бұл тексеру тікелей басшыға қатысты емес.',
    ru: 'Это расследование не в отношении непосредственного руководителя.',
    en: 'This is no investigation of a direct superior.',
  },
  (_, it) => it.kind !== 'superior' || it.verdict === null,
)

// Kinds, states and ways of authorities in words.
import type { Text } from '../../kernel/text.ts'
import type { AuthorityKind, IssuerPost } from './purposes.ts'
import type { AuthorityState, Way } from './contract.ts'

export const kindTitles: Readonly<Record<AuthorityKind, Text>> = {
  assignment: { kk: 'Тапсырма', ru: 'Поручение', en: 'Assignment' },
  permission: { kk: 'Рұқсат', ru: 'Разрешение', en: 'Permission' },
  order: { kk: 'Бұйрық', ru: 'Приказ', en: 'Order' },
  consent: { kk: 'Келісім', ru: 'Согласие', en: 'Consent' },
  verdict: { kk: 'Үкім', ru: 'Приговор', en: 'Verdict' },
}

export const stateTitles: Readonly<Record<AuthorityState, Text>> = {
  prepared: { kk: 'Дайындалды, жіберілмеді', ru: 'Подготовлен, не направлен', en: 'Prepared, not sent' },
  asked: { kk: 'Шешім күтілуде', ru: 'Ожидается решение', en: 'Awaiting a decision' },
  granted: { kk: 'Берілді', ru: 'Выдано', en: 'Given' },
  refused: { kk: 'Бас тартылды', ru: 'Отказано', en: 'Refused' },
  withdrawn: { kk: 'Қайтарып алынды', ru: 'Отозван запросившим', en: 'Withdrawn' },
  registered: { kk: 'Салыстырып растау күтілуде', ru: 'Ожидается подтверждение по скану', en: 'Awaiting confirmation' },
  rejected: { kk: 'Расталмады', ru: 'Не подтверждено', en: 'Not confirmed' },
  revoked: { kk: 'Күші жойылды', ru: 'Отменено', en: 'Revoked' },
  expired: { kk: 'Мерзімі аяқталды', ru: 'Срок истёк', en: 'Expired' },
}

export const wayTitles: Readonly<Record<Way, Text>> = {
  asked: { kk: 'Жүйеде сұралды', ru: 'Запрошено в системе', en: 'Asked for in the system' },
  issued: { kk: 'Басшының өз бастамасымен берілді', ru: 'Выдано по собственной инициативе', en: 'Issued unasked' },
  paper: { kk: 'Қағаз құжат', ru: 'На бумаге', en: 'On paper' },
}

export const issuerTitles: Readonly<Record<IssuerPost, Text>> = {
  chairman: { kk: 'Жоғарғы Сот Төрағасы', ru: 'Председатель Верховного Суда', en: 'Chairman of the Supreme Court' },
  'ca-head': {
    kk: 'Сот әкімшілігінің басшысы',
    ru: 'Руководитель Судебной администрации',
    en: 'Head of the Court Administration',
  },
  head: {
    kk: 'Ішкі қауіпсіздік бөлімінің меңгерушісі',
    ru: 'Заведующий отделом внутренней безопасности',
    en: 'Head of the Internal Security Department',
  },
}

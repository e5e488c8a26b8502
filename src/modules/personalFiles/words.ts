// Words of personal files: kinds of their documents, and why a file is closed.
import type { Text } from '../../kernel/text.ts'

export const documentKinds = [
  'sheet',
  'autobiography',
  'appointment',
  'transfer',
  'award',
  'penalty',
  'attestation',
  'leave',
  'declaration',
  'education',
  'health',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export const documentKindTitles: Readonly<Record<DocumentKind, Text>> = {
  sheet: { kk: 'Жеке іс парағы', ru: 'Личный листок', en: 'Personal sheet' },
  autobiography: { kk: 'Өмірбаян', ru: 'Автобиография', en: 'Autobiography' },
  appointment: { kk: 'Тағайындау актісі', ru: 'Акт о назначении', en: 'Act of appointment' },
  transfer: { kk: 'Ауыстыру бұйрығы', ru: 'Приказ о переводе', en: 'Order of transfer' },
  award: { kk: 'Марапаттау құжаты', ru: 'Документ о поощрении', en: 'Award' },
  penalty: { kk: 'Тәртіптік жаза бұйрығы', ru: 'Приказ о дисциплинарном взыскании', en: 'Disciplinary penalty' },
  attestation: { kk: 'Аттестаттау парағы', ru: 'Аттестационный лист', en: 'Attestation' },
  leave: { kk: 'Демалыс құжаттары', ru: 'Документы об отпуске', en: 'Papers on leave' },
  declaration: { kk: 'Декларация көшірмесі', ru: 'Копия декларации', en: 'Copy of a declaration' },
  education: { kk: 'Білімі туралы құжат', ru: 'Документ об образовании', en: 'Education' },
  health: { kk: 'Денсаулығы туралы құжат', ru: 'Медицинский документ', en: 'Medical paper' },
  other: { kk: 'Басқа құжат', ru: 'Иной документ', en: 'Other paper' },
}

export const closedBecause = ['none', 'notYet', 'ended', 'revoked', 'otherReader'] as const
export type ClosedBecause = (typeof closedBecause)[number]

/** What the reader is told who finds the file closed: what is missing, in one sentence. */
export const closedSentences: Readonly<Record<ClosedBecause, Text>> = {
  none: {
    kk: 'Бұл жеке істі атаған рұқсат немесе тапсырма жоқ, сондықтан ол ашылмайды.',
    ru: 'Нет разрешения или поручения, в котором названо это личное дело, поэтому оно не открывается.',
    en: 'No permission or assignment names this personal file, so it does not open.',
  },
  notYet: {
    kk: 'Рұқсаттың бірінші күні әлі келген жоқ, сондықтан жеке іс әлі ашылмайды.',
    ru: 'Первый день разрешения ещё не наступил, поэтому личное дело пока не открывается.',
    en: 'The first day of the permission has not come, so the personal file does not open yet.',
  },
  ended: {
    kk: 'Рұқсаттың мерзімі аяқталды, сондықтан жеке іс жабылды.',
    ru: 'Срок разрешения истёк, поэтому личное дело закрыто.',
    en: 'The term of the permission has ended, so the personal file is closed.',
  },
  revoked: {
    kk: 'Рұқсаттың күші жойылды, сондықтан жеке іс жабылды.',
    ru: 'Разрешение отменено, поэтому личное дело закрыто.',
    en: 'The permission was revoked, so the personal file is closed.',
  },
  otherReader: {
    kk: 'Рұқсат басқа қызметкерге берілген. Сізге оқуды меңгеруші тапсырады.',
    ru: 'Разрешение дано другому работнику. Ознакомление вам поручает заведующий.',
    en: 'The permission was given to another employee. The head appoints you as its reader.',
  },
}

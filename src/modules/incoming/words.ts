// What is named with a code in the incoming register, in words.
import type { Text } from '../../kernel/text.ts'
import type { BodyKind, IncomingState, ReceivingWay, SenderKind } from './contract.ts'

export const stateTitles: Readonly<Record<IncomingState, Text>> = {
  registered: { kk: 'Тіркелді', ru: 'Зарегистрирован', en: 'Registered' },
  handed: { kk: 'Орындауда', ru: 'На исполнении', en: 'Handed on' },
  done: { kk: 'Орындалды', ru: 'Исполнен', en: 'Done' },
}

export const wayTitles: Readonly<Record<ReceivingWay, Text>> = {
  post: { kk: 'Пошта', ru: 'Почта', en: 'Post' },
  courier: { kk: 'Фельдъегерь, курьер', ru: 'Фельдъегерь, курьер', en: 'Courier' },
  hand: { kk: 'Қолма-қол', ru: 'Нарочно', en: 'By hand' },
  email: { kk: 'Электрондық пошта', ru: 'Электронная почта', en: 'E-mail' },
  edms: {
    kk: 'Электрондық құжат айналымы',
    ru: 'Система электронного документооборота',
    en: 'Electronic document exchange',
  },
}

export const senderKindTitles: Readonly<Record<SenderKind, Text>> = {
  body: { kk: 'Орган', ru: 'Орган', en: 'Body' },
  court: { kk: 'Сот', ru: 'Суд', en: 'Court' },
  unit: { kk: 'Бөлімше', ru: 'Подразделение', en: 'Unit' },
  other: { kk: 'Басқа жіберуші', ru: 'Иной отправитель', en: 'Other sender' },
}

export const bodyKindTitles: Readonly<Record<BodyKind, Text>> = {
  'court-administration': {
    kk: 'Сот әкімшілігінің бөлімшесі',
    ru: 'Подразделение Судебной администрации',
    en: 'Unit of the Court Administration',
  },
  judicial: { kk: 'Сот жүйесінің органы', ru: 'Орган судебной системы', en: 'Body of the judicial system' },
  prosecution: { kk: 'Прокуратура', ru: 'Прокуратура', en: 'Prosecution' },
  special: { kk: 'Арнайы мемлекеттік орган', ru: 'Специальный государственный орган', en: 'Special state body' },
  'law-enforcement': { kk: 'Құқық қорғау органы', ru: 'Правоохранительный орган', en: 'Law enforcement body' },
  state: { kk: 'Мемлекеттік орган', ru: 'Государственный орган', en: 'State body' },
  other: { kk: 'Басқа ұйым', ru: 'Иная организация', en: 'Other organisation' },
}

export const markTitles: Readonly<Record<'none' | 'official-use' | 'state-secret', Text>> = {
  none: { kk: 'Белгісіз', ru: 'Без пометки', en: 'No mark' },
  'official-use': {
    kk: 'Қызмет бабында пайдалану үшін (ҚБПҮ)',
    ru: 'Для служебного пользования (ДСП)',
    en: 'For official use',
  },
  'state-secret': { kk: 'Мемлекеттік құпия белгісі бар', ru: 'С грифом секретности', en: 'With a state-secret mark' },
}

export const languageTitles: Readonly<Record<'kk' | 'ru' | 'en', Text>> = {
  kk: { kk: 'Қазақ тілі', ru: 'Казахский', en: 'Kazakh' },
  ru: { kk: 'Орыс тілі', ru: 'Русский', en: 'Russian' },
  en: { kk: 'Ағылшын тілі', ru: 'Английский', en: 'English' },
}

/** What a correction may change, in the order in which it is told. */
export const fieldTitles: Readonly<Record<string, Text>> = {
  sender: { kk: 'Жіберуші', ru: 'Отправитель', en: 'Sender' },
  senderNumber: { kk: 'Жіберушінің нөмірі', ru: 'Номер отправителя', en: 'Sender’s number' },
  senderOn: { kk: 'Жіберушінің күні', ru: 'Дата отправителя', en: 'Sender’s date' },
  subject: { kk: 'Мазмұны', ru: 'Содержание', en: 'Subject' },
  pages: { kk: 'Парақ саны', ru: 'Листов', en: 'Pages' },
  enclosures: { kk: 'Қосымша парақтары', ru: 'Листов приложений', en: 'Enclosed pages' },
  way: { kk: 'Түскен жолы', ru: 'Способ получения', en: 'Way received' },
  language: { kk: 'Тілі', ru: 'Язык', en: 'Language' },
  receivedOn: { kk: 'Түскен күні', ru: 'День поступления', en: 'Received on' },
  mark: { kk: 'Белгісі', ru: 'Пометка', en: 'Mark' },
  markGround: { kk: 'Белгінің негізі', ru: 'Основание пометки', en: 'Ground of the mark' },
  readers: { kk: 'Оқырмандары', ru: 'Читатели', en: 'Readers' },
}

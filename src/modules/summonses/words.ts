// States, ways and channels of summonses in words.
import type { Text } from '../../kernel/text.ts'
import type { Channel, Receipt, ServedWay, SummonsState } from './contract.ts'

export const stateTitles: Readonly<Record<SummonsState, Text>> = {
  drafted: { kk: 'Дайындалуда', ru: 'Готовится', en: 'Being prepared' },
  offered: { kk: 'Қол қоюда', ru: 'На подписи', en: 'Awaiting signature' },
  signed: { kk: 'Қол қойылды', ru: 'Подписан', en: 'Signed' },
  served: { kk: 'Тапсырылды', ru: 'Вручён', en: 'Served' },
  missed: { kk: 'Келмеді', ru: 'Не явился', en: 'Did not come' },
  explained: { kk: 'Түсініктеме берілді', ru: 'Объяснение дано', en: 'Explained' },
  refused: { kk: 'Түсініктемеден бас тартты', ru: 'Отказ от объяснения', en: 'Refused to explain' },
  withdrawn: { kk: 'Кері қайтарылды', ru: 'Отозван', en: 'Withdrawn' },
}

export const wayTitles: Readonly<Record<ServedWay, Text>> = {
  hand: { kk: 'Қолма-қол', ru: 'Лично в руки', en: 'By hand' },
  courier: { kk: 'Курьер арқылы', ru: 'Курьером', en: 'By courier' },
  post: { kk: 'Пошта арқылы', ru: 'Почтой', en: 'By post' },
}

export const receiptTitles: Readonly<Record<Receipt, Text>> = {
  signed: { kk: 'Алғанына қол қойды', ru: 'Расписался в получении', en: 'Signed for it' },
  refused: { kk: 'Алудан бас тартты', ru: 'Отказался получить', en: 'Refused to take it' },
}

export const channelTitles: Readonly<Record<Channel, Text>> = {
  portal: { kk: 'Код арқылы өзі жазды', ru: 'Написал сам по коду', en: 'Written by the person under the code' },
  paper: { kk: 'Қағаз түрінде берілді', ru: 'Подано на бумаге', en: 'Brought on paper' },
}

/** Why nothing is taken under the code now. */
export const closedWords: Readonly<Record<'early' | 'expired' | 'refused' | 'withdrawn', Text>> = {
  early: {
    kk: 'Шақыру сізге әлі тапсырылған жоқ.',
    ru: 'Вызов Вам ещё не вручён.',
    en: 'The summons has not been served on you yet.',
  },
  expired: {
    kk: 'Түсініктеме беру мерзімі өтті. Бөлімге хабарласыңыз: мерзім ұзартылуы мүмкін.',
    ru: 'Срок дачи объяснения истёк. Обратитесь в отдел: срок может быть продлён.',
    en: 'The term for the explanation has passed. Ask the Department: the term may be extended.',
  },
  refused: {
    kk: 'Түсініктеме беруден бас тартқаныңыз туралы акт жасалған. Түсініктемені қағаз түрінде бере аласыз.',
    ru: 'Составлен акт о Вашем отказе от объяснения. Объяснение можно подать на бумаге.',
    en: 'An act of your refusal has been drawn up. You may bring an explanation on paper.',
  },
  withdrawn: {
    kk: 'Шақыру кері қайтарылған. Түсініктеме беру қажет емес.',
    ru: 'Вызов отозван. Объяснение давать не нужно.',
    en: 'The summons has been withdrawn. No explanation is needed.',
  },
}

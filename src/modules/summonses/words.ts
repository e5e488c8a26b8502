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

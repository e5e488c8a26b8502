// What comes of a conclusion, in words: results of appeals, answers of other bodies, resignations, ways of a notice.
import type { Text } from '../../kernel/text.ts'

export const appealResults = ['upheld', 'changed', 'annulled'] as const
export const answers = ['registered', 'refused', 'returned'] as const
export const resignations = ['filed', 'not-filed', 'not-required'] as const
export const ways = ['document', 'handed'] as const
export type AppealResult = (typeof appealResults)[number]
export type Answer = (typeof answers)[number]
export type Resignation = (typeof resignations)[number]
export type Way = (typeof ways)[number]

export const appealResultTitles: Readonly<Record<AppealResult, Text>> = {
  upheld: { kk: 'Өзгеріссіз қалдырылды', ru: 'Оставлено без изменения', en: 'Upheld' },
  changed: { kk: 'Өзгертілді', ru: 'Изменено', en: 'Changed' },
  annulled: { kk: 'Күші жойылды', ru: 'Отменено', en: 'Annulled' },
}

export const answerTitles: Readonly<Record<Answer, Text>> = {
  registered: {
    kk: 'Сотқа дейінгі тергеп-тексеру тізілімінде тіркелді',
    ru: 'Зарегистрировано в реестре досудебных расследований',
    en: 'Entered in the pre-trial register',
  },
  refused: { kk: 'Тіркеуден бас тартылды', ru: 'В регистрации отказано', en: 'Registration was refused' },
  returned: { kk: 'Материалдар қайтарылды', ru: 'Материалы возвращены', en: 'The materials were returned' },
}

export const resignationTitles: Readonly<Record<Resignation, Text>> = {
  filed: { kk: 'Отставкаға өтініш берді', ru: 'Подал заявление об отставке', en: 'Handed in a resignation' },
  'not-filed': {
    kk: 'Отставкаға өтініш бермеді',
    ru: 'Заявление об отставке не подал',
    en: 'Handed in no resignation',
  },
  'not-required': {
    kk: 'Жауаптылығы белгіленбеді, отставка талап етілмейді',
    ru: 'Ответственность не установлена, отставка не требуется',
    en: 'Not liable, so no resignation is required',
  },
}

export const wayTitles: Readonly<Record<Way, Text>> = {
  document: { kk: 'Құжатпен жіберілді', ru: 'Направлено документом', en: 'Sent as a document' },
  handed: { kk: 'Қолына тапсырылды', ru: 'Вручено лично', en: 'Handed over' },
}

// What each operation of this room on an investigation has done, in words.
import type { Text } from '../../kernel/text.ts'

export const told: Readonly<Record<string, Text>> = {
  'outcomes.decide': { kk: 'Шешім тіркелді', ru: 'Решение записано', en: 'The decision was recorded' },
  'outcomes.execute': { kk: 'Шешім орындалды', ru: 'Решение исполнено', en: 'The decision was carried out' },
  'outcomes.appeal': { kk: 'Шешімге шағым берілді', ru: 'Решение обжаловано', en: 'The decision was appealed' },
  'outcomes.settleAppeal': { kk: 'Шағым қаралды', ru: 'Обжалование рассмотрено', en: 'The appeal was settled' },
  'outcomes.decideSuperior': {
    kk: 'Басшының жауаптылығы туралы жазылды',
    ru: 'Записано об ответственности руководителя',
    en: 'The liability of the superior was recorded',
  },
  'outcomes.close': { kk: 'Тексеру аяқталды', ru: 'Расследование завершено', en: 'The investigation was closed' },
  'outcomes.tick': {
    kk: 'Материал көшірмелері белгіленді',
    ru: 'Отмечены копии материалов',
    en: 'The copies were ticked',
  },
  'outcomes.notify': { kk: 'Бастыққа хабарланды', ru: 'Начальник уведомлён', en: 'The head was notified' },
  'outcomes.transfer': {
    kk: 'Материалдар құқық қорғау органына берілді',
    ru: 'Материалы переданы в правоохранительный орган',
    en: 'The materials went to a law enforcement body',
  },
  'outcomes.answerTransfer': {
    kk: 'Органның жауабы тіркелді',
    ru: 'Записан ответ органа',
    en: 'The answer of the body was recorded',
  },
}

// What was done on an inspection, in plain words, for its timeline: every act of every room.
import type { Text } from '../../kernel/text.ts'

export const told: Readonly<Record<string, Text>> = {
  'inspections.prepare': { kk: 'Дайындалды', ru: 'Подготовлена', en: 'Prepared' },
  'inspections.amend': { kk: 'Бағдарлама түзетілді', ru: 'Программа исправлена', en: 'The programme was amended' },
  'inspections.extend': { kk: 'Тексеру күндері ұзартылды', ru: 'Дни проверки продлены', en: 'The days were extended' },
  'inspections.open': { kk: 'Басталды', ru: 'Начата', en: 'Opened' },
  'inspections.discontinue': { kk: 'Тоқтатылды', ru: 'Прекращена', en: 'Discontinued' },
  'inspections.addMember': { kk: 'Топқа қосылды', ru: 'Участник включён в группу', en: 'Somebody joined the team' },
  'inspections.endMember': { kk: 'Топтан шығарылды', ru: 'Участник выведен из группы', en: 'Somebody left the team' },
  'inspections.recuse': {
    kk: 'Топ мүшесі өздігінен бас тартты',
    ru: 'Участник заявил самоотвод',
    en: 'A member withdrew',
  },
  'inspections.enter': { kk: 'Үй-жайға кірді', ru: 'Вход в помещение', en: 'An entry' },
  'inspections.leave': { kk: 'Шыққан уақыты жазылды', ru: 'Записано время выхода', en: 'The leaving was recorded' },
  'inspections.hinder': { kk: 'Кедергі тіркелді', ru: 'Зафиксировано препятствие', en: 'A hindrance was recorded' },
  'inspections.demand': { kk: 'Құжаттар талап етілді', ru: 'Документы истребованы', en: 'Documents were demanded' },
  'inspections.find': { kk: 'Кемшілік жазылды', ru: 'Записано нарушение', en: 'A finding was recorded' },
  'inspections.answer': {
    kk: 'Сұрақ бойынша анықталғаны жазылды',
    ru: 'Записано, что установлено по вопросу',
    en: 'It was recorded what was established',
  },
  'inspections.strike': { kk: 'Кемшілік алып тасталды', ru: 'Нарушение исключено', en: 'A finding was struck out' },
  'inspections.acquaint': {
    kk: 'Бөлімше басшысы таныстырылды',
    ru: 'Руководитель ознакомлен',
    en: 'The head of the department was acquainted',
  },
  'inspections.object': { kk: 'Қарсылық тіркелді', ru: 'Возражение записано', en: 'An objection was recorded' },
  'inspections.answerObjection': {
    kk: 'Қарсылық бойынша шешім қабылданды',
    ru: 'По возражению принято решение',
    en: 'An objection was decided',
  },
  'inspections.draw': { kk: 'Акт жасалды', ru: 'Составлен акт', en: 'The act was drawn up' },
  'inspections.takeBack': {
    kk: 'Акт түзетуге қайтарып алынды',
    ru: 'Акт отозван на доработку',
    en: 'The act was taken back',
  },
  'inspections.addRemedy': {
    kk: 'Жоспарға тармақ қосылды',
    ru: 'В план добавлен пункт',
    en: 'An item was added to the plan',
  },
  'inspections.plan': { kk: 'Жою жоспары бекітілді', ru: 'Утверждён план устранения', en: 'The plan was settled' },
  'inspections.bring': {
    kk: 'Жойылғанының дәлелі тіркелді',
    ru: 'Записано доказательство устранения',
    en: 'Evidence of remedy was recorded',
  },
  'inspections.judge': { kk: 'Тармақ бағаланды', ru: 'Пункт оценён', en: 'An item was judged' },
  'inspections.close': { kk: 'Аяқталды', ru: 'Завершена', en: 'Closed' },
}

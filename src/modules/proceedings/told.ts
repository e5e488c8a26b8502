// What was done on an investigation, told from the sealed journal in plain words.
import { query } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { happeningsOf } from '../incoming/index.ts'
import * as shapes from '../investigations/contract.ts'
import { gates, investigationRecord } from '../investigations/index.ts'

/** Of this room and of those below it; each room above tells of its own in its module. */
export const told: Readonly<Record<string, Text>> = {
  'investigations.prepare': { kk: 'Дайындалды', ru: 'Подготовлено', en: 'Prepared' },
  'investigations.amend': {
    kk: 'Мәліметтері түзетілді',
    ru: 'Сведения исправлены',
    en: 'What was said of it was amended',
  },
  'investigations.addPerson': {
    kk: 'Тексерілетін адам қосылды',
    ru: 'Добавлено проверяемое лицо',
    en: 'A person under investigation was added',
  },
  'investigations.dropPerson': { kk: 'Тексерілетін адам алынды', ru: 'Лицо исключено', en: 'A person was taken out' },
  'investigations.accept': { kk: 'Ұсыныс қабылданды', ru: 'Предложение принято', en: 'The proposal was taken up' },
  'investigations.open': { kk: 'Басталды', ru: 'Начато', en: 'Opened' },
  'investigations.discontinue': { kk: 'Қысқартылды', ru: 'Прекращено', en: 'Discontinued' },
  'investigations.addMember': { kk: 'Топқа қосылды', ru: 'Включён в группу', en: 'Somebody joined the team' },
  'investigations.replaceMember': { kk: 'Топ мүшесі ауыстырылды', ru: 'Участник заменён', en: 'A member was replaced' },
  'investigations.recuse': {
    kk: 'Мүше өздігінен бас тартты',
    ru: 'Участник заявил самоотвод',
    en: 'A member withdrew',
  },
  'limitations.noteAbsence': {
    kk: 'Болмаған кезеңі тіркелді',
    ru: 'Отмечен период отсутствия',
    en: 'An absence was recorded',
  },
  'limitations.endAbsence': {
    kk: 'Болмаған кезеңінің аяқталғаны тіркелді',
    ru: 'Отмечено окончание периода отсутствия',
    en: 'The end of an absence was recorded',
  },
  'proceedings.extend': { kk: 'Мерзімі ұзартылды', ru: 'Срок продлён', en: 'The term was extended' },
  'proceedings.planStep': { kk: 'Жоспарға қадам қосылды', ru: 'В план добавлен шаг', en: 'A step was planned' },
  'proceedings.finishStep': { kk: 'Қадам орындалды', ru: 'Шаг исполнен', en: 'A step was done' },
  'proceedings.dropStep': { kk: 'Қадам жоспардан алынды', ru: 'Шаг снят с плана', en: 'A step was taken off the plan' },
  'proceedings.suspend': {
    kk: 'Лауазымнан уақытша шеттету тіркелді',
    ru: 'Отмечено отстранение от должности',
    en: 'A suspension from office was recorded',
  },
  'proceedings.note': { kk: 'Оқиға жазылды', ru: 'Записано событие', en: 'An event was recorded' },
}

export const readInvestigationTimeline = query(shapes.readInvestigationTimeline, {
  clauses: ['5.15', '5.16'],
  record: investigationRecord,
  rules: [gates.worksOnIt],
  run: async ({ subject: it, tx }) => ({ rows: await happeningsOf(tx, [it.id], {}) }),
})

// What was done on an investigation, told from the sealed journal in plain words.
import { query } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { happeningsOf } from '../incoming/index.ts'
import * as shapes from '../investigations/contract.ts'
import { gates, investigationRecord } from '../investigations/index.ts'

const told: Readonly<Record<string, Text>> = {
  'investigations.prepare': { kk: 'Дайындалды', ru: 'Подготовлено', en: 'Prepared' },
  'investigations.accept': { kk: 'Ұсыныс қабылданды', ru: 'Предложение принято', en: 'The proposal was taken up' },
  'investigations.open': { kk: 'Басталды', ru: 'Начато', en: 'Opened' },
  'proceedings.extend': { kk: 'Мерзімі ұзартылды', ru: 'Срок продлён', en: 'The term was extended' },
  'investigations.discontinue': { kk: 'Қысқартылды', ru: 'Прекращено', en: 'Discontinued' },
  'investigations.addMember': { kk: 'Топқа қосылды', ru: 'Включён в группу', en: 'Somebody joined the team' },
  'investigations.replaceMember': { kk: 'Топ мүшесі ауыстырылды', ru: 'Участник заменён', en: 'A member was replaced' },
  'investigations.recuse': {
    kk: 'Мүше өздігінен бас тартты',
    ru: 'Участник заявил самоотвод',
    en: 'A member withdrew',
  },
  'proceedings.planStep': { kk: 'Жоспарға қадам қосылды', ru: 'В план добавлен шаг', en: 'A step was planned' },
  'proceedings.finishStep': { kk: 'Қадам орындалды', ru: 'Шаг исполнен', en: 'A step was done' },
  'proceedings.suspend': {
    kk: 'Лауазымнан уақытша шеттету тіркелді',
    ru: 'Отмечено отстранение от должности',
    en: 'A suspension from office was recorded',
  },
  'investigations.propose': {
    kk: 'Үкімнен кейін ұсынылды',
    ru: 'Предложено после приговора',
    en: 'Proposed after the verdict',
  },
}

export const readInvestigationTimeline = query(shapes.readInvestigationTimeline, {
  clauses: ['5.15', '5.16'],
  record: investigationRecord,
  rules: [gates.worksOnIt],
  run: async ({ subject: it, tx }) => ({ rows: await happeningsOf(tx, [it.id], told) }),
})

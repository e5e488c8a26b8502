// What each operation of this room on an investigation has done, in words.
import type { Text } from '../../kernel/text.ts'

export const told: Readonly<Record<string, Text>> = {
  'conclusions.allege': { kk: 'Болжал қосылды', ru: 'Добавлено утверждение', en: 'An allegation was added' },
  'conclusions.dropAllegation': { kk: 'Болжал алынды', ru: 'Утверждение снято', en: 'An allegation was dropped' },
  'conclusions.find': { kk: 'Тұжырым жасалды', ru: 'Сделан вывод', en: 'A finding was made' },
  'conclusions.propose': { kk: 'Шара ұсынылды', ru: 'Предложена мера', en: 'A measure was proposed' },
  'conclusions.offerMaterials': {
    kk: 'Материалдар танысуға ұсынылды',
    ru: 'Материалы предложены для ознакомления',
    en: 'The materials were offered for study',
  },
  'conclusions.acknowledge': {
    kk: 'Материалдармен танысуы тіркелді',
    ru: 'Отмечено ознакомление с материалами',
    en: 'The study of the materials was recorded',
  },
  'conclusions.addMaterial': {
    kk: 'Материал тізімге қосылды',
    ru: 'Материал внесён в перечень',
    en: 'A material was listed',
  },
  'conclusions.draft': {
    kk: 'Қорытынды жобасы басталды',
    ru: 'Начат проект заключения',
    en: 'The draft of the conclusion was begun',
  },
  'conclusions.drop': {
    kk: 'Қорытынды жобасынан бас тартылды',
    ru: 'Проект заключения отменён',
    en: 'The draft of the conclusion was given up',
  },
  'conclusions.appointReviewer': {
    kk: 'Қорытындыны тексеруші тағайындалды',
    ru: 'Назначен проверяющий заключение',
    en: 'A reviewer of the conclusion was named',
  },
  'conclusions.sendBack': {
    kk: 'Қорытынды ескертумен қайтарылды',
    ru: 'Заключение возвращено с замечаниями',
    en: 'The conclusion was sent back with remarks',
  },
  'conclusions.review': {
    kk: 'Қорытынды тексеруден өтті',
    ru: 'Заключение прошло проверку',
    en: 'The conclusion passed the review',
  },
}

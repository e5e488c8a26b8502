// What happened, whence it is told and what is linked, in words.
import type { Text } from '../../kernel/text.ts'
import type { NodeKind, Source } from './contract.ts'

export const sourceTitles: Readonly<Record<Source, Text>> = {
  course: { kk: 'Тексеру барысы', ru: 'Ход расследования', en: 'Course' },
  persons: { kk: 'Тексерілетін адамдар', ru: 'Проверяемые лица', en: 'Persons' },
  team: { kk: 'Тексеру тобы', ru: 'Группа', en: 'Team' },
  authorities: { kk: 'Тапсырмалар', ru: 'Поручения', en: 'Authorities' },
  evidence: { kk: 'Дәлелдемелер', ru: 'Доказательства', en: 'Evidence' },
  papers: { kk: 'Құжаттар мен сұрау салулар', ru: 'Документы и запросы', en: 'Documents and requests' },
  steps: { kk: 'Жоспар қадамдары', ru: 'Шаги плана', en: 'Steps of the plan' },
}

export const nodeTitles: Readonly<Record<NodeKind, Text>> = {
  case: { kk: 'Тексеру', ru: 'Расследование', en: 'Investigation' },
  person: { kk: 'Адам', ru: 'Лицо', en: 'Person' },
  body: { kk: 'Сот не мекеме', ru: 'Суд или учреждение', en: 'Court or body' },
  authority: { kk: 'Тапсырма', ru: 'Поручение', en: 'Authority' },
  paper: { kk: 'Құжат', ru: 'Документ', en: 'Paper' },
  evidence: { kk: 'Дәлелдеме', ru: 'Доказательство', en: 'Evidence' },
}

const assignment: Text = { kk: 'Тапсырма берілді', ru: 'Дано поручение', en: 'An assignment was given' }

export const eventTitles: Readonly<Record<string, Text>> = {
  'person.in': { kk: 'Тексерілетін адам қосылды', ru: 'Добавлено проверяемое лицо', en: 'A person was added' },
  'person.out': { kk: 'Тексерілетін адам алынды', ru: 'Лицо исключено', en: 'A person was taken out' },
  'absence.sickness': { kk: 'Ауырған кезеңі', ru: 'Период болезни', en: 'Sickness' },
  'absence.leave': { kk: 'Демалыс кезеңі', ru: 'Период отпуска', en: 'Leave' },
  'absence.business-trip': { kk: 'Іссапар кезеңі', ru: 'Период командировки', en: 'Business trip' },
  suspension: {
    kk: 'Лауазымнан уақытша шеттету',
    ru: 'Временное отстранение от должности',
    en: 'Suspension from office',
  },
  'member.leader': { kk: 'Топ жетекшісі тағайындалды', ru: 'Назначен руководитель группы', en: 'A leader was named' },
  'member.member': { kk: 'Топқа мүше қосылды', ru: 'Включён участник группы', en: 'A member joined' },
  'member.out': { kk: 'Топ мүшесі шықты', ru: 'Участник вышел из группы', en: 'A member left' },
  'step.planned': { kk: 'Қадам жоспарланды', ru: 'Шаг запланирован', en: 'A step was planned' },
  'step.done': { kk: 'Қадам орындалды', ru: 'Шаг исполнен', en: 'A step was done' },
  'step.dropped': { kk: 'Қадам жоспардан алынды', ru: 'Шаг снят с плана', en: 'A step was dropped' },
  extension: { kk: 'Мерзімі ұзартылды', ru: 'Срок продлён', en: 'The term was extended' },
  note: { kk: 'Оқиға', ru: 'Событие', en: 'Event' },
  'authority.assignment': assignment,
  'authority.permission': { kk: 'Рұқсат берілді', ru: 'Дано разрешение', en: 'A permission was given' },
  'authority.order': { kk: 'Бұйрық шығарылды', ru: 'Издан приказ', en: 'An order was issued' },
  'authority.consent': { kk: 'Келісім берілді', ru: 'Дано согласие', en: 'Consent was given' },
  'authority.verdict': { kk: 'Үкім тіркелді', ru: 'Зарегистрирован приговор', en: 'A verdict was registered' },
  'authority.revoked': { kk: 'Күші жойылды', ru: 'Отменено', en: 'Revoked' },
}

/** How one thing is linked to another. */
export const relations = {
  investigated: { kk: 'тексеріледі', ru: 'проверяется', en: 'is under investigation' },
  happenedAt: { kk: 'оқиға орны', ru: 'место события', en: 'place of the event' },
  authorises: { kk: 'тексеруге негіз', ru: 'основание расследования', en: 'authorises' },
  about: { kk: 'тексеру бойынша', ru: 'по расследованию', en: 'about the investigation' },
  addressed: { kk: 'адресаты', ru: 'адресат', en: 'addressed to' },
  proves: { kk: 'тексеру дәлелдемесі', ru: 'доказательство по делу', en: 'evidence of the case' },
  answers: { kk: 'осы сұрау салу бойынша алынды', ru: 'получено по этому запросу', en: 'came by this request' },
  from: { kk: 'қайдан шықты', ru: 'откуда возникло', en: 'arose from' },
} satisfies Record<string, Text>

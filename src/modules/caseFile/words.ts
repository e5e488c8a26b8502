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
  summonses: { kk: 'Шақырулар мен түсініктемелер', ru: 'Вызовы и объяснения', en: 'Summonses and explanations' },
  questioning: { kk: 'Жауап алу', ru: 'Опрос', en: 'Questioning' },
  conclusions: { kk: 'Қорытынды', ru: 'Заключение', en: 'Conclusion' },
  outcomes: { kk: 'Нәтижелер', ru: 'Результаты', en: 'Outcomes' },
  limitations: { kk: 'Жауапқа тарту мерзімі', ru: 'Срок привлечения к ответственности', en: 'Limitation' },
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
  'absence.ended': { kk: 'Болмаған кезеңі аяқталды', ru: 'Период отсутствия окончен', en: 'The absence ended' },
  'suspension.ended': {
    kk: 'Шеттету аяқталды: актінің күші жойылды',
    ru: 'Отстранение окончено: акт отменён',
    en: 'The suspension ended: its act was revoked',
  },
  'summons.prepared': { kk: 'Шақыру дайындалды', ru: 'Вызов подготовлен', en: 'A summons was prepared' },
  'summons.signed': { kk: 'Шақыруға қол қойылды', ru: 'Вызов подписан', en: 'The summons was signed' },
  'summons.served': { kk: 'Шақыру тапсырылды', ru: 'Вызов вручён', en: 'The summons was served' },
  'summons.extended': {
    kk: 'Түсініктеме беру мерзімі ұзартылды',
    ru: 'Срок дачи объяснения продлён',
    en: 'The term for the explanation was extended',
  },
  'summons.missed': { kk: 'Шақыру бойынша келмеді', ru: 'Неявка по вызову', en: 'The person did not come' },
  'summons.explained.portal': {
    kk: 'Түсініктеме код арқылы берілді',
    ru: 'Объяснение дано по коду',
    en: 'An explanation came under the code',
  },
  'summons.explained.paper': {
    kk: 'Түсініктеме қағаз түрінде берілді',
    ru: 'Объяснение подано на бумаге',
    en: 'An explanation came on paper',
  },
  'summons.refused': {
    kk: 'Түсініктемеден бас тарту туралы акт жасалды',
    ru: 'Составлен акт об отказе от объяснения',
    en: 'An act of refusal to explain was drawn up',
  },
  'summons.reported': {
    kk: 'Бас тарту туралы баяндалды',
    ru: 'Об отказе доложено',
    en: 'The refusal was reported to the principals',
  },
  'summons.withdrawn': { kk: 'Шақыру кері қайтарылды', ru: 'Вызов отозван', en: 'The summons was withdrawn' },
  'questioning.planned': { kk: 'Жауап алу жоспарланды', ru: 'Опрос запланирован', en: 'A questioning was planned' },
  'questioning.rights': { kk: 'Құқықтары түсіндірілді', ru: 'Права разъяснены', en: 'The rights were explained' },
  'questioning.begun': { kk: 'Жауап алу басталды', ru: 'Опрос начат', en: 'The questioning began' },
  'questioning.ended': { kk: 'Жауап алу аяқталды', ru: 'Опрос завершён', en: 'The questioning ended' },
  'questioning.stopped.consent': {
    kk: 'Жауап алу тоқтатылды: судья келісімін кері қайтарды',
    ru: 'Опрос остановлен: судья отозвал согласие',
    en: 'The questioning was stopped: the judge withdrew the consent',
  },
  'questioning.stopped.permission': {
    kk: 'Жауап алу тоқтатылды: рұқсат күшін жойды',
    ru: 'Опрос остановлен: разрешение утратило силу',
    en: 'The questioning was stopped: the permission is no longer in force',
  },
  'questioning.stopped.investigation': {
    kk: 'Жауап алу тоқтатылды: тексеру тоқтатылды',
    ru: 'Опрос остановлен: расследование остановлено',
    en: 'The questioning was stopped with the investigation',
  },
  'questioning.signed.signed': {
    kk: 'Хаттамаға ескертусіз қол қойылды',
    ru: 'Протокол подписан без замечаний',
    en: 'The protocol was signed without remarks',
  },
  'questioning.signed.remarks': {
    kk: 'Хаттамаға ескертумен қол қойылды',
    ru: 'Протокол подписан с замечаниями',
    en: 'The protocol was signed with remarks',
  },
  'questioning.signed.refused': {
    kk: 'Хаттамаға қол қоюдан бас тартылды',
    ru: 'От подписания протокола отказались',
    en: 'The protocol was not signed: a refusal',
  },
  'questioning.consent.written': {
    kk: 'Судья жазбаша келісім берді',
    ru: 'Судья дал письменное согласие',
    en: 'The judge consented in writing',
  },
  'questioning.consent.spoken': {
    kk: 'Судья ауызша келісім берді',
    ru: 'Судья дал устное согласие',
    en: 'The judge consented by word',
  },
  'questioning.consentWithdrawn': {
    kk: 'Судья келісімін кері қайтарды',
    ru: 'Судья отозвал согласие',
    en: 'The judge withdrew the consent',
  },
  'questioning.participant.defender': {
    kk: 'Қорғаушы қатысады',
    ru: 'Участвует защитник',
    en: 'A defender takes part',
  },
  'questioning.participant.representative': {
    kk: 'Өкіл қатысады',
    ru: 'Участвует представитель',
    en: 'A representative takes part',
  },
  'questioning.participant.interpreter': {
    kk: 'Аудармашы қатысады',
    ru: 'Участвует переводчик',
    en: 'An interpreter takes part',
  },
  'questioning.participant.present': { kk: 'Қатысушы қосылды', ru: 'Присутствует', en: 'Somebody is present' },
  'questioning.audio': {
    kk: 'Аудиожазба тіркелді',
    ru: 'Приложена аудиозапись',
    en: 'An audio recording was attached',
  },
  'questioning.cancelled': {
    kk: 'Жауап алу өткізілмейтін болды',
    ru: 'Опрос отменён',
    en: 'The questioning was cancelled',
  },
  'conclusion.allegation': { kk: 'Болжал қосылды', ru: 'Добавлено утверждение', en: 'An allegation was added' },
  'conclusion.allegationDropped': { kk: 'Болжал алынды', ru: 'Утверждение снято', en: 'An allegation was dropped' },
  'conclusion.offered': {
    kk: 'Материалдар танысуға ұсынылды',
    ru: 'Материалы предложены для ознакомления',
    en: 'The materials were offered for study',
  },
  'conclusion.material': {
    kk: 'Материал тізімге қосылды',
    ru: 'Материал внесён в перечень',
    en: 'A material was listed',
  },
  'conclusion.signed': { kk: 'Қорытындыға қол қойылды', ru: 'Заключение подписано', en: 'The conclusion was signed' },
  'conclusion.dropped': {
    kk: 'Қорытынды жобасынан бас тартылды',
    ru: 'Проект заключения отменён',
    en: 'The draft of the conclusion was given up',
  },
  'conclusion.passed': {
    kk: 'Қорытынды шолудан өтті',
    ru: 'Заключение прошло проверку',
    en: 'The conclusion passed the review',
  },
  'conclusion.sentBack': {
    kk: 'Қорытынды ескертумен қайтарылды',
    ru: 'Заключение возвращено с замечаниями',
    en: 'The conclusion was sent back with remarks',
  },
  'outcome.executed': { kk: 'Шешім орындалды', ru: 'Решение исполнено', en: 'The decision was carried out' },
  'outcome.lapsed': { kk: 'Жазаның мерзімі өтті', ru: 'Взыскание погашено', en: 'The penalty lapsed' },
  'outcome.appeal': { kk: 'Шешімге шағым берілді', ru: 'Решение обжаловано', en: 'The decision was appealed' },
  'outcome.transfer': {
    kk: 'Материалдар құқық қорғау органына берілді',
    ru: 'Материалы переданы в правоохранительный орган',
    en: 'The materials went to a law enforcement body',
  },
  'outcome.liable': {
    kk: 'Басшының жауаптылығы белгіленді',
    ru: 'Ответственность руководителя установлена',
    en: 'The superior was found liable',
  },
  'outcome.notLiable': {
    kk: 'Басшының жауаптылығы белгіленбеді',
    ru: 'Ответственность руководителя не установлена',
    en: 'The superior was not found liable',
  },
  'outcome.resignation': {
    kk: 'Отставкаға өтініш берілді',
    ru: 'Подано заявление об отставке',
    en: 'A resignation was filed',
  },
  'outcome.notice.document': {
    kk: 'Бастыққа көшірмелермен құжат жіберілді',
    ru: 'Начальнику направлен документ с копиями',
    en: 'A notice with copies was sent to the head',
  },
  'outcome.notice.handed': {
    kk: 'Бастыққа көшірмелер қолма-қол тапсырылды',
    ru: 'Копии вручены начальнику лично',
    en: 'A notice with copies was handed to the head',
  },
}

/** What was found, proposed, decided or answered: said with the words of the room that keeps it. */
export const eventsWith: Readonly<Record<string, Text>> = {
  'conclusion.finding': { kk: 'Тұжырым', ru: 'Вывод', en: 'Finding' },
  'conclusion.measure': { kk: 'Шара ұсынылды', ru: 'Предложена мера', en: 'A measure was proposed' },
  'conclusion.study': { kk: 'Материалдармен танысу', ru: 'Ознакомление с материалами', en: 'Study of the materials' },
  'outcome.decision': { kk: 'Шешім қабылданды', ru: 'Принято решение', en: 'A decision was taken' },
  'outcome.appeal': { kk: 'Шағым қаралды', ru: 'Обжалование рассмотрено', en: 'The appeal was settled' },
  'outcome.answer': { kk: 'Органның жауабы', ru: 'Ответ органа', en: 'Answer of the body' },
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

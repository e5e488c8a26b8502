// Kinds, states and offences of investigations in words; which clause each kind rests on.
import type { Clause } from '../../kernel/clauses.ts'
import type { Text } from '../../kernel/text.ts'
import type { InvestigationKind, InvestigationState, Offence, RecusalCause, Role } from './contract.ts'

export const kindTitles: Readonly<Record<InvestigationKind, Text>> = {
  service: { kk: 'Қызметтік тексеру', ru: 'Служебное расследование', en: 'Service investigation' },
  superior: {
    kk: 'Тікелей басшыға қатысты қызметтік тексеру',
    ru: 'Служебное расследование в отношении непосредственного руководителя',
    en: 'Service investigation of a direct superior',
  },
}

export const kindClauses: Readonly<Record<InvestigationKind, Clause>> = { service: '6.21', superior: '6.22' }

export const stateTitles: Readonly<Record<InvestigationState, Text>> = {
  proposed: { kk: 'Ұсынылды', ru: 'Предложено', en: 'Proposed' },
  prepared: { kk: 'Дайындалды', ru: 'Подготовлено', en: 'Prepared' },
  opened: { kk: 'Жүргізілуде', ru: 'Проводится', en: 'Under way' },
  halted: { kk: 'Тоқтатыла тұрды', ru: 'Остановлено', en: 'Halted' },
  concluded: { kk: 'Қорытынды жасалды', ru: 'Составлено заключение', en: 'Concluded' },
  reviewed: { kk: 'Қорытынды тексерілді', ru: 'Заключение проверено', en: 'Reviewed' },
  closed: { kk: 'Аяқталды', ru: 'Завершено', en: 'Closed' },
  discontinued: { kk: 'Қысқартылды', ru: 'Прекращено', en: 'Discontinued' },
}

export const offenceTitles: Readonly<Record<Offence, Text>> = {
  ordinary: { kk: 'Тәртіптік теріс қылық', ru: 'Дисциплинарный проступок', en: 'Disciplinary offence' },
  discrediting: {
    kk: 'Мемлекеттік қызметке кір келтіретін теріс қылық',
    ru: 'Проступок, дискредитирующий государственную службу',
    en: 'Offence discrediting the civil service',
  },
  corruption: {
    kk: 'Сыбайлас жемқорлық құқық бұзушылық',
    ru: 'Коррупционное правонарушение',
    en: 'Corruption offence',
  },
}

export const roleTitles: Readonly<Record<Role, Text>> = {
  leader: { kk: 'Жетекші', ru: 'Руководитель', en: 'Leader' },
  member: { kk: 'Мүше', ru: 'Участник', en: 'Member' },
}

export const recusalTitles: Readonly<Record<RecusalCause, Text>> = {
  kinship: { kk: 'Туыстық', ru: 'Родство', en: 'Kinship' },
  interest: { kk: 'Жеке мүдде', ru: 'Личная заинтересованность', en: 'Personal interest' },
  other: { kk: 'Өзге себеп', ru: 'Иная причина', en: 'Another reason' },
}

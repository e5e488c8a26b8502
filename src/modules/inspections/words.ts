// States and roles in words.
import type { Text } from '../../kernel/text.ts'
import type { InspectionState, RecusalCause, Role } from './kinds.ts'

export const stateTitles: Readonly<Record<InspectionState, Text>> = {
  prepared: { kk: 'Дайындалды', ru: 'Подготовлена', en: 'Prepared' },
  opened: { kk: 'Жүргізілуде', ru: 'Проводится', en: 'Under way' },
  drawn: { kk: 'Акт қол қоюда', ru: 'Акт на подписи', en: 'The act awaits its signature' },
  signed: { kk: 'Акт қол қойылды', ru: 'Акт подписан', en: 'The act is signed' },
  acquainted: { kk: 'Актімен таныстырылды', ru: 'С актом ознакомлены', en: 'Acquainted with the act' },
  remedying: { kk: 'Кемшіліктер жойылуда', ru: 'Устранение нарушений', en: 'Being remedied' },
  closed: { kk: 'Аяқталды', ru: 'Завершена', en: 'Closed' },
  discontinued: { kk: 'Тоқтатылды', ru: 'Прекращена', en: 'Discontinued' },
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

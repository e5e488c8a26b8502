// Kinds, states, grounds and acts of evidence in words.
import type { Text } from '../../kernel/text.ts'
import type { CustodyAct, EvidenceKind, EvidenceState, Ground } from './contract.ts'

export const kindTitles: Readonly<Record<EvidenceKind, Text>> = {
  document: { kk: 'Құжат', ru: 'Документ', en: 'Document' },
  recording: { kk: 'Аудио-, бейнежазба', ru: 'Аудио-, видеозапись', en: 'Audio or video recording' },
  physical: { kk: 'Зат', ru: 'Предмет', en: 'Physical thing' },
  electronic: { kk: 'Электрондық көшірме', ru: 'Электронная копия', en: 'Electronic copy' },
}

export const stateTitles: Readonly<Record<EvidenceState, Text>> = {
  sealed: { kk: 'Мөрленген', ru: 'Опечатано', en: 'Sealed' },
  unsealed: { kk: 'Мөрі ашылған', ru: 'Печать вскрыта', en: 'Seal broken' },
  out: { kk: 'Сыртқа берілген', ru: 'Передано вовне', en: 'Given out' },
  returned: { kk: 'Иесіне қайтарылған', ru: 'Возвращено владельцу', en: 'Returned to the owner' },
  destroyed: { kk: 'Жойылған', ru: 'Уничтожено', en: 'Destroyed' },
}

export const groundTitles: Readonly<Record<Ground, Text>> = {
  request: { kk: 'Сұрау салу немесе талап', ru: 'Запрос или требование', en: 'Request or demand' },
  inspection: { kk: 'Қарап-тексеру', ru: 'Осмотр', en: 'Inspection' },
  'handed-over': { kk: 'Өз еркімен тапсыру', ru: 'Добровольная передача', en: 'Handed over freely' },
}

export const actTitles: Readonly<Record<CustodyAct, Text>> = {
  received: { kk: 'Қабылданды', ru: 'Принято', en: 'Received' },
  moved: { kk: 'Басқа орынға қойылды', ru: 'Перемещено', en: 'Moved' },
  handed: { kk: 'Қолдан қолға берілді', ru: 'Передано из рук в руки', en: 'Handed over' },
  'given-out': { kk: 'Сыртқа берілді', ru: 'Передано вовне', en: 'Given out' },
  'taken-in': { kk: 'Қайтарып алынды', ru: 'Принято обратно', en: 'Taken back in' },
  copied: { kk: 'Көшірмесі берілді', ru: 'Выдана копия', en: 'A copy was given' },
  'seal-broken': { kk: 'Мөрі ашылды', ru: 'Печать вскрыта', en: 'The seal was broken' },
  resealed: { kk: 'Қайта мөрленді', ru: 'Опечатано вновь', en: 'Sealed again' },
  damaged: { kk: 'Файлы бүлінгені анықталды', ru: 'Обнаружено повреждение файла', en: 'A file was found damaged' },
  renewed: { kk: 'Жұмыс көшірмесі жаңартылды', ru: 'Рабочая копия обновлена', en: 'The working copy was made anew' },
  returned: { kk: 'Иесіне қайтарылды', ru: 'Возвращено владельцу', en: 'Returned to the owner' },
  destroyed: { kk: 'Жойылды', ru: 'Уничтожено', en: 'Destroyed' },
}

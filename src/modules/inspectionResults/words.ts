// Ways of acquaintance and states of items in words.
import type { Text } from '../../kernel/text.ts'
import type { AcquaintanceWay, RemedyState } from './kinds.ts'

export const remedyTitles: Readonly<Record<RemedyState, Text>> = {
  open: { kk: 'Орындалуда', ru: 'Исполняется', en: 'To be remedied' },
  remedied: { kk: 'Жойылды', ru: 'Устранено', en: 'Remedied' },
  'not-remedied': { kk: 'Жойылмады', ru: 'Не устранено', en: 'Not remedied' },
}

export const acquaintanceTitles: Readonly<Record<AcquaintanceWay, Text>> = {
  signed: { kk: 'Танысты, қолын қойды', ru: 'Ознакомлен под подпись', en: 'Acquainted and signed' },
  refused: { kk: 'Қол қоюдан бас тартты', ru: 'От подписи отказался', en: 'Refused to sign' },
}

// What keeps a person from work, in words.
import type { Text } from '../../kernel/text.ts'
import type { AbsenceCause } from './contract.ts'

export const causeTitles: Readonly<Record<AbsenceCause, Text>> = {
  sickness: { kk: 'Ауыруы', ru: 'Болезнь', en: 'Sickness' },
  leave: { kk: 'Демалыс', ru: 'Отпуск', en: 'Leave' },
  'business-trip': { kk: 'Іссапар', ru: 'Командировка', en: 'Business trip' },
}

// What each operation of this room on an investigation has done, in words.
import type { Text } from '../../kernel/text.ts'

export const told: Readonly<Record<string, Text>> = {
  'questioning.plan': { kk: 'Жауап алу жоспарланды', ru: 'Запланирован опрос', en: 'A questioning was planned' },
}

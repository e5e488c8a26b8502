// What each operation of this room on an investigation has done, in words.
import type { Text } from '../../kernel/text.ts'

export const told: Readonly<Record<string, Text>> = {
  'summonses.prepare': { kk: 'Шақыру дайындалды', ru: 'Подготовлен вызов', en: 'A summons was prepared' },
}

// What each operation of this room on an investigation has done, in words.
import type { Text } from '../../kernel/text.ts'

export const told: Readonly<Record<string, Text>> = {
  'caseFile.make': { kk: 'Іс материалдары жинақталды', ru: 'Материалы дела собраны', en: 'The case file was made' },
}

// States of an opening in words.
import type { Text } from '../../kernel/text.ts'

export const openingStates = ['open', 'justified', 'notJustified'] as const
export type OpeningState = (typeof openingStates)[number]

export const openingStateTitles: Readonly<Record<OpeningState, Text>> = {
  open: { kk: 'Тексерілмеген', ru: 'Не проверено', en: 'Not reviewed' },
  justified: { kk: 'Негізді деп танылды', ru: 'Признано обоснованным', en: 'Found justified' },
  notJustified: { kk: 'Негізсіз деп танылды', ru: 'Признано необоснованным', en: 'Found not justified' },
}

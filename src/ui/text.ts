// The reader's language, and the words of contracts said in it.
import { useLingui } from '@lingui/react'
import { useCallback } from 'react'
import { isLanguage, say } from '../kernel/text.ts'
import type { Language, Text } from '../kernel/text.ts'

export type { Language, Text }

export const useLanguage = (): Language => {
  const { i18n } = useLingui()
  return isLanguage(i18n.locale) ? i18n.locale : 'kk'
}

/** Says a `Text` of a contract in the reader's language: `const text = useText(); text(shape.title)`. */
export const useText = (): ((it: Text) => string) => {
  const language = useLanguage()
  return useCallback((it: Text) => say(it, language), [language])
}

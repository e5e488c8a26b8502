// Choices of the forms: people who are looked up on the server as one types, and the languages by their own names.
import { call } from '../../../ui/call.ts'
import type { Option } from '../../../ui/fields.ts'
import { useText } from '../../../ui/text.ts'
import { findPersons } from '../../persons/contract.ts'

export const languageOptions: readonly Option[] = [
  { value: 'kk', label: 'Қазақша' },
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
]

export const usePersons = () => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    if (words.trim().length < 2) return []
    const { result } = await call(findPersons, { words: words.trim() })
    return result.rows.map(({ id, name, post, body }) => ({
      value: id,
      label: text(name),
      hint: [post, body].flatMap((it) => (it ? [text(it)] : [])).join(' · '),
    }))
  }
}

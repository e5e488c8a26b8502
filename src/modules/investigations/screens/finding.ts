// Choices that are looked up on the server as one types.
import { call } from '../../../ui/call.ts'
import type { Option } from '../../../ui/fields.ts'
import { useText } from '../../../ui/text.ts'
import { findPersons } from '../../persons/contract.ts'
import { findCandidates } from '../contract.ts'

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

/** Colleagues whose name holds what is typed; where something stands against one, it is said beside the name. */
export const useCandidates = (id: string) => {
  const text = useText()
  return async (words: string): Promise<readonly Option[]> => {
    const { result } = await call(findCandidates, { id })
    const typed = words.trim().toLocaleLowerCase('kk')
    return result.rows
      .filter(({ name }) => [name.kk, name.ru, name.en].some((it) => it.toLocaleLowerCase('kk').includes(typed)))
      .map(({ id: value, name, post, conflict }) => ({
        value,
        label: text(name),
        hint: conflict ? text(conflict.says) : text(post),
      }))
  }
}

// Colours of the states of an appeal, and the one place where a choice of the contract becomes options of a field.
import type { Option } from '../../../ui/fields.ts'
import type { Tone } from '../../../ui/notes.tsx'
import type { Text } from '../../../kernel/text.ts'
import type { AppealState } from '../contract.ts'

export const stateTones: Readonly<Record<AppealState, Tone>> = {
  received: 'warn',
  registered: 'warn',
  assigned: 'work',
  working: 'work',
  offered: 'mark',
  answered: 'ok',
  delivered: 'ok',
  closed: 'plain',
  redirected: 'plain',
}

/** Options of a field, in the order of the list, said in the reader's language. */
export const optionsOf = <K extends string>(
  keys: readonly K[],
  titles: Readonly<Record<K, Text>>,
  say: (text: Text) => string,
): Option[] => keys.map((value) => ({ value, label: say(titles[value]) }))

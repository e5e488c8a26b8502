// The fields of a form as rows. What a field may be called is checked against the operation's own input.
import type { ReactNode } from 'react'
import type { Text } from '../kernel/text.ts'

export interface Option {
  value: string
  label: string
  /** A quiet second line: the post of a person, the region of a court. */
  hint?: string
}

export type Value = string | number | boolean | null | readonly string[] | undefined

interface Common<P extends string> {
  path: P
  label: string
  hint?: ReactNode
  optional?: boolean
  /** Value before anything is typed. */
  start?: Value
  /** Shown only while this holds. */
  when?: (values: Readonly<Record<string, Value>>) => boolean
}

interface Drawn {
  id: string
  value: Value
  set: (value: Value) => void
  invalid: boolean
  describedBy: string | undefined
}

export type Field<P extends string = string> = Common<P> &
  (
    | { kind: 'line' | 'secret' | 'code'; max?: number; complete?: string }
    | { kind: 'prose'; max?: number; rows?: number }
    | { kind: 'number'; least?: number; most?: number }
    | { kind: 'choice'; options: readonly Option[]; as?: 'radio' | 'select' | 'search' }
    | { kind: 'choices'; options: readonly Option[] }
    /** Looks for options on the server as the person types. */
    | { kind: 'find'; find: (typed: string) => Promise<readonly Option[]>; chosen?: Option; several?: boolean }
    | { kind: 'day'; notBefore?: string; notAfter?: string }
    | { kind: 'check' }
    /** Value: ids of files sent to the server. */
    | { kind: 'files'; accept?: string; most?: number }
    | { kind: 'own'; draw: (drawn: Drawn) => ReactNode }
  )

export const isChoosing = (field: Field): boolean =>
  field.kind === 'find' || field.kind === 'choices' || (field.kind === 'choice' && field.as === 'search')

/** A form sends '' as "nothing": an optional field left empty is left out. */
export const isBlank = (value: Value): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Choices of a contract as options of a field, in their order, said in the reader's language. */
export const optionsOf = <K extends string>(
  keys: readonly K[],
  titles: Readonly<Record<K, Text>>,
  say: (text: Text) => string,
): Option[] => keys.map((value) => ({ value, label: say(titles[value]) }))

// What was typed and not yet sent, kept in this tab until it is sent: nothing typed is ever lost.
import { useState } from 'react'
import { isBlank } from './fields.ts'
import type { Value } from './fields.ts'

export type Values = Readonly<Record<string, Value>>

const read = (key: string): Values | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return typeof kept === 'object' && kept !== null ? (kept as Values) : null
  } catch {
    return null
  }
}

const write = (key: string, values: Values): void => {
  // A full or forbidden storage must not stop a person from typing.
  try {
    if (Object.values(values).every(isBlank)) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(values))
  } catch {
    return
  }
}

export interface Draft {
  values: Values
  set: (path: string, value: Value) => void
  /** Forgets the draft and returns to the start. */
  clear: () => void
  /** The values come from an earlier visit. */
  restored: boolean
}

/** `secret` names fields that are never written down, such as passwords; a null name keeps nothing at all. */
export const useDraft = (name: string | null, start: Values, secret: readonly string[] = []): Draft => {
  const key = name && `draft:${name}`
  const [first] = useState(() => (key ? read(key) : null))
  const [values, setValues] = useState<Values>(() => ({ ...start, ...first }))
  const [restored, setRestored] = useState(first !== null)
  const set = (path: string, value: Value): void =>
    setValues((now) => {
      const next = { ...now, [path]: value }
      if (key) write(key, Object.fromEntries(Object.entries(next).filter(([each]) => !secret.includes(each))))
      return next
    })
  const clear = (): void => {
    if (key) sessionStorage.removeItem(key)
    setValues(start)
    setRestored(false)
  }
  return { values, set, clear, restored }
}

// Who is signed in and what they may do, for every screen.
import { createContext, useContext } from 'react'
import type { Language, Text } from '../kernel/text.ts'

export interface Me {
  employee: { id: string; name: Text; post: Text; unit: Text }
  powers: readonly string[]
  language: Language
  mode: 'demonstration' | 'production'
  /** Whom the person stands in for today (clauses 10, 11, 15), if anybody. */
  actingFor: Text | null
  mustChange: boolean
  unread: number
}

export const MeContext = createContext<Me | null>(null)

/** The signed-in person. Screens are only shown to one, so it is an error to ask outside the shell. */
export const useMe = (): Me => {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe() outside the shell')
  return me
}

export const holds = (me: Me, needs: string | readonly string[] | undefined): boolean =>
  needs === undefined || [needs].flat().some((power) => me.powers.includes(power))

export const usePower = (power: string): boolean => holds(useMe(), power)

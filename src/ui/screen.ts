// What a module hands to the shell: its screens as rows. `src/modules/NAME/screens/index.tsx` exports `screens: Screen[]`.
import type { ComponentType } from 'react'
import type { Text } from '../kernel/text.ts'

/** The groups of the side menu, in their order. */
export type NavGroup = 'work' | 'anti-corruption' | 'security' | 'management' | 'administration' | 'law'

export interface Screen {
  /** '/appeals' or '/appeals/$id'; parameters are read with useAddress(). */
  path: string
  /** Stands in the browser's title until the page says better, and in the palette. */
  title: Text
  /** In the side menu, if there; rows of a group stand in the order of `order`, then of the module list. */
  nav?: { group: NavGroup; title: Text; order?: number }
  /** Power without which the screen is not offered; one of them is enough. */
  needs?: string | readonly string[]
  /** An action that the palette offers, such as "Register an appeal". */
  palette?: Text
  component: () => Promise<{ default: ComponentType }>
}

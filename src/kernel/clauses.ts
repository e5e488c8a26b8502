// The Regulation's 63 clauses as data. A number that is not in the Regulation does not compile.
import text from '../../regulation/clauses.json' with { type: 'json' }
import type { Text } from './text.ts'

/** The number of a clause of the Regulation, such as '6.23'. */
export type Clause = keyof typeof text

/** The words of one clause: Kazakh verbatim, Russian and English translated. `chapter` counts from 1;
 * `kind` is 'general', 'task', 'right', 'function' or 'organisation'. */
export interface ClauseText extends Text {
  readonly chapter: number
  readonly kind: string
}

export const clauses: Readonly<Record<Clause, ClauseText>> = text

export const isClause = (id: string): id is Clause => Object.hasOwn(text, id)

/** Sorts clause numbers as the Regulation does: '5.9' before '5.10'. */
function byClause(a: string, b: string): number {
  const [chapterA = 0, itemA = 0] = a.split('.').map(Number)
  const [chapterB = 0, itemB = 0] = b.split('.').map(Number)
  return chapterA - chapterB || itemA - itemB
}

/** Every clause number in the Regulation's own order; JSON keys would put '8' before '4.1'. */
export const clauseIds: readonly Clause[] = Object.keys(text).filter(isClause).sort(byClause)

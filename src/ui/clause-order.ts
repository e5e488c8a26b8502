// Clause numbers in the Regulation's own order, for code that must not load the clauses themselves.

/** '5.9' before '5.10'. */
export const byClause = (a: string, b: string): number => {
  const [chapterA = 0, itemA = 0] = a.split('.').map(Number)
  const [chapterB = 0, itemB = 0] = b.split('.').map(Number)
  return chapterA - chapterB || itemA - itemB
}

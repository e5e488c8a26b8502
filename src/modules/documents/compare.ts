// Two texts word by word: what stayed, what went, what came (the shortest edit, after Myers).

export interface Piece {
  text: string
  kind: 'same' | 'gone' | 'new'
}

/** Words and the spaces between them, so that the pieces joined give both texts back. */
const wordsOf = (text: string): string[] => text.match(/\s+|\S+/g) ?? []

/** Beyond this many changed words the texts are two different ones, and the rest is shown whole. */
const mostEdits = 800

/** For each edit count the furthest reach on every diagonal; null when the texts differ beyond the bound. */
const reachesOf = (old: readonly string[], now: readonly string[]): Map<number, number>[] | null => {
  const reaches: Map<number, number>[] = []
  let before = new Map([[1, 0]])
  for (let edits = 0; edits <= Math.min(mostEdits, old.length + now.length); edits += 1) {
    const row = new Map<number, number>()
    reaches.push(before)
    for (let line = -edits; line <= edits; line += 2) {
      const [down, right] = [before.get(line + 1) ?? -1, before.get(line - 1) ?? -1]
      let x = line === -edits || (line !== edits && right < down) ? down : right + 1
      while (x < old.length && x - line < now.length && old[x] === now[x - line]) x += 1
      row.set(line, x)
      if (x >= old.length && x - line >= now.length) return reaches
    }
    before = row
  }
  return null
}

type Step = 'same' | 'gone' | 'new'

const stepsOf = (reaches: readonly Map<number, number>[], ends: readonly [number, number]): Step[] => {
  const steps: Step[] = []
  let [x, y] = ends
  for (let edits = reaches.length - 1; edits >= 0; edits -= 1) {
    const row = reaches[edits] ?? new Map<number, number>()
    const line = x - y
    const [down, right] = [row.get(line + 1) ?? -1, row.get(line - 1) ?? -1]
    const from = line === -edits || (line !== edits && right < down) ? line + 1 : line - 1
    const startX = row.get(from) ?? 0
    const startY = startX - from
    while (x > startX && y > startY) {
      steps.push('same')
      x -= 1
      y -= 1
    }
    if (edits > 0) steps.push(x === startX ? 'new' : 'gone')
    ;[x, y] = [startX, startY]
  }
  return steps.toReversed()
}

const joined = (pieces: readonly Piece[]): Piece[] => {
  const whole: Piece[] = []
  for (const { text, kind } of pieces) {
    const last = whole.at(-1)
    if (last?.kind === kind) last.text += text
    else whole.push({ text, kind })
  }
  return whole
}

/** The pieces of both texts in reading order: the old one is 'same' and 'gone', the new one 'same' and 'new'. */
export function compareTexts(old: string, now: string): Piece[] {
  const [left, right] = [wordsOf(old), wordsOf(now)]
  const reaches = reachesOf(left, right)
  if (!reaches)
    return joined([
      { text: old, kind: 'gone' },
      { text: now, kind: 'new' },
    ])
  let [x, y] = [0, 0]
  const pieces = stepsOf(reaches, [left.length, right.length]).map((kind): Piece => {
    if (kind === 'gone') return { text: left[x++] ?? '', kind }
    if (kind === 'same') x += 1
    return { text: right[y++] ?? '', kind }
  })
  return joined(pieces)
}

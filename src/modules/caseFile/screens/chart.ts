// Where the things of a case stand on its chart: a column for each kind, the case between, lines from one to another.
import type { Output } from '../../../ui/call.ts'
import type { NodeKind, readLinks } from '../contract.ts'

export type Chart = Output<typeof readLinks>
export type Node = Chart['nodes'][number]

export interface Placed {
  node: Node
  x: number
  y: number
}

/** Left to right: what it rests on and what proves it, the case and those under it, where they serve. */
const columns: readonly (readonly NodeKind[])[] = [['authority', 'paper', 'evidence'], ['case', 'person'], ['body']]

export const box = { width: 214, height: 44, gap: 12, between: 110, margin: 8 }

export function place({ nodes }: Chart): { placed: ReadonlyMap<string, Placed>; width: number; height: number } {
  const filled = columns
    .map((kinds) => kinds.flatMap((kind) => nodes.filter((it) => it.kind === kind)))
    .filter((column) => column.length > 0)
  const step = box.height + box.gap
  const height = Math.max(1, ...filled.map((column) => column.length)) * step + 2 * box.margin
  const placed = new Map<string, Placed>()
  for (const [at, column] of filled.entries()) {
    const top = (height - column.length * step) / 2
    for (const [row, node] of column.entries())
      placed.set(node.id, { node, x: box.margin + at * (box.width + box.between), y: top + row * step })
  }
  const width = filled.length * (box.width + box.between) - box.between + 2 * box.margin
  return { placed, width, height }
}

/** A curve between the nearest sides of two boxes; within one column it bows to the right. */
export function curve(from: Placed, to: Placed): string {
  const middle = box.height / 2
  if (from.x === to.x) {
    const x = from.x + box.width
    return `M ${x} ${from.y + middle} C ${x + 48} ${from.y + middle}, ${x + 48} ${to.y + middle}, ${x} ${to.y + middle}`
  }
  const [left, right] = from.x < to.x ? [from, to] : [to, from]
  const [x1, y1, x2, y2] = [left.x + box.width, left.y + middle, right.x, right.y + middle]
  const bend = (x2 - x1) / 2
  return `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`
}

/** At most two lines of so many letters. */
export function lines(words: string, most = 28): string[] {
  const all: string[] = ['']
  for (const word of words.split(/\s+/)) {
    const last = all.at(-1) ?? ''
    if (!last || last.length + word.length < most) all[all.length - 1] = last ? `${last} ${word}` : word
    else all.push(word)
  }
  const cut = (line: string) => (line.length > most ? `${line.slice(0, most - 1)}…` : line)
  if (all.length <= 2) return all.map(cut)
  return [cut(all[0] ?? ''), cut(`${all[1] ?? ''} ${all[2] ?? ''}`.slice(0, most - 1) + '…')]
}

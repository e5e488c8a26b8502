// The boxes on the desk: kept in the tab as one line of text, moved and sized by keys, never two alike.
import type { Box } from '../contract.ts'

const isBox = (it: unknown): it is Box =>
  typeof it === 'object' && it !== null && ['page', 'x', 'y', 'width', 'height'].every((key) => key in it)

export const readBoxes = (kept: unknown): Box[] => {
  try {
    const read: unknown = JSON.parse(typeof kept === 'string' && kept !== '' ? kept : '[]')
    return Array.isArray(read) ? read.filter(isBox) : []
  } catch {
    return []
  }
}

const same = (a: Box, b: Box): boolean =>
  a.page === b.page &&
  [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].every((apart) => Math.abs(apart) < 0.001)

/** Those of `more` that do not stand there yet. */
export const newOnes = (boxes: readonly Box[], more: readonly Box[]): Box[] =>
  more.filter((box) => !boxes.some((each) => same(each, box)))

/** Shares of the page that one press moves a box, or makes it larger. */
const step = 0.005
const least = 0.005

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

/** Where the box stands after an arrow key, with Shift how large it is; null for another key. */
export function keyed(box: Box, key: string, sizes: boolean): Box | null {
  const ways: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  }
  const way = ways[key]
  if (!way) return null
  const [dx, dy] = way
  if (!sizes) return { ...box, x: within(box.x + dx, 1 - box.width), y: within(box.y + dy, 1 - box.height) }
  return {
    ...box,
    width: Math.max(least, within(box.width + dx, 1 - box.x)),
    height: Math.max(least, within(box.height + dy, 1 - box.y)),
  }
}

/** The box between two points of a page; null for a mere click. */
export function between(page: number, a: readonly [number, number], b: readonly [number, number]): Box | null {
  const [left, right] = [within(Math.min(a[0], b[0]), 1), within(Math.max(a[0], b[0]), 1)]
  const [top, bottom] = [within(Math.min(a[1], b[1]), 1), within(Math.max(a[1], b[1]), 1)]
  const box = { page, x: left, y: top, width: right - left, height: bottom - top }
  return box.width < least || box.height < least ? null : box
}

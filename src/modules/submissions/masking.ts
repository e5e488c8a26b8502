// A masked text: its hidden places are black bars of one length, so that not even the length of what they cover is told.

/** Start and length in UTF-16 units of the text as it came. */
export type Place = readonly [start: number, length: number]

const bar = '██'

/** Places in their order, those that touch or overlap made one. */
export function joined(places: readonly Place[]): readonly Place[] {
  const rows: [number, number][] = []
  for (const [start, length] of [...places].sort((a, b) => a[0] - b[0])) {
    const last = rows.at(-1)
    if (last && start <= last[0] + last[1]) last[1] = Math.max(last[1], start + length - last[0])
    else rows.push([start, length])
  }
  return rows
}

/** The text as whoever may not look behind the bars reads it. */
export const masked = (text: string, places: readonly Place[]): string =>
  joined(places)
    .filter(([start]) => start < text.length)
    .toReversed()
    .reduce((words, [start, length]) => words.slice(0, start) + bar + words.slice(start + length), text)

/** Every place where the fragment stands, whatever its case. */
export function placesOf(text: string, fragment: string): readonly Place[] {
  const places: Place[] = []
  const [hay, needle] = [text.toLocaleLowerCase('kk'), fragment.toLocaleLowerCase('kk')]
  // A letter whose small form has another length would move the places; then only the very letters are looked for.
  const [where, what] =
    hay.length === text.length && needle.length === fragment.length ? [hay, needle] : [text, fragment]
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) places.push([at, what.length])
  return places
}

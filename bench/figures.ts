// What a measurement is: named values with their units, and the figures that they must beat.
export interface Anchor {
  /** Name of the value that is held against it. */
  value: string
  most?: number
  least?: number
}

export interface Figure {
  section: string
  what: string
  /** Records in the database at that moment, where it matters. */
  appeals?: number
  /** By a name that ends in its unit: 'p95 ms', 'per s', 'kB'. */
  values: Readonly<Record<string, number>>
  anchors: readonly Anchor[]
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor((sorted.length - 1) * part)] ?? 0

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b)

export const median = (values: readonly number[]): number => quantile(sorted(values), 0.5)

/** Milliseconds of requests as the two values that the anchors speak of. */
export const spread = (times: readonly number[]): { 'p50 ms': number; 'p95 ms': number } => {
  const all = sorted(times)
  return { 'p50 ms': quantile(all, 0.5), 'p95 ms': quantile(all, 0.95) }
}

export const isMet = ({ values }: Figure, { value, most = Infinity, least = -Infinity }: Anchor): boolean => {
  const measured = values[value] ?? NaN
  return measured <= most && measured >= least
}

/** The figure with its anchors judged, for programs. */
export const judged = (figure: Figure) => ({
  ...figure,
  anchors: figure.anchors.map((anchor) => ({ ...anchor, met: isMet(figure, anchor) })),
})

const round = (value: number): string => {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return Number(value.toFixed(digits)).toLocaleString('en')
}

const sayAnchor = ({ value, most, least }: Anchor): string =>
  most === undefined ? `${value} ≥ ${least?.toLocaleString('en')}` : `${value} ≤ ${most.toLocaleString('en')}`

const sayMet = (figure: Figure): string => figure.anchors.map((it) => (isMet(figure, it) ? 'yes' : 'NO')).join(', ')

/** One row of the printed table and of the page: what, values, anchors, whether met. */
export const cellsOf = (figure: Figure): [string, string, string, string] => [
  figure.appeals === undefined ? figure.what : `${figure.what} · ${figure.appeals.toLocaleString('en')}`,
  Object.entries(figure.values)
    .map(([name, value]) => `${name} ${round(value)}`)
    .join(' · '),
  figure.anchors.map(sayAnchor).join(', '),
  sayMet(figure),
]

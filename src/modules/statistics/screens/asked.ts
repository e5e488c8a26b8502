// What the form is asked for, kept in the address: the period, the unit, the day of knowledge, the cut.
import { today } from '../../../ui/format.ts'
import { useAddress, writeSearch } from '../../../ui/route.tsx'
import { dimensions, type Dimension, type Measure } from '../contract.ts'

export interface Asked {
  from: string
  until: string
  asOf?: string
  unit?: string
}

const iso = (at: Date): string => at.toISOString().slice(0, 10)
const first = (year: number, month: number): string => iso(new Date(Date.UTC(year, month, 1)))
const last = (year: number, month: number): string => iso(new Date(Date.UTC(year, month + 1, 0)))

export const presets = ['month', 'last-month', 'quarter', 'last-quarter', 'year', 'last-year'] as const
export type Preset = (typeof presets)[number]

/** The days of a period that everybody names, seen from a day. */
export const periodOf = (preset: Preset, on = today()): { from: string; until: string } => {
  const [year = 0, month = 1] = on.split('-').map(Number)
  const at = month - 1
  const quarter = at - (at % 3)
  const spans: Record<Preset, [from: string, until: string]> = {
    month: [first(year, at), last(year, at)],
    'last-month': [first(year, at - 1), last(year, at - 1)],
    quarter: [first(year, quarter), last(year, quarter + 2)],
    'last-quarter': [first(year, quarter - 3), last(year, quarter - 1)],
    year: [first(year, 0), last(year, 11)],
    'last-year': [first(year - 1, 0), last(year - 1, 11)],
  }
  const [from, until] = spans[preset]
  return { from, until }
}

export const useAsked = () => {
  const { search, setSearch } = useAddress()
  const { from, until } = search.from && search.until ? { from: search.from, until: search.until } : periodOf('quarter')
  const asked: Asked = {
    from,
    until,
    ...(search.asOf ? { asOf: search.asOf } : {}),
    ...(search.unit ? { unit: search.unit } : {}),
  }
  const by: Dimension = dimensions.find((it) => it === search.by) ?? 'kind'
  return { asked, by, search, setSearch }
}

/** The address of the cases behind a figure. */
export const casesOf = (asked: Asked, measure: Measure, cut?: { dimension: Dimension; value: string }): string =>
  `/statistics/cases${writeSearch({ ...asked, measure, ...cut })}`

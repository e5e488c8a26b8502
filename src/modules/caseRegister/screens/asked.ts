// What the tables are asked for, kept in the address: the period, the qualification, the cut.
import { today } from '../../../ui/format.ts'
import { useAddress, writeSearch } from '../../../ui/route.tsx'
import { qualifications } from '../../criminalCases/contract.ts'
import { dimensions, type Dimension, type Measure } from '../contract.ts'

const isDay = (it: string | undefined): it is string => /^\d{4}-\d{2}-\d{2}$/.test(it ?? '')

export const useAsked = () => {
  const { search, setSearch } = useAddress()
  const now = today()
  const from = isDay(search.from) ? search.from : `${now.slice(0, 4)}-01-01`
  const until = isDay(search.until) ? search.until : now
  const qualification = qualifications.find((it) => it === search.qualification)
  const by = dimensions.find((it) => it === search.by) ?? 'region'
  return { asked: { from, until, ...(qualification ? { qualification } : {}) }, by, setSearch }
}
export type Asked = ReturnType<typeof useAsked>['asked']

/** Where the cases behind a figure are listed. */
export const casesOf = (asked: Asked, measure: Measure, cut?: { dimension: Dimension; value: string }): string =>
  `/criminal-cases/tables/cases${writeSearch({ ...asked, measure, ...cut })}`

// The weeks of a term: each day that counts with its number, each day off with the reason why it does not.
import { Trans } from '@lingui/react/macro'
import type { Text } from '../kernel/text.ts'
import { useFormat } from './format.ts'
import { useText } from './text.ts'

interface CountedDay {
  on: string
  count: number | null
  why: Text | null
}

/** 0 Monday … 6 Sunday. */
export const weekdayOf = (on: string): number => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7

/** The days as rows of seven, the first and the last week padded. */
const weeksOf = (days: readonly CountedDay[]): (CountedDay | null)[][] => {
  const padded: (CountedDay | null)[] = [
    ...Array.from({ length: weekdayOf(days[0]?.on ?? '1970-01-05') }, () => null),
    ...days,
  ]
  const weeks = Array.from({ length: Math.ceil(padded.length / 7) }, (_, week) => padded.slice(week * 7, week * 7 + 7))
  return weeks.map((week) => [...week, ...Array.from({ length: 7 - week.length }, () => null)])
}

/** A Monday of any year, to name the columns after. */
const someMonday = '2026-11-23'
const later = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export const TermWeeks = ({ days }: { days: readonly CountedDay[] }) => {
  const text = useText()
  const format = useFormat()
  return (
    <table className="term-weeks">
      <caption className="hidden">
        <Trans>Мерзімнің күн сайынғы есебі</Trans>
      </caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_, place) => (
            <th key={place} scope="col">
              {format.weekday(later(someMonday, place))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, row) => (
          <tr key={row}>
            {week.map((day, place) => (
              <td
                key={place}
                className={day && day.count === null ? 'quiet number' : 'number'}
                title={day?.why ? text(day.why) : undefined}
              >
                {day ? (
                  <>
                    {format.dayShort(day.on)} {day.count ? <b>{day.count}</b> : '—'}
                  </>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

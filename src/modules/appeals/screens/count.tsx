// How the term was counted: what it rests on, and the weeks of it, each working day with its number, each day off with its reason.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import type { Opened } from './record.tsx'

type Day = Opened['clock']['days'][number]

/** 0 Monday … 6 Sunday. */
const weekdayOf = (on: string): number => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7

/** The days as rows of seven, the first and the last week padded. */
const weeksOf = (days: readonly Day[]): (Day | null)[][] => {
  const padded: (Day | null)[] = [
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

const Weeks = ({ days }: { days: readonly Day[] }) => {
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

/** Days off that are no mere weekend, and the day of receipt: each is told in words. */
const told = ({ on, count }: Day, first: string): boolean => count === null && (on === first || weekdayOf(on) < 5)

export const Count = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { clock } = it
  const received = format.instant(it.receivedAt)
  return (
    <Card title={t`Мерзім қалай есептелді`} extra={<ClauseChip id={clock.clause} />}>
      <div className="stack">
        <Facts
          facts={[
            { title: t`Мерзімі`, value: text(clock.term) },
            { title: t`Есептеу басы`, value: text(clock.countFrom) },
            { title: t`Түскен уақыты`, value: received },
            { title: t`Заңды мерзімнің соңғы күні`, value: format.dayFull(it.term.dueOn) },
            { title: t`Ішкі мерзім`, value: format.dayFull(clock.internalDueOn) },
            { title: t`Негізі`, value: clock.act ? text(clock.act) : null },
            clock.doubtful
              ? {
                  title: t`Ескерту`,
                  value: <UnverifiedMark source={clock.act ?? clock.countFrom} clause={clock.clause} />,
                }
              : null,
          ]}
        />
        <div className="table-frame">
          <Weeks days={clock.days} />
        </div>
        <Facts
          facts={clock.days
            .filter((day) => told(day, it.receivedOn))
            .map(({ on, why }) => ({ title: format.day(on), value: why ? text(why) : '' }))}
        />
      </div>
    </Card>
  )
}

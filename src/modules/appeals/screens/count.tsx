// How the term was counted: what it rests on, and the weeks of it, each working day with its number, each day off with its reason.
import { useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import { TermWeeks, weekdayOf } from '../../../ui/term-weeks.tsx'
import { useText } from '../../../ui/text.ts'
import type { Opened } from './record.tsx'

type Day = Opened['clock']['days'][number]

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
            clock.firstDueOn ? { title: t`Бастапқы мерзім`, value: format.dayFull(clock.firstDueOn) } : null,
            clock.firstDueOn
              ? { title: t`Ұзартылған мерзім`, value: format.dayFull(it.term.dueOn) }
              : { title: t`Заңды мерзімнің соңғы күні`, value: format.dayFull(it.term.dueOn) },
            { title: t`Ішкі мерзім`, value: format.dayFull(clock.internalDueOn) },
            { title: t`Негізі`, value: clock.act ? text(clock.act) : null },
            clock.doubtful
              ? {
                  title: t`Ескертпе`,
                  value: <UnverifiedMark source={clock.act ?? clock.countFrom} clause={clock.clause} />,
                }
              : null,
          ]}
        />
        <div className="table-frame">
          <TermWeeks days={clock.days} />
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

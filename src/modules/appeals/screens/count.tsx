// How the term was counted: what it rests on, and every calendar day with its number or the reason why it has none.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import type { Opened } from './record.tsx'

export const Count = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { clock } = it
  const received = format.instant(it.receivedAt)
  return (
    <Card title={t`Мерзім қалай есептелді`} extra={<ClauseChip id={clock.clause} />}>
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
        <table>
          <caption className="hidden">
            <Trans>Мерзімнің күн сайынғы есебі</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t`Күні`}</th>
              <th scope="col">{t`Реті`}</th>
              <th scope="col">{t`Неге есептелмейді`}</th>
            </tr>
          </thead>
          <tbody>
            {clock.days.map(({ on, count, why }) => (
              <tr key={on}>
                <td className="number">{format.dayFull(on)}</td>
                <td className="number">{count ?? '—'}</td>
                <td className="quiet">{why ? text(why) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

// What was reported to the principals of a request, and their word on it.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Acknowledged } from '../../../ui/acknowledged.tsx'
import { Card } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { principalPosts } from '../contract.ts'
import { principalTitles } from '../words.ts'
import type { Opened } from './record.tsx'

type Report = Opened['reports'][number]

/** The two principals, each with the own word on the report. */
const principals = (it: Report) =>
  principalPosts.map((key) => ({
    key,
    who: principalTitles[key],
    word: it.acknowledgements.find(({ post }) => post === key) ?? null,
  }))

export const Reports = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return it.reports.map((report) => {
    const dueOn = format.day(report.dueOn)
    return (
      <Card key={report.id} title={t`Басшылыққа баяндалды`} extra={<ClauseChip id={report.clause} />}>
        <p>
          <Trans>Мерзімі өтті: {dueOn}</Trans>
        </p>
        <p className="said">{report.done}</p>
        {report.missing ? (
          <p>
            <b>
              <Trans>Не жетпейді:</Trans>
            </b>{' '}
            {report.missing}
          </p>
        ) : null}
        <p className="quiet">
          {text(report.by)} · {format.instantShort(report.at)}
        </p>
        <Acknowledged rows={principals(report)} />
      </Card>
    )
  })
}

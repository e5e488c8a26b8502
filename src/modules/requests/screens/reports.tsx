// What was reported to the principals of a request, and their word on it.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { Card } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { principalPosts } from '../contract.ts'
import { principalTitles } from '../words.ts'
import type { Opened } from './record.tsx'

type Report = Opened['reports'][number]

/** Who of the two has taken note, and what each said. */
const Words = ({ it }: { it: Report }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <ul className="files">
      {principalPosts.map((post) => {
        const word = it.acknowledgements.find((each) => each.post === post)
        const until = word?.until ? format.day(word.until) : ''
        return (
          <li key={post} className="file">
            <span>{text(principalTitles[post])}</span>
            {word ? (
              <State tone="ok">{word.instruction ? t`Нұсқау берді` : t`Танысты`}</State>
            ) : (
              <State tone="warn">{t`Танысқан жоқ`}</State>
            )}
            {word ? (
              <span className="quiet">
                {text(word.by)} · {format.instantShort(word.at)}
              </span>
            ) : null}
            {word?.instruction ? (
              <p className="said">
                {word.instruction} {until ? <span className="quiet">{t`Мерзімі: ${until}`}</span> : null}
              </p>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

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
        <Words it={report} />
      </Card>
    )
  })
}

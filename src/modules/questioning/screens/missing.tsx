// What stands in the way of a questioning, each with its clause, and where it is asked for.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import type { Output } from '../../../ui/call.ts'
import { Banner } from '../../../ui/notes.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import type { openQuestioning } from '../contract.ts'

type Missing = Output<typeof openQuestioning>['missing']

const askFor = (investigation: string, person: string): string =>
  `/authorities/new?purpose=questioning&about=investigation:${investigation}&about=person:${person}`

interface LackingProps {
  missing: Missing
  investigation: string
  person: string
}

export const Lacking = ({ missing, investigation, person }: LackingProps) => {
  const text = useText()
  return (
    <>
      <ul>
        {missing.map(({ clause, says }) => (
          <li key={says.en}>
            {text(says)} <ClauseChip id={clause} />
          </li>
        ))}
      </ul>
      {missing.some(({ offer }) => offer === 'ask') ? (
        <Go to={askFor(investigation, person)} className="button">
          <Trans>Төрағадан рұқсат сұрау</Trans>
        </Go>
      ) : null}
    </>
  )
}

export const Gate = (props: LackingProps & { underway: boolean }) => {
  const { t } = useLingui()
  if (!props.missing.length) return null
  return (
    <Banner
      tone={props.underway ? 'late' : 'warn'}
      loud={props.underway}
      title={props.underway ? t`Жауап алуды жалғастыруға болмайды:` : t`Жауап алуды бастау үшін мыналар жетіспейді:`}
    >
      <Lacking {...props} />
    </Banner>
  )
}

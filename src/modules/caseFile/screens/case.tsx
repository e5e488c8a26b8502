// A case as a whole: its timeline with both times, its links, its file.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { Loaded } from '../../../ui/notes.tsx'
import { RecordHead, Tabs } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { readInvestigation } from '../../investigations/contract.ts'
import { CaseFiles } from './files.tsx'
import { Links } from './links.tsx'
import { CaseTimeline } from './timeline.tsx'

export default function Case() {
  const { t } = useLingui()
  const text = useText()
  const { id = '' } = useAddress().params
  const investigation = useCall(readInvestigation, { id })
  return (
    <Loaded of={investigation}>
      {(it) => {
        const persons = it.persons.map(text).join(', ')
        return (
          <div className="page stack">
            <RecordHead
              from={{ to: '/investigations', title: t`Қызметтік тексерулер` }}
              number={it.number ?? '—'}
              title={t`Іс тұтас: ${persons}`}
              chips={<ClauseChip id="6.21" />}
              sub={
                <Go to={`/investigations/${id}`}>
                  <Trans>Тексеру бетіне оралу</Trans>
                </Go>
              }
            />
            <Tabs
              label={t`Іс тұтас`}
              tabs={[
                { key: 'timeline', title: t`Хронология`, body: () => <CaseTimeline id={id} /> },
                { key: 'links', title: t`Байланыстар`, body: () => <Links id={id} /> },
                { key: 'file', title: t`Іс материалдары`, body: () => <CaseFiles id={id} /> },
              ]}
            />
          </div>
        )
      }}
    </Loaded>
  )
}

// The periods that were reconciled, and the one that waits.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { listReconciliations, stateTitles } from '../contract.ts'
import { stateTones } from './states.ts'

export default function Reconciliations() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Page
      title={t`Қылмыстық істерді салыстыру`}
      lead={
        <>
          <Trans>Әр тоқсаннан кейін біздің есеп органның тізімімен салыстырылады, нәтижесі актімен бекітіледі.</Trans>{' '}
          <ClauseChip id="6.16" />
        </>
      }
      actions={
        <>
          <Go to="/criminal-cases" className="button">
            <Trans>Істер тізілімі</Trans>
          </Go>
          <Go to="/criminal-cases/reconciliations/profiles" className="button">
            <Trans>Тізім профильдері</Trans>
          </Go>
        </>
      }
    >
      <DataTable
        shape={listReconciliations}
        rowKey={(row) => row.id}
        rowTo={(row) => `/criminal-cases/reconciliations/${row.id}`}
        columns={[
          {
            key: 'period',
            title: t`Кезең`,
            number: true,
            draw: (row) => `${format.dayShort(row.from)} – ${format.dayShort(row.until)}`,
          },
          {
            key: 'state',
            title: t`Күйі`,
            draw: (row) => <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>,
          },
          { key: 'file', title: t`Тізім`, draw: (row) => row.fileName ?? '—' },
          { key: 'same', title: t`Сәйкес`, number: true, draw: (row) => format.number(row.counts.same) },
          { key: 'differs', title: t`Әртүрлі`, number: true, draw: (row) => format.number(row.counts.differs) },
          { key: 'theirs', title: t`Тек тізімде`, number: true, draw: (row) => format.number(row.counts.theirs) },
          { key: 'ours', title: t`Тек бізде`, number: true, draw: (row) => format.number(row.counts.ours) },
          { key: 'open', title: t`Шешілмеген`, number: true, draw: (row) => format.number(row.counts.open) },
        ]}
        empty={{
          title: t`Салыстыру әлі ашылған жоқ.`,
          hint: t`Тоқсан аяқталғанда жүйе оны өзі ашады.`,
        }}
      />
    </Page>
  )
}

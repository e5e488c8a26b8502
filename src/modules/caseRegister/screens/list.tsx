// The register of criminal cases: by the person, the stage, the article, the region.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { usePower } from '../../../ui/me.ts'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  caseChoices,
  caseStates,
  outcomes,
  outcomeTitles,
  postKinds,
  postKindTitles,
  qualifications,
  qualificationTitles,
  stateTitles,
} from '../../criminalCases/contract.ts'
import { articleTitle, exportCases, listCases, usualArticles } from '../contract.ts'
import { useColumns } from './columns.tsx'

export default function CriminalCases() {
  const { t } = useLingui()
  const text = useText()
  const enters = usePower('criminalCases.enter')
  const reconciles = usePower('reconciliation.keep')
  const choices = useCall(caseChoices, {}).data?.result
  const columns = useColumns()
  return (
    <Page
      title={t`Қылмыстық істер`}
      lead={
        <>
          <Trans>Судьялар мен сот жүйесі қызметкерлеріне қатысты қозғалған істердің орталықтандырылған есебі.</Trans>{' '}
          <ClauseChip id="6.16" />
        </>
      }
      actions={
        <>
          <Go to="/criminal-cases/tables" className="button">
            <Trans>Кестелер</Trans>
          </Go>
          {reconciles ? (
            <Go to="/criminal-cases/reconciliations" className="button">
              <Trans>Салыстыру</Trans>
            </Go>
          ) : null}
          {enters ? (
            <Go to="/criminal-cases/new" className="button first">
              <Trans>Істі тіркеу</Trans>
            </Go>
          ) : null}
        </>
      }
    >
      <DataTable
        shape={listCases}
        rowKey={(row) => row.id}
        rowTo={(row) => `/criminal-cases/${row.id}`}
        sort="-registeredOn"
        exports={exportCases}
        kinds={['criminalCase']}
        filters={[
          { kind: 'words', path: 'words', title: t`Аты-жөні, ЖСН, іс нөмірі` },
          { kind: 'choice', path: 'state', title: t`Күйі`, options: optionsOf(caseStates, stateTitles, text) },
          {
            kind: 'choice',
            path: 'qualification',
            title: t`Саралау`,
            options: optionsOf(qualifications, qualificationTitles, text),
          },
          {
            kind: 'choice',
            path: 'region',
            title: t`Өңір`,
            options: (choices?.regions ?? []).map(({ code, name }) => ({ value: code, label: text(name) })),
          },
          { kind: 'days', path: 'registeredOn', title: t`Тіркелген күні` },
          { kind: 'choice', path: 'postKind', title: t`Лауазымы`, options: optionsOf(postKinds, postKindTitles, text) },
          { kind: 'choice', path: 'outcome', title: t`Нәтиже`, options: optionsOf(outcomes, outcomeTitles, text) },
          {
            kind: 'choice',
            path: 'article',
            title: t`Бап`,
            options: Object.keys(usualArticles).map((code) => ({ value: code, label: text(articleTitle(code)) })),
          },
        ]}
        columns={columns}
        empty={{
          title: t`Қылмыстық іс әлі енгізілген жоқ.`,
          hint: t`Істер құқық қорғау органының хаты бойынша енгізіледі. Аумақтық бөлімше өз өңірінің істерін енгізеді.`,
        }}
      />
    </Page>
  )
}

// The register of outgoing documents.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { usePower } from '../../../ui/me.ts'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { documentStates, exportDocuments, listDocuments } from '../contract.ts'
import { stateTitles, stateTones } from './states.ts'

export default function Documents() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const mayDraft = usePower('documents.draft')
  return (
    <Page
      title={t`Шығыс құжаттары`}
      lead={<Trans>ІҚБ атынан жіберілетін құжатқа меңгеруші немесе оны алмастыратын адам қол қояды.</Trans>}
      actions={
        <>
          {mayDraft ? (
            <Go to="/documents/new" className="button first">
              <Trans>Құжат дайындау</Trans>
            </Go>
          ) : null}
          <Go to="/documents/series" className="button">
            <Trans>Істер номенклатурасы</Trans>
          </Go>
        </>
      }
    >
      <DataTable
        shape={listDocuments}
        rowKey={(row) => row.id}
        rowTo={(row) => `/documents/${row.id}`}
        sort="-draftedAt"
        filters={[
          { kind: 'words', path: 'words', title: t`Нөмірі, тақырыбы, кімге` },
          {
            kind: 'choice',
            path: 'state',
            title: t`Күйі`,
            options: documentStates.map((value) => ({ value, label: text(stateTitles[value]) })),
          },
          { kind: 'days', path: 'signed', title: t`Қол қойылған күні` },
        ]}
        columns={[
          {
            key: 'number',
            title: t`Нөмірі`,
            number: true,
            sorts: true,
            width: '160px',
            draw: (row) => row.number ?? t`нөмірсіз`,
          },
          {
            key: 'signedOn',
            title: t`Қол қойылған күні`,
            number: true,
            width: '150px',
            draw: (row) => (row.signedOn ? format.dayShort(row.signedOn) : '—'),
          },
          { key: 'title', title: t`Тақырыбы`, sorts: true, draw: (row) => row.title || text(row.templateTitle) },
          { key: 'addressee', title: t`Кімге`, sorts: true, draw: (row) => row.addressee },
          { key: 'drafter', title: t`Орындаушы`, draw: (row) => text(row.drafter) },
          {
            key: 'state',
            title: t`Күйі`,
            width: '140px',
            draw: (row) => <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>,
          },
        ]}
        exports={exportDocuments}
        empty={{
          title: t`Шығыс құжаттары әлі жоқ.`,
          hint: t`Жауап жобасы өтініштің өз бетінен, басқа құжат «Құжат дайындау» түймесінен басталады.`,
        }}
      />
    </Page>
  )
}

// The register of covers: whose file, its number, who keeps the paper, and whether it stands open to the reader today.
import { Trans, useLingui } from '@lingui/react/macro'
import { usePower } from '../../../ui/me.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { listFiles } from '../contract.ts'

export default function PersonalFiles() {
  const { t } = useLingui()
  const text = useText()
  const traces = usePower('personalFiles.trace')
  return (
    <Page
      title={t`Жеке істер`}
      lead={
        <Trans>
          Жеке іс Жоғарғы Сот Төрағасының немесе Сот әкімшілігі басшысының рұқсаты не тапсырмасы бойынша ғана ашылады.
        </Trans>
      }
      actions={
        <>
          {traces ? (
            <Go to="/personal-files/trace" className="button">
              <Trans>Көшірме кімдікі</Trans>
            </Go>
          ) : null}
          <Go to="/personal-files/new" className="button first">
            <Trans>Жеке істі тіркеу</Trans>
          </Go>
        </>
      }
    >
      <DataTable
        shape={listFiles}
        rowKey={(row) => row.id}
        rowTo={(row) => `/personal-files/${row.id}`}
        sort="person"
        kinds={['personalFile', 'authority']}
        filters={[
          { kind: 'words', path: 'words', title: t`Нөмірі, аты-жөні` },
          { kind: 'check', path: 'open', title: t`Маған ашық` },
        ]}
        columns={[
          { key: 'number', title: t`Нөмірі`, number: true, sorts: true, width: '150px', draw: (row) => row.number },
          {
            key: 'person',
            title: t`Кімнің ісі`,
            sorts: true,
            draw: (row) => (
              <>
                {text(row.person.name)}
                <div className="quiet">
                  {row.person.post ? text(row.person.post) : ''} {row.person.body ? `· ${text(row.person.body)}` : ''}
                </div>
              </>
            ),
          },
          { key: 'heldAt', title: t`Қайда сақталады`, draw: (row) => row.heldAt },
          {
            key: 'open',
            title: t`Рұқсат`,
            width: '150px',
            draw: (row) =>
              row.open ? <State tone="ok">{t`Сізге ашық`}</State> : <State tone="plain">{t`Жабық`}</State>,
          },
        ]}
        empty={{
          title: t`Жеке іс әлі тіркелмеген.`,
          hint: t`Алдымен мұқабасы тіркеледі, содан кейін рұқсат сұралады.`,
        }}
      />
    </Page>
  )
}

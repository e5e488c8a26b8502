// The register of requests, demands and proposals: by addressee, by state, by the clock.
import { Trans, useLingui } from '@lingui/react/macro'
import { TermBar } from '../../../ui/clock.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { usePower } from '../../../ui/me.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { exportRequests, listRequests, requestChoices, requestKinds, requestStates } from '../contract.ts'
import { kindTitles, stateTitles } from '../words.ts'
import { stateTones } from './states.ts'

export default function Requests() {
  const { t } = useLingui()
  const text = useText()
  const prepares = usePower('requests.prepare')
  const addressees = useCall(requestChoices, {}).data?.result.addressees ?? []
  return (
    <Page
      title={t`Сұрау салулар мен талаптар`}
      actions={
        <>
          <Go to="/requests/compliance" className="button">
            <Trans>Орындалу көрсеткіштері</Trans>
          </Go>
          {prepares ? (
            <Go to="/requests/new" className="button first">
              <Trans>Сұрау салуды дайындау</Trans>
            </Go>
          ) : null}
        </>
      }
    >
      <DataTable
        shape={listRequests}
        rowKey={(row) => row.id}
        rowTo={(row) => `/requests/${row.id}`}
        sort="-preparedAt"
        exports={exportRequests}
        kinds={['document']}
        filters={[
          { kind: 'words', path: 'words', title: t`Нөмірі, адресат, тақырыбы` },
          {
            kind: 'choice',
            path: 'due',
            title: t`Мерзімі`,
            options: [
              { value: 'overdue', label: t`Мерзімі өткен` },
              { value: 'soon', label: t`Үш күн ішінде` },
              { value: 'open', label: t`Жауап күтілуде` },
            ],
          },
          { kind: 'choice', path: 'kind', title: t`Түрі`, options: optionsOf(requestKinds, kindTitles, text) },
          { kind: 'choice', path: 'state', title: t`Күйі`, options: optionsOf(requestStates, stateTitles, text) },
          {
            kind: 'choice',
            path: 'addressee',
            title: t`Адресат`,
            options: addressees.map(({ value, name }) => ({ value, label: text(name) })),
          },
          { kind: 'days', path: 'sentOn', title: t`Жіберілген күні` },
          { kind: 'check', path: 'mine', title: t`Менікі ғана` },
        ]}
        columns={[
          {
            key: 'number',
            title: t`Нөмірі`,
            number: true,
            sorts: true,
            width: '160px',
            draw: (row) => row.number ?? <span className="quiet">{t`нөмірсіз`}</span>,
          },
          { key: 'addressee', title: t`Адресат`, sorts: true, width: '20%', draw: (row) => text(row.addressee) },
          {
            key: 'subject',
            title: t`Тақырыбы`,
            draw: (row) => (
              <>
                {row.subject}
                <div className="quiet">{text(kindTitles[row.kind])}</div>
              </>
            ),
          },
          { key: 'author', title: t`Орындаушы`, width: '15%', draw: (row) => text(row.author) },
          {
            key: 'state',
            title: t`Күйі`,
            width: '160px',
            draw: (row) => <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>,
          },
          {
            key: 'dueOn',
            title: t`Мерзімі`,
            sorts: true,
            width: '160px',
            draw: (row) => (row.term ? <TermBar term={row.term} /> : <span className="quiet">{t`жіберілмеген`}</span>),
          },
        ]}
        empty={{
          title: t`Сұрау салу әлі жоқ.`,
          hint: t`Орындаушы дайындайды, меңгеруші қол қояды, жіберілген күннен мерзім басталады.`,
        }}
      />
    </Page>
  )
}

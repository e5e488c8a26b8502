// The investigations that the reader may see: by state, by the clock, one's own.
import { Trans, useLingui } from '@lingui/react/macro'
import { ClauseChip } from '../../../ui/clause.tsx'
import { TermBar } from '../../../ui/clock.tsx'
import { optionsOf } from '../../../ui/fields.ts'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { investigationKinds, investigationStates, listInvestigations, offences } from '../contract.ts'
import { kindClauses, kindTitles, offenceTitles, stateTitles } from '../words.ts'
import { stateTones } from './states.ts'

export default function Investigations() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const prepares = usePower('investigations.prepare')
  const verdicts = usePower('superiors.read')
  return (
    <Page
      title={t`Қызметтік тексерулер`}
      actions={
        <>
          {verdicts ? (
            <Go to="/superiors" className="button">
              <Trans>Үкімдер және тікелей басшылар</Trans>
            </Go>
          ) : null}
          {prepares ? (
            <Go to="/investigations/new" className="button first">
              <Trans>Қызметтік тексеруді дайындау</Trans>
            </Go>
          ) : null}
        </>
      }
    >
      <DataTable
        shape={listInvestigations}
        rowKey={(row) => row.id}
        rowTo={(row) => `/investigations/${row.id}`}
        sort="-preparedAt"
        filters={[
          { kind: 'words', path: 'words', title: t`Нөмірі, тексерілетін адам, мазмұны` },
          { kind: 'choice', path: 'state', title: t`Күйі`, options: optionsOf(investigationStates, stateTitles, text) },
          {
            kind: 'choice',
            path: 'due',
            title: t`Мерзімі`,
            options: [
              { value: 'overdue', label: t`Мерзімі өткен` },
              { value: 'soon', label: t`Үш күн ішінде` },
            ],
          },
          { kind: 'choice', path: 'kind', title: t`Түрі`, options: optionsOf(investigationKinds, kindTitles, text) },
          {
            kind: 'choice',
            path: 'offence',
            title: t`Құқық бұзушылық`,
            options: optionsOf(offences, offenceTitles, text),
          },
          { kind: 'days', path: 'openedOn', title: t`Басталған күні` },
          { kind: 'check', path: 'mine', title: t`Мен тексеретіндер` },
        ]}
        columns={[
          {
            key: 'number',
            title: t`Нөмірі`,
            number: true,
            sorts: true,
            width: '150px',
            draw: (row) => row.number ?? <span className="quiet">{t`нөмірсіз`}</span>,
          },
          {
            key: 'persons',
            title: t`Тексерілетін адам`,
            draw: (row) => (
              <>
                {row.persons.map((name) => text(name)).join(', ')}
                <div className="quiet">{row.allegations}</div>
              </>
            ),
          },
          {
            key: 'kind',
            title: t`Түрі`,
            width: '16%',
            draw: (row) => (
              <>
                {text(offenceTitles[row.offence])}{' '}
                {row.kind === 'superior' ? <ClauseChip id={kindClauses[row.kind]} /> : null}
              </>
            ),
          },
          {
            key: 'leader',
            title: t`Жетекші`,
            width: '14%',
            draw: (row) => (row.leader ? text(row.leader) : <span className="quiet">{t`тағайындалмаған`}</span>),
          },
          {
            key: 'state',
            title: t`Күйі`,
            width: '150px',
            draw: (row) => <State tone={stateTones[row.state]}>{text(stateTitles[row.state])}</State>,
          },
          {
            key: 'dueOn',
            title: t`Мерзімі`,
            sorts: true,
            width: '160px',
            draw: (row) => {
              const on = row.limitationOn ? format.day(row.limitationOn) : ''
              return (
                <>
                  {row.term ? <TermBar term={row.term} /> : <span className="quiet">{t`басталмаған`}</span>}
                  {on ? (
                    <div className="quiet">
                      <Trans>жауапқа тарту: {on}</Trans>
                    </div>
                  ) : null}
                </>
              )
            },
          },
        ]}
        empty={{
          title: t`Сізге көрінетін қызметтік тексеру жоқ.`,
          hint: t`Тексеруді меңгеруші дайындайды және басшылықтың тапсырмасымен ғана бастайды.`,
        }}
      />
    </Page>
  )
}

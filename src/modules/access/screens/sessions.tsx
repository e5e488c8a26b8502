// All open sessions, for the administrator.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { ErrorState, State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { useText } from '../../../ui/text.ts'
import { useCommand } from '../../../ui/use-call.ts'
import { listSessions, revokeSession } from '../contract.ts'

export default function Sessions() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const revoke = useCommand(revokeSession)
  return (
    <Page title={t`Сеанстар`} lead={<Trans>Қазір кіріп отырғандар. Аяқталған сеанстың иесіне себебі айтылады.</Trans>}>
      {revoke.isError ? <ErrorState error={revoke.error} /> : null}
      <DataTable
        shape={listSessions}
        rowKey={(row) => row.id}
        toInput={({ page, size }) => ({ scope: 'all' as const, page, size })}
        kinds={['session']}
        columns={[
          {
            key: 'employee',
            title: t`Қызметкер`,
            draw: (row) => (
              <>
                {text(row.employee.name)} {row.current ? <State tone="ok">{t`Осы сеанс`}</State> : null}
              </>
            ),
          },
          { key: 'openedAt', title: t`Басталған уақыты`, number: true, draw: (row) => format.instant(row.openedAt) },
          { key: 'seenAt', title: t`Соңғы әрекеті`, number: true, draw: (row) => format.instantShort(row.seenAt) },
          {
            key: 'expiresAt',
            title: t`Ең кеші аяқталатын уақыты`,
            number: true,
            draw: (row) => format.instant(row.expiresAt),
          },
          {
            key: 'act',
            title: t`Әрекет`,
            width: '120px',
            draw: (row) => {
              const name = text(row.employee.name)
              return (
                <button
                  type="button"
                  className="button small"
                  aria-label={t`Сеансты аяқтау: ${name}`}
                  onClick={() => revoke.mutate({ id: row.id })}
                >
                  <Trans>Аяқтау</Trans>
                </button>
              )
            },
          },
        ]}
        empty={{ title: t`Қазір ашық сеанс жоқ.` }}
      />
    </Page>
  )
}

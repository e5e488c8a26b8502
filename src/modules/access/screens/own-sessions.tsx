// Where one is signed in now.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { Loaded, State } from '../../../ui/notes.tsx'
import { Card } from '../../../ui/page.tsx'
import { useCall, useCommand } from '../../../ui/use-call.ts'
import { listSessions, revokeSession } from '../contract.ts'

export const OwnSessions = () => {
  const { t } = useLingui()
  const format = useFormat()
  const sessions = useCall(listSessions, { scope: 'own' }, { kinds: ['session'] })
  const revoke = useCommand(revokeSession)
  return (
    <Card title={t`Сеансым`}>
      <p className="quiet">
        <Trans>Бір адамда бір ғана сеанс болады: басқа жерден кірсеңіз, мұндағысы аяқталады.</Trans>
      </p>
      <Loaded of={sessions} lines={2}>
        {({ rows }) => (
          <ul className="files">
            {rows.map((row) => {
              const [opened, expires] = [format.instantShort(row.openedAt), format.instantShort(row.expiresAt)]
              return (
                <li key={row.id} className="file">
                  {row.current ? <State tone="ok">{t`Осы сеанс`}</State> : null}
                  <span>
                    <Trans>
                      Басталды: {opened}. Ең кеші аяқталады: {expires}.
                    </Trans>
                  </span>
                  <button
                    type="button"
                    className="link push"
                    onClick={() => revoke.mutate({ id: row.id }, { onSuccess: () => window.location.assign('/') })}
                  >
                    <Trans>Аяқтау</Trans>
                  </button>
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}

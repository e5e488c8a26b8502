// From which networks each post signs in, for the administrator.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFormat } from '../../../ui/format.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { EmptyState, ErrorState, Loaded } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall, useCommand } from '../../../ui/use-call.ts'
import { postCodes, postTitles } from '../../structure/contract.ts'
import { addNetwork, dropNetwork, listNetworks } from '../contract.ts'

const Adding = ({ here, onClose }: { here: string | null; onClose: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const address = here ?? '—'
  return (
    <ActionForm
      shape={addNetwork}
      lead={<Trans>Бұл лауазым жүйеге тек осы желіден кіретін болады. Сіздің қазіргі мекенжайыңыз: {address}.</Trans>}
      fields={[
        {
          kind: 'choice',
          as: 'search',
          path: 'postCode',
          label: t`Лауазым`,
          options: postCodes.map((value) => ({ value, label: text(postTitles[value]) })),
        },
        { kind: 'line', path: 'network', label: t`Желі`, hint: t`Мысалы: 10.20.0.0/16`, max: 60 },
        { kind: 'line', path: 'note', label: t`Ескертпе`, hint: t`Бұл қай жердің желісі`, max: 200 },
      ]}
      onDone={onClose}
      onClose={onClose}
    />
  )
}

export default function Networks() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const found = useCall(listNetworks, {})
  const drop = useCommand(dropNetwork)
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t`Кіру желілері`}
      lead={<Trans>Желісі көрсетілген лауазым жүйеге тек сол желіден кіреді. Қалған лауазымдарға шектеу жоқ.</Trans>}
      actions={
        <button type="button" className="button first" onClick={() => setAdding(true)}>
          <Trans>Желі қосу</Trans>
        </button>
      }
    >
      {drop.isError ? <ErrorState error={drop.error} /> : null}
      <Loaded of={found}>
        {({ rows, here }) => (
          <>
            {rows.length === 0 ? (
              <EmptyState title={t`Шектеу қойылмаған.`}>
                <Trans>Қызметкерлер жүйеге кез келген желіден кіреді.</Trans>
              </EmptyState>
            ) : (
              <div className="table-frame">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{t`Лауазым`}</th>
                      <th scope="col">{t`Желі`}</th>
                      <th scope="col">{t`Ескертпе`}</th>
                      <th scope="col">{t`Қосылған күні`}</th>
                      <th scope="col">{t`Әрекет`}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => {
                      const network = row.network
                      return (
                        <tr key={row.id}>
                          <td>{text(row.post)}</td>
                          <td className="number">{network}</td>
                          <td>{row.note}</td>
                          <td className="number">{format.instantShort(row.addedAt)}</td>
                          <td>
                            <button
                              type="button"
                              className="button small"
                              aria-label={t`Желіні алып тастау: ${network}`}
                              onClick={() => drop.mutate({ network: row.id })}
                            >
                              <Trans>Алып тастау</Trans>
                            </button>
                          </td>
                        </tr>
                      )
                    })}
                  </tbody>
                </table>
              </div>
            )}
            {adding ? <Adding here={here} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </Loaded>
    </Page>
  )
}

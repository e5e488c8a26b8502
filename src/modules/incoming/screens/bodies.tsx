// The directory of bodies: who exists, since when and until when, and who took whose place.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { optionsOf } from '../../../ui/fields.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { Loaded, State } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { bodyKinds, endBody, listBodies, putBody } from '../contract.ts'
import { bodyKindTitles } from '../words.ts'

type Row = Output<typeof listBodies>['rows'][number]

const PutForm = ({ rows, onClose }: { rows: readonly Row[]; onClose: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const standing = rows.filter(({ until }) => !until).map(({ code, name }) => ({ value: code, label: text(name) }))
  return (
    <ActionForm
      shape={putBody}
      onClose={onClose}
      lead={<Trans>Басқа органның орнына құрылса, ол органның қызметі алдыңғы күні аяқталады.</Trans>}
      fields={[
        { kind: 'line', path: 'code', label: t`Коды`, hint: t`Латын әріптерімен, мысалы prosecutor-abai` },
        { kind: 'choice', path: 'kind', label: t`Түрі`, options: optionsOf(bodyKinds, bodyKindTitles, text) },
        { kind: 'line', path: 'nameKk', label: t`Атауы, қазақша`, max: 300 },
        { kind: 'line', path: 'nameRu', label: t`Атауы, орысша`, max: 300 },
        { kind: 'line', path: 'nameEn', label: t`Атауы, ағылшынша`, max: 300 },
        { kind: 'day', path: 'from', label: t`Құрылған күні` },
        {
          kind: 'choice',
          as: 'search',
          path: 'predecessor',
          label: t`Кімнің орнына`,
          optional: true,
          options: standing,
        },
        { kind: 'line', path: 'basis', label: t`Негіздеме`, hint: t`Құрған актінің атауы, нөмірі мен күні` },
      ]}
    />
  )
}

const EndForm = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  return (
    <ActionForm
      shape={endBody}
      fixed={{ code: row.code }}
      onClose={onClose}
      lead={text(row.name)}
      fields={[
        { kind: 'day', path: 'until', label: t`Соңғы күні` },
        { kind: 'line', path: 'basis', label: t`Негіздеме` },
      ]}
    />
  )
}

const Rows = ({ rows, end }: { rows: readonly Row[]; end: ((row: Row) => void) | null }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <div className="card table-card">
      <div className="table-frame">
        <table>
          <caption className="hidden">
            <Trans>Органдар анықтамалығы</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t`Атауы`}</th>
              <th scope="col">{t`Түрі`}</th>
              <th scope="col">{t`Құрылған күні`}</th>
              <th scope="col">{t`Соңғы күні`}</th>
              <th scope="col">{t`Күйі`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const heirs = row.successors.map(text).join(', ')
              const before = row.predecessor ? text(row.predecessor) : ''
              return (
                <tr key={row.id}>
                  <td>
                    {text(row.name)}
                    {heirs ? <div className="quiet">{t`Орнына құрылған: ${heirs}`}</div> : null}
                    {before ? <div className="quiet">{t`Бұрын: ${before}`}</div> : null}
                  </td>
                  <td>{text(row.kindTitle)}</td>
                  <td className="number">{format.dayShort(row.from)}</td>
                  <td className="number">
                    {row.until ? (
                      format.dayShort(row.until)
                    ) : end ? (
                      <button
                        type="button"
                        className="link"
                        aria-label={`${t`Қызметін аяқтау`}: ${text(row.name)}`}
                        onClick={() => end(row)}
                      >
                        {t`Қызметін аяқтау`}
                      </button>
                    ) : (
                      '—'
                    )}
                  </td>
                  <td>
                    {row.unverified ? (
                      <State tone="mark">{t`Расталмаған`}</State>
                    ) : (
                      <State tone="ok">{t`Расталған`}</State>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

export default function Bodies() {
  const { t } = useLingui()
  const keeps = usePower('incoming.bodies')
  const [open, setOpen] = useState<Row | 'new' | null>(null)
  const bodies = useCall(listBodies, {})
  return (
    <Page
      title={t`Органдар анықтамалығы`}
      lead={
        <Trans>
          Құжат түскен немесе жіберілген күні қолданыста болған орган ғана таңдалады. Соттар мен бөлімшелердің өз
          тізімдері бар.
        </Trans>
      }
      actions={
        keeps ? (
          <button type="button" className="button first" onClick={() => setOpen('new')}>
            <Trans>Орган қосу</Trans>
          </button>
        ) : null
      }
    >
      <Loaded of={bodies}>
        {({ rows }) => (
          <>
            <Rows rows={rows} end={keeps ? setOpen : null} />
            {open === 'new' ? <PutForm rows={rows} onClose={() => setOpen(null)} /> : null}
          </>
        )}
      </Loaded>
      {open && open !== 'new' ? <EndForm row={open} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

// How each addressee complied: answered in time, late, in part, not at all; each figure leads to the requests behind it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { downloadSheet } from '../../../ui/call.ts'
import type { Output } from '../../../ui/call.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { EmptyState, ErrorState, Loaded, StatTile } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { exportCompliance, readCompliance } from '../contract.ts'

type Compliance = Output<typeof readCompliance>

const Table = ({ it, period }: { it: Compliance; period: string }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const lists = usePower('requests.read')
  if (!it.rows.length)
    return (
      <Card>
        <EmptyState title={<Trans>Бұл кезеңде сұрау салу жіберілген жоқ.</Trans>} />
      </Card>
    )
  return (
    <div className="card table-card">
      <div className="table-frame">
        <table>
          <caption className="hidden">
            <Trans>Адресаттар бойынша орындалуы</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t`Адресат`}</th>
              <th scope="col">{t`Жіберілді`}</th>
              <th scope="col">{t`Мерзімінде`}</th>
              <th scope="col">{t`Кешігіп`}</th>
              <th scope="col">{t`Ішінара`}</th>
              <th scope="col">{t`Жауапсыз`}</th>
              <th scope="col">{t`Күтілуде`}</th>
            </tr>
          </thead>
          <tbody>
            {it.rows.map((row) => (
              <tr key={row.value ?? row.addressee.kk}>
                <td>
                  {row.value && lists ? (
                    <Go to={`/requests?addressee=${row.value}${period}`}>{text(row.addressee)}</Go>
                  ) : (
                    text(row.addressee)
                  )}
                </td>
                {[row.sent, row.inTime, row.late, row.partly, row.missed, row.waiting].map((figure, index) => (
                  <td key={index} className="number">
                    {format.number(figure)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

export default function CompliancePage() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { search, setSearch } = useAddress()
  const { from, until } = search
  const asked = { ...(from ? { from } : {}), ...(until ? { until } : {}) }
  const compliance = useCall(readCompliance, asked, { keep: true, kinds: ['request'] })
  const [fault, setFault] = useState<Error | null>(null)
  const period = `${from ? `&sentOnFrom=${from}` : ''}${until ? `&sentOnUntil=${until}` : ''}`
  const take = (): void => {
    setFault(null)
    downloadSheet(exportCompliance, asked, text(readCompliance.title)).catch((error: unknown) =>
      setFault(error instanceof Error ? error : new Error(String(error))),
    )
  }
  return (
    <Page
      title={t`Орындалу көрсеткіштері`}
      lead={<Trans>Сұрау салулар мен талаптарға кім мерзімінде, кім кешігіп жауап берді, кім жауап бермеді.</Trans>}
      actions={
        <button type="button" className="button" onClick={take}>
          <Trans>XLSX түрінде алу</Trans>
        </button>
      }
    >
      {fault ? <ErrorState error={fault} retry={take} /> : null}
      <div className="row no-print">
        <label className="row" htmlFor="compliance-from">
          <span>{t`Жіберілген күні, басы`}</span>
          <DayInput id="compliance-from" value={from ?? null} set={(day) => setSearch({ from: day ?? undefined })} />
        </label>
        <label className="row" htmlFor="compliance-until">
          <span>{t`Соңы`}</span>
          <DayInput id="compliance-until" value={until ?? null} set={(day) => setSearch({ until: day ?? undefined })} />
        </label>
      </div>
      <Loaded of={compliance}>
        {(it) => (
          <div className="stack">
            <div className="tiles">
              <StatTile title={t`Жіберілді`} value={format.number(it.total.sent)} />
              <StatTile title={t`Мерзімінде`} value={format.number(it.total.inTime)} />
              <StatTile title={t`Кешігіп`} value={format.number(it.total.late)} tone="warn" />
              <StatTile title={t`Жауапсыз`} value={format.number(it.total.missed)} tone="late" />
              <StatTile title={t`Күтілуде`} value={format.number(it.total.waiting)} />
            </div>
            <Table it={it} period={period} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

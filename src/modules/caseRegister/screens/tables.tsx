// The tables of criminal cases: a period, a cut, and every figure a way to its cases.
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { call, downloadSheet } from '../../../ui/call.ts'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { useFormat } from '../../../ui/format.ts'
import { ErrorState, Loaded, StatTile } from '../../../ui/notes.tsx'
import { Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useLanguage, useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  dimensions,
  dimensionTitles,
  exportTables,
  measures,
  measureTitles,
  printTables,
  readTable,
  type Measure,
} from '../contract.ts'
import { qualifications, qualificationTitles } from '../../criminalCases/contract.ts'
import { casesOf, useAsked } from './asked.ts'
import './tables.css'

type Table = Output<typeof readTable>

const savePdf = (name: string, pdf: string): void => {
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

const TakeAway = () => {
  const { t } = useLingui()
  const language = useLanguage()
  const { asked } = useAsked()
  const [busy, setBusy] = useState<'xlsx' | 'pdf' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const take = (what: 'xlsx' | 'pdf', work: () => Promise<void>) => (): void => {
    setBusy(what)
    setError(null)
    work()
      .catch(setError)
      .finally(() => setBusy(null))
  }
  const name = `criminal-cases-${asked.from}-${asked.until}`
  return (
    <>
      {error ? <ErrorState error={error} /> : null}
      <button
        type="button"
        className="button"
        disabled={busy !== null}
        onClick={take('xlsx', () => downloadSheet(exportTables, { ...asked, language }, name))}
      >
        {busy === 'xlsx' ? t`XLSX дайындалып жатыр…` : 'XLSX'}
      </button>
      <button
        type="button"
        className="button"
        disabled={busy !== null}
        onClick={take('pdf', async () => {
          const { result } = await call(printTables, { ...asked, language })
          savePdf(result.name, result.pdf)
        })}
      >
        {busy === 'pdf' ? t`PDF дайындалып жатыр…` : 'PDF'}
      </button>
    </>
  )
}

const Day = ({ title, value, set }: { title: string; value: string; set: (on: string | null) => void }) => {
  const id = useId()
  return (
    <span className="filter-day">
      <label htmlFor={id}>{title}</label>
      <DayInput id={id} value={value} set={set} />
    </span>
  )
}

const Choosing = () => {
  const { t } = useLingui()
  const text = useText()
  const { asked, setSearch } = useAsked()
  return (
    <div className="card case-period filters no-print" role="group" aria-label={t`Кезең`}>
      <Day title={t`Басталуы`} value={asked.from} set={(from) => setSearch({ from: from ?? undefined })} />
      <Day title={t`Аяқталуы`} value={asked.until} set={(until) => setSearch({ until: until ?? undefined })} />
      <select
        className="input"
        aria-label={t`Саралау`}
        value={asked.qualification ?? ''}
        onChange={(event) => setSearch({ qualification: event.target.value || undefined })}
      >
        <option value="">{t`Саралау: барлығы`}</option>
        {qualifications.map((it) => (
          <option key={it} value={it}>
            {text(qualificationTitles[it])}
          </option>
        ))}
      </select>
    </div>
  )
}

const Count = ({ count, to, name }: { count: number; to: string; name: string }) => {
  const format = useFormat()
  return count ? (
    <Go to={to} aria-label={`${name}: ${format.number(count)}`}>
      {format.number(count)}
    </Go>
  ) : (
    <span className="quiet">0</span>
  )
}

const tiles: readonly Measure[] = ['registered', 'sent', 'convicted', 'dismissed', 'pending']

const Cut = ({ table }: { table: Table }) => {
  const { t } = useLingui()
  const text = useText()
  const { asked, by, setSearch } = useAsked()
  const title = text(dimensionTitles[by])
  // A figure that is nought everywhere is left out, so that the table stays readable.
  const columns = measures.filter((measure) => table.totals[measure])
  return (
    <section className="card table-card" aria-label={title}>
      <div className="table-bar">
        <div className="filter-choices" role="group" aria-label={t`Бөлініс`}>
          {dimensions.map((dimension) => (
            <button
              key={dimension}
              type="button"
              className="button small no-print"
              aria-pressed={dimension === by}
              onClick={() => setSearch({ by: dimension })}
            >
              {text(dimensionTitles[dimension])}
            </button>
          ))}
        </div>
      </div>
      {columns.length ? (
        <div className="table-frame" tabIndex={0} role="group" aria-label={title}>
          <table className="case-table">
            <caption className="hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{title}</th>
                {columns.map((measure) => (
                  <th key={measure} scope="col" className="number">
                    {text(measureTitles[measure])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => {
                const name = text(row.title)
                return (
                  <tr key={row.value}>
                    <th scope="row">{name}</th>
                    {columns.map((measure) => (
                      <td key={measure} className="number">
                        <Count
                          count={row.counts[measure] ?? 0}
                          name={`${name}, ${text(measureTitles[measure])}`}
                          to={casesOf(asked, measure, { dimension: by, value: row.value })}
                        />
                      </td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t`Жиыны`}</th>
                {columns.map((measure) => (
                  <td key={measure} className="number">
                    <Count
                      count={table.totals[measure] ?? 0}
                      name={text(measureTitles[measure])}
                      to={casesOf(asked, measure)}
                    />
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      ) : (
        <p className="quiet table-heading">{t`Бұл кезеңде қылмыстық іс болған жоқ.`}</p>
      )}
    </section>
  )
}

export default function Tables() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { asked, by } = useAsked()
  const found = useCall(readTable, { ...asked, dimension: by }, { keep: true, kinds: ['criminalCase'] })
  const from = format.day(asked.from)
  const until = format.day(asked.until)
  return (
    <Page
      title={t`Қылмыстық істер кестелері`}
      lead={
        <>
          <Trans>
            Кезең: {from} – {until}
          </Trans>{' '}
          <ClauseChip id="6.16" />
        </>
      }
      actions={<TakeAway />}
    >
      <Choosing />
      <Loaded of={found}>
        {(table) => (
          <>
            <div className="tiles">
              {tiles.map((measure) => (
                <StatTile
                  key={measure}
                  title={text(measureTitles[measure])}
                  value={format.number(table.totals[measure] ?? 0)}
                  to={casesOf(asked, measure)}
                />
              ))}
            </div>
            <Cut table={table} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

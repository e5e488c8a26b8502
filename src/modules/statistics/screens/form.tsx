// The form of appeals: the period, what it comes to, how it compares, where and about what, and the way to every case.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call, downloadSheet } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, ErrorState, Loaded, StatTile } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { RegionMap } from '../../../ui/region-map.tsx'
import { useLanguage, useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { dimensionTitles, exportForm, measureTitles, printForm, readForm, type Dimension } from '../contract.ts'
import { Approval, ApproveButton } from './approval.tsx'
import { casesOf, useAsked } from './asked.ts'
import { Chart } from './chart.tsx'
import { Choosing } from './choosing.tsx'
import { Cut, Whole, type Form } from './tables.tsx'
import './statistics.css'

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
  const name = `appeals-${asked.from}-${asked.until}`
  const sheet = take('xlsx', () => downloadSheet(exportForm, { ...asked, language }, name))
  const paper = take('pdf', async () => {
    const { result } = await call(printForm, { ...asked, language })
    savePdf(result.name, result.pdf)
  })
  return (
    <>
      {error ? <ErrorState error={error} /> : null}
      <button type="button" className="button" disabled={busy !== null} onClick={sheet}>
        {busy === 'xlsx' ? t`XLSX дайындалып жатыр…` : 'XLSX'}
      </button>
      <button type="button" className="button" disabled={busy !== null} onClick={paper}>
        {busy === 'pdf' ? t`PDF дайындалып жатыр…` : 'PDF'}
      </button>
    </>
  )
}

const share = (part: number, whole: number): number => (whole ? Math.round((100 * part) / whole) : 0)

const Tiles = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const format = useFormat()
  const { asked } = useAsked()
  const { totals, before } = form
  const earlier = (count: number): string => {
    const said = format.number(count)
    return t`Алдыңғы кезеңде: ${said}`
  }
  const kept = share(totals.inTime, totals.done)
  const keptBefore = share(before.totals.inTime, before.totals.done)
  return (
    <div className="tiles">
      <StatTile
        title={t`Түскені`}
        value={format.number(totals.received)}
        note={earlier(before.totals.received)}
        to={casesOf(asked, 'received')}
      />
      <StatTile
        title={t`Аяқталғаны`}
        value={format.number(totals.done)}
        note={earlier(before.totals.done)}
        to={casesOf(asked, 'done')}
      />
      <StatTile
        title={t`Мерзімінде аяқталғаны, %`}
        value={totals.done ? format.number(kept) : '—'}
        note={before.totals.done ? earlier(keptBefore) : undefined}
        to={casesOf(asked, 'inTime')}
      />
      <StatTile
        title={t`Кезең соңындағы қалдық`}
        value={format.number(totals.remaining)}
        note={earlier(before.totals.remaining)}
        to={casesOf(asked, 'remaining')}
      />
      <StatTile
        title={t`Мерзімі өткені`}
        value={format.number(totals.overdue)}
        note={earlier(before.totals.overdue)}
        tone={totals.overdue ? 'late' : 'plain'}
        to={casesOf(asked, 'overdue')}
      />
    </div>
  )
}

const Trend = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const text = useText()
  return (
    <Chart
      title={t`Айлар бойынша түскені мен аяқталғаны`}
      of={t`Ай`}
      labels={form.trend.map(({ month }) => month.split('-').reverse().join('.'))}
      series={[
        { name: text(measureTitles.received), color: '--sky', values: form.trend.map(({ received }) => received) },
        { name: text(measureTitles.done), color: '--gold', values: form.trend.map(({ done }) => done) },
      ]}
      lying={false}
      stacked={false}
    />
  )
}

const mostBars = 12

const Kept = ({ form, by }: { form: Form; by: Dimension }) => {
  const { t } = useLingui()
  const text = useText()
  const rows = (form.cuts.find(({ dimension }) => dimension === by)?.rows ?? [])
    .toSorted((a, b) => b.counts.inHand - a.counts.inHand)
    .slice(0, mostBars)
  const cut = text(dimensionTitles[by])
  const bar = (measure: 'inTime' | 'late' | 'remaining', color: string) => ({
    name: text(measureTitles[measure]),
    color,
    values: rows.map(({ counts }) => counts[measure]),
  })
  return rows.length ? (
    <Chart
      title={t`Мерзімнің сақталуы. ${cut}`}
      of={cut}
      labels={rows.map(({ title }) => text(title))}
      series={[bar('inTime', '--sky'), bar('late', '--late'), bar('remaining', '--edge')]}
      lying
      stacked
    />
  ) : null
}

const Regions = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const { asked } = useAsked()
  const units = new Map(
    form.cuts.find(({ dimension }) => dimension === 'unit')?.rows.map((it) => [it.value, it.counts]),
  )
  const unitOf = new Map(form.regions.map(({ code, unit }) => [code, unit]))
  if (form.regions.length < 2) return null
  return (
    <Card title={t`Аумақтық бөлімшелердегі қалдық`}>
      <RegionMap
        regions={form.regions.map(({ code, unit, name }) => ({
          kato: code,
          name,
          open: units.get(unit)?.remaining ?? 0,
          late: units.get(unit)?.overdue ?? 0,
        }))}
        to={(kato) => casesOf(asked, 'remaining', { dimension: 'unit', value: unitOf.get(kato) ?? '' })}
      />
    </Card>
  )
}

export default function Statistics() {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { asked, by } = useAsked()
  const found = useCall(readForm, asked, { keep: true, kinds: ['appeal'] })
  const form = found.data?.result
  const may = found.data?.may ?? []
  const from = format.day(asked.from)
  const until = format.day(asked.until)
  const asOf = form ? format.day(form.asOf) : ''
  const unit = form ? text(form.unitTitle) : ''
  return (
    <Page
      title={t`Өтініштер статистикасы`}
      lead={
        <>
          <Trans>
            Кезең: {from} – {until} · {unit} · Мәлімет күні: {asOf}
          </Trans>{' '}
          <ClauseChip id="6.23" />
        </>
      }
      actions={
        <>
          {form ? <ApproveButton form={form} may={may} /> : null}
          <TakeAway />
        </>
      }
    >
      <Choosing units={form?.units ?? []} />
      <Loaded of={found}>
        {(it) => (
          <>
            <Approval form={it} />
            {it.provisional && !it.approval ? (
              <Banner>
                <Trans>Сұралған күн аяқталған жоқ: сандар әлі өзгеруі мүмкін.</Trans>
              </Banner>
            ) : null}
            <Tiles form={it} />
            <div className="form-columns">
              <Whole form={it} />
              <div className="stack">
                <Trend form={it} />
                <Regions form={it} />
              </div>
            </div>
            <Cut form={it} by={by} />
            <Kept form={it} by={by} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

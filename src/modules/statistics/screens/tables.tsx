// The form in figures: the whole beside the period before, and the cuts; every figure leads to its appeals.
import { useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { Card } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import {
  dimensions,
  dimensionTitles,
  groups,
  groupTitles,
  measures,
  measuresOf,
  measureTitles,
  type Dimension,
  type Measure,
  type readForm,
} from '../contract.ts'
import { casesOf, useAsked } from './asked.ts'

export type Form = Output<typeof readForm>

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

const change = (by: number, say: (value: number) => string): string => (by > 0 ? `+${say(by)}` : by ? say(by) : '0')

export const Whole = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { asked } = useAsked()
  return (
    <Card title={t`Өтініштер қозғалысының нысаны`}>
      <div className="table-frame">
        <table className="form-table">
          <caption className="hidden">{t`Өтініштер қозғалысының нысаны`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`Көрсеткіш`}</th>
              <th scope="col" className="number">{t`Кезеңде`}</th>
              <th scope="col" className="number">{t`Алдыңғы кезеңде`}</th>
              <th scope="col" className="number">{t`Өзгерісі`}</th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {text(groupTitles[group])}
                </th>
              </tr>
              {measuresOf[group].map((measure) => {
                const [now, before] = [form.totals[measure], form.before.totals[measure]]
                const name = text(measureTitles[measure])
                return (
                  <tr key={measure}>
                    <td>{name}</td>
                    <td className="number">
                      <Count count={now} to={casesOf(asked, measure)} name={name} />
                    </td>
                    <td className="number">
                      <Count
                        count={before}
                        name={name}
                        to={casesOf({ ...asked, from: form.before.from, until: form.before.until }, measure)}
                      />
                    </td>
                    <td className="number quiet">{change(now - before, format.number)}</td>
                  </tr>
                )
              })}
            </tbody>
          ))}
        </table>
      </div>
    </Card>
  )
}

/** Figures that are zero in every row are left out of a cut, so that the table stays readable. */
const present = (rows: Form['cuts'][number]['rows']): Measure[] =>
  measures.filter((measure) => rows.some(({ counts }) => counts[measure]))

export const Cut = ({ form, by }: { form: Form; by: Dimension }) => {
  const { t } = useLingui()
  const text = useText()
  const { asked, setSearch } = useAsked()
  const rows = form.cuts.find(({ dimension }) => dimension === by)?.rows ?? []
  const columns = present(rows)
  const title = text(dimensionTitles[by])
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
      {rows.length ? (
        <div className="table-frame" tabIndex={0} role="group" aria-label={title}>
          <table className="cut-table">
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
              {rows.map((row) => {
                const name = text(row.title)
                return (
                  <tr key={row.value}>
                    <th scope="row">{name}</th>
                    {columns.map((measure) => (
                      <td key={measure} className="number">
                        <Count
                          count={row.counts[measure]}
                          name={`${name}, ${text(measureTitles[measure])}`}
                          to={casesOf(asked, measure, { dimension: by, value: row.value })}
                        />
                      </td>
                    ))}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="quiet table-heading">{t`Бұл кезеңде өтініш болған жоқ.`}</p>
      )}
    </section>
  )
}

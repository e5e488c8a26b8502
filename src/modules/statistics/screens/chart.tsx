// A chart with a name, what it says in a sentence for those who do not see it, and the same figures as a table.
import { Trans } from '@lingui/react/macro'
import { useEffect, useId, useRef } from 'react'
import { useFormat } from '../../../ui/format.ts'
import type { Plot } from './plot.ts'

interface ChartProps extends Omit<Plot, 'say'> {
  title: string
  /** What the first column of the table holds. */
  of: string
}

export const Chart = ({ title, of, labels, series, lying, stacked }: ChartProps) => {
  const format = useFormat()
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const plot = JSON.stringify({ labels, series, lying, stacked })
  useEffect(() => {
    let away: (() => void) | null = null
    let gone = false
    void import('./plot.ts').then(({ draw }) => {
      if (gone || !place.current) return
      away = draw(place.current, { ...(JSON.parse(plot) as Plot), say: (value) => format.number(value) })
    })
    return () => {
      gone = true
      away?.()
    }
  }, [plot, format])
  const height = lying ? 64 + labels.length * 38 : 260
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
      </div>
      <div ref={place} role="img" aria-labelledby={id} aria-describedby={`${id}-table`} style={{ height }} />
      <details className="chart-table" id={`${id}-table`}>
        <summary>
          <Trans>Сол сандар кесте түрінде</Trans>
        </summary>
        <div className="table-frame">
          <table>
            <caption className="hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{of}</th>
                {series.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {labels.map((label, at) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {series.map(({ name, values }) => (
                    <td key={name} className="number">
                      {format.number(values[at] ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

// Who and what is linked in a case: a chart for the eyes, and the same as a table for everybody.
import { Trans, useLingui } from '@lingui/react/macro'
import { EmptyState, Loaded } from '../../../ui/notes.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { readLinks } from '../contract.ts'
import { nodeTitles } from '../words.ts'
import { box, curve, lines, place, type Chart, type Node, type Placed } from './chart.ts'
import './case-file.css'

const Box = ({ node, x, y }: Placed) => {
  const text = useText()
  const rows = lines(text(node.title))
  return (
    <g className={`chart-node ${node.kind}`} transform={`translate(${x} ${y})`}>
      <rect width={box.width} height={box.height} rx={6} />
      {rows.map((row, at) => (
        <text key={at} x={10} y={rows.length === 1 ? 27 : 19 + at * 16}>
          {row}
        </text>
      ))}
    </g>
  )
}

/** Beside the table, which says all of it, the picture is left out for those who listen. */
const Picture = ({ chart }: { chart: Chart }) => {
  const { placed, width, height } = place(chart)
  return (
    <div className="chart-frame" aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        {chart.links.map((link, at) => {
          const [from, to] = [placed.get(link.from), placed.get(link.to)]
          return from && to ? <path key={at} className="chart-link" d={curve(from, to)} /> : null
        })}
        {[...placed.values()].map((it) => (
          <Box key={it.node.id} {...it} />
        ))}
      </svg>
    </div>
  )
}

const End = ({ node }: { node: Node | undefined }) => {
  const text = useText()
  if (!node) return null
  const title = text(node.title)
  return (
    <>
      {node.page ? <Go to={node.page}>{title}</Go> : title}
      <div className="quiet">{text(nodeTitles[node.kind])}</div>
    </>
  )
}

const Table = ({ chart }: { chart: Chart }) => {
  const { t } = useLingui()
  const text = useText()
  const byId = new Map(chart.nodes.map((node) => [node.id, node]))
  return (
    <div className="table-frame">
      <table>
        <caption className="hidden">
          <Trans>Байланыстар кестесі</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t`Кім, не`}</th>
            <th scope="col">{t`Қандай байланыс`}</th>
            <th scope="col">{t`Кіммен, немен`}</th>
          </tr>
        </thead>
        <tbody>
          {chart.links.map((link, at) => (
            <tr key={at}>
              <td>
                <End node={byId.get(link.from)} />
              </td>
              <td>{text(link.relation)}</td>
              <td>
                <End node={byId.get(link.to)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const More = ({ count }: { count: number }) =>
  count ? (
    <p className="quiet">
      <Trans>Сызбаға сыймаған құжаттар мен дәлелдемелер саны: {count}</Trans>
    </p>
  ) : null

export const Links = ({ id }: { id: string }) => {
  const chart = useCall(readLinks, { id }, { kinds: ['investigation', 'evidence'] })
  return (
    <Loaded of={chart}>
      {(it) =>
        it.links.length ? (
          <div className="stack">
            <Picture chart={it} />
            <More count={it.more} />
            <Table chart={it} />
          </div>
        ) : (
          <EmptyState title={<Trans>Байланыс әлі жоқ.</Trans>} />
        )
      }
    </Loaded>
  )
}

// The rows of a staffing table, unit by unit, with the limit as a bar above them.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { StatTile } from '../../../ui/notes.tsx'
import { useText, type Text } from '../../../ui/text.ts'

export interface SeatRow {
  postId: string
  title: Text
  unitId: string
  unit: Text
  seats: number
  held: number
}

export const SeatTiles = ({ seats, limit, held }: { seats: number; limit: number; held: number }) => {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <div className="tiles">
      <StatTile title={t`Штат санының лимиті`} value={format.number(limit)} />
      <StatTile title={t`Кестедегі бірлік`} value={format.number(seats)} tone={seats > limit ? 'late' : 'plain'} />
      <StatTile title={t`Қызмет ететіндер`} value={format.number(held)} />
      <StatTile title={t`Бос бірлік`} value={format.number(seats - held)} />
    </div>
  )
}

export const SeatTable = ({ rows }: { rows: readonly SeatRow[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const units = [...new Set(rows.map((row) => row.unitId))]
  return (
    <div className="table-frame">
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Лауазым`}</th>
            <th scope="col">{t`Бірлік`}</th>
            <th scope="col">{t`Қызмет етеді`}</th>
            <th scope="col">{t`Бос`}</th>
          </tr>
        </thead>
        {units.map((unit) => {
          const own = rows.filter((row) => row.unitId === unit)
          const [first] = own
          return (
            <tbody key={unit}>
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {first ? text(first.unit) : null}
                </th>
              </tr>
              {own.map((row) => (
                <tr key={row.postId}>
                  <td>{text(row.title)}</td>
                  <td className="number">{format.number(row.seats)}</td>
                  <td className="number">{format.number(row.held)}</td>
                  <td className="number">{format.number(row.seats - row.held)}</td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
      {rows.length ? null : (
        <p className="quiet">
          <Trans>Кестеде жол жоқ.</Trans>
        </p>
      )}
    </div>
  )
}

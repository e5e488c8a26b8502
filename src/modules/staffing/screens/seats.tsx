// The rows of a staffing table, unit by unit, with the limit as a bar above them.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../ui/format.ts'
import { StatTile } from '../../../ui/notes.tsx'
import { useText, type Text } from '../../../ui/text.ts'

export interface SeatRow {
  postId: string
  code: string
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

interface Group {
  units: { id: string; name: Text; rows: readonly SeatRow[] }[]
  posts: readonly SeatRow[]
}

/** Units with the same posts stand in one table: the Department alone, its territorial units together. */
const groupsOf = (rows: readonly SeatRow[]): Group[] => {
  const groups = new Map<string, Group>()
  for (const id of new Set(rows.map((row) => row.unitId))) {
    const own = rows.filter((row) => row.unitId === id)
    const [first] = own
    if (!first) continue
    const key = own.map((row) => row.code).join()
    const group = groups.get(key) ?? { units: [], posts: own }
    group.units.push({ id, name: first.unit, rows: own })
    groups.set(key, group)
  }
  return [...groups.values()]
}

const sum = (rows: readonly SeatRow[], of: 'seats' | 'held'): number => rows.reduce((total, row) => total + row[of], 0)

const GroupTable = ({ group }: { group: Group }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const cell = (held: number, seats: number) => `${format.number(held)} / ${format.number(seats)}`
  return (
    <div className="table-frame">
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Бөлімше`}</th>
            {group.posts.map((post) => (
              <th key={post.code} scope="col">
                {text(post.title)}
              </th>
            ))}
            <th scope="col">{t`Жиыны`}</th>
          </tr>
        </thead>
        <tbody>
          {group.units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">{text(unit.name)}</th>
              {unit.rows.map((row) => (
                <td key={row.postId} className="number">
                  {cell(row.held, row.seats)}
                </td>
              ))}
              <td className="number">
                <b>{cell(sum(unit.rows, 'held'), sum(unit.rows, 'seats'))}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Each cell: people in post / seats. */
export const SeatTable = ({ rows }: { rows: readonly SeatRow[] }) => (
  <>
    <p className="quiet">
      <Trans>Әр ұяшықта: қызмет ететіндер / бірлік.</Trans>
    </p>
    {groupsOf(rows).map((group) => (
      <GroupTable key={group.units[0]?.id} group={group} />
    ))}
  </>
)

// My work: what is due, by the clock, the figures, and where in the country it burns.
import { Trans, useLingui } from '@lingui/react/macro'
import { dayOf, timeOf } from '../kernel/clock.ts'
import type { Output } from '../ui/call.ts'
import { ClauseChip } from '../ui/clause.tsx'
import { TermBar } from '../ui/clock.tsx'
import { useFormat } from '../ui/format.ts'
import { Bones, EmptyState, Loaded, StatTile } from '../ui/notes.tsx'
import { Card, Page } from '../ui/page.tsx'
import { RegionMap } from '../ui/region-map.tsx'
import { Go } from '../ui/route.tsx'
import { useText } from '../ui/text.ts'
import { useCall } from '../ui/use-call.ts'
import { figures, myWork, regions } from './asked.ts'

type Duty = Output<typeof myWork>['rows'][number]

/** The house keeps one time, that of Kazakhstan, wherever the browser is. */
const useGreeting = (): string => {
  const { t } = useLingui()
  const format = useFormat()
  const now = new Date()
  const hour = Number(timeOf(now).slice(0, 2))
  const day = format.dayFull(dayOf(now))
  if (hour >= 5 && hour < 12) return t`Қайырлы таң. Бүгін — ${day}`
  return hour >= 12 && hour < 18 ? t`Қайырлы күн. Бүгін — ${day}` : t`Қайырлы кеш. Бүгін — ${day}`
}

const Figures = () => {
  const text = useText()
  const format = useFormat()
  const asked = useCall(figures, {})
  if (!asked.data) return asked.isError ? null : <Bones lines={2} />
  return (
    <div className="tiles">
      {asked.data.result.rows.map(({ key, title, value, note, tone, page }) => (
        <StatTile
          key={key}
          title={text(title)}
          value={format.number(value)}
          note={note ? text(note) : null}
          tone={value === 0 ? 'plain' : tone}
          {...(page ? { to: page } : {})}
        />
      ))}
    </div>
  )
}

const Duties = ({ rows }: { rows: readonly Duty[] }) => {
  const text = useText()
  if (rows.length === 0)
    return (
      <EmptyState title={<Trans>Сізден күтілетін іс жоқ.</Trans>}>
        <Trans>Жаңа тапсырма келгенде осы жерде мерзімімен көрінеді және қоңырау белгісі жанады.</Trans>
      </EmptyState>
    )
  return (
    <div className="table-frame">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Нөмірі</Trans>
            </th>
            <th scope="col">
              <Trans>Мазмұны</Trans>
            </th>
            <th scope="col">
              <Trans>Орындаушы</Trans>
            </th>
            <th scope="col">
              <Trans>Мерзімі</Trans>
            </th>
            <th scope="col">
              <Trans>Негізі</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.id}`}>
              <td className="number">
                <Go to={row.page}>{row.number}</Go>
              </td>
              <td>{row.caption}</td>
              <td>{row.who ? text(row.who) : '—'}</td>
              <td>
                <TermBar term={row.term} />
              </td>
              <td>
                <ClauseChip id={row.clause} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export default function Home() {
  const { t } = useLingui()
  const greeting = useGreeting()
  const mine = useCall(myWork, { page: 1, size: 25 })
  const map = useCall(regions, {})
  return (
    <Page title={greeting}>
      <Figures />
      <div className="columns">
        <Card title={t`Мерзімі бойынша`}>
          <Loaded of={mine}>{({ rows }) => <Duties rows={rows} />}</Loaded>
        </Card>
        <Card title={t`Өңірлер: ашық мәселелер`}>
          <Loaded of={map}>
            {({ rows }) => (
              <RegionMap regions={rows} to={(kato) => rows.find((row) => row.kato === kato)?.page ?? '/'} />
            )}
          </Loaded>
        </Card>
      </div>
    </Page>
  )
}

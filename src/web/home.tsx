// My work: what is due, by the clock, the figures, and where in the country it burns.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { dayOf, timeOf } from '../kernel/clock.ts'
import { listDuties, readFigures, readRegions } from '../modules/work/contract.ts'
import { ClauseChip } from '../ui/clause.tsx'
import { TermBar } from '../ui/clock.tsx'
import type { Output } from '../ui/call.ts'
import { briefName, useFormat } from '../ui/format.ts'
import { Bones, Loaded, StatTile } from '../ui/notes.tsx'
import { Card, Page } from '../ui/page.tsx'
import { RegionMap } from '../ui/region-map.tsx'
import { DataTable } from '../ui/table.tsx'
import { useText } from '../ui/text.ts'
import { useCall } from '../ui/use-call.ts'

/** The house keeps one time, that of Kazakhstan, wherever the browser is. */
const useGreeting = (): string => {
  const { t } = useLingui()
  const format = useFormat()
  const [now] = useState(() => new Date())
  const hour = Number(timeOf(now).slice(0, 2))
  const day = format.dayFull(dayOf(now))
  if (hour >= 5 && hour < 12) return t`Қайырлы таң. Бүгін — ${day}`
  return hour >= 12 && hour < 18 ? t`Қайырлы күн. Бүгін — ${day}` : t`Қайырлы кеш. Бүгін — ${day}`
}

const Figures = () => {
  const { t } = useLingui()
  const format = useFormat()
  const figures = useCall(readFigures, {})
  if (!figures.data) return figures.isError ? null : <Bones lines={3} />
  const { late, soon, toSign, unassigned, open, capped, whose } = figures.data.result
  const all = format.number(open)
  const tile = (title: string, value: number, to: string, note: string, tone: 'late' | 'warn' | 'plain' = 'plain') => (
    <StatTile title={title} value={format.number(value)} note={note} to={to} tone={value ? tone : 'plain'} />
  )
  return (
    <div className="tiles">
      {tile(t`Мерзімі өткен`, late, '/?due=late', late ? t`дереу қарауды талап етеді` : t`кешіккен іс жоқ`, 'late')}
      {tile(t`Үш жұмыс күні ішінде`, soon, '/?due=soon', t`бүгінгіні қоса`, 'warn')}
      {tile(t`Қол қоюға`, toSign, '/?stage=sign', t`қол қоюды күтіп тұр`)}
      {whose === 'reach' ? tile(t`Тағайындалмаған`, unassigned, '/?unassigned=true', t`орындаушысы жоқ`, 'warn') : null}
      <StatTile
        title={<Trans>Барлық ашық іс</Trans>}
        value={capped ? t`кемінде ${all}` : all}
        note={whose === 'own' ? <Trans>сізге тапсырылған</Trans> : <Trans>сіздің қарауыңыздағы</Trans>}
        to="/"
      />
    </div>
  )
}

/** Who holds it; what nobody holds yet waits in its unit. */
const Holder = ({ row }: { row: Output<typeof listDuties>['rows'][number] }) => {
  const text = useText()
  if (!row.holder) return <span className="quiet">{text(row.unit.name)}</span>
  const name = text(row.holder.name)
  return <span title={name}>{briefName(name)}</span>
}

const Duties = () => {
  const { t } = useLingui()
  const text = useText()
  const regions = useCall(readRegions, {})
  const units = (regions.data?.result.regions ?? []).map(({ unitId, name }) => ({ value: unitId, label: text(name) }))
  return (
    <DataTable
      shape={listDuties}
      heading={t`Мерзімі бойынша`}
      rowKey={(row) => row.id}
      rowTo={(row) => row.page ?? '/'}
      sort="dueOn"
      filters={[
        {
          kind: 'choice',
          path: 'due',
          title: t`Барлық мерзім`,
          options: [
            { value: 'late', label: t`Мерзімі өткен` },
            { value: 'soon', label: t`Үш жұмыс күні ішінде` },
            { value: 'later', label: t`Кейінірек` },
          ],
        },
        {
          kind: 'choice',
          path: 'stage',
          title: t`Не істеу керек`,
          options: [
            { value: 'answer', label: t`Жауап беру` },
            { value: 'sign', label: t`Қол қою` },
            { value: 'agree', label: t`Келісу` },
          ],
        },
        ...(units.length > 1
          ? [{ kind: 'choice' as const, path: 'unit', title: t`Барлық бөлімше`, options: units }]
          : []),
        { kind: 'check', path: 'unassigned', title: t`Тағайындалмаған` },
      ]}
      columns={[
        { key: 'number', title: t`Нөмірі`, number: true, draw: (row) => row.number ?? t`нөмірсіз` },
        {
          key: 'title',
          title: t`Мазмұны`,
          width: '40%',
          draw: (row) => (
            <>
              {row.title} <ClauseChip id={row.clause} />
            </>
          ),
        },
        { key: 'holder', title: t`Орындаушы`, draw: (row) => <Holder row={row} /> },
        { key: 'dueOn', title: t`Мерзімі`, sorts: true, draw: (row) => <TermBar term={row.term} /> },
      ]}
      empty={{
        title: <Trans>Сізден күтілетін іс жоқ.</Trans>,
        hint: <Trans>Жаңа тапсырма келгенде осы жерде мерзімімен көрінеді және қоңырау белгісі жанады.</Trans>,
      }}
    />
  )
}

const Regions = () => {
  const { t } = useLingui()
  const regions = useCall(readRegions, {})
  const figures = useCall(readFigures, {})
  // Whoever answers for no region and has nothing open in any is spared an empty map.
  if (figures.data?.result.whose === 'own' && regions.data?.result.regions.every(({ open }) => open === 0)) return null
  return (
    <Card title={t`Өңірлер: ашық мәселелер`}>
      <Loaded of={regions}>
        {({ regions: rows }) => (
          <RegionMap regions={rows} to={(kato) => `/?unit=${rows.find((row) => row.kato === kato)?.unitId ?? ''}`} />
        )}
      </Loaded>
    </Card>
  )
}

export default function Home() {
  return (
    <Page title={useGreeting()}>
      <Figures />
      <div className="columns home">
        <Duties />
        <Regions />
      </div>
    </Page>
  )
}

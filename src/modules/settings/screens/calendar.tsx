// The working calendar: a year at a glance, why each day is off, and which days nobody has confirmed.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { readCalendar, setDay } from '../contract.ts'
import type { CalendarDay } from '../contract.ts'
import { allows } from './allows.ts'
import './settings.css'

type Year = Output<typeof readCalendar>
type Month = Year['months'][number]

const useMonthNames = (): readonly string[] => {
  const { t } = useLingui()
  return [
    t`Қаңтар`,
    t`Ақпан`,
    t`Наурыз`,
    t`Сәуір`,
    t`Мамыр`,
    t`Маусым`,
    t`Шілде`,
    t`Тамыз`,
    t`Қыркүйек`,
    t`Қазан`,
    t`Қараша`,
    t`Желтоқсан`,
  ]
}
const useWeekdays = (): readonly string[] => {
  const { t } = useLingui()
  return [t`Дс`, t`Сс`, t`Ср`, t`Бс`, t`Жм`, t`Сн`, t`Жк`]
}

/** 0 Monday … 6 Sunday. */
const placeOf = (on: string): number => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7

const weeksOf = (days: readonly CalendarDay[]): (CalendarDay | null)[][] => {
  const cells: (CalendarDay | null)[] = [...Array.from({ length: placeOf(days[0]?.on ?? '') }, () => null), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, place) => cells[week * 7 + place] ?? null),
  )
}

const lookOf = ({ working, special, unverified, on }: CalendarDay, today: string): string =>
  [
    'day',
    working ? 'worked' : 'off',
    special ? 'special' : '',
    unverified ? 'unsure' : '',
    on === today ? 'now' : '',
  ].join(' ')

interface DayProps {
  day: CalendarDay
  today: string
  choose: ((on: string) => void) | null
}

const Day = ({ day, today, choose }: DayProps) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const date = format.day(day.on)
  const why = text(day.why)
  const says = day.unverified ? t`${date}. ${why}. Расталмаған.` : `${date}. ${why}`
  const figure = Number(day.on.slice(8))
  if (!choose)
    return (
      <span className={lookOf(day, today)} title={says}>
        {figure}
        {day.special || day.unverified ? <span className="hidden">{says}</span> : null}
      </span>
    )
  return (
    <button type="button" className={lookOf(day, today)} title={says} aria-label={says} onClick={() => choose(day.on)}>
      {figure}
    </button>
  )
}

const MonthCard = ({ month, today, choose }: { month: Month; today: string; choose: DayProps['choose'] }) => {
  const names = useMonthNames()
  const weekdays = useWeekdays()
  const working = month.workingDays
  return (
    <section className="card">
      <table>
        <caption>
          {names[month.month - 1]}{' '}
          <span>
            <Trans>жұмыс күні: {working}</Trans>
          </span>
        </caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month.days).map((week, index) => (
            <tr key={index}>
              {week.map((day, place) => (
                <td key={place}>{day ? <Day day={day} today={today} choose={choose} /> : null}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Key = () => (
  <div className="year year-key quiet">
    <span>
      <span className="day off">7</span>
      <Trans>демалыс күні</Trans>
    </span>
    <span>
      <span className="day off special">8</span>
      <Trans>мереке немесе ауыстырылған демалыс</Trans>
    </span>
    <span>
      <span className="day worked special">9</span>
      <Trans>жұмыс күні болған демалыс</Trans>
    </span>
    <span>
      <span className="day unsure">10</span>
      <Trans>расталмаған күн</Trans>
    </span>
  </div>
)

const Special = ({ months }: { months: readonly Month[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const days = months.flatMap((month) => month.days).filter(({ special, unverified }) => special || unverified)
  return (
    <Card title={t`Ерекше күндер`}>
      <div className="table-frame">
        <table>
          <caption className="hidden">
            <Trans>Ерекше күндер</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t`Күні`}</th>
              <th scope="col">{t`Себебі`}</th>
              <th scope="col">{t`Күйі`}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.on}>
                <td className="number">{format.dayFull(day.on)}</td>
                <td>{text(day.why)}</td>
                <td>
                  {day.unverified ? (
                    <State tone="mark">
                      <Trans>расталмаған</Trans>
                    </State>
                  ) : day.working ? (
                    <State tone="ok">
                      <Trans>жұмыс күні</Trans>
                    </State>
                  ) : (
                    <State>
                      <Trans>демалыс</Trans>
                    </State>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const DayForm = ({ on, onClose }: { on: string; onClose: () => void }) => {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <ActionForm
      shape={setDay}
      title={format.dayFull(on)}
      button={t`Күнді белгілеу`}
      fixed={{ on }}
      onClose={onClose}
      lead={
        <Trans>
          Үкіметтің ауыстыру туралы қаулысы немесе Құрбан айттың жарияланған күні енгізіледі. Соңғы жазба күшінде
          болады.
        </Trans>
      }
      fields={[
        {
          kind: 'choice',
          as: 'radio',
          path: 'kind',
          label: t`Бұл күн`,
          options: [
            { value: 'off', label: t`Демалыс күні` },
            { value: 'work', label: t`Жұмыс күні` },
          ],
        },
        {
          kind: 'choice',
          path: 'occasion',
          label: t`Мейрам`,
          optional: true,
          when: (values) => values['kind'] === 'off',
          options: [{ value: 'kurban-ait', label: t`Құрбан айттың бірінші күні` }],
        },
        {
          kind: 'prose',
          path: 'basis',
          label: t`Негізі`,
          rows: 2,
          max: 500,
          hint: t`Қаулының немесе хабарландырудың деректемесі.`,
        },
      ]}
    />
  )
}

const Shown = ({ year, maySet }: { year: Year; maySet: boolean }) => {
  const { t } = useLingui()
  const [chosen, setChosen] = useState<string | null>(null)
  const doubts = year.months.some(({ days }) => days.some(({ unverified }) => unverified))
  return (
    <>
      {year.complete ? null : (
        <Banner tone="warn" title={t`Құрбан айттың күні енгізілмеген.`}>
          <Trans>Бұл жылдың мерзімдері белгімен көрсетіледі.</Trans>
        </Banner>
      )}
      {year.complete && doubts ? (
        <Banner tone="warn">
          <Trans>Бұл жылда расталмаған күн бар. Оны қамтитын мерзімдер белгімен көрсетіледі.</Trans>
        </Banner>
      ) : null}
      <Key />
      <div className="year">
        {year.months.map((month) => (
          <MonthCard key={month.month} month={month} today={year.today} choose={maySet ? setChosen : null} />
        ))}
      </div>
      <Special months={year.months} />
      {chosen ? <DayForm on={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  )
}

export default function Calendar() {
  const { t } = useLingui()
  const { search, setSearch } = useAddress()
  const asked = Number(search['year'])
  const wanted = Number.isInteger(asked) && asked >= 1992 && asked <= 2198 ? asked : undefined
  const calendar = useCall(readCalendar, wanted ? { year: wanted } : {}, { keep: true })
  const year = calendar.data?.result.year
  const days = calendar.data?.result.workingDays ?? 0
  const turn = (by: number): void => setSearch({ year: String((year ?? 0) + by) })
  return (
    <Page
      title={t`Жұмыс күнтізбесі`}
      lead={
        year ? (
          <Trans>
            {year} жыл, жұмыс күні: {days}. Мерзімдер осы күнтізбе бойынша есептеледі.
          </Trans>
        ) : null
      }
      actions={
        year ? (
          <>
            <button type="button" className="button" onClick={() => turn(-1)}>
              ← {year - 1}
            </button>
            <button type="button" className="button" onClick={() => turn(1)}>
              {year + 1} →
            </button>
          </>
        ) : null
      }
    >
      <Loaded of={calendar} lines={14}>
        {(it, may) => <Shown year={it} maySet={allows(may, setDay)} />}
      </Loaded>
    </Page>
  )
}

// What the form is about: a period by its name or its days, the unit, and the day whose knowledge is asked for.
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { DayInput } from '../../../ui/day-input.tsx'
import { today } from '../../../ui/format.ts'
import { useText } from '../../../ui/text.ts'
import type { Output } from '../../../ui/call.ts'
import type { readForm } from '../contract.ts'
import { periodOf, presets, useAsked, type Preset } from './asked.ts'

const Day = ({
  title,
  value,
  set,
  most,
}: {
  title: string
  value: string | null
  set: (on: string | null) => void
  most?: string
}) => {
  const id = useId()
  return (
    <span className="filter-day">
      <label htmlFor={id}>{title}</label>
      <DayInput id={id} value={value} set={set} notAfter={most} />
    </span>
  )
}

export const Choosing = ({ units }: { units: Output<typeof readForm>['units'] }) => {
  const { t } = useLingui()
  const text = useText()
  const { asked, setSearch } = useAsked()
  const titles: Record<Preset, string> = {
    month: t`Осы ай`,
    'last-month': t`Өткен ай`,
    quarter: t`Осы тоқсан`,
    'last-quarter': t`Өткен тоқсан`,
    year: t`Осы жыл`,
    'last-year': t`Өткен жыл`,
  }
  const same = (preset: Preset): boolean => {
    const { from, until } = periodOf(preset)
    return from === asked.from && until === asked.until
  }
  return (
    <div className="card filters no-print" role="group" aria-label={t`Нысан не туралы`}>
      <select
        className="input"
        aria-label={t`Кезең`}
        value={presets.find(same) ?? ''}
        onChange={({ target }) => {
          const preset = presets.find((it) => it === target.value)
          if (preset) setSearch({ ...periodOf(preset) })
        }}
      >
        <option value="" disabled>
          {t`Өз кезеңіңіз`}
        </option>
        {presets.map((preset) => (
          <option key={preset} value={preset}>
            {titles[preset]}
          </option>
        ))}
      </select>
      <Day
        title={t`Кезеңнің басы`}
        value={asked.from}
        set={(on) => on && setSearch({ from: on, until: asked.until })}
      />
      <Day title={t`соңы`} value={asked.until} set={(on) => on && setSearch({ from: asked.from, until: on })} />
      {units.length > 1 ? (
        <select
          className="input"
          aria-label={t`Бөлімше`}
          value={asked.unit ?? ''}
          onChange={({ target }) => setSearch({ unit: target.value })}
        >
          <option value="">{t`Барлық бөлімше`}</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {text(name)}
            </option>
          ))}
        </select>
      ) : null}
      <Day
        title={t`Мәлімет күні`}
        value={asked.asOf ?? null}
        most={today()}
        set={(on) => setSearch({ asOf: on ?? undefined })}
      />
    </div>
  )
}

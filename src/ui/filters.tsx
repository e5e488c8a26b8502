// The filters of a list: words, choices, days. Each stands in the address under its own key.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useId, useRef, useState } from 'react'
import { DayInput } from './day-input.tsx'
import type { Option } from './fields.ts'
import type { SavedView, ViewControl } from './view.ts'

export type Filter =
  | { kind: 'words'; path: string; title: string }
  | { kind: 'choice'; path: string; title: string; options: readonly Option[] }
  /** Several at once: the input gets a list. */
  | { kind: 'choices'; path: string; title: string; options: readonly Option[] }
  /** Two keys in the input: `${path}From` and `${path}Until`. */
  | { kind: 'days'; path: string; title: string }
  | { kind: 'check'; path: string; title: string }

/** The part of a query's input that the filters make. */
export const inputOf = (
  filters: readonly Filter[],
  chosen: Readonly<Record<string, string>>,
): Record<string, unknown> =>
  Object.fromEntries(
    filters
      .flatMap((filter): [string, unknown][] => {
        const value = chosen[filter.path]
        if (filter.kind === 'days')
          return [`${filter.path}From`, `${filter.path}Until`].map((key) => [key, chosen[key] || undefined])
        if (filter.kind === 'choices') return [[filter.path, value ? value.split(',') : undefined]]
        return [[filter.path, filter.kind === 'check' ? value === 'true' || undefined : value || undefined]]
      })
      .filter(([, value]) => value !== undefined),
  )

const Words = ({ filter, control }: { filter: Filter; control: ViewControl }) => {
  const kept = control.view.filters[filter.path] ?? ''
  const [typed, setTyped] = useState(kept)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [known, setKnown] = useState(kept)
  if (known !== kept) {
    setKnown(kept)
    setTyped(kept)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <input
      type="search"
      className="input"
      data-filter="words"
      aria-label={filter.title}
      placeholder={filter.title}
      value={typed}
      onChange={(event) => {
        const next = event.target.value
        setTyped(next)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => control.filter({ [filter.path]: next }), 250)
      }}
    />
  )
}

const Day = ({ path, title, control }: { path: string; title: string; control: ViewControl }) => {
  const id = useId()
  return (
    <span className="filter-day">
      <label htmlFor={id}>{title}</label>
      <DayInput id={id} value={control.view.filters[path] ?? null} set={(on) => control.filter({ [path]: on ?? '' })} />
    </span>
  )
}

const Choice = ({ filter, control }: { filter: Extract<Filter, { kind: 'choice' }>; control: ViewControl }) => (
  <select
    className="input"
    aria-label={filter.title}
    value={control.view.filters[filter.path] ?? ''}
    onChange={(event) => control.filter({ [filter.path]: event.target.value })}
  >
    <option value="">{filter.title}</option>
    {filter.options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
)

const Choices = ({ filter, control }: { filter: Extract<Filter, { kind: 'choices' }>; control: ViewControl }) => {
  const chosen = (control.view.filters[filter.path] ?? '').split(',').filter(Boolean)
  const toggle = (value: string): void => {
    const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]
    control.filter({ [filter.path]: next.join(',') })
  }
  return (
    <span className="filter-choices" role="group" aria-label={filter.title}>
      {filter.options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="button small"
          aria-pressed={chosen.includes(option.value)}
          onClick={() => toggle(option.value)}
        >
          {option.label}
        </button>
      ))}
    </span>
  )
}

const One = ({ filter, control }: { filter: Filter; control: ViewControl }) => {
  const { t } = useLingui()
  const { title } = filter
  if (filter.kind === 'words') return <Words filter={filter} control={control} />
  if (filter.kind === 'choice') return <Choice filter={filter} control={control} />
  if (filter.kind === 'choices') return <Choices filter={filter} control={control} />
  if (filter.kind === 'days')
    return (
      <span className="filter-days" role="group" aria-label={title}>
        <span className="quiet">{title}</span>
        <Day path={`${filter.path}From`} title={t`бастап`} control={control} />
        <Day path={`${filter.path}Until`} title={t`дейін`} control={control} />
      </span>
    )
  const on = control.view.filters[filter.path] === 'true'
  return (
    <button
      type="button"
      className="button small"
      aria-pressed={on}
      onClick={() => control.filter({ [filter.path]: on ? '' : 'true' })}
    >
      {filter.title}
    </button>
  )
}

/** So many stand in the bar; where there are more, the others wait behind a button, unless one of them is in use. */
const inBar = 5

const isUsed = (filter: Filter, { filters }: { filters: Readonly<Record<string, string>> }): boolean =>
  [filter.path, `${filter.path}From`, `${filter.path}Until`].some((key) => filters[key])

interface FiltersProps {
  filters: readonly Filter[]
  control: ViewControl
  saved: { views: readonly SavedView[]; save: (view: SavedView) => void; forget: (title: string) => void }
}

/** The bar above a list, with the views that the person has named. */
export const Filters = ({ filters, control, saved }: FiltersProps) => {
  const { t } = useLingui()
  const [naming, setNaming] = useState<string | null>(null)
  const [unfolded, setUnfolded] = useState(false)
  const fold = filters.length > inBar + 1 ? inBar : filters.length
  const folded = filters.slice(fold)
  const open = unfolded || folded.some((filter) => isUsed(filter, control.view))
  const filtered = Object.values(control.view.filters).some(Boolean)
  const name = (): void => {
    if (naming?.trim()) saved.save({ title: naming.trim(), query: control.query })
    setNaming(null)
  }
  return (
    <div className="filters no-print">
      {(open ? filters : filters.slice(0, fold)).map((filter) => (
        <One key={filter.path} filter={filter} control={control} />
      ))}
      {folded.length > 0 && !open ? (
        <button type="button" className="button small bare" aria-expanded={false} onClick={() => setUnfolded(true)}>
          <Trans>Тағы сүзгілер</Trans>
        </button>
      ) : null}
      {filtered ? (
        <>
          <button type="button" className="button small bare" onClick={control.clear}>
            <Trans>Сүзгіні тазалау</Trans>
          </button>
          {naming === null ? (
            <button type="button" className="button small bare" onClick={() => setNaming('')}>
              <Trans>Көріністі сақтау</Trans>
            </button>
          ) : (
            <input
              className="input"
              autoFocus
              aria-label={t`Көріністің атауы`}
              placeholder={t`Көріністің атауы, содан кейін Enter`}
              value={naming}
              maxLength={40}
              onChange={(event) => setNaming(event.target.value)}
              onBlur={name}
              onKeyDown={(event) => {
                if (event.key === 'Enter') name()
                if (event.key === 'Escape') setNaming(null)
              }}
            />
          )}
        </>
      ) : null}
      {saved.views.map(({ title, query }) => (
        <span key={title} className={`saved${query === control.query ? ' on' : ''}`}>
          <button type="button" className="link" onClick={() => control.open(query)}>
            {title}
          </button>
          <button
            type="button"
            className="link"
            aria-label={t`Сақталған көріністі өшіру: ${title}`}
            onClick={() => saved.forget(title)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </span>
      ))}
    </div>
  )
}

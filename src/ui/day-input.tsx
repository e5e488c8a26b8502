// A day, typed as 23.11.2026 or picked from a month. Our own, because a browser's picker speaks no Kazakh.
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { monthTitle, readDay, today, useFormat, weekdayShort } from './format.ts'
import type { Day } from './format.ts'
import { useLanguage } from './text.ts'

const dayMs = 86_400_000
const instant = (on: Day): number => Date.parse(`${on}T00:00:00Z`)
const plus = (on: Day, days: number): Day => new Date(instant(on) + days * dayMs).toISOString().slice(0, 10)

/** The same day of another month, or its last day. */
const plusMonths = (on: Day, months: number): Day => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

const shown = (on: Day | null): string => (on ? on.split('-').reverse().join('.') : '')

/** Puts the points in as the digits come: 2311 becomes 23.11. */
const pointed = (typed: string, before: string): string => {
  if (typed.length < before.length || /[^\d.]/.test(typed)) return typed
  const digits = typed.replaceAll('.', '').slice(0, 8)
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean)
  return typed.split('.').length > parts.length ? typed : parts.join('.')
}

interface DayInputProps {
  id: string
  value: Day | null
  set: (on: Day | null) => void
  notBefore?: Day | undefined
  notAfter?: Day | undefined
  'aria-invalid'?: boolean
  'aria-describedby'?: string | undefined
  'aria-required'?: boolean
}

interface MonthProps {
  value: Day | null
  pick: (on: Day) => void
  allowed: (on: Day) => boolean
}

const steps: Readonly<Record<string, (on: Day) => Day>> = {
  ArrowLeft: (on) => plus(on, -1),
  ArrowRight: (on) => plus(on, 1),
  ArrowUp: (on) => plus(on, -7),
  ArrowDown: (on) => plus(on, 7),
  PageUp: (on) => plusMonths(on, -1),
  PageDown: (on) => plusMonths(on, 1),
}

const Month = ({ value, pick, allowed }: MonthProps) => {
  const { t } = useLingui()
  const language = useLanguage()
  const format = useFormat()
  const [at, setAt] = useState(value ?? today())
  const grid = useRef<HTMLTableElement>(null)
  const first = `${at.slice(0, 7)}-01`
  const monday = plus(first, -((new Date(instant(first)).getUTCDay() + 6) % 7))
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => plus(monday, week * 7 + day)),
  )
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [at])
  const walk = (event: KeyboardEvent): void => {
    const next = steps[event.key]
    if (!next) return
    event.preventDefault()
    setAt(next(at))
  }
  return (
    <div className="month">
      <div className="month-head">
        <button type="button" aria-label={t`Алдыңғы ай`} onClick={() => setAt(plusMonths(at, -1))}>
          <span aria-hidden="true">‹</span>
        </button>
        <b aria-live="polite">{monthTitle(at, language)}</b>
        <button type="button" aria-label={t`Келесі ай`} onClick={() => setAt(plusMonths(at, 1))}>
          <span aria-hidden="true">›</span>
        </button>
      </div>
      <table ref={grid} onKeyDown={walk} aria-label={t`Күнді таңдау`}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((on) => (
              <th key={on} scope="col" abbr={format.weekday(on)}>
                {weekdayShort(on, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((on) => (
                <td key={on}>
                  <button
                    type="button"
                    tabIndex={on === at ? 0 : -1}
                    className={on.startsWith(at.slice(0, 7)) ? '' : 'other'}
                    aria-label={format.dayFull(on)}
                    aria-pressed={on === value}
                    {...(on === today() ? { 'aria-current': 'date' as const } : {})}
                    disabled={!allowed(on)}
                    onClick={() => pick(on)}
                  >
                    {Number(on.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const DayInput = ({ id, value, set, notBefore, notAfter, ...aria }: DayInputProps) => {
  const { t } = useLingui()
  const [typed, setTyped] = useState(shown(value))
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLSpanElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const allowed = (on: Day): boolean => (!notBefore || on >= notBefore) && (!notAfter || on <= notAfter)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    // A half-typed day is nobody's value yet, and must not be wiped while it is typed.
    if (readDay(typed) !== value) setTyped(shown(value))
  }
  const close = (): void => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <span
      ref={frame}
      className="day-input"
      onBlur={(event: FocusEvent) => {
        if (!frame.current?.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        // Esc closes the month, not the window around it.
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      <input
        {...aria}
        id={id}
        className="input"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        placeholder={t`кк.аа.жжжж`}
        value={typed}
        onChange={(event) => {
          const next = pointed(event.target.value, typed)
          setTyped(next)
          const on = readDay(next)
          if (on !== value) set(on)
        }}
      />
      <button ref={opener} type="button" aria-label={t`Күнтізбе`} aria-expanded={open} onClick={() => setOpen(!open)}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3" />
        </svg>
      </button>
      {open ? (
        <Month
          value={value}
          allowed={allowed}
          pick={(on) => {
            set(on)
            setTyped(shown(on))
            close()
          }}
        />
      ) : null}
    </span>
  )
}

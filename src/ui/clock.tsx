// The legal clock: how much of a term is left, as a ring beside a record and as a bar in a list.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFormat } from './format.ts'
import type { Day } from './format.ts'

export interface Term {
  /** The last day of the term. */
  dueOn: Day
  /** Whole days until it, counted as the term counts them; 0 = today, negative = so many days late. */
  left: number
  /** Length of the whole term in the same days. */
  total: number
  /** The term counts working days unless told otherwise. */
  calendar?: boolean
  /** The day on which the duty was met; the clock then stands. */
  doneOn?: Day | null
}

type Pace = 'calm' | 'soon' | 'late' | 'done'

/** Three days before the end the clock turns to warning, as the reminders do. */
const paceOf = (term: Term): Pace => {
  if (term.doneOn) return 'done'
  if (term.left < 0) return 'late'
  return term.left <= 3 ? 'soon' : 'calm'
}

const spent = (term: Term): number =>
  term.doneOn || term.left < 0
    ? 100
    : Math.round((100 * (term.total - Math.min(term.left, term.total))) / Math.max(1, term.total))

/** «5 жұмыс күні қалды», «Мерзімі — бүгін», «2 жұмыс күні өтті». */
const TermWords = ({ term }: { term: Term }): ReactNode => {
  if (term.doneOn) return <Trans>Орындалды</Trans>
  if (term.left === 0) return <Trans>Мерзімі — бүгін</Trans>
  const days = Math.abs(term.left)
  if (term.left < 0)
    return term.calendar ? (
      <Plural value={days} one="Мерзімінен # күн өтті" other="Мерзімінен # күн өтті" />
    ) : (
      <Plural value={days} one="Мерзімінен # жұмыс күні өтті" other="Мерзімінен # жұмыс күні өтті" />
    )
  return term.calendar ? (
    <Plural value={days} one="# күн қалды" other="# күн қалды" />
  ) : (
    <Plural value={days} one="# жұмыс күні қалды" other="# жұмыс күні қалды" />
  )
}

interface LegalClockProps {
  term: Term
  /** How the term was counted: a link, an <UnverifiedMark>, a clause chip. */
  note?: ReactNode
}

export const LegalClock = ({ term, note }: LegalClockProps) => {
  const format = useFormat()
  const pace = paceOf(term)
  const due = format.dayFull(term.dueOn)
  const done = format.day(term.doneOn ?? term.dueOn)
  return (
    <div className={`card clock ${pace}`}>
      <svg viewBox="0 0 36 36" className="ring" aria-hidden="true">
        <circle cx="18" cy="18" r="15.9" />
        <circle
          cx="18"
          cy="18"
          r="15.9"
          pathLength="100"
          strokeDasharray={`${spent(term)} 100`}
          className="ring-spent"
        />
        <text x="18" y="18.5">
          {pace === 'done' ? '✓' : Math.abs(term.left)}
        </text>
      </svg>
      <div>
        <b>
          <TermWords term={term} />
        </b>
        <div className="quiet">
          {term.doneOn ? <Trans>Орындалған күні: {done}</Trans> : <Trans>Мерзімі: {due}</Trans>}
        </div>
        {note ? <div className="quiet">{note}</div> : null}
      </div>
    </div>
  )
}

/** In a row of a list: «2 күн өтті», «бүгін», «30 қар.». */
const TermBrief = ({ term }: { term: Term }): ReactNode => {
  const format = useFormat()
  const days = Math.abs(term.left)
  if (paceOf(term) === 'late')
    return (
      <span className="state late">
        <Plural value={days} one="# күн өтті" other="# күн өтті" />
      </span>
    )
  return term.left === 0 && !term.doneOn ? <Trans>бүгін</Trans> : format.dayShort(term.doneOn ?? term.dueOn)
}

/** The same clock in a table cell: a bar and the day, or how late it is. */
export const TermBar = ({ term }: { term: Term }) => {
  const { t } = useLingui()
  const format = useFormat()
  const pace = paceOf(term)
  const due = format.dayFull(term.dueOn)
  return (
    <span className={`term ${pace}`} title={t`Мерзімі: ${due}`}>
      <span className="term-bar" aria-hidden="true">
        <i style={{ width: `${spent(term)}%` }} />
      </span>
      <TermBrief term={term} />
    </span>
  )
}

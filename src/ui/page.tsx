// The frame of a screen: its title, its cards, the facts and what happened.
import { useLingui } from '@lingui/react/macro'
import { useEffect, useId, useState } from 'react'
import type { ReactNode } from 'react'
import { ClauseChip } from './clause.tsx'
import { useFormat } from './format.ts'
import { Go } from './route.tsx'

export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Қорған`
  }, [title])
}

interface PageProps {
  title: string
  /** Buttons on the right of the title. */
  actions?: ReactNode
  /** A quiet line under the title. */
  lead?: ReactNode
  children: ReactNode
}

/** A screen that is not a record: a list, a form, a settings page. */
export const Page = ({ title, actions, lead, children }: PageProps) => {
  useTitle(title)
  return (
    <div className="page stack">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="quiet">{lead}</p> : null}
        </div>
        {actions ? <div className="row no-print">{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}

interface RecordHeadProps {
  /** The list it stands in: `{ to: '/appeals', title: t\`Өтініштер\` }`. */
  from: { to: string; title: ReactNode }
  /** Its number, beside the way back. */
  number: ReactNode
  title: string
  /** States, marks and clause chips. */
  chips?: ReactNode
  /** A quiet line: registered when, by which channel, in which language. */
  sub?: ReactNode
  /** Usually a <LegalClock>. */
  clock?: ReactNode
}

/** The head of a record: what it is, in which state, how long is left. */
export const RecordHead = ({ from, number, title, chips, sub, clock }: RecordHeadProps) => {
  useTitle(title)
  return (
    <header className="record-head">
      <div>
        <div className="quiet">
          <Go to={from.to}>{from.title}</Go> / <span className="number">{number}</span>
        </div>
        <h1>{title}</h1>
        {chips ? <div className="row record-chips">{chips}</div> : null}
        {sub ? <div className="quiet">{sub}</div> : null}
      </div>
      {clock}
    </header>
  )
}

/** A white card; `title` becomes its heading and names the region. */
export const Card = ({ title, extra, children }: { title?: ReactNode; extra?: ReactNode; children: ReactNode }) => {
  const id = useId()
  return (
    <section className="card" {...(title ? { 'aria-labelledby': id } : {})}>
      {title ? (
        <div className="card-head">
          <h2 id={id}>{title}</h2>
          {extra}
        </div>
      ) : null}
      {children}
    </section>
  )
}

export interface Fact {
  title: ReactNode
  value: ReactNode
}

/** Names and values; a row without a value is left out. */
export const Facts = ({ facts, narrow = false }: { facts: readonly (Fact | null | false)[]; narrow?: boolean }) => (
  <dl className={narrow ? 'facts narrow' : 'facts'}>
    {facts
      .filter((fact) => fact !== null && fact !== false)
      .filter(({ value }) => value !== null && value !== undefined && value !== '')
      .map((fact, index) => (
        <div key={index}>
          <dt>{fact.title}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
  </dl>
)

export interface Happening {
  /** ISO instant. */
  at: string
  title: ReactNode
  clause?: string | null
  who?: ReactNode
  detail?: ReactNode
  /** A refusal stands in red: what was not allowed is told too. */
  refused?: boolean
}

export const Timeline = ({ happenings }: { happenings: readonly Happening[] }) => {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <ol className="timeline" aria-label={t`Оқиғалар желісі`}>
      {happenings.map((each, index) => (
        <li key={index} className={each.refused ? 'refused' : ''}>
          <b>{each.title}</b> {each.clause ? <ClauseChip id={each.clause} /> : null}
          <div className="quiet">
            <time dateTime={each.at} title={format.instant(each.at)}>
              {format.instantShort(each.at)}
            </time>
            {each.who ? <> · {each.who}</> : null}
          </div>
          {each.detail ? <div className="quiet">{each.detail}</div> : null}
        </li>
      ))}
    </ol>
  )
}

export interface Tab {
  key: string
  title: ReactNode
  count?: number
  body: () => ReactNode
}

/** Tabs inside a card; only the open one is drawn. Arrow keys move between them. */
export const Tabs = ({ tabs, label }: { tabs: readonly Tab[]; label: string }) => {
  const id = useId()
  const [open, setOpen] = useState(tabs[0]?.key)
  const current = tabs.find((tab) => tab.key === open) ?? tabs[0]
  const move = (by: number): void => {
    const next = tabs[(tabs.findIndex((tab) => tab.key === current?.key) + by + tabs.length) % tabs.length]
    if (!next) return
    setOpen(next.key)
    document.getElementById(`${id}-${next.key}`)?.focus()
  }
  return (
    <section className="card">
      <div
        role="tablist"
        aria-label={label}
        className="tabs"
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') move(1)
          if (event.key === 'ArrowLeft') move(-1)
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab.key === current?.key}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === current?.key ? 0 : -1}
            onClick={() => setOpen(tab.key)}
          >
            {tab.title}
            {tab.count ? <small> {tab.count}</small> : null}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current?.key}`}>
        {current?.body()}
      </div>
    </section>
  )
}

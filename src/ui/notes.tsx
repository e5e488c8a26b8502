// What a page says about itself: banners, empty and broken states, marks, small figures.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { CallRefused } from './call.ts'
import type { May, Reply, Shape } from './call.ts'
import { ClauseChip } from './clause.tsx'
import { Go } from './route.tsx'
import { useText } from './text.ts'
import type { Text } from './text.ts'
import type { Called } from './use-call.ts'

export type Tone = 'work' | 'ok' | 'warn' | 'late' | 'mark' | 'plain'

/** A state in a coloured label: `<State tone="work">{text(states.open)}</State>`. */
export const State = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`state ${tone}`}>{children}</span>
)

interface BannerProps {
  tone?: 'note' | 'ok' | 'warn' | 'late'
  title?: ReactNode
  children?: ReactNode
  /** Speaks up at once to a screen reader. */
  loud?: boolean
}

export const Banner = ({ tone = 'note', title, children, loud = false }: BannerProps) => (
  <div className={`banner ${tone}`} role={loud ? 'alert' : 'note'}>
    {title ? <b>{title} </b> : null}
    {children}
  </div>
)

interface EmptyProps {
  title: ReactNode
  /** What to do now, as a sentence. */
  children?: ReactNode
  action?: ReactNode
}

export const EmptyState = ({ title, children, action }: EmptyProps) => (
  <div className="empty">
    <i aria-hidden="true" />
    <b>{title}</b>
    {children ? <p className="quiet">{children}</p> : null}
    {action}
  </div>
)

/** A refusal in the server's own words with its clause, or the lost connection in ours. */
export const ErrorState = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const refused = error instanceof CallRefused ? error.refused : null
  return (
    <div className="empty broken" role="alert">
      <i aria-hidden="true" />
      <b>{refused ? refused.says : <Trans>Сервер жауап бермеді.</Trans>}</b>
      {refused?.clause ? <ClauseChip id={refused.clause} /> : null}
      {refused ? null : (
        <p className="quiet">
          <Trans>Байланысты тексеріп, қайталап көріңіз. Терген мәтініңіз сақталды.</Trans>
        </p>
      )}
      {retry && !(refused?.reason === 'unknown') ? (
        <button type="button" className="button" onClick={retry}>
          <Trans>Қайталау</Trans>
        </button>
      ) : null}
    </div>
  )
}

export const Bones = ({ lines = 4 }: { lines?: number }) => {
  const { t } = useLingui()
  return (
    <div className="bones" role="status" aria-label={t`Жүктеліп жатыр`}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="bone" />
      ))}
    </div>
  )
}

interface LoadedProps<S extends Shape> {
  of: Called<S>
  children: (result: Reply<NonNullable<Called<S>['data']>['result']>['result'], may: May[]) => ReactNode
  lines?: number
}

/** Bones while a query loads, the refusal when it fails, otherwise its result: `<Loaded of={appeal}>{(it, may) => …}</Loaded>`. */
export const Loaded = <S extends Shape>({ of, children, lines = 6 }: LoadedProps<S>) => {
  if (of.data) return <>{children(of.data.result, of.data.may)}</>
  return of.isError ? <ErrorState error={of.error} retry={() => void of.refetch()} /> : <Bones lines={lines} />
}

/** The gold mark beside a result that rests on a parameter nobody has confirmed yet. */
export const UnverifiedMark = ({ source, clause }: { source: Text; clause?: string | null }) => {
  const text = useText()
  return (
    <span className="unverified" tabIndex={0}>
      <span aria-hidden="true">◆</span> <Trans>расталмаған</Trans>
      <span className="unverified-why" role="note">
        <Trans>Бұл мән әлі расталмаған. Дереккөзі:</Trans> {text(source)} {clause ? <ClauseChip id={clause} /> : null}
      </span>
    </span>
  )
}

interface TileProps {
  title: ReactNode
  value: ReactNode
  note?: ReactNode
  tone?: 'late' | 'warn' | 'plain'
  /** The records behind the figure. */
  to?: string
}

/** One figure that leads to its records. */
export const StatTile = ({ title, value, note, tone = 'plain', to }: TileProps) => {
  const body = (
    <>
      <span className="quiet">{title}</span>
      <b>{value}</b>
      <span className="quiet">{note ?? '\u00a0'}</span>
    </>
  )
  return to ? (
    <Go to={to} className={`card tile ${tone}`}>
      {body}
    </Go>
  ) : (
    <div className={`card tile ${tone}`}>{body}</div>
  )
}

/** Where one stands on a road of several steps. `now` counts from 0. */
export const Steps = ({ steps, now }: { steps: readonly ReactNode[]; now: number }) => (
  <ol className="steps">
    {steps.map((step, index) => (
      <li
        key={index}
        className={index < now ? 'past' : ''}
        {...(index === now ? { 'aria-current': 'step' as const } : {})}
      >
        {index + 1}. {step}
      </li>
    ))}
  </ol>
)

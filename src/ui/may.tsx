// What may be done now: the buttons that the server's `may` allows, and what it refuses with the clause and the way out.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { May, Shape } from './call.ts'
import { ClauseChip } from './clause.tsx'
import { ActionForm } from './form.tsx'
import type { FormProps } from './form.tsx'
import { useText } from './text.ts'

/** What a button of the bar does: it draws a window until `close` is called. */
export interface Act {
  operation: string
  open: (close: () => void) => ReactNode
  /** Said when the button is pressed: time to ask for what the window alone needs. */
  onOpen?: (() => void) | undefined
  /** Rarely needed: it stands under «Басқа әрекеттер», and when it is refused nothing is said of it. */
  aside?: boolean
  /** The next step of the work: it stands before all others, whichever room adds it. */
  first?: boolean
  /** A way out or back, never the next step: it does not stand out, even alone. */
  plain?: boolean
}

/** A button that opens the operation's form: `act({ shape: assignAppeal, fixed: { id }, fields: [...] })`. */
export const act = <S extends Shape>({
  aside = false,
  first = false,
  plain = false,
  onOpen,
  ...form
}: FormProps<S> & { title?: string; place?: 'middle' | 'side' } & Pick<
    Act,
    'aside' | 'first' | 'plain' | 'onOpen'
  >): Act => ({
  operation: form.shape.name,
  aside,
  first,
  plain,
  onOpen,
  open: (close) => <ActionForm {...form} onClose={close} />,
})

interface MayBarProps {
  may: readonly May[]
  /** In the order of the buttons; the first allowed one stands out. An operation without a row here has no button. */
  acts: readonly Act[]
}

export const MayBar = ({ may, acts }: MayBarProps) => {
  const { t } = useLingui()
  const text = useText()
  const [open, setOpen] = useState<string | null>(null)
  const ordered = [...acts.filter(({ first }) => first), ...acts.filter(({ first }) => !first)]
  const rows = ordered.flatMap((each) => {
    const row = may.find((it) => it.operation === each.operation)
    return row ? [{ ...each, row }] : []
  })
  const allowed = rows.filter(({ row }) => row.allowed)
  const shown = allowed.filter(({ aside }) => !aside)
  const asides = allowed.filter(({ aside }) => aside)
  const refused = rows.filter(({ row, aside }) => !row.allowed && row.why && !aside)
  const next = shown.find(({ plain }) => !plain)
  const opened = allowed.find((each) => each.operation === open)
  const press = (operation: string | null | undefined): void => {
    allowed.find((each) => each.operation === operation)?.onOpen?.()
    setOpen(operation ?? null)
  }
  return (
    <section className="card no-print" aria-label={t`Қазір не істеуге болады`}>
      <h2>
        <Trans>Қазір не істеуге болады</Trans>
      </h2>
      {shown.length ? (
        <div className="row">
          {shown.map((each) => (
            <button
              key={each.operation}
              type="button"
              className={`button${each === next ? ' first' : each.row.dangerous ? ' danger' : ''}`}
              onClick={() => press(each.operation)}
            >
              {text(each.row.title)}
            </button>
          ))}
        </div>
      ) : (
        <p className="quiet">
          <Trans>Бұл жазба бойынша сізден әзірге әрекет күтілмейді.</Trans>
        </p>
      )}
      {asides.length ? (
        <details className="acts-aside">
          <summary>
            <Trans>Басқа әрекеттер</Trans> <small>{asides.length}</small>
          </summary>
          <div className="row">
            {asides.map(({ row }) => (
              <button key={row.operation} type="button" className="button" onClick={() => press(row.operation)}>
                {text(row.title)}
              </button>
            ))}
          </div>
        </details>
      ) : null}
      {refused.map(({ row }) => (
        <div key={row.operation} className="banner warn">
          <b>{text(row.title)}</b> — <Trans>әзірге мүмкін емес.</Trans>{' '}
          {row.why ? (
            <>
              {text(row.why.says)} <ClauseChip id={row.why.clause} />
              {allowed.some((each) => each.operation === row.why?.offer) ? (
                <>
                  {' '}
                  <button type="button" className="link" onClick={() => press(row.why?.offer)}>
                    {text(may.find((it) => it.operation === row.why?.offer)?.title ?? row.title)}
                  </button>
                </>
              ) : null}
            </>
          ) : null}
        </div>
      ))}
      {/* Only its own window: by the time the page is fresh another may stand open. */}
      {opened ? opened.open(() => setOpen((now) => (now === opened.operation ? null : now))) : null}
    </section>
  )
}

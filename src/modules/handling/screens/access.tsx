// The side card «Қолжетімділік»: readers by grant, requests for the name, masks; each with what may be done about it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { State, type Tone } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  denyIdentity,
  grantIdentity,
  openHandling,
  readMasked,
  requestTitles,
  revokeReading,
  unmaskWords,
  type RequestState,
} from '../contract.ts'

type Known = Output<typeof openHandling>
type Open = (draw: (close: () => void) => ReactNode) => void
interface Shown {
  id: string
}

const tones: Readonly<Record<RequestState, Tone>> = { asked: 'warn', granted: 'ok', denied: 'plain' }

const Readers = ({ it, known, open }: { it: Shown; known: Known; open: Open }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return known.readers.map(({ to, reason, by, until }) => {
    const day = until ? format.day(until) : ''
    const giver = text(by.name)
    return (
      <article key={to.id}>
        <b>{text(to.name)}</b>{' '}
        {known.mayRevoke ? (
          <button
            type="button"
            className="link"
            onClick={() =>
              open((close) => (
                <ActionForm
                  shape={revokeReading}
                  place="middle"
                  danger
                  fixed={{ id: it.id, to: to.id }}
                  fields={[{ kind: 'prose', path: 'reason', label: t`Себебі`, max: 1000, rows: 2, optional: true }]}
                  onClose={close}
                />
              ))
            }
          >
            <Trans>қайтарып алу</Trans>
          </button>
        ) : null}
        <div className="quiet">
          {day ? <Trans>Соңғы күні: {day}</Trans> : <Trans>Қайтарып алғанша</Trans>} ·{' '}
          <Trans>Рұқсат берген: {giver}</Trans>
        </div>
        <div>{reason}</div>
      </article>
    )
  })
}

const Requests = ({ known, open }: { known: Known; open: Open }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return known.requests.map(({ id, state, by, at, reason, decidedBy, words, until, mine }) => (
    <article key={id}>
      <div className="row">
        <b>{text(by.name)}</b>
        <State tone={tones[state]}>{text(requestTitles[state])}</State>
      </div>
      <div className="quiet">{format.instantShort(at)}</div>
      <div>{reason}</div>
      {state === 'asked' ? null : (
        <Facts
          narrow
          facts={[
            { title: t`Шешім қабылдаған`, value: decidedBy ? text(decidedBy.name) : null },
            { title: t`Соңғы күні`, value: until ? format.day(until) : null },
            { title: t`Шешімнің сөзі`, value: words },
          ]}
        />
      )}
      {mine ? (
        <div className="row">
          <button
            type="button"
            className="button"
            onClick={() =>
              open((close) => (
                <ActionForm
                  shape={grantIdentity}
                  place="middle"
                  fixed={{ id }}
                  fields={[
                    { kind: 'day', path: 'until', label: t`Соңғы күні` },
                    { kind: 'prose', path: 'words', label: t`Ескертпе`, max: 1000, rows: 2, optional: true },
                  ]}
                  onClose={close}
                />
              ))
            }
          >
            <Trans>Рұқсат беру</Trans>
          </button>
          <button
            type="button"
            className="button"
            onClick={() =>
              open((close) => (
                <ActionForm
                  shape={denyIdentity}
                  place="middle"
                  fixed={{ id }}
                  fields={[{ kind: 'prose', path: 'words', label: t`Себебі`, max: 1000, rows: 3 }]}
                  onClose={close}
                />
              ))
            }
          >
            <Trans>Рұқсат бермеу</Trans>
          </button>
        </div>
      ) : null}
    </article>
  ))
}

const Masks = ({ it, known, open }: { it: Shown; known: Known; open: Open }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [behind, setBehind] = useState<Output<typeof readMasked>['rows']>([])
  if (!known.masks.length) return null
  return (
    <>
      {known.masks.map(({ id, message, places, reason, by, at }) => {
        const words = behind.find(({ mask }) => mask === id)?.words
        return (
          <article key={id}>
            <div className="row">
              <b>{message ? t`Хабардағы сөздер` : t`Өтініштегі сөздер`}</b>
              <span className="quiet">{t`жасырылған жері: ${places}`}</span>
            </div>
            <div className="quiet">
              {format.instantShort(at)} · {text(by.name)}
            </div>
            <div>{reason}</div>
            {words ? <p className="said">{words}</p> : null}
            {known.mayUnmask ? (
              <button
                type="button"
                className="link"
                onClick={() =>
                  open((close) => (
                    <ActionForm
                      shape={unmaskWords}
                      place="middle"
                      fixed={{ id: it.id, mask: id }}
                      fields={[{ kind: 'prose', path: 'reason', label: t`Негіздемесі`, max: 1000, rows: 3 }]}
                      onClose={close}
                    />
                  ))
                }
              >
                <Trans>барлығына ашу</Trans>
              </button>
            ) : null}
          </article>
        )
      })}
      {known.mayUnmask && !behind.length ? (
        <div>
          <button
            type="button"
            className="link"
            onClick={() =>
              open((close) => (
                <ActionForm
                  shape={readMasked}
                  place="middle"
                  fixed={{ id: it.id }}
                  fields={[{ kind: 'line', path: 'reason', label: t`Негіздемесі`, max: 500 }]}
                  onDone={({ rows }) => setBehind(rows)}
                  onClose={close}
                />
              ))
            }
          >
            <Trans>Жасырылғанды оқу</Trans>
          </button>{' '}
          <span className="quiet">
            <Trans>(негіздемесі журналға жазылады)</Trans>
          </span>
        </div>
      ) : null}
    </>
  )
}

export const Access = ({ it }: { it: Shown }) => {
  const { t } = useLingui()
  const known = useCall(openHandling, { id: it.id }, { kinds: ['appeal', 'identity'], keep: true }).data?.result
  const [drawn, setDrawn] = useState<((close: () => void) => ReactNode) | null>(null)
  if (!known || !(known.readers.length || known.requests.length || known.masks.length)) return null
  const open: Open = (draw) => setDrawn(() => draw)
  return (
    <Card title={t`Қолжетімділік`}>
      <div className="stack">
        {known.readers.length ? <h3>{t`Оқуға рұқсаты барлар`}</h3> : null}
        <Readers it={it} known={known} open={open} />
        {known.requests.length ? <h3>{t`Деректерді ашу сұраулары`}</h3> : null}
        <Requests known={known} open={open} />
        {known.masks.length ? <h3>{t`Жасырылған сөздер`}</h3> : null}
        <Masks it={it} known={known} open={open} />
      </div>
      {drawn?.(() => setDrawn(null))}
    </Card>
  )
}

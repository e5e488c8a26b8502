// The procedural events of a case in their order: the day, the paper that confirms it, what was corrected or struck.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { May, Output } from '../../../ui/call.ts'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { State } from '../../../ui/notes.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import {
  eventTitles,
  gravityTitles,
  outcomeTitles,
  restraintTitles,
  sentenceTitles,
  type openCase,
} from '../contract.ts'
import { useEventActs } from './acts.tsx'
import './cases.css'

type Opened = Output<typeof openCase>
type Event = Opened['events'][number]

const Details = ({ of }: { of: Event['details'] }) => {
  const text = useText()
  const said = [
    of.restraint ? text(restraintTitles[of.restraint]) : null,
    of.outcome ? text(outcomeTitles[of.outcome]) : null,
    of.gravity ? text(gravityTitles[of.gravity]) : null,
    ...(of.sentences ?? []).map((it) => text(sentenceTitles[it])),
  ].filter(Boolean)
  return (
    <>
      {said.length ? <p>{said.join(' · ')}</p> : null}
      {of.sentenceWords ? <p className="said">{of.sentenceWords}</p> : null}
    </>
  )
}

const Mending = ({ it, event, may }: { it: Opened; event: Event; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const [open, setOpen] = useState<string | null>(null)
  const acts = useEventActs(it, event).filter(
    ({ operation }) =>
      may.some((row) => row.operation === operation && row.allowed) &&
      (operation !== 'criminalCases.strike' || event.kind !== 'registered'),
  )
  const opened = acts.find(({ operation }) => operation === open)
  const title = text(eventTitles[event.kind])
  return (
    <>
      {acts.map(({ operation }) => {
        const word = operation === 'criminalCases.strike' ? t`Алып тастау` : t`Түзету`
        return (
          // Its name begins with what is seen, so that it can be called by voice.
          <button
            key={operation}
            type="button"
            className="link no-print"
            aria-label={`${word}: ${title}`}
            onClick={() => setOpen(operation)}
          >
            {word}
          </button>
        )
      })}
      {opened?.open(() => setOpen(null))}
    </>
  )
}

const One = ({ it, event, may }: { it: Opened; event: Event; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { ended, incoming } = event
  const confirmed = format.day(event.confirmedOn)
  const by = text(event.enteredBy)
  const endedBy = ended ? text(ended.by) : ''
  const endedAt = ended ? format.instantShort(ended.at) : ''
  const reason = ended?.reason ?? ''
  return (
    <li className={ended ? 'case-event ended' : 'case-event'}>
      <time dateTime={event.happenedOn} className="number">
        {format.dayShort(event.happenedOn)}
      </time>
      <div>
        <div className="row">
          <b>{text(eventTitles[event.kind])}</b>
          {ended ? <State tone="mark">{ended.replaced ? t`Түзетілген` : t`Алып тасталған`}</State> : null}
          {ended ? null : <Mending it={it} event={event} may={may} />}
        </div>
        <Details of={event.details} />
        {event.word ? <p className="said">{event.word}</p> : null}
        <div className="quiet">
          <Trans>Расталған күні: {confirmed}</Trans>
          {incoming ? (
            <>
              {' · '}
              <Go to={`/incoming/${incoming.id}`} className="number">
                {incoming.number}
              </Go>
            </>
          ) : null}
          {event.paper ? ` · ${event.paper}` : ''}
        </div>
        {event.files.length ? <FileList kind="criminalCase" id={it.id} files={event.files} /> : null}
        <div className="quiet">
          {t`Енгізген`}: {by}, {format.instantShort(event.enteredAt)}
        </div>
        {ended ? (
          <div className="quiet">
            {endedAt} · {endedBy} · <span className="said-in">{reason}</span>
          </div>
        ) : null}
      </div>
    </li>
  )
}

export const Events = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  return (
    <ol className="case-events" aria-label={t`Процестік оқиғалар`}>
      {it.events.map((event) => (
        <One key={event.id} it={it} event={event} may={may} />
      ))}
    </ol>
  )
}

// Two versions of a draft side by side, the changed words marked: struck out on the left, underlined on the right.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormField } from '../../../ui/field.tsx'
import { Loaded } from '../../../ui/notes.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { compareDrafts } from '../contract.ts'
import type { Output } from '../../../ui/call.ts'
import type { Opened } from './editor.tsx'
import './documents.css'

type Part = Output<typeof compareDrafts>['parts'][number]

const Side = ({ part, of, language }: { part: Part; of: 'gone' | 'new'; language: string }) => (
  <div className="said" lang={language}>
    {part.pieces.map(({ text, kind }, at) => {
      if (kind === 'same') return <span key={at}>{text}</span>
      if (kind !== of) return null
      return of === 'gone' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>
    })}
  </div>
)

const Compared = ({ it, from, to }: { it: Opened; from: number; to: number }) => {
  const text = useText()
  const compared = useCall(compareDrafts, { id: it.id, from, to })
  return (
    <Loaded of={compared}>
      {({ parts }) => {
        const changed = parts.filter((part) => part.changed)
        return changed.length ? (
          <div className="stack">
            {changed.map((part) => (
              <section key={part.name}>
                <h3>{text(part.label)}</h3>
                <div className="versions">
                  <Side part={part} of="gone" language={it.language} />
                  <Side part={part} of="new" language={it.language} />
                </div>
              </section>
            ))}
          </div>
        ) : (
          <p className="quiet">
            <Trans>Бұл нұсқалардың мәтіні бірдей.</Trans>
          </p>
        )
      }}
    </Loaded>
  )
}

export const Versions = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const [from, setFrom] = useState(`${Math.max(1, it.draft - 1)}`)
  const [to, setTo] = useState(`${it.draft}`)
  const options = it.drafts.map(({ draft }) => ({ value: `${draft}`, label: t`Нұсқа: ${draft}` }))
  return (
    <section className="stack" aria-label={t`Нұсқаларды салыстыру`}>
      <h3>
        <Trans>Нұсқаларды салыстыру</Trans>
      </h3>
      <div className="versions">
        <FormField
          id="versions-from"
          field={{ kind: 'choice', path: 'from', label: t`Бұрынғысы`, options }}
          value={from}
          set={(value) => setFrom(String(value))}
          fault={undefined}
        />
        <FormField
          id="versions-to"
          field={{ kind: 'choice', path: 'to', label: t`Кейінгісі`, options }}
          value={to}
          set={(value) => setTo(String(value))}
          fault={undefined}
        />
      </div>
      <Compared it={it} from={Number(from)} to={Number(to)} />
    </section>
  )
}

// Every version of the draft that was ever saved; any of them can be read again.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFormat } from '../../../ui/format.ts'
import { Loaded } from '../../../ui/notes.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { openDraft } from '../contract.ts'
import type { Opened } from './editor.tsx'
import { Versions } from './versions.tsx'

const OldWords = ({ it, draft }: { it: Opened; draft: number }) => {
  const text = useText()
  const old = useCall(openDraft, { id: it.id, draft })
  return (
    <Loaded of={old}>
      {({ fields }) => (
        <div className="stack">
          {it.asks.map(({ name, label }) =>
            fields[name] ? (
              <section key={name}>
                <h3>{text(label)}</h3>
                <div className="said" lang={it.language}>
                  {fields[name]}
                </div>
              </section>
            ) : null,
          )}
        </div>
      )}
    </Loaded>
  )
}

export const Drafts = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [open, setOpen] = useState<number | null>(null)
  return (
    <div className="stack">
      <ul className="files">
        {it.drafts.map(({ draft, at, by }) => {
          const author = text(by)
          return (
            <li key={draft}>
              <div className="row">
                <button
                  type="button"
                  className="link"
                  aria-expanded={open === draft}
                  onClick={() => setOpen(open === draft ? null : draft)}
                >
                  <Trans>Нұсқа: {draft}</Trans>
                </button>
                <span className="quiet">
                  {format.instantShort(at)} · {author}
                </span>
                {draft === it.draft ? <span className="quiet">{t`соңғысы`}</span> : null}
              </div>
              {open === draft ? <OldWords it={it} draft={draft} /> : null}
            </li>
          )
        })}
      </ul>
      {it.drafts.length > 1 ? <Versions key={it.draft} it={it} /> : null}
    </div>
  )
}

// The pages of one document. Each page is asked for once, when it is turned to: every showing is counted and bears its reader.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { call } from '../../../ui/call.ts'
import type { Output } from '../../../ui/call.ts'
import { Bones, ErrorState } from '../../../ui/notes.tsx'
import { viewPage } from '../contract.ts'
import './viewer.css'

type Page = Output<typeof viewPage>
type Asked = { page: Page; number: number } | { error: unknown } | null

const Shown = ({ page: { picture, mark }, number }: { page: Page; number: number }) => {
  const { t } = useLingui()
  return (
    <figure className="personal-page">
      <img src={`data:image/jpeg;base64,${picture}`} alt={t`Бет: ${number}. Таңбасы: ${mark}`} draggable={false} />
      <figcaption className="quiet">{mark}</figcaption>
    </figure>
  )
}

interface ViewerProps {
  id: string
  document: { id: string; title: string; pages: number }
  onClose: () => void
}

export const Viewer = ({ id, document, onClose }: ViewerProps) => {
  const [number, setNumber] = useState(1)
  const [asked, setAsked] = useState<Asked>(null)
  useEffect(() => {
    const stop = new AbortController()
    call(viewPage, { id, document: document.id, page: number }, { signal: stop.signal }).then(
      ({ result }) => setAsked({ page: result, number }),
      (error: unknown) => {
        if (!stop.signal.aborted) setAsked({ error })
      },
    )
    return () => stop.abort()
  }, [id, document.id, number])
  const turn = (to: number): void => {
    setAsked(null)
    setNumber(to)
  }
  const { title, pages } = document
  return (
    <section className="card stack" aria-label={title}>
      <div className="row">
        <h2>{title}</h2>
        <button type="button" className="button" disabled={number <= 1} onClick={() => turn(number - 1)}>
          <Trans>Алдыңғы бет</Trans>
        </button>
        <span className="number">
          {number} / {pages}
        </span>
        <button type="button" className="button" disabled={number >= pages} onClick={() => turn(number + 1)}>
          <Trans>Келесі бет</Trans>
        </button>
        <button type="button" className="button" onClick={onClose}>
          <Trans>Жабу</Trans>
        </button>
      </div>
      {asked === null ? (
        <Bones />
      ) : 'error' in asked ? (
        <ErrorState error={asked.error} />
      ) : (
        <Shown page={asked.page} number={number} />
      )}
    </section>
  )
}

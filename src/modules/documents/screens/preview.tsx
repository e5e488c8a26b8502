// The document as paper: its PDF, asked for when the reader wants it, shown in the page and offered for download.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { headers, send } from '../../../ui/call.ts'
import { Bones, ErrorState } from '../../../ui/notes.tsx'
import { editDocx, renderDocument } from '../contract.ts'

interface PreviewProps {
  id: string
  /** Words not yet saved; the saved text without them. */
  fields?: Readonly<Record<string, string | null>>
  draft?: number
  name: string
}

/** Hands the words to the browser as a Word document, for editing outside. */
const takeWord = async (id: string, draft: number | undefined, name: string): Promise<void> => {
  const response = await send(`/api/${editDocx.name}`, () => ({
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify({ id, ...(draft ? { draft } : {}) }),
    credentials: 'same-origin',
  }))
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name.replace(/pdf$/, 'docx')
  link.click()
  URL.revokeObjectURL(address)
}

const fetchPdf = async (input: object, signal: AbortSignal): Promise<string> => {
  const response = await send(`/api/${renderDocument.name}`, () => ({
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify(input),
    credentials: 'same-origin',
    signal,
  }))
  return URL.createObjectURL(await response.blob())
}

/** What came for which question; an answer to an older one is not shown. */
type Answer = { asked: string } & ({ address: string } | { error: unknown })

export const Preview = ({ id, fields, draft, name }: PreviewProps) => {
  const { t } = useLingui()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [again, setAgain] = useState(0)
  const [wordError, setWordError] = useState<unknown>(null)
  const asked = JSON.stringify([again, { id, ...(fields ? { fields } : {}), ...(draft ? { draft } : {}) }])
  const shown = answer?.asked === asked ? answer : null
  useEffect(() => {
    const stop = new AbortController()
    let made: string | null = null
    fetchPdf(JSON.parse(asked)[1], stop.signal).then(
      (address) => {
        made = address
        if (stop.signal.aborted) URL.revokeObjectURL(address)
        else setAnswer({ asked, address })
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setAnswer({ asked, error })
      },
    )
    return () => {
      stop.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [asked])
  if (!shown) return <Bones lines={12} />
  if ('error' in shown) return <ErrorState error={shown.error} retry={() => setAgain(again + 1)} />
  return (
    <div className="stack">
      <div className="row no-print">
        <a href={shown.address} download={name} className="button small">
          <Trans>PDF жүктеп алу</Trans>
        </a>
        {fields ? null : (
          <button
            type="button"
            className="button small"
            onClick={() => void takeWord(id, draft, name).catch(setWordError)}
          >
            <Trans>DOCX жүктеп алу</Trans>
          </button>
        )}
        <a href={shown.address} target="_blank" rel="noreferrer" className="link">
          <Trans>Жаңа бетте ашу</Trans>
        </a>
      </div>
      {wordError ? <ErrorState error={wordError} /> : null}
      <iframe
        src={`${shown.address}#toolbar=0&navpanes=0&view=FitH`}
        title={t`Құжаттың PDF көрінісі`}
        style={{ width: '100%', height: '80vh', border: '1px solid var(--line)' }}
      />
    </div>
  )
}

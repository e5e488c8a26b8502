// The scan, opened in the page beside what was typed from it: who confirms it must have looked.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { headers, send, type Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { ErrorState, State } from '../../../ui/notes.tsx'
import { takeAuthorityFile, type openAuthority } from '../contract.ts'

type Kept = Output<typeof openAuthority>['files'][number]

const fetchScan = async (id: string, file: string): Promise<string> => {
  const response = await send(`/api/${takeAuthorityFile.name}`, () => ({
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify({ id, file }),
    credentials: 'same-origin',
  }))
  return URL.createObjectURL(await response.blob())
}

const Scan = ({ id, file }: { id: string; file: Kept }) => {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const [address, setAddress] = useState<string | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address])
  const name = file.name
  const open = async (): Promise<void> => {
    setFault(null)
    try {
      setAddress(await fetchScan(id, file.id))
      // Now that it was opened, it may be confirmed: the server is asked what is open to this reader.
      await queries.invalidateQueries()
    } catch (caught) {
      setFault(caught)
    }
  }
  return (
    <div className="stack">
      <div className="row">
        <span>{name}</span> <span className="quiet number">{format.bytes(file.bytes)}</span>
        {address ? (
          <a href={address} download={name} className="button small no-print">
            <Trans>Сақтап алу</Trans>
          </a>
        ) : (
          <button type="button" className="button small no-print" onClick={() => void open()}>
            <Trans>Сканды ашу</Trans>
          </button>
        )}
      </div>
      {fault ? <ErrorState error={fault} /> : null}
      {address && file.type.startsWith('image/') ? (
        <img src={address} alt={t`Скан: ${name}`} style={{ maxWidth: '100%' }} />
      ) : null}
      {address && file.type === 'application/pdf' ? (
        <iframe src={address} title={t`Скан: ${name}`} style={{ width: '100%', height: '70vh', border: 0 }} />
      ) : null}
      <code style={{ overflowWrap: 'anywhere' }}>sha-256 {file.sha256}</code>
    </div>
  )
}

export const Scans = ({ id, files, seen }: { id: string; files: readonly Kept[]; seen: boolean }) => {
  const { t } = useLingui()
  return (
    <div className="stack">
      {seen ? (
        <div>
          <State tone="ok">{t`Сканды аштыңыз`}</State>
        </div>
      ) : null}
      {files.map((file) => (
        <Scan key={file.id} id={id} file={file} />
      ))}
    </div>
  )
}

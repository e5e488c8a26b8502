// The files of evidence: the working copy for everybody, the sealed original for whoever broke the seal.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { downloadFile } from '../../../ui/call.ts'
import { act } from '../../../ui/may.tsx'
import { useFormat } from '../../../ui/format.ts'
import { EmptyState, ErrorState, State } from '../../../ui/notes.tsx'
import { renewCopy, takeOriginal } from '../contract.ts'
import type { Opened } from './record.tsx'

type Kept = Opened['keptFiles'][number]

const Damage = ({ which }: { which: 'copy' | 'original' }) => {
  const { t } = useLingui()
  return <State tone="late">{which === 'copy' ? t`Жұмыс көшірмесі бүлінген` : t`Түпнұсқасы бүлінген`}</State>
}

const Original = ({ it, file }: { it: Opened; file: Kept }) => {
  const [fault, setFault] = useState<unknown>(null)
  const take = () => {
    setFault(null)
    downloadFile(takeOriginal, { id: it.id, file: file.id }, file.name).catch(setFault)
  }
  return (
    <>
      <button type="button" className="link" onClick={take}>
        <Trans>Түпнұсқаны алу</Trans>
      </button>
      {fault ? <ErrorState error={fault} /> : null}
    </>
  )
}

const Renew = ({ it, file }: { it: Opened; file: Kept }) => {
  const [open, setOpen] = useState(false)
  const form = act({ shape: renewCopy, fixed: { id: it.id, version: it.version, file: file.id }, fields: [] })
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        <Trans>Түпнұсқадан жаңа көшірме жасау</Trans>
      </button>
      {open ? form.open(() => setOpen(false)) : null}
    </>
  )
}

interface FilesProps {
  it: Opened
  /** The reader broke the seal and may take the originals. */
  original: boolean
  renews: boolean
}

export const Files = ({ it, original, renews }: FilesProps) => {
  const { t } = useLingui()
  const format = useFormat()
  if (!it.keptFiles.length) return <EmptyState title={<Trans>Файл қосылмаған.</Trans>} />
  return (
    <ul className="files">
      {it.keptFiles.map((file) => {
        const hash = file.sha256
        const checked = file.checkedAt ? format.instantShort(file.checkedAt) : ''
        return (
          <li key={file.id} className="file">
            <a href={`/api/files/evidence/${it.id}/${file.id}`} download={file.name}>
              {file.name}
            </a>
            <span className="quiet number">{format.bytes(file.bytes)}</span>
            {file.damaged ? (
              <Damage which={file.damaged} />
            ) : (
              <span className="quiet">
                <Trans>бүтін, тексерілген: {checked}</Trans>
              </span>
            )}
            {original ? <Original it={it} file={file} /> : null}
            {renews && file.damaged === 'copy' ? <Renew it={it} file={file} /> : null}
            <code className="evidence-hash" title={t`Файлдың SHA-256 бақылау сомасы: ${hash}`}>
              sha-256 {hash}
            </code>
          </li>
        )
      })}
    </ul>
  )
}

// Files: those kept on a record, and those being added to a form.
import { Trans, useLingui } from '@lingui/react/macro'
import { use, useState } from 'react'
import type { ReactNode } from 'react'
import { upload } from './call.ts'
import { SendingContext } from './sending.ts'
import type { StoredFile } from './call.ts'
import type { FieldProps } from './field.tsx'
import { useFormat } from './format.ts'
import { useParts } from './parts.ts'

interface FileListProps {
  /** Kind and id of the record the files belong to; they name the address of each file. */
  kind: string
  id: string
  files: readonly (StoredFile & { note?: ReactNode })[]
}

const brief = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-4)}`

export const FileList = ({ kind, id, files }: FileListProps) => {
  const { t } = useLingui()
  const format = useFormat()
  const parts = useParts(kind)
  return (
    <ul className="files">
      {files.map(({ sha256, ...file }) => (
        <li key={file.id} className="file">
          <a href={`/api/files/${kind}/${id}/${file.id}`} download={file.name}>
            {file.name}
          </a>
          <span className="quiet number">{format.bytes(file.bytes)}</span>
          {file.note ? <span className="quiet">{file.note}</span> : null}
          {parts.map(({ beside: Beside }, at) =>
            Beside ? <Beside key={at} id={id} file={{ ...file, sha256 }} /> : null,
          )}
          <code title={t`Файлдың SHA-256 бақылау сомасы: ${sha256}`}>sha-256 {brief(sha256)}</code>
        </li>
      ))}
    </ul>
  )
}

interface FilesInputProps extends FieldProps {
  field: Extract<FieldProps['field'], { kind: 'files' }>
  wired: object
}

interface Sending {
  name: string
  failed: string | null
}

// Names of sent files outlive the field, so that a kept draft can still show them.
const sent = new Map<string, StoredFile>()

export const FilesInput = ({ field, value, set, wired }: FilesInputProps) => {
  const { t } = useLingui()
  const format = useFormat()
  const report = use(SendingContext)
  const [sending, setSending] = useState<readonly Sending[]>([])
  const ids = Array.isArray(value) ? (value as readonly string[]) : []

  const add = async (chosen: readonly File[]): Promise<void> => {
    setSending(chosen.map((file) => ({ name: file.name, failed: null })))
    report(1, false)
    const kept = [...ids]
    const failures: Sending[] = []
    for (const file of chosen) {
      try {
        const stored = await upload(file)
        sent.set(stored.id, stored)
        kept.push(stored.id)
        set([...kept])
      } catch (error) {
        failures.push({ name: file.name, failed: error instanceof Error ? error.message : String(error) })
      }
    }
    setSending(failures)
    report(-1, failures.length > 0)
  }

  return (
    <div className="files-input">
      <label className="button small">
        <Trans>Файл таңдау</Trans>
        <input
          {...wired}
          className="hidden"
          type="file"
          multiple={(field.most ?? 2) > 1}
          accept={field.accept}
          onChange={(event) => {
            void add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
      <ul className="files" aria-live="polite">
        {ids.map((id) => {
          const { name, bytes } = sent.get(id) ?? { name: t`Жіберілген файл`, bytes: null }
          return (
            <li key={id} className="file">
              <span>{name}</span>
              <span className="quiet number">{bytes === null ? '' : format.bytes(bytes)}</span>
              <button
                type="button"
                className="link push"
                onClick={() => set(ids.filter((each) => each !== id))}
                aria-label={t`Файлды алып тастау: ${name}`}
              >
                <Trans>Алып тастау</Trans>
              </button>
            </li>
          )
        })}
        {sending.map((file) => (
          <li key={file.name} className={file.failed ? 'file broken' : 'file'}>
            <span>{file.name}</span>
            <span className={file.failed ? 'fault' : 'quiet'}>{file.failed ?? <Trans>жіберіліп жатыр…</Trans>}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

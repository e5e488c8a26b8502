// What this room adds to the page of a record: the way to the desk beside each file, and the copies that were made.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { StoredFile } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import { usePower } from '../../../ui/me.ts'
import { Card } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { listCopies } from '../contract.ts'
import './redaction.css'

const drawable = ['application/pdf', 'image/png', 'image/jpeg']

interface DeskLinkProps {
  kind: string
  id: string
  file: Pick<StoredFile, 'id' | 'name' | 'type'>
}

/** The way to the desk, for those who may make a copy of such a file. */
export const DeskLink = ({ kind, id, file }: DeskLinkProps) => {
  const { t } = useLingui()
  const mayMake = usePower('redaction.make')
  const { name } = file
  if (!mayMake || !drawable.includes(file.type)) return null
  return (
    <Go to={`/redaction/${kind}/${id}/${file.id}`} aria-label={t`Жасырып көшіру: ${name}`}>
      <Trans>Жасырып көшіру</Trans>
    </Go>
  )
}

interface CopiesProps {
  kind: string
  id: string
  /** Stands under the list: the way to the desk, where the record has one file of its own. */
  children?: ReactNode
}

/** The copies of a record; no card at all where there are none and none can be made from here. */
export const Copies = ({ kind, id, children }: CopiesProps) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { data } = useCall(listCopies, { kind, id })
  const copies = data?.result.copies ?? []
  if (copies.length === 0 && !children) return null
  return (
    <Card title={t`Редакцияланған көшірмелер`}>
      <div className="stack">
        {copies.length > 0 ? (
          <ul className="redaction-copies">
            {copies.map((it) => (
              <li key={it.id}>
                <a href={`/api/files/redaction/${it.id}/${it.file}`} download={it.name}>
                  {it.name}
                </a>
                <p className="quiet">
                  {text(it.by)} · {format.instantShort(it.at)}
                </p>
                <p className="quiet">{it.reason}</p>
              </li>
            ))}
          </ul>
        ) : null}
        {children}
      </div>
    </Card>
  )
}

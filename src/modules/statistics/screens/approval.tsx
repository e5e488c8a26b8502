// Who signed the form of the period off, what has moved since, and the head's button.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { May } from '../../../ui/call.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { today, useFormat } from '../../../ui/format.ts'
import { Banner } from '../../../ui/notes.tsx'
import { useText } from '../../../ui/text.ts'
import { approveForm, measureTitles } from '../contract.ts'
import { useAsked } from './asked.ts'
import type { Form } from './tables.tsx'

export const Approval = ({ form }: { form: Form }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { asked, setSearch } = useAsked()
  const { approval } = form
  if (!approval) return null
  const by = text(approval.by)
  const at = format.instant(approval.at)
  const moved = approval.differences ?? []
  return (
    <Banner tone={moved.length ? 'warn' : 'ok'} title={t`Нысан бекітілді: ${by}, ${at}.`}>
      <div>
        {moved.length ? (
          <>
            <Trans>Бекітілгеннен кейін өзгерген сандар:</Trans>
            <ul>
              {moved.map(({ measure, approved, now }) => (
                <li key={measure}>
                  {text(measureTitles[measure])}: {format.number(approved)} → {format.number(now)}
                </li>
              ))}
            </ul>
          </>
        ) : approval.differences ? (
          <Trans>Содан бері сандар өзгерген жоқ.</Trans>
        ) : null}{' '}
        {asked.asOf === approval.asOf ? null : (
          <button type="button" className="link" onClick={() => setSearch({ asOf: approval.asOf })}>
            <Trans>Бекітілген күнгі мәліметті көрсету</Trans>
          </button>
        )}
        <div className="quiet">
          <Trans>Бақылау сомасы:</Trans> <code>{approval.hash.slice(0, 16)}…</code>
        </div>
      </div>
    </Banner>
  )
}

export const ApproveButton = ({ form, may }: { form: Form; may: readonly May[] }) => {
  const { t } = useLingui()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const allowed = may.some(({ operation, allowed: yes }) => operation === approveForm.name && yes)
  const isWhole = form.unit === null
  if (!allowed || form.approval || !isWhole || form.until >= today()) return null
  const from = format.day(form.from)
  const until = format.day(form.until)
  return (
    <>
      <button type="button" className="button first" onClick={() => setOpen(true)}>
        <Trans>Нысанды бекіту</Trans>
      </button>
      {open ? (
        <ActionForm
          shape={approveForm}
          place="middle"
          fields={[]}
          fixed={{ from: form.from, until: form.until }}
          button={t`Бекіту`}
          lead={
            <Trans>
              Бөлімнің бүгінгі сандары сақталады. Кейін өзгергені бекітілгеннің жанында көрсетіледі. Кезең: {from} –{' '}
              {until}
            </Trans>
          }
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

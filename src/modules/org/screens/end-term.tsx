// A small button that ends an appointment, an acting appointment or an absence on a day.
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ActionForm } from '../../../ui/form.tsx'
import type { FieldOf } from '../../../ui/form.tsx'
import { today } from '../../../ui/format.ts'
import type { endAbsence, endActing, endAppointment } from '../contract.ts'

interface EndTermProps {
  shape: typeof endAppointment | typeof endActing | typeof endAbsence
  id: string
  word: string
  withBasis?: boolean
}

export const EndTerm = ({ shape, id, word, withBasis = false }: EndTermProps) => {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const fields: FieldOf<typeof endAppointment>[] = [
    { kind: 'day', path: 'lastOn', label: t`Соңғы күні`, start: today() },
    ...(withBasis ? [{ kind: 'line', path: 'basis', label: t`Негізі`, max: 300 } as const] : []),
  ]
  return (
    <>
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        {word}
      </button>
      {open ? (
        <ActionForm
          shape={shape as typeof endAppointment}
          fixed={{ id }}
          fields={fields}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

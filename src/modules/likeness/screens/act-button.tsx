// A small button that opens the form of one operation about two appeals.
import { useState } from 'react'
import type { Shape } from '../../../ui/call.ts'
import { ActionForm } from '../../../ui/form.tsx'
import type { FormProps } from '../../../ui/form.tsx'
import { useText } from '../../../ui/text.ts'

export const ActButton = <S extends Shape>(form: FormProps<S>) => {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        {text(form.shape.title)}
      </button>
      {open ? <ActionForm {...form} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

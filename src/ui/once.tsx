// A secret that is shown once: the form that makes it, the code itself, and its slip to be printed and handed over.
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output, Shape } from './call.ts'
import { Dialog } from './dialog.tsx'
import { Form } from './form.tsx'
import type { FormProps } from './form.tsx'
import type { Act } from './may.tsx'
import { Banner } from './notes.tsx'
import { useText } from './text.ts'

interface Made {
  code: string
  name: string
  /** Base64. */
  pdf: string
}

export const savePdf = ({ name, pdf }: Omit<Made, 'code'>): void => {
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

const isMade = (it: unknown): it is Made => typeof it === 'object' && it !== null && 'code' in it && 'pdf' in it

const Once = <S extends Shape>({ close, ...form }: FormProps<S> & { close: () => void }) => {
  const text = useText()
  const [made, setMade] = useState<Made | null>(null)
  const take = (it: Output<S>): void => setMade(isMade(it) ? it : null)
  return (
    <Dialog title={text(form.shape.title)} place="side" onClose={close} firm={made !== null}>
      {made ? (
        <div className="stack">
          <output className="mono code-once">{made.code}</output>
          <Banner tone="warn">
            <Trans>Код қайта көрсетілмейді. Талонды басып шығарып, адамның өз қолына беріңіз.</Trans>
          </Banner>
          <div className="row">
            <button type="button" className="button first" onClick={() => savePdf(made)}>
              <Trans>Талонды алу (PDF)</Trans>
            </button>
            <button type="button" className="button" onClick={close}>
              <Trans>Жабу</Trans>
            </button>
          </div>
        </div>
      ) : (
        <Form {...(form as unknown as FormProps<S>)} onDone={take} onCancel={close} />
      )}
    </Dialog>
  )
}

/** A button whose operation gives `{ code, name, pdf }`: `actOnce({ shape: issueCode, fixed, fields: [] })`. */
export const actOnce = <S extends Shape>(form: FormProps<S> & Pick<Act, 'aside' | 'first'>): Act => {
  const { aside = false, first = false, ...rest } = form
  return {
    operation: form.shape.name,
    aside,
    first,
    open: (close) => <Once {...(rest as FormProps<S>)} close={close} />,
  }
}

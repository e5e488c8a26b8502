// A secret that is shown once: the form that makes it, the code itself, and its slip to be printed and handed over.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Shape } from './call.ts'
import { Dialog } from './dialog.tsx'
import type { FormProps } from './form.tsx'
import { act } from './may.tsx'
import type { Act } from './may.tsx'
import { Banner } from './notes.tsx'

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

/** A button whose operation gives `{ code, name, pdf }`. */
export type ActOnce = <S extends Shape>(form: FormProps<S> & Pick<Act, 'aside' | 'first'>) => Act

/**
 * The code belongs to the page and not to the button that made it: the button may be gone at once, the code may not.
 * `const { actOnce, code } = useOnce()`; the page draws `code` beside everything else.
 */
export const useOnce = (): { actOnce: ActOnce; code: ReactNode } => {
  const { t } = useLingui()
  const [made, setMade] = useState<Made | null>(null)
  const actOnce: ActOnce = (form) => act({ ...form, onDone: (it) => setMade(isMade(it) ? it : null) })
  const close = (): void => setMade(null)
  const code = made ? (
    <Dialog title={t`Құпия код`} onClose={close} firm>
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
            <Trans>Код берілді</Trans>
          </button>
        </div>
      </div>
    </Dialog>
  ) : null
  return { actOnce, code }
}

// Windows over the page, by the browser's own <dialog>: it traps focus, closes on Esc and gives focus back.
import { useLingui } from '@lingui/react/macro'
import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'

interface DialogProps {
  title: ReactNode
  onClose: () => void
  children: ReactNode
  /** 'side' slides along the right edge; 'middle' stands over the page. */
  place?: 'middle' | 'side'
  wide?: boolean
  /** A window that only an answer closes. */
  firm?: boolean
}

export const Dialog = ({ title, onClose, children, place = 'middle', wide = false, firm = false }: DialogProps) => {
  const { t } = useLingui()
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    // The first field takes the focus; one that is still loading takes it when it comes (see picker.tsx).
    const first = dialog?.querySelector<HTMLElement>('.dialog-body :is(input, textarea, select, .input.bone)')
    if (!first?.classList.contains('bone')) first?.focus()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className={`dialog at-${place}${wide ? ' wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== ref.current) return
        event.preventDefault()
        if (!firm) onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current && !firm) onClose()
      }}
    >
      <div className="dialog-box">
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          {firm ? null : (
            <button type="button" className="dialog-close" aria-label={t`Жабу`} onClick={onClose}>
              <span aria-hidden="true">×</span>
            </button>
          )}
        </div>
        <div className="dialog-body">{children}</div>
      </div>
    </dialog>
  )
}

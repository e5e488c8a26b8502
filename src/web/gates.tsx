// Two windows that come by themselves: "sign in again" and "confirm that it is you". The call that met them is repeated.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { stepUp } from '../modules/access/contract.ts'
import { call, setGate } from '../ui/call.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { useMe } from '../ui/me.ts'
import { ErrorState } from '../ui/notes.tsx'
import { askPasskey, hasPasskeys } from './passkey.ts'
import { SignInSteps } from './sign-in.tsx'

type Which = 'sign-in' | 'step-up'

/** Several calls may meet the same gate at once: they share one window and one answer. */
interface Waiting {
  which: Which
  answer: Promise<boolean>
  settle: (passed: boolean) => void
}

const waitingFor = (which: Which): Waiting => {
  let settle: (passed: boolean) => void = () => undefined
  const answer = new Promise<boolean>((resolve) => (settle = resolve))
  return { which, answer, settle }
}

const StepUp = ({ onDone }: { onDone: (passed: boolean) => void }) => {
  const { t } = useLingui()
  const [failure, setFailure] = useState<unknown>(null)
  const byPasskey = async (): Promise<void> => {
    setFailure(null)
    try {
      const response = await askPasskey()
      if (!response) return
      await call(stepUp, { response }, { guarded: false })
      onDone(true)
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <div className="stack">
      <Form
        shape={stepUp}
        guarded={false}
        keeps={false}
        lead={<Trans>Бұл әрекеттің салдары ауыр, сондықтан құпиясөзіңізді қайта теріңіз.</Trans>}
        fields={[{ kind: 'secret', path: 'password', label: t`Құпиясөз`, complete: 'current-password' }]}
        button={t`Растау`}
        onDone={() => onDone(true)}
        onCancel={() => onDone(false)}
      />
      {hasPasskeys() ? (
        <button type="button" className="button bare" onClick={() => void byPasskey()}>
          <Trans>Кіру кілтімен растау</Trans>
        </button>
      ) : null}
      {failure ? <ErrorState error={failure} /> : null}
    </div>
  )
}

export const Gates = () => {
  const { t } = useLingui()
  const me = useMe()
  const waiting = useRef<Waiting | null>(null)
  const [open, setOpen] = useState<Which | null>(null)

  useEffect(() => {
    const ask = (which: Which): Promise<boolean> => {
      waiting.current ??= waitingFor(which)
      setOpen(waiting.current.which)
      return waiting.current.answer
    }
    setGate({ signIn: () => ask('sign-in'), stepUp: () => ask('step-up') })
    return () => setGate({ signIn: async () => false, stepUp: async () => false })
  }, [])

  const close = (passed: boolean): void => {
    waiting.current?.settle(passed)
    waiting.current = null
    setOpen(null)
  }

  if (open === 'sign-in')
    return (
      <Dialog firm title={t`Сеанс аяқталды`} onClose={() => close(false)}>
        <p>
          <Trans>Жалғастыру үшін қайта кіріңіз. Терген мәтініңіз осы бетте сақтаулы.</Trans>
        </p>
        <SignInSteps same={me.employee.id} onDone={() => close(true)} />
      </Dialog>
    )
  if (open === 'step-up')
    return (
      <Dialog title={t`Бұл сіз екеніңізді растаңыз`} onClose={() => close(false)}>
        <StepUp onDone={close} />
      </Dialog>
    )
  return null
}

// Signing in, step by step: password, then the second factor, then what the first sign-in demands.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../ui/call.ts'
import { Form } from '../ui/form.tsx'
import { changePassword, confirmTotp, signIn, whoAmI } from './access.ts'

type Step = 'password' | 'totp' | 'passkey' | 'change' | 'enrol'

interface SignInStepsProps {
  start?: Step
  /** In the middle of work only the same person may go on: for anybody else the page begins anew. */
  same?: string
  onDone: () => void
}

export const SignInSteps = ({ start = 'password', same, onDone }: SignInStepsProps) => {
  const { t } = useLingui()
  const [step, setStep] = useState<Step>(start)

  const go = async ({ next }: { next: Step | 'done' }): Promise<void> => {
    if (next !== 'done') return setStep(next)
    if (!same) return onDone()
    const { result } = await call(whoAmI, {}, { guarded: false })
    if (result.employee.id === same) onDone()
    else window.location.assign('/')
  }

  if (step === 'totp')
    return (
      <Form
        key="totp"
        shape={confirmTotp}
        guarded={false}
        fields={[
          {
            kind: 'code',
            path: 'code',
            label: t`Растау коды`,
            hint: t`Телефоныңыздағы қосымша көрсеткен алты цифр`,
            max: 8,
          },
        ]}
        button={t`Растау`}
        onDone={(result) => void go(result)}
        onCancel={() => setStep('password')}
      />
    )
  if (step === 'change')
    return (
      <Form
        key="change"
        shape={changePassword}
        guarded={false}
        lead={<Trans>Алғаш кіргенде құпиясөзді өзіңізге ғана белгілі жаңасына ауыстырасыз.</Trans>}
        fields={[
          { kind: 'secret', path: 'current', label: t`Қазіргі құпиясөз`, complete: 'current-password' },
          { kind: 'secret', path: 'password', label: t`Жаңа құпиясөз`, complete: 'new-password' },
        ]}
        button={t`Ауыстыру`}
        onDone={(result) => void go(result)}
      />
    )
  return (
    <Form
      key="password"
      shape={signIn}
      guarded={false}
      fields={[
        { kind: 'line', path: 'login', label: t`Кіру аты`, complete: 'username', max: 100 },
        { kind: 'secret', path: 'password', label: t`Құпиясөз`, complete: 'current-password', max: 200 },
      ]}
      button={t`Кіру`}
      onDone={(result) => void go(result)}
    />
  )
}

// Signing in, step by step: password or passkey, then the second factor, then what the first sign-in demands.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { changePassword, confirmTotp, passkeyVerify, setUp, signIn, whoAmI } from '../modules/access/contract.ts'
import { call } from '../ui/call.ts'
import { Form } from '../ui/form.tsx'
import { ErrorState, Steps } from '../ui/notes.tsx'
import { askPasskey, hasPasskeys } from './passkey.ts'

export type Step = 'password' | 'totp' | 'passkey' | 'change' | 'set-up'

interface StepProps {
  onNext: (reply: { next: Step | 'done' }) => void
  onBack: () => void
}

const PasskeyButton = ({ onNext }: Pick<StepProps, 'onNext'>) => {
  const [failure, setFailure] = useState<unknown>(null)
  const prove = async (): Promise<void> => {
    setFailure(null)
    try {
      const response = await askPasskey()
      if (!response) return
      onNext((await call(passkeyVerify, { response }, { guarded: false })).result)
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <>
      <button type="button" className="button" onClick={() => void prove()}>
        <Trans>Кіру кілтімен кіру</Trans>
      </button>
      {failure ? <ErrorState error={failure} /> : null}
    </>
  )
}

const SecondStep = () => (
  <Steps steps={[<Trans key="password">Құпиясөз</Trans>, <Trans key="proof">Растау</Trans>]} now={1} />
)

const Code = ({ onNext, onBack }: StepProps) => {
  const { t } = useLingui()
  return (
    <>
      <SecondStep />
      <Form
        shape={confirmTotp}
        guarded={false}
        keeps={false}
        fields={[
          {
            kind: 'code',
            path: 'code',
            label: t`Растау коды`,
            hint: t`Телефоныңыздағы қосымша көрсеткен алты цифр`,
            max: 6,
          },
        ]}
        button={t`Растау`}
        onDone={onNext}
        onCancel={onBack}
      />
    </>
  )
}

const Change = ({ onNext }: Pick<StepProps, 'onNext'>) => {
  const { t } = useLingui()
  return (
    <Form
      shape={changePassword}
      guarded={false}
      keeps={false}
      lead={<Trans>Алғаш кіргенде құпиясөзді өзіңізге ғана белгілі жаңасына ауыстырасыз.</Trans>}
      fields={[
        { kind: 'secret', path: 'current', label: t`Қазіргі құпиясөз`, complete: 'current-password' },
        { kind: 'secret', path: 'password', label: t`Жаңа құпиясөз`, complete: 'new-password' },
      ]}
      button={t`Ауыстыру`}
      onDone={onNext}
    />
  )
}

/** The one-time link of a new production house. */
const SetUp = ({ onNext }: Pick<StepProps, 'onNext'>) => {
  const { t } = useLingui()
  const token = new URLSearchParams(window.location.search).get('token') ?? ''
  return (
    <Form
      shape={setUp}
      guarded={false}
      keeps={false}
      fixed={{ token }}
      lead={<Trans>Бұл сілтеме бір-ақ рет жұмыс істейді: ол арқылы жүйенің бірінші әкімшісі енгізіледі.</Trans>}
      fields={[
        { kind: 'line', path: 'name', label: t`Аты-жөніңіз`, complete: 'name' },
        { kind: 'line', path: 'login', label: t`Кіру аты`, hint: t`Латын әріптері мен цифрлар`, complete: 'username' },
        { kind: 'secret', path: 'password', label: t`Жаңа құпиясөз`, complete: 'new-password' },
      ]}
      button={t`Әкімшіні енгізу`}
      onDone={onNext}
    />
  )
}

const Password = ({ onNext }: Pick<StepProps, 'onNext'>) => {
  const { t } = useLingui()
  return (
    <div className="ways">
      <Form
        shape={signIn}
        guarded={false}
        keeps={false}
        fields={[
          { kind: 'line', path: 'login', label: t`Кіру аты`, complete: 'username', max: 60 },
          { kind: 'secret', path: 'password', label: t`Құпиясөз`, complete: 'current-password', max: 200 },
        ]}
        button={t`Кіру`}
        onDone={onNext}
      />
      {hasPasskeys() ? <PasskeyButton onNext={onNext} /> : null}
    </div>
  )
}

interface SignInStepsProps {
  start?: Step
  /** In the middle of work only the same person may go on: for anybody else the page begins anew. */
  same?: string
  onDone: () => void
}

export const SignInSteps = ({ start = 'password', same, onDone }: SignInStepsProps) => {
  const [step, setStep] = useState<Step>(start)
  const next = async (to: Step | 'done'): Promise<void> => {
    if (to !== 'done') return setStep(to)
    if (!same) return onDone()
    const { result } = await call(whoAmI, {}, { guarded: false })
    if (result.employee.id === same) onDone()
    else window.location.assign('/')
  }
  const given = {
    onNext: (reply: { next: Step | 'done' }) => void next(reply.next),
    onBack: () => setStep('password'),
  }
  if (step === 'totp') return <Code {...given} />
  if (step === 'passkey')
    return (
      <div className="stack">
        <SecondStep />
        <p>
          <Trans>Құпиясөз қабылданды. Енді кіру кілтімен растаңыз.</Trans>
        </p>
        <PasskeyButton {...given} />
      </div>
    )
  if (step === 'change') return <Change {...given} />
  return step === 'set-up' ? <SetUp {...given} /> : <Password {...given} />
}

// The door: the page of a person who has not signed in, or must first change their password.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTitle } from '../ui/page.tsx'
import { useAddress } from '../ui/route.tsx'
import { beginAnew } from './session.ts'
import { DemonstrationStrip } from './shell.tsx'
import { SignInSteps } from './sign-in.tsx'
import type { Step } from './sign-in.tsx'
import { Brand, LanguageSwitch } from './top.tsx'

const modeOf = (health: unknown): string =>
  typeof health === 'object' && health !== null && 'mode' in health ? String(health.mode) : ''

/** Nobody is signed in yet, so the house's health tells whether this is a demonstration. */
const useDemonstration = (): boolean => {
  const mode = useQuery({
    queryKey: ['mode'],
    queryFn: async () => modeOf(await (await fetch('/healthz')).json()),
    staleTime: Infinity,
  })
  return mode.data === 'demonstration'
}

const Title = ({ step }: { step: Step }): ReactNode => {
  if (step === 'change') return <Trans>Құпиясөзді ауыстыру</Trans>
  return step === 'set-up' ? <Trans>Бірінші әкімшіні енгізу</Trans> : <Trans>Жүйеге кіру</Trans>
}

export default function Door({ mustChange }: { mustChange: boolean }) {
  const { t } = useLingui()
  const { path, go } = useAddress()
  const demonstration = useDemonstration()
  const unset: Step = path === '/setup' ? 'set-up' : 'password'
  const start: Step = mustChange ? 'change' : unset
  useTitle(mustChange ? t`Құпиясөзді ауыстыру` : t`Кіру`)
  const enter = async (): Promise<void> => {
    if (start === 'set-up') go('/')
    await beginAnew()
  }
  return (
    <div className="door">
      {demonstration ? <DemonstrationStrip /> : null}
      <header className="top">
        <span className="brand">
          <Brand />
        </span>
        <span className="push" />
        <LanguageSwitch />
      </header>
      <main className="door-main">
        <section className="card door-card" aria-labelledby="door-title">
          <h1 id="door-title">
            <Title step={start} />
          </h1>
          <p className="quiet">
            <Trans>Қазақстан Республикасы Сот әкімшілігінің ішкі қауіпсіздік бөлімі</Trans>
          </p>
          <SignInSteps start={start} onDone={() => void enter()} />
        </section>
        <p className="quiet door-note">
          <Trans>
            Бұл — қызметтік жүйе. Әрбір әрекет, соның ішінде сәтсіз кіру, мөрленген журналға жазылады. Мемлекеттік
            құпияларды енгізуге тыйым салынған.
          </Trans>
        </p>
      </main>
    </div>
  )
}

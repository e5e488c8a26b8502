// The door: the page of a person who has not signed in, or must first change their password.
import { Trans, useLingui } from '@lingui/react/macro'
import { useTitle } from '../ui/page.tsx'
import { beginAnew } from './session.ts'
import { DemonstrationStrip } from './shell.tsx'
import { SignInSteps } from './sign-in.tsx'
import { Brand, LanguageSwitch } from './top.tsx'

const inDemonstration = (): boolean =>
  document.querySelector('meta[name="qorgan-mode"]')?.getAttribute('content') === 'demonstration'

export default function Door({ mustChange }: { mustChange: boolean }) {
  const { t } = useLingui()
  useTitle(mustChange ? t`Құпиясөзді ауыстыру` : t`Кіру`)
  return (
    <div className="door">
      {inDemonstration() ? <DemonstrationStrip /> : null}
      <header className="top">
        <span className="brand">
          <Brand />
        </span>
        <span className="push" />
        <LanguageSwitch />
      </header>
      <main className="door-main">
        <section className="card door-card" aria-labelledby="door-title">
          <h1 id="door-title">{mustChange ? <Trans>Құпиясөзді ауыстыру</Trans> : <Trans>Жүйеге кіру</Trans>}</h1>
          <p className="quiet">
            <Trans>Қазақстан Республикасы Сот әкімшілігінің ішкі қауіпсіздік бөлімі</Trans>
          </p>
          <SignInSteps start={mustChange ? 'change' : 'password'} onDone={() => void beginAnew()} />
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

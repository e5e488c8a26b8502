// Where there is no page, and where a page broke.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { EmptyState } from '../ui/notes.tsx'
import { Page } from '../ui/page.tsx'
import { Go } from '../ui/route.tsx'

export const NotFound = () => {
  const { t } = useLingui()
  return (
    <Page title={t`Мұндай бет жоқ`}>
      <EmptyState
        title={<Trans>Мекенжай қате терілген немесе бет көшірілген.</Trans>}
        action={
          <Go to="/" className="button first">
            <Trans>Менің жұмысыма өту</Trans>
          </Go>
        }
      >
        <Trans>Іздеуді Ctrl K пернелерімен ашып, жазбаның нөмірін теріңіз.</Trans>
      </EmptyState>
    </Page>
  )
}

export const Crashed = ({ reset }: ErrorComponentProps) => {
  const { t } = useLingui()
  return (
    <Page title={t`Бұл бетте қате шықты`}>
      <EmptyState
        title={<Trans>Бетті көрсету мүмкін болмады.</Trans>}
        action={
          <div className="row">
            <button type="button" className="button first" onClick={reset}>
              <Trans>Қайталау</Trans>
            </button>
            <button type="button" className="button" onClick={() => window.location.reload()}>
              <Trans>Бетті жаңарту</Trans>
            </button>
          </div>
        }
      >
        <Trans>Терген мәтініңіз сақталды. Қате қайталанса, әкімшіге хабарлаңыз.</Trans>
      </EmptyState>
    </Page>
  )
}

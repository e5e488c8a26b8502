// Lets one colleague read several appeals in one act, or takes that back; each appeal keeps an entry of its own.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Form } from '../../../ui/form.tsx'
import { Banner } from '../../../ui/notes.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Go } from '../../../ui/route.tsx'
import { grantMany, revokeMany } from '../contract.ts'
import { useAppeals, useColleagues } from './finding.ts'

export default function GrantMany() {
  const { t } = useLingui()
  const appeals = useAppeals()
  const colleagues = useColleagues()
  const [said, setSaid] = useState<string | null>(null)
  const which = { kind: 'find' as const, path: 'appeals' as const, label: t`Өтініштер`, find: appeals, several: true }
  const to = { kind: 'find' as const, path: 'to' as const, label: t`Қызметкер`, find: colleagues }
  return (
    <Page
      title={t`Оқуға рұқсат`}
      actions={
        <Go to="/appeals" className="button">
          <Trans>Өтініштер</Trans>
        </Go>
      }
    >
      <div className="stack">
        {said ? <Banner tone="ok" title={said} /> : null}
        <Card title={t`Бірнеше өтінішті ашу`}>
          <Form
            shape={grantMany}
            button={t`Рұқсат беру`}
            lead={t`Қызметкер таңдалған өтініштерді оқиды, бірақ ештеңесін өзгерте алмайды. Оған хабарлама барады.`}
            fields={[
              which,
              to,
              { kind: 'prose', path: 'reason', label: t`Негіздемесі`, max: 1000, rows: 3 },
              {
                kind: 'day',
                path: 'until',
                label: t`Соңғы күні`,
                hint: t`Бос болса, қайтарып алғанша`,
                optional: true,
              },
            ]}
            onDone={({ granted }) => setSaid(t`Рұқсат берілген өтініштер саны: ${granted}.`)}
          />
        </Card>
        <Card title={t`Рұқсатты қайтарып алу`}>
          <Form
            shape={revokeMany}
            button={t`Қайтарып алу`}
            danger
            fields={[
              which,
              to,
              { kind: 'prose', path: 'reason', label: t`Себебі`, max: 1000, rows: 2, optional: true },
            ]}
            onDone={({ revoked }) => setSaid(t`Рұқсаты қайтарылған өтініштер саны: ${revoked}.`)}
          />
        </Card>
      </div>
    </Page>
  )
}

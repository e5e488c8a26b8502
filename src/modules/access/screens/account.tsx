// One's own account: password, code generator, passkeys, and where one is signed in.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, Page } from '../../../ui/page.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { useMe } from '../../../ui/me.ts'
import { changePassword, mySecurity } from '../contract.ts'
import { CodeGenerator } from './code-generator.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { Passkeys } from './passkeys.tsx'

const Password = ({ it }: { it: Output<typeof mySecurity> }) => {
  const { t } = useLingui()
  const format = useFormat()
  const [changing, setChanging] = useState(false)
  const [changed, setChanged] = useState(false)
  const least = it.leastLength
  return (
    <Card title={t`Құпиясөз`}>
      {changed ? (
        <Banner tone="ok" loud>
          <Trans>Құпиясөз ауыстырылды. Басқа жердегі сеанстарыңыз аяқталды.</Trans>
        </Banner>
      ) : null}
      <Facts
        narrow
        facts={[
          { title: t`Кіру аты`, value: it.login },
          { title: t`Соңғы ауыстырылған уақыты`, value: format.instant(it.changedAt) },
        ]}
      />
      <button type="button" className="button" onClick={() => setChanging(true)}>
        <Trans>Құпиясөзді ауыстыру</Trans>
      </button>
      {changing ? (
        <ActionForm
          shape={changePassword}
          guarded={false}
          keeps={false}
          fields={[
            { kind: 'secret', path: 'current', label: t`Қазіргі құпиясөз`, complete: 'current-password' },
            {
              kind: 'secret',
              path: 'password',
              label: t`Жаңа құпиясөз`,
              hint: t`Ең азы ${least} таңба. Кіру аты мен кең таралған сөздер жарамайды.`,
              complete: 'new-password',
            },
          ]}
          onDone={() => setChanged(true)}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </Card>
  )
}

export default function Account() {
  const { t } = useLingui()
  const text = useText()
  const me = useMe()
  const security = useCall(mySecurity, {}, { kinds: ['employee', 'passkey'] })
  return (
    <Page
      title={t`Менің қауіпсіздігім`}
      lead={
        <>
          {text(me.employee.name)} · {text(me.employee.post)} · {text(me.employee.unit)}
        </>
      }
    >
      {me.actingFor ? (
        <Banner tone="note" title={t`Бүгін міндетін атқарасыз:`}>
          <State tone="mark">{text(me.actingFor)}</State>
        </Banner>
      ) : null}
      <Loaded of={security}>
        {(it) => (
          <div className="columns">
            <div className="stack">
              <Password it={it} />
              <CodeGenerator since={it.totpSince} />
              <Passkeys list={it.passkeys} />
            </div>
            <OwnSessions />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

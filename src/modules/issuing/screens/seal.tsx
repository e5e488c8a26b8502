// The electronic signature under an authority: put by whoever issued it, verified anew for everybody who reads it.
import { Trans, useLingui } from '@lingui/react/macro'
import { call, type Output } from '../../../ui/call.ts'
import { useFormat } from '../../../ui/format.ts'
import type { Act } from '../../../ui/may.tsx'
import { Banner, State } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import type { Road } from '../../../ui/signing/road.ts'
import { SignWindow } from '../../../ui/signing/window.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { issueTestKey } from '../../signatures/contract.ts'
import type { openAuthority } from '../../authorities/contract.ts'
import { authoritySignatures, authorityToSign, signAuthority } from '../contract.ts'

type Opened = Output<typeof openAuthority>

const Sign = ({ it, onClose }: { it: Opened; onClose: () => void }) => {
  const text = useText()
  const { id, version } = it
  const number = it.number ?? ''
  const road: Road = {
    ask: async () => (await call(authorityToSign, { id })).result,
    handIn: (cms) => call(signAuthority, { id, version, cms }),
    certify: async (request) => (await call(issueTestKey, { request })).result,
  }
  return (
    <SignWindow
      title={text(signAuthority.title)}
      lead={<Trans>Қолтаңба мына құжаттың өзгермейтін мәтініне қойылады: {number}.</Trans>}
      road={road}
      onClose={onClose}
    />
  )
}

export const signAct = (it: Opened): Act => ({
  operation: signAuthority.name,
  open: (close) => <Sign it={it} onClose={close} />,
})

export const Seal = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const asked = useCall(authoritySignatures, { id: it.id }, { enabled: it.sealed, kinds: ['authority'] })
  const [signature] = asked.data?.result.signatures ?? []
  if (!signature) return null
  return (
    <Card title={t`Электрондық қолтаңба`}>
      <div className="stack">
        <div className="row">
          <State tone={signature.valid ? 'ok' : 'late'}>{signature.valid ? t`Жарамды` : t`Жарамсыз`}</State>
        </div>
        {signature.says ? <p>{text(signature.says)}</p> : null}
        <Facts
          narrow
          facts={[
            { title: t`Кілт иесі`, value: signature.name },
            { title: t`Қойылған уақыты`, value: format.instant(signature.stampedAt ?? signature.receivedAt) },
            { title: t`Сертификат берген`, value: signature.issuer },
          ]}
        />
        {signature.demonstration ? (
          <Banner tone="warn">
            <Trans>Көрсетілім кілтімен қойылған: заңды күші жоқ.</Trans>
          </Banner>
        ) : null}
      </div>
    </Card>
  )
}

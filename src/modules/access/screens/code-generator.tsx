// The code generator on the phone: set up by a picture and its first code, removed after a fresh proof.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '../../../ui/call.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { ErrorState, State } from '../../../ui/notes.tsx'
import { Card } from '../../../ui/page.tsx'
import { useCommand } from '../../../ui/use-call.ts'
import { dropTotp, enrolTotp, enrolTotpConfirm } from '../contract.ts'

const SetUp = ({ offer, onClose }: { offer: Output<typeof enrolTotp>; onClose: () => void }) => {
  const { t } = useLingui()
  const spaced = offer.secret.replace(/(.{4})/g, '$1 ').trim()
  return (
    <Dialog title={t`Код генераторын қосу`} onClose={onClose}>
      <ol>
        <li>
          <Trans>Телефондағы код генераторы қосымшасын ашып, осы суретті түсіріңіз.</Trans>
        </li>
        <li>
          <Trans>Қосымша көрсеткен алты цифрды төменге теріңіз.</Trans>
        </li>
      </ol>
      <img
        src={offer.qr}
        width={220}
        height={220}
        alt={t`Қосымша оқитын QR коды; төменде сол кілт мәтінмен берілген`}
      />
      <p>
        <Trans>Сурет түсіру мүмкін болмаса, кілтті қолмен теріңіз:</Trans> <code className="number">{spaced}</code>
      </p>
      <Form
        shape={enrolTotpConfirm}
        keeps={false}
        fields={[{ kind: 'code', path: 'code', label: t`Растау коды`, max: 6, complete: 'one-time-code' }]}
        button={t`Растау`}
        onDone={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}

export const CodeGenerator = ({ since }: { since: string | null }) => {
  const { t } = useLingui()
  const format = useFormat()
  const enrol = useCommand(enrolTotp)
  const drop = useCommand(dropTotp)
  const [offer, setOffer] = useState<Output<typeof enrolTotp> | null>(null)
  const when = since ? format.instant(since) : ''
  return (
    <Card
      title={t`Код генераторы`}
      extra={<State tone={since ? 'ok' : 'plain'}>{since ? t`Қосулы` : t`Қосылмаған`}</State>}
    >
      {since ? (
        <>
          <p className="quiet">
            <Trans>Қосылған уақыты: {when}</Trans>
          </p>
          <button type="button" className="button danger" disabled={drop.isPending} onClick={() => drop.mutate({})}>
            <Trans>Өшіру</Trans>
          </button>
        </>
      ) : (
        <>
          <p className="quiet">
            <Trans>Құпиясөзіңізді біреу біліп қалса да, телефондағы кодсыз кіре алмайды.</Trans>
          </p>
          <button
            type="button"
            className="button"
            disabled={enrol.isPending}
            onClick={() => enrol.mutate({}, { onSuccess: ({ result }) => setOffer(result) })}
          >
            <Trans>Қосу</Trans>
          </button>
        </>
      )}
      {enrol.isError || drop.isError ? <ErrorState error={enrol.error ?? drop.error} /> : null}
      {offer ? <SetUp offer={offer} onClose={() => setOffer(null)} /> : null}
    </Card>
  )
}

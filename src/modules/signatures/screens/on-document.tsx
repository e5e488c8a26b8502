// What this room adds to a document's page: the act of signing electronically, and the signatures with how they stand now.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { downloadFile, type Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import type { Act } from '../../../ui/may.tsx'
import { Banner, Bones, State } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import type { openDocument } from '../../documents/contract.ts'
import { addSignature, listSignatures, takeSignature, verifySignatures } from '../contract.ts'
import { Sign } from './sign.tsx'

type Opened = Output<typeof openDocument>
type Kept = Output<typeof listSignatures>['signatures'][number]
type Verdict = Output<typeof verifySignatures>['signatures'][number]

const useActs = (it: Opened): readonly Act[] =>
  it.sealedAt
    ? []
    : [
        {
          operation: addSignature.name,
          open: (close) => <Sign id={it.id} version={it.version} number={it.number ?? ''} onClose={close} />,
        },
      ]

const live = { kinds: ['document'] } as const

const useVerdicts = (it: Opened) => useCall(verifySignatures, { id: it.id }, { ...live, enabled: it.sealedAt !== null })

const Warning = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const wrong = useVerdicts(it).data?.result.signatures.find(({ valid }) => !valid)
  if (!wrong) return null
  return (
    <Banner tone="late" loud title={t`Электрондық қолтаңба жарамсыз.`}>
      {wrong.says ? text(wrong.says) : null} <ClauseChip id="5.16" />
    </Banner>
  )
}

const Take = ({ it, kept }: { it: Opened; kept: Kept }) => {
  const [failed, setFailed] = useState(false)
  const name = `${(it.number ?? it.id).replaceAll('/', '-')}.p7s`
  return (
    <>
      <button
        type="button"
        className="button small no-print"
        onClick={() => {
          setFailed(false)
          downloadFile(takeSignature, { id: it.id, signature: kept.id }, name).catch(() => setFailed(true))
        }}
      >
        <Trans>Қолтаңба файлын алу (CMS)</Trans>
      </button>
      {failed ? (
        <p role="alert">
          <Trans>Файл алынбады. Қайталап көріңіз.</Trans>
        </p>
      ) : null}
    </>
  )
}

const useRevocation = (of: Kept['revocation']): string => {
  const { t } = useLingui()
  if (of === 'ocsp') return t`OCSP арқылы тексерілді`
  return of === 'crl' ? t`тізім (CRL) бойынша тексерілді` : t`тексерілген жоқ`
}

const Standing = ({ verdict, at }: { verdict: Verdict | undefined; at: string | undefined }) => {
  const { t } = useLingui()
  const format = useFormat()
  const when = at ? format.instant(at) : ''
  if (!verdict) return <Bones lines={1} />
  return (
    <div className="row">
      <State tone={verdict.valid ? 'ok' : 'late'}>{verdict.valid ? t`Жарамды` : t`Жарамсыз`}</State>
      <span className="quiet">
        <Trans>Тексерілді: {when}</Trans>
      </span>
    </div>
  )
}

const Signature = ({ it, kept }: { it: Opened; kept: Kept }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const verified = useVerdicts(it).data?.result
  const verdict = verified?.signatures.find(({ id }) => id === kept.id)
  const revocation = useRevocation(kept.revocation)
  return (
    <div className="stack">
      <Standing verdict={verdict} at={verified?.at} />
      {verdict?.says ? <p>{text(verdict.says)}</p> : null}
      <Facts
        narrow
        facts={[
          { title: t`Кілт иесі`, value: kept.name },
          kept.stampedAt
            ? { title: t`Уақыт белгісі (TSP)`, value: format.instant(kept.stampedAt) }
            : { title: t`Қабылданған уақыты`, value: format.instant(kept.receivedAt) },
          { title: t`Сертификат берген`, value: kept.issuer },
          { title: t`Сертификат нөмірі`, value: <code style={{ overflowWrap: 'anywhere' }}>{kept.serial}</code> },
          { title: t`Сертификат мерзімі`, value: format.instant(kept.validUntil) },
          { title: t`Кері қайтарылуы`, value: revocation },
          { title: t`Алгоритмі`, value: kept.algorithm },
        ]}
      />
      {kept.demonstration ? (
        <Banner tone="warn">
          <Trans>Көрсетілім кілтімен қойылған: заңды күші жоқ.</Trans>
        </Banner>
      ) : null}
      {verdict?.valid && verdict.expiredSince ? (
        <p className="quiet">
          <Trans>Сертификаттың мерзімі кейін өткен. Қолтаңба қойылған күні ол жарамды болған.</Trans>
        </p>
      ) : null}
      <div>
        <Take it={it} kept={kept} />
      </div>
    </div>
  )
}

const Side = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const list = useCall(listSignatures, { id: it.id }, { ...live, enabled: it.signed !== null })
  if (!it.signed || !list.data) return null
  const { signatures } = list.data.result
  return (
    <Card title={t`Электрондық қолтаңба`} extra={<ClauseChip id="5.16" />}>
      {signatures.length ? (
        signatures.map((kept) => <Signature key={kept.id} it={it} kept={kept} />)
      ) : (
        <p className="quiet">
          <Trans>Электрондық қолтаңба қойылмаған. Оны құжатқа қол қойған адам қосады.</Trans>
        </p>
      )}
    </Card>
  )
}

const part: RecordPart<Opened> = { useActs, banner: Warning, side: Side }
export default part

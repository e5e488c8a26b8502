// One piece of evidence: whether it is sealed, in whose hands it is, its files, and the chain of custody.
import { Trans, useLingui } from '@lingui/react/macro'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { MayBar } from '../../../ui/may.tsx'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { readEvidence, renewCopy, reseal } from '../contract.ts'
import { groundTitles, kindTitles, stateTitles } from '../words.ts'
import { useActs } from './acts.tsx'
import { Chain } from './chain.tsx'
import { Files } from './files.tsx'
import { stateTones } from './states.ts'
import './evidence.css'

export type Opened = Output<typeof readEvidence>

const Warnings = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const to = it.offeredTo ? text(it.offeredTo.name) : ''
  const by = it.unsealedBy ? text(it.unsealedBy) : ''
  const proposer = it.doomed ? text(it.doomed.by) : ''
  const why = it.doomed?.reason ?? ''
  const held = it.hold?.reason ?? ''
  return (
    <>
      {it.damaged ? (
        <Banner tone="late" loud title={t`Файл бүлінген.`}>
          <Trans>Бүлінген файл берілмейді. Түпнұсқа бүтін болса, жетекші одан жаңа жұмыс көшірмесін жасайды.</Trans>{' '}
          <ClauseChip id="5.16" />
        </Banner>
      ) : null}
      {it.offeredTo ? <Banner tone="warn" title={t`Тапсырылып жатыр, алушы: ${to}`} /> : null}
      {it.unsealedBy ? <Banner tone="warn" title={t`Мөрді ашқан: ${by}`} /> : null}
      {it.hold ? (
        <Banner title={t`Жоюға тыйым салынған.`}>
          {held} <ClauseChip id="5.16" />
        </Banner>
      ) : null}
      {it.doomed && !it.endedOn ? (
        <Banner tone="warn" title={t`Жоюға ұсынған: ${proposer}`}>
          {why}
        </Banner>
      ) : null}
    </>
  )
}

const Custody = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Card title={t`Қазір кімде`}>
      <Facts
        narrow
        facts={[
          { title: t`Қолында ұстаушы`, value: it.holder ? <b>{text(it.holder)}</b> : null },
          { title: t`Қайтару мерзімі`, value: it.backOn ? format.day(it.backOn) : null },
          { title: t`Сақталатын орны`, value: it.holder ? it.keptAt : null },
          { title: t`Мөрі`, value: <span className="number">{it.seal}</span> },
          { title: t`Сақталатын соңғы күн`, value: it.keptUntil ? format.day(it.keptUntil) : null },
          { title: t`Тізбек аяқталған күн`, value: it.endedOn ? format.day(it.endedOn) : null },
        ]}
      />
    </Card>
  )
}

const Origin = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Card title={t`Қайдан алынды`}>
      <Facts
        narrow
        facts={[
          { title: t`Түрі`, value: text(kindTitles[it.kind]) },
          { title: t`Ерекше белгілері`, value: it.marks },
          { title: t`Кімнен алынды`, value: it.fromWhom },
          { title: t`Алынған күні`, value: format.day(it.receivedOn) },
          { title: t`Жүйеге енгізілді`, value: format.instant(it.receivedAt) },
          { title: t`Кім қабылдады`, value: text(it.receivedBy) },
          { title: t`Негізі`, value: text(groundTitles[it.ground]) },
          {
            title: t`Сұрау салу немесе талап`,
            value: it.request ? <Go to={`/requests/${it.request.id}`}>{it.request.caption}</Go> : null,
          },
          { title: t`Акт не хаттама`, value: it.paper },
        ]}
      />
    </Card>
  )
}

const allows = (may: readonly May[], operation: string): boolean =>
  may.some((it) => it.operation === operation && it.allowed)

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const acts = useActs(it)
  const { number } = it.investigation
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/evidence', title: t`Дәлелдемелер` }}
        number={it.number}
        title={it.what}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            <ClauseChip id="6.21" />
          </>
        }
        sub={
          <Go to={`/investigations/${it.investigation.id}`}>
            <Trans>Қызметтік тексеру: {number}</Trans>
          </Go>
        }
      />
      <Warnings it={it} />
      <div className="columns">
        <div className="stack">
          <MayBar may={may} acts={acts} />
          <Card title={t`Файлдар`}>
            <Files
              it={it}
              original={it.state === 'unsealed' && allows(may, reseal.name)}
              renews={allows(may, renewCopy.name)}
            />
          </Card>
          <Card title={t`Сақтау тізбегі`} extra={<ClauseChip id="5.16" />}>
            <Chain acts={it.acts} />
          </Card>
        </div>
        <div className="stack">
          <Custody it={it} />
          <Origin it={it} />
          <p className="no-print">
            <Go to={`/evidence/${it.id}/label`} className="button">
              <Trans>Жапсырманы басып шығару</Trans>
            </Go>
          </p>
        </div>
      </div>
    </div>
  )
}

export default function Evidence() {
  const { id = '' } = useAddress().params
  const evidence = useCall(readEvidence, { id }, { kinds: ['investigation'] })
  return <Loaded of={evidence}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}

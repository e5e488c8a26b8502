// One authority: whether it is in force, what it names and for how long, the decision and its word, the scan, what happened.
import { Trans, useLingui } from '@lingui/react/macro'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { LegalClock } from '../../../ui/clock.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Happenings } from '../../../ui/happenings.tsx'
import { act, MayBar } from '../../../ui/may.tsx'
import { Banner, Loaded } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  issuerTitles,
  kindTitles,
  openAuthority,
  purposes,
  readAuthorityTimeline,
  revokeAuthority,
  wayTitles,
} from '../contract.ts'
import { Scans } from './scan.tsx'
import { Standing } from './states.tsx'

type Opened = Output<typeof openAuthority>

const useDays = () => {
  const { t } = useLingui()
  const format = useFormat()
  return (from: string, until: string | null): string =>
    `${format.day(from)} – ${until ? format.day(until) : t`күші жойылғанша`}`
}

const Scope = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const days = useDays()
  const narrowed = it.wished.from !== it.from || it.wished.until !== it.until
  return (
    <Card title={t`Ауқымы`} extra={<ClauseChip id={it.clause} />}>
      <div className="stack">
        <Facts
          facts={[
            {
              title: t`Кім немесе не туралы`,
              value: (
                <>
                  {it.subjects.map((subject) => (
                    <div key={`${subject.kind} ${subject.id}`}>
                      {subject.page ? (
                        <Go to={subject.page} className="link">
                          {subject.label}
                        </Go>
                      ) : (
                        subject.label
                      )}
                      {subject.kindTitle ? <small className="quiet"> {text(subject.kindTitle)}</small> : null}
                    </div>
                  ))}
                </>
              ),
            },
            { title: t`Кім береді`, value: text(issuerTitles[it.issuer]) },
            { title: t`Қол қойған`, value: it.issuerName ? text(it.issuerName) : null },
            { title: t`Нөмірі`, value: it.number },
            { title: t`Берілген күні`, value: it.issuedOn ? format.day(it.issuedOn) : null },
            { title: it.number ? t`Қолданылатын күндері` : t`Сұралған күндер`, value: days(it.from, it.until) },
            narrowed && it.number && it.way === 'asked'
              ? { title: t`Сұралғаны`, value: days(it.wished.from, it.wished.until) }
              : null,
            { title: t`Шектеуі`, value: it.scope ? <span className="said">{it.scope}</span> : null },
          ]}
        />
        <section>
          <h3>{it.way === 'paper' ? <Trans>Құжаттың мазмұны</Trans> : <Trans>Негізі</Trans>}</h3>
          <p className="said">{it.ground}</p>
        </section>
      </div>
    </Card>
  )
}

const Decision = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { decision } = it
  if (!decision || it.way === 'issued') return null
  const title = it.way === 'paper' ? t`Сканмен салыстырды` : t`Басшының шешімі`
  return (
    <Card title={title} extra={<ClauseChip id={it.way === 'paper' ? '5.16' : '7.2'} />}>
      {decision.word ? <p className="said">{decision.word}</p> : null}
      <p className="quiet">
        {text(decision.by)} · {format.instantShort(decision.at)}
      </p>
    </Card>
  )
}

const Ended = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { revocation } = it
  if (it.state === 'refused') return <Banner tone="late" title={t`Басшы бас тартты.`} />
  if (it.state === 'expired') return <Banner title={t`Мерзімі аяқталды. Оған сүйеніп ештеңе істелмейді.`} />
  if (!revocation) return null
  const on = format.day(revocation.on)
  return (
    <Banner tone="late" loud title={t`Күші жойылды: ${on}.`}>
      {revocation.word}{' '}
      <small>
        {text(revocation.by)}
        {revocation.number ? `, № ${revocation.number}` : ''}
        {revocation.signer ? `, ${text(revocation.signer)}` : ''}
      </small>
    </Banner>
  )
}

const Origin = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Card title={t`Қалай пайда болды`}>
      <Facts
        narrow
        facts={[
          { title: t`Жолы`, value: text(wayTitles[it.way]) },
          { title: t`Сұраған`, value: it.askedBy ? text(it.askedBy) : null },
          it.askedBy && text(it.askedBy) === text(it.author)
            ? null
            : { title: it.way === 'paper' ? t`Тіркеген` : t`Дайындаған`, value: text(it.author) },
          { title: t`Енгізілген`, value: format.instantShort(it.enteredAt) },
        ]}
      />
    </Card>
  )
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const more = useParts<Opened>('authority')
  const acts = [
    ...more.flatMap((part) => part.useActs?.(it) ?? []),
    act({
      shape: revokeAuthority,
      plain: true,
      fixed: { id: it.id, version: it.version },
      danger: true,
      lead: t`Осы құжатқа сүйенген әрекеттердің бәрі бірден тоқтайды.`,
      fields: [{ kind: 'prose', path: 'reason', label: t`Себебі`, rows: 3 }],
    }),
  ]
  const kind = text(kindTitles[it.kind])
  const clock = it.state === 'asked' ? it.term : it.state === 'granted' ? it.force : null
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/authorities', title: t`Тапсырмалар мен рұқсаттар` }}
        number={it.number ?? t`нөмірсіз`}
        title={`${text(purposes[it.purpose].title)}: ${it.names[0] ?? ''}${it.names.length > 1 ? ' …' : ''}`}
        chips={
          <>
            <Standing it={it} />
            <ClauseChip id={it.clause} />
          </>
        }
        sub={`${kind} · ${text(issuerTitles[it.issuer])}`}
        clock={clock ? <LegalClock term={clock} /> : null}
      />
      <div className="columns">
        <div className="stack">
          <Ended it={it} />
          {more.map(({ banner: Said }, at) => (Said ? <Said key={at} it={it} /> : null))}
          <MayBar may={may} acts={acts} />
          <Decision it={it} />
          <Scope it={it} />
          {it.files.length ? (
            <Card title={t`Скан`} extra={<ClauseChip id="5.16" />}>
              <Scans id={it.id} files={it.files} seen={it.scanSeen} />
            </Card>
          ) : null}
          {it.revocationFiles.length ? (
            <Card title={t`Күші жойылғаны туралы қағаз`}>
              <Scans id={it.id} files={it.revocationFiles} seen={false} />
            </Card>
          ) : null}
        </div>
        <div className="stack">
          <Origin it={it} />
          {more.map(({ side: Beside }, at) => (Beside ? <Beside key={at} it={it} /> : null))}
          <Happenings of={readAuthorityTimeline} it={it} kinds={['authority']} />
        </div>
      </div>
    </div>
  )
}

export default function AuthorityPage() {
  const { id } = useAddress().params
  const opened = useCall(openAuthority, { id: id ?? '' }, { kinds: ['authority'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}

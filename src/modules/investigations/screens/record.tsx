// One investigation: its state and clock, the authority or what is missing, who is under it and who carries it, what happened.
import { Trans, useLingui } from '@lingui/react/macro'
import { addedTabs } from '../../../ui/added-tabs.tsx'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { LegalClock } from '../../../ui/clock.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Happenings } from '../../../ui/happenings.tsx'
import { MayBar } from '../../../ui/may.tsx'
import { Banner, EmptyState, Loaded, State, UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead, Tabs } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { readInvestigation, readInvestigationTimeline } from '../contract.ts'
import { kindTitles, offenceTitles, recusalTitles, roleTitles, stateTitles } from '../words.ts'
import { useActs } from './acts.tsx'
import { stateTones } from './states.ts'

export type Opened = Output<typeof readInvestigation>

const unverified = {
  kk: 'Мерзімді заңгер растаған жоқ; параметр ретінде өзгертіледі.',
  ru: 'Срок не подтверждён юристом; меняется как параметр.',
  en: 'The term has not been confirmed by a lawyer; it is changed as a parameter.',
}

const askFor = (it: Opened): string => `/authorities/new?purpose=${it.authority.purpose}&about=investigation:${it.id}`

const Gate = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  if (it.ended)
    return (
      <Banner title={it.state === 'closed' ? t`Аяқталды` : t`Қысқартылды`}>
        <span className="said">{it.ended.word}</span>
      </Banner>
    )
  if (it.state === 'proposed')
    return (
      <Banner tone="warn" title={t`Үкім күшіне енгендіктен жүйе осы тексеруді ұсынды.`}>
        <p>
          <Trans>Меңгеруші қабылдайды, содан кейін басшылықтан тапсырма сұрайды.</Trans>
        </p>
        {it.brief || it.authority.inForce.length ? null : (
          <Go to={askFor(it)} className="button">
            <Trans>Тапсырма сұрау</Trans>
          </Go>
        )}
      </Banner>
    )
  if (it.fallen && it.openedOn !== null && !it.concludedOn)
    return (
      <Banner tone="late" loud title={t`Тексеру тоқтатыла тұрды: бағынысты қызметшіге қатысты үкімнің күші жойылды.`}>
        <p>
          <Trans>Меңгеруші тексеруді қысқартады. Үкім қайта күшіне енсе, тексеру жалғасады.</Trans>
        </p>
      </Banner>
    )
  const stopped = it.openedOn !== null && !it.authority.inForce.length && !it.concludedOn
  if (stopped || it.state === 'halted')
    return (
      <Banner tone="late" loud title={t`Тексеру тоқтатыла тұрды: тапсырманың күші жоқ.`}>
        {it.brief ? null : (
          <Go to={askFor(it)} className="link">
            <Trans>Жаңа тапсырма сұрау</Trans>
          </Go>
        )}
      </Banner>
    )
  if (!it.missing.length) return null
  return (
    <Banner tone="warn" title={t`Тексеруді бастау үшін мыналар жетіспейді:`}>
      <ul>
        {it.missing.map(({ clause, says }, at) => (
          <li key={at}>
            {text(says)} <ClauseChip id={clause} />
          </li>
        ))}
      </ul>
      {it.authority.inForce.length ? null : (
        <Go to={askFor(it)} className="button">
          <Trans>Тапсырма сұрау</Trans>
        </Go>
      )}
    </Banner>
  )
}

const Authority = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Card title={t`Басшылықтың тапсырмасы`} extra={<ClauseChip id={it.clause} />}>
      {it.authority.inForce.length ? (
        <div className="stack">
          {it.authority.inForce.map((each) => (
            <Facts
              key={each.id}
              narrow
              facts={[
                { title: t`Нөмірі`, value: <Go to={`/authorities/${each.id}`}>{each.number}</Go> },
                { title: t`Кім берді`, value: text(each.issuer) },
                {
                  title: t`Күшінде`,
                  value: each.until ? `${format.day(each.from)} – ${format.day(each.until)}` : t`мерзімсіз`,
                },
              ]}
            />
          ))}
        </div>
      ) : (
        <p className="quiet">
          <Trans>Күшіндегі тапсырма жоқ.</Trans>
        </p>
      )}
    </Card>
  )
}

const Content = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { about, verdict } = it
  const people = it.brief ? it.persons.map((name) => ({ name, post: null, judge: false })) : it.people
  const convicted = verdict ? text(verdict.convicted) : ''
  const forceOn = verdict ? format.day(verdict.forceOn) : ''
  return (
    <div className="stack">
      <Facts
        facts={[
          {
            title: t`Тексерілетін адам`,
            value: (
              <>
                {people.map(({ name, post, judge }, at) => (
                  <div key={at}>
                    {text(name)} {judge ? <State tone="mark">{t`Судья`}</State> : null}
                    {post ? <div className="quiet">{text(post)}</div> : null}
                  </div>
                ))}
              </>
            ),
          },
          { title: t`Құқық бұзушылық`, value: text(offenceTitles[it.offence]) },
          { title: t`Жасалған күні`, value: format.day(it.committedOn) },
          { title: t`Анықталған күні`, value: format.day(it.discoveredOn) },
          { title: t`Сот немесе бөлімше`, value: it.place ? text(it.place.name) : null },
          {
            title: t`Бағыныстыға қатысты үкім`,
            value: verdict ? t`${convicted}, үкім күшіне енген күн: ${forceOn}` : null,
          },
          {
            title: t`Қай жазба бойынша`,
            value: about ? about.page ? <Go to={about.page}>{about.caption}</Go> : about.caption : null,
          },
        ]}
      />
      <section>
        <h3>
          <Trans>Не туралы</Trans>
        </h3>
        <p className="said" lang={it.language}>
          {it.allegations}
        </p>
      </section>
    </div>
  )
}

const Team = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  if (!it.team.length)
    return (
      <EmptyState title={<Trans>Топ әлі құрылмаған.</Trans>}>
        <Trans>Меңгеруші жетекші мен мүшелерді қосады. Туысы, әріптесі не ісі бар адам қосылмайды.</Trans>
      </EmptyState>
    )
  return (
    <div className="stack">
      {it.team.map((member) => {
        const from = format.day(member.from)
        const until = member.until ? format.day(member.until) : ''
        return (
          <article key={`${member.id}${member.from}${member.until ?? ''}`}>
            <div className="row">
              <b>{text(member.name)}</b>
              <State tone={member.until ? 'plain' : 'work'}>{text(roleTitles[member.role])}</State>
              <span className="quiet">{member.until ? `${from} – ${until}` : t`${from} күнінен`}</span>
            </div>
            {member.reason ? (
              <p>
                {member.cause ? <b>{text(recusalTitles[member.cause])}. </b> : null}
                <span className="said">{member.reason}</span>
              </p>
            ) : null}
            {member.conflict ? <Banner tone="late" title={text(member.conflict.says)} /> : null}
          </article>
        )
      })}
    </div>
  )
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const more = useParts<Opened>('investigation')
  const acts = [...useActs(it), ...more.flatMap((part) => part.useActs?.(it) ?? [])]
  const kind = text(kindTitles[it.kind])
  const unit = text(it.unit)
  const parts = it.brief ? more.filter(({ readers }) => readers) : more
  const content = { key: 'content', title: t`Мазмұны`, body: () => <Content it={it} /> }
  const tabs = [
    content,
    {
      key: 'team',
      title: t`Тексеру тобы`,
      count: it.team.filter(({ until }) => until === null).length,
      body: () => <Team it={it} />,
    },
    ...addedTabs(parts, it, text),
  ]
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/investigations', title: t`Қызметтік тексерулер` }}
        number={it.number ?? t`нөмірсіз`}
        title={it.persons.map((name) => text(name)).join(', ')}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            <ClauseChip id={it.clause} />
          </>
        }
        sub={`${kind} · ${unit}`}
        clock={
          it.term ? (
            <LegalClock
              term={it.term}
              note={it.termDoubtful ? <UnverifiedMark source={unverified} clause="6.21" /> : null}
            />
          ) : null
        }
      />
      <div className="columns">
        <div className="stack">
          <Gate it={it} />
          {parts.map(({ banner: Said }, at) => (Said ? <Said key={at} it={it} /> : null))}
          {it.brief ? null : <MayBar may={may} acts={acts} />}
          <Tabs
            key={it.brief ? 'brief' : 'whole'}
            label={t`Қызметтік тексеру`}
            tabs={it.brief ? tabs.filter(({ key }) => key !== 'team') : tabs}
          />
        </div>
        <div className="stack">
          <Authority it={it} />
          {parts.map(({ side: Beside }, at) => (Beside ? <Beside key={at} it={it} /> : null))}
          {it.brief ? null : <Happenings of={readInvestigationTimeline} it={it} />}
        </div>
      </div>
    </div>
  )
}

export default function InvestigationPage() {
  const { id } = useAddress().params
  const opened = useCall(readInvestigation, { id: id ?? '' }, { kinds: ['authority'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}

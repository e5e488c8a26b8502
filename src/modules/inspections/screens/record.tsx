// One inspection: its state and clock, the authority or what is missing, its programme and team, and what the rooms above add.
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
import { askingPath } from '../../authorities/contract.ts'
import { readInspection, readInspectionTimeline } from '../contract.ts'
import { recusalTitles, roleTitles, stateTitles } from '../words.ts'
import { useActs } from './acts.tsx'
import { stateTones } from './states.ts'
import { unverified } from './unverified.ts'

export type Opened = Output<typeof readInspection>

const askFor = (it: Opened): string => askingPath('inspection', [{ kind: 'inspection', id: it.id }])

const Gate = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  if (it.ended)
    return (
      <Banner title={it.state === 'closed' ? t`Аяқталды` : t`Тоқтатылды`}>
        <span className="said">{it.ended.word}</span>
      </Banner>
    )
  const ask = it.authorities.length ? null : (
    <Go to={askFor(it)} className="button">
      <Trans>Бұйрық шығару не тапсырма сұрау</Trans>
    </Go>
  )
  if (it.halted)
    return (
      <Banner tone="late" loud title={t`Тексеру тоқтап тұр: бұйрықтың не тапсырманың күші жоқ.`}>
        {it.brief ? null : ask}
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
      {ask}
    </Banner>
  )
}

const Authority = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Card title={t`Бұйрық не тапсырма`} extra={<ClauseChip id="5.10" />}>
      {it.authorities.length ? (
        <div className="stack">
          {it.authorities.map((each) => (
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
          <Trans>Күшіндегі бұйрық та, тапсырма да жоқ.</Trans>
        </p>
      )}
    </Card>
  )
}

const Programme = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <div className="stack">
      <Facts
        facts={[
          { title: t`Тексерілетін бөлімше`, value: text(it.body.name) },
          { title: t`Мақсаты`, value: <span className="said">{it.aim}</span> },
          { title: t`Тексерілетін кезең`, value: `${format.day(it.periodFrom)} – ${format.day(it.periodUntil)}` },
          { title: t`Тексеру күндері`, value: `${format.day(it.startsOn)} – ${format.day(it.endsOn)}` },
        ]}
      />
      {it.extensions.map((each) => {
        const from = format.day(each.from)
        const until = format.day(each.until)
        return (
          <p key={each.at} className="quiet">
            <Trans>
              Күндері ұзартылды: {from} → {until}
            </Trans>{' '}
            <span className="said">{each.reason}</span>
          </p>
        )
      })}
      {it.brief ? null : (
        <section className="stack">
          <h3>
            <Trans>Бағдарламаның сұрақтары</Trans>
          </h3>
          <ol className="stack">
            {it.questions.map((question) => (
              <li key={question.id}>
                <b lang={it.language}>{question.words}</b>
                {question.answer ? (
                  <>
                    <p className="said" lang={it.language}>
                      {question.answer.words}
                    </p>
                    <div className="quiet">
                      {text(question.answer.by)} · {format.instantShort(question.answer.at)}
                    </div>
                  </>
                ) : (
                  <p className="quiet">
                    <Trans>Не анықталғаны әлі жазылмаған.</Trans>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
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
        <Trans>Меңгеруші жетекші мен мүшелерді қосады. Бұл бөлімшеде жұмыс істеген не туысы бар адам қосылмайды.</Trans>
      </EmptyState>
    )
  return (
    <div className="stack">
      {it.team.map((member) => (
        <article key={`${member.id}${member.endedOn ?? ''}`}>
          <div className="row">
            <b>{text(member.name)}</b>
            <State tone={member.endedOn ? 'plain' : 'work'}>
              {member.endedOn ? t`Топтан шықты` : text(roleTitles[member.role])}
            </State>
            <span className="quiet">
              {format.day(member.from)} – {format.day(member.endedOn ?? member.until)}
            </span>
          </div>
          {member.reason ? (
            <p>
              {member.cause ? <b>{text(recusalTitles[member.cause])}. </b> : null}
              <span className="said">{member.reason}</span>
            </p>
          ) : null}
          {member.conflict ? <Banner tone="late" title={text(member.conflict.says)} /> : null}
        </article>
      ))}
    </div>
  )
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const more = useParts<Opened>('inspection')
  const acts = [...more.flatMap((part) => part.useActs?.(it) ?? []), ...useActs(it)]
  const parts = it.brief ? [] : more
  const unit = text(it.unit)
  const programme = { key: 'programme', title: t`Бағдарлама`, body: () => <Programme it={it} /> }
  const tabs = [
    programme,
    {
      key: 'team',
      title: t`Тексеру тобы`,
      count: it.team.filter(({ endedOn }) => endedOn === null).length,
      body: () => <Team it={it} />,
    },
    ...addedTabs(parts, it, text),
  ]
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/inspections', title: t`Аумақтық бөлімшелерді тексеру` }}
        number={it.number ?? t`нөмірсіз`}
        title={text(it.body.name)}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            <ClauseChip id="5.10" />
          </>
        }
        sub={unit}
        clock={
          it.term ? (
            <LegalClock
              term={it.term}
              note={it.termDoubtful ? <UnverifiedMark source={unverified} clause="5.10" /> : null}
            />
          ) : null
        }
      />
      <div className="columns">
        <div className="stack">
          <Gate it={it} />
          {it.brief ? null : <MayBar may={may} acts={acts} />}
          <Tabs key={it.brief ? 'brief' : 'whole'} label={t`Тексеру`} tabs={it.brief ? [programme] : tabs} />
        </div>
        <div className="stack">
          <Authority it={it} />
          {parts.map(({ side: Beside }, at) => (Beside ? <Beside key={at} it={it} /> : null))}
          {it.brief ? null : <Happenings of={readInspectionTimeline} it={it} />}
        </div>
      </div>
    </div>
  )
}

export default function InspectionPage() {
  const { id } = useAddress().params
  const opened = useCall(readInspection, { id: id ?? '' }, { kinds: ['authority'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}

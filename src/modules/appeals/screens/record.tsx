// One appeal: how long is left and how that was counted, what may be done now, what it says, what was said, what happened.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { addedTabs } from '../../../ui/added-tabs.tsx'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { LegalClock } from '../../../ui/clock.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead, Tabs, Timeline } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  channelTitles,
  kindTitles,
  languageTitles,
  openAppeal,
  readTimeline,
  resultTitles,
  stageTitles,
  stateTitles,
} from '../contract.ts'
import { Acts } from './acts.tsx'
import { Count } from './count.tsx'
import { Content, Files, Papers, Talk } from './tabs.tsx'
import { stateTones } from './states.ts'

export type Opened = Output<typeof openAppeal>

const Responsible = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const nobody = t`тағайындалмаған`
  return (
    <Card title={t`Жауаптылар`}>
      <Facts
        narrow
        facts={[
          { title: t`Орындаушы`, value: it.assignee ? text(it.assignee) : <span className="quiet">{nobody}</span> },
          { title: t`Бөлімше`, value: text(it.unit) },
          {
            title: t`Қол қоятын`,
            value: it.signer ? (
              <>
                {text(it.signer)} <ClauseChip id="15" />
              </>
            ) : null,
          },
          { title: t`Қабылдаған`, value: text(it.receiver) },
        ]}
      />
    </Card>
  )
}

/** The journal is sealed a moment after each step, so the timeline is asked once more then. */
const sealedAfterMs = 2_500

const Happenings = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const { data, refetch } = useCall(readTimeline, { id: it.id }, { keep: true })
  useEffect(() => {
    const timer = setTimeout(() => void refetch(), sealedAfterMs)
    return () => clearTimeout(timer)
  }, [it.version, it.messages.length, it.documents.length, refetch])
  const rows = data?.result.rows ?? []
  return (
    <Card title={t`Оқиғалар желісі`}>
      {rows.length ? (
        <Timeline
          happenings={rows.map(({ at, title, clause, who, refused }) => ({
            at,
            title: text(title),
            clause,
            who: who ? text(who) : null,
            refused,
          }))}
        />
      ) : (
        <p className="quiet">
          <Trans>Журнал жазбалары бірер сәтте осында пайда болады.</Trans>
        </p>
      )}
      <p className="quiet">
        <Trans>Әр қадам мөрленген журналда өз тармағымен сақталады.</Trans>
      </p>
    </Card>
  )
}

const Ending = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  if (!it.ending) return null
  const body = it.ending.body ? text(it.ending.body) : ''
  return (
    <Banner title={body ? t`Құзыретті органға жіберілді: ${body}.` : text(stateTitles[it.state])}>
      {it.ending.reason === body ? null : it.ending.reason}
    </Banner>
  )
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const [counting, setCounting] = useState(false)
  const more = useParts<Opened>('appeal')
  const kind = text(kindTitles[it.kind])
  const court = it.court ? text(it.court) : ''
  const registeredOn = format.day(it.registeredOn)
  const channel = text(channelTitles[it.channel])
  const spoken = text(languageTitles[it.language])
  const receivedAt = format.instant(it.receivedAt)
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/appeals', title: t`Өтініштер` }}
        number={it.number ?? it.slipNumber}
        title={it.subject ?? (court ? `${kind}: ${court}` : kind)}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            {it.result ? <State tone="ok">{text(resultTitles[it.result])}</State> : null}
            {it.stage ? <State tone="plain">{text(stageTitles[it.stage])}</State> : null}
            {it.anonymous ? <State tone="mark">{t`Анонимді`}</State> : null}
            <ClauseChip id="6.23" />
          </>
        }
        sub={
          it.number
            ? t`Тіркелген күні: ${registeredOn} · Арнасы: ${channel} · Тілі: ${spoken}`
            : t`Түскен уақыты: ${receivedAt} · Арнасы: ${channel} · Тілі: ${spoken}`
        }
        clock={
          <LegalClock
            term={it.term}
            note={
              <button type="button" className="link" aria-expanded={counting} onClick={() => setCounting(!counting)}>
                {counting ? t`Есебін жасыру` : t`Қалай есептелді`}
              </button>
            }
          />
        }
      />
      {counting ? <Count it={it} /> : null}
      <div className="columns">
        <div className="stack">
          <Ending it={it} />
          {more.map(({ banner: Said }, at) => (Said ? <Said key={at} it={it} /> : null))}
          <Acts it={it} may={may} more={more} />
          <Tabs
            label={t`Өтініш`}
            tabs={[
              { key: 'content', title: t`Мазмұны`, body: () => <Content it={it} /> },
              {
                key: 'talk',
                title: t`Хат алмасу`,
                count: it.messages.length + it.notes.length,
                body: () => <Talk it={it} />,
              },
              { key: 'papers', title: t`Құжаттар`, count: it.documents.length, body: () => <Papers it={it} /> },
              { key: 'files', title: t`Файлдар`, count: it.files.length, body: () => <Files it={it} /> },
              ...addedTabs(more, it, text),
            ]}
          />
        </div>
        <div className="stack">
          <Responsible it={it} />
          {more.map(({ side: Beside }, at) => (Beside ? <Beside key={at} it={it} /> : null))}
          <Happenings it={it} />
        </div>
      </div>
    </div>
  )
}

export default function AppealPage() {
  const { id } = useAddress().params
  const opened = useCall(openAppeal, { id: id ?? '' }, { kinds: ['document'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}

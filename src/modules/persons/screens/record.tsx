// A person: name and post for whoever finds him or her; the card, once a ground stands, and only while it stands.
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { MayBar } from '../../../ui/may.tsx'
import { Banner, Bones, ErrorState, Loaded, State } from '../../../ui/notes.tsx'
import { Card, RecordHead, Tabs } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { onePerson, personKindTitles, readCard } from '../contract.ts'
import { useActs } from './acts.tsx'
import { Corrections, KinList, Particulars, Posts } from './card.tsx'

export type Opened = Output<typeof onePerson>

const Ground = ({ it }: { it: Opened }) => {
  const format = useFormat()
  const { opening, minutes, reviewDays } = it
  if (!opening)
    return (
      <Banner
        tone="warn"
        title={<Trans>Карточка жабық. Оны ашу үшін жүргізіп отырған ісіңізді немесе шұғыл себепті көрсетіңіз.</Trans>}
      >
        <Trans>
          Карточка ашық тұратын уақыт, минут: {minutes}. Шұғыл себепті меңгеруші тексереді, мерзімі, жұмыс күні:{' '}
          {reviewDays}.
        </Trans>
      </Banner>
    )
  const until = format.instant(opening.until)
  const { matter } = opening
  return (
    <Banner tone="ok" title={<Trans>Карточка сізге ашық. Жабылатын уақыты: {until}</Trans>}>
      {matter ? (
        matter.page ? (
          <Go to={matter.page} className="link">
            {matter.caption}
          </Go>
        ) : (
          matter.caption
        )
      ) : (
        <Trans>Шұғыл себеппен ашылды, меңгеруші тексереді.</Trans>
      )}{' '}
      <Go to={`/persons/openings/${opening.id}`} className="link">
        <Trans>Ашу жазбасы</Trans>
      </Go>
    </Banner>
  )
}

const Body = ({ it, may, again }: { it: Opened; may: readonly May[]; again: () => void }) => {
  const { t } = useLingui()
  const text = useText()
  const more = useParts<Opened>('person')
  const open = it.opening !== null
  const until = it.opening?.until
  useEffect(() => {
    if (!until) return
    // The hours run out also on a screen that nobody touches.
    const timer = setTimeout(again, Math.max(0, new Date(until).getTime() - Date.now()) + 1000)
    return () => clearTimeout(timer)
  }, [until, again])
  const card = useCall(readCard, { id: it.id }, { enabled: open })
  const shown = open && !card.isError ? (card.data?.result ?? null) : null
  const acts = [...useActs(it, shown), ...more.flatMap((part) => part.useActs?.(it) ?? [])]
  const post = it.post ? text(it.post) : ''
  const body = it.body ? text(it.body) : ''
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/persons', title: t`Судьялар мен қызметкерлер` }}
        number={body || t`лауазымсыз`}
        title={text(it.name)}
        chips={
          <>
            {it.kind ? <State tone="plain">{text(personKindTitles[it.kind])}</State> : null}
            <State tone={open ? 'ok' : 'mark'}>{open ? t`Карточка ашық` : t`Карточка жабық`}</State>
            <ClauseChip id="5.16" />
          </>
        }
        sub={[post, body].filter(Boolean).join(' · ')}
      />
      <div className="columns">
        <div className="stack">
          <Ground it={it} />
          {more.map(({ banner: Said }, at) => (Said ? <Said key={at} it={it} /> : null))}
          <MayBar may={may} acts={acts} />
          {shown ? (
            <Tabs
              label={t`Карточка`}
              tabs={[
                { key: 'posts', title: t`Қызмет жолы`, count: shown.posts.length, body: () => <Posts card={shown} /> },
                { key: 'particulars', title: t`Мәліметтері`, body: () => <Particulars card={shown} /> },
                { key: 'kin', title: t`Туыстары`, count: shown.kin.length, body: () => <KinList card={shown} /> },
                {
                  key: 'corrections',
                  title: t`Түзетулер`,
                  count: shown.corrections.length,
                  body: () => <Corrections card={shown} />,
                },
                ...more.flatMap(({ tabs = [] }) =>
                  tabs.map(({ key, title, body: Added }) => ({
                    key,
                    title: text(title),
                    body: () => <Added it={it} />,
                  })),
                ),
              ]}
            />
          ) : open ? (
            card.isError ? (
              <ErrorState error={card.error} />
            ) : (
              <Bones />
            )
          ) : null}
        </div>
        <div className="stack">
          {more.map(({ side: Beside }, at) => (Beside ? <Beside key={at} it={it} /> : null))}
          <Card title={t`Қалай ашылады`}>
            <p>
              <Trans>
                Адамның мәліметтері заңмен қорғалады. Карточканы ашу да, оқу да журналға жазылады; Бөлім қызметкері өз
                карточкасын көрмейді.
              </Trans>
            </p>
          </Card>
        </div>
      </div>
    </div>
  )
}

export default function PersonPage() {
  const { id } = useAddress().params
  const opened = useCall(onePerson, { id: id ?? '' }, { kinds: ['person', 'personOpening'] })
  const { refetch } = opened
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} again={() => void refetch()} />}</Loaded>
}

// One summons: what is asked and until when, how it was served, what the person wrote, the act of refusal, what happened.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { downloadFile } from '../../../ui/call.ts'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { LegalClock } from '../../../ui/clock.tsx'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Happenings } from '../../../ui/happenings.tsx'
import { MayBar } from '../../../ui/may.tsx'
import { usePower } from '../../../ui/me.ts'
import { Banner, EmptyState, Loaded, State, UnverifiedMark } from '../../../ui/notes.tsx'
import { useOnce } from '../../../ui/once.tsx'
import { Card, Facts, RecordHead, Tabs } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { openSummons, printAct, readExplanation, readSummonsTimeline } from '../contract.ts'
import { channelTitles, receiptTitles, stateTitles, wayTitles } from '../words.ts'
import { useActs } from './acts.tsx'
import { stateTones } from './states.ts'

export type Opened = Output<typeof openSummons>

const Content = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { appear, served } = it
  return (
    <div className="stack">
      <Facts
        facts={[
          { title: t`Кімге`, value: text(it.person.name) },
          { title: t`Лауазымы`, value: it.person.post ? text(it.person.post) : null },
          {
            title: t`Қайда және қашан келеді`,
            value: appear ? [format.day(appear.on), appear.at, appear.place].filter(Boolean).join(', ') : null,
          },
          {
            title: t`Тапсырылды`,
            value: served ? `${format.day(served.on)} · ${text(wayTitles[served.way])} · ${served.by}` : null,
          },
          { title: t`Алғаны`, value: served ? text(receiptTitles[served.receipt]) : null },
          { title: t`Алуы туралы`, value: served?.words ?? null },
          { title: t`Келмеген күні`, value: it.missed ? format.day(it.missed.on) : null },
          { title: t`Мән-жайлары`, value: it.missed?.words ?? null },
        ]}
      />
      <section>
        <h3>
          <Trans>Не сұралады</Trans>
        </h3>
        <p className="said" lang={it.language}>
          {it.asked}
        </p>
      </section>
      {it.files.length ? <FileList kind="summons" id={it.id} files={it.files} /> : null}
    </div>
  )
}

/** The words come only when they are asked for, and each asking is an entry. */
const Words = ({ summons, explanation }: { summons: string; explanation: string }) => {
  const text = useText()
  const read = useCall(readExplanation, { id: summons, explanation }, { keep: true })
  return (
    <Loaded of={read}>
      {(it) => (
        <>
          <p className="said">{it.text}</p>
          {it.by ? (
            <p className="quiet">
              <Trans>Енгізген:</Trans> {text(it.by)}
            </p>
          ) : null}
          {it.files.length ? <FileList kind="summons" id={summons} files={it.files} /> : null}
        </>
      )}
    </Loaded>
  )
}

const Explanations = ({ it }: { it: Opened }) => {
  const text = useText()
  const format = useFormat()
  const [open, setOpen] = useState<readonly string[]>([])
  if (!it.given.length)
    return (
      <EmptyState title={<Trans>Түсініктеме әлі түскен жоқ.</Trans>}>
        <Trans>Адам оны код арқылы өзі жазады немесе қағаз түрінде береді.</Trans>
      </EmptyState>
    )
  return (
    <div className="stack">
      {it.given.map(({ id, at, channel }) => (
        <article key={id}>
          <div className="row">
            <b>{format.instantShort(at)}</b>
            <State>{text(channelTitles[channel])}</State>
            {open.includes(id) ? null : (
              <button type="button" className="button small" onClick={() => setOpen([...open, id])}>
                <Trans>Оқу</Trans>
              </button>
            )}
          </div>
          {open.includes(id) ? <Words summons={it.id} explanation={id} /> : null}
        </article>
      ))}
      <p className="quiet">
        <Trans>Әр оқу журналға жазылады.</Trans>
      </p>
    </div>
  )
}

const Act = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { refused } = it
  if (!refused) return null
  return (
    <Card title={t`Түсініктеме беруден бас тарту актісі`} extra={<ClauseChip id="5.2" />}>
      <Facts
        narrow
        facts={[
          { title: t`Күні`, value: format.day(refused.on) },
          { title: t`Актіні жасаған`, value: text(refused.by) },
          {
            title: t`Куәлар`,
            value: refused.witnesses.map(({ name, post }) => (
              <div key={name}>
                {name}, {post}
              </div>
            )),
          },
        ]}
      />
      <p className="said">{refused.words}</p>
      <button type="button" className="button" onClick={() => void downloadFile(printAct, { id: it.id }, 'act.pdf')}>
        <Trans>Актіні басып шығару (PDF)</Trans>
      </button>
    </Card>
  )
}

const Told = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const demands = usePower('requests.prepare')
  if (it.ended)
    return (
      <Banner title={t`Шақыру кері қайтарылды`}>
        <span className="said">{it.ended.word}</span>
      </Banner>
    )
  if (it.reported)
    return (
      <Banner title={t`Орындалмағаны басшылыққа баяндалды`}>
        <span className="said">{it.reported.words}</span>
      </Banner>
    )
  if (it.awaitsReport)
    return (
      <Banner tone="late" title={t`Ереженің 12-тармағы бойынша міндетті адам шақыруды орындамады.`}>
        {demands ? (
          <Go to={`/requests/new?kind=demand&about=summons:${it.id}`} className="link">
            <Trans>Заңды талап жіберу</Trans>
          </Go>
        ) : null}
      </Banner>
    )
  if (it.state === 'signed' && !it.codedAt)
    return <Banner tone="warn" title={t`Тапсырмас бұрын құпия кодты басып шығарыңыз.`} />
  return null
}

const Paper = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { document } = it
  return (
    <Card title={t`Құжат`} extra={<ClauseChip id="15" />}>
      <Facts
        narrow
        facts={[
          {
            title: t`Нөмірі`,
            value: document ? <Go to={`/documents/${document.id}`}>{it.number ?? t`Жобаны ашу`}</Go> : it.number,
          },
          { title: t`Күйі`, value: document ? text(document.state) : null },
          { title: t`Дайындаған`, value: text(it.author) },
          { title: t`Құпия код басылған`, value: it.codedAt ? format.instantShort(it.codedAt) : null },
        ]}
      />
    </Card>
  )
}

const unverified = {
  kk: 'Мерзімді заңгер растаған жоқ; параметр ретінде өзгертіледі.',
  ru: 'Срок не подтверждён юристом; меняется как параметр.',
  en: 'The term has not been confirmed by a lawyer; it is changed as a parameter.',
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const { actOnce, code } = useOnce()
  const acts = useActs(it, actOnce)
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: it.investigation.page, title: it.investigation.caption }}
        number={it.number ?? t`нөмірсіз`}
        title={text(it.person.name)}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            <ClauseChip id="5.2" />
          </>
        }
        sub={t`Түсініктеме беруге шақыру`}
        clock={
          it.term && it.state !== 'refused' && it.state !== 'withdrawn' ? (
            <LegalClock
              term={it.term}
              note={it.doubtful ? <UnverifiedMark source={unverified} clause="5.2" /> : null}
            />
          ) : null
        }
      />
      <div className="columns">
        <div className="stack">
          <Told it={it} />
          <MayBar may={may} acts={acts} />
          {code}
          <Act it={it} />
          <Tabs
            label={t`Шақыру`}
            tabs={[
              { key: 'content', title: t`Мазмұны`, body: () => <Content it={it} /> },
              {
                key: 'explanations',
                title: t`Түсініктемелер`,
                count: it.given.length,
                body: () => <Explanations it={it} />,
              },
            ]}
          />
        </div>
        <div className="stack">
          <Paper it={it} />
          <Happenings of={readSummonsTimeline} it={it} kinds={['document']} />
        </div>
      </div>
    </div>
  )
}

export default function SummonsPage() {
  const { id } = useAddress().params
  const opened = useCall(openSummons, { id: id ?? '' }, { kinds: ['document', 'investigation', 'authority'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}

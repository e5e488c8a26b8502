// One request: its clock, its paper, the answers to it, what was reported and what the principals said, what happened.
import { Trans, useLingui } from '@lingui/react/macro'
import { addedTabs } from '../../../ui/added-tabs.tsx'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { LegalClock } from '../../../ui/clock.tsx'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Happenings } from '../../../ui/happenings.tsx'
import { MayBar } from '../../../ui/may.tsx'
import { usePower } from '../../../ui/me.ts'
import { Banner, EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead, Tabs } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { openRequest, readRequestTimeline } from '../contract.ts'
import { kindTitles, stateTitles } from '../words.ts'
import { useActs } from './acts.tsx'
import { Reports } from './reports.tsx'
import { stateTones } from './states.ts'

export type Opened = Output<typeof openRequest>

const Content = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const { about } = it
  const isProposal = it.kind === 'proposal'
  return (
    <div className="stack">
      <Facts
        facts={[
          { title: t`Кімге`, value: text(it.addressee) },
          { title: t`Лауазымы`, value: it.personPost },
          {
            title: t`Қай жазба бойынша`,
            value: about ? about.page ? <Go to={about.page}>{about.caption}</Go> : about.caption : null,
          },
          { title: t`Жіберілген күні`, value: it.sentOn ? format.day(it.sentOn) : null },
          { title: t`Құжатта аталған мерзім`, value: format.day(it.until) },
          { title: t`Толық жауап күні`, value: it.completedOn ? format.day(it.completedOn) : null },
        ]}
      />
      <section>
        <h3>{isProposal ? <Trans>Қалыптасқан жағдай</Trans> : <Trans>Құқықтық негіз</Trans>}</h3>
        <p className="said" lang={it.language}>
          {it.ground}
        </p>
      </section>
      <section>
        <h3>
          {isProposal ? (
            <Trans>Ұсынылатын шаралар</Trans>
          ) : it.kind === 'demand' ? (
            <Trans>Не талап етіледі</Trans>
          ) : (
            <Trans>Не сұратылады</Trans>
          )}
        </h3>
        <p className="said" lang={it.language}>
          {it.asked}
        </p>
      </section>
      {it.files.length ? <FileList kind="request" id={it.id} files={it.files} /> : null}
    </div>
  )
}

const Answers = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  if (!it.answers.length)
    return (
      <EmptyState title={<Trans>Жауап әлі түскен жоқ.</Trans>}>
        <Trans>Тіркеуші кіріс құжатын тіркегенде оны осы сұрау салумен байланыстырады.</Trans>
      </EmptyState>
    )
  return (
    <div className="stack">
      {it.answers.map((answer) => (
        <article key={answer.id}>
          <div className="row">
            {answer.complete === 'full' ? (
              <State tone="ok">{t`Толық`}</State>
            ) : answer.complete === 'partly' ? (
              <State tone="warn">{t`Ішінара`}</State>
            ) : (
              <State tone="mark">{t`Бағаланбаған`}</State>
            )}
            {answer.incoming ? (
              <Go to={`/incoming/${answer.incoming.id}`} className="number">
                {answer.incoming.number}
              </Go>
            ) : null}
            <span className="quiet">
              {format.day(answer.receivedOn)} {answer.by ? `· ${text(answer.by)}` : ''}
            </span>
          </div>
          {answer.word ? <p className="said">{answer.word}</p> : null}
          {answer.missing ? (
            <p>
              <b>
                <Trans>Не жетпейді:</Trans>
              </b>{' '}
              {answer.missing}
            </p>
          ) : null}
          {answer.files.length ? <FileList kind="request" id={it.id} files={answer.files} /> : null}
        </article>
      ))}
    </div>
  )
}

const Extensions = ({ it }: { it: Opened }) => {
  const text = useText()
  const format = useFormat()
  if (!it.extensions.length) return <EmptyState title={<Trans>Мерзімі ұзартылған жоқ.</Trans>} />
  return (
    <div className="stack">
      {it.extensions.map((each) => {
        const from = format.day(each.from)
        const until = format.day(each.until)
        return (
          <article key={each.at}>
            <b>
              {from} → {until}
            </b>
            <p className="said">{each.plea}</p>
            <div className="quiet">
              {format.instantShort(each.at)} · {text(each.by)}
            </div>
          </article>
        )
      })}
    </div>
  )
}

const Paper = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const { document } = it
  return (
    <Card title={t`Құжат`} extra={<ClauseChip id="15" />}>
      <Facts
        narrow
        facts={[
          {
            title: t`Нөмірі`,
            value: document ? <Go to={`/documents/${document.id}`}>{document.number ?? t`Жобаны ашу`}</Go> : it.number,
          },
          { title: t`Күйі`, value: document ? text(document.state) : null },
          { title: t`Орындаушы`, value: text(it.author) },
          { title: t`Бөлімше`, value: text(it.unit) },
        ]}
      />
    </Card>
  )
}

const Told = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const registers = usePower('incoming.register')
  const number = it.number ?? ''
  if (it.closed)
    return <Banner title={it.state === 'withdrawn' ? t`Жобадан бас тартылды` : t`Аяқталды`}>{it.closed.word}</Banner>
  if (it.state === 'arrived') return <Banner tone="warn" title={t`Жауап түсті. Оның толық па екенін белгілеңіз.`} />
  return (
    <>
      {it.overdue && it.state !== 'reported' ? <Banner tone="late" title={t`Жауап беру мерзімі өтті.`} /> : null}
      {registers && ['sent', 'partly', 'reported'].includes(it.state) ? (
        <Banner>
          <Go to={`/incoming/new?answers=request:${it.id}&number=${encodeURIComponent(number)}`}>
            <Trans>Түскен жауапты кіріс құжаты ретінде тіркеу</Trans>
          </Go>
        </Banner>
      ) : null}
    </>
  )
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const more = useParts<Opened>('request')
  const acts = [...useActs(it), ...more.flatMap((part) => part.useActs?.(it) ?? [])]
  const kind = text(kindTitles[it.kind])
  const addressee = text(it.addressee)
  const oversees = usePower('requests.oversee')
  return (
    <div className="page stack">
      <RecordHead
        from={
          oversees
            ? { to: '/requests/reported', title: t`Орындалмаған талаптар` }
            : { to: '/requests', title: t`Сұрау салулар мен талаптар` }
        }
        number={it.number ?? t`нөмірсіз`}
        title={it.subject}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            <ClauseChip id={it.clause} />
          </>
        }
        sub={`${kind} · ${addressee}`}
        clock={it.term ? <LegalClock term={it.term} /> : null}
      />
      <div className="columns">
        <div className="stack">
          <Told it={it} />
          {more.map(({ banner: Said }, at) => (Said ? <Said key={at} it={it} /> : null))}
          <MayBar may={may} acts={acts} />
          <Reports it={it} />
          <Tabs
            label={t`Сұрау салу`}
            tabs={[
              { key: 'content', title: t`Мазмұны`, body: () => <Content it={it} /> },
              { key: 'answers', title: t`Жауаптар`, count: it.answers.length, body: () => <Answers it={it} /> },
              {
                key: 'extensions',
                title: t`Мерзімді ұзарту`,
                count: it.extensions.length,
                body: () => <Extensions it={it} />,
              },
              ...addedTabs(more, it, text),
            ]}
          />
        </div>
        <div className="stack">
          <Paper it={it} />
          {more.map(({ side: Beside }, at) => (Beside ? <Beside key={at} it={it} /> : null))}
          <Happenings of={readRequestTimeline} it={it} kinds={['document']} />
        </div>
      </div>
    </div>
  )
}

export default function RequestPage() {
  const { id } = useAddress().params
  const opened = useCall(openRequest, { id: id ?? '' }, { kinds: ['document', 'incoming'] })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}

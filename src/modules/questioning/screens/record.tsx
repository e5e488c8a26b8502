// One questioning: what it still needs, the permission and the consent, what was said and when, how it ended.
import { Trans, useLingui } from '@lingui/react/macro'
import { downloadFile } from '../../../ui/call.ts'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Happenings } from '../../../ui/happenings.tsx'
import { MayBar } from '../../../ui/may.tsx'
import { Banner, EmptyState, Loaded, State } from '../../../ui/notes.tsx'
import { useOnce } from '../../../ui/once.tsx'
import { Card, Facts, RecordHead, Tabs } from '../../../ui/page.tsx'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import { openQuestioning, printProtocol, readQuestioningTimeline } from '../contract.ts'
import { howTitles, roleTitles, signatureTitles, stateTitles, stopTitles } from '../words.ts'
import { useActs } from './acts.tsx'
import { Gate } from './missing.tsx'
import { stateTones } from './states.ts'

export type Opened = Output<typeof openQuestioning>

const Said = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  if (!it.said.length)
    return (
      <EmptyState title={<Trans>Сұрақ әлі қойылған жоқ.</Trans>}>
        <Trans>Әр сұрақ пен жауап өз уақытымен сақталады.</Trans>
      </EmptyState>
    )
  return (
    <ol className="stack">
      {it.said.map((each) => (
        <li key={each.id}>
          <div className="quiet">
            {format.instantShort(each.at)} · {text(each.by)}
          </div>
          <p lang={it.language}>
            <b>{each.question}</b>
          </p>
          <p className="said" lang={it.language}>
            {each.answer}
          </p>
          {each.was.length ? (
            <details>
              <summary>
                <Trans>Түзетілген, бұрын былай еді</Trans>
              </summary>
              {each.was.map((old) => (
                <div key={old.at} className="quiet">
                  <div>
                    {format.instantShort(old.at)} · {t`Себебі`}: {old.reason}
                  </div>
                  <del className="said">
                    {old.question} {old.answer}
                  </del>
                </div>
              ))}
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

const Content = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <div className="stack">
      <Facts
        facts={[
          { title: t`Кімнен`, value: text(it.person.name) },
          { title: t`Лауазымы`, value: it.person.post ? text(it.person.post) : null },
          { title: t`Күні мен орны`, value: [format.dayFull(it.on), it.at, it.place].filter(Boolean).join(', ') },
          { title: t`Жоспарлаған`, value: text(it.plannedBy) },
          {
            title: t`Құқықтары түсіндірілді`,
            value: it.rights ? `${format.instantShort(it.rights.at)} · ${text(it.rights.by)}` : null,
          },
          { title: t`Жауабы`, value: it.rights?.words ?? null },
          { title: t`Басталды`, value: it.begunAt ? format.instant(it.begunAt) : null },
          { title: t`Аяқталды`, value: it.endedAt ? format.instant(it.endedAt) : null },
          {
            title: t`Қатысқандар`,
            value: it.people.length
              ? it.people.map(({ id, role, name, paper }) => (
                  <div key={id}>
                    {text(roleTitles[role])}: {name}
                    {paper ? `, ${paper}` : ''}
                  </div>
                ))
              : null,
          },
          { title: t`Хаттама`, value: it.signature ? text(signatureTitles[it.signature.how]) : null },
          { title: t`Ескертуі`, value: it.signature?.remarks ?? null },
        ]}
      />
      {it.files.length ? <FileList kind="questioning" id={it.id} files={it.files} /> : null}
      {it.begunAt ? (
        <div className="row">
          <button
            type="button"
            className="button"
            onClick={() => void downloadFile(printProtocol, { id: it.id }, 'protocol.pdf')}
          >
            <Trans>Хаттаманы басып шығару (PDF)</Trans>
          </button>
        </div>
      ) : null}
    </div>
  )
}

const Grounds = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  if (!it.judge) return null
  const until = it.permission?.until
  return (
    <Card title={t`Рұқсат пен келісім`} extra={<ClauseChip id="5.3" />}>
      <Facts
        narrow
        facts={[
          {
            title: t`Төрағаның рұқсаты`,
            value: it.permission ? (
              <Go to={`/authorities/${it.permission.id}`}>{it.permission.number}</Go>
            ) : (
              t`күшіндегі рұқсат жоқ`
            ),
          },
          { title: t`Соңғы күні`, value: until ? format.day(until) : null },
          { title: t`Судьяның келісімі`, value: it.consents.length ? null : t`тіркелмеген` },
        ]}
      />
      {it.consents.map((each) => {
        const by = each.withdrawnBy ? text(each.withdrawnBy) : ''
        return (
          <div key={each.at}>
            <div className="row">
              <b>{text(howTitles[each.how])}</b>
              {each.withdrawnAt ? (
                <State tone="late">{t`Кері қайтарылды`}</State>
              ) : (
                <State tone="ok">{t`Күшінде`}</State>
              )}
            </div>
            <div className="quiet">
              {format.instantShort(each.at)} · {text(each.by)}
            </div>
            {each.words ? <p className="said">{each.words}</p> : null}
            {each.withdrawnAt ? (
              <div className="quiet">
                {format.instantShort(each.withdrawnAt)} · {by ? t`тіркеген: ${by}` : t`судья кодпен өзі қайтарды`}
              </div>
            ) : null}
            {each.withdrawnWords ? <p className="said">{each.withdrawnWords}</p> : null}
          </div>
        )
      })}
    </Card>
  )
}

const Told = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const at = it.endedAt ? format.instant(it.endedAt) : ''
  if (it.stopped && it.state !== 'signed')
    return (
      <Banner tone="late" loud title={t`Жауап алу тоқтатылды.`}>
        {text(stopTitles[it.stopped])} {at}.{' '}
        <Trans>Бұған дейін айтылғаны уақытымен сақталады, жаңа сұрақ қойылмайды.</Trans>
      </Banner>
    )
  if (it.cancelled)
    return (
      <Banner title={t`Жауап алу өткізілмеді`}>
        <span className="said">{it.cancelled}</span>
      </Banner>
    )
  return (
    <Gate
      missing={it.missing}
      investigation={it.investigation.id}
      person={it.person.id}
      underway={it.state === 'underway'}
    />
  )
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
        number={[it.on.split('-').reverse().join('.'), it.at].filter(Boolean).join(', ')}
        title={text(it.person.name)}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            {it.judge ? <State tone="mark">{t`Судья`}</State> : null}
            <ClauseChip id="5.3" />
          </>
        }
        sub={[t`Жауап алу`, it.place].join(' · ')}
      />
      <div className="columns">
        <div className="stack">
          <Told it={it} />
          <MayBar may={may} acts={acts} />
          {code}
          <Tabs
            label={t`Жауап алу`}
            tabs={[
              { key: 'said', title: t`Сұрақтар мен жауаптар`, count: it.said.length, body: () => <Said it={it} /> },
              { key: 'content', title: t`Мәліметтері`, body: () => <Content it={it} /> },
            ]}
          />
        </div>
        <div className="stack">
          <Grounds it={it} />
          <Happenings of={readQuestioningTimeline} it={it} />
        </div>
      </div>
    </div>
  )
}

export default function QuestioningPage() {
  const { id } = useAddress().params
  const kinds = ['authority', 'investigation', 'person']
  const opened = useCall(openQuestioning, { id: id ?? '' }, { kinds })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}

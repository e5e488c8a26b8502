// One criminal case: who and in which post, how far it has come and by which papers, what follows from it, what was corrected.
import { Trans, useLingui } from '@lingui/react/macro'
import { addedTabs } from '../../../ui/added-tabs.tsx'
import type { May, Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { useFormat } from '../../../ui/format.ts'
import { MayBar } from '../../../ui/may.tsx'
import { Banner, EmptyState, Loaded, State, UnverifiedMark } from '../../../ui/notes.tsx'
import { Card, Facts, RecordHead, Tabs, Timeline } from '../../../ui/page.tsx'
import { useParts } from '../../../ui/parts.ts'
import { Go, useAddress } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import { useCall } from '../../../ui/use-call.ts'
import {
  gravityTitles,
  openCase,
  outcomeTitles,
  outcomeTones,
  postKindTitles,
  qualificationTitles,
  readCaseTimeline,
  restraintTitles,
  sentenceTitles,
  stateTitles,
  stateTones,
} from '../contract.ts'
import { useActs } from './acts.tsx'
import { Events } from './events.tsx'

type Opened = Output<typeof openCase>

const Content = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Facts
      facts={[
        {
          title: t`Аты-жөні`,
          value: it.person ? <Go to={`/persons/${it.person}`}>{it.personName}</Go> : it.personName,
        },
        { title: t`ЖСН`, value: it.iin ? <span className="number">{it.iin}</span> : null },
        { title: t`Сол кездегі лауазымы`, value: it.postTitle },
        { title: t`Лауазым санаты`, value: text(postKindTitles[it.postKind]) },
        { title: t`Басшы лауазымы`, value: it.leads ? t`Иә` : null },
        { title: t`Қызмет орны`, value: text(it.place) },
        { title: t`Өңір`, value: it.region ? text(it.region) : null },
        { title: t`Баптар`, value: it.articles.join(', ') },
        { title: t`Бап құжатта`, value: it.articleWords },
        { title: t`Саралау`, value: text(qualificationTitles[it.qualification]) },
        { title: t`Қылмыс жасалған күн`, value: it.offenceOn ? format.day(it.offenceOn) : null },
        { title: t`СДТБТ нөмірі`, value: it.erdr ? <span className="number">{it.erdr}</span> : null },
        { title: t`Сот ісінің нөмірі`, value: it.courtCase ? <span className="number">{it.courtCase}</span> : null },
        { title: t`Тергеп-тексеру органы`, value: it.bodyName ? text(it.bodyName) : null },
        { title: t`Бұлтартпау шарасы`, value: it.restraint ? text(restraintTitles[it.restraint]) : null },
      ]}
    />
  )
}

const Verdict = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  if (it.outcome === 'pending') return <EmptyState title={<Trans>Үкім шыққан жоқ, іс қысқартылған жоқ.</Trans>} />
  return (
    <div className="stack">
      <Facts
        facts={[
          { title: t`Нәтиже`, value: text(outcomeTitles[it.outcome]) },
          { title: t`Үкім шыққан күн`, value: it.verdictOn ? format.day(it.verdictOn) : null },
          { title: t`Күшіне енген күні`, value: it.forceOn ? format.day(it.forceOn) : null },
          { title: t`Қысқартылған күні`, value: it.terminatedOn ? format.day(it.terminatedOn) : null },
          { title: t`Қылмыстың ауырлығы`, value: it.gravity ? text(gravityTitles[it.gravity]) : null },
          { title: t`Жаза`, value: it.sentences.map((each) => text(sentenceTitles[each])).join(', ') },
        ]}
      />
      {it.sentenceWords ? <p className="said">{it.sentenceWords}</p> : null}
    </div>
  )
}

const unverified = {
  kk: 'Мерзімді заңгер растаған жоқ; параметр ретінде өзгертіледі.',
  ru: 'Срок не подтверждён юристом; меняется как параметр.',
  en: 'The term has not been confirmed by a lawyer; it is changed as a parameter.',
}

const Consequences = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const last = it.bars.reduce((end, { until }) => (until > end ? until : end), '')
  const { superiorPage: page } = it
  const came = it.superiorWord ? text(it.superiorWord) : null
  return (
    <Card title={t`Салдары`} extra={<ClauseChip id="6.16" />}>
      <Facts
        narrow
        facts={[
          { title: t`Жұмыстан босатылды`, value: it.dismissedOn ? format.day(it.dismissedOn) : t`жоқ` },
          { title: t`Қызметке оралуға тыйым`, value: last ? format.day(last) : t`жоқ` },
        ]}
      />
      {it.bars.length ? (
        <ul>
          {it.bars.map((bar) => {
            const from = format.day(bar.from)
            const until = format.day(bar.until)
            return (
              <li key={bar.parameter}>
                {text(bar.title)}: {from} – {until}{' '}
                {bar.unverified ? <UnverifiedMark source={unverified} clause={bar.clause} /> : null}
              </li>
            )
          })}
        </ul>
      ) : null}
      {came ? (
        <Facts
          narrow
          facts={[{ title: t`Тікелей басшының жауаптылығы`, value: page ? <Go to={page}>{came}</Go> : came }]}
        />
      ) : null}
    </Card>
  )
}

const Corrections = ({ it }: { it: Opened }) => {
  const text = useText()
  const format = useFormat()
  if (!it.corrections.length) return <EmptyState title={<Trans>Түзету енгізілген жоқ.</Trans>} />
  return (
    <div className="stack">
      {it.corrections.map((each) => (
        <article key={each.at}>
          <div className="quiet">
            {format.instantShort(each.at)} · {text(each.by)}
          </div>
          <p>
            <b>{each.reason}</b> {each.source ? <span className="quiet">{each.source}</span> : null}
          </p>
          <Facts
            facts={each.fields.map((field) => ({
              title: text(field.title),
              value: (
                <>
                  <del>{field.before ? text(field.before) : '—'}</del> →{' '}
                  <ins>{field.after ? text(field.after) : '—'}</ins>
                </>
              ),
            }))}
          />
        </article>
      ))}
    </div>
  )
}

const History = ({ it }: { it: Opened }) => {
  const text = useText()
  const rows = useCall(readCaseTimeline, { id: it.id }, { keep: true }).data?.result.rows ?? []
  return rows.length ? (
    <Timeline
      happenings={rows.map((row) => ({ ...row, title: text(row.title), who: row.who ? text(row.who) : null }))}
    />
  ) : (
    <p className="quiet">
      <Trans>Журнал жазбалары бірер сәтте осында пайда болады.</Trans>
    </p>
  )
}

const Others = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  if (!it.others.length) return null
  return (
    <Card title={t`Осы адамға қатысты басқа істер`}>
      <ul>
        {it.others.map((other) => (
          <li key={other.id}>
            <Go to={`/criminal-cases/${other.id}`}>{other.caption}</Go> ·{' '}
            <State tone={stateTones[other.state]}>{text(stateTitles[other.state])}</State>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Body = ({ it, may }: { it: Opened; may: readonly May[] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const more = useParts<Opened>('criminalCase')
  const acts = [...useActs(it), ...more.flatMap((part) => part.useActs?.(it) ?? [])]
  const entered = format.day(it.registeredOn)
  const unit = text(it.unit)
  return (
    <div className="page stack">
      <RecordHead
        from={{ to: '/criminal-cases', title: t`Қылмыстық істер` }}
        number={it.erdr ?? it.courtCase ?? t`нөмірсіз`}
        title={`${it.personName}, ${it.articleWords}`}
        chips={
          <>
            <State tone={stateTones[it.state]}>{text(stateTitles[it.state])}</State>
            {it.outcome === 'pending' ? null : (
              <State tone={outcomeTones[it.outcome]}>{text(outcomeTitles[it.outcome])}</State>
            )}
            <State tone={it.qualification === 'corruption' ? 'warn' : 'plain'}>
              {text(qualificationTitles[it.qualification])}
            </State>
            <ClauseChip id="6.16" />
          </>
        }
        sub={`${it.postTitle} · ${text(it.place)} · ${entered}`}
      />
      <div className="columns">
        <div className="stack">
          {it.warnings.map((each) => (
            <Banner key={each.en} tone="warn">
              {text(each)}
            </Banner>
          ))}
          {more.map(({ banner: Said }, at) => (Said ? <Said key={at} it={it} /> : null))}
          <MayBar may={may} acts={acts} />
          <Tabs
            label={t`Қылмыстық іс`}
            tabs={[
              {
                key: 'events',
                title: t`Оқиғалар`,
                count: it.events.filter(({ ended }) => !ended).length,
                body: () => <Events it={it} may={may} />,
              },
              { key: 'content', title: t`Деректер`, body: () => <Content it={it} /> },
              { key: 'verdict', title: t`Үкім`, body: () => <Verdict it={it} /> },
              {
                key: 'corrections',
                title: t`Түзетулер`,
                count: it.corrections.length,
                body: () => <Corrections it={it} />,
              },
              { key: 'history', title: t`Жазба тарихы`, body: () => <History it={it} /> },
              ...addedTabs(more, it, text),
            ]}
          />
        </div>
        <div className="stack">
          <Consequences it={it} />
          <Others it={it} />
          {more.map(({ side: Beside }, at) => (Beside ? <Beside key={at} it={it} /> : null))}
          <Card title={t`Есепте`}>
            <Facts
              narrow
              facts={[
                { title: t`Бөлімше`, value: unit },
                { title: t`Енгізген`, value: text(it.enteredBy) },
                { title: t`Енгізілген уақыты`, value: format.instantShort(it.enteredAt) },
              ]}
            />
          </Card>
        </div>
      </div>
    </div>
  )
}

export default function CasePage() {
  const { id } = useAddress().params
  const opened = useCall(openCase, { id: id ?? '' })
  return <Loaded of={opened}>{(it, may) => <Body it={it} may={may} />}</Loaded>
}

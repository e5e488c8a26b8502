// On the page of an investigation: allegations and findings by person, the study of the materials, the conclusion and its review.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { ClauseChip } from '../../../ui/clause.tsx'
import { TermBar } from '../../../ui/clock.tsx'
import { FileList } from '../../../ui/files.tsx'
import { ActionForm } from '../../../ui/form.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Banner, EmptyState, State, UnverifiedMark } from '../../../ui/notes.tsx'
import type { Tone } from '../../../ui/notes.tsx'
import { Facts } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import {
  acknowledgementTitles,
  findingTitles,
  measures,
  reviewConclusion,
  sendBackConclusion,
  type Finding,
} from '../contract.ts'
import { useActs, useConclusion } from './acts.tsx'
import type { Conclusion, Opened } from './acts.tsx'

const findingTones: Readonly<Record<Finding, Tone>> = { proven: 'late', 'not-proven': 'plain', refuted: 'ok' }

const unverified = {
  kk: 'Танысу мерзімін заңгер растаған жоқ; параметр ретінде өзгертіледі.',
  ru: 'Срок ознакомления не подтверждён юристом; меняется как параметр.',
  en: 'No lawyer has confirmed the term for the study; it is changed as a parameter.',
}

type Person = Conclusion['people'][number]

const Found = ({ row, place }: { row: Person['findings'][number]; place: number }) => {
  const { t } = useLingui()
  const text = useText()
  const earlier = row.earlier
  return (
    <article className="stack">
      <div className="row">
        <b>{t`Айып тағы № ${place}`}</b>
        <State tone={findingTones[row.finding]}>{text(findingTitles[row.finding])}</State>
        {earlier ? <span className="quiet">{t`Бұрынғы тұжырымдар: ${earlier}`}</span> : null}
      </div>
      <p className="said">{row.reasons}</p>
      {row.refs.length || row.sources ? (
        <div className="quiet">
          <Trans>Дәлелдер:</Trans>{' '}
          {row.refs.map((ref, at) => (
            <span key={`${ref.kind}${ref.id}`}>
              {at ? '; ' : ''}
              {ref.page ? <Go to={ref.page}>{ref.caption}</Go> : ref.caption}
            </span>
          ))}
          {row.refs.length && row.sources ? '; ' : ''}
          {row.sources}
        </div>
      ) : null}
    </article>
  )
}

const Study = ({ it }: { it: NonNullable<Person['familiarisation']> }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <Facts
      facts={[
        { title: t`Материалдармен танысуға шақырылды`, value: format.day(it.offeredOn) },
        {
          title: t`Танысу мерзімі`,
          value: (
            <>
              <TermBar term={it.term} />
              {it.doubtful ? <UnverifiedMark source={unverified} clause="6.21" /> : null}
            </>
          ),
        },
        {
          title: t`Нәтижесі`,
          value:
            it.acknowledged && it.acknowledgedOn
              ? `${text(acknowledgementTitles[it.acknowledged])}, ${format.day(it.acknowledgedOn)}`
              : null,
        },
        { title: t`Куәлар`, value: it.witnesses.join(', ') || null },
        { title: t`Адамның өз сөзі`, value: it.remarks },
      ]}
    />
  )
}

const OnPerson = ({ it, of, one }: { it: Opened; of: Conclusion; one: Person }) => {
  const { t } = useLingui()
  const text = useText()
  const places = new Map(of.allegations.map(({ id, place }) => [id, place]))
  const study = one.familiarisation
  return (
    <section className="stack">
      <h3>
        {text(one.name)} {one.judge ? <State tone="mark">{t`Судья`}</State> : null}
      </h3>
      {one.findings.length ? (
        <div className="stack">
          {one.findings
            .map((row) => ({ row, place: places.get(row.allegation) ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ row, place }) => (
              <Found key={row.allegation} row={row} place={place} />
            ))}
        </div>
      ) : (
        <p className="quiet">
          <Trans>Бұл адам бойынша тұжырым әлі жасалмаған.</Trans>
        </p>
      )}
      {one.measure ? (
        <div className="stack">
          <div className="row">
            <b>
              <Trans>Ұсынылған шара</Trans>
            </b>
            <State tone="work">{text(measures[one.measure.measure].title)}</State>
          </div>
          <p className="said">{one.measure.reasons}</p>
        </div>
      ) : null}
      {study ? <Study it={study} /> : null}
      {study?.files.length ? <FileList kind="conclusions" id={it.id} files={study.files} /> : null}
    </section>
  )
}

const Paper = ({ it }: { it: NonNullable<Conclusion['conclusion']> }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const title = it.number ?? t`Қорытынды жобасы`
  return (
    <section className="stack">
      <h3>
        <Trans>Тексеру қорытындысы</Trans> <ClauseChip id="15" />
      </h3>
      <Facts
        facts={[
          {
            title: t`Құжат`,
            value: it.state ? (
              <>
                <Go to={`/documents/${it.document}`}>{title}</Go> <State>{text(it.state)}</State>
              </>
            ) : (
              title
            ),
          },
          { title: t`Қол қойылған күні`, value: it.signedOn ? format.day(it.signedOn) : null },
          { title: t`Жасаған`, value: text(it.by) },
        ]}
      />
    </section>
  )
}

const Reviews = ({ of }: { of: Conclusion }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const reviewer = of.reviewer
  if (!of.reviews.length && !reviewer) return null
  return (
    <section className="stack">
      <h3>
        <Trans>Топтан тыс тексеру</Trans>
      </h3>
      {reviewer ? <Facts facts={[{ title: t`Тағайындалған тексеруші`, value: text(reviewer.name) }]} /> : null}
      {of.reviews.map((row) => (
        <article key={row.at} className="stack">
          <div className="row">
            <State tone={row.passed ? 'ok' : 'warn'}>{row.passed ? t`Тексерілді` : t`Ескертумен қайтарылды`}</State>
            <span className="quiet">
              {text(row.by)} · {format.instantShort(row.at)}
            </span>
          </div>
          <p className="said">{row.words}</p>
        </article>
      ))}
    </section>
  )
}

const Tab = ({ it }: { it: Opened }) => {
  const text = useText()
  const of = useConclusion(it)
  if (!it.openedOn)
    return (
      <EmptyState title={<Trans>Тексеру әлі басталған жоқ.</Trans>}>
        <Trans>Айып тағылары мен тұжырымдар тексеру басталғаннан кейін жазылады.</Trans>
      </EmptyState>
    )
  if (!of) return null
  return (
    <div className="stack">
      {of.unready.length ? (
        <Banner tone="warn" title={<Trans>Қорытынды жасау үшін мыналар жетіспейді:</Trans>}>
          <ul>
            {of.unready.map(({ clause, says }) => (
              <li key={says.kk}>
                {text(says)} <ClauseChip id={clause} />
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {of.conclusion ? <Paper it={of.conclusion} /> : null}
      {of.brief && !of.conclusion ? <EmptyState title={<Trans>Қорытынды әлі жасалмаған.</Trans>} /> : null}
      <Reviews of={of} />
      {of.allegations.length ? (
        <section className="stack">
          <h3>
            <Trans>Айып тағылары</Trans>
          </h3>
          <ol>
            {of.allegations.map((row) => (
              <li key={row.id} value={row.place} lang={it.language}>
                {row.dropped ? (
                  <>
                    <s>{row.words}</s> <span className="said quiet">{row.dropped}</span>
                  </>
                ) : (
                  row.words
                )}
              </li>
            ))}
          </ol>
        </section>
      ) : of.brief ? null : (
        <EmptyState title={<Trans>Айып тағылары әлі жазылмаған.</Trans>}>
          <Trans>Хабарды жеке айып тағыларына бөліңіз: әрқайсысы бойынша әр адамға тұжырым жасалады.</Trans>
        </EmptyState>
      )}
      {of.people.map((one) => (
        <OnPerson key={one.id} it={it} of={of} one={one} />
      ))}
    </div>
  )
}

/** One who is asked to review it only reads the rest, so the two words stand here and not among the acts of the case. */
const Asked = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const of = useConclusion(it)
  const [open, setOpen] = useState<'review' | 'sendBack' | null>(null)
  if (!it.brief || !of?.asked || it.state !== 'concluded') return null
  const fixed = { id: it.id, version: of.version }
  const close = () => setOpen(null)
  return (
    <Banner tone="warn" title={t`Сізден осы тексерудің қорытындысын қарау сұралды.`}>
      <div className="row">
        <button type="button" className="button first" onClick={() => setOpen('review')}>
          <Trans>Қорытындыны тексердім деп белгілеу</Trans>
        </button>
        <button type="button" className="button" onClick={() => setOpen('sendBack')}>
          <Trans>Ескертулермен қайтару</Trans>
        </button>
      </div>
      {open === 'review' ? (
        <ActionForm
          shape={reviewConclusion}
          fixed={fixed}
          onClose={close}
          fields={[{ kind: 'prose', path: 'word', label: t`Қорытынды туралы пікір`, rows: 4 }]}
        />
      ) : null}
      {open === 'sendBack' ? (
        <ActionForm
          shape={sendBackConclusion}
          fixed={fixed}
          onClose={close}
          fields={[{ kind: 'prose', path: 'remarks', label: t`Ескертулер`, rows: 4 }]}
        />
      ) : null}
    </Banner>
  )
}

const part: RecordPart<Opened> = {
  readers: true,
  useActs,
  banner: Asked,
  tabs: [{ key: 'conclusion', place: 50, title: { kk: 'Қорытынды', ru: 'Заключение', en: 'Conclusion' }, body: Tab }],
}
export default part

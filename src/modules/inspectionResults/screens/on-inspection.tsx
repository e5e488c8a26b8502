// On the page of an inspection: findings, the act with acquaintance and objections, the remedy plan.
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '../../../ui/call.ts'
import { ClauseChip } from '../../../ui/clause.tsx'
import { TermBar } from '../../../ui/clock.tsx'
import { FileList } from '../../../ui/files.tsx'
import { useFormat } from '../../../ui/format.ts'
import { EmptyState, State } from '../../../ui/notes.tsx'
import type { Tone } from '../../../ui/notes.tsx'
import { Card, Facts } from '../../../ui/page.tsx'
import type { RecordPart } from '../../../ui/parts.ts'
import { Go } from '../../../ui/route.tsx'
import { useText } from '../../../ui/text.ts'
import type { readResults, RemedyState } from '../contract.ts'
import { acquaintanceTitles, remedyTitles } from '../words.ts'
import { useActs, useResults, type Opened } from './acts.tsx'

type Results = Output<typeof readResults>

const Findings = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const rows = useResults(it)?.findings ?? []
  if (!rows.length)
    return (
      <EmptyState title={<Trans>Кемшілік жазылмаған.</Trans>}>
        <Trans>Әр кемшілікте оның нормасы, дәлелдейтін құжаттары және жауапты адамы көрсетіледі.</Trans>
      </EmptyState>
    )
  return (
    <div className="stack">
      {rows.map((row) => (
        <article key={row.id} className="stack">
          <div className="row">
            <b lang={it.language}>
              {row.number}. {row.what}
            </b>
            {row.struck ? <State>{t`Алынды`}</State> : null}
          </div>
          <Facts
            facts={[
              { title: t`Бағдарламаның сұрағы`, value: String(row.question) },
              { title: t`Бұзылған норма`, value: row.norm },
              {
                title: t`Дәлелі`,
                value: row.papers.map((paper) => <div key={paper}>{paper}</div>),
              },
              { title: t`Кім жауапты`, value: row.answers },
              { title: t`Неге алынды`, value: row.struck ? <span className="said">{row.struck}</span> : null },
            ]}
          />
          {row.files.length ? <FileList kind="inspection" id={it.id} files={row.files} /> : null}
        </article>
      ))}
    </div>
  )
}

const Objection = ({ it, row }: { it: Opened; row: Results['objections'][number] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const on = format.day(row.receivedOn)
  const number = row.finding
  return (
    <article className="stack">
      <div className="row">
        <b>{row.finding ? t`${number}-кемшілікке қарсылық` : t`Актіге қарсылық`}</b>
        <State tone={row.answer ? (row.answer.upheld ? 'ok' : 'plain') : 'warn'}>
          {row.answer ? (row.answer.upheld ? t`Қабылданды` : t`Қабылданбады`) : t`Шешілмеген`}
        </State>
        <span className="quiet">{on}</span>
      </div>
      <p className="said">{row.words}</p>
      {row.answer ? (
        <p>
          <span className="said">{row.answer.words}</span> <span className="quiet">{text(row.answer.by)}</span>
        </p>
      ) : null}
      {row.files.length ? <FileList kind="inspection" id={it.id} files={row.files} /> : null}
    </article>
  )
}

const tones: Readonly<Record<RemedyState, Tone>> = { open: 'work', remedied: 'ok', 'not-remedied': 'late' }

const Item = ({ it, row }: { it: Opened; row: Results['plan'][number] }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  return (
    <li className="stack">
      <div className="row">
        <b lang={it.language}>{row.what}</b>
        <State tone={tones[row.state]}>{text(remedyTitles[row.state])}</State>
      </div>
      <div className="quiet">{row.holder}</div>
      {row.state === 'open' ? <TermBar term={row.term} /> : null}
      {row.extensions.map((each) => (
        <div key={each.at} className="quiet">
          {format.day(each.from)} → {format.day(each.until)}: <span className="said">{each.reason}</span>
        </div>
      ))}
      {row.evidence.map((each) => {
        const on = format.day(each.receivedOn)
        return (
          <div key={each.id}>
            <span className="quiet">{t`Дәлел, ${on}:`}</span> <span className="said">{each.words}</span>
            {each.files.length ? <FileList kind="inspection" id={it.id} files={each.files} /> : null}
          </div>
        )
      })}
      {row.judged ? (
        <p>
          <span className="said">{row.judged.word}</span>{' '}
          <span className="quiet">
            {text(row.judged.by)}, {format.day(row.judged.on)}
          </span>
        </p>
      ) : null}
    </li>
  )
}

const Plan = ({ it }: { it: Opened }) => {
  const results = useResults(it)
  const plan = results?.plan ?? []
  const objections = results?.objections ?? []
  return (
    <div className="stack">
      {objections.map((row) => (
        <Objection key={row.id} it={it} row={row} />
      ))}
      {plan.length ? (
        <ol className="stack">
          {plan.map((row) => (
            <Item key={row.id} it={it} row={row} />
          ))}
        </ol>
      ) : (
        <EmptyState title={<Trans>Жою жоспары бекітілмеген.</Trans>}>
          <Trans>
            Жоспар қарсылық мерзімі өткеннен кейін бекітіледі. Тексеру барлық тармақ бағаланғанда аяқталады.
          </Trans>
        </EmptyState>
      )}
    </div>
  )
}

const ActCard = ({ it }: { it: Opened }) => {
  const { t } = useLingui()
  const text = useText()
  const format = useFormat()
  const results = useResults(it)
  if (!results?.act) return null
  const { act, acquaintance } = results
  return (
    <Card title={t`Тексеру актісі`} extra={<ClauseChip id="15" />}>
      <div className="stack">
        <Facts
          narrow
          facts={[
            {
              title: t`Нөмірі`,
              value: <Go to={`/documents/${act.document}`}>{act.number ?? t`жоба`}</Go>,
            },
            { title: t`Қол қойылды`, value: act.signedOn ? format.day(act.signedOn) : null },
            { title: t`Кім танысты`, value: acquaintance?.name },
            { title: t`Қашан`, value: acquaintance ? format.day(acquaintance.on) : null },
            { title: t`Қалай`, value: acquaintance ? text(acquaintanceTitles[acquaintance.way]) : null },
            { title: t`Мән-жайы`, value: acquaintance?.words },
          ]}
        />
        {acquaintance && !acquaintance.term.doneOn ? (
          <div>
            <div className="quiet">
              <Trans>Қарсылық мерзімі</Trans>
            </div>
            <TermBar term={acquaintance.term} />
          </div>
        ) : null}
        {acquaintance?.files.length ? <FileList kind="inspection" id={it.id} files={acquaintance.files} /> : null}
      </div>
    </Card>
  )
}

const part: RecordPart<Opened> = {
  useActs,
  side: ActCard,
  tabs: [
    { key: 'findings', title: { kk: 'Кемшіліктер', ru: 'Нарушения', en: 'Findings' }, body: Findings },
    { key: 'remedies', title: { kk: 'Жою жоспары', ru: 'План устранения', en: 'Remedy plan' }, body: Plan },
  ],
}
export default part
